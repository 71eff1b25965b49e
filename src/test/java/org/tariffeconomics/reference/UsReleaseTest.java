package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The bundled facts joined with an official release, Harmonized Tariff Schedule 2025 revision 23
 * (USITC): always with the slice of it, and with the whole where it lies beside the project.
 */
class UsReleaseTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");

  private static final String SLICE = "slice";
  private static final String WHOLE = "whole";

  private static final Map<String, TariffSchedule> READ = new TreeMap<>();

  /** Read once; the whole release only where it lies beside the project. */
  private static TariffSchedule release(String name) {
    Path file =
        name.equals(SLICE)
            ? SharedFiles.release()
            : SharedFiles.require("data/hts/hts_2025_rev_23.json.gz");
    return READ.computeIfAbsent(name, n -> HtsFile.read(file).orThrow());
  }

  private static Optional<Rate> rate(TariffBook book, String line, String origin) {
    DeclaredOrigin from = DeclaredOrigin.parse(origin);
    return book.on(DAY).stack(HsCode.of(line), from.country(), from.facts()).adValoremRate();
  }

  @ParameterizedTest
  @ValueSource(strings = {SLICE, WHOLE})
  void every_line_origin_and_day_is_one_call(String name) {
    TariffBook book = UsTariffs.book(release(name));
    // columns of the release: 2.5% / Free (KR …) / 10%; S232 of Japan: 15% all-in, of others 25%
    assertEquals(Optional.of(Rate.percent("15")), rate(book, "8703.23.01.40", "JP"));
    assertEquals(Optional.of(Rate.percent("27.5")), rate(book, "8703.23.01.40", "KR"));
    assertEquals(Optional.of(Rate.percent("25")), rate(book, "8703.23.01.40", "KR claiming KORUS"));
    assertEquals(Optional.of(Rate.percent("35")), rate(book, "8703.23.01.40", "BY"));
    // toys of 9503.00.00.13 are free in column 1; nothing else of them is bundled but the
    // reciprocal duty: 15% all-in for Japan, 10% for the United Kingdom, 20% for Viet Nam
    assertEquals(Optional.of(Rate.percent("15")), rate(book, "9503.00.00.13", "JP"));
    assertEquals(Optional.of(Rate.percent("10")), rate(book, "9503.00.00.13", "GB"));
    assertEquals(Optional.of(Rate.percent("20")), rate(book, "9503.00.00.13", "VN"));
  }

  /** The bundled schedule and the release give the same duties for every line and column. */
  @ParameterizedTest
  @CsvSource({SLICE + ", 30", WHOLE + ", 19000"})
  void bundled_ordinary_duties_are_those_of_the_release(String name, int atLeast) {
    MeasureSource bundled = UsTariffs.book().sources().get(0);
    MeasureSource release = UsTariffs.book(release(name)).sources().get(0);
    List<Country> origins =
        Stream.of("DE", "RU", "KR", "MX", "AU", "JP", "SV", "JM").map(Country::of).toList();
    int compared = 0;
    for (HsCode line : release.lines(DAY, Knowledge.now())) {
      if (!line.chapter().equals("99")) {
        compared++;
        for (Country origin : origins) {
          assertEquals(
              duties(release, line, origin),
              duties(bundled, line, origin),
              line + " from " + origin);
        }
      }
    }
    assertTrue(compared >= atLeast, "compared " + compared);
  }

  private static Set<String> duties(MeasureSource source, HsCode line, Country origin) {
    Set<String> duties = new TreeSet<>();
    for (TariffMeasure each : source.measures(line, origin, DAY, Knowledge.now())) {
      duties.add(each.programme() + " " + each.rule() + " " + each.rate() + " " + each.origins());
    }
    return duties;
  }

  @ParameterizedTest
  @ValueSource(strings = {SLICE, WHOLE})
  void a_panel_of_the_release_agrees_with_single_answers(String name) {
    TariffBook book = UsTariffs.book(release(name));
    List<HsCode> lines = TariffPanel.lines(book, DAY);
    List<DeclaredOrigin> origins = new ArrayList<>(TariffPanel.allOrigins());
    origins.add(DeclaredOrigin.parse("KR claiming KORUS"));
    origins.add(DeclaredOrigin.parse("MX claiming USMCA with content:US=0.4"));
    origins.add(
        new DeclaredOrigin(
            Country.of("DE"), DeclaredFacts.parse("content:steel=0.3; content:aluminium=0.1")));
    PanelSlice slice = TariffPanel.of(book, lines, origins, List.of(DAY)).on(DAY);
    Random random = new Random(20250916);
    Map<PanelOutcome, Integer> seen = new TreeMap<>();
    for (int n = 0; n < 4_000; n++) {
      int i = random.nextInt(lines.size());
      int j = n % 4 == 0 ? origins.size() - 1 - n / 4 % 3 : random.nextInt(origins.size());
      assertEquals(slice.stack(i, j).adValoremRate(), slice.rate(i, j));
      seen.merge(slice.outcome(i, j), 1, Integer::sum);
    }
    assertTrue(seen.size() >= 3, "outcomes met: " + seen);
  }

  @Test
  void symbols_without_an_entry_in_the_verified_key_are_known() {
    ScheduledDuties duties =
        ScheduledDuties.of(release(WHOLE), UsTariffs.programmeKey(Facts.VERIFIED_ONLY));
    // the agreement before the USMCA, in chapter 98
    assertEquals(List.of("CA", "MX"), duties.unknownSymbols());
  }
}
