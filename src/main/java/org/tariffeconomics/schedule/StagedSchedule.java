package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.StageCalendar.Count;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The staged tariff schedule of an agreement: the rate of each line in each year, as published or
 * as made by a {@link StagedReduction}.
 *
 * <p>{@link #measures} turns it into the dated measures of a preference, so that {@code
 * book.withAll(schedule.measures("KORUS", "KR", StageCalendar.of("2012-03-15")))} has the law of
 * every year. Years that leave the rate as it was are one stage. The rate of the last year stays
 * without end where the cuts are over by then or the schedule ends there; a year without a rate
 * before that is undetermined for who claims the preference, and never free.
 *
 * @since 0.1.0
 */
public final class StagedSchedule {

  /** What the rates of lines that belong to a quota are. */
  public enum QuotaRates {
    /** The rates within the quota, which depend on the declared fact {@code quota:NAME=in}. */
    WITHIN("in"),
    /** The rates above the quota, which depend on the declared fact {@code quota:NAME=out}. */
    ABOVE("out"),
    /** The rates whatever the state of the quota. */
    REGARDLESS("");

    private final String state;

    QuotaRates(String state) {
      this.state = state;
    }
  }

  private final String name;
  private final Count count;
  private final int lastYear;
  private final Source source;
  private final NavigableMap<HsCode, StagedLine> lines;
  private final List<DutyRate.Unsupported> unread;

  private StagedSchedule(
      String name,
      Count count,
      int lastYear,
      Source source,
      NavigableMap<HsCode, StagedLine> lines,
      List<DutyRate.Unsupported> unread) {
    this.name = name;
    this.count = count;
    this.lastYear = lastYear;
    this.source = source;
    this.lines = lines;
    this.unread = List.copyOf(unread);
  }

