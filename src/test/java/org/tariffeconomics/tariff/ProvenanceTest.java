package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.deal.WhatIf;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/** Every result says of which version of the facts it is, and what somebody changed in them. */
class ProvenanceTest {

  private static final TariffBook US = UsTariffs.book();
  private static final HsCode CAR = HsCode.of("8703.23.01");

  /** The version is worked out beforehand; when the facts change, this says what to write. */
  @Test
  void the_version_of_the_bundled_book_is_that_of_its_law() {
    String workedOut = US.withFactsFrom(US.oldestFact().orElseThrow()).version();
    assertEquals(workedOut, US.version(), "reference/us/version.txt must hold " + workedOut);
  }

  @Test
  void every_form_of_a_result_carries_the_version() {
    DutyComparison comparison =
        DutyComparison.of(
            US.on("2025-09-16"),
            CAR,
            List.of(DeclaredOrigin.parse("JP"), DeclaredOrigin.parse("MX")));
    Table table = comparison.table();
    Chart chart = comparison.chart();
    for (String form :
        List.of(
            table.toText(),
            table.toCsv(),
            table.toWideCsv(),
            table.toHtml(),
            table.toMarkdown().replace("\\", ""),
            comparison.toRecord().toJson(),
            chart.toSvg(),
            chart.toVegaLite())) {
      assertTrue(form.contains(US.version()), form);
    }
  }

  private static void whatIf(String words, UnaryOperator<TariffBook> change) {
    TariffBook amended = change.apply(US);
    Stamp stamp = amended.on("2026-05-01").stamp();
    assertEquals(Stamp.Kind.WHAT_IF, stamp.kind(), words);
    assertEquals(List.of(words), stamp.amendments());
    assertEquals(US.version(), stamp.version());
    assertTrue(stamp.toString().startsWith("what-if · as of 2026-05-01 | what if: " + words));
    assertTrue(amended.on("2026-05-01").toString().endsWith(", " + words));
  }

  @Test
  void an_amended_book_is_a_what_if_that_names_its_amendments() {
    TariffMeasure own = TariffMeasure.adds("Own", "8703", "JP", "1%").withId("own");
    String first = US.measures().get(0).id();
    whatIf("with own", book -> book.with(own));
    whatIf("without S232 autos", book -> book.without("S232 autos"));
    whatIf("without " + first, book -> book.withoutMeasure(first));
    whatIf("without " + first, book -> book.withoutMeasures(List.of(first)));
    whatIf(
        "another " + first,
        book -> book.replacing(book.measure(first).orElseThrow().withSource(own.source())));
    whatIf("with mine", book -> book.with(WhatIf.measures("mine", List.of(own))));
    whatIf(
        "with JP on the terms of GB",
        book ->
            book.with(
                WhatIf.sameTerms(
                    Country.of("JP"), Country.of("GB"), LocalDate.parse("2026-05-01"))));
    whatIf("with programmes New", book -> book.withProgrammes(Programme.of("New")));
  }

