package org.tariffeconomics.indicator;

import java.util.OptionalDouble;

/** Sums and weighted means over arrays. */
final class Arithmetic {

  private Arithmetic() {}

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The mean with weights that need not sum to one; empty where they sum to zero. */
  static OptionalDouble weightedMean(double[] values, double[] weights) {
    double total = sum(weights);
    return total > 0 ? OptionalDouble.of(product(values, weights) / total) : OptionalDouble.empty();
  }

  /** NaN and infinities, which inside this package mark an undefined value, become empty. */
  static OptionalDouble optional(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
