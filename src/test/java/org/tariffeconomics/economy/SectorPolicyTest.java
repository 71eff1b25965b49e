package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Best duties where there are several sectors: against the one-sector answer and by trying. */
class SectorPolicyTest {

  private static final List<String> CODES = List.of("A", "B", "C");
  private static final double[][] FLOWS = {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}};

  private static World split() {
    double[][][] flows = new double[2][3][3];
    for (int cell = 0; cell < 9; cell++) {
      flows[0][cell / 3][cell % 3] = 0.3 * FLOWS[cell / 3][cell % 3];
      flows[1][cell / 3][cell % 3] = 0.7 * FLOWS[cell / 3][cell % 3];
    }
    return World.of(CODES, List.of("X", "Y"), flows, new double[0][][]);
  }

  /** Two sectors that are alike are one: the same best duties by an altogether different way. */
  @Test
  void two_sectors_that_are_alike_have_the_best_duties_of_one() {
    Equilibrium one = Equilibrium.of(World.of(CODES, FLOWS), Elasticity.of(4));
    Equilibrium two = Equilibrium.of(split(), Elasticity.of(4));
    TariffPolicy uniform = two.optimal("A").uniform();
    assertEquals(one.optimal("A").uniform().duty("A", "B"), uniform.duty("A", "B"), 1e-7);
    assertTrue(uniform.curvature("A") < 0 && uniform.gradient("A") < 1e-9, uniform::toString);
    assertEquals(one.optimal("A").uniform().duty("A", "B"), uniform.duty("A", "B"), 1e-9);
    TariffPolicy exact = one.optimal("A").byPartner();
    TariffPolicy searched = two.optimal("A").byPartner();
    for (String partner : List.of("B", "C")) {
      assertEquals(exact.duty("A", partner), searched.duty("A", partner), 1e-9);
    }
    assertEquals(exact.outcome().welfare("A"), searched.outcome().welfare("A"), 1e-12);
    assertEquals(exact.curvature("A"), searched.curvature("A"), 1e-4);
    assertEquals(exact.foreignShareRule("A"), searched.foreignShareRule("A"), 1e-6);
    assertEquals(exact.exportShareRule("A"), searched.exportShareRule("A"), 1e-6);
    assertEquals(exact.start("A"), searched.start("A"), 1e-9);
  }

  @Test
  void the_best_duty_on_one_sector_cannot_be_bettered() {
    Equilibrium model =
        Equilibrium.of(split(), Elasticity.bySector(Map.of("X", 3.0, "Y", 7.0), ""))
            .with(Deficits.ZERO);
    TariffPolicy best = model.optimal("A").on("X").uniform();
    double duty = best.duty("A", "B");
    assertEquals(0, best.shock().power("B", "A", "Y") - 1, 0.0, "the other sector is not charged");
    for (double move : new double[] {-0.02, 0.02}) {
      Outcome other =
          model.solve(DutyShock.none(model.base()).withDuty("*", "A", "X", duty + move));
      assertTrue(other.welfare("A") < best.outcome().welfare("A"));
    }
    assertEquals(List.of("X"), best.sectors());
    assertTrue(best.table().toText().contains("no deficits"));
  }

  /** Nash's equilibrium of three, by the adjoint of many sectors and by that of one. */
  @Test
  void two_sectors_that_are_alike_have_the_nash_equilibrium_of_one() {
    TariffPolicy one = Equilibrium.of(World.of(CODES, FLOWS), Elasticity.of(4)).nash("A", "B", "C");
    TariffPolicy two = Equilibrium.of(split(), Elasticity.of(4)).nash("A", "B", "C");
    for (String player : CODES) {
      for (String partner : CODES) {
        if (!player.equals(partner)) {
          assertEquals(one.duty(player, partner), two.duty(player, partner), 1e-9);
        }
      }
      assertEquals(one.outcome().welfare(player), two.outcome().welfare(player), 1e-11);
      assertEquals(one.curvature(player), two.curvature(player), 1e-4);
      assertTrue(two.gradient(player) < 1e-10, two::toString);
    }
  }

  /** In symmetric blocs of sectors that are alike the duty is 1/(θ λ), as in one sector. */
  @Test
  void symmetric_blocs_of_two_sectors_meet_the_closed_form() {
    double[][] flows = {{60, 15, 15}, {15, 60, 15}, {15, 15, 60}};
    World blocs =
        World.of(CODES, List.of("X", "Y"), new double[][][] {flows, flows}, new double[0][][]);
    TariffPolicy nash = Equilibrium.of(blocs, Elasticity.of(5)).nash("A", "B", "C");
    assertEquals(nash.foreignShareRule("A"), nash.duty("A", "B"), 1e-9);
    assertEquals(nash.duty("A", "B"), nash.duty("C", "A"), 1e-10);
  }

  /**
   * Without inputs a partner's goods of all sectors cost its one wage, so that the best duty on
   * them is one, whatever their elasticities.
   */
  @Test
  void without_inputs_the_best_duty_on_a_partner_is_one_for_all_sectors() {
    Equilibrium model =
        Equilibrium.of(split(), Elasticity.bySector(Map.of("X", 3.0, "Y", 7.0), ""))
            .with(Deficits.ZERO);
    TariffPolicy same = model.optimal("A").byPartner();
    TariffPolicy each = model.optimal("A").byPartnerAndSector();
    assertEquals(same.outcome().welfare("A"), each.outcome().welfare("A"), 1e-13);
    for (String partner : List.of("B", "C")) {
      assertEquals(each.duty("A", partner, "X"), each.duty("A", partner, "Y"), 1e-8);
      assertEquals(same.duty("A", partner), each.duty("A", partner, "X"), 1e-8);
    }
    assertTrue(each.gradient("A") < 1e-10 && each.curvature("A") < 0, each::toString);
    assertThrows(IllegalArgumentException.class, () -> each.duty("A", "B", "Z"));
  }

  /** With inputs the best duties differ by sector, and one on all of them is worse. */
  @Test
  void duties_by_sector_are_better_where_sectors_use_inputs() {
    String[] goods = {"CHM", "ELC", "TRQ"};
    OptimalDuties question =
        Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro()).optimal("US").on(goods);
    TariffPolicy same = question.byPartner();
    TariffPolicy each = question.byPartnerAndSector();
    assertTrue(each.outcome().welfare("US") > same.outcome().welfare("US"), each::toString);
    assertTrue(each.gradient("US") < 1e-10 && each.curvature("US") < 0, each::toString);
    assertThrows(IllegalStateException.class, () -> each.duty("US", "CN"));
    assertTrue(each.chart("US").toSvg().startsWith("<svg"), "a picture");
    assertTrue(each.table().toText().contains("gradient"));
  }

  /** Nobody who plays could do better by another duty, and who does not play keeps its own. */
  @Test
  void seven_economies_of_sectors_and_inputs_have_a_nash_equilibrium() {
    Equilibrium model = Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro());
    List<String> players = List.of("US", "CN", "DE", "JP", "KR", "CA", "MX");
    List<String> goods = List.of("TEX", "CHM", "MET", "MCH", "ELC", "TRQ");
    TariffPolicy nash = model.nash(players, goods);
    Equilibrium balanced = model.with(Deficits.ZERO);
    for (String player : players) {
      assertTrue(nash.gradient(player) < 1e-9, nash::toString);
      assertTrue(nash.curvature(player) < 0, nash::toString);
      double low = Math.min(nash.foreignShareRule(player), nash.exportShareRule(player));
      double high = Math.max(nash.foreignShareRule(player), nash.exportShareRule(player));
      assertTrue(low > 0 && high < 3, nash::toString);
      String partner = player.equals("CN") ? "US" : "CN";
      for (double move : new double[] {-0.02, 0.02}) {
        DutyShock other = nash.shock();
        for (String sector : goods) {
          other = other.withDuty(partner, player, sector, nash.duty(player, partner) + move);
        }
        assertTrue(balanced.solve(other).welfare(player) < nash.outcome().welfare(player), player);
      }
    }
    assertEquals(0, nash.shock().power("CN", "FR", "ELC") - 1, 0.0, "France does not play");
    assertEquals(7, nash.table().rows().size());
  }

  @Test
  void blocs_of_several_sectors_are_joined_and_bad_questions_refused() {
    Equilibrium model = Equilibrium.of(split(), Elasticity.of(4));
    assertThrows(IllegalArgumentException.class, () -> model.nash("A", "A"));
    assertThrows(IllegalArgumentException.class, () -> model.nash("A", "D"));
    assertThrows(IllegalArgumentException.class, () -> model.nash(List.of("A", "B"), List.of("Z")));
    assertThrows(IllegalArgumentException.class, () -> model.nash(List.of("A"), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> model.with(Deficits.WORLD_SHARE).nash("A", "B"));
    Equilibrium sectors = Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro());
    TariffPolicy nash = sectors.nash("US", "EU27", "CN");
    assertTrue(nash.gradient("EU27") < 1e-9 && nash.curvature("EU27") < 0, nash::toString);
    String foot = nash.table().toText().replace("\n", " ");
    assertTrue(foot.contains("EU27 without HR"), foot);
    assertEquals(16, nash.outcome().model().base().size());
  }

  /** The bundled sectors with their inputs: a duty on all goods, none on services. */
  @Test
  void the_united_states_have_a_best_duty_on_goods() {
    Equilibrium model = Equilibrium.of(World.sectors2011(), Elasticity.caliendoParro());
    TariffPolicy best = model.optimal("US").on("TEX", "MCH", "ELC", "TRQ").uniform();
    assertTrue(best.curvature("US") < 0 && best.gradient("US") < 1e-8, best::toString);
    double duty = best.duty("US", "CN");
    assertTrue(duty > 0 && duty < 0.6, best::toString);
    Equilibrium balanced = model.with(Deficits.ZERO);
    DutyShock none = DutyShock.none(balanced.base());
    for (double move : new double[] {-0.02, 0.02}) {
      DutyShock other = none;
      for (String sector : best.sectors()) {
        other = other.withDuty("*", "US", sector, duty + move);
      }
      assertTrue(balanced.solve(other).welfare("US") < best.outcome().welfare("US"));
    }
  }
}