  /** Nothing is accepted without effect, in a list as alone. */
  @Test
  void what_is_not_in_the_book_cannot_be_taken_out_of_it() {
    String first = US.measures().get(0).id();
    for (List<String> ids : List.of(List.of("no such"), List.of(first, "no such"))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> US.withoutMeasures(ids)).getMessage();
      assertTrue(message.startsWith("No measure 'no such' in the book "), message);
    }
  }

  /** A what-if that is taken back leaves what was taken out of the book since. */
  @Test
  void a_what_if_is_taken_back_even_where_a_part_of_it_has_gone() {
    TariffMeasure one = TariffMeasure.adds("Own", "8703", "JP", "1%").withId("one");
    TariffMeasure two = TariffMeasure.adds("Own too", "8703", "JP", "2%").withId("two");
    ReversibleAmendment whatIf = WhatIf.measures("mine", List.of(one, two));
    TariffBook less = US.with(whatIf).withoutMeasure("one");
    assertEquals(US.measures(), whatIf.removeFrom(less).measures());
  }

  @Test
  void changes_that_change_nothing_are_no_amendments() {
    TariffMeasure first = US.measures().get(0);
    assertSame(US, US.replacing(first));
    assertSame(US, US.withoutMeasures(List.of()));
    assertEquals(Stamp.Kind.STATUTORY, US.withAll(List.of()).on("2026-05-01").stamp().kind());
    assertEquals(Stamp.Kind.STATUTORY, US.withoutAssumptions().on("2026-05-01").stamp().kind());
    assertEquals(US.version(), US.withoutAssumptions().version(), "what is assumed is no law");
    TariffBook rounded =
        US.withRounding(new RoundingPolicy(0, RoundingMode.DOWN, RoundingPolicy.Level.TOTAL));
    assertEquals(Stamp.Kind.STATUTORY, rounded.on("2026-05-01").stamp().kind());
    assertEquals(US.version(), rounded.on("2026-05-01").stamp().version());
  }

  @Test
  void amendments_stand_in_their_order_and_a_description_ends_them() {
    TariffBook twice = US.without("S232 autos").without("S301 China");
    assertEquals(List.of("without S232 autos", "without S301 China"), twice.amendments());
    assertNotEquals(US.version(), twice.version());
    assertEquals(US.version(), twice.unamendedVersion());
    TariffBook facts = twice.describedAs("as we hold the law", LocalDate.parse("2026-09-29"));
    assertEquals(List.of(), facts.amendments());
    assertEquals(facts.version(), facts.unamendedVersion());
  }

  @Test
  void a_book_that_is_put_together_is_no_what_if_until_something_is_taken_out() {
    TariffBook book =
        TariffBook.us(TariffMeasure.base("8703", "2.5%"))
            .with(TariffMeasure.adds("X", "8703", "JP", "10%").withId("x"));
    assertEquals(List.of(), book.amendments());
    TariffBook less =
        book.without("X").with(TariffMeasure.adds("Y", "8703", "JP", "5%").withId("y"));
    assertEquals(List.of("without X", "with y"), less.amendments());
    assertEquals(book.version(), less.unamendedVersion());
  }

  @Test
  void two_books_are_told_apart_by_their_amendments_or_their_versions() {
    TariffBook one = TariffBook.us(TariffMeasure.base("8703", "2.5%"));
    TariffBook other = TariffBook.us(TariffMeasure.base("8703", "3%"));
    Sides sides = Sides.of(one.on("2026-05-01"), other.on("2026-05-01"));
    assertEquals("US tariff law on 2026-05-01, user-supplied " + one.version(), sides.before());
    assertEquals("US tariff law on 2026-05-01, user-supplied " + other.version(), sides.after());
    Sides amended = Sides.of(US.on("2026-05-01"), US.without("S232 autos").on("2026-05-01"));
    assertEquals("US tariff law on 2026-05-01", amended.before());
    assertEquals("US tariff law on 2026-05-01, without S232 autos", amended.after());
  }

  @Test
  void a_stamp_of_two_days_and_two_books_shows_both() {
    Stamp after = US.without("S232 autos").on("2026-05-01").stamp();
    Stamp both = after.against(US.on("2025-09-16").stamp().withAssumption("x"));
    assertEquals(
        "what-if · as of 2026-05-01 compared with 2025-09-16 | what if: without S232 autos |"
            + " assumes: no anti-dumping or countervailing duty where none is declared; x |"
            + " facts: bundled US measures (3 unverified preferences left open), through "
            + US.version()
            + " · planning estimate, not a customs ruling",
        both.toString());
    assertEquals(after, after.against(after));
    Stamp own = TariffBook.us().on("2026-05-01").stamp();
    assertTrue(
        own.against(US.on("2026-05-01").stamp())
            .toString()
            .contains(
                "through " + US.version() + " compared with user-supplied, version undated+"));
  }
}
