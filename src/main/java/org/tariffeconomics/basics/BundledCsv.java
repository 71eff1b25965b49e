package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the CSV files that lie beside this package's classes. */
final class BundledCsv {

  private BundledCsv() {}

  /** The rows of a file with a header line; lines that begin with # are remarks. */
  static List<NamedCsvRecord> rows(String file) {
    try (InputStream in = BundledCsv.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the library's jar: " + file);
      }
      return CsvReader.builder()
          .commentStrategy(CommentStrategy.SKIP)
          .ofNamedCsvRecord(in, StandardCharsets.UTF_8)
          .stream()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a cell that are separated by single spaces; none in a blank cell. */
  static List<String> words(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
