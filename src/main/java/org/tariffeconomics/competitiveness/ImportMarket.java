package org.tariffeconomics.competitiveness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartGrid;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * A market with its suppliers: who sells how much of which products to it, at what price, under
 * which tariff.
 *
 * <p>Amounts are in one currency and unit, the market's. A supplier whose tariff or imports are
 * unknown is always listed, as unknown, and takes no part in weights; results say what share of the
 * trade they cover. Sign: a positive margin is an advantage.
 *
 * <p>Landed prices for the cost index take duty on the price without freight (FOB base), unless the
 * market is turned by {@link #withDutyOnFreight()} into one that charges it on the price with
 * freight (CIF base).
 *
 * <p>Immutable; {@code with…} gives a new market.
 *
 * @since 0.1.0
 */
public final class ImportMarket {

  private final String name;
  private final String currency;
  private final List<MarketSupplier> suppliers;
  private final Map<String, Map<String, MarketSupplier>> byProduct;
  private final boolean dutyOnFreight;
  private final Stamp stamp;

  private ImportMarket(
      String name,
      String currency,
      Collection<MarketSupplier> suppliers,
      boolean dutyOnFreight,
      Stamp stamp) {
    this.name = name;
    this.currency = currency;
    this.suppliers = List.copyOf(suppliers);
    this.byProduct = byProduct(this.suppliers);
    this.dutyOnFreight = dutyOnFreight;
    this.stamp = stamp;
  }

  private static Map<String, Map<String, MarketSupplier>> byProduct(
      List<MarketSupplier> suppliers) {
    Map<String, Map<String, MarketSupplier>> byProduct = new LinkedHashMap<>();
    for (MarketSupplier supplier : suppliers) {
      Map<String, MarketSupplier> origins =
          byProduct.computeIfAbsent(supplier.product(), p -> new LinkedHashMap<>());
      if (origins.put(supplier.origin(), supplier) != null) {
        throw new IllegalArgumentException(
            "suppliers must differ, but " + supplier + " occurs twice");
      }
    }
    return byProduct;
  }

  /**
   * A market with its suppliers, with facts that the user supplies.
   *
   * @param name what the market is, such as {@code US cars 2024}
   * @param currency the currency and unit of imports and prices, such as {@code USD} or {@code USD
   *     bn}
   * @param suppliers the suppliers, at least one, all different for the same product
   * @return the market
   * @throws IllegalArgumentException when a name is blank, there is no supplier, or one occurs
   *     twice
   */
  public static ImportMarket of(
      String name, String currency, Collection<MarketSupplier> suppliers) {
    Objects.requireNonNull(suppliers, "suppliers");
    Require.notBlank("name", name);
    Require.notBlank("currency", currency);
    if (suppliers.isEmpty()) {
      throw new IllegalArgumentException("suppliers must not be empty");
    }
    String facts = "user-supplied, " + suppliers.size() + " suppliers";
    Stamp stamp = new Stamp(Stamp.Kind.STATUTORY, null, null, facts, null, List.of());
    return new ImportMarket(name, currency, suppliers, false, stamp);
  }

  /**
   * The same market with another stamp: what kind of tariffs these are, for which day, from where.
   *
   * @param newStamp the stamp
   * @return a new market
   */
  public ImportMarket withStamp(Stamp newStamp) {
    Objects.requireNonNull(newStamp, "newStamp");
    return new ImportMarket(name, currency, suppliers, dutyOnFreight, newStamp);
  }

  /**
   * {@return the same market, with duty charged on the price with freight (CIF base): a new market}
   */
  public ImportMarket withDutyOnFreight() {
    return new ImportMarket(name, currency, suppliers, true, stamp);
  }

  /**
   * The same market with other tariffs: the what-if of a deal.
   *
   * @param tariffs the new tariff of each supplier; return {@code supplier.tariff()} to keep it
   * @return a new market; its stamp says that tariffs were set by hand
   */
  public ImportMarket withTariffs(Function<MarketSupplier, Figure> tariffs) {
    Objects.requireNonNull(tariffs, "tariffs");
    ImportMarket other = changed(tariffs);
    List<String> differing = differing(other);
    return differing.isEmpty()
        ? other
        : other.withStamp(
            stamp.withAmendments(List.of("tariffs set by hand: " + Texts.few(differing))));
  }

  /** The suppliers whose tariff is not what it was, in words. */
  private List<String> differing(ImportMarket other) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < suppliers.size(); i++) {
      MarketSupplier now = other.suppliers.get(i);
      if (!now.tariff().equals(suppliers.get(i).tariff())) {
        differing.add(
            now.origin() + " " + now.product() + " " + FigureCells.percent(now.tariff()).text());
      }
    }
    return differing;
  }

  /** Whether some tariff lies between two. */
  boolean isBounded() {
    return suppliers.stream().anyMatch(s -> s.tariff().isBounded());
  }

  /** The case in which an origin fares best: its own tariffs at their lowest, others' highest. */
  ImportMarket atBest(String origin) {
    return changed(s -> end(s, !s.origin().equals(origin)));
  }

  /** The case in which an origin fares worst. */
  ImportMarket atWorst(String origin) {
    return changed(s -> end(s, s.origin().equals(origin)));
  }

  private static Figure end(MarketSupplier supplier, boolean highest) {
    Figure tariff = supplier.tariff();
    OptionalDouble end = highest ? tariff.highest() : tariff.lowest();
    return end.isPresent() ? Figure.of(end.getAsDouble()) : tariff;
  }

  private ImportMarket changed(Function<MarketSupplier, Figure> tariffs) {
    List<MarketSupplier> changed =
        suppliers.stream().map(s -> s.withTariff(tariffs.apply(s))).toList();
    return new ImportMarket(name, currency, changed, dutyOnFreight, stamp);
  }

  /**
   * The same market with another tariff on everything from one origin.
   *
   * @param origin the origin
   * @param tariff the tariff, as a fraction: 0.15 is 15 percent
   * @return a new market
   * @throws IllegalArgumentException when there is no such origin, or the tariff is −1 or less, or
   *     above 10 (1,000 percent), which is more likely a percentage
   */
  public ImportMarket withTariff(String origin, double tariff) {
    Objects.requireNonNull(origin, "origin");
    return withTariff(origin, Figure.of(Fractions.tariff("tariff of " + origin, tariff)));
  }

  /**
   * The same market with another tariff on everything from one origin.
   *
   * @param origin the origin
   * @param tariff the tariff
   * @return a new market
   * @throws IllegalArgumentException when there is no such origin
   */
  public ImportMarket withTariff(String origin, Rate tariff) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(tariff, "tariff");
    return withTariff(origin, Figure.of(tariff));
  }

  /**
   * The same market with another tariff on everything from one origin.
   *
   * @param origin the origin
   * @param tariff the tariff as text, {@code 15%}
   * @return a new market
   * @throws IllegalArgumentException when there is no such origin, or the text is no rate
   */
  public ImportMarket withTariff(String origin, String tariff) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(tariff, "tariff");
    return withTariff(origin, Rate.parse(tariff));
  }

  private ImportMarket withTariff(String origin, Figure tariff) {
    String listed = listed(origin);
    return changed(s -> s.origin().equals(listed) ? tariff : s.tariff())
        .withStamp(
            stamp.withAmendments(
                List.of("tariff of " + listed + " set to " + FigureCells.percent(tariff).text())));
  }

  /**
   * The same market with the tariffs that a law charges on goods of which nothing is declared.
   *
   * @param law the law of a day, and as known on a day where that was asked
   * @return a new market, stamped by the law
   * @see #withTariffsOf(TariffLaw, Function)
   */
  public ImportMarket withTariffsOf(TariffLaw law) {
    Objects.requireNonNull(law, "law");
    return withTariffsOf(law, supplier -> DeclaredFacts.none());
  }

  /**
   * The same market with the tariffs that a law charges. A product is read as a tariff line, an
   * origin as a country or a standard group; a group whose members meet different tariffs has the
   * range of them.
   *
   * <p>A tariff that depends on what is not declared lies between two, and so do the positions that
   * it takes part in. It stays unknown, with the reason, where the law does not determine it,
   * prohibits the import, charges duty by quantity (no share of the value), or the product or
   * origin is none.
   *
   * @param law the law of a day, and as known on a day where that was asked
   * @param facts what is declared for each supplier: preference claims, content
   * @return a new market, stamped by the law
   */
  public ImportMarket withTariffsOf(TariffLaw law, Function<MarketSupplier, DeclaredFacts> facts) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(facts, "facts");
    return changed(s -> LawTariffs.tariff(law, s.product(), s.origin(), facts.apply(s)))
        .withStamp(declaring(law.stampOfMany(), facts));
  }

  /** A stamp with what is taken to be declared by suppliers, each origin's declaration once. */
  private Stamp declaring(Stamp law, Function<MarketSupplier, DeclaredFacts> facts) {
    Stamp declared = law;
    if (stamp.kind() == Stamp.Kind.COLLECTED) {
      String version = stamp.version() == null ? "" : ", version " + stamp.version();
      declared = declared.withAssumption("trade: " + stamp.facts() + version);
    }
    for (MarketSupplier each : suppliers) {
      DeclaredFacts some = facts.apply(each);
      if (!some.isEmpty()) {
        declared = declared.withAssumption(each.origin() + " declares " + some);
      }
    }
    return declared;
  }

  /** {@return the name of the market} */
  public String name() {
    return name;
  }

  /**
   * The currency and unit of all amounts.
   *
   * @return the text given
   */
  public String currency() {
    return currency;
  }

  /** {@return all suppliers, in the order given} */
  public List<MarketSupplier> suppliers() {
    return suppliers;
  }

  /** {@return the products, in the order of their first supplier} */
  public List<String> products() {
    return List.copyOf(byProduct.keySet());
  }

  /** {@return the origins, in the order in which they first come} */
  public List<String> origins() {
    return suppliers.stream().map(MarketSupplier::origin).distinct().toList();
  }

  /**
   * The suppliers of one product, in the order given.
   *
   * @param product the product
   * @return the suppliers; empty when nobody supplies the product
   */
  public List<MarketSupplier> suppliersOf(String product) {
    Objects.requireNonNull(product, "product");
    return List.copyOf(byProduct.getOrDefault(product, Map.of()).values());
  }

  /**
   * The supplier of a product from an origin.
   *
   * @param product the product
   * @param origin the origin
   * @return the supplier; empty when the origin does not supply the product
   */
  public Optional<MarketSupplier> supplier(String product, String origin) {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(origin, "origin");
    return Optional.ofNullable(byProduct.getOrDefault(product, Map.of()).get(origin));
  }

  /** {@return whether duty is charged on the price with freight} */
  @JsonIgnore
  public boolean isDutyOnFreight() {
    return dutyOnFreight;
  }

  /** {@return what kind of numbers these are} */
  public Stamp stamp() {
    return stamp;
  }

  /**
   * The place of one origin against its trade-weighted rivals, product by product and in all.
   *
   * @param origin the origin
   * @return its position
   * @throws IllegalArgumentException when there is no such origin
   */
  public RelativePosition position(String origin) {
    Objects.requireNonNull(origin, "origin");
    return RelativePositions.of(this).position(listed(origin));
  }

  /**
   * All origins, the best placed first; those that cannot be placed come last, with the reason.
   *
   * @return the ranking
   */
  public PositionRanking ranking() {
    return RelativePositions.of(this).ranking();
  }

  /**
   * What a change of tariffs did to one origin's place: the effect of its own tariff and of each
   * rival's, which add up to the change. Trade weights stay those of this market.
   *
   * @param origin the origin
   * @param after the same market with the new tariffs; its imports are not used
   * @return the change and its parts
   * @throws IllegalArgumentException when there is no such origin, the other market has other
   *     suppliers, or no product can be compared
   */
  public PositionErosion erosion(String origin, ImportMarket after) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(after, "after");
    String listed = listed(origin);
    requireSameSuppliers(after);
    return PositionErosion.of(this, after, listed);
  }

  /**
   * The suppliers' shares of a product's imports after a change of tariffs, first order: constant
   * elasticity of substitution, tariffs passed on in full, spending unchanged.
   *
   * @param product the product
   * @param after the same market with the new tariffs; its imports are not used
   * @param sigmas one or more elasticities of substitution, each positive
   * @return old and new shares, one new one for every elasticity
   * @throws IllegalArgumentException when nobody supplies the product, the other market has other
   *     suppliers, no supplier can be compared, or an elasticity is not positive
   */
  public ShareShift shareShift(String product, ImportMarket after, double... sigmas) {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(sigmas, "sigmas");
    requireSameSuppliers(after);
    return ShareShift.of(this, after, product, sigmas);
  }

  /**
   * Product by rival: the rival's tariff less the origin's own, in points. Positive where the
   * origin is ahead; blank where the rival does not supply the product; unknown where a tariff is.
   *
   * @param origin the origin
   * @return the table, a row for each product that the origin supplies, rivals in columns
   * @throws IllegalArgumentException when there is no such origin
   */
  public Table heatTable(String origin) {
    Objects.requireNonNull(origin, "origin");
    return HeatTable.of(this, listed(origin));
  }

  /**
   * {@link #heatTable} as a picture, for one origin.
   *
   * @param origin the origin
   * @return the picture; positive cells are leads
   * @throws IllegalArgumentException when there is no such origin
   */
  public Chart heatChart(String origin) {
    Objects.requireNonNull(origin, "origin");
    Table table = heatTable(origin);
    return Chart.of(
        table.title(),
        "rival's duty less that on " + listed(origin) + "; + the rival pays more",
        table.caption(),
        ChartGrid.of(table, ChartScale.points(""), "product", "rival", 2));
  }

  /** An origin as this market names it; what is only a part of one is refused, with its name. */
  private String listed(String origin) {
    List<String> all = origins();
    return Stream.of(Optional.of(origin), OriginText.parse(origin))
        .flatMap(Optional::stream)
        .filter(all::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No origin '"
                        + Texts.shortened(origin)
                        + "' in "
                        + all
                        + originOf(origin)
                            .map(o -> ": it is part of " + o + " here")
                            .orElseGet(() -> OriginText.why(origin))));
  }

  /**
   * The origin under which this market lists a country: itself, or the group of which it is a
   * member on the day of the market's stamp (on no day stated, one that it has not left).
   *
   * @param country the country, by any common code, or an origin of this market
   * @return the origin's name; empty when the market lists neither the country nor a group with it
   */
  public Optional<String> originOf(String country) {
    Objects.requireNonNull(country, "country");
    List<String> origins = origins();
    if (origins.contains(country)) {
      return Optional.of(country);
    }
    Optional<String> name = OriginText.parse(country);
    if (name.filter(origins::contains).isPresent()) {
      return name;
    }
    return name.filter(n -> CountryGroup.find(n).isEmpty() && !n.equals(OriginText.REST))
        .map(Country::parse)
        .flatMap(c -> origins.stream().filter(o -> isMember(c, o)).findFirst());
  }

  private boolean isMember(Country country, String origin) {
    return CountryGroup.find(origin)
        .filter(
            group ->
                stamp
                    .day()
                    .map(day -> group.includes(country, day))
                    .orElseGet(
                        () ->
                            group.memberships().stream()
                                .anyMatch(
                                    m -> m.member().equals(country) && m.endExclusive() == null)))
        .isPresent();
  }

  private void requireSameSuppliers(ImportMarket after) {
    LinkedHashSet<String> missing = new LinkedHashSet<>(keys());
    missing.removeAll(after.keys());
    LinkedHashSet<String> added = new LinkedHashSet<>(after.keys());
    added.removeAll(keys());
    if (!missing.isEmpty() || !added.isEmpty()) {
      throw new IllegalArgumentException(
          "after must have the same suppliers, but lacks " + missing + " and adds " + added);
    }
  }

  private List<String> keys() {
    return suppliers.stream().map(s -> s.product() + " from " + s.origin()).toList();
  }

  /** The lines under every table of this market. */
  List<String> caption(String... lines) {
    List<String> caption = new ArrayList<>(List.of(lines));
    caption.addAll(stamp.lines());
    return caption;
  }

  /** {@return all suppliers with their facts, largest imports first within a product} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String product : byProduct.keySet()) {
      suppliersOf(product).stream()
          .sorted(Comparator.comparingDouble(ImportMarket::importsOrLess).reversed())
          .forEach(s -> rows.add(row(s)));
    }
    return new Table(
        "Suppliers of " + name,
        List.of("product", "origin", "imports", "tariff", "MFN", "price", "freight"),
        rows,
        caption("imports and prices in " + currency, coverage()));
  }

  /** How much of the trade has a known tariff; suppliers of unknown imports are named. */
  private String coverage() {
    List<MarketSupplier> unknown = LeftOut.ofUnknownImports(suppliers);
    double all = suppliers.stream().mapToDouble(s -> s.imports().value().orElse(0)).sum();
    double covered =
        suppliers.stream()
            .filter(MarketSupplier::isWeighable)
            .mapToDouble(s -> s.imports().known())
            .sum();
    String share = all > 0 ? FigureCells.percent(Figure.of(covered / all)).text() : "none";
    return "tariffs known of "
        + share
        + " of the known imports"
        + (unknown.isEmpty() ? "" : "; " + LeftOut.unknownCoverage(unknown).reason());
  }

  private static double importsOrLess(MarketSupplier supplier) {
    return supplier.imports().value().orElse(-1);
  }

  private List<Cell> row(MarketSupplier supplier) {
    return List.of(
        Cell.text(supplier.product()),
        Cell.text(supplier.origin()),
        FigureCells.number(supplier.imports(), 3, currency),
        FigureCells.percent(supplier.tariff()),
        FigureCells.percent(supplier.mfnTariff()),
        FigureCells.number(supplier.price(), 2, currency),
        FigureCells.percent(supplier.freightShare()));
  }

  /** The name with the number of products and suppliers, and of how many something is unknown. */
  @Override
  public String toString() {
    long imports = suppliers.stream().filter(s -> !s.imports().isKnown()).count();
    long bounded = suppliers.stream().filter(s -> s.tariff().isBounded()).count();
    long tariffs = suppliers.stream().filter(s -> s.tariff().lowest().isEmpty()).count();
    return String.format(
        Locale.ROOT,
        "%s: %d %s, %d suppliers, %s%s%s%s",
        name,
        byProduct.size(),
        byProduct.size() == 1 ? "product" : "products",
        suppliers.size(),
        currency,
        imports > 0 ? ", imports unknown of " + imports : "",
        bounded > 0 ? ", tariffs bounded of " + bounded : "",
        tariffs > 0 ? ", tariffs unknown of " + tariffs : "");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImportMarket that
        && name.equals(that.name)
        && currency.equals(that.currency)
        && suppliers.equals(that.suppliers)
        && byProduct.equals(that.byProduct)
        && dutyOnFreight == that.dutyOnFreight
        && stamp.equals(that.stamp);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, currency, suppliers, byProduct, dutyOnFreight);
  }
}
