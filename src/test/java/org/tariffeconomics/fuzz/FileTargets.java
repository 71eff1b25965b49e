package org.tariffeconomics.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.BorderRuleCsv;
import org.tariffeconomics.io.DealCsv;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.io.TariffBookFiles;
import org.tariffeconomics.io.canada.CanadaTariffCsv;
import org.tariffeconomics.io.hts.ChangeRecord;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.hts.ProgrammeKeyCsv;
import org.tariffeconomics.io.hts.ReleaseCalendarCsv;
import org.tariffeconomics.io.japan.JapanTariffJson;
import org.tariffeconomics.io.norway.NorwayTariffJson;
import org.tariffeconomics.io.trade.FlowCsv;
import org.tariffeconomics.io.trade.TariffReader;
import org.tariffeconomics.io.trade.TradeReader;
import org.tariffeconomics.io.uk.StagedScheduleCsv;
import org.tariffeconomics.io.uk.TaricMeasureCsv;
import org.tariffeconomics.io.uk.UkCommodityJson;
import org.tariffeconomics.io.uk.UkGlobalTariffCsv;
import org.tariffeconomics.io.uk.UkScheduleCsv;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Every public reader of a file, by the text of the file. */
final class FileTargets {

  static final String DEALS = "/org/tariffeconomics/reference/deals/";

  private static final List<String> DEAL_FILES =
      List.of("deals.csv", "events.csv", "investments.csv", "sources.csv", "tranches.csv");

  private FileTargets() {}

  static List<FuzzTarget> all(Path folder) {
    List<FuzzTarget> all = new ArrayList<>();
    all.add(
        target(
            "HtsFile.read",
            t -> HtsFile.read("x", bytes(t)),
            resource("/hts/hts_2025_rev_23_slice.json")));
    all.add(
        target(
            "HtsFile.repair",
            t -> HtsFile.repair("x", bytes(t)),
            head(resource("/hts/hts_2025_rev_23_slice.json"))));
    all.add(
        target(
            "UkCommodityJson.read",
            t -> booked(UkCommodityJson.read("x", new StringReader(t)).value().measures()),
            resource("/org/tariffeconomics/io/uk/uk-commodity.json"),
            resource("/org/tariffeconomics/io/made-commodity.json")));
    all.add(
        target(
            "UkScheduleCsv.read",
            t -> booked(UkScheduleCsv.read("x", new StringReader(t)).measures()),
            "Commodity,Ad Valorem,Specific,Min\n"
                + "0207269100,6.4,,\n"
                + "0708200000,10.4 %,,1.6 EUR/100 kg\n",
            "Commodity,Regulation ID,Geographical area,Measure type,Ad"
                + " valorem,Specific,Ceiling,Minimum,Specific 2,Date from,Date to\n"
                + "0302110000,R1,NO,142,5 %,,0.5 EUR/kg,,,2021-01-01,2021-12-31\n"
                + "0302110000,R1,EU,103,5,,,,,,\n",
            "commodity,season1start,season1end,season1duty\n0704100000,Jan-01,Apr-14,9.6 %\n"));
    all.add(
        target(
            "StagedScheduleCsv.read",
            t -> StagedScheduleCsv.read("x", new StringReader(t)).value().importers().size(),
            "TL,TL_Desc,HS6,Base_Rate,Base_Rate_Alt,Final_Year,ReporterName,Y2025,Alt_2025,Y2026\n"
                + "01012900,Horses,010129,6.8,,2027,US,4.5,,2.2\n02012050,Beef,,,4.4 cents/kg,,US,,"
                + "\"2.9 cents/kg\" ,1\n"));
    for (String file : List.of("book.csv", "programmes.csv", "yields.csv", "measures.csv")) {
      all.add(
          target(
              "TariffBookFiles.read " + file,
              t -> book(file, t),
              TariffBookFiles.template().getOrDefault(file, "")));
    }
    all.add(
        target(
            "MeasureCsv.read",
            t -> MeasureCsv.read("x", new StringReader(t), Facts.INCLUDING_UNVERIFIED),
            head(resource("/org/tariffeconomics/reference/us/s232-autos.csv"))));
    all.add(
        target(
            "ProgrammeKeyCsv.read",
            t -> ProgrammeKeyCsv.read("x", new StringReader(t), Facts.INCLUDING_UNVERIFIED),
            "symbol,programme,origins,from,until\nKR,KORUS,KR,2012-03-15,\n"));
    all.add(
        target(
            "ReleaseCalendarCsv.read",
            t -> ReleaseCalendarCsv.read("x", new StringReader(t)),
            "release,published\n2025 Basic,2025-01-01\n2025 Rev 1,2025-01-27\n"));
    all.add(
        target(
            "ChangeRecord.of",
            t -> ChangeRecord.of("x", t),
            "(2025 Revision 3)\nItem  Change  Effective\n9903.01.25 Added  5 April 2025\n"));
    all.add(
        target(
            "FlowCsv.read",
            t -> FlowCsv.read("x", new StringReader(t)),
            "importer,exporter,product,period,value,currency\nUS,JP,8703,2024,100.5,USD\n"));
    partnerTargets(all);
    tradeTargets(folder, all);
    for (String file : DEAL_FILES) {
      all.add(target("DealCsv.read " + file, t -> deals(file, t), head(resource(DEALS + file))));
    }
    all.addAll(MoreTargets.files(folder));
    all.addAll(RoomTargets.files(folder));
    return all;
  }

