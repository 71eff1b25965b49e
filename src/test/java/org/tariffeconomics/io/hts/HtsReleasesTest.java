package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.schedule.LineChange;
import org.tariffeconomics.schedule.RateCell;
import org.tariffeconomics.schedule.ScheduleCoverage;
import org.tariffeconomics.schedule.ScheduleDifference;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.ScheduleReference;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Complete releases against counts made by another program: a script in another language that loads
 * the JSON into plain lists and, for each line, walks upward row by row to the nearest row of a
 * smaller indent until one has a text in the column. Codes are counted by their digits, texts after
 * blanks at their ends (and nothing else) were ignored where a cell is blank.
 */
class HtsReleasesTest {

  @ParameterizedTest
  @CsvSource({
    // file, rows, texts without code, 8 digits, 10 digits, 8 digits undivided, general none, other
    // none, special none, distinct general, special, other
    "slice, 186, 60, 31, 72, 19, 13, 14, 29, 18, 21, 21",
    "hts_2025_basic.json.gz, 35859, 6017, 7057, 19731, 3844, 1619, 2016, 9447, 816, 671, 837",
    "hts_2025_rev_18.json.gz, 36087, 6033, 7232, 19768, 4016, 1620, 2016, 9472, 856, 715, 846",
    "hts_2025_rev_23.json.gz, 36100, 6033, 7245, 19768, 4029, 1620, 2016, 9472, 856, 715, 846",
    "hts_2025_rev_32.json.gz, 36148, 6033, 7293, 19768, 4077, 1620, 2021, 9477, 857, 715, 846",
    "hts_2026_rev_4.json.gz, 35733, 5926, 6897, 19856, 3658, 1169, 1571, 9539, 859, 657, 846",
    "hts_2026_rev_5.json.gz, 35496, 5912, 6674, 19856, 3435, 1169, 1360, 9329, 853, 648, 842",
    "hts_2026_rev_10.json.gz, 35509, 5912, 6687, 19856, 3448, 1169, 1360, 9329, 854, 649, 842"
  })
  void releases_have_the_counted_rows_and_lines(
      String name,
      int rows,
      int texts,
      int legal,
      int statistical,
      int undivided,
      int noGeneral,
      int noOther,
      int noSpecial,
      int generalTexts,
      int specialTexts,
      int otherTexts) {
    HtsReading reading = HtsFile.read(HtsReleases.file(name));
    TariffSchedule schedule = reading.orThrow();
    assertEquals(rows, schedule.rows().size());
    assertEquals(texts, schedule.rows().stream().filter(r -> r.code().isEmpty()).count());
    assertEquals(legal, lines(schedule, 8).size());
    assertEquals(statistical, lines(schedule, 10).size());
    assertEquals(
        undivided,
        schedule.declarable().stream().filter(l -> l.code().digits().length() == 8).count());
    assertEquals(noGeneral, without(schedule, l -> l.general().isPresent()));
    assertEquals(noOther, without(schedule, l -> l.other().isPresent()));
    assertEquals(noSpecial, without(schedule, l -> l.special().isPresent()));
    assertEquals(generalTexts, distinct(schedule, ScheduleRow::general));
    assertEquals(specialTexts, distinct(schedule, ScheduleRow::special));
    assertEquals(otherTexts, distinct(schedule, ScheduleRow::other));
    assertEquals(
        name.equals(HtsReleases.SLICE) ? 0 : 3, reading.repairs().size(), "indents 03, 04 and 03");
  }

  private static List<ScheduleLine> lines(TariffSchedule schedule, int digits) {
    return schedule.lines().stream().filter(l -> l.code().digits().length() == digits).toList();
  }

  private static long without(TariffSchedule schedule, Function<ScheduleLine, Boolean> has) {
    return schedule.lines().stream().filter(l -> !has.apply(l)).count();
  }

  private static long distinct(TariffSchedule schedule, Function<ScheduleRow, String> text) {
    return schedule.rows().stream().map(text).filter(HtsReleasesTest::says).distinct().count();
  }

