package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.threeten.extra.LocalDateRange;

/** What is left open, worked out by hand. */
class BoundsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure AUTOS =
      TariffMeasure.adds("autos", "8703 except 8703.10", "*", "25%");

  private static DutyStack stack(TariffBook book, String line, String facts) {
    return book.on("2025-09-16")
        .stack(HsCode.of(line), Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static String range(DutyStack stack) {
    return stack.range().map(r -> r.toText(2)).orElse("none");
  }

  @Test
  void a_heading_is_the_set_of_its_parts() {
    TariffBook book = TariffBook.us(BASE, AUTOS);
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.BOUNDED, heading.outcome());
    assertEquals(Optional.empty(), heading.adValoremRate());
    assertEquals("2.50% to 27.50%", range(heading));
    assertEquals("[line (rest of 8703: 27.5%; 8703.10: 2.5%)]", heading.decidedBy().toString());
    assertEquals(List.of(BASE), heading.layers().stream().map(DutyLayer::measure).toList());
    assertEquals("27.50%", range(heading.assuming(HsCode.of("8703.23"))));
    assertEquals("2.50%", range(heading.assuming(HsCode.of("8703.10"))));
    assertThrows(IllegalArgumentException.class, () -> heading.assuming(HsCode.of("8704.10")));
  }

  /** An exemption of a part counts for that part only. */
  @Test
  void an_exemption_of_a_part_frees_that_part() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("autos", "8703", "*", "25%"),
            TariffMeasure.exempts("carts", "8703.10", "*", "autos"));
    assertEquals("2.50% to 27.50%", range(stack(book, "8703", "")));
    assertEquals("27.50%", range(stack(book, "8703.23", "")));
    assertEquals("2.50%", range(stack(book, "8703.10.10", "")));
  }

  /** 2.5 + 12.5 and 0 + 15 are one rate; rounded by duty the cents may differ. */
  @Test
  void lines_that_pay_one_rate_under_other_programmes_have_one_rate() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703 except 8703.10", "2.5%").withId("cars"),
            TariffMeasure.base("8703.10", "Free").withId("carts"),
            TariffMeasure.of("autos", Rule.TOPS_UP_TO, "8703", "*", "15%"));
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.ASSESSED, heading.outcome());
    assertEquals(Optional.of(Rate.percent(15)), heading.adValoremRate());
    assertTrue(heading.remarks().toString().contains("under other programmes"));
    assertEquals(
        "USD 15.00", heading.assess(Money.parse("USD 100")).duty().orElseThrow().toString());
    // 0.15 × 1.41 = 0.2115 → 0.21; 0.025 × 1.41 → 0.04 and 0.125 × 1.41 → 0.18
    Assessment cents = heading.assess(Money.parse("USD 1.41"));
    assertEquals(Outcome.BOUNDED, cents.outcome());
    assertEquals("USD 0.21 to USD 0.22", cents.range().orElseThrow().toString());
  }

  @Test
  void a_quota_that_is_not_declared_is_in_or_out() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("S232", "8703", "*", "25%"),
            TariffMeasure.of("S232", Rule.TOPS_UP_TO, "8703", "*", "10%")
                .withId("in quota")
                .withCondition("quota:Q=in"));
    DutyStack open = stack(book, "8703", "");
    assertEquals("[quota:Q (in: 10.0%; out: 27.5%)]", open.decidedBy().toString());
    assertEquals("10.00%", range(open.assuming("quota:Q=in")));
    assertEquals(
        "duty USD 100.00 to USD 275.00 (10.0% to 27.5%): decided by quota:Q (in: 10.0%; out: 27.5%)",
        open.assess(Money.parse("USD 1000")).toString());
  }

  /** 8703.10 pays 2.5 % whatever the quota, so that 8703 in quota pays 2.5 % to 10 %. */
  @Test
  void what_a_fact_comes_to_holds_for_the_whole_code_with_the_lines_that_are_not_asked() {
    TariffBook book =
        TariffBook.us(
            BASE,
            AUTOS,
            TariffMeasure.of("autos", Rule.TOPS_UP_TO, "8703.23", "*", "10%")
                .withId("in quota")
                .withCondition("quota:Q=in"));
    DutyStack heading = stack(book, "8703", "");
    assertEquals(
        "[line (rest of 8703: 27.5%; 8703.10: 2.5%; 8703.23: 10.0% to 27.5%), "
            + "quota:Q (in: 2.5% to 27.5%; out: 2.5% to 27.5%)]",
        heading.decidedBy().toString());
    DecidingFact quota = heading.assuming(HsCode.of("8703.23")).decidedBy().get(0);
    assertEquals("quota:Q (in: 10.0%; out: 27.5%)", quota.toString());
    assertEquals(Optional.of("in"), quota.alternatives().get(0).value());
  }

  /**
   * One line's tier ends at 1, the other's at 2: a price of 1.5 is above one and below the other.
   */
  @Test
  void lines_that_are_asked_with_other_limits_are_held_against_the_values_between_all_limits() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0201", "5%"),
            TariffMeasure.adds("a", "0201.10", "*", "10%").withCondition("unit value:kg<1"),
            TariffMeasure.adds("b", "0201.20", "*", "20%").withCondition("unit value:kg<2"));
    DutyStack heading = stack(book, "0201", "");
    assertEquals(
        "unit value:kg (below 1: 5.0% to 25.0%; from 1 to below 2: 5.0% to 25.0%; 2 or more: 5.0%)",
        heading.decidedBy().stream()
            .filter(f -> f.name().startsWith("unit"))
            .findFirst()
            .orElseThrow()
            .toString());
    assertEquals("5.00% to 25.00%", range(heading.assuming("unit value:kg=1.5")));
    assertEquals("5.00%", range(heading.assuming("unit value:kg=2")));
  }

  /** A duty that is one rate or a prohibition says both. */
  @Test
  void an_alternative_that_may_be_prohibited_says_so() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.of("ban", Rule.PROHIBITS, "8703", "*", "Free")
                .withCondition("end use=yes")
                .withCondition("age>=25"));
    DecidingFact age = stack(book, "8703.23", "").decidedBy().get(0);
    assertEquals("age (below 25: 2.5%; 25 or more: 2.5% or prohibited)", age.toString());
    assertTrue(age.alternatives().get(1).mayBeProhibited());
    assertFalse(age.alternatives().get(1).isProhibited());
  }

  /**
   * Forty lines of forty rates: a sentence has the ends, the alternatives and the table have all.
   */
  @Test
  void what_decides_is_a_short_sentence_and_loses_no_case() {
    TariffMeasure[] lines =
        IntStream.rangeClosed(10, 49)
            .mapToObj(i -> TariffMeasure.base("8703." + i, i + "%").withId("line " + i))
            .toArray(TariffMeasure[]::new);
    DutyStack heading =
        stack(TariffBook.us(lines).with(TariffMeasure.base("8703", "5%")), "8703", "");
    DecidingFact line = heading.decidedBy().get(0);
    assertEquals(
        "line (rest of 8703: 5.0%; 8703.49: 49.0%; 39 more in alternatives())", line.toString());
    assertEquals(41, line.alternatives().size());
    assertEquals(41, line.table().rows().size());
    assertEquals(
        41, line.alternatives().stream().flatMap(a -> a.codes().stream()).distinct().count());
    assertEquals(List.of("decided by " + line), heading.reasons());
  }

  /** Nine lines with one duty by quantity are one alternative with nine codes. */
  @Test
  void an_alternative_has_all_its_lines_and_charges() {
    TariffMeasure[] lines =
        IntStream.rangeClosed(11, 19)
            .mapToObj(i -> TariffMeasure.base("0201." + i, "4.4¢/kg").withId("line " + i))
            .toArray(TariffMeasure[]::new);
    DutyStack heading =
        stack(TariffBook.us(lines).with(TariffMeasure.base("0201.20", "5%")), "0201", "");
    DecidingFact.Alternative nine =
        heading.decidedBy().get(0).alternatives().stream()
            .filter(a -> a.range().isEmpty())
            .filter(a -> a.codes().contains(HsCode.of("0201.11")))
            .findFirst()
            .orElseThrow();
    assertEquals(9, nine.codes().size());
    assertEquals(List.of("MFN 0.044 USD/kg"), nine.charged());
  }

  /** 50 % of the steel, 10 % of all that is not metal, on top of 2.5 %. */
  @Test
  void a_content_that_is_not_declared_is_anything_from_nothing_to_all() {
    TariffBook book =
        TariffBook.us(
                BASE,
                TariffMeasure.adds("steel", "8703", "*", "50%")
                    .withPortion(Portion.contentOf("steel")),
                TariffMeasure.adds("copper", "8703", "*", "30%")
                    .withPortion(Portion.contentOf("copper")),
                TariffMeasure.adds("rest", "8703", "*", "10%"))
            .withProgrammes(Programme.of("rest").withYieldTo("steel", "copper"));
    assertEquals("12.50% to 52.50%", range(stack(book, "8703", "")));
    // half is copper: 15 + 0.5 × (10 to 50) + 2.5
    assertEquals("22.50% to 42.50%", range(stack(book, "8703", "content:copper=0.5")));
    assertEquals("42.50%", range(stack(book, "8703", "content:copper=0.5; content:steel=0.5")));
    DutyStack open = stack(book, "8703", "");
    assertEquals("content:steel", open.decidedBy().get(0).name());
    assertEquals(
        List.of("12.5% to 32.5%", "52.5%"),
        open.decidedBy().get(0).alternatives().stream()
            .map(a -> a.range().orElseThrow().toText(1))
            .toList());
  }

  /**
   * On a share c the total of 12% finds nothing to count, since the ordinary duty of 10% is kept
   * from it: 12% c + 10% (1 - c). The ends of an open share are not taken for the bounds: what is
   * charged on parts beside a total need not grow with a share at all.
   */
  @Test
  void a_total_on_the_part_that_is_kept_from_the_ordinary_duty_finds_nothing_to_count() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "10%"),
            TariffMeasure.of("total", Rule.TOPS_UP_TO, "*", "*", "12%")
                .withPortion(Portion.parse("copper content")),
            TariffMeasure.replaces("instead", "*", "*", "Free", "MFN")
                .withPortion(Portion.parse("copper content")));
    assertEquals("10.00%", range(stack(book, "8703.23", "content:copper=0")));
    assertEquals("11.00%", range(stack(book, "8703.23", "content:copper=0.5")));
    assertEquals("12.00%", range(stack(book, "8703.23", "content:copper=1")));
    DutyStack open = stack(book, "8703.23", "");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("copper"), open.reasons()::toString);
  }

  /** What is left of the preference, 10% (1 - u), is the lower one until nothing is left of it. */
  @Test
  void a_preference_that_is_left_on_a_part_bends_between_the_ends() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("*", "10%"),
            TariffMeasure.preference("P", "*", "*", "10%"),
            TariffMeasure.replaces("instead", "*", "*", "Free", "P")
                .withPortion(Portion.parse("US content")));
    assertEquals("10.00%", range(stack(book, "8703.23", "claim=P; content:US=0")));
    assertEquals("6.00%", range(stack(book, "8703.23", "claim=P; content:US=0.4")));
    assertEquals("10.00%", range(stack(book, "8703.23", "claim=P; content:US=1")));
    assertEquals(Outcome.UNDETERMINED, stack(book, "8703.23", "claim=P").outcome());
    assertEquals("10.00%", range(stack(book, "8703.23", "")));
  }

  /** The same 2.5 % on each line and in and out of the quota, but not as the same goods. */
  @Test
  void what_does_not_move_the_duty_is_left_open_all_the_same() {
    TariffMeasure preference = TariffMeasure.of("JP FTA", Rule.PREFERENCE, "8703.23", "JP", "2.5%");
    TariffBook book = TariffBook.us(BASE, preference);
    DutyStack heading = stack(book, "8703", "claim=JP FTA");
    assertEquals(Outcome.ASSESSED, heading.outcome());
    assertEquals("[JP FTA: depends on line]", heading.notApplied().toString());
    assertEquals(List.of(), heading.remarks(), "the claim exists for one of the lines");
    assertEquals(
        "[JP FTA: a lower duty counts (MFN)]",
        heading.assuming(HsCode.of("8703.23")).notApplied().toString());

    TariffBook quota = TariffBook.us(BASE, preference.withCondition("quota:Q=in"));
    DutyStack line = stack(quota, "8703.23", "claim=JP FTA");
    assertEquals(Outcome.ASSESSED, line.outcome());
    assertEquals("[JP FTA: depends on quota:Q]", line.notApplied().toString());
    DutyStack in = stack(quota, "8703", "claim=JP FTA; quota:Q=in");
    assertEquals("[JP FTA: depends on line]", in.notApplied().toString());
    assertEquals(List.of(), in.remarks(), "the quota is asked for by one of the lines");
  }

  /** The threshold cuts the shares in two: 10 % below it, 50 % of the share from it on. */
  @Test
  void a_threshold_on_a_share_that_is_charged_is_met_from_both_sides() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "Free"),
            TariffMeasure.adds("little", "8703", "*", "10%").withCondition("content:steel<0.4"),
            TariffMeasure.adds("much", "8703", "*", "50%")
                .withPortion(Portion.contentOf("steel"))
                .withCondition("content:steel>=0.4"));
    assertEquals("10.00% to 50.00%", range(stack(book, "8703", "")));
    // no more than 0.3 can be steel beside 0.7 of copper
    assertEquals("10.00%", range(stack(book, "8703", "content:copper=0.7")));
    // and no more than 0.5 beside 0.5: 10, or 20 to 25
    assertEquals("10.00% to 25.00%", range(stack(book, "8703", "content:copper=0.5")));
  }

  @Test
  void what_may_be_prohibited_has_no_single_rate() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.of("ban", Rule.PROHIBITS, "8703", "*", "Free")
                .withCondition("end use=yes"));
    DutyStack open = stack(book, "8703", "");
    assertEquals(Outcome.BOUNDED, open.outcome());
    assertEquals(Optional.empty(), open.adValoremRate());
    assertEquals("2.50%", range(open));
    assertEquals("[end use (yes: prohibited; no: 2.5%)]", open.decidedBy().toString());
    assertEquals(Outcome.PROHIBITED, open.assuming("end use=yes").outcome());
  }

  @Test
  void a_case_that_is_not_known_leaves_nothing_to_bound() {
    TariffBook book = TariffBook.us(TariffMeasure.base("8703.23", "2.5%").withId("cars"), AUTOS);
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.UNDETERMINED, heading.outcome());
    assertTrue(heading.reasons().toString().contains("no base duty is held (rest of 8703"));
    assertEquals(Optional.empty(), heading.range());
  }

  @Test
  void a_fact_that_moves_nothing_decides_nothing() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.exempts("old", "8703", "*", "autos").withCondition("age>=25"),
            TariffMeasure.adds("autos", "8703", "CN", "25%"));
    assertEquals(Outcome.ASSESSED, stack(book, "8703", "").outcome());
    assertEquals(List.of(), stack(book, "8703", "").decidedBy());
  }

  /** Twelve facts of two values are more ways than are gone through: 2.5 + 12 × 1 at most. */
  @Test
  void with_too_much_open_the_bounds_are_safe_and_say_so() {
    TariffBook book =
        TariffBook.us(BASE)
            .withAll(
                IntStream.range(0, 12)
                    .mapToObj(
                        i ->
                            TariffMeasure.adds("P" + i, "8703", "*", "1%")
                                .withCondition("fact " + i + "=yes"))
                    .toList());
    DutyStack open = stack(book, "8703", "");
    assertFalse(open.isRangeExact());
    assertEquals("0.00% to 14.50%", range(open));
    assertEquals(12, open.decidedBy().size());
    assertEquals(
        "USD 0.00 to USD 14.50",
        open.assess(Money.parse("USD 100")).range().orElseThrow().toString());
    DutyStack told = open.assuming("fact 0=yes; fact 1=no");
    assertTrue(told.isRangeExact());
    assertEquals("3.50% to 13.50%", range(told));
  }

  @Test
  void with_too_much_open_a_prohibition_that_may_apply_is_named() {
    TariffMeasure ban = TariffMeasure.of("ban", Rule.PROHIBITS, "8703", "*", "Free").withId("ban");
    TariffBook book =
        TariffBook.us(BASE, ban.withCondition("end use=yes")).withAll(twelveFactsOf("8703"));
    DutyStack open = stack(book, "8703", "");
    assertEquals(Outcome.BOUNDED, open.outcome());
    assertTrue(open.reasons().contains("may be prohibited by ban"), open.reasons().toString());
    assertFalse(
        open.assuming("end use=no").reasons().contains("may be prohibited by ban"),
        "its condition is surely not met");
    DutyStack heading =
        stack(book.with(TariffMeasure.base("8704", "25%").withId("trucks")), "87", "");
    assertTrue(heading.reasons().contains("may be prohibited by ban"));
  }

  private static List<TariffMeasure> twelveFactsOf(String line) {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> TariffMeasure.adds("P" + i, line, "*", "1%").withCondition("fact " + i + "=yes"))
        .toList();
  }

  /** 2.5 to 14.5 of the line with too much open, in 0 to 14.5; 2.5 + 40 of the other. */
  @Test
  void a_line_with_too_much_open_does_not_hide_the_other_lines_of_its_heading() {
    TariffBook book =
        TariffBook.us(BASE, TariffMeasure.adds("carts", "8703.10", "*", "40%"))
            .withAll(twelveFactsOf("8703.23"));
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.BOUNDED, heading.outcome());
    assertFalse(heading.isRangeExact());
    assertEquals("0.00% to 42.50%", range(heading));
    assertEquals(List.of(), heading.cases());
    assertEquals(
        "USD 0.00 to USD 42.50",
        heading.assess(Money.parse("USD 100")).range().orElseThrow().toString());
    assertEquals("42.50%", range(heading.assuming(HsCode.of("8703.10"))));
  }

  @Test
  void a_line_with_too_much_open_does_not_hide_one_whose_duty_is_not_known() {
    TariffBook book =
        TariffBook.us(TariffMeasure.base("8703.23", "2.5%")).withAll(twelveFactsOf("8703.23"));
    DutyStack heading = stack(book, "8703", "");
    assertEquals(Outcome.UNDETERMINED, heading.outcome());
    assertTrue(heading.reasons().toString().contains("no base duty is held (rest of 8703)"));
  }

  /** The dearest ordinary duty, 6, and the dearest of each programme: 6 + 12 + 20. */
  @Test
  void with_too_much_open_the_dearest_of_each_programme_is_the_most() {
    TariffBook book =
        TariffBook.us(
                BASE,
                TariffMeasure.base("8703", "6%").withId("b").withCondition("kind=old"),
                TariffMeasure.adds("Q", "8703", "*", "20%").withId("q").withCondition("kind=old"),
                TariffMeasure.adds("Q", "8703", "*", "5%").withId("r").withCondition("kind=new"),
                TariffMeasure.preference("FTA", "8703", "JP", "90%"))
            .withAll(twelveFactsOf("8703"));
    DutyStack open = stack(book, "8703", "");
    assertEquals(Outcome.BOUNDED, open.outcome());
    assertEquals("0.00% to 38.00%", range(open));
  }

  /** A duty by weight has no highest share of the value: what is open has to be declared. */
  @Test
  void with_too_much_open_and_a_duty_by_weight_the_facts_are_asked_for() {
    TariffBook book =
        TariffBook.us(BASE, TariffMeasure.adds("W", "8703", "*", "1 USD/kg"))
            .withAll(twelveFactsOf("8703"));
    DutyStack open = stack(book, "8703", "");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertEquals("none", range(open));
    assertTrue(
        open.reasons().contains("too much is left open: declare fact 0"), open.reasons()::toString);
    assertEquals(Optional.empty(), open.assess(Money.parse("USD 100")).range());
  }

  /** Whether the quota is filled is open; the age that is assumed moves nothing beside it. */
  @Test
  void an_assumption_that_moves_nothing_is_not_said_beside_a_fact_that_is_open() {
    TariffBook book =
        TariffBook.us(
                BASE,
                TariffMeasure.adds("S232", "8703", "*", "25%").withCondition("quota:Q=out"),
                TariffMeasure.adds("far", "8703", "CN", "5%"),
                TariffMeasure.exempts("old", "8703", "*", "far").withCondition("age>=25"),
                TariffMeasure.exempts("use", "8703", "*", "S232").withCondition("end use=yes"))
            .assuming(assumptions("US", "age=0; end use=no"));
    DutyStack open = stack(book, "8703", "");
    assertEquals("[quota:Q (in: 2.5%; out: 27.5%)]", open.decidedBy().toString());
    assertEquals("end use=no", open.assumed().toString());
  }

  /**
   * 80 % of steel in one line and 70 % of copper in the other cannot be declared of one article.
   */
  @Test
  void shares_that_are_assumed_of_different_lines_need_not_stand_together() {
    TariffBook book =
        TariffBook.us(
                BASE,
                TariffMeasure.adds("steel", "8703.10", "*", "50%")
                    .withPortion(Portion.contentOf("steel")),
                TariffMeasure.adds("copper", "8703.23", "*", "50%")
                    .withPortion(Portion.contentOf("copper")))
            .assuming(
                assumptions("US", "8703.10", "content:steel=0.8"),
                assumptions("US", "8703.23", "content:copper=0.7"));
    DutyStack heading = stack(book, "8703", "");
    // 2.5 + 50 % of 0.8, 2.5 + 50 % of 0.7, 2.5
    assertEquals("2.50% to 42.50%", range(heading));
    assertEquals(
        "content:steel=0.8, or content:copper=0.7 where not declared (ordinary, ordinary)",
        heading.assumption().orElseThrow());
    assertEquals("content:copper=0.7", heading.assuming(HsCode.of("8703.23")).assumed().toString());
  }

  private static Assumptions assumptions(String territory, String facts) {
    return assumptions(territory, "*", facts);
  }

  private static Assumptions assumptions(String territory, String products, String facts) {
    return Assumptions.of(
        "ordinary",
        territory,
        List.of(
            new Assumption(
                ProductScope.parse(products),
                OriginScope.parse("*"),
                DeclaredFacts.parse(facts),
                LocalDateRange.ALL,
                "made up for this test",
                Source.user("a test"))));
  }

  @Test
  void what_is_assumed_is_said_where_it_moves_the_duty_and_what_is_declared_counts() {
    TariffBook law =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("autos", "8703", "*", "25%"),
            TariffMeasure.exempts("old", "8703", "*", "autos").withCondition("age>=25"),
            TariffMeasure.exempts("transit", "8703", "*", "autos")
                .withCondition("loaded<2025-09-01"));
    assertEquals("2.50% to 27.50%", range(stack(law, "8703", "")));
    TariffBook book = law.assuming(assumptions("US", "age=0; loaded=day of entry; end use=no"));
    DutyStack assumed = stack(book, "8703", "");
    assertEquals("27.50%", range(assumed));
    assertEquals("age=0; loaded=2025-09-16", assumed.assumed().toString());
    assertTrue(assumed.stamp().assumptions().toString().contains("where not declared (ordinary)"));
    assertEquals("2.50%", range(stack(book, "8703", "age=30")));
    assertEquals(DeclaredFacts.none(), stack(book, "8703", "age=30").assumed());
    assertEquals("2.50% to 27.50%", range(stack(book.withoutAssumptions(), "8703", "")));
    assertThrows(IllegalArgumentException.class, () -> law.assuming(assumptions("JP", "age=0")));
    assertThrows(IllegalArgumentException.class, () -> assumptions("US", "claim=KORUS"));
  }

  /** A refrigerator is free or pays 25 % by its steel: 0 or 250 of 1,000. */
  @Test
  void the_table_of_an_assessment_shows_what_the_duty_lies_within() {
    Table table =
        TariffBook.us(
                TariffMeasure.base("8418", "Free"),
                TariffMeasure.adds("metal", "8418", "*", "25%").withCondition("weight:steel>=0.15"))
            .on("2026-05-01")
            .stack(HsCode.of("8418.10"), Country.of("AU"))
            .assess(BigMoney.parse("USD 1000"))
            .table();
    List<Cell> total = table.rows().get(table.rows().size() - 1);
    assertEquals("USD 0.00 to USD 250.00", total.get(3).text());
    assertEquals("0.00% to 25.00%", total.get(4).text());
  }
}
