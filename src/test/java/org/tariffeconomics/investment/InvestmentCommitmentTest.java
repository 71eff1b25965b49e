package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.report.Table;

class InvestmentCommitmentTest {

  private static final Source SOURCE = Source.user("press report");
  private static final LocalDate START = LocalDate.parse("2025-09-04");
  private static final LocalDate DEADLINE = LocalDate.parse("2029-01-19");
  private static final LocalDate FIRST = LocalDate.parse("2026-02-18");

  /** The facts published of the commitments: memoranda of 2025-09-04 (JP) and 2025-11-14 (KR). */
  private static final InvestmentCommitment JAPAN =
      InvestmentCommitment.of("Japan", bn(550), Firmness.BINDING)
          .withInstruments(Instrument.EQUITY, Instrument.LOAN, Instrument.GUARANTEE)
          .withSectors("semiconductors", "pharmaceuticals", "energy")
          .withDays(START, DEADLINE)
          .withTerms(
              CommitmentTerms.of(
                  Waterfall.twoStage(
                      Split.percent("50", "50"), Rate.percent(4), Split.percent("10", "90")),
                  new FundingNotice(45, FundingNotice.Kind.BUSINESS),
                  DefaultConsequence.of("the tariff may be raised again")))
          .with(Tranche.of("first three projects", bn(36), Stage.APPROVED, FIRST, SOURCE));

  private static BigMoney bn(long billions) {
    return BigMoney.of(USD, BigDecimal.valueOf(billions).movePointRight(9));
  }

  private static double inBn(BigMoney amount) {
    return amount.getAmount().movePointLeft(9).doubleValue();
  }

  @Test
  void japan_had_6_5_percent_approved_and_needs_176_bn_a_year() {
    // Hürriyet Daily News 2026-02-18; 36/550, and 514 over 1,066 days of 365.25 a year.
    Progress progress = JAPAN.progress(Stage.APPROVED, FIRST);
    assertEquals(36.0 / 550, progress.share().doubleValue(), 1e-15);
    assertEquals(514 * 365.25 / 1_066, inBn(progress.requiredPerYear().orElseThrow()), 1e-9);
    assertEquals(
        "6.5% approved (USD 36.0 bn of USD 550.0 bn); needs USD 176.1 bn a year",
        progress.toString());
  }

  @Test
  void approved_is_not_disbursed() {
    assertEquals(0, JAPAN.progress(Stage.DISBURSED, FIRST).share().signum());
    assertEquals(36, inBn(JAPAN.reached(Stage.PROPOSED, FIRST)), 0);
  }

  /** A record that is empty says what it is: nobody knows that nothing was paid. */
  @Test
  void a_stage_without_a_record_is_not_told_as_a_share_of_zero() {
    Progress paid = JAPAN.progress(Stage.DISBURSED, FIRST);
    assertEquals(
        "nothing recorded as disbursed of USD 550.0 bn; needs USD 188.4 bn a year",
        paid.toString());
    assertTrue(paid.table().caption().toString().contains("nothing is recorded as disbursed"));
  }

  @Test
  void nothing_is_reached_before_its_day_or_before_it_was_known() {
    assertTrue(JAPAN.progress(Stage.APPROVED, FIRST.minusDays(1)).reached().isZero());
    LocalDate published = LocalDate.parse("2026-03-10");
    InvestmentCommitment late =
        JAPAN.with(
            new Tranche("late news", bn(10), List.of())
                .with(new StageEvent(Stage.APPROVED, bn(10), FIRST, published, SOURCE)));
    assertEquals(36, inBn(late.progress(Stage.APPROVED, FIRST, FIRST).reached()), 0);
    assertEquals(46, inBn(late.progress(Stage.APPROVED, FIRST, published).reached()), 0);
    assertEquals(46, inBn(late.progress(Stage.APPROVED, FIRST).reached()), 0);
  }

