package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.indicator.MarginErosion;
import org.tariffeconomics.indicator.PreferenceMarket;
import org.tariffeconomics.indicator.SupplierTariff;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * What a change of tariffs did to an origin's margin over its trade-weighted rivals: the effect of
 * its own tariff and the effect of each rival's, which add up to the change.
 *
 * <p>With fixed trade weights: change of the margin = −Δ own tariff + Σ w Δ rival's tariff, product
 * by product, weighted by the imports from the origin (Low, Piermartini and Richtering 2009;
 * Hoekman and Nicita 2008 on erosion). Effects are fractions; a negative one is ground lost.
 * Suppliers whose imports are unknown, or whose tariff is before or after, take no part and are
 * named under the table.
 *
 * @since 0.1.0
 */
public final class PositionErosion {

  private final ImportMarket market;
  private final String origin;
  private final Figure ownEffect;
  private final List<RivalEffect> rivalEffects;
  private final List<ProductErosion> products;
  private final Figure coverage;

  PositionErosion(
      ImportMarket market,
      String origin,
      Figure ownEffect,
      List<RivalEffect> rivalEffects,
      List<ProductErosion> products,
      Figure coverage) {
    rivalEffects = List.copyOf(rivalEffects);
    products = List.copyOf(products);
    this.market = market;
    this.origin = origin;
    this.ownEffect = ownEffect;
    this.rivalEffects = rivalEffects;
    this.products = products;
    this.coverage = coverage;
  }

  /** {@return the market before, stamped with both days} */
  public ImportMarket market() {
    return market;
  }

  /** {@return the origin whose margin is explained} */
  public String origin() {
    return origin;
  }

  /**
   * {@return the effect of its own tariff, as a fraction}
   *
   * @throws IllegalStateException when it only lies between two, as {@link #ownRange} says
   */
  public double ownEffect() {
    return ownEffect.known();
  }

  /** {@return the effect of its own tariff, or the two that it lies between} */
  public Figure ownRange() {
    return ownEffect;
  }

  /** {@return the effect of each rival's tariff, in the market's order} */
  public List<RivalEffect> rivalEffects() {
    return rivalEffects;
  }

  /**
   * {@return the change on every product that can be compared, with its weight; empty where tariffs
   * only lie between two}
   */
  public List<ProductErosion> products() {
    return changeRange().isKnown() ? products : List.of();
  }

  /**
   * {@return the share of the imports from the origin that is compared; unknown where some of them
   * are}
   */
  public Figure coverage() {
    return coverage;
  }

  /** The effect of one rival's tariff changes. */
  public static final class RivalEffect {

    private final String rival;
    private final Figure effect;

    RivalEffect(String rival, Figure effect) {
      this.rival = rival;
      this.effect = effect;
    }

    /** {@return the rival} */
    public String rival() {
      return rival;
    }

    /**
     * {@return the effect on the margin, as a fraction; negative where its tariff fell}
     *
     * @throws IllegalStateException when it only lies between two, as {@link #range} says
     */
    public double effect() {
      return effect.known();
    }

    /** {@return the effect on the margin, or the two that it lies between} */
    public Figure range() {
      return effect;
    }

    /** The rival and its effect. */
    @Override
    public String toString() {
      return rival + " " + points(effect);
    }

