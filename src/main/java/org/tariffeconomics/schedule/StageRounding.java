package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a schedule rounds a staged rate: to a step, in a direction, or not at all. It is a property
 * of the schedule, not of the country: lines of one agreement differ.
 *
 * @param mode the direction
 * @param step the step in the unit of the rate, e.g. 0.1 of a percent or of a cent, positive; null
 *     for no rounding
 */
public record StageRounding(RoundingMode mode, @Nullable BigDecimal step) {

  /** The rate as it comes out, to 34 digits where it does not end. */
  public static final StageRounding NONE = new StageRounding(RoundingMode.UNNECESSARY, null);

  /** Truncated to tenths: KORUS, US–Colombia and most US schedules. */
  public static final StageRounding DOWN_TO_TENTH =
      new StageRounding(RoundingMode.DOWN, new BigDecimal("0.1"));

  /** To the nearest tenth, half up: the dairy lines of US–Panama. */
  public static final StageRounding NEAREST_TENTH =
      new StageRounding(RoundingMode.HALF_UP, new BigDecimal("0.1"));

  /**
   * Creates a rounding.
   *
   * @param mode the direction
   * @param step the step in the unit of the rate, e.g. 0.1 of a percent or of a cent, positive
   * @throws IllegalArgumentException when the step is not positive
   */
  public StageRounding {
    if (step != null && step.signum() <= 0) {
      throw new IllegalArgumentException("The step must be positive, but was " + step);
    }
  }

  /**
   * Reads {@code DOWN 0.1}, {@code HALF_UP 0.1} or {@code NONE}.
   *
   * @param text the text
   * @return the rounding
   * @throws IllegalArgumentException when it is none of these
   */
  public static StageRounding parse(String text) {
    if (text.strip().equals("NONE")) {
      return NONE;
    }
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "A stage rounding must read like 'DOWN 0.1', but was '" + text + "'");
    }
    return new StageRounding(RoundingMode.valueOf(parts[0]), new BigDecimal(parts[1]));
  }

  /** The quotient, rounded once: a quotient that is rounded before may fall below a step. */
  BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
    BigDecimal by = step;
    return by == null
        ? numerator.divide(denominator, MathContext.DECIMAL128)
        : numerator.divide(denominator.multiply(by), 0, mode).multiply(by);
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    return step == null ? "NONE" : mode + " " + step.toPlainString();
  }
}
