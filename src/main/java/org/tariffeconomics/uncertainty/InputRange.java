package org.tariffeconomics.uncertainty;

import static org.tariffeconomics.basics.Require.finite;
import static org.tariffeconomics.basics.Require.notBlank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * A named input of a model with its base value and the two ends between which it is tried.
 *
 * @param name what the input is, with its unit where it has one
 * @param base the value in the base case, finite
 * @param low one end, finite; usually at or below the base
 * @param high the other end, finite; usually at or above the base
 * @since 0.1.0
 */
public record InputRange(String name, double base, double low, double high) {

  /**
   * Creates a range.
   *
   * @param name what the input is, with its unit where it has one
   * @param base the value in the base case, finite
   * @param low one end, finite
   * @param high the other end, finite
   * @throws IllegalArgumentException when the name is blank or a number is not finite
   */
  public InputRange {
    Objects.requireNonNull(name, "name");
    notBlank("name", name);
    finite("base of " + name, base);
    finite("low of " + name, low);
    finite("high of " + name, high);
  }

  /**
   * A range by its base and ends.
   *
   * @param name what the input is
   * @param base the value in the base case
   * @param low one end
   * @param high the other end
   * @return the range
   */
  public static InputRange of(String name, double base, double low, double high) {
    Objects.requireNonNull(name, "name");
    return new InputRange(name, base, low, high);
  }

  /**
   * A range of equal distance on both sides of the base.
   *
   * @param name what the input is
   * @param base the value in the base case
   * @param distance how far each end lies from the base, not negative
   * @return the range from base − distance to base + distance
   * @throws IllegalArgumentException when the distance is negative
   */
  public static InputRange around(String name, double base, double distance) {
    Objects.requireNonNull(name, "name");
    Require.notNegative("distance", distance);
    return new InputRange(name, base, base - distance, base + distance);
  }

  /**
   * An input that is not tried: it stays at its base.
   *
   * @param name what the input is
   * @param base its value
   * @return a range of no width
   */
  public static InputRange fixed(String name, double base) {
    Objects.requireNonNull(name, "name");
    return new InputRange(name, base, base, base);
  }

  /** {@return whether the input stays at its base} */
  @JsonIgnore
  public boolean isFixed() {
    return low == base && high == base;
  }

  /** The range as {@code name base [low, high]}. */
  @Override
  public String toString() {
    return name + " " + base + " [" + low + ", " + high + "]";
  }
}
