package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.AgriculturalComponent;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.UnitOfAccountRate;

/** Rates that depend on the day, on prices, on certificates, on codes and on declared amounts. */
class RateDecisionTest {

  /** EUR 1,000 of goods that weigh a ton, so that EUR 1 per 100 kg is EUR 10. */
  private static DutyBasis ton(String facts) {
    return DutyBasis.of(BigMoney.parse("EUR 1000"), Quantity.of("1", "t"))
        .withFacts(DeclaredFacts.parse(facts));
  }

  private static String duty(String rate, DutyBasis basis) {
    DutyRate read = DutyRate.parse(rate);
    assertFalse(read instanceof DutyRate.Unsupported, read::toString);
    DutyAmount duty = read.on(basis);
    return duty.amount()
        .map(a -> a.getAmount().stripTrailingZeros().toPlainString())
        .orElseGet(() -> duty.reasons().toString());
  }

  /** Both days of a season belong to it; 161 is 16.1 % of 1,000. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-15, 161",
    "2025-07-06, 161",
    "2025-10-03, 125",
    "2025-11-29, 125",
    "2025-07-07, no season",
    "2025-01-14, no season"
  })
  void the_day_of_entry_chooses_the_season_and_a_gap_is_not_free(String day, String expected) {
    String duty =
        duty(
            "16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV)",
            ton("").withDay(LocalDate.parse(day)));
    assertTrue(duty.contains(expected), duty);
  }

  @ParameterizedTest
  @CsvSource({"2025-11-25, 20", "2026-01-25, 20", "2025-12-31, 20", "2025-06-01, 80"})
  void a_season_may_wrap_the_end_of_the_year(String day, String expected) {
    assertEquals(
        expected,
        duty("2.0% (25 NOV - 25 JAN); otherwise 8%", ton("").withDay(LocalDate.parse(day))));
  }

  @Test
  void without_a_day_a_seasonal_duty_is_undetermined() {
    assertTrue(duty("2.0% (25 NOV - 25 JAN)", ton("")).contains("state the day of entry"));
  }

  @Test
  void a_book_knows_the_day_of_its_law() {
    TariffBook book =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(TariffMeasure.base("0707", "4% (01 JAN - 31 MAR); otherwise 10%")));
    HsCode line = HsCode.of("0707.00.05");
    assertEquals(
        "4.0%",
        book.on("2025-02-01")
            .stack(line, Country.of("MA"))
            .adValoremRate()
            .orElseThrow()
            .toText(1));
    assertEquals(
        "10.0%",
        book.on("2025-04-01")
            .stack(line, Country.of("MA"))
            .adValoremRate()
            .orElseThrow()
            .toText(1));
  }

  private static final String PLUMS =
      "Cond: V 52.600 EUR/DTN(01):14.400 % ; V 51.500 EUR/DTN(01):14.400 % + 1.100 EUR DTN ;"
          + " V 48.400 EUR/DTN(01):14.400 % + 4.200 EUR DTN ;"
          + " V 0.000 EUR/DTN(01):14.400 % + 29.800 EUR DTN";

  /** The ladder of plums, CN 0809 40 05: 14.4 % of 1,000 and the step's amount times ten. */
  @ParameterizedTest
  @CsvSource({
    "53 EUR/100 kg, 144",
    "52.6 EUR/100 kg, 144",
    "52.59 EUR/100 kg, 155",
    "0.515 EUR/kg, 155",
    "484 EUR/t, 186",
    "48.39 EUR/100 kg, 442",
    "cheap, not understood",
    "53 USD/100 kg, no exchange rate",
    "53 EUR/100 liter, not understood"
  })
  void an_entry_price_meets_the_first_step_it_reaches(String price, String expected) {
    String duty = duty(PLUMS, ton("entry price=" + price));
    assertTrue(duty.contains(expected), duty);
  }

  @Test
  void an_entry_price_in_another_currency_needs_a_stated_rate() {
    DutyBasis basis =
        ton("entry price=100 USD/100 kg")
            .withExchangeRates(
                ExchangeRates.none()
                    .with(CurrencyUnit.USD, CurrencyUnit.EUR, new BigDecimal("0.5")));
    assertEquals("186", duty(PLUMS, basis));
    assertTrue(duty(PLUMS, ton("")).contains("declare the entry price"));
  }

