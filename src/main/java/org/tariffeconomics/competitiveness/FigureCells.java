package org.tariffeconomics.competitiveness;

import java.util.function.DoubleFunction;
import org.tariffeconomics.report.Cell;

/** Cells of figures: an unknown one keeps its reason. */
final class FigureCells {

  private FigureCells() {}

  static Cell percent(Figure figure) {
    return cell(figure, v -> Cell.percent(v, 1));
  }

  static Cell points(Figure figure) {
    return points(figure, 1);
  }

  static Cell points(Figure figure, int decimals) {
    return cell(figure, v -> Cell.points(v, decimals));
  }

  static Cell relative(Figure figure) {
    return cell(figure, v -> Cell.relative(v, 1));
  }

  static Cell number(Figure figure, int decimals, String unit) {
    return cell(figure, v -> Cell.number(v, decimals, unit));
  }

  /** What follows a result in one line: nothing where all is covered. */
  static String coverage(Figure coverage) {
    if (!coverage.isKnown()) {
      return ", coverage unknown: " + coverage.reason();
    }
    return coverage.known() >= 1 ? "" : ", covering " + percent(coverage);
  }

  private static Cell cell(Figure figure, DoubleFunction<Cell> known) {
    if (figure.isKnown()) {
      return known.apply(figure.known());
    }
    return figure.isBounded()
        ? Cell.range(
            known.apply(figure.lowest().orElseThrow()),
            known.apply(figure.highest().orElseThrow()),
            figure.reason())
        : Cell.unknown(figure.reason());
  }
}
