package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.threeten.extra.LocalDateRange;

/** Cuts time at the days on which something changes. */
final class Stretches {

  private Stretches() {}

  /** The stretches from a day to the last of some days, each ending where the next begins. */
  static List<LocalDateRange> of(LocalDate from, NavigableSet<LocalDate> days) {
    List<LocalDateRange> stretches = new ArrayList<>();
    LocalDate start = from;
    for (LocalDate end : days.tailSet(from, false)) {
      stretches.add(LocalDateRange.of(start, end));
      start = end;
    }
    return stretches;
  }
}
