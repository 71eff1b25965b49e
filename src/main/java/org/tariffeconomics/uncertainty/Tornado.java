package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Which input moves a result most: each input in turn is set to its two ends while all others stay
 * at their base; the bars come with the widest swing first.
 *
 * <p>One input at a time says nothing about interactions; {@link SobolIndices} does.
 *
 * @since 0.1.0
 */
public final class Tornado {

  private final String outcome;
  private final String unit;
  private final double base;
  private final List<Bar> bars;
  private final List<InputRange> fixed;

  private Tornado(
      String outcome, String unit, double base, List<Bar> bars, List<InputRange> fixed) {
    this.outcome = outcome;
    this.unit = unit;
    this.base = base;
    this.bars = List.copyOf(bars);
    this.fixed = List.copyOf(fixed);
  }

  /** One input's bar. */
  public static final class Bar {

    private final InputRange input;
    private final double atLow;
    private final double atHigh;

    private Bar(InputRange input, double atLow, double atHigh) {
      this.input = input;
      this.atLow = Require.finite("atLow of " + input.name(), atLow);
      this.atHigh = Require.finite("atHigh of " + input.name(), atHigh);
    }

    /** {@return the input with its ends} */
    public InputRange input() {
      return input;
    }

    /** {@return the result with the input at its low end, all others at base} */
    public double atLow() {
      return atLow;
    }

    /** {@return the result with the input at its high end, all others at base} */
    public double atHigh() {
      return atHigh;
    }

    /** {@return the distance between the results at both ends, in the result's unit} */
    public double swing() {
      return Math.abs(atHigh - atLow);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bar that
          && input.equals(that.input)
          && Double.compare(atLow, that.atLow) == 0
          && Double.compare(atHigh, that.atHigh) == 0;
    }

    @Override
    public int hashCode() {
      return Objects.hash(input, atLow, atHigh);
    }

    /** The input with its swing. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s: swing %.2f", input.name(), swing());
    }
  }

  /**
   * Tries every input at both ends.
   *
   * @param outcome what the result is, such as {@code landed cost}
   * @param unit its unit, such as {@code USD}
   * @param inputs the inputs in the order in which the model reads them, at least one, no name
   *     twice
   * @param model the result as a function of the inputs; the array that it gets is reused and must
   *     not be kept
   * @return the tornado
   * @throws IllegalArgumentException when there is no input, a name comes twice, or the result is
   *     not finite somewhere
   */
  public static Tornado of(
      String outcome, String unit, List<InputRange> inputs, ToDoubleFunction<double[]> model) {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(model, "model");
    return of(outcome, unit, inputs, new RowModel(model));
  }

  /**
   * Tries every input at both ends in a model of many draws at a time.
   *
   * @param outcome what the result is, such as {@code landed cost}
   * @param unit its unit, such as {@code USD}
   * @param inputs the inputs in the order in which the model reads them, at least one, no name
   *     twice
   * @param model the model
   * @return the tornado
   * @throws IllegalArgumentException when there is no input, a name comes twice, or the result is
   *     not finite somewhere
   */
  public static Tornado of(String outcome, String unit, List<InputRange> inputs, BatchModel model) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(model, "model");
    Require.notEmpty("inputs", inputs.size());
    Require.distinct("names of inputs", inputs.stream().map(InputRange::name).toList());
    double[] results = results(inputs, model);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).isFixed()) {
        bars.add(new Bar(inputs.get(i), results[2 * i + 1], results[2 * i + 2]));
      }
    }
    bars.sort(Comparator.comparingDouble(Bar::swing).reversed());
    return new Tornado(
        outcome,
        unit,
        Require.finite("The result at the base", results[0]),
        bars,
        inputs.stream().filter(InputRange::isFixed).toList());
  }

  /** The result at the base, then those at the low and the high end of each input. */
  private static double[] results(List<InputRange> inputs, BatchModel model) {
    int count = 2 * inputs.size() + 1;
    double[][] columns = new double[inputs.size()][count];
    for (int i = 0; i < columns.length; i++) {
      InputRange input = inputs.get(i);
      Arrays.fill(columns[i], input.base());
      columns[i][2 * i + 1] = input.low();
      columns[i][2 * i + 2] = input.high();
    }
    double[] results = new double[count];
    model.evaluate(columns, count, results);
    return results;
  }

  /** {@return what the result is} */
  public String outcome() {
    return outcome;
  }

  /** {@return the result's unit; may be empty} */
  public String unit() {
    return unit;
  }

  /** {@return the result with every input at its base} */
  public double base() {
    return base;
  }

  /** {@return one bar an input that was tried, widest swing first; ties keep the inputs' order} */
  public List<Bar> bars() {
    return bars;
  }

  /** {@return the inputs that were not tried and stayed at their base} */
  public List<InputRange> fixed() {
    return fixed;
  }

  /**
   * The bars with both ends, widest swing first.
   *
   * @return the table, results in {@link #unit()}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      rows.add(
          List.of(
              Cell.text(bar.input().name()),
              Cell.number(bar.input().low(), 4, ""),
              Cell.number(bar.input().high(), 4, ""),
              Cell.number(bar.atLow(), 2, unit),
              Cell.number(bar.atHigh(), 2, unit),
              Cell.number(bar.swing(), 2, unit)));
    }
    return new Table(
        "What moves the " + outcome + " most" + (unit.isEmpty() ? "" : ", " + unit),
        List.of("input", "low", "high", "result at low", "result at high", "swing"),
        rows,
        caption());
  }

  /** {@return the bars, widest swing first, around the result at the base: a picture} */
  public Chart chart() {
    List<ChartRows.Row> rows = new ArrayList<>();
    for (Bar bar : bars) {
      rows.add(
          ChartRows.Row.of(
              bar.input().name(),
              List.of(
                  new ChartRows.Bar("input at its low end", base, bar.atLow(), ""),
                  new ChartRows.Bar("input at its high end", base, bar.atHigh(), "")),
              "swing " + Cell.number(bar.swing(), 2, unit)));
    }
    return Chart.of(
        "What moves the " + outcome + " most",
        "each input alone from its low to its high end, all others held",
        caption(),
        ChartRows.of(ChartScale.number(outcome, unit), rows)
            .withoutZero()
            .withLines(List.of(new ChartRows.Place(base, "base " + Cell.number(base, 2, unit)))));
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "base %s: %s", outcome, Cell.number(base, 2, unit)).strip());
    lines.add("one input at a time; all others held at their base");
    if (!fixed.isEmpty()) {
      lines.add("held fixed: " + String.join(", ", fixed.stream().map(Tornado::held).toList()));
    }
    return lines;
  }

  private static String held(InputRange input) {
    return input.name() + " = " + input.base();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tornado that
        && outcome.equals(that.outcome)
        && unit.equals(that.unit)
        && Double.compare(base, that.base) == 0
        && bars.equals(that.bars)
        && fixed.equals(that.fixed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, unit, base, bars, fixed);
  }

  /** The input with the widest swing, in one line. */
  @Override
  public String toString() {
    String most = bars.isEmpty() ? "nothing was tried" : bars.get(0).toString();
    return "Tornado of " + outcome + ": " + most;
  }
}
