package org.tariffeconomics.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.economy.WorldFiles;
import org.tariffeconomics.io.AssumptionCsv;
import org.tariffeconomics.io.DealCsv;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.io.ProductListCsv;
import org.tariffeconomics.io.hts.ChangeRecord;
import org.tariffeconomics.io.japan.JapanTariffJson;
import org.tariffeconomics.io.norway.NorwayTariffJson;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.SpecialProvision;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.reading.StoredAnswer;
import org.tariffeconomics.tariff.TariffBook;

/** The doors of single rooms, and second doors of readers. */
final class RoomTargets {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private RoomTargets() {}

  static List<FuzzTarget> texts() {
    List<FuzzTarget> all = new ArrayList<>();
    all.add(
        FuzzTarget.of(
            "SpecialProvision.parse",
            t -> same(SpecialProvision.parse(t), SpecialProvision::parse),
            "9801.00.10",
            "9802.00.50 on USD 200",
            "9802.00.80 less USD 300"));
    all.add(
        FuzzTarget.of(
            "DeclaredOrigin.parseAll",
            t -> DeclaredOrigin.parseAll(t, DAY),
            "ASEAN except MM",
            "JP, KR claiming nothing",
            "* with end use=yes"));
    all.add(
        FuzzTarget.of(
            "SpecialRate.parse", SpecialRate::parse, "Free (A,AU,BH) 5% (E*)", "2.1¢/kg (KR)"));
    all.add(
        FuzzTarget.of(
            "OriginScope.parse groups",
            t ->
                OriginScope.parse(
                    t, List.of(CountryGroup.of("X", Country.of("CA"), Country.of("JP")))),
            "X except JP, US"));
    all.add(
        FuzzTarget.of(
            "DutyRate.parse currency",
            t -> DutyRate.parse(t, CurrencyUnit.of("GBP")),
            "10% + 5.5/100 kg",
            "2.5/kg"));
    all.add(FuzzTarget.of("PlainNumber.read", PlainNumber::read, "1.5", "-1,000", "+.5"));
    all.add(
        FuzzTarget.of(
            "EnumText.parse", t -> EnumText.parse("mode", RoundingMode.class, t), "half up"));
    all.add(FuzzTarget.of("Texts.readable", t -> Texts.readable("x", t), "South Korea"));
    all.add(FuzzTarget.of("Row.parseDay", Row::parseDay, "2025-04-05", "20250405"));
    all.add(
        FuzzTarget.of(
            "StoredAnswer.parse",
            t -> StoredAnswer.parse(t, "tariff-economics assessment 1"),
            "{\"format\":\"tariff-economics assessment 1\",\"law\":{\"territory\":\"US\"}}"));
    return all;
  }

  private static <T> T same(T value, Function<String, T> door) {
    T read = door.apply(value.toString());
    if (!read.equals(value)) {
      throw new AssertionError("'" + value + "' is read back as '" + read + "'");
    }
    return value;
  }

