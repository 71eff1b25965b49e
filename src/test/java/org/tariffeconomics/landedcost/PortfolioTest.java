package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostTornado.Input;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Table;
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
    assertTrue(duties.table().toText().contains("1 articles are not known"));
    assertTrue(duties.table().toCsv().contains("S2"));
  }

  @Test
  void a_change_of_law_by_article_and_programme() {
    PortfolioChange change = portfolio().under(LAW).against(WITHOUT);
    assertEquals("USD 100.00", change.knownTotal().toString());
    assertEquals("USD 100.00", change.change("S1").orElseThrow().toString());
    assertEquals("USD 0.00", change.change("S2").orElseThrow().toString());
    assertTrue(change.change("S4").isEmpty());
    assertEquals(1, change.unknown());
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
