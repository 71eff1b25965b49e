package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;

class ValuationTest {

  private static final Rate TEN = Rate.percent(10);

  private static BigMoney usd(String amount) {
    return BigMoney.of(USD, new BigDecimal(amount));
  }

  /**
   * The closed form of the OECD DAC for equal principal payments: 100 (1 − (r/a)/d) (1 −
   * (1/(1+d)^aG − 1/(1+d)^aM) / (d (aM − aG))), r interest, a payments a year, d discount a period,
   * M maturity, G the interval to the first repayment less one period.
   */
  private static double dacGrantElement(double r, int a, int m, int g, double discount) {
    double d = Math.pow(1 + discount, 1.0 / a) - 1;
    double annuities = Math.pow(1 + d, -a * g) - Math.pow(1 + d, -a * m);
    return (1 - r / a / d) * (1 - annuities / (d * (a * m - a * g)));
  }

  @Test
  void grant_element_agrees_with_the_dac_formula() {
    Loan halfYearly =
        new Loan(usd("100"), Rate.percent(2), 30, 10, 2, Loan.Repayment.EQUAL_PRINCIPAL);
    assertEquals(
        dacGrantElement(0.02, 2, 30, 10, 0.10), halfYearly.grantElement(TEN).doubleValue(), 1e-12);
    Loan yearly = Loan.of(usd("100"), Rate.percent("0.75"), 40);
    assertEquals(
        dacGrantElement(0.0075, 1, 40, 0, 0.05),
        yearly.grantElement(Rate.percent(5)).doubleValue(),
        1e-12);
  }

  @Test
  void a_loan_at_the_market_rate_gives_nothing_away() {
    for (Loan.Repayment repayment : Loan.Repayment.values()) {
      Loan loan = new Loan(usd("550"), Rate.percent(5), 10, 2, 1, repayment);
      assertEquals(0, loan.grantEquivalent(Rate.percent(5)).getAmount().doubleValue(), 1e-25);
      assertTrue(loan.grantEquivalent(Rate.percent(3)).isNegative());
    }
  }

  @Test
  void a_loan_without_interest_is_repaid_at_its_face() {
    for (Loan.Repayment repayment : Loan.Repayment.values()) {
      Loan loan = new Loan(usd("100"), Rate.ZERO, 3, 1, 2, repayment);
      BigMoney sum = MoneyMath.sum(USD, loan.debtService());
      assertEquals(6, loan.debtService().size());
      assertEquals(0, usd("100").compareTo(sum));
    }
  }

  @Test
  void annuity_payments_are_level_after_the_grace_period() {
    List<BigMoney> payments =
        new Loan(usd("1000"), TEN, 4, 1, 1, Loan.Repayment.ANNUITY).debtService();
    assertEquals(0, usd("100").compareTo(payments.get(0)));
    // 1000 / a(10 %, 3) = 402.1148
    assertEquals(402.1148, payments.get(1).getAmount().doubleValue(), 5e-5);
    assertEquals(
        payments.get(1).getAmount().doubleValue(),
        payments.get(3).getAmount().doubleValue(),
        1e-25);
  }

  @Test
  void loans_out_of_bounds_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Loan(usd("1"), TEN, 5, 5, 1, Loan.Repayment.BULLET));
    assertThrows(IllegalArgumentException.class, () -> Loan.of(usd("0"), TEN, 5));
    assertThrows(IllegalArgumentException.class, () -> Loan.of(usd("1"), Rate.percent(-1), 5));
    assertEquals(
        "loan of USD 1.00 at 10% over 5 years, equal principal",
        Loan.of(usd("1"), TEN, 5).toString());
  }

  private static Waterfall terms(String until, int interest, String after) {
    return Waterfall.twoStage(
        Split.toInvestor(new BigDecimal(until)),
        Rate.percent(interest),
        Split.toInvestor(new BigDecimal(after)));
  }

  @Test
  void break_even_return_while_the_first_split_lasts() {
    // At a discount rate equal to the interest, receipts are worth the outlay exactly when it is
    // just recouped: y = 1 / (s a(r, n)).
    BreakEvenReturn result = BreakEvenReturn.of(terms("0.5", 5, "0.1"), 20, Rate.percent(5));
    double annuity = (1 - Math.pow(1.05, -20)) / 0.05;
    assertEquals(1 / (0.5 * annuity), result.value().orElseThrow().fraction().doubleValue(), 1e-11);
    assertEquals("break-even return 16.05% a year over 20 years at 5%", result.toString());
  }

  @Test
  void an_equal_share_for_ever_needs_the_plain_multiple() {
    // Without discounting the investor needs its outlay back: y = 1 / (s n).
    Waterfall quarter = Waterfall.of(WaterfallStage.afterwards(Split.percent("25", "75")));
    BreakEvenReturn result = BreakEvenReturn.of(quarter, 8, Rate.ZERO);
    assertEquals(0.5, result.value().orElseThrow().fraction().doubleValue(), 1e-11);
  }

  @Test
  void above_the_interest_the_tail_must_make_up_for_it() {
    // Discounting at more than the interest, the break-even lies beyond recoupment and receipts are
    // worth the outlay there.
    BreakEvenReturn result = BreakEvenReturn.of(terms("0.5", 3, "0.1"), 20, Rate.percent(6));
    Payout shared = result.payout(usd("550")).orElseThrow();
    assertTrue(shared.recoupPeriod().isPresent());
    assertEquals(0, shared.investorNpv(Rate.percent(6)).getAmount().doubleValue(), 1e-8);
  }

  @Test
  void there_may_be_no_break_even_return() {
    // Nothing after recoupment and a discount rate above the interest: never worth the outlay,
    // unless recouped at once, which takes a year.
    BreakEvenReturn result = BreakEvenReturn.of(terms("0.5", 3, "0"), 20, Rate.percent(6));
    assertTrue(result.value().isEmpty());
    assertTrue(result.payout(usd("1")).isEmpty());
    assertEquals("none", result.table().cell(0, "break-even return").text());
    assertEquals("no break-even return over 20 years at 6%", result.toString());
  }
}
