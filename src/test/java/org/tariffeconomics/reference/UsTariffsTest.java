package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.io.ProgrammeCsv;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class UsTariffsTest {

  private static final MeasureReading ALL = UsTariffs.reading(Facts.INCLUDING_UNVERIFIED);

  @Test
  void every_bundled_row_is_read_without_a_problem() {
    assertEquals(List.of(), ALL.under(UsTariffs.programmes().orThrow()).problems());
    assertEquals(List.of(), UsTariffs.programmes().problems());
  }

  /** The bundled book does not look for what a book refuses: it is looked for here. */
  @ParameterizedTest
  @EnumSource(Facts.class)
  void the_bundled_law_stands_together(Facts facts) {
    TariffBook book = UsTariffs.book(facts);
    assertEquals(List.of(), TariffBook.conflicts(book.measures(), book.programmes()));
    TariffBook checked =
        TariffBook.us()
            .withProgrammes(book.programmes().toArray(Programme[]::new))
            .withAll(book.measures());
    assertEquals(book.measures(), checked.measures());
  }

  @Test
  void every_row_has_a_source_and_says_how_far_it_was_checked() {
    for (TariffMeasure each : ALL.measures()) {
      assertFalse(each.source().citation().isEmpty(), each.id());
      assertFalse(each.source().title().endsWith(".csv"), each.id());
      assertTrue(each.source().verification() != Verification.USER, each.id());
    }
  }

  /** A law may be published late, but not decades off, and its end is never known before it is. */
  @Test
  void days_are_sane() {
    LocalDate earliest = LocalDate.parse("2018-01-01");
    LocalDate latest = LocalDate.parse("2031-01-01");
    for (TariffMeasure each : ALL.measures()) {
      LocalDate start = each.inForce().getStart();
      LocalDate end = each.inForce().getEnd();
      assertTrue(start.equals(LocalDate.MIN) || !start.isBefore(earliest), each.toString());
      assertTrue(end.equals(LocalDate.MAX) || end.isBefore(latest), each.toString());
      Optional.ofNullable(each.source().date())
          .ifPresent(d -> assertFalse(d.isAfter(UsTariffs.FACTS_THROUGH), each.toString()));
      Optional<LocalDate> known = each.validity().knownFrom();
      Optional<LocalDate> endKnown = each.validity().endKnownFrom();
      if (known.isPresent() && endKnown.isPresent()) {
        assertFalse(endKnown.get().isBefore(known.get()), each.toString());
      }
      if (each.inForce().isEmpty()) {
        assertTrue(endKnown.isPresent(), each + " was withdrawn: say when that was known");
      }
    }
  }

  @Test
  void every_programme_of_a_row_is_described_with_its_authority() {
    List<Programme> programmes = UsTariffs.programmes().orThrow();
    TreeSet<String> described = new TreeSet<>();
    programmes.forEach(
        p -> {
          described.add(p.name());
          assertFalse(p.authority().isEmpty(), p.name());
        });
    TreeSet<String> used = new TreeSet<>();
    for (TariffMeasure each : ALL.measures()) {
      used.add(each.programme());
      used.addAll(each.targets());
    }
    Set<String> ofSchedule = UsTariffs.schedule(Facts.VERIFIED_ONLY).programmes();
    assertTrue(described.containsAll(used), used + " in " + described);
    used.addAll(ofSchedule);
    assertTrue(used.containsAll(described), described + " in " + used);
  }

  /** The CSV schema loses nothing of the bundled law. */
  @Test
  void the_bundled_law_survives_writing_and_reading() {
    List<TariffMeasure> measures = ALL.measures();
    String written = MeasureCsv.write(measures);
    assertEquals(
        measures,
        MeasureCsv.read("written", new StringReader(written), Facts.INCLUDING_UNVERIFIED)
            .orThrow());
    List<Programme> programmes = UsTariffs.programmes().orThrow();
    assertEquals(
        programmes,
        ProgrammeCsv.read(
                "p",
                new StringReader(ProgrammeCsv.write(programmes)),
                "y",
                new StringReader(ProgrammeCsv.writeYields(programmes)))
            .orThrow());
  }

  /** What was not verified is neither law nor absent: the duty on its goods is open. */
  @Test
  void unverified_rows_wait_for_a_fact_that_confirms_them() {
    assertEquals(List.of(), UsTariffs.reading(Facts.VERIFIED_ONLY).excluded());
    List<TariffMeasure> open =
        UsTariffs.book().measures().stream()
            .filter(m -> !m.source().verification().isFact())
            .toList();
    assertTrue(open.size() > 40, open.size() + " measures");
    for (TariffMeasure each : open) {
      assertTrue(
          each.conditions().stream().anyMatch(c -> c.subject().startsWith(ProductList.CONFIRMED)),
          each.id());
    }
    assertEquals(
        UsTariffs.book().measures().size(),
        UsTariffs.book(Facts.INCLUDING_UNVERIFIED).measures().size());
    assertTrue(
        UsTariffs.book(Facts.INCLUDING_UNVERIFIED).measures().stream()
            .flatMap(m -> m.conditions().stream())
            .noneMatch(c -> c.subject().startsWith(ProductList.CONFIRMED)));
    assertSame(UsTariffs.book(), UsTariffs.book(Facts.VERIFIED_ONLY));
  }

  @Test
  void results_are_stamped_with_the_day_the_facts_were_checked_for() {
    TariffBook book = UsTariffs.book();
    assertEquals(Optional.of(LocalDate.parse("2026-09-29")), book.newestFact());
    assertFalse(book.on("2026-09-29").stamp().isPastNewestFact());
    assertTrue(book.on("2026-11-24").stamp().isPastNewestFact());
    assertTrue(book.on("2026-11-24").stamp().lines().get(0).contains("assumes current law"));
    assertEquals("bundled US measures (3 unverified preferences left open)", book.facts());
    assertEquals("bundled US measures", UsTariffs.book(Facts.INCLUDING_UNVERIFIED).facts());
  }

  /** An ordinary duty stands for every origin, so that none falls between the columns. */
  @Test
  void every_line_has_a_base_duty_in_both_columns() {
    LocalDate day = LocalDate.parse("2025-09-16");
    MeasureSource schedule = UsTariffs.book().sources().get(0);
    for (HsCode line : schedule.lines(day, Knowledge.now())) {
      if (!line.chapter().equals("98")) {
        assertEquals(1, bases(schedule, line, "DE", day), line + " from DE");
        assertEquals(1, bases(schedule, line, "CN", day), line + " from CN");
        assertEquals(2, bases(schedule, line, "RU", day), line + " from RU");
      }
    }
  }

  private static long bases(MeasureSource schedule, HsCode line, String origin, LocalDate day) {
    return schedule.measures(line, Country.of(origin), day, Knowledge.now()).stream()
        .filter(m -> m.rule() == Rule.BASE)
        .count();
  }

  @Test
  void what_importers_usually_declare_is_visible_and_has_its_reason() {
    UsualFacts usual = UsualFacts.us();
    HsCode cars = HsCode.of("8703.23");
    LocalDate day = LocalDate.parse("2025-09-16");
    assertEquals(DeclaredFacts.claiming("KORUS"), usual.of(cars, Country.of("KR"), day));
    assertEquals(Optional.of("in"), usual.of(cars, Country.of("GB"), day).fact("quota:UK autos"));
    assertTrue(usual.of(cars, Country.of("GB"), LocalDate.parse("2025-06-29")).isEmpty());
    assertTrue(usual.of(cars, Country.of("MX"), day).isEmpty());
    assertTrue(usual.of(HsCode.of("6109.10"), Country.of("KR"), day).isEmpty());
    assertEquals(usual.rows().size(), usual.table().rows().size());
    assertTrue(usual.table().cell(0, "reason").text().contains("0.007%"));
  }

  @Test
  void the_bundled_lines_can_be_listed() {
    List<HsCode> lines = TariffPanel.lines(UsTariffs.book(), LocalDate.parse("2025-09-16"));
    // 19,745 lines of revision 23 without those of chapter 99
    assertTrue(lines.size() > 19_000, lines.size() + " lines");
    assertTrue(lines.contains(HsCode.of("8703.23.01.40")));
  }
}
