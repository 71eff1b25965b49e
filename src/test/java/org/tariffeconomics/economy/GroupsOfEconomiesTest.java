package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Economies that trade with each other only, or with nobody, and shocks far from the base. */
class GroupsOfEconomiesTest {

  private static final double[][] ONE = {{70, 25}, {15, 80}};
  private static final double[][] OTHER = {{30, 4}, {6, 50}};

  private static World joined() {
    return World.of(
        List.of("A", "B", "C", "D", "E"),
        new double[][] {
          {70, 25, 0, 0, 0}, {15, 80, 0, 0, 0}, {0, 0, 30, 4, 0}, {0, 0, 6, 50, 0}, {0, 0, 0, 0, 20}
        });
  }

  private static DutyShock taxed(World world, String importer, String exporter) {
    return DutyShock.none(world).withDuty(exporter, importer, 0.3);
  }

  /** Nothing ties one group's wages to another's: the answer of each is that of its own world. */
  @ParameterizedTest
  @EnumSource(Deficits.class)
  void each_group_is_a_world_by_itself(Deficits rule) {
    World world = joined();
    DutyShock both = taxed(world, "A", "B").withDuty("C", "D", 0.3);
    Outcome outcome = Equilibrium.of(world, Elasticity.of(4)).with(rule).solve(both);
    World one = World.of(List.of("A", "B"), ONE);
    World other = World.of(List.of("C", "D"), OTHER);
    Outcome first = Equilibrium.of(one, Elasticity.of(4)).with(rule).solve(taxed(one, "A", "B"));
    Outcome second =
        Equilibrium.of(other, Elasticity.of(4)).with(rule).solve(taxed(other, "D", "C"));
    for (String code : List.of("A", "B")) {
      assertEquals(first.welfare(code), outcome.welfare(code), 1e-11);
      assertEquals(first.wage(code), outcome.wage(code), 1e-11);
    }
    for (String code : List.of("C", "D")) {
      assertEquals(second.welfare(code), outcome.welfare(code), 1e-11);
      assertEquals(second.wage(code), outcome.wage(code), 1e-11);
    }
    assertEquals(1, outcome.welfare("E"), 1e-13, "E trades with nobody");
    assertEquals(1, outcome.wage("E"), 1e-13);
    assertEquals(first.spendingFactor(), outcome.spendingFactor(), 1e-12, "of the largest");
  }

  @Test
  void labour_of_an_economy_that_trades_with_nobody_keeps_its_income() {
    double[][] x = {{70, 20, 0}, {15, 80, 0}, {0, 0, 40}};
    double[][] y = {{30, 5, 0}, {9, 20, 0}, {0, 0, 10}};
    World world =
        World.of(
            List.of("A", "B", "C"), List.of("X", "Y"), new double[][][] {x, y}, new double[0][][]);
    Equilibrium model =
        Equilibrium.of(world, Elasticity.bySector(Map.of("X", 3.0, "Y", 7.0), ""))
            .withLabourBySector();
    Outcome outcome = model.solve(DutyShock.none(world).withDuty("B", "A", 0.5));
    assertEquals(1, outcome.wage("C", "X"), 1e-11);
    assertEquals(1, outcome.wage("C", "Y"), 1e-11);
    assertTrue(outcome.convergence().newtonStep() < 1e-9);
    assertNotEquals(
        model, Equilibrium.of(world, model.elasticity()), "another model of the same world");
  }

  /** An economy that buys abroad and sells nothing there, on a deficit, has a wage of its own. */
  @Test
  void an_economy_that_sells_nothing_abroad_is_not_one_that_does_not_trade() {
    double[][] x = {{80, 0}, {0, 90}};
    double[][] y = {{0, 6}, {0, 30}};
    World world =
        World.of(List.of("A", "B"), List.of("X", "Y"), new double[][][] {x, y}, new double[0][][]);
    DutyShock shock = DutyShock.none(world).withDuty("B", "A", "Y", 0.5);
    Outcome outcome = Equilibrium.of(world, Elasticity.of(5)).solve(shock);
    // A's imports before duty are its deficit, 6 in the numeraire, and so is what it spends on
    // them, 6/86 of its final use F: F = 1.5 · 86, duties 3, and w 80 + 3 + 6 = F
    assertEquals(1.5 * 86, outcome.finalUse("A"), 1e-8);
    assertEquals((1.5 * 86 - 9) / 80, outcome.wage("A"), 1e-9);
    assertEquals(6, outcome.imports("A"), 1e-9);
  }

  /**
   * Duties of hundreds of percent both ways, with inputs: reached by a path, as the record says.
   */
  @Test
  void far_shocks_are_reached_by_a_path() {
    World world =
        World.of(
            List.of("A", "B"),
            List.of("X"),
            new double[][][] {{{5.4765, 0.2103}, {0.0578, 2.9058}}},
            new double[][][] {{{1.4}}, {{1.5}}});
    DutyShock shock = DutyShock.none(world).withDuty("B", "A", 3.6055).withDuty("A", "B", 0.7543);
    Outcome outcome = Equilibrium.of(world, Elasticity.of(6.059)).solve(shock);
    assertTrue(outcome.isConverged(), outcome::toString);
    assertTrue(outcome.convergence().newtonStep() < 1e-9);
    double sum = outcome.why("B").parts().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(Math.log(outcome.welfare("B")), sum, 1e-12);
  }

  @Test
  void a_bloc_keeps_taxes_on_sales_at_home() {
    double[][][] flows = {{{50, 5, 10}, {4, 60, 30}, {8, 12, 70}}};
    double[][][] duties = {{{0.1, 0, 0.2}, {0.5, 0, 0}, {0, 0, 0.05}}};
    World world =
        World.of(
            List.of("A", "B", "C"),
            List.of("X"),
            flows,
            new double[0][][],
            duties,
            UsePrices.BEFORE_DUTY);
    World blocs = world.aggregate("AB", List.of("A", "B"));
    assertEquals(5 + 2, blocs.revenue("AB"), 1e-12, "the duty between members is left out");
    assertEquals(3.5, blocs.revenue("C"), 1e-12);
    assertEquals(world.deficit("C"), blocs.deficit("C"), 1e-12);
  }
}
