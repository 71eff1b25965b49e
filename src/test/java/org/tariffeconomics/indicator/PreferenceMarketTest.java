package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand; the car rates are those of United States law in 2025. */
class PreferenceMarketTest {

  private static PreferenceMarket cars(double japan, double korea, double mexico) {
    return PreferenceMarket.of(
        0.025,
        List.of(
            new SupplierTariff("jp", 40, japan),
            new SupplierTariff("kr", 30, korea),
            new SupplierTariff("mx", 70, mexico)));
  }

  @Test
  void the_margin_against_the_mfn_rate_comes_in_points_and_as_a_price() {
    PreferenceMargin margin = cars(0.025, 0, 0).margin("kr", 0.8);
    assertEquals(0.025, margin.absolute(), 1e-15);
    assertEquals(0.025, margin.power(), 1e-15);
    assertEquals(0.02, margin.utilised(), 1e-15);
    assertEquals(0.6, margin.dutySaved(), 1e-15);
    assertEquals(
        1.1 / 1.05 - 1,
        PreferenceMarket.of(0.1, new double[] {1}, new double[] {0.05}).margin("0").power(),
        1e-15);
  }

  @Test
  void against_rivals_the_preference_is_smaller_than_against_mfn() {
    PreferenceMargin margin = cars(0.025, 0, 0).margin("kr");
    double rivals = (40 * 0.025 + 70 * 0) / 110;
    assertEquals(rivals, margin.competitorAverage().orElseThrow(), 1e-15);
    assertEquals(rivals, margin.competitionAdjusted().orElseThrow(), 1e-15);
    assertTrue(margin.competitionAdjusted().orElseThrow() < margin.absolute());
  }

  @Test
  void korea_loses_ground_when_only_its_rivals_tariffs_are_cut() {
    MarginErosion erosion = cars(0.275, 0.25, 0.275).erosion("kr", cars(0.15, 0.25, 0.275));
    assertEquals(0, erosion.ownEffect());
    assertEquals(-0.125 * 40 / 110, erosion.rivalsEffect(), 1e-15);
    assertEquals(erosion.rivalsEffect(), erosion.change(), 1e-15);
    assertEquals("kr: -4.55 pp = own +0.00 pp, rivals -4.55 pp", erosion.toString());
    assertEquals(-4.5454545, erosion.table().number(3, "effect").doubleValue(), 1e-6);
  }

  @Test
  void own_and_rivals_cuts_add_up_to_the_change_of_the_margin() {
    PreferenceMarket before = cars(0.275, 0.25, 0.275);
    PreferenceMarket after = cars(0.15, 0.15, 0.25);
    MarginErosion erosion = before.erosion("kr", after);
    double change =
        after.margin("kr").competitionAdjusted().orElseThrow()
            - before.margin("kr").competitionAdjusted().orElseThrow();
    assertEquals(0.1, erosion.ownEffect(), 1e-15);
    assertEquals(change, erosion.change(), 1e-15);
  }

  @Test
  void without_rivals_there_is_no_competition_adjusted_margin() {
    PreferenceMarket alone =
        PreferenceMarket.of(
            0.1, List.of(new SupplierTariff("a", 5, 0), new SupplierTariff("b", 0, 0.1)));
    assertFalse(alone.margin("a").competitionAdjusted().isPresent());
    assertFalse(alone.margin("a").competitionAdjustedPower().isPresent());
    assertEquals(-0.1, alone.margin("b").competitionAdjusted().orElseThrow(), 1e-15);
    assertEquals("unknown", alone.table().cell(0, "against rivals").text());
    assertEquals("unknown", alone.margin("a").table().cell(4, "value").text());
    assertEquals("a: +10.00 pp against MFN, rivals: none", alone.margin("a").toString());
    String message =
        assertThrows(IllegalArgumentException.class, () -> alone.erosion("a", alone)).getMessage();
    assertEquals("'a' has no rival with imports", message);
  }

  @Test
  void a_surcharge_is_a_negative_margin() {
    PreferenceMargin margin = cars(0.15, 0.25, 0).margin("kr");
    assertEquals(-0.225, margin.absolute(), 1e-15);
    assertEquals(-6.75, margin.dutySaved(), 1e-14);
  }

  @Test
  void what_is_out_of_bounds_or_unknown_is_refused() {
    PreferenceMarket market = cars(0.1, 0.1, 0.1);
    assertThrows(IllegalArgumentException.class, () -> market.margin("de"));
    assertThrows(IllegalArgumentException.class, () -> market.margin("kr", 1.1));
    assertThrows(IllegalArgumentException.class, () -> PreferenceMarket.of(0.1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new SupplierTariff("a", 1, -1));
    assertThrows(IllegalArgumentException.class, () -> new SupplierTariff("a", -1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> market.erosion("kr", PreferenceMarket.of(0.1, new double[1], new double[1])));
    SupplierTariff twice = new SupplierTariff("a", 1, 0);
    assertThrows(
        IllegalArgumentException.class, () -> PreferenceMarket.of(0.1, List.of(twice, twice)));
  }
}
