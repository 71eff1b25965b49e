package org.tariffeconomics.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.economy.WorldFiles;
import org.tariffeconomics.io.AssumptionCsv;
import org.tariffeconomics.io.ProductListCsv;
import org.tariffeconomics.io.ProgrammeCsv;
import org.tariffeconomics.io.hts.DatedLinesText;
import org.tariffeconomics.io.hts.ScheduleOutlineText;
import org.tariffeconomics.io.trade.RateUnit;
import org.tariffeconomics.io.trade.TariffField;
import org.tariffeconomics.io.trade.TariffReader;
import org.tariffeconomics.io.trade.TradeReader;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.LandedCostRecord;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.quota.PriceTiers;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.ComparisonRecord;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** The doors of what is stored, of worlds, and of the layouts that only the library writes. */
final class MoreTargets {

  private static final String OUTLINE =
      "name\tHTS 2025\nversion\t747fec0b\nthrough\t2026-06-08\nedition\t2025-01-01 HTS 2025 Basic\n"
          + "season\t--04-15\nchapters\t01 02\n";

  private static final String DATED_LINES =
      "01012100\t\t2025-07-01\tFree\t\tFree\t10=No.;20\n"
          + "01012900\t2025-07-01\t\t^\t\t20%\t10=No.|kg;90\n";

  private static final String IMPORT_DETAIL =
      "8703230190588000000000202602"
          + " ".repeat(45)
          + "000000000001000"
          + "000000000000900"
          + "000000000000025\n";

  private static final String WITS =
      "Selected Nomen,Native Nomen,Reporter,Partner,Tariff Year,Trade Year,Trade"
          + " Source,Product,Duty Type,Simple Average,Weighted Average,Minimum Rate,Maximum"
          + " Rate,Nbr of Total Lines,Imports Value in 1000 USD\n"
          + "H5,H5,032,076,2020,2020,CMT,870323,MFN,6.80%,n/a,0,13.6,2,\"1,234.5\"\n";

  private MoreTargets() {}

