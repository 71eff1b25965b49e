package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/** Releases joined by the day from which each change counts. */
class ReleaseHistoryTest {

  /** Rows as “code general special”; eight digits stand above ten. */
  private static TariffSchedule schedule(String... rows) {
    List<ScheduleRow> all = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("; ", -1);
      int indent = cells[0].length() > 10 ? 1 : 0;
      String general = cells.length > 1 ? cells[1] : "";
      String special = cells.length > 2 ? cells[2] : "";
      String other = general.isEmpty() ? "" : "35%";
      all.add(ScheduleRow.of(all.size() + 1, cells[0], indent, "", general, special, other));
    }
    return TariffSchedule.of("test", all);
  }

  private static ReleaseHistory.Release release(
      String name, String day, @Nullable String record, String... rows) {
    return new ReleaseHistory.Release(
        name,
        schedule(rows),
        LocalDate.parse(day),
        name.endsWith("Basic Edition"),
        record == null ? null : ChangeRecord.of(name, HEADING + record).orThrow());
  }

  private static final String HEADING =
      "Harmonized Tariff Schedule of the United States (2025 Revision 2)\n\n"
          + "   July 5, 2025\n\n  Item changed    Nature of change    Effective date    Source\n";

  private static final ReleaseHistory.Release FIRST =
      release(
          "HTS 2025 Basic Edition",
          "2025-01-01",
          null,
          "0101.21.00; Free",
          "0101.21.00.10",
          "0101.21.00.20",
          "0102.10.00; 5%; 2% (KR)");

  private static List<String> texts(ReleaseHistory history) {
    return history.lines().stream().map(l -> l + " [" + l.special() + "] " + suffixes(l)).toList();
  }

  private static List<String> suffixes(DatedLine line) {
    return line.statistical().stream().map(DatedLine.Statistical::suffix).toList();
  }

  @Test
  void a_listed_change_counts_from_the_day_of_the_record() {
    ReleaseHistory history = ReleaseHistory.create(Map.of());
    history.add(FIRST);
    history.add(
        release(
            "HTS 2025 Revision 2",
            "2025-07-05",
            "0101.21.0020     Discontinued     July 1, 2025      484(f)\n"
                + "0101.21.0030     Established     July 1, 2025      484(f)\n",
            "0101.21.00; Free",
            "0101.21.00.10",
            "0101.21.00.30",
            "0102.10.00; 5%; 2% (KR)"));
    assertEquals(
        List.of(
            "0101.21.00 Free, until 2025-07-01 [] [10, 20]",
            "0101.21.00 Free, from 2025-07-01 [] [10, 30]",
            "0102.10.00 5% [2% (KR)] []"),
        texts(history));
    assertEquals(
        Map.of(LocalDate.parse("2025-07-01"), "HTS 2025 Revision 2"), history.changeDays());
  }

  @Test
  void staged_rates_count_from_the_first_day_of_an_annual_edition() {
    ReleaseHistory history = ReleaseHistory.create(Map.of());
    history.add(FIRST);
    history.add(
        release(
            "HTS 2026 Basic Edition",
            "2026-01-01",
            null,
            "0101.21.00; Free",
            "0101.21.00.10",
            "0101.21.00.20",
            "0102.10.00; 5%; Free (KR)"));
    assertEquals(
        List.of(
            "0102.10.00 5%, until 2026-01-01 [2% (KR)] []",
            "0102.10.00 5%, from 2026-01-01 [Free (KR)] []"),
        texts(history).subList(1, 3));
    assertEquals(
        "HTS 2026 Basic Edition 0102.10.00 special from 2026-01-01: 2% (KR) → Free (KR)",
        history.changes().get(0).toString());
  }

  private static ReleaseHistory.Release changed(String row) {
    return release(
        "HTS 2025 Revision 1",
        "2025-02-05",
        null,
        "0101.21.00; Free",
        "0101.21.00.10",
        "0101.21.00.20",
        row);
  }

  @Test
  void an_unlisted_change_of_a_rate_is_refused_until_somebody_looked_at_it() {
    ReleaseHistory history = ReleaseHistory.create(Map.of());
    history.add(FIRST);
    history.add(changed("0102.10.00; 6%; 2% (KR)"));
    var refused = assertThrows(IllegalStateException.class, history::lines);
    assertTrue(refused.getMessage().contains("HTS 2025 Revision 1 0102.10.00"));

    ReleaseHistory known =
        ReleaseHistory.create(
            Map.of("HTS 2025 Revision 1 0102.10.00", ReleaseHistory.Slip.MISPRINT));
    known.add(FIRST);
    known.add(changed("0102.10.00; 6%; 2% (KR)"));
    assertEquals("0102.10.00 6% [2% (KR)] []", texts(known).get(1));
  }

  @Test
  void another_spelling_of_the_same_rate_is_no_change() {
    ReleaseHistory history = ReleaseHistory.create(Map.of());
    history.add(FIRST);
    history.add(changed("0102.10.00; 5 %; 2% (KR,)"));
    assertEquals("0102.10.00 5 % [2% (KR,)] []", texts(history).get(1));
    assertEquals(Map.of(), history.changeDays());
  }

  @Test
  void a_new_line_that_no_record_lists_is_a_question_too() {
    ReleaseHistory history = ReleaseHistory.create(Map.of());
    history.add(FIRST);
    history.add(changed("0102.90.00; 3%"));
    var refused = assertThrows(IllegalStateException.class, history::lines);
    assertTrue(refused.getMessage().contains("0102.10.00 ended"), refused.getMessage());
    assertTrue(refused.getMessage().contains("0102.90.00 began"), refused.getMessage());
    ReleaseHistory known =
        ReleaseHistory.create(
            Map.of(
                "HTS 2025 Revision 1 0102.90.00", ReleaseHistory.Slip.OMITTED,
                "HTS 2025 Revision 1 0103.90.00", ReleaseHistory.Slip.STRAY));
    known.add(FIRST);
    known.add(
        release(
            "HTS 2025 Revision 1",
            "2025-02-05",
            null,
            "0101.21.00; Free",
            "0101.21.00.10",
            "0101.21.00.20",
            "0102.10.00; 5%; 2% (KR)",
            "0102.90.00; 3%",
            "0103.90.00; 4%"));
    assertEquals("0102.90.00 3% [] []", texts(known).get(2));
    assertEquals(3, known.lines().size());
  }

  @Test
  void marks_of_superscripts_are_not_kept() {
    assertEquals("$1.13/m3", ReleaseHistory.plain("$1.13/m<sup>3</sup>"));
    assertEquals("m3", ReleaseHistory.plain("m<sup style=\"font-size: 9.75px;\">3</sup>"));
    assertEquals("Free (A, B)", ReleaseHistory.plain(" Free\u00a0(A,\r\nB) "));
  }

  private static String items(String... lines) {
    return ChangeRecord.of("r", HEADING + String.join("\n", lines)).value().items().stream()
        .map(
            i ->
                String.join(
                    "|",
                    i.item(),
                    i.nature(),
                    i.effective().map(Object::toString).orElse("?"),
                    i.source()))
        .toList()
        .toString();
  }

  /** Columns are two blanks apart; a day within the words of a column is no effective date. */
  @Test
  void the_columns_of_a_record_are_told_by_their_gaps() {
    assertEquals(
        "[8703.23.01|Rate of duty|2025-07-01|90 FR 14705]",
        items("  8703.23.01    Rate of duty   July 1, 2025   90 FR 14705 "));
    assertEquals("[note 20||2025-07-01|]", items("note 20 July 1, 2025"));
    assertEquals(
        "[note of July 1, 2024 as amended||2025-07-01|]",
        items("note of July 1, 2024 as amended  July 1, 2025  "));
    assertEquals(
        "[]", items("   July 1, 2025   90 FR 14705", "note 20 July 1, 2025 and more", "x"));
  }

  /** Lines of blanks and gaps are read in one pass each. */
  @Test
  void a_record_of_hostile_lines_is_read_in_one_pass() {
    String[] lines = new String[20_000];
    Arrays.fill(lines, ("x" + " ".repeat(99)).repeat(9) + "!");
    assertEquals("[]", items(lines));
  }
}
