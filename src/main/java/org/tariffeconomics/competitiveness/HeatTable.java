package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** Product by rival: who is ahead of whom, and by how much. */
final class HeatTable {

  private HeatTable() {}

  static Table of(ImportMarket market, String origin) {
    List<MarketSupplier> own = new ArrayList<>();
    for (String product : market.products()) {
      market.supplier(product, origin).ifPresent(own::add);
    }
    List<String> rivals =
        market.origins().stream()
            .filter(o -> !o.equals(origin))
            .filter(o -> own.stream().anyMatch(s -> supplies(market, s.product(), o)))
            .toList();
    List<String> columns = new ArrayList<>(List.of("product", "own tariff"));
    rivals.forEach(rival -> columns.add("vs " + rival));
    return new Table(
        "Lead of " + origin + " in " + market.name() + " (positive = rival pays more)",
        columns,
        own.stream().map(s -> row(market, s, rivals)).toList(),
        market.caption("rival's tariff less own, in points; blank: not a supplier"));
  }

  private static boolean supplies(ImportMarket market, String product, String origin) {
    return market.supplier(product, origin).isPresent();
  }

  private static List<Cell> row(ImportMarket market, MarketSupplier own, List<String> rivals) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(own.product()));
    row.add(FigureCells.percent(own.tariff()));
    for (String rival : rivals) {
      Optional<MarketSupplier> other = market.supplier(own.product(), rival);
      row.add(other.isPresent() ? lead(own, other.get()) : Cell.blank());
    }
    return row;
  }

  private static Cell lead(MarketSupplier own, MarketSupplier rival) {
    return FigureCells.points(rival.tariff().minus(own.tariff()));
  }
}
