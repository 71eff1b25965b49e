package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;

/**
 * A safeguard by quantity: an additional duty from the moment at which the imports of a year exceed
 * a trigger.
 *
 * <p>Source: WTO Agreement on Agriculture, Article 5.1(a) and 5.4.
 *
 * @param name the safeguard's name
 * @param trigger the quantity that imports must exceed
 * @param additional the additional duty
 * @since 0.1.0
 */
public record VolumeSafeguard(String name, Quantity trigger, DutyRate additional) {

  /**
   * Refuses nulls.
   *
   * @param name the safeguard's name
   * @param trigger the quantity that imports must exceed
   * @param additional the additional duty
   */
  public VolumeSafeguard {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(additional, "additional");
  }

  private static final BigDecimal LEAST_SHARE = new BigDecimal("1.05");

  /**
   * Whether the additional duty is due.
   *
   * @param imported what has come in during the year, in any unit that converts
   * @return whether that exceeds the trigger
   * @throws IllegalArgumentException when the units measure different things
   */
  public boolean isTriggered(Quantity imported) {
    Objects.requireNonNull(imported, "imported");
    return imported.compareTo(trigger) > 0;
  }

  /**
   * The duty in force at a level of imports.
   *
   * @param imported what has come in during the year
   * @return the additional duty, or {@link DutyRate.Free} while the trigger is not exceeded
   */
  public DutyRate at(Quantity imported) {
    Objects.requireNonNull(imported, "imported");
    return isTriggered(imported) ? additional : new DutyRate.Free();
  }

  /**
   * The trigger of Article 5.4: a base level on the average imports, plus the change in
   * consumption, but at least 105 % of the average imports.
   *
   * <p>The base level is 125 % where imports were at most 10 % of consumption, 110 % where they
   * were more than 10 % and at most 30 %, 105 % where they were more.
   *
   * @param averageImports the average yearly imports of the three preceding years
   * @param importShare imports over consumption in these years, within 0…1
   * @param consumptionChange consumption of the latest year less that of the year before, in the
   *     unit of the imports; may be negative
   * @return the trigger in the unit of the imports
   * @throws IllegalArgumentException when the share is not within 0…1
   */
  public static Quantity triggerLevel(
      Quantity averageImports, Rate importShare, BigDecimal consumptionChange) {
    Objects.requireNonNull(averageImports, "averageImports");
    Objects.requireNonNull(importShare, "importShare");
    Objects.requireNonNull(consumptionChange, "consumptionChange");
    BigDecimal imports = averageImports.amount();
    BigDecimal level = imports.multiply(baseLevel(importShare)).add(consumptionChange);
    return new Quantity(level.max(imports.multiply(LEAST_SHARE)), averageImports.unit());
  }

  private static BigDecimal baseLevel(Rate importShare) {
    if (importShare.compareTo(Rate.ZERO) < 0 || importShare.compareTo(Rate.percent(100)) > 0) {
      throw new IllegalArgumentException(
          "importShare must be within 0% and 100%, but was " + importShare);
    }
    if (importShare.compareTo(Rate.percent(10)) <= 0) {
      return new BigDecimal("1.25");
    }
    return importShare.compareTo(Rate.percent(30)) <= 0 ? new BigDecimal("1.10") : LEAST_SHARE;
  }

  /**
   * The most that Article 5.4 allows on top of an ordinary duty: a third of it.
   *
   * @param ordinary the ordinary duty
   * @return a third of it, to 34 digits
   */
  public static Rate highestAdditionalDuty(Rate ordinary) {
    Objects.requireNonNull(ordinary, "ordinary");
    return Rate.fraction(ordinary.fraction().divide(BigDecimal.valueOf(3), MathContext.DECIMAL128));
  }

  /** The name, the trigger and the duty. */
  @Override
  public String toString() {
    return name + ": " + additional + " above " + trigger;
  }
}
