package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** Makes the measures of a schedule's line for an origin: general, special, column 2. */
final class LineMeasures {

  private final TariffSchedule schedule;
  private final ProgrammeKey key;
  private final Country origin;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;

  LineMeasures(
      TariffSchedule schedule,
      ProgrammeKey key,
      Country origin,
      LocalDate day,
      Optional<LocalDate> knownOn) {
    this.schedule = schedule;
    this.key = key;
    this.origin = origin;
    this.day = day;
    this.knownOn = knownOn;
  }

  List<TariffMeasure> of(ScheduleLine line) {
    List<TariffMeasure> measures = new ArrayList<>();
    line.general()
        .ifPresent(
            cell ->
                measures.add(
                    measure(
                        line,
                        cell.writtenIn(),
                        "general",
                        cell.text(),
                        key.general(),
                        Rule.BASE,
                        OriginScope.all(),
                        cell.rate(),
                        LocalDateRange.ALL,
                        null)));
    line.special().ifPresent(cell -> addPreferences(line, cell, measures));
    line.other().ifPresent(cell -> addColumn2(line, cell, measures));
    return distinct(measures);
  }

  private void addPreferences(ScheduleLine line, SpecialCell cell, List<TariffMeasure> measures) {
    for (SpecialRate group : cell.groups()) {
      for (String symbol : group.programmes()) {
        for (SpecialProgramme each : key.openTo(origin, symbol, day, knownOn)) {
          measures.add(
              measure(
                  line,
                  cell.writtenIn(),
                  symbol,
                  cell.text(),
                  each.programme(),
                  Rule.PREFERENCE,
                  each.origins(),
                  group.rate(),
                  each.inForce(),
                  each.knownFrom()));
        }
      }
    }
  }

  private void addColumn2(ScheduleLine line, RateCell cell, List<TariffMeasure> measures) {
    for (ProgrammeKey.Column2Days each : key.column2(day, knownOn)) {
      if (!each.origins().includes(origin, day)) {
        continue;
      }
      measures.add(
          measure(
              line,
              cell.writtenIn(),
              "other",
              cell.text(),
              key.column2(),
              Rule.BASE,
              each.origins(),
              cell.rate(),
              each.inForce(),
              each.knownFrom()));
    }
  }

  private TariffMeasure measure(
      ScheduleLine line,
      ScheduleRow writtenIn,
      String column,
      String text,
      String programme,
      Rule rule,
      OriginScope origins,
      DutyRate rate,
      LocalDateRange inForce,
      @Nullable LocalDate knownFrom) {
    HsCode code = code(line, writtenIn);
    Source source =
        Source.user(
            schedule.name()
                + ", row "
                + writtenIn.place()
                + ", "
                + writtenIn.code()
                + " "
                + column
                + " '"
                + text
                + "'");
    return new TariffMeasure(
        programme + " " + code + symbol(rule, column),
        programme,
        rule,
        List.of(),
        ProductScope.of(List.of(code), List.of()),
        origins,
        rate,
        Portion.FULL,
        inForce,
        knownFrom,
        null,
        List.of(),
        source);
  }

  private static String symbol(Rule rule, String column) {
    return rule == Rule.PREFERENCE ? " (" + column + ")" : "";
  }

  /** Two entries of one line that have one name are told apart by a number. */
  private static List<TariffMeasure> distinct(List<TariffMeasure> measures) {
    Map<String, Integer> seen = new HashMap<>();
    List<TariffMeasure> distinct = new ArrayList<>(measures.size());
    for (TariffMeasure each : measures) {
      int count = seen.merge(each.id(), 1, Integer::sum);
      distinct.add(count == 1 ? each : each.named(each.id() + " #" + count));
    }
    return distinct;
  }

  /** The code that a rate is for: that of the row it was written in, where it covers the line. */
  private static HsCode code(ScheduleLine line, ScheduleRow writtenIn) {
    if (writtenIn.code().isBlank() || writtenIn.equals(line.row())) {
      return line.code();
    }
    HsCode written = HsCode.of(writtenIn.code().strip());
    return written.covers(line.code()) ? written : line.code();
  }

  /** What two lines have in common when their measures differ in nothing but the line. */
  static Object kind(ScheduleLine line) {
    return List.of(
        line.general().map(c -> text(line, c.writtenIn(), c.text())).orElse(""),
        line.special().map(c -> text(line, c.writtenIn(), c.text())).orElse(""),
        line.other().map(c -> text(line, c.writtenIn(), c.text())).orElse(""));
  }

  private static String text(ScheduleLine line, ScheduleRow writtenIn, String text) {
    return code(line, writtenIn).digits().length() + " " + text;
  }
}
