package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.deal.InterestRates.DayBasis;
import org.tariffeconomics.deal.RefundClock.What;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Refunds with interest, their clocks, and the lists of the portal. */
class RefundClaimsTest {

  private static final LocalDate PAID = LocalDate.of(2025, 5, 10);
  private static final LocalDate BACK = LocalDate.of(2026, 5, 15);
  private static final Money THOUSAND = Money.parse("USD 1000.00");

  private static PastEntry vietnam(String id) {
    return PastEntry.of(id, "2025-05-10", "6109.10", "VN", "USD 10000");
  }

  private static RefundClaims claims() {
    return RefundClaims.of(
            Refunds.ofVoidProgramme(
                UsTariffs.book(), "IEEPA reciprocal", List.of(vietnam("E1"), vietnam("E2"))))
        .withInterest(InterestRates.constant("6%"), BACK);
  }

  /** Field case P1: USD 1,000.00 over 370 days at 6 %, compounded daily, is USD 62.70. */
  @Test
  void the_field_case_of_a_refund_with_interest() {
    RefundClaims.Claim claim = claims().claims().get(0);
    assertEquals("USD 1000.00", claim.refund().amount().orElseThrow().toString());
    assertEquals("USD 62.70", claim.interest().orElseThrow().toString());
    assertEquals("USD 1062.70", claim.total().orElseThrow().toString());
    assertEquals("USD 2125.40", claims().total().toString());
    assertEquals(
        "USD 125.40",
        RefundTotals.ofVoidProgramme(
                UsTariffs.book(), "IEEPA reciprocal", List.of(vietnam("E1"), vietnam("E2")))
            .interest(InterestRates.constant("6%"), BACK)
            .orElseThrow()
            .toString());
  }

  /** Two stretches multiplied: (1 + 7%/365)^51 · (1 + 6%/365)^319, computed apart. */
  @Test
  void rates_change_on_their_days() {
    InterestRates rates = InterestRates.parse("2025-01-01=7%; 2025-07-01=6%; through=2026-06-30");
    double expected = Math.pow(1 + 0.07 / 365, 51) * Math.pow(1 + 0.06 / 365, 319);
    assertEquals(expected, rates.factor(PAID, BACK).orElseThrow().doubleValue(), 1e-13);
    assertEquals(rates, InterestRates.parse(rates.toString()));
    assertTrue(rates.factor(PAID, LocalDate.of(2026, 7, 1)).isEmpty(), "not known after June");
    assertTrue(rates.factor(LocalDate.of(2024, 12, 30), BACK).isEmpty(), "nor before 2025");
    assertTrue(rates.factor(LocalDate.of(2024, 12, 31), BACK).isPresent());
  }

  @Test
  void leap_years_may_have_366_days() {
    InterestRates rates = InterestRates.constant("8%").withDayBasis(DayBasis.DAYS_OF_THE_YEAR);
    LocalDate start = LocalDate.of(2023, 12, 1);
    double expected = Math.pow(1 + 0.08 / 365, 30) * Math.pow(1 + 0.08 / 366, 60);
    assertEquals(
        expected, rates.factor(start, start.plusDays(90)).orElseThrow().doubleValue(), 1e-13);
  }

  @Test
  void no_rate_is_no_interest_of_zero() {
    RefundClaims none =
        RefundClaims.of(
                Refunds.ofVoidProgramme(
                    UsTariffs.book(), "IEEPA reciprocal", List.of(vietnam("E1"))))
            .withInterest(InterestRates.none(), BACK);
    RefundClaims.Claim claim = none.claims().get(0);
    assertTrue(claim.interest().isEmpty());
    assertTrue(claim.total().isEmpty());
    assertTrue(claim.reasons().get(0).startsWith("no interest rate is stated"));
    assertEquals(1, none.unknown());
    assertTrue(none.table().toText().contains("1 claims are not known"));
    assertThrows(IllegalArgumentException.class, () -> InterestRates.none().factor(BACK, PAID));
    assertThrows(IllegalArgumentException.class, () -> InterestRates.parse("6%"));
    assertThrows(IllegalArgumentException.class, () -> InterestRates.constant("-6%"));
    assertThrows(IllegalArgumentException.class, () -> InterestRates.parse("yesterday=6%"));
  }

  /**
   * Entry of 10 May 2025, by the calendar: 300 days are 6 March 2026, 314 days 20 March 2026, 15
   * days before that 5 March; from a liquidation of 20 March 80 days are 8 June, 90 are 18 June,
   * 180 are 16 September.
   */
  @Test
  void clocks_count_from_entry_and_from_liquidation() {
    RefundClaims.Claim claim = claims().claims().get(0);
    assertEquals(LocalDate.of(2026, 3, 5), claim.clock(What.POST_SUMMARY_CORRECTION).day());
    assertEquals(LocalDate.of(2026, 3, 20), claim.clock(What.LIQUIDATION).day());
    assertEquals(LocalDate.of(2026, 5, 10), claim.clock(What.DEEMED_LIQUIDATION).day());
    assertEquals(LocalDate.of(2026, 6, 8), claim.clock(What.REFUND_PORTAL).day());
    assertEquals(LocalDate.of(2026, 6, 18), claim.clock(What.VOLUNTARY_RELIQUIDATION).day());
    assertEquals(LocalDate.of(2026, 9, 16), claim.clock(What.PROTEST).day());
    assertTrue(claim.clock(What.PROTEST).assumed());
    RefundClaims.Claim stated = claims().withLiquidation("E1", "2026-04-01").claims().get(0);
    assertEquals(LocalDate.of(2026, 9, 28), stated.clock(What.PROTEST).day());
    assertEquals(LocalDate.of(2026, 3, 6), stated.clock(What.POST_SUMMARY_CORRECTION).day());
    assertTrue(!stated.clock(What.PROTEST).assumed());
    assertEquals(10, stated.clock(What.PROTEST).daysLeft(LocalDate.of(2026, 9, 18)));
  }

