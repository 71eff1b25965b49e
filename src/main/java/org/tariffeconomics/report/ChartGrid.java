package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A grid of cells whose ground tells their sign and size: a heat table. Positive and negative
 * differ by hatching too, so that the grid reads in grey.
 *
 * @param scale what the numbers are
 * @param rowTitle what the rows are
 * @param columnTitle what the columns are
 * @param columns the names of the columns
 * @param rows the rows, each with one cell a column
 * @since 0.1.0
 */
public record ChartGrid(
    ChartScale scale, String rowTitle, String columnTitle, List<String> columns, List<Row> rows)
    implements ChartForm {

  /**
   * A row of the grid.
   *
   * @param label its name
   * @param cells its cells
   */
  public record Row(String label, List<Field> cells) {

    /**
     * Creates a row.
     *
     * @param label its name
     * @param cells its cells
     */
    public Row {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(cells, "cells");
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of the grid.
   *
   * @param value its number, null where there is none or it is not known
   * @param text what stands in it; empty for nothing to say
   */
  public record Field(@Nullable Double value, String text) {

    /** A cell with nothing to say, which is not zero. */
    public static final Field BLANK = new Field(null, "");

    /** A cell whose number is not known. */
    public static final Field UNKNOWN = new Field(null, "?");

    /**
     * Creates a cell.
     *
     * @param value its number, null where there is none or it is not known
     * @param text what stands in it
     * @throws IllegalArgumentException when the number is not finite
     */
    public Field {
      Objects.requireNonNull(text, "text");
      if (value != null) {
        ChartLines.finite("value of a cell", value);
      }
    }
  }

  /**
   * Creates the form.
   *
   * @param scale what the numbers are
   * @param rowTitle what the rows are
   * @param columnTitle what the columns are
   * @param columns the names of the columns
   * @param rows the rows, each with one cell a column
   * @throws IllegalArgumentException when there is no column, or a row has another number of cells
   */
  public ChartGrid {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(rowTitle, "rowTitle");
    Objects.requireNonNull(columnTitle, "columnTitle");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns must not be empty");
    }
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "Row '"
                + row.label()
                + "' must have "
                + columns.size()
                + " cells, but had "
                + row.cells().size());
      }
    }
  }

  /**
   * The grid of a table: its first column names the rows, the columns with numbers become cells,
   * other columns are left out.
   *
   * @param table the table
   * @param scale what the numbers are; cells of rates hold fractions, of points fractions too
   * @param rowTitle what the rows are
   * @param columnTitle what the columns are
   * @param from the first column that becomes cells, counted from 0
   * @return the grid
   */
  public static ChartGrid of(
      Table table, ChartScale scale, String rowTitle, String columnTitle, int from) {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(rowTitle, "rowTitle");
    Objects.requireNonNull(columnTitle, "columnTitle");
    List<Row> rows = new ArrayList<>();
    for (List<Cell> row : table.rows()) {
      List<Field> cells =
          row.subList(from, row.size()).stream().map(each -> field(each, scale)).toList();
      rows.add(new Row(row.get(0).text(), cells));
    }
    List<String> columns = table.columns().subList(from, table.columns().size());
    return new ChartGrid(scale, rowTitle, columnTitle, columns, rows);
  }

  private static Field field(Cell cell, ChartScale scale) {
    if (!cell.isKnown()) {
      return Field.UNKNOWN;
    }
    boolean points = scale.kind() == ChartScale.Kind.POINTS;
    return cell.value()
        .map(v -> new Field((points ? v.movePointLeft(2) : v).doubleValue(), bare(cell.text())))
        .orElse(Field.BLANK);
  }

  private static String bare(String text) {
    return text.endsWith(" pp") ? text.substring(0, text.length() - 3) : text;
  }
}
