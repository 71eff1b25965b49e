package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Labour that stays in its sector: against a tâtonnement written here, and by its own laws. */
class LabourBySectorTest {

  private static final double[] THETA = {3, 6};
  private static final double[][][] FLOWS = {{{60, 15}, {20, 50}}, {{30, 12}, {7, 40}}};

  private static World world() {
    return World.of(List.of("A", "B"), List.of("X", "Y"), FLOWS, new double[0][][]);
  }

  private static Equilibrium model() {
    return Equilibrium.of(world(), Elasticity.bySector(Map.of("X", 3.0, "Y", 6.0), ""))
        .withLabourBySector();
  }

  /**
   * Wages by sector and economy where a duty is charged on X of B in A, by raising each wage with
   * its excess demand; deficits fixed in the numeraire.
   */
  private static double[][] tatonnement(double duty) {
    double[][] wage = {{1, 1}, {1, 1}};
    double[][] labour = new double[2][2];
    double[][] bought = new double[2][2];
    double[] income = new double[2];
    double[] deficit = new double[2];
    double world = 0;
    for (int s = 0; s < 2; s++) {
      for (int to = 0; to < 2; to++) {
        for (int from = 0; from < 2; from++) {
          labour[s][from] += FLOWS[s][to][from];
          bought[s][to] += FLOWS[s][to][from];
          world += FLOWS[s][to][from];
        }
      }
    }
    for (int e = 0; e < 2; e++) {
      income[e] = labour[0][e] + labour[1][e];
      deficit[e] = bought[0][e] + bought[1][e] - income[e];
    }
    for (int round = 0; round < 20_000; round++) {
      double[][] sold = new double[2][2];
      for (int to = 0; to < 2; to++) {
        double earned = wage[0][to] * labour[0][to] + wage[1][to] * labour[1][to] + deficit[to];
        double[][] share = new double[2][2];
        double collected = 0;
        for (int s = 0; s < 2; s++) {
          double sum = 0;
          for (int from = 0; from < 2; from++) {
            share[s][from] =
                FLOWS[s][to][from] * Math.pow(wage[s][from] * power(duty, s, to, from), -THETA[s]);
            sum += share[s][from];
          }
          for (int from = 0; from < 2; from++) {
            share[s][from] *= bought[s][to] / (bought[0][to] + bought[1][to]) / sum;
            collected += share[s][from] * (1 - 1 / power(duty, s, to, from));
          }
        }
        double spent = earned / (1 - collected);
        for (int s = 0; s < 2; s++) {
          for (int from = 0; from < 2; from++) {
            sold[s][from] += share[s][from] * spent / power(duty, s, to, from);
          }
        }
      }
      double total = 0;
      for (int s = 0; s < 2; s++) {
        for (int e = 0; e < 2; e++) {
          wage[s][e] *= 1 + 0.1 * (sold[s][e] / (wage[s][e] * labour[s][e]) - 1);
          total += wage[s][e] * labour[s][e];
        }
      }
      for (double[] row : wage) {
        row[0] *= world / total;
        row[1] *= world / total;
      }
    }
    return wage;
  }

  private static double power(double duty, int sector, int to, int from) {
    return sector == 0 && to == 0 && from == 1 ? 1 + duty : 1;
  }

  @Test
  void wages_by_sector_are_those_of_a_tatonnement() {
    Outcome outcome = model().solve(DutyShock.none(world()).withDuty("B", "A", "X", 0.3));
    assertTrue(outcome.isConverged(), outcome::toString);
    double[][] wage = tatonnement(0.3);
    for (int s = 0; s < 2; s++) {
      for (int e = 0; e < 2; e++) {
        String code = List.of("A", "B").get(e);
        assertEquals(wage[s][e], outcome.wage(code, List.of("X", "Y").get(s)), 1e-9, code + s);
      }
    }
    assertTrue(outcome.wage("A", "X") > outcome.wage("A", "Y"), "those protected gain");
    assertTrue(outcome.wage("B", "X") < outcome.wage("B", "Y"), "those charged lose");
    assertTrue(outcome.sectors("A").toText().contains("labour stays in its sector"));
  }

