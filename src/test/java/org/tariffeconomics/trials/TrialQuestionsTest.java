package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.competitiveness.BillOfMaterials;
import org.tariffeconomics.competitiveness.BookExposure;
import org.tariffeconomics.competitiveness.ContentRule;
import org.tariffeconomics.competitiveness.CountryScore;
import org.tariffeconomics.competitiveness.Criterion;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.Holding;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.equilibrium.ReciprocalFormula;
import org.tariffeconomics.investment.BreakEvenReturn;
import org.tariffeconomics.investment.DelayCost;
import org.tariffeconomics.investment.SnapBack;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.Incoterm;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.PassThrough;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.StatedDuty;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.AdValoremEquivalent;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.tariffeconomics.uncertainty.InputRange;
import org.tariffeconomics.uncertainty.Tornado;
import org.tariffeconomics.uncertainty.WeightedScenarios;

/**
 * The questions of the first trials, asked again: the 29 that an article of July 2025 on the deal
 * between the United States and Japan raises (A), 34 of an economist, a risk analyst and a
 * journalist, and 20 of an engineer and a developer (Q). Each is an expression with its right value
 * and where that comes from; what cannot be answered yet is listed with the reason.
 */
class TrialQuestionsTest {

  /** A question with its answer; the evidence is a published number or independent arithmetic. */
  private record Question(String id, String right, String evidence, Callable<Object> asked) {}

  private final Map<String, Question> questions = new LinkedHashMap<>();

  /** What waits for other work, by question. */
  private static final Map<String, String> PENDING = new TreeMap<>();

  static {
    PENDING.put("A14", "the threatened rate as counterfactual: deals");
    PENDING.put("A19", "dependence on China: no data on third countries' trade");
    PENDING.put("A22", "offers in kind: a judgement, the register says what was offered");
    PENDING.put("A25", "non-tariff limits: a judgement");
    PENDING.put("Q15", "retaliation: importers other than the United States");
    PENDING.put("Q33", "ability to redirect: no data on third countries' trade");
    PENDING.put("Q50", "entries of several lines: entry");
    PENDING.put("Q52", "answers to keep: entry");
  }

  private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

  private void ask(String id, String right, String evidence, Callable<Object> asked) {
    questions.put(id, new Question(id, right, evidence, asked));
  }

  private static LandedCost car(String origin, String day) {
    return landed(shipment("8703.23.01", origin, "USD 30000", "USD 1330", "USD 207", "sea"), day);
  }

  private static String cell(Table table, String row, String column) {
    for (int i = 0; i < table.rows().size(); i++) {
      if (table.rows().get(i).stream().anyMatch(c -> c.text().equals(row))) {
        return table.cell(i, column).text();
      }
    }
    throw new AssertionError("No row " + row + " in " + table);
  }

  private static String paid(DutyStack stack) {
    return stack.adValoremRate().map(Object::toString).orElse("unknown");
  }

  private static BigDecimal billions(BigMoney money) {
    return money.getAmount().movePointLeft(9).setScale(1, RoundingMode.HALF_UP);
  }

