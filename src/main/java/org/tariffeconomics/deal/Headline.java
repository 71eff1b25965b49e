package org.tariffeconomics.deal;

import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;

/**
 * The rate on the board, and whether it is the total or goes on top of what was there.
 *
 * @param rate the rate; null where the arrangement has none of its own
 * @param reading whether it is all-in or adds
 */
public record Headline(@Nullable Rate rate, Reading reading) {

  /** No rate of its own. */
  public static final Headline NONE = new Headline(null, Reading.NONE);

  /** How a headline rate is to be read. */
  public enum Reading {
    /** The total: the ordinary duty is a part of it. */
    ALL_IN("all-in"),
    /** On top of the ordinary duty. */
    ADDS("adds"),
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
