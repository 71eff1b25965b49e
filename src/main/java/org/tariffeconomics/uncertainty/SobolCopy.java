package org.tariffeconomics.uncertainty;

import java.util.Arrays;
import java.util.List;

/**
 * One randomly shifted copy of the draws of {@link SobolIndices}: the weighted sums from which the
 * indices are made, each about this copy's own mean.
 */
final class SobolCopy {

  /** The sums of one input: what it moves with the rest of B, by itself, and their weights. */
  private record Sums(
      double shared, double drift, double sharedWeight, double squares, double squaresWeight) {}

  private final double weight;
  private final double mean;
  private final double squares;
  private final List<Sums> sums;

  private SobolCopy(double weight, double mean, double squares, List<Sums> sums) {
    this.weight = weight;
    this.mean = mean;
    this.squares = squares;
    this.sums = sums;
  }

  /** Evaluates the model; the shares in A, then those in B, become the inputs' values. */
  static SobolCopy of(
      List<UncertainInput> inputs, BatchModel model, double[][] points, double floor) {
    int k = inputs.size();
    int count = points[0].length;
    double[][] weights = new double[2 * k][count];
    for (int i = 0; i < 2 * k; i++) {
      Arrays.fill(weights[i], 1);
      inputs.get(i % k).distribution().transformEvenly(points[i], count, floor, weights[i]);
    }
    double[][] a = Arrays.copyOfRange(points, 0, k);
    double[][] b = Arrays.copyOfRange(points, k, 2 * k);
    double[] ofA = outcomes(model, a, count);
    double[] ofB = outcomes(model, b, count);
    double[] weightA = product(weights, 0, k, count);
    double[] weightB = product(weights, k, 2 * k, count);
    double weight = Arrays.stream(weightA).sum() + Arrays.stream(weightB).sum();
    double mean = (weighted(weightA, ofA) + weighted(weightB, ofB)) / weight;
    double squares = squares(weightA, ofA, mean) + squares(weightB, ofB, mean);
    Sums[] sums = new Sums[k];
    for (int i = 0; i < k; i++) {
      if (inputs.get(i).distribution() instanceof Distribution.Discrete few && few.isShort()) {
        sums[i] =
            conditional(few, each(few, model, a, i), each(few, model, b, i), others(weights, k, i));
      } else {
        double[] ofMixed = outcomes(model, with(a, i, b[i]), count);
        sums[i] = sums(ofA, ofB, ofMixed, mean, weightA, weightB, weights[k + i]);
      }
    }
    return new SobolCopy(weight, mean, squares, List.of(sums));
  }

  /** The outcomes of the draws at each value that an input can have. */
  private static double[][] each(
      Distribution.Discrete input, BatchModel model, double[][] columns, int at) {
    int count = columns[0].length;
    double[][] outcomes = new double[input.values().length][];
    for (int v = 0; v < outcomes.length; v++) {
      double[] value = new double[count];
      Arrays.fill(value, input.values()[v]);
      outcomes[v] = outcomes(model, with(columns, at, value), count);
    }
    return outcomes;
  }

  private static double[][] with(double[][] columns, int at, double[] column) {
    double[][] changed = columns.clone();
    changed[at] = column;
    return changed;
  }

  /** The weights of the other inputs' draws in A, and those in B. */
  private static double[][] others(double[][] weights, int k, int at) {
    double[] ones = new double[weights[at].length];
    Arrays.fill(ones, 1);
    double[][] rest = with(with(weights, at, ones), k + at, ones);
    return new double[][] {product(rest, 0, k, ones.length), product(rest, k, 2 * k, ones.length)};
  }

  /**
   * What an input of few values moves is known at each draw of the others, and needs no draw of its
   * own: the variance over the values is the total part, the covariance of A's and B's outcomes the
   * first-order part.
   */
  private static Sums conditional(
      Distribution.Discrete input, double[][] atA, double[][] atB, double[][] weights) {
    double shared = 0;
    double sharedWeight = 0;
    double squares = 0;
    double squaresWeight = 0;
    for (int d = 0; d < weights[0].length; d++) {
      double both = weights[0][d] * weights[1][d];
      shared += both * input.covariance(atA, atB, d);
      sharedWeight += both;
      squares += weights[0][d] * 2 * input.covariance(atA, atA, d);
      squares += weights[1][d] * 2 * input.covariance(atB, atB, d);
      squaresWeight += weights[0][d] + weights[1][d];
    }
    return new Sums(shared, 0, sharedWeight, squares, squaresWeight);
  }

