package org.tariffeconomics.competitiveness;

import java.util.List;

/**
 * An origin's place among the suppliers of one product. Margins are fractions, positive where the
 * origin is ahead.
 *
 * @param own the origin as supplier of the product
 * @param rivalsTariff the rivals' mean tariff, weighted by the imports from them, as a fraction
 * @param margin the rivals' mean tariff less the own one (the competition-adjusted margin of Low,
 *     Piermartini and Richtering 2009)
 * @param priceMargin the same as a difference of duty-paid prices: (1 + rivals' mean) / (1 + own) −
 *     1
 * @param usedPreference the margin under the MFN tariff, times the share of imports that claims it
 * @param costIndex 100 times the own landed price over the rivals' geometric mean, weighted by the
 *     imports from them; above 100 is dearer
 * @param coverage the share of the rivals' imports whose tariff is known; unknown where the imports
 *     from a rival are
 * @param leftOut the rivals that have no weight in the means, since their imports or their tariff
 *     are not known
 */
public record ProductPosition(
    MarketSupplier own,
    Figure rivalsTariff,
    Figure margin,
    Figure priceMargin,
    Figure usedPreference,
    Figure costIndex,
    Figure coverage,
    List<MarketSupplier> leftOut) {

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
}
