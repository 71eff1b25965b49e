package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.landedcost.ZoneGoods.Status;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Goods that had privileged foreign status before the law changed, by the words of the orders: each
 * row gives the duty on USD 1,000, or {@code open}.
 */
class ZoneRuleTest {

  private static DutyStack admitted(String line, String origin, String day, String facts) {
    return UsTariffs.book()
        .on(day)
        .stack(
            HsCode.of(line),
            Country.of(origin),
            facts == null ? DeclaredFacts.none() : DeclaredFacts.parse(facts));
  }

  private static String duty(ZoneGoods goods) {
    Assessment duty = goods.duty(Status.PRIVILEGED).orElseThrow();
    return duty.outcome() == Outcome.UNDETERMINED ? "open" : duty.dutyOrThrow().toString();
  }

  private static ZoneGoods privileged(String line, String origin, String day, String facts) {
    return ZoneGoods.privileged(admitted(line, origin, day, facts), BigMoney.parse("USD 1000"));
  }

  /**
   * Proclamation 10896 cl. 9: steel in the status before 12 March 2025 bears upon entry the rates
   * that it added, 25 %; Proclamation 10895 cl. 10 has no such words of aluminium, which keeps 3 +
   * 10 %. Proclamation 10947 cl. 3: the tariff of the day of entry from 4 June 2025, of articles of
   * an annex that was not seen. Proclamation 11021 cl. 12: the new rates from 6 April 2026, on the
   * full value; furniture, which annex II takes off, is none of its products. Order of 20 February
   * 2026: no duties of the emergency act are collected (shirts keep 16.5 % of 36.5). The surcharge
   * of section 122 is on goods admitted from 24 February 2026 (Proclamation 11012).
   */
  @ParameterizedTest
  @CsvSource({
    "7208.10.15, KR, 2025-02-20, quota:steel=in, 2025-03-11, USD 0.00",
    "7208.10.15, KR, 2025-02-20, quota:steel=in, 2025-03-12, USD 250.00",
    "7606.12.30.96, IN, 2025-03-01, , 2025-03-20, USD 130.00",
    "7606.12.30.96, IN, 2025-03-01, , 2025-06-04, open",
    "7208.10.15, DE, 2025-05-20, , 2025-06-03, USD 250.00",
    "7208.10.15, DE, 2025-05-20, , 2025-06-04, open",
    "7208.10.15, DE, 2025-06-04, , 2026-04-05, USD 500.00",
    "7208.10.15, DE, 2025-05-20, , 2026-04-06, USD 500.00",
    "7326.90.86.88, CN, 2025-10-01, content:steel=0.6, 2026-05-01, USD 779.00",
    "9403.20.00.75, VN, 2025-10-01, content:steel=0.5; content:aluminium=0, 2026-05-01, open",
    "6109.10.00, VN, 2025-10-01, , 2026-02-23, USD 365.00",
    "6109.10.00, VN, 2025-10-01, , 2026-02-24, USD 165.00",
    "6109.10.00, VN, 2025-10-01, , 2026-05-01, USD 165.00",
    "6109.10.00, VN, 2026-03-01, , 2026-05-01, USD 265.00",
  })
  void later_law_reaches_goods_in_the_status_where_it_says_so(
      String line, String origin, String status, String facts, String leaving, String expected) {
    ZoneGoods goods = privileged(line, origin, status, facts);
    assertEquals(expected, duty(goods.leaving(leaving)));
  }

  /** Before the day is told, goods that no later rule reaches have one duty; others none yet. */
  @ParameterizedTest
  @CsvSource({
    "7208.10.15, DE, 2025-05-20, open",
    "6109.10.00, VN, 2025-10-01, open",
    "6109.10.00, VN, 2025-02-01, USD 165.00",
    "6109.10.00, VN, 2026-03-01, USD 265.00",
    "7208.10.15, DE, 2026-04-06, USD 500.00",
  })
  void a_duty_that_depends_on_when_the_goods_leave_is_not_told_before(
      String line, String origin, String status, String expected) {
    ZoneGoods goods = privileged(line, origin, status, null);
    assertEquals(expected, duty(goods));
    String reasons = goods.duty(Status.PRIVILEGED).orElseThrow().reasons().toString();
    assertEquals(
        expected.equals("open"), reasons.contains("see the duty of the day of leaving"), reasons);
  }

