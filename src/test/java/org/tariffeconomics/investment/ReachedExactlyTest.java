package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

/**
 * What is reached exactly is reached: no verdict depends on the last digit of a rounded quotient.
 * The single cases and their right values are those of the differential test of November 2026
 * (exact fractions in Python); the laws build ties of their own.
 */
class ReachedExactlyTest {

  private static final Split HALF = Split.percent("50", "50");
  private static final Split TENTH = Split.percent("10", "90");
  private static final LocalDate START = LocalDate.parse("2025-01-01");

  private static BigMoney usd(String amount) {
    return BigMoney.of(USD, new BigDecimal(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "-1000 0 1081.6, 4, 2",
    "-1000 0 0 1061.208, 2, 3",
    "-1000 0 1144.9, 7, 2",
    "-1000 0 0 1076.890625, 2.5, 3"
  })
  void payback_of_receipts_worth_the_outlay_exactly(String amounts, String rate, int period) {
    CashFlows flows = CashFlows.of(USD, amounts.split(" "));
    assertEquals(OptionalInt.of(period), flows.payback(Rate.percent(rate)));
  }

  /** One cent less is one cent too little, at any distance of the amounts. */
  @Test
  void payback_is_not_reached_by_a_cent_or_by_a_thirtieth_decimal() {
    Rate four = Rate.percent(4);
    assertTrue(CashFlows.of(USD, "-1000", "0", "1081.59").payback(four).isEmpty());
    String nearly = "0.99999999999999999999999999999999999999";
    assertTrue(CashFlows.of(USD, "-1", nearly).payback(Rate.ZERO).isEmpty());
  }

  @Property
  void an_outlay_compounded_in_decimals_is_paid_back_in_just_that_period(
      @ForAll @IntRange(min = 1, max = 100_000) int outlay,
      @ForAll @IntRange(min = 1, max = 4_000) int basisPoints,
      @ForAll @IntRange(min = 1, max = 30) int periods) {
    Rate rate = Rate.percent(BigDecimal.valueOf(basisPoints).movePointLeft(2));
    BigDecimal grown = BigDecimal.valueOf(outlay).multiply(rate.power().pow(periods));
    List<BigDecimal> amounts =
        Stream.of(
                Stream.of(BigDecimal.valueOf(-outlay)),
                Collections.nCopies(periods - 1, BigDecimal.ZERO).stream(),
                Stream.of(grown))
            .flatMap(each -> each)
            .toList();
    assertEquals(OptionalInt.of(periods), CashFlows.of(USD, amounts).payback(rate));
  }

  @Test
  void the_horizon_of_a_relief_worth_the_cost_exactly() {
    // 104 in year 1 and 108.16 in year 2 are worth 100 each at 4 %: 200 in year 2.
    assertEquals(OptionalInt.of(2), balance(Rate.percent(4), 2, usd("200")).horizon());
    assertEquals(OptionalInt.empty(), balance(Rate.percent(4), 2, usd("200.01")).horizon());
  }

  /** Relief that grows as fast as it is discounted is worth the same each year. */
  @Property
  void the_horizon_of_a_cost_of_n_years_relief_is_n(
      @ForAll @IntRange(min = 1, max = 3_000) int basisPoints,
      @ForAll @IntRange(min = 1, max = 30) int years) {
    Rate rate = Rate.percent(BigDecimal.valueOf(basisPoints).movePointLeft(2));
    BigMoney cost = usd("100").multipliedBy(years);
    assertEquals(OptionalInt.of(years), balance(rate, years + 2, cost).horizon());
  }

  /** Imports of 1000 x (1 + rate), cut from 20 % to 10 %: a relief worth 100 a year. */
  private static DealBalance balance(Rate rate, int years, BigMoney costNow) {
    BigMoney imports = usd("1000").multipliedBy(rate.power());
    return new DealBalance(
        "tie",
        TariffRelief.of(ReliefLine.of("all", imports, Rate.percent(20), Rate.percent(10))),
        new PledgeCost(costNow, CashFlows.ofMoney(List.of(costNow)), "all of it now"),
        new Outlook(rate, rate, years));
  }

  @ParameterizedTest
  @CsvSource({"6", "9"})
  void an_annuity_of_the_outlay_recoups_it_in_its_last_period(int periods) {
    assertRecoupedBy(periods, Rate.percent("4.5"));
  }

  @Property
  void any_annuity_of_the_outlay_recoups_it_in_its_last_period(
      @ForAll @IntRange(min = 1, max = 40) int periods,
      @ForAll @IntRange(min = 0, max = 2_000) int basisPoints) {
    assertRecoupedBy(periods, Rate.percent(BigDecimal.valueOf(basisPoints).movePointLeft(2)));
  }

  private static void assertRecoupedBy(int periods, Rate interest) {
    BigMoney cash = Annuity.payment(usd("1000"), interest, periods).multipliedBy(2);
    Payout payout =
        Waterfall.twoStage(HALF, interest, TENTH)
            .distribute(usd("1000"), Collections.nCopies(periods + 3, cash));
    assertEquals(OptionalInt.of(periods), payout.recoupPeriod());
    assertTrue(payout.rows().get(periods - 1).outstanding().isZero());
    payout.rows().forEach(row -> assertTrue(row.investor().plus(row.host()).isEqual(row.cash())));
  }

  @Test
  void a_cent_less_a_period_recoups_later() {
    BigMoney cash = Annuity.payment(usd("1000"), Rate.percent("4.5"), 6).multipliedBy(2);
    Payout payout =
        Waterfall.twoStage(HALF, Rate.percent("4.5"), TENTH)
            .distribute(usd("1000"), Collections.nCopies(9, cash.minus(new BigDecimal("0.01"))));
    assertEquals(OptionalInt.of(7), payout.recoupPeriod());
  }

  @Test
  void cash_that_pays_just_the_interest_runs_away_whatever_the_rounding() {
    // A seventh of the outlay as interest has no end in decimals.
    Rate seventh = Rate.fraction(BigDecimal.ONE.divide(BigDecimal.valueOf(7), MoneyMath.PRECISION));
    BigMoney interest = usd("350").multipliedBy(seventh.fraction());
    Payout payout =
        Waterfall.twoStage(HALF, seventh, TENTH)
            .distribute(usd("350"), Collections.nCopies(30, interest.multipliedBy(2)));
    assertTrue(payout.isRunningAway());
  }

  @Test
  void an_amount_that_the_cap_just_pays_has_no_shortfall() {
    // 100 of 365 days at 365 a year.
    CapFeasibility answer =
        new CapFeasibility(
            usd("100"), usd("365"), START, LocalDate.parse("2025-04-11"), CapRule.PRO_RATA);
    assertEquals(CapFeasibility.Outcome.FEASIBLE, answer.outcome());
    assertTrue(answer.shortfall().orElseThrow().isZero());
    assertTrue(answer.capNeeded().orElseThrow().isEqual(usd("365")));
  }

  /** What accrues in a number of days, in whole cents a day, is feasible on just that day. */
  @Property
  void what_the_cap_pays_by_a_day_is_feasible_on_it_and_not_before(
      @ForAll @IntRange(min = 1, max = 400) int centsADay,
      @ForAll @IntRange(min = 1, max = 364) int days,
      @ForAll @IntRange(min = 0, max = 3) int years) {
    LocalDate from = LocalDate.parse("2025-03-01");
    LocalDate last = from.plusYears(years).plusDays(days);
    int inYear = from.plusYears(years).getYear() % 4 == 3 ? 366 : 365;
    BigMoney cap = BigMoney.ofMinor(USD, (long) centsADay * 366 * 365);
    BigMoney amount =
        cap.multipliedBy(years)
            .plus(BigMoney.ofMinor(USD, cap.getAmountMinorLong() / inYear * days));
    CapFeasibility on = new CapFeasibility(amount, cap, from, last, CapRule.PRO_RATA);
    assertEquals(CapFeasibility.Outcome.FEASIBLE, on.outcome());
    assertTrue(on.shortfall().orElseThrow().isZero());
    assertTrue(on.capNeeded().orElseThrow().isEqual(cap), () -> on.capNeeded() + " " + cap);
    assertTrue(on.mostByDeadline().orElseThrow().isEqual(amount));
    CapFeasibility before =
        new CapFeasibility(amount, cap, from, last.minusDays(1), CapRule.PRO_RATA);
    assertEquals(CapFeasibility.Outcome.INFEASIBLE, before.outcome());
    assertFalse(before.shortfall().orElseThrow().isZero());
  }

  @Test
  void the_pace_that_just_meets_the_deadline_misses_nothing() {
    // 7 of 30 in 700 days, and 2,300 days for the other 23.
    InvestmentCommitment pledge =
        InvestmentCommitment.of("X", usd("30"), Firmness.EXPECTED)
            .withDays(START, START.plusDays(3_000))
            .with(Tranche.of("first", usd("7"), Stage.APPROVED, START, Source.user("a case")));
    Progress progress = pledge.progress(Stage.APPROVED, START.plusDays(700));
    assertTrue(progress.shortfallAtThisPace().orElseThrow().isZero());
    assertTrue(
        progress.requiredPerYear().orElseThrow().isEqual(progress.pacePerYear().orElseThrow()));
    assertTrue(progress.requiredPerYear().orElseThrow().isEqual(usd("3.6525")));
  }

  /** A deadline on the first day leaves no time pro rata, and a whole calendar year of the cap. */
  @Test
  void no_cap_suffices_where_no_time_is_left() {
    CapFeasibility none =
        new CapFeasibility(usd("100"), usd("365"), START, START, CapRule.PRO_RATA);
    assertTrue(none.capNeeded().isEmpty());
    assertTrue(none.shortfall().orElseThrow().isEqual(usd("100")));
    assertTrue(none.mostByDeadline().orElseThrow().isZero());
    assertEquals(CapFeasibility.Outcome.INFEASIBLE, none.outcome());
    CapFeasibility past =
        new CapFeasibility(
            usd("100"), usd("365"), START, START.minusDays(1), CapRule.CALENDAR_YEAR);
    assertTrue(past.capNeeded().isEmpty());
    assertEquals(CapFeasibility.Outcome.INFEASIBLE, past.outcome());
    CapFeasibility same =
        new CapFeasibility(usd("100"), usd("365"), START, START, CapRule.CALENDAR_YEAR);
    assertTrue(same.capNeeded().orElseThrow().isEqual(usd("100")));
    assertEquals(START, same.earliestEnd());
    assertEquals(CapFeasibility.Outcome.FEASIBLE, same.outcome());
    assertTrue(past.toString().startsWith("infeasible: earliest end 2025-01-01, 1 day after"));
    assertEquals(
        CapFeasibility.Outcome.FEASIBLE,
        new CapFeasibility(usd("0"), usd("1"), START, START.minusDays(9), CapRule.PRO_RATA)
            .outcome());
  }

  @Test
  void the_table_of_a_cap_says_every_figure_once() {
    var table =
        new CapFeasibility(usd("730"), usd("365"), START, START.plusYears(1), CapRule.PRO_RATA)
            .table();
    assertEquals("730.00", table.cell(0, "value").text());
    assertEquals("365.00", table.cell(1, "value").text());
    assertEquals("2.00", table.cell(2, "value").text());
    assertEquals("2027-01-01", table.cell(3, "value").text());
    assertEquals("2026-01-01", table.cell(4, "value").text());
    assertEquals("infeasible", table.cell(5, "value").text());
    assertEquals("365.00", table.cell(6, "value").text());
    assertEquals("365.00", table.cell(7, "value").text());
    assertEquals("730.00", table.cell(8, "value").text());
    var open = new CapFeasibility(usd("730"), usd("365"), START, null, CapRule.CALENDAR_YEAR);
    assertEquals("none", open.table().cell(4, "value").text());
    assertEquals("feasible: earliest end 2026-01-01, no deadline", open.toString());
  }

  /** Amounts beyond 10,000 years are refused, and just these. */
  @Test
  void ten_thousand_years_are_the_most() {
    assertTrue(
        new CapFeasibility(usd("10000"), usd("1"), START, null, CapRule.PRO_RATA)
                .yearsNeeded()
                .compareTo(BigDecimal.valueOf(10_000))
            == 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> new CapFeasibility(usd("10000.01"), usd("1"), START, null, CapRule.PRO_RATA));
  }

  @Test
  void progress_at_and_after_the_deadline_and_before_the_start() {
    InvestmentCommitment pledge =
        InvestmentCommitment.of("X", usd("30"), Firmness.EXPECTED)
            .withDays(START, START.plusDays(100))
            .with(Tranche.of("first", usd("7"), Stage.APPROVED, START, Source.user("a case")));
    Progress start = pledge.progress(Stage.APPROVED, START);
    assertTrue(start.pacePerYear().isEmpty());
    assertTrue(start.shortfallAtThisPace().isEmpty());
    Progress end = pledge.progress(Stage.APPROVED, START.plusDays(100));
    assertTrue(end.requiredPerYear().isEmpty());
    assertTrue(end.shortfallAtThisPace().orElseThrow().isEqual(usd("23")));
    assertEquals("deadline passed", end.noPace());
    Progress after = pledge.progress(Stage.APPROVED, START.plusDays(101));
    assertTrue(after.shortfallAtThisPace().isEmpty());
    assertTrue(after.yearsLeft().orElseThrow().signum() < 0);
    Progress repaid = pledge.progress(Stage.REPAID, START.plusDays(50));
    assertTrue(repaid.requiredPerYear().isEmpty());
    assertEquals("the deadline is not for repayment", repaid.noPace());
    Progress done =
        pledge
            .with(Tranche.of("rest", usd("23"), Stage.APPROVED, START, Source.user("a case")))
            .progress(Stage.APPROVED, START.plusDays(200));
    assertTrue(done.requiredPerYear().orElseThrow().isZero());
    assertEquals(BigDecimal.ONE, done.share().stripTrailingZeros());
    assertEquals(
        "no deadline said",
        InvestmentCommitment.of("Y", usd("1"), Firmness.EXPECTED)
            .progress(Stage.APPROVED, START)
            .noPace());
    assertEquals("by all that is recorded", start.table().caption().get(0).split(";")[0]);
    assertEquals(
        "as known on 2025-01-02",
        pledge
            .progress(Stage.APPROVED, START, START.plusDays(1))
            .table()
            .caption()
            .get(0)
            .split(";")[0]);
  }
}
