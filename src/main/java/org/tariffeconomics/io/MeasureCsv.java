package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Reads and writes tariff measures as CSV, one a row.
 *
 * <table>
 * <caption>Columns; the first five are required</caption>
 * <tr><th>column</th><th>content</th><th>blank</th></tr>
 * <tr><td>{@code id}</td><td>the measure's name, unique</td><td>refused</td></tr>
 * <tr><td>{@code programme}</td><td>the layer it belongs to</td><td>refused</td></tr>
 * <tr><td>{@code rule}</td><td>a {@link Rule}, in any case</td><td>refused</td></tr>
 * <tr><td>{@code products}</td><td>{@link ProductScope#parse}, or {@code list:NAME} for the
 *     goods of a {@link ProductList}: one measure an entry</td><td>refused</td></tr>
 * <tr><td>{@code origins}</td><td>{@link OriginScope#parse}</td><td>refused</td></tr>
 * <tr><td>{@code targets}</td><td>programmes by {@code ;} ({@link CsvText#list}) for {@code REPLACES}, {@code EXEMPTS}</td>
 *     <td>none</td></tr>
 * <tr><td>{@code rate}</td><td>{@link DutyRate#parse}</td>
 *     <td>refused, but for {@code EXEMPTS} and {@code PROHIBITS}</td></tr>
 * <tr><td>{@code portion}</td><td>{@link Portion#parse}</td><td>full value</td></tr>
 * <tr><td>{@code from}</td><td>first day of force</td><td>ever since</td></tr>
 * <tr><td>{@code until}</td><td>first day no longer in force</td><td>no end</td></tr>
 * <tr><td>{@code known_from}</td><td>first day on which it was known</td><td>ever since</td></tr>
 * <tr><td>{@code end_known_from}</td><td>first day on which its end was known</td>
 *     <td>ever since</td></tr>
 * <tr><td>{@code conditions}</td><td>{@link Condition#parse}, by {@code ;} likewise</td><td>none</td></tr>
 * <tr><td>{@code source_title}</td><td>the document</td><td>the file's name</td></tr>
 * <tr><td>{@code source_date}</td><td>the day it bears</td><td>none; so is {@code n/a}</td></tr>
 * <tr><td>{@code citation}</td><td>where it stands</td><td>none; so is {@code n/a}</td></tr>
 * <tr><td>{@code verification}</td><td>a {@link Verification}, in any case</td>
 *     <td>{@code USER}</td></tr>
 * <tr><td>{@code planned_until}</td><td>the end that was published first, where {@code until} was
 * published later</td><td>no end</td></tr>
 * </table>
 *
 * <p>A row with {@code from} equal to {@code until} was made law and withdrawn before it counted:
 * it is in force on no day, but was expected to be until its {@code end_known_from}.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A row whose rate is not understood is noted as a
 * problem and kept with its unsupported rate, so that the duty on its goods is undetermined and not
 * too low. Of another bad row no one knows what it does: it is kept as a measure for every good,
 * origin and day that it could be about ({@link TariffMeasure#unread}); so is what a column says
 * that is not known.
 *
 * @since 0.1.0
 */
public final class MeasureCsv {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "programme",
          "rule",
          "targets",
          "products",
          "origins",
          "rate",
          "portion",
          "from",
          "until",
          "known_from",
          "end_known_from",
          "conditions",
          "source_title",
          "source_date",
          "citation",
          "verification",
          "planned_until");

  /** How a row begins its products that is for the goods of a list. */
  static final String LIST = "list:";

  private static final Set<String> REQUIRED =
      ordered("id", "programme", "rule", "products", "origins");

  private MeasureCsv() {}

  private static Set<String> ordered(String... columns) {
    return new LinkedHashSet<>(Arrays.asList(columns));
  }

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @param facts which rows may stand; the others are listed as excluded
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static MeasureReading read(Path file, Facts facts) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(facts, "facts");
    return read(CsvFile.name(file), CsvFile.open(file), facts);
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param facts which rows may stand; the others are listed as excluded
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(String name, Reader in, Facts facts) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(facts, "facts");
    return read(name, in, facts, CurrencyUnit.USD);
  }

  /**
   * Reads a text whose rates are written with the money signs of a country: {@code $} and {@code ¢}
   * of a Canadian file are Canadian, as {@link DutyRate#parse(String, CurrencyUnit)} reads them.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param facts which rows may stand; the others are listed as excluded
   * @param currency the currency of the book that the measures are for
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(String name, Reader in, Facts facts, CurrencyUnit currency) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(currency, "currency");
    return read(CsvFile.read(name, in, REQUIRED, COLUMNS), facts, currency, List.of());
  }

  /**
   * Reads a text whose measures may be for the goods of lists.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param facts which rows may stand; the others are listed as excluded. Rows for a list, and
   *     entries of lists, that may not stand are kept under the condition that the list is
   *     confirmed
   * @param lists the lists that rows refer to
   * @return the measures, one an entry of a list, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(
      String name, Reader in, Facts facts, Collection<ProductList> lists) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(lists, "lists");
    return read(CsvFile.read(name, in, REQUIRED, COLUMNS), facts, CurrencyUnit.USD, lists);
  }

  /** Reads a file that is open. */
  static MeasureReading read(
      Function<String, Reader> files, String name, Facts facts, CurrencyUnit currency) {
    return read(CsvFile.read(files, name, REQUIRED, COLUMNS), facts, currency, List.of());
  }

  private static MeasureReading read(
      CsvFile file, Facts facts, CurrencyUnit currency, Collection<ProductList> productLists) {
    Map<String, ProductList> lists = new HashMap<>();
    productLists.forEach(list -> lists.put(list.name(), list));
    ProblemLog log = ProblemLog.create();
    List<Placed> kept = new ArrayList<>();
    List<TariffMeasure> excluded = new ArrayList<>();
    ReadTexts texts = new ReadTexts(currency);
    file.each(
        log,
        row -> {
          ProductList list = list(row, lists);
          MeasureRow read = MeasureRow.of(row, texts);
          TariffMeasure understood = read.measure();
          TariffMeasure measure = understood == null ? read.unread() : understood;
          if (understood != null && list != null) {
            list.apply(understood, facts).forEach(each -> kept.add(new Placed(each, row.place())));
          } else if (facts.admits(measure.source())) {
            kept.add(new Placed(measure, row.place()));
          } else {
            excluded.add(measure);
            log.accept(Facts.leftOut(row.place(), measure.id()));
          }
        });
    file.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .ifPresent(first -> kept.add(Placed.unread(first)));
    return MeasureReading.of(kept, excluded, log.problems());
  }

  /** The list that a row is for; null where it names codes itself, or no list of that name is. */
  private static @Nullable ProductList list(Row row, Map<String, ProductList> lists) {
    String products = row.cell("products").strip();
    if (!products.startsWith(LIST)) {
      return null;
    }
    ProductList list = lists.get(products.substring(LIST.length()).strip());
    if (list == null) {
      row.problem("products", "there is no list of this name among " + lists.size() + " lists");
    }
    return list;
  }

  /**
   * Writes measures in the schema that {@link #read} reads back equal.
   *
   * @param measures the measures, written in their order
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a measure has something that the file cannot keep, such
   *     as blanks around its id, naming it
   */
  public static String write(Collection<TariffMeasure> measures) {
    Objects.requireNonNull(measures, "measures");
    return write(measures, CsvStyle.PLAIN);
  }

  /**
   * Writes measures in the schema that {@link #read} reads back equal.
   *
   * @param measures the measures, written in their order
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a measure has something that the file cannot keep, such
   *     as blanks around its id, naming it
   */
  public static String write(Collection<TariffMeasure> measures, CsvStyle style) {
    Objects.requireNonNull(measures, "measures");
    Objects.requireNonNull(style, "style");
    List<TariffMeasure> all = List.copyOf(measures);
    String text = CsvText.of(COLUMNS, all.stream().map(MeasureCsv::cells).toList(), style);
    CsvFile written = CsvFile.read("measures", new StringReader(text), REQUIRED, COLUMNS);
    ReadTexts texts = new ReadTexts(CurrencyUnit.USD);
    CsvText.requireReadBack(
        all, written, row -> MeasureRow.of(row, texts).measure(), TariffMeasure::id);
    return text;
  }

  /**
   * A file to fill in: the header and one row as an example.
   *
   * @return a text that {@link #read} reads
   */
  public static String template() {
    return String.join(",", COLUMNS)
        + "\nS232 autos Mexico,S232 autos,ADDS,,8703 except 8703.10,MX,25%,non-US content,"
        + "2025-04-03,,2025-03-26,,claim=USMCA,Proclamation 10908,2025-03-26,90 FR 14705,VERIFIED,\n";
  }

  private static List<String> cells(TariffMeasure m) {
    return List.of(
        m.id(),
        m.programme(),
        m.rule().name(),
        CsvText.list(m.targets()),
        m.products().toString(),
        m.origins().toString(),
        m.rate().toString(),
        m.portion().toString(),
        CsvText.day(m.inForce().getStart()),
        CsvText.day(m.inForce().getEnd()),
        CsvText.day(m.validity().knownFrom().orElse(null)),
        CsvText.day(m.validity().endKnownFrom().orElse(null)),
        CsvText.list(m.conditions().stream().map(Condition::toString).toList()),
        m.source().title(),
        CsvText.day(m.source().date()),
        m.source().citation(),
        m.source().verification().name(),
        CsvText.day(m.validity().plannedEnd().orElse(null)));
  }
}
