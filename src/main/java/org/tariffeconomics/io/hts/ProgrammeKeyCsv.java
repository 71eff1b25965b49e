package org.tariffeconomics.io.hts;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
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
 *     <td>as for {@code MeasureCsv} of the room above</td><td>as there</td></tr>
 * </table>
 *
 * <p>A row with {@code from} equal to {@code until} stands for a programme that has lapsed. Where
 * only what was verified may stand, programmes of rows that were not are {@link
 * ProgrammeKey#unconfirmed}: a claim to one leaves the duty open. A file needs one row {@code
 * general}; a symbol may have several rows.
 *
 * @since 0.1.0
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
  private static final List<String> REQUIRED = COLUMNS.subList(0, 3);

  private final Facts facts;
  private final List<SpecialProgramme> programmes = new ArrayList<>();
  private final List<SpecialProgramme> unconfirmed = new ArrayList<>();
  private final ProblemLog log = ProblemLog.create();

  private ProgrammeKeyCsv(Facts facts) {
    this.facts = facts;
  }

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @param facts which rows may stand
   * @return the key, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<ProgrammeKey> read(Path file, Facts facts) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(facts, "facts");
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
  public static Reading<ProgrammeKey> read(String name, Reader in, Facts facts) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(facts, "facts");
    CsvFile file = CsvFile.read(name, in, REQUIRED, COLUMNS);
    ProgrammeKeyCsv reader = new ProgrammeKeyCsv(facts);
    file.each(reader.log, reader::take);
    return reader.reading(name);
  }

  private void take(Row row) {
    String symbol = row.required("symbol");
    String programme = row.required("programme");
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    LocalDateRange days = row.days();
    LocalDate knownFrom = row.day("known_from");
    Source source = row.source();
    if (origins == null || !row.isGood()) {
      return;
    }
    SpecialProgramme entry =
        new SpecialProgramme(
            symbol, programme, origins, Validity.during(days).withKnownFrom(knownFrom), source);
    if (facts.admits(source)) {
      programmes.add(entry);
    } else {
      unconfirmed.add(entry);
      log.accept(
          Problem.note(
              row.place(),
              "",
              symbol + " " + programme,
              "not verified in its source: a claim to it leaves the duty open"));
    }
  }

  private Reading<ProgrammeKey> reading(String name) {
    List<SpecialProgramme> general = entries(GENERAL);
    List<SpecialProgramme> other = entries(OTHER);
    if (general.size() != 1) {
      String message = "one row must be 'general', but were " + general.size();
      log.accept(Problem.error(Place.ofLine(name, 1), "symbol", GENERAL, message));
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
    unconfirmed.removeIf(e -> e.symbol().equals(GENERAL) || e.symbol().equals(OTHER));
    return log.reading(key.withUnconfirmed(unconfirmed));
  }

  private List<SpecialProgramme> entries(String symbol) {
    return programmes.stream().filter(e -> e.symbol().equals(symbol)).toList();
  }

  /**
   * Writes a key in the schema that {@link #read} reads back equal.
   *
   * @param key the key
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when the key has something that the file cannot keep, naming
   *     it
   */
  public static String write(ProgrammeKey key) {
    Objects.requireNonNull(key, "key");
    return write(key, CsvStyle.PLAIN);
  }

  /**
   * Writes a key in the schema that {@link #read} reads back equal.
   *
   * @param key the key
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when the key has something that the file cannot keep, naming
   *     it
   */
  public static String write(ProgrammeKey key, CsvStyle style) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(style, "style");
    String text = CsvText.of(COLUMNS, rows(key), style);
    Facts facts = key.unconfirmed().isEmpty() ? Facts.INCLUDING_UNVERIFIED : Facts.VERIFIED_ONLY;
    Reading<ProgrammeKey> back = read("key", new StringReader(text), facts);
    if (back.hasErrors() || !back.value().equals(key)) {
      throw new IllegalArgumentException(
          "The key has something that the file cannot keep: "
              + (back.hasErrors() ? back.problems() : "it would read back as " + back));
    }
    return text;
  }

  private static List<List<String>> rows(ProgrammeKey key) {
    Source none = Source.user("key");
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells(GENERAL, key.general(), OriginScope.all(), Validity.always(), none));
    key.column2Days()
        .forEach(c -> rows.add(cells(OTHER, key.column2(), c.origins(), c.validity(), none)));
    Stream.of(key.programmes(), key.unconfirmed())
        .flatMap(List::stream)
        .forEach(
            p -> rows.add(cells(p.symbol(), p.programme(), p.origins(), p.validity(), p.source())));
    return rows;
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
