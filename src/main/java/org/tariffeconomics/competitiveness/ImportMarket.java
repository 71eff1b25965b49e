package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Cell;
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
 */
public final class ImportMarket {

  private final String name;
  private final String currency;
  private final List<Supplier> suppliers;
  private final Map<String, Map<String, Supplier>> byProduct;
  private final boolean dutyOnFreight;
  private final Stamp stamp;

  private ImportMarket(
      String name,
      String currency,
      Collection<Supplier> suppliers,
      boolean dutyOnFreight,
      Stamp stamp) {
    this.name = name;
    this.currency = currency;
    this.suppliers = List.copyOf(suppliers);
    this.byProduct = byProduct(this.suppliers);
    this.dutyOnFreight = dutyOnFreight;
    this.stamp = stamp;
  }

  private static Map<String, Map<String, Supplier>> byProduct(List<Supplier> suppliers) {
    Map<String, Map<String, Supplier>> byProduct = new LinkedHashMap<>();
    for (Supplier supplier : suppliers) {
      Map<String, Supplier> origins =
          byProduct.computeIfAbsent(supplier.product(), p -> new LinkedHashMap<>());
      if (origins.put(supplier.origin(), supplier) != null) {
        throw new IllegalArgumentException(
            "suppliers must differ, but " + supplier + " comes twice");
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
   * @param suppliers the suppliers, at least one, none twice for the same product
   * @return the market
   * @throws IllegalArgumentException when a name is blank, there is no supplier, or one comes twice
   */
  public static ImportMarket of(String name, String currency, Collection<Supplier> suppliers) {
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
   * @return a new market
   */
  public ImportMarket withTariffs(Function<Supplier, Figure> tariffs) {
    List<Supplier> changed = suppliers.stream().map(s -> s.withTariff(tariffs.apply(s))).toList();
    return new ImportMarket(name, currency, changed, dutyOnFreight, stamp);
  }

  /**
   * The same market with another tariff on everything from one origin.
   *
   * @param origin the origin
   * @param tariff the tariff, as a fraction
   * @return a new market
   * @throws IllegalArgumentException when there is no such origin or the tariff is not above −1
   */
  public ImportMarket withTariff(String origin, double tariff) {
    requireOrigin(origin);
    Figure figure = Figure.of(tariff);
    return withTariffs(s -> s.origin().equals(origin) ? figure : s.tariff());
  }

  /**
   * The same market with the tariffs that a law charges on goods of which nothing is declared.
   *
   * @param law the law of a day, and as known on a day where that was asked
   * @return a new market, stamped by the law
   * @see #withTariffsOf(TariffLaw, Function)
   */
  public ImportMarket withTariffsOf(TariffLaw law) {
    return withTariffsOf(law, supplier -> DeclaredFacts.none());
  }

  /**
   * The same market with the tariffs that a law charges. A product is read as a tariff line, an
   * origin as a country or a standard group; a group has a tariff where all its members share it.
   *
   * <p>A tariff stays unknown, with the reason, where the law does not determine it, prohibits the
   * import, charges duty by quantity (no share of the value), or the product or origin is none.
   *
   * @param law the law of a day, and as known on a day where that was asked
   * @param facts what is declared for each supplier: preference claims, content
   * @return a new market, stamped by the law
   */
  public ImportMarket withTariffsOf(TariffLaw law, Function<Supplier, DeclaredFacts> facts) {
    return withTariffs(s -> LawTariffs.tariff(law, s.product(), s.origin(), facts.apply(s)))
        .withStamp(law.stamp());
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
  public List<Supplier> suppliers() {
    return suppliers;
  }

  /** {@return the products, in the order of their first supplier} */
  public List<String> products() {
    return List.copyOf(byProduct.keySet());
  }

  /** {@return the origins, in the order in which they first come} */
  public List<String> origins() {
    return suppliers.stream().map(Supplier::origin).distinct().toList();
  }

  /**
   * The suppliers of one product, in the order given.
   *
   * @param product the product
   * @return the suppliers; empty when nobody supplies the product
   */
  public List<Supplier> suppliersOf(String product) {
    return List.copyOf(byProduct.getOrDefault(product, Map.of()).values());
  }

  /**
   * The supplier of a product from an origin.
   *
   * @param product the product
   * @param origin the origin
   * @return the supplier; empty when the origin does not supply the product
   */
  public Optional<Supplier> supplier(String product, String origin) {
    return Optional.ofNullable(byProduct.getOrDefault(product, Map.of()).get(origin));
  }

  /** {@return whether duty is charged on the price with freight} */
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
    requireOrigin(origin);
    return RelativePositions.of(this).position(origin);
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
    requireOrigin(origin);
    requireSameSuppliers(after);
    return PositionErosion.of(this, after, origin);
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
    requireOrigin(origin);
    return HeatTable.of(this, origin);
  }

  private void requireOrigin(String origin) {
    if (suppliers.stream().noneMatch(s -> s.origin().equals(origin))) {
      throw new IllegalArgumentException("No origin '" + origin + "' in " + origins());
    }
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
        caption("imports and prices in " + currency));
  }

  private static double importsOrLess(Supplier supplier) {
    return supplier.imports().value().orElse(-1);
  }

  private List<Cell> row(Supplier supplier) {
    return List.of(
        Cell.text(supplier.product()),
        Cell.text(supplier.origin()),
        FigureCells.number(supplier.imports(), 3, currency),
        FigureCells.percent(supplier.tariff()),
        FigureCells.percent(supplier.mfnTariff()),
        FigureCells.number(supplier.price(), 2, currency),
        FigureCells.percent(supplier.freightShare()));
  }

  /** The name with the number of products and suppliers. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d %s, %d suppliers, %s",
        name,
        byProduct.size(),
        byProduct.size() == 1 ? "product" : "products",
        suppliers.size(),
        currency);
  }
}
