package org.tariffeconomics.landedcost;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.EnumText;

/**
 * How goods cross the border; some fees are charged for one mode only.
 *
 * @since 0.1.0
 */
public enum TransportMode {
  /** By ocean vessel through a port. */
  SEA,
  /** By aircraft. */
  AIR,
  /** By truck. */
  ROAD,
  /** By train. */
  RAIL,
  /** By post. */
  POST;

  /**
   * Reads a mode.
   *
   * @param text one of the words {@code sea}, {@code air}, {@code road}, {@code rail} and {@code
   *     post}, in any case
   * @return the mode
   * @throws IllegalArgumentException when it is none of them, with the list
   */
  public static TransportMode parse(String text) {
    return EnumText.parse("mode", TransportMode.class, Objects.requireNonNull(text, "text"));
  }

  /** The mode in lower case, {@code sea}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
