package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Writes a whole tariff book as five CSV files and reads it back equal.
 *
 * <table>
 * <caption>The files</caption>
 * <tr><th>file</th><th>content</th></tr>
 * <tr><td>{@code book.csv}</td><td>one row: {@code territory}, {@code currency}, {@code
 *     rounding_decimals} or {@code rounding_step} (like {@code JPY 100}), {@code rounding_mode} (a
 *     {@link RoundingMode}), {@code rounding_level} (a {@link RoundingPolicy.Level}), {@code
 *     value_step} and {@code value_mode} (what the value is rounded to before duty is charged; both
 *     blank where it is not), {@code facts} and {@code checked_through}, {@code facts_from} (the
 *     first day that the facts are for: days before are not known) and {@code assumes} (what every
 *     answer says that it assumes, with semicolons between); these four may be blank</td></tr>
 * <tr><td>{@code programmes.csv}, {@code yields.csv}</td><td>{@link ProgrammeCsv}</td></tr>
 * <tr><td>{@code measures.csv}</td><td>{@link MeasureCsv}; dollars and cents are those of the
 *     book's currency</td></tr>
 * <tr><td>{@code assumptions.csv}</td><td>{@link AssumptionCsv}</td></tr>
 * </table>
 *
 * <p>What the files cannot keep is refused when the book is written, such as blanks around a name.
 * Schedules that a book asks by line ({@link TariffBook#sources}) have files of their own; a book
 * with such is refused too. A file that is missing is a problem.
 *
 * @since 0.1.0
 */
public final class TariffBookFiles {

  private static final String BOOK = "book.csv";
  private static final String PROGRAMMES = "programmes.csv";
  private static final String YIELDS = "yields.csv";
  private static final String MEASURES = "measures.csv";
  private static final String ASSUMPTIONS = "assumptions.csv";
  private static final List<String> COLUMNS =
      List.of(
          "territory",
          "currency",
          "rounding_mode",
          "rounding_level",
          "rounding_decimals",
          "rounding_step",
          "value_step",
          "value_mode",
          "facts",
          "checked_through",
          "facts_from",
          "assumes");

  /** What a book says of its facts that was never described. */
  private static final String UNDESCRIBED = TariffBook.us().facts();

  private static final List<String> REQUIRED = COLUMNS.subList(0, 4);
  private static final int MOST_DECIMALS = 20;

  private TariffBookFiles() {}

  /**
   * Writes a book in the form that {@link #read(Function, Facts)} reads back equal.
   *
   * @param book the book
   * @return the text of each file by its name
   * @throws IllegalArgumentException when the book has something that the files cannot keep, naming
   *     it: schedules besides its measures, a programme that yields to one that is neither
   *     described nor has measures, blanks around a name
   */
  public static Map<String, String> write(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return write(book, CsvStyle.PLAIN);
  }

  /**
   * Writes a book in the form that {@link #read(Function, Facts)} reads back equal.
   *
   * @param book the book
   * @param style whether texts are guarded from spreadsheets
   * @return the text of each file by its name
   * @throws IllegalArgumentException as {@link #write(TariffBook)}
   */
  public static Map<String, String> write(TariffBook book, CsvStyle style) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(style, "style");
    if (!book.sources().isEmpty()) {
      throw new IllegalArgumentException(
          "book must hold all its law as measures, but asks " + book.sources());
    }
    requireKnownYields(book);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(BOOK, CsvText.of(COLUMNS, List.of(cells(book)), style));
    files.put(PROGRAMMES, ProgrammeCsv.write(book.programmes(), style));
    files.put(YIELDS, ProgrammeCsv.writeYields(book.programmes(), style));
    files.put(MEASURES, MeasureCsv.write(book.measures(), style));
    files.put(ASSUMPTIONS, AssumptionCsv.write(book.assumptions(), style));
    requireReadBack(book, files);
    return files;
  }

  private static void requireReadBack(TariffBook book, Map<String, String> files) {
    Reading<TariffBook> back =
        read(name -> new StringReader(files.getOrDefault(name, "")), Facts.INCLUDING_UNVERIFIED);
    boolean same =
        back.optional().filter(b -> b.equals(book) && cells(b).equals(cells(book))).isPresent();
    if (!same || back.hasErrors()) {
      throw new IllegalArgumentException(
          "The book has something that the files cannot keep: "
              + (back.hasErrors() ? back.problems() : "it would read back as " + back));
    }
  }

  /**
   * Writes a book into a folder, which is created where it is not there.
   *
   * @param book the book
   * @param folder the folder; files of the same names are replaced
   * @throws IllegalArgumentException as {@link #write(TariffBook)}
   * @throws UncheckedIOException when a file cannot be written
   */
  public static void write(TariffBook book, Path folder) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(folder, "folder");
    CsvText.save(write(book), folder);
  }

  /**
   * Files to fill in, each with its header and an example.
   *
   * @return the text of each file by its name, which {@link #read} reads
   */
  public static Map<String, String> template() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        BOOK, String.join(",", COLUMNS) + "\nUS,USD,HALF_UP,EACH_DUTY,2,,,,my own,2025-12-31,,\n");
    files.put(PROGRAMMES, ProgrammeCsv.template());
    files.put(YIELDS, ProgrammeCsv.yieldsTemplate());
    files.put(MEASURES, MeasureCsv.template());
    files.put(ASSUMPTIONS, AssumptionCsv.write(List.of(), CsvStyle.PLAIN));
    return files;
  }

  private static void requireKnownYields(TariffBook book) {
    Set<String> known = programmesOf(book.measures());
    book.programmes().forEach(p -> known.add(p.name()));
    for (Programme each : book.programmes()) {
      for (Programme.Yield yield : each.yields()) {
        if (!known.contains(yield.to())) {
          throw new IllegalArgumentException(
              "Programme '" + each.name() + "' yields to '" + yield.to() + "': describe it too");
        }
      }
    }
  }

  private static Set<String> programmesOf(List<TariffMeasure> measures) {
    return measures.stream()
        .map(TariffMeasure::programme)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> cells(TariffBook book) {
    RoundingPolicy rounding = book.rounding();
    boolean described = !book.facts().equals(UNDESCRIBED);
    return List.of(
        book.territory(),
        book.currency().getCode(),
        rounding.mode().name(),
        rounding.level().name(),
        rounding.duty().currency().isEmpty() ? Integer.toString(rounding.decimals()) : "",
        step(rounding.duty()),
        rounding.base().map(TariffBookFiles::step).orElse(""),
        rounding.base().map(b -> b.mode().name()).orElse(""),
        described ? book.facts() : "",
        described ? book.newestFact().map(LocalDate::toString).orElse("") : "",
        CsvText.day(book.oldestFact().orElse(null)),
        CsvText.list(book.assumedThroughout()));
  }

  private static String step(RoundingPolicy.Increment increment) {
    return increment
        .currency()
        .map(c -> c.getCode() + " " + increment.step().toPlainString())
        .orElse("");
  }

  /**
   * Reads a book from a folder.
   *
   * @param folder the folder with the five files
   * @param facts which measures may stand; the others are listed as excluded
   * @return the book, and what is wrong with the rest
   * @throws UncheckedIOException when a file cannot be read
   */
  public static Reading<TariffBook> read(Path folder, Facts facts) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(facts, "facts");
    return read(name -> CsvFile.open(folder.resolve(name)), facts);
  }

  /**
   * Reads a book from files anywhere.
   *
   * @param files opens a file by its name
   * @param facts which measures may stand; the others are listed as excluded
   * @return the book, and what is wrong with the rest
   * @throws UncheckedIOException when a file cannot be read
   */
  public static Reading<TariffBook> read(Function<String, Reader> files, Facts facts) {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(facts, "facts");
    ProblemLog log = ProblemLog.create();
    TariffBook empty = empty(CsvFile.read(files, BOOK, REQUIRED, COLUMNS), log);
    CurrencyUnit currency = empty == null ? CurrencyUnit.USD : empty.currency();
    MeasureReading measures = MeasureCsv.read(files, MEASURES, facts, currency);
    Reading<List<Programme>> programmes =
        ProgrammeCsv.read(files, PROGRAMMES, YIELDS, programmesOf(measures.measures()));
    Reading<List<TariffMeasure>> law = measures.whole(programmes.value());
    log.addAll(programmes);
    log.addAll(law);
    if (empty == null) {
      return log.nothing();
    }
    Reading<List<Assumptions>> assumed =
        AssumptionCsv.readSets(files, ASSUMPTIONS, empty.territory());
    log.addAll(assumed);
    return log.reading(
        empty
            .withProgrammes(programmes.value().toArray(Programme[]::new))
            .withAll(law.value())
            .withAll(doubt(programmes))
            .assuming(assumed.value().toArray(Assumptions[]::new)));
  }

  /** How layers give way to each other decides every duty: unread, it leaves all of them open. */
  private static List<TariffMeasure> doubt(Reading<List<Programme>> programmes) {
    return programmes.problems(Severity.ERROR).stream()
        .limit(1)
        .map(first -> MeasureReading.Placed.unread(first).measure())
        .toList();
  }

  /** A book without law. */
  private static @Nullable TariffBook empty(CsvFile file, ProblemLog log) {
    List<TariffBook> books = new ArrayList<>();
    file.each(
        log,
        row -> {
          TariffBook book = books.isEmpty() ? empty(row) : null;
          if (book != null) {
            books.add(book);
          } else if (!books.isEmpty()) {
            row.problem("", "a file has one book, and this row begins another");
          }
        });
    if (books.isEmpty() && log.isGood()) {
      log.accept(Problem.error(Place.ofFile(BOOK), "", "", "there is no row of a book"));
    }
    return books.isEmpty() ? null : books.get(0);
  }

  private static @Nullable TariffBook empty(Row row) {
    String territory = row.required("territory");
    CurrencyUnit currency = row.parsed("currency", TariffBookFiles::currency);
    RoundingPolicy rounding = rounding(row);
    LocalDate through = row.day("checked_through");
    LocalDate from = row.day("facts_from");
    List<String> assumed = row.list("assumes", words -> words);
    if (currency == null || rounding == null || !row.isGood()) {
      return null;
    }
    TariffBook book;
    try {
      book = TariffBook.of(territory, currency, rounding, List.of());
    } catch (IllegalArgumentException unfit) {
      row.problem("currency", String.valueOf(unfit.getMessage()));
      return null;
    }
    TariffBook assuming = book.assumingThroughout(assumed.toArray(String[]::new));
    TariffBook dated = from == null ? assuming : assuming.withFactsFrom(from);
    return through == null || row.isBlank("facts")
        ? dated
        : dated.describedAs(row.cell("facts"), through);
  }

  private static @Nullable RoundingPolicy rounding(Row row) {
    boolean stepped = row.isBlank("rounding_decimals") && !row.isBlank("rounding_step");
    Integer decimals = stepped ? null : row.parsed("rounding_decimals", TariffBookFiles::decimals);
    if (!row.isBlank("rounding_decimals") && !row.isBlank("rounding_step")) {
      row.problem("rounding_step", "state either rounding_decimals or rounding_step, not both");
    }
    RoundingMode mode = row.word("rounding_mode", RoundingMode.class);
    RoundingPolicy.Level level = row.word("rounding_level", RoundingPolicy.Level.class);
    if (mode == null || level == null || stepped == (decimals != null)) {
      return null;
    }
    RoundingPolicy policy =
        decimals == null
            ? row.parsed("rounding_step", step -> RoundingPolicy.ofStep(step, mode))
            : new RoundingPolicy(decimals, mode, level);
    return policy == null ? null : withBase(row, policy.withLevel(level));
  }

  private static @Nullable RoundingPolicy withBase(Row row, RoundingPolicy policy) {
    if (row.isBlank("value_step") && row.isBlank("value_mode")) {
      return policy;
    }
    RoundingMode mode = row.word("value_mode", RoundingMode.class);
    return mode == null ? null : row.parsed("value_step", step -> policy.withBaseStep(step, mode));
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException("no currency that is known", e);
    }
  }

  private static int decimals(String text) {
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > MOST_DECIMALS) {
      throw new IllegalArgumentException("decimals must be a number from 0 to " + MOST_DECIMALS);
    }
    return Integer.parseInt(text);
  }
}
