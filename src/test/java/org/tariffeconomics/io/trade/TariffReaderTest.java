package org.tariffeconomics.io.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ReportedNumber;

/** Small files made from the descriptions of the columns; none is an extract of a real file. */
class TariffReaderTest {

  private static final String AVE_MFN =
      """
      NomenCode,Reporter_ISO_N,Year,ProductCode,Sum_Of_Rates,Min_Rate,Max_Rate,SimpleAverage,Nbr_NA_Lines,Nbr_Free_Lines,Nbr_AVE_Lines,Nbr_Dutiable_Lines,TotalNoOfValidLines,TotalNoOfLines,EstCode
      H5,032,2020,870323,70,35,35,35,0,0,0,2,2,2,U2
      H5,032,2020,10121,0,0,0,0,0,1,0,0,1,1,U2
      H5,032,2020,040210,0,0,0,0,3,0,0,0,0,3,U2
      H5,032,2020,040221,12,12,12,12,1,0,0,1,1,2,U2
      """;

  private static final String PREF =
      """
      NomenCode,Reporter_ISO_N,Year,ProductCode,Partner,Sum_Of_Rates,Min_Rate,Max_Rate,SimpleAverage,TotalNoOfLines,Nbr_Pref_Lines,Nbr_MFN_Lines,Nbr_NA_Lines,EstCode
      H5,032,2020,870323,076,0,0,0,0,2,2,0,0,U2
      H5,032,2020,870323,000,70,35,35,35,2,0,2,0,U2
      H5,032,2020,870323,A13,20,10,10,10,2,2,0,0,U2
      """;

  @TempDir private Path folder;

  private final List<TariffRecord> taken = new ArrayList<>();

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Optional<Rate> percent(String text) {
    return Optional.of(Rate.percent(text));
  }

  @Test
  void a_zero_that_was_not_computed_is_unknown_and_a_free_line_is_free() throws IOException {
    PassSummary summary =
        TariffReader.trains(file("mfn.CSV", AVE_MFN)).forEach(taken::add).orThrow();
    assertEquals(percent("35"), taken.get(0).rate());
    assertEquals(percent("0"), taken.get(1).rate());
    assertEquals(Optional.empty(), taken.get(2).rate());
    assertEquals(ReportedNumber.NOT_COMPUTED, taken.get(2).average());
    assertEquals(ReportedNumber.NOT_COMPUTED, taken.get(2).minimum());
    assertEquals(percent("12"), taken.get(3).rate());
    assertTrue(taken.get(3).isPartial());
    assertEquals(1L, summary.repairs().get("zero that stands for a rate not computed"));
  }

  @Test
  void codes_keep_their_zeros_and_reporters_are_countries() throws IOException {
    PassSummary summary = TariffReader.trains(file("mfn.csv", AVE_MFN)).forEach(taken::add);
    assertEquals("AR 010121 2020 MFN: 0", taken.get(1).toString());
    assertEquals("AR 870323 2020 MFN: 0.35", taken.get(0).toString());
    assertEquals("H5", taken.get(0).nomenclature());
    assertEquals(1L, summary.repairs().get(TradeCodes.RESTORED));
  }

  @Test
  void partner_zero_is_every_origin_and_groups_stay_text() throws IOException {
    PassSummary summary = TariffReader.trains(file("p.csv", PREF)).forEach(taken::add).orThrow();
    assertEquals("AR 870323 from BR 2020 PREFERENCE: 0", taken.get(0).toString());
    assertEquals("AR 870323 2020 MFN: 0.35", taken.get(1).toString());
    assertEquals("AR 870323 from 'A13' 2020 PREFERENCE: 0.1", taken.get(2).toString());
    assertEquals(Map.of("A13", 1L), summary.otherParties());
  }

