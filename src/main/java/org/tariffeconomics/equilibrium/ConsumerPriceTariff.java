package org.tariffeconomics.equilibrium;

import org.tariffeconomics.basics.Require;

/**
 * A tariff as a share of the <b>consumer</b> price, the form in which models of price-setting firms
 * need it, and its honest conversion from a customs rate.
 *
 * <p>A customs rate {@code t} is charged on the customs value, the consumer price is what the buyer
 * pays, duty included. If the customs value is the share {@code k} of the price without the duty,
 * the duty is
 *
 * <pre>{@code
 * D = t k (p - D),  hence  τ = D/p = t k / (1 + t k)
 * }</pre>
 *
 * <p>With {@code k = 1}, a price that goes in full to the customs value, {@code τ = t/(1+t)}: 25
 * percent are 20 percent of the consumer price. To put {@code t} itself in the place of τ, as is
 * sometimes done, overstates the shock: 25 percent of the consumer price are a customs rate of a
 * third. The conversion supposes that the customs value moves in proportion with the consumer
 * price. A duty on a transfer price that stays where it is acts as a rise of cost instead: see
 * {@link BertrandMarket#afterCosts}.
 *
 * @since 0.1.0
 */
public final class ConsumerPriceTariff {

  private ConsumerPriceTariff() {}

  /**
   * The share of the consumer price, where the whole price without duty is the customs value.
   *
   * @param customsRate the rate on the customs value, as a fraction, not negative
   * @return the share, from 0 to below 1
   */
  public static double ofCustomsRate(double customsRate) {
    return ofCustomsRate(customsRate, 1);
  }

  /**
   * The share of the consumer price, where the customs value is a part of the price without duty:
   * the rest are margins and costs after the border.
   *
   * @param customsRate the rate on the customs value, as a fraction, not negative
   * @param customsValueShare customs value over consumer price without duty, from 0 to 1
   * @return the share, from 0 to below 1
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static double ofCustomsRate(double customsRate, double customsValueShare) {
    Require.notNegative("customsRate", customsRate);
    Require.share("customsValueShare", customsValueShare);
    double duty = customsRate * customsValueShare;
    return duty / (1 + duty);
  }

  /**
   * The customs rate that takes a given share of the consumer price.
   *
   * @param shareOfConsumerPrice the share, from 0 to below 1
   * @param customsValueShare customs value over consumer price without duty, above 0 and at most 1
   * @return the rate on the customs value, as a fraction
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static double toCustomsRate(double shareOfConsumerPrice, double customsValueShare) {
    check("shareOfConsumerPrice", shareOfConsumerPrice);
    Require.share("customsValueShare", customsValueShare);
    Require.positive("customsValueShare", customsValueShare);
    return Require.finiteResult(
        "customs rate", shareOfConsumerPrice / (1 - shareOfConsumerPrice) / customsValueShare);
  }

  /** A share of the consumer price: from 0 to below 1. */
  static double check(String name, double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to below 1, but was " + share);
    }
    return share;
  }
}
