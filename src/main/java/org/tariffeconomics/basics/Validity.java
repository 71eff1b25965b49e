package org.tariffeconomics.basics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * When something is law, on two clocks: the days on which it is in force, and the days from which
 * one could know that it begins and that it ends.
 *
 * <p>What has retroactive effect is known later than it is in force. An end that was published
 * later than the beginning counts only from then: before, the law has no end. A law that was
 * withdrawn before it began has no days in force at all, and yet stood in the books of those who
 * did not know that yet.
 *
 * <pre>{@code
 * Validity suspended =
 *     Validity.from("2025-11-10").until("2025-11-10").withKnownFrom("2025-08-11").withEndKnownFrom("2025-11-04");
 * suspended.holds(LocalDate.parse("2025-11-15"), Knowledge.of("2025-08-12")); // true
 * suspended.holds(LocalDate.parse("2025-11-15"), Knowledge.now());            // false
 * }</pre>
 *
 * <p>Ranges are half-open inside; {@link #through} takes the last day of a law that says “through”.
 *
 * @since 0.1.0
 */
public final class Validity {

  private static final Validity ALWAYS = new Validity(LocalDateRange.ALL, null, null, null);

  private final LocalDateRange days;
  private final @Nullable LocalDate knownFrom;
  private final @Nullable LocalDate endKnownFrom;
  private final @Nullable LocalDate plannedEnd;

  /** Kept, since every two measures of one programme are compared by it. */
  private final LocalDateRange longestDays;

  private Validity(
      LocalDateRange days,
      @Nullable LocalDate knownFrom,
      @Nullable LocalDate endKnownFrom,
      @Nullable LocalDate plannedEnd) {
    this.days = days;
    this.knownFrom = knownFrom;
    this.endKnownFrom = endKnownFrom;
    this.plannedEnd = plannedEnd;
    if (plannedEnd != null && (endKnownFrom == null || plannedEnd.isBefore(days.getStart()))) {
      throw new IllegalArgumentException(
          "A planned end needs an end that was published later and must not be before the start "
              + days.getStart()
              + ", but was "
              + plannedEnd);
    }
    this.longestDays = everExpected();
  }

  /** {@return in force on every day, and known ever since} */
  public static Validity always() {
    return ALWAYS;
  }

  /**
   * In force during some days, and known ever since.
   *
   * @param days the days, half-open
   * @return the validity
   */
  public static Validity during(LocalDateRange days) {
    Objects.requireNonNull(days, "days");
    return new Validity(days, null, null, null);
  }

  /**
   * In force from a day on, and known ever since.
   *
   * @param firstDay the first day, ISO 8601
   * @return the validity
   */
  public static Validity from(String firstDay) {
    return ALWAYS.withFirstDay(DayText.parse("firstDay", firstDay));
  }

  /**
   * The same validity with other days in force.
   *
   * @param other the days, half-open
   * @return a changed copy
   */
  public Validity withDays(LocalDateRange other) {
    Objects.requireNonNull(other, "other");
    return new Validity(other, knownFrom, endKnownFrom, plannedEnd);
  }

  /**
   * The same validity from another first day on.
   *
   * @param firstDay the first day in force
   * @return a changed copy
   * @throws IllegalArgumentException when the validity ends before that day
   */
  public Validity withFirstDay(LocalDate firstDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    return withDays(range(firstDay, days.getEnd()));
  }

  /**
   * The same validity with another end.
   *
   * @param firstDayAfter the first day on which it is no longer in force
   * @return a changed copy
   * @throws IllegalArgumentException when the validity begins after that day
   */
  public Validity until(LocalDate firstDayAfter) {
    Objects.requireNonNull(firstDayAfter, "firstDayAfter");
    return withDays(range(days.getStart(), firstDayAfter));
  }

  /**
   * The same validity with another end.
   *
   * @param firstDayAfter the first day on which it is no longer in force, ISO 8601
   * @return a changed copy
   * @throws IllegalArgumentException when the validity begins after that day
   */
  public Validity until(String firstDayAfter) {
    return until(DayText.parse("firstDayAfter", firstDayAfter));
  }

  /**
   * The same validity with another last day.
   *
   * @param lastDay the last day in force, ISO 8601
   * @return a changed copy
   * @throws IllegalArgumentException when the validity begins after that day
   */
  public Validity through(String lastDay) {
    return until(DayText.parse("lastDay", lastDay).plusDays(1));
  }

  private static LocalDateRange range(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "The end must not be before the start, but was " + end + " < " + start);
    }
    try {
      return LocalDateRange.of(start, end);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The days must not be empty at an end of the calendar, but were " + start + " to " + end,
          e);
    }
  }

  /**
   * The same validity, known from a day on.
   *
   * @param day the day of publication; null for “known ever since”
   * @return a changed copy
   */
  public Validity withKnownFrom(@Nullable LocalDate day) {
    return new Validity(days, day, endKnownFrom, plannedEnd);
  }

  /**
   * The same validity, known from a day on.
   *
   * @param day the day of publication, ISO 8601
   * @return a changed copy
   */
  public Validity withKnownFrom(String day) {
    return withKnownFrom(DayText.parse("day", day));
  }

  /**
   * The same validity whose end is known from a day on.
   *
   * @param day the day on which the end was published; null where it was published with the
   *     beginning
   * @return a changed copy
   */
  public Validity withEndKnownFrom(@Nullable LocalDate day) {
    return new Validity(days, knownFrom, day, plannedEnd);
  }

  /**
   * The same validity whose end is known from a day on.
   *
   * @param day the day on which the end was published, ISO 8601
   * @return a changed copy
   */
  public Validity withEndKnownFrom(String day) {
    return withEndKnownFrom(DayText.parse("day", day));
  }

  /**
   * The same validity that was first to end on another day: what one knew of its end before the
   * final one was published.
   *
   * @param firstDayAfter the first day on which it was no longer to be in force; null for “no end”
   * @return a changed copy
   * @throws IllegalArgumentException when the final end is not known later than the beginning, or
   *     the day is before the start
   */
  public Validity withPlannedEnd(@Nullable LocalDate firstDayAfter) {
    return new Validity(days, knownFrom, endKnownFrom, firstDayAfter);
  }

  /** {@return the days in force as finally published, half-open} */
  public LocalDateRange days() {
    return days;
  }

  /** {@return the day from which one could know of it, empty where it was known ever since} */
  public Optional<LocalDate> knownFrom() {
    return Optional.ofNullable(knownFrom);
  }

  /**
   * {@return the day from which one could know of the end, empty where it was published with the
   * beginning}
   */
  public Optional<LocalDate> endKnownFrom() {
    return Optional.ofNullable(endKnownFrom);
  }

  /**
   * {@return the end that was published with the beginning where another was published later; empty
   * where it was to have no end, or has the one that was first published}
   */
  public Optional<LocalDate> plannedEnd() {
    return Optional.ofNullable(plannedEnd);
  }

  /**
   * {@return the day of publication by which laws about the same thing follow each other: the day
   * from which it was known; where none is stated, its first day in force}
   */
  public LocalDate published() {
    return knownFrom == null ? days.getStart() : knownFrom;
  }

  /**
   * Whether it is in force on a day, as one knows or knew.
   *
   * @param day the day of entry
   * @param knowledge what is known
   * @return true where it was known to be in force
   */
  public boolean holds(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return isKnown(day, knowledge) && daysAsKnown(day, knowledge).contains(day);
  }

  /**
   * Whether one could know of it.
   *
   * @param day the day of entry, which counts for {@link Knowledge#ofTheDay}
   * @param knowledge what is known
   * @return true where it was published by then
   */
  public boolean isKnown(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return knownFrom == null || knowledge.reaches(knownFrom, day);
  }

  /**
   * The days in force as one could know them: an end that is not known yet is none, and an end that
   * was planned counts until another is published.
   *
   * @param day the day of entry, which counts for {@link Knowledge#ofTheDay}
   * @param knowledge what is known
   * @return the days, half-open
   */
  public LocalDateRange daysAsKnown(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return endKnownFrom == null || knowledge.reaches(endKnownFrom, day) ? days : asPlanned();
  }

  private LocalDateRange everExpected() {
    return endKnownFrom == null || asPlanned().getEnd().isBefore(days.getEnd())
        ? days
        : asPlanned();
  }

  private LocalDateRange asPlanned() {
    return plannedEnd == null
        ? LocalDateRange.ofUnboundedEnd(days.getStart())
        : LocalDateRange.of(days.getStart(), plannedEnd);
  }

  /** {@return the longest days in force that were ever published, half-open} */
  public LocalDateRange longestDays() {
    return longestDays;
  }

  /** {@return the first days of each new state: its first day in force and the first day after} */
  public NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> changes = new TreeSet<>();
    if (!days.isUnboundedStart()) {
      changes.add(days.getStart());
    }
    if (!days.isUnboundedEnd()) {
      changes.add(days.getEnd());
    }
    plannedEnd().ifPresent(changes::add);
    return changes;
  }

  /** {@return the days from which its beginning and its end became known} */
  public NavigableSet<LocalDate> knowledgeDays() {
    NavigableSet<LocalDate> known = new TreeSet<>();
    knownFrom().ifPresent(known::add);
    endKnownFrom().ifPresent(known::add);
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Validity that
        && days.equals(that.days)
        && Objects.equals(knownFrom, that.knownFrom)
        && Objects.equals(endKnownFrom, that.endKnownFrom)
        && Objects.equals(plannedEnd, that.plannedEnd);
  }

  @Override
  public int hashCode() {
    return Objects.hash(days, knownFrom, endKnownFrom, plannedEnd);
  }

  /** For example {@code from 2025-09-16, known from 2025-09-05}; {@code always} without bounds. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(text(days));
    knownFrom().ifPresent(day -> text.append(", known from ").append(day));
    endKnownFrom().ifPresent(day -> text.append(", its end known from ").append(day));
    plannedEnd().ifPresent(day -> text.append(", first to end on ").append(day));
    return text.toString();
  }

  /**
   * Days in words.
   *
   * @param days the days, half-open
   * @return for example {@code from 2025-09-16}, {@code until 2026-01-01}, {@code always}
   */
  public static String text(LocalDateRange days) {
    Objects.requireNonNull(days, "days");
    if (days.isUnboundedStart()) {
      return days.isUnboundedEnd() ? "always" : "until " + days.getEnd();
    }
    return days.isUnboundedEnd()
        ? "from " + days.getStart()
        : "from " + days.getStart() + " until " + days.getEnd();
  }
}
