package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GsimProperties {

  private static final int REGIONS = 3;

  /** The numbers of a model and a reform. */
  record Reform(
      double[][] flows,
      double[][] before,
      double[][] after,
      double[] demand,
      double[] supply,
      double[] sigma) {

    GsimModel model() {
      return GsimModel.of(flows, before, demand, supply, sigma);
    }

    GsimResult result(SolutionMode mode) {
      return model().afterTariffs(after, mode);
    }
  }

  @Provide
  Arbitrary<Reform> reforms() {
    return Combinators.combine(
            Draws.square(REGIONS, 0.1, 100),
            Draws.square(REGIONS, 0, 0.5),
            Draws.square(REGIONS, 0, 1),
            Draws.array(REGIONS, -3, 0),
            Draws.array(REGIONS, 0.2, 10),
            Draws.array(REGIONS, 0.5, 12))
        .as(Reform::new);
  }

  @Property(tries = 300)
  void every_market_clears(@ForAll("reforms") Reform reform) {
    GsimResult result = reform.result(SolutionMode.EXACT);
    for (int r = 0; r < REGIONS; r++) {
      assertEquals(0, result.clearingResidual(r), 1e-10);
    }
  }

  /** Close substitutes, rigid supply and tariffs of thousands of percent. */
  @Provide
  Arbitrary<Reform> hardReforms() {
    return Combinators.combine(
            Draws.square(REGIONS, 0.1, 400),
            Draws.square(REGIONS, 0, 0.5),
            Draws.square(REGIONS, 0, 20),
            Draws.array(REGIONS, -8, 0),
            Draws.array(REGIONS, 0.01, 10),
            Draws.array(REGIONS, 0.05, 100))
        .as(Reform::new);
  }

  @Property(tries = 300)
  void every_market_clears_after_hard_reforms_too(@ForAll("hardReforms") Reform reform) {
    GsimResult result = reform.result(SolutionMode.EXACT);
    for (int r = 0; r < REGIONS; r++) {
      assertEquals(0, result.clearingResidual(r), 1e-9);
    }
  }

  /** The buyers' side worked out anew from the prices alone. */
  @Property(tries = 300)
  void demand_at_the_prices_found_is_what_is_supplied(@ForAll("reforms") Reform reform) {
    GsimResult result = reform.result(SolutionMode.EXACT);
    for (int r = 0; r < REGIONS; r++) {
      double price = 1 + result.producerPriceChanges()[r];
      double supplied = 0;
      double demanded = 0;
      for (int v = 0; v < REGIONS; v++) {
        double paid = price * (1 + reform.after()[r][v]) / (1 + reform.before()[r][v]);
        double index = 1 + result.compositePriceChanges()[v];
        double sigma = reform.sigma()[v];
        supplied += reform.flows()[r][v] * Math.pow(price, reform.supply()[r]);
        demanded +=
            reform.flows()[r][v]
                * Math.pow(paid, -sigma)
                * Math.pow(index, sigma + reform.demand()[v]);
      }
      assertEquals(1, demanded / supplied, 1e-9);
    }
  }

  @Property(tries = 100)
  void linear_and_exact_agree_to_second_order_for_small_reforms(@ForAll("reforms") Reform reform) {
    double size = 1e-5;
    double[][] after = new double[REGIONS][REGIONS];
    for (int r = 0; r < REGIONS; r++) {
      for (int v = 0; v < REGIONS; v++) {
        after[r][v] = reform.before()[r][v] + size * reform.after()[r][v];
      }
    }
    GsimResult exact = reform.model().afterTariffs(after);
    GsimResult linear = reform.model().afterTariffs(after, SolutionMode.LOG_LINEAR);
    double bound = 1000 * size * size;
    assertArrayEquals(exact.producerPriceChanges(), linear.producerPriceChanges(), bound);
    assertArrayEquals(exact.compositePriceChanges(), linear.compositePriceChanges(), bound);
    double money = 0;
    for (double[] row : reform.flows()) {
      money += Sums.of(row);
    }
    assertArrayEquals(exact.netWelfare(), linear.netWelfare(), 10 * money * bound);
  }

  @Property(tries = 100)
  void without_a_change_nothing_moves(@ForAll("reforms") Reform reform) {
    GsimResult result = reform.model().afterTariffs(reform.before());
    assertArrayEquals(new double[REGIONS], result.producerPriceChanges(), 1e-13);
    assertArrayEquals(new double[REGIONS], result.compositePriceChanges(), 1e-13);
  }

  @Property(tries = 100)
  void money_has_no_scale(@ForAll("reforms") Reform reform) {
    double[][] scaled = new double[REGIONS][REGIONS];
    for (int r = 0; r < REGIONS; r++) {
      for (int v = 0; v < REGIONS; v++) {
        scaled[r][v] = 1000 * reform.flows()[r][v];
      }
    }
    GsimResult result = reform.result(SolutionMode.EXACT);
    GsimResult again =
        GsimModel.of(scaled, reform.before(), reform.demand(), reform.supply(), reform.sigma())
            .afterTariffs(reform.after());
    assertArrayEquals(result.producerPriceChanges(), again.producerPriceChanges(), 1e-10);
  }

  @Property(tries = 100)
  void one_way_and_back_is_no_way(@ForAll("reforms") Reform reform) {
    GsimResult result = reform.result(SolutionMode.EXACT);
    double[][] flows = new double[REGIONS][REGIONS];
    for (int r = 0; r < REGIONS; r++) {
      for (int v = 0; v < REGIONS; v++) {
        flows[r][v] = result.flow(r, v);
      }
    }
    GsimResult back =
        GsimModel.of(flows, reform.after(), reform.demand(), reform.supply(), reform.sigma())
            .afterTariffs(reform.before());
    for (int r = 0; r < REGIONS; r++) {
      double there = 1 + result.producerPriceChanges()[r];
      assertEquals(1, there * (1 + back.producerPriceChanges()[r]), 1e-9);
    }
  }

  @Property(tries = 100)
  void a_market_of_one_buyer_is_the_market_with_supply_curves(@ForAll("reforms") Reform reform) {
    double[][] toFirst = new double[REGIONS][REGIONS];
    double[] values = new double[REGIONS];
    double[] before = new double[REGIONS];
    double[] after = new double[REGIONS];
    for (int r = 0; r < REGIONS; r++) {
      toFirst[r][0] = reform.flows()[r][0];
      values[r] = reform.flows()[r][0];
      before[r] = reform.before()[r][0];
      after[r] = reform.after()[r][0];
    }
    GsimResult world =
        GsimModel.of(toFirst, reform.before(), reform.demand(), reform.supply(), reform.sigma())
            .afterTariffs(reform.after());
    ArmingtonSupplyResult market =
        ArmingtonSupplyModel.of(values, before, reform.supply(), reform.sigma()[0])
            .withDemandElasticity(reform.demand()[0])
            .afterTariffs(after);
    for (int r = 0; r < REGIONS; r++) {
      assertEquals(1, (1 + world.producerPriceChanges()[r]) / market.producerPrices()[r], 1e-11);
    }
    double scale = Sums.of(values);
    assertEquals(world.consumerSurplus()[0], market.consumerSurplus(), 1e-9 * scale);
    assertEquals(world.tariffRevenue()[0], market.revenueChange(), 1e-9 * scale);
    assertTrue(market.priceIndex() > 0);
  }

  /** The flow to a buyer that there is not was the next seller's to the first buyer. */
  @Property(tries = 10)
  void a_region_that_there_is_not_has_no_flow(@ForAll("reforms") Reform reform) {
    GsimResult result = reform.result(SolutionMode.EXACT);
    assertThrows(IndexOutOfBoundsException.class, () -> result.flow(0, REGIONS));
    assertThrows(IndexOutOfBoundsException.class, () -> result.flow(1, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> result.model().flow(0, REGIONS));
    assertThrows(IndexOutOfBoundsException.class, () -> result.model().tariff(0, REGIONS));
  }
}
