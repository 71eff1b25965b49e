package org.tariffeconomics.uncertainty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartLines.Band;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shape;
import org.tariffeconomics.report.ChartLines.Span;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * How uncertain a result is on several days: a {@link MonteCarlo} study a day, seen as a fan of
 * quantiles. Each day stands by itself: what the fan shows is no path.
 *
 * @since 0.1.0
 */
public final class OutcomeFan {

  /** The lower ends of the bands, the widest first; the upper ends mirror them. */
  private static final double[] LOW_SHARES = {0.05, 0.25};

  private final String outcome;
  private final String unit;
  private final SortedMap<LocalDate, MonteCarloResult> days;

  private OutcomeFan(String outcome, String unit, SortedMap<LocalDate, MonteCarloResult> days) {
    this.outcome = outcome;
    this.unit = unit;
    this.days = days;
  }

  /**
   * A fan.
   *
   * @param outcome what the result is, such as {@code landed cost}
   * @param unit its unit, such as {@code USD}; may be empty
   * @param days the study of each day, at least two days
   * @return the fan
   * @throws IllegalArgumentException when there are fewer than two days, or the outcome is blank
   */
  public static OutcomeFan of(String outcome, String unit, Map<LocalDate, MonteCarloResult> days) {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(days, "days");
    Require.notBlank("outcome", outcome);
    if (days.size() < 2) {
      throw new IllegalArgumentException("A fan needs at least two days, but had " + days.size());
    }
    return new OutcomeFan(outcome, unit, new TreeMap<>(days));
  }

  /** {@return the study of each day, in the order of the days: an unmodifiable copy} */
  public Map<LocalDate, MonteCarloResult> days() {
    return Collections.unmodifiableMap(days);
  }

  /** {@return day by day the mean and the 5, 25, 50, 75 and 95 percent quantiles} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    days.forEach(
        (day, result) -> {
          List<Cell> row = new ArrayList<>(List.of(Cell.date(day)));
          row.add(Cell.number(result.mean(), 2, unit));
          for (double share : MonteCarloResult.USUAL_SHARES) {
            row.add(Cell.number(result.quantile(share), 2, unit));
          }
          rows.add(row);
        });
    return new Table(
        "Fan of the " + outcome + (unit.isEmpty() ? "" : ", " + unit),
        List.of("day", "mean", "5%", "25%", "50%", "75%", "95%"),
        rows,
        caption());
  }

  /** {@return the fan as a picture: the median, and the middle 50 and 90 percent of the draws} */
  public Chart chart() {
    List<Band> bands = new ArrayList<>();
    for (double low : LOW_SHARES) {
      List<Span> spans = new ArrayList<>();
      days.forEach(
          (day, r) -> spans.add(new Span(day.toEpochDay(), r.quantile(low), r.quantile(1 - low))));
      bands.add(new Band(Cell.percent(1 - 2 * low, 0) + " of the draws", spans));
    }
    List<Point> median = new ArrayList<>();
    days.forEach((day, result) -> median.add(Point.of(day, result.quantile(0.5))));
    return Chart.of(
        "Fan of the " + outcome,
        "median, and where the middle half and the middle 90% of the draws lie",
        caption(),
        ChartLines.of(
                ChartScale.days(""),
                ChartScale.number(outcome, unit),
                List.of(new Line("median", Shape.STRAIGHT, median)))
            .withBands(bands)
            .withoutZero());
  }

  private List<String> caption() {
    MonteCarloResult first = days.get(days.firstKey());
    List<String> lines =
        new ArrayList<>(List.of("each day by itself: the fan shows no path; planning estimate"));
    lines.addAll(first == null ? List.of() : first.caption(unit));
    return lines;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutcomeFan that
        && outcome.equals(that.outcome)
        && unit.equals(that.unit)
        && days.equals(that.days);
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, unit, days);
  }

  /** What it shows, and for how many days. */
  @Override
  public String toString() {
    return "Fan of the " + outcome + " on " + days.size() + " days";
  }
}
