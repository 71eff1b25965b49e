package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    TariffPolicy exact = one.optimal("A").byPartner();
    TariffPolicy searched = two.optimal("A").byPartner();
    for (String partner : List.of("B", "C")) {
      assertEquals(exact.duty("A", partner), searched.duty("A", partner), 1e-6);
    }
    assertEquals(exact.outcome().welfare("A"), searched.outcome().welfare("A"), 1e-12);
    assertEquals(exact.curvature("A"), searched.curvature("A"), 1e-3);
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
