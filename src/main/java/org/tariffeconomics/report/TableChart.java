package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one column of a table as bars, a row of the table a bar. */
final class TableChart {

  private TableChart() {}

  /** The first column with numbers that are no rank. */
  static String values(Table table) {
    return table.columns().stream()
        .filter(column -> !column.equals("rank") && holdsNumbers(table, column))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No column of '" + table.title() + "' holds numbers: " + table.columns()));
  }

  /** The first column of words. */
  static String labels(Table table) {
    return table.columns().stream()
        .filter(column -> !column.equals("rank") && !holdsNumbers(table, column))
        .findFirst()
        .orElse(table.columns().get(0));
  }

  private static boolean holdsNumbers(Table table, String column) {
    int at = table.columns().indexOf(column);
    return table.rows().stream().anyMatch(row -> row.get(at).value().isPresent());
  }

  static Chart of(Table table, String label, String column) {
    List<ChartRows.Row> rows = new ArrayList<>();
    String unit = unit(table, column);
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(row(table.cell(i, label).text(), table.cell(i, column), column));
    }
    return Chart.of(
        table.title(), column, table.caption(), ChartRows.of(scale(column, unit), rows));
  }

  private static String unit(Table table, String column) {
    List<String> units = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Cell cell = table.cell(i, column);
      if (cell.highest().isPresent() && !units.contains(cell.unit())) {
        units.add(cell.unit());
      }
    }
    if (units.size() != 1) {
      throw new IllegalArgumentException(
          "Column '"
              + column
              + "' must hold numbers of one unit to be drawn, but had "
              + (units.isEmpty() ? "none" : units));
    }
    return units.get(0);
  }

  private static ChartScale scale(String column, String unit) {
    return switch (unit) {
      case "fraction", "relative" -> ChartScale.percent(column);
      case "pp" -> ChartScale.points(column);
      default -> ChartScale.number(column, unit.equals(column) ? "" : unit);
    };
  }

  private static ChartRows.Row row(String label, Cell cell, String column) {
    Optional<BigDecimal> value = cell.value();
    if (cell.isRange()) {
      return ChartRows.Row.of(
          label,
          List.of(new ChartRows.Range(drawn(cell, cell.lowest()), drawn(cell, cell.highest()))),
          cell.text());
    }
    if (!cell.isKnown()) {
      return ChartRows.Row.unknown(label, cell.note());
    }
    if (value.isEmpty()) {
      return new ChartRows.Row(label, List.of(), "", cell.text());
    }
    String series = value.get().signum() < 0 ? column + ", negative" : column;
    ChartRows.Bar bar = new ChartRows.Bar(series, 0, drawn(cell, value), "");
    return ChartRows.Row.of(label, List.of(bar), cell.text());
  }

  /** A number of a cell on the scale of its unit: points are drawn as fractions. */
  private static double drawn(Cell cell, Optional<BigDecimal> number) {
    BigDecimal value = number.orElseThrow();
    return (cell.unit().equals("pp") ? value.movePointLeft(2) : value).doubleValue();
  }
}
