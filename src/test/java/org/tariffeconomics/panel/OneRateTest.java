package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.panel.PanelSlice.Execution;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A heading whose lines pay one rate under different programmes: 2.5 % or 5 % of ordinary duty,
 * filled up to 15 % in all. The whole is 15 % of either; how much of it is the ordinary duty is not
 * one number, nor is the sum of the two duties where each is rounded.
 */
class OneRateTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");
  private static final HsCode HEADING = HsCode.of("8701");
  private static final HsCode LINE = HsCode.of("8702.10.00");

  private static PanelSlice slice(HsCode... lines) {
    TariffBook book =
        TariffBook.us(TariffMeasure.topsUpTo("S232", "8701, 8702", "JP", "15%"))
            .with(ScheduledDuties.of(SmallSchedule.tractorsAndBuses(), SmallSchedule.key()));
    return TariffPanel.of(book, List.of(lines), List.of(DeclaredOrigin.parse("JP")), List.of(DAY))
        .on(DAY);
  }

  @Test
  void the_rate_is_known_and_its_parts_are_not() {
    PanelSlice slice = slice(HEADING, LINE);
    assertEquals(PanelOutcome.AD_VALOREM, slice.outcome(0, 0));
    assertEquals(Optional.of(Rate.percent(15)), slice.rate(0, 0));
    assertEquals(Optional.empty(), slice.part(0, 0, "MFN"));
    assertEquals(Optional.empty(), slice.part(0, 0, "S232"));
    assertEquals(Optional.of(Rate.percent("2.5")), slice.part(1, 0, "MFN"));
    assertEquals(Optional.of(Rate.percent("12.5")), slice.part(1, 0, "S232"));
    double[] parts =
        slice.mapBlocks(2, Execution.SEQUENTIAL, block -> block.parts("MFN", -1)).get(0);
    assertArrayEquals(new double[] {-1, 0.025}, parts);
    double[] totals = slice.mapBlocks(2, Execution.SEQUENTIAL, block -> block.totals(-1)).get(0);
    assertArrayEquals(new double[] {0.15, 0.15}, totals);
  }

  /** Of both alike: MFN (2.5 + 2.5)/2 to (2.5 + 5)/2, S232 (12.5 + 10)/2 to (12.5 + 12.5)/2. */
  @Test
  void an_average_has_a_range_of_what_each_programme_contributes() {
    WeightedRates rates = WeightedRates.unweighted(slice(HEADING, LINE));
    assertEquals(0.15, rates.average().orElseThrow(), 1e-15);
    assertTrue(rates.contribution("MFN").isEmpty());
    assertTrue(rates.contribution("S232").isEmpty());
    WeightedRates.Range ordinary = rates.contributionRange("MFN").orElseThrow();
    assertEquals(0.025, ordinary.lowest(), 1e-15);
    assertEquals(0.0375, ordinary.highest(), 1e-15);
    WeightedRates.Range toppedUp = rates.contributionRange("S232").orElseThrow();
    assertEquals(0.1125, toppedUp.lowest(), 1e-15);
    assertEquals(0.125, toppedUp.highest(), 1e-15);
    assertEquals(
        "[[S232, 11.25% to 12.50%, ], [MFN, 2.50% to 3.75%, ], [average, 15.00%, ]]",
        rates.byProgramme().rows().toString());
  }

  /**
   * On USD 1,234.57: 2.5 % is 30.86 and 12.5 % is 154.32, in all 185.18; 5 % is 61.73 and 10 % is
   * 123.46, in all 185.19.
   */
  @Test
  void a_payable_sum_that_depends_on_the_line_is_not_told_whatever_was_asked_before() {
    for (PanelSlice slice : List.of(slice(HEADING, LINE), slice(LINE, HEADING))) {
      int heading = slice.lines().indexOf(HEADING);
      Stream.of(0, 1, 0, 1)
          .forEach(
              line -> {
                if (line == heading) {
                  assertThrows(
                      IllegalStateException.class, () -> slice.payableMinor(line, 0, 123_457));
                } else {
                  assertEquals(18_518, slice.payableMinor(line, 0, 123_457));
                }
              });
    }
  }
}
