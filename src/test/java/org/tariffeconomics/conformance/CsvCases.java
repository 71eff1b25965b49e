package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads case files in CSV and compares their columns with computed numbers. */
final class CsvCases {

  private CsvCases() {}

  /** The number in a column; empty where the cell is blank or the file has no such column. */
  static OptionalDouble number(NamedCsvRecord row, String column) {
    String text = row.findField(column).orElse("").strip();
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number in column " + column + ": '" + text + "'", e);
    }
  }

  static double required(NamedCsvRecord row, String column) {
    return number(row, column)
        .orElseThrow(() -> new IllegalArgumentException("no number in column " + column));
  }

  /** Compares every computed column that the row fills in. */
  static CaseResult compare(
      String id, NamedCsvRecord row, Map<String, Double> computed, TreeComparison tolerance) {
    int compared = 0;
    for (Map.Entry<String, Double> each : computed.entrySet()) {
      OptionalDouble expected = number(row, each.getKey());
      if (expected.isPresent()) {
        compared++;
        if (!tolerance.agree(expected.getAsDouble(), each.getValue())) {
          return CaseResult.failed(
              id,
              each.getKey()
                  + ": expected "
                  + expected.getAsDouble()
                  + " but was "
                  + each.getValue());
        }
      }
    }
    return compared == 0
        ? CaseResult.unsupported(id, "the row has none of the columns " + computed.keySet())
        : CaseResult.passed(id);
  }
}
