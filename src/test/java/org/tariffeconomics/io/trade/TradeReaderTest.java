package org.tariffeconomics.io.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.report.Table;

/**
 * Small files made from the published descriptions of the columns; none is an extract of a real
 * file.
 */
class TradeReaderTest {

  private static final String BACI =
      """
      t,i,j,k,v,q
      2023,392,842,870323,41000.5,2100.25
      2023,251,757,10121,  1.250,           NA
      2023,490,842,854231,7,
      2023,899,842,854231,3,0
      """;

  private static final String COMTRADE =
      """
      typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,qtyUnitCode,qty,isQtyEstimated,netWgt,isNetWgtEstimated,cifvalue,fobvalue,primaryValue,isReported,isAggregate
      C,A,20230101,2023,52,2023,842,USA,M,392,0,H6,870323,C00,0,0,5,1400,False,2000,True,41000,,41000,1,0
      C,A,20230101,2023,52,2023,842,USA,M,0,0,H6,870323,C00,0,0,5,5000,False,7000,True,99000,,99000,1,0
      C,A,20230101,2023,52,2023,842,USA,M,392,0,H6,87,C00,0,0,-1,,False,2500,True,45000,,45000,0,1
      C,A,20230101,2023,52,2023,842,USA,M,392,0,H6,TOTAL,C00,0,0,-1,,False,,False,90000,,90000,0,1
      C,A,20230101,2023,52,2023,842,USA,M,392,0,H6,870323,C00,0,2100,5,1300,False,1900,True,40000,,40000,1,0
      C,A,20230101,2023,52,2023,842,USA,RM,392,0,H6,870323,C00,0,0,5,1,False,1,True,9,,9,1,0
      C,A,20230101,2023,52,2023,842,USA,X,392,0,H6,854231,C00,0,0,-1,,False,12,True,,500,500,1,0
      C,M,20230301,2023,3,202303,36,AUS,M,410,0,H6,870323,C00,0,0,5,10,True,20,False,,300,300,1,0
      """;

  @TempDir private Path folder;

  private final List<TradeRecord> taken = new ArrayList<>();

  private Path file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private Path file(String name, String text, Charset charset) {
    return bytes(name, text.getBytes(charset));
  }