  private static final String UNDERTAKING =
      "Cond: A cert: D-008 (34):; A (14):; F 2,408.000 EUR/TNE(01):0.000 EUR TNE ;"
          + " F 0.000 EUR/TNE(11):2,408.000 EUR TNE";

  /** Below the minimum price the difference is due: 2,408 − 2,000 on one ton. */
  @ParameterizedTest
  @CsvSource({
    "certificates=none; cif price=2408 EUR/t, 0",
    "certificates=D008; cif price=2000 EUR/t, 408",
    "cif price=2000 EUR/t, declare the certificates",
    "certificates=none, declare the cif price"
  })
  void a_minimum_price_charges_the_difference_to_it(String facts, String expected) {
    String duty = duty(UNDERTAKING, ton(facts));
    assertTrue(duty.contains(expected), duty);
  }

  @ParameterizedTest
  @CsvSource({
    "certificates=N-990 D-008, 73",
    "certificates=none, 356",
    "x=1, declare the certificates"
  })
  void a_certificate_lowers_the_duty(String facts, String expected) {
    String duty = duty("Cond: A cert: D-008 (01):7.300 % ; A (01):35.600 %", ton(facts));
    assertTrue(duty.contains(expected), duty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cond: A cert: D-008 (01):7.300 % ; A (08):; | action 08",
        "Cond: A (01):7 % ; B (01):8 % | several conditions",
        "Cond: A (27): | gives no duty",
        "Cond: A (24): | no condition gives a duty",
        "Cond: A (13):7 % | action 13"
      })
  void a_ladder_that_gives_no_single_duty_is_undetermined(String rate, String reason) {
    String duty = duty(rate, ton("certificates=none"));
    assertTrue(duty.contains(reason), duty);
  }

  @Test
  void free_on_a_condition_is_free_only_when_that_is_declared() {
    String rate = "Free, under bond, as prescribed in U.S. note 1 to this subchapter";
    DeclaredFacts yes =
        DeclaredFacts.none()
            .withFact("under bond, as prescribed in U.S. note 1 to this subchapter", "yes");
    assertEquals("0", duty(rate, ton("").withFacts(yes)));
    assertTrue(duty(rate, ton("")).contains("declare the under bond"));
    DeclaredFacts no =
        DeclaredFacts.none()
            .withFact("under bond, as prescribed in U.S. note 1 to this subchapter", "no");
    assertTrue(duty(rate, ton("").withFacts(no)).contains("no rate for other goods"));
  }

  @Test
  void a_difference_takes_all_terms_together_and_stops_at_zero() {
    assertEquals("129.03", duty("42.903 EUR DTN - 30.000 %", ton("")));
    assertEquals("0", duty("2 EUR DTN - 30.000 %", ton("")));
    assertEquals("10", duty("5% - 70 EUR/t + 3%", ton("")));
  }

  /** Goods that come back: the ordinary duty, at most the drawback and the tax. */
  @Test
  void a_duty_is_capped_by_declared_amounts() {
    String rate =
        "A duty (in lieu of any other duty or tax) equal to the sum of any duty and internal-"
            + " revenue tax imposed upon the importation of like articles not previously exported,"
            + " but in no case in excess of the sum of (a) any customs drawback proved to have been"
            + " allowed upon such exportation of the article, and (b) any internal- revenue tax"
            + " imposed, at the time such article is entered, upon the importation of like articles"
            + " not previously exported";
    DutyBasis basis =
        ton("customs drawback=EUR 30; internal-revenue tax=EUR 5")
            .withBaseDuty(DutyAmount.of(BigMoney.parse("EUR 40")));
    assertEquals("35", duty(rate, basis));
    assertEquals("25", duty(rate, basis.withBaseDuty(DutyAmount.of(BigMoney.parse("EUR 20")))));
    assertTrue(duty(rate, basis.withFacts(DeclaredFacts.none())).contains("declare the"));
  }

