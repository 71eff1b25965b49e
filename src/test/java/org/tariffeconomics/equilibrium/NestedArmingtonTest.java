package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand, level by level. */
class NestedArmingtonTest {

  @Test
  void a_tariff_on_one_supplier_shifts_more_among_imports_than_to_home_goods() {
    // Imports at σ 3: 0.5/1.5625 + 0.5 = 0.82, P_M = 0.82^(-1/2). Market at σ 2: 0.5 + 0.5/P_M.
    NestedResponse response =
        NestedArmington.homeAndImports(0.5, new double[] {0.5, 0.5}, 2, 3).afterPrices(1, 1.25, 1);
    double imports = Math.pow(0.82, -0.5);
    double market = 1 / (0.5 + 0.5 / imports);
    assertEquals(imports, response.priceIndex(NestedArmington.IMPORTS), 1e-15);
    assertEquals(market, response.priceIndex(), 1e-15);
    double home = 0.5 * market;
    double first = (1 - home) * 0.32 / 0.82;
    assertArrayEquals(new double[] {home, first, 1 - home - first}, response.shares(), 1e-15);
    assertEquals(market, response.quantities()[0], 1e-15);
  }

  @Test
  void three_levels_home_blocs_and_suppliers() {
    NestedArmington model =
        NestedArmington.homeBlocsSuppliers(
            0.6, new double[] {0.75, 0.25}, new double[][] {{0.5, 0.5}, {1}}, 1, 2, 4);
    assertEquals(
        List.of("home", "bloc 1 supplier 1", "bloc 1 supplier 2", "bloc 2 supplier 1"),
        model.varieties());
    NestedResponse response = model.afterPrices(1, 2, 2, 1);
    // Bloc 1 doubles: imports at σ 2 have 0.75/2 + 0.25 = 0.625; the market is Cobb–Douglas.
    assertEquals(2, response.priceIndex("bloc 1"), 1e-15);
    assertEquals(1.6, response.priceIndex("imports"), 1e-15);
    assertEquals(Math.pow(1.6, 0.4), response.priceIndex(), 1e-15);
    assertArrayEquals(new double[] {0.6, 0.15, 0.15, 0.1}, response.oldShares(), 1e-15);
    assertArrayEquals(new double[] {0.6, 0.12, 0.12, 0.16}, response.shares(), 1e-15);
    // A value share of 0.16 against 0.1 at an unchanged price.
    assertEquals(1.6, response.quantities()[3], 1e-14);
  }

  @Test
  void a_market_without_imports_is_the_home_market() {
    NestedResponse response =
        NestedArmington.homeAndImports(1, new double[] {1}, 2, 3).afterPrices(1.1, 5);
    assertEquals(1.1, response.priceIndex(), 1e-15);
    assertArrayEquals(new double[] {1, 0}, response.shares(), 1e-15);
  }

  @Test
  void a_tree_can_have_any_shape_but_no_name_twice() {
    Nest asia = new Nest("Asia", 0.4, 6, List.of(new Variety("JP", 0.5), new Variety("KR", 0.5)));
    Nest market = Nest.market("cars", 1.5, List.of(new Variety("US", 0.6), asia));
    assertEquals(List.of("US", "JP", "KR"), NestedArmington.of(market).varieties());
    Nest twice = Nest.market("cars", 1.5, List.of(new Variety("JP", 0.6), asia));
    assertThrows(IllegalArgumentException.class, () -> NestedArmington.of(twice));
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertEquals(
        "No nest 'Africa' in [imports, market]",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    NestedArmington.homeAndImports(0.5, new double[] {1}, 2, 3)
                        .afterPrices(1, 1)
                        .priceIndex("Africa"))
            .getMessage());
    assertEquals(
        "sigma of imports must be finite and positive, but was 0.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> NestedArmington.homeAndImports(0.5, new double[] {1}, 2, 0))
            .getMessage());
    assertEquals(
        "shares in imports must add up to 1, but added up to 0.5",
        assertThrows(
                IllegalArgumentException.class,
                () -> NestedArmington.homeAndImports(0.5, new double[] {0.5}, 2, 2))
            .getMessage());
  }
}
