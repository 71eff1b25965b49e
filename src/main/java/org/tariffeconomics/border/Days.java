package org.tariffeconomics.border;

import org.threeten.extra.LocalDateRange;

/** Ranges of days in words. */
final class Days {

  private Days() {}

  /** {@code from 2025-03-04 before 2025-09-01}; {@code always} where there is no bound. */
  static String text(LocalDateRange days) {
    String from = days.isUnboundedStart() ? "" : "from " + days.getStart();
    String until = days.isUnboundedEnd() ? "" : "before " + days.getEnd();
    String both = (from + " " + until).strip();
    return both.isEmpty() ? "always" : both;
  }
}
