package org.tariffeconomics.indicator;

import java.util.Locale;
import org.tariffeconomics.basics.Require;

/**
 * What makes up the square of the trade restrictiveness index: TRI² = mean² + variance +
 * covariance.
 *
 * <p>All three are weighted with import shares. The covariance is that of the relative elasticity
 * (its import-weighted mean is one) with the squared tariff; it is positive where high tariffs
 * stand on products of elastic demand. Source: Kee, Nicita and Olarreaga (2008).
 *
 * @param mean the trade-weighted average tariff, a fraction
 * @param variance the trade-weighted variance of tariffs, a squared fraction, not negative
 * @param covariance the covariance of relative elasticity and squared tariff, a squared fraction
 */
public record TriDecomposition(double mean, double variance, double covariance) {

  /**
   * Creates a decomposition.
   *
   * @param mean the trade-weighted average tariff
   * @param variance the trade-weighted variance of tariffs
   * @param covariance the covariance of relative elasticity and squared tariff
   * @throws IllegalArgumentException when a part is not finite or the variance is negative
   */
  public TriDecomposition {
    Require.finite("mean", mean);
    Require.notNegative("variance", variance);
    Require.finite("covariance", covariance);
  }

  /**
   * {@return the part of TRI² that the average tariff alone explains: mean², a squared fraction}
   */
  public double meanSquared() {
    return mean * mean;
  }

  /**
   * The index that the parts add up to.
   *
   * @return the TRI, a fraction, not negative
   */
  public double tri() {
    return Math.sqrt(Math.max(0, meanSquared() + variance + covariance));
  }

  /** The index and its parts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TRI %.4f: mean² %.6f, variance %.6f, covariance %.6f",
        tri(),
        meanSquared(),
        variance,
        covariance);
  }
}
