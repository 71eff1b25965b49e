package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.uncertainty.Distribution;

/** Bundled elasticities against their printed tables, and what draws make of their errors. */
class ElasticityTest {

  private static ElasticityEstimate line(String study, String goods) {
    return Elasticity.published().stream()
        .filter(each -> each.study().equals(study) && each.goods().equals(goods))
        .findFirst()
        .orElseThrow();
  }

  /** Caliendo and Parro (2015), Table 1, 99% sample; Lashkaripour and Lugovskyy (2023), Table 3. */
  @Test
  void printed_estimates_have_their_standard_errors_and_sources() {
    assertEquals(64.85, line("caliendo-parro", "Petroleum").theta());
    assertEquals(15.61, line("caliendo-parro", "Petroleum").standardError().orElseThrow());
    assertEquals(0.92, line("caliendo-parro", "Auto").standardError().orElseThrow());
    assertEquals(2.805, line("lashkaripour-lugovskyy", "Transport equipment").theta());
    assertEquals(
        OptionalDouble.of(0.834),
        line("lashkaripour-lugovskyy", "Transport equipment").standardError());
    assertEquals(
        10.56, line("fontagne-guimbard-orefice", "Chemicals and chemical products").theta());
    assertTrue(Elasticity.published().stream().noneMatch(each -> each.source().isBlank()));
    assertEquals("caliendo-parro, Food: 2.62 (0.61)", line("caliendo-parro", "Food").toString());
  }

  @Test
  void sectors_of_several_estimates_have_their_mean_and_its_error() {
    Elasticity theta = Elasticity.caliendoParro();
    assertEquals((3.28 + 6.99) / 2, theta.theta("MET"), 1e-15);
    assertEquals(
        Math.sqrt(2.51 * 2.51 + 2.12 * 2.12) / 2, theta.standardError("MET").orElseThrow(), 1e-15);
    assertEquals(9.63, theta.theta("ELC"), "to the last digit");
    assertEquals(8.22, theta.theta("TRQ"));
    assertTrue(theta.standardError("TRQ").isEmpty(), "the authors print none for 8.22");
    assertTrue(theta.standardError("CON").isEmpty(), "services are a convention");
    assertTrue(theta.table().toText().contains("not known"));
    assertEquals(4.49, Elasticity.caliendoParroAggregate().theta("ANY"));
    assertEquals(0.39, Elasticity.caliendoParroAggregate().standardError("ANY").orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> theta.standardError("XYZ"));
  }

  /** A lognormal with the estimate as its mean: mean and spread over many draws are the table's. */
  @Test
  void draws_are_spread_as_the_standard_errors_say() {
    Distribution food = Elasticity.caliendoParro().distributions().get("FOD");
    assertEquals(2.62, food.mean(), 1e-12);
    assertEquals(0.61, food.standardDeviation(), 1e-12);
    Distribution machines = Elasticity.caliendoParro().distributions().get("MCH");
    assertEquals(1.45, machines.mean(), 1e-12);
    assertEquals(2.80, machines.standardDeviation(), 1e-9);
    assertEquals(0, Elasticity.caliendoParro().distributions().get("TRQ").standardDeviation());
  }

  @Test
  void sectors_that_share_an_estimate_share_its_draws() {
    Elasticity theta = Elasticity.lashkaripourLugovskyy();
    assertEquals(theta.theta("AGR"), theta.theta("MIN"));
    Map<String, Distribution> drawn = theta.distributions();
    assertTrue(drawn.containsKey("AGR") && !drawn.containsKey("MIN"), "one unknown number");
    Elasticity one = theta.drawn(Map.of("AGR", 3.5));
    assertEquals(3.5, one.theta("AGR"));
    assertEquals(3.5, one.theta("MIN"));
    assertEquals(5, one.theta("CON"));
    Elasticity twice = theta.scaled(2).drawn(Map.of("AGR", 7.0));
    assertEquals(7, twice.theta("MIN"), "also after scaling");
  }

  @Test
  void elasticities_without_errors_are_not_drawn() {
    for (Elasticity each :
        List.of(Elasticity.proTee(), Elasticity.fontagneGuimbardOrefice(), Elasticity.of(4))) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, each::distributions);
      assertTrue(refused.getMessage().contains("standard errors"), refused.getMessage());
    }
  }

  @Test
  void an_estimate_with_its_error_is_read_from_text() {
    for (String text : List.of("4.49 ± 0.39", "4.49±0.39", "4.49 +- 0.39", "4.49 (0.39)")) {
      Elasticity theta = Elasticity.of(text);
      assertEquals(4.49, theta.theta("X"), text);
      assertEquals(0.39, theta.standardError("X").orElseThrow(), text);
    }
    for (String text : List.of("4.49 ± ", "± 0.39", "4.49 (", "4 ± -1", "4 ± 0", "a (b)", "")) {
      assertThrows(IllegalArgumentException.class, () -> Elasticity.of(text), text);
    }
  }

  /** Uncertainty in fourteen sectors at once, of a world of inputs, and what is certain said. */
  @Test
  void welfare_is_drawn_over_the_errors_of_all_sectors() {
    World world = World.sectors2011();
    Equilibrium model = Equilibrium.of(world, Elasticity.caliendoParro());
    DutyShock shock = UsAdditions.bySector2025(world);
    Draws draws = model.draws(shock, Elasticity.lashkaripourLugovskyy(), 24, 5);
    assertEquals(0, draws.failed());
    assertTrue(draws.quantile("CN", 0.95) > draws.quantile("CN", 0.05));
    String text = String.join(" ", draws.quantiles("US", "CN").caption());
    assertTrue(text.contains("Lashkaripour and Lugovskyy (2023)"), text);
    assertTrue(text.contains("taken as certain, no standard error known: UTL, CON"), text);
    Draws again = model.draws(shock, Elasticity.lashkaripourLugovskyy(), 24, 5);
    assertEquals(draws, again, "the same seed has the same bits");
  }

  /** Wide errors make tiny elasticities: what then has no equilibrium is counted, not replaced. */
  @Test
  void draws_of_the_estimates_of_caliendo_and_parro_are_all_accounted_for() {
    World world = World.sectors2011();
    Equilibrium model = Equilibrium.of(world, Elasticity.caliendoParro());
    Draws draws = model.draws(UsAdditions.bySector2025(world), Elasticity.caliendoParro(), 24, 5);
    assertTrue(draws.failed() < 24, draws::toString);
    assertTrue(draws.toString().contains(draws.failed() + " without equilibrium"));
  }
}
