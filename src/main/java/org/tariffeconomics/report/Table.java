package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A titled table of typed cells in a stable order: the one shape in which every result can be read,
 * printed and exported.
 *
 * <p>{@code toString()} is the aligned text, at most 100 columns wide and 20 rows long with a last
 * line “… n more”; {@link #print()} shows every row. Numbers are kept exactly as given and are only
 * rounded for display: sorting and the CSV forms use the exact values.
 *
 * <p>A table is immutable; {@code with…}, {@link #sortedBy} and {@link #first} give new ones.
 *
 * @param title what the table shows, with the sign convention where there is one
 * @param columns the names of the columns, at least one, no name twice
 * @param rows the cells, one list a row, each as long as {@code columns}
 * @param caption lines printed under the table: sign convention, assumptions, stamp
 * @since 0.1.0
 */
public record Table(
    String title, List<String> columns, List<List<Cell>> rows, List<String> caption) {

  /** The most rows that {@code toString()} shows. */
  static final int SHOWN_ROWS = 20;

  /**
   * Creates a table.
   *
   * @param title what the table shows, with the sign convention where there is one
   * @param columns the names of the columns, at least one, no name twice
   * @param rows the cells, one list a row, each as long as {@code columns}
   * @param caption lines printed under the table
   * @throws IllegalArgumentException when there is no column, a column is named twice, or a row has
   *     another number of cells
   */
  public Table {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(caption, "caption");
    columns = List.copyOf(columns);
    caption = List.copyOf(caption);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs at least one column: " + title);
    }
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException("A column is named twice in " + columns);
    }
    List<List<Cell>> copied = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Row "
                + copied.size()
                + " of '"
                + title
                + "' must have "
                + columns.size()
                + " cells, but had "
                + row.size());
      }
      copied.add(List.copyOf(row));
    }
    rows = List.copyOf(copied);
  }

  /**
   * A table without a caption.
   *
   * @param title what the table shows
   * @param columns the names of the columns
   * @param rows the cells, row by row
   * @return the table
   */
  public static Table of(String title, List<String> columns, List<List<Cell>> rows) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    return new Table(title, columns, rows, List.of());
  }

  /**
   * The same table with these lines in place of its caption.
   *
   * @param lines the caption, one entry a line
   * @return a new table
   */
  public Table withCaption(List<String> lines) {
    Objects.requireNonNull(lines, "lines");
    return new Table(title, columns, rows, lines);
  }

  /**
   * The cell of a row in a named column.
   *
   * @param row the row, counted from 0
   * @param column the column's name
   * @return the cell
   * @throws IllegalArgumentException when there is no such column
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public Cell cell(int row, String column) {
    Objects.requireNonNull(column, "column");
    return rows.get(row).get(columnIndex(column));
  }

  /**
   * The same rows, smallest exact value of a column first; cells without a value come last and rows
   * that tie keep their order.
   *
   * @param column the column's name
   * @return a new table
   * @throws IllegalArgumentException when there is no such column
   */
  public Table sortedBy(String column) {
    Objects.requireNonNull(column, "column");
    return sorted(column, Cell.BY_VALUE);
  }

  /**
   * The same rows, largest exact value of a column first; cells without a value come last and rows
   * that tie keep their order.
   *
   * @param column the column's name
   * @return a new table
   * @throws IllegalArgumentException when there is no such column
   */
  public Table sortedByDescending(String column) {
    Objects.requireNonNull(column, "column");
    return sorted(column, Cell.BY_VALUE_DESCENDING);
  }

  private Table sorted(String column, Comparator<Cell> order) {
    int at = columnIndex(column);
    List<List<Cell>> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(row -> row.get(at), order));
    return new Table(title, columns, sorted, caption);
  }

  /**
   * The first rows only.
   *
   * @param count how many rows, not negative
   * @return a new table
   * @throws IllegalArgumentException when the count is negative
   */
  public Table first(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, but was " + count);
    }
    return new Table(title, columns, rows.subList(0, Math.min(count, rows.size())), caption);
  }

  private int columnIndex(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("No column '" + column + "' in " + columns);
    }
    return at;
  }

  /**
   * Prints the whole table, every row, to standard output. Where that has no more than ASCII, as in
   * a container without a locale, signs are written out ({@code ¢} as {@code cents}, {@code ·} as
   * {@code -}) and accents are dropped, rather than printed as question marks.
   */
  @SuppressWarnings("SystemOut")
  public void print() {
    System.out.println(printed(outputCharset()));
  }

  /** The text that an output of this charset can show. */
  String printed(Charset charset) {
    String text = toText();
    return charset.canEncode() && charset.newEncoder().canEncode(text)
        ? text
        : TextTable.ascii(this);
  }

  /** Since Java 19 standard output has a charset of its own, told in this property. */
  private static Charset outputCharset() {
    String name = System.getProperty("stdout.encoding", "");
    return !name.isEmpty() && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  /**
   * {@return the table as aligned text with every row, lines at most 100 characters wide} A line
   * break or control character within a text becomes a blank.
   */
  public String toText() {
    return TextTable.text(this);
  }

  /**
   * The table as GitHub-flavoured Markdown, numbers aligned right, all signs of markup escaped.
   *
   * @return the text; it ends with a line break
   */
  public String toMarkdown() {
    return MarkupTable.markdown(this);
  }

  /**
   * The table as an HTML fragment without scripts: all text escaped, numbers aligned right.
   *
   * @return one {@code <table>} element
   */
  public String toHtml() {
    return MarkupTable.html(this);
  }

  /**
   * The table in long form, one line a cell: {@code row,key,column,value,unit,note}. Numbers stand
   * as numbers with a dot ({@code 0.15} with the unit {@code fraction}), {@code key} is the text of
   * the row's first cell, and a cell that is unknown has an empty value and its reason as note. A
   * number that lies between two has a line for each of them besides, {@code duty, lowest} and
   * {@code duty, highest}. Title and caption are rows with the number 0.
   *
   * <p>Texts stand as they are, and a text of a stranger may be a formula to a spreadsheet: {@link
   * CsvOption#SPREADSHEET_SAFE} writes them so that none is.
   *
   * @return RFC 4180 text with {@code \n} line ends
   */
  public String toCsv() {
    return CsvTable.longForm(this, Set.of());
  }

  /**
   * The table in long form, for a spreadsheet or without its provenance.
   *
   * @param options what differs from {@link #toCsv()}
   * @return RFC 4180 text with {@code \n} line ends
   */
  public String toCsv(CsvOption... options) {
    Objects.requireNonNull(options, "options");
    return CsvTable.longForm(this, Set.copyOf(Arrays.asList(options)));
  }

  /**
   * The table as it stands, one line a row, a header line first, numbers as in {@link #toCsv()};
   * the unit of a column stands in brackets behind its name. A column in which a number lies
   * between two is followed by one of the lowest and one of the highest. Title and caption are
   * lines behind the last row that begin with {@code #}.
   *
   * @return RFC 4180 text with {@code \n} line ends
   */
  public String toWideCsv() {
    return CsvTable.wideForm(this, Set.of());
  }

  /**
   * The table as it stands, for a spreadsheet or without its provenance.
   *
   * @param options what differs from {@link #toWideCsv()}
   * @return RFC 4180 text with {@code \n} line ends
   */
  public String toWideCsv(CsvOption... options) {
    Objects.requireNonNull(options, "options");
    return CsvTable.wideForm(this, Set.copyOf(Arrays.asList(options)));
  }

  /**
   * The table as JSON: {@code title}, {@code columns}, {@code rows} of cells with {@code text} and,
   * where they have them, {@code value} (the exact number, as a text) or the two that it lies
   * between, {@code lowest} and {@code highest}, {@code unit} and {@code note}, whether it is
   * {@code known}, and the {@code caption}, which holds the stamp.
   *
   * @return the object, the same as {@code TariffJackson} writes; it ends with a line break
   */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("columns", columns);
    json.put(
        "rows", rows.stream().map(row -> row.stream().map(Table::cellOfJson).toList()).toList());
    json.put("caption", caption);
    return ChartJson.of(json);
  }

  private static Map<String, Object> cellOfJson(Cell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", cell.text());
    cell.value().ifPresent(value -> json.put("value", value.toPlainString()));
    if (cell.isRange()) {
      json.put("lowest", cell.lowest().orElseThrow().toPlainString());
      json.put("highest", cell.highest().orElseThrow().toPlainString());
    }
    if (!cell.unit().isEmpty()) {
      json.put("unit", cell.unit());
    }
    if (!cell.note().isEmpty()) {
      json.put("note", cell.note());
    }
    json.put("known", cell.isKnown());
    return json;
  }

  /**
   * The exact number in a cell.
   *
   * @param row the row, counted from 0
   * @param column the column's name
   * @return the number
   * @throws IllegalStateException when the cell holds no number
   */
  public BigDecimal number(int row, String column) {
    Objects.requireNonNull(column, "column");
    Cell cell = cell(row, column);
    return cell.value()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No number in row " + row + ", column '" + column + "': " + cell));
  }

  /**
   * The table's first column of numbers as a picture: a bar a row, named by the first column of
   * words.
   *
   * @return the picture
   * @throws IllegalArgumentException when no column holds numbers, or the first that does holds
   *     numbers of several units
   */
  public Chart chart() {
    return chart(TableChart.values(this));
  }

  /**
   * A column of the table as a picture: a bar a row, named by the first column of words.
   *
   * @param column the column drawn
   * @return the picture
   * @throws IllegalArgumentException when there is no such column, or its numbers have several
   *     units
   */
  public Chart chart(String column) {
    Objects.requireNonNull(column, "column");
    return chart(TableChart.labels(this), column);
  }

  /**
   * A column of the table as a picture: a bar a row.
   *
   * @param label the column that names the rows
   * @param column the column drawn
   * @return the picture; a value that is not known has its reason in place of a bar
   * @throws IllegalArgumentException when there is no such column, or its numbers have several
   *     units
   */
  public Chart chart(String label, String column) {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(column, "column");
    return TableChart.of(this, label, column);
  }

  /** The aligned text, at most 20 rows, with how to see what is left out or cut. */
  @Override
  public String toString() {
    return TextTable.brief(this, SHOWN_ROWS);
  }
}
