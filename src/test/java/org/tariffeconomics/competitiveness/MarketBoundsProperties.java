package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reference.UsTariffs;

/** Where tariffs lie between two, so does all that is made of them, and no further. */
class MarketBoundsProperties {

  private static final double NOISE = 1e-12;

  /** A tariff that lies between two, and where it lies in a case before and in one after. */
  record Open(double low, double width, double before, double after, double imports) {

    Figure figure() {
      return Figure.between(low, low + width, "open");
    }

    Figure at(double place) {
      return Figure.of(low + place * width);
    }
  }

  @Provide
  Arbitrary<List<Open>> opens() {
    Arbitrary<Double> unit = Arbitraries.of(0.0, 0.25, 0.5, 1.0);
    Arbitrary<Double> widths = Arbitraries.of(0.0, 0.0, 0.1, 0.25);
    return Combinators.combine(
            Arbitraries.of(0.0, 0.025, 0.15), widths, unit, unit, Arbitraries.of(1.0, 5.0, 20.0))
        .as(Open::new)
        .list()
        .ofSize(8);
  }

  /** Four origins that supply two products. */
  private static ImportMarket market(List<Open> opens) {
    List<MarketSupplier> suppliers = new ArrayList<>();
    for (int i = 0; i < opens.size(); i++) {
      suppliers.add(
          MarketSupplier.of("p" + i / 4, "ABCD".substring(i % 4, i % 4 + 1), opens.get(i).imports())
              .withTariff(opens.get(i).figure())
              .withPrice(10 + i, 0.05));
    }
    return ImportMarket.of("m", "USD", suppliers);
  }

  private static ImportMarket definite(ImportMarket open, List<Open> opens, boolean after) {
    List<MarketSupplier> suppliers = open.suppliers();
    return open.withTariffs(
        s -> {
          Open tariff = opens.get(suppliers.indexOf(s));
          return tariff.at(after ? tariff.after() : tariff.before());
        });
  }

  private static void assertWithin(Figure open, Figure definite) {
    assertTrue(
        open.lowest().orElseThrow() - NOISE <= definite.known()
            && definite.known() <= open.highest().orElseThrow() + NOISE,
        () -> definite + " is not in " + open);
  }

  @Property(tries = 300)
  void every_position_lies_within_the_bounds_which_are_attained(
      @ForAll("opens") List<Open> opens, @ForAll @IntRange(max = 3) int at) {
    ImportMarket open = market(opens);
    String origin = "ABCD".substring(at, at + 1);
    RelativePosition bounds = open.position(origin);
    RelativePosition definite = definite(open, opens, false).position(origin);
    assertWithin(bounds.margin(), definite.margin());
    assertWithin(bounds.tariff(), definite.tariff());
    assertWithin(bounds.rivalsTariff(), definite.rivalsTariff());
    assertWithin(bounds.priceMargin(), definite.priceMargin());
    for (ProductPosition product : bounds.products()) {
      ProductPosition one = definite.product(product.own().product());
      assertWithin(product.margin(), one.margin());
      assertWithin(product.costIndex(), one.costIndex());
    }
    assertEquals(
        bounds.margin().highest().orElseThrow(),
        open.atBest(origin).position(origin).margin().known(),
        NOISE);
    assertEquals(1, bounds.coverage().known(), NOISE, "what lies between two is covered");
  }

  @Property(tries = 300)
  void every_erosion_and_share_lies_within_the_bounds(
      @ForAll("opens") List<Open> opens, @ForAll @IntRange(max = 3) int at) {
    ImportMarket open = market(opens);
    String origin = "ABCD".substring(at, at + 1);
    ImportMarket before = definite(open, opens, false);
    ImportMarket after = definite(open, opens, true);
    PositionErosion bounds = open.erosion(origin, open);
    PositionErosion definite = before.erosion(origin, after);
    assertWithin(bounds.changeRange(), definite.changeRange());
    assertWithin(bounds.ownRange(), definite.ownRange());
    assertWithin(bounds.rivalsRange(), definite.rivalsRange());
    ShareShift shares = open.shareShift("p0", open, 3, 0.5);
    ShareShift one = before.shareShift("p0", after, 3, 0.5);
    for (int i = 0; i < 2; i++) {
      assertWithin(shares.line(origin).after().get(i), one.line(origin).after().get(i));
    }
  }

  @Property(tries = 300)
  void every_rank_lies_within_the_ranks_that_are_shown(@ForAll("opens") List<Open> opens) {
    ImportMarket open = market(opens);
    PositionRanking ranking = open.ranking();
    PositionRanking definite = definite(open, opens, false).ranking();
    for (int row = 0; row < 4; row++) {
      String origin = ranking.positions().get(row).origin();
      int rank = definite.rank(origin).orElseThrow();
      assertTrue(
          ranking.table().cell(row, "rank").lowest().orElseThrow().intValue() <= rank
              && rank <= ranking.table().cell(row, "rank").highest().orElseThrow().intValue(),
          () -> origin + " " + rank + " in " + ranking);
      OptionalInt told = ranking.rank(origin);
      assertTrue(told.isEmpty() || told.getAsInt() == rank, origin);
    }
  }

  /** A refrigerator of Australia pays 10 or 25 percent, by the weight of its metals. */
  @Example
  void a_law_that_leaves_a_tariff_open_gives_a_position_between_two() {
    ImportMarket fridges =
        ImportMarket.of(
                "fridges",
                "USD mn",
                List.of(
                    MarketSupplier.of("8418.10.00", "AU", 1),
                    MarketSupplier.of("8418.10.00", "NZ", 1)))
            .withTariffsOf(UsTariffs.book().on("2026-05-01"));
    RelativePosition australia = fridges.position("AU");
    assertEquals(0.10, australia.tariff().lowest().orElseThrow(), NOISE);
    assertEquals(0.25, australia.tariff().highest().orElseThrow(), NOISE);
    assertTrue(australia.tariff().reason().contains("weight:aluminium+steel"));
    assertEquals("between -15.0 pp and +15.0 pp", margin(australia));
    assertTrue(fridges.ranking().table().toCsv().contains("\"margin, lowest\",-15"));
    PositionErosion none = fridges.erosion("AU", fridges);
    assertThrows(IllegalStateException.class, none::change);
    assertTrue(none.toString().startsWith("AU: -30.00 pp to +30.00 pp = own "), none.toString());
    assertEquals(Stamp.Kind.STATUTORY, fridges.stamp().kind());
  }

  private static String margin(RelativePosition position) {
    return "between " + position.table().cell(0, "margin").text().replace(" to ", " and ");
  }
}
