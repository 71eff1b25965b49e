package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.threeten.extra.LocalDateRange;

/** Draws where deals stood over time, a row a deal, with their deadlines. */
final class DealCalendar {

  private final LocalDate first;
  private final LocalDate end;
  private final LocalDate knownOn;

  private DealCalendar(LocalDateRange days, LocalDate knownOn) {
    this.first = days.getStart();
    this.end = days.getEnd();
    this.knownOn = knownOn;
  }

  static Chart of(List<Deal> deals, LocalDateRange days, LocalDate knownOn) {
    if (days.isUnboundedStart() || days.isUnboundedEnd() || days.isEmpty()) {
      throw new IllegalArgumentException(
          "A calendar needs a first and a last day, but had " + days);
    }
    DealCalendar calendar = new DealCalendar(days, knownOn);
    List<ChartRows.Row> rows = deals.stream().map(calendar::row).toList();
    return Chart.of(
        "Where deals stood from " + days.getStart() + " to " + days.getEnd().minusDays(1),
        "each row a deal as a whole: a leg can stand elsewhere; blank: neither threat nor deal yet",
        List.of(
            "announced · as known on " + knownOn,
            "facts: register of " + deals.size() + " arrangements · planning estimate"),
        ChartRows.of(ChartScale.days(""), rows));
  }

  private ChartRows.Row row(Deal deal) {
    List<ChartRows.Mark> marks = new ArrayList<>();
    LocalDate from = first;
    Set<LocalDate> days = changes(deal);
    days.add(end);
    for (LocalDate to : days) {
      Optional<DealStatus> status = deal.status("", from, knownOn);
      if (status.isPresent()) {
        add(marks, group(status.get()), from, to);
      }
      from = to;
    }
    for (Deadline each : deal.asKnownOn(knownOn).deadlines()) {
      if (!each.day().isBefore(first) && each.day().isBefore(end)) {
        marks.add(new ChartRows.Dot("deadline", each.day().toEpochDay()));
      }
    }
    return marks.isEmpty()
        ? new ChartRows.Row(deal.partner(), marks, "", "nothing known")
        : ChartRows.Row.of(deal.partner(), marks, "");
  }

  private Set<LocalDate> changes(Deal deal) {
    Set<LocalDate> days = new TreeSet<>();
    for (DealEvent each : deal.events()) {
      if (each.effective().isAfter(first) && each.effective().isBefore(end)) {
        days.add(each.effective());
      }
    }
    return days;
  }

  /** Neighbours that stand alike become one bar. */
  private static void add(List<ChartRows.Mark> marks, String group, LocalDate from, LocalDate to) {
    int last = marks.size() - 1;
    if (last >= 0
        && marks.get(last) instanceof ChartRows.Bar bar
        && bar.series().equals(group)
        && bar.to() == from.toEpochDay()) {
      marks.set(last, new ChartRows.Bar(group, bar.from(), to.toEpochDay(), ""));
    } else {
      marks.add(new ChartRows.Bar(group, from.toEpochDay(), to.toEpochDay(), ""));
    }
  }

  private static String group(DealStatus status) {
    return switch (status) {
      case THREATENED -> "threatened";
      case TALKS -> "in talks";
      case ANNOUNCED, AGREED, SIGNED, RATIFIED, PUBLISHED, POSTPONED -> "agreed, not yet in force";
      case IN_FORCE, MODIFIED -> "in force";
      case SUSPENDED -> "suspended";
      default -> "ended, void or no deal";
    };
  }
}
