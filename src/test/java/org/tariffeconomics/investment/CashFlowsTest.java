package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.EUR;
import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;

class CashFlowsTest {

  /** The worked example of the XNPV and XIRR pages of the Microsoft Excel manual. */
  private static final DatedCashFlows MANUAL =
      DatedCashFlows.of(
          flow("2008-03-01", 2_750),
          flow("2008-01-01", -10_000),
          flow("2008-10-30", 4_250),
          flow("2009-02-15", 3_250),
          flow("2009-04-01", 2_750));

  private static DatedCashFlow flow(String day, long amount) {
    return new DatedCashFlow(LocalDate.parse(day), BigMoney.ofMajor(USD, amount));
  }

  private static double rate(Rate rate) {
    return rate.fraction().doubleValue();
  }

  @Test
  void present_value_by_hand() {
    // -100 + 60/1.1 + 60/1.21 = 4.1322...
    BigMoney npv = CashFlows.of(USD, "-100", "60", "60").npv(Rate.percent(10));
    assertEquals(-100 + 60 / 1.1 + 60 / 1.21, npv.getAmount().doubleValue(), 1e-12);
    assertEquals("2 cash flows, sum USD -40.00", CashFlows.of(USD, "-100", "60").toString());
  }

  @Test
  void the_first_amount_is_not_discounted_and_zero_rate_adds_up() {
    assertEquals(BigDecimal.ZERO, CashFlows.of(USD, "-3", "1", "2").npv(Rate.ZERO).getAmount());
  }

  @Test
  void dated_present_value_agrees_with_the_spreadsheet_manual() {
    assertEquals(
        2_086.647602,
        MANUAL.npv(Rate.percent(9), DayCount.ACT_365).getAmount().doubleValue(),
        5e-7);
  }

  @Test
  void dated_internal_rate_agrees_with_the_spreadsheet_manual() {
    // The manual prints 0.373362535.
    assertEquals(0.373362535, rate(MANUAL.irr(DayCount.ACT_365).single().orElseThrow()), 5e-9);
  }

  @Test
  void value_on_a_later_day_is_compounded() {
    LocalDate later = LocalDate.parse("2009-01-01");
    double first = MANUAL.npv(Rate.percent(9), DayCount.ACT_365).getAmount().doubleValue();
    double moved = MANUAL.npv(Rate.percent(9), DayCount.ACT_365, later).getAmount().doubleValue();
    assertEquals(first * Math.pow(1.09, 366.0 / 365), moved, 1e-9);
  }

  @Test
  void modified_internal_rate_agrees_with_the_spreadsheet_manual() {
    // MIRR page of the Excel manual: 13 % (12.61 %) at 10 % finance and 12 % reinvestment.
    CashFlows flows = CashFlows.of(USD, "-120000", "39000", "30000", "21000", "37000", "46000");
    assertEquals(
        0.126094, rate(flows.mirr(Rate.percent(10), Rate.percent(12)).orElseThrow()), 5e-7);
  }

  @Test
  void modified_internal_rate_needs_payments_and_receipts() {
    assertTrue(CashFlows.of(USD, "1", "2").mirr(Rate.ZERO, Rate.ZERO).isEmpty());
    assertTrue(CashFlows.of(USD, "-1", "-2").mirr(Rate.ZERO, Rate.ZERO).isEmpty());
    assertTrue(CashFlows.of(USD, "-1").mirr(Rate.ZERO, Rate.ZERO).isEmpty());
  }

  @Test
  void the_oil_pump_has_two_internal_rates() {
    // Lorie and Savage (1955), The Journal of Business 28(4): -1600, 10000, -10000 -> 25 %, 400 %.
    InternalRates rates = CashFlows.of(USD, "-1600", "10000", "-10000").irr();
    assertEquals(InternalRates.Outcome.SEVERAL, rates.outcome());
    assertEquals(0.25, rate(rates.rates().get(0)), 1e-12);
    assertEquals(4, rate(rates.rates().get(1)), 1e-11);
    assertTrue(rates.single().isEmpty());
    assertEquals("IRR 25.00%, 400.00%", rates.toString());
  }

  @Test
  void three_internal_rates_are_all_found() {
    // (v - 1/1.1)(v - 1/1.2)(v - 1/1.5) expanded, v = 1/(1+r), scaled by 1.1*1.2*1.5.
    InternalRates rates = CashFlows.of(USD, "-1", "3.8", "-4.77", "1.98").irr();
    assertEquals(3, rates.signChanges());
    assertEquals(3, rates.rates().size());
    assertEquals(0.10, rate(rates.rates().get(0)), 1e-10);
    assertEquals(0.20, rate(rates.rates().get(1)), 1e-10);
    assertEquals(0.50, rate(rates.rates().get(2)), 1e-10);
  }

  @Test
  void a_double_root_is_found_once() {
    // -(1 - 1.1 v)^2: the present value touches zero at 10 % and is negative elsewhere.
    InternalRates rates = CashFlows.of(USD, "-1", "2.2", "-1.21").irr();
    assertEquals(InternalRates.Outcome.UNIQUE, rates.outcome());
    assertEquals(0.1, rate(rates.single().orElseThrow()), 1e-6);
  }

  @Test
  void sign_changes_without_a_root_are_said() {
    // 100 - 180 v + 100 v^2 has no real root.
    InternalRates rates = CashFlows.of(USD, "100", "-180", "100").irr();
    assertEquals(InternalRates.Outcome.NONE_IN_INTERVAL, rates.outcome());
    assertEquals(2, rates.signChanges());
  }

