package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/** An answer of each kind in each form that it is printed in. */
class PrintedAnswersTest {

  private static final HsCode CARS = HsCode.of("8703.23.01");

  /** Japan 2.5 or 27.5 by age, China 2.5, Russia banned, nothing known of what Korea pays. */
  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.adds("autos", "8703", "JP", "25%").withCondition("age<25"),
          TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "RU", "Free").withId("ban"),
          TariffMeasure.adds("AD", "8703", "KR", "Free")
              .unread("a rate in words", "it is no rate"));

  private static DutyStack stack(String origin) {
    return BOOK.on("2025-05-01").stack(CARS, Country.of(origin));
  }

  private static Assessment assessed(String origin) {
    return stack(origin).assess(BigMoney.parse("USD 1000"));
  }

  private static List<DeclaredOrigin> origins(String... all) {
    return Stream.of(all).map(DeclaredOrigin::parse).toList();
  }

  @Test
  void an_assessment_says_its_duty_or_why_there_is_none() {
    assertEquals("duty USD 25.00 (2.5%)", assessed("CN").toString());
    assertTrue(
        assessed("JP").toString().startsWith("duty USD 25.00 to USD 275.00 (2.5% to 27.5%)"));
    String banned = assessed("RU").toString();
    assertTrue(banned.contains("ban"), banned);
    String unknown = assessed("KR").toString();
    assertTrue(unknown.startsWith("undetermined: "), unknown);
    assertTrue(unknown.contains("a rate in words"), unknown);
  }

  @Test
  void the_total_of_a_table_is_a_duty_or_says_why_it_is_none() {
    assertTrue(total("CN").contains("25.00"), total("CN"));
    assertTrue(total("RU").contains("prohibited"), total("RU"));
    assertTrue(assessed("KR").table().toText().contains("a rate in words"));
  }

  private static String total(String origin) {
    return assessed(origin)
        .table()
        .toText()
        .lines()
        .filter(line -> line.contains("total"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_chart_of_origins_draws_what_is_known_and_says_the_rest() {
    DutyComparison comparison =
        DutyComparison.of(BOOK.on("2025-05-01"), CARS, origins("CN", "JP", "RU", "KR"));
    String chart = comparison.chart().toSvg();
    assertTrue(chart.contains("2.5% to 27.5%") && chart.contains(">2.5%<"), chart);
    assertTrue(chart.contains("prohibited: ") && chart.contains("a rate in words"), chart);
    String table = comparison.table().toText();
    assertTrue(row(table, "RU").contains("prohibited"), table);
    assertFalse(row(table, "KR").contains("%"), table);
  }

  private static String row(String text, String start) {
    return text.lines()
        .filter(line -> line.contains(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + start + " in " + text));
  }

  /** From 2.5 % to nothing known: there is no dot to draw, but a reason. */
  @Test
  void a_change_to_what_is_not_known_is_said_in_words() {
    DutyChange change =
        DutyChange.between(
            TariffBook.us(TariffMeasure.base("8703", "2.5%")).on("2025-05-01"),
            BOOK.on("2025-05-01"),
            List.of(CARS),
            origins("KR"));
    String chart = change.chart().toSvg();
    assertTrue(chart.contains("KR"), chart);
    assertTrue(chart.contains("a rate in words"), chart);
    DutyDifference difference = change.rows().get(0).difference();
    assertEquals(List.of(), difference.layers());
    assertTrue(difference.table().toText().contains("a rate in words"));
  }

  /** 2.5 to 15: what came is told with its rate, what went with what it was. */
  @Test
  void a_layer_that_came_or_went_says_what_it_charges() {
    TariffBook before =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("old", "8703", "*", "10%").withSource(Source.user("old law")));
    TariffBook after =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("new", "8703", "*", "12.5%").withSource(Source.user("new law")));
    DutyDifference difference =
        after
            .on("2025-05-01")
            .stack(CARS, Country.of("JP"))
            .differenceFrom(before.on("2025-05-01").stack(CARS, Country.of("JP")));
    assertEquals("+2.5 pp", difference.change().orElseThrow().toString());
    LayerDifference went = layer(difference, "old");
    LayerDifference came = layer(difference, "new");
    assertEquals("went", went.kind().toString());
    assertEquals("[old law]", went.sources().toString());
    assertEquals("[new law]", came.sources().toString());
    assertEquals("-10.0 pp", went.change().orElseThrow().toString());
    assertEquals("+12.5 pp", came.change().orElseThrow().toString());
    assertEquals(2, difference.layers().size());
    String table = difference.table().toText();
    assertTrue(row(table, "old").contains("10.0"), table);
    assertTrue(row(table, "new").contains("12.5"), table);
  }

  private static LayerDifference layer(DutyDifference difference, String programme) {
    return difference.layers().stream()
        .filter(each -> each.programme().equals(programme))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void assumptions_are_said_by_goods_and_shown_with_their_reasons() {
    Assumption young =
        new Assumption(
            ProductScope.parse("8703"),
            OriginScope.parse("JP"),
            DeclaredFacts.parse("age=3; loaded=day of entry"),
            LocalDateRange.ALL,
            "most are new",
            Source.user("a survey"));
    Assumptions usual = Assumptions.of("usual", "US", List.of(young));
    LocalDate day = LocalDate.of(2025, 5, 1);
    assertEquals(
        DeclaredFacts.parse("age=3; loaded=2025-05-01"), usual.of(CARS, Country.of("JP"), day));
    assertEquals(DeclaredFacts.none(), usual.of(CARS, Country.of("KR"), day));
    assertEquals(DeclaredFacts.none(), usual.of(HsCode.of("8704"), Country.of("JP"), day));
    Table table = usual.table();
    String text = table.toText();
    assertTrue(text.contains("Assumptions: usual") && text.contains("most are new"), text);
    assertTrue(text.contains("age=3") && text.contains("a survey"), text);
    Assumptions again = Assumptions.of("usual", "US", List.of(young));
    assertEquals(usual, again);
    assertEquals(usual.hashCode(), again.hashCode());
    assertNotEquals(usual, Assumptions.of("usual", "CA", List.of(young)));
    assertNotEquals(usual, Assumptions.of("usual", "US", List.of()));
    assertNotEquals(usual.hashCode(), Assumptions.of("other", "US", List.of()).hashCode());
  }

  /** An ordinary duty that stands under a condition alone leaves goods without one. */
  @Test
  void where_every_ordinary_duty_asks_for_something_it_is_named() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%")
                .withCondition("certificate=yes")
                .withId("certified"));
    DutyStack without =
        book.on("2025-05-01").stack(CARS, Country.of("JP"), DeclaredFacts.parse("certificate=no"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, without.outcome());
    String reasons = without.reasons().toString();
    assertTrue(
        reasons.contains("there is an ordinary duty only where this is declared: "), reasons);
    assertTrue(reasons.contains("(certified)"), reasons);
    NotApplied failed = without.notApplied().get(0);
    assertEquals(NotApplied.Reason.CONDITION_NOT_MET, failed.reason());
    assertTrue(failed.detail().contains("certificate"), failed.detail());
    assertEquals("condition not met " + failed.detail(), failed.text());
  }

  @Test
  void a_law_says_from_when_it_is_looked_at() {
    assertFalse(BOOK.on("2025-05-01").toString().contains("as known"));
    String then = BOOK.on("2025-05-01").asKnownOn("2025-04-01").toString();
    assertTrue(then.contains("as known on 2025-04-01"), then);
    assertEquals(
        "S232 " + Validity.always(), new Programme.Yield("S232", Validity.always()).toString());
  }

  /** An overlap is between two measures, which must be told apart in the words of the refusal. */
  @Test
  void a_measure_says_on_which_part_of_the_value_it_is_and_when() {
    TariffMeasure plain = TariffMeasure.adds("S232 autos", "8703", "MX", "25%");
    assertEquals("S232 autos: ADDS 25% on 8703 from MX, always", plain.toString());
    assertEquals(
        "S232 autos: ADDS 25% of the non-US content on 8703 from MX, always, where "
            + "claim=USMCA; vehicle=passenger",
        plain
            .withPortion(Portion.parse("non-US content"))
            .withCondition("vehicle=passenger")
            .withCondition("claim=USMCA")
            .toString());
  }
}
