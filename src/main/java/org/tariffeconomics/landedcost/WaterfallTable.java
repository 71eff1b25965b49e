package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MoneyCells;

/** Shows a landed cost as a waterfall. */
final class WaterfallTable {

  private static final List<String> COLUMNS =
      List.of("line", "amount", "running total", "of customs value", "note");

  private final LandedCost cost;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** The costs as they are printed, which add up to the printed total; empty where not known. */
  private final List<Optional<BigMoney>> printed;

  /** What the costs so far come to, or lie within. */
  private Optional<Span> running;

  private WaterfallTable(LandedCost cost) {
    this.cost = cost;
    this.printed = cost.printed();
    this.running = Optional.of(Span.zero(cost.currency()));
  }

  static Table of(LandedCost cost) {
    WaterfallTable table = new WaterfallTable(cost);
    List<CostLine> costs = cost.lines().stream().filter(CostLine::isCost).toList();
    for (int i = 0; i < costs.size(); i++) {
      table.line(costs.get(i), table.printed.get(i));
    }
    table.total();
    cost.shipment().quantities().forEach(table::perUnit);
    cost.lines().stream().filter(l -> !l.isCost()).forEach(table::credit);
    return new Table(title(cost), COLUMNS, table.rows, cost.stamp().lines());
  }

  static String title(LandedCost cost) {
    return "Landed cost of "
        + cost.shipment().line()
        + " from "
        + cost.shipment().origin()
        + " in "
        + cost.terms().territory()
        + cost.day().map(d -> " on " + d).orElse("");
  }

  private void line(CostLine line, Optional<BigMoney> amount) {
    Optional<Span> within = amount.map(Span::of).or(line::span);
    running = running.flatMap(sum -> within.map(sum::plus));
    rows.add(
        List.of(
            Cell.text(name(line)),
            cell(within, line.note()),
            cell(
                running,
                running.isEmpty()
                    ? "a line before is not known"
                    : "a line before lies between two amounts"),
            line.amount().flatMap(this::share).orElseGet(Cell::blank),
            Cell.text(line.note())));
  }

  private static Cell cell(Optional<Span> within, String why) {
    return CostAmounts.spanCell(within, why);
  }

  private static String name(CostLine line) {
    return name(line.kind(), line.name());
  }

  static String name(CostLine.Kind kind, String name) {
    return switch (kind) {
      case DUTY -> name.endsWith("duty") ? name : "duty, " + name;
      case FEE -> "fee, " + name;
      case TAX -> "tax, " + name;
      case CREDITABLE_TAX -> "creditable, " + name;
      default -> name;
    };
  }

  private static Cell amount(CostLine line) {
    return cell(line.span(), line.note());
  }

  private Optional<Cell> share(BigMoney amount) {
    return cost.customsValue()
        .value()
        .flatMap(v -> CostAmounts.ratio(amount, v))
        .map(r -> Cell.percent(r, 2));
  }

  private void total() {
    Cell total =
        cost.total()
            .map(MoneyCells::of)
            .or(() -> cost.range().map(r -> MoneyCells.of(r, String.join("; ", cost.reasons()))))
            .orElseGet(
                () ->
                    cost.outcome() == Outcome.PROHIBITED
                        ? Cell.text("prohibited")
                        : Cell.unknown(String.join("; ", cost.reasons())));
    rows.add(
        List.of(
            Cell.text("landed cost"),
            total,
            total,
            cost.total().flatMap(this::share).orElseGet(Cell::blank),
            Cell.text(String.join("; ", cost.reasons()))));
  }

  private void perUnit(Quantity quantity) {
    if (quantity.amount().compareTo(BigDecimal.ZERO) > 0) {
      cost.perUnit(quantity.unit())
          .ifPresent(
              each ->
                  rows.add(
                      List.of(
                          Cell.text("per " + quantity.unit()),
                          MoneyCells.of(each),
                          Cell.blank(),
                          Cell.blank(),
                          Cell.text("of " + quantity))));
    }
  }

  private void credit(CostLine line) {
    rows.add(
        List.of(
            Cell.text(name(line)),
            amount(line),
            Cell.blank(),
            line.amount().flatMap(this::share).orElseGet(Cell::blank),
            Cell.text("given back, no part of the cost: " + line.note())));
  }
}
