package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.threeten.extra.LocalDateRange;

/** What is taken to be declared of which goods, and on which day. */
class AssumptionsTest {

  private static final HsCode CAR = HsCode.of("8703.23");
  private static final Country JAPAN = Country.of("JP");
  private static final Assumption NEW = row("8703", "age=0");
  private static final Assumption LOADED = row("87", "loaded=" + Assumptions.DAY_OF_ENTRY);
  private static final Assumptions ORDINARY =
      Assumptions.of("ordinary goods", "US", List.of(NEW, LOADED));

  private static Assumption row(String products, String facts) {
    return new Assumption(
        ProductScope.parse(products),
        OriginScope.all(),
        DeclaredFacts.parse(facts),
        LocalDateRange.ALL,
        "usual",
        Source.user("test"));
  }

  @Test
  void a_set_has_its_rows_and_its_name() {
    assertEquals(List.of(NEW, LOADED), ORDINARY.rows());
    assertEquals("ordinary goods", ORDINARY.toString());
    assertEquals(
        "age=0; loaded=2025-04-10",
        ORDINARY.of(CAR, JAPAN, LocalDate.parse("2025-04-10")).toString());
    assertEquals(
        "loaded=2025-04-10",
        ORDINARY.of(HsCode.of("8704"), JAPAN, LocalDate.parse("2025-04-10")).toString());
    assertTrue(ORDINARY.of(HsCode.of("6109"), JAPAN, LocalDate.parse("2025-04-10")).isEmpty());
  }

  /** Goods loaded from 5 April on pay 10 %: what is loaded on its day of entry pays from then. */
  @Test
  void the_day_of_entry_is_that_of_each_question() {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.adds("P", "8703", "*", "10%").withCondition("loaded>=2025-04-05"))
            .assuming(ORDINARY);
    assertEquals("2.5%", rate(book, "2025-04-04"));
    assertEquals("12.5%", rate(book, "2025-04-05"));
    assertEquals("2.5%", rate(book, "2025-04-04"), "asked again");
    assertEquals("open", rate(book.withoutAssumptions(), "2025-04-05"));
    // what is declared is not assumed
    assertEquals(
        "2.5%",
        book.on("2025-04-10")
            .stack(CAR, JAPAN, DeclaredFacts.parse("loaded=2025-04-01"))
            .adValoremRate()
            .orElseThrow()
            .toText(1));
  }

  /** The measures are the same throughout; only what is assumed changes, and changes back. */
  @Test
  void an_assumption_counts_on_its_days_whatever_was_asked_before() {
    Assumption summer =
        new Assumption(
            ProductScope.parse("8703"),
            OriginScope.all(),
            DeclaredFacts.parse("age=0"),
            LocalDateRange.of(LocalDate.parse("2025-06-01"), LocalDate.parse("2025-09-01")),
            "usual",
            Source.user("test"));
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.adds("P", "8703", "*", "10%").withCondition("age<25"),
                TariffMeasure.adds("Q", "0201", "*", "10%"))
            .assuming(Assumptions.of("in summer", "US", List.of(summer)));
    List<String> days = List.of("2025-05-31", "2025-06-01", "2025-08-31", "2025-09-01");
    for (String first : days) {
      TariffBook asked = book.withProgrammes(Programme.of("asked first on " + first));
      for (int i = 0; i < 100; i++) {
        asked.on(first).stack(HsCode.of("0201.10"), JAPAN).outcome();
      }
      asked.on(first).stack(CAR, JAPAN).outcome();
      for (String day : days) {
        boolean assumed = day.equals("2025-06-01") || day.equals("2025-08-31");
        String right = assumed ? "12.5%" : "open";
        assertEquals(right, rate(asked, day), day + " after " + first);
        assertEquals(right, panelRate(asked, day), day + " after " + first);
        DutyStack layered = book.on(day).stack(CAR, JAPAN);
        layered.layers();
        assertEquals(layered.range(), asked.on(day).stack(CAR, JAPAN).range(), day);
      }
    }
  }

  private static String panelRate(TariffBook book, String day) {
    LocalDate entry = LocalDate.parse(day);
    return TariffPanel.of(book, List.of(CAR), List.of(DeclaredOrigin.of(JAPAN)), List.of(entry))
        .on(entry)
        .rate(0, 0)
        .map(r -> r.toText(1))
        .orElse("open");
  }

  private static String rate(TariffBook book, String day) {
    return book.on(day).stack(CAR, JAPAN).adValoremRate().map(r -> r.toText(1)).orElse("open");
  }

  /** A preference of 5 % is not below 2.5 %: the goods are entered under it, and pay the latter. */
  @Test
  void goods_are_entered_under_a_preference_that_is_not_lower() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.preference("K", "8703", "*", "5%"),
            TariffMeasure.preference("L", "8703", "*", "Free"));
    DutyStack claimed = book.on("2025-04-05").stack(CAR, JAPAN, DeclaredFacts.claiming("K"));
    assertEquals("2.5%", claimed.adValoremRate().orElseThrow().toText(1));
    assertTrue(of(claimed, "K").isEntered());
    assertFalse(of(claimed, "L").isEntered(), "not claimed");
    assertEquals(NotApplied.Reason.NOT_THE_LOWEST, of(claimed, "K").reason());
  }

  /**
   * Steel is asked for by a duty on goods that claim nothing: beside a claim it is not assumed, so
   * that it does not stand in the way of the copper, which fits beside the aluminium and is. 20 %
   * on the copper, a tenth: 2 %.
   */
  @Test
  void what_only_a_measure_asks_that_fails_by_the_claims_is_not_assumed() {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("8703", "Free"),
                TariffMeasure.preference("K", "8703", "*", "Free"),
                TariffMeasure.adds("S", "8703", "*", "50%")
                    .withPortion(Portion.contentOf("steel"))
                    .withCondition("claim!=K"),
                TariffMeasure.adds("C", "8703", "*", "20%")
                    .withPortion(Portion.contentOf("copper")))
            .assuming(
                Assumptions.of(
                    "metals",
                    "US",
                    List.of(row("8703", "content:steel=50%"), row("8703", "content:copper=10%"))));
    DeclaredFacts declared =
        DeclaredFacts.claiming("K").and(DeclaredFacts.parse("content:aluminium=60%"));
    DutyStack stack = book.on("2025-04-05").stack(CAR, JAPAN, declared);
    assertEquals("2%", stack.adValoremRate().map(Object::toString).orElse("open"));
    assertEquals("2%", panelRate(book, declared));
  }

  private static String panelRate(TariffBook book, DeclaredFacts declared) {
    LocalDate entry = LocalDate.parse("2025-04-05");
    return TariffPanel.of(
            book, List.of(CAR), List.of(new DeclaredOrigin(JAPAN, declared)), List.of(entry))
        .on(entry)
        .rate(0, 0)
        .map(Object::toString)
        .orElse("open");
  }

  private static NotApplied of(DutyStack stack, String programme) {
    return stack.notApplied().stream()
        .filter(n -> n.measure().programme().equals(programme))
        .findFirst()
        .orElseThrow();
  }
}
