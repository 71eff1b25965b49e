package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.tariffeconomics.basics.Source;

/**
 * A day by which something has to be done, and what applies the day after.
 *
 * @param day the last day
 * @param knownFrom the first day on which the deadline was known
 * @param what what has to be done
 * @param otherwise what applies the day after if it is not
 * @param source where it stands
 * @since 0.1.0
 */
public record Deadline(
    LocalDate day, LocalDate knownFrom, String what, String otherwise, Source source) {

  /**
   * Refuses nulls.
   *
   * @param day the last day
   * @param knownFrom the first day on which the deadline was known
   * @param what what has to be done
   * @param otherwise what applies the day after if it is not
   * @param source where it stands
   */
  public Deadline {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownFrom, "knownFrom");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(otherwise, "otherwise");
    Objects.requireNonNull(source, "source");
  }

  /**
   * How many days are left.
   *
   * @param today the day asked on
   * @return the days from then to the deadline; 0 on its day, negative after it
   */
  public long daysLeft(LocalDate today) {
    Objects.requireNonNull(today, "today");
    return ChronoUnit.DAYS.between(today, day);
  }

  /** The day and what has to be done. */
  @Override
  public String toString() {
    return day + ": " + what;
  }
}
