package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;

/**
 * The time a commitment has, each part of it only where the parties have said so.
 *
 * @since 0.1.0
 */
public final class Schedule {

  private final @Nullable LocalDate start;
  private final @Nullable LocalDate deadline;
  private final @Nullable BigMoney yearlyCap;

  private Schedule(
      @Nullable LocalDate start, @Nullable LocalDate deadline, @Nullable BigMoney yearlyCap) {
    if (start != null && deadline != null && !deadline.isAfter(start)) {
      throw new IllegalArgumentException(
          "deadline must be after start, but was " + deadline + " <= " + start);
    }
    if (yearlyCap != null) {
      Require.positive("yearlyCap", yearlyCap);
    }

    this.start = start;
    this.deadline = deadline;
    this.yearlyCap = yearlyCap == null ? null : PlainNumber.plain(yearlyCap);
  }

  /** Nothing said. */
  static final Schedule OPEN = new Schedule(null, null, null);

  /**
   * A schedule of what was said.
   *
   * @param start the day from which the commitment runs; null where not said
   * @param deadline the last day, included; null where not said
   * @param yearlyCap the most that is to be paid in a year, positive; null where there is none
   * @return the schedule
   * @throws IllegalArgumentException when the deadline is not after the start, or the cap not
   *     positive
   */
  public static Schedule of(
      @Nullable LocalDate start, @Nullable LocalDate deadline, @Nullable BigMoney yearlyCap) {
    return new Schedule(start, deadline, yearlyCap);
  }

  /**
   * The same schedule with a start and a deadline; its cap stays.
   *
   * @param first the day from which the commitment runs
   * @param last the last day, included, after the first
   * @return a new schedule
   */
  public Schedule withDays(LocalDate first, LocalDate last) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return new Schedule(first, last, yearlyCap);
  }

  /**
   * The same schedule with a yearly cap; its days stay.
   *
   * @param cap the most that is to be paid in a year, positive
   * @return a new schedule
   */
  public Schedule withCap(BigMoney cap) {
    Objects.requireNonNull(cap, "cap");
    return new Schedule(start, deadline, cap);
  }

  /** {@return the day from which the commitment runs; empty where not said} */
  public Optional<LocalDate> firstDay() {
    return Optional.ofNullable(start);
  }

  /** {@return the last day, included; empty where not said} */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(deadline);
  }

  /** {@return the most that is to be paid in a year; empty where there is no cap} */
  public Optional<BigMoney> cap() {
    return Optional.ofNullable(yearlyCap);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schedule that
        && Objects.equals(start, that.start)
        && Objects.equals(deadline, that.deadline)
        && Objects.equals(yearlyCap, that.yearlyCap);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, deadline, yearlyCap);
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
