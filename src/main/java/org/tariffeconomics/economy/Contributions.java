package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * What each of several steps (deals, programmes, retaliations) contributes to welfare, in
 * logarithms that add up to the whole: along a path in a given order, or by Shapley's value, the
 * mean over all orders.
 *
 * @since 0.1.0
 */
public final class Contributions {

  private static final int MOST = 8;

  /**
   * A step: a deal, a programme, a retaliation.
   *
   * @param name what it is called
   * @param change takes the shock before it and gives the one with it
   */
  public record Step(String name, UnaryOperator<DutyShock> change) {

    /**
     * Refuses nulls.
     *
     * @param name what it is called
     * @param change takes the shock before it and gives the one with it
     */
    public Step {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(change, "change");
    }
  }

  private final Equilibrium model;
  private final List<String> steps;
  private final double[][] parts;
  private final String method;

  private Contributions(Equilibrium model, List<String> steps, double[][] parts, String method) {
    this.model = model;
    this.steps = steps;
    this.parts = parts;
    this.method = method;
  }

  static Contributions path(Equilibrium model, DutyShock from, List<Step> steps) {
    double[][] parts = new double[steps.size()][];
    DutyShock shock = from;
    double[] before = welfare(model, shock);
    int at = 0;
    for (Step step : steps) {
      shock = step.change().apply(shock);
      double[] after = welfare(model, shock);
      parts[at++] = difference(after, before);
      before = after;
    }
    return new Contributions(model, names(steps), parts, "in this order");
  }

  static Contributions shapley(Equilibrium model, DutyShock from, List<Step> steps) {
    int n = steps.size();
    if (n > MOST) {
      throw new IllegalArgumentException(
          "steps must be at most " + MOST + ", since every subset is solved, but were " + n);
    }
    double[][] values = new double[1 << n][];
    for (int set = 0; set < values.length; set++) {
      DutyShock shock = from;
      for (int i = 0; i < n; i++) {
        shock = (set >> i & 1) == 1 ? steps.get(i).change().apply(shock) : shock;
      }
      values[set] = welfare(model, shock);
    }
    double[][] parts = new double[n][values[0].length];
    for (int set = 0; set < values.length; set++) {
      double weight = weight(Integer.bitCount(set), n);
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 0) {
          double[] gain = difference(values[set | 1 << i], values[set]);
          Flat.addScaled(parts[i], 0, gain, 0, weight, gain.length);
        }
      }
    }
    return new Contributions(model, names(steps), parts, "Shapley value");
  }

  private static List<String> names(List<Step> steps) {
    List<String> names = steps.stream().map(Step::name).toList();
    Require.notEmpty("steps", names.size());
    Require.distinct("steps", names);
    return names;
  }

  private static double weight(int size, int n) {
    double weight = 1.0 / n;
    for (int i = 0; i < size; i++) {
      weight *= (i + 1.0) / (n - 1 - i);
    }
    return weight;
  }

  private static double[] welfare(Equilibrium model, DutyShock shock) {
    Outcome outcome = model.solve(shock);
    outcome.solution();
    double[] welfare = new double[model.base().size()];
    for (int e = 0; e < welfare.length; e++) {
      welfare[e] = outcome.logWelfare(e);
    }
    return welfare;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    Flat.addScaled(difference, 0, b, 0, -1, b.length);
    return difference;
  }

  /**
   * What a step contributes to an economy's logarithm of welfare.
   *
   * @param step the name of the step
   * @param economy the code of the economy
   * @return the contribution, positive for a gain
   * @throws IllegalArgumentException when there is no such step or economy
   */
  public double of(String step, String economy) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(economy, "economy");
    int at = steps.indexOf(step);
    if (at < 0) {
      throw Index.noSuch("step", step, steps);
    }
    return parts[at][model.base().economy(economy)];
  }

  /**
   * All steps together: the difference of the logarithms of welfare of the last and first state.
   *
   * @param economy the code of the economy
   * @return the sum
   * @throws IllegalArgumentException when there is no such economy
   */
  public double total(String economy) {
    Objects.requireNonNull(economy, "economy");
    double total = 0;
    for (String step : steps) {
      total += of(step, economy);
    }
    return total;
  }

  /**
   * The contributions for some economies.
   *
   * @param economies the codes; every one where none is named
   * @return one row a step and their sum, one column an economy, in logarithmic percent
   * @throws IllegalArgumentException when there is no such economy
   */
  public Table table(String... economies) {
    Objects.requireNonNull(economies, "economies");
    List<String> columns = new ArrayList<>(List.of("step"));
    List<String> named = model.base().some(economies);
    columns.addAll(named);
    List<List<Cell>> all = new ArrayList<>();
    for (String step : steps) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(step)));
      for (String economy : named) {
        row.add(Cell.relative(of(step, economy), 3));
      }
      all.add(row);
    }
    List<Cell> sum = new ArrayList<>(List.of(Cell.text("all")));
    for (String economy : named) {
      sum.add(Cell.relative(total(economy), 3));
    }
    all.add(sum);
    return Table.of("Contributions to welfare, " + method, columns, all)
        .withCaption(stamp().lines());
  }

  /**
   * The contributions to an economy's welfare as a picture.
   *
   * @param economy the code of the economy
   * @return a bar a step
   * @throws IllegalArgumentException when there is no such economy
   */
  public Chart chart(String economy) {
    Objects.requireNonNull(economy, "economy");
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String step : steps) {
      rows.add(WelfareChart.bar(step, of(step, economy)));
    }
    rows.add(WelfareChart.bar("all", total(economy)));
    return Chart.of(
        "Contributions to the welfare of " + economy,
        method + "; logarithmic percent, + is a gain",
        stamp().lines(),
        ChartRows.of(ChartScale.percent("contribution"), rows));
  }

  /** {@return what kind of number this is and what moved it} */
  public Stamp stamp() {
    return model.stamp();
  }

  /** The steps and the method. */
  @Override
  public String toString() {
    return "contributions of " + steps + ", " + method;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Contributions that
        && model.equals(that.model)
        && steps.equals(that.steps)
        && Arrays.deepEquals(parts, that.parts)
        && method.equals(that.method);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, steps, Arrays.deepHashCode(parts), method);
  }
}
