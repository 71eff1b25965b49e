package org.tariffeconomics.equilibrium;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * The formula by which the United States set its country tariffs of 2 April 2025, with every number
 * in it as a parameter.
 *
 * <pre>{@code
 * raw        (m - x) / (ε φ m)
 * discounted discount · raw
 * announced  the larger of the floor and discounted, rounded to the step
 * }</pre>
 *
 * <p>{@code m} are imports from and {@code x} exports to the partner, goods only. The formula asks
 * which tariff would bring the bilateral balance to zero if imports fell by ε φ percent for each
 * point of tariff and nothing else changed. The published text prints ε with a negative sign; the
 * rates follow from ε = 4 and φ = 0.25, so that {@code ε φ = 1}. Half the raw rate, rounded up to
 * the next whole percent, with a floor of 10 percent, gives the announced rates, but for those that
 * were stacked on other tariffs (China). φ = 0.25 is a pass-through to retail prices; at the border
 * about 0.945 was found, which cuts the rates to about a quarter.
 *
 * <p>The number of steps is one exact quotient of decimals, rounded once, so that a rate that is a
 * whole percent is never rounded up, whatever the parameters. Source: Office of the United States
 * Trade Representative (2 April 2025), Reciprocal tariff calculations.
 *
 * @param epsilon the absolute price elasticity of import demand, positive
 * @param phi the pass-through of tariffs to import prices, positive
 * @param floor the lowest rate announced, as a fraction, not negative
 * @param discount what is applied to the raw rate, positive; 0.5 halves it
 * @param step the step to which a rate is rounded, as a fraction, positive; 0.01 is whole percents
 * @param rounding how a rate is rounded to the step
 * @since 0.1.0
 */
public record ReciprocalFormula(
    double epsilon, double phi, double floor, double discount, double step, RoundingMode rounding) {

  /**
   * Creates a formula.
   *
   * @param epsilon the absolute price elasticity of import demand, positive
   * @param phi the pass-through of tariffs to import prices, positive
   * @param floor the lowest rate announced, as a fraction, not negative
   * @param discount what is applied to the raw rate, positive; 0.5 halves it
   * @param step the step to which a rate is rounded, as a fraction, positive; 0.01 is whole
   *     percents
   * @param rounding how a rate is rounded to the step
   * @throws IllegalArgumentException when a number is out of its range; rounding mode {@code
   *     UNNECESSARY} is refused
   */
  public ReciprocalFormula {
    Objects.requireNonNull(rounding, "rounding");
    Require.positive("epsilon", epsilon);
    Require.positive("phi", phi);
    Require.notNegative("floor", floor);
    Require.positive("discount", discount);
    Require.positive("step", step);
    if (rounding == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException("rounding must say how to round, but was UNNECESSARY");
    }
  }

  /**
   * {@return the formula as it was applied: ε = 4, φ = 0.25, halved, rounded up to whole percents,
   * at least 10 percent}
   */
  public static ReciprocalFormula usApril2025() {
    return new ReciprocalFormula(4, 0.25, 0.10, 0.5, 0.01, RoundingMode.CEILING);
  }

  /**
   * The same formula with another import demand elasticity.
   *
   * @param elasticity the absolute price elasticity of import demand, positive
   * @return a new formula
   */
  public ReciprocalFormula withEpsilon(double elasticity) {
    return new ReciprocalFormula(elasticity, phi, floor, discount, step, rounding);
  }

  /**
   * The same formula with another pass-through.
   *
   * @param passThrough the pass-through of tariffs to import prices, positive
   * @return a new formula
   */
  public ReciprocalFormula withPhi(double passThrough) {
    return new ReciprocalFormula(epsilon, passThrough, floor, discount, step, rounding);
  }

  /**
   * The same formula with another floor.
   *
   * @param lowest the lowest rate announced, as a fraction, not negative
   * @return a new formula
   */
  public ReciprocalFormula withFloor(double lowest) {
    return new ReciprocalFormula(epsilon, phi, lowest, discount, step, rounding);
  }

  /**
   * The same formula with another discount.
   *
   * @param factor what is applied to the raw rate, positive; 1 for none
   * @return a new formula
   */
  public ReciprocalFormula withDiscount(double factor) {
    return new ReciprocalFormula(epsilon, phi, floor, factor, step, rounding);
  }

  /**
   * The same formula with another rule of rounding.
   *
   * @param newStep the step as a fraction, positive
   * @param newRounding how a rate is rounded to the step
   * @return a new formula
   */
  public ReciprocalFormula withRounding(double newStep, RoundingMode newRounding) {
    Objects.requireNonNull(newRounding, "newRounding");
    return new ReciprocalFormula(epsilon, phi, floor, discount, newStep, newRounding);
  }

  /**
   * The rates for one partner.
   *
   * <p>Exports come first. With exports above imports the raw rate is negative, a surplus, and the
   * result says so: a negative rate for a partner of a known deficit is a sign of swapped
   * arguments.
   *
   * @param exports goods exports to the partner, money, not negative
   * @param imports goods imports from the partner, the same money, positive
   * @return raw, discounted and announced rate
   * @throws IllegalArgumentException when exports are negative or imports are not positive
   */
  public ReciprocalRate rate(double exports, double imports) {
    Require.notNegative("exports", exports);
    Require.positive("imports", imports);
    BigDecimal m = BigDecimal.valueOf(imports);
    BigDecimal deficit = m.subtract(BigDecimal.valueOf(exports));
    BigDecimal divisor = m.multiply(BigDecimal.valueOf(epsilon)).multiply(BigDecimal.valueOf(phi));
    return ofQuotient(deficit, divisor);
  }

  /**
   * The rates that follow from a raw rate.
   *
   * @param raw the raw rate as a fraction; negative with a surplus
   * @return raw, discounted and announced rate
   */
  public ReciprocalRate ofRawRate(double raw) {
    return ofQuotient(BigDecimal.valueOf(Require.finite("raw", raw)), BigDecimal.ONE);
  }

  /** The raw rate stays a quotient until it is rounded: 16/15 has no end as a decimal. */
  private ReciprocalRate ofQuotient(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal stepSize = BigDecimal.valueOf(step);
    BigDecimal discounted = dividend.multiply(BigDecimal.valueOf(discount));
    BigDecimal steps = discounted.divide(divisor.multiply(stepSize), 0, rounding);
    BigDecimal announced = steps.multiply(stepSize).max(BigDecimal.valueOf(floor));
    return new ReciprocalRate(
        dividend.divide(divisor, MathContext.DECIMAL128).doubleValue(),
        discounted.divide(divisor, MathContext.DECIMAL128).doubleValue(),
        announced.doubleValue());
  }

  /** The parameters in short. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Reciprocal formula: epsilon %.3g, phi %.3g, x %.3g, floor %.3g, step %.3g",
        epsilon,
        phi,
        discount,
        floor,
        step);
  }
}
