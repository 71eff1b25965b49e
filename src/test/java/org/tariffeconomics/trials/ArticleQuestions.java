package org.tariffeconomics.trials;

import static org.tariffeconomics.Tariffs.*;
import static org.tariffeconomics.trials.TrialQuestions.billions;
import static org.tariffeconomics.trials.TrialQuestions.car;
import static org.tariffeconomics.trials.TrialQuestions.cell;
import static org.tariffeconomics.trials.TrialQuestions.paid;
import static org.tariffeconomics.trials.TrialQuestions.points;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tariffeconomics.equilibrium.ReciprocalFormula;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.uncertainty.WeightedScenarios;

/** The questions that an article of July 2025 on the deal of Japan and the United States raises. */
final class ArticleQuestions {

  private ArticleQuestions() {}

  static void ask(TrialQuestions questions) {
    part1(questions);
    part2(questions);
    part3(questions);
    part4(questions);
  }

  private static void part1(TrialQuestions questions) {
    questions.ask(
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
    questions.ask(
        "A2",
        "15% all-in: MFN 2.5% + S232 autos 12.5%",
        "EO 14345 s. 3",
        () -> deal("JP").headline() + ": " + duty("8703.23.01", "JP", "2025-09-16").summary());
    questions.ask(
        "A3",
        "goods trade a year: no, investment pledged: no, pledge that binds a state: yes",
        "RCEP 2,300 bn of trade; UAE 1,400 bn announced; the memorandum of 4 Sep 2025 binds",
        () -> {
          Table measures = largestDeals("JP");
          return Stream.of("goods trade a year", "investment pledged", "pledge that binds a state")
              .map(
                  m ->
                      m
                          + ": "
                          + measures.rows().stream()
                              .filter(r -> r.get(0).text().startsWith(m.substring(0, 17)))
                              .map(r -> r.get(r.size() - 1).text())
                              .findFirst()
                              .orElse("not there"))
              .reduce((a, b) -> a + ", " + b)
              .get();
        });
    questions.ask(
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
    questions.ask(
        "A5",
        "minimum-access rice: 78.6% of 770000 t used",
        "346,000 t × 1.75 of 770,000 t: nippon.com",
        () -> deal("JP").marketAccess().get(0).whenKept());
    questions.ask(
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
    questions.ask(
        "A7",
        "15% 12.50%",
        "15 % − 2.5 pp, the lead of KORUS over MFN",
        () ->
            levelRate("8703.23.01", "2025-09-16", "JP")
                + " "
                + rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP"));
    questions.ask(
        "A8",
        "24.0%, price cut 8.00%",
        "Annex I of EO 14257 lists 24 % for Japan; 1 − 1.15/1.25",
        () ->
            ReciprocalFormula.usApril2025().rate(79.741, 148.209).announced() * 100
                + "%, price cut "
                + priceCut("25%", "15%"));
    questions.ask(
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
  }

  private static void part2(TrialQuestions questions) {
    questions.ask(
        "A10",
        "KR, cars, 46 days: USD 0.41 bn on a twelfth of 2024-09/2025-08, USD 0.46 bn at 2024 trade,"
            + " USD 0.41 bn paid above in transport equipment",
        "36.84 bn of 2024 × 46/365 × 10 pp = 0.464; the others by the monthly imports",
        () -> delay("KR", "cars", "2025-09-16", "2025-11-01"));
    questions.ask(
        "A11",
        "0% 0% 0%",
        "HTS 8542 Free; chips are exempt from the reciprocal duty (EO of 11 Apr 2025)",
        () ->
            paid(duty("8542.31.00", "TW", "2025-09-16"))
                + " "
                + paid(duty("8542.31.00", "JP", "2025-09-16"))
                + " "
                + paid(duty("8542.31.00", "KR", "2025-09-16")));
    questions.ask(
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
    questions.ask(
        "A13",
        "0.00",
        "shirts of Sri Lanka have no rival whose duty changed on 16 Sep 2025",
        () -> points(ownAndRivals("apparel", "2025-09-15", "2025-09-16", "LK").change()));
    questions.ask(
        "A14",
        "id-2026-art: 35.5% instead of 48.5%, worth 13 points;"
            + " ph-2025-announced: 35.5% instead of 36.5%, worth 1 points",
        "16.5 + 19 against 16.5 + 32 and + 20: EO 14326 and the letters of July 2025",
        () ->
            withoutDeal("ID", "6109.10", "2025-08-07")
                + "; "
                + withoutDeal("PH", "6109.10", "2025-08-07"));
    questions.ask(
        "A15",
        "10 days; after it LK 26.5% to 60.5%, ID 26.5% to 48.5%",
        "1 August less 22 July 2025; 16.5 % + 44 % of EO 14257 (suspended until then) and + 32 %",
        () -> {
          Table next = ahead("2025-07-22", "6109.10", "LK", "ID").table();
          return deal("KR")
                  .nextDeadline(day("22 Jul 2025"))
                  .orElseThrow()
                  .daysLeft(day("2025-07-22"))
              + " days; after it LK "
              + steps(next, "LK")
              + ", ID "
              + steps(next, "ID");
        });
    questions.ask(
        "A16",
        "announced, threatened, in force",
        "statement of 22 Jul 2025; letter to Korea of 7 Jul; Federal Register of 16 Sep 2025",
        () ->
            status("JP", "", "2025-07-23", "2025-07-23").orElseThrow()
                + ", "
                + status("KR", "", "2025-07-23", "2025-07-23").orElseThrow()
                + ", "
                + status("JP", "", "2025-09-16", "2025-09-16").orElseThrow());
    questions.ask(
        "A17",
        "7 sectors, no amounts",
        "memorandum of 4 Sep 2025 names sectors without amounts",
        () ->
            pledge("JP").sectors().parts().size()
                + " sectors, "
                + (pledge("JP").sectors().parts().stream().allMatch(p -> p.known().isEmpty())
                    ? "no amounts"
                    : "amounts"));
    questions.ask(
        "A18",
        "2025-09-04 to 2029-01-19",
        "memorandum of 4 Sep 2025",
        () -> pledge("JP").schedule());
  }

  private static void part3(TrialQuestions questions) {
    questions.ask(
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
    questions.partly(
        "the shares it wins, not the money; what rivals pay meanwhile is A10",
        "A21",
        "JP: 18.7% → [27.8%]",
        "CES arithmetic on 2024 shares, σ = 5",
        () -> shareShift("cars", "2025-09-15", "2025-09-16", 5).line("JP"));
    questions.ask(
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
    questions.ask(
        "A24",
        "own 0.00 rivals -2.37",
        "Japan's share of the rivals, 18.9 %, × 12.5 pp",
        () -> {
          var china = ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN");
          return "own " + points(china.ownEffect()) + " rivals " + points(china.rivalsEffect());
        });
    questions.ask(
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
    questions.ask(
        "A27",
        "-3.00",
        "Japan's share of Mexico's rivals, 24.0 %, × 12.5 pp",
        () -> points(ownAndRivals("cars", "2025-09-15", "2025-09-16", "MX").change()));
    questions.ask(
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
    questions.partly(
        "for one sector at a time; no table over all sectors at once",
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
    questions.judgement(
        "A19", "no trade of third countries is held, so dependence is not computed");
  }

  private static void part4(TrialQuestions questions) {
    questions.judgement(
        "A22", "offers in kind: the register says what was offered; weighing them is a judgement");
    questions.judgement("A25", "limits that are no tariff: a judgement, beyond duties");
  }

  /**
   * The duty before and after the next change of the law for an origin, in a table of what lies
   * ahead.
   */
  private static String steps(Table ahead, String origin) {
    return ahead.rows().stream()
        .filter(row -> row.get(1).text().equals("law") && row.get(2).text().equals(origin))
        .map(row -> row.get(4).text() + " to " + row.get(5).text())
        .findFirst()
        .orElse("nothing");
  }
}
