package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;

/** Draws pushes: a bar each, a whisker where duties are open. */
final class CostPushChart {

  private CostPushChart() {}

  static Chart of(
      String title,
      List<String> caption,
      List<String> keys,
      Function<String, String> label,
      Function<String, EstimateRange> push) {
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(row(label.apply(key), push.apply(key)));
    }
    return Chart.of(
        title,
        "rise of the price, through all stages",
        caption,
        ChartRows.of(ChartScale.percent("push"), rows));
  }

  private static ChartRows.Row row(String label, EstimateRange push) {
    return push.isPoint()
        ? ChartRows.Row.of(
            label,
            List.of(new ChartRows.Bar("push", 0, push.lowest(), "")),
            Cell.relative(push.lowest(), 2).text())
        : ChartRows.Row.of(
            label,
            List.of(new ChartRows.Range(push.lowest(), push.highest())),
            push.percentText(2));
  }
}
