package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.shipment;

import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.DutyStack;

/**
 * Fourteen duties on US goods at other borders, worked out by hand. The arithmetic stands beside
 * each; the rates are those of the texts that the bundled files cite: Regulation (EU) 2026/1455,
 * Japan's Tariff Schedule of 9 July 2026, SOR/2025-66, 2025-95, 2025-118, 2026-186 and 2026-187,
 * the Tariff Commission's announcements of 2025, the KORUS schedule, the UK Global Tariff.
 */
class PartnerExamplesTest {

  private static final String EXCLUDED = "US with status:excluded from the duties of 2018-19=yes";

  private static String pays(DutyStack stack, String value, String... quantities) {
    return stack
        .assess(
            Money.parse(value),
            Arrays.stream(quantities).map(Quantity::parse).toArray(Quantity[]::new))
        .dutyOrThrow()
        .toString();
  }

  private static String rate(DutyStack stack) {
    return stack.adValoremRate().orElseThrow(() -> new AssertionError(stack.reasons())).toString();
  }

  @Test
  void a_US_car_pays_ten_percent_in_the_EU_and_nothing_from_July_2026() {
    // 30,000 × 10 %; annex I
    assertEquals("EUR 3000.00", pays(duty("EU", "8703.23.19", "US", "2026-06-30"), "EUR 30000"));
    assertEquals("EUR 0.00", pays(duty("EU", "8703.23.19", "US", "2026-07-01"), "EUR 30000"));
  }

  @Test
  void value_added_tax_comes_on_top_of_value_and_duty() {
    // 19 % × (30,000 + 3,000)
    assertEquals(
        "EUR 6270.00",
        landed(
                "DE with any evidence",
                shipment("8703.23.19", "US", "EUR 28000", "EUR 1700", "EUR 300", "sea"),
                "2026-06-30")
            .amount(Kind.TAX)
            .orElseThrow()
            .toString());
  }

  @Test
  void almonds_are_free_within_the_quota_and_not_known_without_its_state() {
    String line = "0802.12.90";
    String day = "2026-07-01";
    assertEquals("EUR 0.00", pays(duty("EU", line, "US with quota:09.9005=in", day), "EUR 50000"));
    // 50,000 × 3.5 %
    assertEquals(
        "EUR 1750.00", pays(duty("EU", line, "US with quota:09.9005=out", day), "EUR 50000"));
    DutyStack unknown = duty("EU", line, "US", day);
    assertEquals(DutyStack.Outcome.BOUNDED, unknown.outcome());
    assertTrue(unknown.reasons().get(0).contains("quota:09.9005"), unknown.reasons()::toString);
  }

  @Test
  void beef_pays_value_and_weight_in_the_UK_and_nothing_within_the_new_quota() {
    String line = "0201.30.00";
    // 80,000 × 12 % + 100 × 253
    assertEquals(
        "GBP 34900.00", pays(duty("GB", line, "US", "2025-06-29"), "GBP 80000", "10000 kg"));
    assertEquals(
        "GBP 34900.00",
        pays(
            duty("GB", line, "US with quota:UK-US beef=out", "2025-06-30"),
            "GBP 80000",
            "10000 kg"));
    assertEquals(
        "GBP 0.00",
        pays(duty("UK", line, "US with quota:UK-US beef=in", "2025-06-30"), "GBP 80000"));
  }

  @Test
  void beef_pays_less_in_Japan_from_fiscal_year_to_fiscal_year() {
    String line = "0202.30.010";
    assertEquals("JPY 2160000", pays(duty("JP", line, "US", "2026-03-31"), "JPY 10000000"));
    assertEquals("JPY 2080000", pays(duty("JP", line, "US", "2026-04-01"), "JPY 10000000"));
    assertEquals(
        "JPY 3850000", pays(duty("JP", line, "US claiming nothing", "2026-04-01"), "JPY 10000000"));
  }

