package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.economy.LabourModel.LabourOutcome;
import org.tariffeconomics.economy.LabourModel.Parameters;
import org.tariffeconomics.economy.LabourModel.Rebate;

/** Gravity, profits, labour supply: where they reduce to the usual model, and their own laws. */
class VariantsTest {

  private static final List<String> CODES = List.of("A", "B", "C");
  private static final double[][] FLOWS = {{70, 20, 14}, {15, 80, 15}, {15, 10, 90}};

  private static World world() {
    return World.of(CODES, FLOWS);
  }

  // Gravity.

  private static GravityModel gravity(double[][] affinities) {
    return GravityModel.of(
        CODES, affinities, new double[] {100, 110, 115}, new double[] {105, 120, 100}, 5, "C");
  }

  private static double[][] affinities(double ab) {
    return new double[][] {{9, ab, 0.5}, {ab, 8, 0.7}, {0.5, 0.7, 9}};
  }

  @Test
  void trade_adds_up_to_output_and_expenditure() {
    GravityModel model = gravity(affinities(1));
    assertEquals(1, model.inward("C"), 1e-12);
    for (int i = 0; i < 3; i++) {
      double sold = 0;
      double bought = 0;
      for (String other : CODES) {
        sold += model.flow(CODES.get(i), other);
        bought += model.flow(other, CODES.get(i));
      }
      assertEquals(new double[] {100, 110, 115}[i], sold, 1e-9);
      assertEquals(new double[] {105, 120, 100}[i], bought, 1e-9);
    }
    assertThrows(IllegalArgumentException.class, () -> model.inward("D"));
    assertThrows(
        IllegalArgumentException.class,
        () -> gravity(new double[][] {{1, 1, 1}, {1, 0, 1}, {1, 1, 1}}));
  }

  /**
   * What gravity packages print as general equilibrium has no feedback of income: the exact answer
   * differs, most for those who are not in the agreement.
   */
  @Test
  void the_conditional_equilibrium_is_not_the_general_one() {
    GravityModel base = gravity(affinities(1));
    GravityModel.Conditional change = base.conditional(affinities(1.5));
    double cost = Math.pow(1.5, 1 / (1 - 5.0));
    World world = base.world();
    Outcome exact =
        Equilibrium.of(world, Elasticity.of(4))
            .with(Deficits.MULTIPLICATIVE)
            .solve(DutyShock.none(world).withIceberg("A", "B", cost).withIceberg("B", "A", cost));
    double own = change.realPrice("A") - 1;
    double other = change.realPrice("C") - 1;
    assertTrue(own > 0 && other < 0);
    assertTrue(Math.abs(own / (exact.welfare("A") - 1) - 1) > 0.005);
    assertTrue(Math.abs(other / (exact.welfare("C") - 1) - 1) > 0.05);
  }

  // Profits.

  @Test
  void without_a_shock_profits_stay() {
    ProfitModel.ProfitOutcome outcome =
        ProfitModel.of(world(), Elasticity.of(3)).solve(DutyShock.none(world()));
    for (String code : CODES) {
      assertEquals(1, outcome.welfare(code), 1e-12);
      assertEquals(1, outcome.wage(code), 1e-12);
    }
  }

  /** With one sector and a given number of firms profits move with wages: the usual model. */
  @Test
  void with_one_sector_profits_are_the_usual_model() {
    World plain = World.of(CODES, new double[][] {{70, 20, 10}, {20, 80, 10}, {10, 10, 90}});
    DutyShock duty = DutyShock.none(plain).withDuty("*", "A", 0.3);
    assertEquals(
        Equilibrium.of(plain, Elasticity.of(3)).solve(duty).welfare("A"),
        ProfitModel.of(plain, Elasticity.of(3)).solve(duty).welfare("A"),
        1e-10);
  }

  @Test
  void the_best_duties_with_profits_cannot_be_bettered() {
    World plain =
        World.of(
            CODES,
            List.of("X", "Y"),
            new double[][][] {
              {{70, 20, 10}, {20, 80, 10}, {10, 10, 90}}, {{30, 5, 8}, {5, 40, 4}, {8, 4, 50}}
            },
            new double[0][][]);
    ProfitModel model = ProfitModel.of(plain, Elasticity.bySector(Map.of("X", 2.0, "Y", 5.0), ""));
    ProfitModel.ProfitPolicy best = model.optimal("A");
    assertTrue(best.gradient("A") < 1e-10, best::toString);
    assertTrue(best.curvature("A") < 0);
    assertEquals(0.5, best.start("X"), 0.0);
    assertEquals(0.2, best.start("Y"), 0.0);
    assertTrue(best.rule("A") > 0.2 && best.rule("A") < 0.5);
    assertTrue(Math.abs(best.average("A") - best.rule("A")) < 0.2, best.table().toText());
    assertTrue(best.chart().toSvg().startsWith("<svg"));
    assertThrows(IllegalArgumentException.class, () -> best.curvature("B"));
    assertThrows(IllegalArgumentException.class, () -> best.duty("A", "A", "X"));
    for (String sector : plain.sectors()) {
      for (double move : new double[] {-0.01, 0.01}) {
        double duty = best.shock().power("B", "A", sector) - 1 + move;
        DutyShock other = best.shock().withDuty("B", "A", sector, duty);
        assertTrue(model.solve(other).welfare("A") < best.outcome().welfare("A"));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> model.optimal("Z"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ProfitModel.of(world(), Elasticity.of(3)).optimal("A"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ProfitModel.of(World.sectors2011(), Elasticity.caliendoParro()));
  }

  // Labour supply and margins.

  @Test
  void with_fixed_labour_and_no_margins_it_is_the_usual_model() {
    Parameters fixed = new Parameters(4, 0, 0, 1, Rebate.LUMP_SUM);
    DutyShock shock = DutyShock.none(world()).withDuty("*", "A", 0.2);
    LabourOutcome labour = LabourModel.of(world(), Map.of(), fixed).solve(shock);
    World balanced = World.of(CODES, new double[][] {{70, 20, 10}, {20, 80, 10}, {10, 10, 90}});
    DutyShock duty = DutyShock.none(balanced).withDuty("*", "A", 0.2);
    Outcome usual = Equilibrium.of(balanced, Elasticity.of(4)).solve(duty);
    LabourOutcome same = LabourModel.of(balanced, Map.of(), fixed).solve(duty);
    for (String code : CODES) {
      assertEquals(usual.welfare(code), same.welfare(code), 1e-10);
      assertEquals(1, labour.employment(code), 1e-12);
    }
    assertTrue(labour.newtonStep() < 1e-9);
  }

  @Test
  void lower_income_taxes_make_people_work_more_than_lump_sums() {
    Parameters usual = Parameters.published();
    DutyShock shock = DutyShock.none(world()).withDuty("*", "A", 0.1);
    LabourModel model = LabourModel.of(world(), Map.of("A", 0.27, "B", 0.11), usual);
    double taxes = model.solve(shock).employment("A");
    double sums =
        model
            .withParameters(new Parameters(4, 0.5, 0.67 / 4, 1, Rebate.LUMP_SUM))
            .solve(shock)
            .employment("A");
    assertTrue(taxes > sums);
    assertTrue(model.optimalDutyRule("A") > 0);
    assertTrue(model.solve(shock).table("A", "B").toText().contains("employment"));
    assertThrows(
        IllegalArgumentException.class, () -> LabourModel.of(world(), Map.of("A", 1.0), usual));
    assertThrows(
        IllegalArgumentException.class,
        () -> model.solve(DutyShock.none(world()).withIceberg("A", "B", 1.1)));
  }
}
