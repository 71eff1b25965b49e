package org.tariffeconomics.competitiveness;

import java.util.List;

/**
 * The relative landed-cost index of a supplier: 100 L / Π L_k^w_k over rivals, with w_k the rivals'
 * shares of the imports from all rivals whose landed price is known.
 */
final class LandedPriceIndex {

  private LandedPriceIndex() {}

  static Figure of(MarketSupplier own, List<MarketSupplier> suppliers, boolean dutyOnFreight) {
    Figure ownLanded = landed(own, dutyOnFreight);
    if (!ownLanded.isKnown()) {
      return ownLanded;
    }
    double weights = 0;
    double logs = 0;
    for (MarketSupplier rival : suppliers) {
      Figure landed = landed(rival, dutyOnFreight);
      boolean isRival = !rival.origin().equals(own.origin());
      if (isRival && landed.isKnown() && rival.imports().isKnown()) {
        weights += rival.imports().known();
        logs += rival.imports().known() * Math.log(landed.known());
      }
    }
    return weights > 0
        ? Figure.of(100 * Math.exp(Math.log(ownLanded.known()) - logs / weights))
        : Figure.unknown("no rival with known imports and a known landed price");
  }

  private static Figure landed(MarketSupplier supplier, boolean dutyOnFreight) {
    for (Figure needed : List.of(supplier.price(), supplier.freightShare(), supplier.tariff())) {
      if (!needed.isKnown()) {
        return Figure.unknown("landed price needs price, freight and tariff: " + needed.reason());
      }
    }
    double freight = supplier.freightShare().known();
    double tariff = supplier.tariff().known();
    double factor = dutyOnFreight ? (1 + freight) * (1 + tariff) : 1 + freight + tariff;
    return Figure.of(supplier.price().known() * factor);
  }
}
