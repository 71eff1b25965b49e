package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;

/**
 * Books laid over each other: where both speak of the same goods in one programme, the upper one
 * counts, whatever is closer, dearer or has layers of its own. Rates are sums done by hand.
 */
class OverlayTest {

  private static final TariffBook BASE = TariffBook.us(TariffMeasure.base("8703", "1%"));

  private static final TariffBook NARROW =
      TariffBook.us(TariffMeasure.adds("S", "8703.23", "JP", "25%").withId("narrow"));

  private static final TariffBook WIDE =
      TariffBook.us(TariffMeasure.adds("S", "8703", "*", "5%").withId("wide"));

  private static String rate(TariffBook book) {
    return book.on("2025-05-01")
        .stack(HsCode.of("8703.23.01"), Country.of("JP"))
        .adValoremRate()
        .orElseThrow()
        .toText(1);
  }

  @Test
  void layers_keep_their_order_however_they_are_put_together() {
    TariffBook oneByOne = BASE.overlaidBy(NARROW).overlaidBy(WIDE);
    TariffBook atOnce = BASE.overlaidBy(NARROW.overlaidBy(WIDE));
    assertEquals("6.0%", rate(oneByOne));
    assertEquals("6.0%", rate(atOnce));
    assertEquals("26.0%", rate(BASE.overlaidBy(WIDE).overlaidBy(NARROW)));
    assertEquals("26.0%", rate(BASE.overlaidBy(WIDE.overlaidBy(NARROW))));
  }

  @Test
  void a_layer_is_kept_by_what_replaces_or_ends_a_measure_of_it() {
    TariffBook laid = BASE.overlaidBy(NARROW).overlaidBy(WIDE);
    TariffMeasure wide = laid.measure("wide").orElseThrow();
    assertEquals("8.0%", rate(laid.replacing(wide.withRate(Rate.percent("7")))));
    assertEquals("26.0%", rate(laid.ending("wide", "2025-05-01")));
    assertEquals("6.0%", rate(laid.ending("wide", "2025-05-02")));
    assertEquals("26.0%", rate(laid.withoutMeasure("wide")));
  }

  @Test
  void the_dearest_is_chosen_within_the_upper_book() {
    Programme dearest = Programme.of("S").withChoice(Programme.Choice.HIGHEST);
    TariffBook lower = BASE.withProgrammes(dearest).with(NARROW.measures().get(0));
    TariffBook upper =
        TariffBook.us()
            .withProgrammes(dearest)
            .with(
                WIDE.measures().get(0),
                TariffMeasure.adds("S", "8703", "JP", "3%").withId("cheaper"));
    assertEquals("6.0%", rate(lower.overlaidBy(upper)));
    assertEquals("26.0%", rate(upper.overlaidBy(lower)));
  }

  @Test
  void an_end_that_is_laid_down_now_counts_on_every_day_of_knowledge() {
    TariffMeasure suspended =
        TariffMeasure.adds("S", "8703", "*", "10%")
            .withId("s")
            .from("2025-02-01")
            .until("2026-01-01")
            .withKnownFrom(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-11-01"));
    TariffBook ended = BASE.with(suspended).ending("s", "2025-04-01");
    for (String known : new String[] {"2025-03-01", "2025-10-31", "2025-11-01"}) {
      assertEquals(
          "1.0%",
          ended
              .on("2025-05-01")
              .asKnownOn(known)
              .stack(HsCode.of("8703"), Country.of("JP"))
              .adValoremRate()
              .orElseThrow()
              .toText(1),
          known);
    }
  }

  @Test
  void books_whose_layers_differ_are_other_law() {
    assertNotEquals(BASE.overlaidBy(WIDE), BASE.with(WIDE.measures().get(0)));
    assertNotEquals(BASE.overlaidBy(WIDE).version(), BASE.with(WIDE.measures().get(0)).version());
    assertEquals(
        BASE.overlaidBy(NARROW).overlaidBy(WIDE), BASE.overlaidBy(NARROW.overlaidBy(WIDE)));
  }
}
