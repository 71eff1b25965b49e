package org.tariffeconomics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.PositionErosion;
import org.tariffeconomics.competitiveness.ShareShift;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.deal.TermsComparison;
import org.tariffeconomics.investment.CapFeasibility;
import org.tariffeconomics.investment.CapRule;
import org.tariffeconomics.investment.DealBalance;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.Progress;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.landedcost.ParityAnswer;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.tariff.DutyChange;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;

/**
 * The verbs of {@link Tariffs} once more, for days, rates and amounts that a program holds as such,
 * and the check of a claim. They come with the same import.
 */
class TypedVerbs extends TypedDealVerbs {

  TypedVerbs() {}

  /**
   * Job 1: the duties of several origins on a day, lowest first.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins; all where none is named
   * @return the comparison, by the law as finally published
   */
  public static DutyComparison compare(String line, LocalDate day, String... origins) {
    return Tariffs.compare(line, day.toString(), origins);
  }

  /**
   * Job 1: the duties of several origins on a day, as one could know them on that day.
   *
   * @param line the tariff line
   * @param day the day of entry and of knowledge
   * @param origins the origins; all where none is named
   * @return the comparison
   */
  public static DutyComparison compareAsKnown(String line, LocalDate day, String... origins) {
    return Tariffs.compareAsKnown(line, day.toString(), origins);
  }

  /**
   * The layers of one origin's duty on a day.
   *
   * @param line the tariff line
   * @param origin the origin
   * @param day the day of entry
   * @return the stack; it assesses any value
   */
  public static DutyStack duty(String line, String origin, LocalDate day) {
    return Tariffs.duty(line, origin, day.toString());
  }

  /**
   * Job 2: the duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline, by the law as finally published
   */
  public static RateTimeline timeline(
      String line, LocalDate firstDay, LocalDate lastDay, String... origins) {
    return Tariffs.timeline(line, firstDay.toString(), lastDay.toString(), origins);
  }

  /**
   * Job 2: how far one origin's duty lies above a rival's on a day.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origin the origin
   * @param rival the rival
   * @return the difference, positive where the origin pays more
   */
  public static GapRange gap(String line, LocalDate day, String origin, String rival) {
    return Tariffs.gap(line, day.toString(), origin, rival);
  }

  /**
   * Job 3: the all-in rate with which one origin draws level with a rival's duty.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param rival the rival
   * @return the rival's rate
   */
  public static RateRange levelRate(String line, LocalDate day, String rival) {
    return Tariffs.levelRate(line, day.toString(), rival);
  }

  /**
   * Job 3: the all-in rate that gives an origin back the lead that it had over a rival.
   *
   * @param line the tariff line
   * @param dayThen the day on which it had the lead
   * @param dayNow the day on which it wants it back
   * @param origin the origin
   * @param rival the rival
   * @return the rate, or that none is low enough
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      String line, LocalDate dayThen, LocalDate dayNow, String origin, String rival) {
    return Tariffs.rateRestoringLead(line, dayThen.toString(), dayNow.toString(), origin, rival);
  }

  /**
   * Job 3: the price cut with which goods at one rate sell at the duty-paid price of goods at
   * another.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the cut as a fraction of the price
   */
  public static ParityAnswer<BigDecimal> priceCut(Rate own, Rate rival) {
    return Parity.priceCut(own, rival);
  }

  /**
   * Job 3: the depreciation of the exporter's currency that undoes a gap between two rates.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the rise of the price of the importer's currency, as a fraction
   */
  public static ParityAnswer<BigDecimal> depreciation(Rate own, Rate rival) {
    return Parity.depreciation(own, rival);
  }

  /**
   * Job 3: the rate at which goods of one price become as dear as a rival's of another.
   *
   * @param price the price
   * @param rivalPrice the rival's price
   * @param rivalRate the rate on the rival's goods
   * @return the rate
   */
  public static ParityAnswer<Rate> flipRate(
      BigMoneyProvider price, BigMoneyProvider rivalPrice, Rate rivalRate) {
    return Parity.flipRate(price.toBigMoney(), rivalPrice.toBigMoney(), rivalRate);
  }

  /**
   * Job 4: a rate that adds against one that is all-in.
   *
   * @param adding the rate that goes on top of the ordinary duty
   * @param allIn the total that counts it in
   * @return the comparison
   */
  public static TermsComparison terms(Rate adding, Rate allIn) {
    return new TermsComparison(adding, allIn);
  }

  /**
   * Job 4: what goods pay under an all-in rate.
   *
   * @param ordinary the ordinary duty
   * @param allIn the all-in rate
   * @return the higher of the two
   */
  public static Rate allIn(Rate ordinary, Rate allIn) {
    return ordinary.max(allIn);
  }

