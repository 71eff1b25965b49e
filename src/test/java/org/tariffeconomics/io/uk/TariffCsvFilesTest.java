package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.io.uk.UkGlobalTariffCsv.Column;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduleCoverage;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The UK Global Tariff of January 2021, the real file where it is at hand. The other two layouts
 * follow documented headers: no real file of either was seen.
 */
class TariffCsvFilesTest {

  private static final Path GLOBAL = Path.of("../shared/data/uk/global-uk-tariff-2021.csv.gz");

  private static Reading<TariffSchedule> global(Column column) throws IOException {
    assumeTrue(Files.exists(GLOBAL), "no ../shared/data/uk here, the UK tariff is not read");
    try (Reader in =
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(GLOBAL)), StandardCharsets.UTF_8)) {
      return UkGlobalTariffCsv.read("UK 2021", in, column);
    }
  }

  @Test
  void every_line_of_the_UK_tariff_of_2021_is_understood() throws IOException {
    Reading<TariffSchedule> reading = global(Column.UNITED_KINGDOM);
    assertEquals(11_830, reading.value().lines().size());
    assertEquals(0, reading.count(Severity.ERROR));
    ScheduleCoverage.Column general = reading.value().coverage().columns().get(0);
    assertEquals(0, general.own().get(RateKind.UNSUPPORTED), general.unsupported()::toString);
    assertEquals(0, general.blank());
    assertTrue(
        reading.problems(Severity.NOTE).get(0).message().startsWith("1898 lines have a suspension"),
        reading.problems()::toString);
    assertEquals("12% + 253 GBP/100 kg", rate(reading, "02013000"));
    assertEquals("10%", rate(reading, "87032319"));
    assertEquals(
        "[[change] No change]",
        reading.value().line(HsCode.of("87032319")).orElseThrow().row().footnotes().toString());
  }

  @Test
  void the_duty_of_the_EU_stands_beside_it() throws IOException {
    Reading<TariffSchedule> reading = global(Column.EUROPEAN_UNION);
    assertEquals(11_830, reading.value().lines().size());
    assertEquals("12.8% + 303.4 EUR/100 kg", rate(reading, "02013000"));
    assertEquals("2.7%", rate(reading, "88024000"));
    ScheduleCoverage.Column general = reading.value().coverage().columns().get(0);
    int unsupported = general.own().get(RateKind.UNSUPPORTED);
    assertTrue(unsupported <= 53, "entry prices and texts that lack a sign: " + unsupported);
  }

  private static String rate(Reading<TariffSchedule> reading, String code) {
    return reading
        .value()
        .line(HsCode.of(code))
        .orElseThrow()
        .general()
        .orElseThrow()
        .rate()
        .toString();
  }

  @Test
  void seasons_have_their_days_one_by_one() {
    assertEquals(
        "0.0% (1 JAN - 28 FEB); 0.0% (1 JUN - 31 DEC); 8.0% (1 MAR - 31 MAY)",
        UkGlobalTariffCsv.text("0.0% (1 JAN-28 FEB, 1 JUN-31 DEC), 8.0% (1 MAR-31 MAY)"));
    assertEquals("4.00% (01-31 DEC)", UkGlobalTariffCsv.text("4.00% (01-31 DEC)"));
  }

  /** A cell of a hundred thousand blanks is read in one pass. */
  @Test
  void a_long_cell_with_brackets_is_given_back_as_it_is() {
    for (String long_ :
        List.of(
            "0.0%" + " ".repeat(100_000) + "(",
            " ".repeat(100_000) + "x (",
            "(".repeat(100_000),
            "0.0% (1 JAN-28 FEB)" + " ".repeat(100_000) + "x")) {
      assertEquals(long_, UkGlobalTariffCsv.text(long_));
    }
    assertEquals("0.0% (1 JAN - 28 FEB)", UkGlobalTariffCsv.text(" 0.0%  (1 JAN-28 FEB) ,  "));
    assertEquals(" (1 JAN-28 FEB)", UkGlobalTariffCsv.text(" (1 JAN-28 FEB)"), "no rate");
  }

  @Test
  void a_file_of_another_header_is_told() {
    for (String text : List.of("", "a,b\n1,2\n", "commodity,description\n01012100,horses\n")) {
      assertTrue(
          UkGlobalTariffCsv.read("x", new StringReader(text), Column.UNITED_KINGDOM).hasErrors(),
          text);
      assertTrue(
          TaricMeasureCsv.read("x", new StringReader(text)).problems(Severity.ERROR).size() > 0,
          text);
    }
  }

  private static final String EU =
      "Goods code,Add code,Order No.,Start date,End date,RED_IND,Origin,Measure type,Legal base,"
          + "Duty,Origin code,Meas. type code\n";

  private static MeasureReading eu(String rows) {
    return TaricMeasureCsv.read("duties.csv", new StringReader(EU + rows));
  }

  private static TariffBook book(String territory, String currency, MeasureReading reading) {
    return TariffBook.of(
        territory, CurrencyUnit.of(currency), RoundingPolicy.TOTAL_TO_CENT, reading.measures());
  }

  @Test
  void the_workbook_of_the_Commission_is_read_by_its_documented_header() {
    MeasureReading reading =
        eu(
            "0802129000,,,2020-01-01,,,ERGA OMNES,Third country duty,R0948/09,3.500 %,1011,103\n"
                + "0802129000,,099005,2026-07-01,2029-12-31,,United States,Preferential tariff"
                + " quota,R1455/26,0.000 %,US,143\n"
                + "0201300000,,,2020-01-01,,,ERGA OMNES,Third country duty,R0948/09,12.800 % +"
                + " 303.400 EUR DTN,1011,103\n"
                + "0201300000,,,2020-01-01,,,GSP,Tariff preference,R0978/12,8.000 %,2020,142\n"
                + "0201300000,,,2020-01-01,,,ERGA OMNES,Import control,R1/20,,1011,410\n");
    assertEquals(4, reading.measures().size());
    assertEquals(0, reading.problems(Severity.ERROR).size(), reading.problems()::toString);
    TariffBook eu = book("EU", "EUR", reading);
    DeclaredFacts claim = DeclaredFacts.parse("claim=preference US");
    HsCode almonds = HsCode.of("0802129000");
    Country us = Country.of("US");
    assertEquals("3.5%", text(eu.on("2026-06-30").stack(almonds, us)));
    assertEquals(
        DutyStack.Outcome.BOUNDED, eu.on("2026-07-01").stack(almonds, us, claim).outcome());
    assertEquals(
        "0%", text(eu.on("2026-07-01").stack(almonds, us, claim.withFact("quota:099005", "in"))));
    assertEquals(
        "EUR 37140.00",
        eu.on("2026-07-01")
            .stack(HsCode.of("0201300000"), us)
            .assess(Money.parse("EUR 53125"), Quantity.parse("10000 kg"))
            .dutyOrThrow()
            .toString(),
        "53,125 × 12.8 % + 100 × 303.40");
    assertTrue(
        eu.on("2026-07-01")
            .stack(
                HsCode.of("0201300000"),
                Country.of("IN"),
                DeclaredFacts.claiming("preference 2020"))
            .assess(Money.parse("EUR 1000"), Quantity.parse("100 kg"))
            .duty()
            .isEmpty(),
        "whom the preference of a group is for is not in the file");
  }

  private static String text(DutyStack stack) {
    return stack.adValoremRate().map(Object::toString).orElse("unknown");
  }

  @Test
  void rows_that_are_not_understood_never_make_a_duty_lower() {
    MeasureReading reading =
        eu(
            "8703231900,,,2020-01-01,,,ERGA OMNES,Third country duty,R0948/09,10,1011,103\n"
                + "8703801000,,,2020-01-01,2019-01-01,,ERGA OMNES,Third country duty,R,10 %,1011,103\n"
                + "x,,,2020-01-01,,,ERGA OMNES,Third country duty,R,10 %,1011,103\n"
                + "8703901000,,,01-01-2020,,,ERGA OMNES,Third country duty,R,10 %,1011,103\n"
                + "7208390000,,,2020-01-01,,,Group,Definitive safeguard,R,25 %,9999,696\n");
    assertEquals(4, reading.problems(Severity.ERROR).size(), reading.problems()::toString);
    TariffBook eu = book("EU", "EUR", reading);
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        eu.on("2026-07-01").stack(HsCode.of("8703231900"), Country.of("US")).outcome());
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        eu.on("2026-07-01").stack(HsCode.of("7208390000"), Country.of("US")).outcome());
  }

  @Test
  void the_data_set_of_the_UK_is_read_by_its_documented_header() {
    MeasureReading reading =
        TaricMeasureCsv.read(
            "uk-tariff.csv",
            new StringReader(
                "commodity__code,measure__type__id,measure__duty_expression,"
                    + "measure__effective_start_date,measure__effective_end_date,"
                    + "measure__geographical_area__id,measure__additional_code__code\n"
                    + "8703231900,103,10.00%,2021-01-01,,1011,\n"
                    + "8703231900,142,0.00%,2021-01-01,,JP,\n"
                    + "7208390000,552,17.10%,2021-01-01,,CN,C999\n"
                    + "8703231900,305,20.00%,2021-01-01,,1011,\n"));
    assertEquals(
        4, reading.measures().size(), "and whoever declares a code that the list does not name");
    TariffBook gb = book("GB", "GBP", reading);
    HsCode car = HsCode.of("8703231900");
    assertEquals("10%", text(gb.on("2021-06-01").stack(car, Country.of("US"))));
    assertEquals(
        "0%",
        text(
            gb.on("2021-06-01")
                .stack(car, Country.of("JP"), DeclaredFacts.claiming("preference JP"))));
    assertEquals(1, reading.problems(Severity.NOTE).size(), "value added tax is no duty");
  }

  @Test
  void a_code_of_a_producer_that_the_list_does_not_name_is_not_free() {
    String header =
        "commodity__code,measure__type__id,measure__duty_expression,measure__effective_start_date,"
            + "measure__effective_end_date,measure__geographical_area__id,"
            + "measure__additional_code__code\n";
    String base = "7208390000,103,0.00%,2021-01-01,,1011,\n";
    String named = "7208390000,552,17.10%,2021-01-01,,CN,C001\n";
    String others = "7208390000,552,30.00%,2021-01-01,,CN,C999\n";
    TariffBook whole = uk(header + base + named + others);
    assertEquals("17.1%", duty(whole, "C001"));
    assertEquals("30%", duty(whole, "C999"));
    assertEquals("30%", duty(whole, "C123"), "a code that the list does not name");
    assertEquals("unknown", duty(uk(header + base + named), "C123"), "no row for others");
    assertEquals(
        DutyStack.Outcome.BOUNDED,
        whole.on("2021-06-01").stack(HsCode.of("7208390000"), Country.of("CN")).outcome());
    assertEquals(
        "0%", text(whole.on("2021-06-01").stack(HsCode.of("7208390000"), Country.of("US"))));
  }

  private static TariffBook uk(String text) {
    return book("GB", "GBP", TaricMeasureCsv.read("uk-tariff.csv", new StringReader(text)));
  }

  private static String duty(TariffBook book, String code) {
    return text(
        book.on("2021-06-01")
            .stack(
                HsCode.of("7208390000"),
                Country.of("CN"),
                DeclaredFacts.none().withFact("additional code", code)));
  }

  @Test
  void a_code_with_zeros_at_its_end_stands_for_all_lines_below_it() {
    TariffBook eu =
        book(
            "EU",
            "EUR",
            eu(
                "8703000000,,,2020-01-01,,,ERGA OMNES,Third country duty,R,10.000 %,1011,103\n"
                    + "8703231900,,,2020-01-01,,,China,Definitive countervailing duty,R,17.000"
                    + " %,CN,554\n"));
    assertEquals("10%", text(eu.on("2026-07-01").stack(HsCode.of("8703800010"), Country.of("US"))));
    assertEquals("27%", text(eu.on("2026-07-01").stack(HsCode.of("8703231911"), Country.of("CN"))));
  }

  @Test
  void bad_rows_leave_the_duty_of_their_goods_open() {
    String good =
        "8703231900,,,2020-01-01,,,ERGA OMNES,Third country duty,R,10.000 %,1011,103\n"
            + "0802129000,,,2020-01-01,,,ERGA OMNES,Third country duty,R,3.500 %,1011,103\n";
    String bad = "8703231900,,,32-13-2026,,,China,Countervailing duty,R,17.000 %,CN,554\n";
    TariffBook eu = book("EU", "EUR", eu(good + bad));
    HsCode car = HsCode.of("8703231900");
    assertEquals(
        DutyStack.Outcome.UNDETERMINED, eu.on("2026-07-01").stack(car, Country.of("CN")).outcome());
    assertEquals(
        "3.5%", text(eu.on("2026-07-01").stack(HsCode.of("0802129000"), Country.of("CN"))));
    TariffBook nameless = book("EU", "EUR", eu(good + "x" + bad.substring(1)));
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        nameless.on("2026-07-01").stack(HsCode.of("0802129000"), Country.of("US")).outcome(),
        "a row of which not even the goods are known may be about any");
    MeasureReading headless = TaricMeasureCsv.read("x", new StringReader("a,b\n1,2\n"));
    assertEquals(1, headless.measures().size(), "a file that was not read may hold anything");
  }

  @Test
  void conditions_inside_the_text_of_a_duty_leave_it_open() {
    MeasureReading reading =
        eu(
            "0702000007,,,2026-01-01,,,ERGA OMNES,Third country duty,R,Cond: V 84.600 EUR"
                + " DTN(01):8.800 %; V 82.900 EUR DTN(01):8.800 % + 1.700 EUR DTN,1011,103\n");
    TariffBook eu = book("EU", "EUR", reading);
    DutyStack tomatoes = eu.on("2026-07-01").stack(HsCode.of("0702000007"), Country.of("US"));
    assertEquals(Optional.empty(), tomatoes.range());
    Assessment unpriced = tomatoes.assess(BigMoney.parse("EUR 100"), Quantity.parse("100 kg"));
    assertEquals(Optional.empty(), unpriced.duty());
    assertEquals(List.of("declare the entry price"), unpriced.reasons());
  }

  @Test
  void the_measures_of_a_day_are_a_schedule_with_its_coverage() {
    LocalDate day = LocalDate.of(2026, 7, 1);
    Reading<TariffSchedule> reading =
        TaricSchedule.on(
            "EU 2026-07",
            eu(
                "8703000000,,,2020-01-01,,,ERGA OMNES,Third country duty,R,10.000 %,1011,103\n"
                    + "8703231900,,,2020-01-01,,,Japan,Tariff preference,R,0.000 %,JP,142\n"
                    + "8703801000,,,2024-10-30,,,China,Countervailing duty,R,17.000 %,CN,554\n"
                    + "0802129000,,,2020-01-01,,,ERGA OMNES,Third country duty,R,3.500 %,1011,103\n"
                    + "0802129000,,099005,2026-07-01,2029-12-31,,United States,Preferential"
                    + " tariff quota,R1455/26,0.000 %,US,143\n"
                    + "0201300000,,,2020-01-01,2026-06-30,,ERGA OMNES,Third country duty,R,"
                    + "12.800 % + 303.400 EUR DTN,1011,103\n"),
            day);
    assertEquals(0, reading.count(Severity.ERROR), reading.problems()::toString);
    assertEquals(
        List.of(
            "1 lines have it and a schedule has no column for it",
            "1 lines have it and a schedule has no column for it"),
        reading.problems(Severity.NOTE).stream().map(p -> p.message()).toList());
    TariffSchedule schedule = reading.value();
    assertEquals("3.5%", rate(reading, "08021290"));
    assertTrue(schedule.line(HsCode.of("020130")).isEmpty(), "ended the day before");
    assertEquals(0, schedule.coverage().columns().get(0).own().get(RateKind.UNSUPPORTED));
    TariffBook book =
        TariffBook.of("EU", CurrencyUnit.EUR, RoundingPolicy.TOTAL_TO_CENT, List.of())
            .with(ScheduledDuties.of(schedule, TaricSchedule.key(schedule, day)));
    HsCode petrol = HsCode.of("8703231900");
    assertEquals("10%", text(book.on(day).stack(petrol, Country.of("US"))));
    assertEquals(
        "0%",
        text(
            book.on(day).stack(petrol, Country.of("JP"), DeclaredFacts.claiming("preference JP"))));
    assertEquals(
        "unknown",
        text(book.on(day).stack(HsCode.of("8703801000"), Country.of("CN"))),
        "a countervailing duty has no column");
  }
}
