package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * Duties side by side: by origin, over time, before and after a change. The law is that of
 * passenger cars in 2025, by hand: 2.5 % (HTS 8703.23.01), 25 % on top from 2025-04-03
 * (Proclamation 10908), 15 % all told for Japan from 2025-09-16 (Executive Order 14345), and
 * Korea's preference.
 */
class ComparisonTest {

  private static final HsCode CARS = HsCode.of("8703.23.01");

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.adds("S232", "8703", "*", "25%").withId("autos").from("2025-04-03"),
          TariffMeasure.topsUpTo("S232", "8703", "JP", "15%")
              .withId("autos, Japan")
              .from("2025-09-16")
              .withKnownFrom("2025-09-04"));

  private static List<DeclaredOrigin> origins(String... texts) {
    return Stream.of(texts).map(DeclaredOrigin::parse).toList();
  }

  private static DutyComparison on(String day, String... origins) {
    return DutyComparison.of(BOOK.on(day), CARS, origins(origins));
  }

  private static String percent(Optional<Rate> rate) {
    return rate.map(Rate::toString).orElse("unknown");
  }

  /** 15 %, 25 % with the preference, 2.5 + 25 % without. */
  @Test
  void origins_are_ordered_by_what_they_pay() {
    DutyComparison cars = on("2025-10-01", "DE", "KR claiming KORUS", "JP");
    assertEquals("[JP 15.0%, KR 25.0%, DE 27.5%]", cars.entries().toString());
    assertEquals("15%", percent(cars.rate("JP")));
    assertEquals("27.5%", percent(cars.rate("DE")));
    assertEquals("12.5", points(cars, "DE", "JP"));
    assertEquals("-12.5", points(cars, "JP", "DE"));
    assertEquals("-10", points(cars, "JP", "KR"));
    assertEquals(
        "12.5",
        cars.gapRange("DE", "JP")
            .orElseThrow()
            .exact()
            .orElseThrow()
            .points()
            .movePointRight(2)
            .toPlainString());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> cars.rate("MX"))
            .getMessage()
            .startsWith("'MX' is not in [JP 15.0%"));
    Table table = cars.table();
    assertEquals("[1, 2, 3]", column(table, "rank"));
    assertEquals("[0.0 pp, +10.0 pp, +12.5 pp]", column(table, "vs best"));
    assertEquals("MFN 2.5% + S232 12.5%", table.cell(0, "layers").text());
    assertEquals(
        "On 2025-10-01 the US duty on 8703.23.01 is 15.0% from JP; 25.0% from KR (KORUS), 10.0"
            + " points more; 27.5% from DE, 12.5 points more.",
        cars.sentence());
    assertEquals(table.toString(), cars.toString());
    assertTrue(cars.stamp().assumptions().contains("KR declares claim=KORUS"), cars::toString);
  }

  private static String points(DutyComparison cars, String origin, String rival) {
    return cars.gap(origin, rival)
        .orElseThrow()
        .points()
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String column(Table table, String column) {
    return table.rows().stream()
        .map(row -> row.get(table.columns().indexOf(column)).text())
        .toList()
        .toString();
  }

  @Test
  void comparisons_are_equal_by_what_they_say() {
    DutyComparison cars = on("2025-10-01", "DE", "JP");
    assertEquals(cars, on("2025-10-01", "JP", "DE"));
    assertEquals(cars.hashCode(), on("2025-10-01", "JP", "DE").hashCode());
    assertNotEquals(cars, on("2025-09-01", "JP", "DE"));
    assertNotEquals(cars, on("2025-10-01", "JP"));
    DutyComparison.Entry japan = cars.entries().get(0);
    assertEquals(japan, on("2025-10-01", "JP").entries().get(0));
    assertEquals(japan.hashCode(), on("2025-10-01", "JP").entries().get(0).hashCode());
    assertNotEquals(japan, cars.entries().get(1));
    assertNotEquals(japan, on("2025-09-01", "JP").entries().get(0));
  }

  /** A content that is not declared bounds: 0 % to 50 % of steel is 2.5 % to 52.5 %. */
  @Test
  void a_rate_that_is_left_open_has_a_range_of_ranks() {
    TariffBook steel =
        TariffBook.us(
            TariffMeasure.base("7326", "2.5%"),
            TariffMeasure.adds("S232", "7326", "JP,KR", "50%").withCondition("steel=yes"),
            TariffMeasure.adds("IEEPA", "7326", "DE", "10%"),
            TariffMeasure.adds("AD", "7326", "CN", "100%"));
    DutyComparison open =
        DutyComparison.of(
            steel.on("2025-10-01"),
            HsCode.of("7326"),
            origins("CN", "JP", "DE", "KR with steel=no"));
    assertEquals("[KR 2.5%, JP 2.5% to 52.5%, DE 12.5%, CN 102.5%]", open.entries().toString());
    Table table = open.table();
    // Korea is not certainly below Japan, which pays at least as much; China is above all.
    assertEquals("[1 to 2, 1 to 3, 2 to 3, 4]", column(table, "rank"));
    assertEquals("unknown", percent(open.rate("JP")));
    assertEquals(Optional.empty(), open.gap("JP", "DE"));
    assertFalse(open.gapRange("JP", "DE").orElseThrow().isPoint());
    assertEquals(
        "between -10.0 pp and +40.0 pp", open.gapRange("JP", "DE").orElseThrow().toString());
    assertTrue(open.sentence().contains("2.5% to 52.5% from JP;"), open.sentence());
  }

  @Test
  void what_is_not_known_stands_last_with_its_reason() {
    TariffBook meat =
        TariffBook.us(
            TariffMeasure.of("MFN", Rule.BASE, "0201", "* except JP", "4.4¢/kg"),
            TariffMeasure.of("MFN", Rule.BASE, "0201", "JP", "26.4%").withId("Japan"));
    DutyComparison open =
        DutyComparison.of(meat.on("2025-10-01"), HsCode.of("0201"), origins("AU", "JP"));
    assertEquals("[JP 26.4%, AU unknown]", open.entries().toString());
    assertEquals("[1, ]", column(open.table(), "rank"));
    assertEquals(
        List.of("the duty depends on the quantity, MFN 0.044 USD/kg: state a value and a quantity"),
        open.entries().get(1).reasons());
    assertEquals(
        "On 2025-10-01 the US duty on 0201 is 26.4% from JP. It is not one known rate from AU"
            + " (the duty depends on the quantity, MFN 0.044 USD/kg: state a value and a quantity).",
        open.sentence());
    // 1,000 kg at 4.4 cents are 44 dollars, 4.4 % of a thousand.
    DutyComparison valued =
        DutyComparison.of(
            meat.on("2025-10-01"),
            HsCode.of("0201"),
            origins("JP", "AU"),
            BigMoney.of(CurrencyUnit.USD, 1000),
            List.of(Quantity.parse("1000 kg")));
    assertEquals("[AU 4.4%, JP 26.4%]", valued.entries().toString());
    assertEquals("22", points(valued, "JP", "AU"));
    assertEquals(Optional.of(BigMoney.of(CurrencyUnit.USD, 1000)), valued.customsValue());
    assertEquals("[1000 kg]", valued.quantities().toString());
  }

  private static LocalDateRange year() {
    return LocalDateRange.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void a_timeline_has_a_step_for_each_day_on_which_a_duty_changes() {
    RateTimeline cars = RateTimeline.of(BOOK, CARS, origins("JP", "DE"), year());
    assertEquals(
        List.of(
            "2025-01-01/2025-04-03 [Optional[2.5%], Optional[2.5%]]",
            "2025-04-03/2025-09-16 [Optional[27.5%], Optional[27.5%]]",
            "2025-09-16/2026-01-01 [Optional[15%], Optional[27.5%]]"),
        cars.steps().stream().map(RateTimeline.Step::toString).toList());
    assertEquals("27.5%", percent(cars.on(day("2025-09-15")).rates().get(0)));
    assertEquals("15%", percent(cars.on(day("2025-09-16")).rates().get(0)));
    assertEquals(-0.125, cars.gap(day("2025-12-31")).orElseThrow().points().doubleValue());
    assertTrue(cars.gapRange(day("2025-12-31")).orElseThrow().isPoint());
    assertThrows(IllegalArgumentException.class, () -> cars.on(day("2026-01-01")));
    Table table = cars.table();
    assertEquals(List.of("from", "JP", "DE", "gap"), table.columns());
    assertEquals("[0.0 pp, 0.0 pp, -12.5 pp]", column(table, "gap"));
    assertTrue(table.title().endsWith("(+ means JP pays more)"), table.title());
    assertEquals(table.toString(), cars.toString());
    RateTimeline again = RateTimeline.of(BOOK, CARS, origins("JP", "DE"), year());
    assertEquals(cars.steps(), again.steps());
    assertEquals(cars.steps().get(0).hashCode(), again.steps().get(0).hashCode());
    assertNotEquals(cars.steps().get(0), cars.steps().get(1));
  }

  /** Executive Order 14345 is of 2025-09-04 and reaches back to 2025-08-07, say. */
  @Test
  void a_timeline_as_known_on_the_day_begins_when_the_law_was_published() {
    TariffBook back =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("S232", "8703", "*", "25%").withId("autos").from("2025-04-03"),
            TariffMeasure.topsUpTo("S232", "8703", "JP", "15%")
                .withId("autos, Japan")
                .from("2025-08-07")
                .withKnownFrom("2025-09-04"));
    RateTimeline now = RateTimeline.of(back, CARS, origins("JP"), year());
    assertEquals(day("2025-08-07"), now.steps().get(2).days().getStart());
    RateTimeline then = RateTimeline.asKnownOnTheDay(back, CARS, origins("JP"), year());
    assertEquals(day("2025-09-04"), then.steps().get(2).days().getStart());
    assertEquals("27.5%", percent(then.on(day("2025-09-03")).rates().get(0)));
    assertTrue(then.table().caption().toString().contains("each day as known on that day"));
    assertEquals(List.of("from", "JP"), then.table().columns());
  }

  @Test
  void a_timeline_needs_origins_and_days() {
    assertThrows(
        IllegalArgumentException.class, () -> RateTimeline.of(BOOK, CARS, List.of(), year()));
    for (LocalDateRange bad :
        List.of(
            LocalDateRange.ofUnboundedStart(day("2025-01-01")),
            LocalDateRange.ofUnboundedEnd(day("2025-01-01")),
            LocalDateRange.ofEmpty(day("2025-01-01")))) {
      assertThrows(
          IllegalArgumentException.class, () -> RateTimeline.of(BOOK, CARS, origins("JP"), bad));
    }
    RateTimeline alone = RateTimeline.of(BOOK, CARS, origins("JP"), year());
    assertThrows(IllegalStateException.class, () -> alone.gap(day("2025-02-01")));
    assertThrows(IllegalStateException.class, () -> alone.gapRange(day("2025-02-01")));
  }

  /** The same origin with and without a claim has two columns with two names. */
  @Test
  void a_timeline_tells_apart_what_an_origin_declares() {
    RateTimeline korea =
        RateTimeline.of(BOOK, CARS, origins("KR", "KR claiming KORUS", "KR with age=3"), year());
    assertEquals(4, korea.table().columns().stream().distinct().count());
    assertTrue(
        korea.table().caption().toString().contains("KR declares claim=KORUS"), korea::toString);
    assertEquals("0%", percent(korea.steps().get(0).rates().get(1)));
  }

  @Test
  void a_change_names_who_gains_and_who_is_untouched() {
    DutyChange deal =
        DutyChange.between(
            BOOK.on("2025-09-15"), BOOK.on("2025-09-16"), List.of(CARS), origins("JP", "DE", "MX"));
    assertEquals(1, deal.rows().size());
    assertEquals("8703.23.01 from JP -12.5 pp", deal.rows().get(0).toString());
    assertEquals(-0.125, deal.rows().get(0).change().orElseThrow().points().doubleValue());
    assertEquals(2, deal.unchanged().size());
    assertTrue(deal.toString().contains("unchanged: DE, MX"), deal::toString);
    // 1.15 / 1.275 - 1 = -9.8 %
    assertEquals("-9.8%", deal.table().cell(0, "duty-paid price, relative").text());
    assertEquals(List.of(), deal.added());
    assertEquals(List.of(), deal.removed());
    DutyChange same =
        DutyChange.between(
            BOOK.on("2025-09-15"), BOOK.on("2025-09-16"), List.of(CARS), origins("JP"));
    assertEquals(deal.rows().get(0), same.rows().get(0));
    assertEquals(deal.rows().get(0).hashCode(), same.rows().get(0).hashCode());
    assertFalse(same.toString().contains("unchanged"), same::toString);
  }

  /**
   * A line without a base duty: nobody knows what it pays, so nobody knows that it pays the same.
   */
  @Test
  void what_neither_law_knows_is_not_said_to_be_unchanged() {
    DutyChange unknown =
        DutyChange.between(
            BOOK.on("2025-09-15"),
            BOOK.on("2025-09-16"),
            List.of(HsCode.of("9999")),
            origins("JP"));
    assertEquals(List.of(), unknown.unchanged());
    assertEquals(1, unknown.rows().size());
    assertEquals("unknown", unknown.table().cell(0, "before").text());
    assertEquals("unknown", unknown.table().cell(0, "after").text());
    assertFalse(unknown.toString().contains("unchanged"), unknown::toString);
    DutyDifference difference = unknown.rows().get(0).difference();
    assertTrue(difference.toString().startsWith("not known on either side"), difference::toString);
    assertFalse(difference.table().toString().contains("kept"), difference::toString);
  }

  @Test
  void a_change_of_books_names_the_measures() {
    TariffBook without = BOOK.without("S232");
    DutyChange repeal =
        DutyChange.between(
            BOOK.on("2025-10-01"),
            without.on("2025-10-01"),
            List.of(CARS, HsCode.of("8703.90.01")),
            origins("JP", "KR claiming KORUS"));
    assertEquals(
        List.of("autos", "autos, Japan"),
        repeal.removed().stream().map(TariffMeasure::id).sorted().toList());
    assertEquals(List.of(), repeal.added());
    assertEquals(4, repeal.rows().size());
    // 1.025 / 1.15 - 1 = -10.9 %, and 1 / 1.25 - 1 = -20 %
    assertEquals(
        "[-10.9%, -20.0%, -10.9%, -20.0%]", column(repeal.table(), "duty-paid price, relative"));
    DutyChange back =
        DutyChange.between(
            without.on("2025-10-01"), BOOK.on("2025-10-01"), List.of(CARS), origins("JP"));
    assertEquals(2, back.added().size());
    assertEquals(List.of(), back.removed());
  }

  /** Over thirty names, or several lines, are counted and not listed. */
  @Test
  void many_unchanged_duties_are_counted() {
    DutyChange none =
        DutyChange.between(
            BOOK.on("2025-09-15"),
            BOOK.on("2025-09-16"),
            List.of(CARS, HsCode.of("8703.90.01")),
            origins("DE", "FR"));
    assertTrue(none.toString().contains("unchanged: 4 more duties looked at"), none::toString);
    List<DeclaredOrigin> thirty = Collections.nCopies(30, DeclaredOrigin.parse("DE"));
    DutyChange listed =
        DutyChange.between(BOOK.on("2025-09-15"), BOOK.on("2025-09-16"), List.of(CARS), thirty);
    assertTrue(listed.toString().contains("unchanged: DE, DE"), listed::toString);
  }
}
