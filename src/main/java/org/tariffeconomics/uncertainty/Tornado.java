package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tariffeconomics.basics.Arguments;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Which input moves a result most: each input in turn is set to its two ends while all others stay
 * at their base; the bars come with the widest swing first.
 *
 * <p>One input at a time says nothing about interactions; {@link SobolIndices} does.
 *
 * @param outcome what the result is, such as {@code landed cost}
 * @param unit its unit, such as {@code USD}
 * @param base the result with every input at its base
 * @param bars one bar an input that is tried, widest swing first; ties keep the inputs' order
 * @param fixed the inputs that were not tried and stayed at their base
 */
public record Tornado(
    String outcome, String unit, double base, List<Bar> bars, List<InputRange> fixed) {

  /**
   * Copies the lists.
   *
   * @param outcome what the result is, such as {@code landed cost}
   * @param unit its unit, such as {@code USD}
   * @param base the result with every input at its base
   * @param bars one bar an input that is tried, widest swing first
   * @param fixed the inputs that were not tried and stayed at their base
   */
  public Tornado {
    bars = List.copyOf(bars);
    fixed = List.copyOf(fixed);
  }

  /**
   * One input's bar.
   *
   * @param input the input with its ends
   * @param atLow the result with the input at its low end, all others at base
   * @param atHigh the result with the input at its high end, all others at base
   */
  public record Bar(InputRange input, double atLow, double atHigh) {

    /**
     * Creates a bar.
     *
     * @param input the input with its ends
     * @param atLow the result with the input at its low end, all others at base
     * @param atHigh the result with the input at its high end, all others at base
     * @throws IllegalArgumentException when a result is not finite
     */
    public Bar {
      Arguments.finite("atLow of " + input.name(), atLow);
      Arguments.finite("atHigh of " + input.name(), atHigh);
    }

    /**
     * The width of the bar.
     *
     * @return the distance between the results at both ends, not negative, in the result's unit
     */
    public double swing() {
      return Math.abs(atHigh - atLow);
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
   * @param outcome what the result is
   * @param unit its unit
   * @param inputs the inputs in the order in which the model reads them, at least one, no name
   *     twice
   * @param model the result as a function of the inputs
   * @return the tornado
   * @throws IllegalArgumentException when there is no input, a name comes twice, or the result is
   *     not finite somewhere
   */
  public static Tornado of(
      String outcome, String unit, List<InputRange> inputs, ToDoubleFunction<double[]> model) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs must not be empty");
    }
    Arguments.distinct("names of inputs", inputs.stream().map(InputRange::name).toList());
    double[] base = inputs.stream().mapToDouble(InputRange::base).toArray();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < base.length; i++) {
      InputRange input = inputs.get(i);
      if (!input.isFixed()) {
        bars.add(new Bar(input, at(i, input.low(), base, model), at(i, input.high(), base, model)));
      }
    }
    bars.sort(Comparator.comparingDouble(Bar::swing).reversed());
    double atBase = Arguments.finite("The result at the base", model.applyAsDouble(base.clone()));
    return new Tornado(
        outcome, unit, atBase, bars, inputs.stream().filter(InputRange::isFixed).toList());
  }

  private static double at(
      int input, double value, double[] base, ToDoubleFunction<double[]> model) {
    double[] point = base.clone();
    point[input] = value;
    return model.applyAsDouble(point);
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

  /** The input with the widest swing, in one line. */
  @Override
  public String toString() {
    String most = bars.isEmpty() ? "nothing was tried" : bars.get(0).toString();
    return "Tornado of " + outcome + ": " + most;
  }
}