  @Test
  void the_bulk_archive_is_read_as_it_is() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("AVEMFN_H5_ARG_2020_U2/JobID-1.CSV"));
      zip.write(("\uFEFF" + AVE_MFN).getBytes(StandardCharsets.UTF_8));
    }
    Path zip = Files.write(folder.resolve("AVEMFN_H5_ARG_2020_U2.zip"), out.toByteArray());
    assertEquals(4, TariffReader.trains(zip).forEach(taken::add).orThrow().records());
    assertEquals(
        "AVEMFN_H5_ARG_2020_U2.zip/AVEMFN_H5_ARG_2020_U2/JobID-1.CSV", taken.get(0).file());
  }

  @Test
  void report_tables_say_which_kind_of_duty_they_mean() throws IOException {
    String report =
        """
        Selected Nomen,Native Nomen,Reporter,Partner,Tariff Year,Trade Year,Trade Source,Product,Duty Type,Simple Average,Weighted Average,Minimum Rate,Maximum Rate,Nbr of Total Lines,Imports Value in 1000 USD
        H5,H5,032,000,2020,2020,CMT,870323,BND,35,,35,35,2,"1,234.5"
        H5,H5,032,076,2020,2020,CMT,870323,AHS,6.80%,n/a,0,13.6,2,10
        H5,H5,032,076,2020,2020,CMT,870323,XXX,6.80%,1,0,13.6,2,10
        H5,H5,032,076,3020,2020,CMT,870323,MFN,6.80%,1,0,13.6,2,10
        H5,H5,032,076,2020,2020,CMT,870323,MFN,high,1,0,13.6,2,10
        """;
    PassSummary summary = TariffReader.witsReport(file("r.csv", report)).forEach(taken::add);
    assertEquals(2, taken.size());
    assertEquals(TariffRecord.Kind.BOUND, taken.get(0).kind());
    assertEquals("1234500", taken.get(0).imports().toString());
    assertEquals(ReportedNumber.BLANK, taken.get(0).weightedAverage());
    assertEquals(percent("6.8"), taken.get(1).rate());
    assertEquals(ReportedNumber.NOT_AVAILABLE, taken.get(1).weightedAverage());
    assertEquals(
        List.of("duty type", "tariff year", "simple average"),
        summary.problems().stream().map(Problem::column).toList());
  }

  @Test
  void columns_that_the_user_names_are_read_by_the_same_rules() throws IOException {
    String text =
        """
        Reporting economy,Yr,HS subheading,AV average,Lines,Non-AV lines
        USA,2023,010121,0,1,0
        USA,2023,040210,0,2,2
        """;
    Map<TariffField, String> labels =
        Map.of(
            TariffField.REPORTER, "Reporting economy",
            TariffField.YEAR, "Yr",
            TariffField.PRODUCT, "HS subheading",
            TariffField.AVERAGE, "AV average",
            TariffField.LINES, "Lines",
            TariffField.LINES_NOT_COMPUTED, "Non-AV lines");
    Path file = file("tdf.csv", text);
    TariffReader.mapped(file, labels, RateUnit.PERCENT).forEach(taken::add).orThrow();
    assertEquals(percent("0"), taken.get(0).rate());
    assertEquals(Optional.empty(), taken.get(1).rate());
    Map<TariffField, String> few = Map.of(TariffField.YEAR, "Yr");
    assertThrows(IllegalArgumentException.class, () -> TariffReader.mapped(file, few));
  }

  /** A quarter is 25, 0.25 or 25%: without a unit it is none of them. */
  @Test
  void the_unit_of_a_rate_is_stated_and_never_guessed() throws IOException {
    Map<TariffField, String> labels =
        Map.of(
            TariffField.REPORTER, "reporter",
            TariffField.YEAR, "year",
            TariffField.PRODUCT, "hs6",
            TariffField.AVERAGE, "rate");
    String header = "reporter,year,hs6,rate\n";
    Path bare = file("bare.csv", header + "840,2025,870323,0.25\n840,2025,870324,0\n");
    PassSummary unstated = TariffReader.mapped(bare, labels).forEach(taken::add);
    assertEquals(1, unstated.problemCount());
    assertTrue(unstated.problems().get(0).message().contains("RateUnit.FRACTION"));
    assertTrue(taken.stream().allMatch(r -> r.rate().equals(Optional.of(Rate.ZERO))));
    taken.clear();
    TariffReader.mapped(bare, labels, RateUnit.FRACTION).forEach(taken::add).orThrow();
    assertEquals(percent("25"), taken.get(0).rate());
    taken.clear();
    Path signs = file("signs.csv", header + "840,2025,870323,25%\n");
    TariffReader.mapped(signs, labels).forEach(taken::add).orThrow();
    TariffReader.mapped(signs, labels, RateUnit.FRACTION).forEach(taken::add).orThrow();
    Path label = file("label.csv", "reporter,year,hs6,rate (%)\n840,2025,870323,25\n");
    Map<TariffField, String> inLabel = new EnumMap<>(labels);
    inLabel.put(TariffField.AVERAGE, "rate (%)");
    TariffReader.mapped(label, inLabel).forEach(taken::add).orThrow();
    assertEquals(3, taken.size());
    taken.forEach(r -> assertEquals(percent("25"), r.rate()));
  }

  @Test
  void a_file_of_another_kind_is_a_problem() throws IOException {
    PassSummary summary =
        TariffReader.trains(file("x.csv", "a,b\n1,2\n")).withMostProblems(1).forEach(taken::add);
    assertEquals(1, summary.problemCount());
    assertEquals(List.of(), taken);
    assertThrows(
        IllegalArgumentException.class, () -> TariffReader.trains(folder).withMostProblems(-1));
  }
}
