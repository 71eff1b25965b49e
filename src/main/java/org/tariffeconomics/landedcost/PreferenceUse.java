package org.tariffeconomics.landedcost;

import java.util.List;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.NotApplied;
import org.tariffeconomics.tariff.NotApplied.Reason;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * Whether goods are entered under a preference: a fee that exempts them asks this, and not what was
 * claimed, since a claim may come to nothing.
 *
 * <p>A preference that is not lower than the ordinary duty is used all the same, and so is one that
 * a schedule leaves out because the ordinary duty is free: the goods originate, which is what the
 * exemptions ask for.
 */
interface PreferenceUse {

  /** What is known of the use of a preference. */
  enum Answer {
    /** The goods are entered under it. */
    USED,
    /** They are not. */
    NOT_USED,
    /** It depends on a fact that is not declared, or on a duty that is not known. */
    UNKNOWN
  }

  /** Whether the goods are entered under a programme. */
  Answer of(String programme);

  /** Without law there is only the declaration to ask. */
  static PreferenceUse declared(DeclaredFacts facts) {
    return programme -> facts.claims(programme) ? Answer.USED : Answer.NOT_USED;
  }

  /** As the law has it. */
  static PreferenceUse of(DutyStack stack) {
    return programme ->
        stack.facts().claims(programme) ? ofCases(stack.cases(), programme) : Answer.NOT_USED;
  }

  /** Where something is left open it may decide this too, whether or not it moves the duty. */
  private static Answer ofCases(List<DutyStack> cases, String programme) {
    List<Answer> all = cases.stream().map(each -> ofClaim(each, programme)).distinct().toList();
    return all.size() == 1 ? all.get(0) : Answer.UNKNOWN;
  }

  private static Answer ofClaim(DutyStack stack, String programme) {
    if (stack.layers().stream().anyMatch(l -> isPreference(l, programme))) {
      return Answer.USED;
    }
    List<NotApplied> uncharged =
        stack.notApplied().stream()
            .filter(n -> n.measure().rule() == Rule.PREFERENCE)
            .filter(n -> n.measure().programme().equals(programme))
            .toList();
    if (uncharged.stream().anyMatch(NotApplied::isEntered)) {
      // the goods originate and are entered as such, whichever of two equal duties is charged
      return Answer.USED;
    }
    List<Reason> why = uncharged.stream().map(NotApplied::reason).toList();
    if (why.contains(Reason.NOT_DECLARED) || why.contains(Reason.LEFT_OPEN)) {
      return Answer.UNKNOWN;
    }
    return why.isEmpty() ? ofUnlisted(stack, programme) : Answer.NOT_USED;
  }

  private static boolean isPreference(DutyLayer layer, String programme) {
    boolean itself =
        layer.measure().rule() == Rule.PREFERENCE && layer.measure().programme().equals(programme);
    return itself || layer.alternatives().stream().anyMatch(l -> isPreference(l, programme));
  }

  /** A preference that the law does not have for these goods. */
  private static Answer ofUnlisted(DutyStack stack, String programme) {
    List<DutyLayer> base =
        stack.layers().stream().filter(l -> l.measure().rule() == Rule.BASE).toList();
    if (!isKnown(stack.law(), programme)) {
      return Answer.NOT_USED;
    }
    if (base.isEmpty()) {
      return Answer.UNKNOWN;
    }
    boolean free = base.stream().allMatch(l -> l.measure().rate().equals(DutyRate.parse("Free")));
    return free ? Answer.USED : Answer.NOT_USED;
  }

  private static boolean isKnown(TariffLaw law, String programme) {
    return law.book().programmes().stream().anyMatch(p -> p.name().equals(programme))
        || law.book().measures().stream().anyMatch(m -> m.programme().equals(programme));
  }
}
