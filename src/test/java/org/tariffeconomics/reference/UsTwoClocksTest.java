package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
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

  /**
   * Law that came later than the day it counts for, that was withdrawn, prolonged or turned round:
   * what one knew on a day of the duty of another, each by the day of the text that made it.
   */
  @ParameterizedTest(name = "{0} from {1} on {2} as known on {3}: {5}")
  @CsvSource({
    // EO 14289 of 29 April 2025 has the duty on Canada before steel; Proclamation 10947 of 3 June
    // turns the two round from 4 June
    "7208.51.00, CA, 2025-07-01, 2025-05-15, '', 25.0%",
    "7208.51.00, CA, 2025-07-01, 2025-06-02, '', 25.0%",
    "7208.51.00, CA, 2025-07-01, 2025-06-03, '', 50.0%",
    "7208.51.00, MX, 2025-07-01, 2025-06-02, '', 25.0%",
    "7601.10.60, MX, 2025-07-01, 2025-06-02, content:aluminium=1, 25.0%",
    "7601.10.60, CA, 2025-07-01, 2025-06-02, smelted:RU=yes; content:aluminium=1, open",
    // before it they added up
    "7208.51.00, CA, 2025-03-20, 2025-03-15, '', 50.0%",
    // Proclamation 10522 had no end; Proclamation 11021 of 2 April 2026 goes on with it
    "7601.10.60, RU, 2026-05-01, 2026-03-01, content:aluminium=1, 270.0%",
    "7601.10.60, RU, 2026-05-01, 2026-04-02, content:aluminium=1, 270.0%",
    "7601.10.60, NO, 2026-05-01, 2026-03-01, smelted:RU=yes; content:aluminium=1, 200.0%",
    // its derivatives of 2025 are those of Proclamation 10895 of 10 February 2025
    "8302.10.60.30, NO, 2025-04-01, 2025-02-01, smelted:RU=yes, 3.5%",
    "8302.10.60.30, NO, 2025-04-01, 2025-02-10, smelted:RU=yes, 203.5%",
    // exclusions: through 31 May 2025 (HTS 2025 Revision 1), 31 August (Revision 14 of 6 June), 29
    // November (Revision 21 of 2 September) and 9 November 2026 (90 FR 55232 of 26 November)
    "9401.61.60.11, CN, 2025-07-15, 2025-05-20, exclusion=9903.88.69 item 66, 55.0%",
    "9401.61.60.11, CN, 2025-05-20, 2025-05-20, exclusion=9903.88.69 item 66, 30.0%",
    "9401.61.60.11, CN, 2025-07-15, 2025-06-06, exclusion=9903.88.69 item 66, 30.0%",
    "9401.61.60.11, CN, 2025-09-15, 2025-08-15, exclusion=9903.88.69 item 66, 55.0%",
    "9401.61.60.11, CN, 2025-09-15, 2025-09-02, exclusion=9903.88.69 item 66, 30.0%",
    // 34 points return on 10 November as known on 2 September; section 232 on sofas not yet
    "9401.61.60.11, CN, 2025-11-29, 2025-09-02, exclusion=9903.88.69 item 66, 54.0%",
    // cranes: 90 FR 48320 from 9 November 2025, put off on 10 November by a year
    "8426.19.00, CN, 2025-12-01, 2025-11-08, ship-to-shore crane=yes, 145.0%",
    "8426.19.00, CN, 2025-12-01, 2025-11-10, ship-to-shore crane=yes, 45.0%",
    "8426.19.00, CN, 2025-11-09, 2025-11-06, ship-to-shore crane=yes, 55.0%",
    "8426.19.00, CN, 2025-11-09, 2025-11-07, ship-to-shore crane=yes, 155.0%",
    // Learning Resources v. Trump, EO 14389 and Proclamation 11012, all of 20 February 2026
    "6109.10.00, VN, 2026-03-01, 2026-02-19, '', 36.5%",
    "6109.10.00, VN, 2026-03-01, 2026-02-20, '', 26.5%",
    "6109.10.00, VN, 2026-08-01, 2026-03-01, '', 16.5%",
    "6109.10.00, VN, 2026-08-01, 2026-07-23, '', 29.0%",
    // lists and rates that reach back: the Union 25 September, Korea 4 December, Switzerland, Japan
    // 16 September 2025, Taiwan 28 May 2026, farm goods 14 November 2025
    "4501.10.00, PT, 2025-09-01, 2025-09-24, '', 15.0%",
    "4501.10.00, PT, 2025-09-01, 2025-09-25, '', 0.0%",
    "8703.23.01, DE, 2025-08-10, 2025-09-24, '', 27.5%",
    "8703.23.01, DE, 2025-08-10, 2025-09-25, '', 15.0%",
    "8703.23.01, KR, 2025-11-10, 2025-12-03, '', 27.5%",
    "8703.23.01, KR, 2025-11-10, 2025-12-04, '', 15.0%",
    "6402.99.31, CH, 2025-11-20, 2025-12-01, '', 45.0%",
    "6402.99.31, JP, 2025-08-10, 2025-08-20, '', 21.0%",
    "6402.99.31, JP, 2025-08-10, 2025-09-16, '', 15.0%",
    "8708.30.50, TW, 2026-05-10, 2026-05-27, '', 27.5%",
    "8708.30.50, TW, 2026-05-10, 2026-05-28, '', 15.0%",
    "0803.90.00, EC, 2025-11-13, 2025-11-13, '', 15.0%",
    "0803.90.00, EC, 2025-11-13, 2025-11-14, '', 0.0%",
    // announced and put off: section 338 from 19 August 2026, since 18 August from 22 August
    "2203.00.00, CA, 2026-08-20, 2026-08-15, claim=USMCA, 50.0%",
    "2203.00.00, CA, 2026-08-20, 2026-08-18, claim=USMCA, 0.0%",
    "2203.00.00, CA, 2026-08-25, 2026-08-18, claim=USMCA, 50.0%",
    // racks under section 232: spared until the notice of 11 September 2026
    "9403.20.00.75, CA, 2026-09-20, 2026-09-10, claim=USMCA; metal weight share=0.5, 25.0%",
    "9403.20.00.75, CA, 2026-09-20, 2026-09-11, claim=USMCA; metal weight share=0.5, 75.0%",
    // copper: Proclamation 10962 of 30 July 2025, which takes 7407 off Annex II
    "7407.10.15, CL, 2025-08-05, 2025-07-29, content:copper=1, 3.0%",
    "7407.10.15, CL, 2025-08-05, 2025-07-30, content:copper=1, 53.0%",
    // cars: Proclamation 10908 of 26 March 2025
    "8703.23.01, ZA, 2025-04-10, 2025-03-25, '', 2.5%",
    "8703.23.01, ZA, 2025-04-10, 2025-03-26, '', 27.5%",
    // Brazil: EO 14323 of 30 July 2025; India: EO 14329 of 6 August 2025, EO 14384 of 6 February
    // 2026
    "6109.10.00, BR, 2025-08-10, 2025-07-29, '', 26.5%",
    "6109.10.00, BR, 2025-08-10, 2025-07-30, '', 66.5%",
    "6109.10.00, IN, 2025-09-01, 2025-08-05, '', 41.5%",
    "6109.10.00, IN, 2025-09-01, 2025-08-06, '', 66.5%",
    "6109.10.00, IN, 2026-02-10, 2026-02-05, '', 66.5%",
    "6109.10.00, IN, 2026-02-10, 2026-02-06, '', 41.5%",
    // Proclamation 11032 of 1 June 2026
    "8427.20.80, JP, 2026-06-10, 2026-05-31, metal weight share=0.5, 25.0%",
    "8427.20.80, JP, 2026-06-10, 2026-06-01, metal weight share=0.5, 15.0%"
  })
  void a_duty_is_that_of_the_law_as_it_was_known(
      String line, String origin, String day, String known, String facts, String expected) {
    DutyStack stack =
        Tariffs.us()
            .on(day)
            .asKnownOn(known)
            .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
    assertEquals(
        expected,
        stack.adValoremRate().map(rate -> rate.toText(1)).orElse("open"),
        stack.summary());
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
