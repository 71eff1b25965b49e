package org.tariffeconomics.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * A rate that adds against one that is all-in: which is better depends on the base duty.
 *
 * <p>With a base duty b the adding rate a comes to b + a and the all-in rate r to max(b, r). They
 * are equal at b = r − a; below it the adding rate is lower, above it the all-in one.
 *
 * @param adding the rate that goes on top
 * @param allIn the total that counts the base in
 * @since 0.1.0
 */
public record TermsComparison(Rate adding, Rate allIn) {

  /**
   * Refuses nulls.
   *
   * @param adding the rate that goes on top
   * @param allIn the total that counts the base in
   */
  public TermsComparison {
    Objects.requireNonNull(adding, "adding");
    Objects.requireNonNull(allIn, "allIn");
  }

  /**
   * {@return the base duty at which both cost the same: r − a; empty where the adding rate is the
   * higher one, so that all-in is never worse}
   */
  public Optional<Rate> breakEvenBase() {
    return Parity.breakEvenBase(adding, allIn).value();
  }

  /**
   * What goods of a base duty pay under the adding rate.
   *
   * @param base the base duty
   * @return b + a
   */
  public Rate totalAdding(Rate base) {
    Objects.requireNonNull(base, "base");
    return base.plus(adding);
  }

  /**
   * What goods of a base duty pay under the all-in rate.
   *
   * @param base the base duty
   * @return max(b, r)
   */
  public Rate totalAllIn(Rate base) {
    Objects.requireNonNull(base, "base");
    return base.max(allIn);
  }

  /**
   * How far the adding rate lies above the all-in one.
   *
   * @param base the base duty
   * @return positive where the adding rate costs more
   */
  public RateChange difference(Rate base) {
    Objects.requireNonNull(base, "base");
    return totalAdding(base).minus(totalAllIn(base));
  }

  /**
   * Both totals at several base duties.
   *
   * @param bases the base duties
   * @return the table
   */
  public Table table(List<Rate> bases) {
    Objects.requireNonNull(bases, "bases");
    List<List<Cell>> rows = new ArrayList<>();
    for (Rate base : bases) {
      rows.add(
          List.of(
              Cell.percent(base.fraction(), 1),
              Cell.percent(totalAdding(base).fraction(), 1),
              Cell.percent(totalAllIn(base).fraction(), 1),
              Cell.points(difference(base).points(), 1)));
    }
    String equal =
        breakEvenBase()
            .map(b -> "equal at a base duty of " + b)
            .orElse("the all-in rate is never the higher one");
    return new Table(
        adding + " that adds against " + allIn + " all-in (+ the adding rate costs more)",
        List.of("base duty", "adds", "all-in", "difference"),
        rows,
        List.of(equal));
  }

  /**
   * Both totals over the base duty as a picture, from no base duty to twice the all-in rate.
   *
   * @return the picture; the lower line is the better offer
   */
  public Chart chart() {
    double most =
        Math.max(
            0.1, 2 * Math.max(allIn.fraction().doubleValue(), adding.fraction().doubleValue()));
    double r = allIn.fraction().doubleValue();
    double a = adding.fraction().doubleValue();
    List<ChartLines.Line> lines =
        List.of(
            new ChartLines.Line(
                adding + " adds",
                ChartLines.Shape.STRAIGHT,
                List.of(new ChartLines.Point(0, a), new ChartLines.Point(most, most + a))),
            new ChartLines.Line(
                allIn + " all-in",
                ChartLines.Shape.STRAIGHT,
                List.of(
                    new ChartLines.Point(0, Math.max(0, r)),
                    new ChartLines.Point(Math.min(most, Math.max(0, r)), Math.max(0, r)),
                    new ChartLines.Point(most, Math.max(most, r)))));
    List<ChartLines.Mark> marks =
        breakEvenBase()
            .map(b -> new ChartLines.Mark(b.fraction().doubleValue(), "equal at " + b))
            .stream()
            .toList();
    return Chart.of(
        adding + " that adds against " + allIn + " all-in",
        "the lower line is the better offer",
        List.of(toString(), "arithmetic of two rates on the same value · planning estimate"),
        ChartLines.of(ChartScale.percent("base duty"), ChartScale.percent("all duties"), lines)
            .withMarks(marks));
  }

  /** Both rates and where they are equal, or that the one that adds is dearer everywhere. */
  @Override
  public String toString() {
    return breakEvenBase()
        .map(base -> adding + " adds = " + allIn + " all-in at base " + base)
        .orElseGet(() -> adding + " adds > " + allIn + " all-in at every base");
  }
}
