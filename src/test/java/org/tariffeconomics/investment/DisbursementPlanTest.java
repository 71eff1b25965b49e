package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class DisbursementPlanTest {

  private static final LocalDate START = LocalDate.parse("2025-01-01");

  private static BigMoney usd(long amount) {
    return BigMoney.ofMajor(USD, amount);
  }

  private static void assertMoney(long expected, BigMoney actual) {
    assertEquals(0, usd(expected).compareTo(actual), () -> expected + " but was " + actual);
  }

  private static List<Long> amounts(DisbursementPlan plan) {
    return plan.periods().stream().map(p -> p.amount().getAmount().longValue()).toList();
  }

  @Test
  void a_linear_plan_pays_by_the_day() {
    // 2025 to 2027 have 1,095 days; the last year is cut after 100 days.
    DisbursementPlan plan = DisbursementPlan.linear(usd(830), START, LocalDate.parse("2027-04-11"));
    assertEquals(List.of(365L, 365L, 100L), amounts(plan));
    assertMoney(366, plan.plannedBefore(LocalDate.parse("2026-01-02")));
    assertMoney(0, plan.plannedBefore(START));
    assertMoney(830, plan.plannedBefore(LocalDate.parse("2099-01-01")));
  }

  @Test
  void an_s_curve_is_slow_fast_slow_and_symmetric() {
    // Four years of nearly equal length at steepness 10: the logistic from 0 to 1 passes
    // (L(.25) - L(0)) / (L(1) - L(0)) = 7.01 % in the first.
    DisbursementPlan plan =
        DisbursementPlan.sCurve(usd(100_000), START, LocalDate.parse("2029-01-01"), 10);
    List<Long> amounts = amounts(plan);
    double l0 = 1 / (1 + Math.exp(5));
    double quarter = 1 / (1 + Math.exp(10 * (0.5 - 365.0 / 1_461)));
    assertEquals((quarter - l0) / (1 - 2 * l0) * 100_000, amounts.get(0), 1);
    assertTrue(amounts.get(1) > 5 * amounts.get(0));
    assertEquals(amounts.get(0), amounts.get(3), 60);
    assertMoney(100_000, plan.total());
  }

  @Test
  void an_s_curve_without_steepness_is_linear() {
    LocalDate end = LocalDate.parse("2031-07-01");
    assertEquals(
        DisbursementPlan.linear(usd(1_000), START, end),
        DisbursementPlan.sCurve(usd(1_000), START, end, 1e-12));
  }

  @Test
  void at_a_cap_the_rest_takes_part_of_a_year() {
    DisbursementPlan plan = DisbursementPlan.atCap(usd(350), usd(20), START);
    assertEquals(18, plan.periods().size());
    assertMoney(350, plan.total());
    // 17 years, then 10/20 of the 365 days of 2042
    assertEquals(LocalDate.parse("2042-07-03"), plan.end());
  }

  @Test
  void what_exceeds_the_cap_is_carried_on() {
    DisbursementPlan plan =
        new DisbursementPlan(
            List.of(
                new PlannedPeriod(START, START.plusYears(1), usd(30)),
                new PlannedPeriod(START.plusYears(1), START.plusYears(2), usd(5))));
    DisbursementPlan capped = plan.withCap(usd(20));
    assertEquals(List.of(20L, 15L), amounts(capped));
    assertEquals(List.of(10L, 10L, 10L, 5L), amounts(plan.withCap(usd(10))));
    // Half of the fourth year, 365 days, pays the last 5.
    assertEquals(LocalDate.parse("2028-07-02"), plan.withCap(usd(10)).end());
    assertEquals(plan, plan.withCap(usd(30)));
  }

  @Test
  void a_plan_becomes_cash_flows_at_the_ends_of_its_periods() {
    DatedCashFlows flows = DisbursementPlan.linear(usd(730), START, START.plusYears(2)).cashFlows();
    assertEquals(START.plusYears(1), flows.firstDay());
    assertMoney(-365, flows.flows().get(0).amount());
  }

  @Test
  void gaps_and_nonsense_are_refused() {
    PlannedPeriod first = new PlannedPeriod(START, START.plusYears(1), usd(1));
    PlannedPeriod third = new PlannedPeriod(START.plusYears(2), START.plusYears(3), usd(1));
    assertThrows(IllegalArgumentException.class, () -> new DisbursementPlan(List.of(first, third)));
    assertThrows(IllegalArgumentException.class, () -> new DisbursementPlan(List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> DisbursementPlan.linear(usd(1), START, START));
    assertThrows(
        IllegalArgumentException.class,
        () -> DisbursementPlan.sCurve(usd(1), START, START.plusYears(1), 0));
    assertThrows(
        IllegalArgumentException.class, () -> DisbursementPlan.atCap(usd(1_001), usd(1), START));
    assertThrows(IllegalArgumentException.class, () -> new PlannedPeriod(START, START, usd(1)));
  }

  @Test
  void the_table_adds_up() {
    DisbursementPlan plan = DisbursementPlan.linear(usd(730), START, START.plusYears(2));
    assertEquals("730.00", plan.table().cell(1, "added up").text());
    assertEquals("USD 730.00 from 2025-01-01 until 2027-01-01", plan.toString());
  }
}
