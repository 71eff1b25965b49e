package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GainsFromTradeTest {

  /** Arkolakis, Costinot and Rodríguez-Clare (2012): 0.7 to 1.4 percent for the US in 2000. */
  @Test
  void the_united_states_of_2000() {
    assertEquals(0.014, GainsFromTrade.acr(0.93, 5).ofRealIncome(), 0.0005);
    assertEquals(0.007, GainsFromTrade.acr(0.93, 10).ofRealIncome(), 0.0005);
  }

  @Test
  void a_closed_country_gains_nothing() {
    assertEquals(0, GainsFromTrade.acr(1, 5).ofRealIncome(), 0);
    assertEquals(0, GainsFromTrade.acr(1, 5).overAutarky(), 0);
  }

  @Test
  void sectors_weigh_by_spending_and_elasticity() {
    // 0.25^(0.5/1) · 0.81^(0.5/2) = 0.5 · 0.9^(1/2).
    GainsFromTrade gains =
        GainsFromTrade.multiSector(
            new double[] {0.5, 0.5}, new double[] {0.25, 0.81}, new double[] {1, 2});
    assertEquals(1 - 0.5 * Math.sqrt(0.9), gains.ofRealIncome(), 1e-15);
  }

  @Test
  void inputs_multiply_the_gains() {
    // One sector that uses half of its costs for its own goods: the exponent doubles.
    GainsFromTrade gains =
        GainsFromTrade.multiSector(
            new double[] {1}, new double[] {0.64}, new double[] {4}, new double[][] {{0.5}});
    assertEquals(1 - 0.8, gains.ofRealIncome(), 1e-15);
    // Final spending on sector 2 only, which buys a fifth of its costs from sector 1: ã = (0.2, 1).
    GainsFromTrade chain =
        GainsFromTrade.multiSector(
            new double[] {0, 1},
            new double[] {0.5, 1},
            new double[] {2, 7},
            new double[][] {{0, 0.2}, {0, 0}});
    assertEquals(1 - Math.pow(0.5, 0.1), chain.ofRealIncome(), 1e-15);
  }

  @Test
  void a_sector_without_spending_may_have_no_home_goods() {
    GainsFromTrade gains =
        GainsFromTrade.multiSector(new double[] {0, 1}, new double[] {0, 1}, new double[] {4, 4});
    assertEquals(0, gains.ofRealIncome(), 0);
  }

  @Test
  void a_change_of_the_domestic_share_is_a_change_of_real_income() {
    assertEquals(Math.sqrt(1.25), GainsFromTrade.realIncomeFactor(1, 0.8, 2), 1e-15);
    assertEquals(Math.sqrt(0.8), GainsFromTrade.realIncomeFactor(0.8, 1, 2), 1e-15);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertRefused(
        "domesticShare must be above 0, but was 0.0: the gains would be infinite",
        () -> GainsFromTrade.acr(0, 5));
    assertRefused(
        "The inputs of sector 0 must be less than its costs, but were 1.0",
        () ->
            GainsFromTrade.multiSector(
                new double[] {1}, new double[] {1}, new double[] {4}, new double[][] {{1}}));
    assertRefused(
        "domesticShares must have 1 entries, but had 2",
        () -> GainsFromTrade.multiSector(new double[] {1}, new double[2], new double[] {4}));
  }

  @Property
  void equal_sectors_are_one_sector(
      @ForAll @DoubleRange(min = 0.01, max = 1) double domestic,
      @ForAll @DoubleRange(min = 1, max = 15) double theta,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    GainsFromTrade one = GainsFromTrade.acr(domestic, theta);
    GainsFromTrade many =
        GainsFromTrade.multiSector(
            new double[] {share, 1 - share},
            new double[] {domestic, domestic},
            new double[] {theta, theta});
    assertEquals(one.ofRealIncome(), many.ofRealIncome(), 1e-14);
  }

  @Property
  void the_two_measures_belong_together(
      @ForAll @DoubleRange(min = 0.01, max = 1) double domestic,
      @ForAll @DoubleRange(min = 1, max = 15) double theta) {
    GainsFromTrade gains = GainsFromTrade.acr(domestic, theta);
    assertEquals(1, (1 + gains.overAutarky()) * (1 - gains.ofRealIncome()), 1e-12);
    assertTrue(gains.overAutarky() >= gains.ofRealIncome());
  }
}
