package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Similarity, complementarity, intensity and concentration; expected numbers worked by hand. */
class BasketIndicesTest {

  @Test
  void similarity_is_the_common_part_of_the_shares() {
    assertEquals(
        0.5 + 0.25,
        BasketComparison.similarity(new double[] {2, 1, 1}, new double[] {75, 25, 0}),
        1e-15);
    assertEquals(0, BasketComparison.similarity(new double[] {1, 0}, new double[] {0, 1}));
  }

  @Test
  void a_perfect_match_of_supply_and_demand_is_a_hundred() {
    assertEquals(
        100, BasketComparison.complementarity(new double[] {1, 3}, new double[] {10, 30}), 1e-13);
    assertEquals(
        0, BasketComparison.complementarity(new double[] {1, 0}, new double[] {0, 4}), 1e-13);
    assertEquals(
        75, BasketComparison.complementarity(new double[] {1, 1}, new double[] {3, 1}), 1e-13);
  }

  @Test
  void an_empty_basket_and_unequal_lengths_are_refused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> BasketComparison.similarity(new double[2], new double[] {1, 1}))
            .getMessage();
    assertEquals("the total of a must be finite and positive, but was 0.0", message);
    assertThrows(
        IllegalArgumentException.class,
        () -> BasketComparison.similarity(new double[] {1}, new double[] {1, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> BasketComparison.complementarity(new double[] {1, -1}, new double[] {1, 1}));
  }

  @Test
  void similarities_of_all_pairs_leave_out_who_exports_nothing() {
    IndexMatrix pairs =
        BasketComparison.similarities(
            TradeMatrix.of(
                List.of("a", "b", "none"),
                List.of("x", "y"),
                new double[][] {{1, 1}, {3, 1}, {0, 0}}));
    assertEquals(1, pairs.value("a", "a").orElseThrow(), 1e-15);
    assertEquals(0.75, pairs.value("a", "b").orElseThrow(), 1e-15);
    assertEquals(0.75, pairs.value("b", "a").orElseThrow(), 1e-15);
    assertFalse(pairs.value("a", "none").isPresent());
    assertFalse(pairs.value("none", "none").isPresent());
  }

  @Test
  void four_equal_partners_have_a_quarter_and_a_single_one_has_all() {
    assertEquals(0.25, Concentration.herfindahl(5, 5, 5, 5), 1e-15);
    assertEquals(0, Concentration.normalisedHerfindahl(5, 5, 5, 5), 1e-15);
    assertEquals(4, Concentration.equivalentNumber(5, 5, 5, 5), 1e-14);
    assertEquals(1, Concentration.herfindahl(7));
    assertEquals(1, Concentration.normalisedHerfindahl(7));
    assertEquals(1, Concentration.normalisedHerfindahl(7, 0), 1e-15);
    assertEquals(0.625, Concentration.herfindahl(3, 1), 1e-15);
    assertEquals(0.25, Concentration.normalisedHerfindahl(3, 1), 1e-15);
    assertThrows(IllegalArgumentException.class, Concentration::herfindahl);
    assertThrows(IllegalArgumentException.class, () -> Concentration.herfindahl(0, 0));
    assertThrows(IllegalArgumentException.class, () -> Concentration.herfindahl(1, -1));
  }

  @Test
  void intensity_compares_a_flow_with_the_partners_part_of_what_is_left_to_buy() {
    // a sells 30 of its 40 to b; b buys 50 of the 80 that countries other than a buy.
    TradeMatrix trade =
        TradeMatrix.of(
            List.of("a", "b", "c"),
            List.of("a", "b", "c"),
            new double[][] {{0, 30, 10}, {20, 0, 20}, {0, 20, 0}});
    IndexMatrix intensity = TradeIntensity.of(trade);
    assertEquals(0.75 / (50.0 / 80), intensity.value("a", "b").orElseThrow(), 1e-15);
    assertEquals(1.2, TradeIntensity.of(30, 40, 50, 100, 20), 1e-15);
    assertEquals(0, intensity.value("c", "a").orElseThrow());
    assertFalse(intensity.value("a", "a").isPresent());
  }

  @Test
  void intensity_is_undefined_without_sales_or_other_buyers() {
    TradeMatrix trade = TradeMatrix.unlabelled(new double[][] {{0, 0}, {9, 0}});
    IndexMatrix intensity = TradeIntensity.of(trade);
    assertFalse(intensity.value(0, 1).isPresent());
    assertEquals(1, intensity.value(1, 0).orElseThrow());
    assertThrows(
        IllegalArgumentException.class,
        () -> TradeIntensity.of(TradeMatrix.unlabelled(new double[][] {{1, 2}})));
    assertThrows(IllegalArgumentException.class, () -> TradeIntensity.of(1, 2, 3, 4, 4));
  }

  /** Each of two countries can sell to the other alone: neutral, however unequal they are. */
  @Test
  void two_countries_trade_with_exactly_neutral_intensity() {
    IndexMatrix intensity =
        TradeIntensity.of(TradeMatrix.unlabelled(new double[][] {{0, 3.3}, {25e9, 0}}));
    assertEquals(1, intensity.value(0, 1).getAsDouble());
    assertEquals(1, intensity.value(1, 0).getAsDouble());
  }
}
