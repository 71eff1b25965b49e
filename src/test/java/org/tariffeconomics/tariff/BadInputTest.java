package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.EntryPrice;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.schedule.StagedReduction;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * What cannot be right is refused with the culprit and its value named, or leaves the duty
 * undetermined with the reason. It is never a duty of zero.
 */
class BadInputTest {

  private static final HsCode CAR = HsCode.of("8703.23.01");
  private static final BigMoney VALUE = BigMoney.parse("USD 30000");
  private static final TariffBook CARS = TariffBook.us(TariffMeasure.base("8703", "2.5%"));

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2025-09-16").stack(CAR, Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static void assertBounded(String fact, Assessment assessment) {
    assertNoNumber(Outcome.BOUNDED, fact, assessment);
  }

  private static void assertUndetermined(String reason, Assessment assessment) {
    assertNoNumber(Outcome.UNDETERMINED, reason, assessment);
  }

  private static void assertNoNumber(Outcome outcome, String reason, Assessment assessment) {
    assertEquals(outcome, assessment.outcome());
    assertTrue(assessment.duty().isEmpty(), assessment::toString);
    assertTrue(
        assessment.reasons().stream().anyMatch(r -> r.contains(reason)),
        () -> reason + " is not in " + assessment.reasons());
  }

  // amounts

  @Test
  void negative_amounts_are_refused_with_the_value() {
    DutyStack cars = stack(CARS, "");
    assertRefused(
        "The customs value must not be negative, but was USD -1",
        () -> cars.assess(BigMoney.parse("USD -1")));
    assertRefused(
        "customsValueMinor must not be negative, but was -1", () -> cars.payableMinor(-1));
    assertRefused(
        "A specific duty must not be negative: USD -1",
        () -> new DutyRate.Specific(BigMoney.parse("USD -1"), Quantity.parse("1 kg")));
    assertRefused(
        "A specific duty must be per something, not 0 kg",
        () -> new DutyRate.Specific(VALUE, Quantity.parse("0 kg")));
    assertRefused(
        "An entry price must not be negative, but was -1",
        () ->
            EntryPrice.of(List.of(new EntryPrice.Step(BigDecimal.ZERO, BigDecimal.ONE)))
                .dutyAt(new BigDecimal("-1")));
    assertRefused(
        "decimals must not be negative, but was -1",
        () ->
            new RoundingPolicy(
                -1, RoundingPolicy.TOTAL_TO_CENT.mode(), RoundingPolicy.Level.TOTAL));
  }

  @Test
  void a_share_of_more_than_all_is_refused() {
    DeclaredFacts steel = DeclaredFacts.none().withContent("steel", "0.6");
    assertRefused(
        "The content of copper must be within 0 and 1, but was 1.2",
        () -> steel.withContent("copper", "1.2"));
    assertRefused(
        "The content of all materials together must be within 0 and 1, but was 1.1",
        () -> steel.withContent("copper", "0.5"));
    assertEquals(
        DeclaredFacts.parse("content:steel=0.6"), DeclaredFacts.parse("content:steel=60%"));
    assertRefused(
        "The content of steel must be a fraction such as '0.6' or '60%', but was 'much'",
        () -> DeclaredFacts.parse("content:steel=much"));
    assertRefused(
        "The content of steel must be within 0 and 1, but was 60",
        () -> DeclaredFacts.parse("content:steel=60"));
    assertRefused(
        "A content must be compared with a fraction, as in 'content:US>=0.2', but was"
            + " 'content:US>=20%'",
        () -> Condition.parse("content:US>=20%"));
  }

  @Test
  void two_quantities_that_contradict_each_other_are_refused() {
    DutyStack shoes =
        TariffBook.us(TariffMeasure.base("8703", "0.02 USD/kg"))
            .on("2025-09-16")
            .stack(CAR, Country.of("JP"));
    assertRefused(
        "The quantities contradict each other: 100 kg and 1 t",
        () -> shoes.assess(VALUE, Quantity.parse("100 kg"), Quantity.parse("1 t")));
    assertEquals(
        "USD 20.00",
        shoes
            .assess(VALUE, Quantity.parse("1000 kg"), Quantity.parse("1 t"))
            .dutyOrThrow()
            .toString());
  }

  // rates

  @ParameterizedTest
  @CsvSource({
    "25, a number without percent sign or currency",
    "0.25, a number without percent sign or currency",
    "'2,5%', a number without percent sign or currency",
    "NaN, 'NaN' is no rate",
    "-5%, '-5%' is no rate",
    "'', ''"
  })
  void a_text_that_is_no_rate_leaves_the_duty_undetermined(String text, String reason) {
    DutyRate rate = DutyRate.parse(text);
    assertFalse(rate.on(DutyBasis.of(VALUE)).amount().isPresent(), text);
    if (!text.isEmpty()) {
      assertTrue(
          assertInstanceOf(DutyRate.Unsupported.class, rate).reason().contains(reason), text);
    }
    TariffMeasure read = TariffMeasure.adds("S232", "8703", "*", "Free").withRate(rate);
    DutyStack stack = stack(CARS.with(read), "");
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertUndetermined("", stack.assess(VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "0.25", "2,5%", "NaN", "-5%", "", " ", "1e9%"})
  void a_programmers_text_that_is_no_rate_is_refused_at_once(String text) {
    assertThrows(IllegalArgumentException.class, () -> TariffMeasure.base("8703", text));
    assertThrows(IllegalArgumentException.class, () -> TariffMeasure.adds("X", "8703", "*", text));
    assertThrows(
        IllegalArgumentException.class, () -> TariffMeasure.topsUpTo("X", "8703", "*", text));
  }

  @Property
  void no_text_makes_the_reading_of_a_rate_throw(@ForAll String text) {
    DutyRate rate = DutyRate.parse(text);
    rate.on(DutyBasis.of(VALUE)).amount().ifPresent(a -> assertFalse(a.isNegative(), text));
  }

  @Test
  void a_rate_out_of_bounds_is_refused_with_the_value() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Rate.percent("-101"))
            .getMessage()
            .contains("-101%"));
    assertRefused(
        "A duty rate must not be negative, but was -5%",
        () -> TariffMeasure.base("8703", "Free").withRate(Rate.percent("-5")));
    assertRefused(
        "A rate needs its percent sign, as in '2.5%', but was '25'", () -> Rate.parse("25"));
    assertRefused(
        "A pro-rata share must be within 0 and 1: 120%",
        () -> TariffQuota.prorated(Quantity.parse("1 kg"), Rate.percent(120)));
  }

  // countries and products

  @ParameterizedTest
  @CsvSource({"SU, retired", "YU, retired", "XX, 'XX'", "Japann, 'Japann'", "jpn1, 'jpn1'"})
  void an_origin_that_is_no_country_of_today_is_refused_by_name(String code, String part) {
    for (Executable call :
        List.<Executable>of(
            () -> TariffMeasure.adds("S232", "8703", code, "25%"),
            () -> DeclaredOrigin.parse(code))) {
      String message = assertThrows(IllegalArgumentException.class, call).getMessage();
      assertTrue(message.contains(part) && message.contains(code), message);
    }
  }

  @Test
  void a_scope_that_excludes_itself_is_refused() {
    assertRefused(
        "JP is both named and excepted in the origins 'JP except JP'",
        () -> TariffMeasure.adds("S232", "8703", "JP except JP", "25%"));
    assertRefused(
        "A product scope must not include and exclude the same code, but does: 8703",
        () -> TariffMeasure.base("8703 except 8703", "2.5%"));
    assertRefused(
        "The products '8703.23 except 8703' except all that they name",
        () -> ProductScope.parse("8703.23 except 8703"));
    assertRefused(
        "'*' is all products and cannot stand beside codes, but the products were '*, 8703'",
        () -> TariffMeasure.base("*, 8703", "2.5%"));
  }

  @ParameterizedTest
  @CsvSource({
    "8.70323E+09, a spreadsheet has turned it into a number",
    "870323.1, a leading zero lost in a spreadsheet",
    "101.21, a leading zero lost in a spreadsheet",
    "0012, There is no chapter 00",
    "cars, 'cars'"
  })
  void a_damaged_code_is_refused_with_the_likely_cause(String code, String cause) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TariffMeasure.base(code, "2.5%"))
            .getMessage();
    assertTrue(message.contains(cause) && message.contains(code), message);
  }

  // dates, overlaps, circles

  @Test
  void reversed_dates_are_refused_with_both() {
    TariffMeasure measure = TariffMeasure.adds("S232", "8703", "*", "25%").from("2025-04-03");
    assertRefused(
        "Measure 'S232': The end must not be before the start, but was 2025-04-02 < 2025-04-03",
        () -> measure.until("2025-04-02"));
    assertRefused(
        "Measure 'S232': The end must not be before the start, but was 2025-01-02 < 2025-04-03",
        () -> measure.through("2025-01-01"));
  }

  @Test
  void overlapping_measures_of_one_programme_are_both_named() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    CARS.with(
                        TariffMeasure.adds("S232", "8703", "JP", "25%").withId("first order"),
                        TariffMeasure.adds("S232", "8703", "JP", "15%").withId("second order")))
            .getMessage();
    assertTrue(message.startsWith("Overlapping measures of one programme: "), message);
    assertTrue(message.contains("first order") && message.contains("second order"), message);
    String sameId =
        assertThrows(
                IllegalArgumentException.class, () -> CARS.with(TariffMeasure.base("8704", "25%")))
            .getMessage();
    assertTrue(sameId.startsWith("Two measures have the id 'MFN': "), sameId);
    assertTrue(sameId.contains("8703") && sameId.contains("8704"), sameId);
  }

  @Test
  void programmes_that_yield_in_a_circle_are_refused_with_the_circle() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    CARS.withProgrammes(
                        Programme.of("autos").withYieldTo("steel"),
                        Programme.of("steel").withYieldTo("copper"),
                        Programme.of("copper").withYieldTo("autos")))
            .getMessage();
    assertTrue(message.contains("[autos, steel, copper] -> autos"), message);
    assertRefused(
        "A programme cannot yield to itself: autos",
        () -> Programme.of("autos").withYieldTo("autos"));
  }

  // what is not there

  @Test
  void what_is_not_in_the_book_is_named() {
    assertRefused(
        "No programme 'S301' in the book US tariff book, 1 measures; there are MFN",
        () -> CARS.without("S301"));
    assertUndetermined(
        "No base duty for 8471 from JP on 2025-09-16",
        CARS.on("2025-09-16").stack(HsCode.of("8471"), Country.of("JP")).assess(VALUE));
  }

  @Test
  void a_fact_that_is_needed_and_not_declared_bounds_the_duty_and_a_quantity_is_asked_for() {
    TariffBook steel =
        CARS.with(
            TariffMeasure.adds("S232 steel", "8703", "*", "50%")
                .withPortion(Portion.contentOf("steel")));
    assertBounded("content:steel", stack(steel, "").assess(VALUE));
    TariffBook quota =
        CARS.with(
            TariffMeasure.adds("S232", "8703", "*", "10%").withCondition("quota:UK autos=in"));
    assertBounded("quota:UK autos", stack(quota, "").assess(VALUE));
    TariffBook byWeight = TariffBook.us(TariffMeasure.base("8703", "0.02 USD/kg"));
    assertUndetermined("quantity in kg", stack(byWeight, "").assess(VALUE));
    assertUndetermined(
        "quantity in kg", stack(byWeight, "").assess(VALUE, Quantity.parse("5 pieces")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ninety-six", "101", "-1", ""})
  void a_polarisation_that_is_none_leaves_the_duty_undetermined(String degrees) {
    TariffBook sugar =
        TariffBook.us(
            TariffMeasure.base("8703", "0.03 USD/kg less 0.0002 USD/kg per degree under 100"));
    assertUndetermined(
        "polarisation '" + degrees + "'",
        stack(sugar, "polarisation=" + degrees).assess(VALUE, Quantity.parse("1000 kg")));
    assertUndetermined(
        "declare the polarisation", stack(sugar, "").assess(VALUE, Quantity.parse("1000 kg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a lot", "250", "EUR -3", "XYZ 3"})
  void a_declared_value_that_is_none_leaves_the_duty_undetermined(String price) {
    TariffBook book = TariffBook.us(TariffMeasure.base("8703", "3% of retail price"));
    assertUndetermined(
        "retail price '" + price + "'", stack(book, "retail price=" + price).assess(VALUE));
  }

  // currencies

  @Test
  void currencies_are_never_mixed_without_a_stated_rate() {
    assertRefused(
        "The customs value must be in USD, but was EUR 100: convert it at a stated rate first",
        () -> stack(CARS, "").assess(BigMoney.parse("EUR 100")));
    TariffBook euros = TariffBook.us(TariffMeasure.base("8703", "2 EUR/kg"));
    assertUndetermined(
        "no exchange rate from EUR to USD",
        stack(euros, "").assess(VALUE, Quantity.parse("10 kg")));
    assertRefused(
        "An exchange rate must be positive, but EUR/USD was 0",
        () -> ExchangeRates.none().with(CurrencyUnit.EUR, CurrencyUnit.USD, BigDecimal.ZERO));
  }

  // shares and ladders

  @Test
  void mixtures_stages_and_ladders_that_leave_a_gap_are_refused() {
    DutyMixture.Share half =
        new DutyMixture.Share(DeclaredOrigin.parse("JP"), new BigDecimal("0.5"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> DutyMixture.of(CARS.on("2025-09-16"), CAR, VALUE, List.of(), List.of(half)))
            .getMessage();
    assertTrue(message.startsWith("Weights must sum to 1, but sum to 0.5"), message);
    assertRefused(
        "A weight must be within 0 and 1, but was -0.5",
        () -> new DutyMixture.Share(DeclaredOrigin.parse("JP"), new BigDecimal("-0.5")));
    assertThrows(IllegalArgumentException.class, () -> EntryPrice.of(List.of()));
    assertRefused("stages must be positive, but was 0", () -> StagedReduction.linear(0));
    assertRefused(
        "Cumulative cuts must rise within 0 and 100, but were [30, 20]",
        () ->
            StagedReduction.ofCumulativeCuts(
                "B", List.of(new BigDecimal("30"), new BigDecimal("20"))));
  }
}