  @Test
  void pace_so_far_leaves_a_shortfall() {
    // 36 in 167 days; 1,066 days are left at that pace.
    Progress progress = JAPAN.progress(Stage.APPROVED, FIRST);
    assertEquals(36 * 365.25 / 167, inBn(progress.pacePerYear().orElseThrow()), 1e-9);
    assertEquals(
        514 - 36.0 * 1_066 / 167, inBn(progress.shortfallAtThisPace().orElseThrow()), 1e-9);
  }

  @Test
  void no_pace_would_do_once_the_deadline_has_passed() {
    Progress late = JAPAN.progress(Stage.APPROVED, DEADLINE);
    assertTrue(late.requiredPerYear().isEmpty());
    assertFalse(late.table().cell(5, "value").isKnown());
    Progress open =
        InvestmentCommitment.of("EU", bn(600), Firmness.EXPECTED).progress(Stage.DISBURSED, FIRST);
    assertTrue(open.requiredPerYear().isEmpty());
    assertTrue(open.pacePerYear().isEmpty());
    assertEquals("no deadline said", open.table().cell(5, "value").note());
  }

  @Test
  void a_finished_commitment_needs_no_pace() {
    InvestmentCommitment done =
        InvestmentCommitment.of("done", bn(1), Firmness.BINDING)
            .with(Tranche.of("all", bn(1), Stage.DISBURSED, FIRST, SOURCE));
    assertTrue(done.progress(Stage.DISBURSED, FIRST).requiredPerYear().orElseThrow().isZero());
  }

  @Test
  void a_tranche_passes_its_stages_in_parts() {
    Tranche plant =
        Tranche.of("gas plant", bn(33), Stage.APPROVED, FIRST, SOURCE)
            .withReached(Stage.DISBURSED, bn(10), FIRST.plusDays(60), SOURCE)
            .withReached(Stage.DISBURSED, bn(5), FIRST.plusDays(90), SOURCE)
            .withReached(Stage.REPAID, bn(2), FIRST.plusDays(400), SOURCE);
    LocalDate end = FIRST.plusDays(500);
    assertEquals(33, inBn(plant.reached(Stage.APPROVED, end, end)), 0);
    assertEquals(15, inBn(plant.reached(Stage.CALLED, end, end)), 0);
    assertEquals(10, inBn(plant.reached(Stage.DISBURSED, FIRST.plusDays(60), end)), 0);
    assertEquals(2, inBn(plant.reached(Stage.REPAID, end, end)), 0);
  }

  @Test
  void stages_out_of_order_are_refused_with_tranche_days_and_amounts() {
    Tranche approved = Tranche.of("gas plant", bn(33), Stage.APPROVED, FIRST, SOURCE);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> approved.withReached(Stage.DISBURSED, bn(1), FIRST.minusDays(1), SOURCE));
    assertTrue(e.getMessage().contains("'gas plant'"), e.getMessage());
    assertTrue(e.getMessage().contains("2026-02-17"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> approved.withReached(Stage.APPROVED, bn(1), FIRST.plusDays(1), SOURCE));
  }

