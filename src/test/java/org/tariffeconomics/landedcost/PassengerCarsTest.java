package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A car of USD 30,000 on 2026-11-23 with freight 14.3 m³ × USD 93 and insurance USD 207, one car an
 * entry; no freight from Mexico, for want of a source.
 */
class PassengerCarsTest {

  /** Proclamation 10908, EO 14345, 90 FR 44638 and 90 FR 55964. */
  static final TariffBook CARS =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.preference("USMCA", "8703", "CA, MX", "Free"),
          TariffMeasure.adds("S232 autos", "8703", "*", "25%").from("2025-04-03"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
              .withId("S232 autos, Japan")
              .from("2025-09-16"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%")
              .withId("S232 autos, Korea")
              .from("2025-11-01"));

  static Shipment car(String origin) {
    return Shipment.of("8703.23.01", origin, "USD 30000")
        .withFreight("USD 1330")
        .withInsurance("USD 207")
        .withMode(TransportMode.SEA);
  }

  private static Shipment overland(String origin) {
    return Shipment.of("8703.23.01", origin, "USD 30000")
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.RAIL);
  }

  /**
   * Duties by rate, fees of fiscal year 2027; the dollar is rounded half even, since Korea lands at
   * 36,074.50 and is printed as 36,074.
   */
  @ParameterizedTest
  @CsvSource({
    "JP, SEA,      '', 15%,   4500,  103.92, 37.50, 36178",
    "KR, SEA,   KORUS, 15%,   4500,    0.00, 37.50, 36074",
    "DE, SEA,      '', 15%,   4500,  103.92, 37.50, 36178",
    "GB, SEA,      '', 10%,   3000,  103.92, 37.50, 34678",
    "MX, RAIL,  USMCA, 15%,   4500,    0.00,  0.00, 34500",
    "MX, RAIL,  USMCA, 25%,   7500,    0.00,  0.00, 37500",
    "MX, RAIL,     '', 27.5%, 8250,  103.92,  0.00, 38354",
    "CN, SEA,      '', 52.5%, 15750, 103.92, 37.50, 47428",
    "CN, SEA,      '', 127.5%, 38250, 103.92, 37.50, 69928",
  })
  void a_car_lands_at_the_published_cost_to_the_dollar(
      String origin,
      TransportMode mode,
      String claim,
      String rate,
      String duty,
      String mpf,
      String hmf,
      String landed) {
    Shipment car = mode == TransportMode.SEA ? car(origin) : overland(origin);
    LandedCost cost =
        LandedCostCalculator.of("US")
            .price(
                claim.isEmpty() ? car : car.withClaim(claim),
                StatedDuty.of(rate).withDay("2026-11-23"));
    assertMoney(duty, cost.amount(Kind.DUTY));
    assertMoney(mpf, line(cost, "MPF"));
    assertMoney(hmf, line(cost, "HMF"));
    assertEquals(
        new BigDecimal(landed),
        cost.totalOrThrow().getAmount().setScale(0, RoundingMode.HALF_EVEN));
  }

  private static Optional<BigMoney> line(LandedCost cost, String name) {
    return cost.lines().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .flatMap(CostLine::amount);
  }

