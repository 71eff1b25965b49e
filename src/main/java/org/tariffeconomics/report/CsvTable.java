package org.tariffeconomics.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes a table as CSV. */
final class CsvTable {

  /** What a spreadsheet takes for the beginning of a formula, in narrow and wide letters. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  /** The row number of what is no row: title and caption. */
  private static final String NO_ROW = "0";

  private static final String LOWEST = ", lowest";
  private static final String HIGHEST = ", highest";

  private final Table table;
  private final boolean safe;
  private final boolean captioned;

  private CsvTable(Table table, Set<CsvOption> options) {
    this.table = table;
    this.safe = options.contains(CsvOption.SPREADSHEET_SAFE);
    this.captioned = !options.contains(CsvOption.WITHOUT_CAPTION);
  }

  static String longForm(Table table, Set<CsvOption> options) {
    return written(new CsvTable(table, options)::writeLong);
  }

  static String wideForm(Table table, Set<CsvOption> options) {
    return written(new CsvTable(table, options)::writeWide);
  }

  private void writeLong(CsvWriter csv) {
    csv.writeRecord("row", "key", "column", "value", "unit", "note");
    for (int row = 0; row < table.rows().size(); row++) {
      List<Cell> cells = table.rows().get(row);
      for (int i = 0; i < cells.size(); i++) {
        writeLong(csv, row, i, cells);
      }
    }
    if (captioned) {
      csv.writeRecord(NO_ROW, "title", "", text(table.title()), "", "");
      table.caption().forEach(line -> csv.writeRecord(NO_ROW, "caption", "", text(line), "", ""));
    }
  }

  /** A number that lies between two has a line for each of them besides. */
  private void writeLong(CsvWriter csv, int row, int column, List<Cell> cells) {
    Cell cell = cells.get(column);
    String name = table.columns().get(column);
    writeLong(csv, row, cells, name, value(cell), cell.unit(), text(cell.note()));
    if (cell.isRange()) {
      writeLong(csv, row, cells, name + LOWEST, number(cell.lowest()), cell.unit(), "");
      writeLong(csv, row, cells, name + HIGHEST, number(cell.highest()), cell.unit(), "");
    }
  }

  private void writeLong(
      CsvWriter csv,
      int row,
      List<Cell> cells,
      String column,
      String value,
      String unit,
      String note) {
    csv.writeRecord(
        Integer.toString(row + 1),
        text(cells.get(0).text()),
        text(column),
        value,
        text(unit),
        note);
  }

  private void writeWide(CsvWriter csv) {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      header.add(header(i, ""));
      if (hasRange(i)) {
        header.add(header(i, LOWEST));
        header.add(header(i, HIGHEST));
      }
    }
    csv.writeRecord(header);
    for (List<Cell> row : table.rows()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i)));
        if (hasRange(i)) {
          values.add(number(row.get(i).lowest()));
          values.add(number(row.get(i).highest()));
        }
      }
      csv.writeRecord(values);
    }
    if (captioned) {
      List<String> lines = new ArrayList<>(List.of(table.title()));
      lines.addAll(table.caption());
      lines.forEach(line -> csv.writeComment(" " + OneLine.of(line)));
    }
  }

  /** Whether a number of the column lies between two: then both have columns of their own. */
  private boolean hasRange(int column) {
    return table.rows().stream().anyMatch(row -> row.get(column).isRange());
  }

  private String header(int column, String end) {
    List<String> units =
        table.rows().stream()
            .map(row -> row.get(column).unit())
            .filter(unit -> !unit.isEmpty())
            .distinct()
            .toList();
    String name = table.columns().get(column) + end;
    return text(units.isEmpty() ? name : name + " [" + String.join("|", units) + "]");
  }

  /** An unknown value is an empty field, never the word and never a zero. */
  private String value(Cell cell) {
    if (!cell.isKnown()) {
      return "";
    }
    return cell.value().map(BigDecimal::toPlainString).orElseGet(() -> text(cell.text()));
  }

  private static String number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return safe && formula ? "'" + text : text;
  }

  private static String written(Consumer<CsvWriter> content) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      content.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
