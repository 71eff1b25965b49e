package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The place of one origin in a market against its trade-weighted rivals on the same products.
 *
 * <p>Over several products, tariffs are means weighted by the imports from the origin, taken where
 * its own tariff and some rival's are known (the relative preference margin of Nicita 2011, and
 * Fugazza and Nicita 2013, with equal elasticities). Margins are fractions, positive where the
 * origin is ahead.
 *
 * <p>Where tariffs lie between two, each supplier's does so by itself, since each sells its own mix
 * of the lines and goods of a product: a position is no gap on the same goods, which {@code
 * DutyComparison.gapRange} tells.
 *
 * @since 0.1.0
 */
public final class RelativePosition {

  private final ImportMarket market;
  private final String origin;
  private final List<ProductPosition> products;
  private final Figure tariff;
  private final Figure rivalsTariff;
  private final Figure margin;
  private final Figure priceMargin;
  private final Figure coverage;

  RelativePosition(
      ImportMarket market,
      String origin,
      List<ProductPosition> products,
      Figure tariff,
      Figure rivalsTariff,
      Figure margin,
      Figure priceMargin,
      Figure coverage) {
    products = List.copyOf(products);
    this.market = market;
    this.origin = origin;
    this.products = products;
    this.tariff = tariff;
    this.rivalsTariff = rivalsTariff;
    this.margin = margin;
    this.priceMargin = priceMargin;
    this.coverage = coverage;
  }

  /** {@return the market} */
  public ImportMarket market() {
    return market;
  }

  /** {@return the origin} */
  public String origin() {
    return origin;
  }

  /** {@return its place product by product, in the market's order} */
  public List<ProductPosition> products() {
    return products;
  }

  /** {@return its own mean tariff, as a fraction} */
  public Figure tariff() {
    return tariff;
  }

  /** {@return its rivals' mean tariff on what it sells, as a fraction} */
  public Figure rivalsTariff() {
    return rivalsTariff;
  }

  /** {@return {@code rivalsTariff} less {@code tariff}} */
  public Figure margin() {
    return margin;
  }

  /** {@return the same as a difference of duty-paid prices: (1 + rivals) / (1 + own) − 1} */
  public Figure priceMargin() {
    return priceMargin;
  }

  /**
   * {@return the share of the comparison that rests on known tariffs: the own imports with a known
   * tariff, times the share of their rivals' imports with one; unknown where the imports from the
   * origin or from a rival are}
   */
  public Figure coverage() {
    return coverage;
  }

  /**
   * The place on one product.
   *
   * @param product the product
   * @return the place
   * @throws IllegalArgumentException when the origin does not supply the product
   */
  public ProductPosition product(String product) {
    Objects.requireNonNull(product, "product");
    return products.stream()
        .filter(p -> p.own().product().equals(product))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(origin + " does not supply '" + product + "'"));
  }

  /**
   * The products, and all of them together in the last row.
   *
   * @return the table; positive margins are advantages
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ProductPosition product : products) {
      rows.add(
          List.of(
              Cell.text(product.own().product()),
              FigureCells.percent(product.own().tariff()),
              FigureCells.percent(product.rivalsTariff()),
              FigureCells.points(product.margin()),
              FigureCells.relative(product.priceMargin()),
              FigureCells.points(product.usedPreference()),
              FigureCells.number(product.costIndex(), 1, "index"),
              FigureCells.percent(product.coverage())));
    }
    rows.add(
        List.of(
            Cell.text("All"),
            FigureCells.percent(tariff),
            FigureCells.percent(rivalsTariff),
            FigureCells.points(margin),
            FigureCells.relative(priceMargin),
            Cell.blank(),
            Cell.blank(),
            FigureCells.percent(coverage)));
    return new Table(
        origin + " against its rivals in " + market.name() + " (positive = advantage)",
        List.of(
            "product", "tariff", "rivals", "margin", "of price", "used", "cost index", "coverage"),
        rows,
        market.caption(
            "rivals weighted by the imports from them; "
                + LeftOut.sentence(leftOut(), products.size() > 1),
            "used: margin under MFN x use of the preference; cost index: 100 = rivals' landed price,"
                + " duty on the "
                + (market.isDutyOnFreight() ? "CIF" : "FOB")
                + " value"));
  }

  /**
   * The rivals that have no weight in the means, since their imports or their tariff are not known.
   *
   * @return the suppliers, product by product
   */
  public List<MarketSupplier> leftOut() {
    return products.stream().flatMap(p -> p.leftOut().stream()).toList();
  }

  /** The origin with its margin in one line, and how much of the trade that covers. */
  @Override
  public String toString() {
    return origin
        + " in "
        + market.name()
        + ": "
        + FigureCells.points(margin)
        + " against rivals"
        + FigureCells.coverage(coverage);
  }

  private List<Object> components() {
    return List.of(market, origin, products, tariff, rivalsTariff, margin, priceMargin, coverage);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelativePosition that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
