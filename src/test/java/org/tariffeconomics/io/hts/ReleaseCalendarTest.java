package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ReleaseCalendar;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;

/** Calendars made for the test, and the official change records where they are at hand. */
class ReleaseCalendarTest {

  private static CalendarReading read(String text) {
    return ReleaseCalendarCsv.read("made", new StringReader(text));
  }

  @Test
  void a_calendar_gives_releases_their_days() {
    ReleaseCalendar calendar =
        read("release,published,effective\none,2025-01-01,2025-01-01\ntwo,2025-11-07,2025-11-09\n")
            .orThrow();
    ScheduledDuties duties =
        calendar.duties(
            Map.of(
                "one", TariffSchedule.of("1", List.of()), "two", TariffSchedule.of("2", List.of())),
            ProgrammeKey.of("MFN", "Column 2", List.of(), List.of()));
    assertEquals(
        "1", duties.schedule(LocalDate.of(2025, 11, 8), Knowledge.now()).orElseThrow().name());
    assertEquals(
        "2", duties.schedule(LocalDate.of(2025, 11, 9), Knowledge.now()).orElseThrow().name());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            calendar.duties(
                Map.of("three", TariffSchedule.of("3", List.of())),
                ProgrammeKey.of("MFN", "Column 2", List.of(), List.of())));
  }

  @Test
  void a_day_that_cannot_be_is_a_problem_and_the_good_rows_survive() {
    CalendarReading reading =
        read(
            "release,published,effective\na,2025-07-01,3025-06-30\nb,2025-08-01,2025-08-01\n"
                + "b,2025-08-02,2025-08-02\nc,July 1,2025-08-02\n");
    assertEquals(3, reading.problems().size(), reading.problems()::toString);
    assertEquals(
        "made line 2, effective '3025-06-30'",
        reading.problems().get(0).toString().substring(0, 35));
    assertEquals(1, reading.calendar().entries().size());
  }

  @Test
  void a_release_counts_from_its_first_item_where_all_begin_later_and_retroactive_ones_are_noted() {
    CalendarReading reading =
        read(
            "file,revision,published,item_effective_dates,event\n"
                + "f,rev_27,2025-11-07,2025-11-09x8;2025-11-10x2,\n"
                + "f,rev_32,2025-12-05,2025-11-14x21;2025-11-01x20,\n"
                + "f,rev_16,2025-07-01,2025-07-01x119;3025-06-30x17,\n");
    assertEquals(
        "[rev_27 from 2025-11-09, published 2025-11-07, rev_32 from 2025-12-05, published"
            + " 2025-12-05, rev_16 from 2025-07-01, published 2025-07-01]",
        reading.calendar().entries().toString());
    assertEquals(1, reading.remarks().size());
    assertTrue(reading.problems().get(0).message().contains("3025-06-30x17"));
  }

  @Test
  void the_calendar_of_44_releases_has_one_misprint_and_one_release_without_a_day() {
    CalendarReading reading = ReleaseCalendarCsv.read(HtsReleases.file("revision_calendar.csv"));
    assertEquals(43, reading.calendar().entries().size());
    assertEquals(2, reading.problems().size(), reading.problems()::toString);
    // 28 of 43 releases have an item from before their publication
    assertEquals(28, reading.remarks().size());
  }

  @Test
  void a_change_record_lists_items_with_their_days() {
    ChangeRecord record =
        ChangeRecord.of(
            "made",
            "  Harmonized Tariff Schedule of the United States (2025 Revision 99)\n\n"
                + "      August 1, 2025\n\n   Item changed   Nature of change   Effective date  Source\n"
                + " 9403.20.0075      Modified (conforming     July 1, 2025   484(f)\n"
                + "                   change)\n"
                + " 9903.94.01        Modified                 June 30, 3025  Notice\n");
    assertEquals("2025 Revision 99, published 2025-08-01, 2 items", record.toString());
    assertEquals(
        "9403.20.0075, 2025-07-01: Modified (conforming", record.items().get(0).toString());
    assertEquals("484(f)", record.items().get(0).source());
    assertTrue(record.items().get(1).effective().isEmpty());
    assertEquals(1, record.problems().size());
    assertThrows(IllegalArgumentException.class, () -> ChangeRecord.of("made", "nothing"));
    // an annual edition without a day in its heading
    assertEquals(
        LocalDate.of(2025, 1, 1), ChangeRecord.of("made", "CHANGE RECORD (2025)").published());
  }

  /**
   * A script of another language counted 2,690 lines with a day behind the heads of the tables; one
   * of them, “beginning on July 1, 2023,”, is words of the column before.
   */
  @Test
  void the_official_change_records_have_2689_dated_items_and_34_misprints() throws IOException {
    Path folder = HtsReleases.file("change_records");
    int items = 0;
    int misprints = 0;
    try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*.txt")) {
      for (Path each : records) {
        ChangeRecord record = ChangeRecord.read(each);
        items += record.items().size();
        misprints += record.problems().size();
      }
    }
    assertEquals(2689, items);
    // 17 items of revision 16, printed again in the basic edition of 2026
    assertEquals(34, misprints);
  }

  /** Four revisions of 2025: the misprinted day of revision 16 is one of those of the records. */
  @Test
  void a_slice_of_the_calendar_has_the_misprint_and_the_retroactive_items() {
    CalendarReading reading = ReleaseCalendarCsv.read(SharedFiles.slice("release_calendar.csv"));
    assertEquals(4, reading.calendar().entries().size());
    assertEquals(1, reading.problems().size(), reading.problems()::toString);
    assertTrue(reading.problems().get(0).message().contains("3025-06-30x17"));
    // revision 10 has an item of 5 April, published on 15 April, and revision 23 one of August
    assertEquals(2, reading.remarks().size(), reading.remarks()::toString);
  }

  @Test
  void two_official_change_records_agree_with_the_slice_of_the_calendar() {
    ReleaseCalendar calendar =
        ReleaseCalendarCsv.read(SharedFiles.slice("release_calendar.csv")).calendar();
    for (String revision : List.of("10", "22")) {
      ChangeRecord record =
          ChangeRecord.read(SharedFiles.slice("2025HTSRev" + revision + "_change_record.txt"));
      assertEquals(calendar.entry("rev_" + revision).orElseThrow().published(), record.published());
      assertEquals(1, record.items().size(), record::toString);
      assertEquals(List.of(), record.problems());
    }
    assertEquals(
        "U.S. note 2(v)(iii), 2025-04-05: Modified",
        ChangeRecord.read(SharedFiles.slice("2025HTSRev10_change_record.txt"))
            .items()
            .get(0)
            .toString());
  }

  @Test
  void change_records_and_calendar_agree() throws IOException {
    ReleaseCalendar calendar =
        ReleaseCalendarCsv.read(HtsReleases.file("revision_calendar.csv")).calendar();
    for (int revision = 1; revision <= 32; revision++) {
      ChangeRecord record =
          ChangeRecord.read(
              HtsReleases.file("change_records/2025HTSRev" + revision + "_change_record.txt"));
      assertEquals(calendar.entry("rev_" + revision).orElseThrow().published(), record.published());
    }
  }
}
