package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.UsShareOfRest;

/**
 * What a stack says beside the duty: the order of its layers, what was considered, what is asked.
 */
class StackDetailsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");

  private static TariffBook book(TariffMeasure... measures) {
    return TariffBook.us(measures);
  }

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("8703"), Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static String rate(TariffBook book, String facts) {
    return stack(book, facts).adValoremRate().map(r -> r.toText(1)).orElse("unknown");
  }

  private static String duty(TariffBook book, String facts) {
    return stack(book, facts)
        .assess(BigMoney.parse("USD 1000"), Quantity.parse("100 kg"))
        .dutyOrThrow()
        .toString();
  }

  @Test
  void layers_are_read_from_the_base_by_the_day_of_the_law_and_by_name() {
    DutyStack stack =
        stack(
            book(
                TariffMeasure.adds("C", "8703", "*", "1%").withId("1 late").from("2025-04-03"),
                TariffMeasure.adds("D", "8703", "*", "1%").withId("3 early").from("2025-01-01"),
                TariffMeasure.adds("E", "8703", "*", "1%").withId("2 early").from("2025-01-01"),
                BASE.withId("9 base").from("2025-04-30")),
            "");
    assertEquals(
        List.of("9 base", "2 early", "3 early", "1 late"),
        stack.layers().stream().map(l -> l.measure().id()).toList());
    DutyStack preferred =
        stack(
            book(
                BASE,
                TariffMeasure.preference("P", "8703", "JP", "1%").withId("z").from("2025-04-30"),
                TariffMeasure.adds("C", "8703", "*", "1%").withId("a")),
            "claim=P");
    assertEquals(
        List.of("z", "a"), preferred.layers().stream().map(l -> l.measure().id()).toList());
  }

  @Test
  void a_total_over_an_exempt_base_is_charged_in_full() {
    TariffMeasure total = TariffMeasure.topsUpTo("S", "8703", "*", "15%");
    TariffMeasure relief = TariffMeasure.exempts("Relief", "8703", "*", "MFN");
    assertEquals("15.0%", rate(book(BASE, total, relief), ""));
    assertEquals("15.0%", rate(book(BASE, total), ""));
    TariffBook half = book(BASE, total, relief.withPortion(Portion.contentOf("steel")));
    // the base on half of the value is 1.25 %; the total tops up to 15 %
    assertEquals("15.0%", rate(half, "content:steel=0.5"));
  }

  @Test
  void without_a_base_duty_nothing_is_known() {
    DutyStack stack = stack(book(TariffMeasure.topsUpTo("S", "8703", "*", "15%")), "");
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertEquals(1, stack.reasons().size(), stack.reasons().toString());
    assertTrue(stack.reasons().get(0).startsWith("No base duty for 8703"));
    Assessment assessment = stack.assess(BigMoney.parse("USD 1000"));
    assertEquals(1, assessment.reasons().size(), assessment.reasons().toString());
  }

  @Test
  void what_is_missing_is_named() {
    TariffMeasure steel =
        TariffMeasure.adds("S", "8703", "*", "25%").withPortion(Portion.contentOf("steel"));
    assertEquals(
        List.of("decided by content:steel (0: 2.5%; 1: 27.5%)"),
        stack(book(BASE, steel), "").reasons());
    TariffBook cut =
        book(
                BASE,
                TariffMeasure.adds("S", "8703", "*", "25%"),
                TariffMeasure.adds("A", "8703", "*", "1%").withPortion(Portion.contentOf("US")),
                TariffMeasure.adds("B", "8703", "*", "1%").withPortion(Portion.contentOf("steel")))
            .withProgrammes(Programme.of("S").withYieldTo("A", "B"));
    assertTrue(stack(cut, "content:steel=0.1").reasons().toString().contains("content:US"));
    assertTrue(stack(cut, "content:US=0.1").reasons().toString().contains("content:steel"));
    // 1 % on 0.1 twice, the base, and 25 % on 0.8 to 0.9: the steel is none of the US content or
    // all
    DutyStack open = stack(cut, "content:steel=0.1; content:US=0.1");
    assertEquals(DutyStack.Outcome.BOUNDED, open.outcome());
    assertEquals("22.7% to 25.2%", open.range().orElseThrow().toText(1));
    assertTrue(open.reasons().toString().contains(UsShareOfRest.FACT), open.reasons().toString());
    // a tenth of the rest is of the United States: 25 % on 0.9 of 0.9
    assertEquals("23.0%", rate(cut, "content:steel=0.1; content:US=0.1; US share of the rest=0.1"));
    assertTrue(
        stack(cut, "content:steel=0.1; content:US=0.1; US share of the rest=0.5")
            .reasons()
            .toString()
            .contains("a fraction that the declared contents leave room for"));
  }

  @Test
  void every_condition_that_is_not_met_is_said() {
    DutyStack stack =
        stack(
            book(
                BASE,
                TariffMeasure.adds("S", "8703", "*", "5%")
                    .withCondition("age>=25")
                    .withCondition("end use=yes")),
            "age=3");
    assertEquals(
        "[S: condition not met age>=25]",
        stack.notApplied().toString(),
        "what is surely not met decides, whatever else is declared");
    assertEquals(
        "[S: condition not met age>=25, S: condition not met end use=yes]",
        stack(
                book(
                    BASE,
                    TariffMeasure.adds("S", "8703", "*", "5%")
                        .withCondition("age>=25")
                        .withCondition("end use=yes")),
                "age=3; end use=no")
            .notApplied()
            .toString());
    assertEquals("2.5%", rate(book(BASE), "age=3"));
    // one that is met does not make up for another
    assertEquals(
        "2.5%",
        rate(
            book(
                BASE,
                TariffMeasure.adds("S", "8703", "*", "5%")
                    .withCondition("age>=25")
                    .withCondition("end use=yes")),
            "age=3; end use=yes"));
  }

  @Test
  void a_part_of_the_code_is_said() {
    DutyStack stack = stack(book(BASE, TariffMeasure.adds("S", "8703.23", "*", "5%")), "");
    assertEquals("2.5% to 7.5%", stack.range().orElseThrow().toText(1));
    assertEquals("[line (rest of 8703: 2.5%; 8703.23: 7.5%)]", stack.decidedBy().toString());
  }

  @Test
  void a_claim_that_does_not_exist_meets_no_condition() {
    TariffMeasure relief =
        TariffMeasure.adds("S", "8703", "*", "25%").withCondition("claim!=USMCA");
    assertEquals("27.5%", rate(book(BASE, relief), "claim=USMCA"));
    TariffBook existing = book(BASE, relief, TariffMeasure.preference("USMCA", "8703", "JP", "1%"));
    assertEquals("1.0%", rate(existing, "claim=USMCA"));
    assertEquals("27.5%", rate(existing, ""));
  }

  @Test
  void what_rates_and_portions_ask_for_is_no_idle_fact() {
    TariffBook some =
        book(
            BASE,
            TariffMeasure.adds("S", "8703", "*", "25%").withPortion(Portion.contentOf("steel")));
    assertEquals(List.of(), stack(some, "content:steel=0.1").remarks());
    assertFalse(stack(some, "content:zinc=0.1").remarks().isEmpty());
  }

  @Test
  void of_equally_close_preferences_the_lowest_counts() {
    TariffMeasure base = TariffMeasure.base("8703", "10%");
    TariffMeasure five = TariffMeasure.preference("P", "8703", "JP", "5%").withId("five");
    TariffMeasure free = TariffMeasure.preference("Q", "8703", "JP", "Free").withId("free");
    TariffMeasure weight = TariffMeasure.preference("R", "8703", "JP", "20¢/kg").withId("weight");
    assertEquals("5.0%", rate(book(base, five), "claim=P"));
    assertEquals("0.0%", rate(book(base, five, free), "claim=P; claim=Q"));
    // nothing is lower than free, by weight or not
    assertEquals("0.0%", rate(book(base, weight, free), "claim=R; claim=Q"));
    assertEquals(
        List.of("five", "MFN"),
        stack(book(base, five, free), "claim=P; claim=Q").notApplied().stream()
            .filter(n -> n.reason() == NotApplied.Reason.NOT_THE_LOWEST)
            .map(n -> n.measure().id())
            .sorted(Comparator.reverseOrder())
            .sorted(Comparator.comparing((String id) -> id.equals("MFN")))
            .toList());
    // USD 20 by weight and USD 50 by value
    assertEquals("USD 20.00", duty(book(base, five, weight), "claim=P; claim=R"));
    // a preference that is dearer than the base duty is not taken
    assertEquals("10.0%", rate(book(base, five.withRate(Rate.percent("11"))), "claim=P"));
    // nor is an equal one
    assertEquals(
        "MFN",
        stack(book(base, five.withRate(Rate.percent("10"))), "claim=P")
            .layers()
            .get(0)
            .measure()
            .id());
  }

  @Test
  void of_preferences_of_a_programme_of_the_dearest_the_dearest_counts() {
    TariffBook dearest =
        book(TariffMeasure.base("8703", "10%"))
            .withProgrammes(Programme.of("P").withChoice(Programme.Choice.HIGHEST))
            .with(
                TariffMeasure.preference("P", "8703", "JP", "5%").withId("a"),
                TariffMeasure.preference("P", "87", "JP", "7%").withId("b"));
    assertEquals("7.0%", rate(dearest, "claim=P"));
    assertEquals("10.0%", rate(dearest, ""));
  }

  @Test
  void two_sums_by_weight_are_compared_on_one_weight() {
    TariffBook book =
        book(TariffMeasure.base("8703", "Free"))
            .withProgrammes(Programme.of("AD").withChoice(Programme.Choice.HIGHEST))
            .with(
                TariffMeasure.adds("AD", "8703", "*", "1 USD/kg").withId("a"),
                TariffMeasure.adds("AD", "8703", "*", "900 USD/t").withId("b"));
    assertEquals(1, stack(book, "").layers().get(1).options().size());
    assertEquals("USD 100.00", duty(book, ""));
    TariffBook part =
        book.withoutMeasure("b")
            .with(
                TariffMeasure.adds("AD", "8703", "*", "3 USD/kg")
                    .withId("b")
                    .withPortion(Portion.contentOf("steel")));
    // on parts of the value nothing is said before the weight is
    assertEquals(2, stack(part, "content:steel=0.5").layers().get(1).options().size());
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        stack(part, "content:steel=0.5")
            .assess(BigMoney.parse("USD 1000"), Quantity.parse("100 kg"))
            .outcome());
    TariffBook total =
        book.withoutMeasure("b")
            .with(TariffMeasure.topsUpTo("AD", "8703", "*", "2 USD/kg").withId("b"));
    assertEquals("USD 200.00", duty(total, ""));
  }

  @Test
  void layers_are_equal_by_what_they_charge() {
    DutyStack one = stack(book(BASE), "");
    DutyStack same = stack(book(BASE, TariffMeasure.adds("S", "0201", "*", "5%")), "");
    assertEquals(one.layers(), same.layers());
    assertEquals(one.layers().hashCode(), same.layers().hashCode());
    assertNotEquals(one.layers().get(0), "MFN");
    assertTrue(one.isSameDutyAs(same));
    assertFalse(
        one.isSameDutyAs(stack(book(BASE, TariffMeasure.adds("S", "8703", "*", "5%")), "")));
    // as much, and yet another duty
    assertFalse(
        one.isSameDutyAs(
            stack(
                book(
                    TariffMeasure.base("8703", "1.5%"), TariffMeasure.adds("S", "8703", "*", "1%")),
                "")));
    assertEquals("MFN on 100% of the value", one.layers().get(0).toString());
  }

  /** Of two that meet only in what was known once, the later law counts. */
  @Test
  void measures_that_do_not_meet_on_a_day_do_not_overlap() {
    TariffMeasure first =
        TariffMeasure.adds("S", "8703", "*", "5%")
            .withId("first")
            .from("2025-01-01")
            .until("2025-06-01");
    TariffMeasure second = first.withId("second").from("2025-03-01");
    assertThrows(IllegalArgumentException.class, () -> book(BASE, first, second));
    TariffMeasure after =
        TariffMeasure.adds("S", "8703", "*", "6%").withId("second").from("2025-06-01");
    assertEquals("7.5%", rate(book(BASE, first, after), ""));
    // the end of the first was published in May: until then it had none
    TariffMeasure open = first.withKnownFrom(null, LocalDate.parse("2025-05-01"));
    assertEquals(
        "8.5%",
        book(BASE, open, after)
            .on(LocalDate.parse("2025-07-01"), Knowledge.of("2025-04-01"))
            .stack(HsCode.of("8703"), Country.of("JP"))
            .adValoremRate()
            .orElseThrow()
            .toText(1));
    // whoever knew of the second knew the end of the first
    assertEquals("7.5%", rate(book(BASE, open, after.withKnownFrom("2025-05-01")), ""));
  }

  @Test
  void an_overlap_is_only_settled_by_a_third_wherever_both_are() {
    TariffMeasure old =
        TariffMeasure.adds("S", "8703, 8704", "*", "5%").withId("a").withCondition("age>=25");
    TariffMeasure used =
        TariffMeasure.adds("S", "8703, 8704", "*", "6%").withId("b").withCondition("end use=yes");
    TariffMeasure both =
        TariffMeasure.adds("S", "8703, 8704", "*", "7%")
            .withId("c")
            .withCondition("age>=25")
            .withCondition("end use=yes");
    assertEquals("9.5%", rate(book(BASE, old, used, both), "age=30; end use=yes"));
    for (TariffMeasure third :
        List.of(
            both.withProducts(ProductScope.parse("8703")),
            both.withOrigins(OriginScope.parse("JP")),
            both.from("2025-01-01"))) {
      assertThrows(
          IllegalArgumentException.class, () -> book(BASE, old, used, third), third::toString);
    }
  }
}
