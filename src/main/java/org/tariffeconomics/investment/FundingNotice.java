package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.basics.Require;

/**
 * The time an investor has between the notice that a project was selected and the day its money is
 * due.
 *
 * @param days how many days, not negative
 * @param kind which days are counted
 * @since 0.1.0
 */
public record FundingNotice(int days, Kind kind) {

  /** Which days are counted. */
  public enum Kind {
    /** Every day. */
    CALENDAR,
    /** Monday to Friday, holidays left out. */
    BUSINESS
  }

  /**
   * Creates a notice.
   *
   * @param days how many days, not negative
   * @param kind which days are counted
   * @throws IllegalArgumentException when the number of days is negative
   */
  public FundingNotice {
    Objects.requireNonNull(kind, "kind");
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative, but was " + days);
    }
  }

  /**
   * The first day on which money can be due; the day of notice is not counted.
   *
   * @param notice the day of notice
   * @param holidays days besides Saturday and Sunday that are no business days; may be empty
   * @return the day
   */
  public LocalDate earliestDue(LocalDate notice, Set<LocalDate> holidays) {
    Require.day("notice", notice);
    Objects.requireNonNull(holidays, "holidays");
    if (kind == Kind.CALENDAR) {
      return notice.plus(days, DAYS);
    }
    LocalDate day = notice;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isBusinessDay(day, holidays)) {
        counted++;
      }
    }
    return day;
  }

  private static boolean isBusinessDay(LocalDate day, Set<LocalDate> holidays) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /** The number and kind of days. */
  @Override
  public String toString() {
    return days + (kind == Kind.BUSINESS ? " business days" : " days");
  }
}
