package org.tariffeconomics.io.uk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The schedule that measures of the tariffs of the European Union and the United Kingdom are on a
 * day: the third country duty as the general column, preferences of single countries and of the
 * European Union as the special one.
 *
 * <p>A schedule has no columns for anything else: quotas, preferences of other groups, end uses and
 * additional codes, trade remedies. They stand in the footnotes of their lines, and a note counts
 * the lines of each. A line on which something is charged besides, or of which a measure was not
 * understood, has a duty that stands elsewhere, so that no answer is too low for want of a column;
 * the measures themselves ({@link TaricMeasureCsv}) answer for it.
 *
 * @since 0.1.0
 */
public final class TaricSchedule {

  private static final int HEADING = 2;

  private final LocalDate day;
  private final Map<String, Line> lines = new TreeMap<>();
  private final Map<String, Set<String>> elsewhere = new TreeMap<>();

  private TaricSchedule(LocalDate day) {
    this.day = day;
  }

  /** What a line says, as it is being made. */
  private static final class Line {
    private String general = "";
    private final Map<String, String> special = new LinkedHashMap<>();
    private final List<ScheduleRow.Footnote> notes = new ArrayList<>();
    private boolean isCharged;
  }

  /**
   * The schedule of a day.
   *
   * @param name what it is called
   * @param reading what was read by {@link TaricMeasureCsv} or {@link UkScheduleCsv}
   * @param day the day
   * @return the schedule, with the problems of the reading and a note for what has no column
   */
  public static Reading<TariffSchedule> on(String name, MeasureReading reading, LocalDate day) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(day, "day");
    TaricSchedule made = new TaricSchedule(day);
    reading.measures().stream().filter(m -> m.inForce().contains(day)).forEach(made::add);
    TariffSchedule schedule = TariffSchedule.of(name, made.rows());
    ProblemLog log = ProblemLog.create();
    log.addAll(reading.problems());
    made.elsewhere.forEach(
        (programme, codes) ->
            log.accept(
                Problem.note(
                    Place.ofFile(name),
                    "",
                    programme,
                    codes.size() + " lines have it and a schedule has no column for it")));
    SchedulesOfCsv.note(schedule, log);
    return log.reading(schedule);
  }

  private void add(TariffMeasure measure) {
    List<String> goods = measure.products().includedDigits();
    for (String code : goods.isEmpty() ? List.of("") : goods) {
      add(measure, code);
    }
  }

  private void add(TariffMeasure measure, String code) {
    Line line = lines.computeIfAbsent(code, c -> new Line());
    boolean plain = measure.conditions().isEmpty();
    Optional<String> symbol = symbol(measure.origins());
    if (measure.rule() == Rule.BASE && plain && measure.origins().equals(OriginScope.all())) {
      line.general = measure.rate().toString();
    } else if (measure.rule() == Rule.PREFERENCE && plain && symbol.isPresent()) {
      line.special.put(symbol.get(), measure.rate().toString());
    } else {
      line.notes.add(
          new ScheduleRow.Footnote(
              List.of(measure.programme()), measure.origins() + ": " + measure.rate()));
      elsewhere.computeIfAbsent(measure.programme(), p -> new TreeSet<>()).add(code);
      line.isCharged |= !measure.rule().isBase();
    }
  }

  /** The symbol of one country, or of the European Union. */
  private static Optional<String> symbol(OriginScope origins) {
    String text = origins.toString();
    return text.matches("[A-Z]{2}") ? Optional.of(text) : Optional.empty();
  }

  private List<ScheduleRow> rows() {
    List<ScheduleRow> rows = new ArrayList<>();
    lines.forEach(
        (code, line) -> {
          if (!code.isEmpty()) {
            rows.add(row(rows.size() + 1, code, line));
          }
        });
    return rows;
  }

  private ScheduleRow row(int place, String code, Line line) {
    boolean charged = isChargedAt(code);
    List<String> special = new ArrayList<>();
    line.special.forEach((symbol, rate) -> special.add(rate + " (" + symbol + ")"));
    return new ScheduleRow(
        place,
        code,
        Math.max(0, code.length() / 2 - HEADING),
        "",
        List.of(),
        charged ? "see \"measures of " + day + " besides the third country duty\"" : line.general,
        charged ? "" : String.join(" ", special),
        "",
        "",
        "",
        line.notes);
  }

  /** Whether something is charged besides on the line, above it, or on any goods at all. */
  private boolean isChargedAt(String code) {
    for (int length = 0; length <= code.length(); length++) {
      Line above = lines.get(code.substring(0, length));
      if (above != null && above.isCharged) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the symbols of the special column stand for.
   *
   * @param schedule a schedule made here
   * @param edition the day of its measures
   * @return the key: the preference of a country is called {@code preference JP}, as that of its
   *     measure
   */
  public static ProgrammeKey key(TariffSchedule schedule, LocalDate edition) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(edition, "edition");
    Source source = new Source(schedule.name(), edition, "", Source.Verification.USER);
    Set<String> symbols = new TreeSet<>();
    schedule
        .lines()
        .forEach(
            line ->
                line.special()
                    .ifPresent(
                        cell ->
                            cell.groups().stream()
                                .map(SpecialRate::programmes)
                                .forEach(symbols::addAll)));
    List<SpecialProgramme> programmes = new ArrayList<>();
    for (String each : symbols) {
      programmes.add(
          new SpecialProgramme(
              each, "preference " + each, OriginScope.parse(each), Validity.always(), source));
    }
    return ProgrammeKey.of("third country duty", "none", List.of(), programmes);
  }
}
