package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.competitiveness.MarketSupplier;
import org.tariffeconomics.io.AssumptionCsv;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What importers of goods of an origin usually declare, so that a comparison of origins need not be
 * told for each: a visible assumption, with the evidence for it, and never part of the law.
 *
 * <p>Origins without a row declare nothing, and so claim no preference.
 *
 * @since 0.1.0
 */
public final class UsualFacts {

  private static final String FILE = "us/usual-facts.csv";
  private static final String ORDINARY_GOODS = "ordinary goods";
  private static final String PARTNER_GOODS = "partners/ordinary-goods.csv";
  private static final String PARTNERS = "partners/usual-facts.csv";
  private static final String PARCELS = "partners/usual-parcels.csv";

  private static final String US = "US";

  /** A code like any other, for what is said of all. */
  private static final HsCode ANY = HsCode.of("0101");

  private static final String USMCA = "us/usmca-facts.csv";

  private final String territory;
  private final List<Assumption> rows;

  private static final class Us {
    private static final UsualFacts FACTS = new UsualFacts(US, read(FILE));
  }

  private static final class Ordinary {
    private static final Assumptions GOODS =
        Assumptions.of(ORDINARY_GOODS, "US", read("us/ordinary-goods.csv"));
  }

  private UsualFacts(String territory, List<Assumption> rows) {
    this.territory = territory;
    this.rows = List.copyOf(rows);
  }

  /** {@return the bundled assumptions for entries into the United States} */
  public static UsualFacts us() {
    return Us.FACTS;
  }

  /**
   * What is usually declared at entry into a territory, as far as its law alone tells: the bundled
   * assumptions for the United States, and none for any other territory, since claims under the law
   * of one are no claims under that of another.
   *
   * @param law the law that goods are entered under
   * @return the assumptions
   */
  public static UsualFacts under(TariffLaw law) {
    Objects.requireNonNull(law, "law");
    String territory = law.book().territory();
    return territory.equals(US) ? us() : new UsualFacts(territory, List.of());
  }

  /**
   * The same assumptions, and that all goods of Mexico and Canada are entered under the USMCA. It
   * is the question that a comparison asks, so that nothing of it is assumed without this.
   *
   * @return a changed copy
   */
  public UsualFacts withUsmca() {
    return with(AssumptionCsv.readSet(USMCA, Bundled.open(USMCA), "claimed").orThrow());
  }

  /**
   * The same assumptions, and that cars and trucks of Mexico and Canada have an approved content of
   * the United States, on which section 232 charges nothing. It counts only where the USMCA is
   * claimed.
   *
   * @param share the share of the value, such as {@code "40%"}
   * @return a changed copy
   * @throws IllegalArgumentException when the share is no rate from 0 to 100 %
   */
  public UsualFacts withUsContent(String share) {
    Objects.requireNonNull(share, "share");
    BigDecimal part = Rate.parse(share).fraction();
    List<Assumption> approved =
        AssumptionCsv.readSet(USMCA, Bundled.open(USMCA), "approved content").orThrow();
    return with(
        approved.stream()
            .map(
                each ->
                    new Assumption(
                        each.products(),
                        each.origins(),
                        each.facts().withContent(US, part),
                        each.days(),
                        each.reason(),
                        each.source()))
            .toList());
  }

  /**
   * The same assumptions, and that goods under the agricultural safeguards are valued at or above
   * the highest trigger price, so that none of these is due.
   *
   * @return a changed copy
   * @see UsAssumptions#aboveTriggerPrices
   */
  public UsualFacts withPricesAboveTriggers() {
    return with(UsAssumptions.aboveTriggerPrices().rows());
  }

  /**
   * The same assumptions with more; where two speak of one fact the later counts.
   *
   * @param more the assumptions, which may claim preferences
   * @return a changed copy
   */
  public UsualFacts with(List<Assumption> more) {
    Objects.requireNonNull(more, "more");
    List<Assumption> all = new ArrayList<>(rows);
    all.addAll(more);
    return new UsualFacts(territory, all);
  }

  /**
   * Origins of a panel with what is assumed of all their goods, such as the USMCA of {@link
   * #withUsmca}; what is assumed of some goods only is not among it.
   *
   * @param origins the origins
   * @param day the day of entry
   * @return the origins with their declarations, in the order given
   */
  public List<DeclaredOrigin> ofAllGoods(Collection<Country> origins, LocalDate day) {
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(day, "day");
    return origins.stream()
        .map(
            origin ->
                new DeclaredOrigin(
                    origin,
                    rows.stream()
                        .filter(row -> row.products().equals(ProductScope.parse("*")))
                        .filter(row -> row.isFor(ANY, origin, day))
                        .map(Assumption::facts)
                        .reduce(DeclaredFacts.none(), DeclaredFacts::and)))
        .toList();
  }