  private static boolean says(String text) {
    String plain = text.replace('\u00a0', ' ').strip();
    return !plain.isEmpty() && !plain.equals(":");
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2025_basic.json.gz", "hts_2026_rev_10.json.gz"})
  void every_rate_is_the_lines_own_or_that_of_its_legal_line(String name) {
    for (ScheduleLine line : HtsReleases.schedule(name).lines()) {
      assertOwnOrLegal(line, line.general().map(RateCell::writtenIn));
      assertOwnOrLegal(line, line.other().map(RateCell::writtenIn));
      assertOwnOrLegal(line, line.special().map(cell -> cell.writtenIn()));
    }
  }

  private static void assertOwnOrLegal(ScheduleLine line, Optional<ScheduleRow> writtenIn) {
    if (writtenIn.isPresent() && !writtenIn.get().equals(line.row())) {
      assertEquals(
          line.code().digits().substring(0, 8),
          writtenIn.get().code().replace(".", ""),
          line::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2026_rev_10.json.gz"})
  void only_chapters_98_and_99_have_lines_without_a_general_rate(String name) {
    TariffSchedule schedule = HtsReleases.schedule(name);
    assertTrue(
        schedule.lines().stream()
            .filter(l -> l.general().isEmpty())
            .allMatch(l -> l.code().chapter().equals("98") || l.code().chapter().equals("99")));
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2026_rev_10.json.gz"})
  void a_statistical_line_takes_the_rate_of_its_own_line_and_not_of_another(String name) {
    // 0201.20.50 prints 4.4¢/kg; the last percentage above it is the 26.4% of 0201.10.50
    ScheduleLine veal = HtsReleases.schedule(name).line(HsCode.of("0201.20.50.15")).orElseThrow();
    assertEquals("4.4¢/kg", veal.general().orElseThrow().text());
    assertEquals("13.2¢/kg", veal.other().orElseThrow().text());
    assertTrue(veal.special().orElseThrow().text().startsWith("Free (A+,AU,BH"));
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2026_rev_10.json.gz"})
  void a_camera_line_has_its_own_column_2_and_the_general_rate_of_its_legal_line(String name) {
    // The one line of the whole schedule whose two rates stand in two rows.
    ScheduleLine line = HtsReleases.schedule(name).line(HsCode.of("9006.59.15.20")).orElseThrow();
    assertEquals("9006.59.15", line.general().orElseThrow().writtenIn().code());
    assertEquals("9006.59.15.20", line.other().orElseThrow().writtenIn().code());
  }

  /**
   * The CSV leaves out footnotes, and blanks and line breaks at the ends of texts; nothing else.
   */
  @Test
  void json_and_csv_of_one_release_differ_in_footnotes_and_outer_blanks_only() {
    List<ScheduleRow> json = HtsReleases.schedule("hts_2025_basic.json.gz").rows();
    List<ScheduleRow> csv = HtsReleases.schedule("hts_2025_basic_edition.csv.gz").rows();
    assertEquals(json.size(), csv.size());
    for (int i = 0; i < json.size(); i++) {
      assertEquals(texts(json.get(i)), texts(csv.get(i)));
      assertTrue(csv.get(i).footnotes().isEmpty());
    }
  }

  private static List<Object> texts(ScheduleRow row) {
    return List.of(
        row.code(),
        row.indent(),
        row.description().strip(),
        row.units(),
        row.general().strip(),
        row.special().strip(),
        row.other().strip(),
        row.additionalDuties().strip(),
        row.quotaQuantity().strip());
  }

  /**
   * 11,559 statistical rows have their legal line's rate; 824 codes have an odd number of digits.
   */
  @Test
  void a_file_that_a_spreadsheet_has_saved_is_refused_and_repaired_when_asked() {
    HtsReading reading = HtsFile.read(HtsReleases.file("damaged_by_spreadsheet.csv.gz"));
    assertThrows(IllegalArgumentException.class, reading::orThrow);
    assertTrue(reading.problems().get(0).message().contains("rates are filled down"));
    assertTrue(reading.problems().get(1).message().contains("percentages are reformatted"));
    assertTrue(reading.problems().get(2).message().contains("codes have lost zeros, in rows (824"));
    TariffSchedule repaired =
        HtsFile.repair(HtsReleases.file("damaged_by_spreadsheet.csv.gz")).orThrow();
    TariffSchedule official = HtsReleases.schedule("hts_2025_basic.json.gz");
    long compared = 0;
    for (ScheduleLine line : repaired.lines()) {
      Optional<ScheduleLine> same = official.line(line.code());
      if (same.isPresent() && line.code().compareTo(HsCode.of("98")) < 0) {
        compared++;
        assertEquals(
            same.get().general().orElseThrow().rate(),
            line.general().orElseThrow().rate(),
            line::toString);
      }
      // what may have been filled down into a line that has no rate is not taken for its rate
      assertFalse(same.isPresent() && same.get().general().isEmpty() && line.general().isPresent());
    }
    assertTrue(compared > 22_000, "only " + compared);
  }

  /**
   * Counted by the same script: texts were compared without blanks and outer points. The two
   * special texts of 2025 are misprints put right, {@code EIL} to {@code E,IL} and {@code MA,.OM}
   * to {@code MA,OM}, and so is the one of column 2, {@code weght}; the second and the third mean
   * the same.
   */
  @ParameterizedTest
  @CsvSource({
    "hts_2025_basic.json.gz, hts_2025_rev_18.json.gz, 248, 36, 21, 1",
    "hts_2025_rev_23.json.gz, hts_2025_rev_32.json.gz, 48, 0, 109, 0",
    "hts_2026_rev_5.json.gz, hts_2026_rev_10.json.gz, 13, 0, 10, 0"
  })
  void two_releases_differ_by_the_counted_lines(
      String before, String after, int added, int dropped, int described, int units) {
    ScheduleDifference difference =
        ScheduleDifference.between(HtsReleases.schedule(before), HtsReleases.schedule(after));
    assertEquals(added, difference.changes(LineChange.Kind.ADDED).size());
    assertEquals(dropped, difference.changes(LineChange.Kind.DROPPED).size());
    assertEquals(described, difference.changes(LineChange.Kind.DESCRIPTION).size());
    assertEquals(units, difference.changes(LineChange.Kind.UNITS).size());
  }

  @Test
  void the_fentanyl_duty_of_november_2025_is_the_one_rate_that_changes_between_two_releases() {
    ScheduleDifference difference =
        ScheduleDifference.between(
            HtsReleases.schedule("hts_2025_rev_23.json.gz"),
            HtsReleases.schedule("hts_2025_rev_32.json.gz"));
    List<LineChange> rates = difference.changes(LineChange.Kind.RATE);
    assertEquals(List.of("general", "special"), rates.stream().map(LineChange::column).toList());
    for (LineChange each : rates) {
      assertEquals("9903.01.24", each.code().toString());
      assertTrue(each.before().endsWith("+ 20%") && each.after().endsWith("+ 10%"));
    }
    assertTrue(difference.changes(LineChange.Kind.INHERITED_RATE).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2026_rev_10.json.gz"})
  void milk_of_panama_points_to_the_provision_whose_number_is_misprinted(String name) {
    // special of 0402.99.45.00: See 9919.04.10, 9919.04.12, 99.19.04.14 (PA)
    List<String> special =
        HtsReleases.schedule(name)
            .line(HsCode.of("0402.99.45.00"))
            .orElseThrow()
            .references()
            .stream()
            .map(ScheduleReference::toString)
            .toList();
    assertTrue(special.contains("special: 9919.04.14"), special::toString);
  }

  @ParameterizedTest
  @CsvSource({"slice", "hts_2025_basic.json.gz", "hts_2026_rev_10.json.gz"})
  void all_but_a_few_texts_of_a_release_are_understood(String name) {
    ScheduleCoverage coverage = HtsReleases.schedule(name).coverage();
    for (ScheduleCoverage.Column column : coverage.columns()) {
      int own = column.own().values().stream().mapToInt(Integer::intValue).sum();
      int unsupported = column.own().get(RateKind.UNSUPPORTED);
      assertTrue(100 * unsupported < own, () -> column + ": " + unsupported + " of " + own);
    }
  }
}
