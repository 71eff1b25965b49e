package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** A portfolio with articles of which the duty is only bounded. */
class BoundedPortfolioTest {

  private static final TariffLaw LAW =
      TariffBook.us(
              TariffMeasure.base("8418", "Free").withId("fridges"),
              TariffMeasure.base("6109", "16.5%").withId("shirts"),
              TariffMeasure.adds("surcharge", "*", "*", "10%"),
              TariffMeasure.adds("metal", "8418", "*", "25%").withCondition("weight:steel>=0.15"))
          .on("2026-11-23");

  private static final Portfolio GOODS =
      Portfolio.parse(
              "sku,line,origin,value,region\n"
                  + "f,8418.10,AU,USD 1000,south\n"
                  + "s,6109.10,IN,USD 1000,north\n"
                  + "x,0101.39,ZA,USD 1000,north\n")
          .orThrow();

  /** By hand: 10 % or 35 % of 1,000, and 16.5 % and 10 % of 1,000; of horses nothing is held. */
  @Test
  void bounded_articles_bound_the_totals() {
    PortfolioDuties duties = GOODS.under(LAW);
    assertEquals("USD 365.00 to USD 615.00", duties.knownRange().toString());
    assertEquals("USD 265.00", duties.knownTotal().toString());
    assertEquals(1, duties.bounded());
    assertEquals(1, duties.unknown());
    assertTrue(duties.range().isEmpty() && duties.total().isEmpty());
    assertTrue(duties.toString().endsWith("USD 365.00 to USD 615.00, 1 unknown"));
    String regions = duties.byRegion().toText();
    assertTrue(regions.contains("USD 100.00 to USD 350.00"), regions);
    assertTrue(duties.byProgramme().toText().contains("left open"));
    assertTrue(duties.table().toText().contains("10.0% to 35.0%"), duties.table().toText());
  }

  /** Without the surcharge 100 less on each, whatever the steel; without the metals 0 to 250. */
  @Test
  void what_is_open_under_both_laws_does_not_widen_a_change() {
    TariffLaw lighter = LAW.book().without("surcharge").on("2026-11-23");
    PortfolioChange change = GOODS.under(lighter).against(LAW);
    assertEquals("USD -100.00", change.change("f").orElseThrow().toString());
    assertEquals("USD -200.00", change.knownRange().toString());
    assertEquals(0, change.bounded());
    assertEquals(1, change.unknown());
    PortfolioChange metals = GOODS.under(LAW.book().without("metal").on("2026-11-23")).against(LAW);
    assertEquals("USD -250.00 to USD 0.00", metals.changeRange("f").orElseThrow().toString());
    assertTrue(metals.change("f").isEmpty());
    assertEquals("USD -250.00 to USD 0.00", metals.knownRange().toString());
    assertTrue(metals.byProgramme().toText().contains("USD -250.00 to USD 0.00"));
  }

  @Test
  void under_the_same_law_nothing_changes() {
    PortfolioChange none = GOODS.under(LAW).against(LAW);
    assertEquals("USD 0.00", none.knownRange().toString());
    assertEquals(0, none.bounded());
  }

  /** Tractors pay 15 % in all, of which 2.5 % or 5 % are ordinary duty; buses 2.5 % and 12.5 %. */
  @Test
  void a_duty_that_programmes_share_by_line_is_left_open_among_programmes() {
    TariffBook book =
        TariffBook.us(TariffMeasure.topsUpTo("total", "8701, 8702", "DE", "15%"))
            .with(ScheduledDuties.of(SmallSchedule.tractorsAndBuses(), SmallSchedule.key()));
    PortfolioDuties duties =
        Portfolio.parse("sku,line,origin,value\na,8701,DE,USD 1000\nb,8702.10.00,DE,USD 1000\n")
            .orThrow()
            .under(book.on("2025-12-01"));
    assertEquals("USD 300.00", duties.total().orElseThrow().toString());
    assertEquals(
        "[[MFN, USD 25.00], [total, USD 125.00], [left open, USD 150.00], [total, USD 300.00]]",
        duties.byProgramme().rows().toString());
    assertEquals(
        "[[MFN, USD 0.00], [total, USD 125.00], [left open, USD 100.00 to USD 125.00],"
            + " [total, USD 225.00 to USD 250.00]]",
        duties.against(book.without("total").on("2025-12-01")).byProgramme().rows().toString());
  }
}
