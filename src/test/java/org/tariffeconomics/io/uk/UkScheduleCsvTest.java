package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/** Files made for the test in the layouts of the short schedules. */
class UkScheduleCsvTest {

  private static MeasureReading read(String text) {
    return UkScheduleCsv.read("made.csv", new StringReader(text));
  }

  @Test
  void the_columns_of_a_duty_are_one_expression() {
    MeasureReading reading =
        read(
            "Commodity,Ad Valorem,Specific,Min\n"
                + "0201100000,,12.8 % + 176.8 EUR/100 kg,\n"
                + "0702000000,10.4 %,,1.3 EUR DTN\n"
                + "8703100000,10 %,,\n"
                + "0703100000,,,\n");
    assertEquals(
        List.of(
            DutyRate.parse("12.8 % + 176.8 EUR DTN"),
            DutyRate.parse("10.4 % MIN 1.3 EUR/100 kg"),
            DutyRate.percent("10")),
        reading.measures().stream().map(TariffMeasure::rate).limit(3).toList());
    assertEquals("0703.10.00.00", reading.measures().get(3).products().toString());
    assertTrue(reading.measures().get(3).rate() instanceof DutyRate.Unsupported);
    assertEquals(1, reading.problems().size(), reading.problems()::toString);
    assertTrue(reading.problems().get(0).message().contains("no duty"));
  }

  @Test
  void a_lost_zero_is_restored_and_noted_or_refused() {
    MeasureReading reading =
        read("Commodity,Ad Valorem,Specific,Min\n2011000,5 %,,\n201100000,5 %,,\n");
    assertEquals("0201.10.00", reading.measures().get(0).products().toString());
    assertEquals("*", reading.measures().get(1).products().toString(), "it may be any goods");
    assertTrue(reading.problems().get(0).message().contains("02011000"));
    assertTrue(reading.problems().get(1).message().contains("is not clear"));
  }

  /** A heading has the code of its first line and is none. */
  @Test
  void the_column_of_the_goods_has_several_names() {
    MeasureReading reading =
        read(
            "goods_nomenclature_item_id,producline_suffix,Ad Valorem,Specific,Min\n"
                + "0101210000,10,99 %,,\n0101210000,80,5 %,,\n");
    assertEquals(DutyRate.percent("5"), reading.orThrow().get(0).rate());
    assertEquals(1, reading.measures().size());
    assertEquals(
        DutyRate.percent("5"),
        read("Goods code,Ad Valorem,Specific,Min\n0101210000,5 %,,\n").orThrow().get(0).rate());
  }

  @Test
  void measures_by_area() {
    MeasureReading reading =
        read(
            "Commodity,Regulation ID,Geographical area,Measure type,Ad valorem,Specific,Ceiling,"
                + "Minimum,Specific 2,Date from,Date to\n"
                + "0302110000,R1900280,NO,142,5 %,,0.5 EUR/kg,,,2021-01-01,2021-12-31\n"
                + "0302110000,R1900280,NO,143,0 %,,,,,2021-01-01,2021-12-31\n"
                + "0302110000,R1900280,2020,142,0 %,,,,,,\n"
                + "0302110000,R1900280,IS,142,5 %,,9 %,,1 EUR/kg,,\n");
    TariffMeasure first = reading.measures().get(0);
    assertEquals("preference NO", first.programme());
    assertEquals(DutyRate.parse("min(5%, 0.5 EUR/kg)"), first.rate());
    assertEquals("2021-01-01/2022-01-01", first.inForce().toString());
    assertEquals(3, reading.problems().size(), reading.problems()::toString);
    assertTrue(reading.problems().get(0).message().contains("order number"));
    assertEquals(
        List.of("NO", "NO", "*", "IS"),
        reading.measures().stream().map(m -> m.origins().toString()).toList());
    assertTrue(
        reading.measures().stream()
            .skip(1)
            .allMatch(m -> m.rate() instanceof DutyRate.Unsupported));
    assertTrue(reading.measures().stream().allMatch(m -> m.rule() == Rule.PREFERENCE));
  }

  /** Numbers without a sign: percent by the column, unless most of them may be fractions. */
  @Test
  void numbers_of_the_ad_valorem_column_are_percent() {
    String header = "Commodity,Ad Valorem,Specific,Min\n";
    MeasureReading percent = read(header + "0207269100,6.4,,\n0303892100,0,,\n0303892200,0.5,,\n");
    assertEquals(
        List.of(DutyRate.percent("6.4"), new DutyRate.Free(), DutyRate.percent("0.5")),
        percent.measures().stream().map(TariffMeasure::rate).toList());
    assertTrue(percent.problems().stream().noneMatch(Problem::isError));
    assertEquals(3, percent.problems().size());
    MeasureReading fractions = read(header + "0207269100,0.064,,\n0303892100,0,,\n");
    assertTrue(fractions.measures().get(0).rate() instanceof DutyRate.Unsupported);
    MeasureReading high = read(header + "0207269100,0.064,,\n0303892100,0.1,,\n0303892200,1.2,,\n");
    assertTrue(
        high.measures().stream().allMatch(m -> m.rate() instanceof DutyRate.Unsupported),
        "1.2 may be 120 %");
    assertTrue(
        read(header + "0207269100,,6.4,\n").measures().get(0).rate()
            instanceof DutyRate.Unsupported);
  }

  @Test
  void the_misaligned_header_of_seasons_is_noted_and_cells_are_read_by_position() {
    MeasureReading reading =
        read(
            "commodity,season1start,season1end,season2duty,season2start,season2end,season3duty\n"
                + "0704100000,Jan-01,Apr-14,9.600 % MIN 1.100 EUR DTN ,Apr-15,Dec-31,13.6 %\n"
                + "0805100000,Jun-16,Feb-14,13.6 MIN 1.6 EUR DTN,,,\n"
                + "0806100000,16.6.,Feb-14,13.6 %,,,\n");
    assertEquals(
        DutyRate.parse("9.600 % MIN 1.100 EUR DTN (01 JAN - 14 APR); 13.6 % (15 APR - 31 DEC)"),
        reading.measures().get(0).rate());
    assertEquals(3, reading.measures().size());
    assertTrue(
        reading.measures().stream()
            .skip(1)
            .allMatch(m -> m.rate() instanceof DutyRate.Unsupported));
    String first = reading.problems().get(0).toString();
    assertTrue(first.contains("season2duty") && first.contains("season1duty"), first);
    assertTrue(
        reading.problems().stream().anyMatch(p -> p.message().contains("Jan-01")),
        reading.problems()::toString);
  }

  @Test
  void a_header_that_fits_is_not_noted() {
    MeasureReading reading =
        read("commodity,season1start,season1end,season1duty\n0704100000,Jan-01,Dec-31,9.6 %\n");
    assertTrue(
        reading.problems().stream().noneMatch(p -> p.message().contains("header")),
        reading.problems()::toString);
  }

  @Property(tries = 200)
  void no_text_makes_the_reader_throw(@ForAll String text) {
    assertDoesNotThrow(() -> read(text).table());
    assertDoesNotThrow(() -> read("Commodity,Ad Valorem,Specific,Min\n" + text).table());
    assertDoesNotThrow(
        () -> read("commodity,season1start,season1end,season1duty\n" + text).table());
  }
}