    private List<Object> components() {
      return List.of(rival, effect);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RivalEffect that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /** The change on one product. */
  public static final class ProductErosion {

    private final String product;
    private final double weight;
    private final MarginErosion erosion;

    ProductErosion(String product, double weight, MarginErosion erosion) {
      this.product = product;
      this.weight = weight;
      this.erosion = erosion;
    }

    /** {@return the product} */
    public String product() {
      return product;
    }

    /** {@return its share of the imports from the origin that are compared} */
    public double weight() {
      return weight;
    }

    /** {@return the change and its parts} */
    public MarginErosion erosion() {
      return erosion;
    }

    /** The product and its change. */
    @Override
    public String toString() {
      return product + ": " + Cell.points(erosion.change(), 2);
    }

    private List<Object> components() {
      return List.of(product, weight, erosion);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ProductErosion that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /**
   * Where tariffs lie between two, the effects do too: from what they are where the origin gains
   * most to where it loses most. Facts that decide before and after are taken to be independent, so
   * that the range may be wider than need be.
   */
  static PositionErosion of(ImportMarket before, ImportMarket after, String origin) {
    if (!before.isBounded() && !after.isBounded()) {
      return definite(before, after, origin);
    }
    PositionErosion most = definite(before.atWorst(origin), after.atBest(origin), origin);
    PositionErosion least = definite(before.atBest(origin), after.atWorst(origin), origin);
    List<RivalEffect> effects = new ArrayList<>();
    for (int i = 0; i < most.rivalEffects.size(); i++) {
      RivalEffect rival = most.rivalEffects.get(i);
      effects.add(
          new RivalEffect(
              rival.rival, PositionBounds.between(rival.effect, least.rivalEffects.get(i).effect)));
    }
    return new PositionErosion(
        before.withStamp(most.market.stamp()),
        origin,
        PositionBounds.between(most.ownEffect, least.ownEffect),
        effects,
        most.products,
        most.coverage);
  }

  private static PositionErosion definite(ImportMarket before, ImportMarket after, String origin) {
    Map<MarketSupplier, MarginErosion> byProduct = new LinkedHashMap<>();
    double all = 0;
    double compared = 0;
    int supplied = 0;
    List<MarketSupplier> unknown = new ArrayList<>();
    for (String product : before.products()) {
      Optional<MarketSupplier> own = before.supplier(product, origin);
      if (own.isPresent()) {
        supplied++;
        if (!own.get().imports().isKnown()) {
          unknown.add(own.get());
        }
        all += own.get().imports().value().orElse(0);
        Optional<MarginErosion> erosion = erosion(before, after, own.get());
        if (erosion.isPresent()) {
          byProduct.put(own.get(), erosion.get());
          compared += own.get().imports().known();
        }
      }
    }
    boolean byItself = supplied == 1 && compared == 0;
    if (byProduct.isEmpty() || (compared == 0 && !byItself)) {
      throw new IllegalArgumentException(
          "No product of " + origin + " has known imports, and tariffs known before and after");
    }
    List<ProductErosion> products = new ArrayList<>();
    for (Map.Entry<MarketSupplier, MarginErosion> each : byProduct.entrySet()) {
      double weight = byItself ? 1 : each.getKey().imports().known() / compared;
      products.add(new ProductErosion(each.getKey().product(), weight, each.getValue()));
    }
    ImportMarket both = before.withStamp(after.stamp().against(before.stamp()));
    return sum(both, origin, products, coverage(compared, all, unknown));
  }

  private static Figure coverage(double compared, double all, List<MarketSupplier> unknown) {
    if (!unknown.isEmpty()) {
      return LeftOut.unknownCoverage(unknown);
    }
    return all > 0 ? Figure.of(compared / all) : Figure.unknown("no imports from the origin");
  }

  private static PositionErosion sum(
      ImportMarket market, String origin, List<ProductErosion> products, Figure coverage) {
    double own = 0;
    Map<String, Double> rivals = new LinkedHashMap<>();
    for (ProductErosion product : products) {
      own += product.weight() * product.erosion().ownEffect();
      for (MarginErosion.Effect rival : product.erosion().rivals()) {
        rivals.merge(rival.name(), product.weight() * rival.onMargin(), Double::sum);
      }
    }
    List<RivalEffect> effects =
        market.origins().stream()
            .filter(rivals::containsKey)
            .map(rival -> new RivalEffect(rival, Figure.of(rivals.getOrDefault(rival, 0.0))))
            .toList();
    return new PositionErosion(market, origin, Figure.of(own), effects, products, coverage);
  }

  private static Optional<MarginErosion> erosion(
      ImportMarket before, ImportMarket after, MarketSupplier own) {
    List<SupplierTariff> old = new ArrayList<>();
    List<SupplierTariff> now = new ArrayList<>();
    for (MarketSupplier supplier : before.suppliersOf(own.product())) {
      Figure later = after.supplier(own.product(), supplier.origin()).orElseThrow().tariff();
      if (supplier.isWeighable() && later.isKnown()) {
        double imports = supplier.imports().known();
        old.add(new SupplierTariff(supplier.origin(), imports, supplier.tariff().known()));
        now.add(new SupplierTariff(supplier.origin(), imports, later.known()));
      }
    }
    boolean hasOwn = old.stream().anyMatch(s -> s.name().equals(own.origin()));
    if (!hasOwn || PreferenceMarket.of(0, old).competitorAverage(own.origin()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PreferenceMarket.of(0, old).erosion(own.origin(), PreferenceMarket.of(0, now)));
  }

  /**
   * {@return the effect of all rivals together, as a fraction; negative where rivals' cuts took
   * ground}
   *
   * @throws IllegalStateException when it only lies between two, as {@link #rivalsRange} says
   */
  public double rivalsEffect() {
    return rivalsRange().known();
  }

  /** {@return the effect of all rivals together, or the two that it lies between} */
  public Figure rivalsRange() {
    Figure sum = Figure.of(0);
    for (RivalEffect each : rivalEffects) {
      sum = sum.plus(each.effect);
    }
    return sum;
  }

  /**
   * {@return the change of the margin: own effect plus rivals' effect, as a fraction}
   *
   * @throws IllegalStateException when it only lies between two, as {@link #changeRange} says
   */
  public double change() {
    return changeRange().known();
  }

  /** {@return the change of the margin, or the two that it lies between} */
  public Figure changeRange() {
    return ownEffect.plus(rivalsRange());
  }

  /**
   * Own effect, each rival's, their sum.
   *
   * @return the table; negative is ground lost
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(origin + " (own)", ownEffect));
    rivalEffects.forEach(r -> rows.add(row(r.rival, r.effect)));
    rows.add(row("Rivals", rivalsRange()));
    rows.add(row("Total", changeRange()));
    return new Table(
        "Ground of " + origin + " in " + market.name() + " (negative = lost)",
        List.of("tariff change of", "effect on margin"),
        rows,
        market.caption(
            "trade weights of before; own effect and rivals' effects add up to the total",
            "compares " + FigureCells.percent(coverage) + " of the imports from " + origin,
            leftOut()));
  }

  /** Rivals by product: one may be compared on one product and not on another. */
  private String leftOut() {
    List<String> others = new ArrayList<>();
    for (ProductErosion product : products) {
      for (MarketSupplier rival : market.suppliersOf(product.product())) {
        boolean compared =
            product.erosion().rivals().stream().anyMatch(r -> r.name().equals(rival.origin()));
        if (!compared && !rival.origin().equals(origin)) {
          others.add(
              products.size() > 1 ? rival.origin() + " in " + product.product() : rival.origin());
        }
      }
    }
    return others.isEmpty()
        ? "no rival left out"
        : "left out, not comparable: " + String.join(", ", others);
  }

  private static List<Cell> row(String of, Figure effect) {
    return List.of(Cell.text(of), points(effect));
  }

  private static Cell points(Figure effect) {
    return FigureCells.points(effect, 2);
  }

  /** {@return own effect, each rival's and their sum as signed bars: a picture} */
  public Chart chart() {
    return table()
        .chart("tariff change of", "effect on margin")
        .withSubtitle("own effect and rivals' effects add up to the total; - is ground lost");
  }

  /** The change and its two parts in one line. */
  @Override
  public String toString() {
    return origin
        + ": "
        + points(changeRange())
        + " = own "
        + points(ownEffect)
        + ", rivals "
        + points(rivalsRange());
  }

  private List<Object> components() {
    return List.of(market, origin, ownEffect, rivalEffects, products, coverage);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionErosion that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
