package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A schedule as law. The rates are those of the rows of {@link SmallSchedule}; what a claim, an
 * origin of column 2 and a what-if come to is read off the rows by hand.
 */
class ScheduledDutiesTest {

  private static final String CAR = "8703.23.01.40";

  private static TariffBook book() {
    return TariffBook.us().with(ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key()));
  }

  private static DutyStack stack(TariffBook book, String line, String origin, String claim) {
    DeclaredFacts facts = claim.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.claiming(claim);
    return book.on("2025-09-16").stack(HsCode.of(line), Country.of(origin), facts);
  }

  private static Optional<Rate> rate(String line, String origin, String claim) {
    return stack(book(), line, origin, claim).adValoremRate();
  }

  @Test
  void a_line_pays_the_general_rate_unless_a_preference_is_claimed() {
    assertEquals(Optional.of(Rate.percent("2.5")), rate(CAR, "JP", ""));
    assertEquals(Optional.of(Rate.percent("2.5")), rate(CAR, "KR", ""));
    assertEquals(Optional.of(Rate.ZERO), rate(CAR, "KR", "KORUS"));
    assertEquals(Optional.of(Rate.percent("2.5")), rate(CAR, "JP", "KORUS"));
  }

  @Test
  void a_blank_special_cell_gives_no_preference() {
    assertEquals(Optional.of(Rate.percent("25")), rate("8704.21.01", "KR", "KORUS"));
    assertTrue(
        stack(book(), "8704.21.01", "KR", "KORUS").remarks().toString().contains("does not exist"));
  }

  @Test
  void column_2_is_for_its_origins() {
    assertEquals(Optional.of(Rate.percent("10")), rate(CAR, "CU", ""));
    assertEquals(Optional.of(Rate.percent("25")), rate("8704.21.01", "RU", ""));
  }

  @Test
  void of_two_rates_of_one_programme_the_lower_counts() {
    assertEquals(Optional.of(Rate.percent("1")), rate(CAR, "CR", "CAFTA-DR"));
  }

  @Test
  void of_a_programme_that_takes_the_dearest_the_dearest_counts() {
    TariffBook dearest =
        book().withProgrammes(Programme.of("CAFTA-DR").withChoice(Programme.Choice.HIGHEST));
    assertEquals(
        Optional.of(Rate.percent("2")), stack(dearest, CAR, "CR", "CAFTA-DR").adValoremRate());
  }

  @Test
  void a_specific_rate_asks_for_the_quantity_and_a_free_preference_does_not() {
    DutyStack unclaimed = stack(book(), "0201.20.50.15", "KR", "");
    assertTrue(unclaimed.adValoremRate().isEmpty());
    assertEquals(
        "44.00",
        unclaimed
            .assess(BigMoney.parse("USD 5000"), Quantity.of("1000", "kg"))
            .dutyOrThrow()
            .getAmount()
            .toPlainString());
    assertEquals(Optional.of(Rate.ZERO), rate("0201.20.50.15", "KR", "KORUS"));
  }

  @Test
  void every_measure_says_where_it_was_written() {
    String source = stack(book(), CAR, "KR", "").layers().get(0).measure().source().title();
    assertEquals("small schedule, row 11, 8703.23.01 general '2.5%'", source);
  }

  @Test
  void a_heading_has_the_duty_of_its_lines_where_they_agree() {
    assertEquals(Optional.of(Rate.percent("2.5")), rate("8703", "JP", ""));
    assertEquals(Optional.of(Rate.percent("26.4")), rate("0201.10", "JP", ""));
    DutyStack beef = stack(book(), "0201", "JP", "");
    assertEquals(DutyStack.Outcome.BOUNDED, beef.outcome());
    assertEquals(
        "[line (0201.10.50.10: 26.4%; 0201.20.50.15, 0201.20.50.25: MFN 0.044 USD/kg)]",
        beef.decidedBy().toString());
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack(book(), "9999.99.99", "JP", "").outcome());
  }

  @Test
  void what_the_book_says_itself_counts_before_its_schedule_of_whole_headings_too() {
    TariffBook whatIf = book().with(TariffMeasure.base("8703.23.01", "7%"));
    assertEquals(Optional.of(Rate.percent("7")), stack(whatIf, CAR, "JP", "").adValoremRate());
    TariffBook wider = book().with(TariffMeasure.base("8703", "7%"));
    assertEquals(Optional.of(Rate.percent("7")), stack(wider, CAR, "JP", "").adValoremRate());
  }

  @Test
  void a_programme_that_fell_is_taken_from_the_schedule_too() {
    TariffBook without = book().without("KORUS");
    assertEquals(
        Optional.of(Rate.percent("2.5")), stack(without, CAR, "KR", "KORUS").adValoremRate());
    assertEquals(Optional.of(Rate.ZERO), stack(book(), CAR, "KR", "KORUS").adValoremRate());
    assertThrows(IllegalArgumentException.class, () -> without.without("KORUS"));
  }

  @Test
  void charges_stack_on_scheduled_duties() {
    TariffBook allIn = book().with(TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%"));
    assertEquals(Optional.of(Rate.percent("15")), stack(allIn, CAR, "JP", "").adValoremRate());
  }

  @Test
  void a_lapsed_programme_cannot_be_claimed_although_its_symbol_is_printed() {
    SpecialProgramme until =
        new SpecialProgramme(
            "KR",
            "KORUS",
            OriginScope.parse("KR"),
            Validity.from("2012-03-15").until("2025-09-01"),
            Source.user("made for the test"));
    ProgrammeKey key = ProgrammeKey.of("MFN", "Column 2", List.of(), List.of(until));
    TariffBook book = TariffBook.us().with(ScheduledDuties.of(SmallSchedule.schedule(), key));
    HsCode line = HsCode.of(CAR);
    DeclaredFacts claim = DeclaredFacts.claiming("KORUS");
    assertEquals(
        Optional.of(Rate.ZERO),
        book.on("2025-08-31").stack(line, Country.of("KR"), claim).adValoremRate());
    assertEquals(
        Optional.of(Rate.percent("2.5")),
        book.on("2025-09-01").stack(line, Country.of("KR"), claim).adValoremRate());
    assertTrue(book.changeDays().contains(LocalDate.parse("2025-09-01")));
  }

  /** The schedule of a book that is laid over another counts like its own measures. */
  @Test
  void a_book_laid_over_another_brings_its_schedule() {
    TariffBook own =
        TariffBook.us(
            TariffMeasure.base("8703", "4%"),
            TariffMeasure.preference("KORUS", "8703.23.01", "KR", "1%").withId("own KORUS"));
    TariffSchedule other =
        TariffSchedule.of(
            "other", List.of(ScheduleRow.of(1, "8703.23.01", 0, "Cars", "7%", "", "10%")));
    TariffBook seven = TariffBook.us().with(ScheduledDuties.of(other, SmallSchedule.key()));
    assertEquals("2.5%", rate(own.overlaidBy(book()), "JP", ""));
    assertEquals("0%", rate(own.overlaidBy(book()), "KR", "KORUS"));
    assertEquals("4%", rate(book().overlaidBy(own), "JP", ""));
    assertEquals("1%", rate(book().overlaidBy(own), "KR", "KORUS"));
    assertEquals("7%", rate(book().overlaidBy(seven), "JP", ""));
    assertEquals("2.5%", rate(seven.overlaidBy(book()), "JP", ""));
    assertEquals("2.5%", rate(seven.overlaidBy(own.overlaidBy(book())), "JP", ""));
    TariffBook nine = book().with(TariffMeasure.base("8703", "9%").withId("nine"));
    assertEquals("9%", rate(own.overlaidBy(nine), "JP", ""), "its own measure before its schedule");
    assertEquals(1, book().overlaidBy(nine).sources().size(), "one schedule is asked once");
    assertEquals(
        "25%",
        rate(seven.overlaidBy(own.overlaidBy(book())), "8704.21.01", "JP", ""),
        "a line of one of them");
  }

  private static String rate(TariffBook book, String origin, String claim) {
    return rate(book, "8703.23.01", origin, claim);
  }

  private static String rate(TariffBook book, String line, String origin, String claim) {
    return stack(book, line, origin, claim).adValoremRate().orElseThrow().toString();
  }

  @Test
  void releases_follow_each_other_on_both_clocks() {
    TariffSchedule later =
        TariffSchedule.of(
            "later", List.of(ScheduleRow.of(1, "8703.23.01", 0, "Cars", "3%", "", "10%")));
    ScheduledDuties duties =
        ScheduledDuties.of(
            List.of(
                new ScheduledDuties.Release(
                    later, LocalDate.parse("2025-07-01"), LocalDate.parse("2025-07-15")),
                new ScheduledDuties.Release(
                    SmallSchedule.schedule(), LocalDate.parse("2025-01-01"), null)),
            SmallSchedule.key());
    TariffBook book = TariffBook.us().with(duties);
    assertEquals("2.5%", general(book, "2025-06-30", "2025-12-31"));
    assertEquals("3%", general(book, "2025-07-01", "2025-12-31"));
    assertEquals("2.5%", general(book, "2025-07-01", "2025-07-14"));
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        book.on("2024-12-31").stack(HsCode.of("8703.23.01"), Country.of("JP")).outcome());
  }

  private static String general(TariffBook book, String day, String knownOn) {
    return book.on(day)
        .asKnownOn(knownOn)
        .stack(HsCode.of("8703.23.01"), Country.of("JP"))
        .adValoremRate()
        .orElseThrow()
        .toString();
  }

  @Test
  void two_releases_of_one_day_are_refused() {
    ScheduledDuties.Release one =
        new ScheduledDuties.Release(SmallSchedule.schedule(), LocalDate.parse("2025-01-01"), null);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ScheduledDuties.of(List.of(one, one), SmallSchedule.key()));
    assertTrue(String.valueOf(refused.getMessage()).contains("small schedule from 2025-01-01"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScheduledDuties.of(List.<ScheduledDuties.Release>of(), SmallSchedule.key()));
  }

  @Test
  void symbols_that_the_key_does_not_know_are_listed() {
    ScheduledDuties duties = ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key());
    assertEquals(List.of("A+", "CL"), duties.unknownSymbols());
  }

  @Test
  void lines_that_differ_in_nothing_but_the_code_are_of_one_kind() {
    ScheduledDuties duties = ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key());
    LocalDate day = LocalDate.parse("2025-09-16");
    assertEquals(
        duties.kind(HsCode.of("0201.20.50.15"), day, Knowledge.now()),
        duties.kind(HsCode.of("0201.20.50.25"), day, Knowledge.now()));
    assertFalse(
        duties
            .kind(HsCode.of("0201.20.50.15"), day, Knowledge.now())
            .equals(duties.kind(HsCode.of("0201.10.50.10"), day, Knowledge.now())));
  }

  @Test
  void books_with_the_same_schedule_are_equal() {
    assertEquals(book(), book().with(TariffMeasure.adds("x", "*", "*", "1%")).without("x"));
    assertEquals("US tariff book, 0 measures and [small schedule]", book().toString());
    assertTrue(book().withoutSources().measures().isEmpty());
  }
}