  /** What is assumed but for claims, which no book can make. */
  Assumptions besidesClaims() {
    List<Assumption> rest = new ArrayList<>();
    for (Assumption each : rows) {
      DeclaredFacts facts = each.facts().only(Set.copyOf(each.facts().names()));
      if (!facts.isEmpty()) {
        rest.add(
            new Assumption(
                each.products(), each.origins(), facts, each.days(), each.reason(), each.source()));
      }
    }
    return Assumptions.of("usual declarations", territory, rest);
  }

  /** What is usually declared of the goods of suppliers; nothing under another territory's law. */
  Function<MarketSupplier, DeclaredFacts> ofSuppliers(TariffLaw law) {
    boolean isForLaw = law.book().territory().equals(territory);
    return supplier ->
        !isForLaw || CountryGroup.find(supplier.origin()).isPresent()
            ? DeclaredFacts.none()
            : of(HsCode.of(supplier.product()), Country.parse(supplier.origin()), law.day());
  }

  /**
   * What the bundled book of the United States takes to be so of goods of which nothing else is
   * declared: that no relief is claimed which the importer must claim on the entry and prove, such
   * as US content, goods in transit or vehicles of 25 years. Facts of the goods themselves are not
   * among them.
   *
   * @return the assumptions; {@link org.tariffeconomics.tariff.TariffBook#withoutAssumptions} makes
   *     none
   */
  public static Assumptions ordinaryGoods() {
    return Ordinary.GOODS;
  }

  /**
   * The bundled assumptions for entries into another territory.
   *
   * @param territory its code, {@code EU} for the European Union
   * @return the assumptions, none where none are bundled
   */
  static UsualFacts partner(String territory) {
    return new UsualFacts(
        territory, AssumptionCsv.readSet(PARTNERS, Bundled.open(PARTNERS), territory).orThrow());
  }

  /**
   * The bundled assumptions for consignments of low value into a territory.
   *
   * @param territory its code
   * @return the assumptions, none where none are bundled
   */
  static UsualFacts parcels(String territory) {
    return new UsualFacts(
        territory, AssumptionCsv.readSet(PARCELS, Bundled.open(PARCELS), territory).orThrow());
  }

  /**
   * What the bundled book of another territory takes to be so of goods of which nothing else is
   * declared.
   *
   * @param territory its code, {@code EU} for the European Union
   * @return the assumptions, none where none are bundled
   */
  static Assumptions ordinaryGoods(String territory) {
    return Assumptions.of(
        ORDINARY_GOODS,
        territory,
        AssumptionCsv.readSet(PARTNER_GOODS, Bundled.open(PARTNER_GOODS), territory).orThrow());
  }

  private static List<Assumption> read(String file) {
    return AssumptionCsv.read(file, Bundled.open(file)).orThrow();
  }

  /**
   * What is usually declared with some goods.
   *
   * @param line the tariff line, heading or chapter
   * @param origin the country of origin
   * @param day the day of entry
   * @return the declaration; nothing where no assumption is made
   */
  public DeclaredFacts of(HsCode line, Country origin, LocalDate day) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    return rows.stream()
        .filter(row -> row.isFor(line, origin, day))
        .map(Assumption::facts)
        .reduce(DeclaredFacts.none(), DeclaredFacts::and);
  }

  /**
   * An origin as it is written, with what is usually declared unless the text says otherwise.
   *
   * @param text the origin, as {@link DeclaredOrigin#parse} reads it; {@code KR claiming nothing}
   *     turns the usual claim off
   * @param line the tariff line, heading or chapter
   * @param day the day of entry
   * @return the origin with its declaration
   */
  public DeclaredOrigin origin(String text, HsCode line, LocalDate day) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(day, "day");
    DeclaredOrigin stated = DeclaredOrigin.parse(text);
    return stated.withDefaults(of(line, stated.country(), day));
  }

  /** {@return the territory whose imports they are about} */
  public String territory() {
    return territory;
  }

  /** {@return the assumptions} */
  public List<Assumption> rows() {
    return rows;
  }

  /**
   * {@return the assumptions as a table: one row per assumption: products, origins, facts, reason,
   * source}
   */
  public Table table() {
    return Table.of(
        "What importers usually declare",
        List.of("products", "origins", "facts", "reason", "source"),
        rows.stream()
            .map(
                r ->
                    List.of(
                        Cell.text(r.products().toString()),
                        Cell.text(r.origins().toString()),
                        Cell.text(r.facts().toString()),
                        Cell.text(r.reason()),
                        Cell.text(r.source().toString())))
            .toList());
  }

  /** How many assumptions there are. */
  @Override
  public String toString() {
    return rows.size() + " usual declarations";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsualFacts that
        && territory.equals(that.territory)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(territory, rows);
  }
}