  /**
   * Job 5: the landed cost of goods in the United States.
   *
   * @param shipment the goods; what is usually declared for its origin is added
   * @param day the day of entry
   * @return the cost as a waterfall
   */
  public static LandedCost landed(Shipment shipment, LocalDate day) {
    return Tariffs.landed(shipment, day.toString());
  }

  /**
   * Job 6: the change from one rate to another, in points, of the duty, and of the duty-paid price.
   *
   * @param before the rate before
   * @param after the rate after
   * @return the change
   */
  public static RateChange change(Rate before, Rate after) {
    return before.to(after);
  }

  /**
   * Job 6: what changes between two days, for whom.
   *
   * @param line the tariff line
   * @param before the day before
   * @param after the day after
   * @param origins the origins looked at; all where none is named
   * @return the duties that differ
   */
  public static DutyChange beforeAfter(
      String line, LocalDate before, LocalDate after, String... origins) {
    return Tariffs.beforeAfter(line, before.toString(), after.toString(), origins);
  }

  /**
   * Job 6: what of the change of an origin's position is its own doing, and what its rivals'.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param before the day before
   * @param after the day after
   * @param origin the origin
   * @return the own effect and each rival's, which add up to the change
   */
  public static PositionErosion ownAndRivals(
      String sector, LocalDate before, LocalDate after, String origin) {
    return Tariffs.ownAndRivals(sector, before.toString(), after.toString(), origin);
  }

  /**
   * Job 7: where a leg of a deal stands on a day, as it was then known.
   *
   * @param partner the partner
   * @param leg the leg, e.g. {@code autos}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before the first event
   */
  public static Optional<DealStatus> status(
      String partner, String leg, LocalDate day, LocalDate knownOn) {
    return Tariffs.status(partner, leg, day.toString(), knownOn.toString());
  }

  /**
   * Job 8: who is left behind in a sector on a day, all reasons counting the same.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param day the day
   * @return the ranking
   */
  public static LeftBehind leftBehind(String sector, LocalDate day) {
    return Tariffs.leftBehind(sector, day.toString());
  }

  /**
   * {@link Tariffs#leftBehind(String, String, UsualFacts)} with a day.
   *
   * @param sector the sector
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the ranking, which says what was assumed
   */
  public static LeftBehind leftBehind(String sector, LocalDate day, UsualFacts usual) {
    return Tariffs.leftBehind(sector, day.toString(), usual);
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
    return Tariffs.progress(partner, stage, day.toString());
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
    Tariffs.requireOrder(from, deadline);
    return new CapFeasibility(
        amount.toBigMoney(), cap.toBigMoney(), from, deadline, CapRule.PRO_RATA);
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
    return Tariffs.pledgeAgainstCut(
        partner, day.toString(), shortfall.toString(), discount.toString(), years);
  }

  /**
   * Job 10: what a deal pledged to invest, per point of relief, per GDP and per year of sales.
   *
   * @param partner the partner
   * @param day the day whose law with and without the deal is compared
   * @return the benchmark
   */
  public static PledgeBenchmark pledgeBenchmark(String partner, LocalDate day) {
    return Tariffs.pledgeBenchmark(partner, day.toString());
  }

  /**
   * Job 11: a sector's market under the law of a day.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param day the day
   * @return the market
   */
  public static ImportMarket market(String sector, LocalDate day) {
    return Tariffs.market(sector, day.toString());
  }

  /**
   * A sector's market under the law of a day, with stated declarations of its suppliers.
   *
   * @param sector the sector, or codes of any goods
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the market
   */
  public static ImportMarket market(String sector, LocalDate day, UsualFacts usual) {
    return Tariffs.market(sector, day.toString(), usual);
  }

  /**
   * Job 11: the shares of a sector's suppliers after the law of another day.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param before the day before
   * @param after the day after
   * @param sigmas elasticities of substitution
   * @return old share and new, for each elasticity
   */
  public static ShareShift shareShift(
      String sector, LocalDate before, LocalDate after, double... sigmas) {
    return Tariffs.shareShift(sector, before.toString(), after.toString(), sigmas);
  }

  /**
   * Holds a claim against a duty: {@code check("15%", duty("8703.23.01", "JP", "2025-09-16"))}.
   *
   * @param claim a rate as somebody claims it; it is as exact as it is written
   * @param duty the duty
   * @return whether the claim holds; neither right nor wrong where the duty is not one known rate
   */
  public static ClaimCheck check(String claim, DutyStack duty) {
    return duty.check(claim);
  }

  /**
   * Holds a claim against a landed cost.
   *
   * @param claim an amount as somebody claims it, with its currency
   * @param cost the cost
   * @return whether the claim holds; neither right nor wrong where the cost is not known
   */
  public static ClaimCheck check(String claim, LandedCost cost) {
    return cost.check(claim);
  }
}
