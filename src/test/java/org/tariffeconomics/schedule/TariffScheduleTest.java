package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;

/** Lines of rows; the expected rates are read off {@link SmallSchedule} by hand. */
class TariffScheduleTest {

  private static ScheduleLine line(String code) {
    return SmallSchedule.schedule().line(HsCode.of(code)).orElseThrow();
  }

  @Test
  void a_statistical_line_takes_the_nearest_text_above_it_and_not_the_nearest_percentage() {
    assertEquals("4.4¢/kg", line("0201.20.50.15").general().orElseThrow().text());
    assertEquals("26.4%", line("0201.10.50.10").general().orElseThrow().text());
  }

  @Test
  void a_cell_of_blanks_or_a_lone_colon_is_blank() {
    ScheduleLine other = line("0201.20.50.25");
    assertEquals("4.4¢/kg", other.general().orElseThrow().text());
    assertEquals("Free (A+,KR,P,S)", other.special().orElseThrow().text());
    assertEquals("13.2¢/kg", other.other().orElseThrow().text());
    assertEquals("0201.20.50", other.general().orElseThrow().writtenIn().code());
  }

  @Test
  void goods_are_declared_under_lines_that_are_not_divided() {
    assertEquals(
        List.of("0201.10.50.10", "0201.20.50.15", "0201.20.50.25", "8703.23.01.40", "8704.21.01"),
        SmallSchedule.schedule().declarable().stream().map(l -> l.code().toString()).toList());
  }

  @Test
  void a_line_is_described_with_the_rows_that_govern_it() {
    assertEquals(
        "Meat of bovine animals, fresh or chilled: Other cuts with bone in:"
            + " Described in general note 15: Other Bone in veal cuts",
        line("0201.20.50.15").description());
  }

  @Test
  void a_code_falls_under_the_longest_line_that_covers_it() {
    TariffSchedule schedule = SmallSchedule.schedule();
    assertEquals(
        "8703.23.01",
        schedule.covering(HsCode.of("8703.23.01.99")).orElseThrow().code().toString());
    assertTrue(schedule.covering(HsCode.of("8703")).isEmpty());
    assertEquals(2, schedule.below(HsCode.of("8703")).size());
  }

  @Test
  void rows_that_cannot_be_lines_are_listed_and_the_good_ones_kept() {
    List<ScheduleRow> rows = new ArrayList<>(SmallSchedule.rows());
    rows.add(ScheduleRow.of(14, "8703.23.01", 0, "again", "9%", "", ""));
    rows.add(ScheduleRow.of(15, "101.21.00", 0, "a zero lost", "Free", "", ""));
    rows.add(ScheduleRow.of(16, "8705.10.00", 0, "no rate", "", "", ""));
    rows.add(ScheduleRow.of(17, "8706.00.03", 0, "nonsense", "four and a bit", "", "25%"));
    TariffSchedule schedule = TariffSchedule.of("damaged", rows);
    assertEquals(
        List.of("14 code", "15 code", "16 general", "17 general"),
        schedule.faults().stream().map(f -> f.row().place() + " " + f.column()).toList());
    DutyRate twice =
        schedule.line(HsCode.of("8703.23.01")).orElseThrow().general().orElseThrow().rate();
    assertTrue(twice instanceof DutyRate.Unsupported, "2.5% or 9%");
    assertTrue(schedule.line(HsCode.of("8705.10.00")).orElseThrow().general().isEmpty());
  }
}
