package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
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
 */
public final class Draws {

  private final List<String> economies;
  private final String inputs;
  private final int asked;
  private final int failed;
  private final double[][] welfare;
  private final List<String> assumptions;

  private Draws(
      List<String> economies,
      String inputs,
      int asked,
      int failed,
      double[][] welfare,
      List<String> assumptions) {
    this.economies = economies;
    this.inputs = inputs;
    this.asked = asked;
    this.failed = failed;
    this.welfare = welfare;
    this.assumptions = assumptions;
  }

  /** A common elasticity is drawn where there is one input, else one a sector by its code. */
  static Draws of(
      Equilibrium model,
      Map<String, Distribution> thetas,
      Function<Elasticity, DutyShock> shock,
      int count,
      long seed,
      int threads) {
    Require.positive("threads", threads);
    List<UncertainInput> inputs = new ArrayList<>();
    thetas.forEach((name, distribution) -> inputs.add(UncertainInput.of(name, distribution)));
    MonteCarlo study = MonteCarlo.of(inputs, count, seed);
    double[][] byDraw = new double[count][];
    Function<Integer, double[]> one =
        draw -> outcome(model, elasticity(inputs, study.inputsOfDraw(draw)), shock);
    if (threads == 1) {
      Arrays.setAll(byDraw, one::apply);
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
    return of(model, inputs, byDraw);
  }

  private static Elasticity elasticity(List<UncertainInput> inputs, double[] values) {
    if (inputs.size() == 1 && inputs.get(0).name().equals(World.ALL_GOODS)) {
      return Elasticity.of(values[0]);
    }
    Map<String, Double> thetas = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      thetas.put(inputs.get(i).name(), values[i]);
    }
    return Elasticity.bySector(thetas, "drawn");
  }

  private static double[] outcome(
      Equilibrium model, Elasticity theta, Function<Elasticity, DutyShock> shock) {
    Outcome outcome = model.with(theta).solve(shock.apply(theta));
    if (!outcome.isConverged()) {
      return new double[0];
    }
    return model.world().economies().stream().mapToDouble(outcome::welfare).toArray();
  }

  private static Draws of(Equilibrium model, List<UncertainInput> inputs, double[][] byDraw) {
    List<String> economies = model.world().economies();
    List<double[]> good = Arrays.stream(byDraw).filter(each -> each.length > 0).toList();
    double[][] welfare = new double[economies.size()][good.size()];
    for (int e = 0; e < welfare.length; e++) {
      for (int d = 0; d < good.size(); d++) {
        welfare[e][d] = good.get(d)[e];
      }
      Arrays.sort(welfare[e]);
    }
    return new Draws(
        economies,
        inputs.toString(),
        byDraw.length,
        byDraw.length - good.size(),
        welfare,
        List.of(model.deficits().words(), model.world().name()));
  }

  /** {@return how many draws were made} */
  public int count() {
    return asked;
  }

  /** {@return how many of them found no equilibrium and are in no quantile} */
  public int failed() {
    return failed;
  }

  private double[] sorted(String code) {
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
   * @throws IllegalStateException when every draw failed
   */
  public double quantile(String code, double share) {
    Objects.requireNonNull(code, "code");
    return at(sorted(code), Require.within("share", share, 0, 1));
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The Monte Carlo error of a quantile: half the distance between the quantiles one standard error
   * of the count below and above.
   *
   * @param code the economy
   * @param share the share of draws below, from 0 to 1
   * @return the standard error
   * @throws IllegalArgumentException as for {@link #quantile}
   * @throws IllegalStateException when every draw failed
   */
  public double quantileError(String code, double share) {
    Objects.requireNonNull(code, "code");
    double[] sorted = sorted(code);
    Require.within("share", share, 0, 1);
    double slip = Math.sqrt(share * (1 - share) / sorted.length);
    return (at(sorted, Math.min(1, share + slip)) - at(sorted, Math.max(0, share - slip))) / 2;
  }

  /**
   * The mean of welfare, new over base.
   *
   * @param code the economy
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when every draw failed
   */
  public double mean(String code) {
    Objects.requireNonNull(code, "code");
    return Arrays.stream(sorted(code)).average().orElseThrow();
  }

  /**
   * Quantiles of welfare of some economies.
   *
   * @param codes the economies
   * @return one row an economy: 5, 25, 50, 75 and 95 percent, and the Monte Carlo error of the
   *     median
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when every draw failed
   */
  public Table quantiles(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : codes) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(code)));
      for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
        row.add(Cell.relative(quantile(code, share) - 1, 3));
      }
      row.add(Cell.percent(quantileError(code, 0.5), 4));
      rows.add(row);
    }
    List<String> columns = List.of("economy", "5%", "25%", "median", "75%", "95%", "error");
    List<String> caption = new ArrayList<>(assumptions);
    caption.add(toString());
    return Table.of("Welfare over draws of the elasticities", columns, rows).withCaption(caption);
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
        && Arrays.deepEquals(welfare, that.welfare)
        && assumptions.equals(that.assumptions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(economies, inputs, asked, failed, Arrays.deepHashCode(welfare));
  }
}
