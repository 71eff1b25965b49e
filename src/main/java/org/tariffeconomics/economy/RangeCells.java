package org.tariffeconomics.economy;

import java.util.function.BiFunction;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;

/**
 * Cells of tables for numbers that lie between two: both as words, with one decimal less so that
 * they fit and promise no more, or the one where they are one.
 */
final class RangeCells {

  private static final int MOST_DECIMALS = 6;

  /** Smaller numbers are sums of rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private RangeCells() {}

  static Cell relative(EstimateRange range, int decimals) {
    return relative(range.lowest(), range.highest(), decimals);
  }

  static Cell relative(double low, double high, int decimals) {
    return low == high
        ? Cell.relative(low, decimals)
        : Cell.text(relativeText(low, high, Math.max(1, decimals - 1)));
  }

  /** Relative changes, {@code -0.3% to +0.1%}; two that differ are never printed as one. */
  static String relativeText(double low, double high, int decimals) {
    return words(low, high, decimals, (value, places) -> Cell.relative(value, places).text());
  }

  /** Whether an end that has a sign is printed as zero, so that a gain would look like none. */
  private static boolean isHidden(double value, String text, String zero) {
    return Math.abs(value) > NEGLIGIBLE && text.equals(zero);
  }

  private static String words(
      double low, double high, int decimals, BiFunction<Double, Integer, String> text) {
    int places = decimals;
    while (places < MOST_DECIMALS
        && (isHidden(low, text.apply(low, places), text.apply(0.0, places))
            || isHidden(high, text.apply(high, places), text.apply(0.0, places)))) {
      places++;
    }
    return Texts.span(
        digits -> text.apply(low, digits),
        digits -> text.apply(high, digits),
        places,
        MOST_DECIMALS);
  }

  /** Of two numbers in any order: what is collected may fall where duties rise. */
  static Cell percent(double one, double other, int decimals) {
    return one == other
        ? Cell.percent(one, decimals)
        : Cell.text(
            words(
                Math.min(one, other),
                Math.max(one, other),
                decimals,
                (value, places) -> Cell.percent(value, places).text()));
  }

  static Cell points(EstimateRange range, int decimals) {
    return range.isPoint()
        ? Cell.points(range.lowest(), decimals)
        : Cell.text(
            words(
                range.lowest(),
                range.highest(),
                decimals,
                (value, places) -> Cell.points(value, places).text()));
  }

  static Cell number(EstimateRange range, int decimals) {
    return range.isPoint()
        ? Cell.number(range.lowest(), decimals, "")
        : Cell.text(
            words(
                range.lowest(),
                range.highest(),
                decimals,
                (value, places) -> Cell.number(value, places, "").text()));
  }
}
