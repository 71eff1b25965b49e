package org.tariffeconomics.io.japan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.ScheduleCoverage;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Japan's whole tariff of 9 July 2026 as JSON by chapter: every line counted, sixty lines compared
 * with what was read by hand in the file. Skipped where the files are not at hand.
 */
class JapanTariffJsonTest {

  private static final Path FOLDER = Path.of("../shared/data/japan");
  private static final Map<String, String> SYMBOLS = symbols();
  private static Reading<TariffSchedule> reading;

  private static Map<String, String> symbols() {
    Map<String, String> symbols = new LinkedHashMap<>();
    symbols.put("gsp", "GS");
    symbols.put("ldc", "LD");
    symbols.put("singapore", "SG");
    symbols.put("mexico", "MX");
    symbols.put("malaysia", "MY");
    symbols.put("chile", "CL");
    symbols.put("thailand", "TH");
    symbols.put("indonesia", "ID");
    symbols.put("brunei", "BN");
    symbols.put("asean", "AS");
    symbols.put("philippines", "PH");
    symbols.put("switzerland", "CH");
    symbols.put("vietnam", "VN");
    symbols.put("india", "IN");
    symbols.put("peru", "PE");
    symbols.put("australia", "AU");
    symbols.put("mongolia", "MN");
    symbols.put("cptpp", "CP");
    symbols.put("eu", "EU");
    symbols.put("uk", "GB");
    symbols.put("rcep", "RA");
    symbols.put("china", "RC");
    symbols.put("korea", "RK");
    symbols.put("us", "US");
    return symbols;
  }

  @BeforeAll
  static void read() {
    if (Files.isDirectory(FOLDER)) {
      reading = JapanTariffJson.readFolder("Japan 2026-07-09", FOLDER);
    } else {
      System.out.println("skipped: no ../shared/data/japan here, Japan's tariff is not read");
    }
  }

  private static TariffSchedule schedule() {
    assumeTrue(reading != null, "the files of Japan's tariff are not here");
    return reading.value();
  }

  @Test
  void every_leaf_of_the_files_is_a_line() {
    // 9,959 leaves: 9,653 with a code, of which 8 codes stand twice, with a season each
    assertEquals(9653 - 8, schedule().lines().size());
    assertEquals(
        0, reading.count(Severity.ERROR), () -> reading.problems(Severity.ERROR).toString());
  }

  @Test
  void all_but_a_few_texts_are_understood() {
    ScheduleCoverage coverage = schedule().coverage();
    ScheduleCoverage.Column general = coverage.columns().get(0);
    assertEquals(0, general.blank());
    long unsupported = general.own().get(RateKind.UNSUPPORTED);
    assertTrue(unsupported <= 45, "ranges and lactose: " + general.unsupported());
    general
        .unsupported()
        .keySet()
        .forEach(text -> assertTrue(text.contains("〜") || text.contains("乳糖"), text));
    assertTrue(coverage.columns().get(2).unsupported().size() <= 6, coverage::toString);
  }

  @Test
  void sixty_lines_are_as_they_were_read_by_hand() {
    assertEquals(JapanColumns.symbols().size(), SYMBOLS.size(), "all columns of agreements");
    int lines = 0;
    for (Row row : vectors().rows()) {
      ScheduleLine line = schedule().line(HsCode.of(row.cell("code"))).orElseThrow();
      assertRate(row.cell("code"), row.cell("applies"), line.general().orElseThrow().rate());
      assertRate(
          row.cell("code") + " national", row.cell("national"), line.other().orElseThrow().rate());
      SYMBOLS.forEach((column, symbol) -> assertAgreement(row, column, symbol, line));
      lines++;
    }
    assertEquals(60, lines);
  }

