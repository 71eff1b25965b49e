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

  /**
   * Imports of the United States by six digits, added up, with what was left out and what was
   * wrong: rows in other order and with more columns, once more, of several levels, suppressed, of
   * groups, parts and totals, with damage of spreadsheets, headers and footers among them.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # BACI: thousands of dollars, six digits
          baci~t,i,j,k,v,q¶2020,392,842,870323,1500.5,10~JP 1500500; 0 left out; 0 wrong
          baci~k,more,v,q,t,i,j¶870323,x,1500.5,10,2020,392,842~JP 1500500; 0 left out; 0 wrong
          baci~﻿t,i,j,k,v,q¶2020,392,842,10121,1,1~JP 1000; 0 left out; 0 wrong
          baci~t,i,j,k,v,q¶2020,392,842,0101.21,1,1~JP 1000; 0 left out; 0 wrong
          baci~t,i,j,k,v,q¶2020,392,842,870323,2,1¶2020,392,842,870323,2,1~JP 2000; 0 left out; 1 wrong
          baci~t,i,j,k,v,q¶2020,392,842,870323,2,1¶2020,392,842,870323,3,1~JP 2000; 0 left out; 1 wrong
          baci~t,i,j,k,v,q¶2020,392,842,8703,2,1¶2020,392,842,87032310,2,1~; 0 left out; 2 wrong
          baci~t,i,j,k,v,q¶2020,392,842,870323,NA,1¶2020,392,842,870324,(D),1¶2020,392,842,870324,:c,1~; 3 left out; 0 wrong
          baci~t,i,j,k,v,q¶2020,392,842,870323,*,1¶2020,392,842,870324,-2,1~; 0 left out; 2 wrong
          baci~t,i,j,k,v,q¶2020,0,842,870323,2,1¶2020,World,842,870323,2,1¶2020,490,842,870323,2,1~TW 2000; 2 left out; 0 wrong
          baci~t,i,j,k,v,q¶t,i,j,k,v,q¶2020,392,842,870323,2,1¶Source: BACI,,,,,~JP 2000; 0 left out; 7 wrong
          baci~t,i,j,k,v,q¶2020,392,842,870323,\u00002,1~; 0 left out; 1 wrong
          baci~t,i,j,k,v,q¶2020,392,842,8.70323E5,2,1¶2020.0,392,842,870323,2,1~; 0 left out; 2 wrong
          baci~t,i,j,k,v,v,q¶2020,392,842,870323,2,3,1~; 0 left out; 1 wrong
          baci~t,i,j,k,v (thousand USD),q¶2020,392,842,870323,2,1~; 0 left out; 1 wrong
          baci~t;i;j;k;v;q¶2020;392;842;870323;1500.5;10~JP 1500500; 0 left out; 0 wrong
          baci~t;i;j;k;v;q¶2020;392;842;870323;1,500;10¶2020;392;842;870324;1500,5;10~; 0 left out; 2 wrong
          baci~t;i;j;k;v;q¶2020;392;842;870323;1,500,000;10¶2020;392;842;870324;1,500.5;10~JP 1501500500; 0 left out; 0 wrong
          baci~t,i,j,k,v,q~; 0 left out; 0 wrong
          baci~~; 0 left out; 1 wrong
          # DataWeb: a code before its text, names of countries
          dataweb~Commodity,Country,District,Time,Customs  Value (Cons) ($US)¶"8703230120 Cars",Japan,All Districts,2024,"1,716,414"~JP 1716414; 0 left out; 0 wrong
          dataweb~Time,Country,Customs Value (in thousands of dollars),Commodity¶2024,Japan,9,870323~JP 9000; 0 left out; 0 wrong
          dataweb~Commodity,Country,Time,Customs Value¶870323,World,2024,9¶870323,All Countries,2024,9¶870323,European Union,2024,9~; 3 left out; 0 wrong
          dataweb~Commodity,Country,District,Time,Customs Value¶870323,Japan,Detroit,2024,9~; 1 left out; 0 wrong
          dataweb~Commodity,Country,Time,Customs Value¶Subtotal,Japan,2024,9¶All Commodities,Japan,2024,9¶Total,,,9~; 0 left out; 5 wrong
          dataweb~Commodity,Country,Time,Customs Value¶101210020 Horses,Japan,2024,9~; 0 left out; 1 wrong
          dataweb~Commodity,Country,Time,Customs Value¶0101.21.00.20,Japan,2024,9~JP 9; 0 left out; 0 wrong
          dataweb~Commodity,Country,Time,Customs Value¶870323,Japan,2024,9¶870323,Japan,2024,9~JP 9; 0 left out; 1 wrong
          dataweb~Commodity,Country,Time,Program,Customs Value¶870323,Japan,2024,a,9¶870323,Japan,2024,b,8~JP 17; 0 left out; 0 wrong
          dataweb~Commodity,Country,Time,Customs Value¶870323,Japan,2024,9¶8703230120,Japan,2024,9~refused: codes must not lie under each other
          dataweb~Commodity,Country,Year,Month,Customs Value¶870323,Japan,2024,3,9~JP 9; 0 left out; 0 wrong
          dataweb~Commodity,Country,Time,Customs Value¶870323,Japan,2024,-¶870323,Korea,2024,¶870323,China,2024,(S)~; 3 left out; 0 wrong
          dataweb~Title,,,¶Commodity,Country,Time,Customs Value¶870323,Japan,2024,9~; 0 left out; 1 wrong
          # the API of the Census Bureau: parts of districts and programmes beside their totals
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","5880","1500","2024-01"]]~JP 1500; 0 left out; 0 wrong
          census~[["time","CTY_NAME","CTY_CODE","CON_VAL_MO","I_COMMODITY"],["2024-01","JAPAN","5880",1500,"8703230120"]]~JP 1500; 0 left out; 0 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","-","9","2024-01"],["-","5880","9","2024-01"],["8703230120","0003","9","2024-01"],["8703230120","4XXX","9","2024-01"]]~; 4 left out; 0 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","DISTRICT","time"],["8703230120","5880","1500","01","2024-01"],["8703230120","5880","2500","-","2024-01"]]~JP 2500; 1 left out; 0 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","RP","time"],["8703230120","5880","1500","61","2024-01"],["8703230120","5880","2500","-","2024-01"]]~JP 2500; 1 left out; 0 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["870323","5880","9","2024-01"],["8703230120","5880","9","2024-01"]]~refused: codes must not lie under each other
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","5880","9","2024-01"],["8703230120","5880","9","2024-01"]]~JP 9; 0 left out; 1 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["101210020","5880","9","2024-01"]]~; 0 left out; 1 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","5880","(D)","2024-01"],["8703230120","5880",null,"2024-02"]]~; 2 left out; 0 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","5880","9"]]~; 0 left out; 1 wrong
          census~[["I_COMMODITY","CTY_CODE","CON_VAL_MO","time"],["8703230120","5880","9","2024-01"]~JP 9; 0 left out; 1 wrong
          census~{"error":"key"}~; 0 left out; 1 wrong
          """)
  void imports_of_the_united_states_with_what_was_left_out(String kind, String text, String right)
      throws IOException {
    Path file = file(text == null ? "" : text.replace("\\u0000", "\0"));
    TradeReader reader =
        switch (kind) {
          case "baci" -> TradeReader.baci(file);
          case "dataweb" -> TradeReader.dataWeb(file);
          default -> TradeReader.censusApi(file);
        };
    assertEquals(right, totals(reader));
  }

  private static String totals(TradeReader reader) {
    ImportTotals totals;
    try {
      totals = reader.importsOf(Country.of("US"), 6);
    } catch (IllegalArgumentException e) {
      return "refused: " + e.getMessage().substring(0, e.getMessage().indexOf(','));
    }
    List<String> found = new ArrayList<>();
    for (TradePeriod each : totals.periods()) {
      totals
          .in(each)
          .origins()
          .forEach(origin -> found.add(origin + " " + (long) totals.in(each).total(origin)));
    }
    long left = totals.summary().leftOut().values().stream().mapToLong(each -> each).sum();
    return String.join(", ", found)
        + "; "
        + left
        + " left out; "
        + totals.summary().problemCount()
        + " wrong";
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
