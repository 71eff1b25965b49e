package org.tariffeconomics.border;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Texts;

/** A day of entry, maybe with the hour of the territory's local time. */
public final class EntryTime {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]| at )([0-9]{2}:[0-9]{2})");

  private final LocalDate day;
  private final @Nullable LocalTime hour;

  private EntryTime(LocalDate day, @Nullable LocalTime hour) {
    this.day = day;
    this.hour = hour;
  }

  /**
   * Reads a day, or a day and an hour.
   *
   * @param text {@code 2025-11-10}, or {@code 2025-11-10 13:01} in local time
   * @return the time of entry
   * @throws IllegalArgumentException when it is neither
   */
  public static EntryTime parse(String text) {
    String plain = Objects.requireNonNull(text, "text").strip();
    Matcher form = FORM.matcher(plain.length() > Texts.SHOWN ? "" : plain);
    return form.matches()
        ? new EntryTime(DayText.any("A time of entry", form.group(1)), hour(form.group(2)))
        : new EntryTime(DayText.any("A time of entry", plain), null);
  }

  private static LocalTime hour(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "An hour must read like 13:01, but was " + Texts.quoted(text), e);
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
