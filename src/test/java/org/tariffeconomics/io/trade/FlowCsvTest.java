package org.tariffeconomics.io.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.ReportedNumber;

class FlowCsvTest {

  static final String HEADER = "importer,exporter,product,period,value,quantity,unit\n";

  @TempDir private Path folder;

  private static Reading<List<TradeRecord>> read(String text) {
    return FlowCsv.read("f.csv", new StringReader(text));
  }

  private static Reading<List<TradeRecord>> rows(String... rows) {
    return read(HEADER + String.join("\n", rows));
  }

  @Test
  void the_template_reads_back() throws IOException {
    TradeRecord example = read(FlowCsv.template()).orThrow().get(0);
    assertEquals("JP to US 870323 2024: USD 1250000", example.toString());
    assertEquals(new BigDecimal("31250"), example.duty().number());
    Path file = Files.writeString(folder.resolve("f.csv"), FlowCsv.template());
    assertEquals(List.of(example), FlowCsv.read(file).orThrow());
  }

  @Test
  void blank_cells_have_their_meaning() {
    TradeRecord flow = rows("us,KOR,8703,2024-03,,,").orThrow().get(0);
    assertEquals(ReportedNumber.BLANK, flow.value());
    assertEquals("USD", flow.currency());
    assertEquals(TradeValuation.UNSTATED, flow.valuation());
    assertEquals(TradeDirection.IMPORT, flow.direction());
    assertEquals(Country.of("KR"), flow.exporter().country());
    assertEquals(3, flow.period().month().orElseThrow());
  }

  @Test
  void an_unknown_unit_leaves_the_value_and_takes_the_quantity() {
    Reading<List<TradeRecord>> reading = rows("US,KR,8703,2024,100,5,bushels of cars");
    assertEquals(ReportedNumber.UNREADABLE, reading.value().get(0).quantity());
    assertEquals(new BigDecimal("100"), reading.value().get(0).value().number());
    assertEquals("unit", reading.problems().get(0).column());
  }

  @Test
  void bad_rows_are_listed_and_good_ones_survive() {
    Reading<List<TradeRecord>> reading =
        rows(
            "US,KR,8703,2024,100,,",
            "US,KR,8703,2024,200,,",
            "US,KR,8051000,2024,1,,",
            "US,KR,1.23E+05,2024,1,,",
            "US,KR,8704,3025,1,,",
            "US,KR,8705,2024-13,1,,",
            "US,KR,8706,24,1,,",
            "US,KR,8707,2024,cheap,,",
            ",KR,8708,2024,1,,",
            "US,KR,8709,2024",
            "US,KR,8710,2024,1,000,kg,x",
            "US,EU,8711,2024,\"1,000\",,");
    assertEquals(3, reading.value().size(), reading.problems().toString());
    assertEquals(
        List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 12L),
        reading.problems(Severity.ERROR).stream().map(Problem::line).toList());
    assertTrue(reading.problems().get(0).message().contains("earlier row"));
    assertEquals(ReportedNumber.BLANK, reading.value().get(1).value());
    assertEquals(new BigDecimal("1000"), reading.value().get(2).value().number());
    assertEquals("EU", reading.problems(Severity.NOTE).get(0).text());
    assertEquals("3 rows, 9 errors, 1 note", reading.toString());
    assertEquals(10, reading.table().rows().size());
    assertThrows(IllegalArgumentException.class, reading::orThrow);
  }

  @Provide
  Arbitrary<TradeRecord> flows() {
    Arbitrary<TradeParty> parties =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of(Country.all()).map(TradeParty::of)),
            Tuple.of(1, Arbitraries.of("899", "W\"x,y").map(code -> new TradeParty(code, null))));
    Arbitrary<ReportedNumber> numbers =
        Arbitraries.frequencyOf(
            Tuple.of(
                8,
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, new BigDecimal("1e15"))
                    .map(ReportedNumber::of)),
            Tuple.of(1, Arbitraries.just(ReportedNumber.BLANK)),
            Tuple.of(1, Arbitraries.just(ReportedNumber.NOT_AVAILABLE)));
    Arbitrary<TradePeriod> periods =
        Combinators.combine(
                Arbitraries.integers().between(1900, 2100), Arbitraries.integers().between(0, 12))
            .as(TradePeriod::new);
    Arbitrary<HsCode> codes =
        Arbitraries.longs()
            .between(100000, 9999999999L)
            .filter(n -> Long.toString(n).length() != 7)
            .map(n -> HsCode.of(Long.toString(n)));
    return Combinators.combine(
            Combinators.combine(parties, parties, codes, periods).as(Sides::new),
            numbers,
            numbers,
            numbers,
            Arbitraries.of(TradeValuation.values()),
            Arbitraries.of(TradeDirection.values()),
            Arbitraries.of("kg", "piece", "liter", ""),
            Arbitraries.of(TradeMark.values()).set().ofMaxSize(3))
        .as(
            (sides, value, quantity, duty, valuation, direction, unit, marks) ->
                new TradeRecord(
                    "f.csv",
                    2,
                    direction,
                    sides.importer(),
                    sides.exporter(),
                    sides.code().digits(),
                    sides.code(),
                    "HS2022",
                    sides.period(),
                    value,
                    "EUR",
                    valuation,
                    ReportedNumber.BLANK,
                    duty,
                    quantity,
                    unit,
                    marks));
  }

  record Sides(TradeParty importer, TradeParty exporter, HsCode code, TradePeriod period) {}

  @Property(tries = 300)
  void what_is_written_reads_back(@ForAll("flows") TradeRecord flow) {
    assertEquals(List.of(flow), read(FlowCsv.write(List.of(flow))).orThrow());
  }

  @Property(tries = 300)
  void no_text_makes_the_reader_throw(@ForAll String text) {
    read(text);
    Reading<List<TradeRecord>> reading = read(FlowCsv.template() + text);
    assertTrue(reading.value().size() >= 1 || !reading.problems().isEmpty());
  }
}
