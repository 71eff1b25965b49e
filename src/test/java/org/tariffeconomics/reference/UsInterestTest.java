package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.reference.UsInterest.Payer;

/** Interest on overpaid duties at the published rates of the United States. */
class UsInterestTest {

  private static final LocalDate PAID = LocalDate.parse("2025-05-10");

  /** 6 % from 10 May 2025: 325 days through 31 March 2026 are (1 + 0.06/365)^325 - 1 = 5.4873 %. */
  @Test
  void corporations_get_six_percent() {
    assertEquals(
        "USD 54.87",
        UsInterest.overpayments(Payer.CORPORATION)
            .interest(Money.parse("USD 1000"), PAID, LocalDate.parse("2026-03-31"))
            .orElseThrow()
            .toString());
    assertEquals(5, UsInterest.quarters().size());
    assertTrue(
        UsInterest.quarters().stream()
            .noneMatch(q -> q.source().verification() == Verification.VERIFIED));
  }

  /** The vector of the refund of 370 days needs a rate after the last notice that was found. */
  @Test
  void a_later_day_is_not_known_until_its_rate_is_stated() {
    InterestRates held = UsInterest.overpayments(Payer.CORPORATION);
    LocalDate back = LocalDate.parse("2026-05-15");
    assertTrue(held.interest(Money.parse("USD 1000"), PAID, back).isEmpty());
    assertEquals(
        "USD 62.70",
        held.with("2026-04-01", "6%")
            .through("2026-06-30")
            .interest(Money.parse("USD 1000"), PAID, back)
            .orElseThrow()
            .toString());
  }
}
