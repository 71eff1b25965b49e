package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.equilibrium.ArmingtonSupplyModel;
import org.tariffeconomics.equilibrium.ReciprocalFormula;
import org.tariffeconomics.investment.BreakEvenReturn;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.investment.Split;
import org.tariffeconomics.investment.Waterfall;

/**
 * Inputs at which a model gave way: one or a few of each kind, with the values of exact fractions,
 * of 40 to 60 digits, or of continuation in many small steps. The unit tests of the models have
 * more.
 */
final class FieldNumbers {

  private final List<FieldCase> found = new ArrayList<>();

  private FieldNumbers() {}

  static List<FieldCase> in(CaseFolder cases) {
    FieldNumbers all = new FieldNumbers();
    if (cases.holds(FieldSuite.HOME + "/numeric.md")) {
      all.breakEven("1", "0%", 1, 1);
      all.breakEven("0.5", "5%", 10, 0.2590091499309134);
      all.breakEven("0.7", "0%", 2, 0.7142857142857143);
      all.breakEven("1", "10%", 5, 0.2637974807947454);
      all.payback("4%", 2, "-1000", "0", "1081.6");
      all.payback("2%", 3, "-1000", "0", "0", "1061.208");
      all.payback("7%", 2, "-1000", "0", "1144.9");
      all.payback("2.5%", 3, "-1000", "0", "0", "1076.890625");
      all.announced(3, 0.25, 0.75, 0.10, 1, 5, 0.80);
      all.announced(3, 0.25, 0.6, 0.10, 1, 5, 0.64);
      all.announced(4, 0.25, 0.14, 0, 6, 7, 0.02);
      all.internal("UNIQUE [0.1]", "-1e-15", "1.1e-15");
      all.internal("SEVERAL [0.1, 0.2]", "1e-13", "-2.3e-13", "1.32e-13");
      all.cleared();
    }
    return all.found;
  }

  private static FieldCase number(String id, double right, FieldCase.Question question) {
    return new FieldCase(id, Double.toString(right), answer -> isNear(right, answer), question);
  }

  private static boolean isNear(double right, @Nullable Object answer) {
    return answer instanceof Number n && Math.abs(n.doubleValue() - right) <= 1e-12 * right;
  }

  private void breakEven(String share, String rate, int years, double right) {
    found.add(
        number(
            "number B1 " + share + " " + rate + " " + years,
            right,
            () ->
                BreakEvenReturn.of(
                        Waterfall.twoStage(
                            Split.toInvestor(new BigDecimal(share)),
                            Rate.parse(rate),
                            Split.toInvestor(BigDecimal.ZERO)),
                        years,
                        Rate.parse(rate))
                    .value()
                    .orElseThrow()
                    .fraction()));
  }

  private void payback(String rate, int period, String... amounts) {
    found.add(
        FieldCase.of(
            "number B2 payback at " + rate,
            OptionalInt.of(period).toString(),
            () -> CashFlows.of(CurrencyUnit.USD, amounts).payback(Rate.parse(rate))));
  }

  private void announced(
      double epsilon,
      double phi,
      double discount,
      double floor,
      double exports,
      double imports,
      double right) {
    found.add(
        number(
            "number B6 announced " + right,
            right,
            () ->
                ReciprocalFormula.usApril2025()
                    .withEpsilon(epsilon)
                    .withPhi(phi)
                    .withDiscount(discount)
                    .withFloor(floor)
                    .rate(exports, imports)
                    .announced()));
  }

  private void internal(String right, String... amounts) {
    found.add(
        FieldCase.of(
            "number B7 " + right,
            right,
            () -> {
              var rates = CashFlows.of(CurrencyUnit.USD, amounts).irr();
              List<Double> rounded =
                  rates.rates().stream()
                      .map(r -> Math.round(r.fraction().doubleValue() * 1e9) / 1e9)
                      .toList();
              return rates.outcome() + " " + rounded;
            }));
  }

  /** Prices of the producers by continuation in 50 steps: 20.9018 and 0.996854. */
  private void cleared() {
    found.add(
        new FieldCase(
            "number B10",
            "20.9018, 0.996854",
            answer ->
                answer instanceof double[] p
                    && Math.abs(p[0] / 20.9018 - 1) < 1e-5
                    && Math.abs(p[1] / 0.996854 - 1) < 1e-5,
            () ->
                ArmingtonSupplyModel.of(
                        new double[] {3.4, 332.8},
                        new double[] {0, 0},
                        new double[] {0.01, 0.1},
                        20)
                    .withDemandElasticity(0)
                    .afterTariffs(0, 20)
                    .producerPrices()));
  }
}
