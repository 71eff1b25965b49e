package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Table;

class ImportMarketTest {

  /**
   * US imports of cars (8703) in 2024, USD bn, Census customs values by origin; tariffs of
   * 2025-09-16 without claims, Canada's left open.
   */
  static final ImportMarket CARS =
      ImportMarket.of(
          "US cars",
          "USD bn",
          List.of(
              MarketSupplier.of("8703", "MX", 49.753, 0.275),
              MarketSupplier.of("8703", "EU", 50.612, 0.15),
              MarketSupplier.of("8703", "JP", 41.904, 0.15),
              MarketSupplier.of("8703", "KR", 36.856, 0.25),
              MarketSupplier.of("8703", "CA", 28.26)
                  .withTariff(Figure.unknown("US content not declared")),
              MarketSupplier.of("8703", "GB", 10.576, 0.10),
              MarketSupplier.of("8703", "CN", 3.541, 0.725)));

  /** Rivals' mean by separate arithmetic over the five known rivals: 19.9406 percent. */
  @Test
  void the_margin_is_taken_over_trade_weighted_rivals_with_a_known_tariff() {
    RelativePosition korea = CARS.position("KR");
    assertEquals(0.19940595705497935, korea.rivalsTariff().known(), 1e-14);
    assertEquals(-0.05059404294502065, korea.margin().known(), 1e-14);
    assertEquals(-0.04047523435601652, korea.priceMargin().known(), 1e-14);
    assertEquals(0.8469503807285292, korea.coverage().known(), 1e-14);
    assertEquals("KR in US cars: -5.1 pp against rivals, covering 84.7%", korea.toString());
  }

  @Test
  void the_ranking_lists_every_supplier_and_the_unknown_one_last() {
    PositionRanking ranking = CARS.ranking();
    assertEquals(
        List.of("GB", "EU", "JP", "KR", "MX", "CN", "CA"),
        ranking.positions().stream().map(RelativePosition::origin).toList());
    assertEquals(OptionalInt.of(4), ranking.rank("KR"));
    assertEquals(OptionalInt.empty(), ranking.rank("CA"));
    assertEquals(0, CARS.position("CA").coverage().known(), 0);
    Table table = ranking.table();
    assertTrue(table.title().contains("positive = advantage"));
    assertFalse(table.cell(6, "margin").isKnown());
    assertEquals("US content not declared", table.cell(6, "margin").note());
    assertThrows(IllegalArgumentException.class, () -> ranking.rank("XX"));
  }

  @Test
  void origins_with_equal_margins_share_a_rank() {
    ImportMarket even =
        ImportMarket.of(
            "even",
            "USD",
            List.of(MarketSupplier.of("p", "A", 5, 0.1), MarketSupplier.of("p", "B", 5, 0.1)));
    assertEquals(OptionalInt.of(1), even.ranking().rank("A"));
    assertEquals(OptionalInt.of(1), even.ranking().rank("B"));
  }

  @Test
  void an_origin_that_sells_nothing_yet_has_a_place_on_one_product() {
    ImportMarket market =
        ImportMarket.of(
            "m",
            "USD",
            List.of(MarketSupplier.of("p", "A", 0, 0.1), MarketSupplier.of("p", "B", 5, 0.3)));
    assertEquals(0.2, market.position("A").margin().known(), 1e-15);
    assertFalse(market.position("B").margin().isKnown());
    assertEquals(
        "no rival with known imports and a known tariff", market.position("B").margin().reason());
  }

  /** Two products by hand: (60 × 0.10 + 40 × −0.05) / 100 = 0.04. */
  private static final ImportMarket BASKET =
      ImportMarket.of(
          "basket",
          "USD",
          List.of(
              MarketSupplier.of("chips", "A", 60, 0.00),
              MarketSupplier.of("chips", "B", 30, 0.10),
              MarketSupplier.of("shirts", "A", 40, 0.20),
              MarketSupplier.of("shirts", "B", 10, 0.10),
              MarketSupplier.of("shirts", "C", 30, 0.1666666666666666667),
              MarketSupplier.of("shirts", "D", 20).withTariff(Figure.unknown("no base rate"))));