  private void article() {
    ask(
        "A1",
        "3750.00 From 27.5% to 15.0%: 12.5 percentage points lower, which is 45.5% of the duty"
            + " and 9.8% of the duty-paid price.",
        "12.5 % of 30,000; 12.5/27.5; 0.125/1.275",
        () ->
            car("JP", "2025-09-15")
                    .totalOrThrow()
                    .minus(car("JP", "2025-09-16").totalOrThrow())
                    .getAmount()
                + " "
                + change("27.5%", "15%").sentence());
    ask(
        "A2",
        "15% all-in: MFN 2.5% + S232 autos 12.5%",
        "EO 14345 s. 3",
        () -> deal("JP").headline() + ": " + duty("8703.23.01", "JP", "2025-09-16").summary());
    ask(
        "A3",
        "EU pledged 600.0, Japan 550.0; imports 597.473 and 151.34",
        "joint statements of 21 Aug and 4 Sep 2025; US Census 2024",
        () ->
            "EU pledged "
                + billions(pledge("EU").headline())
                + ", Japan "
                + billions(pledge("JP").headline())
                + "; imports "
                + UsTrade.partner("EU").imports().orElseThrow()
                + " and "
                + UsTrade.partner("JP").imports().orElseThrow());
    ask(
        "A4",
        "6.4 51.7 44.6 1.16%",
        "own arithmetic: 12.5 pp on 42.0 bn cars and 12.5 pp on parts; annuity of 10 years at 4 %",
        () -> {
          Table balance = pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10).table();
          return cell(balance, "relief, year 1", "value")
              + " "
              + cell(balance, "relief, PV", "value")
              + " "
              + cell(balance, "cost of keeping it, PV", "value")
              + " "
              + cell(balance, "break-even shortfall a year", "value");
        });
    ask(
        "A5",
        "minimum-access rice: 78.6% of 770000 t used",
        "346,000 t × 1.75 of 770,000 t: nippon.com",
        () -> deal("JP").marketAccess().get(0).whenKept());
    ask(
        "A6",
        "GB 10.0%, EU 15.0%, JP 15.0%, KR 15.0%, CN " + HeadingValues.CHINESE_CAR_LINE,
        "facts/passenger-cars.md",
        () -> {
          Table ranking = market("cars", "2026-11-23").ranking().table();
          return Stream.of("GB", "EU", "JP", "KR", "CN")
              .map(o -> o + " " + cell(ranking, o, "tariff"))
              .reduce((a, b) -> a + ", " + b)
              .get();
        });
    ask(
        "A7",
        "15% 12.50%",
        "15 % − 2.5 pp, the lead of KORUS over MFN",
        () ->
            levelRate("8703.23.01", "2025-09-16", "JP")
                + " "
                + rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP"));
    ask(
        "A8",
        "24.0%, price cut 8.00%",
        "Annex I of EO 14257 lists 24 % for Japan; 1 − 1.15/1.25",
        () ->
            ReciprocalFormula.usApril2025().rate(79.741, 148.209).announced() * 100
                + "%, price cut "
                + priceCut("25%", "15%"));
    ask(
        "A9",
        "KR: 16.4% → [12.1%]; steel 50% 50%; chips 0% 0%",
        "CES arithmetic on 2024 shares; Proclamation 10896 and 10947; HTS 8542 Free",
        () ->
            shareShift("cars", "2025-01-15", "2025-09-16", 5).line("KR")
                + "; steel "
                + paid(duty("7208.39.00", "JP", "2025-09-16"))
                + " "
                + paid(duty("7208.39.00", "KR", "2025-09-16"))
                + "; chips "
                + paid(duty("8542.31.00", "JP", "2025-09-16"))
                + " "
                + paid(duty("8542.31.00", "KR", "2025-09-16")));
    ask(
        "A10",
        "614.0",
        "2 months of 2024 imports (36.84 bn a year) × 10 pp",
        () ->
            new DelayCost(
                    YearMonth.of(2025, 9),
                    List.of(BigMoney.parse("USD 3070000000"), BigMoney.parse("USD 3070000000")),
                    rate("25%"),
                    rate("15%"))
                .total()
                .getAmount()
                .movePointLeft(6)
                .setScale(1, RoundingMode.HALF_UP));
    ask(
        "A11",
        "0% 0% 0%",
        "HTS 8542 Free; chips are exempt from the reciprocal duty (EO of 11 Apr 2025)",
        () ->
            paid(duty("8542.31.00", "TW", "2025-09-16"))
                + " "
                + paid(duty("8542.31.00", "JP", "2025-09-16"))
                + " "
                + paid(duty("8542.31.00", "KR", "2025-09-16")));
    ask(
        "A12",
        "36.5% and 36.5% without a deal",
        "16.5 % + 20 % of EO 14326, Annex I",
        () ->
            paid(duty("6109.10.00", "BD", "2025-08-07"))
                + " and "
                + paid(duty("6109.10.00", "LK", "2025-08-07"))
                + (leftBehind("apparel", "2025-08-07").strictly(new BigDecimal("0.5")).stream()
                        .map(r -> r.candidate().partner())
                        .sorted()
                        .toList()
                        .equals(List.of("BD", "LK"))
                    ? " without a deal"
                    : ""));
    ask(
        "A13",
        "0.00",
        "shirts of Sri Lanka have no rival whose duty changed on 16 Sep 2025",
        () -> points(ownAndRivals("apparel", "2025-09-15", "2025-09-16", "LK").change()));
    ask(
        "A15",
        "10 days",
        "1 August less 22 July 2025",
        () ->
            deal("KR").nextDeadline(day("22 Jul 2025")).orElseThrow().daysLeft(day("2025-07-22"))
                + " days");
    ask(
        "A16",
        "announced, threatened, in force",
        "statement of 22 Jul 2025; letter to Korea of 7 Jul; Federal Register of 16 Sep 2025",
        () ->
            status("JP", "", "2025-07-23", "2025-07-23").orElseThrow()
                + ", "
                + status("KR", "", "2025-07-23", "2025-07-23").orElseThrow()
                + ", "
                + status("JP", "", "2025-09-16", "2025-09-16").orElseThrow());
    ask(
        "A17",
        "7 sectors, no amounts",
        "memorandum of 4 Sep 2025 names sectors without amounts",
        () ->
            pledge("JP").sectors().parts().size()
                + " sectors, "
                + (pledge("JP").sectors().parts().stream().allMatch(p -> p.known().isEmpty())
                    ? "no amounts"
                    : "amounts"));
    ask(
        "A18",
        "2025-09-04 to 2029-01-19",
        "memorandum of 4 Sep 2025",
        () -> pledge("JP").schedule());
    ask(
        "A20",
        "43.1 431.4",
        "550 bn / 12.75 pp of relief; × 10 pp",
        () ->
            billions(pledgeBenchmark("JP", "2026-11-23").perPoint().orElseThrow())
                + " "
                + billions(
                    pledgeBenchmark("JP", "2026-11-23")
                        .atThisPrice(new BigDecimal("0.10"))
                        .orElseThrow()));
    ask(
        "A21",
        "JP: 18.7% → [27.8%]",
        "CES arithmetic on 2024 shares, σ = 5",
        () -> shareShift("cars", "2025-09-15", "2025-09-16", 5).line("JP"));
    ask(
        "A23",
        "-49.1 pp -51.5 pp -53.2 pp -43.2 pp",
        "rivals' weighted duty less 72.5 and 62.5 %",
        () -> {
          Table cars =
              positions("cars", "CN", "2025-09-15", "2025-09-16", "2025-11-01", "2025-11-10");
          return cars.rows().get(0).subList(1, 5).stream()
              .map(Object::toString)
              .reduce((a, b) -> a + " " + b)
              .get();
        });
    ask(
        "A24",
        "own 0.00 rivals -2.37",
        "Japan's share of the rivals, 18.9 %, × 12.5 pp",
        () -> {
          var china = ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN");
          return "own " + points(china.ownEffect()) + " rivals " + points(china.rivalsEffect());
        });
    ask(
        "A26",
        "2025-08-01 -12.5 pp, 2025-09-16 0.0 pp",
        "EO 14345 s. 3 and its retroactive EU annex",
        () -> {
          Table gap = timeline("8703.23.01", "2025-07-01", "2025-12-31", "DE", "JP").table();
          return "2025-08-01 "
              + cell(gap, "2025-08-01", "gap")
              + ", 2025-09-16 "
              + cell(gap, "2025-09-16", "gap");
        });
    ask(
        "A27",
        "-3.00",
        "Japan's share of Mexico's rivals, 24.0 %, × 12.5 pp",
        () -> points(ownAndRivals("cars", "2025-09-15", "2025-09-16", "MX").change()));
    ask(
        "A28",
        "20.0 in 15.0 to 25.0",
        "0.5 × 15 + 0.5 × 25",
        () -> {
          var range =
              WeightedScenarios.of(
                  "duty",
                  "%",
                  List.of(
                      WeightedScenarios.Scenario.of("deal", 0.5, 15),
                      WeightedScenarios.Scenario.of("none", 0.5, 25)));
          return range.expectedValue() + " in " + range.lowest() + " to " + range.highest();
        });
    ask(
        "A29",
        "most gained by GB, most lost by MX",
        "README, job 11: 0.0 to −9.8 pp for MX; GB 0.0 to +10.4",
        () -> {
          Map<Double, String> changes = new TreeMap<>();
          var before = market("cars", "2025-01-15");
          for (String origin : List.of("GB", "EU", "JP", "KR", "MX", "CA", "CN")) {
            changes.put(before.erosion(origin, market("cars", "2026-11-23")).change(), origin);
          }
          List<String> order = List.copyOf(changes.values());
          return "most gained by " + order.get(order.size() - 1) + ", most lost by " + order.get(0);
        });
  }

