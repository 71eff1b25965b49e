package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Duties worked out by hand from the texts that the bundled rows cite, on a customs value of USD
 * 10,000 where nothing else is said. Each expected amount is the arithmetic in its comment.
 */
class UsWorkedDutiesTest {

  private static final TariffBook US = UsTariffs.book();
  private static final String TEN_THOUSAND = "USD 10000";

  /** What most goods are not, so that each case declares what it is about. */
  private static final DeclaredFacts ORDINARY =
      DeclaredFacts.parse(
          "civil aircraft=no; vehicle part=no; truck part=no; kitchen cabinet=no; drone=no;"
              + " advanced chip=no; pharmaceutical use=no; patented medicine=no;"
              + " metal weight share=0.5; metal origin=KZ; smelted:RU=no; age=0; donation=no;"
              + " informational material=no; transshipped=no; knock-down kit=no;"
              + " approved US content=no; energy=no; potash=no; list confirmed:9903.06.06=no");

  private static DutyStack stack(String day, String line, String origin, String facts) {
    return US.on(day)
        .stack(HsCode.of(line), Country.of(origin), ORDINARY.and(DeclaredFacts.parse(facts)));
  }

  private static String duty(String day, String line, String origin, String facts) {
    return stack(day, line, origin, facts)
        .assess(Money.parse(TEN_THOUSAND))
        .dutyOrThrow()
        .getAmount()
        .toPlainString();
  }

  private static List<String> amounts(Assessment assessment) {
    return assessment.lines().stream()
        .map(l -> l.amount().toMoney().getAmount().toPlainString())
        .toList();
  }

  private static List<String> layers(String day, String line, String origin, String facts) {
    return amounts(stack(day, line, origin, facts).assess(Money.parse(TEN_THOUSAND)));
  }

  // --- all-inclusive totals -------------------------------------------------------------------

  /**
   * 20,000 kg at 1.9 cents are 380; up to 12.5 % of 10,000 are missing 870. The line is mandarins
   * (0805.22): oranges (0805.10) pay the same 1.9 cents but are on the list of exempt goods of U.S.
   * note 52(b), so that the total for them is the 380 alone.
   */
  @Test
  void a_specific_duty_counts_into_an_all_inclusive_total_by_its_equivalent() {
    Assessment mandarins =
        stack("2026-08-01", "0805.22", "JP", "")
            .assess(Money.parse(TEN_THOUSAND), Quantity.of("20000", "kg"));
    assertEquals(List.of("380.00", "870.00"), amounts(mandarins));
    Assessment oranges =
        stack("2026-08-01", "0805.10", "JP", "")
            .assess(Money.parse(TEN_THOUSAND), Quantity.of("20000", "kg"));
    assertEquals(List.of("380.00"), amounts(oranges));
  }

  @Test
  void a_claimed_preference_moves_the_layers_of_an_all_inclusive_total_and_not_the_total() {
    assertEquals(
        List.of("0.00", "1500.00"),
        layers("2025-11-15", "8708.10.30", "KR", "claim=KORUS; vehicle part=yes"));
    assertEquals(
        List.of("250.00", "1250.00"), layers("2025-11-15", "8708.10.30", "KR", "vehicle part=yes"));
  }

  /** 6 % base: topped up to 15 %; then 6 + 10 on top; then topped up to 10 %. */
  @Test
  void the_end_of_the_emergency_powers_raised_the_duty_on_italian_footwear() {
    assertEquals("1500.00", duty("2025-08-07", "6402.99.31", "IT", ""));
    assertEquals("1600.00", duty("2026-03-01", "6402.99.31", "IT", ""));
    assertEquals("1000.00", duty("2026-08-01", "6402.99.31", "IT", ""));
  }

  /** EO 14345: Japan's rate on top was replaced, back to its first day, by an all-in one. */
  @Test
  void japans_all_inclusive_rate_reaches_back_to_7_august_2025() {
    assertEquals("1500.00", duty("2025-08-20", "6402.99.31", "JP", ""));
    DutyStack then =
        US.on("2025-08-20")
            .asKnownOn("2025-08-20")
            .stack(HsCode.of("6402.99.31"), Country.of("JP"));
    assertEquals("21%", then.adValoremRate().orElseThrow().toString());
  }