  /** A sum of money is no share of the value, so a stack with one has no all-in rate. */
  @Test
  void a_fixed_sum_is_due_once_whatever_the_value() {
    TariffBook book =
        TariffBook.of(
            "UK",
            CurrencyUnit.GBP,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(TariffMeasure.base("*", "33.000 GBP")));
    DutyStack stack = book.on("2025-01-01").stack(HsCode.of("8703"), Country.of("JP"));
    assertTrue(stack.adValoremRate().isEmpty());
    assertEquals("GBP 33.00", stack.assess(BigMoney.parse("GBP 5000")).dutyOrThrow().toString());
  }

  private static final MeursingTable TABLE =
      MeursingTable.parse(
          "code,area,component,duty\n"
              + "7476,1011,EA,117.11 EUR/100 kg\n"
              + "7476,1011,ADSZ,10.06 EUR/100 kg\n"
              + "7476,IS,EAR,0 EUR/100 kg\n");

  /** min(83 + 1171.10, 187 + 100.60) on a ton for EUR 1,000. */
  @Test
  void an_agricultural_component_is_what_the_users_table_says() {
    String rate = "8.30 % + EA MAX 18.70 % + AD S/Z";
    assertEquals("287.6", duty(rate, ton("meursing=7476").withMeursing(TABLE)));
    assertTrue(duty(rate, ton("").withMeursing(TABLE)).contains("declare the meursing"));
    assertTrue(duty(rate, ton("meursing=7476")).contains("no Meursing table is given for EA"));
    assertTrue(duty(rate, ton("meursing=7000").withMeursing(TABLE)).contains("no EA for 7000"));
  }

  @Test
  void a_reduced_component_is_found_by_origin_and_day() {
    DutyBasis basis = ton("meursing=7476").withMeursing(TABLE);
    assertTrue(duty("5% + EAR", basis).contains("no EAR for 7476 from an unstated origin"));
    DutyBasis dated = basis.withDay(LocalDate.parse("2021-10-06"));
    assertEquals("50", duty("5% + EAR", dated.withOrigin(Country.of("IS"))));
    assertTrue(
        duty("5% + EAR", dated.withOrigin(Country.of("JP"))).contains("no EAR for 7476 from"));
  }

  @Test
  void a_stack_asks_the_table_with_its_origin() {
    TariffBook book =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(TariffMeasure.base("1806", "8.30 % + EA MAX 18.70 % + ADSZ")));
    Assessment assessment =
        book.on("2021-10-06")
            .stack(
                HsCode.of("1806.90"),
                Country.of("US"),
                DeclaredFacts.none().withFact(AgriculturalComponent.FACT, "7476"))
            .assess(
                BigMoney.parse("EUR 5000"),
                List.of(Quantity.of("1000", "kg")),
                ExchangeRates.none(),
                TABLE);
    assertEquals("EUR 1035.60", assessment.dutyOrThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'747,*,EA,1 EUR/kg', line 2",
    "'7476,*,XX,1 EUR/kg', component must be one of",
    "'7476,*,EA,5%', money per quantity",
    "'7476,*,EA,1 EUR/kg\n7476,1011,EA,2 EUR/kg', Two rows"
  })
  void a_table_that_is_not_understood_is_refused(String line, String reason) {
    String csv = "code,area,component,duty\n" + line + "\n";
    String message =
        assertThrows(IllegalArgumentException.class, () -> MeursingTable.parse(csv)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @CsvSource({"EA, EA", "AC, EA", "AC (reduced), EAR", "AD S/ZR, ADSZR", "FD, ADFM", "SD, ADSZ"})
  void a_component_is_known_by_its_spellings(String text, AgriculturalComponent component) {
    assertEquals(component, AgriculturalComponent.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"KGM S | declared", "1.2 EUC DTN | unit of account"})
  void what_is_no_money_is_no_duty_and_not_zero(String text, String reason) {
    assertTrue(duty(text, ton("")).contains(reason), duty(text, ton("")));
  }

  @Test
  void a_unit_of_account_is_one_of_three() {
    Quantity kilo = Quantity.of("1", "kg");
    assertThrows(
        IllegalArgumentException.class, () -> new UnitOfAccountRate(BigDecimal.ONE, "EUR", kilo));
    assertInstanceOf(UnitOfAccountRate.class, DutyRate.parse("1 XEM/kg"));
  }
}
