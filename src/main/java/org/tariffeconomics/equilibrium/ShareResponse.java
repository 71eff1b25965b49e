package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a change of relative prices does to an {@link ArmingtonMarket}: shares exactly and by their
 * logarithmic and linear approximations, price index, quantities and values.
 *
 * <p>With price factors {@code p}, shares {@code s} and the elasticities σ and η:
 *
 * <pre>{@code
 * share     s p^(1-σ) / Σ s p^(1-σ)
 * index     P = (Σ s p^(1-σ))^(1/(1-σ));  exp(Σ s ln p) where σ = 1
 * quantity  p^(-σ) P^(σ+η)
 * value     p^(1-σ) P^(σ+η)
 * }</pre>
 *
 * <p>Indices, quantities and values are factors: new over old. The quantity and value factor of a
 * supplier without a share is the one it would have if it sold anything.
 *
 * @since 0.1.0
 */
public final class ShareResponse {

  /** Below this distance of σ from one the index is taken by its Cobb–Douglas limit form. */
  private static final double NEAR_COBB_DOUGLAS = 0.05;

  private final ArmingtonMarket market;
  private final double[] priceFactors;
  private final double[] shares;
  private final double priceIndex;

  private ShareResponse(
      ArmingtonMarket market, double[] priceFactors, double[] shares, double priceIndex) {
    this.market = market;
    this.priceFactors = priceFactors;
    this.shares = shares;
    this.priceIndex = priceIndex;
  }

  /** The response to factors that are checked and that nobody else holds. */
  static ShareResponse of(ArmingtonMarket market, double[] priceFactors) {
    double[] old = market.rawShares();
    double[] shares = new double[old.length];
    double exponent = 1 - market.sigma();
    double sum = weights(old, priceFactors, exponent, shares);
    boolean direct =
        Math.abs(exponent) > NEAR_COBB_DOUGLAS && sum > Double.MIN_NORMAL && sum < 1e300;
    return direct
        ? direct(market, priceFactors, shares, sum)
        : inLogarithms(market, priceFactors, shares);
  }

  /** Fills in {@code s p^(1−σ)} and gives its sum: the one power a supplier needs. */
  private static double weights(double[] old, double[] factors, double exponent, double[] into) {
    double sum = 0;
    for (int i = 0; i < old.length; i++) {
      double weight = old[i] * Math.pow(factors[i], exponent);
      into[i] = weight;
      sum += weight;
    }
    return sum;
  }

  private static ShareResponse direct(
      ArmingtonMarket market, double[] factors, double[] weights, double sum) {
    double scale = 1 / sum;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    return new ShareResponse(market, factors, weights, Math.pow(sum, 1 / (1 - market.sigma())));
  }

  private static ShareResponse inLogarithms(
      ArmingtonMarket market, double[] factors, double[] shares) {
    double[] old = market.rawShares();
    double[] logs = Ces.logs(factors);
    double logIndex = Ces.logPriceIndex(old, logs, market.sigma());
    double sum = 0;
    for (int i = 0; i < old.length; i++) {
      double change = Math.exp((1 - market.sigma()) * (logs[i] - logIndex));
      shares[i] = old[i] > 0 ? old[i] * change : 0;
      sum += shares[i];
    }
    for (int i = 0; i < old.length; i++) {
      shares[i] /= sum;
    }
    return new ShareResponse(market, factors, shares, Math.exp(logIndex));
  }

  /** {@return the market before the change} */
  public ArmingtonMarket market() {
    return market;
  }

  /** {@return the price factors that were put in: new over old price, tariff included} */
  public double[] priceFactors() {
    return priceFactors.clone();
  }

  /** {@return the expenditure shares after the change: fractions that add up to one} */
  public double[] shares() {
    return shares.clone();
  }

  /**
   * The change of one supplier's expenditure share.
   *
   * @param supplier the supplier, counted from 0
   * @return new share less old share, as a fraction
   */
  public double shareChange(int supplier) {
    return shares[supplier] - market.rawShares()[supplier];
  }

