package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.economy.Contributions.Step;
import org.tariffeconomics.uncertainty.Distribution;

/** Solving, certificates, refusals and what is built on outcomes, in the bundled worlds. */
class EquilibriumTest {

  private static final World WORLD = World.of2023();

  private static Equilibrium model() {
    return Equilibrium.of(WORLD, Elasticity.of("4"));
  }

  private static DutyShock plusTen() {
    return DutyShock.none(WORLD).withAdded("US", "*", 0.10);
  }

  @Test
  void an_outcome_says_how_it_was_found_and_what_it_assumes() {
    Outcome outcome = model().solve(plusTen());
    assertTrue(outcome.convergence().newtonStep() < 1e-10);
    assertTrue(outcome.convergence().residual() < 1e-10);
    assertTrue(outcome.convergence().iterations() < 40, outcome::toString);
    String text = outcome.table("US", "JP").toText();
    assertTrue(text.contains("deficits as shares of world labour income"), text);
    assertTrue(text.contains("θ = 4"), text);
    assertTrue(text.contains("Taiwan"), text);
    assertTrue(text.contains("are unknown and taken as zero"), text);
    assertTrue(text.contains("converged: Anderson"), text);
  }

  /** README of the reference: 0.496 under one rule, 0.273 and 0.256 under others. */
  @Test
  void the_rule_for_deficits_moves_the_answer_by_a_factor_of_two() {
    DutyShock shock = DutyShock.none(WORLD).withAdded("US", UsAdditions.of2025());
    double multiplicative = model().with(Deficits.MULTIPLICATIVE).solve(shock).welfare("US");
    double share = model().solve(shock).welfare("US");
    double zero = model().with(Deficits.ZERO).solve(shock).welfare("US");
    assertEquals(0.496, 100 * (multiplicative - 1), 5e-4);
    assertEquals(0.273, 100 * (share - 1), 5e-4);
    assertEquals(0.256, 100 * (zero - 1), 5e-4);
  }

  @Test
  void what_does_not_converge_has_reasons_and_no_numbers() {
    Outcome outcome = model().withAccuracy(1e-30, 3).solve(plusTen());
    assertFalse(outcome.isConverged());
    assertTrue(outcome.toString().startsWith("NOT converged"), outcome.toString());
    assertFalse(outcome.convergence().notes().isEmpty());
    assertThrows(IllegalStateException.class, () -> outcome.welfare("US"));
    assertThrows(IllegalStateException.class, () -> outcome.table("US"));
    assertThrows(IllegalStateException.class, () -> outcome.why("US"));
    assertThrows(IllegalStateException.class, outcome::spendingFactor);
    assertThrows(IllegalStateException.class, () -> outcome.convergence().newtonStep());
    assertTrue(outcome.convergence().longestStep().orElseThrow() < 1, outcome::toString);
  }

  @Test
  void newtons_method_takes_over_where_anderson_is_cut_short() {
    Outcome anderson = model().solve(plusTen());
    Outcome newton = model().withAccuracy(1e-11, 2).solve(plusTen());
    assertTrue(newton.isConverged(), newton::toString);
    assertEquals("Newton–Krylov", newton.convergence().method());
    assertEquals(anderson.welfare("MX"), newton.welfare("MX"), 1e-10);
  }

  @Test
  void the_same_question_has_the_same_bits() {
    Outcome one = model().solve(plusTen());
    Outcome two = Equilibrium.of(World.of2023(), Elasticity.of(4)).solve(plusTen());
    for (String code : WORLD.economies()) {
      assertEquals(one.welfare(code), two.welfare(code), 0.0);
    }
  }

