package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * The time a commitment has, each part of it only where the parties have said so.
 *
 * @param start the day from which it runs; null where not said
 * @param deadline the last day, included; null where not said
 * @param yearlyCap the most that is to be paid in a year, positive; null where there is none
 */
public record Schedule(
    @Nullable LocalDate start, @Nullable LocalDate deadline, @Nullable BigMoney yearlyCap) {

  /** Nothing said. */
  static final Schedule OPEN = new Schedule(null, null, null);

  /**
   * Creates a schedule.
   *
   * @param start the day from which it runs; null where not said
   * @param deadline the last day, included; null where not said
   * @param yearlyCap the most that is to be paid in a year, positive; null where there is none
   * @throws IllegalArgumentException when the deadline is not after the start, or the cap not
   *     positive
   */
  public Schedule {
    if (start != null && deadline != null && !deadline.isAfter(start)) {
      throw new IllegalArgumentException(
          "deadline must be after start, but was " + deadline + " <= " + start);
    }
    if (yearlyCap != null) {
      Require.positive("yearlyCap", yearlyCap);
    }
  }

  /**
   * The day from which the commitment runs.
   *
   * @return the day; empty where not said
   */
  public Optional<LocalDate> firstDay() {
    return Optional.ofNullable(start);
  }

  /**
   * The last day, included.
   *
   * @return the day; empty where not said
   */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(deadline);
  }

  /**
   * The most that is to be paid in a year.
   *
   * @return the cap; empty where there is none
   */
  public Optional<BigMoney> cap() {
    return Optional.ofNullable(yearlyCap);
  }

  /** The days and the cap. */
  @Override
  public String toString() {
    return firstDay().map(LocalDate::toString).orElse("start not said")
        + " to "
        + lastDay().map(LocalDate::toString).orElse("no deadline")
        + cap().map(c -> ", at most " + MoneyScale.show(c) + " a year").orElse("");
  }
}
