package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.ProductList.Entry;
import org.threeten.extra.LocalDateRange;

/**
 * Reads and writes lists of products as CSV: a row has one code, or all codes that a list names on
 * the same days and in the same words. A list is all rows of its name, in one file or several.
 *
 * <table>
 * <caption>Columns; the first two are required</caption>
 * <tr><th>column</th><th>content</th><th>blank</th></tr>
 * <tr><td>{@code list}</td><td>the list's name</td><td>refused</td></tr>
 * <tr><td>{@code codes}</td><td>codes by blanks, with or without dots; {@code ,NN} after a code
 *     stands for the same code with other last digits; codes after the word {@code except} are
 *     taken out</td><td>refused</td></tr>
 * <tr><td>{@code restriction}</td><td>the words by which the goods are listed in part</td>
 *     <td>all goods</td></tr>
 * <tr><td>{@code conditions}</td><td>{@link Condition#parse}, by {@code ;}</td>
 *     <td>none; refused beside words</td></tr>
 * <tr><td>{@code from}, {@code until}</td><td>the days on which they are listed, half-open</td>
 *     <td>no bound</td></tr>
 * <tr><td>{@code known_from}, {@code end_known_from}</td><td>when that was published</td>
 *     <td>ever since</td></tr>
 * <tr><td>{@code source_title}, {@code source_date}, {@code citation}, {@code verification}</td>
 *     <td>as in {@link MeasureCsv}</td><td>as there</td></tr>
 * </table>
 *
 * <p>For example {@code 85414200,4300 8542} are the codes 8541.42.00, 8541.43.00 and 8542.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A bad row is a problem and left out.
 *
 * @since 0.1.0
 */
public final class ProductListCsv {

  private static final List<String> COLUMNS =
      List.of(
          "list",
          "codes",
          "restriction",
          "conditions",
          "from",
          "until",
          "known_from",
          "end_known_from",
          "source_title",
          "source_date",
          "citation",
          "verification");

  private static final List<String> REQUIRED = COLUMNS.subList(0, 2);

  private ProductListCsv() {}

  /** A row: an entry and the list that it belongs to. */
  private record Listed(String list, Entry entry) {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the lists in the order in which they are first named, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<List<ProductList>> read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the lists in the order in which they are first named, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<List<ProductList>> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    ProblemLog log = ProblemLog.create();
    List<Listed> rows = new ArrayList<>();
    CsvFile.read(name, in, REQUIRED, COLUMNS)
        .each(
            log,
            row -> {
              Listed listed = listed(row);
              if (listed != null) {
                rows.add(listed);
              }
            });
    Map<String, List<Entry>> lists = new LinkedHashMap<>();
    rows.forEach(r -> lists.computeIfAbsent(r.list(), n -> new ArrayList<>()).add(r.entry()));
    return log.reading(
        lists.entrySet().stream().map(l -> ProductList.of(l.getKey(), l.getValue())).toList());
  }

  private static @Nullable Listed listed(Row row) {
    String list = row.required("list");
    ProductScope products = row.parsed("codes", CodeRuns::parse);
    String restriction = row.optional("restriction").orElse("");
    List<Condition> conditions = row.list("conditions", Condition::parse);
    LocalDateRange days = row.days();
    LocalDate knownFrom = row.day("known_from");
    LocalDate endKnownFrom = row.day("end_known_from");
    Source source = row.source();
    if (products == null || !row.isGood()) {
      return null;
    }
    Validity validity =
        Validity.during(days).withKnownFrom(knownFrom).withEndKnownFrom(endKnownFrom);
    return row.built(
        "conditions",
        () -> new Listed(list, new Entry(products, restriction, conditions, validity, source)));
  }

  /**
   * Writes lists in the schema that {@link #read} reads back equal.
   *
   * @param lists the lists, written in their order
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a list has something that the file cannot keep, naming it
   */
  public static String write(Collection<ProductList> lists) {
    Objects.requireNonNull(lists, "lists");
    List<Listed> all = new ArrayList<>();
    for (ProductList list : lists) {
      list.entries().forEach(entry -> all.add(new Listed(list.name(), entry)));
    }
    String text =
        CsvText.of(COLUMNS, all.stream().map(ProductListCsv::cells).toList(), CsvStyle.PLAIN);
    CsvFile written = CsvFile.read("lists", new StringReader(text), REQUIRED, COLUMNS);
    CsvText.requireReadBack(all, written, ProductListCsv::listed, Listed::list);
    return text;
  }

  private static List<String> cells(Listed each) {
    Entry entry = each.entry();
    Source source = entry.source();
    Validity when = entry.validity();
    boolean plain = source.verification() == Verification.USER;
    return List.of(
        each.list(),
        CodeRuns.text(entry.products()),
        entry.restriction(),
        CsvText.list(entry.conditions().stream().map(Condition::toString).toList()),
        CsvText.day(when.days().getStart()),
        CsvText.day(when.days().getEnd()),
        CsvText.day(when.knownFrom().orElse(null)),
        CsvText.day(when.endKnownFrom().orElse(null)),
        source.title(),
        CsvText.day(source.date()),
        source.citation(),
        plain ? "" : source.verification().name());
  }
}
