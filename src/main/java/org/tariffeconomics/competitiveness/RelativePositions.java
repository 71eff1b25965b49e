package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tariffeconomics.indicator.MarketAccess;
import org.tariffeconomics.indicator.MarketAccessConditions;
import org.tariffeconomics.indicator.PreferenceMarket;
import org.tariffeconomics.indicator.SupplierTariff;
import org.tariffeconomics.indicator.TradeMatrix;

/**
 * The positions of a market's origins. The formulas are those of the indicator package; here they
 * are fed with what is known and told apart from what is not.
 */
final class RelativePositions {

  private static final Figure NO_RIVAL =
      Figure.unknown("no rival with known imports and a known tariff");

  private final ImportMarket market;
  private final List<String> origins;
  private final MarketAccessConditions access;

  private RelativePositions(ImportMarket market) {
    this.market = market;
    this.origins = market.origins();
    this.access = access(market, origins);
  }

  static RelativePositions of(ImportMarket market) {
    return new RelativePositions(market);
  }

  /** A supplier that cannot be weighed stands in the matrix with imports of zero. */
  private static MarketAccessConditions access(ImportMarket market, List<String> origins) {
    List<String> products = market.products();
    double[][] imports = new double[products.size()][origins.size()];
    double[][] tariffs = new double[products.size()][origins.size()];
    for (Supplier supplier : market.suppliers()) {
      if (supplier.isWeighable()) {
        int row = products.indexOf(supplier.product());
        int column = origins.indexOf(supplier.origin());
        imports[row][column] = supplier.imports().known();
        tariffs[row][column] = supplier.tariff().known();
      }
    }
    return MarketAccessConditions.of(TradeMatrix.of(products, origins, imports), tariffs);
  }

  PositionRanking ranking() {
    return new PositionRanking(market, origins.stream().map(this::position).toList());
  }

  RelativePosition position(String origin) {
    List<ProductPosition> products = new ArrayList<>();
    for (String product : market.products()) {
      market.supplier(product, origin).map(this::productPosition).ifPresent(products::add);
    }
    Optional<MarketAccess> total = access.access(origin);
    if (total.isPresent()) {
      MarketAccess mean = total.get();
      return new RelativePosition(
          market,
          origin,
          products,
          Figure.of(mean.contested()),
          Figure.of(mean.rivals()),
          Figure.of(mean.relative()),
          Figure.of(mean.relative() / (1 + mean.contested())),
          coverage(products));
    }
    return products.size() == 1
        ? onOneProduct(origin, products.get(0))
        : notPlaced(origin, products);
  }

  /** With one product no weights are needed: an origin that sells nothing yet has a place too. */
  private RelativePosition onOneProduct(String origin, ProductPosition only) {
    return new RelativePosition(
        market,
        origin,
        List.of(only),
        only.own().tariff(),
        only.rivalsTariff(),
        only.margin(),
        only.priceMargin(),
        only.coverage());
  }

  private RelativePosition notPlaced(String origin, List<ProductPosition> products) {
    boolean noTariff = products.stream().noneMatch(p -> p.own().tariff().isKnown());
    Figure unknown =
        Figure.unknown(
            noTariff
                ? products.get(0).own().tariff().reason()
                : "sells nothing known that rivals sell too");
    return new RelativePosition(
        market, origin, products, unknown, unknown, unknown, unknown, coverage(products));
  }

  private static Figure coverage(List<ProductPosition> products) {
    double imports = 0;
    double covered = 0;
    for (ProductPosition product : products) {
      double own = product.own().imports().value().orElse(0);
      imports += own;
      if (product.own().tariff().isKnown()) {
        covered += own * product.coverage().value().orElse(0);
      }
    }
    return imports > 0
        ? Figure.of(covered / imports)
        : Figure.unknown("no known imports from the origin");
  }

  private ProductPosition productPosition(Supplier own) {
    List<Supplier> rivals =
        market.suppliersOf(own.product()).stream().filter(s -> s != own).toList();
    Figure rivalsTariff = rivalsTariff(own, rivals);
    Figure margin = minus(rivalsTariff, own.tariff());
    return new ProductPosition(
        own,
        rivalsTariff,
        margin,
        margin.isKnown() ? Figure.of(margin.known() / (1 + own.tariff().known())) : margin,
        usedPreference(own),
        LandedPriceIndex.of(own, rivals, market.isDutyOnFreight()),
        coverageOf(rivals));
  }

  /** Only the rivals' mean is asked for, so the own tariff and the MFN rate play no part. */
  private static Figure rivalsTariff(Supplier own, List<Supplier> rivals) {
    List<SupplierTariff> known = new ArrayList<>();
    known.add(new SupplierTariff(own.origin(), 0, 0));
    for (Supplier rival : rivals) {
      if (rival.isWeighable()) {
        known.add(
            new SupplierTariff(rival.origin(), rival.imports().known(), rival.tariff().known()));
      }
    }
    OptionalDouble mean = PreferenceMarket.of(0, known).competitorAverage(own.origin());
    return mean.isPresent() ? Figure.of(mean.getAsDouble()) : NO_RIVAL;
  }

  private static Figure minus(Figure a, Figure b) {
    if (!b.isKnown()) {
      return b;
    }
    return a.isKnown() ? Figure.of(a.known() - b.known()) : a;
  }

  private static Figure usedPreference(Supplier own) {
    Figure margin = minus(own.mfnTariff(), own.tariff());
    if (!margin.isKnown()) {
      return margin;
    }
    return own.utilisation().isKnown()
        ? Figure.of(own.utilisation().known() * margin.known())
        : own.utilisation();
  }

  private static Figure coverageOf(List<Supplier> rivals) {
    double imports = 0;
    double covered = 0;
    for (Supplier rival : rivals) {
      double value = rival.imports().value().orElse(0);
      imports += value;
      covered += rival.tariff().isKnown() ? value : 0;
    }
    return imports > 0
        ? Figure.of(covered / imports)
        : Figure.unknown("no known imports from rivals");
  }
}
