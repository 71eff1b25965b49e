package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** What cannot be right is refused by name; what is not known is an outcome and never zero. */
class BadInputTest {

  private static final Shipment CAR = PassengerCarsTest.car("JP");
  private static final TariffBook CARS = PassengerCarsTest.CARS;

  private static void refused(Executable call, String... words) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  private static void undetermined(LandedCost cost, String... words) {
    assertEquals(Outcome.UNDETERMINED, cost.outcome());
    assertTrue(cost.total().isEmpty());
    for (String word : words) {
      assertTrue(cost.reasons().toString().contains(word), cost.reasons().toString());
    }
    assertThrows(IllegalStateException.class, cost::totalOrThrow);
  }

  @Test
  void negative_amounts_are_refused_by_their_part() {
    refused(() -> Shipment.of("8703", "JP", "USD -1"), "price", "-1");
    refused(() -> CAR.withFreight("USD -1"), "freight", "-1");
    refused(() -> CAR.withInsurance("USD -0.01"), "insurance");
    refused(() -> CAR.withChargeAfterImport("truck", "USD -5"), "truck");
    refused(() -> Fee.fixed("entry", "USD -5"), "entry");
    refused(() -> Fee.adValorem("MPF", "-1%"), "MPF", "-1%");
    refused(() -> StatedDuty.of("-5%"), "rate", "-5%");
    refused(() -> StatedDuty.of("5%").withFixed("USD -1"), "fixed duty");
  }

  @Test
  void amounts_that_are_no_numbers_are_refused_by_their_part() {
    refused(() -> Shipment.of("8703", "JP", "30000"), "price", "USD 30000");
    refused(() -> CAR.withFreight("USD NaN"), "freight", "NaN");
    refused(() -> CAR.withFreight("USD Infinity"), "freight");
    refused(() -> CAR.withInsurance("XXQ 5"), "insurance");
    refused(() -> new PassThrough(Double.NaN, 1), "border", "NaN");
    refused(() -> PassThrough.of(Double.POSITIVE_INFINITY), "Infinity");
    refused(() -> PassThrough.of(1).landedAfter(-1, Rate.ZERO, Rate.ZERO), "landedBefore", "-1.0");
  }

  @Test
  void currencies_do_not_mix_without_a_stated_rate() {
    Shipment mixed = CAR.withFreight("EUR 1200");
    refused(() -> LandedCost.of(mixed, CARS.on("2026-11-23")), "freight", "EUR", "USD");
    LandedCost dollars =
        LandedCostCalculator.of("list", ValuationBasis.FOB)
            .price(Shipment.of("8703", "JP", "USD 1"), StatedDuty.of("5%"));
    LandedCost euros =
        LandedCostCalculator.of("list", ValuationBasis.FOB)
            .price(Shipment.of("8703", "JP", "EUR 1"), StatedDuty.of("5%"));
    refused(() -> LandedCostDifferential.of(dollars, euros), "USD", "EUR");
    refused(() -> Parity.price(dollars, euros), "USD", "EUR");
    refused(() -> BasketIndex.of(dollars).withRival(euros, "1"), "USD", "EUR");
    refused(() -> Parity.flipRate(Money.parse("USD 1"), Money.parse("EUR 1"), Rate.ZERO), "EUR");
  }

  @Test
  void dates_and_limits_in_the_wrong_order_are_refused() {
    Fee fee = Fee.adValorem("MPF", "0.3464%");
    refused(() -> fee.withPeriod("2026-10-01", "2025-10-01"), "MPF", "2026-10-01", "2025-10-01");
    refused(() -> fee.withLimits("USD 651.50", "USD 33.58"), "minimum", "651.50");
    refused(() -> fee.withLimits("USD 1", "EUR 2"), "minimum");
    refused(() -> Fee.fixed("entry", "USD 5").withMinimum("USD 1"), "entry");
    refused(() -> FeeSchedule.of(fee.withFirstDay("2025-01-01"), fee), "Overlapping", "MPF");
  }

  @Test
  void an_unknown_territory_is_an_error_and_can_be_stated() {
    refused(() -> LandedCostCalculator.of("AQ"), "AQ", "ValuationBasis");
    assertEquals(ValuationBasis.CIF, LandedCostCalculator.of("AQ", ValuationBasis.CIF).basis());
    assertEquals(ValuationBasis.CIF, ValuationBasis.of("FR"));
    assertEquals(ValuationBasis.CIF, ValuationBasis.of("uk"));
    assertEquals(ValuationBasis.FOB, ValuationBasis.of("ZA"));
    assertTrue(ValuationBasis.sourceOf("AQ").isEmpty());
    refused(() -> LandedCostCalculator.of("CA").price(CAR, CARS.on("2026-11-23")), "CA", "US");
  }

  @Test
  void fees_of_a_year_that_is_not_known_are_undetermined() {
    undetermined(LandedCost.of(CAR, CARS.on("2019-05-01")), "MPF", "2019-05-01");
    undetermined(LandedCost.of(CAR, CARS.on("2027-10-01")), "MPF");
    undetermined(LandedCostCalculator.of("US").price(CAR, StatedDuty.of("15%")), "day");
  }

