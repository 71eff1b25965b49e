package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * Duties on passenger cars by origin and day, worked out by hand from the texts: Proclamation 10908
 * (25 % from 2025-04-03 on top), EO 14309 (UK quota), EO 14345 and 90 FR 44638 (Japan 15 % all-in
 * from 2025-09-16), the notice of 2025-09-25 (EU, back to 2025-08-01), 90 FR 55964 of 2025-12-04
 * (Korea, back to 2025-11-01), EO 14289 of 2025-04-29 (no Mexico duty on cars, back to 2025-03-04),
 * the fentanyl orders on China, and section 301 lists 1 and of 2024.
 */
class UsCarDutiesTest {

  private static final TariffBook US = UsTariffs.book();

  private static final List<String> DAYS =
      List.of(
          "2025-01-15",
          "2025-03-20",
          "2025-04-15",
          "2025-08-15",
          "2025-09-20",
          "2025-11-15",
          "2026-03-01",
          "2026-11-23");

  private static final String PLAIN = "";
  private static final String UK_QUOTA = "quota:UK autos=in";
  private static final String APPROVED = "claim=USMCA; approved US content=yes; content:US=0.4";

  private static DutyStack stack(TariffLaw law, String line, String origin, String facts) {
    return law.stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  private static String rate(TariffLaw law, String line, String origin, String facts) {
    DutyStack stack = stack(law, line, origin, facts);
    return stack.adValoremRate().orElseThrow(() -> new AssertionError(stack.reasons())).toString();
  }

  private static void assertLaw(String line, String origin, String facts, String... expected) {
    List<String> rates = new ArrayList<>();
    DAYS.forEach(day -> rates.add(rate(US.on(day), line, origin, facts)));
    assertEquals(List.of(expected), rates, origin + " " + line + ", by the law");
  }

  /** The same, but only with what had been published on the day itself. */
  private static void assertKnown(String line, String origin, String facts, String... expected) {
    List<String> rates = new ArrayList<>();
    DAYS.forEach(day -> rates.add(rate(US.on(day).asKnownOn(day), line, origin, facts)));
    assertEquals(List.of(expected), rates, origin + " " + line + ", as known on the day");
  }

  @Test
  void a_japanese_car_pays_15_percent_from_16_september_2025_and_not_before() {
    String[] expected = {"2.5%", "2.5%", "27.5%", "27.5%", "15%", "15%", "15%", "15%"};
    assertLaw("8703.23", "JP", PLAIN, expected);
    assertKnown("8703.23", "JP", PLAIN, expected);
    assertEquals("27.5%", rate(US.on("2025-09-15"), "8703.23", "JP", PLAIN));
    assertEquals("15%", rate(US.on("2025-09-16"), "8703.23", "JP", PLAIN));
  }

  @Test
  void a_korean_car_pays_15_percent_back_to_1_november_2025_but_an_importer_then_paid_25() {
    assertLaw("8703.23", "KR", "claim=KORUS", "0%", "0%", "25%", "25%", "25%", "15%", "15%", "15%");
    assertKnown(
        "8703.23", "KR", "claim=KORUS", "0%", "0%", "25%", "25%", "25%", "25%", "15%", "15%");
    assertEquals("25%", rate(US.on("2025-10-31"), "8703.23", "KR", "claim=KORUS"));
    assertEquals("15%", rate(US.on("2025-11-01"), "8703.23", "KR", "claim=KORUS"));
    assertEquals("27.5%", rate(US.on("2025-10-31"), "8703.23", "KR", PLAIN));
  }

  @Test
  void a_german_car_pays_15_percent_back_to_1_august_2025_published_on_25_september() {
    assertLaw("8703.23", "DE", PLAIN, "2.5%", "2.5%", "27.5%", "15%", "15%", "15%", "15%", "15%");
    assertKnown(
        "8703.23", "DE", PLAIN, "2.5%", "2.5%", "27.5%", "27.5%", "27.5%", "15%", "15%", "15%");
    assertEquals("27.5%", rate(US.on("2025-07-31"), "8703.23", "DE", PLAIN));
    TariffLaw september = US.on("2025-09-16");
    assertEquals("15%", rate(september, "8703.23", "DE", PLAIN));
    assertEquals("27.5%", rate(september.asKnownOn("2025-09-24"), "8703.23", "DE", PLAIN));
    assertEquals("15%", rate(september.asKnownOn("2025-09-25"), "8703.23", "DE", PLAIN));
  }

  @Test
  void a_british_car_pays_10_percent_within_the_quota_and_27_5_over_it() {
    String[] expected = {"2.5%", "2.5%", "27.5%", "10%", "10%", "10%", "10%", "10%"};
    assertLaw("8703.23", "GB", UK_QUOTA, expected);
    assertKnown("8703.23", "GB", UK_QUOTA, expected);
    assertEquals("27.5%", rate(US.on("2026-03-01"), "8703.23", "GB", "quota:UK autos=out"));
    assertEquals(
        "[quota:UK autos (in: 10.0%; out: 27.5%)]",
        stack(US.on("2026-03-01"), "8703.23", "GB", PLAIN).decidedBy().toString());
  }

  @Test
  void a_mexican_car_pays_on_its_non_us_content_only_with_an_approval() {
    String[] approved = {"0%", "0%", "15%", "15%", "15%", "15%", "15%", "15%"};
    assertLaw("8703.23", "MX", APPROVED, approved);
    assertKnown("8703.23", "MX", APPROVED, approved);
    String[] unapproved = {"0%", "0%", "25%", "25%", "25%", "25%", "25%", "25%"};
    assertLaw("8703.23", "MX", "claim=USMCA", unapproved);
    assertKnown("8703.23", "MX", "claim=USMCA", unapproved);
  }

  /**
   * From 2025-03-04 a car without a USMCA claim owed the Mexico duty of 25 %. EO 14289 takes it off
   * cars under section 232, back to that day, but was signed on 2025-04-29 only: as known on
   * 2025-04-15 both duties stood, 2.5 + 25 + 25.
   */
  @Test
  void a_mexican_car_without_a_claim_pays_one_of_two_duties() {
    assertLaw(
        "8703.23", "MX", PLAIN, "2.5%", "27.5%", "27.5%", "27.5%", "27.5%", "27.5%", "27.5%",
        "27.5%");
    assertKnown(
        "8703.23", "MX", PLAIN, "2.5%", "27.5%", "52.5%", "27.5%", "27.5%", "27.5%", "27.5%",
        "27.5%");
  }

  @Test
  void a_chinese_car_pays_every_layer_but_the_reciprocal_one() {
    String[] combustion = {"27.5%", "47.5%", "72.5%", "72.5%", "72.5%", "62.5%", "52.5%", "52.5%"};
    assertLaw("8703.23", "CN", PLAIN, combustion);
    assertKnown("8703.23", "CN", PLAIN, combustion);
    String[] electric = {
      "102.5%", "122.5%", "147.5%", "147.5%", "147.5%", "137.5%", "127.5%", "127.5%"
    };
    assertLaw("8703.80", "CN", PLAIN, electric);
    assertKnown("8703.80", "CN", PLAIN, electric);
  }

  /**
   * U.S. note 33(e): a car of 25 years is not under section 232. U.S. note 2 does not name heading
   * 9903.94.04 among those that leave the reciprocal duty, which then falls on it.
   */
  @Test
  void an_old_car_leaves_section_232_and_so_meets_the_reciprocal_duty() {
    assertEquals("2.5%", rate(US.on("2025-04-04"), "8703.23", "JP", "age=30"));
    assertEquals("27.5%", rate(US.on("2025-04-04"), "8703.23", "JP", "age=24"));
    assertEquals("12.5%", rate(US.on("2025-04-05"), "8703.23", "JP", "age=30"));
  }

  @Test
  void a_korean_light_truck_keeps_its_ordinary_duty_under_the_agreement() {
    assertLaw("8704.21", "KR", "claim=KORUS", trucks());
  }

  /** KORUS leaves light trucks at 25 % (special column); all-in 15 % then adds nothing. */
  private static String[] trucks() {
    return new String[] {"25%", "25%", "50%", "50%", "50%", "25%", "25%", "25%"};
  }

  /** The first two jobs of a comparison: the heading, on the day of Japan's cut. */
  @Test
  void origins_compare_on_the_day_of_japans_cut() {
    TariffLaw law = US.on("2025-09-16");
    HsCode cars = HsCode.of("8703.23");
    assertEquals("15%", usual(law, cars, "JP"));
    assertEquals("25%", usual(law, cars, "KR"));
    assertEquals("27.5%", usual(law, cars, "MX"));
    assertEquals("15%", usual(law, cars, "DE"));
    assertEquals("27.5%", usual(law.asKnownOn("2025-09-16"), cars, "DE"));
    assertEquals("10%", usual(law, cars, "GB"));
  }

  @Test
  void korea_lost_its_lead_over_japan_and_drew_level_again() {
    HsCode cars = HsCode.of("8703.23");
    assertEquals(List.of("0%", "2.5%"), koreaAndJapan("2025-01-01", cars));
    assertEquals(List.of("25%", "27.5%"), koreaAndJapan("2025-04-03", cars));
    assertEquals(List.of("25%", "15%"), koreaAndJapan("2025-09-16", cars));
    assertEquals(List.of("15%", "15%"), koreaAndJapan("2025-11-01", cars));
  }

  private static List<String> koreaAndJapan(String day, HsCode line) {
    return List.of(usual(US.on(day), line, "KR"), usual(US.on(day), line, "JP"));
  }

  private static String usual(TariffLaw law, HsCode line, String origin) {
    Country country = Country.of(origin);
    DeclaredFacts facts = UsualFacts.us().of(line, country, law.day());
    return rate(law, line.toString(), origin, facts.toString());
  }
}