  /** {@return the price index of the whole market: new over old} */
  public double priceIndex() {
    return priceIndex;
  }

  /** {@return the quantity index of the whole market, {@code P^η}: new over old} */
  public double quantityIndex() {
    return Require.finiteResult("quantity index", Math.pow(priceIndex, market.demandElasticity()));
  }

  /** {@return the quantity of every supplier: new over old} */
  public double[] quantities() {
    return factors(-market.sigma(), "quantity");
  }

  /** {@return the value of every supplier's sales at tariff-inclusive prices: new over old} */
  public double[] values() {
    return factors(1 - market.sigma(), "value");
  }

  private double[] factors(double exponent, String what) {
    double common = (market.sigma() + market.demandElasticity()) * Math.log(priceIndex);
    double[] factors = new double[priceFactors.length];
    for (int i = 0; i < factors.length; i++) {
      double factor = Math.exp(exponent * Math.log(priceFactors[i]) + common);
      factors[i] = Require.finiteResult(what + " of " + market.suppliers().get(i), factor);
    }
    return factors;
  }

  /**
   * The shares by the logarithmic approximation {@code s exp((1−σ)(ln p − Σ s ln p))}: never
   * negative, but they do not add up to one.
   *
   * @return shares as fractions
   */
  public double[] logApproximation() {
    double[] old = market.rawShares();
    double[] logs = Ces.logs(priceFactors);
    double mean = mean(old, logs);
    double[] approximation = new double[old.length];
    for (int i = 0; i < old.length; i++) {
      double change = Math.exp((1 - market.sigma()) * (logs[i] - mean));
      approximation[i] = old[i] > 0 ? Require.finiteResult("share", old[i] * change) : 0;
    }
    return approximation;
  }

  /**
   * The shares by the linear approximation {@code s + s(1−σ)((p−1) − Σ s(p−1))}: they add up to
   * one, but can leave the range from 0 to 1.
   *
   * @return shares as fractions
   */
  public double[] linearApproximation() {
    double[] old = market.rawShares();
    double mean = mean(old, priceFactors);
    double[] approximation = new double[old.length];
    for (int i = 0; i < old.length; i++) {
      approximation[i] =
          Require.finiteResult(
              "share", old[i] * (1 + (1 - market.sigma()) * (priceFactors[i] - mean)));
    }
    return approximation;
  }

  private static double mean(double[] shares, double[] values) {
    double mean = 0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * values[i];
    }
    return mean;
  }

  /**
   * {@return a row for each supplier: price, share before and after, change, quantity and value}
   */
  public Table table() {
    double[] quantities = quantities();
    double[] values = values();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      rows.add(
          List.of(
              Cell.text(market.suppliers().get(i)),
              Cell.relative(priceFactors[i] - 1, 2),
              Cell.percent(market.rawShares()[i], 2),
              Cell.percent(shares[i], 2),
              Cell.points(shareChange(i), 2),
              Cell.relative(quantities[i] - 1, 2),
              Cell.relative(values[i] - 1, 2)));
    }
    return Table.of(
            "Share shift (+ means the supplier gains)",
            List.of("supplier", "price", "share before", "after", "change", "quantity", "value"),
            rows)
        .withCaption(List.of(assumptions()));
  }

  private String assumptions() {
    return String.format(
        Locale.ROOT,
        "CES, sigma %.4g, total demand elasticity %.4g; price index %+.2f%%",
        market.sigma(),
        market.demandElasticity(),
        100 * (priceIndex - 1));
  }

  /** The price index and the elasticity of substitution. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Share shift of %d suppliers at sigma %.4g, price index x %.4f",
        shares.length,
        market.sigma(),
        priceIndex);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShareResponse that
        && market.equals(that.market)
        && Arrays.equals(priceFactors, that.priceFactors)
        && Arrays.equals(shares, that.shares)
        && Double.compare(priceIndex, that.priceIndex) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(market, Arrays.hashCode(priceFactors), Arrays.hashCode(shares), priceIndex);
  }
}
