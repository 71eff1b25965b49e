package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/** Contents that are left open, and what they can be together. */
class OpenContentsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("7411", "3%");
  private static final TariffMeasure STEEL =
      TariffMeasure.adds("steel", "7411", "*", "50%").withPortion(Portion.parse("steel content"));
  private static final TariffMeasure COPPER =
      TariffMeasure.adds("copper", "7411", "*", "30%").withCondition("content:copper>=0.3");

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("7411"), Country.of("KR"), DeclaredFacts.parse(facts));
  }

  private static String range(DutyStack stack) {
    return stack.range().map(r -> r.toText(2)).orElse("none");
  }

  /** With 30 % of copper the steel is 70 % at most: 3 + 30 + 35, which is more than 3 + 50. */
  @Test
  void one_content_is_at_most_what_the_limit_of_another_leaves() {
    TariffBook book = TariffBook.us(BASE, STEEL, COPPER);
    assertEquals("3.00% to 68.00%", range(stack(book, "")));
    assertEquals("68.00%", range(stack(book, "content:copper=0.3; content:steel=0.7")));
    assertEquals("3.00% to 53.00%", range(stack(book, "content:copper=0")));
    assertEquals("33.00% to 68.00%", range(stack(book, "content:copper=0.3")));
  }

  /** With 30 % of copper and 20 % of aluminium half can be steel: 3 + 30 + 30 + 25. */
  @Test
  void the_limits_of_several_contents_add_up() {
    TariffBook book =
        TariffBook.us(
            BASE,
            STEEL,
            COPPER,
            TariffMeasure.adds("aluminium", "7411", "*", "30%")
                .withCondition("content:aluminium>=0.2"));
    assertEquals("3.00% to 88.00%", range(stack(book, "")));
    assertEquals(
        "88.00%",
        range(stack(book, "content:copper=0.3; content:aluminium=0.2; content:steel=0.5")));
  }

  /** US content is no material: it takes nothing from what steel can be, 3 + 30 + 50. */
  @Test
  void the_content_of_a_country_leaves_the_materials_as_they_are() {
    TariffBook book =
        TariffBook.us(
            BASE,
            STEEL,
            TariffMeasure.adds("foreign", "7411", "*", "30%").withCondition("content:US<0.2"));
    assertEquals("3.00% to 83.00%", range(stack(book, "")));
  }

  /** From 20 % of copper on a share of the value is charged that grows with it up to all of it. */
  @ParameterizedTest
  @CsvSource({
    "50% upon the value of the copper content, 3.00% to 53.00%",
    "2% + 50% upon the value of the copper content, 3.00% to 55.00%",
    "2% + (1% + 50% on copper content), 3.00% to 56.00%",
    "6%, 3.00% to 9.00%",
  })
  void a_rate_on_a_content_counts_beside_a_limit_on_it(String rate, String expected) {
    TariffBook book =
        TariffBook.us(
            BASE, TariffMeasure.adds("S", "7411", "*", rate).withCondition("content:copper>=0.2"));
    assertEquals(expected, range(stack(book, "")));
    assertEquals("3.00%", range(stack(book, "content:copper=0.1")));
    String highest = expected.substring(expected.lastIndexOf(' ') + 1);
    assertEquals(highest, range(stack(book, "content:copper=1")));
  }

  /** The greater of two is no straight line between its ends: the content is asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"max(5%, 50% on copper content)", "2% + max(5%, 50% on copper content)"})
  void a_rate_with_a_bend_asks_for_the_content(String rate) {
    TariffBook book =
        TariffBook.us(
            BASE, TariffMeasure.adds("S", "7411", "*", rate).withCondition("content:copper>=0.2"));
    DutyStack open = stack(book, "");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("content:copper"), open.reasons()::toString);
    assertEquals(Outcome.UNDETERMINED, open.assess(Money.parse("USD 100")).outcome());
  }

  /** A fact that the duty is computed from has more values than those that meet a condition. */
  @Test
  void a_rate_by_a_declared_number_asks_for_it_beside_a_limit_on_it() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S", "7411", "*", "amount \"drawback\"")
                .withCondition("drawback>=10"));
    assertEquals(Outcome.UNDETERMINED, stack(book, "").outcome());
  }

  /**
   * Half of the copper content is charged on what is left beside the copper: 0.5 c (1 - c), nothing
   * at both ends and 12.5 % in the middle.
   */
  @Test
  void a_rate_on_a_content_that_is_charged_on_a_part_bends() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("7411", "50% upon the value of the copper content"),
            TariffMeasure.replaces("R", "7411", "*", "Free", "MFN")
                .withPortion(Portion.parse("copper content")));
    assertEquals("12.50%", range(stack(book, "content:copper=0.5")));
    DutyStack open = stack(book, "");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("copper content"), open.reasons()::toString);
  }
}
