package org.tariffeconomics.indicator;

/**
 * The ways in which {@link TwoWayTrade} sets a country's exports of a product against its imports.
 *
 * <p>In the formulas x and m are the country's exports and imports of the product; sums run over
 * the products of the country.
 *
 * @since 0.1.0
 */
public enum TwoWayMeasure {
  /**
   * Lafay's index 100 [(x−m)/(x+m) − Σ(x−m)/Σ(x+m)] (x+m)/Σ(x+m): from −50 to 50, positive for a
   * specialisation; it sums to zero over the products of a country. A product without trade has 0;
   * undefined where the country has no trade. Source: Lafay (1992).
   */
  LAFAY("Lafay index"),
  /**
   * Grubel and Lloyd's share of intra-industry trade, 1 − |x−m|/(x+m): from 0 (one way) to 1
   * (balanced). Undefined where the country does not trade the product. Source: Grubel and Lloyd
   * (1975).
   */
  GRUBEL_LLOYD("Grubel-Lloyd index"),
  /**
   * Vollrath's relative import advantage, RMA: {@link AdvantageMeasure#RELATIVE_EXPORT} taken over
   * imports. Source: Vollrath (1991).
   */
  RELATIVE_IMPORT("Relative import advantage"),
  /**
   * Vollrath's relative trade advantage RXA − RMA, neutral at 0. Undefined where either is. Source:
   * Vollrath (1991).
   */
  RELATIVE_TRADE("Relative trade advantage"),
  /**
   * Vollrath's revealed competitiveness ln RXA − ln RMA, neutral at 0. Undefined where either is,
   * or is zero. Source: Vollrath (1991).
   */
  REVEALED_COMPETITIVENESS("Revealed competitiveness");

  private final String title;

  TwoWayMeasure(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
