package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand from the formulas of Laird and Yeats (1986). */
class SmartMarketTest {

  private static final double[] IMPORTS = {100, 300, 100};
  private static final double[] TARIFFS = {0.25, 0.25, 0.25};

  @Test
  void a_preference_creates_and_diverts_trade() {
    // dt/(1+t) = -0.2. Creation 100·2·0.2 = 40. x = 0.3: 100·400·0.3/(500+30) = 22.6415...
    SmartResult result = SmartMarket.of(IMPORTS, TARIFFS, -2).afterTariffs(0, 0.25, 0.25);
    double diverted = 12_000 / 530.0;
    assertArrayEquals(new double[] {40, 0, 0}, result.tradeCreation(), 1e-12);
    assertArrayEquals(
        new double[] {diverted, -0.75 * diverted, -0.25 * diverted},
        result.tradeDiversion(),
        1e-12);
    assertEquals(24, result.linearDiversion()[0], 1e-12);
    assertEquals(0.25 * (400 - diverted) - 0.25 * 500, result.revenueChange(), 1e-12);
    assertEquals(0.125 * (40 + diverted) - 0.25 * diverted, result.welfare().getAsDouble(), 1e-12);
  }

  @Test
  void finite_export_supply_damps_creation_and_raises_the_exporters_price() {
    SmartResult result =
        SmartMarket.of(IMPORTS, TARIFFS, -2).withSupplyElasticity(3).afterTariffs(0, 0.25, 0.25);
    // 40 / (1 + 2/3) = 24; price 0.2·2/(3+2) = 0.08.
    assertEquals(24, result.tradeCreation()[0], 1e-12);
    assertEquals(0.08, result.priceEffects()[0], 1e-15);
    assertFalse(result.welfare().isPresent());
  }

  @Test
  void several_beneficiaries_never_take_more_than_the_others_sell() {
    SmartMarket market =
        SmartMarket.of(new double[] {500, 500, 1}, new double[] {1, 1, 1}, -1).withSubstitution(9);
    SmartResult result = market.afterTariffs(0, 0, 1);
    // Each alone would take 500·4.5/(501+2250) = 0.8179...; together 1.
    assertArrayEquals(new double[] {0.5, 0.5, -1}, result.tradeDiversion(), 1e-12);
    assertEquals(0, result.importsAfter()[2], 1e-12);
  }

  @Test
  void a_cut_for_everybody_diverts_nothing() {
    SmartResult result = SmartMarket.of(IMPORTS, TARIFFS, -2).afterTariffs(0, 0, 0);
    assertArrayEquals(new double[3], result.tradeDiversion(), 0);
    assertEquals(200, result.totalCreation(), 1e-12);
  }

  @Test
  void a_rise_takes_at_most_all_that_a_supplier_sells() {
    SmartResult result =
        SmartMarket.of(IMPORTS, new double[3], -3).withSubstitution(5).afterTariffs(1, 0, 0);
    assertArrayEquals(new double[] {-100, 75, 25}, result.tradeDiversion(), 1e-12);
    assertArrayEquals(new double[] {0, 375, 125}, result.importsAfter(), 1e-12);
  }

  @Test
  void a_supplier_alone_in_the_market_has_nobody_to_take_from() {
    SmartResult result =
        SmartMarket.of(new double[] {100}, new double[] {0.25}, -2).afterTariffs(0);
    assertEquals(0, result.tradeDiversion()[0], 0);
    assertEquals(140, result.importsAfter()[0], 1e-12);
  }

  @Test
  void nothing_is_diverted_where_nothing_is_imported() {
    SmartResult result =
        SmartMarket.of(new double[] {0, 0}, new double[] {0.1, 0.1}, -2).afterTariffs(0, 0.1);
    assertArrayEquals(new double[2], result.importsAfter(), 0);
  }

  @Test
  void beneficiaries_can_be_named() {
    SmartMarket market = SmartMarket.of(IMPORTS, TARIFFS, -2);
    SmartResult named = market.afterTariffs(new double[] {0, 0.25, 0.25}, new int[] {0, 2});
    // The third keeps its tariff but is no victim: all comes from the second.
    assertEquals(0, named.tradeDiversion()[2], 0);
    assertEquals(-named.tradeDiversion()[0], named.tradeDiversion()[1], 1e-12);
    assertThrows(IllegalArgumentException.class, () -> market.afterTariffs(TARIFFS, new int[] {3}));
  }

  @Test
  void the_table_ends_with_the_total() {
    SmartResult result = SmartMarket.of(IMPORTS, TARIFFS, -2).afterTariffs(0, 0.25, 0.25);
    assertEquals("540.00", result.table().cell(3, "after").text());
    assertTrue(result.table().caption().get(0).contains("welfare"));
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertEquals(
        "demandElasticity must be finite and not positive, but was 2.0",
        assertThrows(IllegalArgumentException.class, () -> SmartMarket.of(IMPORTS, TARIFFS, 2))
            .getMessage());
    assertEquals(
        "imports[0] must be finite and not negative, but was -1.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> SmartMarket.of(new double[] {-1}, new double[1], -1))
            .getMessage());
  }
}
