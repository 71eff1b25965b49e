package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How an amount is to be paid over time: periods that follow each other, each with an amount that
 * is paid evenly over its days.
 *
 * <p>The factories cut time into years from the start; the last may be shorter. Amounts are rounded
 * to the currency's decimals such that they sum to the total exactly.
 *
 * @param periods the periods, at least one, each starting where the one before ends
 * @since 0.1.0
 */
public record DisbursementPlan(List<PlannedPeriod> periods) {

  private static final int LONGEST = 1_000;

  /**
   * Creates a plan.
   *
   * @param periods the periods, at least one, each starting where the one before ends
   * @throws IllegalArgumentException when there is no period, there is a gap or overlap, or the
   *     currencies differ
   */
  public DisbursementPlan {
    Objects.requireNonNull(periods, "periods");
    periods = List.copyOf(periods);
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("A plan needs at least one period, but there was none");
    }
    CurrencyUnit currency = periods.get(0).amount().getCurrencyUnit();
    for (int i = 1; i < periods.size(); i++) {
      Require.currency("each period", periods.get(i).amount(), currency);
      if (!periods.get(i).from().equals(periods.get(i - 1).until())) {
        throw new IllegalArgumentException(
            "Each period must start where the one before ends, but ["
                + periods.get(i)
                + "] follows ["
                + periods.get(i - 1)
                + "]");
      }
    }
  }

  /**
   * The same amount every day.
   *
   * @param total what is to be paid, not negative
   * @param start the first day
   * @param end the day after the last, after {@code start}
   * @return the plan, in years from the start
   * @throws IllegalArgumentException when the total is negative or the end not after the start
   */
  public static DisbursementPlan linear(BigMoney total, LocalDate start, LocalDate end) {
    Objects.requireNonNull(total, "total");
    Require.day("start", start);
    Objects.requireNonNull(end, "end");
    return shaped(total, start, end, x -> x);
  }

  /**
   * Slow, then fast, then slow: the cumulative share follows a logistic curve, F(x) = (L(x) − L(0))
   * / (L(1) − L(0)) with L(x) = 1 / (1 + e^(−s (x − 1/2))) and x the share of time elapsed.
   *
   * @param total what is to be paid, not negative
   * @param start the first day
   * @param end the day after the last, after {@code start}
   * @param steepness s, in (0, 100]: near 0 the plan is linear, at 10 47 % of it fall into the
   *     middle fifth
   * @return the plan, in years from the start
   * @throws IllegalArgumentException when the steepness is out of bounds
   */
  public static DisbursementPlan sCurve(
      BigMoney total, LocalDate start, LocalDate end, double steepness) {
    Objects.requireNonNull(total, "total");
    Require.day("start", start);
    Objects.requireNonNull(end, "end");
    if (!(steepness > 0 && steepness <= 100)) {
      throw new IllegalArgumentException("steepness must be in (0, 100], but was " + steepness);
    }
    // tanh keeps its digits where the steepness is tiny, unlike a difference of logistics
    double scale = 2 * Math.tanh(steepness / 4);
    return shaped(total, start, end, x -> 0.5 + Math.tanh(steepness * (x - 0.5) / 2) / scale);
  }

  /**
   * As much as a cap allows each year, until all is paid.
   *
   * @param total what is to be paid, positive
   * @param cap the most in any year from the start on, positive
   * @param start the first day
   * @return the plan; its last period is the part of a year that the rest takes at the cap
   * @throws IllegalArgumentException when it would take more than 1,000 years
   */
  public static DisbursementPlan atCap(BigMoney total, BigMoney cap, LocalDate start) {
    Require.day("start", start);
    notTooLong(Require.positive("total", total), Require.positive("cap", cap));
    List<PlannedPeriod> years = new ArrayList<>();
    BigMoney open = total;
    for (int year = 0; open.isPositive(); year++) {
      LocalDate from = start.plusYears(year);
      LocalDate until = start.plusYears(year + 1L);
      BigMoney amount = MoneyMath.min(open, cap);
      years.add(new PlannedPeriod(from, paidAtCap(from, until, amount, cap), amount));
      open = open.minus(amount);
    }
    return new DisbursementPlan(years);
  }

  private static DisbursementPlan shaped(
      BigMoney total, LocalDate start, LocalDate end, DoubleUnaryOperator cumulative) {
    if (!Require.day("end", end).isAfter(start)) {
      throw new IllegalArgumentException(
          "end must be after start, but was " + end + " <= " + start);
    }
    Require.notNegative("total", total);
    List<PlannedPeriod> periods = new ArrayList<>();
    BigMoney paid = BigMoney.zero(total.getCurrencyUnit());
    LocalDate from = start;
    for (int year = 1; from.isBefore(end); year++) {
      LocalDate until = start.plusYears(year).isBefore(end) ? start.plusYears(year) : end;
      double elapsed = (double) DAYS.between(start, until) / DAYS.between(start, end);
      BigMoney due =
          until.equals(end)
              ? total
              : MoneyMath.toCents(
                  MoneyMath.times(
                      total,
                      MoneyMath.exact(cumulative.applyAsDouble(elapsed), "the plan to " + end)));
      periods.add(new PlannedPeriod(from, until, MoneyMath.max(due, paid).minus(paid)));
      paid = MoneyMath.max(due, paid);
      from = until;
    }
    return new DisbursementPlan(periods);
  }

  /**
   * The same plan held to a cap: what exceeds it in a year from the start is carried into the next,
   * beyond the plan's end where it must.
   *
   * @param cap the most in any year from the start on, positive
   * @return a new plan with the same total, in years from the start
   * @throws IllegalArgumentException when it would take more than 1,000 years
   */
  public DisbursementPlan withCap(BigMoney cap) {
    Require.positive("cap", cap);
    notTooLong(total(), cap);
    List<PlannedPeriod> years = new ArrayList<>();
    BigMoney paid = BigMoney.zero(cap.getCurrencyUnit());
    for (int year = 0;
        paid.isLessThan(total()) || start().plusYears(year).isBefore(end());
        year++) {
      LocalDate from = start().plusYears(year);
      LocalDate until = start().plusYears(year + 1L);
      BigMoney open = plannedBefore(until).minus(paid);
      BigMoney amount = MoneyMath.min(open, cap);
      boolean last = paid.plus(amount).isEqual(total()) && !until.isBefore(end());
      boolean carried = paid.isLessThan(plannedBefore(from));
      LocalDate stop = last ? end() : until;
      if (last && carried) {
        LocalDate paidUp = paidAtCap(from, until, amount, cap);
        stop = paidUp.isBefore(end()) ? end() : paidUp;
      }
      years.add(new PlannedPeriod(from, stop, amount));
      paid = paid.plus(amount);
    }
    return new DisbursementPlan(years);
  }

  private static void notTooLong(BigMoney total, BigMoney cap) {
    if (MoneyMath.ratio(total, cap).compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
      throw new IllegalArgumentException(
          "A plan must not take more than " + LONGEST + " years, but was " + total + " at " + cap);
    }
  }

  /** The day by which the cap, accruing evenly over a year, has paid for an amount. */
  private static LocalDate paidAtCap(
      LocalDate from, LocalDate until, BigMoney amount, BigMoney cap) {
    BigDecimal length = BigDecimal.valueOf(DAYS.between(from, until));
    BigDecimal days =
        amount.getAmount().multiply(length).divide(cap.getAmount(), 0, RoundingMode.CEILING);
    return from.plusDays(days.longValueExact());
  }

  /**
   * All that is to be paid.
   *
   * @return the sum of the periods
   */
  public BigMoney total() {
    return MoneyMath.sum(
        periods.get(0).amount().getCurrencyUnit(),
        periods.stream().map(PlannedPeriod::amount).toList());
  }

  /** {@return the first day} */
  public LocalDate start() {
    return periods.get(0).from();
  }

  /** {@return the day after the last} */
  public LocalDate end() {
    return periods.get(periods.size() - 1).until();
  }

  /**
   * What is to be paid before a day, counting the days of a period evenly.
   *
   * @param day the day, not itself included
   * @return the amount, zero up to the start and the total from the end on
   */
  public BigMoney plannedBefore(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return MoneyMath.sum(
        periods.get(0).amount().getCurrencyUnit(),
        periods.stream().map(p -> p.before(day)).toList());
  }

  /**
   * {@return the payments as cash flows of the investor, each at the end of its period, all
   * negative or zero}
   */
  public DatedCashFlows cashFlows() {
    return DatedCashFlows.of(
        periods.stream().map(p -> new DatedCashFlow(p.until(), p.amount().negated())).toList());
  }

  /**
   * The periods with amounts added up.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(total());
    List<List<Cell>> rows = new ArrayList<>();
    for (PlannedPeriod period : periods) {
      rows.add(
          List.of(
              Cell.date(period.from()),
              Cell.date(period.until()),
              scale.cell(period.amount()),
              scale.cell(plannedBefore(period.until()))));
    }
    return Table.of(
        "Disbursement plan, " + scale.unit(total()),
        List.of("from", "until (not included)", "amount", "added up"),
        rows);
  }

  /** The total and the days. */
  @Override
  public String toString() {
    return MoneyScale.show(total()) + " from " + start() + " until " + end();
  }
}
