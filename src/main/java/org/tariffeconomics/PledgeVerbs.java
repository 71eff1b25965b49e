package org.tariffeconomics;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.investment.CapFeasibility;
import org.tariffeconomics.investment.CapRule;
import org.tariffeconomics.investment.DealBalance;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Outlook;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.Progress;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.reference.UsDealSizes;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsStudies;
import org.tariffeconomics.report.Table;

/**
 * The verbs of {@link Tariffs} on what partners pledged: how far it has come, whether it can be
 * paid, and what it costs against the cut of the duties.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class PledgeVerbs extends DealVerbs permits MarketVerbs {

  PledgeVerbs() {}

  /**
   * Job 9: what a partner pledged to invest, all of its commitments as one.
   *
   * @param partner the partner's code, or the deal's id
   * @return the commitment: progress, pace, feasibility; of several commitments the headlines are
   *     added up, and what only one of them has, such as a cap, is left open
   * @throws IllegalArgumentException when it pledged none
   */
  public static InvestmentCommitment pledge(String partner) {
    return whole(deal(partner));
  }

  /**
   * Job 9: the commitments to invest that a partner pledged, one by one.
   *
   * @param partner the partner's code, or the deal's id
   * @return the commitments; none where nothing was pledged
   */
  public static List<InvestmentCommitment> pledges(String partner) {
    return deal(partner).investments();
  }

  /**
   * Job 9: how far what a partner pledged had come on a day, as then known, and the pace that its
   * deadline requires.
   *
   * @param partner the partner's code, or the deal's id
   * @param stage the stage asked about, e.g. {@code approved}
   * @param day the day asked about
   * @return the progress; of a day before the pledge was known it is not known, which is not a
   *     progress of nothing
   * @throws IllegalArgumentException when it pledged nothing
   */
  public static Progress progress(String partner, String stage, String day) {
    return progress(partner, stage, day(day));
  }

  /**
   * Job 9: how far what a partner pledged had come on a day, as then known.
   *
   * @param partner the partner
   * @param stage the stage asked about, e.g. {@code approved}
   * @param day the day asked about
   * @return the progress
   */
  public static Progress progress(String partner, String stage, LocalDate day) {
    Deal deal = deal(partner);
    return deal.asKnownOn(day)
        .promises()
        .wholeInvestment()
        .orElseGet(() -> whole(deal))
        .progress(Stage.parse(stage), day, day);
  }

  /**
   * Job 9: all that partners pledged, as known on a day: investments, credit and purchases, and the
   * wholes per point of relief, GDP and exports.
   *
   * @param knownOn the day of knowledge, whose law is compared
   * @return the pledges
   */
  public static UsPledges allPledges(String knownOn) {
    return allPledges(day(knownOn));
  }

  /**
   * Job 10: what all partners have pledged, as known on a day.
   *
   * @param knownOn the day of knowledge
   * @return the pledges
   */
  public static UsPledges allPledges(LocalDate knownOn) {
    return UsPledges.knownOn(knownOn);
  }

  /**
   * Job 9: whether a partner's deal is the largest in history, by each measure: the measure
   * decides.
   *
   * @param partner the partner's code or name
   * @return the largest deal by each measure and the partner's
   */
  public static Table largestDeals(String partner) {
    return UsDealSizes.largest(partner);
  }

  /**
   * Job 9: whether an amount can be paid under a yearly cap by a deadline.
   *
   * @param amount the amount, {@code "USD 350000000000"}
   * @param cap the most that can be paid a year
   * @param from the first day on which something can be paid
   * @param deadline the last day
   * @return the answer with the earliest end
   */
  public static CapFeasibility feasibility(
      String amount, String cap, String from, String deadline) {
    return feasibility(
        AmountText.parse("amount", amount), AmountText.parse("cap", cap), day(from), day(deadline));
  }

  /**
   * Job 9: whether an amount can be paid under a yearly cap by a deadline.
   *
   * @param amount the amount
   * @param cap the most that can be paid a year
   * @param from the first day on which something can be paid
   * @param deadline the last day
   * @return the answer with the earliest end
   */
  public static CapFeasibility feasibility(
      BigMoneyProvider amount, BigMoneyProvider cap, LocalDate from, LocalDate deadline) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(cap, "cap");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(deadline, "deadline");
    requireOrder(from, deadline);
    return new CapFeasibility(
        amount.toBigMoney(), cap.toBigMoney(), from, deadline, CapRule.PRO_RATA);
  }

  /**
   * Job 10: what a deal's cut is worth against the cost of its pledge.
   *
   * @param partner the partner's code, or the deal's id
   * @param day the day whose law with and without the deal is compared
   * @param shortfall by how much the pledge's return a year falls short of the required one
   * @param discount the discount rate a year
   * @param years over how many years
   * @return the balance: relief, cost, break-even, per point, horizon
   */
  public static DealBalance pledgeAgainstCut(
      String partner, String day, String shortfall, String discount, int years) {
    return pledgeAgainstCut(partner, day(day), rate(shortfall), rate(discount), years);
  }

  /**
   * Job 10: what a deal's cut is worth against the cost of its pledge.
   *
   * @param partner the partner
   * @param day the day whose law with and without the deal is compared
   * @param shortfall by how much the pledge's return a year falls short of the required one
   * @param discount the discount rate a year
   * @param years over how many years
   * @return the balance
   */
  public static DealBalance pledgeAgainstCut(
      String partner, LocalDate day, Rate shortfall, Rate discount, int years) {
    return UsStudies.balance(
        deal(partner), day, shortfall, new Outlook(discount, Rate.ZERO, years));
  }

  /**
   * Job 10: what a deal pledged to invest, in all, per point of relief, per GDP and per year of
   * sales.
   *
   * @param partner the partner's code, or the deal's id
   * @param day the day whose law with and without the deal is compared
   * @return the benchmark
   */
  public static PledgeBenchmark pledgeBenchmark(String partner, String day) {
    return pledgeBenchmark(partner, day(day));
  }

  /**
   * Job 10: what a deal pledged to invest, per point of relief, per GDP and per year of sales.
   *
   * @param partner the partner
   * @param day the day whose law with and without the deal is compared
   * @return the benchmark
   */
  public static PledgeBenchmark pledgeBenchmark(String partner, LocalDate day) {
    return UsStudies.benchmark(deal(partner), day);
  }

  private static InvestmentCommitment whole(Deal deal) {
    return deal.promises()
        .wholeInvestment()
        .orElseThrow(() -> new IllegalArgumentException("'" + deal.id() + "' has pledged nothing"));
  }
}
