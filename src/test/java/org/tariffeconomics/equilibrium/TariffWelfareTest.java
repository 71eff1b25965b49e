package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand from the areas beside the curves. */
class TariffWelfareTest {

  @Test
  void the_triangle_of_a_quarter_on_a_thousand() {
    HarbergerLoss loss = TariffWelfare.harberger(1000, 0.25, 2);
    assertEquals(62.5, loss.triangle(), 1e-12);
    assertEquals(62.5, loss.linearLoss(), 1e-12);
    assertEquals(125, loss.linearRevenue(), 1e-12);
    // e = 2: consumers lose 1000 (1 - 1/1.25) = 200; revenue 0.25 · 640 = 160.
    assertEquals(200, loss.constantElasticityConsumerLoss(), 1e-11);
    assertEquals(160, loss.constantElasticityRevenue(), 1e-11);
    assertEquals(40, loss.constantElasticityLoss(), 1e-11);
  }

  @Test
  void beyond_the_choke_tariff_the_linear_loss_grows_no_more() {
    HarbergerLoss loss = TariffWelfare.harberger(1000, 1, 2);
    assertTrue(loss.importsEndUnderLinearDemand());
    assertEquals(250, loss.linearLoss(), 1e-12);
    assertEquals(0, loss.linearRevenue(), 0);
    assertEquals(1000, loss.triangle(), 1e-12, "the formula knows no choke tariff");
  }

  @Test
  void an_elasticity_of_one_is_the_logarithm() {
    HarbergerLoss loss = TariffWelfare.harberger(100, 1, 1);
    assertEquals(100 * Math.log(2), loss.constantElasticityConsumerLoss(), 1e-12);
    assertEquals(100 * Math.log(2) - 50, loss.constantElasticityLoss(), 1e-12);
  }

  @Test
  void a_tiny_tariff_keeps_its_digits() {
    // e (t²/2 - (e+1) t³/3) at e = 2, t = 1e-8.
    assertEquals(
        1e-16 - 2e-24, TariffWelfare.harberger(1, 1e-8, 2).constantElasticityLoss(), 1e-31);
    assertEquals(0, TariffWelfare.harberger(1, 0, 2).constantElasticityLoss(), 0);
    assertEquals(0, TariffWelfare.harberger(1, 0.3, 0).constantElasticityLoss(), 1e-16);
  }

  @Test
  void a_subsidy_wastes_too() {
    HarbergerLoss loss = TariffWelfare.harberger(100, -0.2, 1);
    assertEquals(2, loss.linearLoss(), 1e-12);
    assertEquals(-24, loss.linearRevenue(), 1e-12);
    assertEquals(25 + 100 * Math.log(0.8), loss.constantElasticityLoss(), 1e-12);
  }

  @Test
  void the_trapezoid_of_a_cut() {
    assertEquals(15, TariffWelfare.trapezoid(0.2, 0.1, 100), 1e-12);
    assertEquals(0, TariffWelfare.trapezoid(0, 0, 100), 0);
  }

  @Test
  void a_large_country_shifts_part_of_its_tariff_abroad() {
    // e = 1, ω = 1: p* = T^(-1/2), p = T^(1/2) at T = 1.44.
    LargeCountryTariff tariff = TariffWelfare.largeCountry(100, 0.44, 1, 1);
    assertEquals(1 / 1.2, tariff.worldPrice(), 1e-15);
    assertEquals(1.2, tariff.buyerPrice(), 1e-15);
    assertEquals(1 / 1.2, tariff.importVolume(), 1e-15);
    assertEquals(44 / 1.44, tariff.revenue(), 1e-12);
    assertEquals(100 * Math.log(1.2), tariff.consumerLoss(), 1e-12);
    assertEquals(50 - 50 / 1.44, tariff.exporterLoss(), 1e-12);
    assertEquals(100 * (1 - 1 / 1.2) / 1.2, tariff.termsOfTradeGain(), 1e-12);
    assertEquals(44 / 1.44 - 100 * Math.log(1.2), tariff.nationalGain(), 1e-12);
    assertEquals(0.5, tariff.passThrough(), 0);
  }

  @Test
  void the_laffer_peak_of_a_small_and_a_large_country() {
    RevenueMaximum small = TariffWelfare.laffer(3);
    assertEquals(0.5, small.constantElasticity().getAsDouble(), 1e-15);
    assertEquals(4 / 27.0, small.constantElasticityRevenue().getAsDouble(), 1e-15);
    assertEquals(1 / 6.0, small.linear().getAsDouble(), 1e-15);
    assertEquals(1 / 12.0, small.linearRevenue().getAsDouble(), 1e-15);
    RevenueMaximum large = TariffWelfare.laffer(3, 2);
    assertEquals(1.25, large.constantElasticity().getAsDouble(), 1e-15);
    assertEquals(5 / 9.0, large.linear().getAsDouble(), 1e-15);
  }

  @Test
  void inelastic_demand_has_no_peak() {
    RevenueMaximum maximum = TariffWelfare.laffer(1);
    assertFalse(maximum.constantElasticity().isPresent());
    assertFalse(maximum.constantElasticityRevenue().isPresent());
    assertTrue(maximum.linear().isPresent());
    assertFalse(TariffWelfare.laffer(2, 0.5).linear().isPresent());
    assertFalse(TariffWelfare.laffer(2, 0.5).linearRevenue().isPresent());
    assertEquals("no peak", maximum.table().cell(0, "value").text());
  }

  @Test
  void the_optimal_tariff_is_the_inverse_export_supply_elasticity() {
    OptimalTariff optimal = TariffWelfare.optimal(4, 1);
    assertEquals(0.25, optimal.tariff(), 0);
    assertEquals(0.2, optimal.foreignIncidence(), 0);
    assertEquals(0.8, optimal.passThrough(), 0);
  }

  @Test
  void terms_of_trade_weigh_price_changes_by_trade() {
    double change =
        TariffWelfare.termsOfTrade(
            new double[] {100, 50}, new double[] {0.02, -0.01},
            new double[] {200}, new double[] {-0.03});
    assertEquals(2 - 0.5 + 6, change, 1e-12);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertRefused(
        "tariff must be finite and above -1, but was -1.0",
        () -> TariffWelfare.harberger(1, -1, 1));
    assertRefused(
        "demandElasticity must be finite and positive, but was 0.0", () -> TariffWelfare.laffer(0));
    assertRefused(
        "exportPriceChanges must have 1 entries, but had 0",
        () ->
            TariffWelfare.termsOfTrade(new double[1], new double[0], new double[0], new double[0]));
  }

  /** The integral {@code e ∫ x (1+x)^(−e−1) dx} from 0 to 0.25 with 40 digits. */
  @Test
  void the_loss_keeps_its_digits_for_tiny_elasticities() {
    assertEquals(
        0.2685644865, TariffWelfare.harberger(1e9, 0.25, 1e-8).constantElasticityLoss(), 5e-11);
    // For e near zero the loss is e (t − ln(1+t)), but for a part of the order of e.
    for (double elasticity : new double[] {1e-6, 1e-9, 1e-12, 1e-15}) {
      double first = elasticity * (0.25 - Math.log1p(0.25));
      double loss = TariffWelfare.harberger(1, 0.25, elasticity).constantElasticityLoss();
      assertEquals(1, loss / first, 2 * elasticity + 1e-14);
    }
    // Continuous where one form follows the other.
    double below = TariffWelfare.harberger(1, 0.4, Math.nextDown(1.0)).constantElasticityLoss();
    assertEquals(TariffWelfare.harberger(1, 0.4, 1).constantElasticityLoss(), below, 1e-15);
  }
}
