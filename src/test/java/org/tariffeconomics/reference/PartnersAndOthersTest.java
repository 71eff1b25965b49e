package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What partners charge goods of one origin or on one metal, besides their answers to the United
 * States: none of it may be passed over for the ordinary duty.
 */
class PartnersAndOthersTest {

  /**
   * Canada: CBSA Customs Notice 22-02 (General Tariff, 35 % or the MFN rate where more), SOR/2024-187
   * (100 % and 25 % on goods of China), SOR/2025-148 (50 % above the quotas on steel), the order of
   * 30 July 2025 (25 % on metal of China). EU: 25 % to 30 June 2026, then 50 % above the quotas on
   * steel. UK: likewise. China: 25 % on Canadian pork from 20 March 2025 (Xinhua, 8 March 2025).
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

  /** Japan's schedule of 9 July 2026: 3 %, for goods of the United States free. */
  @ParameterizedTest
  @CsvSource({
    "0708, 0%", "0708.10, 0%", "0708.10.000, 0%", "0706.90.09, 0%", "0706, 0%", "1902.19, unknown"
  })
  void what_is_usually_claimed_is_claimed_for_a_heading_too(String code, String expected) {
    assertEquals(expected, answer(Importers.of("JP").duty(code, "US", "2026-06-06")), code);
  }

  private static String answer(DutyStack stack) {
    return stack
        .adValoremRate()
        .map(Rate::toString)
        .orElseGet(() -> stack.range().map(RateRange::toString).orElse("unknown"));
  }
}
