package org.tariffeconomics.reference;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
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

  private static final class Bundled {
    private static final UsualFacts US = new UsualFacts(read());
  }

  private UsualFacts(List<Usual> rows) {
    this.rows = List.copyOf(rows);
  }

  /** {@return the bundled assumptions for entries into the United States} */
  public static UsualFacts us() {
    return Bundled.US;
  }

  private static List<Usual> read() {
    try (InputStream in = UsualFacts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the library's jar: " + FILE);
      }
      return CsvReader.builder()
          .commentStrategy(CommentStrategy.SKIP)
          .ofNamedCsvRecord(in, StandardCharsets.UTF_8)
          .stream()
          .map(UsualFacts::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Usual row(NamedCsvRecord row) {
    String from = row.getField("from");
    return new Usual(
        ProductScope.parse(row.getField("products")),
        OriginScope.parse(row.getField("origins")),
        DeclaredFacts.parse(row.getField("facts")),
        from.isEmpty() ? LocalDateRange.ALL : LocalDateRange.ofUnboundedEnd(LocalDate.parse(from)),
        row.getField("reason"),
        Source.verified(
            row.getField("source_title"),
            LocalDate.parse(row.getField("source_date")),
            row.getField("citation")));
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
   * {@return the assumptions as a table: one row an assumption: products, origins, facts, reason,
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