  private Path bytes(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void baci_puts_lost_zeros_back_and_says_so() {
    Path file = file("BACI_HS17_Y2023_V202501.csv", BACI);
    PassSummary summary = TradeReader.baci(file).forEach(taken::add).orThrow();
    TradeRecord cars = taken.get(0);
    assertEquals(Country.of("JP"), cars.exporter().asCountry().orElseThrow());
    assertEquals(Country.of("US"), cars.importer().asCountry().orElseThrow());
    assertEquals(number("41000500"), cars.value().number());
    assertEquals("HS17", cars.nomenclature());
    assertEquals(2, cars.line());
    TradeRecord horses = taken.get(1);
    assertEquals(HsCode.of("0101.21"), horses.code().orElseThrow());
    assertEquals(Set.of(TradeMark.CODE_RESTORED), horses.marks());
    assertEquals(List.of("FR", "CH"), List.of("" + horses.exporter(), "" + horses.importer()));
    assertEquals(Map.of(TradeCodes.RESTORED, 1L), summary.repairs());
  }

  @Test
  void baci_keeps_codes_that_are_no_country_and_lists_them() {
    PassSummary summary = TradeReader.baci(file("b.csv", BACI)).forEach(taken::add);
    assertEquals("TW", taken.get(2).exporter().toString());
    assertEquals("'899'", taken.get(3).exporter().toString());
    assertEquals(Map.of("899", 1L), summary.otherParties());
  }

  @Test
  void blank_zero_and_not_available_quantities_are_three_things_and_nonsense_a_fourth() {
    String odd = BACI + "2023,392,842,870323,5,many\n";
    PassSummary summary = TradeReader.baci(file("b.csv", odd)).forEach(taken::add);
    assertEquals(ReportedNumber.NOT_AVAILABLE, taken.get(1).quantity());
    assertEquals(ReportedNumber.BLANK, taken.get(2).quantity());
    assertEquals(ReportedNumber.of(BigDecimal.ZERO), taken.get(3).quantity());
    assertEquals(ReportedNumber.UNREADABLE, taken.get(4).quantity());
    assertEquals("b.csv line 6, q 'many': is not a number", "" + summary.problems().get(0));
  }

  @Test
  void comtrade_leaves_out_rows_that_repeat_others_and_counts_them() {
    PassSummary summary =
        TradeReader.comtrade(file("c.csv", COMTRADE)).forEach(taken::add).orThrow();
    assertEquals(
        Map.of("world", 1L, "all products", 1L, "breakdown", 2L, "other level", 1L),
        summary.leftOut());
    assertEquals(3, summary.records());
    TradeRecord cars = taken.get(0);
    assertEquals(TradePeriod.ofYear(2023), cars.period());
    assertEquals(TradeValuation.CIF, cars.valuation());
    assertEquals("piece", cars.quantityUnit());
    TradeRecord chips = taken.get(1);
    assertEquals("US to JP 854231 2023: USD 500", chips.toString());
    assertEquals(TradeValuation.FOB, chips.valuation());
    assertEquals(Set.of(TradeMark.QUANTITY_ESTIMATED), chips.marks());
    assertEquals("kg", chips.quantityUnit());
    TradeRecord month = taken.get(2);
    assertEquals("2023-03", month.period().toString());
    assertEquals(TradeValuation.FOB, month.valuation());
  }

  /** The older tables say the flow in numbers: 1 import, 2 export, 3 re-export, 4 re-import. */
  @Test
  void comtrade_of_the_older_layouts_is_the_same_trade() {
    String table =
        """
        Classification,Year,Period,Trade Flow Code,Reporter Code,Partner Code,2nd Partner Code,\
        Customs Proc. Code,Mode of Transport Code,Commodity Code,Qty Unit Code,Qty,\
        Netweight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag
        H4,2016,2016,1,842,0,,,,870323,5,9,,2500,,,0
        H4,2016,2016,1,842,124,,,,870323,5,6,,1500,,,2
        H4,2016,201603,1,842,490,,,,870323,1,,70,1000,,900,4
        H4,2016,2016,4,842,124,,,,870323,5,1,,100,,,0
        H4,2016,2016,1,842,124,,,3,870323,5,1,,50,,,0
        H4,2016,2016,2,842,392,,,,870323,5,1,,77,,,0
        """;
    PassSummary summary =
        TradeReader.comtrade(file("old.csv", table)).forEach(taken::add).orThrow();
    assertEquals(Map.of("world", 1L, "breakdown", 2L), summary.leftOut());
    assertEquals(
        List.of(
            "CA to US 870323 2016: USD 1500",
            "TW to US 870323 2016-03: USD 1000",
            "US to JP 870323 2016: USD 77"),
        taken.stream().map(TradeRecord::toString).toList());
    assertEquals(Set.of(TradeMark.QUANTITY_ESTIMATED), taken.get(0).marks());
    assertEquals(Set.of(TradeMark.QUANTITY_ESTIMATED), taken.get(1).marks());
    assertEquals(TradeValuation.FOB, taken.get(1).valuation());
    String service =
        "pfCode,yr,period,rgCode,rtCode,ptCode,cmdCode,TradeValue\nH4,2016,2016,1,842,124,01,5\n";
    assertEquals(
        5.0,
        TradeReader.comtrade(file("service.csv", service))
            .importsOf(Country.of("US"), 2)
            .allPeriods()
            .total(Country.of("CA")));
  }

  /** SITC 78 is road vehicles, HS 78 lead; and one trade stands in two editions of the HS. */
  @Test
  void comtrade_of_several_classifications_is_not_added_up() {
    String head =
        "refYear,reporterCode,partnerCode,flowCode,classificationCode,cmdCode,primaryValue\n";
    Path sitc = file("s.csv", head + "2023,842,124,M,S4,780000,5\n2023,842,124,M,H6,780110,7\n");
    TradeReader.comtrade(sitc).withEveryRow().forEach(taken::add);
    assertTrue(taken.get(0).code().isEmpty());
    assertEquals(
        7.0, TradeReader.comtrade(sitc).importsOf(Country.of("US"), 6).allPeriods().total());
    Path both = file("b.csv", head + "2023,842,124,M,H5,780110,7\n2023,842,124,M,H6,780110,7\n");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> TradeReader.comtrade(both).importsOf(Country.of("US"), 6))
            .getMessage();
    assertTrue(message.contains("'H5' and 'H6'"), message);
  }

