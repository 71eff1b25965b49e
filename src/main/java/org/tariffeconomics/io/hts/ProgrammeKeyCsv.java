package org.tariffeconomics.io.hts;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.threeten.extra.LocalDateRange;

/**
 * Reads and writes the key to the columns of a schedule as CSV.
 *
 * <table>
 * <caption>Columns; the first three are required</caption>
 * <tr><th>column</th><th>content</th><th>blank</th></tr>
 * <tr><td>{@code symbol}</td><td>a symbol of the special column; {@code general} for the general
 *     rate, {@code other} for column 2</td><td>refused</td></tr>
 * <tr><td>{@code programme}</td><td>the programme, the name that is claimed</td>
 *     <td>refused</td></tr>
 * <tr><td>{@code origins}</td><td>{@link OriginScope#parse}; {@code *} for {@code general}</td>
 *     <td>refused</td></tr>
 * <tr><td>{@code from}, {@code until}</td><td>the days, half-open</td><td>no bound</td></tr>
 * <tr><td>{@code known_from}</td><td>first day on which it was known</td><td>ever since</td></tr>
 * <tr><td>{@code source_title}, {@code source_date}, {@code citation}, {@code verification}</td>
 *     <td>as for {@link MeasureCsv}</td><td>as there</td></tr>
 * </table>
 *
 * <p>A row with {@code from} equal to {@code until} stands for a programme that has lapsed. A file
 * needs one row {@code general}; a symbol may have several rows.
 */
public final class ProgrammeKeyCsv {

  private static final String GENERAL = "general";
  private static final String OTHER = "other";
  private static final String NO_COLUMN_2 = "Column 2";
  private static final List<String> COLUMNS =
      List.of(
          "symbol",
          "programme",
          "origins",
          "from",
          "until",
          "known_from",
          "source_title",
          "source_date",
          "citation",
          "verification");

  private final Facts facts;
  private final List<SpecialProgramme> programmes = new ArrayList<>();
  private final List<SpecialProgramme> excluded = new ArrayList<>();
  private final List<CsvProblem> problems = new ArrayList<>();

  private ProgrammeKeyCsv(Facts facts) {
    this.facts = facts;
  }

  /**
   * What was read.
   *
   * @param key the key of the good rows
   * @param excluded the rows left out for want of verification
   * @param problems what is wrong with the rest
   */
  public record Reading(
      ProgrammeKey key, List<SpecialProgramme> excluded, List<CsvProblem> problems) {

    /**
     * Creates a reading.
     *
     * @param key the key of the good rows
     * @param excluded the rows left out for want of verification
     * @param problems what is wrong with the rest
     */
    public Reading {
      excluded = List.copyOf(excluded);
      problems = List.copyOf(problems);
    }

    /**
     * The key of a reading that must have no problem.
     *
     * @return the key
     * @throws IllegalArgumentException when there are problems; the message lists the first of them
     */
    public ProgrammeKey orThrow() {
      CsvProblems.refuse(problems, 10);
      return key;
    }

    /** The key and how many problems. */
    @Override
    public String toString() {
      return key + ", " + problems.size() + " problems";
    }
  }

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @param facts which rows may stand
   * @return the key, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading read(Path file, Facts facts) {
    return read(CsvFile.name(file), CsvFile.open(file), facts);
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param facts which rows may stand
   * @return the key, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading read(String name, Reader in, Facts facts) {
    Set<String> required = new LinkedHashSet<>(COLUMNS.subList(0, 3));
    CsvFile file = CsvFile.read(name, in, required, new LinkedHashSet<>(COLUMNS));
    ProgrammeKeyCsv reader = new ProgrammeKeyCsv(facts);
    reader.problems.addAll(file.problems());
    file.rows().forEach(reader::take);
    return reader.reading(name);
  }

  private void take(CsvRow row) {
    String symbol = row.required("symbol");
    String programme = row.required("programme");
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    LocalDateRange days = row.days();
    LocalDate knownFrom = row.day("known_from");
    Source source = row.source();
    problems.addAll(row.problems());
    if (origins == null || !row.problems().isEmpty()) {
      return;
    }
    SpecialProgramme entry =
        new SpecialProgramme(
            symbol, programme, origins, Validity.during(days).withKnownFrom(knownFrom), source);
    (facts.admits(source) ? programmes : excluded).add(entry);
  }

  private Reading reading(String name) {
    List<SpecialProgramme> general = entries(GENERAL);
    List<SpecialProgramme> other = entries(OTHER);
    if (general.size() != 1) {
      problems.add(
          new CsvProblem(
              name, 1, "symbol", GENERAL, "one row must be 'general', but were " + general.size()));
    }
    List<ProgrammeKey.Column2Days> column2 =
        other.stream().map(e -> new ProgrammeKey.Column2Days(e.origins(), e.validity())).toList();
    programmes.removeIf(e -> e.symbol().equals(GENERAL) || e.symbol().equals(OTHER));
    ProgrammeKey key =
        ProgrammeKey.of(
            general.isEmpty() ? "MFN" : general.get(0).programme(),
            other.isEmpty() ? NO_COLUMN_2 : other.get(0).programme(),
            column2,
            programmes);
    return new Reading(key, excluded, problems);
  }

  private List<SpecialProgramme> entries(String symbol) {
    return programmes.stream().filter(e -> e.symbol().equals(symbol)).toList();
  }

  /**
   * Writes a key in the schema that {@link #read} reads back.
   *
   * @param key the key
   * @return the text with a header line, lines ended by a line feed
   */
  public static String write(ProgrammeKey key) {
    Source none = Source.user("key");
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells(GENERAL, key.general(), OriginScope.all(), Validity.always(), none));
    key.column2Days()
        .forEach(c -> rows.add(cells(OTHER, key.column2(), c.origins(), c.validity(), none)));
    key.programmes()
        .forEach(
            p -> rows.add(cells(p.symbol(), p.programme(), p.origins(), p.validity(), p.source())));
    return CsvText.of(COLUMNS, rows);
  }

  private static List<String> cells(
      String symbol, String programme, OriginScope origins, Validity validity, Source source) {
    return List.of(
        symbol,
        programme,
        origins.toString(),
        CsvText.day(validity.days().getStart()),
        CsvText.day(validity.days().getEnd()),
        CsvText.day(validity.knownFrom().orElse(null)),
        source.title(),
        CsvText.day(source.date()),
        source.citation(),
        source.verification().name());
  }
}
