package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/** What stands open: when a duty is prohibited, one rate, a range or not known, and payable. */
class BoundsRulesTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");

  private static DutyStack stack(TariffBook book, String line, String facts) {
    return book.on("2025-09-16")
        .stack(HsCode.of(line), Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static TariffMeasure ban(String id, String products) {
    return TariffMeasure.of("Ban", Rule.PROHIBITS, products, "JP", "Free").withId(id);
  }

  /** Two bans of two parts are a ban of the whole; one of a part leaves the rest. */
  @Test
  void a_heading_is_prohibited_where_all_its_lines_are() {
    TariffBook all =
        TariffBook.us(BASE, ban("carts", "8703.10"), ban("the rest", "8703 except 8703.10"));
    DutyStack stack = stack(all, "8703", "");
    assertEquals(Outcome.PROHIBITED, stack.outcome());
    assertEquals(Optional.empty(), stack.adValoremRate());
    assertEquals(Optional.empty(), stack.range());
    DutyStack part = stack(TariffBook.us(BASE, ban("carts", "8703.10")), "8703", "");
    assertEquals(Outcome.BOUNDED, part.outcome());
    assertEquals(Optional.empty(), part.adValoremRate());
    assertEquals("2.5%", part.range().orElseThrow().toText(1));
    assertTrue(part.reasons().toString().contains("8703.10: prohibited"), part.reasons()::toString);
    assertThrows(IllegalStateException.class, () -> part.payableMinor(100));
  }

  /**
   * 2.5 + 12.5 and 0 + 15 are 15 % of 100 dollars, 15.00; of 1.41 dollars they are 0.04 + 0.18 and
   * 0.21, and there is no one payable duty.
   */
  @Test
  void one_rate_is_payable_where_it_is_rounded_to_one_sum() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703 except 8703.10", "2.5%").withId("cars"),
            TariffMeasure.base("8703.10", "Free").withId("carts"),
            TariffMeasure.topsUpTo("autos", "8703", "*", "15%"));
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.ASSESSED, heading.outcome());
    assertEquals(1500, heading.payableMinor(10_000));
    assertEquals(0, heading.payableMinor(0));
    assertThrows(IllegalStateException.class, () -> heading.payableMinor(141));
    assertThrows(IllegalArgumentException.class, () -> heading.payableMinor(-1));
    assertEquals(List.of(), heading.decidedBy());
    assertEquals(2, heading.cases().size());
    assertTrue(heading.isRangeExact());
    DutyStack open =
        stack(TariffBook.us(BASE, TariffMeasure.adds("S", "8703.10", "*", "1%")), "8703", "");
    assertThrows(IllegalStateException.class, () -> open.payableMinor(10_000));
    assertEquals(250, open.assuming(HsCode.of("8703.23")).payableMinor(10_000));
    assertEquals(350, open.assuming(HsCode.of("8703.10")).payableMinor(10_000));
  }

  @Test
  void bounded_duties_are_the_same_where_every_case_is() {
    TariffBook one = TariffBook.us(BASE, TariffMeasure.adds("S", "8703.10", "*", "25%"));
    TariffBook renamed =
        TariffBook.us(BASE, TariffMeasure.adds("S", "8703.10", "*", "25%").withId("renamed"));
    TariffBook higher = TariffBook.us(BASE, TariffMeasure.adds("S", "8703.10", "*", "26%"));
    TariffBook more =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S", "8703.10", "*", "25%"),
            TariffMeasure.adds("T", "8703.10.10", "*", "Free"));
    DutyStack stack = stack(one, "8703", "");
    assertTrue(stack.isSameDutyAs(stack(renamed, "8703", "")));
    assertFalse(stack.isSameDutyAs(stack(higher, "8703", "")));
    assertFalse(stack.isSameDutyAs(stack(more, "8703", "")));
    assertFalse(stack.isSameDutyAs(stack(one, "8703.10", "")));
    assertFalse(stack(one, "8703.10", "").isSameDutyAs(stack));
  }

  /** The reason is said with the lines that it is for, and a base duty that is missing as well. */
  @Test
  void what_is_not_known_of_some_lines_names_them() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703.23", "2.5%").withId("cars"),
            TariffMeasure.adds("S", "8703", "*", "25%"));
    DutyStack stack = stack(book, "8703", "");
    assertEquals(Outcome.UNDETERMINED, stack.outcome());
    assertTrue(
        stack.reasons().contains("no base duty is held (rest of 8703)"), stack.reasons()::toString);
    assertEquals(Optional.empty(), stack.range());
    assertEquals(Outcome.UNDETERMINED, stack.assess(BigMoney.parse("USD 1")).outcome());
  }

  /** 40 cents a kilogram and 5 % are no range of rates, but on 100 kg of 1,000 dollars they are. */
  @Test
  void a_range_of_sums_needs_the_quantity() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0406 except 0406.90", "$0.40/kg").withId("fresh"),
            TariffMeasure.base("0406.90", "5%").withId("other"));
    DutyStack stack = stack(book, "0406", "");
    assertEquals(Outcome.BOUNDED, stack.outcome());
    assertEquals(Optional.empty(), stack.range());
    Assessment known = stack.assess(BigMoney.parse("USD 1000"), Quantity.parse("100 kg"));
    assertEquals("USD 40.00 to USD 50.00", known.range().orElseThrow().toString());
    assertEquals("4.0% to 5.0%", known.effectiveRange().orElseThrow().toText(1));
    assertEquals(Optional.empty(), known.duty());
    Assessment equal = stack.assess(BigMoney.parse("USD 800"), Quantity.parse("100 kg"));
    assertEquals("USD 40.00", equal.range().orElseThrow().toString());
    assertEquals(Outcome.UNDETERMINED, stack.assess(BigMoney.parse("USD 800")).outcome());
  }

  @Test
  void the_programmes_that_only_the_line_decides_are_remarked() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703 except 8703.10", "2.5%").withId("cars"),
            TariffMeasure.base("8703.10", "Free").withId("carts"),
            TariffMeasure.topsUpTo("autos", "8703", "*", "15%"),
            TariffMeasure.adds("N", "8703", "*", "9%").withId("never").withCondition("age>=25"));
    DutyStack stack = stack(book, "8703", "age=3");
    assertEquals(
        List.of(
            "pays the same rate under other programmes, depending on line [rest of 8703, 8703.10]"),
        stack.remarks());
    assertEquals(
        List.of("never: condition not met age>=25"),
        stack.notApplied().stream().map(NotApplied::toString).toList());
  }

  /** What is charged in no case is said once, with its reason or with what it depends on. */
  @Test
  void what_is_never_charged_says_why_or_on_what_it_depends() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703 except 8703.10", "2.5%").withId("cars"),
            TariffMeasure.base("8703.10", "Free").withId("carts"),
            TariffMeasure.topsUpTo("autos", "8703", "*", "15%"),
            TariffMeasure.adds("N", "8703", "*", "9%").withId("never").withCondition("age>=25"),
            TariffMeasure.adds("T", "8703", "*", "1%").withId("t"),
            TariffMeasure.exempts("X", "8703.10", "*", "T").withId("x"),
            TariffMeasure.exempts("Y", "8703 except 8703.10", "*", "T").withId("y"));
    assertEquals(
        List.of("never: condition not met age>=25", "t: depends on line"),
        stack(book, "8703", "age=3").notApplied().stream()
            .map(NotApplied::toString)
            .sorted()
            .toList());
  }
}
