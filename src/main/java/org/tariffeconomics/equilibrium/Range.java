package org.tariffeconomics.equilibrium;

import java.util.function.DoublePredicate;

/** The ranges in which an argument may lie, with the words that refuse it. */
enum Range {
  FINITE("must be finite", v -> true),
  POSITIVE("must be positive", v -> v > 0),
  NOT_NEGATIVE("must not be negative", v -> v >= 0),
  NOT_POSITIVE("must not be positive", v -> v <= 0),
  ABOVE_ONE("must be above 1", v -> v > 1),
  SHARE("must be from 0 to 1", v -> v >= 0 && v <= 1),
  PROPER_SHARE("must be between 0 and 1", v -> v > 0 && v < 1),
  /** A tariff as a fraction: its power stays positive. */
  TARIFF("must be above -1", v -> v > -1);

  private final String demand;
  private final DoublePredicate condition;

  Range(String demand, DoublePredicate condition) {
    this.demand = demand;
    this.condition = condition;
  }

  boolean holds(double value) {
    return Double.isFinite(value) && condition.test(value);
  }

  /** The value, where it lies in the range. */
  double check(String name, double value) {
    if (!holds(value)) {
      throw new IllegalArgumentException(name + " " + demand + ", but was " + value);
    }
    return value;
  }
}
