package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * The change from one rate to another, and the three numbers that readers mix up.
 *
 * <p>27.5 % → 15 % is −12.5 percentage points ({@link #points()}), −45.5 % of the duty ({@link
 * #relative()}) and −9.8 % of the duty-paid price ({@link #priceEffect()}). Negative is a cut.
 *
 * @param before the rate before the change
 * @param after the rate after it
 * @since 0.1.0
 */
public record RateChange(Rate before, Rate after) {

  /**
   * Refuses nulls.
   *
   * @param before the rate before the change
   * @param after the rate after it
   */
  public RateChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /**
   * The change in percentage points, as a fraction: after − before.
   *
   * @return −0.125 for 27.5 % → 15 %
   */
  public BigDecimal points() {
    return after.fraction().subtract(before.fraction());
  }

  /**
   * The change of the duty relative to the duty before: (after − before) / before.
   *
   * @return −0.4545… for 27.5 % → 15 %, to 34 digits; empty where the rate before was zero
   */
  public Optional<BigDecimal> relative() {
    return before.isZero()
        ? Optional.empty()
        : Optional.of(points().divide(before.fraction(), PRECISION));
  }

  /**
   * The change of the duty-paid price when the seller's price stays: (1 + after) / (1 + before) −
   * 1.
   *
   * @return −0.0980… for 27.5 % → 15 %, to 34 digits
   * @throws IllegalStateException when the rate before was −100 %, where there is no price to
   *     compare
   */
  public BigDecimal priceEffect() {
    if (before.power().signum() == 0) {
      throw new IllegalStateException("There is no price to compare with at a rate of " + before);
    }
    return points().divide(before.power(), PRECISION);
  }

  /**
   * The change of the duty-paid price in logarithms: ln (1 + after) − ln (1 + before).
   *
   * @return −0.1032… for 27.5 % → 15 %; the negative of that of {@link #reversed()}
   * @throws ArithmeticException when a rate is −100 %, where there is no price to compare
   */
  public double logPriceEffect() {
    if (after.power().signum() == 0) {
      throw new ArithmeticException("after -100% there is no price to compare: " + this);
    }
    return Math.log1p(priceEffect().doubleValue());
  }

  /**
   * The same change the other way round.
   *
   * @return the change from {@link #after} to {@link #before}
   */
  public RateChange reversed() {
    return new RateChange(after, before);
  }

  /**
   * The change as a sentence that keeps its three numbers apart, rounded to one decimal.
   *
   * @return for example {@code From 27.5% to 15.0%: 12.5 percentage points lower, which is 45.5% of
   *     the duty and 9.8% of the duty-paid price.}
   */
  public String sentence() {
    if (points().signum() == 0) {
      return "Unchanged at " + after.toText(1) + ".";
    }
    String way = points().signum() < 0 ? " lower" : " higher";
    String duty = relative().map(r -> shown(r) + "% of the duty and ").orElse("");
    String price =
        before.power().signum() == 0
            ? ""
            : ", which is " + duty + shown(priceEffect()) + "% of the duty-paid price";
    return "From "
        + before.toText(1)
        + " to "
        + after.toText(1)
        + ": "
        + shown(points())
        + " percentage points"
        + way
        + price
        + ".";
  }

  private static String shown(BigDecimal fraction) {
    return fraction.abs().movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** The change in points with its sign, {@code -12.5 pp}; zero is {@code 0.0 pp}. */
  @Override
  public String toString() {
    BigDecimal shown = points().movePointRight(2).stripTrailingZeros();
    if (shown.scale() < 1 || shown.scale() > 4) {
      shown = shown.setScale(shown.scale() < 1 ? 1 : 4, RoundingMode.HALF_UP);
    }
    return (shown.signum() > 0 ? "+" : "") + shown.toPlainString() + " pp";
  }
}
