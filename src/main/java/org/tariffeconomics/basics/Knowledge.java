package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the law: all that is known now, what could be known on one day, or, for each day
 * of entry, what could be known on that very day.
 *
 * @since 0.1.0
 */
public final class Knowledge {

  private static final Knowledge NOW = new Knowledge(null, false);
  private static final Knowledge OF_THE_DAY = new Knowledge(null, true);

  private final @Nullable LocalDate fixed;
  private final boolean ofTheDay;

  private Knowledge(@Nullable LocalDate fixed, boolean ofTheDay) {
    this.fixed = fixed;
    this.ofTheDay = ofTheDay;
  }

  /** {@return all that is known now} */
  public static Knowledge now() {
    return NOW;
  }

  /**
   * What could be known on a day.
   *
   * @param day the day of knowledge
   * @return the knowledge of that day
   */
  public static Knowledge of(LocalDate day) {
    return new Knowledge(Objects.requireNonNull(day, "day"), false);
  }

  /**
   * What could be known on a day.
   *
   * @param day the day of knowledge, ISO 8601
   * @return the knowledge of that day
   */
  public static Knowledge of(String day) {
    return of(DayText.parse("day", day));
  }

  /** {@return for each day of entry, what could be known on that very day} */
  public static Knowledge ofTheDay() {
    return OF_THE_DAY;
  }

  /**
   * The day of knowledge for goods that enter on a day.
   *
   * @param entry the day of entry
   * @return the day, empty for all that is known now
   */
  public Optional<LocalDate> on(LocalDate entry) {
    Objects.requireNonNull(entry, "entry");
    return ofTheDay ? Optional.of(entry) : Optional.ofNullable(fixed);
  }

  /** {@return whether knowledge moves with the day of entry} */
  @JsonIgnore
  public boolean isOfTheDay() {
    return ofTheDay;
  }

  /** Whether what was published on a day is known to who looks at an entry. */
  boolean reaches(LocalDate published, LocalDate entry) {
    LocalDate knownOn = ofTheDay ? entry : fixed;
    return knownOn == null || !published.isAfter(knownOn);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Knowledge that
        && ofTheDay == that.ofTheDay
        && Objects.equals(fixed, that.fixed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fixed, ofTheDay);
  }

  /** {@code now}, {@code of 2025-08-12} or {@code of the day}. */
  @Override
  public String toString() {
    if (ofTheDay) {
      return "of the day";
    }
    return fixed == null ? "now" : "of " + fixed;
  }
}
