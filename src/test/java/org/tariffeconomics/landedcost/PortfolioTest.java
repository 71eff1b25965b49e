package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostTornado.Input;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;
import org.tariffeconomics.uncertainty.Tornado;
import org.tariffeconomics.uncertainty.WeightedScenarios;

/** Portfolios under laws, scenarios of laws, and tornados of costs, by sums done by hand. */
class PortfolioTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("61", "16.5%").withId("shirts"),
          TariffMeasure.base("8703", "2.5%").withId("cars"),
          TariffMeasure.base("0201", "4.4¢/kg").withId("beef"),
          TariffMeasure.adds("X", "*", "CN", "10%"));

  private static final TariffLaw LAW = BOOK.on("2026-01-01");
  private static final TariffLaw WITHOUT = BOOK.without("X").on("2026-01-01");

  private static final String CSV =
      """
      sku,region,line,origin,value,currency,quantities
      S1,East,6109.10,CN,1000,USD,
      S2,West,8703.23.01,JP,USD 2000,,
      S3,West,0201.10,VN,100,USD,500 kg
      S4,West,0201.10,VN,100,USD,
      S5,East,6109.10,XX,100,USD,
      S1,East,6109.10,CN,100,USD,
      S6,East,6109.10,CN,-1,USD,
      """;

  private static Portfolio portfolio() {
    return Portfolio.parse(CSV).value();
  }

  @Test
  void good_rows_are_kept_and_bad_ones_are_problems() {
    Reading<Portfolio> reading = Portfolio.parse(CSV);
    assertEquals(4, reading.value().items().size());
    assertEquals(3, reading.problems().size(), reading.problems().toString());
  }

  /** 1,000 · 26.5 % = 265; 2,000 · 2.5 % = 50; 500 kg · 4.4 cents = 22; one has no quantity. */
  @Test
  void duties_by_article_region_and_programme() {
    PortfolioDuties duties = portfolio().under(LAW);
    assertEquals("USD 337.00", duties.knownTotal().toString());
    assertEquals(1, duties.unknown());
    assertTrue(duties.total().isEmpty());
    Table regions = duties.byRegion();
    assertEquals("East", regions.cell(0, "region").text());
    assertEquals("265.00", regions.number(0, "duty").toPlainString());
    assertEquals("72.00", regions.number(1, "duty").toPlainString());
    assertEquals("1", regions.number(1, "unknown").toPlainString());
    Table programmes = duties.byProgramme();
    assertEquals("100.00", programmes.number(1, "duty").toPlainString());
    assertTrue(duties.table().toText().contains("1 article is not known"));
    assertTrue(duties.table().toCsv().contains("S2"));
  }

  /** S4 pays by a weight that nobody stated, under both laws the same: nothing changes for it. */
  @Test
  void a_change_of_law_by_article_and_programme() {
    PortfolioChange change = portfolio().under(LAW).against(WITHOUT);
    assertEquals("USD 100.00", change.knownTotal().toString());
    assertEquals("USD 100.00", change.change("S1").orElseThrow().toString());
    assertEquals("USD 0.00", change.change("S2").orElseThrow().toString());
    assertEquals("USD 0.00", change.change("S4").orElseThrow().toString());
    assertEquals(0, change.unknown());
    assertEquals("100.00", change.byOrigin().number(0, "change").toPlainString());
    Table programmes = change.byProgramme();
    assertEquals("0.00", programmes.number(0, "change").toPlainString());
    assertEquals("100.00", programmes.number(1, "change").toPlainString());
    assertThrows(IllegalArgumentException.class, () -> change.change("S9"));
  }

  /** 0.6 · 1,265 + 0.4 · (970 · 1.165) = 1,211.02. */
  @Test
  void scenarios_weigh_laws_and_prices() {
    Shipment shirts =
        Shipment.of("6109.10", "CN", "USD 1000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    WeightedScenarios landed =
        LawScenarios.of("stays", LAW, "60%").and("falls", WITHOUT, "40%", "-3%").landed(shirts);
    double fee = 33.58;
    assertEquals(0.6 * 1265 + 0.4 * 970 * 1.165 + fee, landed.expectedValue(), 1e-6);
    Portfolio known = Portfolio.of(List.of(PortfolioItem.of("S1", "6109.10", "CN", "USD 1000")));
    assertEquals(
        0.5 * 265 + 0.5 * 165,
        LawScenarios.of("a", LAW, "50%").and("b", WITHOUT, "50%").duties(known).expectedValue(),
        1e-9);
    assertThrows(
        IllegalStateException.class, () -> LawScenarios.of("a", LAW, "100%").duties(portfolio()));
    assertThrows(
        IllegalArgumentException.class, () -> LawScenarios.of("a", LAW, "50%").landed(shirts));
    assertThrows(IllegalArgumentException.class, () -> LawScenarios.of("a", LAW, "150%"));
  }

  /** A price of 1,000 ± 10 % moves 253 with a duty of 26.5 %; a duty of 0 to 30 % moves 300. */
  @Test
  void a_tornado_of_a_shipment() {
    Shipment shirts =
        Shipment.of("6109.10", "CN", "USD 1000")
            .withFreight("USD 50")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    Tornado tornado =
        CostTornado.of(shirts, LAW)
            .vary(Input.PRICE, "-10%", "+10%")
            .vary(Input.FREIGHT, "-50%", "+100%")
            .vary(Input.DUTY, "0%", "30%")
            .tornado();
    assertEquals(
        List.of("duty", "price", "freight"),
        tornado.bars().stream().map(b -> b.input().name()).toList());
    assertEquals(300, tornado.bars().get(0).swing(), 1e-9);
    assertEquals(253, tornado.bars().get(1).swing(), 1e-9);
    assertEquals(75, tornado.bars().get(2).swing(), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CostTornado.of(Shipment.of("6109.10", "CN", "USD 1"), LAW)
                .vary(Input.FREIGHT, "0%", "1%"));
    assertThrows(
        IllegalArgumentException.class,
        () -> CostTornado.of(shirts, LAW).vary(Input.DUTY, "30%", "1%"));
  }

  /**
   * Shirts for 1,000 pay 16.5 % and 10 % of X: 265. Without X 165; of the day before a rise, 265
   * less 50; under a book where they are free, 0. The price moves 10 % of 1,265 to each side, 253.
   */
  @Test
  void laws_are_held_against_each_other_in_a_tornado() {
    Shipment shirts =
        Shipment.of("6109.10", "CN", "USD 1000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    TariffBook rising = BOOK.with(TariffMeasure.adds("Y", "61", "*", "5%").from("2026-01-01"));
    TariffBook free =
        TariffBook.us(TariffMeasure.base("61", "Free"), TariffMeasure.adds("Y", "61", "*", "0%"));
    CostTornado question =
        CostTornado.of(shirts, rising.on("2026-01-01"))
            .vary(Input.PRICE, "-10%", "+10%")
            .varyProgrammes()
            .varyLaw("the day before", rising.on("2025-12-31"))
            .varyLaw("free", free.on("2026-01-01"));
    Tornado tornado = question.tornado();
    assertEquals(1000 + 315 + 33.58, tornado.base(), 1e-9, "MPF of fiscal year 2026 at its least");
    assertEquals(
        List.of("free 315", "price 263", "without X 100", "without Y 50", "the day before 50"),
        tornado.bars().stream().map(b -> b.input().name() + " " + Math.round(b.swing())).toList());
    assertEquals(tornado.base() - 100, tornado.bars().get(2).atHigh(), 1e-9);
    assertEquals(tornado.base(), tornado.bars().get(2).atLow(), 1e-9);
    assertTrue(tornado.table().toText().contains("without X"));
    assertTrue(question.toString().endsWith("laws [without X, without Y, the day before, free]"));
    assertThrows(
        IllegalArgumentException.class, () -> question.varyLaw("free", free.on("2026-01-01")));
    assertThrows(IllegalArgumentException.class, question::varyProgrammes, "varied already");
    TariffLaw abroad =
        TariffBook.of("JP", CurrencyUnit.JPY, RoundingPolicy.EACH_DUTY_TO_CENT, List.of())
            .on("2026-01-01");
    assertThrows(IllegalArgumentException.class, () -> question.varyLaw("abroad", abroad));
  }

  /** What one could know of the law then stays so in the laws that are made of it. */
  @Test
  void programmes_vary_as_they_were_known() {
    TariffBook later =
        BOOK.with(
            TariffMeasure.adds("Z", "61", "*", "5%")
                .from("2026-01-01")
                .withKnownFrom("2026-02-01"));
    Shipment shirts = Shipment.of("6109.10", "CN", "USD 1000").withMode(TransportMode.AIR);
    assertEquals(
        List.of("without X"),
        CostTornado.of(shirts, later.on("2026-01-05").asKnownOn("2026-01-05"))
            .varyProgrammes()
            .tornado()
            .bars()
            .stream()
            .map(b -> b.input().name())
            .toList());
  }

  @Test
  void values_change_and_names_are_single() {
    assertEquals(
        "USD 950",
        Portfolio.of(List.of(PortfolioItem.of("a", "61", "CN", "USD 1000")))
            .withPriceChange(Rate.parse("-5%"))
            .items()
            .get(0)
            .value()
            .toBigMoney()
            .withScale(0)
            .toString());
    PortfolioItem item = PortfolioItem.of("a", "61", "CN", "USD 1000");
    assertThrows(IllegalArgumentException.class, () -> Portfolio.of(List.of(item, item)));
  }
}
