package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.FactSubject;
import org.tariffeconomics.tariff.JointGoods.Circumstances;
import org.tariffeconomics.tariff.JointGoods.Goods;
import org.tariffeconomics.tariff.JointGoods.Side;
import org.tariffeconomics.tariff.JointGoods.Way;

/**
 * Two answers about the same goods, held against each other case by case: goods that are of one
 * line, or contain so much steel, are and do so under both laws. What is left open on both sides
 * then does not widen a difference.
 *
 * <p>A pair of cases can both hold where they have a line in common, or one of them is for all
 * lines, and where no fact that both leave open and the goods have in common ({@link FactSubject})
 * has two values. Whatever cannot be told is kept as possible, so that a difference is never too
 * narrow.
 *
 * @since 0.1.0
 */
public final class TiedCases {

  /**
   * Two cases that can both hold.
   *
   * @param one a case of the one answer
   * @param other a case of the other
   */
  public record Pair(DutyStack one, DutyStack other) {

    /**
     * Refuses nulls.
     *
     * @param one a case of the one answer
     * @param other a case of the other
     */
    public Pair {
      Objects.requireNonNull(one, "one");
      Objects.requireNonNull(other, "other");
    }
  }

  private TiedCases() {}

  /**
   * The pairs of cases of two answers that can both hold.
   *
   * @param one the duties on goods
   * @param other the duties on the same goods of another origin, on another day, under another law
   *     or with something more declared
   * @return the pairs; none where there are too many cases to go through
   */
  public static List<Pair> of(DutyStack one, DutyStack other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    List<DutyStack> oneCases = one.cases();
    List<DutyStack> otherCases = other.cases();
    List<BoundedCase> ours = one.boundedCases();
    List<BoundedCase> theirs = other.boundedCases();
    List<Pair> pairs = new ArrayList<>();
    if (ours.isEmpty() || theirs.isEmpty()) {
      oneCases.forEach(a -> otherCases.forEach(b -> pairs.add(new Pair(a, b))));
      return List.copyOf(pairs);
    }
    List<Goods<DutyStack>> here = JointGoods.goods(ours, oneCases);
    List<Goods<DutyStack>> there = JointGoods.goods(theirs, otherCases);
    Circumstances circumstances = Circumstances.of(one, other);
    List<Side<DutyStack>> sides =
        List.of(new Side<>(here, any -> here), new Side<>(there, any -> there));
    for (List<Goods<DutyStack>> each : JointGoods.inCommon(sides)) {
      JointGoods<DutyStack> goods = new JointGoods<>(each.get(0), each.get(1));
      addPairs(goods, goods.ties(circumstances), pairs);
    }
    return List.copyOf(pairs);
  }

  private static void addPairs(
      JointGoods<DutyStack> goods,
      Map<String, Map<FactAlternative, Set<FactAlternative>>> ties,
      List<Pair> pairs) {
    for (Way<DutyStack> one : goods.one().ways()) {
      for (Way<DutyStack> other : goods.other().ways()) {
        if (JointGoods.canBothHold(one.facts(), other.facts(), ties)) {
          pairs.add(new Pair(one.charge(), other.charge()));
        }
      }
    }
  }
}
