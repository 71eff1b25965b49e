package org.tariffeconomics.landedcost;

import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How much of a tariff change arrives in prices, and who bears it.
 *
 * <p>{@code border} is β = d ln(duty-inclusive border price) / d ln(1 + t): at β = 1 the exporter's
 * price stays, at β = 0 the exporter absorbs the whole change. {@code retail} is the share of the
 * same log change that arrives at the buyer; what arrives at the border and not at the buyer is
 * borne by the importer's margin. Shares are fractions of the log change of 1 + t and add up to
 * one; values outside 0…1 (over-shifting) are possible and allowed.
 *
 * <p>Estimates for the US tariffs of 2018–19: β close to 1 at the border (Amiti, Redding and
 * Weinstein 2019, Journal of Economic Perspectives), much less in retail prices (Cavallo, Gopinath,
 * Neiman and Tang 2021, AER: Insights).
 *
 * @param border the elasticity of the duty-inclusive border price, finite
 * @param retail the part of the log change that arrives at the buyer, finite
 * @since 0.1.0
 */
public record PassThrough(double border, double retail) {

  /**
   * Creates a pass-through.
   *
   * @param border the elasticity of the duty-inclusive border price
   * @param retail the part of the log change that arrives at the buyer
   * @throws IllegalArgumentException when one is not finite
   */
  public PassThrough {
    requireFinite("border", border);
    requireFinite("retail", retail);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, but was " + value);
    }
  }

  /**
   * A pass-through at the border, the importer's margin unchanged.
   *
   * @param beta the elasticity of the duty-inclusive price with respect to 1 + t
   * @return the pass-through
   * @throws IllegalArgumentException when it is not finite
   */
  public static PassThrough of(double beta) {
    return new PassThrough(beta, beta);
  }

  /**
   * The pass-through of a competitive market in partial equilibrium: ω / (ω + η).
   *
   * @param exportSupply the elasticity ω of export supply, not negative
   * @param importDemand the absolute value η of the elasticity of import demand, not negative
   * @return the pass-through
   * @throws IllegalArgumentException when one is negative or not finite, or both are zero
   */
  public static PassThrough ofElasticities(double exportSupply, double importDemand) {
    requireNotNegative("exportSupply", exportSupply);
    requireNotNegative("importDemand", importDemand);
    if (exportSupply + importDemand == 0) {
      throw new IllegalArgumentException(
          "exportSupply and importDemand must not both be zero, but were 0.0");
    }
    return of(exportSupply / (exportSupply + importDemand));
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " must be finite and not negative, but was " + value);
    }
  }

  /**
   * The same pass-through at the border with another part of it arriving at the buyer.
   *
   * @param share the part of the log change that arrives at the buyer
   * @return a new pass-through
   * @throws IllegalArgumentException when it is not finite
   */
  public PassThrough withRetail(double share) {
    return new PassThrough(border, share);
  }

  /**
   * The factor on the duty-inclusive border price: (T1 / T0)^β.
   *
   * @param before the rate before, above −100 %
   * @param after the rate after, above −100 %
   * @return the factor
   * @throws IllegalArgumentException when a rate is −100 %, or the factor exceeds a double
   */
  public double landedFactor(Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return factor(before, after, border);
  }

  /**
   * The factor on the exporter's duty-exclusive price: (T1 / T0)^(β − 1).
   *
   * @param before the rate before, above −100 %
   * @param after the rate after, above −100 %
   * @return the factor, below 1 where the exporter absorbs part of a higher rate
   * @throws IllegalArgumentException when a rate is −100 %, or the factor exceeds a double
   */
  public double exporterPriceFactor(Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return factor(before, after, border - 1);
  }

  private static double factor(Rate before, Rate after, double exponent) {
    double factor = Math.exp(exponent * change(before, after).logPriceEffect());
    requireFinite("the price factor", factor);
    return factor;
  }

  private static RateChange change(Rate before, Rate after) {
    Parity.requirePower("before", before);
    Parity.requirePower("after", after);
    return before.to(after);
  }

  /**
   * The duty-inclusive price after a change: L0 · (T1 / T0)^β.
   *
   * @param landedBefore the price before, not negative
   * @param before the rate before, above −100 %
   * @param after the rate after, above −100 %
   * @return the price after, in the same money
   * @throws IllegalArgumentException when an argument is out of its bounds
   */
  public double landedAfter(double landedBefore, Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requireNotNegative("landedBefore", landedBefore);
    return Require.finiteResult("the price after", landedBefore * landedFactor(before, after));
  }

  /**
   * The duty-inclusive price after a change in the linear convention, in which β is the change of
   * the price per point of tariff: L0 · (1 + β (t1 − t0) / (1 + t0)). It differs from {@link
   * #landedAfter} at second order.
   *
   * @param landedBefore the price before, not negative
   * @param before the rate before, above −100 %
   * @param after the rate after, above −100 %
   * @return the price after, in the same money
   * @throws IllegalArgumentException when an argument is out of its bounds
   */
  public double linearLandedAfter(double landedBefore, Rate before, Rate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requireNotNegative("landedBefore", landedBefore);
    double change = change(before, after).priceEffect().doubleValue();
    return Require.finiteResult("the price after", landedBefore * (1 + border * change));
  }

  /** {@return the share that the buyer bears: {@link #retail}, a fraction of the log change} */
  public double buyerShare() {
    return retail;
  }

  /** {@return the share that the exporter absorbs: 1 − β, a fraction of the log change} */
  public double exporterShare() {
    return 1 - border;
  }

  /**
   * {@return the share that the importer's margin absorbs: border − retail, a fraction of the log
   * change}
   */
  public double importerShare() {
    return border - retail;
  }

  /**
   * {@return who bears a tariff change: a row for exporter, importer and buyer; the shares add up
   * to one}
   */
  public Table table() {
    return new Table(
        "Who bears a tariff change, in shares of the log change of 1 + t",
        List.of("who", "share"),
        List.of(
            List.of(Cell.text("exporter"), Cell.percent(exporterShare(), 1)),
            List.of(Cell.text("importer"), Cell.percent(importerShare(), 1)),
            List.of(Cell.text("buyer"), Cell.percent(buyerShare(), 1)),
            List.of(Cell.text("total"), Cell.percent(1.0, 1))),
        List.of("a stated pass-through, not an estimate"));
  }

  /** The two elasticities. */
  @Override
  public String toString() {
    return "pass-through " + border + " at the border, " + retail + " to the buyer";
  }
}
