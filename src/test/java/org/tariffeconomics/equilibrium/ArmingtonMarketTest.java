package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are fractions worked out by hand. */
class ArmingtonMarketTest {

  private static final double[] HALVES = {0.5, 0.5};

  @Test
  void a_price_rise_of_a_quarter_at_sigma_two() {
    // Weights 0.5/1.25 = 0.4 and 0.5: shares 4/9 and 5/9, P = 1/0.9.
    ShareResponse response = ArmingtonMarket.ofShares(HALVES, 2).afterPrices(1.25, 1);
    assertArrayEquals(new double[] {4 / 9.0, 5 / 9.0}, response.shares(), 1e-15);
    assertEquals(1 / 0.9, response.priceIndex(), 1e-15);
    // Spending stays: values move as shares do, quantities as values over prices.
    assertArrayEquals(new double[] {8 / 9.0, 10 / 9.0}, response.values(), 1e-15);
    assertArrayEquals(new double[] {6.4 / 9, 10 / 9.0}, response.quantities(), 1e-15);
    assertEquals(0.9, response.quantityIndex(), 1e-15);
    assertEquals(-1 / 18.0, response.shareChange(0), 1e-15);
    // Linear: 0.5 - 0.5 (0.25 - 0.125).
    assertArrayEquals(new double[] {0.4375, 0.5625}, response.linearApproximation(), 1e-15);
  }

  @Test
  void sigma_one_is_cobb_douglas_and_keeps_the_shares() {
    ShareResponse response = ArmingtonMarket.ofShares(HALVES, 1).afterPrices(4, 1);
    assertArrayEquals(HALVES, response.shares(), 1e-15);
    assertEquals(2, response.priceIndex(), 1e-15);
  }

  @Test
  void near_sigma_one_no_digits_are_lost() {
    // To first order in 1-σ: ln P = mean + (1-σ)/2 · variance of ln p = ln 2 + 1e-9/2 · (ln 2)^2.
    double ln2 = Math.log(2);
    for (double distance : new double[] {1e-9, -1e-9, 1e-13}) {
      ShareResponse response = ArmingtonMarket.ofShares(HALVES, 1 - distance).afterPrices(4, 1);
      assertEquals(ln2 + distance / 2 * ln2 * ln2, Math.log(response.priceIndex()), 2e-16);
    }
  }

  @Test
  void values_at_world_prices_become_spending_by_the_power_of_their_tariffs() {
    // 100 at 25 percent is spending of 125, 125 at zero too.
    ArmingtonMarket market =
        ArmingtonMarket.ofValues(new double[] {100, 125}, new double[] {0.25, 0}, 2);
    assertArrayEquals(HALVES, market.shares(), 1e-15);
    // Tariff gone: price factor 0.8, weights 0.625 and 0.5.
    assertArrayEquals(new double[] {5 / 9.0, 4 / 9.0}, market.afterTariffs(0, 0).shares(), 1e-15);
  }

  @Test
  void a_cut_from_25_to_15_percent_is_a_price_cut_of_8_percent() {
    ArmingtonMarket market =
        ArmingtonMarket.ofShares(HALVES, 3).withTariffs(new double[] {0.25, 0});
    assertEquals(0.92, market.afterTariffs(0.15, 0).priceFactors()[0], 1e-15);
  }

  @Test
  void elasticities_at_the_observed_shares() {
    ArmingtonMarket market =
        ArmingtonMarket.ofShares(new double[] {0.2, 0.8}, 5).withDemandElasticity(-2);
    assertEquals(-4.4, market.ownElasticity(0), 1e-15);
    assertEquals(2.4, market.crossElasticity(1), 1e-15);
  }

  @Test
  void a_single_supplier_keeps_the_market_and_loses_quantity_only() {
    ShareResponse response =
        ArmingtonMarket.ofShares(new double[] {1}, 4).withDemandElasticity(-2).afterPrices(1.25);
    assertEquals(1, response.shares()[0], 0);
    assertEquals(1.25, response.priceIndex(), 1e-15);
    assertEquals(0.64, response.quantities()[0], 1e-15);
  }

  @Test
  void a_supplier_without_a_share_gets_none() {
    ShareResponse response =
        ArmingtonMarket.ofShares(new double[] {0, 1}, 8).afterPrices(1e-3, 1.1);
    assertEquals(0, response.shares()[0], 0);
    assertEquals(0, response.logApproximation()[0], 0);
    assertEquals(1.1, response.priceIndex(), 1e-15);
  }

  @Test
  void extreme_prices_are_taken_in_logarithms() {
    ShareResponse response = ArmingtonMarket.ofShares(HALVES, 60).afterPrices(1e-30, 1e30);
    assertEquals(1, response.shares()[0], 1e-15);
    assertEquals(1e-30 * Math.pow(0.5, -1 / 59.0), response.priceIndex(), 1e-43);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertRefused(
        "sigma must be finite and positive, but was -1.0",
        () -> ArmingtonMarket.ofShares(HALVES, -1));
    assertRefused(
        "expenditureShares must add up to 1, but added up to 0.9",
        () -> ArmingtonMarket.ofShares(new double[] {0.4, 0.5}, 2));
    assertRefused(
        "expenditureShares must not be empty", () -> ArmingtonMarket.ofShares(new double[0], 2));
    assertRefused(
        "priceFactors[1] must be finite and positive, but was NaN",
        () -> ArmingtonMarket.ofShares(HALVES, 2).afterPrices(1, Double.NaN));
    assertRefused(
        "priceFactors must have 2 entries, but had 1",
        () -> ArmingtonMarket.ofShares(HALVES, 2).afterPrices(1));
    assertRefused(
        "values must not all be zero",
        () -> ArmingtonMarket.ofValues(new double[2], new double[2], 2));
    assertRefused(
        "names must differ, but 'JP' comes twice",
        () -> ArmingtonMarket.ofShares(HALVES, 2).withNames(List.of("JP", "JP")));
  }

  @Test
  void a_market_that_does_not_know_its_tariffs_says_so() {
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () -> ArmingtonMarket.ofShares(HALVES, 2).afterTariffs(0.1, 0.1));
    assertTrue(refusal.getMessage().contains("withTariffs"));
  }

  @Test
  void the_table_names_suppliers_and_the_elasticity() {
    ShareResponse response =
        ArmingtonMarket.ofShares(HALVES, 2).withNames(List.of("JP", "KR")).afterPrices(1.25, 1);
    assertEquals("-5.56 pp", response.table().cell(0, "change").text());
    assertEquals("KR", response.table().cell(1, "supplier").text());
    assertTrue(response.table().caption().get(0).contains("sigma 2.0"));
  }

  @Test
  void a_quantity_below_the_range_of_double_is_zero() {
    ShareResponse response = ArmingtonMarket.ofShares(HALVES, 100).afterPrices(2000, 1);
    assertEquals(0, response.quantities()[0]);
    assertEquals(0, response.shares()[0]);
    assertEquals(1, response.shares()[1]);
  }
}