  @Test
  void the_safeguard_on_beef_raises_the_duty_when_the_imports_of_the_year_say_so() {
    String line = "0202.30.010";
    // fiscal 2021 to 2027: 30 %
    assertEquals(
        "JPY 3000000",
        pays(
            duty("JP", line, "US with status:beef safeguard triggered=yes", "2026-06-01"),
            "JPY 10000000"));
    // 271,040 t and 684,400 t in fiscal 2026; 266,200 t and 672,600 t in fiscal 2025
    String over = "US with imports:US beef=271041 t; imports:US and CPTPP beef=684401 t";
    String before = "; imports:US beef of the year before=230000 t";
    assertEquals("30%", rate(duty("JP", line, over + before, "2027-01-20")));
    assertEquals("20.8%", rate(duty("JP", line, "US with imports:US beef=271040 t", "2027-01-20")));
    assertEquals(
        "20.8%",
        rate(
            duty("JP", line, over + "; imports:US beef of the year before=280000 t", "2027-01-20")),
        "imports of the year before raise the level");
    DutyStack open = duty("JP", line, over, "2027-01-20");
    assertEquals(DutyStack.Outcome.BOUNDED, open.outcome(), "the year before is not declared");
    assertEquals(
        "30%",
        rate(
            duty(
                "JP",
                line,
                "US with imports:US beef=270000 t; imports:US and CPTPP beef=680000 t" + before,
                "2026-01-20")),
        "fiscal 2025");
    assertTrue(
        duty("JP", "0206.29.020", "US with status:beef safeguard triggered=yes", "2026-06-01")
            .adValoremRate()
            .isEmpty(),
        "the raised rate of cheek and head meat is not known");
    assertEquals("22.1%", rate(duty("JP", "0206.29.020", "US", "2026-06-01")));
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () -> duty("JP", line, "US with imports:pork=1 t", "2026-06-01"));
    assertTrue(none.getMessage().contains("imports:US and CPTPP beef"), none::getMessage);
  }

  @Test
  void rice_pays_341_yen_a_kilogram_in_Japan_outside_of_state_trading() {
    for (String day : List.of("2026-01-01", "2026-06-30", "2026-11-28")) {
      DutyStack rice = duty("JP", "1006.30.090", "US", day);
      // 20,000 × (49 + 292)
      assertEquals("JPY 6820000", pays(rice, "JPY 3000000", "20000 kg"));
      assertEquals("MFN 49 JPY/kg + State trading levy 292 JPY/kg", rice.summary());
      assertEquals("JPY 0", pays(duty("JP", "1006.30.010", "US", day), "JPY 3000000"));
    }
  }

  @Test
  void wine_pays_the_lower_of_two_rates_with_a_floor_in_Japan_and_nothing_from_the_US() {
    String line = "2204.21.020";
    DutyStack other = duty("JP", line, "AR", "2026-07-09");
    // min(15 % = 180,000; 125 × 1,500 = 187,500), at least 67 × 1,500 = 100,500
    assertEquals("JPY 180000", pays(other, "JPY 1200000", "1500 l"));
    assertEquals("JPY 187500", pays(other, "JPY 2000000", "1500 l"));
    assertEquals("JPY 100500", pays(other, "JPY 100000", "1500 l"));
    assertEquals("JPY 0", pays(duty("JP", line, "US", "2026-07-09"), "JPY 1200000", "1500 l"));
  }

  @Test
  void Canada_charges_cars_on_their_value_less_the_content_of_the_partners() {
    String line = "8703.23.00";
    String day = "2025-04-09";
    // 25 % × (50,000 − 7,500): B is at least 15 % of A
    assertEquals("CAD 10625.00", pays(duty("CA", line, "US claiming CUSMA", day), "CAD 50000"));
    // 6.1 % + 25 % of 50,000
    assertEquals("CAD 15550.00", pays(duty("CA", line, "US", day), "CAD 50000"));
    // 25 % × (50,000 − 20,000): proven content of 40 %
    assertEquals(
        "CAD 7500.00",
        pays(
            duty("CA", line, "US claiming CUSMA with content:Canadian and Mexican=0.4", day),
            "CAD 50000"));
    // a proven content below the floor: as without proof
    assertEquals(
        "CAD 10625.00",
        pays(
            duty("CA", line, "US claiming CUSMA with content:Canadian and Mexican=0.1", day),
            "CAD 50000"));
    assertEquals("6.1%", rate(duty("CA", line, "US", "2025-04-08")));
    assertEquals("6.1%", rate(duty("CA", line, "JP", day)));
  }

  @Test
  void phones_are_charged_in_Canada_freed_and_charged_again() {
    assertEquals("CAD 250.00", phone("2025-08-31"));
    assertEquals("CAD 0.00", phone("2025-09-01"));
    assertEquals("CAD 0.00", phone("2026-09-07"));
    assertEquals("CAD 500.00", phone("2026-09-08"));
  }

  private static String phone(String day) {
    return pays(duty("CA", "8517.13.00", "US", day), "CAD 1000");
  }

  @Test
  void steel_is_charged_in_Canada_and_goods_in_transit_keep_the_former_rate() {
    String line = "7208.39.00";
    assertEquals("CAD 0.00", pays(duty("CA", line, "US", "2025-03-12"), "CAD 1000"));
    assertEquals("CAD 250.00", pays(duty("CA", line, "US", "2025-03-13"), "CAD 1000"));
    assertEquals("CAD 500.00", pays(duty("CA", line, "US", "2026-09-08"), "CAD 1000"));
    assertEquals(
        "CAD 250.00",
        pays(
            duty("CA", line, "US with in transit on 8 September 2026=yes", "2026-09-08"),
            "CAD 1000"));
    assertEquals(
        "CAD 0.00",
        pays(
            duty("CA", "8517.13.00", "US with in transit on 8 September 2026=yes", "2026-09-08"),
            "CAD 1000"));
  }

  @Test
  void soybeans_in_China_on_each_date_of_2025() {
    String line = "1201.90.19";
    // 3 + 10; + 84; + 125; + 10; 3 + 10
    assertEquals("13%", rate(duty("CN", line, EXCLUDED, "2025-03-10")));
    assertEquals("97%", rate(duty("CN", line, EXCLUDED, "2025-04-10")));
    assertEquals("138%", rate(duty("CN", line, EXCLUDED, "2025-04-12")));
    assertEquals("23%", rate(duty("CN", line, EXCLUDED, "2025-05-14")));
    assertEquals("23%", rate(duty("CN", line, EXCLUDED, "2025-11-10 13:00")));
    assertEquals("13%", rate(duty("CN", line, EXCLUDED, "2025-11-10 13:01")));
    assertEquals("13%", rate(duty("CN", line, EXCLUDED, "2025-11-10")));
    assertTrue(
        duty("CN", line, EXCLUDED, "2025-11-10").stamp().facts().contains("2025-11-10 13:01"),
        "the convention stands in the stamp");
    assertEquals(
        "3%",
        rate(duty("CN", line, EXCLUDED + "; loaded=2025-03-09", "2025-04-09")),
        "shipped before 10 March 2025 and imported by 12 April");
    assertEquals(DutyStack.Outcome.UNDETERMINED, duty("CN", line, "US", "2025-03-10").outcome());
  }

  @Test
  void pork_in_China_keeps_the_answer_to_section_232() {
    String line = "0203.29.00";
    // 12 + 25; + 10; + 10; − 10
    assertEquals("37%", rate(duty("CN", line, EXCLUDED, "2025-03-09")));
    assertEquals("47%", rate(duty("CN", line, EXCLUDED, "2025-03-10")));
    assertEquals("57%", rate(duty("CN", line, EXCLUDED, "2025-05-14")));
    assertEquals("47%", rate(duty("CN", line, EXCLUDED, "2025-11-10")));
  }

  @Test
  void gas_in_China_is_not_known_after_the_year_of_suspension() {
    String line = "2711.11.00";
    // 0 + 15 + 10; + 24 if the suspension lapsed
    assertEquals("25%", rate(duty("CN", line, EXCLUDED, "2026-10-01")));
    DutyStack unknown = duty("CN", line, EXCLUDED, "2026-11-10");
    assertEquals(DutyStack.Outcome.BOUNDED, unknown.outcome());
    String state = EXCLUDED + "; status:suspension of the 24 points lapsed=";
    assertEquals("25%", rate(duty("CN", line, state + "no", "2026-11-10")));
    assertEquals("49%", rate(duty("CN", line, state + "yes", "2026-11-10")));
  }

  @Test
  void beef_is_free_in_Korea_in_year_15_of_KORUS() {
    assertEquals("0%", rate(duty("KR", "0201.30", "US", "2026-01-01")));
    assertEquals("40%", rate(duty("KR", "0201.30", "AU", "2026-01-01")));
  }

  @Test
  void an_aircraft_without_certificate_pays_in_the_EU_until_July_2026() {
    // 100m × 2.7 %; annex I
    assertEquals(
        "EUR 2700000.00", pays(duty("EU", "8802.40.00", "US", "2026-06-30"), "EUR 100000000"));
    assertEquals("EUR 0.00", pays(duty("EU", "8802.40.00", "US", "2026-07-01"), "EUR 100000000"));
  }
}
