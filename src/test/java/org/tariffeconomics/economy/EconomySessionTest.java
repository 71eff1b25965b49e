package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.costPush;
import static org.tariffeconomics.Tariffs.deal;
import static org.tariffeconomics.Tariffs.duties;
import static org.tariffeconomics.Tariffs.elasticity;
import static org.tariffeconomics.Tariffs.equilibrium;
import static org.tariffeconomics.Tariffs.seed;
import static org.tariffeconomics.Tariffs.world2023;

import org.junit.jupiter.api.Test;
import org.tariffeconomics.reference.WorldDuties;
import org.tariffeconomics.report.Table;

/** The session that users write: from the whole law of a day to who gains and who pays. */
class EconomySessionTest {

  @Test
  void the_law_of_a_day_is_the_shock_of_an_economy() {
    World world = world2023();
    WorldDuties law = duties("2025-09-16").averages(world);
    Equilibrium ge = equilibrium(world, elasticity("4"));
    OutcomeRange after = ge.solve(law);

    assertTrue(after.isConverged(), after::toString);
    assertFalse(after.isDefinite(), "a quarter of the trade hangs on facts nobody declared");
    assertTrue(law.lawShock().openShare() > 0.05 && law.lawShock().openShare() < 0.6);
    assertTrue(law.lawShock().unknownShare() < 0.05, law::toString);
    EstimateRange japan = after.welfare("JP");
    assertTrue(japan.highest() < 1 && japan.lowest() > 0.99, japan::toString);
    assertTrue(japan.contains(after.lowest().welfare("JP")));
    assertTrue(japan.contains(after.highest().welfare("JP")));
    assertEquals(4, after.table("US", "JP", "KR", "TW").rows().size());
    assertTrue(after.why("JP").table().toText().contains("welfare (ln)"));

    Table worth = ge.solve(law.without(deal("JP"))).compare(after).table("JP", "US");
    EstimateRange gain = ge.solve(law.without(deal("JP"))).compare(after).welfare("JP");
    assertTrue(gain.lowest() > 0, worth::toText);

    assertTrue(ge.optimal("US").uniform().toString().contains("26.8%"));
    assertTrue(ge.nash("US", "EU27", "CN").gradient("EU27") < 1e-10);
    Draws draws = ge.draws(law, elasticity("2.5..8"), 20, seed(7));
    assertEquals(0, draws.failed());
    assertTrue(draws.quantileRange("US", 0.5).width() > 0);

    IndustryPush trucks = costPush(duties("2025-09-16")).industry("336112");
    assertTrue(trucks.total().lowest() > trucks.direct().lowest());
    assertTrue(trucks.total().width() > 0);
    EstimateRange half = costPush(duties("2025-09-16"), "50%").total("336112");
    assertEquals(trucks.total().highest() / 2, half.highest(), 1e-12);
  }
}
