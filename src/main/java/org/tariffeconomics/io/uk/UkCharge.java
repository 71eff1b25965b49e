package org.tariffeconomics.io.uk;

import java.util.List;
import java.util.Optional;
import org.tariffeconomics.io.uk.UkMeasureType.Effect;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Rule;

/**
 * What a measure of the EU or UK tariff does: by its type, the duty that it states, and its
 * conditions.
 *
 * @param rule the rule
 * @param rate the duty; free where there is none
 * @param documents what must come with goods for which it is claimed
 */
record UkCharge(Rule rule, DutyRate rate, List<Condition> documents) {

  UkCharge(Rule rule, DutyRate rate) {
    this(rule, rate, List.of());
  }

  /**
   * What a measure does whose type is known.
   *
   * @param type its type
   * @param stated the duty that it states; empty for none
   * @param conditions its conditions
   * @return the rule and the duty
   * @throws IllegalArgumentException when it depends on what is not read, or states no duty
   */
  static UkCharge of(UkMeasureType type, Optional<DutyRate> stated, UkConditions conditions) {
    return switch (type.effect()) {
      case PROHIBITION, RESTRICTION, CONTROL -> forbidding(type, conditions);
      case CHARGE -> duty(type, conditions.charge(stated));
      case BASE ->
          duty(
              type,
              asksForEndUse(type, conditions)
                  ? conditions.relief(stated)
                  : conditions.ordinary(stated));
      default -> relief(type, stated, conditions);
    };
  }

  private static UkCharge relief(
      UkMeasureType type, Optional<DutyRate> stated, UkConditions conditions) {
    UkCharge charge = duty(type, conditions.relief(stated));
    return charge.rule() == Rule.PREFERENCE
        ? new UkCharge(charge.rule(), charge.rate(), conditions.documentsOfRelief())
        : charge;
  }

  /** Whether goods must be for an authorised end use, by the type or by the document asked for. */
  static boolean asksForEndUse(UkMeasureType type, UkConditions conditions) {
    return type.endUse() || type.is(Effect.BASE) && conditions.askForEndUse();
  }

  private static UkCharge duty(UkMeasureType type, Optional<DutyRate> duty) {
    return new UkCharge(
        type.rule(),
        duty.orElseThrow(() -> new IllegalArgumentException("the measure states no duty")));
  }

  /** A prohibition that a document may lift is a charge that no one knows without the document. */
  private static UkCharge forbidding(UkMeasureType type, UkConditions conditions) {
    if (conditions.allowSomething()) {
      return new UkCharge(Rule.ADDS, conditions.prohibition());
    }
    if (conditions.isEmpty() && !type.is(Effect.PROHIBITION)) {
      throw new IllegalArgumentException("what is restricted is not in the file");
    }
    return new UkCharge(type.rule(), new DutyRate.Free());
  }

  /** Whether a type bears on the duty of these goods; most controls do not. */
  static boolean bears(UkMeasureType type, UkConditions conditions) {
    return switch (type.effect()) {
      case NOTHING -> false;
      case CONTROL -> !conditions.isEmpty() && !conditions.allowSomething();
      case RESTRICTION -> !conditions.allowSomething();
      default -> true;
    };
  }
}
