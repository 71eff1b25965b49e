package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.tariffeconomics.basics.Arguments;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Which input makes the outcome uncertain: the shares of a model's variance that its inputs cause,
 * alone (first order) and with all interactions (total).
 *
 * <p>With A and B two independent sets of draws and AB the draws of A with one input taken from B:
 * first order = mean(f(B) (f(AB) − f(A))) / V, the estimator of Saltelli et al. (2010), Variance
 * based sensitivity analysis of model output, Computer Physics Communications 181, table 2 (b);
 * total = mean((f(A) − f(AB))²) / 2V, Jansen's (1999), table 2 (f). V is the variance of f over A
 * and B. Inputs are independent. The draws are points of a Sobol sequence in eight randomly shifted
 * copies; an index is the mean over the copies and its standard error comes from their scatter.
 *
 * <p>Estimates may fall a little outside 0 to 1. The number of model evaluations is (inputs + 2) ×
 * draws.
 */
public final class SobolIndices {

  private static final int COPIES = 8;
  private static final int MOST_INPUTS = 500;

  private final List<UncertainInput> inputs;
  private final int draws;
  private final double[][] first;
  private final double[][] total;

  private SobolIndices(List<UncertainInput> inputs, int draws, double[][] first, double[][] total) {
    this.inputs = inputs;
    this.draws = draws;
    this.first = first;
    this.total = total;
  }

  /**
   * Estimates the indices of a model.
   *
   * @param inputs the inputs, 1 to 500, no name twice
   * @param draws how many draws of each set, at least 64; rounded down to a multiple of 8
   * @param seed the seed of the random shifts
   * @param model the outcome as a function of the inputs, in their order; the array that it gets is
   *     reused and must not be kept
   * @return the indices
   * @throws IllegalArgumentException when the number of inputs or draws is out of bounds, a name
   *     comes twice, an outcome is not finite, or the outcome does not vary (shares of no variance
   *     do not exist)
   */
  public static SobolIndices of(
      List<UncertainInput> inputs, int draws, long seed, ToDoubleFunction<double[]> model) {
    if (inputs.isEmpty() || inputs.size() > MOST_INPUTS) {
      throw new IllegalArgumentException("inputs must be 1 to 500, but were " + inputs.size());
    }
    Arguments.distinct("names of inputs", inputs.stream().map(UncertainInput::name).toList());
    if (draws < 8 * COPIES) {
      throw new IllegalArgumentException("draws must be at least 64, but was " + draws);
    }
    int perCopy = draws / COPIES;
    double[][] first = new double[inputs.size()][COPIES];
    double[][] total = new double[inputs.size()][COPIES];
    for (int copy = 0; copy < COPIES; copy++) {
      double[][] points = shiftedPoints(2 * inputs.size(), perCopy, seed, copy);
      estimate(List.copyOf(inputs), model, points, copy, first, total);
    }
    return new SobolIndices(List.copyOf(inputs), perCopy * COPIES, first, total);
  }

