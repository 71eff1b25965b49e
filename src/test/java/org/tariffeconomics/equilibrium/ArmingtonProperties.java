package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ArmingtonProperties {

  /** A market with price factors of the same length. */
  record Shock(ArmingtonMarket market, double[] factors) {
    @Override
    public String toString() {
      return market + Arrays.toString(market.shares()) + Arrays.toString(factors);
    }
  }

  @Provide
  Arbitrary<Shock> shocks() {
    return Arbitraries.integers()
        .between(1, 8)
        .flatMap(
            n ->
                Combinators.combine(
                        Draws.array(n, 0.01, 100), Draws.array(n, 0.2, 5), Draws.number(0.05, 25))
                    .as(
                        (values, factors, sigma) ->
                            new Shock(
                                ArmingtonMarket.ofValues(values, new double[n], sigma), factors)));
  }

  @Property
  void shares_add_up_to_one(@ForAll("shocks") Shock shock) {
    double[] shares = shock.market().afterPrices(shock.factors()).shares();
    assertEquals(1, Sums.of(shares), 1e-12);
    assertEquals(
        1, Sums.of(shock.market().afterPrices(shock.factors()).linearApproximation()), 1e-9);
  }

  @Property
  void the_answer_is_unchanged_when_all_prices_scale(
      @ForAll("shocks") Shock shock, @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
    ShareResponse response = shock.market().afterPrices(shock.factors());
    double[] scaled = Arrays.stream(shock.factors()).map(p -> p * scale).toArray();
    ShareResponse again = shock.market().afterPrices(scaled);
    assertArrayEquals(response.shares(), again.shares(), 1e-12);
    assertEquals(1, again.priceIndex() / (scale * response.priceIndex()), 1e-11);
  }

  @Property
  void unchanged_prices_move_nothing(@ForAll("shocks") Shock shock) {
    double[] ones = new double[shock.factors().length];
    Arrays.fill(ones, 1);
    ShareResponse response = shock.market().afterPrices(ones);
    assertArrayEquals(shock.market().shares(), response.shares(), 1e-15);
    assertEquals(1, response.priceIndex(), 1e-13);
  }

  @Property
  void the_index_lies_between_the_lowest_and_the_highest_price(@ForAll("shocks") Shock shock) {
    double index = shock.market().afterPrices(shock.factors()).priceIndex();
    double lowest = Arrays.stream(shock.factors()).min().orElseThrow();
    double highest = Arrays.stream(shock.factors()).max().orElseThrow();
    assertEquals(index, Math.max(lowest * (1 - 1e-9), Math.min(highest * (1 + 1e-9), index)), 0);
  }

  @Property
  void spending_at_new_prices_and_quantities_is_the_value_index(@ForAll("shocks") Shock shock) {
    ShareResponse response = shock.market().withDemandElasticity(-1.7).afterPrices(shock.factors());
    double[] quantities = response.quantities();
    double spending = 0;
    for (int i = 0; i < quantities.length; i++) {
      spending += shock.market().shares()[i] * shock.factors()[i] * quantities[i];
    }
    assertEquals(1, spending / (response.priceIndex() * response.quantityIndex()), 1e-10);
  }

  @Property
  void approximations_agree_to_second_order_for_small_changes(@ForAll("shocks") Shock shock) {
    double size = 1e-4;
    double[] small = Arrays.stream(shock.factors()).map(p -> 1 + size * (p - 1)).toArray();
    ShareResponse response = shock.market().afterPrices(small);
    double bound = 2 * Math.pow((2 + shock.market().sigma()) * 4 * size, 2);
    assertArrayEquals(response.shares(), response.linearApproximation(), bound);
    assertArrayEquals(response.shares(), response.logApproximation(), bound);
  }

  @Property
  void nests_of_one_elasticity_are_no_nests(@ForAll("shocks") Shock shock) {
    double[] shares = shock.market().shares();
    double home = 0.37;
    double sigma = shock.market().sigma();
    double[] all = new double[shares.length + 1];
    double[] prices = new double[all.length];
    all[0] = home;
    prices[0] = 1.1;
    for (int i = 0; i < shares.length; i++) {
      all[i + 1] = (1 - home) * shares[i];
      prices[i + 1] = shock.factors()[i];
    }
    NestedResponse nested =
        NestedArmington.homeAndImports(home, shares, sigma, sigma)
            .withDemandElasticity(-0.8)
            .afterPrices(prices);
    ShareResponse flat =
        ArmingtonMarket.ofShares(all, sigma).withDemandElasticity(-0.8).afterPrices(prices);
    assertArrayEquals(flat.shares(), nested.shares(), 1e-11);
    assertEquals(1, nested.priceIndex() / flat.priceIndex(), 1e-11);
    for (int i = 0; i < all.length; i++) {
      assertEquals(1, nested.quantities()[i] / flat.quantities()[i], 1e-9);
    }
  }
}
