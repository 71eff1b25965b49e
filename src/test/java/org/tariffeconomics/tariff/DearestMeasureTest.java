package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/** What a measure that is not the dearest of its programme leaves to others: everything. */
class DearestMeasureTest {

  private static final TariffMeasure FREE = TariffMeasure.base("8703", "Free");

  private static DutyStack stack(String facts, TariffMeasure... measures) {
    return TariffBook.us()
        .withProgrammes(
            Programme.of("P").withChoice(Programme.Choice.HIGHEST),
            Programme.of("Q").withYieldTo("P"),
            Programme.of("T"))
        .with(measures)
        .on("2025-05-01")
        .stack(HsCode.of("8703"), Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static String rate(String facts, TariffMeasure... measures) {
    return stack(facts, measures).adValoremRate().orElseThrow().toText(1);
  }

  @Test
  void a_replacement_that_is_not_the_dearest_replaces_nothing() {
    TariffMeasure other = TariffMeasure.adds("T", "8703", "*", "10%");
    TariffMeasure replacement = TariffMeasure.replaces("P", "8703", "*", "5%", "T").withId("b");
    for (String name : List.of("a", "z")) {
      // 30 % of P and 10 % of T
      assertEquals(
          "40.0%",
          rate(
              "",
              FREE,
              other,
              replacement,
              TariffMeasure.adds("P", "8703", "*", "30%").withId(name)));
      // 5 % of P in place of T
      assertEquals(
          "5.0%",
          rate(
              "",
              FREE,
              other,
              replacement,
              TariffMeasure.adds("P", "8703", "*", "3%").withId(name)));
    }
  }

  @Test
  void others_yield_to_the_part_that_the_dearest_covers() {
    TariffMeasure yielding = TariffMeasure.adds("Q", "8703", "*", "20%");
    TariffMeasure whole = TariffMeasure.adds("P", "8703", "*", "1%").withId("a");
    TariffMeasure steel =
        TariffMeasure.adds("P", "8703", "*", "50%")
            .withId("b")
            .withPortion(Portion.contentOf("steel"));
    // 50 % on 0.6, and 20 % on the other 0.4
    assertEquals("38.0%", rate("content:steel=0.6", FREE, yielding, whole, steel));
    // 1 % on all is more than 50 % on 0.01
    assertEquals("1.0%", rate("content:steel=0.01", FREE, yielding, whole, steel));
  }

  /** Where value and weight or nothing but a name would decide, the duty is not known. */
  @Test
  void what_is_not_decided_is_not_guessed() {
    TariffMeasure yielding = TariffMeasure.adds("Q", "8703", "*", "20%");
    TariffMeasure steel =
        TariffMeasure.adds("P", "8703", "*", "50%")
            .withId("b")
            .withPortion(Portion.contentOf("steel"));
    for (String rate : List.of("1 USD/kg", "30%")) {
      TariffMeasure whole = TariffMeasure.adds("P", "8703", "*", rate).withId("a");
      DutyStack stack = stack("content:steel=0.6", FREE, yielding, whole, steel);
      assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome(), rate);
      assertTrue(stack.reasons().get(0).contains("'P'"), stack.reasons().toString());
      assertTrue(stack.reasons().get(0).contains("'Q'"), stack.reasons().toString());
      // where nothing yields to it, it is only the higher of both
      assertEquals(
          DutyStack.Outcome.ASSESSED, stack("content:steel=0.6", FREE, whole, steel).outcome());
    }
  }
}
