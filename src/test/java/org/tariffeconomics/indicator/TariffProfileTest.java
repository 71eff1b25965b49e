package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand. */
class TariffProfileTest {

  private static final TariffProfile PROFILE =
      TariffProfile.of(
          List.of(
              new TariffLine("870323", 0.10, 50),
              new TariffLine("870323", 0.30, 10),
              new TariffLine("854231", 0.00, 40)));

  @Test
  void each_average_answers_its_own_question() {
    assertEquals(0.4 / 3, PROFILE.simple(), 1e-15);
    assertEquals(0.1, PROFILE.simpleOfSubheadings(), 1e-15);
    assertEquals(0.08, PROFILE.tradeWeighted().orElseThrow(), 1e-15);
    assertEquals(0.2, PROFILE.weighted(1, 1, 0), 1e-15);
  }

  @Test
  void the_spread_and_the_peaks_are_counted_over_lines() {
    assertEquals(0.3, PROFILE.highest());
    assertEquals(0, PROFILE.lowest());
    assertEquals(1.0 / 3, PROFILE.dutyFreeLines(), 1e-15);
    assertEquals(1.0 / 3, PROFILE.internationalPeaks(), 1e-15);
    assertEquals(0, PROFILE.domesticPeaks());
    assertEquals(2.0 / 3, PROFILE.linesAbove(0.05), 1e-15);
    assertEquals(Math.sqrt(0.14 / 9), PROFILE.standardDeviation(), 1e-15);
  }

  @Test
  void the_dutiable_part_is_taken_by_value() {
    assertEquals(0.6, PROFILE.dutiableShare().orElseThrow(), 1e-15);
  }

  @Test
  void without_imports_nothing_is_weighted_with_them() {
    TariffProfile idle = TariffProfile.of(List.of(new TariffLine("x", 0.1, 0)));
    assertFalse(idle.tradeWeighted().isPresent());
    assertFalse(idle.dutiableShare().isPresent());
    assertEquals(0.1, idle.simple());
    assertEquals(0.1, idle.weighted(3), 1e-15);
    assertEquals("unknown", idle.table().cell(2, "value").text());
    assertEquals("TariffProfile of 1 lines, simple average 10.00%", idle.toString());
  }

  @Test
  void an_empty_schedule_and_empty_weights_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> TariffProfile.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> PROFILE.weighted(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> PROFILE.weighted(1, 1));
    assertThrows(IllegalArgumentException.class, () -> PROFILE.linesAbove(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new TariffLine("x", -2, 0));
  }
}
