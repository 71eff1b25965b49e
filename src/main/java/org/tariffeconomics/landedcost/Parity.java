package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.landedcost.ParityAnswer.Method;
import org.tariffeconomics.tariff.DutyGap;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * Inverse questions: which rate, price, price cut or exchange rate draws a supplier level with a
 * rival.
 *
 * <p>With landed cost {@code L = P + F + I + fees + duty}, on a FOB base ({@code a} being the ad
 * valorem fees, {@code s} the duties and {@code f} the fees that are fixed):
 *
 * <ul>
 *   <li>parity price {@code P* = (L_rival − F − I − s − f) / (1 + t + a)};
 *   <li>parity rate {@code t* = (L_rival − P − F − I − s − f) / value − a};
 *   <li>price cut {@code 1 − P* / P}, negative where the price may rise;
 *   <li>depreciation {@code c / (k − c)} for a cut c and a share k of the price in the exporter's
 *       own currency; the depreciation is the rise of local units per unit of the importer's
 *       currency.
 * </ul>
 *
 * <p>The same equations hold piece by piece within the limits of fees; where the law makes the cost
 * bend elsewhere, the root is bracketed. Answers are for costs before rounding, so that putting one
 * back gives the same landed cost to within the rounding of the lines. A landed cost that is not
 * known, or a target that no non-negative number reaches, gives an answer without a value that says
 * why.
 *
 * @since 0.1.0
 */
public final class Parity {

  private Parity() {}

