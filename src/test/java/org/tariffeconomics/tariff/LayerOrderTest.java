package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.threeten.extra.LocalDateRange;

/**
 * The order in which layers are listed is no part of a duty: no step of a timeline begins by it.
 */
class LayerOrderTest {

  /** The same two charges, restated so that the first comes last. */
  private static TariffBook book() {
    return TariffBook.us(
        TariffMeasure.base("7318", "2%"),
        TariffMeasure.adds("A", "7318", "*", "10%")
            .withId("a1")
            .withDays(days("2025-01-01", "2025-06-01")),
        TariffMeasure.adds("B", "7318", "*", "20%")
            .withPortion(Portion.parse("steel content"))
            .withId("b1"),
        TariffMeasure.adds("C", "7318", "*", "5%").withCondition("dyed=yes").withId("c1"),
        TariffMeasure.adds("A", "7318", "*", "10%")
            .withId("z9")
            .withDays(days("2025-06-01", "2027-01-01")));
  }

  private static LocalDateRange days(String from, String until) {
    return LocalDateRange.of(LocalDate.parse(from), LocalDate.parse(until));
  }

  private static DutyStack on(TariffBook book, String day) {
    return book.on(day).stack(HsCode.of("7318"), Country.of("CN"));
  }

  @Test
  void the_same_charges_in_another_order_are_the_same_duty() {
    DutyStack before = on(book(), "2025-05-31");
    DutyStack after = on(book(), "2025-06-01");
    assertTrue(before.isSameDutyAs(after));
    assertTrue(after.isSameDutyAs(before));
    assertFalse(before.isSameDutyAs(on(book().without("C"), "2025-05-31")));
  }

  /**
   * EO 14334 prolonged the reciprocal 10 % on goods of China as it was on 12 August 2025: no duty
   * on screws changed between 4 June and 10 November.
   */
  @Test
  void a_timeline_has_no_step_where_only_the_order_changes() {
    RateTimeline screws =
        RateTimeline.of(
            UsTariffs.book(),
            HsCode.of("7318.15.20"),
            List.of(DeclaredOrigin.of(Country.of("CN"))),
            days("2025-06-01", "2025-11-30"));
    assertEquals(
        List.of("2025-06-01", "2025-06-04", "2025-11-10"),
        screws.steps().stream().map(step -> step.days().getStart().toString()).toList());
  }
}