  /** Column by column: the shares of the inputs in A, then those in B. */
  private static double[][] shiftedPoints(int dimension, int count, long seed, int copy) {
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimension);
    long key = DrawStream.key(seed, "shift " + copy);
    double[][] points = new double[dimension][count];
    for (int d = 0; d < count; d++) {
      double[] point = sequence.nextVector();
      for (int i = 0; i < dimension; i++) {
        long cell = (long) (point[i] * 0x1p52);
        points[i][d] = DrawStream.open(cell ^ (DrawStream.bits(key, i) >>> 12));
      }
    }
    return points;
  }

  private static void estimate(
      List<UncertainInput> inputs,
      ToDoubleFunction<double[]> model,
      double[][] points,
      int copy,
      double[][] first,
      double[][] total) {
    int k = inputs.size();
    int count = points[0].length;
    for (int i = 0; i < 2 * k; i++) {
      inputs.get(i % k).distribution().transform(points[i], count);
    }
    double[][] a = Arrays.copyOfRange(points, 0, k);
    double[][] b = Arrays.copyOfRange(points, k, 2 * k);
    double[] ofA = outcomes(model, a, count);
    double[] ofB = outcomes(model, b, count);
    double mean = mean(ofA, ofB);
    double variance = variance(ofA, ofB, mean);
    for (int i = 0; i < k; i++) {
      double[] kept = a[i];
      a[i] = b[i];
      double[] ofMixed = outcomes(model, a, count);
      a[i] = kept;
      double own = 0;
      double missing = 0;
      for (int d = 0; d < count; d++) {
        own += (ofB[d] - mean) * (ofMixed[d] - ofA[d]);
        missing += (ofA[d] - ofMixed[d]) * (ofA[d] - ofMixed[d]);
      }
      first[i][copy] = own / count / variance;
      total[i][copy] = missing / (2.0 * count) / variance;
    }
  }

  private static double[] outcomes(
      ToDoubleFunction<double[]> model, double[][] columns, int count) {
    double[] row = new double[columns.length];
    double[] outcomes = new double[count];
    for (int d = 0; d < count; d++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = columns[i][d];
      }
      outcomes[d] = model.applyAsDouble(row);
      if (!Double.isFinite(outcomes[d])) {
        throw new IllegalArgumentException(
            "The model's outcome must be finite, but was "
                + outcomes[d]
                + " with inputs "
                + Arrays.toString(row));
      }
    }
    return outcomes;
  }

  private static double mean(double[] a, double[] b) {
    return (Arrays.stream(a).sum() + Arrays.stream(b).sum()) / (a.length + b.length);
  }

  private static double variance(double[] a, double[] b, double mean) {
    double squares = 0;
    for (int d = 0; d < a.length; d++) {
      squares += (a[d] - mean) * (a[d] - mean) + (b[d] - mean) * (b[d] - mean);
    }
    double variance = squares / (a.length + b.length);
    if (!(variance > 0) || !Double.isFinite(variance)) {
      throw new IllegalArgumentException(
          "The model's outcome must vary, but its variance was " + variance);
    }
    return variance;
  }

  /** {@return the inputs, in the order of the indices} */
  public List<UncertainInput> inputs() {
    return inputs;
  }

  /**
   * The first-order index: the share of the variance that would go if this input were known.
   *
   * @param input the input's name
   * @return the estimate, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double firstOrder(String input) {
    return centre(first[index(input)]);
  }

  /**
   * The total index: the share of the variance that would remain if all other inputs were known.
   *
   * @param input the input's name
   * @return the estimate, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double totalOrder(String input) {
    return centre(total[index(input)]);
  }

  /**
   * The standard error of {@link #firstOrder}.
   *
   * @param input the input's name
   * @return the standard error, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double firstOrderStandardError(String input) {
    return error(first[index(input)]);
  }

  /**
   * The standard error of {@link #totalOrder}.
   *
   * @param input the input's name
   * @return the standard error, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double totalOrderStandardError(String input) {
    return error(total[index(input)]);
  }

  private int index(String input) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).name().equals(input)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No input '" + input + "' in " + inputs);
  }

  private static double centre(double[] copies) {
    return Arrays.stream(copies).sum() / copies.length;
  }

  private static double error(double[] copies) {
    double centre = centre(copies);
    double squares = Arrays.stream(copies).map(c -> (c - centre) * (c - centre)).sum();
    return Math.sqrt(squares / (copies.length - 1) / copies.length);
  }

  /** {@return the indices, largest total first} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (UncertainInput input : inputs) {
      String name = input.name();
      rows.add(
          List.of(
              Cell.text(name),
              Cell.percent(firstOrder(name), 1),
              Cell.percent(firstOrderStandardError(name), 1),
              Cell.percent(totalOrder(name), 1),
              Cell.percent(totalOrderStandardError(name), 1)));
    }
    Table table =
        Table.of(
            "Share of the outcome's variance by input",
            List.of("input", "alone", "± alone", "with interactions", "± with interactions"),
            rows);
    return table
        .sortedByDescending("with interactions")
        .withCaption(
            List.of(
                String.format(
                    Locale.ROOT,
                    "Sobol indices, %d draws of each set, inputs independent",
                    draws)));
  }

  /** The input with the largest total index, in one line. */
  @Override
  public String toString() {
    UncertainInput top = inputs.get(0);
    for (UncertainInput input : inputs) {
      top = totalOrder(input.name()) > totalOrder(top.name()) ? input : top;
    }
    return String.format(
        Locale.ROOT,
        "SobolIndices of %d inputs; most from %s (%.0f%%)",
        inputs.size(),
        top.name(),
        100 * totalOrder(top.name()));
  }
}
