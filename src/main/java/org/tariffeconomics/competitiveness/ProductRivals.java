package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tariffeconomics.indicator.PreferenceMarket;
import org.tariffeconomics.indicator.SupplierTariff;

/** The suppliers of one product, each seen as rivals by another. */
final class ProductRivals {

  private static final Figure NO_RIVAL =
      Figure.unknown("no rival with known imports and a known tariff");

  private final List<MarketSupplier> suppliers;
  private final List<SupplierTariff> weighable;

  /** The market of those that can be weighed; empty where there are none. */
  private final Optional<PreferenceMarket> market;

  private final double imports;
  private final double covered;

  private ProductRivals(List<MarketSupplier> suppliers) {
    this.suppliers = suppliers;
    this.weighable = weighable(suppliers);
    this.market =
        weighable.isEmpty() ? Optional.empty() : Optional.of(PreferenceMarket.of(0, weighable));
    this.imports = suppliers.stream().mapToDouble(ProductRivals::imports).sum();
    this.covered = suppliers.stream().mapToDouble(ProductRivals::covered).sum();
  }

  static ProductRivals of(List<MarketSupplier> suppliers) {
    return new ProductRivals(suppliers);
  }

  private static List<SupplierTariff> weighable(List<MarketSupplier> suppliers) {
    List<SupplierTariff> weighable = new ArrayList<>();
    for (MarketSupplier supplier : suppliers) {
      if (supplier.isWeighable()) {
        weighable.add(
            new SupplierTariff(
                supplier.origin(), supplier.imports().known(), supplier.tariff().known()));
      }
    }
    return weighable;
  }

  private static double imports(MarketSupplier supplier) {
    return supplier.imports().value().orElse(0);
  }

  private static double covered(MarketSupplier supplier) {
    return supplier.tariff().isKnown() ? imports(supplier) : 0;
  }

  /**
   * Only the rivals' mean is asked for, in which neither the MFN rate nor the own tariff plays a
   * part: an origin whose own numbers are unknown stands in with zeros.
   */
  Figure rivalsTariff(MarketSupplier own) {
    PreferenceMarket withOwn =
        market.filter(m -> own.isWeighable()).orElseGet(() -> marketWithStandIn(own));
    OptionalDouble mean = withOwn.competitorAverage(own.origin());
    return mean.isPresent() ? Figure.of(mean.getAsDouble()) : NO_RIVAL;
  }

  private PreferenceMarket marketWithStandIn(MarketSupplier own) {
    List<SupplierTariff> all = new ArrayList<>(weighable);
    all.add(new SupplierTariff(own.origin(), 0, 0));
    return PreferenceMarket.of(0, all);
  }

  /** The rivals that have no weight, since their imports or tariffs are not known. */
  List<MarketSupplier> leftOut(MarketSupplier own) {
    return suppliers.stream()
        .filter(s -> !s.origin().equals(own.origin()) && !s.isWeighable())
        .toList();
  }

  /** The share of the rivals' imports whose tariff is known; unknown where some imports are. */
  Figure coverage(MarketSupplier own) {
    List<MarketSupplier> unknown = LeftOut.ofUnknownImports(leftOut(own));
    if (!unknown.isEmpty()) {
      return LeftOut.unknownCoverage(unknown);
    }
    double rivalImports = imports - imports(own);
    return rivalImports > 0
        ? Figure.of(Math.min(1, (covered - covered(own)) / rivalImports))
        : Figure.unknown("no known imports from rivals");
  }

  Figure landedPriceIndex(MarketSupplier own, boolean dutyOnFreight) {
    return LandedPriceIndex.of(own, suppliers, dutyOnFreight);
  }
}
