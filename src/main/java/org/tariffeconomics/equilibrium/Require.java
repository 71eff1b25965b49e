package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.stream.IntStream;

/** Checks of arrays of arguments that name the culprit and its value. */
final class Require {

  /** How far shares that should add up to one may be off: the rounding of published shares. */
  private static final double SHARE_SUM_SLACK = 1e-6;

  private Require() {}

  /** A copy whose every element lies in the range. */
  static double[] each(String name, double[] values, Range range) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!range.holds(copy[i])) {
        range.check(name + "[" + i + "]", copy[i]);
      }
    }
    return copy;
  }

  static double[] each(String name, double[] values, int length, Range range) {
    sameLength(name, values.length, length);
    return each(name, values, range);
  }

  static void sameLength(String name, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          name + " must have " + expected + " elements, but had " + actual);
    }
  }

  static void notEmpty(String name, int length) {
    if (length == 0) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  /** Shares of a whole, checked, and scaled so that they add up to one. */
  static double[] shares(String name, double[] values) {
    notEmpty(name, values.length);
    double[] shares = each(name, values, Range.SHARE);
    double sum = sum(shares);
    if (!(Math.abs(sum - 1) <= SHARE_SUM_SLACK)) {
      throw new IllegalArgumentException(name + " must add up to 1, but added up to " + sum);
    }
    return scaled(shares, sum);
  }

  /** Amounts as shares of their sum. */
  static double[] sharesOf(String name, double[] amounts) {
    double sum = sum(amounts);
    if (!(sum > 0)) {
      throw new IllegalArgumentException(name + " must not all be zero");
    }
    return scaled(amounts, finiteResult("the sum of " + name, sum));
  }

  /** A square matrix, checked and copied row after row into one array. */
  static double[] square(String name, double[][] matrix, int size, Range range) {
    sameLength(name, matrix.length, size);
    double[] flat = new double[size * size];
    for (int row = 0; row < size; row++) {
      double[] checked = each(name + "[" + row + "]", matrix[row], size, range);
      System.arraycopy(checked, 0, flat, row * size, size);
    }
    return flat;
  }

  static List<String> names(List<String> names, int count) {
    sameLength("names", names.size(), count);
    if (names.stream().distinct().count() != count) {
      throw new IllegalArgumentException("A name stands twice in " + names);
    }
    return List.copyOf(names);
  }

  static List<String> numbered(String word, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
  }

  /** A result that must not have left the range of double. */
  static double finiteResult(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The arguments are too extreme: " + name + " would be " + value);
    }
    return value;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double[] scaled(double[] values, double divisor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] / divisor;
    }
    return scaled;
  }
}
