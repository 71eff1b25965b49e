package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.investment.DealBalance;
import org.tariffeconomics.investment.Outlook;
import org.tariffeconomics.investment.Payout;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.PledgeCost;
import org.tariffeconomics.investment.ReliefLine;
import org.tariffeconomics.investment.Split;
import org.tariffeconomics.investment.TariffRelief;
import org.tariffeconomics.investment.Waterfall;

/** The closed-form methods of the {@code investment} package. */
final class InvestmentFormulas implements FormulaRoom {

  @Override
  public Map<String, Function<CaseInputs, Object>> methods() {
    return Map.of(
        "npv_irr", InvestmentFormulas::npvIrr,
        "waterfall_50_50_then_90_10", InvestmentFormulas::waterfall,
        "deal_break_even", InvestmentFormulas::dealBreakEven,
        "gdp_benchmark", InvestmentFormulas::gdpBenchmark);
  }

  private static Object npvIrr(CaseInputs inputs) {
    CashFlows flows = CashFlows.of(CurrencyUnit.USD, inputs.decimals("cashFlows"));
    Rate rate = rate(inputs, "rate");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("npv", flows.npv(rate).getAmount());
    result.put("irr", flows.irr().single().map(Rate::fraction).orElse(null));
    result.put(
        "annuityEquivalent",
        flows.periods() == 0 ? null : flows.annuityEquivalent(rate).getAmount());
    return result;
  }

  private static Object waterfall(CaseInputs inputs) {
    Waterfall terms =
        Waterfall.twoStage(
            Split.toInvestor(inputs.decimal("investorShareUntilRecoup")),
            rate(inputs, "rate"),
            Split.toInvestor(inputs.decimal("investorShareAfter")));
    Payout shared =
        terms.distribute(
            money(inputs, "commitment"),
            inputs.decimals("cashFlows").stream().map(InvestmentFormulas::usd).toList());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("investorTotal", shared.investorTotal().getAmount());
    result.put("hostTotal", shared.hostTotal().getAmount());
    result.put("recoupPeriod", orNull(shared.recoupPeriod()));
    result.put(
        "rows",
        shared.rows().stream()
            .map(
                row ->
                    List.of(
                        row.investor().getAmount(),
                        row.host().getAmount(),
                        row.outstanding().getAmount()))
            .toList());
    return result;
  }

  private static Object dealBreakEven(CaseInputs inputs) {
    int years = inputs.whole("years");
    ReliefLine line =
        ReliefLine.of("all", money(inputs, "importsYear1"), rate(inputs, "t0"), rate(inputs, "t1"))
            .withCoveredShare(inputs.decimal("coveredShare", "1"));
    PledgeCost cost =
        PledgeCost.ofReturnShortfall(
            money(inputs, "commitment"), rate(inputs, "annualReturnShortfall"), years);
    DealBalance deal =
        new DealBalance(
            "case",
            TariffRelief.of(line),
            cost,
            new Outlook(rate(inputs, "discount"), rate(inputs, "growth"), years));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("tariffReliefYear1", deal.reliefFirstYear().getAmount());
    result.put("pvRelief", deal.pvRelief().getAmount());
    result.put("pvCommitmentCost", deal.pvCost().getAmount());
    result.put("netPv", deal.balance().getAmount());
    result.put("breakEvenShortfall", deal.breakEvenShortfall().orElse(null));
    result.put("equivalentUpfrontGrantShare", deal.upfrontGrantShare().orElse(null));
    result.put("horizon", orNull(deal.horizon()));
    return result;
  }

  private static Object gdpBenchmark(CaseInputs inputs) {
    PledgeBenchmark pledge =
        PledgeBenchmark.of(inputs.text("country"), money(inputs, "commitmentUsdBn"));
    Optional<BigDecimal> share =
        inputs.number("gdpUsdBn", 0) > 0
            ? pledge.withGdp(money(inputs, "gdpUsdBn")).shareOfGdp()
            : pledge.shareOfGdp();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("shareOfGdp", share.orElse(null));
    return result;
  }

  private static Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static BigMoney usd(BigDecimal amount) {
    return BigMoney.of(CurrencyUnit.USD, amount);
  }

  private static BigMoney money(CaseInputs inputs, String key) {
    return usd(inputs.decimal(key));
  }

  private static Rate rate(CaseInputs inputs, String key) {
    return Rate.fraction(inputs.decimal(key));
  }
}
