package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.QuotaLedger.State;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class QuotaLedgerTest {

  private static final QuotaTerms TERMS =
      QuotaTerms.of("050006", Quantity.parse("1000 kg"), "2025-01-01", "2025-12-31")
          .withCriticalAsInTheEu();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Quantity kg(String amount) {
    return Quantity.of(amount, "kg");
  }

  @Test
  void entries_are_served_by_their_day_whatever_their_order_in_the_ledger() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS)
            .with("late", "2025-06-01", kg("300"))
            .with("early", "2025-02-01", kg("800"));
    assertEquals(kg("800"), ledger.split("early").inside());
    assertEquals(kg("200"), ledger.split("late").inside());
    assertEquals(kg("100"), ledger.split("late").outside());
    assertEquals(Optional.of(day("2025-06-01")), ledger.exhaustedOn());
  }

  /** 200 kg are left for 300 + 100 kg asked on one day: each gets half. */
  @Test
  void entries_of_the_day_on_which_it_fills_get_equal_shares() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS)
            .with("first", "2025-02-01", Quantity.of("0.8", "t"))
            .with("a", "2025-03-01", kg("300"))
            .with("b", "2025-03-01", kg("100"))
            .with("next", "2025-03-02", kg("50"));
    assertEquals(kg("150"), ledger.split("a").inside());
    assertEquals(kg("50"), ledger.split("b").inside());
    assertEquals(kg("0"), ledger.split("next").inside());
    assertEquals(State.EXHAUSTED, ledger.state(day("2025-03-01")));
  }

  @Test
  void the_state_follows_the_fill() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS)
            .with("a", "2025-02-01", kg("899"))
            .with("b", "2025-03-01", kg("1"))
            .with("c", "2025-04-01", kg("100"));
    assertEquals(State.NOT_OPEN, ledger.state(day("2024-12-31")));
    assertEquals(State.OPEN, ledger.state(day("2025-02-28")));
    assertEquals(State.CRITICAL, ledger.state(day("2025-03-01")));
    assertEquals(State.EXHAUSTED, ledger.state(day("2025-04-01")));
    assertEquals(State.CLOSED, ledger.state(day("2026-01-01")));
    assertEquals(Rate.percent(90), ledger.on(day("2025-03-31")).fillRate());
    assertFalse(ledger.position("b").securityDue());
    assertTrue(ledger.position("c").securityDue());
  }

  @Test
  void a_quota_without_a_critical_state_is_never_critical() {
    QuotaLedger ledger =
        QuotaLedger.of(QuotaTerms.of("beef", kg("1000"), "2025-01-01", "2025-12-31"))
            .with("a", "2025-02-01", kg("999"));
    assertEquals(State.OPEN, ledger.state(day("2025-02-01")));
  }

  @Test
  void volume_that_is_added_reopens_an_exhausted_quota() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS)
            .with("a", "2025-02-01", kg("1000"))
            .with("b", "2025-07-01", kg("400"))
            .withVolumeAdded("2025-07-01", Quantity.of("0.5", "t"));
    assertEquals(State.EXHAUSTED, ledger.state(day("2025-06-30")));
    assertEquals(kg("400"), ledger.split("b").inside());
    assertEquals(kg("100"), ledger.balance(day("2025-07-01")));
    assertEquals(kg("1500"), ledger.volume(day("2025-07-01")));
    assertEquals(kg("1000"), ledger.volume(day("2025-06-30")));
    assertEquals(Optional.empty(), ledger.exhaustedOn());
  }

  @Test
  void no_more_can_be_taken_away_than_is_left() {
    QuotaLedger ledger = QuotaLedger.of(TERMS).with("a", "2025-02-01", kg("900"));
    assertEquals(
        kg("0"), ledger.withVolumeTaken("2025-03-01", kg("100")).balance(day("2025-03-01")));
    assertThrows(
        IllegalArgumentException.class, () -> ledger.withVolumeTaken("2025-03-01", kg("101")));
  }

  @Test
  void nothing_is_drawn_on_suspended_days() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS.withSuspension("2025-03-01", "2025-03-31"))
            .with("a", "2025-03-31", kg("10"))
            .with("b", "2025-04-01", kg("10"));
    assertEquals(State.SUSPENDED, ledger.state(day("2025-03-15")));
    assertEquals(kg("0"), ledger.split("a").inside());
    assertEquals(kg("10"), ledger.split("b").inside());
  }

  @Test
  void an_entry_of_a_blocked_day_is_not_decided() {
    QuotaLedger ledger =
        QuotaLedger.of(TERMS.withBlocking("2025-03-01", "2025-03-05"))
            .with("a", "2025-03-05", kg("10"));
    assertEquals(State.BLOCKED, ledger.state(day("2025-03-05")));
    assertTrue(ledger.position("a").why().contains("blocked"));
  }

  @Test
  void bad_entries_are_refused_by_name() {
    QuotaLedger ledger = QuotaLedger.of(TERMS).with("a", "2025-02-01", kg("1"));
    assertThrows(IllegalArgumentException.class, () -> ledger.with("a", "2025-02-01", kg("1")));
    assertThrows(IllegalArgumentException.class, () -> ledger.with("b", "2026-01-01", kg("1")));
    assertThrows(
        IllegalArgumentException.class,
        () -> ledger.with("b", "2025-02-01", Quantity.parse("1 liter")));
    assertThrows(IllegalArgumentException.class, () -> ledger.split("b"));
    assertThrows(
        IllegalArgumentException.class,
        () -> TERMS.withCriticalAt(Rate.percent(new BigDecimal(101))));
    assertThrows(
        IllegalArgumentException.class,
        () -> QuotaTerms.of("x", kg("1"), "2025-02-01", "2025-01-31"));
  }

  @Test
  void the_ledger_shows_what_became_of_each_entry() {
    QuotaLedger ledger = QuotaLedger.of(TERMS).with("a", "2025-02-01", kg("1200"));
    String text = ledger.table().toText();
    assertTrue(text.contains("1,000") || text.contains("1000"), text);
    assertTrue(ledger.toString().length() < 80, ledger.toString());
  }

  /** Nine tenths of 1,000 kg are critical; without a share nothing is. */
  @Test
  void a_quota_is_critical_from_its_share_on() {
    QuotaTerms plain = QuotaTerms.of("beef", kg("1000"), "2025-01-01", "2025-12-31");
    QuotaLedger ledger =
        QuotaLedger.of(plain.withCriticalAt(Rate.percent(90)))
            .with("a", "2025-02-01", kg("899"))
            .with("b", "2025-02-02", kg("1"));
    assertFalse(ledger.isCritical(day("2025-01-31")));
    assertFalse(ledger.isCritical(day("2025-02-01")));
    assertTrue(ledger.isCritical(day("2025-02-02")));
    assertFalse(
        QuotaLedger.of(plain).with("a", "2025-02-01", kg("1000")).isCritical(day("2025-03-01")));
  }

  /** Under licences an entry without one is above the quota, whatever is left: 30 % of 100. */
  @Test
  void a_quota_under_licences_asks_for_one() {
    QuotaLedger ledger =
        QuotaLedger.of(QuotaTerms.of("beef", kg("1000"), "2025-01-01", "2025-12-31").withLicences())
            .with("a", "2025-02-01", kg("10"));
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("0201", "5%").withId("in").withCondition("quota:beef=in"),
                TariffMeasure.base("0201", "30%").withId("out").withCondition("quota:beef=out"))
            .on("2025-02-01");
    assertEquals("USD 30.00", paid(law, "BR", ledger.position("a")));
    assertEquals("USD 5.00", paid(law, "BR with licence:beef=L1", ledger.position("a")));
  }

  private static String paid(TariffLaw law, String origin, QuotaPosition position) {
    return QuotaDuty.of(
            law,
            HsCode.of("0201"),
            DeclaredOrigin.parse(origin),
            BigMoney.parse("USD 100"),
            List.of(kg("10")),
            position)
        .duty()
        .orElseThrow()
        .toString();
  }
}
