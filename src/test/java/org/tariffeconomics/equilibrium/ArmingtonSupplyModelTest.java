package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The runs of another program are held by the conformance suite. */
class ArmingtonSupplyModelTest {

  private static final ArmingtonSupplyModel MARKET =
      ArmingtonSupplyModel.of(new double[] {60, 30, 10}, new double[3], new double[] {1, 10, 10}, 4)
          .withNames(List.of("home", "subject", "others"));

  @Test
  void a_single_origin_is_the_textbook_market() {
    // (p/1.44)^1 = p^(-1): p = 1.2; buyers bear half in logarithms.
    ArmingtonSupplyResult result =
        ArmingtonSupplyModel.of(new double[] {100}, new double[1], new double[] {1}, 3)
            .afterTariffs(0.44);
    assertEquals(1.2, result.buyerPrices()[0], 1e-14);
    assertEquals(0.5, result.incidenceOnBuyers(0).getAsDouble(), 1e-14);
    assertEquals(1 / 1.2, result.quantities()[0], 1e-14);
    assertEquals(-100 * Math.log(1.2), result.consumerSurplus(), 1e-11);
    assertEquals(50 / 1.44 - 50, result.producerSurplus()[0], 1e-11);
    assertEquals(44 / 1.44, result.revenueChange(), 1e-11);
  }

  @Test
  void untaxed_origins_have_no_incidence() {
    ArmingtonSupplyResult result = MARKET.afterTariffs(0, 0.25, 0);
    assertFalse(result.incidenceOnBuyers(0).isPresent());
    assertTrue(result.incidenceOnBuyers(1).isPresent());
    assertEquals("", result.table().cell(0, "on buyers").text());
  }

  @Test
  void the_log_linear_answer_is_the_larger_one_here() {
    // Both from the peer's file: 1.19215 exactly, 1.19467 log-linear.
    assertEquals(1.19215, MARKET.afterTariffs(0, 0.25, 0).buyerPrices()[1], 5e-6);
    double[] tariffs = {0, 0.25, 0};
    assertEquals(
        1.19467, MARKET.afterTariffs(tariffs, SolutionMode.LOG_LINEAR).buyerPrices()[1], 5e-6);
  }

  @Test
  void an_origin_that_sells_nothing_keeps_its_price() {
    ArmingtonSupplyResult result =
        ArmingtonSupplyModel.of(new double[] {0, 100}, new double[2], new double[] {1, 1}, 3)
            .afterTariffs(0, 0.44);
    assertArrayEquals(new double[] {1, 1.2}, result.buyerPrices(), 1e-14);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertEquals(
        "supplyElasticities must have 2 entries, but had 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> ArmingtonSupplyModel.of(new double[] {1, 2}, new double[2], new double[1], 3))
            .getMessage());
    assertEquals(
        "values must not all be zero",
        assertThrows(
                IllegalArgumentException.class,
                () -> ArmingtonSupplyModel.of(new double[1], new double[1], new double[1], 3))
            .getMessage());
  }

  @Property
  void buyers_bear_a_part_between_nothing_and_all(
      @ForAll @DoubleRange(min = 0.1, max = 50) double supply,
      @ForAll @DoubleRange(min = 0.5, max = 12) double sigma,
      @ForAll @DoubleRange(min = 0.01, max = 2) double tariff) {
    ArmingtonSupplyResult result =
        ArmingtonSupplyModel.of(
                new double[] {60, 40}, new double[2], new double[] {2, supply}, sigma)
            .afterTariffs(0, tariff);
    double borne = result.incidenceOnBuyers(1).getAsDouble();
    assertTrue(borne > 0 && borne < 1, "buyers bear " + borne);
  }

  /** Found apart by walking the tariff up in 50 steps. */
  @Test
  void a_shock_too_large_for_one_step_is_brought_in_by_steps() {
    assertProducerPrices(
        new double[] {3.4, 332.8},
        new double[] {0, 20},
        new double[] {0.01, 0.1},
        20,
        20.9018,
        0.996854);
    assertProducerPrices(
        new double[] {65.1, 110.7},
        new double[] {5, 0.25},
        new double[] {10, 0.1},
        200,
        0.967492,
        4.63275);
    assertProducerPrices(
        new double[] {278.5, 56.6},
        new double[] {1.45, 5},
        new double[] {0.01, 0.1},
        60,
        1.81558,
        0.741806);
  }

  private static void assertProducerPrices(
      double[] values, double[] tariffs, double[] supply, double sigma, double... expected) {
    double[] prices =
        ArmingtonSupplyModel.of(values, new double[2], supply, sigma)
            .withDemandElasticity(0)
            .afterTariffs(tariffs)
            .producerPrices();
    for (int r = 0; r < expected.length; r++) {
      assertEquals(1, prices[r] / expected[r], 5e-6);
    }
  }

  /** Supply and demand worked out anew from the prices alone, in logarithms. */
  @Property(tries = 300)
  void hard_markets_clear_too(
      @ForAll @DoubleRange(min = 1, max = 400) double first,
      @ForAll @DoubleRange(min = 1, max = 400) double second,
      @ForAll @DoubleRange(min = 0, max = 20) double tariff,
      @ForAll @DoubleRange(min = 0.01, max = 10) double supply,
      @ForAll @DoubleRange(min = 0.05, max = 200) double sigma,
      @ForAll @DoubleRange(min = -8, max = 0) double eta) {
    ArmingtonSupplyResult result =
        ArmingtonSupplyModel.of(
                new double[] {first, second}, new double[2], new double[] {supply, 0.1}, sigma)
            .withDemandElasticity(eta)
            .afterTariffs(0.25, tariff);
    double[] supplies = {supply, 0.1};
    double logIndex = Math.log(result.priceIndex());
    for (int r = 0; r < 2; r++) {
      double paid = Math.log(result.buyerPrices()[r]);
      double demanded = -sigma * (paid - logIndex) + eta * logIndex;
      double supplied = supplies[r] * Math.log(result.producerPrices()[r]);
      assertEquals(0, demanded - supplied, 1e-9 * Math.max(1, sigma));
    }
  }
}
