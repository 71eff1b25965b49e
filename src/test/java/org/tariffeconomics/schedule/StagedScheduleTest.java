package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.StageCalendar.Count;
import org.tariffeconomics.schedule.StagedSchedule.QuotaRates;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class StagedScheduleTest {

  private static final Source SOURCE = Source.user("made for the test");
  private static final HsCode ASSES = HsCode.of("01019020");
  private static final StageCalendar KORUS = StageCalendar.of("2012-03-15");

  private static StagedLine line(Map<Integer, String> rates, @Nullable Integer last, String quota) {
    TreeMap<Integer, DutyRate> parsed = new TreeMap<>();
    rates.forEach((year, rate) -> parsed.put(year, DutyRate.parse(rate)));
    return new StagedLine(ASSES, "asses", DutyRate.percent("6.8"), parsed, last, "5 Years", quota);
  }

  private static StagedSchedule schedule(Count count, int lastYear, StagedLine line) {
    return StagedSchedule.of("KORUS annex", count, lastYear, SOURCE, List.of(line));
  }

  private static String rateOn(List<TariffMeasure> measures, String day, String facts) {
    TariffBook book = TariffBook.us(TariffMeasure.base("0101", "6.8%")).withAll(measures);
    DutyStack stack =
        book.on(day).stack(ASSES, Country.of("KR"), DeclaredFacts.parse("claim=KORUS;" + facts));
    return stack.adValoremRate().map(Object::toString).orElse("unknown");
  }

  private static List<TariffMeasure> published() {
    Map<Integer, String> rates =
        Map.of(2012, "5.4%", 2013, "4%", 2014, "2.7%", 2015, "1.3%", 2016, "Free", 2017, "Free");
    return schedule(Count.CALENDAR_YEARS, 2041, line(rates, 2016, ""))
        .measures("KORUS", "KR", KORUS);
  }

  @Test
  void the_rate_of_each_calendar_year_counts_from_its_day() {
    List<TariffMeasure> measures = published();
    assertEquals("6.8%", rateOn(measures, "2012-03-14", ""));
    assertEquals("5.4%", rateOn(measures, "2012-03-15", ""));
    assertEquals("5.4%", rateOn(measures, "2012-12-31", ""));
    assertEquals("4%", rateOn(measures, "2013-01-01", ""));
    assertEquals("1.3%", rateOn(measures, "2015-12-31", ""));
    assertEquals("0%", rateOn(measures, "2016-01-01", ""));
    assertEquals("0%", rateOn(measures, "2050-01-01", ""));
  }

  @Test
  void years_at_the_same_rate_are_one_stage() {
    assertEquals(5, published().size());
  }

  @Test
  void years_of_force_begin_with_the_entry_into_force() {
    Map<Integer, String> rates = Map.of(1, "5%", 2, "3%", 3, "Free");
    List<TariffMeasure> measures =
        schedule(Count.YEARS_OF_FORCE, 3, line(rates, 3, ""))
            .measures("KORUS", "KR", StageCalendar.of("2020-07-01"));
    assertEquals("5%", rateOn(measures, "2020-12-31", ""));
    assertEquals("3%", rateOn(measures, "2021-01-01", ""));
    assertEquals("0%", rateOn(measures, "2022-01-01", ""));
    List<TariffMeasure> onAnniversaries =
        schedule(Count.YEARS_OF_FORCE, 3, line(rates, 3, ""))
            .measures("KORUS", "KR", StageCalendar.onAnniversaries("2020-07-01"));
    assertEquals("5%", rateOn(onAnniversaries, "2021-06-30", ""));
    assertEquals("3%", rateOn(onAnniversaries, "2021-07-01", ""));
  }

  @Test
  void an_agreement_in_force_on_new_year_has_its_second_stage_a_year_later() {
    StageCalendar calendar = StageCalendar.of("2005-01-01");
    assertEquals(LocalDate.of(2006, 1, 1), calendar.firstDay(Count.YEARS_OF_FORCE, 2));
    assertThrows(IllegalArgumentException.class, () -> calendar.firstDay(Count.YEARS_OF_FORCE, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageCalendar(LocalDate.of(2020, 2, 29), MonthDay.of(2, 29)));
  }

  @Test
  void a_blank_year_is_undetermined_for_who_claims_and_not_free() {
    Map<Integer, String> rates = Map.of(2012, "5.4%", 2014, "2.7%");
    List<TariffMeasure> measures =
        schedule(Count.CALENDAR_YEARS, 2041, line(rates, null, "")).measures("KORUS", "KR", KORUS);
    assertEquals("unknown", rateOn(measures, "2013-06-01", ""));
    assertEquals("unknown", rateOn(measures, "2015-06-01", ""));
    TariffBook book = TariffBook.us(TariffMeasure.base("0101", "6.8%")).withAll(measures);
    assertEquals(Outcome.ASSESSED, book.on("2013-06-01").stack(ASSES, Country.of("KR")).outcome());
  }

  @Test
  void the_last_column_of_a_schedule_stays() {
    Map<Integer, String> rates = Map.of(2012, "5.4%", 2013, "5%");
    List<TariffMeasure> measures =
        schedule(Count.CALENDAR_YEARS, 2013, line(rates, null, "")).measures("KORUS", "KR", KORUS);
    assertEquals("5%", rateOn(measures, "2030-01-01", ""));
  }

  @Test
  void the_rate_of_a_line_with_a_quota_hangs_on_its_state() {
    StagedSchedule schedule =
        schedule(Count.CALENDAR_YEARS, 2012, line(Map.of(2012, "Free"), 2012, "3"));
    List<TariffMeasure> within = schedule.measures("KORUS", "KR", KORUS);
    assertEquals("0%", rateOn(within, "2013-01-01", "quota:3=in"));
    assertEquals("6.8%", rateOn(within, "2013-01-01", "quota:3=out"));
    assertEquals("unknown", rateOn(within, "2013-01-01", ""));
    List<TariffMeasure> above =
        schedule.measures("KORUS", OriginScope.parse("KR"), KORUS, QuotaRates.ABOVE);
    assertEquals("6.8%", rateOn(above, "2013-01-01", "quota:3=in"));
    assertEquals("0%", rateOn(above, "2013-01-01", "quota:3=out"));
    List<TariffMeasure> always =
        schedule.measures("KORUS", OriginScope.parse("KR"), KORUS, QuotaRates.REGARDLESS);
    assertEquals("0%", rateOn(always, "2013-01-01", ""));
  }

  @Test
  void a_line_stands_once_and_ends_with_the_schedule() {
    StagedLine line = line(Map.of(2012, "5%"), null, "");
    assertThrows(
        IllegalArgumentException.class,
        () -> StagedSchedule.of("double", Count.CALENDAR_YEARS, 2012, SOURCE, List.of(line, line)));
    assertThrows(IllegalArgumentException.class, () -> schedule(Count.CALENDAR_YEARS, 2011, line));
    assertThrows(IllegalArgumentException.class, () -> line(Map.of(), null, ""));
  }

  @Test
  void a_schedule_made_by_a_rule_gives_the_published_rates() {
    StagedLine made =
        StagedReduction.linear(5)
            .line(ASSES, DutyRate.percent("6.8"), 2012, StageRounding.DOWN_TO_TENTH);
    List<TariffMeasure> measures =
        schedule(Count.CALENDAR_YEARS, 2016, made).measures("KORUS", "KR", KORUS);
    for (String day :
        List.of("2012-06-01", "2013-06-01", "2014-06-01", "2015-06-01", "2017-01-01")) {
      assertEquals(rateOn(published(), day, ""), rateOn(measures, day, ""), day);
    }
    String table = schedule(Count.CALENDAR_YEARS, 2016, made).table().toText();
    assertTrue(table.contains("linear over 5"), table);
  }
}