  private static String points(double fraction) {
    return BigDecimal.valueOf(fraction)
        .movePointRight(2)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The new share of an origin by a formula of its own, from the old shares and both tariffs. */
  private static String ownShares(String origin, double... sigmas) {
    Table before = shareShift("cars", "2025-09-15", "2025-09-16", 1).table();
    StringBuilder shares = new StringBuilder();
    for (double sigma : sigmas) {
      double own = 0;
      double all = 0;
      for (int i = 0; i < before.rows().size(); i++) {
        if (before.cell(i, "share").isKnown()) {
          double old = before.number(i, "tariff").doubleValue();
          double now = before.number(i, "new tariff").doubleValue();
          double part =
              before.number(i, "share").doubleValue() * Math.pow((1 + now) / (1 + old), -sigma);
          all += part;
          own += before.cell(i, "origin").text().equals(origin) ? part : 0;
        }
      }
      shares.append(shares.length() == 0 ? "" : " ");
      shares
          .append(BigDecimal.valueOf(own / all * 100).setScale(1, RoundingMode.HALF_UP))
          .append('%');
    }
    return shares.toString();
  }

  private void economist() {
    ask(
        "Q1",
        "15% 12.50%",
        "as A7",
        () ->
            levelRate("8703.23.01", "2025-09-16", "JP")
                + " "
                + rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP"));
    ask(
        "Q2",
        "-2.5 pp -2.5 pp +10.0 pp 0.0 pp",
        "README, job 2",
        () -> {
          Table gaps =
              timeline("8703.23.01", "1 Jan 2025", "31 Dec 2025", "South Korea", "Japan").table();
          return gaps.rows().stream().map(r -> r.get(3).text()).reduce((a, b) -> a + " " + b).get();
        });
    ask(
        "Q3",
        "GB EU JP KR",
        "margins of 23 Nov 2026, largest first",
        () ->
            market("cars", "2026-11-23").ranking().positions().stream()
                .limit(4)
                .map(p -> p.origin())
                .reduce((a, b) -> a + " " + b)
                .get());
    ask(
        "Q4",
        "+37.5 pp -5.0 pp",
        "52.5 − 15 and 10 − 15 on 8703.23.01",
        () -> {
          Table heat = market("cars", "2026-11-23").heatTable("KR");
          return heat.cell(0, "vs CN") + " " + heat.cell(0, "vs GB");
        });
    ask(
        "Q5",
        "5%; 16.0% against 15.0% at 6%",
        "15 − 10; 6 + 10 and max(6, 15)",
        () ->
            terms("10%", "15%").breakEvenBase().orElseThrow()
                + "; "
                + terms("10%", "15%").totalAdding(rate("6%")).toText(1)
                + " against "
                + terms("10%", "15%").totalAllIn(rate("6%")).toText(1)
                + " at 6%");
    ask(
        "Q6",
        "[BD, LK]",
        "no deal, above the median, more than half of sales in apparel on 7 Aug 2025",
        () ->
            leftBehind("apparel", "2025-08-07").strictly(new BigDecimal("0.5")).stream()
                .map(r -> r.candidate().partner())
                .sorted()
                .toList());
    ask(
        "Q7",
        "36.5% 36.5% 41.5% 36.5% 35.5% 35.5% 0.73%",
        "16.5 % + EO 14326 Annex I (20, 20, 25, 20, 19, 19); 1 − 1.355/1.365",
        () ->
            Stream.of("LK", "BD", "IN", "VN", "KH", "PK")
                    .map(o -> paid(duty("6109.10.00", o, "2025-08-07")))
                    .reduce((a, b) -> a + " " + b)
                    .get()
                + " "
                + priceCut("36.5%", "35.5%"));
    ask(
        "Q8",
        "-2.37",
        "as A24",
        () -> points(ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN").rivalsEffect()));
    ask(
        "Q9",
        "[MFN 2.5%, S301 China 25.0%, IEEPA China 20.0%, S232 autos 25.0%]",
        "HTS 8703.23.01; list 1; EO 14228; Proclamation 10908",
        () -> duty("8703.23.01", "CN", "2025-09-16").adValoremLayers());
    ask(
        "Q10",
        "1.508%",
        "2,282.2 m of duty on 151.34 bn: US Census 2024",
        () -> {
          var japan = UsTrade.partner("JP");
          return japan
                  .dutyMillions()
                  .orElseThrow()
                  .divide(japan.imports().orElseThrow(), 10, RoundingMode.HALF_UP)
                  .movePointLeft(1)
                  .setScale(3, RoundingMode.HALF_UP)
              + "%";
        });
    ask(
        "Q11",
        "54% to 24%",
        "16.5 + 7.5 + 20 + 10 less the two emergency duties",
        () ->
            paid(duty("6109.10.00", "CN", "2025-10-15"))
                + " to "
                + paid(
                    us().without("IEEPA reciprocal")
                        .without("IEEPA China")
                        .on("2025-10-15")
                        .stack(HsCode.of("6109.10.00"), Country.of("CN"))));
    ask(
        "Q12",
        "15% for 90%, 10% top-up; 14.5% over the preference",
        "0.9 · 15 + 0.1 · 10",
        () -> {
          // an all-in 15 % tops up 5 % MFN by 10 points, and 0 % under the preference by 15
          String claimed = rate("0%").to(rate("15%")).points().movePointRight(2).toPlainString();
          BigDecimal mixed =
              new BigDecimal("0.9")
                  .multiply(new BigDecimal(claimed))
                  .add(
                      new BigDecimal("0.1")
                          .multiply(rate("5%").to(rate("15%")).points().movePointRight(2)));
          return allIn("5%", "15%")
              + " for 90%, "
              + rate("5%")
                  .to(rate("15%"))
                  .points()
                  .movePointRight(2)
                  .stripTrailingZeros()
                  .toPlainString()
              + "% top-up; "
              + mixed.stripTrailingZeros().toPlainString()
              + "% over the preference";
        });
    ask(
        "Q13",
        "100.0 a month",
        "1 bn × 10 pp",
        () ->
            new DelayCost(
                        YearMonth.of(2025, 9),
                        List.of(BigMoney.parse("USD 1000000000")),
                        rate("25%"),
                        rate("15%"))
                    .perMonth()
                    .get(0)
                    .getAmount()
                    .movePointLeft(6)
                    .setScale(1, RoundingMode.HALF_UP)
                + " a month");
    ask(
        "Q14",
        ownShares("JP", 3, 5, 8),
        "own arithmetic: share · ((1 + new) / (1 + old))^−σ, made to sum to 1",
        () -> {
          Table shares = shareShift("cars", "2025-09-15", "2025-09-16", 3, 5, 8).table();
          return cell(shares, "JP", "sigma 3.0")
              + " "
              + cell(shares, "JP", "sigma 5.0")
              + " "
              + cell(shares, "JP", "sigma 8.0");
        });
    ask(
        "Q16",
        "605500 t, 78.6%",
        "346,000 × 1.75; of 770,000",
        () ->
            Quantity.parse("346000 t").times(new BigDecimal("1.75"))
                + ", "
                + deal("JP")
                    .marketAccess()
                    .get(0)
                    .whenKept()
                    .toString()
                    .replaceAll(".*: ([0-9.]+%).*", "$1"));
    ask(
        "Q17",
        "227.33%",
        "341 / 150",
        () ->
            AdValoremEquivalent.compare(
                    DutyRate.of("341 JPY/kg"),
                    List.of(
                        UnitValue.ofFlow(
                            BigMoney.parse("JPY 150"),
                            Source.user("spot"),
                            Quantity.parse("1 kg"))))
                .cell(0, "equivalent")
                .text());
  }

  private void analyst() {
    ask(
        "Q32",
        "MX, CN",
        "imports of 2024, US Census: Mexico 505.9, China 438.9, Canada 412.7 bn",
        () -> {
          Map<String, Figure> imports = new TreeMap<>();
          UsTrade.partners().stream()
              .filter(p -> !p.partner().equals("EU"))
              .forEach(
                  p ->
                      imports.put(
                          p.partner(),
                          p.imports()
                              .map(i -> Figure.of(i.doubleValue()))
                              .orElseGet(() -> Figure.unknown("not found"))));
          return CountryScore.of(
                  "exposure",
                  CountryScore.Scale.RANK,
                  List.of(Criterion.raising("imports", 1, imports)))
              .lines()
              .stream()
              .limit(2)
              .map(l -> l.country())
              .reduce((a, b) -> a + ", " + b)
              .get();
        });
    ask(
        "Q34",
        "16.00% 18.44%",
        "15 + 10·(1 − 0.9^t)",
        () -> {
          Table path =
              SnapBack.ofConstantHazard(rate("15%"), rate("25%"), new BigDecimal("0.1"), 4).table();
          return path.cell(0, "expected rate") + " " + path.cell(3, "expected rate");
        });
    ask(
        "Q35",
        "6.5% 176.1",
        "36/550; 514 bn over 1,066 days / 365.25",
        () ->
            progress("JP", "approved", "18 Feb 2026")
                    .share()
                    .movePointRight(2)
                    .setScale(1, RoundingMode.HALF_UP)
                + "% "
                + billions(
                    progress("JP", "approved", "2026-02-18").requiredPerYear().orElseThrow()));
    ask(
        "Q36",
        "infeasible: earliest end 2043-07-03, 173 months after 2029-01-19",
        "350 / 20 = 17.5 years",
        () -> feasibility("USD 350bn", "USD 20bn", "1 Jan 2026", "19 Jan 2029"));
    ask(
        "Q37",
        "7.1 36.37%",
        "51.7 − 44.6; own solution of the 50/50 and 10/90 split at 4 %",
        () ->
            billions(pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10).balance())
                + " "
                + BreakEvenReturn.of(pledge("JP").terms().cashFlows().orElseThrow(), 10, rate("4%"))
                    .value()
                    .orElseThrow()
                    .toText(2));
    ask(
        "Q38",
        "43.1 33.7",
        "550 / 12.75; 350 / 10.4",
        () ->
            billions(pledgeBenchmark("JP", "2026-11-23").perPoint().orElseThrow())
                + " "
                + billions(pledgeBenchmark("KR", "2026-11-23").perPoint().orElseThrow()));
    ask(
        "Q39",
        "100 of 150 behind",
        "KR 15 pp behind GB, DE 5 pp and not more than 5",
        () -> {
          Table book =
              BookExposure.of(
                      List.of(
                          Holding.of("Hyundai", "KR", "8703.23.01", 100),
                          Holding.of("BMW", "DE", "8703.23.01", 50)),
                      "USD m",
                      market("cars", "2025-09-16"),
                      0.05,
                      0.0)
                  .table();
          return (book.cell(0, "mark").text().equals("behind")
                  && book.cell(1, "mark").text().isEmpty())
              ? "100 of 150 behind"
              : book.toString();
        });
    ask(
        "Q40",
        "the same, and stamped",
        "same inputs, same bits",
        () -> {
          String one = compare("8703.23.01", "2025-09-16", "JP", "KR").toString();
          return one.equals(compare("8703.23.01", "2025-09-16", "JP", "KR").toString())
                  && one.contains("facts: bundled US measures")
              ? "the same, and stamped"
              : one;
        });
  }

  private void journalist() {
    ask(
        "Q41",
        "37862.50 37777.50, right as rounded",
        "30,290 × 1.25 and 32,850 × 1.15: Maeil/Pulse reported 37,863 and 37,778",
        () ->
            BigMoney.parse("USD 30290").multipliedBy(rate("25%").power()).getAmount().setScale(2)
                + " "
                + BigMoney.parse("USD 32850")
                    .multipliedBy(rate("15%").power())
                    .getAmount()
                    .setScale(2)
                + ", "
                + ClaimCheck.ofAmount(
                        "price",
                        "USD 37,863",
                        Optional.of(BigMoney.parse("USD 37862.50")),
                        List.of())
                    .verdict());
    ask(
        "Q42",
        "From 27.5% to 15.0%: 12.5 percentage points lower, which is 45.5% of the duty and 9.8% of"
            + " the duty-paid price.",
        "design/output.md, section 3",
        () -> change("27.5%", "15%").sentence());
    ask("Q43", "15% all-in", "EO 14345 s. 2", () -> deal("JP").headline());
    ask(
        "Q44",
        "BD +10.0 pp, JP -10.0 pp; unchanged: GB",
        "EO 14326 Annex I; EO 14345 s. 2, retroactive to 7 Aug 2025",
        () -> {
          var change = beforeAfter("6109.10.00", "2025-07-31", "2025-08-08", "BD", "JP", "GB");
          return "BD "
              + cell(change.table(), "BD", "change")
              + ", JP "
              + cell(change.table(), "JP", "change")
              + "; unchanged: "
              + change.unchanged().get(0).origin();
        });
    ask(
        "Q45",
        "known 2025-12-04, effective 2025-11-01",
        "Federal Register of 4 Dec 2025",
        () -> {
          var event = deal("KR").lastEvent("autos", day("2025-12-31"), NOW).orElseThrow();
          return "known " + event.knownFrom() + ", effective " + event.effective();
        });
    ask(
        "Q46",
        "10 days, LK without a deal",
        "1 August less 22 July 2025",
        () ->
            deal("KR").nextDeadline(day("2025-07-22")).orElseThrow().daysLeft(day("2025-07-22"))
                + " days"
                + (deals().withoutDeal(day("2025-07-22"), day("2025-07-22")).contains("LK")
                    ? ", LK without a deal"
                    : ""));
    ask(
        "Q47",
        "a picture with its day and source",
        "chart of a comparison",
        () -> {
          String svg = compare("8703.23.01", "2025-09-16", "JP", "KR", "MX").chart().toSvg();
          return svg.contains("2025-09-16") && svg.contains("facts: bundled US measures")
              ? "a picture with its day and source"
              : svg;
        });
    ask(
        "Q48",
        "MFN 2.5% + S232 autos 12.5%",
        "EO 14345 s. 3",
        () -> duty("8703.23.01", "JP", "2025-09-16").summary());
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

  private void engineer() {
    ask(
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
    ask("Q19", "8.00%", "1 − 1.15/1.25", () -> priceCut("25%", "15%"));
    ask("Q20", "24.72%", "32,850 × 1.15 / 30,290 − 1", () -> flipRate("$30,290", "$32,850", "15%"));
    ask("Q21", "8.70%", "1.25/1.15 − 1", () -> depreciation("25%", "15%"));
    ask(
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
    ask(
        "Q23",
        "-17500.00",
        "100,000 × −12.5 pp + 50,000 × −10 pp",
        () -> {
          var change = beforeAfter("8703.23.01", "2025-09-15", "2025-11-23", "JP", "KR");
          Map<String, String> sales = Map.of("JP", "100000", "KR", "50000");
          return change.rows().stream()
              .map(
                  r ->
                      new BigDecimal(sales.get(r.origin().country().alpha2()))
                          .multiply(r.change().orElseThrow().points()))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .setScale(2, RoundingMode.HALF_UP);
        });
    ask(
        "Q24",
        "37453.00",
        "0.6 · 36,178 + 0.3 · 39,178 + 0.1 · 39,928 = 37,453",
        () ->
            BigDecimal.valueOf(
                    WeightedScenarios.of(
                            "landed",
                            "USD",
                            List.of(
                                WeightedScenarios.Scenario.of("15", 0.6, 36_178),
                                WeightedScenarios.Scenario.of("25", 0.3, 39_178),
                                WeightedScenarios.Scenario.of("27.5", 0.1, 39_928)))
                        .expectedValue())
                .setScale(2, RoundingMode.HALF_UP));
    ask(
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
    ask(
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
    ask(
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
    ask(
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
    ask(
        "Q29",
        "buyer 0.6",
        "a pass-through of 0.6 is the buyer's part",
        () -> "buyer " + PassThrough.of(0.6).buyerShare());
    ask(
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
    ask(
        "Q31",
        "0.4",
        "20 % below a quarter of Chinese content, 40 % from there",
        () ->
            ContentRule.of(
                    "Chinese content",
                    List.of(ContentRule.Step.of(0, 0.20), ContentRule.Step.of(0.25, 0.40)))
                .tariffAt(0.30));
    ask(
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
    ask(
        "Q51",
        "UNDETERMINED with a reason",
        "unknown is never zero",
        () -> {
          DutyStack none = duty("9999.99.99", "JP", "2025-09-16");
          return none.outcome() + (none.reasons().isEmpty() ? "" : " with a reason");
        });
    ask(
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
    ask(
        "Q54",
        "MFN 2.5% + S232 autos 12.5%",
        "one call of the jar on a class path",
        () -> duty("8703.23.01", "JP", "2026-11-23").summary());
  }

  private Map<String, Question> all() {
    questions.clear();
    article();
    economist();
    analyst();
    journalist();
    engineer();
    return questions;
  }

  @TestFactory
  Stream<DynamicTest> every_question_that_is_answered_is_answered_rightly() {
    return all().values().stream()
        .map(
            q ->
                DynamicTest.dynamicTest(
                    q.id(),
                    () -> assertEquals(q.right(), String.valueOf(q.asked().call()), q.evidence())));
  }

  @Test
  void every_question_of_the_trials_is_answered_or_pending_and_at_least_seventy_are_answered() {
    Set<String> asked = new TreeSet<>();
    range(asked, "A", 1, 29);
    range(asked, "Q", 1, 54);
    Set<String> held = new TreeSet<>(all().keySet());
    held.addAll(PENDING.keySet());
    assertEquals(asked, held);
    assertTrue(all().size() >= 70, () -> all().size() + " of 83 answered");
    assertEquals(83, all().size() + PENDING.size(), "no question is answered and pending");
  }

  private static void range(Set<String> ids, String letter, int first, int last) {
    for (int i = first; i <= last; i++) {
      ids.add(letter + i);
    }
  }
}