  @Test
  void a_product_and_a_week_tell_when_the_goods_leave() {
    DutyStack steel = admitted("7208.10.15", "DE", "2025-05-20", null);
    DutyStack car = admitted("8703.23.01", "DE", "2026-05-01", null);
    ZoneGoods choice = ZoneGoods.of(steel, car, BigMoney.parse("USD 1000"));
    assertEquals("USD 500.00", duty(choice));
    assertEquals(
        Optional.empty(),
        choice.duty(Status.NON_PRIVILEGED),
        "Proclamation 10896 cl. 9: steel must be admitted in privileged status");
    assertEquals(Status.PRIVILEGED, choice.lower().orElseThrow());
    ZoneWeek week =
        ZoneWeek.of("2026-05-01")
            .withRelease(
                "steel",
                "2026-05-02",
                ZoneGoods.privileged(steel, BigMoney.parse("USD 1000")),
                Status.PRIVILEGED);
    assertEquals("USD 500.00", week.duty().orElseThrow().toString());
    assertEquals(choice, choice.leaving("2026-05-01"));
    ZoneGoods motor =
        ZoneGoods.of(
            admitted("8501.10.20", "CN", "2025-02-03", null), car, BigMoney.parse("USD 1000"));
    for (String wrong : List.of("2025-02-02", "2026-05-02")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> motor.leaving(wrong)).getMessage();
      assertTrue(message.contains("but was " + wrong), message);
    }
  }

  /**
   * Before 12 March 2025 steel of Germany within its quota bears nothing that demands the status,
   * on 5 March 2025 motors of China do (EO 14195 s. 2(e)); a fridge of which the weight of metal is
   * open may or may not (Proclamation 11021 cl. 12, Proclamation 11012 cl. 6: from 24 July 2026 the
   * surcharge is no more).
   */
  @ParameterizedTest
  @CsvSource({
    "7208.10.15, DE, 2025-03-05, quota:steel=in, true, 7.50",
    "8501.10.20, CN, 2025-02-03, , true, 7.50",
    "8501.10.20, CN, 2025-03-05, , false, ",
    "8418.10.00.80, NO, 2026-08-05, , true, open",
    "8418.10.00.80, NO, 2026-08-05, weight:aluminium=0.2; weight:steel=0, false, ",
    "8418.10.00.80, NO, 2026-08-05, weight:aluminium=0; weight:steel=0, true, 7.50",
  })
  void a_duty_that_demands_the_status_leaves_no_choice(
      String line, String origin, String day, String facts, boolean choice, String expected) {
    DutyStack toys =
        UsTariffs.book()
            .without("S301 forced labor")
            .with(TariffMeasure.base("9503.00.00.90", "0.75%").withId("toy of the test"))
            .on(day)
            .stack(HsCode.of("9503.00.00.90"), Country.of("SY"), DeclaredFacts.none());
    assertEquals("0.75", toys.range().orElseThrow().lowest().percent().toPlainString());
    ZoneGoods goods =
        ZoneGoods.of(admitted(line, origin, day, facts), toys, BigMoney.parse("USD 1000"));
    assertEquals(choice, goods.duty(Status.NON_PRIVILEGED).isPresent());
    goods
        .duty(Status.NON_PRIVILEGED)
        .ifPresent(
            duty ->
                assertEquals(
                    expected,
                    duty.outcome() == Outcome.UNDETERMINED
                        ? "open"
                        : duty.dutyOrThrow().getAmount().toPlainString()));
  }

  /** Where more than the programmes of the rule differs between both days, nothing is told. */
  @Test
  void duties_that_differ_in_more_are_open() {
    ZoneGoods goods = privileged("7208.10.15", "CN", "2025-02-03", null).leaving("2025-04-10");
    assertEquals("open", duty(goods));
    String reasons = goods.duty(Status.PRIVILEGED).orElseThrow().reasons().toString();
    assertTrue(reasons.contains("Proclamation 10896, clause 9"), reasons);
  }
}
