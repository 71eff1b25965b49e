package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a customs territory rounds duties to money.
 *
 * @param decimals the decimals of a payable amount, not negative
 * @param mode how it is rounded
 * @param level whether each duty is rounded, or only their total
 */
public record RoundingPolicy(int decimals, RoundingMode mode, Level level) {

  /** Each duty to the cent, half up: the way of US entry summaries. */
  public static final RoundingPolicy EACH_DUTY_TO_CENT =
      new RoundingPolicy(2, RoundingMode.HALF_UP, Level.EACH_DUTY);

  /** Only the total, to the cent, half up. */
  public static final RoundingPolicy TOTAL_TO_CENT =
      new RoundingPolicy(2, RoundingMode.HALF_UP, Level.TOTAL);

  /** What is rounded. */
  public enum Level {
    /** Each duty by itself; the total is the sum of the rounded ones. */
    EACH_DUTY,
    /** Only the total. */
    TOTAL
  }

  /**
   * Creates a policy.
   *
   * @param decimals the decimals of a payable amount, not negative
   * @param mode how it is rounded
   * @param level whether each duty is rounded, or only their total
   * @throws IllegalArgumentException when the decimals are negative
   */
  public RoundingPolicy {
    if (decimals < 0) {
      throw new IllegalArgumentException("decimals must not be negative, but was " + decimals);
    }
  }

  /**
   * An amount rounded.
   *
   * @param amount the exact amount
   * @return the payable amount
   */
  public BigDecimal round(BigDecimal amount) {
    return amount.setScale(decimals, mode);
  }

  /** For example {@code each duty to 2 decimals, HALF_UP}. */
  @Override
  public String toString() {
    return (level == Level.EACH_DUTY ? "each duty" : "the total")
        + " to "
        + decimals
        + " decimals, "
        + mode;
  }
}
