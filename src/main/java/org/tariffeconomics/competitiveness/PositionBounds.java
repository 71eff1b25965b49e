package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A position where some tariffs lie between two: from what it is in the origin's best and worst
 * case. Both are attained, since a margin falls with the own tariff and rises with each rival's.
 */
final class PositionBounds {

  private PositionBounds() {}

  static RelativePosition of(ImportMarket market, RelativePosition best, RelativePosition worst) {
    List<ProductPosition> products = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (int i = 0; i < best.products().size(); i++) {
      ProductPosition at = best.products().get(i);
      String reason = reason(market, at.own().product());
      reasons.add(reason);
      products.add(ofProduct(market, at, worst.products().get(i), reason));
    }
    reasons.remove("");
    String reason = String.join("; ", reasons);
    return new RelativePosition(
        market,
        best.origin(),
        products,
        between(best.tariff(), worst.tariff(), reason),
        between(best.rivalsTariff(), worst.rivalsTariff(), reason),
        between(best.margin(), worst.margin(), reason),
        between(best.priceMargin(), worst.priceMargin(), reason),
        best.coverage());
  }

  private static ProductPosition ofProduct(
      ImportMarket market, ProductPosition best, ProductPosition worst, String reason) {
    MarketSupplier own = market.supplier(best.own().product(), best.own().origin()).orElseThrow();
    return new ProductPosition(
        own,
        between(best.rivalsTariff(), worst.rivalsTariff(), reason),
        between(best.margin(), worst.margin(), reason),
        between(best.priceMargin(), worst.priceMargin(), reason),
        between(best.usedPreference(), worst.usedPreference(), reason),
        between(best.costIndex(), worst.costIndex(), reason),
        best.coverage(),
        best.leftOut());
  }

  /** What is left open among the suppliers of a product. */
  private static String reason(ImportMarket market, String product) {
    Set<String> names = new LinkedHashSet<>();
    for (MarketSupplier each : market.suppliersOf(product)) {
      if (each.tariff().isBounded()) {
        names.add(each.origin() + ": " + each.tariff().reason());
      }
    }
    return String.join("; ", names);
  }

  /** What lies between two figures of different cases, with nothing more to say. */
  static Figure between(Figure one, Figure other) {
    return between(one, other, "tariffs lie between two");
  }

  private static Figure between(Figure one, Figure other, String reason) {
    if (one.isKnown() && other.isKnown()) {
      return one.equals(other) ? one : Figure.between(one.known(), other.known(), reason);
    }
    return one.isKnown() ? other : one;
  }
}
