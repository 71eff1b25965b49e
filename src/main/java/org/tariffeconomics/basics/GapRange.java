package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What the difference of two rates lies within. Positive means that the first of the two pays more.
 *
 * @param lowest the lowest difference
 * @param highest the highest difference, not below the lowest
 * @since 0.1.0
 */
public record GapRange(RateChange lowest, RateChange highest) {

  /**
   * Refuses a lowest difference above the highest.
   *
   * @param lowest the lowest difference
   * @param highest the highest difference
   */
  public GapRange {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    if (lowest.points().compareTo(highest.points()) > 0) {
      throw new IllegalArgumentException(
          "The lowest gap must not be above the highest, but was "
              + lowest
              + " and the highest "
              + highest);
    }
  }

  /** {@return whether only one difference is possible} */
  @JsonIgnore
  public boolean isPoint() {
    return lowest.points().compareTo(highest.points()) == 0;
  }

  /** {@return the difference where only one is possible, else empty} */
  public Optional<RateChange> exact() {
    return isPoint() ? Optional.of(lowest) : Optional.empty();
  }

  /** {@return the sign where it is the same throughout: -1, 0 or 1; else empty} */
  public Optional<Integer> sign() {
    int low = lowest.points().signum();
    int high = highest.points().signum();
    return low == high ? Optional.of(low) : Optional.empty();
  }

  /**
   * Whether a difference is possible.
   *
   * @param points a difference of rates, as a fraction
   * @return false where it lies below the lowest or above the highest
   */
  public boolean contains(BigDecimal points) {
    Objects.requireNonNull(points, "points");
    return lowest.points().compareTo(points) <= 0 && points.compareTo(highest.points()) <= 0;
  }

  /**
   * The narrowest range that holds both.
   *
   * @param other another range
   * @return from the least of both to the greatest
   */
  public GapRange union(GapRange other) {
    Objects.requireNonNull(other, "other");
    boolean isLower = lowest.points().compareTo(other.lowest.points()) <= 0;
    boolean isHigher = highest.points().compareTo(other.highest.points()) >= 0;
    return new GapRange(isLower ? lowest : other.lowest, isHigher ? highest : other.highest);
  }

  /** For example {@code +10.0 pp}, or {@code between +2.5 pp and +12.5 pp}. */
  @Override
  public String toString() {
    return isPoint() ? lowest.toString() : "between " + lowest + " and " + highest;
  }
}
