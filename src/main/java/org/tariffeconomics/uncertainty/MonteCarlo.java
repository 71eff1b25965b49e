package org.tariffeconomics.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.Require;

/**
 * A Monte Carlo study: named independent inputs with distributions, a number of draws and a seed.
 * It runs any model of these inputs.
 *
 * <p>The number that an input takes in a draw is a hash of the seed, the input's name and the
 * draw's index. So the same study gives the same outcomes, to the bit, on one thread or many; the
 * first thousand draws of a larger study are those of a smaller one; and an input keeps its draws
 * when others are added, removed or put in another order.
 *
 * <p>A study is immutable; {@code with…} gives a new one.
 *
 * <pre>{@code
 * MonteCarlo.of(
 *         List.of(
 *             UncertainInput.of("price, USD", Distribution.normal(30_000, 900)),
 *             UncertainInput.of("tariff", Distribution.discrete(
 *                 new double[] {0.15, 0.25}, new double[] {0.8, 0.2}))),
 *         100_000, 42)
 *     .run(x -> x[0] * (1 + x[1]));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class MonteCarlo {

  /** Small enough for a few columns to stay in the first-level cache. */
  private static final int BLOCK = 512;

  private final List<UncertainInput> inputs;
  private final long[] keys;
  private final int draws;
  private final long seed;
  private final boolean antithetic;
  private final int threads;

  private MonteCarlo(
      List<UncertainInput> inputs, int draws, long seed, boolean antithetic, int threads) {
    this.inputs = List.copyOf(inputs);
    this.keys =
        this.inputs.stream().mapToLong(input -> DrawStream.key(seed, input.name())).toArray();
    this.draws = draws;
    this.seed = seed;
    this.antithetic = antithetic;
    this.threads = threads;
  }

  /**
   * A study on one thread with independent draws.
   *
   * @param inputs the inputs, at least one, no name twice
   * @param draws how many draws, at least 2
   * @param seed the seed; another one gives other draws
   * @return the study
   * @throws IllegalArgumentException when there is no input, a name comes twice or draws is below 2
   */
  public static MonteCarlo of(List<UncertainInput> inputs, int draws, long seed) {
    Objects.requireNonNull(inputs, "inputs");
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs must not be empty");
    }
    Require.distinct("names of inputs", inputs.stream().map(UncertainInput::name).toList());
    if (draws < 2) {
      throw new IllegalArgumentException("draws must be at least 2, but was " + draws);
    }
    return new MonteCarlo(inputs, draws, seed, false, 1);
  }

  /**
   * The same study with antithetic pairs: draws 2k and 2k + 1 stand at mirrored shares u and 1 − u
   * of every distribution, which takes noise out of the mean of a monotone model.
   *
   * @return a new study
   * @throws IllegalArgumentException when the number of draws is odd or below 4
   */
  public MonteCarlo withAntitheticPairs() {
    if (draws % 2 != 0 || draws < 4) {
      throw new IllegalArgumentException(
          "draws must be even and at least 4 for antithetic pairs, but was " + draws);
    }
    return new MonteCarlo(inputs, draws, seed, true, threads);
  }

  /**
   * The same study on more threads; the outcomes are the same to the bit.
   *
   * @param count how many threads, at least 1; with 1 the caller's own thread does the work
   * @return a new study
   * @throws IllegalArgumentException when count is below 1
   */
  public MonteCarlo withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but was " + count);
    }
    return new MonteCarlo(inputs, draws, seed, antithetic, count);
  }

  /** {@return the inputs, in the order in which a model sees them} */
  public List<UncertainInput> inputs() {
    return inputs;
  }

  /** {@return the number of draws, at least 2} */
  public int draws() {
    return draws;
  }

  /** {@return the seed} */
  public long seed() {
    return seed;
  }

  /**
   * The inputs of one draw, to look into an outcome that surprises.
   *
   * @param draw the draw, from 0 to {@code draws() − 1}
   * @return a new array in the order of {@link #inputs()}
   * @throws IllegalArgumentException when there is no such draw
   */
  public double[] inputsOfDraw(int draw) {
    if (draw < 0 || draw >= draws) {
      throw new IllegalArgumentException(
          "draw must be from 0 to " + (draws - 1) + ", but was " + draw);
    }
    double[] column = new double[1];
    double[] row = new double[inputs.size()];
    for (int i = 0; i < row.length; i++) {
      fill(column, i, draw, 1);
      row[i] = column[0];
    }
    return row;
  }

  /**
   * Runs a model of one draw at a time.
   *
   * @param model the outcome as a function of the inputs, in the order of {@link #inputs()}; the
   *     array that it gets is reused and must not be kept
   * @return the outcomes
   * @throws IllegalArgumentException when an outcome is not finite (the draw and its inputs are
   *     named)
   */
  public MonteCarloResult run(ToDoubleFunction<double[]> model) {
    Objects.requireNonNull(model, "model");
    return runBatches(new RowModel(model));
  }

  /**
   * Runs a model of many draws at a time.
   *
   * @param model the model
   * @return the outcomes, the same to the bit as {@link #run} of the same formula
   * @throws IllegalArgumentException when an outcome is not finite (the draw and its inputs are
   *     named)
   */
  public MonteCarloResult runBatches(BatchModel model) {
    Objects.requireNonNull(model, "model");
    double[] outcomes = new double[draws];
    int blocks = (draws - 1) / BLOCK + 1;
    LongWork work = LongWork.begin("Monte Carlo draws", draws);
    if (threads == 1) {
      double[][] columns = new double[inputs.size()][BLOCK];
      double[] block = new double[BLOCK];
      for (int b = 0; b < blocks; b++) {
        evaluate(model, b, columns, block, outcomes);
        work.advance(count(b));
      }
    } else {
      inParallel(model, blocks, outcomes, work);
    }
    requireFinite(outcomes);
    return new MonteCarloResult(inputs, seed, antithetic, outcomes);
  }

  private void inParallel(BatchModel model, int blocks, double[] outcomes, LongWork work) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(
              () ->
                  IntStream.range(0, blocks)
                      .parallel()
                      .forEach(
                          b -> {
                            evaluate(
                                model,
                                b,
                                new double[inputs.size()][BLOCK],
                                new double[BLOCK],
                                outcomes);
                            work.advance(count(b));
                          }))
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private void evaluate(
      BatchModel model, int block, double[][] columns, double[] part, double[] outcomes) {
    int first = block * BLOCK;
    int count = count(block);
    for (int i = 0; i < columns.length; i++) {
      fill(columns[i], i, first, count);
    }
    model.evaluate(columns, count, part);
    System.arraycopy(part, 0, outcomes, first, count);
  }

  private int count(int block) {
    return Math.min(BLOCK, draws - block * BLOCK);
  }

  private void fill(double[] column, int input, int first, int count) {
    long key = keys[input];
    if (antithetic) {
      for (int d = 0; d < count; d++) {
        double share = DrawStream.uniform(key, (first + d) >> 1);
        column[d] = ((first + d) & 1) == 0 ? share : 1 - share;
      }
    } else {
      for (int d = 0; d < count; d++) {
        column[d] = DrawStream.uniform(key, (long) first + d);
      }
    }
    inputs.get(input).distribution().transform(column, count);
  }

  private void requireFinite(double[] outcomes) {
    for (int d = 0; d < outcomes.length; d++) {
      if (!Double.isFinite(outcomes[d])) {
        throw new IllegalArgumentException(
            "The model's outcome must be finite, but was "
                + outcomes[d]
                + " in draw "
                + d
                + " with inputs "
                + Arrays.toString(inputsOfDraw(d)));
      }
    }
  }

  /** The study in one line: inputs, draws and seed. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "MonteCarlo: %d inputs, %d draws, seed %d", inputs.size(), draws, seed);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MonteCarlo that
        && inputs.equals(that.inputs)
        && Arrays.equals(keys, that.keys)
        && draws == that.draws
        && seed == that.seed
        && antithetic == that.antithetic
        && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(inputs, Arrays.hashCode(keys), draws, seed, antithetic);
  }
}
