package org.tariffeconomics.competitiveness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * A number that may be unknown, and then says why: an unknown tariff is not a tariff of zero, and
 * “left blank” is not “not available”.
 */
public final class Figure {

  private final double value;
  private final @Nullable String reason;

  private Figure(double value, @Nullable String reason) {
    this.value = value;
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
    return new Figure(Require.finite("value", value), null);
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
    return new Figure(0, Require.notBlank("reason", reason));
  }

  /** {@return whether the number is known} */
  @JsonIgnore
  public boolean isKnown() {
    return reason == null;
  }

  /** {@return the number; empty when it is not known} */
  public OptionalDouble value() {
    return isKnown() ? OptionalDouble.of(value) : OptionalDouble.empty();
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
    return value;
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
        && Double.compare(value, that.value) == 0
        && reason().equals(that.reason());
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value) + reason().hashCode();
  }

  /** The number, or {@code unknown (reason)}. */
  @Override
  public String toString() {
    return isKnown() ? String.format(Locale.ROOT, "%s", value) : "unknown (" + reason + ")";
  }
}
