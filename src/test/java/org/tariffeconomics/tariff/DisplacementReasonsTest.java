package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/**
 * Who switches what off, on which part of the value, and what the stack says of it. The duties are
 * sums done by hand: a base of 2.5 %, a duty S of 25 %.
 */
class DisplacementReasonsTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure S = TariffMeasure.adds("S", "8703", "*", "25%").withId("s");
  private static final TariffMeasure Q = TariffMeasure.adds("Q", "8703", "*", "10%").withId("q");

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2025-05-01")
        .stack(HsCode.of("8703"), Country.of("JP"), DeclaredFacts.parse(facts));
  }

  private static String rate(TariffBook book, String facts) {
    return stack(book, facts).adValoremRate().map(r -> r.toText(1)).orElse("unknown");
  }

  private static List<String> notApplied(TariffBook book, String facts) {
    return stack(book, facts).notApplied().stream().map(NotApplied::toString).sorted().toList();
  }

  @Test
  void what_is_exempt_names_the_exemption() {
    TariffBook book =
        TariffBook.us(BASE, S, TariffMeasure.exempts("X", "8703", "*", "S").withId("x"));
    assertEquals("2.5%", rate(book, ""));
    assertEquals(List.of("s: exempted by x"), notApplied(book, ""));
    assertEquals(NotApplied.Reason.EXEMPTED, stack(book, "").notApplied().get(0).reason());
  }

  @Test
  void what_is_replaced_names_what_takes_its_place() {
    TariffBook book =
        TariffBook.us(BASE, S, TariffMeasure.replaces("R", "8703", "*", "7%", "S").withId("r"));
    assertEquals("9.5%", rate(book, ""));
    assertEquals(List.of("s: replaced by r"), notApplied(book, ""));
  }

  @Test
  void what_yields_names_the_programme() {
    TariffBook book = TariffBook.us(BASE, S, Q).withProgrammes(Programme.of("S").withYieldTo("Q"));
    assertEquals("12.5%", rate(book, ""));
    assertEquals(List.of("s: displaced by Q"), notApplied(book, ""));
  }

  /** An exemption is said before a replacement, and both before a yield. */
  @Test
  void of_several_reasons_the_strongest_is_said() {
    TariffMeasure exempts = TariffMeasure.exempts("X", "8703", "*", "S").withId("x");
    TariffMeasure replaces = TariffMeasure.replaces("R", "8703", "*", "7%", "S").withId("r");
    TariffBook all =
        TariffBook.us(BASE, S, Q, replaces, exempts)
            .withProgrammes(Programme.of("S").withYieldTo("Q"));
    // R and Q are charged: 2.5 + 7 + 10
    assertEquals("19.5%", rate(all, ""));
    assertEquals(List.of("s: exempted by x"), notApplied(all, ""));
    TariffBook two = all.without("X");
    assertEquals(List.of("s: replaced by r"), notApplied(two, ""));
  }

  /** Q is itself switched off by Z and takes nothing from S: only X is to be named. */
  @Test
  void what_is_switched_off_is_no_reason() {
    TariffMeasure yieldsTo = TariffMeasure.adds("T", "8703", "*", "1%").withId("t");
    TariffBook book =
        TariffBook.us(
                BASE, S, Q, yieldsTo, TariffMeasure.exempts("Z", "8703", "*", "Q").withId("z"))
            .withProgrammes(Programme.of("S").withYieldTo("Q", "T"));
    assertEquals("3.5%", rate(book, ""));
    assertEquals(List.of("q: exempted by z", "s: displaced by T"), notApplied(book, ""));
  }

  /** An exemption of the non-US content leaves the duty on the US content: 25 % of 0.4. */
  @Test
  void an_exemption_of_a_part_leaves_the_rest() {
    TariffBook book =
        TariffBook.us(
            BASE,
            S,
            TariffMeasure.exempts("X", "8703", "*", "S")
                .withPortion(Portion.parse("non-US content")));
    assertEquals("12.5%", rate(book, "content:US=0.4"));
    assertEquals("2.5%", rate(book, "content:US=0"));
    assertEquals("27.5%", rate(book, "content:US=1"));
  }

  /** A duty on the non-US content keeps the whole article from what yields to it. */
  @Test
  void a_duty_on_the_foreign_content_keeps_the_article() {
    TariffBook book =
        TariffBook.us(BASE, S.withPortion(Portion.parse("non-US content")), Q)
            .withProgrammes(Programme.of("Q").withYieldTo("S"));
    // 2.5 + 25 × 0.6, and Q on nothing, although the US content pays nothing to S
    assertEquals("17.5%", rate(book, "content:US=0.4"));
    assertEquals("2.5%", rate(book, "content:US=1"));
  }

  @Test
  void an_exemption_under_the_name_of_its_own_programme_reaches_its_charges() {
    TariffBook book =
        TariffBook.us(BASE, S, TariffMeasure.exempts("S", "8703", "JP", "S").withId("out"), Q);
    assertEquals("12.5%", rate(book, ""));
    assertEquals(List.of("s: exempted by out"), notApplied(book, ""));
    assertEquals(
        "37.5%",
        book.on("2025-05-01")
            .stack(HsCode.of("8703"), Country.of("KR"))
            .adValoremRate()
            .orElseThrow()
            .toText(1));
  }

  /** Only what is charged yields: an exemption and a ban stand whatever their programme says. */
  @Test
  void exemptions_and_bans_do_not_yield() {
    TariffMeasure exempts = TariffMeasure.exempts("X", "8703", "*", "S");
    TariffBook book =
        TariffBook.us(BASE, S, Q, exempts).withProgrammes(Programme.of("X").withYieldTo("Q"));
    assertEquals("12.5%", rate(book, ""));
    TariffMeasure ban = TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "JP", "Free").withId("ban");
    TariffBook banned =
        TariffBook.us(BASE, Q, ban).withProgrammes(Programme.of("Ban").withYieldTo("Q"));
    assertEquals(DutyStack.Outcome.PROHIBITED, stack(banned, "").outcome());
    assertTrue(
        stack(banned, "").reasons().get(0).startsWith("prohibited by ban"),
        () -> stack(banned, "").reasons().toString());
  }

  /** And nothing yields to an exemption of something else, or to a ban. */
  @Test
  void nothing_yields_to_an_exemption() {
    TariffMeasure exempts = TariffMeasure.exempts("X", "8703", "*", "Q");
    TariffBook book =
        TariffBook.us(BASE, S, Q, exempts).withProgrammes(Programme.of("S").withYieldTo("X"));
    assertEquals("27.5%", rate(book, ""));
  }

  @Test
  void a_ban_that_is_exempt_says_so() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "JP", "Free").withId("ban"),
            TariffMeasure.exempts("Licence", "8703", "JP", "Ban").withId("licence"));
    assertEquals("2.5%", rate(book, ""));
    assertEquals(List.of("ban: exempted by licence"), notApplied(book, ""));
  }

  /** Where no ordinary duty is left, a preference is nothing to pay in its place. */
  @Test
  void a_suspended_duty_is_not_paid_by_a_preference() {
    TariffBook book =
        TariffBook.us(
            BASE.withId("base"),
            TariffMeasure.preference("P", "8703", "JP", "1%").withId("p"),
            TariffMeasure.exempts("Suspension", "8703", "*", "MFN").withId("x"));
    assertEquals("0.0%", rate(book, "claim=P"));
    assertTrue(stack(book, "claim=P").layers().isEmpty());
    assertEquals(List.of("base: exempted by x"), notApplied(book, "claim=P"));
    // suspended on the steel alone: half of 2.5 %, or 1 % on all
    TariffBook half =
        book.without("Suspension")
            .with(
                TariffMeasure.exempts("Suspension", "8703", "*", "MFN")
                    .withPortion(Portion.contentOf("steel")));
    assertEquals("1.0%", rate(half, "claim=P; content:steel=0.5"));
    assertEquals("0.5%", rate(half, "claim=P; content:steel=0.8"));
  }

  /** What is surely not met settles a measure: the other fact need not be known. */
  @Test
  void one_condition_that_is_not_met_is_enough() {
    TariffBook book = TariffBook.us(BASE, S.withCondition("a=yes").withCondition("b=yes"));
    assertEquals("2.5%", rate(book, "a=no"));
    assertEquals(List.of("s: condition not met a=yes"), notApplied(book, "a=no"));
    assertEquals(
        List.of("s: condition not met a=yes", "s: condition not met b=yes"),
        notApplied(book, "a=no; b=no"));
    assertEquals("27.5%", rate(book, "a=yes; b=yes"));
    assertEquals("unknown", rate(book, "a=yes"));
  }

  /** A fact that cannot be read is unknown, but not where another condition settles the measure. */
  @Test
  void a_condition_that_is_not_met_settles_what_cannot_be_read() {
    TariffBook book = TariffBook.us(BASE, S.withCondition("a=yes").withCondition("age>=25"));
    assertEquals("2.5%", rate(book, "a=no; age=nine years"));
    assertEquals(List.of("s: condition not met a=yes"), notApplied(book, "a=no; age=nine years"));
    assertEquals(DutyStack.Outcome.ASSESSED, stack(book, "a=no; age=nine years").outcome());
    assertEquals("unknown", rate(book, "a=yes; age=nine years"));
    assertEquals("27.5%", rate(book, "a=yes; age=30"));
  }

  /** Each of four programmes yields to the next: what is displaced displaces nothing. */
  @Test
  void a_chain_of_yields_is_walked_from_its_end() {
    TariffBook book = TariffBook.us(BASE);
    for (int i = 0; i < 4; i++) {
      book = book.with(TariffMeasure.adds("P" + i, "8703", "*", (i + 1) + "%").withId("p" + i));
    }
    book =
        book.withProgrammes(
            Programme.of("P0").withYieldTo("P1"),
            Programme.of("P1").withYieldTo("P2"),
            Programme.of("P2").withYieldTo("P3"));
    // P3 takes P2; P2 is off and takes nothing; P1 is charged and takes P0: 2.5 + 4 + 2
    // but P1 yields to P2, which is off, so P1 stands
    assertEquals("8.5%", rate(book, ""));
    assertEquals(List.of("p0: displaced by P1", "p2: displaced by P3"), notApplied(book, ""));
  }
}
