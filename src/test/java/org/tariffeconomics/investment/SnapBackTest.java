package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;

class SnapBackTest {

  private static final Rate AGREED = Rate.percent(15);
  private static final Rate SNAPPED = Rate.percent(25);

  private static BigMoney usd(String amount) {
    return BigMoney.of(USD, new BigDecimal(amount));
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }

  private static void assertMoney(String expected, BigMoney actual) {
    assertEquals(0, usd(expected).compareTo(actual), () -> expected + " but was " + actual);
  }

  @Test
  void a_fifth_of_a_chance_of_25_percent_makes_17() {
    SnapBack risk = SnapBack.ofConstantHazard(AGREED, SNAPPED, new BigDecimal("0.2"), 2);
    // 15 + 10 x 0.2 and 15 + 10 x (1 - 0.8^2)
    assertEquals(List.of(Rate.percent(17), Rate.percent("18.6")), risk.expectedPath());
    assertEquals("15%, snap-back 25%: expected 18.60% in period 2", risk.toString());
    assertEquals("36.0%", risk.table().cell(1, "snapped back by now").text());
  }

  @Test
  void probabilities_by_period_add_up_to_hazards() {
    SnapBack byPeriod = new SnapBack(AGREED, SNAPPED, decimals("0.2", "0.16"));
    SnapBack byHazard = SnapBack.ofHazards(AGREED, SNAPPED, decimals("0.2", "0.2"));
    assertEquals(byPeriod.expectedPath(), byHazard.expectedPath());
  }

  @Test
  void expected_duty_and_value_at_risk_by_period() {
    // Imports 100 a period; chances 20 % and 36 %; at level 0.7 only the second period is at risk.
    SnapBackRisk risk =
        SnapBack.ofConstantHazard(AGREED, SNAPPED, new BigDecimal("0.2"), 2)
            .risk(Collections.nCopies(2, usd("100")), new BigDecimal("0.7"));
    assertMoney("17", risk.expectedDuty().get(0));
    assertMoney("18.6", risk.expectedDuty().get(1));
    assertMoney("5.6", risk.expectedExtra());
    assertMoney("0", risk.valueAtRisk().get(0));
    assertMoney("10", risk.valueAtRisk().get(1));
    assertEquals(new BigDecimal("35.6"), risk.table().number(2, "duty expected").setScale(1));
    // Over both: nothing with 64 %, 10 with 16 %, 20 with 20 %.
    assertMoney("10", risk.totalAtRisk());
  }

  @Test
  void total_at_risk_follows_the_level() {
    SnapBack risk = SnapBack.ofConstantHazard(AGREED, SNAPPED, new BigDecimal("0.2"), 2);
    List<BigMoney> imports = Collections.nCopies(2, usd("100"));
    assertMoney("0", risk.risk(imports, new BigDecimal("0.64")).totalAtRisk());
    assertMoney("10", risk.risk(imports, new BigDecimal("0.80")).totalAtRisk());
    assertMoney("20", risk.risk(imports, new BigDecimal("0.81")).totalAtRisk());
  }

  @Test
  void a_snap_to_a_lower_rate_is_a_gain() {
    SnapBackRisk risk =
        new SnapBack(/* agreed= */ SNAPPED, /* snapped= */ AGREED, decimals("0.5"))
            .risk(List.of(usd("100")), new BigDecimal("0.95"));
    assertMoney("-5", risk.expectedExtra());
    assertMoney("0", risk.totalAtRisk());
  }

  @Test
  void chances_that_do_not_add_up_are_refused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SnapBack(AGREED, SNAPPED, decimals("0.6", "0.5")));
    assertEquals("Probabilities must sum to at most 1, but [0.6, 0.5] sum to 1.1", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> SnapBack.ofHazards(AGREED, SNAPPED, decimals("1.1")));
    assertThrows(IllegalArgumentException.class, () -> new SnapBack(AGREED, SNAPPED, List.of()));
    SnapBack risk = new SnapBack(AGREED, SNAPPED, decimals("0.5"));
    assertThrows(
        IllegalArgumentException.class, () -> risk.risk(List.of(), new BigDecimal("0.95")));
    assertThrows(
        IllegalArgumentException.class, () -> risk.risk(List.of(usd("1")), BigDecimal.ONE));
  }

  @Test
  void certain_snap_back_is_the_snapped_rate() {
    assertEquals(
        Collections.nCopies(3, SNAPPED),
        SnapBack.ofConstantHazard(AGREED, SNAPPED, BigDecimal.ONE, 3).expectedPath());
  }

  @Test
  void each_month_of_delay_has_its_price() {
    // 3,000 and 2,000 a month at 25 % where rivals pay 15 %: 300 and 200.
    DelayCost delay =
        new DelayCost(
            YearMonth.parse("2025-08"), List.of(usd("3000"), usd("2000")), SNAPPED, AGREED);
    assertMoney("300", delay.perMonth().get(0));
    assertMoney("500", delay.total());
    assertEquals("2025-09", delay.table().cell(1, "month").text());
    assertEquals("delay costs USD 500.00 over 2 months", delay.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> new DelayCost(YearMonth.parse("2025-08"), List.of(), SNAPPED, AGREED));
  }
}
