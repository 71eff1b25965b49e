package org.tariffeconomics.indicator;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * One input of a product, as {@link EffectiveProtection} needs it.
 *
 * @param name what the input is
 * @param share its value per unit of the product's value, a fraction that is not negative; whether
 *     at free-trade or at observed prices is said where it is used
 * @param tradedContent the part of it that is traded goods, from 0 to 1: 1 for a traded input
 * @param tariff the tariff on its traded content, a fraction above −1
 * @param traded whether the input itself is traded
 * @since 0.1.0
 */
public record ProductionInput(
    String name, double share, double tradedContent, double tariff, boolean traded) {

  /**
   * Creates an input; {@link #traded(String, double, double)} and {@link #nonTraded} read better.
   *
   * @param name what the input is
   * @param share its value
   * @param tradedContent the part of it that is traded goods
   * @param tariff the tariff on its traded content
   * @param traded whether the input itself is traded
   * @throws IllegalArgumentException when a number is outside its bounds or a traded input is not
   *     wholly traded content
   */
  public ProductionInput {
    Objects.requireNonNull(name, "name");
    Require.notNegative("the share of " + name, share);
    Require.share("the tradedContent of " + name, tradedContent);
    Require.tariff("the tariff of " + name, tariff);
    if (traded && tradedContent != 1) {
      throw new IllegalArgumentException(
          "the tradedContent of the traded input " + name + " must be 1, but was " + tradedContent);
    }
  }

  /**
   * A traded input.
   *
   * @param name what it is
   * @param share its value per unit of the product's value, not negative
   * @param tariff the tariff on it, a fraction above −1
   * @return the input
   */
  public static ProductionInput traded(String name, double share, double tariff) {
    Objects.requireNonNull(name, "name");
    return new ProductionInput(name, share, 1, tariff, true);
  }

  /**
   * A non-traded input made without traded goods.
   *
   * @param name what it is
   * @param share its value per unit of the product's value, not negative
   * @return the input
   */
  public static ProductionInput nonTraded(String name, double share) {
    Objects.requireNonNull(name, "name");
    return nonTraded(name, share, 0, 0);
  }

  /**
   * A non-traded input that is itself made of traded goods in part.
   *
   * @param name what it is
   * @param share its value per unit of the product's value, not negative
   * @param tradedContent the part of it that is traded goods, direct and indirect, from 0 to 1
   * @param tariff the tariff on these goods, a fraction above −1
   * @return the input
   */
  public static ProductionInput nonTraded(
      String name, double share, double tradedContent, double tariff) {
    Objects.requireNonNull(name, "name");
    return new ProductionInput(name, share, tradedContent, tariff, false);
  }

  /** What the treatment counts as bought in rather than as protected value added. */
  double boughtShare(NonTradedTreatment treatment) {
    return share * (isWhole(treatment) ? 1 : tradedContent);
  }

  /** The tariff on what the treatment counts as bought in. */
  double boughtTariff(NonTradedTreatment treatment) {
    return !traded && treatment == NonTradedTreatment.BALASSA ? 0 : tariff;
  }

  private boolean isWhole(NonTradedTreatment treatment) {
    return traded || treatment == NonTradedTreatment.BALASSA;
  }

  /** The name, the share and the tariff. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%s: share %.1f%%, tariff %.1f%%",
        name,
        traded ? "" : " (non-traded)",
        100 * share,
        100 * tariff);
  }
}
