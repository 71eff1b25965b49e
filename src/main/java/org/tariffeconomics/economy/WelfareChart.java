package org.tariffeconomics.economy;

import java.util.List;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.ChartRows;

/** Rows of charts of changes: gains to the right, losses to the left. */
final class WelfareChart {

  private WelfareChart() {}

  /** A bar to a value, or a whisker over an interval. */
  static ChartRows.Row row(String label, EstimateRange change) {
    return change.isPoint()
        ? bar(label, change.lowest())
        : ChartRows.Row.of(
            label,
            List.of(new ChartRows.Range(change.lowest(), change.highest())),
            change.percentText(2));
  }

  static ChartRows.Row bar(String label, double change) {
    return ChartRows.Row.of(
        label,
        List.of(new ChartRows.Bar(change < 0 ? "loss" : "gain", 0, change, "")),
        Cell.relative(change, 3).text());
  }
}
