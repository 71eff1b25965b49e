package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MeasureReading;

/** What the whole law answers to codes, days and lists that are not as they should be. */
class UsBadQuestionsTest {

  private static DutyStack stack(String line, String origin, String day, String facts) {
    return UsTariffs.book()
        .on(day)
        .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  /** 9401.99.90.81 became .30 and .70 on 1 July 2025, derivatives of aluminium as it was. */
  @Test
  void a_number_that_was_renumbered_is_answered_for_its_successors() {
    DutyStack old = stack("9401.99.90.81", "DE", "2025-09-16", "content:aluminium=0.4");
    DutyStack one = stack("9401.99.90.30", "DE", "2025-09-16", "content:aluminium=0.4");
    assertEquals(one.adValoremRate(), old.adValoremRate());
    assertNotEquals(Optional.of(Rate.percent("15")), old.adValoremRate());
    assertEquals(
        List.of(
            "9401.99.90.81 ended on 2025-07-01 and is now 9401.99.90.30, 9401.99.90.70, whose duty"
                + " this is"),
        old.remarks());
    // the day before it was itself a line
    assertEquals(
        List.of(), stack("9401.99.90.81", "DE", "2025-06-30", "content:aluminium=0.4").remarks());
  }

  /** A panel says of it what a single answer says. */
  @Test
  void a_panel_answers_for_the_successors_too() {
    LocalDate day = LocalDate.parse("2025-09-16");
    HsCode old = HsCode.of("9401.99.90.81");
    DeclaredOrigin origin = DeclaredOrigin.parse("DE with content:aluminium=0.4");
    assertEquals(
        stack("9401.99.90.81", "DE", "2025-09-16", "content:aluminium=0.4").adValoremRate(),
        TariffPanel.of(UsTariffs.book(), List.of(old), List.of(origin), List.of(day))
            .on(day)
            .rate(0, 0));
  }

  /** A number that never was is answered by the numbers of its line, and says so. */
  @Test
  void a_number_that_never_was_is_answered_by_its_line() {
    DutyStack shirt = stack("6109.10.00.99", "DE", "2026-05-01", "");
    assertEquals(
        stack("6109.10.00", "DE", "2026-05-01", "").adValoremRate(), shirt.adValoremRate());
    assertTrue(shirt.remarks().get(0).contains("is no line of"), shirt.remarks().toString());
  }

  @Test
  void a_code_that_is_none_is_not_definite_and_names_the_nearest() {
    DutyStack none = stack("6109.99", "DE", "2026-05-01", "");
    assertEquals(Outcome.UNDETERMINED, none.outcome());
    assertTrue(none.remarks().toString().contains("6109.90.10"), none.remarks().toString());
  }

  @Test
  void a_day_before_the_facts_is_not_definite() {
    DutyStack before = stack("6109.10.00", "DE", "2024-12-31", "");
    assertEquals(Outcome.UNDETERMINED, before.outcome());
    assertEquals(Optional.empty(), before.adValoremRate());
    assertTrue(before.reasons().toString().contains("2025-01-01"), before.reasons().toString());
    assertEquals(Outcome.ASSESSED, stack("6109.10.00", "DE", "2025-01-01", "").outcome());
  }

  @Test
  void a_day_after_the_facts_is_assumed_and_says_so() {
    DutyStack after = stack("6109.10.00", "DE", "2027-06-01", "");
    assertEquals(Outcome.ASSESSED, after.outcome());
    assertTrue(
        after.stamp().toString().contains("past the last known fact: assumes current law"),
        after.stamp().toString());
    assertTrue(
        !stack("6109.10.00", "DE", "2026-09-29", "").stamp().toString().contains("past the last"));
  }

  /** A row that refers to a list of an unknown heading is a problem, and no measure. */
  @Test
  void a_list_of_an_unknown_heading_is_a_problem() {
    MeasureReading reading =
        MeasureCsv.read(
            "mine.csv",
            new StringReader(
                "id,programme,rule,products,origins,rate\n"
                    + "a,S301,ADDS,list:9903.88.99,CN,25%\n"
                    + "b,S301,ADDS,list:9903.88.03,CN,25%\n"),
            Facts.VERIFIED_ONLY,
            UsLists.all());
    assertTrue(reading.problems().toString().contains("9903.88.99"), reading.problems().toString());
    assertTrue(reading.measures().stream().noneMatch(m -> m.id().startsWith("a")));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> UsTariffs.provisions("9903.99"))
            .getMessage()
            .contains("9903.99"));
  }
}