  @Test
  void where_labour_moves_all_sectors_have_one_wage() {
    Outcome outcome =
        Equilibrium.of(world(), Elasticity.of(4))
            .solve(DutyShock.none(world()).withDuty("B", "A", "X", 0.3));
    assertEquals(outcome.wage("A"), outcome.wage("A", "X"), 0.0);
    assertEquals(outcome.wage("A"), outcome.wage("A", "Y"), 0.0);
  }

  @Provide
  Arbitrary<World> worlds() {
    return SmallWorlds.oneSector();
  }

  @Provide
  Arbitrary<World> worldsWithInputs() {
    return SmallWorlds.withInputs();
  }

  @Property(tries = 30)
  void in_one_sector_labour_has_nowhere_to_go_anyway(
      @ForAll("worlds") World world, @ForAll @DoubleRange(min = 0, max = 0.6) double duty) {
    DutyShock shock = SmallWorlds.shock(world, duty, duty / 2);
    Equilibrium usual = Equilibrium.of(world, Elasticity.of(4));
    Outcome one = usual.solve(shock);
    Outcome two = usual.withLabourBySector().solve(shock);
    for (String code : world.economies()) {
      assertEquals(one.welfare(code), two.welfare(code), 1e-10);
    }
  }

  @Property(tries = 30)
  void each_sectors_labour_earns_what_is_demanded_and_the_parts_of_welfare_add_up(
      @ForAll("worldsWithInputs") World world,
      @ForAll @DoubleRange(min = 0, max = 0.4) double duty,
      @ForAll Deficits rule) {
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).with(rule).withLabourBySector();
    Outcome outcome = model.solve(SmallWorlds.shock(world, duty, duty / 3));
    assertTrue(outcome.isConverged(), outcome::toString);
    World base = model.base();
    for (String code : world.economies()) {
      double earned = 0;
      for (String sector : world.sectors()) {
        int cell = base.sector(sector) * base.size() + base.economy(code);
        double added = base.valueAddedCells()[cell];
        double demanded = added / base.output()[cell] * outcome.output(code, sector);
        if (rule != Deficits.MULTIPLICATIVE_UNSCALED) {
          assertEquals(demanded, outcome.wage(code, sector) * added, 1e-7 * (1 + demanded));
        }
        earned += outcome.wage(code, sector) * added;
      }
      assertEquals(earned, outcome.wage(code) * base.valueAdded(code), 1e-7 * (1 + earned));
      Decomposition why = outcome.why(code);
      double sum = why.parts().stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(why.logWelfare(), sum, 1e-11);
    }
  }

  @Property(tries = 20)
  void no_shock_moves_no_wage(@ForAll("worldsWithInputs") World world, @ForAll Deficits rule) {
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).withLabourBySector().with(rule);
    Outcome outcome = model.solve(DutyShock.none(world));
    for (String code : world.economies()) {
      for (String sector : world.sectors()) {
        if (rule != Deficits.MULTIPLICATIVE_UNSCALED) {
          assertEquals(1, outcome.wage(code, sector), 1e-7);
        }
      }
      assertEquals(1, outcome.welfare(code), 1e-8);
    }
  }

  /** The bundled world of 25 economies and 21 sectors: what is protected gains over what is not. */
  @Test
  void the_bundled_sectors_find_their_wages() {
    World world = World.sectors2011();
    Equilibrium model = Equilibrium.of(world, Elasticity.caliendoParro()).withLabourBySector();
    Outcome outcome = model.solve(DutyShock.none(world).withAdded("US", "*", "TRQ", 0.25));
    assertTrue(outcome.isConverged(), outcome::toString);
    double[] others =
        world.sectors().stream()
            .filter(sector -> !sector.equals("TRQ"))
            .mapToDouble(sector -> outcome.realWage("US", sector))
            .toArray();
    assertTrue(outcome.realWage("US", "TRQ") > Arrays.stream(others).max().orElseThrow());
    assertTrue(outcome.realWage("MX", "TRQ") < outcome.realWage("MX", "PUB"));
  }
}
