package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.competitiveness.CountryScreen.Outcome;
import org.tariffeconomics.report.Table;

class CountryScreenTest {

  private static final Map<String, Figure> RATES =
      Map.of(
          "KH",
          Figure.of(0.19),
          "LA",
          Figure.of(0.40),
          "LK",
          Figure.of(0.20),
          "JP",
          Figure.of(0.15),
          "MM",
          Figure.of(0.40));

  private static final CountryScreen LEFT_BEHIND =
      CountryScreen.of(
          "left behind",
          List.of(
              ScreenCondition.holds(
                  "has no deal",
                  Map.of("KH", true, "LA", true, "LK", true, "JP", false, "MM", true)),
              ScreenCondition.aboveMedian("tariff", RATES),
              ScreenCondition.above(
                  "exposed share",
                  0.5,
                  Map.of(
                      "KH",
                      Figure.of(0.6),
                      "LA",
                      Figure.of(0.7),
                      "LK",
                      Figure.of(0.9),
                      "JP",
                      Figure.of(0.6),
                      "MM",
                      Figure.unknown("no sector data")))));

  /** The median of 15, 19, 20, 40, 40 is 20: Sri Lanka stands at it, not above. */
  @Test
  void countries_meet_all_fail_with_reasons_or_stay_undetermined() {
    assertEquals(List.of("LA"), LEFT_BEHIND.countries(Outcome.MEETS_ALL));
    assertEquals(List.of("MM"), LEFT_BEHIND.countries(Outcome.UNDETERMINED));
    assertEquals(List.of("JP", "KH", "LK"), LEFT_BEHIND.countries(Outcome.FAILS));
    assertEquals(
        List.of("not true: has no deal", "not true: tariff above 0.2"),
        LEFT_BEHIND.lines().get(2).reasons());
    assertEquals(List.of("no sector data"), LEFT_BEHIND.lines().get(1).reasons());
    assertEquals("left behind: 1 of 5 countries, 1 undetermined", LEFT_BEHIND.toString());
  }

  @Test
  void the_table_keeps_numbers_and_reasons_beside_the_outcome() {
    Table table = LEFT_BEHIND.table();
    assertEquals("meets all", table.cell(0, "outcome").text());
    assertFalse(table.cell(1, "exposed share").isKnown());
    assertEquals("no sector data", table.cell(1, "why").text());
  }

  @Test
  void a_country_left_out_of_a_condition_is_undetermined_there() {
    CountryScreen screen =
        CountryScreen.of(
            "s",
            List.of(
                ScreenCondition.below("tariff", 0.3, RATES),
                ScreenCondition.above("trade", 1, Map.of("JP", Figure.of(2)))));
    assertEquals(List.of("JP"), screen.countries(Outcome.MEETS_ALL));
    assertEquals(List.of("KH", "LK"), screen.countries(Outcome.UNDETERMINED));
    assertEquals(List.of("LA", "MM"), screen.countries(Outcome.FAILS));
  }

  @Test
  void the_median_of_an_even_number_lies_between() {
    Map<String, Figure> two =
        Map.of("A", Figure.of(1), "B", Figure.of(3), "C", Figure.unknown("x"));
    assertEquals(2, ScreenCondition.aboveMedian("v", two).limit(), 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> ScreenCondition.aboveMedian("v", Map.of("A", Figure.unknown("x"))));
    assertThrows(IllegalArgumentException.class, () -> CountryScreen.of("s", List.of()));
  }
}
