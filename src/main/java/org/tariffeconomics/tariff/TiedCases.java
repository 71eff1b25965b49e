package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.FactAlternative;

/**
 * Two answers about the same goods, held against each other case by case: goods that are of one
 * line, or contain so much steel, are and do so under both laws. What is left open on both sides
 * then does not widen a difference.
 *
 * <p>A pair of cases can both hold where they have a line in common, or one of them is for all
 * lines, and where no fact that both leave open in the same way has two values. Whatever does not
 * fit together is kept as possible, so that a difference is never too narrow.
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
   * @param other the duties on the same goods on another day, under another law or with something
   *     more declared
   * @return the pairs; none where there are too many cases to go through
   */
  public static List<Pair> of(DutyStack one, DutyStack other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    List<BoundedCase> ours = one.boundedCases();
    List<BoundedCase> theirs = other.boundedCases();
    if (ours.isEmpty() || theirs.isEmpty()) {
      List<Pair> pairs = new ArrayList<>();
      one.cases().forEach(a -> other.cases().forEach(b -> pairs.add(new Pair(a, b))));
      return pairs;
    }
    Map<Asked, Set<FactAlternative>> here = alternatives(ours);
    Map<Asked, Set<FactAlternative>> there = alternatives(theirs);
    List<DutyStack> oneCases = one.cases();
    List<DutyStack> otherCases = other.cases();
    boolean sameGroups = groups(ours).equals(groups(theirs));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      for (int j = 0; j < theirs.size(); j++) {
        if (shareALine(ours.get(i), theirs.get(j), sameGroups)
            && agree(ours.get(i), theirs.get(j), here, there)) {
          pairs.add(new Pair(oneCases.get(i), otherCases.get(j)));
        }
      }
    }
    return List.copyOf(pairs);
  }

  /** A fact that some lines leave open. */
  private record Asked(List<HsCode> codes, String fact) {}

  /** All values that matter of each fact that a group of lines leaves open. */
  private static Map<Asked, Set<FactAlternative>> alternatives(List<BoundedCase> cases) {
    Map<Asked, Set<FactAlternative>> all = new HashMap<>();
    for (BoundedCase each : cases) {
      for (FactAlternative fact : each.facts()) {
        all.computeIfAbsent(new Asked(each.codes(), fact.name()), asked -> new HashSet<>())
            .add(fact);
      }
    }
    return all;
  }

  private static Set<List<HsCode>> groups(List<BoundedCase> cases) {
    return cases.stream().map(BoundedCase::codes).collect(Collectors.toSet());
  }

  /**
   * Where both answers part a heading in the same groups of lines, goods are in one and the same:
   * the rest of a heading, which its code names, is then no other group's.
   */
  private static boolean shareALine(BoundedCase one, BoundedCase other, boolean sameGroups) {
    if (sameGroups) {
      return one.codes().equals(other.codes());
    }
    return one.codes().isEmpty()
        || other.codes().isEmpty()
        || one.codes().stream()
            .anyMatch(a -> other.codes().stream().anyMatch(b -> a.covers(b) || b.covers(a)));
  }

  private static boolean agree(
      BoundedCase one,
      BoundedCase other,
      Map<Asked, Set<FactAlternative>> here,
      Map<Asked, Set<FactAlternative>> there) {
    for (FactAlternative fact : one.facts()) {
      Set<FactAlternative> all = here.get(new Asked(one.codes(), fact.name()));
      boolean sameValuesMatter =
          Objects.equals(all, there.get(new Asked(other.codes(), fact.name())));
      if (sameValuesMatter && !other.facts().contains(fact)) {
        return false;
      }
    }
    return true;
  }
}
