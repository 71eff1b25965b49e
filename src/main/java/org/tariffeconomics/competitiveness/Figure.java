package org.tariffeconomics.competitiveness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;

/**
 * A number that may be unknown, and then says why: an unknown tariff is not a tariff of zero, and
 * “left blank” is not “not available”.
 *
 * @since 0.1.0
 */
public final class Figure {

  private final double lowest;
  private final double highest;
  private final @Nullable String reason;

  private Figure(double lowest, double highest, @Nullable String reason) {
    this.lowest = lowest;
    this.highest = highest;
    this.reason = reason;
  }

  /**
   * A known number, which zero is too.
   *
   * @param value the number, finite
   * @return the figure
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Figure of(double value) {
    double finite = Require.finite("value", value);
    return new Figure(finite, finite, null);
  }

  /**
   * A known rate, as a fraction.
   *
   * @param rate the rate
   * @return the figure
   */
  public static Figure of(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return of(rate.fraction().doubleValue());
  }

  /**
   * A number that is not known.
   *
   * @param reason why not, such as {@code left blank} or {@code no base rate loaded}
   * @return the figure
   * @throws IllegalArgumentException when the reason is blank
   */
  public static Figure unknown(String reason) {
    return new Figure(Double.NaN, Double.NaN, Require.notBlank("reason", reason));
  }

  /**
   * A number that lies between two, which are not the same as a rule.
   *
   * @param lowest the least that it may be, finite
   * @param highest the most that it may be, finite
   * @param reason what decides
   * @return the figure: not known, with its ends; known where they are the same
   * @throws IllegalArgumentException when a number is not finite or the reason is blank
   */
  public static Figure between(double lowest, double highest, String reason) {
    Require.finite("lowest", lowest);
    Require.finite("highest", highest);
    Require.notBlank("reason", reason);
    return lowest == highest
        ? of(lowest)
        : new Figure(Math.min(lowest, highest), Math.max(lowest, highest), reason);
  }

  /** {@return the least that the number may be: itself where it is known; empty where unknown} */
  public OptionalDouble lowest() {
    return Double.isNaN(lowest) ? OptionalDouble.empty() : OptionalDouble.of(lowest);
  }

  /** {@return the most that the number may be: itself where it is known; empty where unknown} */
  public OptionalDouble highest() {
    return Double.isNaN(highest) ? OptionalDouble.empty() : OptionalDouble.of(highest);
  }

  /** {@return whether the number lies between two and it is not known which it is} */
  @JsonIgnore
  public boolean isBounded() {
    return reason != null && !Double.isNaN(lowest);
  }

  /** {@return the number as a percentage in a table, the two that it lies between, or why not} */
  public Cell percentCell() {
    return FigureCells.percent(this);
  }

  /** {@return the number as signed points in a table, the two that it lies between, or why not} */
  public Cell pointsCell() {
    return FigureCells.points(this);
  }

  /** This and another, as far as both are known. */
  Figure plus(Figure other) {
    if (isKnown() && other.isKnown()) {
      return of(lowest + other.lowest);
    }
    return lowest().isPresent() && other.lowest().isPresent()
        ? between(lowest + other.lowest, highest + other.highest, reasons(other))
        : unknown(lowest().isPresent() ? other.reason() : reason());
  }

  /** This less another, as far as both are known. */
  Figure minus(Figure other) {
    if (isKnown() && other.isKnown()) {
      return of(lowest - other.lowest);
    }
    if (lowest().isPresent() && other.lowest().isPresent()) {
      return between(lowest - other.highest, highest - other.lowest, reasons(other));
    }
    return unknown(other.lowest().isPresent() ? reason() : other.reason());
  }

  /** Why this or another is not known. */
  private String reasons(Figure other) {
    return isKnown() || reason().equals(other.reason())
        ? other.reason()
        : other.isKnown() ? reason() : reason() + "; " + other.reason();
  }

  /** {@return whether the number is known} */
  @JsonIgnore
  public boolean isKnown() {
    return reason == null;
  }

  /** {@return the number; empty when it is not known} */
  public OptionalDouble value() {
    return isKnown() ? OptionalDouble.of(lowest) : OptionalDouble.empty();
  }

  /**
   * The number where it must be there.
   *
   * @return the number
   * @throws IllegalStateException when it is not known; the message is the reason
   */
  public double known() {
    if (reason != null) {
      throw new IllegalStateException("Not known: " + reason);
    }
    return lowest;
  }

  /**
   * Why the number is not known.
   *
   * @return the reason; empty when the number is known
   */
  public String reason() {
    return reason == null ? "" : reason;
  }

  /** Figures are equal when their numbers are, or the reasons why they are unknown. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Figure that
        && Double.compare(lowest, that.lowest) == 0
        && Double.compare(highest, that.highest) == 0
        && reason().equals(that.reason());
  }

  @Override
  public int hashCode() {
    return Double.hashCode(lowest) + reason().hashCode();
  }

  /** The number, {@code between 0.1 and 0.2 (reason)}, or {@code unknown (reason)}. */
  @Override
  public String toString() {
    if (isKnown()) {
      return String.format(Locale.ROOT, "%s", lowest);
    }
    return isBounded()
        ? String.format(Locale.ROOT, "between %s and %s (%s)", lowest, highest, reason)
        : "unknown (" + reason + ")";
  }
}
