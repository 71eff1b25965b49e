package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Goods that enter before the day that a measure asks about were loaded before it: the duty is one
 * number until that day and two from it on, though no measure begins or ends.
 */
class OpenDaysTest {

  private static final LocalDate DAY = LocalDate.parse("2025-06-01");
  private static final HsCode LINE = HsCode.of("8703.23.01");
  private static final Country JAPAN = Country.of("JP");

  private static TariffBook book(String condition) {
    return TariffBook.us()
        .with(
            TariffMeasure.base("*", "2%"),
            TariffMeasure.adds("A", "*", "*", "10%").from("2025-01-01").withCondition(condition));
  }

  @ParameterizedTest
  @CsvSource({
    "loaded<2025-06-01, 2025-06-01, 12%",
    "loaded>=2025-06-01, 2025-06-01, 2%",
    "loaded<=2025-06-01, 2025-06-02, 12%",
    "loaded>2025-06-01, 2025-06-02, 2%",
    "exported<2025-06-01, 2025-06-01, 12%"
  })
  void the_law_turns_on_the_day_from_which_both_answers_are_possible(
      String condition, LocalDate turns, String before) {
    TariffBook book = book(condition);
    assertTrue(book.changeDays().contains(turns), () -> book.changeDays().toString());
    for (int round = 0; round < 80; round++) { // enough that rates are found by their parts
      assertEquals("2% to 12%", range(book, turns).toString());
      assertEquals(before, range(book, turns.minusDays(1)).toString());
      assertEquals("2% to 12%", range(book, DAY.plusMonths(1)).toString());
    }
    List<LocalDate> days =
        List.of(DAY.minusMonths(1), turns.minusDays(1), turns, DAY.plusMonths(2));
    TariffPanel panel =
        TariffPanel.of(book, List.of(LINE), List.of(DeclaredOrigin.of(JAPAN)), days);
    for (LocalDate each : days) {
      assertEquals(range(book(condition), each), panel.on(each).range(0, 0).orElseThrow());
    }
  }

  @Test
  void what_asks_of_no_day_turns_on_none() {
    TariffBook undated = TariffBook.us().with(TariffMeasure.base("*", "2%"));
    assertEquals(Optional.empty(), undated.newestFact());
    TariffBook landed =
        undated.with(TariffMeasure.adds("A", "*", "*", "10%").withCondition("landed<2025-06-01"));
    assertTrue(landed.changeDays().isEmpty());
    TariffBook over =
        undated.with(
            TariffMeasure.adds("A", "*", "*", "10%")
                .until("2025-05-01")
                .withCondition("loaded<2025-06-01"));
    assertEquals(List.of(LocalDate.parse("2025-05-01")), List.copyOf(over.changeDays()));
  }

  private static RateRange range(TariffBook book, LocalDate day) {
    return book.on(day).stack(LINE, JAPAN).range().orElseThrow();
  }
}