  @Test
  void tranches_beyond_the_headline_are_refused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> JAPAN.with(Tranche.of("too much", bn(515), Stage.PROPOSED, FIRST, SOURCE)));
    assertEquals(
        "Tranches of 'Japan' must not exceed the headline USD 550000000000, but with 'too much'"
            + " they are USD 551000000000",
        e.getMessage());
  }

  @Test
  void no_split_is_invented() {
    assertEquals(550, inBn(JAPAN.sectors().unallocated(JAPAN.headline())), 0);
    Table facts = JAPAN.table();
    assertFalse(facts.cell(5, "value").isKnown());
    assertEquals("sector: semiconductors", facts.cell(5, "fact").text());
    InvestmentCommitment bare = InvestmentCommitment.of("X", bn(1), Firmness.UNCLEAR);
    assertEquals("unallocated", bare.sectors().toString());
  }

  @Test
  void published_parts_must_fit_the_headline() {
    Allocation<String> ships = Allocation.<String>none().with("shipbuilding", bn(150));
    InvestmentCommitment korea =
        InvestmentCommitment.of("Korea", bn(350), Firmness.BINDING).withSectors(ships);
    assertEquals(200, inBn(korea.sectors().unallocated(korea.headline())), 0);
    assertThrows(
        IllegalArgumentException.class, () -> korea.withSectors(ships.with("energy", bn(201))));
    assertThrows(IllegalArgumentException.class, () -> ships.with("shipbuilding", bn(1)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            korea.withSectors(
                Allocation.<String>none().with("x", BigMoney.of(CurrencyUnit.JPY, 1))));
  }

  @Test
  void korea_cannot_pay_350_bn_at_20_bn_a_year_in_time() {
    // 350 / 20 = 17.5 years from 2025-11-14: 2042-11-14 and 182.5 of 365 days.
    CapFeasibility answer =
        InvestmentCommitment.of("Korea", bn(350), Firmness.BINDING)
            .withDays(LocalDate.parse("2025-11-14"), DEADLINE)
            .withYearlyCap(bn(20))
            .feasibility(LocalDate.parse("2025-11-14"), CapRule.PRO_RATA)
            .orElseThrow();
    assertEquals(LocalDate.parse("2043-05-16"), answer.earliestEnd());
    assertEquals(CapFeasibility.Outcome.INFEASIBLE, answer.outcome());
    // three years and 66 of 365 days
    assertEquals(20 * (3 + 66.0 / 365), inBn(answer.mostByDeadline().orElseThrow()), 1e-9);
    assertEquals(350 / (3 + 66.0 / 365), inBn(answer.capNeeded().orElseThrow()), 1e-9);
    assertTrue(answer.toString().startsWith("infeasible: earliest end 2043-05-16"));
  }

  @Test
  void by_calendar_years_the_cap_is_renewed_each_january() {
    // 2025 to 2042 are 18 years: the last 10 of 350 can be paid on 1 January 2042.
    CapFeasibility answer =
        new CapFeasibility(
            bn(350), bn(20), LocalDate.parse("2025-11-14"), DEADLINE, CapRule.CALENDAR_YEAR);
    assertEquals(LocalDate.parse("2042-01-01"), answer.earliestEnd());
    // 2025, 2026, 2027, 2028 and 2029 at 20 each
    assertEquals(100, inBn(answer.mostByDeadline().orElseThrow()), 0);
    assertEquals(250, inBn(answer.shortfall().orElseThrow()), 0);
    assertEquals(70, inBn(answer.capNeeded().orElseThrow()), 0);
  }

  @Test
  void a_cap_that_suffices_is_feasible_and_none_is_no_question() {
    CapFeasibility answer = new CapFeasibility(bn(30), bn(20), FIRST, DEADLINE, CapRule.PRO_RATA);
    assertEquals(CapFeasibility.Outcome.FEASIBLE, answer.outcome());
    assertTrue(answer.shortfall().orElseThrow().isZero());
    assertTrue(JAPAN.feasibility(FIRST, CapRule.PRO_RATA).isEmpty());
    assertEquals(
        CapFeasibility.Outcome.NO_DEADLINE,
        new CapFeasibility(bn(30), bn(20), FIRST, null, CapRule.PRO_RATA).outcome());
    assertEquals("feasible", answer.table().cell(5, "value").text());
  }

  @Test
  void a_deadline_before_the_start_is_a_contradiction() {
    assertThrows(
        IllegalArgumentException.class, () -> JAPAN.withDays(DEADLINE, DEADLINE.minusDays(1)));
    assertThrows(IllegalArgumentException.class, () -> JAPAN.withYearlyCap(bn(0)));
  }

  @Test
  void the_curve_shows_recorded_stages_beside_pace_and_cap() {
    Table curve = JAPAN.curve(List.of(START, FIRST, DEADLINE));
    assertEquals(List.of("day", "approved", "even pace", "cap"), curve.columns());
    assertEquals("36.0", curve.cell(1, "approved").text());
    assertEquals("550.0", curve.cell(2, "even pace").text());
    assertEquals("unknown", curve.cell(1, "cap").text());
    Table capped = JAPAN.withYearlyCap(bn(20)).curve(List.of(START.plusYears(2)));
    assertEquals(
        20 * 730 / 365.25, inBn(BigMoney.of(USD, capped.number(0, "cap").movePointRight(9))), 1e-9);
  }

  @Test
  void a_plan_is_kept_or_not() {
    DisbursementPlan plan = DisbursementPlan.linear(bn(550), START, DEADLINE);
    PlanCheck check = JAPAN.check(plan, Stage.APPROVED, FIRST);
    assertEquals(PlanCheck.Outcome.BEHIND, check.outcome());
    double planned = inBn(check.planned());
    assertEquals(planned - 36, inBn(check.shortfall()), 1e-9);
    assertEquals(36 / planned, check.fulfilment().orElseThrow().doubleValue(), 1e-12);
    PlanCheck early = JAPAN.check(plan, Stage.APPROVED, START.minusDays(5));
    assertEquals(PlanCheck.Outcome.ON_TRACK, early.outcome());
    assertTrue(early.fulfilment().isEmpty());
    assertEquals("behind", check.table().cell(0, "outcome").text());
  }

  @Test
  void stages_are_shown_in_their_order_and_later_ones_imply_earlier() {
    Table stages = JAPAN.byStage(FIRST);
    assertEquals(Stage.values().length, stages.rows().size());
    assertEquals("36.0", stages.cell(Stage.PROPOSED.ordinal(), "reached").text());
    assertEquals("6.5%", stages.cell(Stage.APPROVED.ordinal(), "of headline").text());
    assertEquals("176.1", stages.cell(Stage.APPROVED.ordinal(), "required a year").text());
    assertEquals("unknown", stages.cell(Stage.REPAID.ordinal(), "required a year").text());
    assertEquals("0.0", stages.cell(Stage.DISBURSED.ordinal(), "reached").text());
  }

  @Test
  void the_words_of_the_package_documentation_hold() {
    InvestmentCommitment japan =
        InvestmentCommitment.of(
                "Japan", Money.parse("USD 550000000000").toBigMoney(), Firmness.BINDING)
            .withDays(LocalDate.parse("2025-09-04"), LocalDate.parse("2029-01-19"))
            .with(Tranche.of("first projects", bn(36), Stage.APPROVED, FIRST, SOURCE));
    assertEquals(
        "6.5% approved (USD 36.0 bn of USD 550.0 bn); needs USD 176.1 bn a year",
        japan.progress(Stage.APPROVED, FIRST).toString());
  }

  @Test
  void funding_notice_counts_business_days() {
    FundingNotice notice = new FundingNotice(45, FundingNotice.Kind.BUSINESS);
    // 45 business days are nine weeks: Wednesday 18 February 2026 to Wednesday 22 April.
    assertEquals(LocalDate.parse("2026-04-22"), notice.earliestDue(FIRST, Set.of()));
    assertEquals(
        LocalDate.parse("2026-04-23"),
        notice.earliestDue(FIRST, Set.of(LocalDate.parse("2026-03-20"))));
    assertEquals(
        LocalDate.parse("2026-04-04"),
        new FundingNotice(45, FundingNotice.Kind.CALENDAR).earliestDue(FIRST, Set.of()));
  }

  @Test
  void short_forms_fit_one_line() {
    assertEquals("Japan USD 550.0 bn binding, by 2029-01-19, 1 tranches", JAPAN.toString());
    assertEquals(
        "first three projects (USD 36.0 bn): USD 36.0 bn approved on 2026-02-18",
        JAPAN.tranches().get(0).toString());
    assertEquals(
        "on default a rate not stated", JAPAN.terms().onDefault().orElseThrow().toString());
    assertEquals(Instrument.Payment.CONTINGENT, Instrument.CREDIT_GUARANTEE.payment());
  }
}
