package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class BertrandProperties {

  private static final List<String> OWNERS = List.of("A", "B", "B", "C");

  @Provide
  Arbitrary<BertrandMarket> logit() {
    return Combinators.combine(
            Draws.array(4, 10, 12), Draws.array(4, 0.02, 0.22), Draws.number(-3, -0.8))
        .as((p, s, slope) -> BertrandMarket.ofSlope(DemandForm.LOGIT, OWNERS, p, s, slope));
  }

  @Provide
  Arbitrary<BertrandMarket> ces() {
    return Combinators.combine(
            Draws.array(4, 1, 12), Draws.array(4, 0.02, 0.22), Draws.number(1.2, 9))
        .as((p, s, slope) -> BertrandMarket.ofSlope(DemandForm.CES, OWNERS, p, s, slope));
  }

  @Property(tries = 200)
  void without_a_tariff_the_observed_prices_are_the_equilibrium(
      @ForAll("logit") BertrandMarket logit, @ForAll("ces") BertrandMarket ces) {
    for (BertrandMarket market : List.of(logit, ces)) {
      BertrandResult result = market.withSize(1).afterTariffs(new double[4]);
      assertArrayEquals(market.prices(), result.prices(), 1e-9);
      assertArrayEquals(market.shares(), result.shares(), 1e-9);
      assertEquals(0, result.consumerLoss().getAsDouble(), 1e-9);
    }
  }

  @Property(tries = 200)
  void logit_passes_a_single_rise_on_in_part(
      @ForAll("logit") BertrandMarket market,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double tariff) {
    BertrandResult result = market.withSize(1).afterTariffs(0, 0, 0, tariff);
    double passed = result.absolutePassThrough(3).getAsDouble();
    assertTrue(passed > 0 && passed <= 1 + 1e-9, "passed on " + passed);
    assertTrue(result.shares()[3] < market.shares()[3]);
    assertTrue(result.consumerLoss().getAsDouble() > 0);
  }

  /** No firm gains by another price of its own, the others' given: what Bertrand means. */
  @Property(tries = 100)
  void no_firm_gains_by_another_price(
      @ForAll("logit") BertrandMarket logit,
      @ForAll("ces") BertrandMarket ces,
      @ForAll @DoubleRange(min = 0, max = 0.4) double tariff) {
    for (BertrandMarket market : List.of(logit, ces)) {
      BertrandResult result = market.afterTariffs(0, tariff, 0, tariff / 2);
      for (double factor : new double[] {0.99, 1.01}) {
        for (int[] firm : new int[][] {{0}, {1}, {2}, {1, 2}, {3}}) {
          double[] prices = result.prices();
          for (int product : firm) {
            prices[product] *= factor;
          }
          String owner = OWNERS.get(firm[0]);
          double[] tariffs = {0, tariff, 0, tariff / 2};
          double profit = profit(market, tariffs, result.costs(), result.prices(), owner);
          double other = profit(market, tariffs, result.costs(), prices, owner);
          assertTrue(other <= profit * (1 + 1e-12), owner + " would earn " + other / profit);
        }
      }
    }
  }

  /** What the firm keeps, {@code Σ ((1−τ) p − c) q}, with costs given as {@code c/(1−τ)}. */
  private static double profit(
      BertrandMarket market, double[] tariffs, double[] costs, double[] prices, String owner) {
    double[] attractions = new double[4];
    double sum = 1;
    double outside = 1 - Sums.of(market.shares());
    for (int i = 0; i < 4; i++) {
      double before = market.prices()[i];
      double change =
          market.form() == DemandForm.LOGIT
              ? Math.exp(market.slope() * (prices[i] - before))
              : Math.pow(prices[i] / before, 1 - market.slope());
      attractions[i] = market.shares()[i] / outside * change;
      sum += attractions[i];
    }
    double profit = 0;
    for (int i = 0; i < 4; i++) {
      double units = attractions[i] / sum / (market.form() == DemandForm.LOGIT ? 1 : prices[i]);
      double kept = (1 - tariffs[i]) * (prices[i] - costs[i]);
      profit += OWNERS.get(i).equals(owner) ? kept * units : 0;
    }
    return profit;
  }
}
