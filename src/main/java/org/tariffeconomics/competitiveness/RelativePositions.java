package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.indicator.MarketAccess;
import org.tariffeconomics.indicator.MarketAccessConditions;
import org.tariffeconomics.indicator.TradeMatrix;

/**
 * The positions of a market's origins. The formulas are those of the indicator package; here they
 * are fed with what is known and separated from what is not.
 */
final class RelativePositions {

  private final ImportMarket market;
  private final List<String> origins;
  private final MarketAccessConditions access;
  private final Map<String, ProductRivals> rivals = new HashMap<>();

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
    Map<String, Integer> rows = numbered(products);
    Map<String, Integer> columns = numbered(origins);
    for (MarketSupplier supplier : market.suppliers()) {
      if (supplier.isWeighable()) {
        int row = rows.getOrDefault(supplier.product(), 0);
        int column = columns.getOrDefault(supplier.origin(), 0);
        imports[row][column] = supplier.imports().known();
        tariffs[row][column] = supplier.tariff().known();
      }
    }
    return MarketAccessConditions.of(TradeMatrix.of(products, origins, imports), tariffs);
  }

  private static Map<String, Integer> numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    return numbers;
  }

  PositionRanking ranking() {
    return new PositionRanking(market, origins.stream().map(this::position).toList());
  }

  /** Where tariffs lie between two, the position does too: the best and the worst case tell. */
  RelativePosition position(String origin) {
    if (!market.isBounded()) {
      return definite(origin);
    }
    RelativePosition best = of(market.atBest(origin)).definite(origin);
    RelativePosition worst = of(market.atWorst(origin)).definite(origin);
    return PositionBounds.of(market, best, worst);
  }

  private RelativePosition definite(String origin) {
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
        only.own().tariff().isKnown() ? only.coverage() : coverage(List.of(only)));
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
    List<MarketSupplier> own = products.stream().map(ProductPosition::own).toList();
    List<MarketSupplier> unknown = new ArrayList<>(LeftOut.ofUnknownImports(own));
    products.forEach(p -> unknown.addAll(LeftOut.ofUnknownImports(p.leftOut())));
    if (!unknown.isEmpty()) {
      return LeftOut.unknownCoverage(unknown);
    }
    double imports = 0;
    double covered = 0;
    for (ProductPosition product : products) {
      double sold = product.own().imports().known();
      imports += sold;
      if (product.own().tariff().isKnown()) {
        covered += sold * product.coverage().value().orElse(0);
      }
    }
    return imports > 0
        ? Figure.of(covered / imports)
        : Figure.unknown("no imports from the origin");
  }

  private ProductPosition productPosition(MarketSupplier own) {
    ProductRivals product =
        rivals.computeIfAbsent(own.product(), name -> ProductRivals.of(market.suppliersOf(name)));
    Figure rivalsTariff = product.rivalsTariff(own);
    Figure margin = rivalsTariff.minus(own.tariff());
    return new ProductPosition(
        own,
        rivalsTariff,
        margin,
        margin.isKnown() ? Figure.of(margin.known() / (1 + own.tariff().known())) : margin,
        usedPreference(own),
        product.landedPriceIndex(own, market.isDutyOnFreight()),
        product.coverage(own),
        product.leftOut(own));
  }

  private static Figure usedPreference(MarketSupplier own) {
    Figure margin = own.mfnTariff().minus(own.tariff());
    if (!margin.isKnown()) {
      return margin;
    }
    return own.utilisation().isKnown()
        ? Figure.of(own.utilisation().known() * margin.known())
        : own.utilisation();
  }
}
