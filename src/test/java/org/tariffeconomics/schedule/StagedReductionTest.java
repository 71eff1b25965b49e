package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.StagedReduction.Remainder;

class StagedReductionTest {

  private static final DutyRate COMPOUND = DutyRate.parse("19.8¢/liter + 8.5%");

  /** 6.8 % over 5 years: 5.4, 4.0, 2.7, 1.3, 0 in the published schedule of US–Korea. */
  @Test
  void five_equal_cuts_truncated_to_tenths() {
    List<String> rates =
        List.of(0, 1, 2, 3, 4, 5, 9).stream()
            .map(
                stage ->
                    StagedReduction.linear(5)
                        .rateAt(DutyRate.percent("6.8"), stage, StageRounding.DOWN_TO_TENTH)
                        .toString())
            .toList();
    assertEquals(List.of("6.8%", "5.4%", "4%", "2.7%", "1.3%", "Free", "Free"), rates);
  }

  /** US–Jordan: 19.8 cents × 4/9 is 8.8 exactly; 8.5 × 4/9 is 3.77… */
  @Test
  void each_component_of_a_compound_rate_is_staged_and_rounded_by_itself() {
    DutyRate staged = Remainder.of(4, 9).of(COMPOUND, StageRounding.DOWN_TO_TENTH);
    assertEquals(DutyRate.parse("8.8¢/liter + 3.7%"), staged);
  }

  @Test
  void without_rounding_tenths_may_be_cut() {
    assertEquals(
        DutyRate.percent("1.35"),
        Remainder.parse("3/10").of(DutyRate.percent("4.5"), StageRounding.NONE));
  }

  @Test
  void a_component_of_which_nothing_is_left_goes() {
    DutyRate sum = DutyRate.parse("0.5¢/kg + 8%");
    assertEquals(DutyRate.percent("0.8"), Remainder.of(1, 10).of(sum, StageRounding.DOWN_TO_TENTH));
    assertEquals(new DutyRate.Free(), Remainder.of(0, 1).of(COMPOUND, StageRounding.DOWN_TO_TENTH));
    DutyRate atMost = DutyRate.parse("min(0.5 USD/kg, 0.2%)");
    assertEquals(new DutyRate.Free(), Remainder.of(1, 10).of(atMost, StageRounding.DOWN_TO_TENTH));
    DutyRate atLeast = DutyRate.parse("max(0.5 USD/kg, 0.2%)");
    assertEquals(
        DutyRate.parse("5¢/kg"), Remainder.of(1, 10).of(atLeast, StageRounding.DOWN_TO_TENTH));
  }

  @Test
  void a_rate_without_a_number_is_not_staged() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Remainder.of(1, 2).of(DutyRate.parse("see heading 9903"), StageRounding.NONE));
  }

  @Test
  void what_is_left_may_not_grow() {
    assertThrows(
        IllegalArgumentException.class,
        () -> StagedReduction.ofRemainders("odd", List.of(Remainder.of(1, 4), Remainder.of(1, 3))));
    assertThrows(
        IllegalArgumentException.class, () -> StagedReduction.ofRemainders("none", List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> StagedReduction.ofCumulativeCuts("none", List.of()));
    assertThrows(IllegalArgumentException.class, () -> Remainder.parse("4/9/2"));
    assertThrows(IllegalArgumentException.class, () -> Remainder.parse("a half"));
  }

  /** NAFTA, Annex 302.2, category B+: 20 % in 1994, 0 in 1995, 10 % a year, 30 % in 2001. */
  @Test
  void category_b_plus_of_nafta() {
    StagedReduction plus =
        StagedReduction.ofCumulativeCuts(
            "B+",
            List.of("20", "20", "30", "40", "50", "60", "70", "100").stream()
                .map(BigDecimal::new)
                .toList());
    StagedLine line =
        plus.line(HsCode.of("61091000"), DutyRate.percent("20"), 1994, StageRounding.NONE);
    assertEquals(
        List.of("16%", "16%", "14%", "12%", "10%", "8%", "6%", "Free"),
        line.rates().values().stream().map(DutyRate::toString).toList());
    assertEquals(2001, line.rates().lastKey());
    assertEquals(9, plus.table(DutyRate.percent("20"), StageRounding.NONE).rows().size());
    assertTrue(line.toString().length() < 80, line::toString);
  }

  @Test
  void a_quarter_can_be_written_in_three_ways() {
    for (String text : List.of("1/4", "0.25", "25%")) {
      assertEquals(
          new BigDecimal("56.7"),
          Remainder.parse(text).of(new BigDecimal("226.9"), StageRounding.NEAREST_TENTH));
    }
  }
}
