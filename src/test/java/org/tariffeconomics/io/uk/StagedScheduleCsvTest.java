package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.StageCalendar;
import org.tariffeconomics.schedule.StagedLine;
import org.tariffeconomics.schedule.StagedSchedule;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Files made for the test in the published layouts. */
class StagedScheduleCsvTest {

  private static final String BOTH_DIRECTIONS =
      String.join(
          "\n",
          "ID   ,TL        ,TL_Desc,HS6   ,Base_Rate,Base_Rate_Alt,Final_Year,TRQ_Quota,PartnerName"
              + "  ,ReporterName ,StagingBasket,Y2011,Alt_2011,Y2012 ,Alt_2012     ,Y2013 ,Alt_2013",
          "1    ,01019020  ,Asses  ,010190,6.8      ,             ,2013      ,         ,Korea      "
              + "  ,United States,2 Years      ,     ,        ,3.4000,             ,0.0000,",
          "2    ,0101901010,Horses ,010190,8        ,             ,2016      ,         ,United"
              + " States,Korea        ,5 Years      ,     ,        ,6.4000,             ,4.8000,",
          "3    ,01029040  ,Cattle ,010290,         ,1 cents/kg   ,N/A       ,7        ,Korea      "
              + "  ,United States,18 Years     ,     ,        ,0.0000,0.9 cents/kg  ,      ,hello");

  private static Reading<StagedSchedules> read(String text) {
    return StagedScheduleCsv.read("made.csv", new StringReader(text));
  }

  @Test
  void both_directions_of_an_agreement_are_kept_apart() {
    Reading<StagedSchedules> reading = read(BOTH_DIRECTIONS);
    assertEquals(List.of("United States", "Korea"), reading.value().importers());
    assertEquals("Korea", reading.value().partner("United States"));
    assertEquals(2, reading.value().schedule("United States").lines().size());
    assertThrows(IllegalArgumentException.class, reading.value()::schedule);
    assertThrows(IllegalArgumentException.class, () -> reading.value().schedule("Japan"));
  }

  @Test
  void a_rate_in_words_goes_before_the_number_and_a_doctored_cell_is_a_problem() {
    Reading<StagedSchedules> reading = read(BOTH_DIRECTIONS);
    StagedLine cattle =
        reading.value().schedule("United States").line(HsCode.of("01029040")).orElseThrow();
    assertEquals(DutyRate.parse("0.9¢/kg"), cattle.rate(2012).orElseThrow());
    assertEquals(DutyRate.parse("1¢/kg"), cattle.base());
    assertEquals("7", cattle.quota());
    assertTrue(cattle.rate(2011).isEmpty());
    assertTrue(cattle.rate(2013).orElseThrow() instanceof DutyRate.Unsupported);
    assertEquals(1, reading.problems().size(), reading.problems()::toString);
    assertTrue(reading.problems().get(0).toString().contains("alt_2013 'hello'"));
    assertThrows(IllegalArgumentException.class, reading::orThrow);
  }

  @Test
  void zero_is_free_and_a_blank_cell_is_not() {
    StagedSchedule korus = read(BOTH_DIRECTIONS).value().schedule("United States");
    TariffBook book =
        TariffBook.us(TariffMeasure.base("01", "6.8%"))
            .withAll(korus.measures("KORUS", "KR", StageCalendar.of("2012-03-15")));
    HsCode asses = HsCode.of("01019020");
    DeclaredFacts claim = DeclaredFacts.claiming("KORUS");
    Country korea = Country.of("KR");
    assertEquals(
        "6.8%", book.on("2012-03-14").stack(asses, korea, claim).adValoremRate().get().toString());
    assertEquals(
        "3.4%", book.on("2012-03-15").stack(asses, korea, claim).adValoremRate().get().toString());
    assertEquals(
        "0%", book.on("2026-01-01").stack(asses, korea, claim).adValoremRate().get().toString());
  }

  @Test
  void years_of_force_and_mixed_case_headers() {
    Reading<StagedSchedules> reading =
        read(
            "tl,hs6,Final_Year,ReporterName,YEAR1,YEAr1_Alt,YEAR2,YEAR2_Alt\n"
                + "02062100,020621,Year 2,Canada,5,,,\"238% but not less than $1.67/kg\"\n");
    StagedLine line = reading.value().schedule().line(HsCode.of("02062100")).orElseThrow();
    assertEquals(DutyRate.percent("5"), line.rate(1).orElseThrow());
    assertEquals(DutyRate.parse("max(238%, 1.67 CAD/kg)"), line.rate(2).orElseThrow());
    assertEquals(2, line.finalYear());
    assertEquals(List.of(), reading.problems());
  }

