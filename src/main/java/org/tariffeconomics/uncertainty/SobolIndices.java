package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Which input makes the outcome uncertain: the shares of a model's variance that its inputs cause,
 * alone (first order) and with all interactions (total).
 *
 * <p>With A and B two independent sets of draws and AB the draws of A with one input taken from B:
 * first order = mean((f(B) − m) (f(AB) − f(A))) / V, the estimator of Saltelli et al. (2010),
 * Variance based sensitivity analysis of model output, Computer Physics Communications 181, table 2
 * (b); total = mean((f(A) − f(AB))²) / 2V, Jansen's (1999), table 2 (f). m and V are the mean and
 * the variance of f over A and B. Inputs are independent.
 *
 * <p>The draws are points of a Sobol sequence in eight randomly shifted copies. Sums are pooled
 * over the copies before they are divided, so that a copy in which little happens counts for
 * little; the standard error is the jackknife's over the copies. Eight copies give a rough error:
 * the truth is within two of them in some nine of ten studies, as with Student's t of seven degrees
 * of freedom.
 *
 * <p>Of a {@link Distribution#discrete discrete} input of at most eight values all are tried at
 * every draw of the others, so that its indices need no luck: first order = mean(Cov(f(A), f(B))) /
 * V and total = mean(Var(f)) / V, with the covariance and the variance over its values (the law of
 * total variance, conditional on the other inputs). For the variance V, a value that is so rare
 * that it would fall into fewer than ten to twenty draws of a set is drawn more often, and its
 * draws weigh less (importance sampling). Other rare things are found by nobody who does not draw
 * them: where an outcome depends on an event of probability p, draws × p should be ten at least, or
 * the indices and their errors may both miss it.
 *
 * <p>Estimates may fall a little outside 0 to 1. The number of model evaluations is (inputs + 2) ×
 * draws, where a discrete input of n values, at most eight, counts as 2n inputs.
 *
 * @since 0.1.0
 */
public final class SobolIndices {

  private static final int COPIES = 8;
  private static final int MOST_INPUTS = 500;

  /** How many draws of a set are to show the rarest value of a discrete input. */
  private static final double CASES = 10;

  private final List<UncertainInput> inputs;
  private final int draws;
  private final List<SobolCopy> copies;

  private SobolIndices(List<UncertainInput> inputs, int draws, List<SobolCopy> copies) {
    this.inputs = inputs;
    this.draws = draws;
    this.copies = copies;
    requireVariance();
  }

  private void requireVariance() {
    double variance = SobolCopy.variance(copies);
    if (!(variance > 0) || !Double.isFinite(variance)) {
      throw new IllegalArgumentException(
          "The model's outcome must vary, but its variance was " + variance);
    }
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
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(model, "model");
    return of(inputs, draws, seed, new RowModel(model));
  }

  /**
   * Estimates the indices of a model of many draws at a time.
   *
   * @param inputs the inputs, 1 to 500, no name twice
   * @param draws how many draws of each set, at least 64; rounded down to a multiple of 8
   * @param seed the seed of the random shifts
   * @param model the model
   * @return the indices, the same to the bit as those of the same formula draw by draw
   * @throws IllegalArgumentException when the number of inputs or draws is out of bounds, a name
   *     comes twice, an outcome is not finite, or the outcome does not vary
   */
  public static SobolIndices of(
      List<UncertainInput> inputs, int draws, long seed, BatchModel model) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(model, "model");
    if (inputs.isEmpty() || inputs.size() > MOST_INPUTS) {
      throw new IllegalArgumentException("inputs must be 1 to 500, but were " + inputs.size());
    }
    Require.distinct("names of inputs", inputs.stream().map(UncertainInput::name).toList());
    if (draws < 8 * COPIES) {
      throw new IllegalArgumentException("draws must be at least 64, but was " + draws);
    }
    List<UncertainInput> kept = List.copyOf(inputs);
    int perCopy = draws / COPIES;
    double floor = halves(Math.min(2 * CASES / (perCopy * COPIES), 0.25 / kept.size()));
    List<SobolCopy> copies = new ArrayList<>();
    LongWork work = LongWork.begin("copies of a Sobol sequence", COPIES);
    for (int copy = 0; copy < COPIES; copy++) {
      double[][] points = shiftedPoints(2 * kept.size(), perCopy, seed, copy);
      copies.add(SobolCopy.of(kept, model, points, floor));
      work.advance(1);
    }
    return new SobolIndices(kept, perCopy * COPIES, copies);
  }

  /**
   * The power of one half at or below: a Sobol sequence fills just such a share of a copy evenly.
   */
  private static double halves(double share) {
    return Math.scalb(1.0, Math.getExponent(share));
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
    Objects.requireNonNull(input, "input");
    return estimate(SobolCopy::firstOrder, index(input));
  }

  /**
   * The total index: the share of the variance that would remain if all other inputs were known.
   *
   * @param input the input's name
   * @return the estimate, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double totalOrder(String input) {
    Objects.requireNonNull(input, "input");
    return estimate(SobolCopy::totalOrder, index(input));
  }

  /**
   * The standard error of {@link #firstOrder}.
   *
   * @param input the input's name
   * @return the standard error, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double firstOrderStandardError(String input) {
    Objects.requireNonNull(input, "input");
    return jackknife(SobolCopy::firstOrder, index(input));
  }

  /**
   * The standard error of {@link #totalOrder}.
   *
   * @param input the input's name
   * @return the standard error, as a fraction
   * @throws IllegalArgumentException when there is no such input
   */
  public double totalOrderStandardError(String input) {
    Objects.requireNonNull(input, "input");
    return jackknife(SobolCopy::totalOrder, index(input));
  }

  private int index(String input) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).name().equals(input)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No input '" + input + "' in " + inputs);
  }

  private double estimate(ToDoubleBiFunction<List<SobolCopy>, Integer> index, int input) {
    return Require.finiteResult("an index", index.applyAsDouble(copies, input));
  }

  /** The scatter of the estimates that each leave one copy out, times what that is too small. */
  private double jackknife(ToDoubleBiFunction<List<SobolCopy>, Integer> index, int input) {
    double[] without = new double[COPIES];
    for (int copy = 0; copy < COPIES; copy++) {
      List<SobolCopy> others = new ArrayList<>(copies);
      others.remove(copy);
      without[copy] = index.applyAsDouble(others, input);
    }
    double centre = Arrays.stream(without).sum() / COPIES;
    double squares = Arrays.stream(without).map(w -> (w - centre) * (w - centre)).sum();
    return Require.finiteResult("an error", Math.sqrt(squares * (COPIES - 1) / COPIES));
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

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SobolIndices that
        && inputs.equals(that.inputs)
        && draws == that.draws
        && copies.equals(that.copies);
  }

  @Override
  public int hashCode() {
    return Objects.hash(inputs, draws, copies);
  }
}
