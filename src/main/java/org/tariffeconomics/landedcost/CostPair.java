package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TiedCases;

/**
 * Two costs of the same goods in ways that can both hold: goods are of one line, and what they have
 * in common is alike on both sides ({@link TiedCases}).
 *
 * @param one the first cost in one of its ways
 * @param other the second in one of its
 */
record CostPair(LandedCost one, LandedCost other) {

  /**
   * The pairs of two costs that the duties of the law leave open, but for what is prohibited.
   *
   * @return none where the duty of one is stated, charged in another way, or has too many cases
   */
  static List<CostPair> of(LandedCost one, LandedCost other) {
    List<TiedCases.Pair> tied =
        one.duties().flatMap(a -> other.duties().map(b -> TiedCases.of(a, b))).orElse(List.of());
    IdentityHashMap<DutyStack, LandedCost> ours = new IdentityHashMap<>();
    IdentityHashMap<DutyStack, LandedCost> theirs = new IdentityHashMap<>();
    List<CostPair> pairs = new ArrayList<>();
    for (TiedCases.Pair each : tied) {
      LandedCost a = ours.computeIfAbsent(each.one(), one::in);
      LandedCost b = theirs.computeIfAbsent(each.other(), other::in);
      if (a.outcome() != Outcome.PROHIBITED && b.outcome() != Outcome.PROHIBITED) {
        pairs.add(new CostPair(a, b));
      }
    }
    return pairs;
  }
}
