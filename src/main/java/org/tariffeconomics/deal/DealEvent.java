package org.tariffeconomics.deal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Source;

/**
 * Something that happened to a deal or to one leg of it.
 *
 * <p>Two days: {@code effective} is when it took effect, {@code knownFrom} when one could know it.
 * An act with retroactive effect has the later day of knowledge.
 *
 * @param effective the day it took effect
 * @param knownFrom the first day on which it was known
 * @param leg the leg of the deal, e.g. {@code autos}; empty for the deal as a whole
 * @param status where the deal or the leg stands from then on
 * @param text what happened
 * @param instrument the legal instrument; empty where there is none
 * @param source where it stands
 * @since 0.1.0
 */
public record DealEvent(
    LocalDate effective,
    LocalDate knownFrom,
    String leg,
    DealStatus status,
    String text,
    String instrument,
    Source source) {

  /** By the day from which it counted: the later of effect and knowledge. */
  static final Comparator<DealEvent> BY_DAY =
      Comparator.comparing(DealEvent::countedFrom)
          .thenComparing(e -> e.effective())
          .thenComparing(DealEvent::status)
          .thenComparing(DealEvent::text);

  /**
   * Creates an event.
   *
   * @param effective the day it took effect
   * @param knownFrom the first day on which it was known
   * @param leg the leg of the deal, e.g. {@code autos}
   * @param status where the deal or the leg stands from then on
   * @param text what happened
   * @param instrument the legal instrument
   * @param source where it stands
   */
  public DealEvent {
    Objects.requireNonNull(effective, "effective");
    Objects.requireNonNull(knownFrom, "knownFrom");
    Objects.requireNonNull(leg, "leg");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(source, "source");
    leg = leg.strip();
  }

  /**
   * An event of the whole deal that was known on the day it took effect.
   *
   * @param day the day, ISO 8601
   * @param status where the deal stands from then on
   * @param text what happened
   * @param source where it stands
   * @return the event
   */
  public static DealEvent of(String day, DealStatus status, String text, Source source) {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(source, "source");
    LocalDate date = DayText.parse("day", day);
    return new DealEvent(date, date, "", status, text, "", source);
  }

  /**
   * The same event of one leg.
   *
   * @param name the leg
   * @return a new event
   */
  public DealEvent withLeg(String name) {
    Objects.requireNonNull(name, "name");
    return new DealEvent(effective, knownFrom, name, status, text, instrument, source);
  }

  /**
   * The same event, known from another day.
   *
   * @param day the first day on which it was known, ISO 8601
   * @return a new event
   */
  public DealEvent withKnownFrom(String day) {
    return new DealEvent(
        effective, DayText.parse("day", day), leg, status, text, instrument, source);
  }

  private LocalDate countedFrom() {
    return effective.isAfter(knownFrom) ? effective : knownFrom;
  }

  /** Whether it decides where things stand after another: a step back in progress does not. */
  boolean supersedes(DealEvent earlier) {
    return !status.isProgress()
        || !earlier.status.isProgress()
        || status.compareTo(earlier.status) >= 0;
  }

  /** {@return whether it reaches back before it was known} */
  @JsonIgnore
  public boolean isRetroactive() {
    return effective.isBefore(knownFrom);
  }

  /** Day, status and text. */
  @Override
  public String toString() {
    return effective + " " + status + (leg.isEmpty() ? "" : " (" + leg + ")") + ": " + text;
  }
}
