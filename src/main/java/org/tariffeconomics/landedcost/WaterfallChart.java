package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;

/** Draws a landed cost as a waterfall: each cost begins where the one before ended. */
final class WaterfallChart {

  private final LandedCost cost;
  private final List<ChartRows.Row> rows = new ArrayList<>();
  private BigDecimal running = BigDecimal.ZERO;

  private WaterfallChart(LandedCost cost) {
    this.cost = cost;
  }

  static Chart of(LandedCost cost) {
    return new WaterfallChart(cost).chart();
  }

  private Chart chart() {
    List<CostLine> costs = cost.lines().stream().filter(CostLine::isCost).toList();
    List<Optional<BigMoney>> printed = cost.printed();
    for (int i = 0; i < costs.size(); i++) {
      rows.add(row(costs.get(i), printed.get(i)));
    }
    rows.add(total());
    return Chart.of(
        WaterfallTable.title(cost),
        "each cost begins where the one before ended; amounts as printed, which add up",
        cost.stamp().lines(),
        ChartRows.of(ChartScale.number("", cost.currency().getCode()), rows).withConnections());
  }

  private ChartRows.Row row(CostLine line, Optional<BigMoney> amount) {
    String name = WaterfallTable.name(line.kind(), line.name());
    if (amount.isEmpty()) {
      return ChartRows.Row.unknown(name, line.note());
    }
    BigDecimal from = running;
    running = running.add(amount.get().getAmount());
    ChartRows.Bar bar =
        new ChartRows.Bar(series(line.kind()), from.doubleValue(), running.doubleValue(), "");
    return ChartRows.Row.of(name, List.of(bar), CostAmounts.text(amount.get()));
  }

  private static String series(CostLine.Kind kind) {
    return switch (kind) {
      case GOODS -> "goods";
      case DUTY -> "duty";
      case FEE -> "fees";
      case TAX -> "taxes";
      default -> "carriage and charges";
    };
  }

  private ChartRows.Row total() {
    return cost.total()
        .map(
            total ->
                ChartRows.Row.of(
                    "landed cost",
                    List.of(new ChartRows.Bar("landed cost", 0, running.doubleValue(), "")),
                    CostAmounts.text(total)))
        .orElseGet(() -> ChartRows.Row.unknown("landed cost", String.join("; ", cost.reasons())));
  }
}
