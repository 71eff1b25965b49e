package org.tariffeconomics.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Results of a few named scenarios, weighted by their probabilities: landed cost under three tariff
 * policies, for instance.
 *
 * <p>The expected value is seldom one of the values: read it with the range beside it.
 *
 * @param outcome what the result is, such as {@code landed cost}
 * @param unit its unit, such as {@code USD}
 * @param scenarios the scenarios, at least one, no name twice; their probabilities sum to 1
 * @since 0.1.0
 */
public record WeightedScenarios(String outcome, String unit, List<Scenario> scenarios) {

  /**
   * Checks and copies the scenarios.
   *
   * @param outcome what the result is, such as {@code landed cost}
   * @param unit its unit, such as {@code USD}
   * @param scenarios the scenarios, at least one, no name twice
   * @throws IllegalArgumentException when there is no scenario, a name comes twice, or the
   *     probabilities do not sum to 1 within 1e-9
   */
  public WeightedScenarios {
    Objects.requireNonNull(scenarios, "scenarios");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unit, "unit");
    scenarios = List.copyOf(scenarios);
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("scenarios must not be empty");
    }
    Require.distinct("names of scenarios", scenarios.stream().map(Scenario::name).toList());
    Require.sumToOne(
        "probabilities of scenarios", scenarios.stream().mapToDouble(Scenario::probability).sum());
  }

  /**
   * One scenario with its probability and result.
   *
   * @param name what happens
   * @param probability how likely it is, a fraction from 0 to 1
   * @param value the result if it happens, finite
   */
  public record Scenario(String name, double probability, double value) {

    /**
     * Creates a scenario.
     *
     * @param name what happens
     * @param probability how likely it is, a fraction from 0 to 1
     * @param value the result if it happens, finite
     * @throws IllegalArgumentException when the name is blank, the probability is outside 0 to 1 or
     *     the value is not finite
     */
    public Scenario {
      Require.notBlank("name", name);
      Require.within("probability of " + name, probability, 0, 1);
      Require.finite("value of " + name, value);
    }

    /**
     * A scenario by its three parts.
     *
     * @param name what happens
     * @param probability how likely it is
     * @param value the result if it happens
     * @return the scenario
     */
    public static Scenario of(String name, double probability, double value) {
      Objects.requireNonNull(name, "name");
      return new Scenario(name, probability, value);
    }

    /** The scenario as {@code name (probability): value}. */
    @Override
    public String toString() {
      return name + " (" + Cell.percent(probability, 0) + "): " + value;
    }
  }

  /**
   * Scenarios with what their results are.
   *
   * @param outcome what the result is
   * @param unit its unit
   * @param scenarios the scenarios
   * @return the weighted scenarios
   */
  public static WeightedScenarios of(String outcome, String unit, List<Scenario> scenarios) {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(scenarios, "scenarios");
    return new WeightedScenarios(outcome, unit, scenarios);
  }

  /**
   * {@return the probability-weighted mean of the results: Σ probability × value, in {@link
   * #unit()}}
   */
  public double expectedValue() {
    return scenarios.stream().mapToDouble(s -> s.probability() * s.value()).sum();
  }

  /**
   * The standard deviation of the result over the scenarios.
   *
   * @return the square root of Σ probability × (value − expected value)², in {@link #unit()}
   */
  public double standardDeviation() {
    double expected = expectedValue();
    return Math.sqrt(
        scenarios.stream()
            .mapToDouble(s -> s.probability() * Math.pow(s.value() - expected, 2))
            .sum());
  }

  /**
   * The smallest result of a scenario that can happen.
   *
   * @return the smallest value with a positive probability, in {@link #unit()}
   */
  public double lowest() {
    return possible().min().orElseThrow();
  }

  /**
   * The largest result of a scenario that can happen.
   *
   * @return the largest value with a positive probability, in {@link #unit()}
   */
  public double highest() {
    return possible().max().orElseThrow();
  }

  private DoubleStream possible() {
    return scenarios.stream().filter(s -> s.probability() > 0).mapToDouble(Scenario::value);
  }

  /**
   * The scenarios in the order given, the expected value as last row.
   *
   * @return the table, results in {@link #unit()}
   */
  public Table table() {
    double expected = expectedValue();
    List<List<Cell>> rows = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      rows.add(
          List.of(
              Cell.text(scenario.name()),
              Cell.percent(scenario.probability(), 1),
              Cell.number(scenario.value(), 2, unit),
              Cell.number(scenario.value() - expected, 2, unit)));
    }
    rows.add(
        List.of(
            Cell.text("Expected"),
            Cell.percent(1.0, 1),
            Cell.number(expected, 2, unit),
            Cell.number(0.0, 2, unit)));
    String in = unit.isEmpty() ? "" : ", " + unit;
    return new Table(
        "Scenarios of the " + outcome + in,
        List.of("scenario", "probability", outcome, "against expected"),
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "range %s to %s; standard deviation %s",
                Cell.number(lowest(), 2, unit),
                Cell.number(highest(), 2, unit),
                Cell.number(standardDeviation(), 2, unit))));
  }

  /** {@return the scenarios as dots with the expected value as a line: a picture} */
  public Chart chart() {
    List<ChartRows.Row> rows = new ArrayList<>();
    for (Scenario each : scenarios) {
      rows.add(
          ChartRows.Row.of(
              each.name() + " (" + Cell.percent(each.probability(), 0) + ")",
              List.of(new ChartRows.Bar("result", 0, each.value(), "")),
              Cell.number(each.value(), 2, unit).text()));
    }
    String expected = "expected " + Cell.number(expectedValue(), 2, unit);
    return Chart.of(
        "Scenarios of the " + outcome,
        "the expected value is seldom one of the values",
        table().caption(),
        ChartRows.of(ChartScale.number(outcome, unit), rows)
            .withLines(List.of(new ChartRows.Place(expectedValue(), expected))));
  }

  /** The expected value with its range, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "expected %s %.2f %s (%.2f to %.2f)",
        outcome,
        expectedValue(),
        unit,
        lowest(),
        highest());
  }
}
