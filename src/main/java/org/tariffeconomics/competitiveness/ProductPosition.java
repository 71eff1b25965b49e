package org.tariffeconomics.competitiveness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An origin's place among the suppliers of one product. Margins are fractions, positive where the
 * origin is ahead.
 *
 * @since 0.1.0
 */
public final class ProductPosition {

  private final MarketSupplier own;
  private final Figure rivalsTariff;
  private final Figure margin;
  private final Figure priceMargin;
  private final Figure usedPreference;
  private final Figure costIndex;
  private final Figure coverage;
  private final List<MarketSupplier> leftOut;

  ProductPosition(
      MarketSupplier own,
      Figure rivalsTariff,
      Figure margin,
      Figure priceMargin,
      Figure usedPreference,
      Figure costIndex,
      Figure coverage,
      List<MarketSupplier> leftOut) {
    this.own = own;
    this.rivalsTariff = rivalsTariff;
    this.margin = margin;
    this.priceMargin = priceMargin;
    this.usedPreference = usedPreference;
    this.costIndex = costIndex;
    this.coverage = coverage;
    this.leftOut = leftOut;
  }

  /** {@return the origin as supplier of the product} */
  public MarketSupplier own() {
    return own;
  }

  /** {@return the rivals' mean tariff, weighted by the imports from them, as a fraction} */
  public Figure rivalsTariff() {
    return rivalsTariff;
  }

  /**
   * {@return the rivals' mean tariff less the own one (the competition-adjusted margin of Low,
   * Piermartini and Richtering 2009)}
   */
  public Figure margin() {
    return margin;
  }

  /** {@return the same as a difference of duty-paid prices: (1 + rivals' mean) / (1 + own) − 1} */
  public Figure priceMargin() {
    return priceMargin;
  }

  /** {@return the margin under the MFN tariff, times the share of imports that claims it} */
  public Figure usedPreference() {
    return usedPreference;
  }

  /**
   * {@return 100 times the own landed price over the rivals' geometric mean, weighted by the
   * imports from them; above 100 is dearer}
   */
  public Figure costIndex() {
    return costIndex;
  }

  /**
   * {@return the share of the rivals' imports whose tariff is known; unknown where the imports from
   * a rival are}
   */
  public Figure coverage() {
    return coverage;
  }

  /**
   * {@return the rivals that have no weight in the means, since their imports or their tariff are
   * not known}
   */
  public List<MarketSupplier> leftOut() {
    return leftOut;
  }

  /** Product, origin and margin, and how much of the rivals' trade that covers. */
  @Override
  public String toString() {
    return own.product()
        + " from "
        + own.origin()
        + ": "
        + FigureCells.points(margin)
        + FigureCells.coverage(coverage);
  }

  private List<Object> components() {
    return List.of(
        own, rivalsTariff, margin, priceMargin, usedPreference, costIndex, coverage, leftOut);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProductPosition that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
