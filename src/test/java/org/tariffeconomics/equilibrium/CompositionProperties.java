package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Two reforms, one after the other, come to what the second comes to at once: the market after the
 * first is the base of the second. Exact solutions only; linear ones keep the elasticities of where
 * they started.
 */
class CompositionProperties {

  private static final int SIZE = 3;

  /** Relative, of money and indices that two solutions compose. */
  private static final double CLOSE = 1e-8;

  @Provide
  Arbitrary<double[]> money() {
    return Draws.array(SIZE, 1, 50);
  }

  @Provide
  Arbitrary<double[]> tariffs() {
    return Draws.array(SIZE, 0, 1);
  }

  @Provide
  Arbitrary<double[]> factors() {
    return Draws.array(SIZE, 0.5, 2);
  }

  @Provide
  Arbitrary<double[]> supplies() {
    return Draws.array(SIZE, 0.3, 30);
  }

  @Provide
  Arbitrary<double[]> elasticities() {
    return Draws.array(2, 0.5, 8);
  }

  @Provide
  Arbitrary<double[][]> flows() {
    return Draws.square(SIZE, 1, 50);
  }

  @Provide
  Arbitrary<double[][]> duties() {
    return Draws.square(SIZE, 0, 1);
  }

  private static double[] product(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).toArray();
  }

  private static void assertClose(double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(1, actual[i] / expected[i], CLOSE);
    }
  }

  @Property(tries = 200)
  void prices_change_in_one_step_or_in_two(
      @ForAll("money") double[] values,
      @ForAll("factors") double[] first,
      @ForAll("factors") double[] second,
      @ForAll("elasticities") double[] elasticities) {
    double all = Arrays.stream(values).sum();
    double[] shares = Arrays.stream(values).map(v -> v / all).toArray();
    ShareResponse one = market(shares, elasticities).afterPrices(first);
    ShareResponse two = market(one.shares(), elasticities).afterPrices(second);
    ShareResponse once = market(shares, elasticities).afterPrices(product(first, second));
    assertClose(once.shares(), two.shares());
    assertClose(once.quantities(), product(one.quantities(), two.quantities()));
    assertEquals(1, one.priceIndex() * two.priceIndex() / once.priceIndex(), CLOSE);
  }

  private static ArmingtonMarket market(double[] shares, double[] elasticities) {
    return ArmingtonMarket.ofShares(shares, elasticities[0]).withDemandElasticity(-elasticities[1]);
  }

  @Property(tries = 200)
  void one_market_with_supply_curves_is_reformed_in_one_step_or_in_two(
      @ForAll("money") double[] values,
      @ForAll("tariffs") double[] before,
      @ForAll("tariffs") double[] between,
      @ForAll("tariffs") double[] after,
      @ForAll("supplies") double[] supplies) {
    ArmingtonSupplyModel base = ArmingtonSupplyModel.of(values, before, supplies, 4);
    ArmingtonSupplyResult one = base.afterTariffs(between);
    ArmingtonSupplyResult once = base.afterTariffs(after);
    double[] sold = product(values, product(one.producerPrices(), one.quantities()));
    ArmingtonSupplyResult two =
        ArmingtonSupplyModel.of(sold, between, supplies, 4).afterTariffs(after);
    assertClose(once.buyerPrices(), product(one.buyerPrices(), two.buyerPrices()));
    assertClose(once.quantities(), product(one.quantities(), two.quantities()));
    double money = Arrays.stream(values).sum();
    assertEquals(once.revenueChange(), one.revenueChange() + two.revenueChange(), CLOSE * money);
  }

  @Property(tries = 100)
  void an_industry_of_the_world_is_reformed_in_one_step_or_in_two(
      @ForAll("flows") double[][] flows,
      @ForAll("duties") double[][] before,
      @ForAll("duties") double[][] between,
      @ForAll("duties") double[][] after) {
    GsimResult one = GsimModel.of(flows, before, -1.25, 1.5, 5).afterTariffs(between);
    GsimResult once = one.model().afterTariffs(after);
    double[][] traded = new double[SIZE][SIZE];
    for (int r = 0; r < SIZE; r++) {
      for (int v = 0; v < SIZE; v++) {
        traded[r][v] = one.flow(r, v);
      }
    }
    GsimResult two = GsimModel.of(traded, between, -1.25, 1.5, 5).afterTariffs(after);
    double money = Arrays.stream(flows).flatMapToDouble(Arrays::stream).sum();
    assertArrayEquals(once.netWelfare(), sum(one.netWelfare(), two.netWelfare()), CLOSE * money);
    assertArrayEquals(
        once.producerSurplus(), sum(one.producerSurplus(), two.producerSurplus()), CLOSE * money);
  }

  private static double[] sum(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] + other[i]).toArray();
  }
}
