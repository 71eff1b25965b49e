package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** Goods that no measure tells apart may still be assumed to be different; invented laws. */
class PanelAssumptionsTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("*", "2.5%"),
          TariffMeasure.adds("autos", "87", "*", "25%").withCondition("age<25"));

  private static final List<HsCode> LINES = List.of(HsCode.of("8703.23"), HsCode.of("8704.21"));
  private static final List<DeclaredOrigin> ORIGINS =
      List.of(DeclaredOrigin.parse("JP"), DeclaredOrigin.parse("KR"));

  private static TariffBook assuming(String products, String origins) {
    return BOOK.assuming(
        Assumptions.of(
            "new cars",
            "US",
            List.of(
                new Assumption(
                    ProductScope.parse(products),
                    OriginScope.parse(origins),
                    DeclaredFacts.parse("age=0"),
                    LocalDateRange.ALL,
                    "made up for this test",
                    Source.user("a test")))));
  }

  private static String range(TariffBook book, String day, int line, int origin) {
    return TariffPanel.of(book, LINES, ORIGINS, List.of(LocalDate.parse(day)))
        .on(day)
        .range(line, origin)
        .map(Object::toString)
        .orElse("not known");
  }

  @Test
  void what_is_assumed_for_one_origin_is_not_taken_for_another() {
    TariffBook book = assuming("*", "JP");
    assertEquals("27.5%", range(book, "2025-09-16", 0, 0));
    assertEquals("2.5% to 27.5%", range(book, "2025-09-16", 0, 1));
  }

  @Test
  void what_is_assumed_for_some_goods_is_not_taken_for_others() {
    TariffBook book = assuming("8703", "*");
    assertEquals("27.5%", range(book, "2025-09-16", 0, 1));
    assertEquals("2.5% to 27.5%", range(book, "2025-09-16", 1, 1));
  }

  /** 26.4 % where the total of 5 % counts, which the base exceeds; 31.4 % where 5 % is added. */
  @Test
  void a_charge_and_a_total_of_one_rate_are_not_one_over_a_base() {
    TariffBook book =
        TariffBook.us()
            .withProgrammes(Programme.of("C").withChoice(Programme.Choice.HIGHEST))
            .withAll(
                List.of(
                    TariffMeasure.base("*", "26.4%"),
                    TariffMeasure.adds("C", "*", "*", "5%").withCondition("content:US>=0.2"),
                    TariffMeasure.topsUpTo("C", "*", "*", "5%").withId("C in all")));
    assertEquals("26.4% to 31.4%", range(book, "2025-09-16", 0, 0));
    TariffBook higher =
        book.ending("C in all", LocalDate.parse("2025-01-01"))
            .withAll(
                List.of(
                    TariffMeasure.topsUpTo("C", "*", "*", "10%")
                        .withId("C, higher in all")
                        .from("2025-01-01")));
    assertEquals("26.4% to 31.4%", range(higher, "2025-09-16", 0, 0));
  }

  @Test
  void days_before_the_first_fact_are_not_answered_as_later_days_with_the_same_measures() {
    TariffBook book = assuming("*", "*").withFactsFrom(LocalDate.parse("2025-01-01"));
    TariffPanel panel =
        TariffPanel.of(
            book,
            LINES,
            ORIGINS,
            List.of(LocalDate.parse("2024-12-31"), LocalDate.parse("2025-01-01")));
    assertEquals(PanelOutcome.UNDETERMINED, panel.on("2024-12-31").outcome(0, 0));
    assertEquals(PanelOutcome.AD_VALOREM, panel.on("2025-01-01").outcome(0, 0));
  }
}
