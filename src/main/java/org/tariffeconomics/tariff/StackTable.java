package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** Shows stacks and assessments as tables. */
final class StackTable {

  private static final int DECIMALS = 2;

  private StackTable() {}

  static Table of(DutyStack stack) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DutyLayer layer : stack.layers()) {
      layer.options().forEach(option -> rows.add(row(option, status(layer))));
    }
    for (NotApplied each : stack.considered()) {
      rows.add(
          List.of(
              Cell.text(each.measure().id()),
              Cell.text(each.measure().rule().name()),
              Cell.text(each.measure().rate().toString()),
              Cell.blank(),
              Cell.text(each.text()),
              Cell.text(each.measure().source().toString())));
    }
    String title =
        "Duties on "
            + stack
            + (stack.reasons().isEmpty() ? "" : " – " + String.join("; ", stack.reasons()));
    return new Table(
        title,
        List.of("measure", "rule", "rate", "of value", "status", "source"),
        rows,
        stack.stamp().lines());
  }

  private static List<Cell> row(DutyLayer layer, String status) {
    return List.of(
        Cell.text(layer.measure().id()),
        Cell.text(layer.measure().rule().name()),
        Cell.text(layer.rateText()),
        Cell.percent(layer.share(), 1),
        Cell.text(status),
        Cell.text(layer.measure().source().toString()));
  }

  private static String status(DutyLayer layer) {
    if (layer.alternatives().isEmpty()) {
      return "applies";
    }
    return layer.isBase() ? "the lower applies" : "the higher applies";
  }

  static Table of(Assessment assessment) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DutyLine line : assessment.payableLines()) {
      rows.add(
          List.of(
              Cell.text(line.measure().id()),
              Cell.text(line.layer().rateText()),
              MoneyCells.of(line.dutiable()),
              MoneyCells.of(line.amount()),
              assessment.effectiveRate(line).map(StackTable::rate).orElseGet(Cell::blank)));
    }
    rows.add(total(assessment));
    List<String> caption = new ArrayList<>();
    assessment.stack().notApplied().forEach(n -> caption.add("not applied: " + n));
    caption.addAll(assessment.stamp().lines());
    return new Table(
        "Duty on " + assessment.customsValue() + " of " + assessment.stack(),
        List.of("measure", "rate", "dutiable value", "duty", "of customs value"),
        rows,
        caption);
  }

  private static List<Cell> total(Assessment assessment) {
    String why = String.join("; ", assessment.reasons());
    Cell duty =
        assessment.outcome() == DutyStack.Outcome.PROHIBITED
            ? Cell.text("prohibited")
            : MoneyCells.of(assessment.range(), why);
    return List.of(
        Cell.text("total"),
        Cell.blank(),
        MoneyCells.of(assessment.customsValue()),
        duty,
        assessment
            .effectiveRange()
            .map(range -> RateCells.of(range, why, DECIMALS))
            .orElseGet(Cell::blank));
  }

  private static Cell rate(Rate rate) {
    return Cell.percent(rate.fraction(), DECIMALS);
  }
}