  private static CsvFile vectors() {
    Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                JapanTariffJsonTest.class.getResourceAsStream("lines-2026-07-09.csv")),
            StandardCharsets.UTF_8);
    return CsvFile.read("lines", in, Set.of("code", "applies"), List.of());
  }

  private static void assertAgreement(Row row, String column, String symbol, ScheduleLine line) {
    List<DutyRate> rates = new ArrayList<>();
    line.special()
        .ifPresent(
            cell ->
                cell.groups().stream()
                    .filter(g -> g.programmes().contains(symbol))
                    .map(SpecialRate::rate)
                    .forEach(rates::add));
    String expected = row.cell(column);
    String where = row.cell("code") + " " + column;
    assertEquals(expected.isEmpty() ? 0 : 1, rates.size(), where);
    if (!expected.isEmpty()) {
      assertRate(where, expected, rates.get(0));
    }
  }

  private static void assertRate(String where, String expected, DutyRate rate) {
    if (expected.equals("?")) {
      assertTrue(rate instanceof DutyRate.Unsupported, where + " " + rate);
    } else {
      assertEquals(DutyRate.of(expected), rate, where);
    }
  }

  @Test
  void the_schedule_is_the_law_of_a_book() {
    TariffBook book =
        TariffBook.of(
                "JP",
                CurrencyUnit.JPY,
                RoundingPolicy.parse("each duty to 0 decimals, HALF_UP"),
                List.of())
            .with(ScheduledDuties.of(schedule(), JapanColumns.key(LocalDate.of(2026, 7, 9))));
    assertEquals(
        "JPY 2080000",
        book.on("2026-07-09")
            .stack(HsCode.of("0202.30.010"), Country.of("US"), DeclaredFacts.claiming("USJTA"))
            .assess(Money.parse("JPY 10000000"))
            .dutyOrThrow()
            .toString());
    assertEquals(
        "JPY 2410000",
        book.on("2026-07-09")
            .stack(
                HsCode.of("0202.30.010"),
                Country.of("AU"),
                DeclaredFacts.claiming("Japan-Australia EPA"))
            .assess(Money.parse("JPY 10000000"))
            .dutyOrThrow()
            .toString(),
        "24.1 %");
    assertEquals(
        "JPY 320000",
        book.on("2026-12-01")
            .stack(HsCode.of("0805.10.000"), Country.of("ZA"))
            .assess(Money.parse("JPY 1000000"))
            .dutyOrThrow()
            .toString(),
        "oranges in winter, 32 %");
    assertTrue(
        book.on("2026-07-09")
            .stack(HsCode.of("1006.30.090"), Country.of("US"))
            .assess(Money.parse("JPY 1000000"), Quantity.parse("1000 kg"))
            .duty()
            .isEmpty(),
        "the levy of the state trading body is not in the file");
  }

  private static Reading<TariffSchedule> of(String json) {
    return JapanTariffJson.read("j_00.json", new StringReader(json));
  }

  @Test
  void a_damaged_file_is_told_and_never_throws() {
    for (String text : List.of("", "{", "[]", "{}", "[1]", "[{\"level\": 0}]", "nonsense")) {
      Reading<TariffSchedule> damaged = of(text);
      assertTrue(damaged.hasErrors(), text);
    }
  }

  @Test
  void two_lines_of_one_code_without_a_season_are_an_error_and_not_known() {
    Reading<TariffSchedule> twice =
        of(
            "[{\"level\":0,\"stat_code\":\"8703.23\",\"hs_code\":\"000\",\"desc\":\"a\","
                + "\"rate\":{\"基本\":\"無税\"},\"children\":[]},"
                + "{\"level\":0,\"stat_code\":\"8703.23\",\"hs_code\":\"000\",\"desc\":\"b\","
                + "\"rate\":{\"基本\":\"3%\"},\"children\":[]}]");
    assertTrue(twice.hasErrors());
    assertTrue(
        twice.value().line(HsCode.of("8703.23.000")).orElseThrow().general().orElseThrow().rate()
            instanceof DutyRate.ByReference);
  }

  @Test
  void an_unknown_column_is_noted_and_its_cell_kept() {
    Reading<TariffSchedule> more =
        of(
            "[{\"level\":0,\"stat_code\":\"8703.23\",\"hs_code\":\"000\",\"desc\":\"a\","
                + "\"rate\":{\"基本\":\"５％\",\"EPA_火星\":\"無税\"},\"children\":[]}]");
    assertFalse(more.hasErrors());
    assertEquals("EPA_火星", more.problems(Severity.NOTE).get(0).text());
    ScheduleLine line = more.value().line(HsCode.of("870323000")).orElseThrow();
    assertEquals("5%", line.general().orElseThrow().rate().toString());
    assertEquals(2, line.row().footnotes().size());
  }

  @Test
  void a_blank_cell_takes_the_text_above_column_by_column() {
    Reading<TariffSchedule> tree =
        of(
            "[{\"level\":0,\"stat_code\":\"87.03\",\"hs_code\":\"\",\"desc\":\"cars\","
                + "\"rate\":{\"基本\":\"6%\",\"WTO協定\":\"4%\"},\"children\":["
                + "{\"level\":1,\"stat_code\":\"8703.23\",\"hs_code\":\"000\",\"desc\":\"a\","
                + "\"rate\":{\"基本\":\"\",\"WTO協定\":\"(8%)\"},\"children\":[]},"
                + "{\"level\":1,\"stat_code\":\"8703.24\",\"hs_code\":\"000\",\"desc\":\"b\","
                + "\"rate\":{\"基本\":\"\",\"WTO協定\":\"\"},\"children\":[]}]}]");
    assertEquals("6%", general(tree, "8703.23.000"), "an amount in brackets does not apply");
    assertEquals("4%", general(tree, "8703.24.000"));
  }

  private static String general(Reading<TariffSchedule> reading, String code) {
    return reading
        .value()
        .line(HsCode.of(code))
        .orElseThrow()
        .general()
        .orElseThrow()
        .rate()
        .toString();
  }
}