  private static Sums sums(
      double[] ofA,
      double[] ofB,
      double[] ofMixed,
      double mean,
      double[] weightA,
      double[] weightB,
      double[] weightOfInput) {
    double shared = 0;
    double drift = 0;
    double sharedWeight = 0;
    double squares = 0;
    double squaresWeight = 0;
    for (int d = 0; d < ofA.length; d++) {
      double moved = ofMixed[d] - ofA[d];
      double both = weightA[d] * weightB[d];
      double one = weightA[d] * weightOfInput[d];
      shared += both * (ofB[d] - mean) * moved;
      drift += both * moved;
      sharedWeight += both;
      squares += one * moved * moved;
      squaresWeight += one;
    }
    return new Sums(shared, drift, sharedWeight, squares, squaresWeight);
  }

  /** The outcomes of the draws; the model may overwrite what it gets, so it gets copies. */
  private static double[] outcomes(BatchModel model, double[][] columns, int count) {
    double[] outcomes = new double[count];
    double[][] copies = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    model.evaluate(copies, count, outcomes);
    for (int d = 0; d < count; d++) {
      if (!Double.isFinite(outcomes[d])) {
        int draw = d;
        throw new IllegalArgumentException(
            "The model's outcome must be finite, but was "
                + outcomes[d]
                + " with inputs "
                + Arrays.toString(Arrays.stream(columns).mapToDouble(c -> c[draw]).toArray()));
      }
    }
    return outcomes;
  }

  private static double[] product(double[][] weights, int from, int to, int count) {
    double[] product = new double[count];
    Arrays.fill(product, 1);
    for (int i = from; i < to; i++) {
      for (int d = 0; d < count; d++) {
        product[d] *= weights[i][d];
      }
    }
    return product;
  }

  private static double weighted(double[] weights, double[] values) {
    double sum = 0;
    for (int d = 0; d < values.length; d++) {
      sum += weights[d] * values[d];
    }
    return sum;
  }

  private static double squares(double[] weights, double[] values, double mean) {
    double sum = 0;
    for (int d = 0; d < values.length; d++) {
      sum += weights[d] * (values[d] - mean) * (values[d] - mean);
    }
    return sum;
  }

  /** The variance of the outcome over these copies. */
  static double variance(List<SobolCopy> copies) {
    double mean = mean(copies);
    double squares = 0;
    double weight = 0;
    for (SobolCopy copy : copies) {
      squares += copy.squares + copy.weight * (copy.mean - mean) * (copy.mean - mean);
      weight += copy.weight;
    }
    return squares / weight;
  }

  private static double mean(List<SobolCopy> copies) {
    double sum = 0;
    double weight = 0;
    for (SobolCopy copy : copies) {
      sum += copy.weight * copy.mean;
      weight += copy.weight;
    }
    return sum / weight;
  }

  /** The first-order index of an input over these copies; zero where nothing varies. */
  static double firstOrder(List<SobolCopy> copies, int input) {
    double mean = mean(copies);
    double sum = 0;
    double weight = 0;
    for (SobolCopy copy : copies) {
      Sums own = copy.sums.get(input);
      sum += own.shared + (copy.mean - mean) * own.drift;
      weight += own.sharedWeight;
    }
    return share(sum / weight, copies);
  }

  /** The total index of an input over these copies; zero where nothing varies. */
  static double totalOrder(List<SobolCopy> copies, int input) {
    double sum = 0;
    double weight = 0;
    for (SobolCopy copy : copies) {
      sum += copy.sums.get(input).squares;
      weight += copy.sums.get(input).squaresWeight;
    }
    return share(sum / weight / 2, copies);
  }

  private static double share(double part, List<SobolCopy> copies) {
    double variance = variance(copies);
    return variance == 0 ? 0 : part / variance;
  }
}