  @Test
  void carriage_that_the_customs_value_needs_must_be_stated() {
    StatedDuty free = StatedDuty.of("Free");
    undetermined(
        LandedCostCalculator.of("JP").price(Shipment.of("8703", "US", "USD 1"), free),
        "state the freight",
        "state the insurance");
    undetermined(
        LandedCostCalculator.of("US")
            .withFees(FeeSchedule.none())
            .price(Shipment.of("8703", "JP", "USD 1").withIncoterm(Incoterm.CIF), free),
        "state the freight",
        "CIF includes it");
  }

  @Test
  void carriage_that_only_the_total_would_need_is_left_out_and_said_so() {
    LandedCost cost =
        LandedCostCalculator.of("US")
            .withFees(FeeSchedule.none())
            .price(Shipment.of("8703", "JP", "USD 100"), StatedDuty.of("15%"));
    assertEquals("USD 115.00", cost.totalOrThrow().toMoney().toString());
    assertTrue(cost.stamp().toString().contains("freight is not stated and left out"));
  }

  @Test
  void a_duty_that_is_not_known_leaves_the_cost_undetermined_and_is_never_zero() {
    LandedCost cost =
        LandedCost.of(
            Shipment.of("0101", "JP", "USD 10").withMode(TransportMode.AIR), CARS.on("2026-11-23"));
    undetermined(cost, "base");
    assertTrue(cost.amount(Kind.DUTY).isEmpty());
    assertTrue(cost.effectiveRate().isEmpty());
    LandedCostDifferential gap =
        cost.minus(LandedCost.of(PassengerCarsTest.car("KR"), CARS.on("2026-11-23")));
    assertTrue(gap.total().isEmpty());
    assertTrue(gap.index().isEmpty());
    assertTrue(gap.reasons().get(0).startsWith("JP: "));
    assertTrue(gap.table().toText().contains("unknown"));
    assertTrue(gap.toString().endsWith("unknown"));
    ParityAnswer<Rate> answer =
        Parity.rate(cost, LandedCost.of(PassengerCarsTest.car("KR"), CARS.on("2026-11-23")));
    assertTrue(answer.value().isEmpty());
    assertTrue(answer.reason().contains("not known"));
    assertTrue(BasketIndex.of(cost).withRival(cost, "1").value().isEmpty());
    assertTrue(BasketIndex.of(cost).withRival(cost, "1").table().toText().contains("unknown"));
  }

  @Test
  void a_prohibited_import_has_no_cost() {
    TariffBook closed =
        CARS.with(TariffMeasure.of("embargo", Rule.PROHIBITS, "8703", "JP", "Free"));
    LandedCost cost = LandedCost.of(CAR, closed.on("2026-11-23"));
    assertEquals(Outcome.PROHIBITED, cost.outcome());
    assertTrue(cost.total().isEmpty());
    assertTrue(cost.table().toText().contains("prohibited"));
    assertEquals("8703.23.01 from JP on 2026-11-23: prohibited by embargo", cost.toString());
  }

  @Test
  void a_cost_per_unit_needs_the_quantity() {
    LandedCost cost = LandedCost.of(CAR, CARS.on("2026-11-23"));
    refused(() -> cost.perUnit("kg"), "kg", "withQuantity");
    refused(() -> LandedCost.of(CAR.withQuantity("0 kg"), CARS.on("2026-11-23")).perUnit("kg"));
  }

  @Test
  void questions_without_an_answer_say_so() {
    ParityAnswer<Rate> negative =
        Parity.rateRestoringLead(Rate.ZERO, Rate.percent(20), Rate.percent(15));
    assertTrue(negative.value().isEmpty());
    assertEquals("none: no non-negative rate restores parity", negative.toString());
    assertEquals(0, new BigDecimal("-0.05").compareTo(negative.algebraic().orElseThrow()));
    assertThrows(IllegalStateException.class, negative::orElseThrow);
    assertTrue(negative.table().toText().contains("unknown"));
    assertTrue(Parity.breakEvenBase(Rate.percent(20), Rate.percent(15)).value().isEmpty());
    assertTrue(
        Parity.depreciation(Rate.percent(25), Rate.percent(15), new BigDecimal("0.05"))
            .value()
            .isEmpty());
    assertEquals(
        "0.00%",
        Parity.depreciation(Rate.percent(15), Rate.percent(15), BigDecimal.ZERO).toString());
    refused(
        () -> Parity.depreciation(Rate.ZERO, Rate.ZERO, new BigDecimal("1.5")),
        "localShare",
        "1.5");
    refused(() -> Parity.flipRate(Money.parse("USD 0"), Money.parse("USD 1"), Rate.ZERO), "price");
    refused(() -> Parity.priceCut(Rate.percent(-100), Rate.ZERO), "own", "-100%");
    refused(() -> PassThrough.ofElasticities(0, 0), "both");
    refused(() -> PassThrough.ofElasticities(-1, 1), "exportSupply");
  }
}
