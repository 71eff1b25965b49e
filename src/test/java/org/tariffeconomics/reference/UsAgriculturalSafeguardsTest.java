package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsProvisions.Status;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The special safeguards on agricultural goods (HTS chapter 99, subchapter IV), worked by hand from
 * the text of the schedule: ordinary duty and additional duty of the tier of the unit's value.
 */
class UsAgriculturalSafeguardsTest {

  private static final TariffBook US = UsTariffs.book();
  private static final String BEFORE_OTHERS = "2025-01-15";

  private static DutyStack stack(String line, String origin, String day, String facts) {
    return US.on(day).stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  private static String duty(
      String line, String origin, String day, String value, String... quantities) {
    return stack(line, origin, day, "")
        .assess(
            Money.parse("USD " + value),
            Stream.of(quantities).map(Quantity::parse).toArray(Quantity[]::new))
        .duty()
        .map(Money::toString)
        .orElse("not known");
  }

  /**
   * Beef 26.4 % and 9904.02.27 to .35, by 1,000 kg; the lower bound of a tier is in it. Milk 77.2
   * ¢/liter and 9904.04.01 to .07. Butter $1.541/kg; chocolate as dairy product 52.8 ¢/kg + 8.5 %,
   * 9904.04.62; sugar 33.87 ¢/kg, 9904.17.04; cocoa powder 21.7 ¢/kg, 9904.18.04; cotton 31.4 ¢/kg,
   * 9904.52.05; peanuts in shell 163.8 %, 9904.12.04; Cheddar $1.227/kg, 9904.05.60.
   */
  @ParameterizedTest
  @CsvSource({
    "0202.30.80, BR, 1000, 1000 kg, 481.00",
    "0202.30.80, BR, 299.99, 1000 kg, 832.20",
    "0202.30.80, BR, 300, 1000 kg, 654.20",
    "0202.30.80, BR, 1099.99, 1000 kg, 507.40",
    "0202.30.80, BR, 1100, 1000 kg, 431.40",
    "0202.30.80, BR, 1100, 1 t, 431.40",
    "0202.30.80, BR, 1699.99, 1000 kg, 469.80",
    "0202.30.80, BR, 1700, 1000 kg, 448.80",
    "0202.30.80, BR, 6000, 1000 kg, 1584.00",
    "0201.20.80, UY, 600, 1000 kg, 508.40",
    "0401.40.25, NZ, 500, 1000 liter, 1023.00",
    "0401.40.25, NZ, 1200, 1000 liter, 772.00",
    "0405.10.20, FR, 2300, 1000 kg, 1571.00",
    "1806.20.83, BE, 800, 1000 kg, 840.00",
    "1701.14.50, BR, 199.99, 1000 kg, 368.70",
    "1806.10.15, NL, 300, 1000 kg, 269.00",
    "5201.00.18, EG, 1000, 1000 kg, 400.00",
    "1202.41.80, IN, 180, 1000 kg, 327.84",
    "0406.90.12, GB, 700, 1000 kg, 1729.00"
  })
  void the_duty_is_the_ordinary_one_and_that_of_the_tier(
      String line, String origin, String value, String quantity, String due) {
    assertEquals("USD " + due, duty(line, origin, BEFORE_OTHERS, value, quantity));
  }

  /** Ice cream is valued by the liter and pays 50.2 ¢/kg + 17 %: both quantities are asked for. */
  @Test
  void what_is_valued_by_the_liter_and_pays_by_the_kilogram_needs_both() {
    DutyStack ice = stack("2105.00.20", "IT", BEFORE_OTHERS, "");
    assertEquals("unit value:liter", ice.decidedBy().get(0).name());
    assertTrue(ice.assess(Money.parse("USD 600"), Quantity.parse("1000 liter")).duty().isEmpty());
    // 9904.21.15, 60 to 70 ¢/liter: 550 x 0.502 + 600 x 0.17 + 1000 x 0.052
    assertEquals(
        "USD 430.10", duty("2105.00.20", "IT", BEFORE_OTHERS, "600", "550 kg", "1000 liter"));
  }

  @Test
  void without_quantity_or_price_the_duty_is_bounded_and_says_what_decides() {
    DutyStack beef = stack("0202.30.80", "BR", BEFORE_OTHERS, "");
    assertEquals(Outcome.BOUNDED, beef.outcome());
    assertTrue(beef.adValoremRate().isEmpty());
    assertEquals("unit value:kg", beef.decidedBy().get(0).name());
    assertEquals(9, beef.decidedBy().get(0).alternatives().size());
    assertEquals(
        "below 0.3: MFN 26.4% + agricultural safeguard 0.753 USD/kg",
        beef.decidedBy().get(0).alternatives().get(0).toString());
    assertEquals("1.7 or more: 26.4%", beef.decidedBy().get(0).alternatives().get(8).toString());
    Assessment value = beef.assess(Money.parse("USD 1000"));
    assertTrue(value.duty().isEmpty(), value::toString);
  }

  @Test
  void a_declared_price_chooses_the_tier_and_so_do_prices_between_limits() {
    assertEquals(
        "MFN 26.4% + agricultural safeguard 0.217 USD/kg",
        stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=1.00").summary());
    for (String price : List.of("1.7 or more", "above 2", "from 5 to below 6", "above all tiers")) {
      assertEquals(
          "MFN 26.4%",
          stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=" + price).summary());
    }
    assertEquals(
        Outcome.UNDETERMINED,
        stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=1 or more").outcome());
  }

  @Test
  void a_declared_price_that_is_not_value_over_quantity_is_refused() {
    DutyStack declared = stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=2.00");
    Money value = Money.parse("USD 1000");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> declared.assess(value, Quantity.parse("1000 kg")));
    assertEquals(
        "The declared unit value:kg must be the customs value over the quantity, 1, but was"
            + " '2.00': correct one of the three, or leave it out",
        refused.getMessage());
    // as rounded to cents: 1000/301 = 3.3222…
    DutyStack rounded = stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=3.32");
    assertEquals(
        "USD 264.00",
        rounded.assess(value, Quantity.parse("301 kg")).duty().orElseThrow().toString());
    DutyStack between = stack("0202.30.80", "BR", BEFORE_OTHERS, "unit value:kg=1.7 or more");
    assertThrows(
        IllegalArgumentException.class, () -> between.assess(value, Quantity.parse("1000 kg")));
  }

  /** U.S. note 1 to subchapter IV. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CA", "MX", "JO", "SG", "CL", "AU", "MA", "SV", "HN", "NI", "GT", "BH", "DO", "CR", "PE",
        "OM", "KR", "CO", "PA"
      })
  void goods_of_the_countries_of_note_1_are_not_subject_to_it(String origin) {
    assertEquals("MFN 26.4%", stack("0202.30.80", origin, BEFORE_OTHERS, "").summary());
    assertEquals("USD 79.20", duty("0202.30.80", origin, BEFORE_OTHERS, "300", "1000 kg"), origin);
  }

  @Test
  void israel_and_the_european_union_are_no_such_countries() {
    for (String origin : List.of("IL", "FR", "GB", "NZ", "UY", "AR", "JP", "RU")) {
      assertEquals(
          Outcome.BOUNDED, stack("0202.30.80", origin, BEFORE_OTHERS, "").outcome(), origin);
    }
  }

  /** 90 FR 15949: 16 April to 30 September 2025, 9904.17.41 is 11.2 ¢/kg in place of the tiers. */
  @ParameterizedTest
  @CsvSource({
    "2025-04-15, 300, 388.00",
    "2025-04-16, 300, 448.00",
    "2025-04-16, 3000, 448.00",
    "2025-09-30, 3000, 448.00",
    "2025-10-01, 3000, 336.00"
  })
  void quantity_counts_in_the_announced_period_and_value_in_no_part_of_it(
      String day, String value, String duty) {
    TariffBook book = US.without("IEEPA reciprocal");
    Assessment cocoa =
        book.on(day)
            .stack(HsCode.of("1806.10.28"), Country.of("CH"))
            .assess(Money.parse("USD " + value), Quantity.parse("1000 kg"));
    assertEquals("USD " + duty, cocoa.duty().orElseThrow().toString(), cocoa::toString);
  }

  @Test
  void goods_en_route_when_quantity_began_to_count_are_claimed_and_pay_neither() {
    assertEquals(
        List.of("MFN"),
        layers(stack("1806.10.28", "CH", "2025-05-01", "en route before safeguard=yes"), "IEEPA"));
    assertEquals(
        List.of("MFN", "agricultural safeguard"),
        layers(stack("1806.10.28", "CH", "2025-05-01", ""), "IEEPA"));
  }

  private static List<String> layers(DutyStack stack, String besides) {
    return stack.layers().stream()
        .map(DutyLayer::measure)
        .map(m -> m.programme())
        .filter(each -> !each.startsWith(besides))
        .sorted()
        .toList();
  }

  /** Sheep meat pays 0.9 ¢/kg, and by quantity only; beef 8.8 % in place of its tiers. */
  @Test
  void an_announcement_that_is_declared_counts_in_place_of_the_tiers() {
    assertEquals("MFN 0.028 USD/kg", stack("0204.21.00", "NZ", BEFORE_OTHERS, "").summary());
    assertEquals(
        "MFN 0.028 USD/kg + agricultural safeguard 0.009 USD/kg",
        stack("0204.21.00", "NZ", BEFORE_OTHERS, "quantity safeguard=yes").summary());
    assertEquals(
        "MFN 26.4% + agricultural safeguard 8.8%",
        stack("0202.30.80", "BR", BEFORE_OTHERS, "quantity safeguard=yes").summary());
    assertTrue(
        stack("0204.21.00", "NZ", BEFORE_OTHERS, "")
            .stamp()
            .toString()
            .contains("quantity safeguard=no where not declared (ordinary goods)"));
  }

  /** Heading 9904.04.50 names 1901.10.85, which is no line, and not 1901.10.44. */
  @Test
  void a_line_that_the_text_names_above_a_tier_but_not_in_it_is_open() {
    DutyStack infant = stack("1901.10.44", "NL", BEFORE_OTHERS, "");
    assertEquals(Outcome.BOUNDED, infant.outcome());
    assertEquals(
        List.of("status:1901.10.85 stands for 1901.10.44", "unit value:kg"),
        infant.decidedBy().stream().map(each -> each.name()).sorted().toList());
  }

  @Test
  void the_register_has_the_headings_of_subchapter_iv() {
    UsProvisions all = UsTariffs.provisions("9904");
    assertEquals(512, all.provisions().size());
    LocalDate day = LocalDate.parse("2025-05-01");
    assertEquals(88, all.on(day).of(Status.SUSPENDED).size());
    assertEquals(424, all.on(day).of(Status.IN_FORCE).size());
    assertEquals(
        Status.ENDED,
        UsTariffs.provisions("9904.17.41").provisions().get(0).statusOn(day.plusYears(1)));
    assertEquals("+66.6¢/kg", UsTariffs.provisions("9904.02.01").provisions().get(0).rate());
  }

  @Test
  void a_comparison_assumes_prices_above_the_triggers_only_where_it_is_asked_to() {
    HsCode beef = HsCode.of("0202.30.80");
    Country brazil = Country.of("BR");
    LocalDate day = LocalDate.parse(BEFORE_OTHERS);
    assertEquals(DeclaredFacts.none(), UsualFacts.us().of(beef, brazil, day));
    DutyStack assumed = US.assuming(UsAssumptions.aboveTriggerPrices()).on(day).stack(beef, brazil);
    assertEquals("26.4%", assumed.adValoremRate().orElseThrow().toString());
    assertTrue(
        assumed
            .stamp()
            .toString()
            .contains(
                "unit value:kg=above all tiers where not declared (ordinary goods, goods above"
                    + " trigger"),
        assumed.stamp()::toString);
    assertEquals(
        "MFN 26.4%",
        US.on(day)
            .stack(beef, brazil, UsualFacts.us().withPricesAboveTriggers().of(beef, brazil, day))
            .summary());
  }

  /**
   * Of two exclusive tiers never both are met: each measure by value has the price as condition.
   */
  @Test
  void every_measure_by_value_asks_for_the_price_of_a_unit() {
    long byValue =
        US.measures().stream()
            .filter(m -> m.programme().equals("agricultural safeguard"))
            .filter(
                m ->
                    m.conditions().stream()
                        .map(Condition::subject)
                        .anyMatch(each -> each.startsWith(Condition.UNIT_VALUE)))
            .count();
    // 414 headings by value less 50 that charge nothing, 7 of them once more for 1901.10.44, and
    // those of articles with over 65 % of sugars before and after the announced period
    assertTrue(byValue > 364 + 7, byValue + " measures");
  }

  /**
   * The switch of who claims the USMCA: 2.5 % for cars of Mexico that do not, 0 % for those that
   * do.
   */
  @Test
  void who_is_left_behind_says_what_was_assumed_of_claims() {
    LocalDate day = LocalDate.parse("2025-09-16");
    LeftBehind claimed =
        UsStudies.leftBehind("cars", day, LeftBehind.Weights.EQUAL, UsualFacts.us().withUsmca());
    assertTrue(claimed.table().toMarkdown().contains("MX declares claim=USMCA"));
    assertEquals(
        List.of("MX claiming USMCA", "KR"),
        UsualFacts.us()
            .withUsmca()
            .ofAllGoods(List.of(Country.of("MX"), Country.of("KR")), day)
            .stream()
            .map(
                o ->
                    o.facts().claims().isEmpty()
                        ? "KR"
                        : o.country() + " claiming " + o.facts().claims().get(0))
            .toList());
  }
}
