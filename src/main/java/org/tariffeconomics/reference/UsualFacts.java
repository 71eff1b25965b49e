package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * What importers of goods of an origin usually declare, so that a comparison of origins need not be
 * told for each: a visible assumption, with the evidence for it, and never part of the law.
 *
 * <p>Origins without a row declare nothing, and so claim no preference.
 */
public final class UsualFacts {

  private static final String FILE = "us/usual-facts.csv";
  private static final String PARTNERS = "partners/usual-facts.csv";
  private static final List<String> COLUMNS =
      List.of(
          "products",
          "origins",
          "facts",
          "from",
          "reason",
          "source_title",
          "source_date",
          "citation");

  private final List<Usual> rows;

  /**
   * One assumption.
   *
   * @param products the goods it is made for
   * @param origins the origins it is made for
   * @param facts what is taken to be declared
   * @param days the days of entry it is made for, half-open
   * @param reason the evidence, in words
   * @param source where the evidence stands
   */
  public record Usual(
      ProductScope products,
      OriginScope origins,
      DeclaredFacts facts,
      LocalDateRange days,
      String reason,
      Source source) {

    private boolean fits(HsCode line, Country origin, LocalDate day) {
      return days.contains(day) && products.contains(line) && origins.includes(origin, day);
    }

    /** The goods, the origins and what is taken to be declared. */
    @Override
    public String toString() {
      return products + " from " + origins + ": " + facts;
    }
  }

  private static final class Us {
    private static final UsualFacts US = new UsualFacts(read());
  }

  private UsualFacts(List<Usual> rows) {
    this.rows = List.copyOf(rows);
  }

  /** {@return the bundled assumptions for entries into the United States} */
  public static UsualFacts us() {
    return Us.US;
  }

  /**
   * The bundled assumptions for entries into another territory.
   *
   * @param territory its code, {@code EU} for the European Union
   * @return the assumptions, none where none are bundled
   */
  static UsualFacts partner(String territory) {
    return new UsualFacts(
        CsvFile.read(PARTNERS, Bundled.open(PARTNERS), COLUMNS, List.of())
            .records(row -> row.cell("territory").equals(territory) ? row(row) : null)
            .orThrow());
  }

  private static List<Usual> read() {
    return CsvFile.read(FILE, Bundled.open(FILE), COLUMNS, COLUMNS)
        .records(UsualFacts::row)
        .orThrow();
  }

  private static @Nullable Usual row(Row row) {
    ProductScope products = row.parsed("products", ProductScope::parse);
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    DeclaredFacts facts = row.parsed("facts", DeclaredFacts::parse);
    LocalDate from = row.day("from");
    LocalDate stated = row.requiredDay("source_date");
    return products == null || origins == null || facts == null || stated == null
        ? null
        : new Usual(
            products,
            origins,
            facts,
            from == null ? LocalDateRange.ALL : LocalDateRange.ofUnboundedEnd(from),
            row.required("reason"),
            Source.verified(row.required("source_title"), stated, row.cell("citation")));
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
    return rows.stream()
        .filter(row -> row.fits(line, origin, day))
        .map(Usual::facts)
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
    DeclaredOrigin stated = DeclaredOrigin.parse(text);
    return stated.withDefaults(of(line, stated.country(), day));
  }

  /** {@return the assumptions} */
  public List<Usual> rows() {
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
}
