package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tariffeconomics.basics.Rate;

/** Debt service carries 34 digits however many payments there are, and still repays the face. */
class LoanDigitsTest {

  private static final BigMoney MILLION = BigMoney.ofMajor(USD, 1_000_000);

  @ParameterizedTest
  @EnumSource(Loan.Repayment.class)
  void monthly_payments_over_forty_years(Loan.Repayment repayment) {
    Loan loan = new Loan(MILLION, Rate.percent("3.1"), 40, 3, 12, repayment);
    List<BigMoney> service = loan.debtService();
    assertEquals(480, service.size());
    for (BigMoney payment : service) {
      assertTrue(payment.getAmount().precision() <= 34, payment::toString);
    }
    // Discounted at its own interest a month, a loan is worth its face.
    double month = 0.031 / 12;
    double worth = 0;
    for (int k = 0; k < service.size(); k++) {
      worth += service.get(k).getAmount().doubleValue() * Math.pow(1 + month, -(k + 1));
    }
    assertEquals(1e6, worth, 1e-6);
  }
}
