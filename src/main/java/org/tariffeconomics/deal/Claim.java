package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.Objects;
import org.tariffeconomics.basics.Source;

/**
 * What one party says of a term. Two parties may describe the same term differently; both are kept.
 *
 * @param party who says so: a country code, {@code EU}, or a publication
 * @param topic the term, e.g. {@code rice}
 * @param text what is said
 * @param source where it is said
 * @since 0.1.0
 */
public record Claim(String party, String topic, String text, Source source) {

  /**
   * Refuses nulls.
   *
   * @param party who says so: a country code, {@code EU}, or a publication
   * @param topic the term, e.g. {@code rice}
   * @param text what is said
   * @param source where it is said
   */
  public Claim {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(source, "source");
  }

  /**
   * Whether one could know of the claim.
   *
   * @param day the day of knowledge
   * @return true from the day that its source bears; for ever since where it bears none
   */
  public boolean isKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return isKnown(source, day);
  }

  static boolean isKnown(Source source, LocalDate day) {
    return source.day().map(from -> !day.isBefore(from)).orElse(true);
  }

  /** Who says what. */
  @Override
  public String toString() {
    return party + " on " + topic + ": " + text;
  }
}
