package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Trade in one period laid out by two labels, such as country by product or exporter by importer.
 *
 * <p>Values are amounts in one unit of the caller's choice (money or quantity), finite and not
 * negative; zero says that there was no trade. A gap in the data is not a zero: decide with {@link
 * MissingFlow} what it means. A matrix may have no rows or no columns; its totals are then zero.
 *
 * <p>Immutable; values lie in one flat array, row after row, so that whole-matrix indices are fast.
 *
 * @since 0.1.0
 */
public final class TradeMatrix {

  private final List<String> rows;
  private final List<String> columns;
  private final Map<String, Integer> rowIndex;
  private final Map<String, Integer> columnIndex;
  private final double[] values;
  private final double[] rowTotals;
  private final double[] columnTotals;
  private final double total;

  /** Added up when first asked for; two threads at once add up the same. */
  private volatile @Nullable OtherTrade others;

  private TradeMatrix(List<String> rows, List<String> columns, double[] checkedValues) {
    this.rows = Require.distinct("rows", rows);
    this.columns = Require.distinct("columns", columns);
    this.rowIndex = positions(this.rows);
    this.columnIndex = positions(this.columns);
    this.values = checkedValues;
    this.rowTotals = new double[rows.size()];
    this.columnTotals = new double[columns.size()];
    addUp();
    this.total = Require.finite("the total of trade", Arithmetic.sum(rowTotals));
  }

  private void addUp() {
    int at = 0;
    for (int i = 0; i < rowTotals.length; i++) {
      double sum = 0;
      for (int j = 0; j < columnTotals.length; j++, at++) {
        sum += values[at];
        columnTotals[j] += values[at];
      }
      rowTotals[i] = sum;
    }
  }

  /** The names "0", "1", … of things that have none. */
  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static Map<String, Integer> positions(List<String> labels) {
    Map<String, Integer> positions = new HashMap<>();
    labels.forEach(label -> positions.put(label, positions.size()));
    return positions;
  }

