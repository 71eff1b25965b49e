package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The values of one index over a matrix of labels; a cell may be undefined.
 *
 * <p>Each index says in its own documentation where it has no value. An undefined cell is never a
 * number: {@link #value} is empty there, and {@link #toRowMajor} asks what to put in its place.
 *
 * @since 0.1.0
 */
public final class IndexMatrix {

  private final String name;
  private final List<String> rows;
  private final List<String> columns;

  /** Row after row; a value that is not finite marks an undefined cell and never leaves. */
  private final double[] values;

  IndexMatrix(String name, List<String> rows, List<String> columns, double[] ownedValues) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.values = ownedValues;
  }

  /** {@return what the index is called: its name} */
  public String name() {
    return name;
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
   * One value.
   *
   * @param row the row's index
   * @param column the column's index
   * @return the value, empty where the index is undefined
   * @throws IndexOutOfBoundsException when there is no such cell
   */
  public OptionalDouble value(int row, int column) {
    Objects.checkIndex(row, rows.size());
    Objects.checkIndex(column, columns.size());
    return Arithmetic.optional(values[row * columns.size() + column]);
  }

  /**
   * One value, by labels.
   *
   * @param row the row's label
   * @param column the column's label
   * @return the value, empty where the index is undefined
   * @throws IllegalArgumentException when there is no such row or column
   */
  public OptionalDouble value(String row, String column) {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(column, "column");
    return value(Require.index("row", rows, row), Require.index("column", columns, column));
  }

  /**
   * How many cells have a value.
   *
   * @return the count
   */
  public long definedCells() {
    return Arrays.stream(values).filter(Double::isFinite).count();
  }

  /**
   * All values in one array, row after row.
   *
   * @param undefinedAs what stands for an undefined cell; finite
   * @return a new array
   * @throws IllegalArgumentException when the stand-in is not finite
   */
  public double[] toRowMajor(double undefinedAs) {
    Require.finite("undefinedAs", undefinedAs);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        copy[i] = undefinedAs;
      }
    }
    return copy;
  }

  /**
   * Rows and columns exchanged: with countries in columns, {@link #table(String)} lists the
   * countries of one product.
   *
   * @return a new matrix
   */
  public IndexMatrix transposed() {
    double[] turned = new double[values.length];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        turned[j * rows.size() + i] = values[i * columns.size() + j];
      }
    }
    return new IndexMatrix(name, columns, rows, turned);
  }

  /**
   * All values as a table, a line for each row.
   *
   * @return the table; undefined cells are shown as unknown
   */
  public Table table() {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(columns);
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> line = new ArrayList<>(List.of(Cell.text(rows.get(i))));
      for (int j = 0; j < columns.size(); j++) {
        line.add(cell(i, j));
      }
      lines.add(line);
    }
    return Table.of(name, header, lines);
  }

  /**
   * The values of one row as a table with a line for each column.
   *
   * @param row the row's label
   * @return the table; undefined cells are shown as unknown
   * @throws IllegalArgumentException when there is no such row
   */
  public Table table(String row) {
    Objects.requireNonNull(row, "row");
    int i = Require.index("row", rows, row);
    List<List<Cell>> lines = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      lines.add(List.of(Cell.text(columns.get(j)), cell(i, j)));
    }
    return Table.of(name + ", " + row, List.of("column", "value"), lines);
  }

  private Cell cell(int row, int column) {
    OptionalDouble value = value(row, column);
    return value.isPresent()
        ? Cell.number(value.getAsDouble(), 4, "index")
        : Cell.unknown("undefined for this trade");
  }

  /** The name and the size. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d x %d", name, rows.size(), columns.size());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexMatrix that
        && name.equals(that.name)
        && rows.equals(that.rows)
        && columns.equals(that.columns)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rows, columns, Arrays.hashCode(values));
  }
}
