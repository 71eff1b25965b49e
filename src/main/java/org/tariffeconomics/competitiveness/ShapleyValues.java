package org.tariffeconomics.competitiveness;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tariffeconomics.basics.Require;

/** Shapley values of factor changes: by enumeration for any model, in closed form for a product. */
final class ShapleyValues {

  /** 2^12 model evaluations: the most that an exact answer is asked to cost. */
  static final int MOST_FACTORS = 12;

  private ShapleyValues() {}

  /** Evaluates the model in each of the 2^n states and weighs every marginal contribution. */
  static double[] ofModel(List<FactorChange> factors, ToDoubleFunction<double[]> model) {
    int n = factors.size();
    double[] values = valuesByState(factors, model);
    double[] weights = weightsBySize(n);
    double[] parts = new double[n];
    for (int factor = 0; factor < n; factor++) {
      double[] marginals = marginalsBySize(factor, values, n);
      for (int s = 0; s < n; s++) {
        parts[factor] += weights[s] * marginals[s];
      }
    }
    return parts;
  }

  /** Entry s sums what the factor adds to each state in which s others have changed. */
  private static double[] marginalsBySize(int factor, double[] values, int n) {
    int bit = 1 << factor;
    double[] marginals = new double[n];
    for (int state = 0; state < values.length; state++) {
      if ((state & bit) == 0) {
        marginals[Integer.bitCount(state)] += values[state | bit] - values[state];
      }
    }
    return marginals;
  }

  private static double[] valuesByState(
      List<FactorChange> factors, ToDoubleFunction<double[]> model) {
    double[] values = new double[1 << factors.size()];
    for (int state = 0; state < values.length; state++) {
      double[] point = point(factors, state);
      double value = model.applyAsDouble(point.clone());
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "The model must be finite, but was " + value + " at " + Arrays.toString(point));
      }
      values[state] = value;
    }
    return values;
  }

  private static double[] point(List<FactorChange> factors, int state) {
    double[] point = new double[factors.size()];
    for (int i = 0; i < point.length; i++) {
      FactorChange factor = factors.get(i);
      point[i] = (state >> i & 1) == 1 ? factor.after() : factor.before();
    }
    return point;
  }

  /** Entry s is s! (n−1−s)! / n!, the chance that exactly s others have changed before. */
  private static double[] weightsBySize(int n) {
    double[] weights = new double[n];
    double binomial = 1;
    for (int s = 0; s < n; s++) {
      weights[s] = 1 / (n * binomial);
      binomial = binomial * (n - 1 - s) / (s + 1);
    }
    return weights;
  }

  /**
   * For a product, the sum over all states of equal size is one coefficient of the polynomial
   * Π(before_j + z after_j) over the other factors, so no enumeration is needed. Each factor is
   * taken in units of the larger of its two values, so that no mixture of old and new leaves the
   * range of double before the units are put back.
   */
  static double[] ofProduct(double[] before, double[] after) {
    int n = before.length;
    double[] units = new double[n];
    Arrays.setAll(units, i -> Math.max(Math.abs(before[i]), Math.abs(after[i])));
    if (Factors.hasZero(units)) {
      return new double[n];
    }
    double[] old = new double[n];
    double[] now = new double[n];
    Arrays.setAll(old, i -> before[i] / units[i]);
    Arrays.setAll(now, i -> after[i] / units[i]);
    double[] weights = weightsBySize(n);
    double[] parts = new double[n];
    for (int i = 0; i < n; i++) {
      double[] coefficients = coefficientsWithout(i, old, now);
      double mean = 0;
      for (int s = 0; s < n; s++) {
        mean += weights[s] * coefficients[s];
      }
      parts[i] = inUnits((now[i] - old[i]) * mean, units);
    }
    return parts;
  }

  private static double inUnits(double part, double[] units) {
    double[] factors = Arrays.copyOf(units, units.length + 1);
    factors[units.length] = part;
    return Require.finiteResult("a part of the change", Factors.product(factors));
  }

  private static double[] coefficientsWithout(int left, double[] before, double[] after) {
    double[] coefficients = new double[before.length];
    coefficients[0] = 1;
    int degree = 0;
    for (int j = 0; j < before.length; j++) {
      if (j != left) {
        degree++;
        for (int s = degree; s > 0; s--) {
          coefficients[s] = coefficients[s] * before[j] + coefficients[s - 1] * after[j];
        }
        coefficients[0] *= before[j];
      }
    }
    return coefficients;
  }
}