  /**
   * The all-in rate with which one supplier lands at a rival's cost.
   *
   * @param own the supplier's landed cost
   * @param rival the rival's
   * @return the rate on the customs value that takes the place of all ad valorem duties; no value
   *     where only a negative rate would do
   * @throws IllegalArgumentException when the two costs are in different currencies
   */
  public static ParityAnswer<Rate> rate(LandedCost own, LandedCost rival) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    String question = "rate with which " + origin(own) + " draws level with " + origin(rival);
    return overCases(own, rival, question, (a, b) -> rateTo(a, b, BigDecimal.ZERO, question));
  }

  /**
   * The all-in rate with which one supplier lands a stated amount below a rival, as it did before.
   *
   * @param own the supplier's landed cost
   * @param rival the rival's
   * @param lead how much cheaper the supplier is to be; negative for dearer
   * @return the rate on the customs value; no value where only a negative rate would do
   * @throws IllegalArgumentException when the amounts are in different currencies
   */
  public static ParityAnswer<Rate> rateWithLead(
      LandedCost own, LandedCost rival, BigMoneyProvider lead) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(lead, "lead");
    sameCurrency(own, lead.toBigMoney());
    String question =
        "rate with which " + origin(own) + " lands " + lead + " below " + origin(rival);
    BigDecimal amount = lead.toBigMoney().getAmount();
    return overCases(own, rival, question, (a, b) -> rateTo(a, b, amount, question));
  }

  private static ParityAnswer<Rate> rateTo(
      LandedCost own, LandedCost rival, BigDecimal lead, String question) {
    Optional<String> unknown = unknown(own, rival);
    if (unknown.isPresent()) {
      return ParityAnswer.none(question, unknown.orElseThrow());
    }
    return CostCurve.of(own)
        .rateFor(rival.totalOrThrow().getAmount().subtract(lead))
        .map(r -> rateAnswer(question, r))
        .orElseGet(
            () -> ParityAnswer.none(question, "the duty does not move the landed cost here"));
  }

  private static ParityAnswer<Rate> rateAnswer(String question, BigDecimal rate) {
    return rate.signum() < 0
        ? ParityAnswer.outOfReach(question, rate, "no non-negative rate restores parity")
        : ParityAnswer.of(question, Rate.fraction(rate), rate, Method.CLOSED_FORM);
  }

  /**
   * The price at which one supplier lands at a rival's cost.
   *
   * @param own the supplier's landed cost
   * @param rival the rival's
   * @return the price on the supplier's Incoterm and in its currency; no value where even a price
   *     of zero lands dearer
   * @throws IllegalArgumentException when the two costs are in different currencies
   */
  public static ParityAnswer<BigMoney> price(LandedCost own, LandedCost rival) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    String question = "price with which " + origin(own) + " draws level with " + origin(rival);
    return overCases(own, rival, question, (a, b) -> priceTo(a, b, question));
  }

  private static ParityAnswer<BigMoney> priceTo(LandedCost own, LandedCost rival, String question) {
    Optional<String> unknown = unknown(own, rival);
    if (unknown.isPresent()) {
      return ParityAnswer.none(question, unknown.orElseThrow());
    }
    CostCurve curve = CostCurve.of(own);
    return curve
        .priceFor(rival.totalOrThrow().getAmount())
        .map(root -> priceAnswer(question, own, curve, root))
        .orElseGet(() -> ParityAnswer.none(question, NO_PRICE));
  }

  private static final String NO_PRICE = "no non-negative price restores parity";

  private static ParityAnswer<BigMoney> priceAnswer(
      String question, LandedCost own, CostCurve curve, CostCurve.Root root) {
    BigDecimal price = root.value();
    return price.compareTo(curve.floor()) < 0
        ? ParityAnswer.outOfReach(question, price, NO_PRICE)
        : ParityAnswer.of(
            question,
            BigMoney.of(own.shipment().price().getCurrencyUnit(), price),
            price,
            root.method());
  }

  /**
   * The cut of its price with which one supplier lands at a rival's cost: 1 − P* / P.
   *
   * @param own the supplier's landed cost
   * @param rival the rival's
   * @return the cut as a fraction of the price, negative where the price may rise; no value where
   *     the price is zero or no price will do
   * @throws IllegalArgumentException when the two costs are in different currencies
   */
  public static ParityAnswer<BigDecimal> priceCut(LandedCost own, LandedCost rival) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    String question = "price cut with which " + origin(own) + " draws level with " + origin(rival);
    return overCases(own, rival, question, (a, b) -> cutTo(a, b, question));
  }

  private static ParityAnswer<BigDecimal> cutTo(LandedCost own, LandedCost rival, String question) {
    ParityAnswer<BigMoney> price = priceTo(own, rival, question);
    BigDecimal now = own.shipment().price().getAmount();
    if (price.algebraic().isEmpty() || now.signum() == 0) {
      return ParityAnswer.none(
          question, now.signum() == 0 ? "there is no price to cut" : price.reason());
    }
    BigDecimal cut =
        BigDecimal.ONE.subtract(price.algebraic().orElseThrow().divide(now, CostAmounts.PRECISION));
    return price.value().isEmpty()
        ? ParityAnswer.outOfReach(question, cut, price.reason())
        : ParityAnswer.of(question, cut, cut, price.method());
  }

  /**
   * The depreciation of the supplier's currency with which it lands at a rival's cost, when a share
   * of its price is cost in that currency and falls with it.
   *
   * @param own the supplier's landed cost
   * @param rival the rival's
   * @param localShare the share k of the price that is cost in the supplier's currency, within 0…1
   * @return the rise of local units per unit of the importer's currency, as a fraction; negative
   *     for an appreciation that it can bear; no value where no depreciation will do
   * @throws IllegalArgumentException when the share is not within 0…1, or the two costs are in
   *     different currencies
   */
  public static ParityAnswer<BigDecimal> depreciation(
      LandedCost own, LandedCost rival, BigDecimal localShare) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(localShare, "localShare");
    String question =
        "depreciation with which " + origin(own) + " draws level with " + origin(rival);
    return overCases(
        own, rival, question, (a, b) -> depreciation(cutTo(a, b, question), localShare, question));
  }

  /** An answer for two costs that leave nothing open. */
  private interface Definite<T> {
    ParityAnswer<T> of(LandedCost own, LandedCost rival);
  }

  /**
   * The answers in every way that what is left open of two costs may turn out: of the same goods in
   * those that can both hold. Where these are not told, all of them move one way with the rival's
   * cost, so that its least and its most are enough.
   */
  private static <T extends Comparable<? super T>> ParityAnswer<T> overCases(
      LandedCost own, LandedCost rival, String question, Definite<T> definite) {
    boolean open = own.outcome() == Outcome.BOUNDED || rival.outcome() == Outcome.BOUNDED;
    List<CostPair> pairs = open ? pairs(own, rival) : List.of();
    if (pairs.isEmpty()) {
      return definite.of(own, rival);
    }
    CostPair first = pairs.get(0);
    List<T> values = new ArrayList<>();
    List<ParityAnswer<T>> none = new ArrayList<>();
    for (CostPair each : pairs) {
      ParityAnswer<T> answer = definite.of(each.one(), each.other());
      answer.value().ifPresentOrElse(values::add, () -> none.add(answer));
    }
    boolean known =
        pairs.stream()
            .flatMap(each -> Stream.of(each.one(), each.other()))
            .distinct()
            .allMatch(Parity::isAskedAgain);
    if (values.isEmpty() || !known) {
      return known
          ? definite.of(first.one(), first.other())
          : ParityAnswer.none(question, unknown(own, rival).orElse(""));
    }
    T lowest = Collections.min(values);
    T highest = Collections.max(values);
    if (none.isEmpty() && lowest.compareTo(highest) == 0) {
      return definite.of(first.one(), first.other());
    }
    String why = "not all facts that decide are stated";
    return ParityAnswer.between(
        question,
        lowest,
        highest,
        none.isEmpty() ? why : why + "; in some cases " + none.get(0).reason());
  }

  /** Whether a case is known, and known by what it is asked by, so that it is at other prices. */
  private static boolean isAskedAgain(LandedCost one) {
    return one.total().isPresent()
        && one.customsValue()
            .value()
            .map(value -> one.source().unrounded().charge(value, one.shipment()))
            .filter(charged -> charged.outcome() == Outcome.ASSESSED)
            .isPresent();
  }

  /** The ways of two costs that can both hold, but for what is prohibited. */
  private static List<CostPair> pairs(LandedCost own, LandedCost rival) {
    boolean both = own.outcome() == Outcome.BOUNDED && rival.outcome() == Outcome.BOUNDED;
    List<CostPair> tied = both ? CostPair.of(own, rival) : List.of();
    if (!tied.isEmpty()) {
      return tied.stream().flatMap(Parity::inAllWays).toList();
    }
    List<LandedCost> theirs = ends(allowed(rival));
    return allowed(own).stream()
        .flatMap(a -> theirs.stream().map(b -> new CostPair(a, b)))
        .toList();
  }

  /** A pair whose duties are one, in the ways that its fees may turn out. */
  private static Stream<CostPair> inAllWays(CostPair pair) {
    return pair.one().cases().stream()
        .flatMap(a -> pair.other().cases().stream().map(b -> new CostPair(a, b)));
  }

  private static List<LandedCost> allowed(LandedCost cost) {
    return cost.cases().stream().filter(each -> each.outcome() != Outcome.PROHIBITED).toList();
  }

  /** Those with the least and the most cost; all where one is not known. */
  private static List<LandedCost> ends(List<LandedCost> costs) {
    if (costs.size() < 2 || costs.stream().anyMatch(each -> each.total().isEmpty())) {
      return costs;
    }
    Comparator<LandedCost> byTotal = Comparator.comparing(each -> each.totalOrThrow().getAmount());
    return List.of(Collections.min(costs, byTotal), Collections.max(costs, byTotal));
  }

  /**
   * The depreciation that a price cut is worth: c / (k − c), since a depreciation d lowers the
   * price by the share k · d / (1 + d).
   */
  private static ParityAnswer<BigDecimal> depreciation(
      ParityAnswer<BigDecimal> cut, BigDecimal localShare, String question) {
    if (localShare.signum() < 0 || localShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "localShare must be within 0 and 1, but was " + localShare.toPlainString());
    }
    if (cut.value().isEmpty()) {
      return ParityAnswer.none(question, cut.reason());
    }
    BigDecimal needed = cut.orElseThrow();
    BigDecimal rest = localShare.subtract(needed);
    if (needed.signum() == 0) {
      return ParityAnswer.of(question, needed, needed, Method.CLOSED_FORM);
    }
    if (rest.signum() <= 0 || localShare.signum() == 0) {
      return ParityAnswer.none(
          question,
          "the share of the price in the exporter's currency is too small: no move of the "
              + "exchange rate restores parity");
    }
    BigDecimal rise = needed.divide(rest, CostAmounts.PRECISION);
    return ParityAnswer.of(question, rise, rise, cut.method());
  }

  /**
   * The cut of its export price that makes up for a higher rate: 1 − (1 + rival) / (1 + own).
   *
   * @param own the rate that the supplier pays
   * @param rival the rate that the rival pays
   * @return the cut as a fraction, 0.08 for 25 % against 15 %; negative where the supplier is ahead
   */
  public static ParityAnswer<BigDecimal> priceCut(Rate own, Rate rival) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    requirePower("own", own);
    requirePower("rival", rival);
    BigDecimal cut = own.to(rival).priceEffect().negate();
    return ParityAnswer.of(
        "price cut that offsets " + own + " against " + rival, cut, cut, Method.CLOSED_FORM);
  }

  /** At −100 % nothing is paid, and no price is worth another. */
  static void requirePower(String name, Rate rate) {
    if (rate.power().signum() <= 0) {
      throw new IllegalArgumentException(name + " must be above -100%, but was " + rate);
    }
  }

  /**
   * The depreciation that makes up for a higher rate when the whole price is in the exporter's
   * currency: (1 + own) / (1 + rival) − 1.
   *
   * @param own the rate that the supplier pays
   * @param rival the rate that the rival pays
   * @return the rise of local units per unit of the importer's currency, 0.0870 for 25 % against 15
   *     %
   */
  public static ParityAnswer<BigDecimal> depreciation(Rate own, Rate rival) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    return depreciation(own, rival, BigDecimal.ONE);
  }

  /**
   * The depreciation that makes up for a higher rate when a share of the price is in the exporter's
   * currency.
   *
   * @param own the rate that the supplier pays
   * @param rival the rate that the rival pays
   * @param localShare the share of the price in the exporter's currency, within 0…1
   * @return the rise of local units per unit of the importer's currency; no value where no
   *     depreciation will do
   * @throws IllegalArgumentException when the share is not within 0…1
   */
  public static ParityAnswer<BigDecimal> depreciation(Rate own, Rate rival, BigDecimal localShare) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(localShare, "localShare");
    return depreciation(
        priceCut(own, rival), localShare, "depreciation that offsets " + own + " against " + rival);
  }

  /**
   * The rate that restores a lead in points which a supplier had over a rival: the rival's rate now
   * less the old gap, {@code rivalNow − (rivalThen − ownThen)}.
   *
   * @param ownThen the supplier's rate before
   * @param rivalThen the rival's rate before
   * @param rivalNow the rival's rate now
   * @return 12.5 % for 0 % against 2.5 % and a rival now at 15 %; no value where only a negative
   *     rate would do
   */
  public static ParityAnswer<Rate> rateRestoringLead(Rate ownThen, Rate rivalThen, Rate rivalNow) {
    Objects.requireNonNull(ownThen, "ownThen");
    Objects.requireNonNull(rivalThen, "rivalThen");
    Objects.requireNonNull(rivalNow, "rivalNow");
    BigDecimal lead = rivalThen.fraction().subtract(ownThen.fraction());
    return rateAnswer(
        "rate that restores the lead of " + ownThen + " over " + rivalThen,
        rivalNow.fraction().subtract(lead));
  }

  /**
   * The rate that restores a lead in points, where the rates only lie between two. What decides
   * them is taken to be independent, so that the answer may be wider than need be: give the duties
   * themselves where they are at hand.
   *
   * @param ownThen the supplier's rate before
   * @param rivalThen the rival's rate before
   * @param rivalNow the rival's rate now
   * @return what the rate lies between; no value where only a negative rate would do
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      RateRange ownThen, RateRange rivalThen, RateRange rivalNow) {
    Objects.requireNonNull(ownThen, "ownThen");
    Objects.requireNonNull(rivalThen, "rivalThen");
    Objects.requireNonNull(rivalNow, "rivalNow");
    return restoring(
        "rate that restores the lead of " + ownThen + " over " + rivalThen,
        restoring(ownThen.lowest(), rivalThen.highest(), rivalNow.lowest()),
        restoring(ownThen.highest(), rivalThen.lowest(), rivalNow.highest()));
  }

  /**
   * The rate that restores a lead in points on the same goods: line by line below a heading, with
   * what the goods have in common alike in all three duties ({@link DutyGap}).
   *
   * @param ownThen the supplier's duty before
   * @param rivalThen the rival's duty before
   * @param rivalNow the rival's duty now
   * @return the rate or what it lies between; no value where only a negative rate would do
   * @throws IllegalArgumentException when a duty has no bounds, or no goods may be imported in all
   *     three cases
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      DutyStack ownThen, DutyStack rivalThen, DutyStack rivalNow) {
    RateRange restoring =
        DutyGap.restoring(ownThen, rivalThen, rivalNow)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The duties must have bounds on goods that may be imported in all three"
                            + " cases, but were "
                            + List.of(ownThen, rivalThen, rivalNow)));
    return restoring(
        "rate that restores the lead of " + range(ownThen) + " over " + range(rivalThen),
        restoring.lowest().fraction(),
        restoring.highest().fraction());
  }

  private static String range(DutyStack stack) {
    return stack.range().map(RateRange::toString).orElse("unknown");
  }

  /** What a rate lies between, of which only what is not below zero can be. */
  private static ParityAnswer<Rate> restoring(
      String question, BigDecimal lowest, BigDecimal highest) {
    if (lowest.compareTo(highest) == 0 || highest.signum() < 0) {
      return rateAnswer(question, highest);
    }
    return ParityAnswer.between(
        question,
        Rate.fraction(lowest.max(BigDecimal.ZERO)),
        Rate.fraction(highest),
        lowest.signum() < 0
            ? "not all facts that decide are stated; it may be that none is low enough"
            : "not all facts that decide are stated");
  }

  private static BigDecimal restoring(Rate ownThen, Rate rivalThen, Rate rivalNow) {
    return rivalNow.fraction().subtract(rivalThen.fraction()).add(ownThen.fraction());
  }

  /**
   * The rate at which a supplier's goods become as dear as a rival's, when the whole price is
   * dutiable and nothing else differs: {@code rivalPrice · (1 + rivalRate) / price − 1}.
   *
   * @param price the supplier's price, positive
   * @param rivalPrice the rival's price in the same currency, not negative
   * @param rivalRate the rate on the rival's goods
   * @return 24.72 % for 30,290 against 32,850 at 15 %; no value where the supplier is dearer even
   *     free of duty
   * @throws IllegalArgumentException when a price is negative, the supplier's is zero, or the two
   *     are in different currencies
   */
  public static ParityAnswer<Rate> flipRate(
      BigMoneyProvider price, BigMoneyProvider rivalPrice, Rate rivalRate) {
    Objects.requireNonNull(rivalRate, "rivalRate");
    BigMoney own = CostAmounts.notNegative("price", price);
    BigMoney rival = CostAmounts.notNegative("rivalPrice", rivalPrice);
    if (own.isZero()) {
      throw new IllegalArgumentException("price must be positive, but was " + own);
    }
    sameCurrency(own, rival);
    BigDecimal power =
        rival
            .getAmount()
            .multiply(rivalRate.power())
            .divide(own.getAmount(), CostAmounts.PRECISION);
    return rateAnswer(
        "rate at which " + own + " is as dear as " + rival + " at " + rivalRate,
        power.subtract(BigDecimal.ONE));
  }

  /**
   * The base rate at which a duty that adds and an all-in duty cost the same: {@code base + adds =
   * max(base, allIn)}.
   *
   * @param adds the rate charged on top of the base
   * @param allIn the rate that includes the base
   * @return 5 % for 10 % on top against 15 % all-in, the adding duty being dearer above it; no
   *     value where the adding duty is dearer at every base
   */
  public static ParityAnswer<Rate> breakEvenBase(Rate adds, Rate allIn) {
    Objects.requireNonNull(adds, "adds");
    Objects.requireNonNull(allIn, "allIn");
    BigDecimal base = allIn.fraction().subtract(adds.fraction());
    String question = "base rate at which " + adds + " on top equals " + allIn + " all-in";
    return base.signum() < 0
        ? ParityAnswer.outOfReach(question, base, "the duty on top is dearer at every base rate")
        : ParityAnswer.of(question, Rate.fraction(base), base, Method.CLOSED_FORM);
  }

  private static String origin(LandedCost cost) {
    return cost.shipment().origin().toString();
  }

  private static Optional<String> unknown(LandedCost own, LandedCost rival) {
    if (own.total().isEmpty() || rival.total().isEmpty()) {
      LandedCost which = own.total().isEmpty() ? own : rival;
      return Optional.of(
          "the landed cost of "
              + which.shipment()
              + " is not known: "
              + String.join("; ", which.reasons()));
    }
    sameCurrency(own, rival.totalOrThrow());
    return own.notComparable(rival);
  }

  private static void sameCurrency(LandedCost own, BigMoney other) {
    sameCurrency(BigMoney.zero(own.currency()), other);
  }

  private static void sameCurrency(BigMoney own, BigMoney other) {
    if (!own.isSameCurrency(other)) {
      throw new IllegalArgumentException(
          "Amounts must be in one currency, but were in "
              + own.getCurrencyUnit()
              + " and "
              + other.getCurrencyUnit());
    }
  }
}
