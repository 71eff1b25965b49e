package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.threeten.extra.LocalDateRange;

class StackingTest {

  private static final HsCode CAR = HsCode.of("8703.23.01");
  private static final Country JAPAN = Country.of("JP");
  private static final Country CANADA = Country.of("CA");

  /** EO 14345 and 90 FR 44638: 15 % all-in from 2025-09-16 on top of the 2.5 % of column 1. */
  private static final TariffBook CARS =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.adds("S232 autos", "8703", "*", "25%").from("2025-04-03"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
              .withId("S232 autos, Japan")
              .from("2025-09-16"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%")
              .withId("S232 autos, Korea")
              .from("2025-11-01")
              .withKnownFrom("2025-12-04"));

  private static String rate(String day, String origin, DeclaredFacts facts) {
    return CARS.on(day)
        .stack(CAR, Country.of(origin), facts)
        .adValoremRate()
        .orElseThrow()
        .toString();
  }

  @Test
  void an_all_in_rate_counts_the_base_duty_in() {
    assertEquals("27.5%", rate("2025-09-15", "JP", DeclaredFacts.none()));
    assertEquals("15%", rate("2025-09-16", "JP", DeclaredFacts.none()));
    assertEquals("25%", rate("2025-09-16", "KR", DeclaredFacts.claiming("KORUS")));
    assertEquals("15%", rate("2025-11-01", "KR", DeclaredFacts.claiming("KORUS")));
    assertEquals("15%", rate("2025-11-01", "KR", DeclaredFacts.none()));
  }

  @Test
  void a_retroactive_cut_is_law_on_the_day_but_was_not_known_then() {
    TariffLaw law = CARS.on("2025-11-15");
    DeclaredFacts korus = DeclaredFacts.claiming("KORUS");
    Country korea = Country.of("KR");
    assertEquals("15%", law.stack(CAR, korea, korus).adValoremRate().orElseThrow().toString());
    assertEquals(
        "25%",
        law.asKnownOn("2025-11-15")
            .stack(CAR, korea, korus)
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  @Test
  void lines_add_up_to_the_payable_total() {
    Assessment assessment =
        CARS.on("2025-09-16").stack(CAR, JAPAN).assess(Money.parse("USD 30000.00"));
    assertEquals("USD 4500.00", assessment.dutyOrThrow().toString());
    assertEquals(2, assessment.lines().size());
    assertEquals("USD 750.00", assessment.lines().get(0).amount().toString());
    assertEquals("USD 3750.00", assessment.lines().get(1).amount().toString());
    assertEquals(Rate.percent(15), assessment.effectiveRate().orElseThrow());
    assertTrue(assessment.table().toText().contains("S232 autos, Japan"));
  }

  /** EO 14289 and Proclamation 10947: the order of steel and the Canada order is reversed. */
  @Test
  void programmes_yield_to_each_other_by_date() {
    LocalDate reversal = LocalDate.parse("2025-06-04");
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("7308", "Free"),
                TariffMeasure.adds("IEEPA Canada", "*", "CA", "25%").from("2025-03-04"),
                TariffMeasure.adds("S232 steel", "7308", "*", "25%")
                    .from("2025-03-12")
                    .until("2025-06-04"),
                TariffMeasure.adds("S232 steel", "7308", "*", "50%")
                    .withId("S232 steel 50")
                    .from("2025-06-04"))
            .withProgrammes(
                Programme.of("S232 steel")
                    .withYieldTo(
                        new Programme.Yield(
                            "IEEPA Canada",
                            Validity.during(LocalDateRange.ofUnboundedStart(reversal)))),
                Programme.of("IEEPA Canada")
                    .withYieldTo(
                        new Programme.Yield(
                            "S232 steel",
                            Validity.during(LocalDateRange.ofUnboundedEnd(reversal)))));
    HsCode article = HsCode.of("7308.90");
    assertEquals(
        Rate.percent(25),
        book.on("2025-05-01").stack(article, CANADA).adValoremRate().orElseThrow());
    assertEquals(
        Rate.percent(50),
        book.on("2025-07-01").stack(article, CANADA).adValoremRate().orElseThrow());
  }

  /** Proclamation 10947: steel and aluminium on their content, the reciprocal rate on the rest. */
  @Test
  void a_duty_on_a_content_leaves_the_rest_to_those_that_yield() {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("8483", "Free"),
                TariffMeasure.adds("steel", "8483", "*", "50%")
                    .withPortion(Portion.contentOf("steel")),
                TariffMeasure.adds("aluminium", "8483", "*", "50%")
                    .withPortion(Portion.contentOf("aluminium")),
                TariffMeasure.adds("reciprocal", "*", "*", "10%"),
                TariffMeasure.adds("fentanyl", "*", "CN", "20%"),
                TariffMeasure.adds("S301", "8483", "CN", "25%"))
            .withProgrammes(Programme.of("reciprocal").withYieldTo("steel", "aluminium"));
    DeclaredFacts contents =
        DeclaredFacts.none().withContent("steel", "0.6").withContent("aluminium", "0.2");
    Assessment assessment =
        book.on("2025-07-01")
            .stack(HsCode.of("8483"), Country.of("CN"), contents)
            .assess(Money.parse("USD 10000"));
    assertEquals("USD 8700.00", assessment.dutyOrThrow().toString());
    DutyStack undeclared = book.on("2025-07-01").stack(HsCode.of("8483"), Country.of("CN"));
    // all steel: 50 + 20 + 25; no metal: 10 + 20 + 25
    assertEquals("55.0% to 95.0%", undeclared.range().orElseThrow().toText(1));
    assertEquals(Outcome.BOUNDED, undeclared.outcome());
  }

  @Test
  void an_unknown_base_duty_is_undetermined_and_says_what_is_missing() {
    DutyStack stack = CARS.on("2025-09-16").stack(HsCode.of("0101"), JAPAN);
    assertEquals(Outcome.UNDETERMINED, stack.outcome());
    assertTrue(stack.adValoremRate().isEmpty());
    assertTrue(stack.reasons().get(0).contains("01"));
    assertTrue(stack.assess(Money.parse("USD 10")).duty().isEmpty());
  }

  /** EO 14345 s. 2(a): oranges at 1.9 cents a kilogram are 3.8 % of their value. */
  @Test
  void a_specific_base_duty_counts_in_through_its_equivalent() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0805", "1.9¢/kg"),
            TariffMeasure.topsUpTo("floor", "*", "JP", "12.5%"));
    Assessment oranges =
        book.on("2026-08-01")
            .stack(HsCode.of("0805"), JAPAN)
            .assess(Money.parse("USD 10000"), Quantity.of("20000", "kg"));
    assertEquals("USD 1250.00", oranges.dutyOrThrow().toString());
    assertEquals("USD 870.00", oranges.lines().get(1).amount().toMoney().toString());
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2026-08-01")
            .stack(HsCode.of("0805"), JAPAN)
            .assess(Money.parse("USD 10000"))
            .outcome());
  }

  @Test
  void overlapping_measures_of_one_programme_are_refused_by_name() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                TariffBook.us(
                    TariffMeasure.adds("X", "8703", "JP", "10%").withId("first"),
                    TariffMeasure.adds("X", "8703", "JP", "20%").withId("second")));
    assertTrue(refused.getMessage().contains("first"));
    assertTrue(refused.getMessage().contains("second"));
  }

  @Test
  void programmes_that_yield_in_a_circle_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TariffBook.us()
                .withProgrammes(
                    Programme.of("A").withYieldTo("B"), Programme.of("B").withYieldTo("A")));
  }

  @Test
  void thirds_come_out_exactly_in_money() {
    TariffBook book = TariffBook.us(TariffMeasure.base("0101", "33 1/3%"));
    assertEquals(
        "USD 400.00",
        book.on("2025-01-01")
            .stack(HsCode.of("0101"), JAPAN)
            .assess(Money.of(CurrencyUnit.USD, new BigDecimal("1200")))
            .dutyOrThrow()
            .toString());
  }
}