  static List<FuzzTarget> files(Path folder) {
    List<FuzzTarget> all = new ArrayList<>();
    all.add(
        FuzzTarget.of(
            "CsvFile.read",
            t -> CsvFile.read("x", new StringReader(t), List.of("a"), List.of("a", "b")),
            "a,b\n1,\"2\n3\"\n;,\"\"\n"));
    all.add(
        FuzzTarget.of(
            "CsvFile.readRagged",
            t -> CsvFile.readRagged("x", new StringReader(t), List.of("a")),
            "a;b;c\n1;2\n3\n"));
    all.add(
        FuzzTarget.of(
            "CsvFile.readByPlace",
            t -> CsvFile.readByPlace("x", new StringReader(t)),
            "a\ta\n1\t2\n"));
    String rows = "products,origins,facts,from,until,reason,source_title,source_date,citation\n";
    String row = "8703,JP,claim=USMCA; age=3,2025-01-01,,as most do,a report,2025-02-01,1\n";
    all.add(
        FuzzTarget.of(
            "AssumptionCsv.read", t -> AssumptionCsv.read("x", new StringReader(t)), rows + row));
    all.add(
        FuzzTarget.of(
            "AssumptionCsv.readSet",
            t -> AssumptionCsv.readSet("x", new StringReader(t), "usual"),
            "set," + rows + "usual," + row));
    all.add(
        FuzzTarget.of(
            "MeasureCsv.read lists",
            t -> measuresOfLists(t),
            "id,programme,rule,products,origins,rate,source_title,source_date\n"
                + "m1,S232,ADDS,list Annex II,* except CA,25%,an order,2025-04-02\n"));
    all.add(
        FuzzTarget.of(
            "MarketCsv.read",
            t -> MarketCsv.read("m", "USD", saved(folder, "m.csv", t)),
            "origin,imports,tariff\nJP,40,2.5%\nKR,,0%\n"));
    all.add(
        FuzzTarget.of(
            "ChangeRecord.read",
            t -> ChangeRecord.read(saved(folder, "finalCopy_2025HTSRev3.txt", t)),
            "(2025 Revision 3)\nItem  Change  Effective\n9903.01.25 Added  5 April 2025\n"));
    all.add(
        FuzzTarget.of(
            "Portfolio.csv",
            t -> Portfolio.csv(saved(folder, "p.csv", t)),
            "sku,line,origin,value\nA1,8703.23.01,KR,USD 30000\n"));
    all.add(
        FuzzTarget.of(
            "NorwayTariffJson.read structure",
            t -> NorwayTariffJson.read("x", new StringReader(shirt()), new StringReader(t), DAY),
            "{\"sections\":[{\"chapters\":[{\"headings\":{\"divisions\":[{\"type\":\"commodity\","
                + "\"id\":\"61091000\",\"item\":\"Of cotton\"},{\"type\":\"commodity\","
                + "\"hsNumber\":\"6109.9000\",\"item\":\"Of others\"}]}}]}]}"));
    all.add(
        FuzzTarget.of(
            "JapanTariffJson.readFolder",
            t -> {
              Path chapters = Files.createDirectories(folder.resolve("japan"));
              saved(chapters, "08.json", t);
              return JapanTariffJson.readFolder("x", chapters);
            },
            "[{\"level\":0,\"stat_code\":\"0805.10\",\"hs_code\":\"000\",\"desc\":\"x\",\"rate\":"
                + "{\"基本\":\"20%\"},\"unit\":{\"II\":\"KG\"},\"law\":[],\"children\":[]}]"));
    for (String file : List.of("headlines.csv", "concessions.csv", "snap-backs.csv")) {
      all.add(FuzzTarget.of("DealCsv.read " + file, t -> deals(file, t), start(file)));
    }
    tables(folder, all);
    return all;
  }

  private static void tables(Path folder, List<FuzzTarget> all) {
    all.add(
        FuzzTarget.of(
            "WorldFiles.icio",
            t -> WorldFiles.icio(saved(folder, "icio.csv", t), Function.identity()),
            "V1,AAA_X,BBB_X,AAA_HFCE,AAA_INVNT,BBB_HFCE,BBB_INVNT,OUT\n"
                + "AAA_X,20,5,50,-10,25,0,90\n"
                + "BBB_X,10,15,15,0,60,0,100\n"
                + "VA,60,80,0,0,0,0,0\nOUT,90,100,0,0,0,0,0\n"));
    all.add(
        FuzzTarget.of(
            "WorldFiles.wiod",
            t -> WorldFiles.wiod(saved(folder, "wiod.csv", t), Function.identity()),
            "IndustryCode,IndustryDescription,Country,RNr,Year,AAA1,BBB1,AAA57,BBB57,TOT\n"
                + "A01,Crops,AAA,1,2014,20,5,40,25,90\n"
                + "A01,Crops,BBB,1,2014,10,15,15,60,100\n"
                + "II,Total,TOT,65,2014,30,20,55,85,0\n"));
  }

  private static Object measuresOfLists(String text) {
    return MeasureCsv.read(
        "x",
        new StringReader(text),
        Facts.INCLUDING_UNVERIFIED,
        ProductListCsv.read(
                "y",
                new StringReader(
                    "list,codes,source_title\nAnnex II,\"8541,4300 except 43001000\",a\n"))
            .value());
  }

  private static String shirt() {
    return "{\"versjon\":\"1.2\",\"varer\":[{\"id\":\"61091000\",\"enhet\":\"Kg\",\"avtalesatser\":"
        + "[{\"landgruppe\":\"TALL\",\"sats\":[{\"satsVerdi\":\"10,70\",\"satsEnhet\":\"P\","
        + "\"fomdato\":\"2020-01-01\",\"tomdato\":\"\"}]}]}]}";
  }

  private static Object deals(String mutated, String text) {
    Map<String, String> written = Map.of(mutated, text);
    return DealCsv.read(
        name ->
            new StringReader(
                written.getOrDefault(name, FileTargets.resource(FileTargets.DEALS + name))),
        TariffBook.us(),
        Facts.INCLUDING_UNVERIFIED);
  }

  private static String start(String file) {
    List<String> lines = FileTargets.resource(FileTargets.DEALS + file).lines().toList();
    return String.join("\n", lines.subList(0, Math.min(6, lines.size())));
  }

  private static Path saved(Path folder, String name, String text) {
    try {
      return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