  @Test
  void korea_and_switzerland_follow_on_14_november_2025() {
    assertEquals("2100.00", duty("2025-11-13", "6402.99.31", "KR", ""));
    assertEquals("1500.00", duty("2025-11-14", "6402.99.31", "KR", ""));
    assertEquals("4500.00", duty("2025-11-13", "6402.99.31", "CH", ""));
    assertEquals("1500.00", duty("2025-11-14", "6402.99.31", "CH", ""));
    assertEquals("1500.00", duty("2025-11-14", "6402.99.31", "LI", ""));
    DutyStack then =
        US.on("2025-11-14")
            .asKnownOn("2025-12-17")
            .stack(HsCode.of("6402.99.31"), Country.of("CH"));
    assertEquals("45%", then.adValoremRate().orElseThrow().toString());
  }

  // --- displacement ---------------------------------------------------------------------------

  /**
   * EO 14289: Canada's 25 % and no steel duty; Proclamation 10947: 50 % steel and no Canada duty.
   */
  @Test
  void the_order_of_steel_and_the_canada_duty_turned_round_on_4_june_2025() {
    assertEquals("2500.00", duty("2025-05-01", "7208.51", "CA", ""));
    assertEquals("5000.00", duty("2025-07-01", "7208.51", "CA", ""));
    assertEquals("5000.00", duty("2025-07-01", "7308.90", "CA", "content:steel=1"));
    assertEquals("2500.00", duty("2025-05-01", "7208.51", "CA", "claim=USMCA"));
  }

  /**
   * Steel 6,000 and aluminium 2,000: 50 % of each, 10 % reciprocal on the other 2,000, 20 %
   * fentanyl and 25 % section 301 on all: 3,000 + 1,000 + 200 + 2,000 + 2,500. The line is on both
   * derivative lists from 18 August 2025; the rates are those of July.
   */
  @Test
  void each_duty_of_a_chinese_derivative_falls_on_its_own_part() {
    String contents = "content:steel=0.6; content:aluminium=0.2";
    assertEquals("8700.00", duty("2025-09-01", "8418.10", "CN", contents));
    // no aluminium: 25 + 20 + 50 % of 0.6 + 10 % of 0.4; 0.4 of it: 25 + 20 + 50 % of all
    assertEquals(
        "[content:aluminium (0: 79.0%; 0.4: 95.0%)]",
        stack("2025-09-01", "8418.10", "CN", "content:steel=0.6").decidedBy().toString());
  }

  /** 50 % of 4,000 + 10 % of 6,000; then 25 % of the full value. With 1,000 of steel: 500 + 900. */
  @Test
  void the_full_value_regime_of_april_2026_hits_goods_with_little_metal() {
    String more = "content:steel=0.4; content:aluminium=0";
    String less = "content:steel=0.1; content:aluminium=0";
    assertEquals("2600.00", duty("2026-01-10", "8418.10", "AU", more));
    assertEquals("2500.00", duty("2026-05-01", "8418.10", "AU", more));
    assertEquals("1400.00", duty("2026-01-10", "8418.10", "AU", less));
    assertEquals("2500.00", duty("2026-05-01", "8418.10", "AU", less));
    // between the regimes the surcharge of section 122 falls on the rest: 2,000 + 10 % of 6,000
    assertEquals("2600.00", duty("2026-03-01", "8418.10", "AU", more));
  }

  /** Annex III: 4.2 % base, topped up to 15 %; from 2028 the 25 % of annex I-B on top. */
  @Test
  void annex_three_tops_up_to_15_percent_until_2028() {
    assertEquals(List.of("420.00", "1080.00"), layers("2026-05-01", "8457.10", "VN", ""));
    assertEquals(List.of("420.00", "2500.00"), layers("2028-01-01", "8457.10", "DE", ""));
  }

