package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * “The duty rate provided in such subheading minus 0.5%” (2.0%): HTS 9822.05.30 to .70, apparel
 * that is assembled in a party to CAFTA-DR, in all 44 releases. The rate is that of the subheading
 * which the line names, as the bundled schedule has it.
 */
class UsLessRatesTest {

  private static DutyStack stack(String line, String origin, String day) {
    return UsTariffs.book()
        .on(day)
        .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.none());
  }

  @ParameterizedTest
  @CsvSource({
    "9822.05.35, 6203.31.90, 17.5%, 0.5",
    "9822.05.40, 6203.33.10, 22%, 0.5",
    "9822.05.60, 6203.12.20, 27.3%, 2.0",
  })
  void a_rate_less_some_points_is_that_of_its_subheading(
      String line, String subheading, String published, String less) {
    // one state from the first release to the last: what is subtracted from cannot have changed
    assertEquals(
        List.of(published),
        UsTariffs.schedule(Facts.VERIFIED_ONLY).history(HsCode.of(subheading)).stream()
            .map(DatedLine::general)
            .distinct()
            .toList());
    Rate expected = Rate.percent(Rate.parse(published).percent().subtract(new BigDecimal(less)));
    for (String day : List.of("2025-01-15", "2025-09-16", "2026-03-01", "2026-11-23")) {
      for (String party : List.of("CR", "DO", "GT", "HN", "NI", "SV")) {
        assertEquals(Optional.of(expected), stack(line, party, day).adValoremRate());
      }
    }
  }

  /** 6202.20.11 is 41 cents a kilogram and 16.3 %: USD 1,000 and 10 kg pay 4.10 + 158.00. */
  @Test
  void the_part_by_value_of_a_compound_rate_is_less() {
    assertEquals(
        "162.10",
        stack("9822.05.30", "HN", "2025-09-16")
            .assess(Money.parse("USD 1000"), Quantity.of("10", "kg"))
            .dutyOrThrow()
            .getAmount()
            .toPlainString());
  }

  /** Their subheadings are in no release of these years: 6203.41.18, 6203.42.40 and others. */
  @ParameterizedTest
  @ValueSource(strings = {"9822.05.45", "9822.05.50", "9822.05.55", "9822.05.65", "9822.05.70"})
  void a_rate_of_a_subheading_that_is_gone_stays_open(String line) {
    DutyStack open = stack(line, "HN", "2025-09-16");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("such subheading"), open.reasons()::toString);
  }

  @Test
  void goods_of_others_have_no_such_rate() {
    assertEquals(Outcome.UNDETERMINED, stack("9822.05.35", "DE", "2025-09-16").outcome());
  }

  /**
   * “The duty rate provided for originating goods of Korea in such subheading” (9822.07.10 to .25):
   * that of KORUS, which is Free in all releases.
   */
  @ParameterizedTest
  @CsvSource({
    "9822.07.10, 2402.20.10",
    "9822.07.15, 2402.20.80",
    "9822.07.25, 2402.20.90",
  })
  void a_rate_for_goods_of_korea_is_that_of_its_subheading(String line, String subheading) {
    for (String day : List.of("2025-01-15", "2025-09-16", "2026-03-01", "2026-11-23")) {
      DutyStack korus =
          UsTariffs.book()
              .on(day)
              .stack(HsCode.of(subheading), Country.of("KR"), DeclaredFacts.parse("claim=KORUS"));
      assertTrue(
          korus.layers().stream()
              .anyMatch(
                  layer ->
                      layer.measure().programme().equals("KORUS")
                          && layer.measure().rate().equals(DutyRate.parse("Free"))),
          korus::toString);
      assertEquals(Optional.of(Rate.percent("0")), stack(line, "KR", day).adValoremRate());
    }
    assertEquals(Outcome.UNDETERMINED, stack(line, "DE", "2025-09-16").outcome());
  }
}
