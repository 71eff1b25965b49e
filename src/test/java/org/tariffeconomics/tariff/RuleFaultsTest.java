package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/** Faults that a review of the rules found, each with the value that the law's words give. */
class RuleFaultsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure FREE = TariffMeasure.base("8703", "Free");

  private static DutyStack stack(TariffBook book, String origin, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("8703"), Country.of(origin), DeclaredFacts.parse(facts));
  }

  private static String rate(TariffBook book, String origin, String facts) {
    return stack(book, origin, facts).adValoremRate().map(r -> r.toText(2)).orElse("unknown");
  }

  @Test
  void a_fact_of_the_wrong_form_is_unknown_and_grants_no_relief() {
    TariffBook old =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S232", "8703", "*", "25%"),
            TariffMeasure.exempts("Old", "8703", "*", "S232").withCondition("age>=25"));
    assertEquals("2.50%", rate(old, "JP", "age=30"));
    assertEquals("27.50%", rate(old, "JP", "age=9"));
    assertEquals(
        "[age (below 25: 27.5%; 25 or more: 2.5%)]", stack(old, "JP", "").decidedBy().toString());
    DutyStack words = stack(old, "JP", "age=9 years");
    assertEquals(DutyStack.Outcome.UNDETERMINED, words.outcome());
    assertTrue(words.reasons().toString().contains("'9 years'"), words.reasons().toString());
    TariffBook loaded =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S232", "8703", "*", "25%"),
            TariffMeasure.exempts("Transit", "8703", "*", "S232")
                .withCondition("loaded<2025-08-07"));
    for (String day : List.of("01.09.2025", "9/1/2025", "31.02.2025", "last week", "45901")) {
      assertEquals(
          DutyStack.Outcome.UNDETERMINED, stack(loaded, "JP", "loaded=" + day).outcome(), day);
    }
    assertEquals("2.50%", rate(loaded, "JP", "loaded=1 April 2025"));
    assertEquals("2.50%", rate(loaded, "JP", "loaded=2025-4-1"));
    assertEquals("2.50%", rate(loaded, "JP", "loaded=20250401"));
  }

  @Test
  void exemption_and_replacement() {
    TariffMeasure ieepa = TariffMeasure.adds("IEEPA", "8703", "*", "10%");
    TariffMeasure s232 = TariffMeasure.replaces("S232", "8703", "*", "25%", "IEEPA");
    assertEquals(
        "12.50%",
        rate(
            TariffBook.us(BASE, ieepa, s232, TariffMeasure.exempts("ANNEX", "8703", "*", "S232")),
            "JP",
            ""));
    assertEquals(
        "17.50%",
        rate(
            TariffBook.us(
                BASE,
                ieepa,
                s232.withId("wide"),
                TariffMeasure.adds("S232", "8703", "KR", "5%").withId("narrow")),
            "KR",
            ""));
    assertEquals(
        "20.00%",
        rate(
            TariffBook.us(
                FREE,
                TariffMeasure.adds("P", "87", "*", "10%"),
                TariffMeasure.replaces("P", "8703", "*", "1%", "P").withId("a"),
                TariffMeasure.replaces("Q", "8703", "*", "20%", "P").withId("z")),
            "JP",
            ""));
    assertEquals(
        "0.00%",
        rate(
            TariffBook.us(BASE, TariffMeasure.exempts("Suspension", "8703", "*", "MFN")),
            "JP",
            ""));
    assertEquals(
        DutyStack.Outcome.ASSESSED,
        stack(
                TariffBook.us(
                    BASE,
                    TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "RU", "Free"),
                    TariffMeasure.exempts("Licence", "8703", "RU", "Ban")),
                "RU",
                "")
            .outcome());
  }

  @Test
  void a_target_that_is_no_programme_is_refused_with_both_names() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    TariffBook.us(
                        BASE,
                        TariffMeasure.adds("S232 autos", "8703", "*", "25%"),
                        TariffMeasure.exempts("EX", "8703", "*", "S232 auto")))
            .getMessage();
    assertTrue(message.contains("'S232 auto'") && message.contains("EX"), message);
  }

  @Test
  void a_tie_that_only_a_name_would_break_is_refused_with_both_names() {
    TariffMeasure eu = TariffMeasure.adds("P", "8703", "EU", "10%").withId("a");
    TariffMeasure eea = TariffMeasure.adds("P", "8703", "EEA", "20%").withId("z");
    String message =
        assertThrows(IllegalArgumentException.class, () -> TariffBook.us(FREE, eu, eea))
            .getMessage();
    assertTrue(message.contains("'a:") && message.contains("'z:"), message);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TariffBook.us(
                FREE,
                TariffMeasure.adds("P", "8703", "*", "10%").withId("a").withCondition("age>=25"),
                TariffMeasure.adds("P", "8703", "*", "20%")
                    .withId("z")
                    .withCondition("end use=yes")));
    // conditions that cannot hold together are no tie
    TariffBook quota =
        TariffBook.us(
            FREE,
            TariffMeasure.adds("P", "8703", "*", "10%").withId("a").withCondition("quota:Q=in"),
            TariffMeasure.adds("P", "8703", "*", "20%").withId("z").withCondition("quota:Q=out"));
    assertEquals("20.00%", rate(quota, "JP", "quota:Q=out"));
    // nor is a pair of which a third says what counts where both hold
    TariffBook third =
        TariffBook.us(
            FREE,
            TariffMeasure.adds("P", "8703", "*", "10%").withId("a").withCondition("age>=25"),
            TariffMeasure.adds("P", "8703", "*", "20%").withId("b").withCondition("end use=yes"),
            TariffMeasure.adds("P", "8703", "*", "5%")
                .withId("c")
                .withCondition("age>=25")
                .withCondition("end use=yes"));
    assertEquals("5.00%", rate(third, "JP", "age=30; end use=yes"));
  }

  @Test
  void the_highest_is_the_highest_charge_with_its_rule_and_portion() {
    Programme dearest = Programme.of("P").withChoice(Programme.Choice.HIGHEST);
    for (List<String> names : List.of(List.of("a", "z"), List.of("z", "a"))) {
      TariffBook book =
          TariffBook.us()
              .withProgrammes(dearest)
              .with(
                  BASE,
                  TariffMeasure.adds("P", "8703", "*", "10%").withId(names.get(0)),
                  TariffMeasure.topsUpTo("P", "8703", "*", "15%").withId(names.get(1)));
      assertEquals("15.00%", rate(book, "JP", ""));
    }
    TariffBook portions =
        TariffBook.us()
            .withProgrammes(dearest)
            .with(
                FREE,
                TariffMeasure.adds("P", "8703", "*", "10%").withId("a"),
                TariffMeasure.adds("P", "87", "*", "50%")
                    .withId("b")
                    .withPortion(Portion.contentOf("steel")));
    assertEquals("10.00%", rate(portions, "JP", "content:steel=0.1"));
    assertEquals("20.00%", rate(portions, "JP", "content:steel=0.4"));
    assertTrue(
        stack(portions, "JP", "content:steel=0.1").notApplied().toString().contains("b: a dearer"));
    TariffBook byWeight =
        TariffBook.us()
            .withProgrammes(dearest)
            .with(
                FREE,
                TariffMeasure.adds("P", "8703", "*", "10%").withId("a"),
                TariffMeasure.adds("P", "87", "*", "1 USD/kg").withId("b"));
    assertEquals(
        "the higher of P 10% and P 1 USD/kg", stack(byWeight, "JP", "").layers().get(1).summary());
    assertEquals(
        "USD 200.00",
        stack(byWeight, "JP", "")
            .assess(BigMoney.parse("USD 1000"), Quantity.parse("200 kg"))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void choices_are_checked_whenever_programmes_change() {
    TariffMeasure ten = TariffMeasure.adds("AD", "8703", "*", "10%").withId("a");
    TariffMeasure twenty = TariffMeasure.adds("AD", "8703", "*", "20%").withId("b");
    TariffBook book =
        TariffBook.us()
            .withProgrammes(Programme.of("AD").withChoice(Programme.Choice.HIGHEST))
            .with(FREE, ten, twenty);
    assertEquals("20.00%", rate(book, "JP", ""));
    assertThrows(IllegalArgumentException.class, () -> book.withProgrammes(Programme.of("AD")));
  }

  @Test
  void a_preference_by_quantity_is_never_summed_with_the_ordinary_duty() {
    TariffBook same =
        TariffBook.us(
            TariffMeasure.base("8703", "4.4¢/kg"),
            TariffMeasure.preference("P", "8703", "TR", "2.2¢/kg"));
    assertEquals("P 0.022 USD/kg", stack(same, "TR", "claim=P").summary());
    assertEquals(1, stack(same, "TR", "claim=P").layers().size());
    TariffBook mixed =
        TariffBook.us(
            TariffMeasure.base("8703", "4.4¢/kg"),
            TariffMeasure.preference("P", "8703", "TR", "2%"));
    assertEquals("the lower of MFN 0.044 USD/kg and P 2%", stack(mixed, "TR", "claim=P").summary());
    assertEquals(1, stack(mixed, "TR", "claim=P").layers().size());
    assertEquals(
        "USD 4.40",
        stack(mixed, "TR", "claim=P")
            .assess(BigMoney.parse("USD 1000"), Quantity.parse("100 kg"))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void cover_never_exceeds_the_value() {
    TariffBook book =
        TariffBook.us(
                FREE,
                TariffMeasure.adds("Steel", "8703", "*", "0%")
                    .withPortion(Portion.contentOf("steel")),
                TariffMeasure.adds("Own", "8703", "*", "0%").withPortion(Portion.contentOf("US")),
                TariffMeasure.adds("Rest", "8703", "*", "100%"))
            .withProgrammes(Programme.of("Rest").withYieldTo("Steel", "Own"));
    // (1 - 0.6) of no steel, of which half is not of US content
    assertEquals(
        "20.00%", rate(book, "JP", "content:steel=0.6; content:US=0.5; US share of the rest=0.5"));
    assertEquals("40.00%", rate(book, "JP", "content:steel=0.6; content:US=0"));
    assertEquals("0.00%", rate(book, "JP", "content:steel=1; content:US=1"));
  }

  @Test
  void a_users_own_measure_beats_the_one_it_overlaps_or_is_refused_by_name() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
                .withId("bundled")
                .from("2025-09-16")
                .withKnownFrom("2025-09-05"));
    TariffMeasure later =
        TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "12.5%").withId("ours");
    TariffBook with = book.with(later.from("2027-01-01"));
    assertEquals(
        Rate.percent("12.5"),
        with.on("2027-02-01").stack(HsCode.of("8703"), Country.of("JP")).adValoremRate().get());
    assertEquals(
        Rate.percent("15"),
        with.on("2026-12-31").stack(HsCode.of("8703"), Country.of("JP")).adValoremRate().get());
    for (TariffMeasure unclear : List.of(later, later.from("2025-09-01"))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> book.with(unclear)).getMessage();
      assertTrue(message.contains("bundled") && message.contains("ours"), message);
    }
  }

  @Test
  void books_are_amended_by_replacing_ending_and_overlaying() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S232 autos", "8703.23", "JP", "25%")
                .withId("bundled")
                .from("2025-04-03")
                .withKnownFrom("2025-03-26"));
    HsCode line = HsCode.of("8703.23.01");
    TariffMeasure held = book.measure("bundled").orElseThrow();
    TariffBook replaced = book.replacing(held.withRate(Rate.percent("10")));
    assertEquals("12.50%", on(replaced, "2025-05-01", line));
    assertThrows(
        IllegalArgumentException.class, () -> book.replacing(held.withId("nobody knows it")));
    TariffBook ended = book.ending("bundled", "2025-06-01");
    assertEquals("27.50%", on(ended, "2025-05-31", line));
    assertEquals("2.50%", on(ended, "2025-06-01", line));
    assertThrows(IllegalArgumentException.class, () -> ended.ending("bundled", "2026-01-01"));
    TariffBook wide =
        TariffBook.us(TariffMeasure.adds("S232 autos", "8703", "*", "5%").withId("ours"));
    assertEquals("7.50%", on(book.overlaidBy(wide), "2025-05-01", line));
    assertEquals(
        "27.50%", on(book.overlaidBy(TariffBook.us()), "2025-05-01", line), "nothing laid over");
  }

  private static String on(TariffBook book, String day, HsCode line) {
    return book.on(day).stack(line, Country.of("JP")).adValoremRate().orElseThrow().toText(2);
  }

  @Test
  void days_before_the_first_fact_are_not_answered() {
    TariffBook book = TariffBook.us(BASE).withFactsFrom(LocalDate.parse("2025-01-01"));
    DutyStack before = book.on("2018-10-01").stack(HsCode.of("8703"), Country.of("JP"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, before.outcome());
    assertTrue(before.adValoremRate().isEmpty());
    assertTrue(before.assess(BigMoney.parse("USD 1")).duty().isEmpty());
    assertTrue(before.reasons().get(0).contains("2025-01-01"), before.reasons().toString());
    assertFalse(
        book.on("2025-01-01").stack(HsCode.of("8703"), Country.of("JP")).adValoremRate().isEmpty());
  }

  @Test
  void what_nothing_asks_for_is_remarked() {
    TariffBook book =
        TariffBook.us(
            BASE, TariffMeasure.exempts("Old", "8703", "*", "MFN").withCondition("age>=25"));
    assertEquals(List.of(), stack(book, "JP", "age=3").remarks());
    assertTrue(stack(book, "JP", "agge=30").remarks().toString().contains("agge"));
    assertTrue(stack(book, "JP", "content:US=0.4").remarks().toString().contains("content:US"));
    assertTrue(stack(book, "JP", "claim=KORUS").remarks().toString().contains("KORUS"));
    assertEquals(
        "[age: a number such as 25 (Old)]",
        book.on("2025-05-01").declarable(HsCode.of("8703"), Country.of("JP")).toString());
  }

  /** A heading is the set of its lines: what one of them asks for moves the duty on the heading. */
  @Test
  void what_goods_below_a_code_ask_for_may_be_declared_of_the_code() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.preference("KORUS", "8703.23", "KR", "0%"),
            TariffMeasure.exempts("Old", "8703.22.01", "*", "MFN").withCondition("age>=25"));
    assertEquals(
        List.of("age", "claim"),
        book.on("2025-05-01").declarable(HsCode.of("8703"), Country.of("KR")).stream()
            .map(Declarable::name)
            .toList());
    assertEquals(
        List.of("claim"),
        book.on("2025-05-01").declarable(HsCode.of("8703.23.01"), Country.of("KR")).stream()
            .map(Declarable::name)
            .toList());
  }

  @Test
  void a_book_remembers_nothing_of_the_order_of_its_making() {
    TariffMeasure charge = TariffMeasure.adds("S232", "8703", "*", "25%");
    TariffMeasure old = TariffMeasure.exempts("Old", "8703", "*", "S232").withCondition("age>=25");
    TariffBook one = TariffBook.us(BASE, charge, old);
    TariffBook other = TariffBook.us(charge, old, BASE);
    assertEquals(one, other);
    assertNotEquals(one, one.without("Old"));
    assertEquals(
        old.withCondition("end use=yes"),
        TariffMeasure.exempts("Old", "8703", "*", "S232")
            .withCondition("end use=yes")
            .withCondition("age>=25"));
  }

  @Test
  void a_measure_that_was_taken_out_and_comes_back_stands_once() {
    TariffMeasure ban = TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "RU", "Free");
    TariffBook book = TariffBook.us(BASE, ban);
    assertEquals(List.of("prohibited by Ban"), stack(book, "RU", "").reasons());
    TariffBook back = book.withoutMeasure("Ban").with(ban);
    assertEquals(book, back);
    assertEquals(List.of("prohibited by Ban"), stack(back, "RU", "").reasons());
  }

  /** An importer may use either, whichever of the two the book names first. */
  @Test
  void a_preference_within_a_quota_stands_beside_another_in_either_order() {
    TariffMeasure within =
        TariffMeasure.preference("P", "8703", "JP", "1%").withCondition("quota:Q=in").withId("a");
    TariffMeasure old =
        TariffMeasure.preference("P", "8703", "JP", "2%").withCondition("age>=25").withId("b");
    TariffMeasure base = TariffMeasure.base("8703", "10%");
    for (List<TariffMeasure> both : List.of(List.of(within, old), List.of(old, within))) {
      DutyStack stack =
          TariffBook.us(base)
              .withAll(both)
              .on("2025-05-01")
              .stack(
                  HsCode.of("8703"),
                  Country.of("JP"),
                  DeclaredFacts.parse("claim=P; quota:Q=in; age=30"));
      assertEquals("1%", stack.adValoremRate().orElseThrow().toString());
    }
  }
}
