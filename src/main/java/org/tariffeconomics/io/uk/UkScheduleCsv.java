package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.Condition;
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
 *   <li>The ordinary duty: {@code Commodity, Ad Valorem, Specific, Min}.
 *   <li>Measures by area: {@code Commodity, Regulation ID, Geographical area, Measure type, Ad
 *       valorem, Specific, Ceiling, Minimum, Specific 2, Date from, Date to}; the type is its
 *       number, the area a country or 1011.
 *   <li>Seasons: {@code commodity, season1start, season1end, season1duty, …}, with days such as
 *       {@code Jan-01}. Files are about whose header runs ahead of the data ({@code season2duty}
 *       over the duty of season 1): cells are read by position, and such a header is a repair.
 * </ul>
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A duty that is not understood, such as one that
 * lost its percent sign, is noted as a problem and kept as an unsupported rate; a leading zero that
 * was lost and restored is noted too; other bad rows are left out.
 */
public final class UkScheduleCsv {

  private static final String COMMODITY = "commodity";
  private static final String AREA = "geographical area";
  private static final String EVERYWHERE = "1011";
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
    CsvFile file = CsvFile.readByPlace(name, in);
    ProblemLog log = ProblemLog.create();
    List<Placed> kept = new ArrayList<>();
    Header header = file.header();
    boolean seasonal = header.where(label -> SEASON_HEADER.matcher(label).matches()) >= 0;
    if (header.find(COMMODITY) < 0 || !(seasonal || header.find("ad valorem") >= 0)) {
      log.addAll(file.problems());
      log.accept(
          Problem.error(
              Place.ofLine(name, 1), "", header.toString(), "no columns of a short UK schedule"));
      return MeasureReading.of(kept, List.of(), log.problems());
    }
    if (seasonal) {
      noteMisaligned(header, log);
    }
    file.each(
        log,
        row -> {
          TariffMeasure measure = seasonal ? seasonal(row) : measure(row);
          if (measure != null) {
            kept.add(new Placed(measure, row.place()));
          }
        });
    return MeasureReading.of(kept, List.of(), log.problems());
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

  private static @Nullable TariffMeasure seasonal(Row row) {
    HsCode code = LostZeros.code(row, row.header().label(0), "");
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
    if (code == null || !row.isGood()) {
      return null;
    }
    return base(row, code, understood(row, "", String.join("; ", seasons)));
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

  private static @Nullable TariffMeasure measure(Row row) {
    HsCode code = LostZeros.code(row, COMMODITY, "");
    if (code == null || !row.isGood()) {
      return null;
    }
    String text = duty(row);
    if (text.isEmpty()) {
      row.problem("ad valorem", "the row has no duty");
      return null;
    }
    return row.isBlank(AREA) && row.isBlank("measure type")
        ? base(row, code, understood(row, "", text))
        : ofArea(row, code, text);
  }

  /** The columns as one expression: ad valorem + specific, at least, at most. */
  private static String duty(Row row) {
    StringBuilder text = new StringBuilder();
    append(text, " + ", row.optional("ad valorem"));
    append(text, " + ", row.optional("specific"));
    append(text, " MIN ", first(row, "min", "minimum"));
    append(text, " MAX ", row.optional("ceiling"));
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

  private static @Nullable TariffMeasure ofArea(Row row, HsCode code, String text) {
    UkMeasureType type = row.parsed("measure type", UkScheduleCsv::type);
    OriginScope origins = row.parsed(AREA, UkScheduleCsv::origins);
    LocalDate from = row.day("date from");
    LocalDate to = row.day("date to");
    if (type == null || origins == null || !row.isGood()) {
      return null;
    }
    LocalDate start = from == null ? LocalDate.MIN : from;
    LocalDate end = to == null ? LocalDate.MAX : to.plusDays(1);
    if (!start.isBefore(end)) {
      row.problem("date to", "the end must not be before the beginning, " + start);
      return null;
    }
    return TariffMeasure.of(
            type.programme(row.cell(AREA)),
            type.rule(),
            List.of(),
            ProductScope.of(List.of(code), List.of()),
            origins,
            understood(row, "", text))
        .withId(row.file() + " line " + row.line())
        .withDays(LocalDateRange.of(start, end))
        .withConditions(type.endUse() ? List.of(Condition.parse("end use=yes")) : List.of())
        .withSource(
            Source.user(
                row.optional("regulation id").map(r -> row.file() + ", " + r).orElse(row.file())));
  }

  private static UkMeasureType type(String text) {
    if (Set.of("122", "123", "143", "146").contains(text)) {
      throw new IllegalArgumentException("a quota needs its order number, which has no column");
    }
    return UkMeasureType.of(text, "", true);
  }

  private static OriginScope origins(String text) {
    return text.equals(EVERYWHERE) ? OriginScope.all() : OriginScope.of(Country.of(text));
  }
}
