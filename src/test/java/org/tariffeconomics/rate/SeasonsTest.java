package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Quantity;

/** Duties that change with the season: both days of a season are included, and a year may turn. */
class SeasonsTest {

  private static final SeasonalRate CITRUS =
      (SeasonalRate)
          DutyRate.parse("4% (16 NOV - 28 FEB); 6% (1 MAR - 31 MAY); 8% (1 JUN - 15 NOV)");

  private static DutyAmount on(DutyRate rate, String day) {
    return rate.on(
        DutyBasis.of(BigMoney.parse("EUR 100"), Quantity.parse("1 kg"))
            .withDay(LocalDate.parse(day)));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-15, 8",
    "2025-11-16, 4",
    "2025-12-31, 4",
    "2026-01-01, 4",
    "2026-02-28, 4",
    "2026-03-01, 6",
    "2026-05-31, 6",
    "2026-06-01, 8"
  })
  void the_season_of_the_day_of_entry_counts(String day, String eur) {
    assertEquals(DutyAmount.of(BigMoney.parse("EUR " + eur)), on(CITRUS, day));
    assertEquals(Optional.of(DutyRate.parse(eur + "%")), CITRUS.at(LocalDate.parse(day)));
  }

  /** The text ends a season on 28 February: what is due on the 29th it does not say. */
  @Test
  void a_day_of_no_season_is_open_unless_there_is_another_rate() {
    DutyAmount leap = on(CITRUS, "2028-02-29");
    assertEquals(Optional.empty(), leap.amount());
    assertTrue(leap.reasons().toString().contains("no season of the rate includes 2028-02-29"));
    DutyRate otherwise = new SeasonalRate(CITRUS.seasons(), Optional.of(DutyRate.parse("9%")));
    assertEquals(DutyAmount.of(BigMoney.parse("EUR 9")), on(otherwise, "2028-02-29"));
    assertEquals(DutyAmount.of(BigMoney.parse("EUR 4")), on(otherwise, "2028-02-28"));
    assertEquals(4, otherwise.parts().size());
  }

  @Test
  void without_a_day_the_season_is_not_known() {
    DutyAmount open = CITRUS.on(DutyBasis.of(BigMoney.parse("EUR 100")));
    assertTrue(open.reasons().toString().contains("state the day of entry"), open::toString);
  }

  @Test
  void a_rate_may_change_with_each_first_day_and_the_day_behind_each_last() {
    assertEquals(
        Set.of(MonthDay.of(11, 16), MonthDay.of(2, 29), MonthDay.of(3, 1), MonthDay.of(6, 1)),
        Set.copyOf(SeasonalRate.starts(CITRUS)));
    DutyRate within = new DutyRate.Sum(List.of(DutyRate.parse("1%"), CITRUS));
    assertEquals(SeasonalRate.starts(CITRUS), SeasonalRate.starts(within));
    assertTrue(SeasonalRate.starts(DutyRate.parse("5% + 1 EUR/kg")).isEmpty());
    assertEquals(
        Set.of(MonthDay.of(1, 1), MonthDay.of(7, 1)),
        Set.copyOf(SeasonalRate.starts(season("1 JUL", "31 DEC"))));
  }

  private static SeasonalRate season(String from, String to) {
    return (SeasonalRate) DutyRate.parse("4% (" + from + " - " + to + ")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4% (1 JAN - 31 MAR); 6% (31 MAR - 30 APR)",
        "4% (1 JAN - 31 MAR); 6% (1 DEC - 1 JAN)",
        "4% (1 OCT - 31 MAR); 6% (1 SEP - 1 OCT)",
        "4% (1 JUN - 30 JUN); 6% (1 JAN - 31 DEC)"
      })
  void seasons_that_share_a_day_are_refused(String text) {
    assertTrue(DutyRate.parse(text) instanceof DutyRate.Unsupported, text);
    assertThrows(IllegalArgumentException.class, () -> DutyRate.of(text));
  }

  @Test
  void a_season_of_one_day_and_one_of_the_whole_year() {
    assertEquals(
        Optional.of(DutyRate.parse("4%")), season("1 JUL", "1 JUL").at(LocalDate.of(2025, 7, 1)));
    assertEquals(Optional.empty(), season("1 JUL", "1 JUL").at(LocalDate.of(2025, 7, 2)));
    assertEquals(Optional.empty(), season("1 JUL", "1 JUL").at(LocalDate.of(2025, 6, 30)));
    assertEquals(
        Optional.of(DutyRate.parse("4%")), season("1 JAN", "31 DEC").at(LocalDate.of(2028, 2, 29)));
  }

  /** What a duty asks for whatever the season, and what makes it unknown whatever is stated. */
  @Test
  void what_a_rate_asks_for_is_collected_from_all_its_parts() {
    DutyRate deep =
        new DutyRate.GreaterOf(
            List.of(
                new DutyRate.Sum(
                    List.of(
                        AgriculturalComponent.EA,
                        new DeclaredAmountRate("customs drawback"),
                        DutyRate.parse("50% on copper content"))),
                DutyRate.parse("Cond: A cert: D-008 (01):2.5 % ; A (01):19.2 %")));
    assertEquals(
        Set.of("meursing", "customs drawback", "content:copper", "certificates"),
        RateFacts.of(deep));
    assertEquals(Set.of(), RateFacts.of(DutyRate.parse("5% + 1 EUR/kg")));
    assertEquals(
        Set.of("weight:aluminium+steel", "weight:aluminium", "weight:steel", "metal weight share"),
        RateFacts.answering("weight:aluminium+steel"));
    assertEquals(Set.of("melted:GB", "metal origin"), RateFacts.answering("melted:GB"));
    assertEquals(Set.of("age"), RateFacts.of(Condition.parse("age>=25")));
  }

  @Test
  void what_every_value_needs_and_nobody_understood_is_unknown_whatever_is_stated() {
    DutyRate unread = DutyRate.parse("see the note");
    assertTrue(RateFacts.inevitablyUnknown(unread).isPresent());
    assertTrue(
        RateFacts.inevitablyUnknown(new DutyRate.Sum(List.of(DutyRate.parse("5%"), unread)))
            .isPresent());
    DutyRate elsewhere = new DutyRate.ByReference("9903.01.25");
    assertTrue(
        RateFacts.inevitablyUnknown(elsewhere).orElseThrow().sentence().contains("9903.01.25"));
    assertEquals(
        Optional.empty(),
        RateFacts.inevitablyUnknown(new DutyRate.ByReference(DutyRate.APPLICABLE_SUBHEADING)));
    SeasonalRate.Season spring =
        new SeasonalRate.Season(unread, MonthDay.of(3, 1), MonthDay.of(5, 31));
    assertEquals(
        Optional.empty(),
        RateFacts.inevitablyUnknown(
            new SeasonalRate(List.of(spring), Optional.of(DutyRate.parse("4%")))),
        "a season that may not be reached");
    assertEquals(Optional.empty(), RateFacts.inevitablyUnknown(DutyRate.parse("5% + 1 EUR/kg")));
  }
}