  @Test
  void over_several_products_the_own_imports_are_the_weights() {
    RelativePosition a = BASKET.position("A");
    assertEquals(0.08, a.tariff().known(), 1e-15);
    assertEquals((60 * 0.10 + 40 * 0.15) / 100, a.rivalsTariff().known(), 1e-15);
    assertEquals((60 * 0.10 + 40 * -0.05) / 100, a.margin().known(), 1e-15);
    assertEquals(0.10, a.product("chips").margin().known(), 1e-15);
    assertEquals(-0.05, a.product("shirts").margin().known(), 1e-15);
    assertEquals(40.0 / 60, a.product("shirts").coverage().known(), 1e-15);
    assertEquals((60 + 40 * 40.0 / 60) / 100, a.coverage().known(), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> a.product("cars"));
  }

  @Test
  void the_heat_table_tells_ahead_behind_no_supplier_and_unknown_apart() {
    Table heat = BASKET.heatTable("A");
    assertEquals("+10.0 pp", heat.cell(0, "vs B").text());
    assertEquals("-10.0 pp", heat.cell(1, "vs B").text());
    assertEquals("", heat.cell(0, "vs D").text());
    assertTrue(heat.cell(0, "vs D").isKnown());
    assertEquals("no base rate", heat.cell(1, "vs D").note());
    assertThrows(IllegalArgumentException.class, () -> BASKET.heatTable("Z"));
  }

  /** The case preference_margin-002 of the golden files, arithmetic with 50 digits. */
  @Test
  void the_golden_preference_margin_comes_out_of_a_market() {
    double[] imports = {636.5, 207.7, 773.1, 567.7, 263.2};
    double[] applied = {0.0832, 0.1247, 0.0681, 0.0995, 0.2326};
    List<MarketSupplier> suppliers = new ArrayList<>();
    for (int i = 0; i < imports.length; i++) {
      suppliers.add(
          MarketSupplier.of("p", "S" + i, imports[i], applied[i]).withPreference(0.2387, 0.7842));
    }
    ProductPosition own = ImportMarket.of("m", "USD", suppliers).position("S1").product("p");
    assertEquals(0.0996703325150636, own.rivalsTariff().known(), 1e-15);
    assertEquals(-0.0250296674849364, own.margin().known(), 1e-15);
    assertEquals(-0.02225452786070632, own.priceMargin().known(), 1e-15);
    assertEquals(0.114 * 0.7842, own.usedPreference().known(), 1e-15);
  }

  /** By hand: 30,000 × (1 + 0.05 + 0.15) against 28,000 × (1 + 0.05 + 0.25). */
  @Test
  void the_cost_index_compares_landed_prices() {
    ImportMarket fob =
        ImportMarket.of(
            "m",
            "USD",
            List.of(
                MarketSupplier.of("p", "A", 10, 0.15).withPrice(30_000, 0.05),
                MarketSupplier.of("p", "B", 10, 0.25).withPrice(28_000, 0.05),
                MarketSupplier.of("p", "C", 10, 0.25)));
    double index = fob.position("A").product("p").costIndex().known();
    assertEquals(100 * 36_000.0 / 36_400.0, index, 1e-11);
    assertEquals(10_000, index * fob.position("B").product("p").costIndex().known(), 1e-8);
    assertEquals(
        100 * (30_000 * 1.05 * 1.15) / (28_000 * 1.05 * 1.25),
        fob.withDutyOnFreight().position("A").product("p").costIndex().known(),
        1e-11);
    assertEquals(
        "landed price needs price, freight and tariff: not given",
        fob.position("C").product("p").costIndex().reason());
  }

  /** China's question: its own rate stands still, Japan's and the EU's fall. */
  @Test
  void rivals_cuts_take_ground_from_one_whose_own_rate_did_not_move() {
    ImportMarket before = CARS.withTariff("JP", 0.275).withTariff("EU", 0.275);
    PositionErosion china = before.erosion("CN", CARS);
    double rivals = 49.753 + 50.612 + 41.904 + 36.856 + 10.576;
    assertEquals(0, china.ownEffect(), 0);
    assertEquals(-0.125 * (50.612 + 41.904) / rivals, china.rivalsEffect(), 1e-15);
    assertEquals(
        CARS.position("CN").margin().known() - before.position("CN").margin().known(),
        china.change(),
        1e-15);
    assertEquals("Total", china.table().cell(7, "tariff change of").text());
    assertTrue(china.table().caption().contains("left out, not comparable: CA"));
    assertEquals("CN: -6.10 pp = own 0.00 pp, rivals -6.10 pp", china.toString());
  }

