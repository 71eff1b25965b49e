package org.tariffeconomics.indicator;

/**
 * The ways in which {@link RevealedAdvantage} compares a country's exports of a product with those
 * of all countries.
 *
 * <p>In the formulas X_ij are the exports of country i in product j, X_i those of country i in all
 * products, X_j those of all countries in product j, X all exports.
 *
 * @since 0.1.0
 */
public enum AdvantageMeasure {
  /**
   * Balassa's index (X_ij / X_i) / (X_j / X): from 0 without bound, neutral at 1. Undefined where
   * the country or the product has no exports at all. Source: Balassa (1965).
   */
  BALASSA("Balassa RCA"),
  /**
   * The symmetric index (RCA − 1) / (RCA + 1) of Balassa's: from −1 to below 1, neutral at 0.
   * Undefined where Balassa's is. Source: Laursen (1998); Dalum, Laursen and Villumsen (1998).
   */
  SYMMETRIC("Symmetric RCA"),
  /**
   * The normalised index X_ij / X − X_i X_j / X²: from −1/4 to 1/4, neutral at 0, and its sums over
   * countries and over products are zero, so that it compares over time and space. Undefined only
   * where there is no trade at all. Source: Yu, Cai and Leung (2009).
   */
  NORMALISED("Normalised RCA"),
  /**
   * The additive index X_ij / X_i − X_j / X: above −1 and below 1, neutral at 0; it sums to zero
   * over the products of a country. Undefined where the country has no exports. Source: Hoen and
   * Oosterhaven (2006).
   */
  ADDITIVE("Additive RCA"),
  /**
   * Vollrath's relative export advantage, RXA: (X_ij / X_in) / (X_rj / X_rn), where n are all other
   * products and r all other countries, so that nothing is counted twice; from 0, neutral at 1.
   * Undefined where the country sells nothing else, or the other countries sell none of the product
   * or nothing else. Source: Vollrath (1991).
   */
  RELATIVE_EXPORT("Relative export advantage");

  private final String title;

  AdvantageMeasure(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
