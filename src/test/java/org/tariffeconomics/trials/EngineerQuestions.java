package org.tariffeconomics.trials;

import static org.tariffeconomics.Tariffs.*;
import static org.tariffeconomics.trials.TrialQuestions.car;
import static org.tariffeconomics.trials.TrialQuestions.points;

import java.util.List;
import org.joda.money.Money;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.competitiveness.BillOfMaterials;
import org.tariffeconomics.competitiveness.ContentRule;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.Incoterm;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.LawScenarios;
import org.tariffeconomics.landedcost.PassThrough;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.StatedDuty;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.tariffeconomics.uncertainty.InputRange;
import org.tariffeconomics.uncertainty.Tornado;

/** The questions of a pricing engineer and of a developer. */
final class EngineerQuestions {

  private EngineerQuestions() {}

  static void ask(TrialQuestions questions) {
    part1(questions);
    part2(questions);
    part3(questions);
  }

  private static void part1(TrialQuestions questions) {
    questions.ask(
        "Q18",
        "36178.42 36074.50 103.92",
        "30,000 + 1,537 + 4,500 + MPF 103.92 (JP) + HMF 37.50",
        () ->
            car("JP", "2026-11-23").totalOrThrow().getAmount()
                + " "
                + car("KR", "2026-11-23").totalOrThrow().getAmount()
                + " "
                + car("JP", "2026-11-23")
                    .totalOrThrow()
                    .minus(car("KR", "2026-11-23").totalOrThrow())
                    .getAmount());
    questions.ask("Q19", "8.00%", "1 − 1.15/1.25", () -> priceCut("25%", "15%"));
    questions.ask(
        "Q20", "24.72%", "32,850 × 1.15 / 30,290 − 1", () -> flipRate("$30,290", "$32,850", "15%"));
    questions.ask("Q21", "8.70%", "1.25/1.15 − 1", () -> depreciation("25%", "15%"));
    questions.ask(
        "Q22",
        "[VN, CN] equal at 26.50%",
        "equal goods and carriage: (12,650 + 0) / 10,000 − 1",
        () -> {
          LandedCost china = stated("CN", "37.5%", "USD 10000");
          LandedCost vietnam = stated("VN", "15%", "USD 11000");
          return sideBySide(china, vietnam).costs().stream()
                  .map(c -> c.shipment().origin())
                  .toList()
              + " equal at "
              + flipRate("USD 10000", "USD 11000", "15%");
        });
    questions.ask(
        "Q23",
        "USD 17500.00; A 12500, B 5000",
        "100,000 × 12.5 pp + 50,000 × 10 pp",
        () -> {
          var change =
              portfolio(
                      "sku,line,origin,value\nA,8703.23.01,JP,USD 100000\n"
                          + "B,8703.23.01,KR claiming KORUS,USD 50000\n",
                      "2025-09-15")
                  .against(us().on("2025-11-23"));
          return change.toString().replaceAll(".*: ", "")
              + "; A "
              + change.table().number(0, "change").stripTrailingZeros().toPlainString()
              + ", B "
              + change.table().number(1, "change").stripTrailingZeros().toPlainString();
        });
    questions.ask(
        "Q24",
        "expected landed cost 37678.42 USD (36178.42 to 39928.42)",
        "0.6 · 36,178.42 + 0.4 · 39,928.42 = 37,678.42",
        () ->
            LawScenarios.of("deal", us().on("2025-09-16"), "60%")
                .and("none", us().on("2025-09-15"), "40%")
                .landed(shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea")));
    questions.ask(
        "Q25",
        "[duty: swing 5250.00, price: swing 4600.00, freight: swing 1000.00]",
        "30,000 × 17.5 pp; 4,000 × 1.15; 1,000",
        () ->
            Tornado.of(
                    "landed",
                    "USD",
                    List.of(
                        new InputRange("freight", 1_330, 1_000, 2_000),
                        new InputRange("price", 30_000, 28_000, 32_000),
                        new InputRange("duty", 0.15, 0.10, 0.275)),
                    x -> x[1] * (1 + x[2]) + x[0])
                .bars());
    questions.ask(
        "Q26",
        "28463",
        "30,000 CIF − 1,330 − 207",
        () ->
            landed(
                    shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea")
                        .withIncoterm(Incoterm.CIF),
                    "2026-11-23")
                .customsValue()
                .value()
                .orElseThrow()
                .getAmount()
                .stripTrailingZeros()
                .toPlainString());
  }

  private static void part2(TrialQuestions questions) {
    questions.ask(
        "Q27",
        "11039.99",
        "CBP entry of the trial: 410.99 + 7,086.00 + 3,543.00",
        () -> {
          TariffBook book =
              TariffBook.us(
                  TariffMeasure.base("7326.90.86", "2.9%"),
                  TariffMeasure.adds("S232 steel", "7326.90.86", "CN", "50%"),
                  TariffMeasure.adds("S301 China", "7326.90.86", "CN", "25%"));
          return book.on("2025-07-01")
              .stack(HsCode.of("7326.90.86"), Country.of("CN"))
              .assess(Money.parse("USD 14172.00"))
              .duty()
              .orElseThrow()
              .getAmount();
        });
    questions.ask(
        "Q28",
        "63.6%",
        "entry of 10,000 with 30 % copper and 10 % aluminium on 20 Nov 2025",
        () ->
            us().on("2025-11-20")
                .stack(
                    HsCode.of("8544.42.90"),
                    Country.of("CN"),
                    DeclaredFacts.parse("content:copper=0.3; content:aluminium=0.1"))
                .adValoremRate()
                .map(r -> r.toText(1))
                .orElse("unknown"));
    questions.ask(
        "Q29",
        "buyer 0.6",
        "a pass-through of 0.6 is the buyer's part",
        () -> "buyer " + PassThrough.of(0.6).buyerShare());
    questions.ask(
        "Q30",
        "5.83% 9.17 pp",
        "(4,000 + 3,000) × 25 % / 30,000; 15 % less that",
        () -> {
          BillOfMaterials car =
              new BillOfMaterials(
                  "SUV",
                  "USD",
                  30_000,
                  List.of(
                      BillOfMaterials.Part.of("engine", "MX", 4_000, rate("25%")),
                      BillOfMaterials.Part.of("electronics", "MX", 3_000, rate("25%"))));
          return points(car.effectiveRate().known())
              + "% "
              + points(car.leadOverImporting(0.15).known())
              + " pp";
        });
    questions.ask(
        "Q31",
        "0.4",
        "20 % below a quarter of Chinese content, 40 % from there",
        () ->
            ContentRule.of(
                    "Chinese content",
                    List.of(ContentRule.Step.of(0, 0.20), ContentRule.Step.of(0.25, 0.40)))
                .tariffAt(0.30));
    questions.ask(
        "Q49",
        "1040.00 2948.40",
        "13,000 × 8 %; 21 % of 13,000 + 1,040",
        () -> {
          LandedCost cost =
              LandedCostCalculator.of("NL")
                  .withTax(ImportTax.of("VAT", "21%"))
                  .withRounding(RoundingPolicy.EACH_DUTY_TO_CENT)
                  .price(
                      Shipment.of("6402.99", "VN", "EUR 12000")
                          .withFreight("EUR 900")
                          .withInsurance("EUR 100"),
                      StatedDuty.of("8%"));
          return cost.amount(CostLine.Kind.DUTY).orElseThrow().getAmount()
              + " "
              + cost.amount(CostLine.Kind.TAX).orElseThrow().getAmount();
        });
    questions.ask(
        "Q50",
        "USD 265.00 + USD 3000.00 = USD 3265.00; fees once USD 98.99",
        "1,000 × 26.5 %; 20,000 × 15 %; MPF 0.3464 % of 21,000 = 72.74, HMF 0.125 % = 26.25",
        () -> {
          var entry =
              entry()
                  .withLine("A1", shipment("6109.10", "IN", "USD 1000", "USD 20", "USD 0", "sea"))
                  .withLine(
                      "A2", shipment("8703.23.01", "JP", "USD 20000", "USD 900", "USD 40", "sea"))
                  .price(us().on("2026-08-03"));
          return entry.line("A1").assessment().orElseThrow().dutyOrThrow()
              + " + "
              + entry.line("A2").assessment().orElseThrow().dutyOrThrow()
              + " = "
              + entry.duty().orElseThrow()
              + "; fees once "
              + entry.feeTotal().orElseThrow();
        });
    questions.ask(
        "Q51",
        "UNDETERMINED with a reason",
        "unknown is never zero",
        () -> {
          DutyStack none = duty("9999.99.99", "JP", "2025-09-16");
          return none.outcome() + (none.reasons().isEmpty() ? "" : " with a reason");
        });
    questions.ask(
        "Q52",
        "replayed the same; under another law it differs, the record stays",
        "the record holds rate, date, rule and version",
        () -> {
          var entry =
              entry()
                  .withLine("A1", shipment("6109.10", "IN", "USD 1000", "USD 20", "USD 0", "sea"))
                  .price(us().on("2026-08-03"));
          EntryRecord kept = EntryRecord.parse(entry.toRecord().toJson());
          TariffBook later = us().without("S301 forced labor");
          return (kept.replay(us()).isSame() ? "replayed the same" : "not the same")
              + (!kept.replay(later).isSame() && kept.toJson().equals(entry.toRecord().toJson())
                  ? "; under another law it differs, the record stays"
                  : "");
        });
  }

  private static void part3(TrialQuestions questions) {
    questions.ask(
        "Q53",
        "2000.00",
        "20 % of 10,000 of shirts from Vietnam entered on 15 Oct 2025",
        () ->
            Refunds.ofVoidProgramme(
                    us(),
                    "IEEPA reciprocal",
                    List.of(PastEntry.of("1", "2025-10-15", "6109.10.00", "VN", "USD 10000")))
                .total()
                .getAmount());
    questions.ask(
        "Q54",
        "MFN 2.5% + S232 autos 12.5%",
        "one call of the jar on a class path",
        () -> duty("8703.23.01", "JP", "2026-11-23").summary());
  }

  private static LandedCost stated(String origin, String rate, String price) {
    return LandedCostCalculator.of("US")
        .price(
            Shipment.of("8708.30.50", origin, price)
                .withFreight("USD 0")
                .withInsurance("USD 0")
                .withMode(TransportMode.SEA),
            StatedDuty.of(rate).withDay("2026-11-23"));
  }
}
