package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

/**
 * The rate on the board, whether it is the total or goes on top of what was there, and since when
 * one could know it. A threat is a headline too: the rate that a letter names.
 *
 * @param rate the rate; null where the arrangement has none of its own
 * @param reading whether it is all-in or adds
 * @param knownFrom the first day on which it was known; {@link LocalDate#MIN} for ever since
 * @param source where it stands, null where the deal's own sources are its
 * @since 0.1.0
 */
public record Headline(
    @Nullable Rate rate, Reading reading, LocalDate knownFrom, @Nullable Source source) {

  /**
   * Refuses nulls.
   *
   * @param rate the rate; null where the arrangement has none of its own
   * @param reading whether it is all-in or adds
   * @param knownFrom the first day on which it was known; {@link LocalDate#MIN} for ever since
   * @param source where it stands, null where the deal's own sources are its
   */
  public Headline {
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(knownFrom, "knownFrom");
  }

  /** No rate of its own. */
  public static final Headline NONE = new Headline(null, Reading.NONE, LocalDate.MIN, null);

  /**
   * A headline that was always known.
   *
   * @param rate the rate
   * @param reading whether it is all-in or adds
   * @return the headline
   */
  public static Headline of(@Nullable Rate rate, Reading reading) {
    Objects.requireNonNull(reading, "reading");
    return new Headline(rate, reading, LocalDate.MIN, null);
  }

  /**
   * The same headline, known from a day.
   *
   * @param day the first day on which it was known
   * @param stated where it stands
   * @return a new headline
   */
  public Headline withKnownFrom(LocalDate day, Source stated) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(stated, "stated");
    return new Headline(rate, reading, day, stated);
  }

  /** How a headline rate is to be read. */
  public enum Reading {
    /** The total: the ordinary duty is a part of it. */
    ALL_IN("all-in"),
    /** On top of the ordinary duty. */
    ADDS("adds"),
    /** A rate was announced, and not whether the ordinary duty is a part of it. */
    UNSTATED("all-in or not is not said"),
    /** There is no rate. */
    NONE("-");

    private final String words;

    Reading(String words) {
      this.words = words;
    }

    /** The reading in words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** The rate and how it is to be read. */
  @Override
  public String toString() {
    return rate == null ? "-" : rate + " " + reading;
  }
}
