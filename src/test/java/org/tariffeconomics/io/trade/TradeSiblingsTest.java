package org.tariffeconomics.io.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;

/** Files of trade and of average tariffs: older layouts, nomenclatures, units, other codes. */
class TradeSiblingsTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    Path file = folder.resolve("made.csv");
    Files.writeString(file, text.replace("¶", "\n") + "\n");
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # the layouts of UN Comtrade
          freqCode,refYear,period,reporterCode,partnerCode,flowCode,classificationCode,cmdCode,primaryValue¶A,2023,2023,842,124,M,H6,01,1500¶A,2023,2023,842,0,M,H6,01,1500~CA 1500.0
          rgCode,rtCode,ptCode,pfCode,yr,period,cmdCode,TradeValue¶1,842,124,H4,2016,2016,01,1500¶4,842,124,H4,2016,2016,01,77¶1,842,0,H4,2016,2016,01,1500~CA 1500.0
          Classification,Year,Period,Trade Flow Code,Trade Flow,Reporter Code,Partner Code,Commodity Code,Trade Value (US$)¶H4,2016,2016,1,Import,842,124,01,1500¶H4,2016,2016,3,Re-Export,842,124,01,9~CA 1500.0
          # SITC, BEC and services number otherwise than the Harmonized System
          Classification,Year,Period,Trade Flow Code,Reporter Code,Partner Code,Commodity Code,Trade Value (US$)¶S4,2016,2016,1,842,124,01,1500~
          Classification,Year,Period,Trade Flow Code,Reporter Code,Partner Code,Commodity Code,Trade Value (US$)¶BEC,2016,2016,1,842,124,41,1500¶H4,2016,2016,1,842,124,41,10~CA 10.0
          refYear,period,reporterCode,partnerCode,flowCode,classificationSearchCode,cmdCode,primaryValue¶2023,2023,842,124,M,S4,01,1500~
          refYear,period,reporterCode,partnerCode,flowCode,classificationSearchCode,cmdCode,primaryValue¶2023,2023,842,124,M,HS,01,1500~CA 1500.0
          typeCode,refYear,period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue¶S,2023,2023,842,124,M,01,1500~
          typeCode,refYear,period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue¶C,2023,2023,842,124,M,01,1500~CA 1500.0
          # other codes of countries, padding
          refYear,period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue¶2023,2023,USA,XS,M,01,1500~RS 1500.0
          \u200brefYear,period ,reporterCode,partnerCode,flowCode,cmdCode,\u00a0primaryValue¶2023,2023,842\u00a0,\u200b124,M,01,\u00a01500~CA 1500.0
          """)
  void imports_of_the_united_states_by_comtrade(String text, String right) throws IOException {
    ImportTotals totals = TradeReader.comtrade(file(text)).importsOf(Country.of("US"), 2);
    List<String> found = new ArrayList<>();
    for (TradePeriod each : totals.periods()) {
      totals
          .in(each)
          .origins()
          .forEach(origin -> found.add(origin + " " + totals.in(each).total(origin)));
    }
    assertEquals(right == null ? "" : right, String.join(", ", found), totals.summary()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          reporter,year,hs6,partner,rate¶840,2025,870323,392,25%~JP 25%
          reporter,year,hs6,partner,rate¶840,2025,870323,392,0.25~
          reporter,year,hs6,partner,rate¶840,2025,870323,392,0~JP 0%
          reporter,year,hs6,partner,rate¶USA,2025,870323,XS,25%~RS 25%
          reporter,year,hs6,partner,rate¶USA,2025,870323,EU27,25%~EU27 25%
          reporter,year,hs6,partner,rate¶USA,2025,870323,JPN,n/a~
          \u200breporter,year,hs6 ,partner,rate¶840 ,2025,\u200b870323,392\u00a0,25%\u200b~JP 25%
          """)
  void rates_of_a_mapped_file(String text, String right) throws IOException {
    Map<TariffField, String> labels =
        Map.of(
            TariffField.REPORTER, "reporter",
            TariffField.YEAR, "year",
            TariffField.PRODUCT, "hs6",
            TariffField.PARTNER, "partner",
            TariffField.AVERAGE, "rate");
    assertEquals(right == null ? "" : right, rates(TariffReader.mapped(file(text), labels)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          NomenCode,Reporter_ISO_N,Year,ProductCode,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,032,2020,10121,3.5,0,2~ 3.5%
          NomenCode,Reporter_ISO_N,Year,ProductCode,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,032,2020,010121,0,2,2~
          NomenCode,Reporter_ISO_N,Year,ProductCode,Simple_Average,Nbr_NA_Lines,TotalNoOfLines¶H5,032,2020,010121,0,0,2~ 0%
          NomenCode,Reporter_ISO_N,Year,ProductCode,Partner,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,842,2020,870323,410,2.5,0,1~KR 2.5%
          NomenCode,Reporter_ISO_N,Year,ProductCode,Partner,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,842,2020,870323,000,2.5,0,1~ 2.5%
          NomenCode,Reporter_ISO_N,Year,ProductCode,Partner,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,842,2020,870323,EUN,2.5,0,1~EUN 2.5%
          \u200bNomenCode ,Reporter_ISO_N,Year,ProductCode,SimpleAverage,Nbr_NA_Lines,TotalNoOfLines¶H5,032,2020,010121\u200b,\u00a03.5,0,2~ 3.5%
          """)
  void rates_of_a_bulk_file_of_wits(String text, String right) throws IOException {
    assertEquals(
        right == null ? "" : right.strip(), rates(TariffReader.trains(file(text))).strip());
  }

  private static String rates(TariffReader reader) {
    List<String> found = new ArrayList<>();
    reader.forEach(
        each ->
            each.rate()
                .ifPresent(
                    rate ->
                        found.add(
                            each.partner()
                                    .asCountry()
                                    .map(Country::alpha2)
                                    .orElse(each.partner().code())
                                + " "
                                + rate)));
    return String.join(", ", found);
  }
}
