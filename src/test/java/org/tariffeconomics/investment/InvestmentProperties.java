package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

class InvestmentProperties {

  private static final LocalDate START = LocalDate.parse("2025-01-01");
  private static final Source SOURCE = Source.user("a case");

  @Provide
  Arbitrary<BigMoney> amounts() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("100000"))
        .ofScale(2)
        .map(amount -> BigMoney.of(USD, amount));
  }

  @Provide
  Arbitrary<BigMoney> positive() {
    return amounts().filter(BigMoney::isPositive);
  }

  @Provide
  Arbitrary<Rate> rates() {
    return Arbitraries.integers().between(0, 3_000).map(bp -> Rate.percent(percent(bp)));
  }

  @Provide
  Arbitrary<List<BigMoney>> cash() {
    return amounts().list().ofMinSize(1).ofMaxSize(25);
  }

  private static BigDecimal percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints).movePointLeft(2);
  }

  @Provide
  Arbitrary<Split> splits() {
    return Arbitraries.integers()
        .between(1, 100)
        .map(share -> Split.toInvestor(BigDecimal.valueOf(share).movePointLeft(2)));
  }

  @Property
  void a_waterfall_pays_out_exactly_the_cash(
      @ForAll("positive") BigMoney outlay,
      @ForAll("cash") List<BigMoney> cash,
      @ForAll("rates") Rate interest,
      @ForAll("splits") Split until,
      @ForAll("splits") Split afterwards) {
    Payout shared = Waterfall.twoStage(until, interest, afterwards).distribute(outlay, cash);
    for (Payout.Row row : shared.rows()) {
      assertTrue(row.investor().plus(row.host()).isEqual(row.cash()));
      assertFalse(row.investor().isNegative());
      assertFalse(row.host().isNegative());
    }
    assertTrue(shared.investorTotal().plus(shared.hostTotal()).isEqual(shared.cashTotal()));
  }

  @Property
  void more_cash_in_a_period_never_takes_from_the_investor_in_total(
      @ForAll("positive") BigMoney outlay,
      @ForAll("cash") List<BigMoney> cash,
      @ForAll("positive") BigMoney more,
      @ForAll @IntRange(min = 0, max = 24) int where) {
    // Without interest on the allocation: with it, faster recoupment can earn less interest.
    Waterfall terms =
        Waterfall.twoStage(Split.percent("50", "50"), Rate.ZERO, Split.percent("10", "90"));
    int at = where % cash.size();
    List<BigMoney> raised =
        IntStream.range(0, cash.size())
            .mapToObj(k -> k == at ? cash.get(k).plus(more) : cash.get(k))
            .toList();
    assertFalse(
        terms
            .distribute(outlay, raised)
            .investorTotal()
            .isLessThan(terms.distribute(outlay, cash).investorTotal()));
  }

  @Property
  void a_larger_share_until_recoupment_never_recoups_later(
      @ForAll("positive") BigMoney outlay,
      @ForAll("cash") List<BigMoney> cash,
      @ForAll("rates") Rate interest,
      @ForAll("splits") Split one,
      @ForAll("splits") Split other) {
    boolean inOrder = one.investor().compareTo(other.investor()) <= 0;
    Split small = inOrder ? one : other;
    Split large = inOrder ? other : one;
    assertTrue(recouped(small, interest, outlay, cash) >= recouped(large, interest, outlay, cash));
  }

  @Property
  void a_higher_interest_never_recoups_earlier(
      @ForAll("positive") BigMoney outlay,
      @ForAll("cash") List<BigMoney> cash,
      @ForAll("rates") Rate one,
      @ForAll("rates") Rate other,
      @ForAll("splits") Split split) {
    assertTrue(
        recouped(split, one.max(other), outlay, cash)
            >= recouped(split, one.min(other), outlay, cash));
  }

  @Property
  void a_higher_interest_never_lowers_what_the_investor_receives(
      @ForAll("positive") BigMoney outlay,
      @ForAll("cash") List<BigMoney> cash,
      @ForAll("rates") Rate one,
      @ForAll("rates") Rate other) {
    double low = investorTotal(one.min(other), outlay, cash);
    double high = investorTotal(one.max(other), outlay, cash);
    assertTrue(high >= low - 1e-9 * (1 + low), () -> high + " < " + low);
  }

  private static double investorTotal(Rate interest, BigMoney outlay, List<BigMoney> cash) {
    return Waterfall.twoStage(Split.percent("50", "50"), interest, Split.percent("10", "90"))
        .distribute(outlay, cash)
        .investorTotal()
        .getAmount()
        .doubleValue();
  }

  private static int recouped(Split split, Rate interest, BigMoney outlay, List<BigMoney> cash) {
    return Waterfall.twoStage(split, interest, Split.percent("10", "90"))
        .distribute(outlay, cash)
        .recoupPeriod()
        .orElse(Integer.MAX_VALUE);
  }

  @Provide
  Arbitrary<CashFlows> conventional() {
    return positive().flatMap(outlay -> receipts().map(received -> flows(outlay, received)));
  }

  private Arbitrary<List<BigMoney>> receipts() {
    return positive().list().ofMinSize(1).ofMaxSize(15);
  }

  private static CashFlows flows(BigMoney outlay, List<BigMoney> receipts) {
    return CashFlows.ofMoney(
        Stream.concat(Stream.of(outlay.negated()), receipts.stream()).toList());
  }

  @Property
  void the_value_of_an_outlay_and_receipts_falls_with_the_rate(
      @ForAll("conventional") CashFlows flows,
      @ForAll("rates") Rate one,
      @ForAll("rates") Rate other) {
    assertFalse(flows.npv(one.max(other)).isGreaterThan(flows.npv(one.min(other))));
  }

  @Property
  void at_the_internal_rate_the_present_value_is_zero(@ForAll("conventional") CashFlows flows) {
    InternalRates rates = flows.irr(Rate.percent(-99), Rate.percent(100_000_000));
    rates.single().ifPresent(rate -> assertWorthless(flows, rate));
    assertEquals(1, rates.signChanges());
    assertTrue(rates.rates().size() <= 1);
  }

  @Property
  void every_internal_rate_found_is_one_and_there_are_no_more_than_changes_of_sign(
      @ForAll("mixed") List<Integer> amounts) {
    CashFlows flows = CashFlows.of(USD, amounts.stream().map(BigDecimal::valueOf).toList());
    InternalRates rates = flows.irr();
    assertTrue(rates.rates().size() <= rates.signChanges());
    rates.rates().forEach(rate -> assertWorthless(flows, rate));
  }

  @Provide
  Arbitrary<List<Integer>> mixed() {
    return Arbitraries.integers().between(-1_000, 1_000).list().ofMinSize(2).ofMaxSize(12);
  }

  /** Zero against the size of the discounted amounts. */
  private static void assertWorthless(CashFlows flows, Rate rate) {
    List<BigDecimal> sizes = flows.amounts().stream().map(BigDecimal::abs).toList();
    double size = CashFlows.of(USD, sizes).npv(rate).getAmount().doubleValue();
    assertEquals(0, flows.npv(rate).getAmount().doubleValue() / size, 1e-10);
  }

  @Property
  void an_odd_number_of_crossings_is_never_missed(@ForAll("mixed") List<Integer> amounts) {
    CashFlows flows = CashFlows.of(USD, amounts.stream().map(BigDecimal::valueOf).toList());
    int low = flows.npv(Rate.percent(-99)).getAmount().signum();
    int high = flows.npv(Rate.percent(1_000)).getAmount().signum();
    if (low * high < 0) {
      assertFalse(flows.irr().rates().isEmpty());
    }
  }

  @Property
  void an_annuity_is_worth_its_factor_times_the_payment(
      @ForAll("positive") BigMoney presentValue,
      @ForAll("rates") Rate rate,
      @ForAll @IntRange(min = 1, max = 50) int periods) {
    BigMoney payment = Annuity.payment(presentValue, rate, periods);
    assertEquals(
        1,
        MoneyMath.ratio(Annuity.presentValue(payment, rate, periods), presentValue).doubleValue(),
        1e-14);
  }

  @Property
  void an_annuity_equivalent_is_worth_as_much_as_the_flows(
      @ForAll("conventional") CashFlows flows, @ForAll("rates") Rate rate) {
    BigMoney level = flows.annuityEquivalent(rate);
    assertEquals(
        flows.npv(rate).getAmount().doubleValue(),
        Annuity.presentValue(level, rate, flows.periods()).getAmount().doubleValue(),
        1e-9);
  }

  @Property
  void what_becomes_known_later_never_changes_what_was_known(
      @ForAll("positive") BigMoney amount,
      @ForAll @IntRange(min = 0, max = 900) int day,
      @ForAll @IntRange(min = 1, max = 900) int later) {
    LocalDate knownOn = START.plusDays(day);
    InvestmentCommitment before =
        InvestmentCommitment.of("X", BigMoney.ofMajor(USD, 1_000_000), Firmness.EXPECTED)
            .with(Tranche.of("first", amount, Stage.APPROVED, START, SOURCE));
    InvestmentCommitment after =
        before.with(
            new Tranche("second", amount, List.of())
                .with(
                    new StageEvent(
                        Stage.APPROVED, amount, START, knownOn.plusDays(later), SOURCE)));
    assertEquals(
        before.progress(Stage.APPROVED, knownOn, knownOn),
        after.progress(Stage.APPROVED, knownOn, knownOn));
  }

  @Property
  void progress_never_goes_back_and_later_stages_never_lead(
      @ForAll("positive") BigMoney amount,
      @ForAll @IntRange(min = 0, max = 500) int day,
      @ForAll @IntRange(min = 0, max = 500) int lag,
      @ForAll @IntRange(min = 0, max = 500) int asked) {
    Tranche tranche =
        Tranche.of("x", amount, Stage.APPROVED, START.plusDays(day), SOURCE)
            .withReached(Stage.DISBURSED, amount, START.plusDays(day + lag), SOURCE);
    LocalDate on = START.plusDays(asked);
    LocalDate known = START.plusDays(2_000);
    for (Stage stage : Stage.values()) {
      BigMoney reached = tranche.reached(stage, on, known);
      assertFalse(tranche.reached(stage, on.plusDays(1), known).isLessThan(reached));
      if (stage.ordinal() > 0) {
        Stage earlier = Stage.values()[stage.ordinal() - 1];
        assertFalse(reached.isGreaterThan(tranche.reached(earlier, on, known)));
      }
    }
  }

  @Property
  void plans_sum_to_the_total_whatever_their_shape(
      @ForAll("positive") BigMoney total,
      @ForAll @IntRange(min = 1, max = 5_000) int days,
      @ForAll @DoubleRange(min = 0.01, max = 100) double steepness) {
    LocalDate end = START.plusDays(days);
    assertTrue(DisbursementPlan.linear(total, START, end).total().isEqual(total));
    DisbursementPlan curve = DisbursementPlan.sCurve(total, START, end, steepness);
    assertTrue(curve.total().isEqual(total));
    assertEquals(end, curve.end());
  }

  @Property
  void a_capped_plan_keeps_the_total_and_never_exceeds_the_cap(
      @ForAll("positive") BigMoney total,
      @ForAll @IntRange(min = 1, max = 5_000) int days,
      @ForAll @IntRange(min = 2, max = 120) int parts) {
    BigMoney cap = MoneyMath.dividedBy(total, BigDecimal.valueOf(parts)).plus(BigDecimal.ONE);
    LocalDate end = START.plusDays(days);
    for (DisbursementPlan plan :
        List.of(
            DisbursementPlan.linear(total, START, end).withCap(cap),
            DisbursementPlan.sCurve(total, START, end, 8).withCap(cap),
            DisbursementPlan.atCap(total, cap, START))) {
      assertTrue(plan.total().isEqual(total));
      plan.periods().forEach(p -> assertFalse(p.amount().isGreaterThan(cap)));
    }
  }

  @Property
  void an_amount_fits_just_if_the_cap_needed_is_no_more_than_the_cap(
      @ForAll("positive") BigMoney amount,
      @ForAll("positive") BigMoney cap,
      @ForAll @IntRange(min = 1, max = 4_000) int days) {
    BigMoney bounded = MoneyMath.max(cap, MoneyMath.dividedBy(amount, BigDecimal.valueOf(5_000)));
    for (CapRule rule : CapRule.values()) {
      CapFeasibility answer =
          new CapFeasibility(amount, bounded, START, START.plusDays(days), rule);
      boolean fits = !answer.capNeeded().orElseThrow().isGreaterThan(bounded);
      assertEquals(fits, answer.outcome() == CapFeasibility.Outcome.FEASIBLE);
      assertEquals(fits, answer.shortfall().orElseThrow().isZero());
    }
  }

  @Property
  void expected_rates_lie_between_the_two_and_rise_to_the_snapped_one(
      @ForAll @IntRange(min = 0, max = 100) int hazard,
      @ForAll @IntRange(min = 1, max = 40) int periods) {
    SnapBack risk =
        SnapBack.ofConstantHazard(
            Rate.percent(15), Rate.percent(25), BigDecimal.valueOf(hazard, 2), periods);
    Rate before = Rate.percent(15);
    for (Rate rate : risk.expectedPath()) {
      assertTrue(rate.compareTo(before) >= 0);
      before = rate;
    }
    assertTrue(before.compareTo(Rate.percent(25)) <= 0);
  }

  @Property
  void relief_after_substitution_lies_between_the_savings_on_old_and_new_trade(
      @ForAll("positive") BigMoney imports,
      @ForAll @IntRange(min = 0, max = 100) int before,
      @ForAll @IntRange(min = 0, max = 100) int after,
      @ForAll @IntRange(min = 0, max = 80) int tenths) {
    ReliefLine line = ReliefLine.of("x", imports, Rate.percent(before), Rate.percent(after));
    SubstitutedRelief.Row row =
        TariffRelief.of(line).afterSubstitution(tenths / 10.0).rows().get(0);
    double cut = (before - after) / 100.0;
    double old = row.importsBefore().getAmount().doubleValue() * cut;
    double changed = row.importsAfter().getAmount().doubleValue() * cut;
    double relief = row.relief().getAmount().doubleValue();
    double rounding = 1e-9 * (1 + Math.abs(changed) + Math.abs(old));
    assertTrue(relief >= Math.min(old, changed) - rounding);
    assertTrue(relief <= Math.max(old, changed) + rounding);
  }
}
