package org.tariffeconomics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.border.ImporterComparison;
import org.tariffeconomics.border.Retaliation;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.PositionErosion;
import org.tariffeconomics.competitiveness.ShareShift;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEffect;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.deal.TermsComparison;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.economy.CostPushRange;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.investment.CapFeasibility;
import org.tariffeconomics.investment.DealBalance;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Outlook;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.Progress;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostComparison;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.landedcost.ParityAnswer;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.PortfolioDuties;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.AverageDuty;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.reference.PartnerStudies;
import org.tariffeconomics.reference.UsAhead;
import org.tariffeconomics.reference.UsAssumptions;
import org.tariffeconomics.reference.UsDealSizes;
import org.tariffeconomics.reference.UsDeals;
import org.tariffeconomics.reference.UsDelay;
import org.tariffeconomics.reference.UsDuties;
import org.tariffeconomics.reference.UsImports;
import org.tariffeconomics.reference.UsLetters;
import org.tariffeconomics.reference.UsPaid;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsProvisions;
import org.tariffeconomics.reference.UsRates;
import org.tariffeconomics.reference.UsRefundsDue;
import org.tariffeconomics.reference.UsStudies;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.DutyChange;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/**
 * Short verbs over the bundled facts, for a shell or a notebook: {@code import static
 * org.tariffeconomics.Tariffs.*}.
 *
 * <p>Days are text such as {@code 2025-09-16} or {@code 16 Sep 2025}, rates are text with a percent
 * sign, amounts are text with a currency ({@code USD 30,290}, {@code USD 350bn}), lines are HS
 * codes with or without dots, and origins are countries by code or name, groups, or {@code *} for
 * all, that may claim or declare: {@code KR}, {@code South Korea}, {@code EU}, {@code KR claiming
 * nothing}, {@code MX claiming USMCA with content:US=0.4; approved US content=yes}. What importers
 * of an origin usually declare ({@link UsualFacts}) is taken as declared unless the text says
 * otherwise, and stands in the stamp of the result.
 *
 * <p>What a shell shows of a result follows one rule: several things beside each other (origins,
 * days, costs, deals) print as their table, at most 20 rows, which says what it leaves out; one
 * thing (a duty, a cost, a rate, a market, a book) prints as one line, and its {@code table()} says
 * more. {@code print()} of a table shows every row, {@code chart()} draws it, {@code sentence()}
 * says it.
 *
 * <p>Every verb is a call of the types behind it, which take books, facts and money of your own.
 * Bad text is refused with an {@link IllegalArgumentException} that names it and says what to
 * write.
 *
 * @since 0.1.0
 */
public final class Tariffs extends TypedVerbs {

  private static final String US = "US";

  private Tariffs() {}

  /**
   * The bundled tariff law of the United States.
   *
   * @return the book of the verified facts
   */
  public static TariffBook us() {
    return UsTariffs.book();
  }

  /**
   * The bundled arrangements of the United States with its partners.
   *
   * @return the register of the verified facts
   */
  public static DealRegister deals() {
    return UsDeals.register();
  }

  /**
   * A rate.
   *
   * @param text with its percent sign, {@code "27.5%"}
   * @return the rate
   */
  public static Rate rate(String text) {
    return Rate.parse(text);
  }

  /**
   * A day.
   *
   * @param text {@code "2025-09-16"}, or as {@link DayText} reads it: {@code "16 Sep 2025"}
   * @return the day
   * @throws IllegalArgumentException when it is none, or could be two
   */
  public static LocalDate day(String text) {
    return DayText.parse("day", text);
  }

  /**
   * Job 1: the duties of several origins on a day, lowest first.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins
   * @return the comparison, by the law as finally published
   */
  public static DutyComparison compare(String line, String day, String... origins) {
    return compare(us().on(day(day)), line, origins);
  }

