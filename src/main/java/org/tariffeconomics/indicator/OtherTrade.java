package org.tariffeconomics.indicator;

/**
 * What is left of a matrix without one row, one column or both, cell by cell. Each is a sum of what
 * is left, never a total less a part: where one flow is most of a total, the difference would keep
 * few of its digits.
 */
final class OtherTrade {

  private final double[] otherColumns;
  private final double[] otherRows;
  private final double[] otherRowsAndColumns;

  /** The sums around every cell of a matrix that lies row after row in one array. */
  OtherTrade(double[] values, int rows, int columns) {
    this.otherColumns = new double[values.length];
    for (int i = 0; i < rows; i++) {
      fillOthers(values, otherColumns, i * columns, 1, columns);
    }
    this.otherRows = inOtherRows(values, rows, columns);
    this.otherRowsAndColumns = inOtherRows(otherColumns, rows, columns);
  }

  private static double[] inOtherRows(double[] values, int rows, int columns) {
    double[] others = new double[values.length];
    for (int j = 0; j < columns; j++) {
      fillOthers(values, others, j, columns, rows);
    }
    return others;
  }

  /** Each element's sum of all the others: those before it, then those after it. */
  private static void fillOthers(double[] values, double[] others, int from, int step, int count) {
    double before = 0;
    for (int k = 0, at = from; k < count; k++, at += step) {
      others[at] = before;
      before += values[at];
    }
    double after = 0;
    for (int k = count - 1, at = from + k * step; k >= 0; k--, at -= step) {
      others[at] += after;
      after += values[at];
    }
  }

  /** The sums of all but one, for each element of an array. */
  static double[] sumsWithout(double[] values) {
    double[] others = new double[values.length];
    fillOthers(values, others, 0, 1, values.length);
    return others;
  }

  /** The cell's row without the cell. */
  double inRow(int at) {
    return otherColumns[at];
  }

  /** The cell's column without the cell. */
  double inColumn(int at) {
    return otherRows[at];
  }

  /** All cells of other rows and other columns. */
  double elsewhere(int at) {
    return otherRowsAndColumns[at];
  }
}