  @Test
  void a_root_outside_the_interval_is_not_reported() {
    // -1 now, 21 next year: 2,000 %.
    CashFlows flows = CashFlows.of(USD, "-1", "21");
    assertEquals(InternalRates.Outcome.NONE_IN_INTERVAL, flows.irr().outcome());
    assertEquals(20, rate(flows.irr(Rate.ZERO, Rate.percent(3_000)).single().orElseThrow()), 1e-9);
  }

  @Test
  void receipts_alone_have_no_internal_rate() {
    assertEquals(
        InternalRates.Outcome.NO_SIGN_CHANGE, CashFlows.of(USD, "1", "0", "2").irr().outcome());
    assertEquals(InternalRates.Outcome.NO_CASH, CashFlows.of(USD, "0", "0").irr().outcome());
    assertEquals("unknown", CashFlows.of(USD, "1", "2").irr().table().cell(0, "rate").text());
  }

  @Test
  void payback_is_the_first_period_that_earns_the_outlay_back() {
    CashFlows flows = CashFlows.of(USD, "-100", "60", "60");
    assertEquals(OptionalInt.of(2), flows.payback(Rate.percent(10)));
    assertEquals(OptionalInt.empty(), flows.payback(Rate.percent(20)));
  }

  @Test
  void annuity_factor_by_hand() {
    // 1/1.05 + 1/1.1025 and, for 16.1 bn over 10 years at 5 %, 124.319932 bn.
    assertEquals(1 / 1.05 + 1 / 1.1025, Annuity.factor(Rate.percent(5), 2).doubleValue(), 1e-15);
    assertEquals(
        16.1 * (1 - Math.pow(1.05, -10)) / 0.05,
        Annuity.presentValue(BigMoney.of(USD, new BigDecimal("16.1")), Rate.percent(5), 10)
            .getAmount()
            .doubleValue(),
        1e-12);
    assertEquals(new BigDecimal("7"), Annuity.factor(Rate.ZERO, 7));
  }

  @Test
  void currencies_are_not_mixed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> CashFlows.ofMoney(List.of(BigMoney.of(USD, 1), BigMoney.of(EUR, 1))));
    assertTrue(e.getMessage().contains("EUR 1"), e.getMessage());
  }

  @Test
  void what_cannot_be_valued_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> CashFlows.of(USD, "1").npv(Rate.percent(-100)));
    assertThrows(
        IllegalArgumentException.class, () -> CashFlows.of(USD, "1").annuityEquivalent(Rate.ZERO));
    assertThrows(IllegalArgumentException.class, () -> CashFlows.of(USD, List.of()));
    assertThrows(IllegalArgumentException.class, () -> CashFlows.of(USD, "one"));
    assertThrows(IllegalArgumentException.class, () -> DatedCashFlows.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> CashFlows.of(USD, "1").irr(Rate.percent(5), Rate.percent(5)));
  }

  @Test
  void trailing_zeros_do_not_make_cash_flows_different() {
    assertEquals(CashFlows.of(USD, "1.0", "2"), CashFlows.of(USD, "1", "2.00"));
    assertEquals(
        CashFlows.of(USD, "1.0", "2").hashCode(), CashFlows.of(USD, "1", "2.00").hashCode());
  }

  @Test
  void tables_end_with_their_totals() {
    assertEquals(
        "USD -100.00",
        CashFlows.of(USD, "-200", "100").table(Rate.percent(5)).cell(2, "amount").text());
    assertEquals(
        "USD 2,086.65",
        MANUAL.table(Rate.percent(9), DayCount.ACT_365).cell(5, "present value").text());
  }

  @Test
  void day_counts_by_hand() {
    LocalDate start = LocalDate.parse("2024-01-31");
    LocalDate end = LocalDate.parse("2025-03-01");
    assertEquals(395.0 / 365, years(DayCount.ACT_365, start, end), 1e-15);
    assertEquals(395.0 / 365.25, years(DayCount.ACT_365_25, start, end), 1e-15);
    assertEquals(395.0 / 360, years(DayCount.ACT_360, start, end), 1e-15);
    // 336 days left of the leap year 2024, 59 days of 2025
    assertEquals(336.0 / 366 + 59.0 / 365, years(DayCount.ACT_ACT, start, end), 1e-15);
    // 30 Jan to 1 Mar of the next year: 360 + 60 - 29
    assertEquals(391.0 / 360, years(DayCount.THIRTY_E_360, start, end), 1e-15);
    assertEquals(-395.0 / 365, years(DayCount.ACT_365, end, start), 1e-15);
  }

  /** Year by year: each day over the length of its year. */
  @Test
  void a_year_is_counted_by_its_own_length_however_many_there_are() {
    LocalDate start = LocalDate.of(2023, 11, 15);
    for (int days : new int[] {0, 1, 46, 47, 48, 412, 413, 414, 20_000}) {
      LocalDate end = start.plusDays(days);
      double sum = 0;
      for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
        sum += 1.0 / day.lengthOfYear();
      }
      assertEquals(sum, years(DayCount.ACT_ACT, start, end), 1e-10);
      assertEquals(-sum, years(DayCount.ACT_ACT, end, start), 1e-10);
    }
    LocalDate leap = LocalDate.of(2024, 2, 29);
    assertEquals(
        307.0 / 366 + 1.0 / 365, years(DayCount.ACT_ACT, leap, LocalDate.of(2025, 1, 2)), 1e-15);
    assertEquals(
        1_999_999_998 + 364.0 / 365, years(DayCount.ACT_ACT, LocalDate.MIN, LocalDate.MAX), 1e-6);
  }

  private static double years(DayCount dayCount, LocalDate start, LocalDate end) {
    return dayCount.years(start, end).doubleValue();
  }
}