  /**
   * A schedule.
   *
   * @param name its name for messages
   * @param count how its years are counted
   * @param lastYear the last year that it speaks of, not before any rate of its lines
   * @param source where it stands
   * @param lines its lines, each code once
   * @return the schedule
   * @throws IllegalArgumentException when a code appears twice or has a rate after the last year
   */
  public static StagedSchedule of(
      String name, Count count, int lastYear, Source source, Collection<StagedLine> lines) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(lines, "lines");
    NavigableMap<HsCode, StagedLine> byCode = new TreeMap<>();
    for (StagedLine each : lines) {
      if (each.rates().lastKey() > lastYear) {
        throw new IllegalArgumentException(
            "The schedule '" + name + "' ends with " + lastYear + ", but has " + each);
      }
      if (byCode.put(each.code(), each) != null) {
        throw new IllegalArgumentException(
            "The line " + each.code() + " appears twice in the schedule '" + name + "'");
      }
    }
    return new StagedSchedule(name, count, lastYear, source, byCode, List.of());
  }

  /**
   * The same schedule with rows of which not even the line is known: whoever claims its preference
   * for goods that have no line here has no known duty.
   *
   * @param rows the words of each row, and what was not understood
   * @return a new schedule
   */
  public StagedSchedule withUnread(List<DutyRate.Unsupported> rows) {
    Objects.requireNonNull(rows, "rows");
    return new StagedSchedule(name, count, lastYear, source, lines, rows);
  }

  /** {@return the rows of which not even the line is known} */
  public List<DutyRate.Unsupported> unread() {
    return unread;
  }

  /** {@return the lines by code} */
  public List<StagedLine> lines() {
    return List.copyOf(lines.values());
  }

  /**
   * One line.
   *
   * @param code its code, all digits
   * @return the line, empty where there is none
   */
  public Optional<StagedLine> line(HsCode code) {
    Objects.requireNonNull(code, "code");
    return Optional.ofNullable(lines.get(code));
  }

  /** {@return how years are counted: by the calendar or from the entry into force} */
  public Count count() {
    return count;
  }

  /**
   * The preference's measures; rates of lines that belong to a quota are those within it.
   *
   * @param programme the preference's name, which importers claim
   * @param origins the origins, as {@link OriginScope#parse} reads them
   * @param calendar when the stages begin
   * @return the measures, one a stage of a line
   */
  public List<TariffMeasure> measures(String programme, String origins, StageCalendar calendar) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(calendar, "calendar");
    return measures(programme, OriginScope.parse(origins), calendar, QuotaRates.WITHIN);
  }

  /**
   * The preference's measures.
   *
   * @param programme the preference's name, which importers claim
   * @param origins the origins
   * @param calendar when the stages begin
   * @param quotaRates what the rates of lines that belong to a quota are
   * @return the measures, one a stage of a line, by code and day; none for stages that end before
   *     the entry into force
   */
  public List<TariffMeasure> measures(
      String programme, OriginScope origins, StageCalendar calendar, QuotaRates quotaRates) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(quotaRates, "quotaRates");
    List<TariffMeasure> measures = new ArrayList<>();
    for (StagedLine line : lines.values()) {
      for (Stage stage : stages(line, calendar)) {
        measures.add(measure(programme, origins, line, stage, quotaRates));
      }
    }
    for (DutyRate.Unsupported row : unread) {
      measures.add(
          TariffMeasure.of(
                  programme, Rule.PREFERENCE, List.of(), ProductScope.parse("*"), origins, row)
              .withId(programme + ", row not understood " + (measures.size() + 1))
              .withSource(source));
    }
    return List.copyOf(measures);
  }

  /** A rate and the days on which it holds. */
  private record Stage(DutyRate rate, LocalDateRange days) {}

  private List<Stage> stages(StagedLine line, StageCalendar calendar) {
    List<Stage> stages = new ArrayList<>();
    int last = line.rates().lastKey();
    for (int year = line.rates().firstKey(); year <= last; year++) {
      LocalDateRange days = calendar.days(count, year);
      add(stages, new Stage(rateOf(line, year), days));
    }
    LocalDate after = calendar.firstDay(count, last + 1);
    boolean stays = last == lastYear || line.isFinalAt(last);
    DutyRate rest = stays ? rateOf(line, last) : unknown(line, last + 1);
    add(stages, new Stage(rest, LocalDateRange.ofUnboundedEnd(after)));
    return stages;
  }

  private static void add(List<Stage> stages, Stage next) {
    if (next.days().isEmpty()) {
      return;
    }
    int before = stages.size() - 1;
    if (before >= 0 && stages.get(before).rate().equals(next.rate())) {
      LocalDateRange both = stages.get(before).days().span(next.days());
      stages.set(before, new Stage(next.rate(), both));
    } else {
      stages.add(next);
    }
  }

  private DutyRate rateOf(StagedLine line, int year) {
    return line.rate(year).orElseGet(() -> unknown(line, year));
  }

  private DutyRate unknown(StagedLine line, int year) {
    return new DutyRate.ByReference(
        "the rate of " + line.code().digits() + " for " + year + " is blank in " + name);
  }

  private TariffMeasure measure(
      String programme, OriginScope origins, StagedLine line, Stage stage, QuotaRates quotaRates) {
    boolean hangsOnQuota = !line.quota().isEmpty() && quotaRates != QuotaRates.REGARDLESS;
    List<Condition> conditions =
        hangsOnQuota
            ? List.of(Condition.parse("quota:" + line.quota() + "=" + quotaRates.state))
            : List.of();
    return TariffMeasure.of(
            programme,
            Rule.PREFERENCE,
            List.of(),
            ProductScope.of(List.of(line.code()), List.of()),
            origins,
            stage.rate())
        .withId(programme + " " + line.code() + " " + stage.days().getStart())
        .withDays(stage.days())
        .withConditions(conditions)
        .withSource(source);
  }

  /**
   * {@return the schedule as a table: one row per line and year: code, year, rate, category, quota}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (StagedLine line : lines.values()) {
      line.rates()
          .forEach(
              (year, rate) ->
                  rows.add(
                      List.of(
                          Cell.text(line.code().toString()),
                          Cell.number(BigDecimal.valueOf(year), 0, ""),
                          Cell.text(rate.toString()),
                          Cell.text(line.basket()),
                          line.quota().isEmpty() ? Cell.blank() : Cell.text(line.quota()))));
    }
    return Table.of(toString(), List.of("code", "year", "rate", "category", "quota"), rows);
  }

  /** The name and how many lines it has. */
  @Override
  public String toString() {
    return name + ": " + lines.size() + " staged lines";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StagedSchedule that
        && name.equals(that.name)
        && count.equals(that.count)
        && lastYear == that.lastYear
        && source.equals(that.source)
        && lines.equals(that.lines)
        && unread.equals(that.unread);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, count, lastYear, source, lines);
  }
}
