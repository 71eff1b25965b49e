package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.io.uk.UkMeasureType.Effect;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.LostZeros;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Reads measures of the tariffs of the European Union and the United Kingdom, one a row, from a CSV
 * file of one of two layouts, which its header tells apart.
 *
 * <ul>
 *   <li>The workbook “Duties Import” of the European Commission, exported as CSV: {@code goods
 *       code, add code, order no., start date, end date, RED_IND, origin, measure type, legal base,
 *       duty, origin code, meas. type code}; {@code additional code}, {@code order number}, {@code
 *       duty expression} and {@code measure type code} are understood too.
 *   <li>The data set {@code uk-tariff} of the Department for Business and Trade: {@code
 *       commodity__code, measure__type__id, measure__duty_expression,
 *       measure__effective_start_date, measure__effective_end_date, measure__geographical_area__id,
 *       measure__additional_code__code}, and where there are such columns {@code
 *       measure__quota__order_number} and {@code measure__generating_regulation__id}.
 * </ul>
 *
 * <p>Both follow documented headers: no whole file of either was at hand.
 *
 * <p>Days are ISO 8601, the end is the last day. A code that ends in pairs of zeros stands for all
 * lines below it. A measure for a group of countries whose members are not in the file has a rate
 * that nobody knows, in a layer of its own; a preference of a group is claimed by the group's
 * number. Charges by the additional codes of producers are lists: a code that a list does not name
 * pays what the code that ends with 999 pays, or is not known.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. Rows of types that are no customs duty are noted,
 * once a type; a duty that is not understood is a problem and kept as not known; other bad rows are
 * kept as measures of which no one knows what they do ({@link TariffMeasure#unread}), so that the
 * duty of the goods that they may be about is not known either.
 *
 * @since 0.1.0
 */
public final class TaricMeasureCsv {

  private static final String ERGA_OMNES = "1011";
  private static final String UNION = "EU";
  private static final int CHAPTER = 2;

  /** What each column is called in either layout. */
  private static final Map<String, List<String>> LABELS =
      Map.of(
          "goods", List.of("goods code", "commodity__code", "commodity code"),
          "type", List.of("meas. type code", "measure type code", "measure__type__id"),
          "area", List.of("origin code", "measure__geographical_area__id"),
          "duty", List.of("duty", "duty expression", "measure__duty_expression"),
          "from", List.of("start date", "start", "measure__effective_start_date"),
          "to", List.of("end date", "end", "measure__effective_end_date"),
          "order", List.of("order no.", "order number", "measure__quota__order_number"),
          "code", List.of("add code", "additional code", "measure__additional_code__code"),
          "law", List.of("legal base", "measure__generating_regulation__id"));

  private final CsvFile file;
  private final ProblemLog log = ProblemLog.create();
  private final List<Placed> kept = new ArrayList<>();
  private final Set<String> otherTypes = new HashSet<>();
  private final UkCodes codes = new UkCodes();

  private TaricMeasureCsv(CsvFile file) {
    this.file = file;
  }

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
    return new TaricMeasureCsv(CsvFile.readRagged(name, in, List.of())).reading();
  }

  private MeasureReading reading() {
    for (String column : List.of("goods", "type", "area", "duty")) {
      if (label(column).isEmpty()) {
        Problem missing =
            Problem.error(
                file.header().place(),
                column,
                file.header().toString(),
                "no column of the layouts that are known: one of " + LABELS.get(column));
        log.addAll(file.problems());
        log.accept(missing);
        return MeasureReading.of(List.of(Placed.unread(missing)), List.of(), log.problems());
      }
    }
    file.each(log, this::take);
    file.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .ifPresent(first -> kept.add(Placed.unread(first)));
    codes
        .complete()
        .forEach(each -> kept.add(new Placed(each, Place.ofFile(file.header().place().file()))));
    return MeasureReading.of(kept, List.of(), log.problems());
  }

  private Optional<String> label(String column) {
    return LABELS.getOrDefault(column, List.of()).stream()
        .filter(each -> file.header().find(each) >= 0)
        .findFirst();
  }

  private String cell(Row row, String column) {
    return label(column).map(row::cell).orElse("");
  }

  private void take(Row row) {
    UkMeasureType type = UkMeasureType.of(cell(row, "type"), "", !cell(row, "duty").isBlank());
    if (type.is(Effect.NOTHING) || type.is(Effect.CONTROL)) {
      noteOther(row, type);
      return;
    }
    HsCode goods = LostZeros.code(row, label("goods").orElseThrow(), "");
    TariffMeasure measure = goods == null ? null : measure(row, type, whole(goods));
    String code = cell(row, "code");
    if (measure != null && type.isCharge() && !code.isEmpty()) {
      codes.add(cell(row, "type") + " on " + measure.products(), code, measure);
    } else {
      kept.add(new Placed(measure == null ? unread(row, goods) : measure, row.place()));
    }
  }

  /** The goods that a code stands for: pairs of zeros at its end are no digits of a line. */
  private static HsCode whole(HsCode code) {
    String digits = code.digits();
    while (digits.length() > CHAPTER && digits.length() % 2 == 0 && digits.endsWith("00")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    return HsCode.of(digits);
  }

  /** What stands in for a row that is not understood: it may be about any origin and day. */
  private static TariffMeasure unread(Row row, @Nullable HsCode goods) {
    String why =
        row.problems().stream()
            .filter(Problem::isError)
            .findFirst()
            .map(Problem::message)
            .orElse("the row is not understood");
    return TariffMeasure.of(
            "row",
            Rule.ADDS,
            List.of(),
            goods == null ? ProductScope.all() : ProductScope.of(List.of(whole(goods)), List.of()),
            OriginScope.all(),
            new DutyRate.Free())
        .withId(row.file() + " line " + row.line())
        .withSource(Source.user(row.file()))
        .unread(Texts.shortened(row.toString()), why);
  }

  private void noteOther(Row row, UkMeasureType type) {
    String id = cell(row, "type");
    if (otherTypes.add(id)) {
      log.accept(
          Problem.note(
              Place.ofLine(row.file(), row.line()),
              label("type").orElse(""),
              id,
              type.other(id, "") + " here for the first time; its rows are passed by"));
    }
  }

  private @Nullable TariffMeasure measure(Row row, UkMeasureType type, HsCode goods) {
    LocalDateRange days = days(row);
    String area = cell(row, "area");
    if (days == null || !row.isGood()) {
      return null;
    }
    Optional<OriginScope> origins = origins(area);
    String programme = type.programme(area);
    boolean widened = origins.isEmpty() && !type.forArea();
    return row.built(
        "",
        () ->
            TariffMeasure.of(
                    widened ? programme + " of area " + area : programme,
                    type.is(Effect.RESTRICTION) ? Rule.ADDS : type.rule(),
                    List.of(),
                    ProductScope.of(List.of(goods), List.of()),
                    origins.orElseGet(OriginScope::all),
                    origins.isPresent() ? rate(row, type) : unknown(row, area))
                .withId(row.file() + " line " + row.line())
                .withDays(days)
                .withConditions(conditions(row, type))
                .withSource(Source.user((row.file() + " " + cell(row, "law")).strip())));
  }

  private @Nullable LocalDateRange days(Row row) {
    LocalDate from = day(row, "from");
    LocalDate to = day(row, "to");
    LocalDate start = from == null ? LocalDate.MIN : from;
    LocalDate end = to == null ? LocalDate.MAX : to.plusDays(1);
    if (!start.isBefore(end)) {
      row.problem(label("to").orElse(""), "the end must not be before the beginning, " + start);
      return null;
    }
    return LocalDateRange.of(start, end);
  }

  private @Nullable LocalDate day(Row row, String column) {
    return label(column).map(row::day).orElse(null);
  }

  /** The origins of an area; empty for a group whose members the file does not say. */
  private static Optional<OriginScope> origins(String area) {
    String code = area.strip().toUpperCase(Locale.ROOT);
    if (code.equals(ERGA_OMNES)) {
      return Optional.of(OriginScope.all());
    }
    if (code.equals(UNION)) {
      return Optional.of(OriginScope.of(CountryGroup.standard(UNION)));
    }
    try {
      return Optional.of(OriginScope.of(Country.of(code)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static DutyRate unknown(Row row, String area) {
    row.note("", "which origins the area " + area + " has is not in the file: kept as not known");
    return new DutyRate.Unsupported("area " + area, "which origins it is for is not in the file");
  }

  private DutyRate rate(Row row, UkMeasureType type) {
    if (type.is(Effect.PROHIBITION)) {
      return new DutyRate.Free();
    }
    if (type.is(Effect.UNKNOWN) || type.is(Effect.RESTRICTION)) {
      return new DutyRate.Unsupported(
          "measure type " + cell(row, "type"), "what it does to these goods is not known here");
    }
    String column = label("duty").orElseThrow();
    DutyRate rate = DutyRate.parse(row.cell(column));
    if (rate instanceof DutyRate.Unsupported unsupported) {
      row.problem(column, "duty: " + unsupported.message());
    } else if (row.cell(column).isBlank()) {
      row.problem(column, "the row has no duty: it is not known");
    }
    return rate;
  }

  private List<Condition> conditions(Row row, UkMeasureType type) {
    List<Condition> conditions = new ArrayList<>();
    String order = cell(row, "order");
    if (!order.isEmpty()) {
      String side = type.isCharge() ? "=out" : "=in";
      conditions.add(Condition.parse(Condition.QUOTA + order + side));
    }
    if (type.endUse()) {
      conditions.add(Condition.parse("end use=yes"));
    }
    String code = cell(row, "code");
    if (!code.isEmpty()) {
      conditions.add(Condition.parse(Condition.ADDITIONAL_CODE + "=" + code));
    }
    return conditions;
  }
}