  private static void partnerTargets(List<FuzzTarget> all) {
    all.add(
        target(
            "JapanTariffJson.read",
            t -> JapanTariffJson.read("x", new StringReader(t)),
            "[{\"level\":0,\"stat_code\":\"0805.10\",\"hs_code\":\"000\",\"desc\":"
                + "\"毎年6月1日から同年11月30日まで\",\"rate\":{\"基本\":\"20%\",\"WTO協定\":\"(16%)\","
                + "\"EPA_日米貿易協定\":\"無税\"},\"unit\":{\"II\":\"KG\"},\"law\":[],\"children\":[]}]"));
    all.add(
        target(
            "UkGlobalTariffCsv.read",
            t ->
                UkGlobalTariffCsv.read(
                    "x", new StringReader(t), UkGlobalTariffCsv.Column.UNITED_KINGDOM),
            "commodity,description,cet_duty_rate,ukgt_duty_rate,change,suspension_applies\n"
                + "01012910,Horses,0.0%,\"0.0% (1 JAN-28 FEB, 1 JUN-31 DEC), 8.0% (1 MAR-31 MAY)\","
                + "No change,True\n"));
    all.add(
        target(
            "TaricMeasureCsv.read",
            t -> TaricMeasureCsv.read("x", new StringReader(t)),
            "Goods code,Add code,Order No.,Start date,End date,Origin code,Meas. type code,Duty\n"
                + "0802129000,,099005,2026-07-01,2029-12-31,US,143,3.500 %\n"));
    all.add(
        target(
            "CanadaTariffCsv.read",
            t -> CanadaTariffCsv.read("x", new StringReader(t)),
            "digits,tariff,description,mfn,ust,mxt,general_rate,uom\n"
                + "8,0406.90.98,Cheese,3.32¢/kg,Free,Free,35%,KGM\n"));
    all.add(
        target(
            "NorwayTariffJson.read",
            t -> NorwayTariffJson.read("x", new StringReader(t), LocalDate.of(2026, 7, 1)),
            "{\"versjon\":\"1.2\",\"varer\":[{\"id\":\"61091000\",\"enhet\":\"Kg\",\"avtalesatser\":"
                + "[{\"landgruppe\":\"TALL\",\"sats\":[{\"satsVerdi\":\"10,70\",\"satsEnhet\":\"P\","
                + "\"satsEnhetBeskrivelse\":\"%\",\"fomdato\":\"2020-01-01\",\"tomdato\":\"\"}]}]}]}"));
    all.add(
        target(
            "BorderRuleCsv.read",
            t -> BorderRuleCsv.read("x", new StringReader(t)),
            "territory,part,name,value,base,products,from,until\n"
                + "DE,tax,VAT,19%,customs value; duty,* except 01,2007-01-01,\n"));
  }

  private static void tradeTargets(Path folder, List<FuzzTarget> all) {
    all.add(
        target(
            "TradeReader.baci",
            t -> TradeReader.baci(saved(folder, t)).forEach(r -> {}),
            "t,i,j,k,v,q\n2023,392,842,870323,100.5,3\n2023,410,842,870323,NA,\n"));
    all.add(
        target(
            "TradeReader.comtrade",
            t -> TradeReader.comtrade(saved(folder, t)).forEach(r -> {}),
            "freqCode,refYear,period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n"
                + "A,2023,2023,842,M,392,8703,1200\n",
            "Classification,Year,Period,Trade Flow Code,Reporter Code,Partner Code,Commodity"
                + " Code,Trade Value (US$),Flag\n"
                + "H4,2016,201603,1,842,124,870323,1500,6\n"));
    all.add(
        target(
            "TradeReader.censusApi",
            t -> TradeReader.censusApi(saved(folder, t)).forEach(r -> {}),
            "[[\"CTY_CODE\",\"I_COMMODITY\",\"GEN_VAL_MO\",\"time\"],[\"5880\",\"8703\",\"100\",\"2024-05\"]]"));
    all.add(
        target(
            "TradeReader.dataWeb",
            t -> TradeReader.dataWeb(saved(folder, t)).forEach(r -> {}),
            "HTS Number,Country,Year,Customs Value\n8703,Japan,2024,100\n"));
    all.add(
        target(
            "TariffReader.trains",
            t -> TariffReader.trains(saved(folder, t)).forEach(r -> {}),
            "Reporter,Year,Product,Partner,Tariff\n842,2023,870323,000,2.5\n"));
  }

  private static FuzzTarget target(String name, Function<String, ?> door, String... seeds) {
    return FuzzTarget.of(name, door::apply, seeds);
  }

  /** What a reader kept must stand in a book, and have an answer there. */
  private static Object booked(List<TariffMeasure> measures) {
    try {
      return TariffBook.of("XI", CurrencyUnit.EUR, RoundingPolicy.EACH_DUTY_TO_CENT, measures)
          .on("2025-06-01")
          .stack(HsCode.of("0201300090"), Country.of("TR"))
          .assess(BigMoney.parse("EUR 1000"))
          .toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("no book takes what was read", e);
    }
  }

  private static Object book(String mutated, String text) {
    try {
      return TariffBookFiles.read(
          name ->
              new StringReader(
                  name.equals(mutated) ? text : TariffBookFiles.template().getOrDefault(name, "")),
          Facts.INCLUDING_UNVERIFIED);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a reader throws nothing", e);
    }
  }

  private static Object deals(String mutated, String text) {
    return DealCsv.read(
        name -> new StringReader(name.equals(mutated) ? text : resource(DEALS + name)),
        UsTariffs.book(),
        Facts.INCLUDING_UNVERIFIED);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path saved(Path folder, String text) {
    try {
      return Files.write(folder.resolve("file.txt"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first lines of a file: what is wrong shows in few. */
  private static String head(String text) {
    return text.lines().limit(12).reduce("", (all, line) -> all + line + "\n");
  }

  static String resource(String name) {
    try (InputStream in = FileTargets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no such file: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