  @Test
  void comtrade_hands_every_row_on_when_asked_each_with_its_marks() {
    TradeReader.comtrade(file("c.csv", COMTRADE)).withEveryRow().forEach(taken::add);
    assertEquals(8, taken.size());
    assertEquals(Set.of(TradeMark.WORLD), taken.get(1).marks());
    assertEquals(
        Set.of(TradeMark.QUANTITY_ESTIMATED, TradeMark.NOT_REPORTED, TradeMark.OTHER_LEVEL),
        taken.get(2).marks());
    assertTrue(taken.get(3).marks().contains(TradeMark.ALL_PRODUCTS));
    assertTrue(taken.get(3).code().isEmpty());
    taken.clear();
    TradeReader.comtrade(file("c.csv", COMTRADE)).withDigits(2).forEach(taken::add);
    assertEquals(List.of("87"), taken.stream().map(TradeRecord::product).toList());
  }

  @Test
  void the_census_api_is_an_array_of_arrays_with_groups_among_the_countries() {
    String json =
        """
        [["I_COMMODITY","CTY_CODE","GEN_VAL_MO","CON_VAL_MO","DUT_VAL_MO","CAL_DUT_MO","time"],
        ["8703230190","5880","900","1000","1000","25","2025-03"],
        ["8703230190","0003","1","500","500","12","2025-03"],
        ["8703230190","-","2","9000","9000","250","2025-03"],
        ["0101210010","2010",4,3,0,0,"2025-03"],
        ["0101210010","2010","x","y",null,"0","2025-03"]]
        """;
    PassSummary summary = TradeReader.censusApi(file("a.json", json)).forEach(taken::add);
    assertEquals(Map.of("group", 1L, "world", 1L), summary.leftOut());
    TradeRecord cars = taken.get(0);
    assertEquals("JP to US 8703230190 2025-03: USD 1000", cars.toString());
    assertEquals(TradeValuation.CUSTOMS_CONSUMPTION, cars.valuation());
    assertEquals(number("25"), cars.duty().number());
    assertEquals("MX", taken.get(1).exporter().toString());
    assertTrue(taken.get(1).dutiable().isZero());
    assertEquals(1, summary.problemCount());
    assertEquals("a.json line 6, con_val_mo 'y': is not a number", "" + summary.problems().get(0));
  }

  @Test
  void json_that_is_no_array_of_arrays_is_a_problem() {
    for (String bad : List.of("{}", "", "[[\"I_COMMODITY\"", "[1,2]", "not json", "null")) {
      PassSummary summary = TradeReader.censusApi(file("bad.json", bad)).forEach(taken::add);
      assertTrue(summary.problemCount() > 0, bad);
    }
    assertEquals(List.of(), taken);
  }

  private static String detail(String hts, String country, String value, String dutiable) {
    return hts
        + country
        + "00000000"
        + "202602"
        + " ".repeat(45)
        + value
        + dutiable
        + "000000000000025";
  }