  @Test
  void own_and_rivals_effects_add_up_over_a_basket() {
    ImportMarket after =
        BASKET.withTariffs(
            s -> s.tariff().isKnown() ? Figure.of(s.tariff().known() / 2) : s.tariff());
    PositionErosion a = BASKET.erosion("A", after);
    assertEquals(
        after.position("A").margin().known() - BASKET.position("A").margin().known(),
        a.change(),
        1e-15);
    assertEquals(0.04, a.ownEffect(), 1e-15);
    assertEquals(1, a.coverage().known(), 0);
    assertEquals(2, a.products().size());
    assertThrows(IllegalArgumentException.class, () -> BASKET.erosion("D", after));
    assertThrows(IllegalArgumentException.class, () -> BASKET.erosion("A", CARS));
  }

  @Test
  void the_market_lists_every_supplier_with_its_facts() {
    Table table = CARS.table();
    assertEquals(7, table.rows().size());
    assertEquals("EU", table.cell(0, "origin").text());
    assertEquals("unknown", table.cell(4, "tariff").text());
    assertEquals("US cars: 1 product, 7 suppliers, USD bn, tariffs unknown of 1", CARS.toString());
  }

  @Test
  void wrong_markets_are_refused() {
    MarketSupplier a = MarketSupplier.of("p", "A", 1, 0.1);
    assertEquals(
        "suppliers must differ, but p from A: 10.00% occurs twice",
        assertThrows(
                IllegalArgumentException.class, () -> ImportMarket.of("m", "USD", List.of(a, a)))
            .getMessage());
    List<Runnable> wrong =
        List.of(
            () -> ImportMarket.of("m", "USD", List.of()),
            () -> ImportMarket.of("", "USD", List.of(a)),
            () -> MarketSupplier.of("p", "A", -1),
            () -> MarketSupplier.of("p", "A", 1, -1),
            () -> a.withPrice(0, 0.1),
            () -> a.withPreference(0.1, 1.1),
            () -> Figure.of(Double.NaN),
            () -> Figure.unknown(" "),
            () -> CARS.position("XX"),
            () -> CARS.withTariff("XX", 0.1));
    wrong.forEach(w -> assertThrows(IllegalArgumentException.class, w::run));
  }

  @Test
  void an_unknown_figure_is_not_zero() {
    Figure unknown = Figure.unknown("left blank");
    assertTrue(unknown.value().isEmpty());
    assertEquals(
        "Not known: left blank",
        assertThrows(IllegalStateException.class, unknown::known).getMessage());
    assertFalse(unknown.equals(Figure.of(0)));
  }

  @Test
  void the_position_table_ends_with_all_products_and_names_the_customs_base() {
    Table table = BASKET.position("A").table();
    assertEquals("All", table.cell(2, "product").text());
    assertEquals("+4.0 pp", table.cell(2, "margin").text());
    assertTrue(table.toText().contains("FOB"));
    assertTrue(BASKET.withDutyOnFreight().position("A").table().toText().contains("CIF"));
    assertEquals("USD", BASKET.currency());
  }

  @Test
  void an_origin_that_cannot_be_weighed_over_several_products_says_why() {
    ImportMarket market =
        ImportMarket.of(
            "m",
            "USD",
            List.of(
                MarketSupplier.of("p", "A", 0, 0.1),
                MarketSupplier.of("q", "A", 0, 0.1),
                MarketSupplier.of("p", "B", 5, 0.2),
                MarketSupplier.of("q", "B", 5).withTariff(Figure.unknown("no base rate")),
                MarketSupplier.of("p", "C", 5).withTariff(Figure.unknown("quota state unknown")),
                MarketSupplier.of("q", "C", 5).withTariff(Figure.unknown("quota state unknown"))));
    assertEquals(
        "sells nothing known that rivals sell too", market.position("A").margin().reason());
    assertEquals("quota state unknown", market.position("C").margin().reason());
    assertEquals(0, market.position("C").coverage().known(), 0);
    assertFalse(market.heatTable("C").cell(0, "vs A").isKnown());
    assertThrows(
        IllegalArgumentException.class, () -> market.erosion("A", market.withTariff("B", 0)));
  }