  @Test
  void shocks_to_nobody_to_others_and_of_another_elasticity_are_refused() {
    IllegalArgumentException nobody =
        assertThrows(
            IllegalArgumentException.class, () -> DutyShock.none(WORLD).withAdded("usa", "*", 0.1));
    assertTrue(nobody.getMessage().contains("No economy 'usa'"), nobody.getMessage());
    IllegalArgumentException small =
        assertThrows(
            IllegalArgumentException.class, () -> DutyShock.none(WORLD).withAdded("us", "*", 0.1));
    assertTrue(small.getMessage().contains("did you mean US?"), small.getMessage());
    World other = World.of(List.of("A", "B"), new double[][] {{9, 1}, {1, 9}});
    assertThrows(IllegalArgumentException.class, () -> model().solve(DutyShock.none(other)));
    FoldedDuties folded =
        FoldedDuties.of(8, new double[] {1, 1}, new double[] {0, 0}, new double[] {0, 0.5});
    DutyShock of8 = DutyShock.none(WORLD).withFolded("JP", "US", "ALL", folded);
    assertThrows(IllegalArgumentException.class, () -> model().solve(of8));
    assertTrue(model().with(Elasticity.of(8)).solve(of8).isConverged());
    assertThrows(
        IllegalArgumentException.class, () -> DutyShock.none(WORLD).withDuty("JP", "US", -1));
    assertThrows(IllegalArgumentException.class, () -> of8.withAdded("US", "JP", 0.1));
    assertThrows(IllegalArgumentException.class, () -> Elasticity.of(0));
    assertThrows(IllegalArgumentException.class, () -> Elasticity.of("four"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Equilibrium.of(WORLD, Elasticity.bySector(Map.of("AGR", 4.0), "")));
  }

  @Test
  void contributions_add_up_along_a_path_and_over_all_orders() {
    List<Step> steps =
        List.of(
            new Step("US", shock -> shock.withAdded("US", "*", 0.10)),
            new Step("CN answers", shock -> shock.withAdded("CN", "US", 0.20)),
            new Step("deal with JP", shock -> shock.withAdded("US", "JP", -0.05)));
    DutyShock none = DutyShock.none(WORLD);
    Contributions path = model().path(none, steps);
    Contributions shapley = model().shapley(none, steps);
    DutyShock all = none;
    for (Step step : steps) {
      all = step.change().apply(all);
    }
    double whole = Math.log(model().solve(all).welfare("US"));
    assertEquals(whole, path.total("US"), 1e-12);
    assertEquals(whole, shapley.total("US"), 1e-12);
    assertTrue(shapley.of("deal with JP", "JP") > 0);
    assertTrue(shapley.table("US", "JP").toText().contains("Shapley"));
    assertThrows(IllegalArgumentException.class, () -> path.of("nothing", "US"));
  }

  @Test
  void shapley_is_the_mean_over_all_orders_of_a_path() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(5));
    List<Step> steps =
        List.of(
            new Step("A", shock -> shock.withAdded("A", "*", 0.3)),
            new Step("B", shock -> shock.withAdded("B", "A", 0.4)),
            new Step("C", shock -> shock.withAdded("C", "B", 0.2)));
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    DutyShock none = DutyShock.none(world);
    Contributions shapley = model.shapley(none, steps);
    for (Step step : steps) {
      double mean = 0;
      for (int[] order : orders) {
        List<Step> ordered = Arrays.stream(order).mapToObj(steps::get).toList();
        mean += model.path(none, ordered).of(step.name(), "B") / orders.length;
      }
      assertEquals(mean, shapley.of(step.name(), "B"), 1e-12);
    }
  }

  /** Two deals as steps of a law: what each adds, whatever their order. */
  @Test
  void deals_are_steps_that_take_over_duties_of_a_pair() {
    DutyShock harsh = DutyShock.none(WORLD).withAdded("US", "*", 0.20);
    DutyShock law = harsh.withAdded("US", "JP", -0.10).withAdded("US", "KR", -0.05);
    Contributions deals =
        model()
            .shapley(
                harsh,
                List.of(
                    new Step("JP", shock -> shock.withDutiesAs("JP", "US", law)),
                    new Step("KR", shock -> shock.withDutiesAs("KR", "US", law))));
    double whole =
        Math.log(model().solve(law).welfare("JP")) - Math.log(model().solve(harsh).welfare("JP"));
    assertEquals(whole, deals.total("JP"), 1e-12);
    assertTrue(deals.of("JP", "JP") > 0 && deals.of("KR", "JP") < 0);
    assertTrue(deals.chart("JP").toSvg().contains("all"));
    FoldedDuties folded =
        FoldedDuties.of(4, new double[] {1, 1}, new double[] {0, 0}, new double[] {0, 0.5});
    DutyShock taken =
        harsh.withDutiesAs("JP", "US", DutyShock.none(WORLD).withFolded("JP", "US", "ALL", folded));
    assertEquals(4, taken.foldedFor("ALL").orElseThrow());
    FoldedDuties other =
        FoldedDuties.of(8, new double[] {1, 1}, new double[] {0, 0}, new double[] {0, 0.5});
    DutyShock of8 = DutyShock.none(WORLD).withFolded("JP", "US", "ALL", other);
    assertThrows(IllegalArgumentException.class, () -> taken.withDutiesAs("KR", "US", of8));
  }

  @Test
  void results_are_pictures_too() {
    Outcome outcome = model().solve(plusTen());
    assertTrue(outcome.chart("US", "JP", "CN").toSvg().contains("US"));
    String why = outcome.why("US").chart().toSvg();
    assertTrue(why.contains("labour income") && why.contains("welfare"));
    TariffPolicy best = model().optimal("US").uniform();
    assertTrue(best.chart("US").toSvg().contains("CN"));
    Outcome other = model().solve(plusTen().withAdded("US", "JP", -0.10));
    assertTrue(outcome.compare(other).chart("JP", "KR").toSvg().contains("KR"));
  }

  @Test
  void two_outcomes_are_compared_economy_by_economy() {
    Outcome one = model().solve(plusTen());
    Outcome two = model().solve(plusTen().withAdded("US", "JP", -0.10));
    assertTrue(two.welfare("JP") > one.welfare("JP"));
    int row = WORLD.economies().indexOf("JP");
    assertEquals(
        100 * (two.welfare("JP") - one.welfare("JP")),
        one.compare(two).table().number(row, "difference").doubleValue(),
        1e-9);
  }

  @Test
  void draws_are_the_same_on_one_thread_and_many_and_have_an_error() {
    Distribution theta = Distribution.uniform(2.5, 8);
    DutyShock shock = plusTen();
    Draws one = model().draws(each -> shock, Map.of(World.ALL_GOODS, theta), 60, 7, 1);
    Draws two = model().draws(each -> shock, Map.of(World.ALL_GOODS, theta), 60, 7, 2);
    assertEquals(one.quantile("US", 0.05), two.quantile("US", 0.05), 0.0);
    assertEquals(0, one.failed());
    assertEquals(60, one.count());
    assertTrue(one.quantileError("US", 0.5) > 0);
    assertTrue(one.quantile("US", 0.05) < one.quantile("US", 0.95));
    double least = model().with(Elasticity.of(2.5)).solve(shock).welfare("US");
    double most = model().with(Elasticity.of(8)).solve(shock).welfare("US");
    assertTrue(one.quantile("US", 1) <= Math.max(least, most) + 1e-12);
    assertTrue(one.quantiles("US", "CA").toText().contains("60 draws"));
    assertThrows(IllegalArgumentException.class, () -> one.quantile("US", 1.5));
  }

  @Test
  void a_draw_without_an_equilibrium_is_counted() {
    Draws draws = model().withAccuracy(1e-30, 2).draws(plusTen(), Distribution.uniform(3, 5), 3, 1);
    assertEquals(3, draws.failed());
    assertThrows(IllegalStateException.class, () -> draws.mean("US"));
  }

  @Test
  void best_duties_need_a_world_without_deficits_and_sectors_that_are_there() {
    IllegalArgumentException deficits =
        assertThrows(
            IllegalArgumentException.class, () -> model().with(Deficits.WORLD_SHARE).optimal("US"));
    assertTrue(deficits.getMessage().contains("with(Deficits.ZERO)"), deficits.getMessage());
    Equilibrium sectors =
        Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro()).with(Deficits.ZERO);
    assertThrows(IllegalArgumentException.class, () -> sectors.optimal("US").on());
    assertThrows(IllegalArgumentException.class, () -> sectors.optimal("US").on("ABC"));
    assertThrows(IllegalArgumentException.class, () -> sectors.nash("US", "US"));
  }

  /** README of the reference: 26.8 percent at an elasticity of 4. */
  @Test
  void where_no_rule_was_chosen_best_duties_are_those_of_the_balanced_world() {
    TariffPolicy best = model().optimal("US").uniform();
    assertEquals(0.26777, best.duty("US", "JP"), 5e-6);
    assertTrue(best.table().toText().contains("no deficits"), "the rule is said");
    assertEquals(
        model().with(Deficits.ZERO).optimal("US").uniform().duty("US", "JP"),
        best.duty("US", "JP"),
        0.0);
  }

  @Test
  void a_bloc_plays_as_one() {
    TariffPolicy nash = model().nash("US", "EU27", "CN");
    assertTrue(nash.gradient("EU27") < 1e-10 && nash.curvature("EU27") < 0, nash::toString);
    assertEquals(94 - 26, nash.outcome().model().base().economies().size());
    Equilibrium joined =
        Equilibrium.of(WORLD.aggregate("EU27"), Elasticity.of(4)).with(Deficits.ZERO);
    assertEquals(joined.nash("US", "EU27", "CN").duty("US", "EU27"), nash.duty("US", "EU27"), 0.0);
    assertThrows(IllegalArgumentException.class, () -> model().nash("US", "EU99"));
    assertThrows(IllegalArgumentException.class, () -> WORLD.aggregate("ASEAN"));
  }

  @Test
  void elasticities_that_are_uncertain_are_for_draws() {
    Elasticity range = Elasticity.of("2.5..8");
    assertEquals("θ = 2.5 to 8", range.toString());
    assertEquals(range, Elasticity.of("2.5 to 8"));
    assertThrows(IllegalArgumentException.class, () -> range.theta("ALL"));
    assertThrows(IllegalArgumentException.class, () -> Elasticity.of("8..2.5"));
    assertThrows(IllegalArgumentException.class, () -> Elasticity.of("0..8"));
    Draws draws = model().draws(plusTen(), range, 60, 7);
    Draws same =
        model()
            .draws(
                each -> plusTen(), Map.of(World.ALL_GOODS, Distribution.uniform(2.5, 8)), 60, 7, 1);
    assertEquals(same.quantile("US", 0.5), draws.quantile("US", 0.5), 0.0);
    assertThrows(
        IllegalArgumentException.class, () -> model().draws(plusTen(), Elasticity.of(4), 60, 7));
  }

  /** The mean of what is drawn is the estimate, its spread the standard error. */
  @Test
  void standard_errors_are_drawn_around_the_estimate() {
    Elasticity estimated =
        Elasticity.bySector(Map.of("X", 4.0, "Y", 6.0), "made")
            .withStandardErrors(Map.of("X", 1.0));
    Distribution drawn = estimated.distributions().get("X");
    double sum = 0;
    double squares = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double theta = drawn.quantile((i + 0.5) / count);
      sum += theta;
      squares += theta * theta;
    }
    assertEquals(4, sum / count, 1e-3);
    assertEquals(1, Math.sqrt(squares / count - 16), 1e-2);
    assertEquals(6, estimated.distributions().get("Y").quantile(0.3), 0.0);
    assertThrows(
        IllegalArgumentException.class, () -> estimated.withStandardErrors(Map.of("Z", 1.0)));
    assertThrows(
        IllegalArgumentException.class, () -> estimated.withStandardErrors(Map.of("X", 0.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Elasticity.of(4).withStandardErrors(Map.of("X", 1.0)));
  }

  /** Own revenue grows to a peak and falls after it; the best duty lies before the peak. */
  @Test
  void own_revenue_has_one_peak() {
    World bloc = World.of(List.of("A", "B"), new double[][] {{80, 20}, {20, 300}});
    Equilibrium model = Equilibrium.of(bloc, Elasticity.of(4)).with(Deficits.ZERO);
    double best = model.optimal("A").uniform().duty("A", "B");
    double before = -1;
    int turns = 0;
    double peak = 0;
    boolean grows = true;
    for (double duty = 0; duty < 3; duty += 0.05) {
      Outcome outcome = model.solve(DutyShock.none(bloc).withDuty("B", "A", duty));
      double revenue = outcome.revenue("A") / outcome.price("A");
      if (grows && revenue < before) {
        turns++;
        peak = duty;
        grows = false;
      } else if (!grows && revenue > before) {
        turns++;
        grows = true;
      }
      before = revenue;
    }
    assertEquals(1, turns);
    assertTrue(best < peak, best + " " + peak);
  }

  @Test
  void the_best_reply_to_duties_replaces_only_the_players_own() {
    World blocs =
        World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    Equilibrium model = Equilibrium.of(blocs, Elasticity.of(4)).with(Deficits.ZERO);
    DutyShock attack = DutyShock.none(blocs).withDuty("*", "A", 0.4);
    TariffPolicy reply = model.bestReply("B", attack);
    assertEquals(0.4, reply.shock().power("B", "A", World.ALL_GOODS) - 1, 1e-15);
    assertTrue(reply.duty("B", "A") > 0.1);
    assertTrue(reply.outcome().welfare("B") > model.solve(attack).welfare("B"), reply::toString);
    assertTrue(reply.curvature("B") < 0);
    assertTrue(reply.start("B") > 0 && reply.exportShareRule("B") > 0);
    assertThrows(IllegalArgumentException.class, () -> reply.duty("C", "A"));
    assertTrue(reply.table().toText().contains("Best duties"));
  }

  @Test
  void an_economy_that_does_not_trade_keeps_its_wage() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{10, 1, 0}, {1, 10, 0}, {0, 0, 5}});
    Outcome outcome =
        Equilibrium.of(world, Elasticity.of(4))
            .solve(DutyShock.none(world).withDuty("B", "A", 0.5));
    assertTrue(outcome.isConverged(), outcome::toString);
    assertEquals(1, outcome.welfare("C"), 1e-12);
    assertEquals(1, outcome.wage("C"), 1e-9);
    assertTrue(outcome.welfare("A") > 0 && outcome.welfare("B") < 1);
    assertTrue(outcome.table().toText().contains("unknown"));
  }

  /** Also where the model has more sectors than the world of the shock. */
  @Test
  void a_shock_to_another_world_is_refused_by_both_names() {
    DutyShock oneSector = DutyShock.none(World.of2023()).withAdded("US", "*", 0.1);
    Equilibrium sectors = Equilibrium.of(World.sectors2011(), Elasticity.of(4));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> sectors.solve(oneSector));
    assertTrue(refusal.getMessage().contains("another world"), refusal::getMessage);
  }
}
