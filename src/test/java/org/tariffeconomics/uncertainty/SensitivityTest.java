package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.uncertainty.WeightedScenarios.Scenario;

class SensitivityTest {

  private static final List<InputRange> CAR =
      List.of(
          InputRange.of("price", 30_000, 29_000, 31_000),
          InputRange.of("freight", 1_330, 1_000, 2_000),
          InputRange.of("tariff", 0.15, 0.15, 0.25),
          InputRange.fixed("insurance", 207));

  private static double landed(double[] x) {
    return x[0] * (1 + x[2]) + x[1] + x[3];
  }

  /** By hand: price ±1,000 at 15 percent is 2,300 wide; ten points of 30,000 are 3,000. */
  @Test
  void the_widest_swing_comes_first_with_both_ends_in_money() {
    Tornado tornado = Tornado.of("landed cost", "USD", CAR, SensitivityTest::landed);
    assertEquals(36_037, tornado.base(), 1e-9);
    assertEquals(
        List.of("tariff", "price", "freight"),
        tornado.bars().stream().map(b -> b.input().name()).toList());
    assertEquals(36_037, tornado.bars().get(0).atLow(), 1e-9);
    assertEquals(39_037, tornado.bars().get(0).atHigh(), 1e-9);
    assertEquals(2_300, tornado.bars().get(1).swing(), 1e-9);
    assertEquals(1_000, tornado.bars().get(2).swing(), 1e-9);
  }

  @Test
  void the_table_says_what_is_held_fixed() {
    String text = Tornado.of("landed cost", "USD", CAR, SensitivityTest::landed).table().toText();
    assertTrue(text.contains("all others held at their base"), text);
    assertTrue(text.contains("held fixed: insurance = 207.0"), text);
    assertTrue(text.contains("36,037.00"), text);
  }

  @Test
  void a_result_that_is_not_finite_is_refused_by_the_input_that_caused_it() {
    assertEquals(
        "atLow of x must be finite, but was Infinity",
        assertThrows(
                IllegalArgumentException.class,
                () -> Tornado.of("y", "", List.of(InputRange.of("x", 1, 0, 2)), v -> 1 / v[0]))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Tornado.of("y", "", List.of(), v -> 1));
    assertThrows(IllegalArgumentException.class, () -> InputRange.around("x", 1, -1));
  }

  /** 0.6 × 36,178 + 0.3 × 39,178 + 0.1 × 33,178 = 36,778. */
  @Test
  void scenarios_are_weighted_by_their_probabilities() {
    WeightedScenarios scenarios =
        WeightedScenarios.of(
            "landed cost",
            "USD",
            List.of(
                Scenario.of("deal holds", 0.6, 36_178),
                Scenario.of("snap-back to 25%", 0.3, 39_178),
                Scenario.of("cut to 5%", 0.1, 33_178)));
    assertEquals(36_778, scenarios.expectedValue(), 1e-9);
    assertEquals(33_178, scenarios.lowest());
    assertEquals(39_178, scenarios.highest());
    assertEquals(1_800, scenarios.standardDeviation(), 1e-9);
    assertEquals("Expected", scenarios.table().cell(3, "scenario").text());
    assertEquals("expected landed cost 36778.00 USD (33178.00 to 39178.00)", scenarios.toString());
  }

  @Test
  void a_scenario_that_cannot_happen_does_not_widen_the_range() {
    WeightedScenarios scenarios =
        WeightedScenarios.of(
            "rate", "", List.of(Scenario.of("sure", 1, 5), Scenario.of("never", 0, 99)));
    assertEquals(5, scenarios.highest());
  }

  @Test
  void probabilities_that_do_not_sum_to_one_are_refused() {
    assertEquals(
        "probabilities of scenarios must sum to 1, but sum to 0.75",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    WeightedScenarios.of(
                        "x", "", List.of(Scenario.of("a", 0.5, 1), Scenario.of("b", 0.25, 2))))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> WeightedScenarios.of("x", "", List.of()));
    assertThrows(IllegalArgumentException.class, () -> Scenario.of("a", 1.2, 1));
  }

  @Test
  void a_range_around_the_base_is_equally_far_on_both_sides() {
    InputRange range = InputRange.around("x", 10, 3);
    assertEquals(7, range.low());
    assertEquals(13, range.high());
    assertTrue(InputRange.fixed("x", 1).isFixed());
    assertEquals("x 10.0 [7.0, 13.0]", range.toString());
  }
}
