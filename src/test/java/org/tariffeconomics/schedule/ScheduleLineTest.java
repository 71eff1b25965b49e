package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.schedule.ScheduleRow.Footnote;

/** Small schedules; all rows are made for the test unless a comment says where they stand. */
class ScheduleLineTest {

  private static ScheduleRow row(
      long place, String code, int indent, String general, String special, String other) {
    return ScheduleRow.of(place, code, indent, "goods " + place, general, special, other);
  }

  private static TariffSchedule schedule(ScheduleRow... rows) {
    return TariffSchedule.of("made", List.of(rows));
  }

  private static ScheduleLine line(TariffSchedule schedule, String code) {
    return schedule.line(HsCode.of(code)).orElseThrow();
  }

  private static ScheduleLine noted(String column, String note) {
    ScheduleRow row =
        new ScheduleRow(
            1,
            "0101.21.00",
            2,
            "Purebred",
            List.of(),
            "Free",
            "",
            "Free",
            "",
            "",
            List.of(new Footnote(List.of(column), note)));
    return line(schedule(row), "0101.21.00");
  }

  @Test
  void each_column_inherits_by_itself() {
    // as 9006.59.15 and 9006.59.15.20 stand in the US schedule: own column 2, inherited general
    TariffSchedule schedule =
        schedule(
            row(1, "9006.59.15", 2, "Free", "", ""), row(2, "9006.59.15.20", 3, "", "", "20%"));
    assertEquals("Free", line(schedule, "9006.59.15.20").general().orElseThrow().text());
    assertEquals(2, line(schedule, "9006.59.15.20").other().orElseThrow().writtenIn().place());
  }

  @Test
  void a_line_with_a_general_rate_of_its_own_takes_no_preference_from_above() {
    TariffSchedule schedule =
        schedule(
            row(1, "0101.21", 1, "5%", "Free (KR)", "20%"),
            row(2, "0101.21.10", 2, "7%", "", ""),
            row(3, "0101.21.20", 2, "", "", ""));
    assertTrue(line(schedule, "0101.21.10").special().isEmpty());
    assertEquals("20%", line(schedule, "0101.21.10").other().orElseThrow().text());
    assertEquals("Free (KR)", line(schedule, "0101.21.20").special().orElseThrow().text());
  }

  @Test
  void no_rate_is_taken_from_a_line_for_other_goods() {
    TariffSchedule schedule =
        schedule(
            row(1, "0201.10.50", 2, "26.4%", "", "31.1%"), row(2, "0201.20.50", 3, "", "", ""));
    assertTrue(line(schedule, "0201.20.50").general().isEmpty());
    assertEquals(
        "row 2, general '': no rate here or above: it is not known",
        schedule.faults().get(0).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See 9903.88.15. |general: 9903.88.15",
        "See 9903.88.01 and 9903.88.02  |general: 9903.88.01, general: 9903.88.02",
        "See subheadings 9903.40.05-9903.40.10. |general: 9903.40.05-9903.40.10",
        "See 9903.41.05 through 9903.41.10 and 9903.52.01|general: 9903.41.05-9903.41.10, general: 9903.52.01",
        "See 99.19.04.14 (PA)|general: 9919.04.14",
        "See chapter 99 statistical note 1.|''",
        "Subheading 3824.99.19 was deleted|''",
        "Imports may be subject to tax (26 U.S.C. 4986)|''"
      })
  void notes_point_to_provisions_of_chapters_98_and_99(String note, String expected) {
    String found = noted("general", note).references().toString();
    assertEquals("[" + expected + "]", found);
  }

  @Test
  void a_range_of_provisions_covers_those_between() {
    ScheduleReference range = noted("other", "See 9903.40.05-9903.40.10.").references().get(0);
    assertTrue(range.covers(HsCode.of("9903.40.07")));
    assertFalse(range.covers(HsCode.of("9903.40.11")));
  }

  @Test
  void a_statistical_line_has_the_pointers_of_its_legal_line() {
    ScheduleRow legal = noted("general", "See 9903.88.15. ").row();
    TariffSchedule schedule = schedule(legal, row(2, "0101.21.00.10", 3, "", "", ""));
    assertEquals(1, line(schedule, "0101.21.00.10").references().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Goods|PRINTED",
        "Goods [Compiler's note: provision suspended. See 90 Fed. Reg. 50729.]|SUSPENDED",
        "Goods [Compiler's note: provision terminated. See 90 Fed. Reg. 37963.]|TERMINATED",
        "Goods [Compiler's note: Subheading was enacted; expired at the close of 2022]|EXPIRED",
        "Goods [Compiler's note: Duties suspended except on certain goods]|REMARKED"
      })
  void a_compilers_note_says_whether_a_provision_stands(String words, ProvisionStatus status) {
    ScheduleRow row = ScheduleRow.of(1, "9903.01.01", 0, words, "15%", "", "");
    assertEquals(status, line(schedule(row), "9903.01.01").status());
  }

