package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand from Fugazza and Nicita's formulas. */
class MarketAccessTest {

  private static final List<String> GOODS = List.of("shirts", "shoes", "tea");
  private static final List<String> EXPORTERS = List.of("bd", "vn", "lk");

  /** Tea comes from Sri Lanka alone. */
  private static final TradeMatrix EXPORTS =
      TradeMatrix.of(GOODS, EXPORTERS, new double[][] {{60, 30, 10}, {0, 90, 10}, {0, 0, 20}});

  private static final double[][] TARIFFS = {{0.36, 0.37, 0.37}, {0.2, 0.3, 0.1}, {0, 0, 0.2}};

  private static final MarketAccessConditions PLAIN = MarketAccessConditions.of(EXPORTS, TARIFFS);

  @Test
  void bangladesh_faces_one_point_less_than_its_rivals_on_shirts() {
    MarketAccess access = PLAIN.access("bd").orElseThrow();
    assertEquals(0.36, access.direct(), 1e-15);
    assertEquals(0.37, access.rivals(), 1e-15);
    assertEquals(0.01, access.relative(), 1e-15);
    assertEquals(1, access.contestedShare());
  }

  @Test
  void a_product_without_rivals_counts_for_the_direct_tariff_only() {
    MarketAccess access = PLAIN.access("lk").orElseThrow();
    assertEquals((10 * 0.37 + 10 * 0.1 + 20 * 0.2) / 40, access.direct(), 1e-15);
    assertEquals((0.37 + 0.1) / 2, access.contested(), 1e-15);
    double shirtRivals = (60 * 0.36 + 30 * 0.37) / 90;
    assertEquals((shirtRivals + 0.3) / 2, access.rivals(), 1e-15);
    assertEquals(0.5, access.contestedShare(), 1e-15);
  }

  @Test
  void elasticities_weigh_the_products() {
    MarketAccess access =
        MarketAccessConditions.of(EXPORTS, TARIFFS, new double[] {2, 1, 1})
            .access("vn")
            .orElseThrow();
    assertEquals((60 * 0.37 + 90 * 0.3) / 150, access.direct(), 1e-15);
  }

  @Test
  void who_sells_nothing_that_others_sell_has_no_relative_access() {
    MarketAccessConditions tea =
        MarketAccessConditions.of(
            TradeMatrix.of(List.of("tea"), List.of("lk", "vn"), new double[][] {{20, 0}}),
            new double[][] {{0.2, 0.3}});
    assertTrue(tea.access("lk").isEmpty());
    assertTrue(tea.access("vn").isEmpty());
    assertEquals("unknown", tea.table().cell(0, "relative margin").text());
  }

  @Test
  void access_over_markets_is_weighted_with_the_basket_in_each() {
    MarketAccess first = new MarketAccess("us", 0.3, 0.3, 0.4, 30, 30);
    MarketAccess second = new MarketAccess("eu", 0.1, 0.2, 0.1, 20, 10);
    MarketAccess both = MarketAccess.acrossMarkets("world", List.of(first, second));
    assertEquals((30 * 0.3 + 20 * 0.1) / 50, both.direct(), 1e-15);
    assertEquals((30 * 0.1 - 10 * 0.1) / 40, both.relative(), 1e-15);
    assertEquals(0.8, both.contestedShare(), 1e-15);
    assertThrows(
        IllegalArgumentException.class, () -> MarketAccess.acrossMarkets("none", List.of()));
  }

  @Test
  void it_ranks_exporters_and_prints() {
    assertEquals(
        "lk", PLAIN.table().sortedByDescending("relative margin").cell(0, "exporter").text());
    assertEquals(
        "bd: faces 36.00%, rivals 37.00%, margin +1.00 pp",
        PLAIN.access("bd").orElseThrow().toString());
    assertEquals(
        1, PLAIN.access("bd").orElseThrow().table().number(3, "value").doubleValue(), 1e-12);
  }

  @Test
  void shapes_must_fit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketAccessConditions.of(EXPORTS, new double[][] {{0.1}, {0.1}, {0.1}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketAccessConditions.of(EXPORTS, TARIFFS, new double[] {1, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketAccessConditions.of(EXPORTS, TARIFFS, new double[] {1, 1, -1}));
  }
}
