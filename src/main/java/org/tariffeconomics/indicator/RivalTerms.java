package org.tariffeconomics.indicator;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * The terms on which one rival competes, as a {@link RealEffectiveIndex} needs them.
 *
 * @param name the rival's name
 * @param weight its weight as a competitor, a fraction from 0 to 1
 * @param tariff the tariff that it faces, a fraction above −1
 * @param exchangeRateIndex the value of the own currency in the rival's, new over old, positive; a
 *     rise is an appreciation of the own currency
 * @param relativePriceIndex own prices over the rival's prices in their own currencies, new over
 *     old, positive
 * @since 0.1.0
 */
public record RivalTerms(
    String name,
    double weight,
    double tariff,
    double exchangeRateIndex,
    double relativePriceIndex) {

  /**
   * Creates the terms.
   *
   * @param name the rival's name
   * @param weight its weight as a competitor
   * @param tariff the tariff that it faces
   * @param exchangeRateIndex the value of the own currency in the rival's
   * @param relativePriceIndex own prices over the rival's prices in their own currencies
   * @throws IllegalArgumentException when a number is outside its bounds
   */
  public RivalTerms {
    Objects.requireNonNull(name, "name");
    Require.share("the weight of " + name, weight);
    Require.tariff("the tariff of " + name, tariff);
    Require.positive("the exchangeRateIndex of " + name, exchangeRateIndex);
    Require.positive("the relativePriceIndex of " + name, relativePriceIndex);
  }

  double logRealRate() {
    return Math.log(exchangeRateIndex) + Math.log(relativePriceIndex);
  }

  /** The name, the weight and the tariff. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: weight %.1f%%, tariff %.1f%%", name, 100 * weight, 100 * tariff);
  }
}
