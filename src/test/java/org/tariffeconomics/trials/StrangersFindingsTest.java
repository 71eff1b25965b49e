package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.bothSides;
import static org.tariffeconomics.Tariffs.check;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.importer;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.us;
import static org.tariffeconomics.Tariffs.withoutDeal;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.competitiveness.ContentRule;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostComparison;
import org.tariffeconomics.landedcost.LawScenarios;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.PortfolioDuties;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffLaw;

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
        portfolio
            .problems()
            .get(0)
            .message()
            .startsWith("the column is not read: there are [sku,"));
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
    assertEquals("USD 33891.42 to USD 38391.42", cars.range().orElseThrow().toString());
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

  /** Medicines bore nothing in August and 0 to 50 % by their line and metal in September. */
  @Test
  void the_change_of_bounds_is_told_beside_both_sides() {
    BothSides sides = bothSides("JP", DAY);
    BothSides.Line medicines =
        sides.lines().stream()
            .filter(each -> each.goods().name().equals("medicines"))
            .findFirst()
            .orElseThrow();
    assertTrue(medicines.change().isEmpty());
    assertEquals("between 0.0 pp and +50.0 pp", medicines.changeRange().orElseThrow().toString());
    int row = sides.lines().indexOf(medicines);
    assertEquals("between 0.0 pp and +50.0 pp", sides.table().cell(row, "change").toString());
  }

  /** Rice pays 1.4 cents a kilogram: a duty, and no share of the value. */
  @Test
  void a_duty_by_quantity_is_not_called_unknown_without_a_reason() {
    String deal = withoutDeal("JP", "1006.30.90", DAY).toString();
    assertTrue(
        deal.contains("without the deal: no share of the value alone: MFN 0.014 USD/kg"), deal);
    String content =
        refused(
            () ->
                ContentRule.of(
                    us().on(DAY),
                    HsCode.of("1006.30.90"),
                    DeclaredOrigin.parse("JP"),
                    "content:US"));
    assertTrue(content.contains("no share of the value alone: MFN 0.014 USD/kg"), content);
    assertTrue(
        Tariffs.sideBySide("0201.30.00", "US", "2026-07-09", "JP", "EU")
            .toString()
            .endsWith("[JP 20.8%, EU MFN 12.8% + 303.4 EUR/100 kg]"));
  }

  private static final String OIL = "RU with sanctions licence=no";

  /** EO 14066: oil of Russia may not be imported; that is known. */
  @Test
  void what_is_prohibited_is_not_called_unknown() {
    String embargo = "prohibited by Embargo, oil, gas and coal of Russia";
    assertEquals(
        "2710.12.15 from RU on 2025-09-16: " + embargo, duty("2710.12.15", OIL, DAY).toString());
    PortfolioDuties duties =
        portfolio("sku,line,origin,value\nA,2710.12.15," + OIL + ",USD 1\n", DAY);
    assertEquals("prohibited", duties.table().cell(0, "duty").toString());
    assertEquals(
        "prohibited", duties.against(us().on("2025-01-15")).table().cell(0, "before").toString());
    LandedCost oil = landed(shipment("2710.12.15", OIL, "USD 1", "USD 0", "USD 0", "sea"), DAY);
    assertEquals("prohibited", LandedCostComparison.of(oil).table().cell(0, "duty").toString());
  }

  /** 19 % of 1,000 and 1.4 cents for each of 500 kg; an item master's 0 kg stands for no weight. */
  @Test
  void a_weight_of_zero_states_nothing_of_goods_with_a_value() {
    DutyStack rice = duty("1006.30.90", "TH", DAY);
    assertEquals("USD 197.00", assessed(rice, "500 kg").duty().orElseThrow().toString());
    Assessment none = assessed(rice, "0 kg");
    assertEquals(DutyStack.Outcome.UNDETERMINED, none.outcome());
    assertEquals(
        List.of(
            "declare the quantity in kg for the duty of 0.014 USD/kg: it is not 0 for goods with a"
                + " value"),
        none.reasons());
    assertTrue(assessed(rice, "3 item").reasons().get(0).endsWith("the duty of 0.014 USD/kg"));
  }

  private static Assessment assessed(DutyStack stack, String quantity) {
    return stack.assess(Money.parse("USD 1000"), Quantity.parse(quantity));
  }

  /**
   * 89 FR 76581 of 18 September 2024 set 50 % on semiconductors of China from 2025: nobody knew
   * that in August 2024, and what one knew then is not held.
   */
  @ParameterizedTest
  @ValueSource(strings = {"2024-08-10", "1900-01-01"})
  void knowledge_older_than_the_facts_is_not_held(String knownOn) {
    DutyStack chips =
        us().on("2025-08-15").asKnownOn(knownOn).stack(HsCode.of("8541.10.00"), Country.of("CN"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, chips.outcome());
    assertTrue(chips.range().isEmpty());
    assertTrue(
        chips
            .reasons()
            .get(0)
            .startsWith(knownOn + ", the day of knowledge, is before 2025-01-01, the first day"),
        chips.reasons().toString());
    TariffLaw first = us().on("2025-08-15").asKnownOn("2025-01-01");
    assertEquals(
        DutyStack.Outcome.ASSESSED,
        first.stack(HsCode.of("8541.10.00"), Country.of("CN")).outcome());
  }

  @Test
  void fifteen_is_not_taken_for_fifteen_percent() {
    DutyShock none = Tariffs.shock(Tariffs.world2023());
    assertTrue(
        refused(() -> none.withAdded("US", "JP", 15))
            .startsWith("added must be a fraction, but was 15.0, which is 1,500%: write 0.15"));
    assertTrue(refused(() -> none.withDuty("JP", "US", 15)).startsWith("duty must be a fraction"));
  }

  @Test
  void one_thing_is_counted_as_one() {
    assertEquals(
        "Entry of 1 line into US on 2026-08-03",
        Tariffs.entry()
            .withLine("A", shipment("6109.10", "IN", "USD 1000", "USD 0", "USD 0", "sea"))
            .price(us().on("2026-08-03"))
            .table()
            .title());
    TariffPanel panel =
        TariffPanel.of(
            us(),
            List.of(HsCode.of("8703.23.01")),
            List.of(DeclaredOrigin.parse("JP")),
            List.of(LocalDate.parse(DAY)));
    assertEquals("1 day in 1 state, 1 line, 1 origin", panel.toString());
    assertEquals("2025-09-16: 1 line, 1 origin", panel.on(DAY).toString());
  }

  private static String refused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
