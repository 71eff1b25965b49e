package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareShiftTest {

  private static final ImportMarket BEFORE = ImportMarketTest.CARS;
  private static final ImportMarket AFTER = BEFORE.withTariff("KR", 0.15);

  /**
   * With customs values v and tariffs t, new values are ∝ v (1+t)·((1+t')/(1+t))^(1−σ)/(1+t'): for
   * Korea alone that is v·(1.25/1.15)^σ, the others keep theirs; shares by separate arithmetic.
   */
  @Test
  void the_new_shares_follow_from_one_power_of_the_tariff_ratio() {
    double others = 49.753 + 50.612 + 41.904 + 10.576 + 3.541;
    ShareShift shift = BEFORE.shareShift("8703", AFTER, 3, 5, 8);
    double[] sigmas = {3, 5, 8};
    ShareShift.Line korea = shift.line("KR");
    assertEquals(36.856 / (36.856 + others), korea.before().known(), 1e-15);
    for (int i = 0; i < sigmas.length; i++) {
      double value = 36.856 * Math.pow(1.25 / 1.15, sigmas[i]);
      assertEquals(value / (value + others), korea.after().get(i).known(), 1e-14);
    }
  }

  @Test
  void suppliers_of_unknown_tariffs_are_listed_and_left_out_of_the_shares() {
    ShareShift shift = BEFORE.shareShift("8703", AFTER, 5);
    assertFalse(shift.line("CA").before().isKnown());
    assertEquals("US content not declared", shift.line("CA").after().get(0).reason());
    double known = 221.502 - 28.26;
    assertEquals(known / 221.502, shift.coverage().known(), 1e-14);
    double sum = 0;
    for (ShareShift.Line line : shift.lines()) {
      sum += line.after().get(0).value().orElse(0);
    }
    assertEquals(1, sum, 1e-14);
  }

  @Test
  void a_tariff_that_is_known_only_afterwards_does_not_make_a_supplier_comparable() {
    ShareShift shift = BEFORE.shareShift("8703", AFTER.withTariff("CA", 0.25), 5);
    assertFalse(shift.line("CA").after().get(0).isKnown());
    ImportMarket lost = AFTER.withTariffs(s -> Figure.unknown("court ruling pending"));
    assertThrows(IllegalArgumentException.class, () -> BEFORE.shareShift("8703", lost, 5));
  }

  @Test
  void no_change_of_tariffs_moves_no_share() {
    for (ShareShift.Line line : BEFORE.shareShift("8703", BEFORE, 1, 4).lines()) {
      for (Figure after : line.after()) {
        assertEquals(line.before().value().orElse(-1), after.value().orElse(-1), 1e-15);
      }
    }
  }

  @Test
  void the_table_names_the_elasticities() {
    ShareShift shift = BEFORE.shareShift("8703", AFTER, 3, 8);
    assertTrue(shift.table().columns().containsAll(List.of("sigma 3.0", "change at 8.0")));
    assertTrue(shift.table().cell(3, "change at 8.0").text().startsWith("+"));
    assertEquals(shift.table().toString(), shift.toString());
  }

  @Test
  void wrong_questions_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> BEFORE.shareShift("8703", AFTER));
    assertThrows(IllegalArgumentException.class, () -> BEFORE.shareShift("8703", AFTER, 0));
    assertThrows(IllegalArgumentException.class, () -> BEFORE.shareShift("8704", AFTER, 3));
    assertThrows(
        IllegalArgumentException.class, () -> BEFORE.shareShift("8703", AFTER, 3).line("XX"));
  }
}
