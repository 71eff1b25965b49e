package org.tariffeconomics.border;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Texts;

/**
 * A day of entry, maybe with the hour of the territory's local time.
 *
 * @since 0.1.0
 */
public final class EntryTime {

  private static final Pattern FORM =
      Pattern.compile("(.*?[0-9])(?:T| at |,? )([0-9]{1,2}):([0-9]{2})");

  private final LocalDate day;
  private final @Nullable LocalTime hour;

  private EntryTime(LocalDate day, @Nullable LocalTime hour) {
    this.day = day;
    this.hour = hour;
  }

  /**
   * A day of which the hour does not count, or is not known.
   *
   * @param day the day of entry
   * @return the time of entry, without an hour
   */
  public static EntryTime of(LocalDate day) {
    return new EntryTime(Objects.requireNonNull(day, "day"), null);
  }

  /**
   * A day and the hour in the territory's local time.
   *
   * @param day the day of entry
   * @param hour the hour, to the minute
   * @return the time of entry
   */
  public static EntryTime of(LocalDate day, LocalTime hour) {
    return new EntryTime(
        Objects.requireNonNull(day, "day"),
        Objects.requireNonNull(hour, "hour").truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * Reads a day, or a day and an hour.
   *
   * @param text {@code 2025-11-10}, {@code 10 Nov 2025}, or with an hour in local time {@code
   *     2025-11-10 13:01}
   * @return the time of entry
   * @throws IllegalArgumentException when it is neither, or could be two days
   */
  public static EntryTime parse(String text) {
    Objects.requireNonNull(text, "text");
    String plain = Texts.plainSigns(Texts.readable("A day of entry", text)).strip();
    Matcher form = FORM.matcher(plain.length() > Texts.SHOWN ? "" : plain);
    return form.matches()
        ? new EntryTime(DayText.parse("day", form.group(1)), hour(plain, form))
        : new EntryTime(DayText.parse("day", plain), null);
  }

  private static LocalTime hour(String text, Matcher form) {
    try {
      return LocalTime.of(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The hour of a day must read like 2025-11-10 13:01, but was " + Texts.quoted(text), e);
    }
  }

  /** {@return the day} */
  public LocalDate day() {
    return day;
  }

  /** {@return the hour, empty where none is stated} */
  public Optional<LocalTime> hour() {
    return Optional.ofNullable(hour);
  }

  /** The day and the hour. */
  @Override
  public String toString() {
    return hour == null ? day.toString() : day + " " + hour;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryTime that
        && day.equals(that.day)
        && Objects.equals(hour, that.hour);
  }

  @Override
  public int hashCode() {
    return Objects.hash(day, hour);
  }
}
