package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.check;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.importer;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.us;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.competitiveness.ContentRule;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LawScenarios;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.PortfolioDuties;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;

/** What five strangers found who used the library for their own work. */
class StrangersFindingsTest {

  private static final String DAY = "2025-09-16";

  /** Duties of facts/passenger-cars.md: 25 % for Korea under KORUS, 10 % within the UK's quota. */
  @Test
  void a_portfolio_is_asked_as_single_duties_are() {
    PortfolioDuties cars =
        portfolio(
            """
            sku,line,origin,value
            K,8703.23.01,Korea,USD 30000
            G,8703.23.01,GB,USD 30000
            N,8703.23.01,KR claiming nothing,USD 30000
            """,
            DAY);
    assertEquals("USD 7500.00", amount(cars, 0));
    assertEquals("USD 3000.00", amount(cars, 1));
    assertEquals("USD 8250.00", amount(cars, 2));
    assertEquals(
        duty("8703.23.01", "KR", DAY).adValoremRate(),
        cars.duties().get(0).assessment().orElseThrow().effectiveRate());
    assertTrue(
        refused(() -> portfolio("sku,line,origin,value\nM,8703,MX claiming NAFTA,USD 1\n", DAY))
            .startsWith("No preference 'NAFTA'"));
  }

  private static String amount(PortfolioDuties duties, int row) {
    return duties.duties().get(row).amount().orElseThrow().toString();
  }

  @Test
  void a_portfolio_says_what_moved_its_numbers() {
    PortfolioDuties duties =
        portfolio(
            """
            sku,line,origin,value
            K,8703.23.01,KR,USD 30000
            S,6109.10.00,CN with content:steel=1,USD 100
            """,
            DAY);
    for (List<String> caption :
        List.of(
            duties.table().caption(),
            duties.byOrigin().caption(),
            duties.against(us().on("2025-01-15")).table().caption())) {
      String said = String.join(" ", caption);
      assertTrue(said.contains("vehicle=passenger vehicle"), said);
      assertTrue(said.contains("KR declares claim=KORUS"), said);
      assertTrue(said.contains("S declares content:steel, which no measure of these goods"), said);
    }
    assertTrue(duties.stamp().assumptions().contains("KR declares claim=KORUS"));
  }

  @Test
  void a_column_that_no_one_reads_is_noted() {
    String text = "sku,line,origin,value,claim,quantity\nA,8703.23.01,MX,USD 1,USMCA,2 kg\n";
    Reading<Portfolio> portfolio = Portfolio.parse(text);
    assertFalse(portfolio.hasErrors());
    assertEquals(
        List.of("claim", "quantity"),
        portfolio.problems(Problem.Severity.NOTE).stream().map(Problem::column).toList());
    assertTrue(
        portfolio.problems().get(0).message().startsWith("the column is not read: there are [sku,"));
    Reading<?> market = MarketCsv.parse("m", "USD", "origin,imports,tarif\nJP,1,15%\nKR,2,15%\n");
    assertEquals("tarif", market.problems().get(0).column());
    assertTrue(market.problems().get(0).message().contains("tariff"));
  }

  @Test
  void a_file_without_rows_says_so() {
    assertEquals(
        "Nothing could be read: there is no row",
        refused(() -> portfolio("sku,line,origin,value\n", DAY)));
  }

  /** The heading's cars lie between 12.5 and 27.5 %: USD 33,891.42 to 38,391.42. */
  @ParameterizedTest
  @CsvSource({
    "USD 40k, wrong",
    "USD 36500, 'possible, not certain'",
    "USD 33891.42, 'possible, not certain'",
    "EUR 36500, cannot be checked"
  })
  void a_claim_is_held_against_the_bounds_of_a_cost(String claim, String verdict) {
    LandedCost cars =
        landed(shipment("8703", "JP", "USD 30000", "USD 0", "USD 0", "sea"), "2026-11-23");
    assertEquals(
        "USD 33891.42 to USD 38391.42", cars.range().orElseThrow().toString());
    assertEquals(verdict, check(claim, cars).verdict().toString());
  }

  @Test
  void a_currency_has_no_rate_to_itself() {
    assertEquals(
        "An exchange rate must be between two currencies, but was USD/USD",
        refused(() -> ExchangeRates.parse("USD/USD=2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MX claiming USMCA; content:US=0.4", "MX with claim=USMCA, content:US=0.4"})
  void a_declaration_that_ran_into_a_claim_is_told_apart(String origin) {
    assertTrue(
        refused(() -> compare("8703.23.01", "2026-11-23", origin))
            .endsWith("follows the word 'with', as in 'MX claiming USMCA with content:US=0.4'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s232 autos", "S232 auto"})
  void the_programme_that_was_meant_is_named(String programme) {
    String message = refused(() -> us().without(programme));
    assertTrue(message.contains(": is 'S232 autos' meant?"), message);
  }

  /** A sum of dollars and euros is in no currency. */
  @Test
  void scenarios_are_of_laws_in_one_currency() {
    LawScenarios some = LawScenarios.of("here", us().on(DAY), "50%");
    assertTrue(
        refused(() -> some.and("there", importer("EU").book().on(DAY), "50%"))
            .startsWith("law must be in USD, but was in EUR"));
  }

  @Test
  void a_bounded_tariff_is_not_called_unknown() {
    String steel = market("steel", "2025-07-22").toString();
    assertTrue(steel.matches(".*, tariffs bounded of \\d+(, tariffs unknown of \\d+)?"), steel);
  }

  @Test
  void a_rule_of_one_rate_flips_nowhere() {
    assertEquals(
        "US content: flips nowhere",
        ContentRule.of("US content", List.of(ContentRule.Step.of(0, 0.25))).toString());
  }

  private static String refused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
