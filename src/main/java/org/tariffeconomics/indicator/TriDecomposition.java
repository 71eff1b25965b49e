package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * What makes up the square of the trade restrictiveness index: TRI² = mean² + variance +
 * covariance.
 *
 * <p>All three are weighted with import shares. The covariance is that of the relative elasticity
 * (its import-weighted mean is one) with the squared tariff; it is positive where high tariffs
 * stand on products of elastic demand. Source: Kee, Nicita and Olarreaga (2008).
 *
 * @since 0.1.0
 */
public final class TriDecomposition {

  private final double mean;
  private final double variance;
  private final double covariance;

  TriDecomposition(double mean, double variance, double covariance) {
    Require.finite("mean", mean);
    Require.notNegative("variance", variance);
    Require.finite("covariance", covariance);
    this.mean = mean;
    this.variance = variance;
    this.covariance = covariance;
  }

  /** {@return the trade-weighted average tariff, a fraction} */
  public double mean() {
    return mean;
  }

  /** {@return the trade-weighted variance of tariffs, a squared fraction, not negative} */
  public double variance() {
    return variance;
  }

  /** {@return the covariance of relative elasticity and squared tariff, a squared fraction} */
  public double covariance() {
    return covariance;
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

  private List<Object> components() {
    return List.of(mean, variance, covariance);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TriDecomposition that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