  @Test
  void lost_zeros_are_restored_where_the_subheading_proves_it_and_listed() {
    Reading<StagedSchedules> reading =
        read(
            "TL,HS6,Y2005,Alt_2005\n1011000,10110,0,\n10121000,101210,0,\n"
                + "101901010,10190,8,\n");
    assertEquals(
        List.of("01011000", "0101901010", "10121000"),
        reading.value().schedule().lines().stream().map(l -> l.code().digits()).toList());
    assertEquals(
        2, reading.problems(Severity.REPAIR).size(), reading.problems(Severity.REPAIR)::toString);
    assertTrue(reading.problems(Severity.REPAIR).get(0).toString().contains("read as 01011000"));
    assertEquals(3, reading.orThrow().schedule().lines().size());
    assertTrue(reading.table().toText().contains("01011000"));
  }

  @Test
  void what_cannot_be_told_is_refused() {
    Reading<StagedSchedules> reading =
        read("TL,Y2005,Alt_2005\n1011000,0,\n101901010,8,\n1.01E+09,0,\n");
    assertEquals(1, reading.value().schedule().lines().size());
    assertEquals(2, reading.count(Severity.ERROR), reading.problems()::toString);
    assertEquals(2, reading.value().schedule().unread().size());
    Reading<StagedSchedules> other =
        read("TL,HS6,Y2005,Alt_2005\n02011000,010110,0,\n02011000,20110,,\n");
    assertTrue(other.problems().get(0).message().contains("not in the subheading"));
    assertTrue(other.problems().get(1).message().contains("no rate in any year"));
    DutyRate unknown =
        other.value().schedule().line(HsCode.of("02011000")).orElseThrow().rate(2005).orElseThrow();
    assertTrue(unknown instanceof DutyRate.Unsupported);
  }

  /** A row of which the line is not known may be about any goods that have no line. */
  @Test
  void what_a_bad_row_grants_is_not_known() {
    StagedSchedule schedule =
        read("TL,Y2005,Alt_2005\n01011000,0,\n0101X000,0,\n").value().schedule();
    TariffBook book =
        TariffBook.us(TariffMeasure.base("*", "5%"))
            .withAll(schedule.measures("FTA", "KR", StageCalendar.of("2005-01-01")));
    assertEquals(
        Outcome.ASSESSED,
        book.on("2005-06-01")
            .stack(HsCode.of("01011000"), Country.of("KR"), DeclaredFacts.claiming("FTA"))
            .outcome());
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2005-06-01")
            .stack(HsCode.of("01019000"), Country.of("KR"), DeclaredFacts.claiming("FTA"))
            .outcome());
    assertEquals(
        Outcome.ASSESSED,
        book.on("2005-06-01").stack(HsCode.of("01019000"), Country.of("KR")).outcome());
  }

  @Test
  void cells_that_are_padded_are_read_without_their_blanks() {
    StagedSchedule schedule =
        read("ID    ,TL      ,HS6   ,Y2025  ,Alt_2025       \n"
                + "1     ,02012050,020120,       ,\"2.9 cents/kg\"  \n")
            .value()
            .schedule();
    assertEquals(
        Optional.of(DutyRate.parse("2.9 cents/kg")),
        schedule.line(HsCode.of("02012050")).orElseThrow().rate(2025));
  }

  @Test
  void a_line_that_stands_twice_is_a_problem() {
    Reading<StagedSchedules> reading = read("TL,Y2005,Alt_2005\n01011000,0,\n0101.10.00,5,\n");
    assertEquals(1, reading.value().schedule().lines().size());
    assertTrue(reading.problems().get(0).message().contains("stands already"));
  }

  @Test
  void the_layout_of_annexed_schedules() {
    Reading<StagedSchedules> reading =
        read(
            "HS code,Description,Base rate,Modality,EIF,Year two,Year 3 and subsequent\n"
                + "0201 10 000 1,Carcases,15,A3,10,5,0\n"
                + "0202 10 000 1,Frozen,\"27,5\",E,\"max(15%, 0.2 EUR/kg)\",,\n");
    StagedSchedule schedule = reading.value().schedule();
    StagedLine carcases = schedule.line(HsCode.of("0201100001")).orElseThrow();
    assertEquals("A3", carcases.basket());
    assertEquals(DutyRate.percent("5"), carcases.rate(2).orElseThrow());
    assertEquals(new DutyRate.Free(), carcases.rate(3).orElseThrow());
    assertEquals(1, reading.problems().size(), reading.problems()::toString);
    assertEquals("base rate", reading.problems().get(0).column());
    List<TariffMeasure> measures =
        schedule.measures("EAEU-ID", "ID", StageCalendar.of("2026-05-01"));
    assertEquals(5, measures.size());
  }

  @Test
  void a_file_without_such_columns_is_a_problem() {
    assertTrue(read("a,b\n1,2\n").problems().get(0).message().contains("staged schedule"));
    assertTrue(read("TL,Other\n1,2\n").problems().get(0).message().contains("staged schedule"));
    assertEquals(1, read("").problems().size());
  }

  @Property(tries = 200)
  void no_text_makes_the_reader_throw(@ForAll String text) {
    assertDoesNotThrow(() -> read(text).table());
    assertDoesNotThrow(() -> read("TL,HS6,Final_Year,Y2005,Alt_2005\n" + text).table());
  }
}