  private static void assertMoney(String expected, Optional<BigMoney> actual) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual.orElseThrow().getAmount()));
  }

  @Test
  void the_law_splits_the_duty_by_layer_and_the_lines_add_up() {
    LandedCost japan = LandedCost.of(car("JP"), CARS.on("2026-11-23"));
    assertEquals("USD 36178.42", japan.totalOrThrow().toMoney().toString());
    assertMoney("750", line(japan, "MFN"));
    assertMoney("3750", line(japan, "S232 autos"));
    assertEquals(Rate.percent(15), japan.effectiveRate().orElseThrow());
    assertTrue(
        japan
            .customsValue()
            .description()
            .equals("customs base: FOB value, freight and insurance not dutiable"));
    String text = japan.table().toText();
    assertTrue(text.contains("FOB value, freight and insurance not dutiable"), text);
    assertTrue(text.contains("USD 36,178.42"), text);
    assertEquals("8703.23.01 from JP on 2026-11-23: USD 36,178.42 landed", japan.toString());
  }

  /** Japan at 27.5 % would land at 39,928: the deal is worth 3,750 per car. */
  @Test
  void the_deal_is_worth_its_points_times_the_customs_value() {
    LandedCost before = LandedCost.of(car("JP"), CARS.without("S232 autos").on("2026-11-23"));
    LandedCost now = LandedCost.of(car("JP"), CARS.on("2026-11-23"));
    LandedCost additive =
        LandedCost.of(car("JP"), CARS.withoutMeasure("S232 autos, Japan").on("2026-11-23"));
    assertEquals("USD 39928.42", additive.totalOrThrow().toMoney().toString());
    assertEquals("USD -3750.00", now.minus(additive).total().orElseThrow().toMoney().toString());
    assertMoney("-3750", now.minus(additive).difference(Kind.DUTY));
    assertMoney("3750", now.minus(before).difference(Kind.DUTY));
  }

  @Test
  void korea_and_japan_differ_by_the_processing_fee_only() {
    LandedCostDifferential gap =
        LandedCost.of(car("KR").withClaim("KORUS"), CARS.on("2026-11-23"))
            .minus(LandedCost.of(car("JP"), CARS.on("2026-11-23")));
    assertEquals("USD -103.92", gap.total().orElseThrow().toMoney().toString());
    assertMoney("0", gap.difference(Kind.DUTY));
    assertMoney("-103.92", gap.difference(Kind.FEE));
    assertEquals("KR less JP: USD -103.92 (-0.29%)", gap.toString());
    assertTrue(gap.table().title().contains("positive where KR is dearer"));
  }

  @Test
  void a_day_apart_is_told_by_its_date() {
    LandedCostDifferential cut =
        LandedCost.of(car("JP"), CARS.on("2025-11-23"))
            .minus(LandedCost.of(car("JP"), CARS.on("2025-09-15")));
    assertTrue(cut.table().title().contains("JP 2025-11-23 less JP 2025-09-15"));
    assertMoney("-3750", cut.difference(Kind.DUTY));
  }

  @Test
  void a_cost_is_told_per_unit_and_per_shipment() {
    Shipment two = car("JP").withPrice("USD 60000").withQuantity("2 item");
    LandedCost cost =
        LandedCostCalculator.of("US").price(two, StatedDuty.of("15%").withDay("2026-11-23"));
    BigDecimal each = cost.perUnit("item").orElseThrow().getAmount();
    assertEquals(
        0, each.multiply(BigDecimal.valueOf(2)).compareTo(cost.totalOrThrow().getAmount()));
  }

  /** Maeil/Pulse: a Sportage of 30,290 against a RAV4 of 32,850. */
  @Test
  void inverse_questions_have_the_published_answers() {
    assertEquals(
        "24.72%",
        Parity.flipRate(Money.parse("USD 30290"), Money.parse("USD 32850"), Rate.percent(15))
            .toString());
    assertEquals("8.00%", Parity.priceCut(Rate.percent(25), Rate.percent(15)).toString());
    assertEquals("8.70%", Parity.depreciation(Rate.percent(25), Rate.percent(15)).toString());
    assertEquals(
        Rate.percent("12.5"),
        Parity.rateRestoringLead(Rate.ZERO, Rate.percent("2.5"), Rate.percent(15)).orElseThrow());
    assertEquals(
        Rate.percent(5), Parity.breakEvenBase(Rate.percent(10), Rate.percent(15)).orElseThrow());
    LandedCost sportage =
        LandedCostCalculator.of("list", ValuationBasis.FOB)
            .price(Shipment.of("8703", "KR", "USD 30290"), StatedDuty.of("25%"));
    LandedCost rav4 =
        LandedCostCalculator.of("list", ValuationBasis.FOB)
            .price(Shipment.of("8703", "JP", "USD 32850"), StatedDuty.of("15%"));
    assertEquals("USD 37862.50", sportage.totalOrThrow().toMoney().toString());
    assertEquals("USD 37777.50", rav4.totalOrThrow().toMoney().toString());
    assertEquals("24.72%", Parity.rate(sportage, rav4).toString());
  }

  /** Seoul asked for 12.5 %: from the money side, the lead of 2.5 points on the same car. */
  @Test
  void a_rate_that_draws_level_with_japan_is_fifteen_percent() {
    LandedCostCalculator us = LandedCostCalculator.of("US").withFees(FeeSchedule.none());
    LandedCost korea = us.price(car("KR").withClaim("KORUS"), CARS.on("2025-09-16"));
    LandedCost japan = us.price(car("JP"), CARS.on("2025-09-16"));
    assertEquals(Rate.percent(15), Parity.rate(korea, japan).orElseThrow());
    assertEquals(
        Rate.percent("12.5"),
        Parity.rateWithLead(korea, japan, Money.parse("USD 750")).orElseThrow());
    assertEquals("8.00%", Parity.priceCut(korea, japan).toString());
    assertEquals("8.70%", Parity.depreciation(korea, japan, BigDecimal.ONE).toString());
  }
}
