package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Best duties against what other duties give, and first-order terms against small duties. */
class BestDutyProperties {

  private static final double ROUNDING = 1e-13;

  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.oneOf(SmallWorlds.oneSector(), SmallWorlds.withInputs());
  }

  private static Equilibrium model(World world, double theta) {
    return Equilibrium.of(world, Elasticity.of(theta)).with(Deficits.ZERO);
  }

  @Property(tries = 25)
  void no_other_duty_on_a_partner_is_better(
      @ForAll @From("worlds") World world, @ForAll @DoubleRange(min = 2, max = 9) double theta) {
    Equilibrium model = model(world, theta);
    checkOptimum(model, model.optimal("C0").byPartner(), "C0");
  }

  @Property(tries = 12)
  void in_nash_equilibrium_nobody_has_a_better_duty(
      @ForAll @From("worlds") World world, @ForAll @DoubleRange(min = 2, max = 9) double theta) {
    Equilibrium model = model(world, theta);
    TariffPolicy nash = model.nash("C0", "C1");
    checkOptimum(model, nash, "C0");
    checkOptimum(model, nash, "C1");
  }

  private static void checkOptimum(Equilibrium model, TariffPolicy policy, String player) {
    assertTrue(policy.gradient(player) < 1e-8, policy::toString);
    assertTrue(policy.curvature(player) < 0, policy::toString);
    double best = policy.outcome().welfare(player);
    for (String partner : model.base().economies()) {
      for (double move : new double[] {-1e-2, 1e-2, 0.3}) {
        DutyShock other = policy.shock();
        for (String sector : policy.sectors()) {
          if (!partner.equals(player)) {
            double duty = policy.duty(player, partner, sector) + move;
            other = other.withDuty(partner, player, sector, duty);
          }
        }
        assertTrue(model.solve(other).welfare(player) <= best + ROUNDING, partner);
      }
    }
  }

  /** A partner without trade and an economy that trades with nobody are in no certificate. */
  @Example
  void partners_without_trade_are_left_out() {
    World world =
        World.of(
            List.of("A", "B", "C", "D"),
            new double[][] {{70, 20, 0, 0}, {15, 80, 15, 0}, {10, 20, 90, 0}, {0, 0, 0, 50}});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).with(Deficits.ZERO);
    TariffPolicy best = model.optimal("A").byPartner();
    assertTrue(best.curvature("A") < 0, best::toString);
    assertEquals(0, best.duty("A", "C"), 0.0, "the base duty, which meets no trade");
    assertEquals(0, best.duty("A", "D"), 0.0);
    assertEquals(1, best.outcome().welfare("D"), 1e-12);
    checkOptimum(model, model.nash("A", "B"), "B");
  }

  /** What others do may be folded, and stays as it is. */
  @Example
  void the_best_reply_to_folded_duties_leaves_them_folded() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
    FoldedDuties folded =
        FoldedDuties.of(4, new double[] {1, 1}, new double[] {0, 0}, new double[] {0, 0.5});
    Equilibrium model = Equilibrium.of(world, Elasticity.of(4)).with(Deficits.ZERO);
    DutyShock others = DutyShock.none(model.base()).withFolded("A", "B", "ALL", folded);
    TariffPolicy reply = model.bestReply("A", others);
    assertEquals(folded.netShare(), reply.shock().netShare("A", "B", "ALL"), 0.0);
    checkOptimum(model, reply, "A");
  }

  /** Terms and volume of trade are the derivative of welfare: what is left is of second order. */
  @Property(tries = 25)
  void first_order_terms_are_welfare_under_small_duties(
      @ForAll @From("worlds") World world,
      @ForAll @DoubleRange(min = 2, max = 9) double theta,
      @ForAll @DoubleRange(min = 0.2, max = 1) double part) {
    Equilibrium model = model(world, theta);
    double small = 1e-5;
    Outcome outcome = model.solve(SmallWorlds.shock(model.base(), small, part * small));
    for (String code : world.economies()) {
      double exact = Math.log(outcome.welfare(code));
      assertEquals(exact, outcome.firstOrder(code).welfare(), 100 * small * small, code);
    }
  }
}
