package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.UncertainInput;

/**
 * Outcomes of one shock under many draws of the elasticities: quantiles of welfare with their Monte
 * Carlo error. A draw that found no equilibrium is counted and shown, never replaced.
 *
 * <p>The numbers of a draw depend on the seed, the input's name and the draw alone: the same study
 * has the same bits on one thread or many, and its first draws are those of a longer one.
 *
 * @since 0.1.0
 */
public final class Draws {

  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private final List<String> economies;
  private final String inputs;
  private final int asked;
  private final int failed;
  private final double[][] low;
  private final double[][] high;
  private final List<String> assumptions;

  private Draws(
      List<String> economies,
      String inputs,
      int asked,
      int failed,
      double[][] low,
      double[][] high,
      List<String> assumptions) {
    this.economies = economies;
    this.inputs = inputs;
    this.asked = asked;
    this.failed = failed;
    this.low = low;
    this.high = high;
    this.assumptions = assumptions;
  }

  /** What a drawn elasticity is solved under: one shock, or the two ends of a law. */
  interface Shocks {
    List<DutyShock> of(Elasticity theta);
  }

  /** What a draw of the inputs, by their names, makes of the elasticities. */
  interface Drawn {
    Elasticity of(Map<String, Double> values);
  }

  static Draws of(
      Equilibrium model,
      Map<String, Distribution> thetas,
      Drawn drawn,
      Shocks shocks,
      List<String> notes,
      int count,
      long seed,
      int threads) {
    Require.positive("threads", threads);
    List<UncertainInput> inputs = new ArrayList<>();
    thetas.forEach((name, distribution) -> inputs.add(UncertainInput.of(name, distribution)));
    MonteCarlo study = MonteCarlo.of(inputs, count, seed);
    double[][][] byDraw = new double[count][][];
    IntFunction<double[][]> one =
        draw -> outcome(model, drawn.of(named(inputs, study.inputsOfDraw(draw))), shocks);
    if (threads == 1) {
      Arrays.setAll(byDraw, one);
    } else {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        pool.submit(
                () ->
                    IntStream.range(0, count)
                        .parallel()
                        .forEach(draw -> byDraw[draw] = one.apply(draw)))
            .join();
      } finally {
        pool.shutdown();
      }
    }
    return of(model, inputs, byDraw, notes);
  }

  private static Map<String, Double> named(List<UncertainInput> inputs, double[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(inputs.get(i).name(), values[i]);
    }
    return named;
  }

  /** A common elasticity is drawn where there is one input, else one a sector by its code. */
  static Elasticity byName(Map<String, Double> values) {
    Double common = values.get(World.ALL_GOODS);
    return values.size() == 1 && common != null
        ? Elasticity.of(common)
        : Elasticity.bySector(values, "drawn");
  }

  /** The lowest and the highest welfare of each economy; empty where there is none. */
  private static double[][] outcome(Equilibrium model, Elasticity theta, Shocks shocks) {
    Equilibrium drawn = drawn(model, theta);
    if (drawn == null) {
      return new double[0][];
    }
    List<String> economies = model.world().economies();
    double[][] ends = new double[2][economies.size()];
    Arrays.fill(ends[0], Double.POSITIVE_INFINITY);
    Arrays.fill(ends[1], Double.NEGATIVE_INFINITY);
    for (DutyShock shock : shocks.of(theta)) {
      Outcome outcome = drawn.solve(shock);
      if (!outcome.isConverged()) {
        return new double[0][];
      }
      for (int e = 0; e < economies.size(); e++) {
        double welfare = outcome.welfare(economies.get(e));
        ends[0][e] = Math.min(ends[0][e], welfare);
        ends[1][e] = Math.max(ends[1][e], welfare);
      }
    }
    return ends;
  }

  /** The model with drawn elasticities; null where its world has no balanced one under them. */
  private static @Nullable Equilibrium drawn(Equilibrium model, Elasticity theta) {
    try {
      return model.with(theta);
    } catch (IllegalStateException e) {
      return null;
    }
  }

  private static Draws of(
      Equilibrium model, List<UncertainInput> inputs, double[][][] byDraw, List<String> notes) {
    Stamp stamp =
        Stamp.simulated(model.world().name())
            .withAssumptions(notes)
            .withAssumptions(model.assumptionsButElasticity());
    List<String> economies = model.world().economies();
    List<double[][]> good = Arrays.stream(byDraw).filter(each -> each.length > 0).toList();
    return new Draws(
        economies,
        inputs.toString(),
        byDraw.length,
        byDraw.length - good.size(),
        sorted(economies.size(), good, 0),
        sorted(economies.size(), good, 1),
        stamp.lines());
  }

  private static double[][] sorted(int economies, List<double[][]> draws, int end) {
    double[][] sorted = new double[economies][draws.size()];
    for (int e = 0; e < economies; e++) {
      for (int d = 0; d < draws.size(); d++) {
        sorted[e][d] = draws.get(d)[end][e];
      }
      Arrays.sort(sorted[e]);
    }
    return sorted;
  }

  /** {@return how many draws were made} */
  public int count() {
    return asked;
  }

  /** {@return how many of them found no equilibrium and are in no quantile} */
  public int failed() {
    return failed;
  }

  private double[] sorted(double[][] welfare, String code) {
    int e = economies.indexOf(code);
    if (e < 0) {
      throw Index.noSuch("economy", code, economies);
    }
    if (welfare[e].length == 0) {
      throw new IllegalStateException("All " + asked + " draws failed");
    }
    return welfare[e];
  }

  /**
   * A quantile of welfare, new over base.
   *
   * @param code the economy
   * @param share the share of draws below, from 0 to 1
   * @return the ratio, between draws by linear interpolation
   * @throws IllegalArgumentException when there is no such economy, or the share is out of range
   * @throws IllegalStateException when every draw failed, or the law leaves open what the duties
   *     are: then there is a {@link #quantileRange}
   */
  public double quantile(String code, double share) {
    Objects.requireNonNull(code, "code");
    EstimateRange range = quantileRange(code, share);
    return range
        .exact()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The law leaves duties open, so that the quantile lies in "
                        + range
                        + ": ask for its range"));
  }

  /**
   * A quantile of welfare under a law that leaves duties open: that of the lower ends and that of
   * the upper ends of each draw's welfare, between all duties at their lowest and all at their
   * highest.
   *
   * @param code the economy
   * @param share the share of draws below, from 0 to 1
   * @return the interval of the ratio, a point where everything is known
   * @throws IllegalArgumentException when there is no such economy, or the share is out of range
   * @throws IllegalStateException when every draw failed
   */
  public EstimateRange quantileRange(String code, double share) {
    Objects.requireNonNull(code, "code");
    Require.within("share", share, 0, 1);
    return new EstimateRange(at(sorted(low, code), share), at(sorted(high, code), share));
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The Monte Carlo error of a quantile: half the distance between the quantiles one standard error
   * of the count below and above; of an interval the larger of its ends'.
   *
   * @param code the economy
   * @param share the share of draws below, above 0 and below 1
   * @return the standard error
   * @throws IllegalArgumentException as for {@link #quantile}
   * @throws IllegalStateException when every draw failed
   */
  public double quantileError(String code, double share) {
    Objects.requireNonNull(code, "code");
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "share must be above 0 and below 1, since the error of an extreme is not known, but was "
              + share);
    }
    return Math.max(error(sorted(low, code), share), error(sorted(high, code), share));
  }

  private static double error(double[] sorted, double share) {
    double slip = Math.sqrt(share * (1 - share) / sorted.length);
    return (at(sorted, Math.min(1, share + slip)) - at(sorted, Math.max(0, share - slip))) / 2;
  }

  /**
   * The mean of welfare, new over base.
   *
   * @param code the economy
   * @return the interval of the ratio, a point where everything is known
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when every draw failed
   */
  public EstimateRange mean(String code) {
    Objects.requireNonNull(code, "code");
    double least = Arrays.stream(sorted(low, code)).average().orElseThrow();
    double most = Arrays.stream(sorted(high, code)).average().orElseThrow();
    return new EstimateRange(least, Math.max(least, most));
  }

  /**
   * Quantiles of welfare of some economies.
   *
   * @param codes the economies; every one where none is named
   * @return one row an economy: 5, 25, 50, 75 and 95 percent, and the Monte Carlo error of the
   *     median; intervals where the law leaves duties open
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when every draw failed
   */
  public Table quantiles(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : some(codes)) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(code)));
      for (double share : SHARES) {
        row.add(RangeCells.relative(change(code, share), 3));
      }
      row.add(Cell.percent(quantileError(code, 0.5), 4));
      rows.add(row);
    }
    List<String> columns = List.of("economy", "5%", "25%", "median", "75%", "95%", "error");
    return Table.of("Welfare over draws of the elasticities", columns, rows).withCaption(caption());
  }

  private List<String> some(String... codes) {
    return codes.length == 0 ? economies : List.of(codes);
  }

  private EstimateRange change(String code, double share) {
    EstimateRange ratio = quantileRange(code, share);
    return new EstimateRange(ratio.lowest() - 1, ratio.highest() - 1);
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>(assumptions);
    caption.add(toString());
    return caption;
  }

  /**
   * Welfare of some economies as a picture.
   *
   * @param codes the economies; every one where none is named
   * @return a whisker each, from the 5 percent quantile to the 95 percent one, with the medians
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when every draw failed
   */
  public Chart chart(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String code : some(codes)) {
      EstimateRange median = change(code, 0.5);
      List<ChartRows.Mark> marks = new ArrayList<>();
      marks.add(new ChartRows.Range(change(code, 0.05).lowest(), change(code, 0.95).highest()));
      marks.add(new ChartRows.Dot("median", median.lowest()));
      if (!median.isPoint()) {
        marks.add(new ChartRows.Dot("median", median.highest()));
      }
      rows.add(ChartRows.Row.of(code, marks, median.percentText(2)));
    }
    return Chart.of(
        "Welfare over draws of the elasticities",
        "from the 5% to the 95% quantile, change against the base",
        caption(),
        ChartRows.of(ChartScale.percent("welfare"), rows));
  }

  /** How many draws of what, and how many failed. */
  @Override
  public String toString() {
    String shown = inputs.length() > 120 ? inputs.substring(0, 120) + "…" : inputs;
    return String.format(
        Locale.ROOT, "%d draws of %s, %d without equilibrium", asked, shown, failed);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Draws that
        && economies.equals(that.economies)
        && inputs.equals(that.inputs)
        && asked == that.asked
        && failed == that.failed
        && Arrays.deepEquals(low, that.low)
        && Arrays.deepEquals(high, that.high)
        && assumptions.equals(that.assumptions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(economies, inputs, asked, failed, Arrays.deepHashCode(low));
  }
}
