package org.tariffeconomics.competitiveness;

import java.util.Locale;
import org.tariffeconomics.basics.Require;

/**
 * Checks of rates that a caller types as a number: 15 where 0.15 is meant would pass as 1,500
 * percent. A rate that is really that high can be given as a {@link
 * org.tariffeconomics.basics.Rate}, which says its unit.
 */
final class Fractions {

  /** The largest fraction that is taken for what it says: 1,000 percent. */
  private static final double LARGEST = 10;

  private Fractions() {}

  static double tariff(String name, double value) {
    return checked(name, Require.tariff(name, value));
  }

  static double notNegative(String name, double value) {
    return checked(name, Require.notNegative(name, value));
  }

  private static double checked(String name, double value) {
    if (value > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be a fraction, but was %s, which is %,.0f%%: write %s for %s%%",
              name,
              value,
              100 * value,
              value / 100,
              value));
    }
    return value;
  }
}
