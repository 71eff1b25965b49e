package org.tariffeconomics.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks of arguments at the public doors; each message names the argument and its value. */
final class Check {

  private Check() {}

  static double finite(String name, double value) {
    return require(Double.isFinite(value), name, "must be finite", value);
  }

  static double notNegative(String name, double value) {
    return require(
        Double.isFinite(value) && value >= 0, name, "must be finite and not negative", value);
  }

  static double positive(String name, double value) {
    return require(Double.isFinite(value) && value > 0, name, "must be finite and positive", value);
  }

  static double betweenZeroAndOne(String name, double value) {
    return require(value >= 0 && value <= 1, name, "must lie between 0 and 1", value);
  }

  /** A tariff may be negative, as a subsidy is, but its power 1 + t stays positive. */
  static double tariff(String name, double value) {
    return require(
        Double.isFinite(value) && value > -1, name, "must be a finite fraction above -1", value);
  }

  static double[] finite(String name, double[] values) {
    return each(name, values, Check::finite);
  }

  static double[] notNegative(String name, double[] values) {
    return each(name, values, Check::notNegative);
  }

  static double[] tariffs(String name, double[] values) {
    return each(name, values, Check::tariff);
  }

  /** A checked copy. */
  private static double[] each(String name, double[] values, One check) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      check.check(name + "[" + i + "]", copy[i]);
    }
    return copy;
  }

  static void sameLength(String name, int length, String other, int otherLength) {
    if (length != otherLength) {
      throw new IllegalArgumentException(
          name
              + " must have as many entries as "
              + other
              + ", but had "
              + length
              + " against "
              + otherLength);
    }
  }

  static void notEmpty(String name, int length) {
    if (length == 0) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  static List<String> distinct(String name, List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new IllegalArgumentException(
            name + " must be distinct, but '" + label + "' is twice");
      }
    }
    return List.copyOf(labels);
  }

  static int index(String name, List<String> labels, String label) {
    int at = labels.indexOf(label);
    if (at < 0) {
      throw new IllegalArgumentException("No " + name + " '" + label + "'");
    }
    return at;
  }

  /** The names "0", "1", … of things that have none. */
  static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static double require(boolean holds, String name, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + rule + ", but was " + value);
    }
    return value;
  }

  private interface One {
    double check(String name, double value);
  }
}