  /** Annex I-C: 15 % all-in by agreement; USMCA goods 25 % of the non-US part, at least 15 %. */
  @Test
  void mobile_machinery_pays_by_agreement_from_8_june_2026() {
    assertEquals("2500.00", duty("2026-06-07", "8429.52", "JP", ""));
    assertEquals("1500.00", duty("2026-06-08", "8429.52", "JP", ""));
    assertEquals("2500.00", duty("2026-06-08", "8429.52", "BR", ""));
    assertEquals("2000.00", duty("2026-06-08", "8429.52", "MX", "claim=USMCA; content:US=0.2"));
    assertEquals("1500.00", duty("2026-06-08", "8429.52", "MX", "claim=USMCA; content:US=0.6"));
  }

  /**
   * Steel racks (9403.20.00.82) are steel derivatives from 8 June 2026 at 25 %; other metal
   * furniture left the metals duties on 6 April 2026 and owes section 122, then forced labor.
   */
  @Test
  void canadian_metal_furniture_is_two_things() {
    assertEquals("2500.00", duty("2026-07-10", "9403.20.00.82", "CA", ""));
    assertEquals("1000.00", duty("2026-07-10", "9403.20.00.86", "CA", ""));
    // section 338 leaves out what is under section 232: 2,500; for the rest 5,000 + 1,000
    assertEquals("2500.00", duty("2026-09-10", "9403.20.00.82", "CA", ""));
    assertEquals("6000.00", duty("2026-09-10", "9403.20.00.86", "CA", ""));
  }