  /** What is kept of an answer, read back from its text, written again and read once more. */
  static List<FuzzTarget> texts() {
    List<FuzzTarget> all = new ArrayList<>();
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
                TariffMeasure.adds("S232", "8703", "*", "25%").from("2025-04-03"))
            .on("2025-06-01");
    Shipment cars =
        Shipment.of("8703.23.01", "KR", "USD 30000")
            .withFreight("USD 900")
            .withInsurance("USD 0")
            .withQuantity("2 item");
    LandedCostCalculator terms =
        LandedCostCalculator.of("US")
            .withFees(FeeSchedule.of(Fee.adValorem("MPF", "0.3464%").withMinimum("USD 33.58")))
            .withTax(ImportTax.of("VAT", "5%"));
    all.add(
        record(
            "AssessmentRecord.parse",
            law.stack(HsCode.of("8703.23.01"), Country.of("KR"))
                .assess(BigMoney.parse("USD 30000"))
                .toRecord(),
            AssessmentRecord::toJson,
            AssessmentRecord::parse));
    all.add(
        record(
            "ComparisonRecord.parse",
            DutyComparison.of(law, HsCode.of("8703"), List.of()).toRecord(),
            ComparisonRecord::toJson,
            ComparisonRecord::parse));
    all.add(
        record(
            "LandedCostRecord.parse",
            terms.price(cars, law).toRecord(),
            LandedCostRecord::toJson,
            LandedCostRecord::parse));
    all.add(
        record(
            "EntryRecord.parse",
            CustomsEntry.of(terms).withLine("1", cars).price(law).toRecord(),
            EntryRecord::toJson,
            EntryRecord::parse));
    all.add(
        FuzzTarget.of(
            "Portfolio.parse",
            t -> Portfolio.parse(t),
            "sku,line,origin,value,currency,quantities,region\n"
                + "A1,8703.23.01,KR claiming KORUS,USD 30000,,2 item,west\n"
                + "A2,0201.30.50,JP,500,USD,250 kg; 2 item,\n"));
    all.add(
        FuzzTarget.of(
            "CostAllocation.parse", CostAllocation::parse, "by value", "by kg", "1=2, b=3"));
    all.add(FuzzTarget.of("PriceTiers.parse", t -> tiers(t), "Valued less than 25¢/kg|66.6¢/kg"));
    return all;
  }

  private static <T> FuzzTarget record(
      String name, T seed, Function<T, String> write, Function<String, T> read) {
    return FuzzTarget.of(
        name,
        t -> {
          T first = read.apply(t);
          T second = read.apply(write.apply(first));
          if (!second.equals(first)) {
            throw new AssertionError("is read back as another: " + second);
          }
          return first;
        },
        write.apply(seed));
  }

  private static Object tiers(String text) {
    List<PriceTiers.TierText> rows =
        text.lines()
            .map(
                row -> {
                  int at = row.indexOf('|');
                  return at < 0
                      ? new PriceTiers.TierText(row, "")
                      : new PriceTiers.TierText(row.substring(0, at), row.substring(at + 1));
                })
            .toList();
    return PriceTiers.parse("x", rows);
  }

  static List<FuzzTarget> files(Path folder) {
    List<FuzzTarget> all = new ArrayList<>();
    String source = "source_title,source_date,citation";
    all.add(
        FuzzTarget.of(
            "AssumptionCsv.readSets",
            t -> AssumptionCsv.readSets("x", new StringReader(t), "US"),
            "set,products,origins,facts,from,until,reason,"
                + source
                + "\n"
                + "usual,8703,JP,claim=USMCA; age=3,2025-01-01,,as most do,a"
                + " report,2025-02-01,1\n"));
    all.add(
        FuzzTarget.of(
            "ProductListCsv.read",
            t -> ProductListCsv.read("x", new StringReader(t)),
            "list,codes,restriction,conditions,from,until,known_from,end_known_from,"
                + source
                + "\nAnnex II,\"85414200,4300 8542 except 85429000\",,,2025-04-05,,2025-04-02,,"
                + "an order,2025-04-02,note 2\nAnnex II,9018,of copper,,2025-04-05,,,,a,,\n"));
    all.add(
        FuzzTarget.of(
            "ProgrammeCsv.read",
            t -> programmes(t, ProgrammeCsv.yieldsTemplate()),
            "name,authority,choice\nS232,19 USC 1862,\nIEEPA,50 USC 1701,HIGHEST\n"));
    all.add(
        FuzzTarget.of(
            "ProgrammeCsv.read yields",
            t -> programmes("name,authority,choice\nS232,,\nIEEPA,,\n", t),
            "programme,yields_to,from,until,known_from\nIEEPA,S232,2025-04-05,,2025-04-02\n"));
    all.add(
        FuzzTarget.of(
            "DatedLinesText.read",
            t -> DatedLinesText.read("x", new StringReader(t)),
            DATED_LINES));
    all.add(
        FuzzTarget.of(
            "ScheduleOutlineText.read",
            t -> ScheduleOutlineText.read("x", new StringReader(t)),
            OUTLINE));
    all.add(
        FuzzTarget.of(
            "JsonTree.read",
            t -> JsonTree.read("x", new StringReader(t)),
            "{\"a\":[1,2.5,\"x\",null,true,{\"b\":{}}],\"c\":\"\\u00e9\"}"));
    all.add(
        FuzzTarget.of(
            "TradeReader.censusImportDetail",
            t -> TradeReader.censusImportDetail(saved(folder, "x.txt", t)).forEach(r -> {}),
            IMPORT_DETAIL));
    all.add(
        FuzzTarget.of(
            "TradeReader.flows",
            t -> TradeReader.flows(saved(folder, "x.csv", t)).forEach(r -> {}),
            "importer,exporter,product,period,value,currency\nUS,JP,8703,2024,100.5,USD\n"));
    all.add(
        FuzzTarget.of(
            "TariffReader.witsReport",
            t -> TariffReader.witsReport(saved(folder, "x.csv", t)).forEach(r -> {}),
            WITS));
    all.add(
        FuzzTarget.of(
            "TariffReader.mapped",
            t ->
                TariffReader.mapped(
                        saved(folder, "x.csv", t),
                        Map.of(
                            TariffField.REPORTER, "economy",
                            TariffField.YEAR, "Yr",
                            TariffField.PRODUCT, "HS",
                            TariffField.AVERAGE, "AV"),
                        RateUnit.PERCENT)
                    .forEach(r -> {}),
            "economy,Yr,HS,AV\nUSA,2023,010121,0\nUSA,2023,040210,6.8\n"));
    worldTargets(folder, all);
    return all;
  }

  private static void worldTargets(Path folder, List<FuzzTarget> all) {
    Map<String, String> world = new LinkedHashMap<>();
    world.put("economies.csv", "code,home\nA,90\nNA,40\n");
    world.put("flows.csv", "importer,A,NA\nA,,10\nNA,12,\n");
    world.put("duties.csv", "exporter,importer,duty\nNA,A,0.05\n");
    world.forEach(
        (file, seed) ->
            all.add(
                FuzzTarget.of(
                    "WorldFiles.read " + file,
                    t -> {
                      Path place = Files.createDirectories(folder.resolve("world"));
                      world.forEach((name, text) -> saved(place, name, text));
                      saved(place, file, t);
                      return WorldFiles.read(place);
                    },
                    seed)));
    all.add(
        FuzzTarget.of(
            "WorldFiles.flows",
            t -> WorldFiles.flows(saved(folder, "x.csv", t)),
            "exporter,importer,flow,duty\nA,A,90,\nB,B,40,\nB,A,10,0.05\nA,B,12,\n"));
  }

  private static Object programmes(String programmes, String yields) {
    return ProgrammeCsv.read("x", new StringReader(programmes), "y", new StringReader(yields));
  }

  private static Path saved(Path folder, String name, String text) {
    try {
      return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
