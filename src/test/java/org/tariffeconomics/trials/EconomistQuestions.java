package org.tariffeconomics.trials;

import static org.tariffeconomics.Tariffs.*;
import static org.tariffeconomics.trials.TrialQuestions.cell;
import static org.tariffeconomics.trials.TrialQuestions.paid;
import static org.tariffeconomics.trials.TrialQuestions.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.investment.DelayCost;
import org.tariffeconomics.rate.AdValoremEquivalent;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** The questions of a trade economist. */
final class EconomistQuestions {

  private EconomistQuestions() {}

  static void ask(TrialQuestions questions) {
    part1(questions);
    part2(questions);
  }

  private static void part1(TrialQuestions questions) {
    questions.ask(
        "Q1",
        "15% 12.50%",
        "as A7",
        () ->
            levelRate("8703.23.01", "2025-09-16", "JP")
                + " "
                + rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "KR", "JP"));
    questions.ask(
        "Q2",
        "-2.5 pp -2.5 pp +10.0 pp 0.0 pp",
        "README, job 2",
        () -> {
          Table gaps =
              timeline("8703.23.01", "1 Jan 2025", "31 Dec 2025", "South Korea", "Japan").table();
          return gaps.rows().stream().map(r -> r.get(3).text()).reduce((a, b) -> a + " " + b).get();
        });
    questions.ask(
        "Q3",
        "GB EU JP KR",
        "margins of 23 Nov 2026, largest first",
        () ->
            market("cars", "2026-11-23").ranking().positions().stream()
                .limit(4)
                .map(p -> p.origin())
                .reduce((a, b) -> a + " " + b)
                .get());
    questions.partly(
        "for the sectors of the bundled markets; a basket of one's own is built by hand",
        "Q4",
        "+37.5 pp -5.0 pp",
        "52.5 − 15 and 10 − 15 on 8703.23.01",
        () -> {
          Table heat = market("cars", "2026-11-23").heatTable("KR");
          return heat.cell(0, "vs CN") + " " + heat.cell(0, "vs GB");
        });
    questions.ask(
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
    questions.ask(
        "Q6",
        "[BD, LK]",
        "no deal, above the median, more than half of sales in apparel on 7 Aug 2025",
        () ->
            leftBehind("apparel", "2025-08-07").strictly(new BigDecimal("0.5")).stream()
                .map(r -> r.candidate().partner())
                .sorted()
                .toList());
    questions.ask(
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
    questions.ask(
        "Q8",
        "-2.37",
        "as A24",
        () -> points(ownAndRivals("cars", "2025-09-15", "2025-09-16", "CN").rivalsEffect()));
    questions.ask(
        "Q9",
        "[MFN 2.5%, S301 China 25.0%, IEEPA China 20.0%, S232 autos 25.0%]",
        "HTS 8703.23.01; list 1; EO 14228; Proclamation 10908",
        () -> duty("8703.23.01", "CN", "2025-09-16").adValoremLayers());
  }

  private static void part2(TrialQuestions questions) {
    questions.ask(
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
    questions.ask(
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
    questions.ask(
        "Q12",
        "FTA 0.0% + floor 15.0% for 90%, MFN 5.0% + floor 10.0% for 10%: a top-up of 14.5%",
        "0.9 · 15 + 0.1 · 10",
        () -> {
          TariffLaw law =
              TariffBook.us(
                      TariffMeasure.base("8708", "5%"),
                      TariffMeasure.preference("FTA", "8708", "KR", "0%"),
                      TariffMeasure.topsUpTo("floor", "8708", "KR", "15%"))
                  .on("2026-01-01");
          HsCode part = HsCode.of("8708.29");
          DutyStack claimed = law.stack(part, Country.of("KR"), DeclaredFacts.claiming("FTA"));
          DutyStack plain = law.stack(part, Country.of("KR"));
          BigDecimal topUp =
              new BigDecimal("0.9")
                  .multiply(topUp(claimed))
                  .add(new BigDecimal("0.1").multiply(topUp(plain)));
          return claimed.summary()
              + " for 90%, "
              + plain.summary()
              + " for 10%: a top-up of "
              + topUp.movePointRight(2).stripTrailingZeros().toPlainString()
              + "%";
        });
    questions.ask(
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
    questions.ask(
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
    questions.ask(
        "Q15",
        "CA in force 4, CN in force 6 and unknown 2",
        "Canada: SOR 2025-66, -118, -119 and of 2026; China: State Council 2018-2025; README there",
        () ->
            "CA in force "
                + retaliation("CA", "2026-11-28")
                    .toString()
                    .split(": in force: ")[1]
                    .split(", ")
                    .length
                + ", CN in force "
                + retaliation("CN", "2026-11-28")
                    .toString()
                    .split(": in force: ")[1]
                    .split("; ")[0]
                    .split(", ")
                    .length
                + " and unknown "
                + retaliation("CN", "2026-11-28")
                    .toString()
                    .split("unknown: ")[1]
                    .split(", ")
                    .length);
    questions.ask(
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
    questions.ask(
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

  private static BigDecimal topUp(DutyStack stack) {
    return stack.adValoremLayers().stream()
        .filter(layer -> layer.toString().startsWith("floor"))
        .map(layer -> layer.rate().fraction())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
