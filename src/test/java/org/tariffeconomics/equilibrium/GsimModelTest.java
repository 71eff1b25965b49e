package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The four-region example is held to its published prices by the conformance suite; here are cases
 * that can be solved by hand.
 */
class GsimModelTest {

  /** One seller, one buyer: the seller's goods are all that the buyer can have. */
  private static final double[][] ONE_FLOW = {{0, 100}, {0, 0}};

  private static final double[][] FREE = {{0, 0}, {0, 0}};
  private static final double[][] TAXED = {{0, 0.44}, {0, 0}};

  @Test
  void one_flow_clears_at_the_textbook_incidence() {
    // Supply p^1 meets demand (1.44 p)^(-1): p = 1.44^(-1/2) = 1/1.2, the buyer pays 1.2.
    GsimResult result = GsimModel.of(ONE_FLOW, FREE, -1, 1, 5).afterTariffs(TAXED);
    assertEquals(1 / 1.2 - 1, result.producerPriceChanges()[0], 1e-14);
    assertEquals(0.2, result.compositePriceChanges()[1], 1e-14);
    assertEquals(1 / 1.2 - 1, result.outputChanges()[0], 1e-14);
    // PS = 100 (p² - 1)/2; CS = -100 ln 1.2; revenue 0.44 · 100 p².
    assertEquals(50 / 1.44 - 50, result.producerSurplus()[0], 1e-11);
    assertEquals(-100 * Math.log(1.2), result.consumerSurplus()[1], 1e-11);
    assertEquals(44 / 1.44, result.tariffRevenue()[1], 1e-11);
    assertEquals(100 / 1.44, result.flow(0, 1), 1e-11);
    assertEquals(0, result.clearingResidual(0), 1e-13);
  }

  @Test
  void a_region_that_sells_or_buys_nothing_keeps_its_price_and_its_welfare() {
    GsimResult result = GsimModel.of(ONE_FLOW, FREE, -1.25, 1.5, 5).afterTariffs(TAXED);
    assertEquals(0, result.producerPriceChanges()[1], 0);
    assertEquals(0, result.compositePriceChanges()[0], 0);
    assertEquals(0, result.clearingResidual(1), 0);
  }

  @Test
  void without_a_change_nothing_moves_and_no_step_is_made() {
    double[][] flows = {{50, 20}, {30, 40}};
    double[][] tariffs = {{0, 0.2}, {0.1, 0}};
    GsimModel model = GsimModel.of(flows, tariffs, -1.25, 1.5, 5);
    for (SolutionMode mode : SolutionMode.values()) {
      GsimResult result = model.afterTariffs(tariffs, mode);
      assertArrayEquals(new double[2], result.netWelfare(), 1e-12);
      assertArrayEquals(new double[2], result.producerPriceChanges(), 1e-15);
    }
  }

  @Test
  void sigma_one_is_solved_by_its_limit() {
    double[][] flows = {{50, 20}, {30, 40}};
    double[][] taxed = {{0, 0.3}, {0.1, 0}};
    GsimResult at = GsimModel.of(flows, FREE, -1.25, 1.5, 1).afterTariffs(taxed);
    GsimResult near = GsimModel.of(flows, FREE, -1.25, 1.5, 1 + 1e-9).afterTariffs(taxed);
    assertArrayEquals(at.netWelfare(), near.netWelfare(), 1e-7);
    assertEquals(0, at.clearingResidual(0), 1e-12);
  }

  @Test
  void elasticities_may_differ_by_region() {
    double[][] flows = {{50, 20}, {30, 40}};
    double[][] taxed = {{0, 0.3}, {0.1, 0}};
    GsimResult result =
        GsimModel.of(
                flows,
                FREE,
                new double[] {-1.5, -0.5},
                new double[] {2, 0.7},
                new double[] {6, 0.99})
            .afterTariffs(taxed);
    assertEquals(0, result.clearingResidual(0), 1e-12);
    assertEquals(0, result.clearingResidual(1), 1e-12);
  }

  @Test
  void a_shock_beyond_all_numbers_is_an_explicit_error() {
    double[][] nearlyGivenAway = {{0, Math.nextUp(-1.0)}, {0, 0}};
    double[][] absurd = {{0, 1e300}, {0, 0}};
    GsimModel model = GsimModel.of(ONE_FLOW, nearlyGivenAway, -1.25, 1.5, 5);
    assertThrows(NonConvergenceException.class, () -> model.afterTariffs(absurd));
  }

  @Test
  void the_error_tells_the_iterations_and_the_residual() {
    NonConvergenceException error = new NonConvergenceException("GSIM", 100, 0.25);
    assertEquals(
        "GSIM found no equilibrium in 100 iterations: the largest residual is 2.500e-01",
        error.getMessage());
    assertEquals(100, error.iterations());
    assertEquals(0.25, error.residual(), 0);
  }

  @Test
  void the_table_ends_with_the_world() {
    GsimResult result =
        GsimModel.of(ONE_FLOW, FREE, -1, 1, 5).withNames(List.of("JP", "US")).afterTariffs(TAXED);
    assertEquals("Total", result.table().cell(2, "region").text());
    assertEquals("+20.00%", result.table().cell(1, "composite").text());
    assertTrue(result.toString().startsWith("GSIM EXACT, 2 regions: world welfare -"));
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertRefused(
        "flows[1] must have 2 entries, but had 1",
        () -> GsimModel.of(new double[][] {{1, 2}, {3}}, FREE, -1, 1, 5));
    assertRefused(
        "tariffs[0][1] must be finite and above -1, but was -1.0",
        () -> GsimModel.of(ONE_FLOW, new double[][] {{0, -1}, {0, 0}}, -1, 1, 5));
    assertRefused(
        "supplyElasticities[0] must be finite and positive, but was 0.0",
        () -> GsimModel.of(ONE_FLOW, FREE, -1, 0, 5));
    assertRefused(
        "newTariffs must have 2 entries, but had 1",
        () -> GsimModel.of(ONE_FLOW, FREE, -1, 1, 5).afterTariffs(new double[1][1]));
  }
}
