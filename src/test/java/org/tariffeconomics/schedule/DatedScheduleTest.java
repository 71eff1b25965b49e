package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** A schedule of two chapters whose lines have days of their own. */
class DatedScheduleTest {

  private static final LocalDate BEFORE = LocalDate.parse("2025-12-31");
  private static final LocalDate AFTER = LocalDate.parse("2026-01-01");

  private final List<String> read = Collections.synchronizedList(new ArrayList<>());
  private final DatedSchedule schedule =
      DatedSchedule.of(
          new ScheduleOutline(
              "small schedule",
              "0",
              new TreeMap<>(
                  Map.of(LocalDate.parse("2025-01-01"), "edition 2025", AFTER, "edition 2026")),
              AFTER,
              new TreeSet<>(),
              new TreeSet<>(Set.of("02", "87"))),
          SmallSchedule.key(),
          this::chapter,
          lines -> lines.accept("a small schedule"));

  private static DatedLine line(
      String code, String from, String until, String rates, String... suffixes) {
    String[] columns = rates.split("; ", -1);
    LocalDate start = from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from);
    LocalDate end = until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until);
    return new DatedLine(
        HsCode.of(code),
        LocalDateRange.of(start, end),
        columns[0],
        columns[1],
        columns[2],
        List.of(suffixes).stream().map(s -> new DatedLine.Statistical(s, List.of("No."))).toList());
  }

  private List<DatedLine> chapter(String chapter) {
    read.add(chapter);
    return chapter.equals("02")
        ? List.of(
            line("0201.10.50", "", "2026-01-01", "26.4%; 5% (KR); 31.1%", "10", "90"),
            line("0201.10.50", "2026-01-01", "", "26.4%; Free (KR); 31.1%", "10", "91", "97"))
        : List.of(
            line("8703.23.01", "", "", "2.5%; Free (KR,S) 1% (P) 2% (P+); 10%", "00"),
            line("8703.24.01", "", "", "2.5%; Free (S); 10%", "00"),
            line("8704.21.01", "", "", "25%; ; 25%", "00"),
            line("8704.22.01", "2026-01-01", "", "4%; ; 25%", "00"));
  }

  private DutyStack stack(String code, String origin, LocalDate day, String claim) {
    DeclaredFacts facts = claim.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.claiming(claim);
    return TariffBook.us().with(schedule).on(day).stack(HsCode.of(code), Country.of(origin), facts);
  }

  private Optional<Rate> rate(String code, String origin, LocalDate day, String claim) {
    return stack(code, origin, day, claim).adValoremRate();
  }

  private static Optional<Rate> percent(String percent) {
    return Optional.of(Rate.percent(percent));
  }

  @Test
  void a_question_reads_the_chapter_of_its_line_alone_and_once() {
    rate("8703.23.01", "JP", AFTER, "");
    rate("8703.24.01.00", "JP", BEFORE, "");
    rate("0101.21.00", "JP", BEFORE, "");
    assertEquals(List.of("87"), read);
    schedule.lines(AFTER, Knowledge.now());
    assertEquals(List.of("87", "02"), read);
  }

  @Test
  void threads_that_ask_at_once_share_one_reading() {
    List<TariffMeasure> first =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i ->
                    schedule
                        .measures(HsCode.of("8703.23.01"), Country.of("JP"), AFTER, Knowledge.now())
                        .get(0))
            .toList();
    assertEquals(List.of("87"), read);
    first.forEach(each -> assertSame(first.get(0), each));
  }

  @Test
  void a_rate_counts_for_its_days() {
    assertEquals(percent("5"), rate("0201.10.50", "KR", BEFORE, "KORUS"));
    assertEquals(percent("0"), rate("0201.10.50", "KR", AFTER, "KORUS"));
    assertEquals(percent("26.4"), rate("0201.10.50", "KR", AFTER, ""));
    assertEquals(percent("31.1"), rate("0201.10.50", "RU", AFTER, ""));
    assertTrue(schedule.changeDays().contains(AFTER));
    TariffMeasure general = stack("0201.10.50", "JP", BEFORE, "").layers().get(0).measure();
    assertEquals("MFN 26.4%, chapter 02", general.id());
    assertEquals("edition 2025, 2025-01-01, column 1 general", general.source().toString());
    TariffMeasure free = stack("0201.10.50", "KR", AFTER, "KORUS").layers().get(0).measure();
    assertEquals("KORUS Free, chapter 02, from 2026-01-01", free.id());
    assertEquals("edition 2026, 2026-01-01, column 1 special (KR)", free.source().toString());
  }

  @Test
  void eight_digits_and_those_of_the_statistical_line_are_one_code() {
    for (String code : List.of("8703.23.01", "8703.23.01.00")) {
      assertEquals(percent("2.5"), rate(code, "JP", AFTER, ""));
      assertEquals(percent("0"), rate(code, "MX", AFTER, "USMCA"));
      assertEquals(Optional.empty(), schedule.remark(HsCode.of(code), AFTER));
    }
  }

  @Test
  void a_heading_has_one_duty_where_all_its_lines_state_the_same() {
    assertEquals(percent("2.5"), rate("8703", "JP", AFTER, ""));
    assertEquals(percent("0"), rate("8703", "CA", AFTER, "USMCA"));
    assertEquals(
        "MFN 2.5%, chapter 87", stack("8703", "JP", AFTER, "").layers().get(0).measure().id());
    // KORUS is for one of the two lines
    assertEquals(
        "0.0% to 2.5%", stack("8703", "KR", AFTER, "KORUS").range().orElseThrow().toText(1));
    assertEquals(percent("25"), rate("8704", "JP", BEFORE, ""));
    assertEquals(Optional.empty(), rate("8704", "JP", AFTER, ""));
    assertEquals(percent("25"), rate("8704", "KP", AFTER, ""));
  }

  @Test
  void lines_below_a_code_on_a_day() {
    assertEquals(List.of("8704.21.01.00"), below("8704", BEFORE));
    assertEquals(List.of("8704.21.01.00", "8704.22.01.00"), below("8704", AFTER));
    assertEquals(List.of("0201.10.50.10", "0201.10.50.90"), below("0201.10.50", BEFORE));
    assertEquals(List.of(), below("0201.10.50.10", AFTER));
    assertEquals(List.of(), below("0303", AFTER));
  }

  private List<String> below(String code, LocalDate day) {
    return schedule.linesBelow(HsCode.of(code), day, Knowledge.now()).stream()
        .map(HsCode::toString)
        .toList();
  }

  @Test
  void a_code_that_is_no_line_is_answered_by_its_legal_line_and_says_so() {
    assertEquals(percent("26.4"), rate("0201.10.50.90", "JP", AFTER, ""));
    String answer = "; the duty is that of 0201.10.50";
    assertEquals(
        Optional.of(
            "0201.10.50.90 ended on 2026-01-01 and is now 0201.10.50.91, 0201.10.50.97,"
                + " whose duty this is"),
        schedule.remark(HsCode.of("0201.10.50.90"), AFTER));
    assertEquals(Optional.empty(), schedule.remark(HsCode.of("0201.10.50.90"), BEFORE));
    assertEquals(
        Optional.of("0201.10.50.91 is a line from 2026-01-01 only" + answer),
        schedule.remark(HsCode.of("0201.10.50.91"), BEFORE));
    assertEquals(
        Optional.of(
            "0201.10.50.55 is no line of small schedule: 0201.10.50 has 0201.10.50.10,"
                + " 0201.10.50.90"
                + answer),
        schedule.remark(HsCode.of("0201.10.50.55"), BEFORE));
    DutyStack ended = stack("0201.10.50.90", "JP", AFTER, "");
    assertTrue(ended.remarks().get(0).contains("ended on 2026-01-01"));
    assertTrue(ended.stamp().toString().contains("ended on 2026-01-01"), ended.stamp().toString());
  }

  @Test
  void a_code_without_a_legal_line_is_undetermined_and_names_the_nearest() {
    DutyStack none = stack("8703.29.01", "JP", AFTER, "");
    assertEquals(DutyStack.Outcome.UNDETERMINED, none.outcome());
    assertTrue(
        none.reasons()
            .get(0)
            .endsWith(
                "8703.29.01 is no line of small schedule on 2026-01-01; the nearest are"
                    + " 8703.24.01, 8703.23.01"),
        none.reasons().get(0));
    assertEquals(
        Optional.of(
            "8704.22 is no line of small schedule on 2025-12-31; the nearest are 8704.21.01"),
        schedule.remark(HsCode.of("8704.22"), BEFORE));
    assertEquals(
        Optional.of("0101 is no line of small schedule on 2026-01-01"),
        schedule.remark(HsCode.of("0101"), AFTER));
  }

  @Test
  void lines_of_one_kind_share_their_measures() {
    Object kind = schedule.kind(HsCode.of("8704.21.01"), AFTER, Knowledge.now());
    assertEquals(kind, schedule.kind(HsCode.of("8704.21.01.00"), AFTER, Knowledge.now()));
    assertTrue(!kind.equals(schedule.kind(HsCode.of("8703.23.01"), AFTER, Knowledge.now())));
    List<TariffMeasure> one =
        schedule.measures(HsCode.of("8703.23.01"), Country.of("JP"), AFTER, Knowledge.now());
    List<TariffMeasure> other =
        schedule.measures(HsCode.of("8703.24.01"), Country.of("JP"), AFTER, Knowledge.now());
    assertSame(one.get(0), other.get(0));
    assertEquals("8703.23.01, 8703.24.01", one.get(0).products().toString());
  }
}
