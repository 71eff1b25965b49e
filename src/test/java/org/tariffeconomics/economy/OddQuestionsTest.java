package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Odd worlds and odd shocks: every answer is held to the equations, written down once more without
 * any of the solver's shortcuts; where there is none, there are reasons and no number.
 */
class OddQuestionsTest {

  private static final double[] THETAS = {0.3, 1, 2.5, 8, 25, 65};
  private static final double[] DUTIES = {-0.9, -0.3, 0.01, 0.5, 3, 40};

  /** What may be odd of a world. */
  private enum Oddity {
    NONE,
    NO_HOME_SALES,
    A_SECTOR_THAT_NOBODY_IMPORTS,
    A_SECTOR_THAT_SOME_DO_NOT_BUY,
    TWO_GROUPS,
    ONE_WAY_PAIRS,
    DWARFS
  }

  @TestFactory
  Stream<DynamicTest> answers_obey_the_equations() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Oddity oddity : Oddity.values()) {
      for (int question = 0; question < 24; question++) {
        int seed = 1000 * oddity.ordinal() + question;
        tests.add(DynamicTest.dynamicTest(oddity + " " + question, () -> ask(oddity, seed)));
      }
    }
    return tests.stream();
  }

  private static void ask(Oddity oddity, int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(4);
    n = oddity == Oddity.TWO_GROUPS ? 4 : n;
    int sectors = oddity.name().contains("SECTOR") ? 2 : 1 + random.nextInt(2);
    double[][][] flows = flows(oddity, n, sectors, random);
    double[][][] base = duties(n, sectors, random, 0.2);
    double[][][] after = duties(n, sectors, random, DUTIES[seed % DUTIES.length]);
    World world =
        World.of(
            SmallWorlds.codes(n),
            List.of("X", "Y").subList(0, sectors),
            flows,
            new double[0][][],
            base,
            UsePrices.BEFORE_DUTY);
    double theta = THETAS[random.nextInt(THETAS.length)];
    Deficits rule =
        oddity == Oddity.ONE_WAY_PAIRS || random.nextBoolean()
            ? Deficits.WORLD_SHARE
            : Deficits.MULTIPLICATIVE;
    Equilibrium model = Equilibrium.of(world, Elasticity.of(theta)).with(rule);
    Outcome outcome = model.solve(DutyShock.none(world).withDuties(after));
    if (outcome.isConverged()) {
      new Equations(flows, base, after, theta, rule).check(outcome, world.economies());
    } else {
      assertThrows(IllegalStateException.class, () -> outcome.welfare("C0"));
    }
  }

  private static double[][][] flows(Oddity oddity, int n, int sectors, Random random) {
    double[][][] flows = new double[sectors][n][n];
    for (int j = 0; j < sectors; j++) {
      for (int to = 0; to < n; to++) {
        for (int from = 0; from < n; from++) {
          double size = oddity == Oddity.DWARFS && from + 1 < n ? 1e-6 : 1;
          boolean isHome = to == from;
          boolean isNone =
              switch (oddity) {
                case NO_HOME_SALES -> isHome;
                case A_SECTOR_THAT_NOBODY_IMPORTS -> j == 1 && !isHome;
                case A_SECTOR_THAT_SOME_DO_NOT_BUY -> j == 1 && to == 0;
                case TWO_GROUPS -> to / 2 != from / 2;
                case ONE_WAY_PAIRS -> from > to;
                default -> false;
              };
          flows[j][to][from] = isNone ? 0 : size * (random.nextDouble() + (isHome ? 4 : 0.1));
        }
      }
    }
    return flows;
  }

  private static double[][][] duties(int n, int sectors, Random random, double most) {
    double[][][] duties = new double[sectors][n][n];
    for (double[][] sector : duties) {
      for (int to = 0; to < n; to++) {
        for (int from = 0; from < n; from++) {
          sector[to][from] = to == from || random.nextInt(3) == 0 ? 0 : most * random.nextDouble();
        }
      }
    }
    return duties;
  }

  /** The world of no inputs in changes, as the class comment of {@link Equilibrium} has it. */
  private record Equations(
      double[][][] flows, double[][][] base, double[][][] after, double theta, Deficits rule) {

    void check(Outcome outcome, List<String> codes) {
      int n = codes.size();
      double[] labour = new double[n];
      double[] use = new double[n];
      double[] collected = new double[n];
      for (int j = 0; j < flows.length; j++) {
        for (int to = 0; to < n; to++) {
          for (int from = 0; from < n; from++) {
            labour[from] += flows[j][to][from];
            use[to] += flows[j][to][from] * (1 + base[j][to][from]);
            collected[to] += flows[j][to][from] * base[j][to][from];
          }
        }
      }
      double[] sales = new double[n];
      double worldBefore = 0;
      double worldAfter = 0;
      for (int e = 0; e < n; e++) {
        worldBefore += labour[e];
        worldAfter += labour[e] * outcome.wage(codes.get(e));
      }
      assertEquals(worldBefore, worldAfter, 1e-9 * worldBefore, "the numeraire");
      for (int to = 0; to < n; to++) {
        String code = codes.get(to);
        double income = outcome.wage(code) * labour[to] + outcome.revenue(code);
        double before = labour[to] + collected[to];
        double spent =
            rule == Deficits.WORLD_SHARE ? income + use[to] - before : outcome.finalUse(code);
        assertEquals(spent, outcome.finalUse(code), 1e-8 * use[to], "spending of " + code);
        assertTrue(outcome.finalUse(code) > 0, code);
        double revenue = 0;
        double logPrice = 0;
        for (int j = 0; j < flows.length; j++) {
          double spending = 0;
          double pulls = 0;
          for (int from = 0; from < n; from++) {
            spending += flows[j][to][from] * (1 + base[j][to][from]);
            pulls += pull(outcome, codes, j, to, from);
          }
          if (spending == 0) {
            continue;
          }
          double share = spending / use[to];
          logPrice += share * Math.log(pulls / spending) / -theta;
          for (int from = 0; from < n; from++) {
            double paid = share * spent * pull(outcome, codes, j, to, from) / pulls;
            double flow = paid / (1 + after[j][to][from]);
            sales[from] += flow;
            revenue += paid - flow;
            String sector = flows.length == 1 ? "X" : List.of("X", "Y").get(j);
            assertEquals(flow, outcome.flow(codes.get(from), code, sector), 1e-8 * use[to]);
          }
        }
        assertEquals(revenue, outcome.revenue(code), 1e-8 * use[to], "revenue of " + code);
        double welfare = spent / use[to] / Math.exp(logPrice);
        assertEquals(welfare, outcome.welfare(code), 1e-8 * welfare, "welfare of " + code);
        double parts = outcome.why(code).parts().stream().mapToDouble(part -> part).sum();
        assertEquals(Math.log(welfare), parts, 1e-8 * Math.max(1, Math.abs(Math.log(welfare))));
      }
      for (int from = 0; from < n; from++) {
        double earned = outcome.wage(codes.get(from)) * labour[from];
        assertEquals(earned, sales[from], 1e-7 * worldBefore, "sales of " + codes.get(from));
      }
    }

    private double pull(Outcome outcome, List<String> codes, int j, int to, int from) {
      double change =
          outcome.wage(codes.get(from)) * (1 + after[j][to][from]) / (1 + base[j][to][from]);
      return flows[j][to][from] * (1 + base[j][to][from]) * Math.pow(change, -theta);
    }
  }

  private static final List<String> AB = List.of("A", "B");

  /** Fixed in the numeraire, A's surplus of 59 would outgrow the 5 to 6 that A earns at home. */
  @Test
  void nobody_spends_less_than_nothing() {
    World world = World.of(AB, new double[][] {{5, 1}, {60, 80}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    Outcome outcome = model.solve(DutyShock.none(world).withAdded("B", "A", 3));
    assertFalse(outcome.isConverged());
    assertTrue(
        outcome.convergence().toString().contains("A would have to spend less than nothing"),
        outcome::toString);
    assertTrue(model.with(Deficits.ZERO).solve(DutyShock.none(world)).isConverged());
  }

  /** All that it buys is dearer by the duty, which it gets back: any duty is as good. */
  @Test
  void who_buys_nothing_from_home_has_no_best_duty() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{0, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).with(Deficits.ZERO);
    for (double duty : new double[] {0.1, 0.5, 3}) {
      Outcome outcome = model.solve(DutyShock.none(model.base()).withDuty("*", "A", duty));
      assertEquals(1, outcome.welfare("A"), 1e-12);
    }
    for (String question : List.of("uniform", "byPartner", "nash")) {
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> best(model, question));
      assertTrue(thrown.getMessage().contains("A buys nothing from home"), thrown::getMessage);
    }
  }

  private static TariffPolicy best(Equilibrium model, String question) {
    return switch (question) {
      case "uniform" -> model.optimal("A").uniform();
      case "byPartner" -> model.optimal("A").byPartner();
      default -> model.nash("A", "B");
    };
  }

  @Test
  void a_player_alone_has_its_best_duties() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    TariffPolicy alone = model.nash("A");
    TariffPolicy best = model.optimal("A").byPartner();
    for (String partner : List.of("B", "C")) {
      assertEquals(best.duty("A", partner), alone.duty("A", partner), 1e-9);
    }
  }

  @Test
  void shapley_of_one_deal_is_the_deal() {
    World world = World.of(AB, new double[][] {{70, 20}, {15, 80}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    Contributions.Step deal =
        new Contributions.Step("deal", shock -> shock.withDuty("B", "A", 0.2));
    Contributions one = model.shapley(DutyShock.none(world), List.of(deal));
    double welfare = model.solve(DutyShock.none(world).withDuty("B", "A", 0.2)).welfare("A");
    assertEquals(Math.log(welfare), one.of("deal", "A"), 1e-14);
    assertEquals(one.of("deal", "A"), one.total("A"));
    assertThrows(
        IllegalArgumentException.class, () -> model.shapley(DutyShock.none(world), List.of()));
  }

  /** With one origin the index of a line is that origin's price, whatever the elasticities. */
  @Test
  void a_line_of_one_origin_costs_what_the_origin_costs() {
    for (double sigma : new double[] {0, 0.5, 1 - 1e-9, 1, 1 + 1e-12, 4, 20, 300}) {
      for (double duty : new double[] {0, 0.15, 4, 1e6}) {
        RevenueSimulation.Result result =
            RevenueSimulation.of(List.of(flow("JP", 0.025, duty))).withResponses(sigma, 1).run();
        double price = (1 + duty) / 1.025;
        assertEquals(price, result.priceIndex("8703"), 1e-12 * price, sigma + " " + duty);
        double spent = 102.5 / (1 + duty);
        double after = result.importsAfter().getAmount().doubleValue();
        assertEquals(spent, after, 1e-10 * spent, sigma + " " + duty);
      }
    }
  }

  /** Where one origin all but leaves, the other has the line: P̂ = s^(1/(1−σ)). */
  @Test
  void an_origin_that_leaves_takes_its_share_of_variety_along() {
    List<RevenueFlow> flows = List.of(flow("JP", 0, 1e6), flow("KR", 0, 0));
    RevenueSimulation.Result result = RevenueSimulation.of(flows).withResponses(30, 1).run();
    assertEquals(Math.pow(0.5, 1 / -29.0), result.priceIndex("8703"), 1e-14);
    assertEquals(200, result.importsAfter().getAmount().doubleValue(), 1e-9);
  }

  @Test
  void revenue_beyond_the_range_of_numbers_is_refused_by_name() {
    RevenueFlow absurd = new RevenueFlow("8703", "JP", "", usd(100), 1e-300, 0.5, 1e308);
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> RevenueSimulation.of(List.of(absurd)).run());
    assertTrue(thrown.getMessage().contains("8703 from JP"), thrown::getMessage);
  }

  private static RevenueFlow flow(String partner, double before, double after) {
    return RevenueFlow.of("8703", partner, usd(100), before, after);
  }

  private static BigMoney usd(int amount) {
    return BigMoney.parse("USD " + amount);
  }

  /** USD 2.50 and USD 15.00 differ by USD 12.50, and not 3 and 15 by 13. */
  @Test
  void small_sums_are_printed_with_their_cents() {
    RevenueSimulation.Result result = RevenueSimulation.of(List.of(flow("JP", 0.025, 0.15))).run();
    assertEquals("USD 2.50 before, USD 15.00 mechanical, USD 15.00 after", result.toString());
    assertTrue(result.byLine().toString().contains("USD 12.50"), result.byLine()::toString);
  }

  @Test
  void a_result_says_its_shock() {
    World world = World.of2023();
    DutyShock none = DutyShock.none(world);
    Map<DutyShock, String> words =
        Map.of(
            none,
            "nothing changes",
            none.withAdded("US", "*", 0.1),
            "duty of US +10.0 pp on all others",
            none.withDuty("US", "JP", 0.1),
            "duty of JP +10.0 pp on US",
            none.withAdded("*", "*", 0.05),
            "duty of all +5.0 pp on all others",
            none.withIceberg("JP", "US", 0.9),
            "iceberg costs to US -10.0% on goods of JP",
            none.withAdded("US", Map.of("JP", 0.1, "CN", 0.2)),
            "duty of US +10.0 to +20.0 pp on 2 others");
    words.forEach((shock, text) -> assertEquals(text, shock.words()));
    World sectors = World.sectors2011();
    assertEquals(
        "duty of US +10.0 pp on JP in C29",
        DutyShock.none(sectors)
            .withAdded("US", "JP", sectors.sectors().get(0), 0.1)
            .words()
            .replace(sectors.sectors().get(0), "C29"));
    Outcome outcome = Equilibrium.of(world, Elasticity.of(4)).solve(none.withAdded("US", "*", 0.1));
    String said = "assumes: duty of US +10.0 pp on all others; deficits";
    assertTrue(outcome.table("US").caption().stream().anyMatch(line -> line.contains(said)));
    assertTrue(outcome.why("US").table().toString().contains(said));
    assertTrue(outcome.chart("US").toSvg().contains("duty of US +10.0 pp"));
  }

  @Test
  void a_comparison_says_what_each_assumes_and_is_of_one_world() {
    World world = World.of(AB, new double[][] {{70, 20}, {15, 80}});
    Equilibrium four = Equilibrium.of(world, Elasticity.of(4));
    Equilibrium eight = four.with(Elasticity.of(8)).with(Deficits.ZERO);
    Outcome one = four.solve(DutyShock.none(world).withAdded("A", "B", 0.1));
    Outcome other = eight.solve(DutyShock.none(eight.base()).withAdded("A", "B", 0.2));
    List<String> caption = one.compare(other).table().caption();
    assertTrue(
        caption.contains(
            "this one: duty of A +10.0 pp on B; deficits as shares of world labour income; θ = 4"),
        caption::toString);
    assertTrue(
        caption.contains("the other: duty of A +20.0 pp on B; no deficits; θ = 8"),
        caption::toString);
    assertEquals(2, caption.stream().filter(line -> line.contains(" converged: ")).count());
    World larger = World.of(AB, new double[][] {{170, 20}, {15, 80}});
    Outcome elsewhere = Equilibrium.of(larger, Elasticity.of(4)).solve(DutyShock.none(larger));
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> one.compare(elsewhere));
    assertTrue(thrown.getMessage().contains("one world"), thrown::getMessage);
  }

  @Test
  void no_economy_named_is_every_economy() {
    World world = World.of(AB, new double[][] {{70, 20}, {15, 80}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    DutyShock shock = DutyShock.none(world).withAdded("A", "B", 0.1);
    Outcome outcome = model.solve(shock);
    assertEquals(outcome.table("A", "B"), outcome.table());
    assertEquals(outcome.chart("A", "B"), outcome.chart());
    Draws draws = model.draws(shock, Elasticity.of("2..6"), 3, 1);
    assertEquals(draws.quantiles("A", "B"), draws.quantiles());
    assertEquals(draws.chart("A", "B"), draws.chart());
    Contributions.Step step = new Contributions.Step("all", same -> shock);
    Contributions parts = model.path(DutyShock.none(world), List.of(step));
    assertEquals(parts.table("A", "B"), parts.table());
    OutcomeComparison comparison = outcome.compare(outcome);
    assertEquals(comparison.chart("A", "B"), comparison.chart());
  }

  /** A sum of rounding is no loss, and two numbers that differ are not printed as one. */
  @Test
  void zero_has_no_sign_and_ranges_have_two_ends() {
    assertEquals("0.00%", new EstimateRange(-1e-9, -1e-9).percentText(2));
    assertEquals("+0.012% to +0.013%", new EstimateRange(0.00012, 0.00013).percentText(1));
    assertEquals("+0.003% to +0.020%", new EstimateRange(0.00003, 0.0002).percentText(1));
    assertEquals("0.0% to +2.0%", new EstimateRange(-1e-16, 0.02).percentText(1));
    assertEquals("-0.3% to +0.1%", new EstimateRange(-0.003, 0.001).percentText(1));
    assertEquals("+12.00 pp", RangeCells.points(EstimateRange.of(0.12), 2).text());
  }

  /** The goods that are drawn, the others together and the suppliers add up to the total. */
  @Test
  void a_picture_of_an_industry_has_its_largest_goods_and_the_others_in_one_bar() {
    IndustryPush push = CostPush.bea2017().pushOnAllGoods(0.1).industry("336112");
    assertTrue(push.byGood().size() > 12);
    String svg = push.chart().toSvg();
    assertTrue(svg.contains((push.byGood().size() - 12) + " other goods"), svg);
    String said = CostPush.bea2017().push(Map.of("336111", 0.1)).table().toString();
    assertTrue(said.contains("duties +10.0 pp on 336111"), said);
  }

  /** The best duty lies between none and a prohibitive one: neither end has A's best welfare. */
  @Test
  void an_interval_holds_the_best_duty_that_lies_between_its_ends() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4));
    LawShock law =
        LawShock.builder(world, "A", "nothing to 300 percent on B")
            .add("B", World.ALL_GOODS, 20, EstimateRange.of(0), new EstimateRange(0, 3))
            .add("C", World.ALL_GOODS, 10, EstimateRange.of(0), EstimateRange.of(0))
            .build();
    OutcomeRange range = model.solve(law);
    double best = 0;
    double revenue = 0;
    for (int percent = 0; percent <= 300; percent++) {
      Outcome one = model.solve(DutyShock.none(world).withDuty("B", "A", percent / 100.0));
      for (String code : world.economies()) {
        EstimateRange all = range.welfare(code);
        assertTrue(all.lowest() - 1e-9 <= one.welfare(code), code + " " + percent);
        assertTrue(one.welfare(code) <= all.highest() + 1e-9, code + " " + percent);
      }
      best = Math.max(best, one.welfare("A"));
      revenue = Math.max(revenue, one.revenue("A"));
    }
    assertEquals(revenue, range.revenue("A").highest(), 1e-3 * revenue);
    assertTrue(range.highest().revenue("A") < 0.8 * revenue, "the peak lies between");
    assertEquals(best, range.welfare("A").highest(), 1e-5);
    assertTrue(range.highest().welfare("A") < best - 1e-3);
    assertEquals(List.of("B"), range.turningExporters("A").orElseThrow());
  }
}
