package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What one knew of suspensions that were to end: EO 14266 (until 12:01 a.m. of 9 July 2025), EO
 * 14316 (1 August 2025), EO 14298, 14334 and 14358 for China (12 August and 10 November 2025, 10
 * November 2026), Proclamation 10976 (steps of 1 January 2026) and 11000 (put off by a year).
 */
class UsTwoClocksTest {

  @ParameterizedTest(name = "{0} from {1} on {2} as known on {3}: {4}")
  @CsvSource({
    // 16.5 + 7.5 (list 4A) + 20 (fentanyl) + 34
    "6109.10, CN, 2025-11-15, 2025-08-12, 78.0%",
    // 16.5 + 7.5 + 10 (fentanyl, halved) + 10
    "6109.10, CN, 2025-11-15, 2025-11-05, 44.0%",
    "6109.10, CN, 2026-11-15, 2025-11-05, 68.0%",
    // 16.5 + 44
    "6109.10, LK, 2025-07-10, 2025-04-10, 60.5%",
    "6109.10, LK, 2025-07-08, 2025-04-10, 26.5%",
    "6109.10, LK, 2025-07-10, 2025-07-08, 26.5%",
    "6109.10, LK, 2025-08-02, 2025-07-22, 60.5%",
    "6109.10, LK, 2025-08-02, 2025-08-01, 26.5%",
    // upholstered furniture: 25, to be 30 from 2026, put off by a year
    "9401.61.40.11, TH, 2026-02-01, 2025-11-01, 30.0%",
    "9401.61.40.11, TH, 2026-02-01, 2026-01-02, 25.0%"
  })
  void a_suspension_known_to_end_has_ended_for_whoever_knew_only_that(
      String line, String origin, String day, String known, String expected) {
    DutyStack stack =
        Tariffs.us().on(day).asKnownOn(known).stack(HsCode.of(line), Country.of(origin));
    assertEquals(expected, stack.adValoremRate().orElseThrow().toText(1), stack.summary());
  }

  @Test
  void what_came_to_pass_stays_as_it_was() {
    assertEquals("54.0%", rate("6109.10", "CN", "2025-10-15"));
    assertEquals("44.0%", rate("6109.10", "CN", "2025-11-15"));
    assertEquals("26.5%", rate("6109.10", "LK", "2025-07-10"));
    assertEquals("36.5%", rate("6109.10", "LK", "2025-08-07"));
  }

  private static String rate(String line, String origin, String day) {
    return Tariffs.us()
        .on(day)
        .stack(HsCode.of(line), Country.of(origin))
        .adValoremRate()
        .orElseThrow()
        .toText(1);
  }

  @Test
  void law_before_the_first_fact_is_not_answered() {
    DutyStack stack =
        Tariffs.us().on("2018-10-01").stack(HsCode.of("8708.30.50"), Country.of("CN"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertTrue(stack.reasons().get(0).contains("2025-01-01"), stack.reasons().toString());
  }

  @Test
  void an_unknown_duty_is_one_step() {
    assertEquals(1, Tariffs.timeline("7701", "2025-01-01", "2025-12-31", "JP").steps().size());
  }
}
