package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds in every world, whatever its numbers. */
class EquilibriumProperties {

  @Provide
  Arbitrary<World> worlds() {
    return SmallWorlds.oneSector();
  }

  @Provide
  Arbitrary<World> worldsWithInputs() {
    return SmallWorlds.withInputs();
  }

  private static Outcome solved(Equilibrium model, DutyShock shock) {
    Outcome outcome = model.solve(shock);
    assertTrue(outcome.isConverged(), outcome::toString);
    return outcome;
  }

  @Property(tries = 60)
  void no_shock_moves_nothing(
      @ForAll("worlds") World world,
      @ForAll Deficits rule,
      @ForAll @DoubleRange(min = 1, max = 9) double theta) {
    Equilibrium model = Equilibrium.of(world, Elasticity.of(theta)).with(rule);
    Outcome outcome = solved(model, DutyShock.none(world));
    for (String code : world.economies()) {
      assertEquals(1, outcome.welfare(code), 1e-9);
      if (rule != Deficits.MULTIPLICATIVE_UNSCALED) {
        assertEquals(1, outcome.wage(code), 1e-9);
      }
    }
  }

  @Property(tries = 30)
  void no_shock_moves_nothing_where_industries_use_goods(
      @ForAll("worldsWithInputs") World world, @ForAll Deficits rule) {
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).with(rule);
    Outcome outcome = solved(model, DutyShock.none(world));
    for (String code : world.economies()) {
      assertEquals(1, outcome.welfare(code), 1e-8);
      assertEquals(1, outcome.wage(code), 1e-8);
    }
  }

  @Property(tries = 60)
  void the_parts_of_welfare_add_up(
      @ForAll("worlds") World world,
      @ForAll @DoubleRange(min = -0.05, max = 0.8) double first,
      @ForAll @DoubleRange(min = 0, max = 0.8) double second,
      @ForAll Deficits rule) {
    Outcome outcome =
        solved(
            Equilibrium.of(world, Elasticity.of(4)).with(rule),
            SmallWorlds.shock(world, first, second).withIceberg("C0", "C1", 1.02));
    for (String code : world.economies()) {
      Decomposition why = outcome.why(code);
      double sum = why.parts().stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(why.logWelfare(), sum, 1e-12);
      assertEquals(Math.log(outcome.welfare(code)), sum, 1e-12);
    }
  }

  @Property(tries = 30)
  void the_parts_of_welfare_add_up_where_industries_use_goods(
      @ForAll("worldsWithInputs") World world,
      @ForAll @DoubleRange(min = 0, max = 0.5) double first) {
    Outcome outcome =
        solved(Equilibrium.of(world, Elasticity.of(4)), SmallWorlds.shock(world, first, first / 2));
    for (String code : world.economies()) {
      Decomposition why = outcome.why(code);
      double sum = why.parts().stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(why.logWelfare(), sum, 1e-11);
    }
    assertTrue(outcome.convergence().walras() < 1e-12, outcome::toString);
  }

  @Property(tries = 40)
  void money_has_no_unit(
      @ForAll("worlds") World world, @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit) {
    int n = world.size();
    double[][] flows = new double[n][n];
    for (int cell = 0; cell < n * n; cell++) {
      flows[cell / n][cell % n] = world.flows()[cell] * unit;
    }
    World scaled =
        World.of(world.economies(), flows).withKnownDuties(world.duties(), world.known());
    Outcome a = solved(model(world), SmallWorlds.shock(world, 0.3, 0.1));
    Outcome b = solved(model(scaled), SmallWorlds.shock(scaled, 0.3, 0.1));
    for (String code : world.economies()) {
      assertEquals(a.welfare(code), b.welfare(code), 1e-10);
      assertEquals(a.revenue(code) * unit, b.revenue(code), 1e-9 * unit);
    }
  }

  private static Equilibrium model(World world) {
    return Equilibrium.of(world, Elasticity.of(4));
  }

  /** The equations do not know in which money they are written: all wages may shift together. */
  @Property(tries = 30)
  void the_numeraire_does_not_matter(
      @ForAll("worldsWithInputs") World world,
      @ForAll @DoubleRange(min = -3, max = 3) double shift,
      @ForAll Deficits rule) {
    Kernel kernel = new Kernel(world, new double[] {3, 5}, rule, false);
    KernelPass pass = new KernelPass(kernel, kernel.scenario(SmallWorlds.shock(world, 0.3, 0.1)));
    double[] here = kernel.start();
    double[] there = kernel.start();
    for (int i = 0; i < here.length; i++) {
      here[i] += 0.01 * Math.sin(i);
      boolean spending = i >= kernel.factors + kernel.cells;
      there[i] = spending ? here[i] * Math.exp(shift) : here[i] + shift;
    }
    double[] step = new double[here.length];
    double[] moved = new double[here.length];
    pass.residual(here, step);
    pass.residual(there, moved);
    assertArrayEquals(step, moved, 1e-10);
  }

  @Property(tries = 40)
  void names_and_their_order_do_not_matter(@ForAll("worlds") World world) {
    int n = world.size();
    List<String> reversed = new ArrayList<>(world.economies());
    Collections.reverse(reversed);
    double[][] flows = new double[n][n];
    double[][][] duties = new double[1][n][n];
    for (int cell = 0; cell < n * n; cell++) {
      flows[n - 1 - cell / n][n - 1 - cell % n] = world.flows()[cell];
      duties[0][n - 1 - cell / n][n - 1 - cell % n] = world.duties()[cell];
    }
    World other = World.of(reversed, flows).withBaseDuties(duties, UsePrices.BEFORE_DUTY);
    Outcome a = solved(model(world), SmallWorlds.shock(world, 0.4, 0.2));
    Outcome b = solved(model(other), SmallWorlds.shock(other, 0.4, 0.2));
    for (String code : world.economies()) {
      assertEquals(a.welfare(code), b.welfare(code), 1e-10);
    }
  }

  @Property(tries = 40)
  void walras_law_holds_and_flows_add_up(
      @ForAll("worlds") World world, @ForAll @DoubleRange(min = 0, max = 1) double duty) {
    for (Deficits rule : List.of(Deficits.WORLD_SHARE, Deficits.MULTIPLICATIVE, Deficits.ZERO)) {
      Equilibrium model = model(world).with(rule);
      Outcome outcome = solved(model, SmallWorlds.shock(world, duty, duty / 3));
      assertTrue(outcome.convergence().walras() < 1e-12, outcome::toString);
      for (String code : world.economies()) {
        double sold = outcome.exports(code) + outcome.flow(code, code);
        assertEquals(outcome.wage(code) * model.base().valueAdded(code), sold, 1e-8 * sold);
        double bought = outcome.imports(code) + outcome.flow(code, code) + outcome.revenue(code);
        assertEquals(outcome.finalUse(code), bought, 1e-9 * bought);
      }
    }
  }

  @Property(tries = 30)
  void twins_that_are_treated_alike_are_one(@ForAll("worlds") World world) {
    int n = world.size();
    List<String> codes = new ArrayList<>(world.economies());
    codes.add("TWIN");
    double[][] flows = new double[n + 1][n + 1];
    for (int to = 0; to <= n; to++) {
      for (int from = 0; from <= n; from++) {
        double share = (to >= n - 1 ? 0.5 : 1) * (from >= n - 1 ? 0.5 : 1);
        flows[to][from] = share * world.flows()[Math.min(to, n - 1) * n + Math.min(from, n - 1)];
      }
    }
    World split = World.of(codes, flows);
    World whole = split.aggregate("C" + (n - 1), List.of("C" + (n - 1), "TWIN"));
    DutyShock one = DutyShock.none(whole).withIceberg("C0", "*", 1.2);
    DutyShock two = DutyShock.none(split).withIceberg("C0", "*", 1.2);
    Outcome a = solved(model(whole), one);
    Outcome b = solved(model(split), two);
    assertEquals(a.welfare("C0"), b.welfare("C0"), 1e-9);
    assertEquals(b.welfare("TWIN"), b.welfare("C" + (n - 1)), 1e-9);
    assertEquals(a.welfare("C" + (n - 1)), b.welfare("TWIN"), 1e-9);
  }

  @Property(tries = 20)
  void one_sector_is_the_sum_of_two_alike(@ForAll("worlds") World world) {
    int n = world.size();
    double[][][] flows = new double[2][n][n];
    for (int cell = 0; cell < n * n; cell++) {
      flows[0][cell / n][cell % n] = 0.25 * world.flows()[cell];
      flows[1][cell / n][cell % n] = 0.75 * world.flows()[cell];
    }
    World two = World.of(world.economies(), List.of("X", "Y"), flows, new double[0][][]);
    World plain = world.withKnownDuties(new double[n * n], new boolean[n * n]);
    Outcome a = solved(model(plain), SmallWorlds.shock(plain, 0.5, 0.1));
    Outcome b = solved(model(two), SmallWorlds.shock(two, 0.5, 0.1));
    for (String code : world.economies()) {
      assertEquals(a.welfare(code), b.welfare(code), 1e-10);
    }
  }

  @Property(tries = 25)
  void symmetric_blocs_meet_the_closed_form(
      @ForAll @DoubleRange(min = 0.5, max = 0.95) double home,
      @ForAll @DoubleRange(min = 1.5, max = 9) double theta) {
    double abroad = (1 - home) / 2;
    double[][] flows = {{home, abroad, abroad}, {abroad, home, abroad}, {abroad, abroad, home}};
    TariffPolicy nash =
        Equilibrium.of(World.of(List.of("A", "B", "C"), flows), Elasticity.of(theta))
            .with(Deficits.ZERO)
            .nash("A", "B", "C");
    assertEquals(nash.foreignShareRule("A"), nash.duty("A", "B"), 1e-9);
    assertEquals(nash.duty("A", "B"), nash.duty("C", "A"), 1e-9);
    assertTrue(nash.gradient("B") < 1e-10 && nash.curvature("B") < 0, nash::toString);
    assertTrue(nash.outcome().welfare("A") < 1);
  }

  @Property(tries = 25)
  void no_other_duty_is_better_than_the_best(
      @ForAll("worlds") World world, @ForAll @DoubleRange(min = 0.8, max = 1.2) double factor) {
    Equilibrium model =
        model(world.withKnownDuties(new double[world.size() * world.size()], world.known()))
            .with(Deficits.ZERO);
    TariffPolicy best = model.optimal("C0").uniform();
    double duty = best.duty("C0", "C1");
    Outcome other = solved(model, DutyShock.none(model.base()).withDuty("*", "C0", duty * factor));
    assertTrue(other.welfare("C0") <= best.outcome().welfare("C0") + 1e-12);
    assertTrue(best.gradient("C0") < 1e-9, best::toString);
  }
}
