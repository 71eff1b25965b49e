package org.tariffeconomics.io;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.threeten.extra.LocalDateRange;

/**
 * Reads and writes assumptions about what is not declared: one row an assumption, with the columns
 * {@code set} (the name of its set, may be left out), {@code products}, {@code origins}, {@code
 * facts} (what is taken to be declared, as {@link DeclaredFacts#parse} reads it), {@code from} and
 * {@code until} (half-open, blank for ever), {@code reason}, and the columns of a source.
 *
 * @since 0.1.0
 */
public final class AssumptionCsv {

  private static final List<String> REQUIRED =
      List.of("products", "origins", "facts", "reason", "source_title");
  private static final List<String> COLUMNS =
      List.of(
          "set",
          "products",
          "origins",
          "facts",
          "from",
          "until",
          "reason",
          "source_title",
          "source_date",
          "citation",
          "verification");

  private static final List<String> IN_SETS =
      Stream.concat(Stream.of("set"), REQUIRED.stream()).toList();

  private AssumptionCsv() {}

  /** An assumption and the set that it belongs to. */
  private record Named(String set, Assumption assumption) {}

  /**
   * Reads the assumptions of one set.
   *
   * @param name the file's name, for messages
   * @param reader the text
   * @return the assumptions in their order, and what is wrong with the other rows
   */
  public static Reading<List<Assumption>> read(String name, Reader reader) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
    return CsvFile.read(name, reader, REQUIRED, COLUMNS).records(AssumptionCsv::assumption);
  }

  /**
   * Reads sets of assumptions.
   *
   * @param name the file's name, for messages
   * @param reader the text
   * @param territory the territory whose imports they are about
   * @return the sets in the order in which they begin, and what is wrong with the other rows
   */
  public static Reading<List<Assumptions>> readSets(String name, Reader reader, String territory) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(territory, "territory");
    return sets(CsvFile.read(name, reader, IN_SETS, COLUMNS), territory);
  }

  static Reading<List<Assumptions>> readSets(
      Function<String, Reader> files, String name, String territory) {
    return sets(CsvFile.read(files, name, IN_SETS, COLUMNS), territory);
  }

  private static Reading<List<Assumptions>> sets(CsvFile file, String territory) {
    return file.records(AssumptionCsv::named).map(rows -> sets(rows, territory));
  }

  /**
   * Reads the assumptions of one set from a file of several.
   *
   * @param name the file's name, for messages
   * @param reader the text
   * @param set the name of the set
   * @return its assumptions in their order, none where the file has no such set; and what is wrong
   *     with rows of any set
   */
  public static Reading<List<Assumption>> readSet(String name, Reader reader, String set) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(set, "set");
    return CsvFile.read(name, reader, IN_SETS, COLUMNS)
        .records(AssumptionCsv::named)
        .map(
            rows ->
                rows.stream()
                    .filter(each -> each.set().equals(set))
                    .map(Named::assumption)
                    .toList());
  }

  private static List<Assumptions> sets(List<Named> rows, String territory) {
    Map<String, List<Assumption>> byName = new LinkedHashMap<>();
    for (Named each : rows) {
      byName.computeIfAbsent(each.set(), s -> new ArrayList<>()).add(each.assumption());
    }
    List<Assumptions> sets = new ArrayList<>();
    byName.forEach((set, some) -> sets.add(Assumptions.of(set, territory, some)));
    return sets;
  }

  private static @Nullable Named named(Row row) {
    String set = row.required("set");
    Assumption assumption = assumption(row);
    return assumption == null ? null : new Named(set, assumption);
  }

  private static @Nullable Assumption assumption(Row row) {
    ProductScope products = row.parsed("products", ProductScope::parse);
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    DeclaredFacts facts = row.parsed("facts", AssumptionCsv::facts);
    LocalDate from = row.day("from");
    LocalDate until = row.day("until");
    Source source = row.source();
    if (products == null || origins == null || facts == null || source == null || !row.isGood()) {
      return null;
    }
    LocalDateRange days =
        LocalDateRange.of(
            from == null ? LocalDate.MIN : from, until == null ? LocalDate.MAX : until);
    return new Assumption(products, origins, facts, days, row.required("reason"), source);
  }

  private static DeclaredFacts facts(String text) {
    DeclaredFacts facts = DeclaredFacts.parse(text);
    if (facts.isEmpty()) {
      throw new IllegalArgumentException(
          "must take something to be declared, but was " + Texts.quoted(text));
    }
    return facts;
  }

  /**
   * Writes sets of assumptions in the form that {@link #readSets} reads back equal.
   *
   * @param sets the sets
   * @param style whether texts are guarded from spreadsheets
   * @return the text
   */
  public static String write(List<Assumptions> sets, CsvStyle style) {
    Objects.requireNonNull(sets, "sets");
    Objects.requireNonNull(style, "style");
    List<List<String>> rows = new ArrayList<>();
    for (Assumptions set : sets) {
      set.rows().forEach(each -> rows.add(cells(set.name(), each)));
    }
    return CsvText.of(COLUMNS, rows, style);
  }

  private static List<String> cells(String set, Assumption each) {
    return List.of(
        set,
        each.products().toString(),
        each.origins().toString(),
        each.facts().toString(),
        each.days().isUnboundedStart() ? "" : each.days().getStart().toString(),
        each.days().isUnboundedEnd() ? "" : each.days().getEnd().toString(),
        each.reason(),
        each.source().title(),
        CsvText.day(each.source().date()),
        each.source().citation(),
        each.source().verification().name());
  }
}