  @Test
  void the_census_import_detail_has_lines_of_fixed_width() {
    String lines =
        detail("8703230190", "5880", "000000000001000", "000000000000900") + "\nshort line\n";
    byte[] zip =
        zipped(
            Map.of(
                "IMP_DETL.TXT", lines.getBytes(StandardCharsets.US_ASCII),
                "COUNTRY.TXT", "5880 Japan".getBytes(StandardCharsets.US_ASCII)));
    PassSummary summary =
        TradeReader.censusImportDetail(bytes("IMDB2602.ZIP", zip)).forEach(taken::add);
    TradeRecord cars = taken.get(0);
    assertEquals("JP to US 8703230190 2026-02: USD 1000", cars.toString());
    assertEquals(number("900"), cars.dutiable().number());
    assertEquals(number("25"), cars.duty().number());
    assertEquals(Map.of("member COUNTRY.TXT", 1L), summary.leftOut());
    Problem problem = summary.problems().get(0);
    assertEquals("IMDB2602.ZIP/IMP_DETL.TXT", problem.file());
    assertEquals(2, problem.line());
  }

  @Test
  void data_web_columns_are_found_by_label_and_codes_before_their_text() {
    String csv =
        """
        Country,Commodity,District,Time,Customs  Value (Cons) ($US),Unnamed: 5
        South Africa,"0101210020 Horses, Live, Purebred Breeding Female (no)",All Districts,2024,"1,716,414",
        South Korea,8703230190 Cars,All Districts,2024,0,
        Korea,8703230190 Cars,"Los Angeles, CA",2024,5,
        Atlantis,8703230190 Cars,All Districts,2024,5,
        Japan,Cars,All Districts,2024,5,
        """;
    PassSummary summary = TradeReader.dataWeb(file("d.csv", csv)).forEach(taken::add);
    assertEquals("ZA to US 0101210020 2024: USD 1716414", taken.get(0).toString());
    assertEquals(TradeValuation.CUSTOMS_CONSUMPTION, taken.get(0).valuation());
    assertTrue(taken.get(1).value().isZero());
    assertEquals(Map.of("breakdown", 1L), summary.leftOut());
    assertEquals(Map.of("Atlantis", 1L), summary.otherParties());
    assertEquals(1, summary.problemCount());
    assertEquals("commodity", summary.problems().get(0).column());
  }

