package org.tariffeconomics.equilibrium;

import org.tariffeconomics.basics.Require;

/** Sums of arrays, and amounts as shares of theirs. */
final class Sums {

  private Sums() {}

  static double of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Amounts, none negative, as shares of their sum. */
  static double[] sharesOf(String name, double[] amounts) {
    double sum = of(amounts);
    if (!(sum > 0)) {
      throw new IllegalArgumentException(name + " must not all be zero");
    }
    Require.finiteResult("the sum of " + name, sum);
    double[] shares = amounts.clone();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