  @Test
  void the_heat_table_has_a_column_for_those_only_who_sell_the_same() {
    ImportMarket market =
        ImportMarket.of(
            "m",
            "USD",
            List.of(
                MarketSupplier.of("p", "A", 1, 0.1),
                MarketSupplier.of("p", "B", 1, 0.2),
                MarketSupplier.of("q", "C", 1, 0.3)));
    assertEquals(List.of("product", "own tariff", "vs B"), market.heatTable("A").columns());
    assertEquals(1, market.heatTable("A").rows().size());
  }

  @Test
  void one_who_sells_nothing_yet_can_lose_ground_on_one_product() {
    ImportMarket market =
        ImportMarket.of(
            "m",
            "USD",
            List.of(MarketSupplier.of("p", "A", 0, 0.1), MarketSupplier.of("p", "B", 5, 0.3)));
    PositionErosion erosion = market.erosion("A", market.withTariff("B", 0.2));
    assertEquals(-0.1, erosion.change(), 1e-15);
    assertFalse(erosion.coverage().isKnown());
  }

  private static final ImportMarket WITH_BLANK_IMPORTS =
      MarketCsv.parse("m", "USD", "origin,imports,tariff\nJP,40,2.5%\nKR,,0%\nDE,30,25%\n").value();

  /** Korea, duty-free, is in no average; how much of the trade that leaves out, nobody can say. */
  @Test
  void a_rival_of_unknown_imports_is_named_and_leaves_the_coverage_unknown() {
    RelativePosition japan = WITH_BLANK_IMPORTS.position("JP");
    assertEquals(0.225, japan.margin().known(), 1e-15);
    assertFalse(japan.coverage().isKnown());
    assertFalse(japan.products().get(0).coverage().isKnown());
    assertEquals("KR", japan.leftOut().get(0).origin());
    assertEquals(
        "JP in m: +22.5 pp against rivals, coverage unknown: imports from KR are not known",
        japan.toString());
    assertTrue(japan.products().get(0).toString().contains("KR"));
    assertEquals("unknown", japan.table().cell(0, "coverage").text());
    assertEquals("unknown", japan.table().cell(1, "coverage").text());
    String named = "not compared: KR (imports: left blank)";
    assertTrue(japan.table().caption().get(0).endsWith(named), japan.table().caption()::toString);
    PositionRanking ranking = WITH_BLANK_IMPORTS.ranking();
    assertTrue(ranking.table().caption().contains(named), ranking.table().caption()::toString);
    assertEquals("unknown", ranking.table().cell(0, "coverage").text());
    assertEquals(
        "m: 1 product, 3 suppliers, USD, imports unknown of 1", WITH_BLANK_IMPORTS.toString());
    assertTrue(
        WITH_BLANK_IMPORTS
            .table()
            .caption()
            .contains(
                "tariffs known of 100.0% of the known imports; imports from KR are not known"));
  }

  @Test
  void the_shift_of_shares_and_the_erosion_say_so_too() {
    ImportMarket after = WITH_BLANK_IMPORTS.withTariff("DE", 0.15);
    ShareShift shift = WITH_BLANK_IMPORTS.shareShift("all", after, 5);
    assertFalse(shift.coverage().isKnown());
    assertTrue(shift.table().caption().get(0).endsWith("imports from KR are not known"));
    PositionErosion japan = WITH_BLANK_IMPORTS.erosion("JP", after);
    assertEquals(1, japan.coverage().known());
    assertTrue(japan.table().caption().contains("left out, not comparable: KR"));
    assertEquals(1, CARS.erosion("JP", CARS.withTariff("KR", 0.15)).coverage().known());
  }

