package org.tariffeconomics.economy;

import java.util.Locale;
import org.tariffeconomics.report.Cell;

/**
 * Cells of tables for numbers that lie between two: both as words, with one decimal less so that
 * they fit and promise no more, or the one where they are one.
 */
final class RangeCells {

  private RangeCells() {}

  static Cell relative(EstimateRange range, int decimals) {
    return relative(range.lowest(), range.highest(), decimals);
  }

  static Cell relative(double low, double high, int decimals) {
    String one = "%+." + Math.max(1, decimals - 1) + "f%%";
    return low == high
        ? Cell.relative(low, decimals)
        : Cell.text(String.format(Locale.ROOT, one + " to " + one, 100 * low, 100 * high));
  }

  /** Of two numbers in any order: what is collected may fall where duties rise. */
  static Cell percent(double one, double other, int decimals) {
    String form = "%." + decimals + "f%%";
    return one == other
        ? Cell.percent(one, decimals)
        : Cell.text(
            String.format(
                Locale.ROOT,
                form + " to " + form,
                100 * Math.min(one, other),
                100 * Math.max(one, other)));
  }

  static Cell points(EstimateRange range, int decimals) {
    String one = "%+." + decimals + "f";
    return range.isPoint()
        ? Cell.points(range.lowest(), decimals)
        : Cell.text(
            String.format(
                Locale.ROOT,
                one + " to " + one + " pp",
                100 * range.lowest(),
                100 * range.highest()));
  }

  static Cell number(EstimateRange range, int decimals) {
    String one = "%,." + decimals + "f";
    return range.isPoint()
        ? Cell.number(range.lowest(), decimals, "")
        : Cell.text(
            String.format(Locale.ROOT, one + " to " + one, range.lowest(), range.highest()));
  }
}
