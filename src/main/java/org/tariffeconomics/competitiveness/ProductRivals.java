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

  private final List<Supplier> suppliers;
  private final List<SupplierTariff> weighable;

  /** The market of those that can be weighed; empty where there are none. */
  private final Optional<PreferenceMarket> market;

  private final double imports;
  private final double covered;

  private ProductRivals(List<Supplier> suppliers) {
    this.suppliers = suppliers;
    this.weighable = weighable(suppliers);
    this.market =
        weighable.isEmpty() ? Optional.empty() : Optional.of(PreferenceMarket.of(0, weighable));
    this.imports = suppliers.stream().mapToDouble(ProductRivals::imports).sum();
    this.covered = suppliers.stream().mapToDouble(ProductRivals::covered).sum();
  }

  static ProductRivals of(List<Supplier> suppliers) {
    return new ProductRivals(suppliers);
  }

  private static List<SupplierTariff> weighable(List<Supplier> suppliers) {
    List<SupplierTariff> weighable = new ArrayList<>();
    for (Supplier supplier : suppliers) {
      if (supplier.isWeighable()) {
        weighable.add(
            new SupplierTariff(
                supplier.origin(), supplier.imports().known(), supplier.tariff().known()));
      }
    }
    return weighable;
  }

  private static double imports(Supplier supplier) {
    return supplier.imports().value().orElse(0);
  }

  private static double covered(Supplier supplier) {
    return supplier.tariff().isKnown() ? imports(supplier) : 0;
  }

  /**
   * Only the rivals' mean is asked for, in which neither the MFN rate nor the own tariff plays a
   * part: an origin whose own numbers are unknown stands in with zeros.
   */
  Figure rivalsTariff(Supplier own) {
    PreferenceMarket withOwn =
        market.filter(m -> own.isWeighable()).orElseGet(() -> marketWithStandIn(own));
    OptionalDouble mean = withOwn.competitorAverage(own.origin());
    return mean.isPresent() ? Figure.of(mean.getAsDouble()) : NO_RIVAL;
  }

  private PreferenceMarket marketWithStandIn(Supplier own) {
    List<SupplierTariff> all = new ArrayList<>(weighable);
    all.add(new SupplierTariff(own.origin(), 0, 0));
    return PreferenceMarket.of(0, all);
  }

  /** The share of the rivals' imports whose tariff is known. */
  Figure coverage(Supplier own) {
    double rivalImports = imports - imports(own);
    return rivalImports > 0
        ? Figure.of(Math.min(1, (covered - covered(own)) / rivalImports))
        : Figure.unknown("no known imports from rivals");
  }

  Figure landedPriceIndex(Supplier own, boolean dutyOnFreight) {
    return LandedPriceIndex.of(own, suppliers, dutyOnFreight);
  }
}
