package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/** What is drawn of duties: the numbers behind the picture, by hand. */
class DutyChartsTest {

  private static final HsCode CARS = HsCode.of("8703.23.01");
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate TO = LocalDate.of(2026, 1, 1);

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");

  /** Japan by age from March, 2.5 or 27.5; Korea 12.5 in April and May. */
  private static final TariffBook BOOK =
      TariffBook.us(
          BASE,
          TariffMeasure.adds("autos", "8703", "JP", "25%")
              .withId("Japan")
              .withCondition("age<25")
              .from("2025-03-01"),
          TariffMeasure.adds("autos", "8703", "KR", "10%")
              .withId("Korea")
              .from("2025-04-01")
              .until("2025-06-01"));

  private static List<DeclaredOrigin> origins(String... all) {
    return Stream.of(all).map(DeclaredOrigin::parse).toList();
  }

  private static Chart timeline(TariffBook book, String... origins) {
    return RateTimeline.of(book, CARS, origins(origins), LocalDateRange.of(FROM, TO)).chart();
  }

  private static ChartLines lines(Chart chart) {
    return (ChartLines) chart.form();
  }

  private static List<ChartRows.Row> rows(Chart chart) {
    return ((ChartRows) chart.form()).rows();
  }

  private static String points(ChartLines.Line line) {
    return line.points().stream()
        .map(p -> LocalDate.ofEpochDay((long) p.x()) + " " + p.y())
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_timeline_of_two_has_steps_marks_bands_and_the_gap() {
    Chart chart = timeline(BOOK, "JP", "KR");
    ChartLines form = lines(chart);
    assertEquals(
        List.of("2025-03-01", "2025-04-01", "2025-06-01"),
        form.marks().stream().map(ChartLines.Mark::text).toList());
    assertEquals(
        "2025-01-01 0.025, 2025-03-01 null, 2025-04-01 null, 2025-06-01 null, 2026-01-01 null",
        points(form.lines().get(0)));
    assertEquals(
        "2025-01-01 0.025, 2025-03-01 0.025, 2025-04-01 0.125, 2025-06-01 0.025,"
            + " 2026-01-01 0.025",
        points(form.lines().get(1)));
    assertEquals(3, form.bands().size());
    ChartLines.Band band = form.bands().get(0);
    assertTrue(band.name().startsWith("JP: "), band.name());
    assertEquals(
        List.of(
            new ChartLines.Span(LocalDate.of(2025, 3, 1).toEpochDay(), 0.025, 0.275),
            new ChartLines.Span(LocalDate.of(2025, 4, 1).toEpochDay(), 0.025, 0.275)),
        band.spans());
    assertTrue(form.gapShaded());
    assertEquals(
        "shaded: the gap between JP and KR; a line is broken where the duty is not one known rate",
        chart.subtitle());
  }

  @Test
  void a_timeline_of_one_or_three_has_no_gap_and_says_what_its_steps_are() {
    Chart one = timeline(BOOK, "KR");
    assertFalse(lines(one).gapShaded());
    assertEquals(List.of(), lines(one).bands());
    assertEquals("each step is a day on which a duty changes", one.subtitle());
    assertEquals(2, lines(one).marks().size());
    assertFalse(lines(timeline(BOOK, "KR", "CN", "DE")).gapShaded());
  }

  /** What follows the newest fact of the book is shaded; a book that knows the end is not. */
  @Test
  void what_is_after_the_newest_fact_is_shaded() {
    assertNull(shade(LocalDate.of(2025, 12, 31)));
    assertNull(shade(LocalDate.of(2026, 3, 1)));
    ChartLines.Shade shade = shade(LocalDate.of(2025, 12, 30));
    assertEquals((double) LocalDate.of(2025, 12, 30).toEpochDay(), shade.from());
    assertEquals((double) TO.toEpochDay(), shade.to());
  }

  private static ChartLines.Shade shade(LocalDate newest) {
    return lines(timeline(BOOK.describedAs("a test", newest), "KR")).shade();
  }

  /** Fourteen days of change are marked, fifteen would be a thicket. */
  @Test
  void many_days_of_change_are_not_marked() {
    assertEquals(14, lines(timeline(changing(14), "KR")).marks().size());
    assertEquals(List.of(), lines(timeline(changing(15), "KR")).marks());
  }

  private static TariffBook changing(int days) {
    List<TariffMeasure> all = new ArrayList<>(List.of(BASE));
    for (int i = 1; i <= days; i++) {
      LocalDate day = FROM.plusDays(i);
      all.add(
          TariffMeasure.adds("autos", "8703", "*", i + "%")
              .withId("m" + i)
              .from(day.toString())
              .until((i == days ? TO : day.plusDays(1)).toString()));
    }
    return TariffBook.us(all.toArray(TariffMeasure[]::new));
  }

  /** A bar each layer, end to end; nothing where there is nothing; a whisker where it is open. */
  @Test
  void origins_are_bars_by_layer() {
    TariffBook book =
        BOOK.with(
            TariffMeasure.of("Ban", Rule.PROHIBITS, "8703", "RU", "Free").withId("ban"),
            TariffMeasure.preference("FTA", "8703", "AU", "Free"));
    Chart chart =
        DutyComparison.of(
                book.on("2025-05-01"), CARS, origins("KR", "JP", "RU", "AU claiming FTA", "CN"))
            .chart();
    List<ChartRows.Row> rows = rows(chart);
    assertEquals(
        List.of(
            new ChartRows.Bar("MFN", 0, 0.025, "2.5%"),
            new ChartRows.Bar("autos", 0.025, 0.125, "10.0%")),
        row(rows, "KR").marks());
    assertEquals("12.5%", row(rows, "KR").end());
    assertEquals(List.of(new ChartRows.Bar("MFN", 0, 0.025, "2.5%")), row(rows, "CN").marks());
    assertEquals(List.of(new ChartRows.Bar("duty", 0, 0, "0.0%")), row(rows, "AU").marks());
    assertEquals(
        List.of(new ChartRows.Bar("at least", 0, 0.025, ""), new ChartRows.Range(0.025, 0.275)),
        row(rows, "JP").marks());
    assertEquals("2.5% to 27.5%", row(rows, "JP").end());
    assertTrue(chart.caption().get(0).startsWith("JP: decided by age"), chart.caption()::toString);
    assertEquals(List.of(), row(rows, "RU").marks());
    assertTrue(row(rows, "RU").note().startsWith("prohibited: "), row(rows, "RU")::toString);
  }

  private static ChartRows.Row row(List<ChartRows.Row> rows, String start) {
    return rows.stream().filter(r -> r.label().startsWith(start)).findFirst().orElseThrow();
  }

  /** The line is named where there are several; ranges are told, not drawn. */
  @Test
  void changes_are_moves() {
    List<HsCode> lines = List.of(CARS);
    Chart one =
        DutyChange.between(BOOK.on("2025-01-01"), BOOK.on("2025-05-01"), lines, origins("KR", "JP"))
            .chart();
    assertEquals(new ChartRows.Move(0.025, 0.125), row(rows(one), "KR").marks().get(0));
    TariffBook two = BOOK.with(TariffMeasure.base("8704", "1%").withId("trucks"));
    TariffBook later = two.with(TariffMeasure.adds("all", "*", "KR", "5%").from("2025-05-01"));
    List<ChartRows.Row> both =
        rows(
            DutyChange.between(
                    later.on("2025-01-01"),
                    later.on("2025-05-01"),
                    List.of(CARS, HsCode.of("8704")),
                    origins("KR"))
                .chart());
    assertEquals(
        List.of("8703.23.01 KR", "8704 KR"), both.stream().map(ChartRows.Row::label).toList());
    assertEquals(new ChartRows.Move(0.01, 0.06), both.get(1).marks().get(0));
    Chart open =
        DutyChange.between(
                BOOK.on("2025-05-01"),
                BOOK.with(TariffMeasure.adds("all", "*", "JP", "5%")).on("2025-05-01"),
                lines,
                origins("JP"))
            .chart();
    assertEquals(List.of(), rows(open).get(0).marks());
    assertEquals("before 2.5% to 27.5%, after 7.5% to 32.5%", rows(open).get(0).note());
  }

  /** A change of which one side is open is drawn: a dot and a whisker, with what it lies within. */
  @Test
  void a_change_that_is_open_on_one_side_is_a_dot_and_a_whisker() {
    Chart chart =
        DutyChange.between(
                BOOK.on("2025-05-01"),
                TariffBook.us(BASE).on("2025-05-01"),
                List.of(CARS),
                origins("JP"))
            .chart();
    ChartRows.Row row = rows(chart).get(0);
    assertEquals(
        List.of(new ChartRows.Range(0.025, 0.275), new ChartRows.Dot("after", 0.025)), row.marks());
    assertEquals("between -25.0 pp and 0.0 pp", row.end());
  }

  /** What a duty lies within has the colour of its line, and its name stands beside its end. */
  @Test
  void a_band_is_of_its_line() {
    Chart chart =
        RateTimeline.of(
                BOOK,
                CARS,
                origins("JP", "KR"),
                LocalDateRange.of(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31")))
            .chart();
    ChartLines form = (ChartLines) chart.form();
    assertTrue(form.bands().stream().anyMatch(band -> band.line().equals("JP")));
    assertTrue(chart.toSvg().contains(">JP 2.5% to 27.5%<"), chart.toSvg());
    assertTrue(chart.toSvg().contains("fill=\"url(#b0)\""), chart.toSvg());
    assertFalse(chart.toSvg().contains(">gap<"), chart.toSvg());
  }

  /** Origins with one reason share its line below the picture. */
  @Test
  void reasons_that_are_the_same_stand_once() {
    TariffBook old =
        TariffBook.us(BASE, TariffMeasure.adds("a", "8703", "*", "25%").withCondition("age<25"));
    List<String> caption =
        DutyComparison.of(old.on("2025-05-01"), CARS, origins("JP", "DE")).chart().caption();
    assertEquals(1, caption.stream().filter(line -> line.contains("decided by")).count());
    assertTrue(caption.get(0).startsWith("JP, DE: decided by"), caption.get(0));
  }

  /** Ranks: certain ones are one place, overlapping ranges share the places they may take. */
  @Test
  void ranks_are_places_that_can_be_taken() {
    TariffBook book =
        TariffBook.us(
            BASE,
            TariffMeasure.adds("a", "8703", "JP,DE", "10%").withCondition("age<25"),
            TariffMeasure.adds("b", "8703", "KR", "20%"),
            TariffMeasure.adds("c", "8703", "CN", "1%"),
            TariffMeasure.adds("d", "8703", "RU", "Free").unread("x y", "no rate"));
    Table table =
        DutyComparison.of(book.on("2025-05-01"), CARS, origins("JP", "DE", "KR", "CN", "RU", "FR"))
            .table();
    assertEquals(
        Set.of("JP 1 to 4", "DE 1 to 4", "FR 1 to 3", "CN 2 to 4", "KR 5", "RU "),
        table.rows().stream()
            .map(row -> row.get(1).text() + " " + row.get(0).text())
            .collect(Collectors.toSet()));
  }
}
