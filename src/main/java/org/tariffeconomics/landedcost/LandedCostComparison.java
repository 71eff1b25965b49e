package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Landed costs side by side, cheapest first; those that are not known come last, as unknown.
 *
 * @param costs the costs, at least one, in one currency
 */
public record LandedCostComparison(List<LandedCost> costs) {

  /**
   * Creates a comparison; the costs are sorted, cheapest first.
   *
   * @param costs the costs, at least one, in one currency
   * @throws IllegalArgumentException when there is none, or currencies differ
   */
  public LandedCostComparison {
    if (costs.stream().map(LandedCost::currency).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "Landed costs side by side must be at least one and in one currency, but were " + costs);
    }
    costs =
        costs.stream()
            .sorted(
                Comparator.comparing(
                    c -> c.total().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
  }

  /**
   * Origin, price, freight and insurance, duty with its rate, fees, landed cost, and the distance
   * to the cheapest.
   *
   * @return the table, one row a cost
   */
  public Table table() {
    Optional<BigMoney> best = costs.get(0).total();
    List<List<Cell>> rows = new ArrayList<>();
    for (LandedCost each : costs) {
      rows.add(
          List.of(
              Cell.text(label(each)),
              sum(each, Kind.GOODS),
              sum(each, Kind.FREIGHT, Kind.INSURANCE),
              sum(each, Kind.DUTY),
              each.dutyRate()
                  .map(r -> Cell.percent(r.fraction(), 1))
                  .orElseGet(() -> Cell.unknown(why(each))),
              sum(each, Kind.FEE),
              each.total()
                  .map(LandedCostComparison::money)
                  .orElseGet(() -> Cell.unknown(why(each))),
              each.total()
                  .flatMap(t -> best.map(t::minus))
                  .map(LandedCostComparison::money)
                  .orElseGet(Cell::blank)));
    }
    List<String> caption = new ArrayList<>();
    costs.stream()
        .map(c -> "customs value: " + c.terms().basis().words())
        .distinct()
        .forEach(caption::add);
    caption.addAll(costs.get(0).stamp().lines());
    return new Table(
        "Landed cost in " + costs.get(0).terms().territory() + ", cheapest first",
        List.of("origin", "price", "freight+ins.", "duty", "rate", "fees", "landed", "vs best"),
        rows,
        caption);
  }

  private static String label(LandedCost cost) {
    return new DeclaredOrigin(cost.shipment().origin(), cost.shipment().facts()).label();
  }

  private static Cell sum(LandedCost cost, Kind... kinds) {
    BigMoney sum = BigMoney.zero(cost.currency());
    for (Kind kind : kinds) {
      Optional<BigMoney> amount = cost.amount(kind);
      if (amount.isEmpty()) {
        return Cell.unknown(why(cost));
      }
      sum = sum.plus(amount.get());
    }
    return money(sum);
  }

  /** Whole units: the cents stand in each cost's own table. */
  private static Cell money(BigMoney amount) {
    return Cell.money(amount.getAmount(), amount.getCurrencyUnit().getCode(), 0);
  }

  private static String why(LandedCost cost) {
    return String.join("; ", cost.reasons());
  }

  /** The origins with their costs, cheapest first. */
  @Override
  public String toString() {
    return costs.stream()
        .map(c -> c.shipment().origin() + " " + c.total().map(BigMoney::toString).orElse("unknown"))
        .collect(Collectors.joining(", "));
  }
}
