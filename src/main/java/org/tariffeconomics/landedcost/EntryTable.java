package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MoneyCells;

/** An entry as a table: its lines, what they pay together, and the total. */
final class EntryTable {

  private static final List<String> COLUMNS =
      List.of("line", "goods", "origin", "customs value", "duty", "fees", "taxes", "landed");

  private final EntryCost cost;

  private EntryTable(EntryCost cost) {
    this.cost = cost;
  }

  static Table of(EntryCost cost) {
    EntryTable table = new EntryTable(cost);
    List<List<Cell>> rows = new ArrayList<>();
    cost.lines().forEach(line -> rows.add(table.row(line)));
    rows.add(table.total());
    return new Table(
        "Entry of "
            + Texts.counted(cost.lines().size(), "line")
            + " into "
            + territory(cost)
            + " on "
            + cost.day(),
        COLUMNS,
        rows,
        table.caption());
  }

  private static String territory(EntryCost cost) {
    return cost.entry().terms().territory();
  }

  private List<Cell> row(EntryLine line) {
    String why = String.join("; ", line.reasons());
    return List.of(
        Cell.text(line.name()),
        Cell.text(line.goods().line().toString()),
        Cell.text(line.goods().origin().alpha2()),
        cell(line.customsValue().value(), why),
        line.outcome() == Outcome.PROHIBITED
            ? Cell.text("prohibited")
            : cell(line.amount(Kind.DUTY), line.dutyRange(), why),
        cell(line.amount(Kind.FEE), line.range(Kind.FEE), why),
        MoneyCells.of(taxRange(line), why),
        cell(line.total(), line.range(), why));
  }

  private static Optional<MoneyRange> taxRange(EntryLine line) {
    return line.range(Kind.TAX).flatMap(t -> line.range(Kind.CREDITABLE_TAX).map(t::plus));
  }

  private List<Cell> total() {
    return List.of(
        Cell.text("total"),
        Cell.blank(),
        Cell.blank(),
        cell(cost.customsValue(), "a line's value is not known"),
        money(cost.duty(), cost.dutyRange(), "a line's duty is not known"),
        money(cost.feeTotal(), cost.feeRange(), "a fee is not known"),
        money(cost.taxTotal(), cost.taxRange(), "a tax is not known"),
        cell(cost.exactTotal(), cost.range(), "a part is not known"));
  }

  private static Cell money(Optional<Money> amount, Optional<MoneyRange> range, String why) {
    return cell(amount.map(Money::toBigMoney), range, why);
  }

  private static Cell cell(Optional<BigMoney> amount, String unknown) {
    return cell(amount, Optional.empty(), unknown);
  }

  private static Cell cell(Optional<BigMoney> amount, Optional<MoneyRange> range, String why) {
    return amount
        .map(MoneyCells::of)
        .or(() -> range.map(r -> MoneyCells.of(r, why)))
        .orElseGet(() -> Cell.unknown(why));
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    caption.add(
        "payable "
            + cost.payable()
                .map(p -> CostAmounts.text(p.toBigMoney()))
                .or(() -> cost.payableRange().map(MoneyRange::toString))
                .orElse("unknown")
            + parts());
    String left = cost.outcome() == Outcome.BOUNDED ? "left open: " : "not known: ";
    cost.reasons().forEach(r -> caption.add(left + r));
    caption.addAll(cost.stamp().lines());
    return caption;
  }

  private String parts() {
    List<CostLine> whole = new ArrayList<>(cost.fees());
    whole.addAll(cost.taxes());
    StringBuilder parts = new StringBuilder();
    for (CostLine each : whole) {
      parts
          .append(parts.isEmpty() ? ", of it " : ", ")
          .append(each.name())
          .append(' ')
          .append(
              each.amount()
                  .map(CostAmounts::text)
                  .or(() -> each.range().map(MoneyRange::toString))
                  .orElse("unknown"));
    }
    return parts.toString();
  }
}