  @Test
  void a_rival_left_out_on_one_product_only_is_named_with_the_product() {
    ImportMarket basket =
        ImportMarket.of(
            "m",
            "USD",
            List.of(
                MarketSupplier.of("cars", "JP", 10, 0.1),
                MarketSupplier.of("cars", "KR", 10, 0.1),
                MarketSupplier.of("parts", "JP", 10, 0.1),
                MarketSupplier.of("parts", "KR", 10),
                MarketSupplier.of("parts", "MX", 10, 0.1)));
    PositionErosion japan = basket.erosion("JP", basket.withTariff("MX", 0.2));
    assertTrue(japan.table().caption().contains("left out, not comparable: KR in parts"));
    assertTrue(
        basket.position("JP").table().caption().get(0).endsWith("KR in parts (tariff: not given)"));
  }

  /** 15 for 15 percent would pass as 1,500 percent. */
  @Test
  void a_rate_that_looks_like_a_percentage_is_refused_and_told_how_to_write() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> CARS.withTariff("KR", 15)).getMessage();
    assertEquals(
        "tariff of KR must be a fraction, but was 15.0, which is 1,500%: write 0.15 for 15.0%",
        message);
    List<Runnable> wrong =
        List.of(
            () -> MarketSupplier.of("p", "A", 1, 27.5),
            () -> MarketSupplier.of("p", "A", 1).withPrice(100, 12),
            () -> MarketSupplier.of("p", "A", 1).withPreference(11, 0.5),
            () -> BillOfMaterials.Part.of("p", "A", 1, 25),
            () -> ContentRule.Step.of(0.5, 25),
            () -> FactorChange.ofTariff("t", 0.1, 25),
            () -> BookExposure.of(List.of(), "EUR", CARS, 15, 0));
    wrong.forEach(each -> assertThrows(IllegalArgumentException.class, each::run));
    double korea = CARS.withTariff("KR", "15%").position("KR").tariff().known();
    assertEquals(0.15, korea);
    assertEquals(korea, CARS.withTariff("KR", Rate.percent("15")).position("KR").tariff().known());
    assertEquals(
        30,
        MarketSupplier.of("p", "A", 1, Rate.percent("3000")).tariff().known(),
        "a Rate has a unit");
    assertEquals(0.25, BillOfMaterials.Part.of("p", "A", 1, Rate.percent("25")).tariff().known());
  }

  @Test
  void a_what_if_says_so_in_the_stamp() {
    Stamp one = CARS.withTariff("KR", "15%").stamp();
    assertEquals(Stamp.Kind.WHAT_IF, one.kind());
    assertEquals(List.of("tariff of KR set to 15.0%"), one.amendments());
    Stamp all = CARS.withTariffs(s -> Figure.of(0.2)).stamp();
    assertTrue(all.amendments().get(0).startsWith("tariffs set by hand: "), all.toString());
    assertEquals(CARS.stamp(), CARS.withTariffs(MarketSupplier::tariff).stamp());
  }

  @Test
  void a_member_is_found_under_its_group_and_a_stranger_is_refused_by_name() {
    assertEquals(Optional.of("EU"), CARS.originOf("DE"));
    assertEquals(Optional.of("EU"), CARS.originOf("DEU"));
    assertEquals(Optional.of("KR"), CARS.originOf("KOR"));
    assertEquals(Optional.empty(), CARS.originOf("CH"));
    assertEquals(Optional.empty(), CARS.originOf("nowhere"));
    assertEquals(Optional.of("GB"), CARS.originOf("GB"));
    assertEquals(
        "No origin 'DE' in [MX, EU, JP, KR, CA, GB, CN]: it is part of EU here",
        assertThrows(IllegalArgumentException.class, () -> CARS.position("DE")).getMessage());
    assertEquals(
        "No origin 'JP KR' in [MX, EU, JP, KR, CA, GB, CN]; Several origins are parted by commas, but"
            + " was 'JP KR'",
        assertThrows(IllegalArgumentException.class, () -> CARS.position("JP KR")).getMessage());
  }

  /** On the day of a market's stamp Britain was still a member. */
  @Test
  void membership_is_that_of_the_markets_day() {
    ImportMarket union = ImportMarket.of("m", "USD", List.of(MarketSupplier.of("p", "EU", 1, 0.1)));
    assertEquals(Optional.empty(), union.originOf("GB"));
    Stamp before = Stamp.statutory(LocalDate.parse("2019-06-01"), "old trade");
    assertEquals(Optional.of("EU"), union.withStamp(before).originOf("GB"));
  }
}
