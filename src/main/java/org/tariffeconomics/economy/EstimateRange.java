package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.OptionalDouble;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;

/**
 * What an estimate lies within, both ends included. Where nothing is left open the two are one.
 *
 * @param lowest the lowest value, finite
 * @param highest the highest value, finite and not below the lowest
 * @since 0.1.0
 */
public record EstimateRange(double lowest, double highest) {

  /**
   * Refuses a lowest value above the highest.
   *
   * @param lowest the lowest value
   * @param highest the highest value
   * @throws IllegalArgumentException when one is not finite, or the lowest is above the highest
   */
  public EstimateRange {
    Require.finite("lowest", lowest);
    if (!(Require.finite("highest", highest) >= lowest)) {
      throw new IllegalArgumentException(
          "highest must not be below lowest, " + lowest + ", but was " + highest);
    }
  }

  /**
   * The range of one value that is known.
   *
   * @param value the value, finite
   * @return from the value to the value
   */
  public static EstimateRange of(double value) {
    return new EstimateRange(value, value);
  }

  /** {@return whether only one value is possible} */
  @JsonIgnore
  public boolean isPoint() {
    return lowest == highest;
  }

  /** {@return the value where only one is possible, else empty} */
  public OptionalDouble exact() {
    return isPoint() ? OptionalDouble.of(lowest) : OptionalDouble.empty();
  }

  /** {@return the highest less the lowest: how much is left open, at least zero} */
  public double width() {
    return highest - lowest;
  }

  /**
   * Whether a value is possible.
   *
   * @param value a value
   * @return false where it lies below the lowest or above the highest
   */
  public boolean contains(double value) {
    return lowest <= value && value <= highest;
  }

  /** The narrowest range that holds this one and a value. */
  EstimateRange with(double value) {
    return new EstimateRange(Math.min(lowest, value), Math.max(highest, value));
  }

  /** Both ends as relative changes in percent, {@code -0.3% to +0.1%}, or the one. */
  String percentText(int decimals) {
    return isPoint()
        ? Cell.relative(lowest, decimals).text()
        : RangeCells.relativeText(lowest, highest, decimals);
  }

  /** The two values, or the one. */
  @Override
  public String toString() {
    return isPoint() ? Double.toString(lowest) : lowest + " to " + highest;
  }
}
