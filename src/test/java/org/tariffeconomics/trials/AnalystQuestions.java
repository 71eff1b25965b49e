package org.tariffeconomics.trials;

import static org.tariffeconomics.Tariffs.*;
import static org.tariffeconomics.trials.TrialQuestions.billions;
import static org.tariffeconomics.trials.TrialQuestions.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.competitiveness.BookExposure;
import org.tariffeconomics.competitiveness.CountryScore;
import org.tariffeconomics.competitiveness.Criterion;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.Holding;
import org.tariffeconomics.investment.BreakEvenReturn;
import org.tariffeconomics.investment.SnapBack;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.AssessmentRecord;

/** The questions of a risk analyst, and of a journalist. */
final class AnalystQuestions {

  private AnalystQuestions() {}

  static void ask(TrialQuestions questions) {
    part1(questions);
    part2(questions);
  }

  private static void part1(TrialQuestions questions) {
    questions.partly(
        "41 partners with trade and product, not 60 countries",
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
    questions.partly(
        "own and relative rate; nothing is held on redirection, and uncertainty is the user's model",
        "Q33",
        "own 15.0%, relative +5.8 pp",
        "the all-in rate, and the rivals' weighted duty less it",
        () -> {
          Table ranking = market("cars", "2026-11-23").ranking().table();
          return "own "
              + cell(ranking, "KR", "tariff")
              + ", relative "
              + cell(ranking, "KR", "margin");
        });
    questions.ask(
        "Q34",
        "16.00% 18.44%",
        "15 + 10·(1 − 0.9^t)",
        () -> {
          Table path =
              SnapBack.ofConstantHazard(rate("15%"), rate("25%"), new BigDecimal("0.1"), 4).table();
          return path.cell(0, "expected rate") + " " + path.cell(3, "expected rate");
        });
    questions.ask(
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
    questions.ask(
        "Q36",
        "infeasible: earliest end 2043-07-03, 173 months after 2029-01-19",
        "350 / 20 = 17.5 years",
        () -> feasibility("USD 350bn", "USD 20bn", "1 Jan 2026", "19 Jan 2029"));
    questions.ask(
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
    questions.ask(
        "Q38",
        "43.1 33.7",
        "550 / 12.75; 350 / 10.4",
        () ->
            billions(pledgeBenchmark("JP", "2026-11-23").perPoint().orElseThrow())
                + " "
                + billions(pledgeBenchmark("KR", "2026-11-23").perPoint().orElseThrow()));
    questions.ask(
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
    questions.ask(
        "Q40",
        "the same, stamped, and replayed",
        "same inputs, same bits; the record names the version of the book",
        () -> {
          String one = compare("8703.23.01", "2025-09-16", "JP", "KR").toString();
          AssessmentRecord kept =
              duty("8703.23.01", "JP", "2025-09-16").assess(Money.parse("USD 30000")).toRecord();
          return one.equals(compare("8703.23.01", "2025-09-16", "JP", "KR").toString())
                  && one.contains("facts: bundled US measures")
                  && AssessmentRecord.parse(kept.toJson()).replay(us()).isSame()
              ? "the same, stamped, and replayed"
              : one;
        });
  }

  private static void part2(TrialQuestions questions) {
    questions.ask(
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
    questions.ask(
        "Q42",
        "From 27.5% to 15.0%: 12.5 percentage points lower, which is 45.5% of the duty and 9.8% of"
            + " the duty-paid price.",
        "design/output.md, section 3",
        () -> change("27.5%", "15%").sentence());
    questions.ask("Q43", "15% all-in", "EO 14345 s. 2", () -> deal("JP").headline());
    questions.ask(
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
    questions.ask(
        "Q45",
        "known 2025-12-04, effective 2025-11-01",
        "Federal Register of 4 Dec 2025",
        () -> {
          var event =
              deal("KR").lastEvent("autos", day("2025-12-31"), day("2026-11-23")).orElseThrow();
          return "known " + event.knownFrom() + ", effective " + event.effective();
        });
    questions.ask(
        "Q46",
        "10 days, LK without a deal",
        "1 August less 22 July 2025",
        () ->
            deal("KR").nextDeadline(day("2025-07-22")).orElseThrow().daysLeft(day("2025-07-22"))
                + " days"
                + (deals().withoutDeal(day("2025-07-22"), day("2025-07-22")).contains("LK")
                    ? ", LK without a deal"
                    : ""));
    questions.ask(
        "Q47",
        "a picture with its day and source",
        "chart of a comparison",
        () -> {
          String svg = compare("8703.23.01", "2025-09-16", "JP", "KR", "MX").chart().toSvg();
          return svg.contains("2025-09-16") && svg.contains("facts: bundled US measures")
              ? "a picture with its day and source"
              : svg;
        });
    questions.ask(
        "Q48",
        "MFN 2.5% + S232 autos 12.5%; on average between 2.54% and 2.93% (all agreements claimed) to between 3.48% and 3.87% (none)",
        "EO 14345 s. 3; a mean over lines without agreements is near the 3.3 % of the WTO's profile",
        () ->
            duty("8703.23.01", "JP", "2025-09-16").summary()
                + "; on average "
                + averageDuty("2025-01-15").toString().split(": ")[1].split(", ")[0]);
  }
}