  /**
   * Section 338 on Canada from 15 September 2026: goods under section 232 bear it too (CSMS
   * 69851916), so that steel racks pay 25 + 50 %. The goods that came on the list that day stand in
   * one copy only: steel structures pay 50 % or 50 + 50 %. Other furniture, which is under section
   * 232 no longer, pays 50 + 10 % either way.
   */
  @Test
  void what_is_reported_only_is_open_until_it_is_confirmed() {
    String racks = "9403.20.00.82";
    String structures = "7308.90.95.90";
    String fact = "list confirmed:9903.03.14=";
    assertEquals("2500.00", duty("2026-09-14", racks, "CA", ""));
    assertEquals("7500.00", duty("2026-09-20", racks, "CA", ""));
    assertNotEquals(Outcome.ASSESSED, stack("2026-09-20", structures, "CA", "").outcome());
    assertEquals("5000.00", duty("2026-09-20", structures, "CA", fact + "no"));
    assertEquals("10000.00", duty("2026-09-20", structures, "CA", fact + "yes"));
    assertEquals("6000.00", duty("2026-09-20", "9403.20.00.86", "CA", ""));
    assertEquals(
        "USD 10000.00",
        UsTariffs.book(Facts.INCLUDING_UNVERIFIED)
            .on("2026-09-20")
            .stack(HsCode.of(structures), Country.of("CA"), ORDINARY)
            .assess(Money.parse(TEN_THOUSAND))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void copper_on_its_content_then_on_the_full_value() {
    String contents = "content:copper=0.3; content:aluminium=0";
    // 2.6 % + 50 % of 3,000 + 10 % of 7,000; then 2.6 % + 25 %
    assertEquals("2460.00", duty("2025-09-01", "8544.42.90", "AU", contents));
    assertEquals("2760.00", duty("2026-05-01", "8544.42.90", "AU", ""));
  }

  @Test
  void wood_pays_by_agreement_where_the_agreement_reaches() {
    assertEquals("2500.00", duty("2025-10-14", "9401.61.60.11", "VN", ""));
    assertEquals("1500.00", duty("2025-10-14", "9401.61.60.11", "JP", ""));
    assertEquals("1000.00", duty("2025-10-14", "9401.61.60.11", "GB", ""));
    assertEquals("1000.00", duty("2025-10-14", "4407.11", "JP", ""));
    // U.S. note 2(j): the Canada duty of 35 % leaves out wood under section 232
    assertEquals("1000.00", duty("2025-10-14", "4407.11", "CA", ""));
    assertEquals("3500.00", duty("2025-10-13", "4407.11", "CA", ""));
    assertEquals("3000.00", duty("2027-01-01", "9401.61.60.11", "VN", ""));
  }

  // --- cars, in money -------------------------------------------------------------------------

  @Test
  void cars_of_north_america_and_britain_in_dollars() {
    Money value = Money.parse("USD 30000");
    String approved = "claim=USMCA; approved US content=yes; content:US=0.4";
    assertEquals("USD 4500.00", car("MX", approved).assess(value).dutyOrThrow().toString());
    assertEquals("USD 7500.00", car("MX", "claim=USMCA").assess(value).dutyOrThrow().toString());
    assertEquals(
        "USD 3000.00", car("GB", "quota:UK autos=in").assess(value).dutyOrThrow().toString());
    assertEquals(
        "USD 8250.00", car("GB", "quota:UK autos=out").assess(value).dutyOrThrow().toString());
  }

  private static DutyStack car(String origin, String facts) {
    return stack("2026-11-23", "8703.23", origin, facts);
  }

  @Test
  void parts_of_north_america_are_free_unless_a_kit() {
    assertEquals("0.00", duty("2026-11-23", "8708.30.50", "MX", "vehicle part=yes; claim=USMCA"));
    assertEquals(
        "2500.00",
        duty(
            "2026-11-23", "8708.30.50", "MX", "vehicle part=yes; claim=USMCA; knock-down kit=yes"));
    assertEquals("2750.00", duty("2026-11-23", "8708.30.50", "MX", "vehicle part=yes"));
    assertEquals("1500.00", duty("2026-05-01", "8708.30.50", "TW", "vehicle part=yes"));
    assertEquals("2750.00", duty("2026-04-30", "8708.30.50", "TW", "vehicle part=yes"));
  }

  // --- the emergency powers, their end and what followed --------------------------------------

  /** 16.5 % base + 7.5 % section 301 + 125 % + 20 %. */
  @Test
  void china_peaked_at_145_percent_on_top_in_april_2025() {
    assertEquals("12800.00", duty("2025-04-09", "6109.10", "CN", "loaded=2025-04-09"));
    assertEquals("16900.00", duty("2025-04-10", "6109.10", "CN", ""));
    assertEquals("5400.00", duty("2025-05-14", "6109.10", "CN", ""));
    assertEquals("4400.00", duty("2025-11-10", "6109.10", "CN", ""));
  }

  /**
   * The country rates of 2 April 2025 were law for goods loaded and entered on 9 April alone (EO
   * 14257 s. 3(a), EO 14266 s. 2: suspended for entries from 10 April, 12:01 a.m.; CBP says so too,
   * CSMS 64701128). Which goods were loaded before is not assumed of that one day, but of countries
   * without such a rate, whose goods bear 10% on it as before and after.
   */
  @Test
  void the_rates_of_2_april_2025_were_law_on_9_april_alone() {
    HsCode shirt = HsCode.of("6109.10");
    Country vietnam = Country.of("VN");
    assertEquals("26.5%", rate("2025-04-08", "6109.10", "VN"));
    assertEquals(Outcome.BOUNDED, stack("2025-04-09", "6109.10", "VN", "").outcome());
    assertEquals("1650.00", duty("2025-04-09", "6109.10", "VN", "loaded=2025-04-04"));
    assertEquals("2650.00", duty("2025-04-09", "6109.10", "VN", "loaded=2025-04-08"));
    assertEquals("6250.00", duty("2025-04-09", "6109.10", "VN", "loaded=2025-04-09"));
    assertEquals("2650.00", duty("2025-04-09", "6109.10", "AU", "loaded=2025-04-09"));
    assertEquals("26.5%", rate("2025-04-09", "6109.10", "AU"));
    assertEquals("26.5%", rate("2025-04-10", "6109.10", "VN"));
    assertEquals("26.5%", rate("2025-05-01", "6109.10", "VN"));
    assertEquals(
        "62.5%",
        US.on("2025-05-01")
            .asKnownOn("2025-04-05")
            .stack(shirt, vietnam)
            .adValoremRate()
            .orElseThrow()
            .toString());
    assertEquals(
        "26.5%",
        US.on("2025-05-01")
            .asKnownOn("2025-04-09")
            .stack(shirt, vietnam)
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  private static String rate(String day, String line, String origin) {
    return stack(day, line, origin, "").adValoremRate().orElseThrow().toString();
  }

  /** 10 % on 7,000 where 30 % is US content; on all where it is 19 %. */
  @Test
  void us_content_of_a_fifth_or_more_is_not_charged() {
    assertEquals("700.00", duty("2025-06-01", "9403.60.80", "AU", "content:US=0.3"));
    assertEquals("1000.00", duty("2025-06-01", "9403.60.80", "AU", "content:US=0.19"));
  }

  /** EO 14326, Annex I, on a shirt of 16.5 %. */
  @Test
  void the_country_rates_of_7_august_2025_come_out() {
    assertEquals("26.5%", rate("2025-08-06", "6109.10", "VN"));
    assertEquals("36.5%", rate("2025-08-07", "6109.10", "VN"));
    assertEquals("36.5%", rate("2025-08-07", "6109.10", "BD"));
    assertEquals("36.5%", rate("2025-08-07", "6109.10", "LK"));
    assertEquals("35.5%", rate("2025-08-07", "6109.10", "KH"));
    assertEquals("56.5%", rate("2025-08-07", "6109.10", "LA"));
    assertEquals("35.5%", rate("2025-08-07", "6109.10", "ID"));
    assertEquals("35.5%", rate("2025-08-07", "6109.10", "PK"));
    assertEquals("35.5%", rate("2025-08-07", "6109.10", "TH"));
    assertEquals("26.5%", rate("2025-08-07", "6109.10", "GB"));
    assertEquals("26.5%", rate("2025-08-07", "6109.10", "SG"));
    assertEquals("41.5%", rate("2025-08-07", "6109.10", "IN"));
    assertEquals("66.5%", rate("2025-08-27", "6109.10", "IN"));
    assertEquals("41.5%", rate("2026-02-07", "6109.10", "IN"));
    assertEquals("66.5%", rate("2025-08-07", "6109.10", "BR"));
    assertEquals("16.5%", rate("2025-08-07", "6109.10", "DE"));
    assertEquals("16.5%", rate("2025-08-07", "6109.10", "JP"));
    assertEquals(
        "26.5%",
        stack("2025-09-15", "6109.10", "VN", "loaded=2025-08-06")
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  @Test
  void all_duties_under_the_emergency_powers_end_on_24_february_2026() {
    List<String> programmes =
        List.of(
            "IEEPA China",
            "IEEPA Canada",
            "IEEPA Mexico",
            "IEEPA reciprocal",
            "IEEPA Brazil",
            "IEEPA India");
    for (String origin : List.of("CN", "CA", "MX", "BR", "IN", "VN", "DE")) {
      DutyStack stack = stack("2026-02-24", "6109.10", origin, "");
      assertTrue(
          stack.layers().stream().noneMatch(l -> programmes.contains(l.measure().programme())),
          origin);
    }
    // before the judgment of 20 February nobody knew an end
    assertEquals(
        "36.5%",
        US.on("2026-03-01")
            .asKnownOn("2026-02-19")
            .stack(HsCode.of("6109.10"), Country.of("VN"))
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  @Test
  void section_122_lives_150_days() {
    assertEquals("36.5%", rate("2026-02-23", "6109.10", "VN"));
    assertEquals("26.5%", rate("2026-02-24", "6109.10", "VN"));
    assertEquals("26.5%", rate("2026-07-23", "6109.10", "VN"));
    assertEquals("29%", rate("2026-07-24", "6109.10", "VN"));
    assertEquals("1000.00", duty("2026-03-01", "6109.10", "KR", "claim=KORUS"));
    assertEquals("0.00", duty("2026-03-01", "6109.10", "MX", "claim=USMCA"));
    assertEquals("0.00", duty("2026-03-01", "6109.10", "SV", "claim=CAFTA-DR"));
    assertEquals("2650.00", duty("2026-03-01", "6109.10", "SV", ""));
    assertEquals("0.00", duty("2026-03-01", "8542.31", "TW", ""));
  }

  /**
   * 91 FR 47318, footwear of 6 %: additive 12.5 and 10, all-in 10 and 12.5, and not investigated.
   */
  @Test
  void the_rates_of_24_july_2026_come_out() {
    assertEquals("1600.00", duty("2026-08-01", "6402.99.31", "IN", ""));
    assertEquals("1850.00", duty("2026-08-01", "6402.99.31", "VN", ""));
    assertEquals("1600.00", duty("2026-08-01", "6402.99.31", "KH", ""));
    assertEquals("1000.00", duty("2026-08-01", "6402.99.31", "TW", ""));
    assertEquals("1250.00", duty("2026-08-01", "6402.99.31", "KR", ""));
    assertEquals("600.00", duty("2026-08-01", "6402.99.31", "KE", ""));
    assertEquals("600.00", duty("2026-08-01", "6402.99.31", "LA", ""));
    // an ordinary duty above the total stays what it is
    assertEquals("1650.00", duty("2026-08-01", "6109.10", "DE", ""));
    // 6 % + 25 % section 301 on Brazil + 12.5 %
    assertEquals("4350.00", duty("2026-08-01", "6402.99.31", "BR", ""));
    // U.S. note 52(b): chips and computers are exempt
    assertEquals("0.00", duty("2026-08-01", "8542.31", "MY", ""));
  }

  /** Chips are free of the ordinary duty; China owes section 301 and, until 2026, fentanyl. */
  @Test
  void chips_are_free_except_from_china() {
    for (String origin : List.of("TW", "KR", "MY", "JP", "VN")) {
      assertEquals("0%", rate("2025-09-01", "8542.31", origin), origin);
    }
    assertEquals("70%", rate("2025-09-01", "8542.31", "CN"));
    assertEquals("50%", rate("2026-11-23", "8542.31", "CN"));
    assertEquals(
        "2500.00", duty("2026-02-01", "8471.50", "TW", "advanced AI chip=yes; exempt use=no"));
    assertEquals(
        "0.00", duty("2026-02-01", "8471.50", "TW", "advanced AI chip=yes; exempt use=yes"));
  }

  /** 50 % whether or not USMCA is claimed; without a claim 16.5 % + 50 % + 10 %. */
  @Test
  void section_338_falls_on_usmca_goods_too() {
    assertEquals("0.00", duty("2026-08-21", "6109.10", "CA", "claim=USMCA"));
    assertEquals("5000.00", duty("2026-08-22", "6109.10", "CA", "claim=USMCA"));
    assertEquals("7650.00", duty("2026-08-22", "6109.10", "CA", ""));
  }

  // --- what is not known ----------------------------------------------------------------------

  @Test
  void what_is_not_bundled_is_undetermined_and_not_free() {
    DutyStack noLine = stack("2026-01-01", "0101.39", "DE", "");
    assertEquals(Outcome.UNDETERMINED, noLine.outcome());
    assertTrue(noLine.reasons().get(0).contains("No base duty for 0101.39"));
    assertTrue(noLine.reasons().get(0).contains("the nearest are 0101.30.00"));
    // 8517.62.00.90 is on list 4A of section 301, its other numbers on list 3 (notes 20(g), (s))
    assertEquals("1750.00", duty("2026-01-01", "8517.62.00.90", "CN", ""));
    assertEquals("3500.00", duty("2026-01-01", "8517.62.00.20", "CN", ""));
    // chips are on no list of Brazil's (note 2(x)(iii)), and Annex II frees them of the 10 % only
    assertEquals("4000.00", duty("2026-01-01", "8542.31", "BR", ""));
  }

  @Test
  void column_2_origins_pay_column_2_and_no_reciprocal_duty() {
    assertEquals("90%", rate("2025-09-01", "6109.10", "RU"));
    assertEquals("102.5%", rate("2026-08-01", "6109.10", "RU"));
    assertEquals("100%", rate("2026-03-01", "6109.10", "KP"));
  }

  /**
   * A customs form of September 2026 for USD 14,172.00 of 7326.90.86.88 from China: 2.9 % is
   * 410.988, 25 % is 3,543.00, 50 % is 7,086.00.
   */
  @Test
  void steel_articles_of_china_as_a_customs_form_has_them() {
    assertEquals(
        List.of("410.99", "3543.00", "7086.00"),
        amounts(
            stack("2026-09-18", "7326.90.86.88", "CN", "").assess(Money.parse("USD 14172.00"))));
  }
}
