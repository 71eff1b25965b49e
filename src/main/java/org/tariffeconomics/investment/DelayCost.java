package org.tariffeconomics.investment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What each month without a deal costs: the duty paid at today's rate above what it would be at the
 * rate of the deal, on the month's shipments as they are.
 *
 * @param start the first month
 * @param shipments the customs value shipped in each month, at least one, none negative
 * @param today the rate without the deal
 * @param deal the rate with it: what rivals already pay, say
 * @since 0.1.0
 */
public record DelayCost(YearMonth start, List<BigMoney> shipments, Rate today, Rate deal) {

  /**
   * Creates a question and its answer.
   *
   * @param start the first month
   * @param shipments the customs value shipped in each month, at least one, none negative
   * @param today the rate without the deal
   * @param deal the rate with it: what rivals already pay, say
   * @throws IllegalArgumentException when there is no month, or an amount is negative or in another
   *     currency
   */
  public DelayCost {
    Objects.requireNonNull(shipments, "shipments");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(deal, "deal");
    shipments = shipments.stream().map(PlainNumber::plain).toList();
    if (shipments.isEmpty()) {
      throw new IllegalArgumentException("shipments must have at least one month, but had none");
    }
    CurrencyUnit currency = shipments.get(0).getCurrencyUnit();
    for (BigMoney shipment : shipments) {
      Require.currency("shipments", Require.notNegative("shipments", shipment), currency);
    }
  }

  /**
   * The extra duty of each month: shipments × (today − deal), exact.
   *
   * @return one amount a month, negative where today's rate is the lower
   */
  public List<BigMoney> perMonth() {
    return shipments.stream()
        .map(shipment -> MoneyMath.times(shipment, today.minus(deal).points()))
        .toList();
  }

  /**
   * {@return the extra duty added up, month by month: one amount a month, the last being the total}
   */
  public List<BigMoney> cumulative() {
    List<BigMoney> sums = new ArrayList<>();
    BigMoney sum = BigMoney.zero(shipments.get(0).getCurrencyUnit());
    for (BigMoney month : perMonth()) {
      sum = sum.plus(month);
      sums.add(sum);
    }
    return List.copyOf(sums);
  }

  /**
   * The extra duty of all months.
   *
   * @return the total, exact
   */
  public BigMoney total() {
    return cumulative().get(shipments.size() - 1);
  }

  /**
   * The months.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(MoneyMath.sum(total().getCurrencyUnit(), shipments));
    List<List<Cell>> rows = new ArrayList<>();
    for (int k = 0; k < shipments.size(); k++) {
      rows.add(
          List.of(
              Cell.text(start.plusMonths(k).toString()),
              scale.cell(shipments.get(k)),
              scale.cell(perMonth().get(k)),
              scale.cell(cumulative().get(k))));
    }
    return Table.of(
            "Cost of delay at " + today + " instead of " + deal + ", " + scale.unit(total()),
            List.of("month", "shipments", "extra duty", "added up"),
            rows)
        .withCaption(List.of(MoneyKind.RELIEF_ESTIMATE + ": shipments do not respond"));
  }

  /** The total and the months. */
  @Override
  public String toString() {
    return "delay costs " + MoneyScale.show(total()) + " over " + shipments.size() + " months";
  }
}
