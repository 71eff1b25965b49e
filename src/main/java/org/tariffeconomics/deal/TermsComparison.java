package org.tariffeconomics.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A rate that adds against one that is all-in: which is better depends on the base duty.
 *
 * <p>With a base duty b the adding rate a comes to b + a and the all-in rate r to max(b, r). They
 * are equal at b = r − a; below it the adding rate is lower, above it the all-in one.
 *
 * @param adding the rate that goes on top
 * @param allIn the total that counts the base in
 */
public record TermsComparison(Rate adding, Rate allIn) {

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
    return base.plus(adding);
  }

  /**
   * What goods of a base duty pay under the all-in rate.
   *
   * @param base the base duty
   * @return max(b, r)
   */
  public Rate totalAllIn(Rate base) {
    return base.max(allIn);
  }

  /**
   * How far the adding rate lies above the all-in one.
   *
   * @param base the base duty
   * @return positive where the adding rate costs more
   */
  public RateChange difference(Rate base) {
    return totalAdding(base).minus(totalAllIn(base));
  }

  /**
   * Both totals at several base duties.
   *
   * @param bases the base duties
   * @return the table
   */
  public Table table(List<Rate> bases) {
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

  /** Both rates and where they are equal. */
  @Override
  public String toString() {
    return adding
        + " adds = "
        + allIn
        + " all-in at base "
        + breakEvenBase().map(Rate::toString).orElse("none");
  }
}
