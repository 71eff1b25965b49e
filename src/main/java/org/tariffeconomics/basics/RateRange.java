package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rate lies within: the lowest and the highest that it can be, both included. Where nothing
 * is left open the two are one.
 *
 * @param lowest the lowest rate, a fraction of the value
 * @param highest the highest rate, not below the lowest
 * @since 0.1.0
 */
public record RateRange(Rate lowest, Rate highest) {

  /** As many as a text may have; rates that differ only after them look like one. */
  private static final int MOST_DECIMALS = 34;

  /**
   * Refuses a lowest rate above the highest.
   *
   * @param lowest the lowest rate
   * @param highest the highest rate
   */
  public RateRange {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "The lowest rate must not be above the highest, but was "
              + lowest
              + " and the highest "
              + highest);
    }
  }

  /**
   * The range of one rate that is known.
   *
   * @param rate the rate
   * @return from the rate to the rate
   */
  public static RateRange of(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return new RateRange(rate, rate);
  }

  /** {@return whether only one rate is possible} */
  @JsonIgnore
  public boolean isPoint() {
    return lowest.compareTo(highest) == 0;
  }

  /** {@return the rate where only one is possible, else empty} */
  public Optional<Rate> exact() {
    return isPoint() ? Optional.of(lowest) : Optional.empty();
  }

  /**
   * The range of what lies in this range or in the other.
   *
   * @param other another range
   * @return the narrowest range that holds both
   */
  public RateRange union(RateRange other) {
    Objects.requireNonNull(other, "other");
    return new RateRange(lowest.min(other.lowest), highest.max(other.highest));
  }

  /**
   * Whether a rate is possible.
   *
   * @param rate a rate
   * @return false where it lies below the lowest or above the highest
   */
  public boolean contains(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return lowest.compareTo(rate) <= 0 && rate.compareTo(highest) <= 0;
  }

  /** {@return the highest less the lowest: how much is left open, at least zero} */
  public RateChange width() {
    return highest.minus(lowest);
  }

  /**
   * What this rate less another may be, where nothing ties the two together.
   *
   * @param other the range of the rate subtracted
   * @return from this lowest less the other's highest, to this highest less the other's lowest
   */
  public GapRange minus(RateRange other) {
    Objects.requireNonNull(other, "other");
    return new GapRange(lowest.minus(other.highest), highest.minus(other.lowest));
  }

  /**
   * Text for reading, such as {@code 52.5% to 127.5%}.
   *
   * @param decimals the digits after the point, at least zero; more are shown where two rates that
   *     differ would look like one
   * @return the two rates, or the one
   */
  public String toText(int decimals) {
    return isPoint()
        ? lowest.toText(decimals)
        : Texts.span(lowest::toText, highest::toText, decimals, MOST_DECIMALS);
  }

  /** The two rates in full, or the one. */
  @Override
  public String toString() {
    return isPoint() ? lowest.toString() : lowest + " to " + highest;
  }
}
