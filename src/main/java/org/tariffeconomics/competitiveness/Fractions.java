package org.tariffeconomics.competitiveness;

import org.tariffeconomics.basics.Require;

/**
 * Checks of rates that a caller types as a number: 15 where 0.15 is meant would pass as 1,500
 * percent. A rate that is really that high can be given as a {@link
 * org.tariffeconomics.basics.Rate}, which says its unit.
 */
final class Fractions {

  private Fractions() {}

  static double tariff(String name, double value) {
    return Require.typedRate(name, Require.tariff(name, value));
  }

  static double notNegative(String name, double value) {
    return Require.typedRate(name, Require.notNegative(name, value));
  }
}
