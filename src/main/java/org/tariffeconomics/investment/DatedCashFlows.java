package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Amounts on given days in one currency, discounted over years that a stated day count measures.
 * Spreadsheets' XNPV and XIRR are these methods with {@link DayCount#ACT_365}.
 *
 * <p>Amounts are exact. Powers to fractions of a year are not rational, so present values are
 * estimates to about 15 digits. Amounts of one day are added.
 *
 * @since 0.1.0
 */
public final class DatedCashFlows {

  private final CurrencyUnit currency;
  private final List<DatedCashFlow> flows;

  private DatedCashFlows(CurrencyUnit currency, List<DatedCashFlow> flows) {
    this.currency = currency;
    this.flows = List.copyOf(flows);
  }

  /**
   * Dated cash flows in any order.
   *
   * @param flows the amounts, at least one, all of one currency
   * @return the cash flows, sorted by day
   * @throws IllegalArgumentException when there is none, or the currencies differ
   */
  public static DatedCashFlows of(List<DatedCashFlow> flows) {
    Objects.requireNonNull(flows, "flows");
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("Cash flows need at least one amount, but there was none");
    }
    CurrencyUnit currency = flows.get(0).amount().getCurrencyUnit();
    TreeMap<LocalDate, BigMoney> byDay = new TreeMap<>();
    for (DatedCashFlow flow : flows) {
      Require.currency("each amount", flow.amount(), currency);
      byDay.merge(flow.day(), flow.amount(), BigMoney::plus);
    }
    return new DatedCashFlows(
        currency,
        byDay.entrySet().stream().map(e -> new DatedCashFlow(e.getKey(), e.getValue())).toList());
  }

  /**
   * Dated cash flows in any order.
   *
   * @param flows the amounts, at least one, all of one currency
   * @return the cash flows, sorted by day
   * @throws IllegalArgumentException when there is none, or the currencies differ
   */
  public static DatedCashFlows of(DatedCashFlow... flows) {
    Objects.requireNonNull(flows, "flows");
    return of(Arrays.asList(flows));
  }

  /** {@return the amounts, one a day, earliest first} */
  public List<DatedCashFlow> flows() {
    return flows;
  }

  /** {@return the day of the first amount} */
  public LocalDate firstDay() {
    return flows.get(0).day();
  }

  /**
   * The net present value on the day of the first amount: Σ c_k / (1 + r)^t_k.
   *
   * @param rate the discount rate a year, compounded yearly, above −100 %
   * @param dayCount how days become years
   * @return the value on the first day
   * @throws IllegalArgumentException when the rate is −100 %
   */
  public BigMoney npv(Rate rate, DayCount dayCount) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(dayCount, "dayCount");
    return npv(rate, dayCount, firstDay());
  }

  /**
   * The net value on any day; amounts before that day are compounded forward.
   *
   * @param rate the discount rate a year, compounded yearly, above −100 %
   * @param dayCount how days become years
   * @param valueDay the day on which the sum is valued
   * @return the value on that day
   * @throws IllegalArgumentException when the rate is −100 %
   */
  public BigMoney npv(Rate rate, DayCount dayCount, LocalDate valueDay) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(dayCount, "dayCount");
    Objects.requireNonNull(valueDay, "valueDay");
    BigMoney value = BigMoney.zero(currency);
    for (DatedCashFlow flow : flows) {
      value = value.plus(worth(flow, rate, dayCount, valueDay));
    }
    return value;
  }

  private static BigMoney worth(
      DatedCashFlow flow, Rate rate, DayCount dayCount, LocalDate valueDay) {
    Require.aboveTotalLoss("rate", rate);
    double years = dayCount.years(valueDay, flow.day()).doubleValue();
    double factor = Math.exp(-years * Math.log1p(rate.fraction().doubleValue()));
    return MoneyMath.times(
        flow.amount(),
        MoneyMath.exact(factor, "rate " + rate + " from " + valueDay + " to " + flow.day()));
  }

  /**
   * Every internal rate of return a year from −99 % to 1,000 %.
   *
   * @param dayCount how days become years
   * @return the rates, with their number as an explicit outcome
   */
  public InternalRates irr(DayCount dayCount) {
    Objects.requireNonNull(dayCount, "dayCount");
    return irr(dayCount, InternalRates.DEFAULT_LOWEST, InternalRates.DEFAULT_HIGHEST);
  }

  /**
   * Every internal rate of return a year in an interval.
   *
   * @param dayCount how days become years
   * @param lowest the smallest rate looked for, above −100 %
   * @param highest the largest rate looked for
   * @return the rates, with their number as an explicit outcome
   * @throws IllegalArgumentException when the interval is empty or reaches −100 %
   */
  public InternalRates irr(DayCount dayCount, Rate lowest, Rate highest) {
    Objects.requireNonNull(dayCount, "dayCount");
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    TreeMap<BigDecimal, BigDecimal> byTime = new TreeMap<>();
    for (DatedCashFlow flow : flows) {
      byTime.merge(
          dayCount.years(firstDay(), flow.day()), flow.amount().getAmount(), BigDecimal::add);
    }
    double[] times = byTime.keySet().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    return InternalRates.of(List.copyOf(byTime.values()), times, lowest, highest);
  }

  /**
   * The amounts with years and present values, and a total row.
   *
   * @param rate the discount rate a year, above −100 %
   * @param dayCount how days become years
   * @return the table
   */
  public Table table(Rate rate, DayCount dayCount) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(dayCount, "dayCount");
    List<List<Cell>> rows = new ArrayList<>();
    flows.forEach(flow -> rows.add(row(flow, rate, dayCount)));
    BigMoney sum = MoneyMath.sum(currency, flows.stream().map(DatedCashFlow::amount).toList());
    rows.add(List.of(Cell.text("Total"), Cell.blank(), money(sum), money(npv(rate, dayCount))));
    return Table.of(
        "Cash flows, received positive, at " + rate + " a year, " + dayCount,
        List.of("day", "years", "amount", "present value"),
        rows);
  }

  private List<Cell> row(DatedCashFlow flow, Rate rate, DayCount dayCount) {
    return List.of(
        Cell.date(flow.day()),
        Cell.number(dayCount.years(firstDay(), flow.day()), 4, "years"),
        money(flow.amount()),
        money(worth(flow, rate, dayCount, firstDay())));
  }

  private Cell money(BigMoney amount) {
    return Cell.money(amount.getAmount(), currency.getCode(), currency.getDecimalPlaces());
  }

  /** How many amounts there are, and from when to when. */
  @Override
  public String toString() {
    return flows.size()
        + " cash flows in "
        + currency
        + " from "
        + firstDay()
        + " to "
        + flows.get(flows.size() - 1).day();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatedCashFlows that
        && currency.equals(that.currency)
        && flows.equals(that.flows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(currency, flows);
  }
}
