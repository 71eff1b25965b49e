package org.tariffeconomics.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes a table as CSV. */
final class CsvTable {

  private CsvTable() {}

  static String longForm(Table table) {
    return written(
        csv -> {
          csv.writeRecord("row", "key", "column", "value", "unit", "note");
          for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            for (int i = 0; i < cells.size(); i++) {
              Cell cell = cells.get(i);
              csv.writeRecord(
                  Integer.toString(row + 1),
                  cells.get(0).text(),
                  table.columns().get(i),
                  value(cell),
                  cell.unit(),
                  cell.note());
            }
          }
        });
  }

  static String wideForm(Table table) {
    return written(
        csv -> {
          csv.writeRecord(
              IntStream.range(0, table.columns().size()).mapToObj(i -> header(table, i)).toList());
          for (List<Cell> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvTable::value).toList());
          }
        });
  }

  private static String header(Table table, int column) {
    List<String> units =
        table.rows().stream()
            .map(row -> row.get(column).unit())
            .filter(unit -> !unit.isEmpty())
            .distinct()
            .toList();
    String name = table.columns().get(column);
    return units.isEmpty() ? name : name + " [" + String.join("|", units) + "]";
  }

  /** An unknown value is an empty field, never the word and never a zero. */
  private static String value(Cell cell) {
    return cell.isKnown() ? cell.value().map(BigDecimal::toPlainString).orElse(cell.text()) : "";
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
