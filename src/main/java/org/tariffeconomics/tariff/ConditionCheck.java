package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Truth;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.tariff.NotApplied.Reason;

/** Whether goods are declared as a measure asks. */
final class ConditionCheck {

  /** A claim to a preference that does not exist for the goods is no claim. */
  private final Set<String> existing;

  /**
   * What a declaration says of a measure.
   *
   * @param met whether all that it asks for is declared
   * @param notApplied what is not met or not known
   * @param unknowns what would have to be declared
   */
  record Finding(boolean met, List<NotApplied> notApplied, List<Unknown> unknowns) {

    static final Finding MET = new Finding(true, List.of(), List.of());
  }

  ConditionCheck(Set<String> existing) {
    this.existing = existing;
  }

  Finding check(TariffMeasure measure, DeclaredFacts facts) {
    if (measure.isUnclaimed(facts)) {
      return new Finding(
          false, List.of(new NotApplied(measure, Reason.NOT_CLAIMED, "")), List.of());
    }
    List<Condition> conditions = measure.conditions();
    if (conditions.isEmpty()) {
      return Finding.MET;
    }
    List<Condition.Answer> answers = new ArrayList<>(conditions.size());
    for (Condition each : conditions) {
      answers.add(isImplied(each, measure, facts) ? Condition.Answer.MET : test(each, facts));
    }
    return finding(measure, answers);
  }

  /**
   * Who claims a preference says that its documents are there, unless what comes with the goods is
   * declared.
   */
  static boolean isImplied(Condition condition, TariffMeasure measure, DeclaredFacts facts) {
    return measure.rule() == Rule.PREFERENCE
        && condition instanceof Condition.Document
        && facts.fact(condition.subject()).isEmpty();
  }

  private Condition.Answer test(Condition condition, DeclaredFacts facts) {
    boolean idle = condition instanceof Condition.Claim claim && !exists(claim, facts);
    return condition.test(idle ? DeclaredFacts.none() : facts);
  }

  /** Whether a preference that a condition asks for, or any that is claimed, is one. */
  private boolean exists(Condition.Claim claim, DeclaredFacts facts) {
    return claim.isAny()
        ? existing.stream().anyMatch(facts::claims)
        : existing.contains(claim.programme());
  }

  /** Whether something is claimed that a measure is not for, or not claimed that it is for. */
  boolean failsByClaims(TariffMeasure measure, DeclaredFacts facts) {
    for (Condition each : measure.conditions()) {
      if (each instanceof Condition.Claim && test(each, facts).truth() == Truth.NOT_MET) {
        return true;
      }
    }
    return false;
  }

  /** Where some condition is surely not met, the others need not be known. */
  private static Finding finding(TariffMeasure measure, List<Condition.Answer> answers) {
    boolean failed = answers.stream().anyMatch(each -> each.truth() == Truth.NOT_MET);
    List<NotApplied> notApplied = new ArrayList<>();
    List<Unknown> unknowns = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Condition.Answer answer = answers.get(i);
      Condition condition = measure.conditions().get(i);
      if (answer.truth() == Truth.NOT_MET) {
        notApplied.add(NotApplied.of(measure, Reason.CONDITION_NOT_MET, condition));
      } else if (answer.truth() != Truth.MET && !failed) {
        unknowns.add(
            new Unknown.NeedsFact(condition.subject(), answer.reason() + " for " + measure.id()));
        notApplied.add(NotApplied.of(measure, Reason.NOT_DECLARED, condition));
      }
    }
    return notApplied.isEmpty()
        ? Finding.MET
        : new Finding(false, List.copyOf(notApplied), List.copyOf(unknowns));
  }
}