  @Test
  void coverage_counts_each_line_once_in_a_column() {
    ScheduleCoverage coverage =
        schedule(
                row(1, "0101.21.00", 2, "Free", "", "20%"),
                row(2, "0101.21.00.10", 3, "", "", ""),
                row(3, "0101.29.00", 2, "1¢/kg + 5%", "Free (KR) a bob (AU)", "a bob"),
                row(4, "0101.30.00", 2, "5% but not less than 1¢/kg", "2¢/kg (KR)", "1¢/kg"))
            .coverage();
    assertEquals(
        List.of("free", "compound", "mixed", "unsupported", "inherited", "blank"),
        coverage.table().columns().subList(1, coverage.table().columns().size()).stream()
            .filter(column -> !column.equals("specific") && !column.equals("ad valorem"))
            .toList());
    for (RateKind kind : List.of(RateKind.FREE, RateKind.COMPOUND, RateKind.MIXED)) {
      assertEquals(1, coverage.columns().get(0).own().get(kind), kind.toString());
    }
    assertEquals(0, coverage.columns().get(0).own().get(RateKind.AD_VALOREM));
    assertEquals(1, coverage.columns().get(0).inherited());
    assertEquals(2, coverage.columns().get(1).blank());
    assertEquals(1, coverage.columns().get(1).own().get(RateKind.UNSUPPORTED));
    assertEquals("{a bob=1}", coverage.columns().get(2).unsupported().toString());
    assertEquals(2, coverage.unsupportedTable().rows().size());
  }

  @Test
  void a_difference_tells_own_from_inherited_changes_and_meaning_from_text() {
    TariffSchedule before =
        schedule(
            row(1, "0101.21.00", 2, "5%", "", "20%"),
            row(2, "0101.21.00.10", 3, "", "", ""),
            row(3, "0101.30.00", 2, "3.7%", "", "20%"),
            row(4, "0101.40.00", 2, "3.7%", "", "20%"));
    TariffSchedule after =
        schedule(
            row(1, "0101.21.00", 2, "4%", "", "20%"),
            row(2, "0101.21.00.10", 3, "", "", ""),
            row(3, "0101.30.00", 2, "3.7% ", "", "20%"),
            row(4, "0101.50.00", 2, "3.7%", "", "20%"));
    ScheduleDifference difference = ScheduleDifference.between(before, after);
    assertEquals(
        "[0101.21.00 rate (general): 5% → 4%, 0101.21.00.10 inherited rate (general): 5% → 4%,"
            + " 0101.40.00 dropped: 3.7% → , 0101.50.00 added:  → 3.7%]",
        difference.changes().toString());
    assertEquals("1 lines added, 1 dropped, 1 rates changed", difference.toString());
    assertEquals(4, difference.table().rows().size());
    assertTrue(ScheduleDifference.between(before, before).changes().isEmpty());
  }

  @Test
  void of_the_releases_that_have_begun_the_one_published_last_counts() {
    // as revisions 31 and 32 of 2025: the later one counts from before the earlier one
    TariffSchedule thirtyOne = TariffSchedule.of("rev 31", List.of());
    TariffSchedule thirtyTwo = TariffSchedule.of("rev 32", List.of());
    LocalDate published = LocalDate.of(2025, 12, 5);
    ScheduledDuties duties =
        ScheduledDuties.of(
            List.of(
                new ScheduledDuties.Release(thirtyTwo, LocalDate.of(2025, 11, 14), published),
                new ScheduledDuties.Release(
                    thirtyOne, LocalDate.of(2025, 11, 30), LocalDate.of(2025, 11, 28))),
            ProgrammeKey.of("MFN", "Column 2", List.of(), List.of()));
    LocalDate day = LocalDate.of(2025, 12, 10);
    assertEquals("rev 32", duties.schedule(day, Knowledge.now()).orElseThrow().name());
    assertEquals(
        "rev 31", duties.schedule(day, Knowledge.of(published.minusDays(1))).orElseThrow().name());
  }
}
