package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.LostZeros;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Reads short CSV schedules of the UK tariff, of three layouts.
 *
 * <ul>
 *   <li>The ordinary duty: {@code Commodity, Ad Valorem, Specific, Min}. The column of the goods
 *       may also be called {@code goods_nomenclature_item_id}, {@code Goods code} or {@code
 *       Commodity code}; beside it, rows of a {@code producline_suffix} other than 80 are headings.
 *   <li>Measures by area: {@code Commodity, Regulation ID, Geographical area, Measure type, Ad
 *       valorem, Specific, Ceiling, Minimum, Specific 2, Date from, Date to}; the type is its
 *       number, the area a country or 1011. Exclusions, producers' codes, order numbers and
 *       conditions are read as by {@link TaricMeasureCsv}.
 *   <li>Seasons: {@code commodity, season1start, season1end, season1duty, …}, with days such as
 *       {@code Jan-01}. Files are about whose header runs ahead of the data ({@code season2duty}
 *       over the duty of season 1): cells are read by position, and such a header is a repair.
 * </ul>
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A number without a sign in the column of ad valorem
 * duties is a percentage, which is noted as a repair; where most such numbers of a file lie below 1
 * they may be fractions, and none is read. A duty that is not understood is noted as a problem and
 * kept as an unsupported rate; a leading zero that was lost and restored is noted too. Other bad
 * rows are kept as measures of which no one knows what they do ({@link TariffMeasure#unread}).
 *
 * @since 0.1.0
 */
public final class UkScheduleCsv {

  /** A number that tells headings, which have the code of their first line, from lines: 80. */
  private static final String SUFFIX = "producline_suffix";

  private static final String OF_A_LINE = "80";
  private static final String AD_VALOREM = "ad valorem";

  /** The columns that together are the duty of a line. */
  private static final Set<String> DUTY =
      Set.of(AD_VALOREM, "specific", "min", "minimum", "max", "maximum", "ceiling", "specific 2");

  private static final Pattern SEASON_HEADER = Pattern.compile("season ?([0-9])(start|end|duty)");
  private static final Pattern DAY = Pattern.compile("([A-Za-z]{3})-([0-9]{1,2})");

  private UkScheduleCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static MeasureReading read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    CsvFile file = CsvFile.readByPlace(name, in);
    ProblemLog log = ProblemLog.create();
    Header header = file.header();
    AreaTable table = new AreaTable(header, log, DUTY);
    boolean seasonal = header.where(label -> SEASON_HEADER.matcher(label).matches()) >= 0;
    String commodity = AreaTable.label(header, AreaTable.GOODS).orElse("");
    if (commodity.isEmpty() || !(seasonal || header.find(AD_VALOREM) >= 0)) {
      return withoutColumns(name, file, log);
    }
    if (seasonal) {
      noteMisaligned(header, log);
    }
    PercentColumn percent = PercentColumn.of(file, AD_VALOREM);
    file.each(
        log,
        row -> {
          if (!row.isBlank(SUFFIX) && !row.cell(SUFFIX).equals(OF_A_LINE)) {
            row.note(SUFFIX, "a heading that has the code of a line, left out");
          } else if (seasonal) {
            add(row, header.label(0), code -> seasonal(row, code), table);
          } else if (row.isGood() && table.isOfArea(row)) {
            table.take(row, duty(row, percent));
          } else {
            add(row, commodity, code -> measure(row, code, percent, table), table);
          }
        });
    List<Placed> kept = table.measures();
    file.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .ifPresent(first -> kept.add(Placed.unread(first)));
    return MeasureReading.of(kept, List.of(), log.problems());
  }

  private static MeasureReading withoutColumns(String name, CsvFile file, ProblemLog log) {
    String message = "no columns of a short UK schedule";
    Problem missing = Problem.error(Place.ofLine(name, 1), "", file.header().toString(), message);
    log.addAll(file.problems());
    log.accept(missing);
    return MeasureReading.of(List.of(Placed.unread(missing)), List.of(), log.problems());
  }

  /** Adds what a row says of its code; of one that is not understood, that it says something. */
  private static void add(
      Row row, String column, Function<HsCode, @Nullable TariffMeasure> said, AreaTable table) {
    HsCode code = row.isGood() ? LostZeros.code(row, column, "") : null;
    TariffMeasure read = code == null ? null : said.apply(code);
    table.add(read == null ? AreaTable.unread(row, code) : read, row);
  }

  /** Notes the first title that does not say what its position holds. */
  private static void noteMisaligned(Header header, ProblemLog log) {
    List<String> parts = List.of("start", "end", "duty");
    for (int i = 1; i < header.labels().size(); i++) {
      String label = header.label(i);
      String held = "season" + ((i - 1) / 3 + 1) + parts.get((i - 1) % 3);
      if (!label.replace(" ", "").equals(held)) {
        String message =
            "the header does not fit the data: column "
                + (i + 1)
                + " is read as "
                + held
                + ", by position";
        log.accept(Problem.repair(header.place(), label, label, message));
        return;
      }
    }
  }

  private static @Nullable TariffMeasure seasonal(Row row, HsCode code) {
    List<String> seasons = new ArrayList<>();
    for (int column = 1; !row.cell(column).isEmpty(); column += 3) {
      String from = row.parsed(column, UkScheduleCsv::day);
      String to = row.parsed(column + 1, UkScheduleCsv::day);
      String duty = row.parsed(column + 2, text -> text);
      if (from == null || to == null || duty == null) {
        return null;
      }
      seasons.add(duty + " (" + from + " - " + to + ")");
    }
    if (seasons.isEmpty()) {
      row.problem("", "the row has no duty");
    }
    return row.isGood() ? base(row, code, understood(row, "", String.join("; ", seasons))) : null;
  }

  /** {@code Jan-01} as {@code 01 JAN}. */
  private static String day(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      throw new IllegalArgumentException("a day of a season must read like Jan-01");
    }
    int number = Integer.parseInt(day.group(2));
    return String.format(Locale.ROOT, "%02d %s", number, day.group(1).toUpperCase(Locale.ROOT));
  }

  private static @Nullable TariffMeasure measure(
      Row row, HsCode code, PercentColumn percent, AreaTable table) {
    String text = duty(row, percent);
    if (text.isEmpty()) {
      row.problem(AD_VALOREM, "the row has no duty");
    }
    table.refuseMoreThanADuty(row);
    LocalDateRange days = table.days(row);
    return row.isGood() && days != null
        ? base(row, code, understood(row, "", text)).withDays(days)
        : null;
  }

  /** The columns as one expression: ad valorem + specific, at least, at most. */
  private static String duty(Row row, PercentColumn percent) {
    StringBuilder text = new StringBuilder();
    append(text, " + ", row.optional(AD_VALOREM).map(cell -> percent.read(row, cell)));
    append(text, " + ", row.optional("specific"));
    append(text, " MIN ", first(row, "min", "minimum"));
    append(text, " MAX ", row.optional("ceiling").or(() -> first(row, "max", "maximum")));
    if (row.optional("specific 2").isPresent() && text.length() > 0) {
      return text + " and 'Specific 2' " + row.cell("specific 2");
    }
    return text.toString();
  }

  private static Optional<String> first(Row row, String one, String other) {
    return row.optional(one).or(() -> row.optional(other));
  }

  private static void append(StringBuilder text, String sign, Optional<String> part) {
    part.ifPresent(p -> text.append(text.length() == 0 ? "" : sign).append(p));
  }

  private static DutyRate understood(Row row, String column, String text) {
    DutyRate rate = DutyRate.parse(text);
    if (rate instanceof DutyRate.Unsupported unsupported) {
      row.problem(column, "duty '" + text + "': " + unsupported.message());
    }
    return rate;
  }

  private static TariffMeasure base(Row row, HsCode code, DutyRate rate) {
    return TariffMeasure.base(code.digits(), "Free")
        .withRate(rate)
        .withId(row.file() + " " + code)
        .withSource(Source.user(row.file()));
  }
}
