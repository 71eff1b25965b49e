package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;

class DutyPaidTest {

  private static final Shipment SHIRTS =
      Shipment.of("6109.10", "BD", "USD 7440")
          .withIncoterm(Incoterm.DDP)
          .withFreight("USD 0")
          .withInsurance("USD 0");

  private static LandedCostCalculator us(Fee... fees) {
    return LandedCostCalculator.of("US")
        .withFees(FeeSchedule.of(fees))
        .withRounding(RoundingPolicy.EACH_DUTY_TO_CENT);
  }

  /** CBP customs broker examination, April 2019, question 49: answer A, USD 1,072.62. */
  @Test
  void a_duty_paid_price_is_taken_apart_on_a_value_of_whole_dollars() {
    DutyPaidSplit split =
        us(Fee.adValorem("MPF", "0.3464%"))
            .dutyPaid(SHIRTS, StatedDuty.of("16.5%"), ValueRounding.WHOLE);
    assertEquals("USD 6367", split.value().orElseThrow().toString());
    assertEquals("USD 1072.62", split.dutyAndFees().orElseThrow().toString());
    assertEquals(0, new BigDecimal("0.38").compareTo(split.remainder().orElseThrow().getAmount()));
    assertEquals("USD 7440.00", split.cost().totalOrThrow().toMoney().toString());
    assertEquals("USD 7440 duty paid: customs value USD 6367", split.toString());
  }

  /** (7,440 − 26.22) / 1.165 = 6,363.76 where the fee is at its minimum of fiscal year 2019. */
  @Test
  void a_minimum_that_bites_is_taken_off_before_the_division() {
    DutyPaidSplit split =
        us(Fee.adValorem("MPF", "0.3464%").withLimits("USD 26.22", "USD 508.70"))
            .dutyPaid(SHIRTS, StatedDuty.of("16.5%"), ValueRounding.CENT);
    assertEquals("USD 6363.76", split.value().orElseThrow().toString());
    assertEquals("USD 26.22", split.cost().amount(Kind.FEE).orElseThrow().toString());
  }

  @Test
  void a_duty_paid_shipment_costs_its_price_wherever_it_is_priced() {
    LandedCost cost =
        us(Fee.adValorem("MPF", "0.3464%"))
            .price(SHIRTS.withChargeAfterImport("truck", "USD 100"), StatedDuty.of("16.5%"));
    assertEquals("USD 7540.00", cost.totalOrThrow().toMoney().toString());
    assertTrue(Parity.rate(cost, cost).value().isEmpty());
    assertEquals("USD 7,440.00", Parity.price(cost, cost).toString());
  }

  @Test
  void a_price_that_does_not_cover_its_carriage_is_undetermined() {
    DutyPaidSplit split =
        us().dutyPaid(
                SHIRTS.withPrice("USD 10").withFreight("USD 50"),
                StatedDuty.of("5%"),
                ValueRounding.CENT);
    assertEquals(Outcome.UNDETERMINED, split.cost().outcome());
    assertTrue(split.value().isEmpty());
    assertTrue(split.remainder().isEmpty());
  }

  @Test
  void a_price_below_the_fees_is_undetermined() {
    DutyPaidSplit split =
        us(Fee.fixed("entry", "USD 50"))
            .dutyPaid(SHIRTS.withPrice("USD 10"), StatedDuty.of("5%"), ValueRounding.CENT);
    assertEquals(Outcome.UNDETERMINED, split.cost().outcome());
    assertTrue(split.cost().total().isEmpty());
    assertTrue(split.cost().reasons().toString().contains("does not cover"));
  }
}
