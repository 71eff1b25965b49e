package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.tariffeconomics.rate.SeasonalRate;
import org.threeten.extra.LocalDateRange;

/**
 * The days on which the law of a book turns, or something of it became known.
 *
 * @param measures what the book holds itself
 * @param sources its schedules
 * @param index the index of its measures
 * @param oldestFact the first day that its facts are for
 */
record BookDays(
    List<TariffMeasure> measures,
    List<MeasureSource> sources,
    BookIndex index,
    Optional<LocalDate> oldestFact) {

  /** The first days of each new state of the law, seasons left out. */
  NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> days = index.ownChangeDays();
    sources.forEach(source -> days.addAll(source.changeDays()));
    oldestFact.ifPresent(days::add);
    days.remove(LocalDate.MIN);
    days.remove(LocalDate.MAX);
    return days;
  }

  /** The same within a bounded range, with the days on which a season begins or has ended. */
  NavigableSet<LocalDate> changes(LocalDateRange range) {
    NavigableSet<LocalDate> days =
        new TreeSet<>(changes().subSet(range.getStart(), true, range.getEnd(), false));
    NavigableSet<MonthDay> seasons = seasonStarts();
    for (int year = range.getStart().getYear(); year <= range.getEnd().getYear(); year++) {
      for (MonthDay each : seasons) {
        if (each.isValidYear(year) && range.contains(each.atYear(year))) {
          days.add(each.atYear(year));
        }
      }
    }
    return days;
  }

  private NavigableSet<MonthDay> seasonStarts() {
    NavigableSet<MonthDay> seasons = new TreeSet<>();
    measures.forEach(m -> seasons.addAll(SeasonalRate.starts(m.rate())));
    sources.forEach(source -> seasons.addAll(source.seasonStarts()));
    return seasons;
  }

  /** The days from which something became known. */
  NavigableSet<LocalDate> known() {
    NavigableSet<LocalDate> days = index.ownKnowledgeDays();
    sources.forEach(source -> days.addAll(source.knowledgeDays()));
    return days;
  }
}
