package org.tariffeconomics.investment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The sum Σ c_k e^(−t_k x), a present value as a function of x = ln(1 + r), and all its roots in an
 * interval.
 *
 * <p>Descartes' rule holds for such sums: multiplied by e^(p x) with p between the times of two
 * coefficients of unlike sign and differentiated, the sum has one change of sign less. Between the
 * roots of that derivative the sum is monotone apart from a positive factor, so each piece holds at
 * most one root, and the recursion ends where no change of sign is left (Pólya and Szegő, Problems
 * and Theorems in Analysis II, part V, chapter 1).
 *
 * <p>Values are measured against the sum of their absolute terms, so that the scale of the
 * coefficients does not matter.
 */
final class ExponentialSum {

  /** A root, and how far from it the sum is no more than rounding. */
  record Root(double at, double uncertainty) {

    private boolean touches(Root before) {
      return at - before.at <= SAME_ROOT;
    }

    private boolean mayBe(Root before) {
      return at - uncertainty <= before.at + before.uncertainty;
    }
  }

  /** The rounding of one operation, with room for the slip of the exponential function. */
  private static final double UNIT = 4 * 0x1p-53;

  /** Two roots closer than this are one root of even order, found from both sides. */
  private static final double SAME_ROOT = 1e-7;

  private final double[] coefficients;
  private final double[] times;

  /** Times ascend strictly. */
  ExponentialSum(double[] coefficients, double[] times) {
    int[] kept =
        IntStream.range(0, coefficients.length).filter(k -> coefficients[k] != 0).toArray();
    this.coefficients = IntStream.of(kept).mapToDouble(k -> coefficients[k]).toArray();
    this.times = IntStream.of(kept).mapToDouble(k -> times[k]).toArray();
  }

  /**
   * The roots from low to high, ascending, each once; empty where some lie so close to each other
   * that they cannot be told apart.
   */
  Optional<List<Root>> resolvedRoots(double low, double high) {
    List<Root> roots = new ArrayList<>();
    for (double at : roots(low, high)) {
      Root root = new Root(at, uncertainty(at));
      Root before = roots.isEmpty() ? null : roots.get(roots.size() - 1);
      if (before != null && root.mayBe(before) && !root.touches(before)) {
        return Optional.empty();
      }
      roots.add(root);
    }
    return Optional.of(roots);
  }

  /** The distance from a root on both sides at which the sum is more than rounding. */
  private double uncertainty(double root) {
    double distance = UNIT * Math.max(1, Math.abs(root));
    while (distance < 1 && !(isCertain(root - distance) && isCertain(root + distance))) {
      distance *= 2;
    }
    return distance;
  }

  /** Whether a value has a sign, and is not all rounding. */
  private boolean isCertain(double x) {
    return Math.abs(value(x)) > rounding(x);
  }

  /** A bound of the rounding of a value: that of the exponent, the product and the sum. */
  private double rounding(double x) {
    double bound = 0;
    for (int k = 0; k < times.length; k++) {
      bound += Math.abs(term(k, x)) * (2 + Math.abs(times[k] * x));
    }
    return UNIT * bound;
  }

  /** The roots from low to high, ascending. */
  private List<Double> roots(double low, double high) {
    int change =
        IntStream.range(1, coefficients.length).filter(this::changesAt).findFirst().orElse(0);
    if (change == 0) {
      return List.of();
    }
    List<Double> bounds = new ArrayList<>();
    bounds.add(low);
    bounds.addAll(derivative((times[change - 1] + times[change]) / 2).roots(low, high));
    bounds.add(high);
    List<Double> roots = new ArrayList<>();
    for (int i = 1; i < bounds.size(); i++) {
      addRoot(bounds.get(i - 1), bounds.get(i), roots);
    }
    return roots;
  }

  private boolean changesAt(int k) {
    return Math.signum(coefficients[k - 1]) != Math.signum(coefficients[k]);
  }

  private ExponentialSum derivative(double pivot) {
    double[] slopes =
        IntStream.range(0, times.length)
            .mapToDouble(k -> -coefficients[k] * (times[k] - pivot))
            .toArray();
    return new ExponentialSum(slopes, times);
  }

  private void addRoot(double low, double high, List<Double> roots) {
    if (!isCertain(low)) {
      add(low, roots);
    } else if (!isCertain(high)) {
      add(high, roots);
    } else if (value(low) < 0 != value(high) < 0) {
      add(
          new BrentSolver(1e-16, 1e-16, Double.MIN_VALUE)
              .solve(1_000, this::relativeValue, low, high),
          roots);
    }
  }

  private static void add(double root, List<Double> roots) {
    if (roots.isEmpty() || root - roots.get(roots.size() - 1) > SAME_ROOT) {
      roots.add(root);
    }
  }

  /** The sum against the sum of its absolute terms, from −1 to 1. */
  private double relativeValue(double x) {
    double sum = 0;
    double size = 0;
    for (int k = 0; k < times.length; k++) {
      double term = term(k, x);
      sum += term;
      size += Math.abs(term);
    }
    return size == 0 ? 0 : sum / size;
  }

  /** The sum scaled so that its largest power is 1; it has the sum's sign and roots. */
  private double value(double x) {
    double sum = 0;
    for (int k = 0; k < times.length; k++) {
      sum += term(k, x);
    }
    return sum;
  }

  private double term(int k, double x) {
    double largest = Math.max(-times[0] * x, -times[times.length - 1] * x);
    return coefficients[k] * Math.exp(-times[k] * x - largest);
  }
}
