package org.tariffeconomics.landedcost;

import java.util.Locale;

/** How goods cross the border; some fees are charged for one mode only. */
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

  /** The mode in lower case, {@code sea}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