  /**
   * Job 1: the duties of several origins on a day, as one could know them on that day.
   *
   * @param line the tariff line
   * @param day the day of entry and of knowledge
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compareAsKnown(String line, String day, String... origins) {
    return compare(us().on(day(day)).asKnownOn(day(day)), line, origins);
  }

  /**
   * Job 1: the duties of several origins under any law.
   *
   * @param law the law
   * @param line the tariff line
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compare(TariffLaw law, String line, String... origins) {
    return DutyComparison.of(law, HsCode.of(line), origins(law.book(), line, law.day(), origins));
  }

  /**
   * The layers of one origin's duty on a day.
   *
   * @param line the tariff line
   * @param origin the origin
   * @param day the day of entry
   * @return the stack; it assesses any value
   */
  public static DutyStack duty(String line, String origin, String day) {
    HsCode code = HsCode.of(line);
    LocalDate entry = day(day);
    DeclaredOrigin declared = us().requireClaimable(usual().origin(origin, code, entry));
    return us().on(entry).stack(code, declared);
  }

  /**
   * Job 2: the duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline, by the law as finally published
   * @throws IllegalArgumentException when the last day is before the first
   */
  public static RateTimeline timeline(
      String line, String firstDay, String lastDay, String... origins) {
    LocalDate first = day(firstDay);
    LocalDate last = day(lastDay);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "lastDay must not be before firstDay, but was " + last + " < " + first);
    }
    return RateTimeline.of(
        us(),
        HsCode.of(line),
        origins.length == 0 ? List.of() : origins(us(), line, last, origins),
        LocalDateRange.ofClosed(first, last));
  }

  /**
   * Job 2: how far one origin's duty lies above a rival's on a day.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origin the origin
   * @param rival the rival
   * @return the difference, positive where the origin pays more; a range where the line or a fact
   *     that is not declared decides
   * @throws IllegalStateException when either duty is not known, with the reasons
   */
  public static GapRange gap(String line, String day, String origin, String rival) {
    return knownRange(line, day, origin).minus(knownRange(line, day, rival));
  }

  private static RateRange knownRange(String line, String day, String origin) {
    DutyStack stack = duty(line, origin, day);
    return stack.range().orElseThrow(() -> notKnown(stack));
  }

  private static IllegalStateException notKnown(DutyStack stack) {
    return new IllegalStateException(
        "The duty on " + stack + " is not known: " + String.join("; ", stack.reasons()));
  }

  /**
   * Job 3: the all-in rate with which one origin draws level with a rival's duty.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param rival the rival
   * @return the rival's rate; a range where the line or a fact that is not declared decides
   * @throws IllegalStateException when the rival's duty is not known, with the reasons
   */
  public static RateRange levelRate(String line, String day, String rival) {
    return knownRange(line, day, rival);
  }

  /**
   * Job 3: the all-in rate that gives an origin back the lead that it had over a rival.
   *
   * @param line the tariff line
   * @param dayThen the day on which it had the lead
   * @param dayNow the day on which it wants it back
   * @param origin the origin
   * @param rival the rival
   * @return the rate, or that none is low enough; the two that it lies between where the line or a
   *     fact that is not declared decides
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      String line, String dayThen, String dayNow, String origin, String rival) {
    requireOrder(dayThen, dayNow);
    return Parity.rateRestoringLead(
        knownRange(line, dayThen, origin),
        knownRange(line, dayThen, rival),
        knownRange(line, dayNow, rival));
  }

  /**
   * Job 3: the price cut with which goods at one rate sell at the duty-paid price of goods at
   * another.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the cut as a fraction of the price
   */
  public static ParityAnswer<BigDecimal> priceCut(String own, String rival) {
    return Parity.priceCut(rate(own), rate(rival));
  }

  /**
   * Job 3: the depreciation of the exporter's currency that undoes a gap between two rates.
   *
   * @param own the rate on the goods
   * @param rival the rate on the rival's
   * @return the rise of the price of the importer's currency, as a fraction
   */
  public static ParityAnswer<BigDecimal> depreciation(String own, String rival) {
    return Parity.depreciation(rate(own), rate(rival));
  }

  /**
   * Job 3: the rate at which goods of one price become as dear as a rival's of another.
   *
   * @param price the price, {@code "USD 30290"}
   * @param rivalPrice the rival's price
   * @param rivalRate the rate on the rival's goods
   * @return the rate
   */
  public static ParityAnswer<Rate> flipRate(String price, String rivalPrice, String rivalRate) {
    return Parity.flipRate(
        AmountText.parse("price", price),
        AmountText.parse("rivalPrice", rivalPrice),
        rate(rivalRate));
  }

  /**
   * Job 4: a rate that adds against one that is all-in.
   *
   * @param adding the rate that goes on top of the ordinary duty
   * @param allIn the total that counts it in
   * @return the comparison: totals at any ordinary duty, and where both are equal
   */
  public static TermsComparison terms(String adding, String allIn) {
    return new TermsComparison(rate(adding), rate(allIn));
  }

  /**
   * Job 4: what goods pay under an all-in rate.
   *
   * @param ordinary the ordinary duty
   * @param allIn the all-in rate
   * @return the higher of the two
   */
  public static Rate allIn(String ordinary, String allIn) {
    return rate(ordinary).max(rate(allIn));
  }

  /**
   * Job 5: the landed cost of goods in the United States, entered formally: no relief for parcels
   * of low value counts, which {@code landed("US", shipment, day)} knows.
   *
   * @param shipment the goods; what is usually declared for its origin is added to its declaration
   * @param day the day of entry
   * @return the cost as a waterfall
   */
  public static LandedCost landed(Shipment shipment, String day) {
    LocalDate entry = day(day);
    us().requireClaimable(new DeclaredOrigin(shipment.origin(), shipment.facts()));
    return LandedCost.of(
        shipment.withFacts(
            usual().of(shipment.line(), shipment.origin(), entry).and(shipment.facts())),
        us().on(entry));
  }

  /**
   * Job 5: goods, sold FOB, as they are shipped.
   *
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param price the price, {@code "USD 30000"}
   * @param freight the international freight, {@code "USD 1330"}
   * @param insurance the insurance, {@code "USD 207"}
   * @param mode {@code sea}, {@code air}, {@code road}, {@code rail} or {@code post}
   * @return the shipment; its {@code with…} methods say more
   */
  public static Shipment shipment(
      String line, String origin, String price, String freight, String insurance, String mode) {
    DeclaredOrigin declared = DeclaredOrigin.parse(origin);
    return Shipment.of(line, declared.country().alpha2(), price)
        .withFacts(declared.facts())
        .withFreight(freight)
        .withInsurance(insurance)
        .withMode(TransportMode.parse(mode));
  }

  /**
   * Job 5: landed costs side by side, cheapest first.
   *
   * @param costs the costs
   * @return the comparison
   */
  public static LandedCostComparison sideBySide(LandedCost... costs) {
    return LandedCostComparison.of(costs);
  }

  /**
   * Job 6: the change from one rate to another, in points, of the duty, and of the duty-paid price.
   *
   * @param before the rate before
   * @param after the rate after
   * @return the change
   */
  public static RateChange change(String before, String after) {
    return rate(before).to(rate(after));
  }

  /**
   * Job 6: what changes between two days, for whom.
   *
   * @param line the tariff line
   * @param before the day before
   * @param after the day after
   * @param origins the origins looked at
   * @return the duties that differ
   */
  public static DutyChange beforeAfter(
      String line, String before, String after, String... origins) {
    requireOrder(before, after);
    return DutyChange.between(
        us().on(day(before)),
        us().on(day(after)),
        List.of(HsCode.of(line)),
        origins(us(), line, day(after), origins));
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
      String sector, String before, String after, String origin) {
    requireOrder(before, after);
    return market(sector, before).erosion(origin, market(sector, after));
  }

  /**
   * Job 7: a deal by its partner or id.
   *
   * @param partner the partner's code, or the deal's id
   * @return the deal
   */
  public static Deal deal(String partner) {
    return deals().deal(partner);
  }

  /**
   * Job 7: where a leg of a deal stands on a day, as it was then known.
   *
   * @param partner the partner's code, or the deal's id
   * @param leg the leg, e.g. {@code autos}; empty for the deal as a whole
   * @param day the day asked about
   * @param knownOn the day of knowledge
   * @return the status; empty before the first event
   * @throws IllegalArgumentException when the deal has no such leg; the message lists those it has
   */
  public static Optional<DealStatus> status(
      String partner, String leg, String day, String knownOn) {
    return deal(partner).status(leg, day(day), day(knownOn));
  }

  /**
   * Job 8: who is left behind in a sector on a day, all reasons counting the same.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @return the ranking
   */
  public static LeftBehind leftBehind(String sector, String day) {
    return UsStudies.leftBehind(sector, day(day), LeftBehind.Weights.EQUAL);
  }

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

  private static InvestmentCommitment whole(Deal deal) {
    return deal.promises()
        .wholeInvestment()
        .orElseThrow(() -> new IllegalArgumentException("'" + deal.id() + "' has pledged nothing"));
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
    LocalDate on = day(day);
    Deal deal = deal(partner);
    return deal.asKnownOn(on)
        .promises()
        .wholeInvestment()
        .orElseGet(() -> whole(deal))
        .progress(Stage.parse(stage), on, on);
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
    return TypedVerbs.feasibility(
        AmountText.parse("amount", amount), AmountText.parse("cap", cap), day(from), day(deadline));
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
    return UsStudies.balance(
        deal(partner), day(day), rate(shortfall), new Outlook(rate(discount), Rate.ZERO, years));
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
    return UsStudies.benchmark(deal(partner), day(day));
  }

  /**
   * Job 11: a sector's market under the law of a day: every supplier against its rivals.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @return the market: positions, ranking, what moved
   */
  public static ImportMarket market(String sector, String day) {
    return UsStudies.market(sector, us().on(day(day)));
  }

  /**
   * Job 11: the position of some suppliers of a sector on several days, and the rate with which
   * each would be level with its rivals on the last.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param origins the origins as the market names them, with commas: {@code "JP, KR, EU"}
   * @param days the days
   * @return the table; positive is an advantage
   */
  public static Table positions(String sector, String origins, String... days) {
    Objects.requireNonNull(origins, "origins");
    return UsStudies.positions(
        sector,
        Arrays.stream(Texts.plainSigns(origins).split(",")).map(String::strip).toList(),
        Arrays.stream(days).map(Tariffs::day).toList());
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
      String sector, String before, String after, double... sigmas) {
    requireOrder(before, after);
    return market(sector, before)
        .shareShift(Sector.parse(sector).line(), market(sector, after), sigmas);
  }

  // --- the register, what was paid, what lies ahead

  /**
   * Job 7: the duty of some goods with a deal and without it, where the rate of a letter or the one
   * that was suspended applies instead.
   *
   * @param origin the partner, or a member of the group that made the deal, which may claim and
   *     declare
   * @param line the tariff line
   * @param day the day of entry
   * @return both duties and the points that the deal is worth, or that nothing of it is held as law
   * @throws IllegalArgumentException when no deal binds the origin, or it is a group
   */
  public static DealEffect withoutDeal(String origin, String line, String day) {
    LocalDate on = day(day);
    DeclaredOrigin declared = origins(us(), line, on, origin).get(0);
    Deal deal =
        deals()
            .dealOf(declared.country(), on)
            .orElseGet(() -> deals().deal(declared.country().alpha2()));
    return DealEffect.of(deal, us(), HsCode.of(line), declared, on);
  }

  /**
   * Job 7: what the United States granted a partner, good by good, and which measures carry it.
   *
   * @param partner the partner's code or name, or the deal's id
   * @return the grants; what is not held as law says so
   */
  public static Table concessions(String partner) {
    return UsDeals.concessions(partner);
  }

  /**
   * Job 7: the letters of July 2025 with their deadlines and, as far as known on a day, outcomes.
   *
   * @param knownOn the day of knowledge
   * @return a row for each letter
   */
  public static Table letters(String knownOn) {
    return UsLetters.table(day(knownOn));
  }

  /**
   * Job 7: what is laid down or may lapse after a day, for every partner, as known on that day.
   *
   * @param day the day
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(String day) {
    return UsAhead.of(day(day));
  }

  /**
   * Job 7: what is laid down or may lapse after a day for some goods, as known on that day.
   *
   * @param day the day
   * @param line the tariff line
   * @param origins the origins
   * @return changes of duty with the rates before and after, and deadlines
   */
  public static UsAhead ahead(String day, String line, String... origins) {
    return UsAhead.of(day(day), HsCode.of(line), origins(us(), line, day(day), origins));
  }

  /**
   * Job 9: all that partners pledged, as known on a day: investments, credit and purchases, and the
   * wholes per point of relief, GDP and exports.
   *
   * @param knownOn the day of knowledge, whose law is compared
   * @return the pledges
   */
  public static UsPledges allPledges(String knownOn) {
    return UsPledges.knownOn(day(knownOn));
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
   * What was imported and paid on all goods of a partner, month by month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @return a row for each month that is held, with the vintage and what is known of revisions
   * @throws IllegalArgumentException when the partner is not held; the message says which are
   */
  public static Table paid(String partner) {
    return UsPaid.table(partner);
  }

  /**
   * What was imported and paid on all goods of a partner in a month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param month the month, {@code 2025-10}
   * @return imports, calculated duty and the rate paid, with the vintage of the source
   * @throws IllegalArgumentException when the partner or the month is not held; the message says
   *     what is
   */
  public static UsPaid.Paid paid(String partner, String month) {
    return UsPaid.of(partner, month);
  }

  /**
   * What was imported and paid on some goods of a partner in a period.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param goods {@code cars}, {@code transport equipment} or another of {@link UsPaid#goods}
   * @param period a month, or the period of a source, {@code 2025-09/2026-08}
   * @return imports, calculated duty and the rate paid, with the vintage of the source
   * @throws IllegalArgumentException when goods, partner or period are not held; the message says
   *     what is
   */
  public static UsPaid.Paid paid(String partner, String goods, String period) {
    return UsPaid.of(partner, goods, period);
  }

  /**
   * Announced, statutory and paid, side by side by month, and what explains the gap.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month, {@code 2025-01}
   * @param last the last month, included
   * @return the months
   */
  public static UsRates announcedAndPaid(String partner, String first, String last) {
    return UsRates.of(partner, first, last);
  }

  /**
   * What it cost a partner to get a rate some days later, month by month, on real imports.
   *
   * @param partner the partner's code or name
   * @param sector a sector, {@code cars}, or any goods by name or code, {@code 8517}
   * @param from the first day without the rate
   * @param until the first day with it
   * @return the cost, and who had the rate meanwhile
   */
  public static UsDelay delay(String partner, String sector, String from, String until) {
    return UsDelay.ofWaiting(partner, sector, day(from), day(until));
  }

  /**
   * What a partner's goods get back because cuts were published after they took effect.
   *
   * @param partner the partner's code or name
   * @param sector a sector, {@code cars}, or any goods by name or code, {@code 8517}
   * @param from the first day of entry
   * @param until the first day after the last
   * @return the refunds by month
   */
  public static UsDelay refundsDue(String partner, String sector, String from, String until) {
    return UsDelay.ofRefunds(partner, sector, day(from), day(until));
  }

  // --- importers other than the United States

  /**
   * A territory as an importer: its tariff, its border, what its importers usually declare.
   *
   * @param name {@code "EU"}, {@code "DE"}, {@code "Japan"}; {@code "DE with any evidence"} also
   *     takes facts that are known from one source only
   * @return the importer; its methods are the typed twins of the verbs here
   */
  public static Importer importer(String name) {
    return Importers.of(name);
  }

  /**
   * The layers of the duty that an importer charges.
   *
   * @param importer who imports, {@code "EU"}
   * @param line the tariff line, {@code "8703.23"}
   * @param origin the origin, which may claim and declare: {@code "US claiming CUSMA"}
   * @param day the day of entry; where the law turned at an hour also {@code "2025-11-10 13:01"}
   * @return the stack; it assesses any value in the importer's currency
   */
  public static DutyStack duty(String importer, String line, String origin, String day) {
    return importer(importer).duty(line, origin, day);
  }

  /**
   * The duties of several origins at an importer's border, lowest first.
   *
   * @param importer who imports, {@code importer("EU")}
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compare(
      Importer importer, String line, String day, String... origins) {
    Objects.requireNonNull(importer, "importer");
    return importer.compare(line, day, origins);
  }

  /**
   * The duties of some origins at an importer's border over time.
   *
   * @param importer who imports, {@code importer("JP")}
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline
   */
  public static RateTimeline timeline(
      Importer importer, String line, String firstDay, String lastDay, String... origins) {
    Objects.requireNonNull(importer, "importer");
    return importer.timeline(line, firstDay, lastDay, origins);
  }

  /**
   * The landed cost of goods at an importer's border.
   *
   * @param importer who imports, {@code "DE with any evidence"}
   * @param shipment the goods
   * @param day the day of entry
   * @return the cost; what is known of and left out stands in its stamp
   */
  public static LandedCost landed(String importer, Shipment shipment, String day) {
    return importer(importer).landed(shipment, day);
  }

  /**
   * Where goods pay least.
   *
   * @param line the tariff line; importers share its first six digits
   * @param origin the origin
   * @param day the day of entry
   * @param importers who may import
   * @return the importers, lowest duty first, those whose duty is not known last
   */
  public static ImporterComparison sideBySide(
      String line, String origin, String day, String... importers) {
    Objects.requireNonNull(importers, "importers");
    return ImporterComparison.of(
        Arrays.stream(importers).map(Importers::of).toList(), line, origin, day);
  }

  /**
   * What a territory charges, suspends or announced in answer to duties of the United States.
   *
   * @param territory the territory, {@code "CA"}
   * @param day the day
   * @return the rounds as they stand; “none known” with the day of the search
   */
  public static Retaliation retaliation(String territory, String day) {
    return Importers.retaliation(territory, day(day));
  }

  /**
   * What the United States and a partner charge each other on the goods of their deal: before its
   * first measure, and on a day.
   *
   * @param partner the partner, {@code "JP"}
   * @param day the day after
   * @return the answer
   */
  public static BothSides bothSides(String partner, String day) {
    return PartnerStudies.bothSides(partner, day(day));
  }

  // --- entries and money back

  /**
   * An entry of several lines into the United States, to be priced under a law: {@code
   * entry().withLine("A1", Shipment.of("6109.10", "IN", "USD 1000")).price(us().on("2026-11-23"))}.
   *
   * @return the entry without lines
   */
  public static CustomsEntry entry() {
    return CustomsEntry.of("US");
  }

  /**
   * What an importer pays on a portfolio of articles read from comma-separated text with a header:
   * {@code sku, line, origin, value}.
   *
   * @param csv the text, header first
   * @param day the day of the law
   * @return the duties by article
   * @throws IllegalArgumentException when a row cannot be read
   */
  public static PortfolioDuties portfolio(String csv, String day) {
    return Portfolio.parse(csv).orThrow().under(us().on(day(day)));
  }

  // --- the whole base law and the imports of 2024

  /**
   * The average duty of a day on all imports of 2024, with what is left open.
   *
   * @param day the day
   * @return the average: all agreements claimed, as in 2024, none; by origin, chapter, programme
   */
  public static AverageDuty averageDuty(String day) {
    return UsImports.of2024().averageDuty(day(day));
  }

  /**
   * The average duty of a day on some goods.
   *
   * @param goods codes, {@code 7208}, {@code 61+62}, or a word, {@code steel}
   * @param day the day
   * @return the average, weighted by the imports of 2024
   */
  public static AverageDuty averageDuty(String goods, String day) {
    return UsImports.of2024().of(goods).averageDuty(day(day));
  }

  /**
   * What a line's row in the schedule says on a day: rates and units of quantity as published.
   *
   * @param line a code of eight digits or more
   * @param day the day
   * @return the legal line; empty where the schedule has none
   * @throws IllegalArgumentException when the day lies before the first edition held
   */
  public static Optional<DatedLine> scheduleLine(String line, String day) {
    DatedSchedule schedule = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    LocalDate first = schedule.outline().editions().firstKey();
    if (day(day).isBefore(first)) {
      throw new IllegalArgumentException(
          "day must not be before " + first + ", the first edition held, but was " + day(day));
    }
    return schedule.line(HsCode.of(line), day(day));
  }

  /**
   * What is due back on all goods of a partner because cuts were published after they took effect,
   * month by month.
   *
   * @param partner a country, or {@code EU}
   * @param first the first month of entry, {@code 2025-08}
   * @param last the last month, included
   * @return the estimate by month, with bounds where duties have bounds
   */
  public static UsRefundsDue refundsDue(String partner, String first, String last) {
    return UsRefundsDue.of(partner, first, last);
  }

  // --- what goods pay at the border of an importer

  /**
   * What goods pay at an importer's border: {@code pays("JP", "1006.30.090", "US", "2026-07-09",
   * "JPY 3000000", "20000 kg")}.
   *
   * @param importer who imports, {@code "JP"}
   * @param line the tariff line
   * @param origin the origin, which may claim and declare: {@code "US with quota:09.9005=in"}
   * @param day the day of entry; where the law turned at an hour also {@code "2025-11-10 13:01"}
   * @param value the customs value in the importer's currency
   * @param quantities what duties by quantity ask for: {@code "20000 kg"}, {@code "1500 l"}
   * @return the duty, layer by layer
   */
  public static Assessment pays(
      String importer, String line, String origin, String day, String value, String... quantities) {
    return duty(importer, line, origin, day)
        .assess(
            AmountText.parse("value", value),
            Arrays.stream(quantities).map(Quantity::parse).toArray(Quantity[]::new));
  }

  /**
   * What an entry pays that the balance of a quota may split: {@code quotaDuty("EU", "0203.29.55",
   * "US", "2026-07-10", "EUR 40000", "20 t", "09.9001", "10 t")}.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param origin the origin and what else is declared
   * @param day the day of entry
   * @param value the customs value of the whole entry in the importer's currency
   * @param quantity its quantity, in the dimension of the quota
   * @param quota the order number of the quota, or its name
   * @param left what is left of the quota before the entry
   * @return the duty of the part within the quota and of the part above it
   */
  public static QuotaDuty quotaDuty(
      String importer,
      String line,
      String origin,
      String day,
      String value,
      String quantity,
      String quota,
      String left) {
    Importer border = importer(importer);
    Quantity entry = Quantity.parse(quantity);
    return border.duty(
        line,
        origin,
        day,
        AmountText.parse("value", value),
        List.of(entry),
        border.position(
            Texts.plainSigns(quota), EntryTime.parse(day).day(), Quantity.parse(left), entry));
  }

  // --- from the law to the economy

  /**
   * The duties of the United States on a day, on every flow of the imports of 2024: the shock of an
   * economy.
   *
   * @param day the day of entry
   * @return the duties; {@code averages(world)} folds them into a world
   */
  public static UsDuties duties(String day) {
    return UsDuties.of(day(day));
  }

  /**
   * The bundled world of 2023: 94 economies, one sector.
   *
   * @return the data
   */
  public static World world2023() {
    return World.of2023();
  }

  /**
   * The bundled teaching world of 2011: 25 economies, 21 sectors with inputs.
   *
   * @return the data
   */
  public static World sectors2011() {
    return World.sectors2011();
  }

  /**
   * The shock to a world that changes nothing yet: {@code shock(world2023()).withAdded("US", "*",
   * 0.10)} adds ten percentage points to all duties of the United States.
   *
   * @param world the world
   * @return the shock
   */
  public static DutyShock shock(World world) {
    return DutyShock.none(world);
  }

  /**
   * A model of a world, in which nothing is solved yet; deficits are shares of world income.
   *
   * @param world the world
   * @param elasticity the elasticity of trade
   * @return the model
   */
  public static Equilibrium equilibrium(World world, Elasticity elasticity) {
    return Equilibrium.of(world, elasticity);
  }

  /**
   * The elasticity of trade flows to costs, one for all sectors.
   *
   * @param theta {@code "4"}, or a range for draws, {@code "2.5..8"}
   * @return the elasticity
   */
  public static Elasticity elasticity(String theta) {
    return Elasticity.of(theta);
  }

  /**
   * The seed of draws, so that it reads as one.
   *
   * @param number any number
   * @return the number
   */
  public static long seed(long number) {
    return number;
  }

  /**
   * What the duties of a day do to costs in the United States through the inputs of inputs, passed
   * on in full.
   *
   * @param duties the duties of the day
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties) {
    return CostPush.bea2017().push(Objects.requireNonNull(duties, "duties").onGoods(), 1);
  }

  /**
   * What the duties of a day do to costs in the United States, passed on in part.
   *
   * @param duties the duties of the day
   * @param passThrough what part of a duty buyers pay, {@code "80%"}
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties, String passThrough) {
    return CostPush.bea2017()
        .push(
            Objects.requireNonNull(duties, "duties").onGoods(),
            rate(passThrough).fraction().doubleValue());
  }

  // --- named assumptions

  /**
   * The average duty of a day on the imports of 2024 under named assumptions: {@code
   * averageDuty("2025-09-16", metalShares(), usmcaShares(2025))}.
   *
   * @param day the day of entry
   * @param sets the assumptions, besides those of the bundled book
   * @return the average, which names them
   */
  public static AverageDuty averageDuty(String day, Assumptions... sets) {
    return UsImports.of2024().averageDuty(day(day), sets);
  }

  /**
   * How much of the trade of each line with Canada and Mexico claimed the USMCA in a year.
   *
   * @param year 2024 or 2025
   * @return the assumptions
   * @see UsAssumptions#usmcaShares
   */
  public static Assumptions usmcaShares(int year) {
    return UsAssumptions.usmcaShares(year);
  }

  /**
   * How much of the value of each line is steel, aluminium and copper, by the input-output accounts
   * of 2017.
   *
   * @return the assumptions
   * @see UsAssumptions#metalShares
   */
  public static Assumptions metalShares() {
    return UsAssumptions.metalShares();
  }

  // --- what is assumed of importers

  /**
   * What importers of goods into the United States are taken to declare where nothing is said: the
   * verbs name it in the stamp of every result that it moved.
   *
   * @return the assumptions; {@code usual().withUsmca()} also takes goods of Mexico and Canada to
   *     claim the USMCA, {@code withUsContent("40%")} their cars to have that approved content
   */
  public static UsualFacts usual() {
    return UsualFacts.us();
  }

  /**
   * Job 11: a sector's market under the law of a day, with stated declarations of its suppliers.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @param usual what importers of each origin declare, {@code usual().withUsmca()}
   * @return the market: positions, ranking, what moved
   */
  public static ImportMarket market(String sector, String day, UsualFacts usual) {
    return UsStudies.market(sector, us().on(day(day)), usual);
  }

  // --- answers that say what they assume

  /**
   * Job 8: who is left behind in a sector on a day, where importers declare what is assumed: {@code
   * usual().withUsmca()} claims the USMCA for all goods of Mexico and Canada.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the ranking, which says what was assumed
   */
  public static LeftBehind leftBehind(String sector, String day, UsualFacts usual) {
    return UsStudies.leftBehind(sector, day(day), LeftBehind.Weights.EQUAL, usual);
  }

  // --- law

  /**
   * What chapter 99 says under some headings, in force or not, with its documents: {@code
   * provisions("9903.01").on(day).table()}.
   *
   * @param prefix the digits that they begin with, e.g. {@code 9903.01} or {@code 9903.88.03}
   * @return the headings in order
   * @throws IllegalArgumentException when no heading begins so
   * @see UsTariffs#provisions
   */
  public static UsProvisions provisions(String prefix) {
    return UsTariffs.provisions(prefix);
  }

  private static void requireOrder(String before, String after) {
    requireOrder(day(before), day(after));
  }

  /** Two days that changed places would turn every sign. */
  static void requireOrder(LocalDate before, LocalDate after) {
    if (after.isBefore(before)) {
      throw new IllegalArgumentException(
          "The earlier day comes first, but was "
              + before
              + " before "
              + after
              + ": have the two days changed places?");
    }
  }

  /** No origin named means all of them; of a group or of all, the importer itself is left out. */
  private static List<DeclaredOrigin> origins(
      TariffBook book, String line, LocalDate day, String... origins) {
    HsCode code = HsCode.of(line);
    String importer = book.territory();
    return Arrays.stream(origins.length == 0 ? new String[] {"*"} : origins)
        .map(text -> DeclaredOrigin.parseAll(text, day))
        .flatMap(
            all ->
                all.stream().filter(o -> all.size() == 1 || !o.country().alpha2().equals(importer)))
        .map(o -> importer.equals(US) ? o.withDefaults(usual().of(code, o.country(), day)) : o)
        .map(book::requireClaimable)
        .distinct()
        .toList();
  }
}