  /**
   * A matrix from rows of values.
   *
   * @param rows the rows' labels, distinct
   * @param columns the columns' labels, distinct
   * @param values the amounts, {@code values[row][column]}, not negative
   * @return the matrix
   * @throws IllegalArgumentException when a label occurs twice, the shape does not fit, or a value
   *     is negative or not finite
   */
  public static TradeMatrix of(List<String> rows, List<String> columns, double[][] values) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(columns, "columns");
    Require.sameLength("values", values.length, "rows", rows.size());
    double[] flat = new double[rows.size() * columns.size()];
    for (int i = 0; i < values.length; i++) {
      Require.sameLength("values[" + i + "]", values[i].length, "columns", columns.size());
      System.arraycopy(values[i], 0, flat, i * columns.size(), columns.size());
    }
    return ofRowMajor(rows, columns, flat);
  }

  /**
   * A matrix without names: rows and columns are called "0", "1", ….
   *
   * @param values the amounts, {@code values[row][column]}, all rows of one length
   * @return the matrix; without rows it has no columns
   * @throws IllegalArgumentException when rows differ in length or a value is negative or not
   *     finite
   */
  public static TradeMatrix unlabelled(double[][] values) {
    Objects.requireNonNull(values, "values");
    int width = values.length == 0 ? 0 : values[0].length;
    return of(numbered(values.length), numbered(width), values);
  }

  /**
   * A matrix from one array that holds row after row.
   *
   * @param rows the rows' labels, distinct
   * @param columns the columns' labels, distinct
   * @param values the amounts: that of row i and column j stands at {@code i * columns + j}
   * @return the matrix
   * @throws IllegalArgumentException when a label occurs twice, the length does not fit, or a value
   *     is negative or not finite
   */
  public static TradeMatrix ofRowMajor(List<String> rows, List<String> columns, double[] values) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(columns, "columns");
    int cells = Math.multiplyExact(rows.size(), columns.size());
    Require.sameLength("values", values.length, "rows x columns", cells);
    double[] copy = values.clone();
    for (int at = 0; at < copy.length; at++) {
      if (!(copy[at] >= 0 && copy[at] <= Double.MAX_VALUE)) {
        String cell = rows.get(at / columns.size()) + "/" + columns.get(at % columns.size());
        Require.notNegative("the value of " + cell, copy[at]);
      }
    }
    return new TradeMatrix(rows, columns, copy);
  }

  /**
   * A matrix from a list of flows, labels in their natural order; several flows of one pair add up.
   *
   * @param flows the flows in any order
   * @param missing what it means that a pair is not listed
   * @return the matrix
   * @throws IllegalArgumentException when a pair is missing and that is to be refused
   */
  public static TradeMatrix ofFlows(Iterable<TradeFlow> flows, MissingFlow missing) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(missing, "missing");
    TreeSet<String> rows = new TreeSet<>();
    TreeSet<String> columns = new TreeSet<>();
    flows.forEach(
        flow -> {
          rows.add(flow.row());
          columns.add(flow.column());
        });
    List<String> rowList = List.copyOf(rows);
    List<String> columnList = List.copyOf(columns);
    return ofRowMajor(rowList, columnList, collected(flows, rowList, columnList, missing));
  }

  private static double[] collected(
      Iterable<TradeFlow> flows, List<String> rows, List<String> columns, MissingFlow missing) {
    Map<String, Integer> rowIndex = positions(rows);
    Map<String, Integer> columnIndex = positions(columns);
    double[] values = new double[rows.size() * columns.size()];
    boolean[] listed = new boolean[values.length];
    for (TradeFlow flow : flows) {
      int at =
          rowIndex.getOrDefault(flow.row(), 0) * columns.size()
              + columnIndex.getOrDefault(flow.column(), 0);
      values[at] += flow.value();
      listed[at] = true;
    }
    if (missing == MissingFlow.IS_REFUSED) {
      refuseGaps(listed, rows, columns);
    }
    return values;
  }

  private static void refuseGaps(boolean[] listed, List<String> rows, List<String> columns) {
    for (int at = 0; at < listed.length; at++) {
      if (!listed[at]) {
        throw new IllegalArgumentException(
            "No flow is listed for "
                + rows.get(at / columns.size())
                + "/"
                + columns.get(at % columns.size()));
      }
    }
  }

  /** {@return the labels of the rows, in order} */
  public List<String> rows() {
    return rows;
  }

  /** {@return the labels of the columns, in order} */
  public List<String> columns() {
    return columns;
  }

  /**
   * The position of a row.
   *
   * @param label the row's label
   * @return its index, from 0
   * @throws IllegalArgumentException when there is no such row
   */
  public int rowIndex(String label) {
    Objects.requireNonNull(label, "label");
    return known("row", rowIndex.get(label), label);
  }

  /**
   * The position of a column.
   *
   * @param label the column's label
   * @return its index, from 0
   * @throws IllegalArgumentException when there is no such column
   */
  public int columnIndex(String label) {
    Objects.requireNonNull(label, "label");
    return known("column", columnIndex.get(label), label);
  }

  private static int known(String kind, @Nullable Integer index, String label) {
    if (index == null) {
      throw new IllegalArgumentException("No " + kind + " '" + label + "' in the trade matrix");
    }
    return index;
  }

  /**
   * One amount.
   *
   * @param row the row's index
   * @param column the column's index
   * @return the amount, not negative
   * @throws IndexOutOfBoundsException when there is no such cell
   */
  public double value(int row, int column) {
    return values[at(row, column)];
  }

  /**
   * One amount, by labels.
   *
   * @param row the row's label
   * @param column the column's label
   * @return the amount, not negative
   * @throws IllegalArgumentException when there is no such row or column
   */
  public double value(String row, String column) {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(column, "column");
    return value(rowIndex(row), columnIndex(column));
  }

  int at(int row, int column) {
    return Objects.checkIndex(row, rows.size()) * columns.size()
        + Objects.checkIndex(column, columns.size());
  }

  /**
   * The amounts of one row.
   *
   * @param row the row's index
   * @return a copy, an entry for each column
   */
  public double[] row(int row) {
    double[] copy = new double[columns.size()];
    System.arraycopy(values, row * columns.size(), copy, 0, copy.length);
    return copy;
  }

  /**
   * The amounts of one column.
   *
   * @param column the column's index
   * @return a copy, an entry for each row
   */
  public double[] column(int column) {
    double[] copy = new double[rows.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = value(i, column);
    }
    return copy;
  }

  /**
   * The sum of a row.
   *
   * @param row the row's index
   * @return the sum, not negative
   */
  public double rowTotal(int row) {
    return rowTotals[row];
  }

  /**
   * The sum of a column.
   *
   * @param column the column's index
   * @return the sum, not negative
   */
  public double columnTotal(int column) {
    return columnTotals[column];
  }

  /** {@return the sum of all amounts, not negative} */
  public double total() {
    return total;
  }

  /**
   * Rows and columns exchanged.
   *
   * @return a new matrix
   */
  public TradeMatrix transposed() {
    double[] turned = new double[values.length];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        turned[j * rows.size() + i] = value(i, j);
      }
    }
    return new TradeMatrix(columns, rows, turned);
  }

  /** What is traded by other rows and in other columns, seen from every cell. */
  OtherTrade others() {
    OtherTrade known = others;
    if (known == null) {
      known = new OtherTrade(values, rows.size(), columns.size());
      others = known;
    }
    return known;
  }

  /** The live array, for loops of this package that only read it. */
  double[] flat() {
    return values;
  }

  /** Refuses another matrix whose rows or columns are not the same in the same order. */
  void requireSameLabels(String name, TradeMatrix other) {
    if (!rows.equals(other.rows) || !columns.equals(other.columns)) {
      throw new IllegalArgumentException(
          name + " must have the same rows and columns in the same order: " + this + ", " + other);
    }
  }

  /** {@return the matrix as a table, a line for each row, its total last} */
  public Table table() {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(columns);
    header.add("all columns");
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> line = new ArrayList<>(List.of(Cell.text(rows.get(i))));
      for (double value : row(i)) {
        line.add(Cell.number(value, 2, ""));
      }
      line.add(Cell.number(rowTotals[i], 2, ""));
      lines.add(line);
    }
    return Table.of("Trade", header, lines);
  }

  /** The size and the total. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "TradeMatrix %d x %d, total %.6g", rows.size(), columns.size(), total);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TradeMatrix that
        && rows.equals(that.rows)
        && columns.equals(that.columns)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, columns, Arrays.hashCode(values));
  }
}
