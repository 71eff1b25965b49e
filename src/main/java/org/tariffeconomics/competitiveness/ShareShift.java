package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.equilibrium.ArmingtonMarket;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * The suppliers' shares of the imports of one product before and after a change of tariffs, for one
 * or more elasticities of substitution: a first-order answer, not a general equilibrium.
 *
 * <p>The model is {@link ArmingtonMarket}: constant elasticity of substitution between suppliers,
 * tariffs passed on in full, supply at constant prices, total spending unchanged. Shares shown are
 * of customs values, as in trade statistics; the model itself works on spending with duty, s ∝ v (1
 * + t), and its answer is taken back by the new tariffs. Suppliers whose imports or tariff, before
 * or after, are unknown are listed as unknown; shares are those among the others, and {@link
 * #coverage} says how much of the imports that is; where the imports from a supplier are unknown,
 * so is that.
 *
 * @since 0.1.0
 */
public final class ShareShift {

  private final ImportMarket market;
  private final String product;
  private final List<Double> sigmas;
  private final List<Line> lines;
  private final Figure coverage;

  ShareShift(
      ImportMarket market, String product, List<Double> sigmas, List<Line> lines, Figure coverage) {
    sigmas = List.copyOf(sigmas);
    lines = List.copyOf(lines);
    this.market = market;
    this.product = product;
    this.sigmas = sigmas;
    this.lines = lines;
    this.coverage = coverage;
  }

  /** {@return the market before} */
  public ImportMarket market() {
    return market;
  }

  /** {@return the product} */
  public String product() {
    return product;
  }

  /** {@return the elasticities of substitution, each positive} */
  public List<Double> sigmas() {
    return sigmas;
  }

  /** {@return a line for each supplier, in the market's order} */
  public List<Line> lines() {
    return lines;
  }

  /** {@return the share of the product's imports that is compared; unknown where some are} */
  public Figure coverage() {
    return coverage;
  }

  /** A supplier's share of customs values. */
  public static final class Line {

    private final MarketSupplier supplier;
    private final Figure tariffAfter;
    private final Figure before;
    private final List<Figure> after;

    Line(MarketSupplier supplier, Figure tariffAfter, Figure before, List<Figure> after) {
      after = List.copyOf(after);
      this.supplier = supplier;
      this.tariffAfter = tariffAfter;
      this.before = before;
      this.after = after;
    }

    /** {@return the supplier before the change} */
    public MarketSupplier supplier() {
      return supplier;
    }

    /** {@return its tariff after the change} */
    public Figure tariffAfter() {
      return tariffAfter;
    }

    /** {@return its share before, as a fraction} */
    public Figure before() {
      return before;
    }

    /** {@return its share after, one for every elasticity, as fractions} */
    public List<Figure> after() {
      return after;
    }

    /** The origin with its shares. */
    @Override
    public String toString() {
      List<String> shares = after.stream().map(f -> FigureCells.percent(f).text()).toList();
      return supplier.origin() + ": " + FigureCells.percent(before) + " → " + shares;
    }

    private List<Object> components() {
      return List.of(supplier, tariffAfter, before, after);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /**
   * Where tariffs lie between two, the shares do too: each from what it is where its supplier gains
   * most to where it loses most, since a share falls with its own tariff and rises with others'.
   */
  static ShareShift of(ImportMarket before, ImportMarket after, String product, double... sigmas) {
    if (!before.isBounded() && !after.isBounded()) {
      return definite(before, after, product, sigmas);
    }
    ShareShift any = null;
    List<Line> lines = new ArrayList<>();
    for (MarketSupplier supplier : before.suppliersOf(product)) {
      String origin = supplier.origin();
      ShareShift most = definite(before.atWorst(origin), after.atBest(origin), product, sigmas);
      ShareShift least = definite(before.atBest(origin), after.atWorst(origin), product, sigmas);
      Figure tariff = after.supplier(product, origin).orElseThrow().tariff();
      lines.add(between(supplier, tariff, most.line(origin), least.line(origin)));
      any = most;
    }
    return any == null
        ? definite(before, after, product, sigmas)
        : new ShareShift(
            before.withStamp(any.market.stamp()), product, any.sigmas, lines, any.coverage);
  }

  private static Line between(MarketSupplier supplier, Figure tariff, Line most, Line least) {
    List<Figure> after = new ArrayList<>();
    for (int i = 0; i < most.after.size(); i++) {
      after.add(PositionBounds.between(most.after.get(i), least.after.get(i)));
    }
    return new Line(supplier, tariff, most.before, after);
  }

  private static ShareShift definite(
      ImportMarket before, ImportMarket after, String product, double... sigmas) {
    if (sigmas.length == 0) {
      throw new IllegalArgumentException(
          "sigmas must have an elasticity of substitution at least, such as 5");
    }
    Arrays.stream(sigmas).forEach(s -> Require.positive("sigma", s));
    List<MarketSupplier> all = before.suppliersOf(product);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("No product '" + product + "' in " + before.products());
    }
    List<MarketSupplier> now =
        all.stream().map(s -> after.supplier(product, s.origin()).orElseThrow()).toList();
    boolean[] compared = new boolean[all.size()];
    for (int i = 0; i < compared.length; i++) {
      compared[i] = all.get(i).isWeighable() && now.get(i).tariff().isKnown();
    }
    Comparison comparison = Comparison.of(all, now, compared);
    List<double[]> shares = Arrays.stream(sigmas).mapToObj(comparison::sharesAfter).toList();
    List<Line> lines = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < compared.length; i++) {
      Figure tariff = now.get(i).tariff();
      lines.add(
          compared[i]
              ? line(all.get(i), tariff, comparison.sharesBefore()[at], shares, at++)
              : unknown(all.get(i), tariff, sigmas.length));
    }
    Figure coverage = coverage(all, comparison.imports());
    ImportMarket both = before.withStamp(after.stamp().against(before.stamp()));
    return new ShareShift(both, product, Arrays.stream(sigmas).boxed().toList(), lines, coverage);
  }

  private static Figure coverage(List<MarketSupplier> all, double compared) {
    List<MarketSupplier> unknown = LeftOut.ofUnknownImports(all);
    return unknown.isEmpty()
        ? Figure.of(compared / all.stream().mapToDouble(s -> s.imports().known()).sum())
        : LeftOut.unknownCoverage(unknown);
  }

  private static Line line(
      MarketSupplier supplier, Figure tariff, double share, List<double[]> after, int at) {
    List<Figure> shares = after.stream().map(s -> Figure.of(s[at])).toList();
    return new Line(supplier, tariff, Figure.of(share), shares);
  }

  private static Line unknown(MarketSupplier supplier, Figure tariffAfter, int sigmas) {
    Figure missing =
        List.of(supplier.imports(), supplier.tariff(), tariffAfter).stream()
            .filter(f -> !f.isKnown())
            .findFirst()
            .orElseThrow();
    List<Figure> after = new ArrayList<>();
    for (int i = 0; i < sigmas; i++) {
      after.add(missing);
    }
    return new Line(supplier, tariffAfter, missing, after);
  }

  /** The suppliers that can be compared, as flat arrays. */
  private record Comparison(double[] values, double[] tariffs, double[] newTariffs) {

    static Comparison of(List<MarketSupplier> all, List<MarketSupplier> now, boolean[] compared) {
      int count = 0;
      double[] values = new double[compared.length];
      double[] tariffs = new double[compared.length];
      double[] newTariffs = new double[compared.length];
      for (int i = 0; i < compared.length; i++) {
        if (compared[i]) {
          values[count] = all.get(i).imports().known();
          tariffs[count] = all.get(i).tariff().known();
          newTariffs[count] = now.get(i).tariff().known();
          count++;
        }
      }
      Comparison comparison =
          new Comparison(
              Arrays.copyOf(values, count),
              Arrays.copyOf(tariffs, count),
              Arrays.copyOf(newTariffs, count));
      if (!(comparison.imports() > 0)) {
        throw new IllegalArgumentException(
            "No supplier has imports, and tariffs known before and after");
      }
      return comparison;
    }

    double imports() {
      return Arrays.stream(values).sum();
    }

    double[] sharesBefore() {
      return normalised(values.clone());
    }

    double[] sharesAfter(double sigma) {
      double[] shares =
          ArmingtonMarket.ofValues(values, tariffs, sigma).afterTariffs(newTariffs).shares();
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= 1 + newTariffs[i];
      }
      return normalised(shares);
    }

    private static double[] normalised(double[] amounts) {
      double sum = Arrays.stream(amounts).sum();
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] /= sum;
      }
      return amounts;
    }
  }

  /**
   * The line of an origin.
   *
   * @param origin the origin
   * @return its shares
   * @throws IllegalArgumentException when it does not supply the product
   */
  public Line line(String origin) {
    Objects.requireNonNull(origin, "origin");
    return lines.stream()
        .filter(l -> l.supplier().origin().equals(origin))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(origin + " does not supply '" + product + "'"));
  }

  /**
   * Tariffs, the share before, and for every elasticity the share after and its change.
   *
   * @return the table; a positive change is a gain of share
   */
  public Table table() {
    List<String> columns = new ArrayList<>(List.of("origin", "tariff", "new tariff", "share"));
    for (double sigma : sigmas) {
      columns.add("sigma " + sigma);
      columns.add("change at " + sigma);
    }
    return new Table(
        "Shares of the imports of " + product + " in " + market.name() + " (positive = gain)",
        columns,
        lines.stream().map(this::row).toList(),
        market.caption(
            "shares of customs values among suppliers of known imports and tariffs"
                + (coverage.isKnown() && coverage.known() >= 1
                    ? ", which are all"
                    : FigureCells.coverage(coverage)),
            "first order: constant elasticity of substitution sigma, tariffs passed on in full,"
                + " spending unchanged"));
  }

  private List<Cell> row(Line line) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(line.supplier().origin()));
    row.add(FigureCells.percent(line.supplier().tariff()));
    row.add(FigureCells.percent(line.tariffAfter()));
    row.add(FigureCells.percent(line.before()));
    for (Figure after : line.after()) {
      row.add(FigureCells.percent(after));
      row.add(FigureCells.points(after.minus(line.before())));
    }
    return row;
  }

  /** {@return the change of each supplier's share at the first elasticity: a picture} */
  public Chart chart() {
    String column = "change at " + sigmas.get(0);
    return table().chart("origin", column).withSubtitle(column + "; + is a gain of share");
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }

  private List<Object> components() {
    return List.of(market, product, sigmas, lines, coverage);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShareShift that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
