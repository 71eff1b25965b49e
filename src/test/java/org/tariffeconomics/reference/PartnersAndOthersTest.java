package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What partners charge goods of one origin or on one metal, besides their answers to the United
 * States: none of it may be passed over for the ordinary duty.
 */
class PartnersAndOthersTest {

  /**
   * Canada: CBSA Customs Notice 22-02 (General Tariff, 35 % or the MFN rate where more),
   * SOR/2024-187 (100 % and 25 % on goods of China), SOR/2025-148 (50 % above the quotas on steel),
   * the order of 30 July 2025 (25 % on metal of China). EU: 25 % to 30 June 2026, then 50 % above
   * the quotas on steel. UK: likewise. China: 25 % on Canadian pork from 20 March 2025 (Xinhua, 8
   * March 2025).
   */
  @ParameterizedTest
  @CsvSource({
    "CA, 8703.23, RU, 2025-08-12, unknown",
    "CA, 8703.23, RU with status:listed in measures on goods of Russia and Belarus=no, 2025-08-12, 35%",
    "CA, 8471.30, BY with status:listed in measures on goods of Russia and Belarus=no, 2025-08-12, 35%",
    "CA, 8703.23, KP, 2025-08-12, unknown",
    "CA, 8703.80, CN, 2025-08-12, 6.1% to 106.1%",
    "CA, 8703.80, DE, 2025-08-12, 6.1%",
    "CA, 7208.39, CN, 2025-08-12, 0% to 75%",
    "CA, 7208.39, CN, 2025-06-26, 0% to 25%",
    "CA, 7208.39, JP, 2025-06-26, 0%",
    "CA, 7208.39, JP, 2025-06-27, 0% to 50%",
    "CA, 7208.39, JP, 2025-07-31, 0% to 75%",
    "CA, 7208.39, MX, 2025-06-27, 0%",
    "CA, 7208.39, US, 2025-08-12, 25%",
    "CA, 7601.10, AU, 2025-07-31, 0% to 25%",
    "EU, 7208.39, KR, 2026-06-30, 0% to 25%",
    "EU, 7208.39, KR, 2026-07-01, 0% to 50%",
    "EU, 7208.39, US, 2026-07-05, 0% to 50%",
    "EU, 7208.39, NO, 2026-07-05, 0%",
    "EU, 8703.23, RU, 2025-08-12, unknown",
    "EU, 8703.23, BR, 2025-08-12, 10%",
    "GB, 7208.39, KR, 2026-06-30, 0% to 25%",
    "GB, 7208.39, US, 2026-07-01, 0% to 50%",
    "GB, 2208.30, RU, 2026-04-12, unknown",
    "JP, 6403.99.01.4, RU, 2025-08-12, unknown",
    "JP, 6403.99.01.4, 'RU with status:general rate above the WTO rate, or ban on goods of Russia=no', 2025-08-12, 21.6%",
    "JP, 6403.99.01.4, KP, 2025-08-12, unknown",
    "CN, 0203.29, CA, 2025-03-19, 12%",
    "CN, 0203.29, CA, 2025-03-20, 37%",
    "CN, 0203.29, CA, 2026-03-01, 12% to 37%",
    "KR, 0201.30, KP, 2026-04-12, unknown",
    "CH, 8703.23, RU, 2026-04-12, unknown",
    "CH, 8703.23, BR, 2026-04-12, 0%"
  })
  void goods_of_one_origin_bear_what_is_charged_on_them_alone(
      String importer, String line, String origin, String day, String expected) {
    assertEquals(expected, answer(Importers.of(importer).duty(line, origin, day)));
  }

  /**
   * Japan's schedule of 9 July 2026: 0708.10 pays 3 %, of the United States nothing. Of 0101 and
   * 1005.90 some lines are held; others are free (0101.21.10.0, 1005.90.01.0) or pay more.
   */
  @ParameterizedTest
  @CsvSource({
    "0708.10, US, 0%",
    "0708.10.000, US, 0%",
    "0708.10, BR, 3%",
    "0708, BR, unknown",
    "0706.90.090, US, 0%",
    "0103.92.020, BR, 8.5%",
    "0101, BR, unknown",
    "0103.92.020, US, 3.7%",
    "0103, US, unknown",
    "1005.90, BR, unknown",
    "1005.90.010, BR, 0%"
  })
  void lines_that_are_held_do_not_stand_for_a_heading(String code, String origin, String expected) {
    assertEquals(expected, answer(Importers.of("JP").duty(code, origin, "2026-07-09")), code);
  }

  /**
   * Regulation (EU) 2020/2131: no duty on lobster from anywhere to 31 July 2025; from 1 August 2025
   * none on that of the United States, by a regulation of 2026.
   */
  @ParameterizedTest
  @CsvSource({
    "CA, 2025-07-31, 0%",
    "CA, 2025-08-01, 16%",
    "US, 2025-07-31, 0%",
    "US, 2025-09-02, 0%"
  })
  void lobster_was_free_for_five_years(String origin, String day, String expected) {
    assertEquals(expected, answer(Importers.of("EU").duty("0306.12.90", origin, day)));
  }

  /**
   * Maize: fixed by world prices under Regulation (EU) 642/2010, EUR 10.40 in May 2020 and 0 from
   * 27 August 2020 (Regulation (EU) 2020/1221). Milled rice: EUR 145 or 175 a tonne by imports.
   */
  @Test
  void duties_that_the_Union_fixes_anew_are_not_those_of_one_day() {
    Importer union = Importers.of("EU");
    assertEquals(
        DutyStack.Outcome.UNDETERMINED, union.duty("1005.90", "BR", "2026-03-10").outcome());
    DutyStack rice = union.duty("1006.30", "BR", "2026-03-10");
    assertEquals(DutyStack.Outcome.BOUNDED, rice.outcome());
    assertTrue(rice.summary().contains("MFN 145 EUR/t"), rice.summary());
    assertTrue(rice.summary().contains("MFN 175 EUR/t"), rice.summary());
  }

  /** Of 0103.92 the line that is held pays 3.7 % where USJTA is claimed. */
  @Test
  void what_is_usually_claimed_is_claimed_for_a_heading_too() {
    DutyStack heading = Importers.of("JP").duty("0103.92", "US", "2026-07-09");
    assertTrue(
        heading.stamp().assumptions().toString().contains("US declares claim=USJTA"),
        heading.stamp()::toString);
    assertTrue(heading.summary().contains("0103.92.02.0: 3.7%"), heading.summary());
  }

  private static String answer(DutyStack stack) {
    return stack
        .adValoremRate()
        .map(Rate::toString)
        .orElseGet(() -> stack.range().map(RateRange::toString).orElse("unknown"));
  }
}