  @Test
  void the_list_of_the_portal_has_one_column_and_leaves_out_what_it_refuses() {
    RefundClaims claims = claims().withLiquidation("E2", "2026-01-15");
    assertEquals(List.of("Entry Number\nE1\nE2\n"), claims.portalLists(LocalDate.of(2026, 4, 5)));
    assertEquals(List.of("Entry Number\nE1\n"), claims.portalLists(LocalDate.of(2026, 4, 20)));
    List<PastEntry> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(vietnam("E" + i));
    }
    List<String> lists =
        RefundClaims.of(Refunds.ofVoidProgramme(UsTariffs.book(), "IEEPA reciprocal", many))
            .portalLists(LocalDate.of(2026, 4, 20));
    assertEquals(2, lists.size());
    assertEquals(10_000, lists.get(0).lines().count());
    assertEquals("Entry Number\nE9999\n", lists.get(1));
  }

  /** A number is one entry, whatever is in it; the portal's list is comma-separated. */
  @Test
  void a_number_makes_no_second_entry_in_a_list() {
    List<String> lists =
        RefundClaims.of(
                Refunds.ofVoidProgramme(
                    UsTariffs.book(),
                    "IEEPA reciprocal",
                    List.of(vietnam("E1\nE2"), vietnam("E,3"))))
            .portalLists(LocalDate.of(2026, 4, 5));
    assertEquals(List.of("Entry Number\n\"E1\nE2\"\n\"E,3\"\n"), lists);
    assertThrows(IllegalArgumentException.class, () -> vietnam(" "));
  }

  /** A shirt of Korea that was entered without KORUS: 16.5 % of USD 1,000 comes back. */
  @Test
  void a_late_claim_of_a_preference() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("6109", "16.5%"),
            TariffMeasure.preference("KORUS", "6109", "KR", "Free"));
    List<PastEntry> entries =
        List.of(
            PastEntry.of("K", "2025-01-10", "6109.10", "KR", "USD 1000"),
            PastEntry.of("V", "2025-01-10", "6109.10", "VN", "USD 1000"));
    Refunds refunds = Refunds.ofLateClaim(book, "KORUS", entries);
    assertEquals("USD 165.00", refunds.refunds().get(0).amount().orElseThrow().toString());
    assertEquals("USD 0.00", refunds.refunds().get(1).amount().orElseThrow().toString());
    assertEquals(refunds.total(), RefundTotals.ofLateClaim(book, "KORUS", entries).total());
    assertThrows(IllegalArgumentException.class, () -> Refunds.ofLateClaim(book, "KOREA", entries));
    assertThrows(
        IllegalArgumentException.class, () -> RefundTotals.ofLateClaim(book, "KOREA", entries));
    assertEquals(
        LocalDate.of(2026, 1, 10),
        RefundClaims.of(refunds).claims().get(0).clock(What.LATE_CLAIM).day());
  }

  /** The same law on both sides: nothing comes back, whatever the entry. */
  @Property(tries = 100)
  void a_refund_under_the_same_law_is_zero(
      @ForAll @LongRange(min = 0, max = 9_999_999) long cents,
      @ForAll @IntRange(min = 0, max = 600) int days) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("61", "16.5%"), TariffMeasure.adds("X", "*", "VN", "7.5%"));
    PastEntry entry =
        PastEntry.of(
            "e",
            LocalDate.of(2025, 1, 1).plusDays(days).toString(),
            "6109.10",
            "VN",
            Money.ofMinor(CurrencyUnit.USD, cents).toString());
    assertTrue(Refunds.ofRetroactiveLaw(book, List.of(entry)).total().isZero());
    assertTrue(RefundTotals.ofRetroactiveLaw(book, List.of(entry)).total().isZero());
  }

  /** Interest grows with the days, and over two stretches it is that of one after the other. */
  @Property(tries = 200)
  void interest_compounds(
      @ForAll @IntRange(min = 0, max = 900) int first,
      @ForAll @IntRange(min = 0, max = 900) int second) {
    InterestRates rates = InterestRates.parse("2020-01-01=5%; 2026-01-01=6%");
    LocalDate middle = PAID.plusDays(first);
    LocalDate end = middle.plusDays(second);
    BigDecimal whole = rates.factor(PAID, end).orElseThrow();
    BigDecimal parts =
        rates.factor(PAID, middle).orElseThrow().multiply(rates.factor(middle, end).orElseThrow());
    assertTrue(whole.subtract(parts).abs().compareTo(new BigDecimal("1e-30")) < 0);
    assertTrue(whole.compareTo(rates.factor(PAID, middle).orElseThrow()) >= 0);
    assertTrue(rates.interest(THOUSAND, PAID, PAID).orElseThrow().isZero());
  }

  /** Only interest that is known is in the total: 62.70 of two entries, one of later days. */
  @Test
  void the_interest_that_is_known_is_added() {
    Refunds refunds =
        Refunds.ofVoidProgramme(
            TariffBook.us(
                TariffMeasure.base("6109", "16.5%"), TariffMeasure.adds("P", "6109", "*", "100%")),
            "P",
            List.of(
                PastEntry.of("a", "2025-01-01", "6109.10", "VN", "USD 1000"),
                PastEntry.of("b", "2026-03-01", "6109.10", "VN", "USD 1000")));
    RefundClaims claims =
        RefundClaims.of(refunds)
            .withInterest(InterestRates.constant("6%"), LocalDate.of(2026, 1, 6));
    assertEquals("USD 62.70", claims.interestTotal().toString());
    assertEquals(1, claims.unknown());
  }
}
