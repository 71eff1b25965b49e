package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of the peers: with or without a header, packed or not. */
final class PeerTables {

  private PeerTables() {}

  /** The rows of a file, its header among them. */
  static List<List<String>> rows(Path file) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(CaseText.open(file))) {
      List<List<String>> rows = new ArrayList<>();
      csv.forEach(record -> rows.add(record.getFields()));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A matrix without a header. */
  static double[][] matrix(Path file) {
    return rows(file).stream()
        .map(row -> row.stream().mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** A table with a header whose columns are asked for by name. */
  static List<String> column(List<List<String>> rows, String name) {
    int at = rows.get(0).indexOf(name);
    if (at < 0) {
      throw new UnsupportedCase("no column '" + name + "' among " + rows.get(0));
    }
    return rows.subList(1, rows.size()).stream().map(row -> row.get(at)).toList();
  }

  static double[] numbers(List<List<String>> rows, String name) {
    return column(rows, name).stream().mapToDouble(text -> number(name, text)).toArray();
  }

  private static double number(String column, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new UnsupportedCase("no number in column '" + column + "': '" + text + "'");
    }
  }
}