  @Test
  void archives_are_read_without_unpacking_and_other_members_are_counted() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write(BACI.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        4, TradeReader.baci(bytes("b.csv.gz", gz.toByteArray())).forEach(r -> {}).records());
    byte[] inner = zipped(Map.of("BACI_HS92_Y1995.csv", BACI.getBytes(StandardCharsets.UTF_8)));
    byte[] codes = "country_code,country_name\n4,Afghanistan\n".getBytes(StandardCharsets.UTF_8);
    Path zip =
        bytes("b.zip", zipped(Map.of("inner.zip", inner, "codes.csv", codes, "Readme.pdf", codes)));
    PassSummary summary = TradeReader.baci(zip).forEach(taken::add).orThrow();
    assertEquals(4, taken.size());
    assertEquals("b.zip/inner.zip/BACI_HS92_Y1995.csv", taken.get(0).file());
    assertEquals(
        Set.of("member Readme.pdf", "member b.zip/codes.csv without t,i,j,k,v"),
        summary.leftOut().keySet());
  }

  @Test
  void bad_rows_are_listed_with_their_place_and_good_ones_survive() {
    String bad =
        BACI
            + "3025,392,842,870323,1,1\n"
            + "2023,392,842,1.23E+05,1,1\n"
            + "2023,392,842,1012,1,1\n"
            + "2023,392,842,870323,-5,1\n"
            + "2023,392,842\n"
            + "2023,392,842,870323,1,1,7\n"
            + "2023,392,842,870323,2,1\n";
    PassSummary summary = TradeReader.baci(file("b.csv", bad)).forEach(taken::add);
    assertEquals(5, taken.size());
    List<String> problems = summary.problems().stream().map(Problem::toString).toList();
    assertEquals(
        List.of(
            "b.csv line 6, t '3025': year must lie in 1900 to 2100, but was 3025",
            "b.csv line 7, k '1.23E+05': An HS code must consist of digits and dots, but was"
                + " '1.23E+05' (a spreadsheet has turned it into a number)",
            "b.csv line 8, k '1012': the code must have 6 digits",
            "b.csv line 9, v '-5': must not be negative"),
        problems.subList(0, 4));
    assertEquals(10, summary.problems().get(4).line());
    assertTrue(problems.get(5).contains("7 cells and the header 6"), problems.get(5));
  }

  @Test
  void only_the_first_problems_are_kept_and_all_are_counted() {
    String bad = BACI + "x,392,842,870323,1,1\n".repeat(50);
    PassSummary summary =
        TradeReader.baci(file("b.csv", bad)).withMostProblems(3).forEach(taken::add);
    assertEquals(50, summary.problemCount());
    assertEquals(3, summary.problems().size());
    assertThrows(IllegalArgumentException.class, summary::orThrow);
    assertEquals("4 records, 1 repairs, 0 left out, 50 problems", summary.toString());
    assertEquals(50, summary.table().number(summary.table().rows().size() - 1, "rows").intValue());
  }

  @Test
  void a_wrong_header_an_empty_file_and_another_encoding_are_problems() {
    String wrong = "year,from,to,product,value\n2023,392,842,870323,1\n";
    PassSummary summary = TradeReader.baci(file("w.csv", wrong)).forEach(taken::add);
    assertEquals("t,i,j,k,v", summary.problems().get(0).column());
    assertEquals(1, TradeReader.baci(file("e.csv", "")).forEach(taken::add).problemCount());
    assertEquals(0, taken.size());
    String latin = "t;i;j;k;v;q;name\n2023;392;842;870323;1;1;Türkei\n2023;392;842;870323;2;1;a\n";
    summary =
        TradeReader.baci(file("l.csv", latin, StandardCharsets.ISO_8859_1)).forEach(taken::add);
    assertEquals(2, taken.size());
    assertEquals(2, summary.problems().get(0).line());
    assertTrue(summary.problems().get(0).message().contains("UTF-8"));
    taken.clear();
    TradeReader.baci(file("u.csv", BACI, StandardCharsets.UTF_16)).forEach(taken::add).orThrow();
    TradeReader.baci(file("bom.csv", "\uFEFF" + BACI)).forEach(taken::add).orThrow();
    assertEquals(8, taken.size());
  }

  /** Which of the two holds the values is not known. */
  @Test
  void a_column_that_stands_twice_is_refused_where_it_is_read() {
    String values = "t,i,j,k,v,q,v\n2023,392,842,870323,41000.5,2100.25,5\n";
    PassSummary twice = TradeReader.baci(file("t.csv", values)).forEach(taken::add);
    assertEquals(List.of(), taken);
    assertTrue(twice.problems().toString().contains("the column appears twice"), twice::toString);
    String remarks = "t,i,j,k,v,q,note,note\n2023,392,842,870323,41000.5,2100.25,a,b\n";
    TradeReader.baci(file("u.csv", remarks)).forEach(taken::add).orThrow();
    assertEquals(1, taken.size(), "columns that are not read may stand twice");
  }

  @Test
  void a_second_row_of_the_same_trade_is_found_when_asked() {
    String twice = BACI + "2023,392,842,870323,41000.5,2100.25\n";
    Path file = file("b.csv", twice);
    assertEquals(5, TradeReader.baci(file).forEach(r -> {}).records());
    PassSummary summary = TradeReader.baci(file).withDuplicatesRefused().forEach(taken::add);
    assertEquals(4, summary.records());
    assertTrue(summary.problems().get(0).message().contains("earlier row"));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    TradeReader missing = TradeReader.baci(folder.resolve("missing.csv"));
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> missing.forEach(taken::add));
    assertTrue(e.getMessage().contains("missing.csv"), e.getMessage());
  }

  @Test
  void imports_are_added_up_by_line_origin_and_period_in_one_pass() {
    String more =
        BACI
            + "2022,392,842,870323,1,1\n"
            + "2023,392,842,870324,2,1\n"
            + "2023,392,842,870325,,1\n"
            + "2023,392,842,870325,NA,1\n";
    ImportTotals totals = TradeReader.baci(file("b.csv", more)).importsOf(Country.of("US"), 4);
    assertEquals("[2022, 2023]", totals.periods().toString());
    TradeWeights year = totals.in(TradePeriod.ofYear(2023));
    // 41,000.5 and 2 thousand dollars of cars.
    assertEquals(41_002_500, year.value(HsCode.of("8703"), Country.of("JP")));
    assertEquals(7_000, year.total(Country.of("TW")));
    assertEquals("imports of US 2023, USD FOB", year.label());
    Table matrix = totals.byOriginAndPeriod();
    assertEquals("JP", matrix.cell(0, "origin").text());
    assertEquals(1_000, matrix.number(0, "2022").intValueExact());
    // two rows of 2023 have no value: 41,002,500 is the least that it can be
    assertEquals("unknown", matrix.cell(0, "2023").text());
    assertTrue(matrix.cell(0, "2023").note().startsWith("at least 41,002,500: 2 rows"));
    assertEquals("unknown", matrix.cell(1, "2022").text());
    assertEquals("no row of 2022 in the file", matrix.cell(1, "2022").note());
    assertTrue(matrix.caption().get(0).contains("unknown"));
    assertEquals(41_010_500, totals.allPeriods().total());
    assertEquals(
        Map.of(
            "another market", 1L,
            "origin that is no country", 1L,
            "value blank", 1L,
            "value not available", 1L),
        totals.summary().leftOut());
    assertEquals(4, totals.summary().records());
    assertThrows(IllegalArgumentException.class, () -> totals.in(TradePeriod.ofYear(2020)));
    assertEquals(2, totals.table().rows().size());
  }

  @Test
  void two_valuations_are_not_added_up() {
    String mixed = COMTRADE.replace(",36,AUS,M,410", ",842,USA,M,410");
    TradeReader reader = TradeReader.comtrade(file("c.csv", mixed));
    String message =
        assertThrows(IllegalArgumentException.class, () -> reader.importsOf(Country.of("US"), 6))
            .getMessage();
    assertTrue(message.contains("one currency and valuation"), message);
  }

  private static final String MONTHS_AND_YEAR = monthsAndYear();

  /** A year of 1200 and its twelve months of 100 each: the same trade, twice. */
  private static String monthsAndYear() {
    StringBuilder rows = new StringBuilder(FlowCsvTest.HEADER).append("US,JP,8703,2023,1200,,\n");
    for (int month = 1; month <= 12; month++) {
      rows.append(String.format(Locale.ROOT, "US,JP,8703,2023-%02d,100,,%n", month));
    }
    return rows.toString();
  }

  @Test
  void a_year_and_its_months_are_not_added_up() {
    ImportTotals totals =
        TradeReader.flows(file("f.csv", MONTHS_AND_YEAR)).importsOf(Country.of("US"), 4);
    assertEquals(1200, totals.in(TradePeriod.ofYear(2023)).total());
    assertEquals(100, totals.in(new TradePeriod(2023, 7)).total());
    String message = assertThrows(IllegalArgumentException.class, totals::allPeriods).getMessage();
    assertTrue(message.contains("8703 from JP in 2023 and in 2023-01"), message);
    TradeReader reader = TradeReader.flows(file("f.csv", MONTHS_AND_YEAR));
    assertThrows(IllegalArgumentException.class, () -> reader.weightsOf(Country.of("US")));
  }

  @Test
  void months_of_one_flow_and_the_year_of_another_add_up() {
    String rows =
        FlowCsvTest.HEADER
            + "US,JP,8703,2023,1200,,\nUS,KR,8703,2023-01,100,,\nUS,KR,8703,2023-02,50,,\n"
            + "US,JP,8703,2024-01,7,,\n";
    assertEquals(
        1357,
        TradeReader.flows(file("f.csv", rows)).importsOf(Country.of("US"), 4).allPeriods().total());
  }

  /** February counts January too: 100, then 100 + 120. */
  @Test
  void the_year_to_date_at_two_months_is_not_added_up() {
    String json =
        """
        [["I_COMMODITY","CTY_CODE","GEN_VAL_YR","time"],
        ["8703230190","5880","100","2025-01"],
        ["8703230190","5880","220","2025-02"]]
        """;
    ImportTotals totals =
        TradeReader.censusApi(file("a.json", json)).importsOf(Country.of("US"), 4);
    assertEquals(220, totals.in(new TradePeriod(2025, 2)).total());
    assertThrows(IllegalArgumentException.class, totals::allPeriods);
  }

  @Test
  void a_row_without_a_value_is_unknown_in_the_matrix_and_never_zero() {
    ImportTotals totals =
        TradeReader.baci(file("b.csv", "t,i,j,k,v,q\n2023,392,842,870323,NA,1\n"))
            .importsOf(Country.of("US"), 6);
    assertEquals("unknown", totals.byOriginAndPeriod().cell(0, "2023").text());
    assertEquals(
        "1 rows of 2023 without a value", totals.byOriginAndPeriod().cell(0, "2023").note());
  }

  @Test
  void archives_in_archives_have_a_depth_also_when_they_are_gzipped() throws IOException {
    byte[] layer = BACI.getBytes(StandardCharsets.UTF_8);
    for (int depth = 1; depth <= 2000; depth++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(layer);
      }
      layer = out.toByteArray();
      if (depth == 3 || depth == 4 || depth == 2000) {
        PassSummary summary = TradeReader.baci(bytes("b.gz", layer)).forEach(taken::add);
        assertEquals(depth == 3 ? 4 : 0, summary.records(), "depth " + depth);
        assertEquals(depth == 3 ? 0 : 1, summary.problemCount());
      }
    }
  }

  @Test
  void a_line_without_an_end_is_a_problem_and_the_lines_behind_it_are_read() {
    String good = detail("8703230190", "5880", "000000000001000", "000000000000900");
    Path file = file("IMP_DETL.TXT", good + "\n" + "0".repeat(3_000_000) + "\n" + good + "\n");
    PassSummary summary = TradeReader.censusImportDetail(file).forEach(taken::add);
    assertEquals(2, taken.size());
    assertEquals(3, taken.get(1).line());
    assertTrue(
        summary.problems().get(0).message().contains("10000 places, but had 3000000"),
        summary.problems()::toString);
    assertTrue(summary.problems().get(0).text().length() < 100);
  }

  /** Old archives hold names in the code page of their maker's computer. */
  @Test
  void names_of_members_may_be_in_any_encoding() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out, charset)) {
        zip.putNextEntry(new ZipEntry("Länder.csv"));
        zip.write(BACI.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      taken.clear();
      TradeReader.baci(bytes("b.zip", out.toByteArray())).forEach(taken::add).orThrow();
      assertEquals("b.zip/Länder.csv", taken.get(0).file());
      assertEquals(4, taken.size());
    }
  }

  @Test
  void names_without_end_are_counted_and_not_kept() {
    StringBuilder rows = new StringBuilder("t,i,j,k,v,q\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("2023,A").append(i).append(",842,870323,1,1\n");
    }
    PassSummary summary = TradeReader.baci(file("b.csv", rows.toString())).forEach(r -> {});
    assertEquals(3_000, summary.records());
    assertEquals(1_001, summary.otherParties().size());
    assertEquals(3_000, summary.otherParties().values().stream().mapToLong(n -> n).sum());
  }
}
