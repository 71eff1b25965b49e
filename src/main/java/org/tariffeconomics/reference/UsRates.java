package org.tariffeconomics.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.MonthText;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.report.Table;

/**
 * Announced, statutory and paid, side by side by month: the rate on the board, the mean rate of the
 * law on all goods, and the duty over the imports of the month.
 *
 * <p>The board's rate is the headline of the partner's deal as it was known at the end of the
 * month, threats included. The mean of the law is over every line that the partner sold in 2024 and
 * whose duty has bounds, each day of the month counting the same, weighted by the imports of 2024,
 * which is also how much is claimed where the month's claims are not held; where duties of lines
 * have bounds, so has the mean. Partners whose imports are not held line by line (Germany, Ireland,
 * Laos, Myanmar) have the mean of the sectors whose duty is known; {@code covers} says of how much.
 *
 * <p>Where imports by groups of goods are held of the month ({@link LawMonth#sameMonth}), the mean
 * stands also with the weights of that month.
 *
 * <p>The gap, announced less paid, is the sum of six parts, each in points. Where the mean has
 * bounds, a part goes from the one end to the other, all that is open falling alike in every part:
 *
 * <ul>
 *   <li>other law: announced less the mean on the last day of the month where nothing is claimed:
 *       ordinary duties, goods that are free or under other programmes;
 *   <li>timing: that mean less the month's: what came only during the month;
 *   <li>claims: the month's mean less that with claims;
 *   <li>on the way: the month's mean less that where every good was on its way that a rise spares
 *       if it was; no source says how many were, so that the part goes from none to all of them;
 *   <li>composition: the rate paid with the weights of 2024 less the rate paid, what trade moved
 *       away from taxed goods since;
 *   <li>unexplained: the rest. For partners with agreements, {@link LawMonth#furtherClaims} says
 *       how much of it more claims could explain.
 * </ul>
 *
 * <p>A part that cannot be computed is unknown, and what it would explain stays unexplained; a mean
 * that covers less than 90 % of the imports explains nothing. Goods on their way that no text of
 * the law spares, and parts offsets, are in no part of their own. Of the world there is no headline
 * and no gap, but the Treasury's cash beside the duty.
 *
 * @since 0.1.0
 */
public final class UsRates {

  private static final String ALL_GOODS = "all goods";
  private static final String WORLD = "WORLD";

  /** Below this the parts of the gap are not told by the mean of the law. */
  private static final Rate MOST_GOODS = Rate.percent(90);

  /** A bound that keeps a slip of a digit from asking for millions of months. */
  private static final YearMonth LAST_MONTH = YearMonth.of(2035, 12);

  private final String partner;
  private final List<Month> months;

  private UsRates(String partner, List<Month> months) {
    this.partner = partner;
    this.months = List.copyOf(months);
  }

  /**
   * The mean rate of the law over some of a partner's goods.
   *
   * @param lowest the lowest that it can be
   * @param highest the highest that it can be
   * @param covers the goods' part in the partner's imports, at most 100 %
   */
  public record LawMean(Rate lowest, Rate highest, Rate covers) {

    /**
     * Creates a mean.
     *
     * @param lowest the lowest that it can be
     * @param highest the highest that it can be
     * @param covers the goods' part in the partner's imports
     * @throws IllegalArgumentException when the bounds are reversed or more than all is covered
     */
    public LawMean {
      Objects.requireNonNull(lowest, "lowest");
      Objects.requireNonNull(highest, "highest");
      Objects.requireNonNull(covers, "covers");
      if (lowest.compareTo(highest) > 0) {
        throw new IllegalArgumentException(
            "highest must not be below lowest, but was " + highest + " < " + lowest);
      }
      if (covers.compareTo(Rate.percent(100)) > 0) {
        throw new IllegalArgumentException("covers must not be above 100%, but was " + covers);
      }
    }

    /**
     * A mean that is one number.
     *
     * @param mean the mean
     * @param covers the goods' part in the partner's imports
     * @return the mean
     */
    public static LawMean of(Rate mean, Rate covers) {
      Objects.requireNonNull(mean, "mean");
      Objects.requireNonNull(covers, "covers");
      return new LawMean(mean, mean, covers);
    }

    /**
     * {@return what the mean of all goods is at least: the lowest on the part that is covered,
     * since no duty on the rest is below zero}
     */
    public Rate allGoodsAtLeast() {
      return Rate.fraction(lowest.fraction().multiply(covers.fraction()));
    }

    private GapRange less(BigDecimal fraction) {
      return LawMonth.range(
          lowest.fraction().subtract(fraction), highest.fraction().subtract(fraction));
    }

    private GapRange below(BigDecimal fraction) {
      return LawMonth.range(
          fraction.subtract(lowest.fraction()), fraction.subtract(highest.fraction()));
    }

    /** {@return whether the mean is one number} */
    @JsonIgnore
    public boolean isPoint() {
      return lowest.compareTo(highest) == 0;
    }

    /** The mean or its bounds. */
    @Override
    public String toString() {
      return new RateRange(lowest, highest).toText(1);
    }
  }

  /** Where mean rates of the law come from. */
  @FunctionalInterface
  public interface LawMeans {

    /**
     * The mean rate of the law on a partner's goods in a month.
     *
     * @param partner the partner's code
     * @param month the month
     * @return the mean; empty where none is known
     */
    Optional<LawMonth> of(String partner, YearMonth month);
  }

  /**
   * One month.
   *
   * @param month the month
   * @param announced the headline as known at its end; empty where there is no rate
   * @param reading how the headline is to be read
   * @param law the mean rate of the law; empty where no rate is known
   * @param paid the rate paid; empty where the month is not held
   * @param composition what the composition of trade took off the rate paid; empty where that
   *     cannot be computed
   * @param cash the Treasury's customs receipts over the imports; held of the world only
   * @param revision how the month's duty was revised; empty where nothing is held of that
   */
  public record Month(
      YearMonth month,
      Optional<Rate> announced,
      Headline.Reading reading,
      Optional<LawMonth> law,
      Optional<Rate> paid,
      Optional<Composition> composition,
      Optional<Rate> cash,
      Optional<PaidRevision> revision) {

    /**
     * Refuses nulls.
     *
     * @param month the month
     * @param announced the headline as known at its end; empty where there is no rate
     * @param reading how the headline is to be read
     * @param law the mean rate of the law; empty where no rate is known
     * @param paid the rate paid; empty where the month is not held
     * @param composition what the composition of trade took off the rate paid; empty where that
     *     cannot be computed
     * @param cash the Treasury's customs receipts over the imports; held of the world only
     * @param revision how the month's duty was revised; empty where nothing is held of that
     */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(announced, "announced");
      Objects.requireNonNull(reading, "reading");
      Objects.requireNonNull(law, "law");
      Objects.requireNonNull(paid, "paid");
      Objects.requireNonNull(composition, "composition");
      Objects.requireNonNull(cash, "cash");
      Objects.requireNonNull(revision, "revision");
    }

    /**
     * {@return announced less paid as a fraction, positive where less is paid; empty if unknown}
     */
    public Optional<BigDecimal> gap() {
      return announced.flatMap(a -> paid.map(p -> a.fraction().subtract(p.fraction())));
    }

    /**
     * {@return announced less the law's mean where nothing is claimed: goods under other duties or
     * none; empty where either is not known}
     */
    public Optional<GapRange> otherLaw() {
      return ofMostGoods()
          .map(LawMonth::board)
          .flatMap(l -> announced.map(a -> l.below(a.fraction())));
    }

    /** {@return what came only during the month; empty where that is not known} */
    public Optional<GapRange> timing() {
      return ofMostGoods().flatMap(LawMonth::timing);
    }

    /** {@return what claims take off the law's mean; empty where that is not known} */
    public Optional<GapRange> claims() {
      return ofMostGoods().flatMap(LawMonth::claims);
    }

    /**
     * {@return what goods take off the law's mean that were on their way when a duty rose, from
     * none of them to all; empty where that is not known}
     */
    public Optional<GapRange> onTheWay() {
      return ofMostGoods().flatMap(LawMonth::onTheWay);
    }

    /**
     * {@return the law's mean less the rate paid and less what goods on their way and the
     * composition explain, which is the part of the gap that none of the causes explains: the least
     * where all that may have been on its way was; without a mean of the law, the gap less the
     * composition; empty if unknown}
     */
    public Optional<GapRange> unexplained() {
      BigDecimal moved = composition.map(Composition::points).orElse(BigDecimal.ZERO);
      return ofMostGoods()
          .map(LawMonth::mean)
          .flatMap(m -> paid.map(p -> m.less(p.fraction().add(moved))))
          .map(this::withoutGoodsOnTheWay)
          .or(() -> gap().map(g -> LawMonth.range(g.subtract(moved), g.subtract(moved))));
    }

    private GapRange withoutGoodsOnTheWay(GapRange rest) {
      BigDecimal most = onTheWay().map(o -> o.highest().points()).orElse(BigDecimal.ZERO);
      return LawMonth.range(rest.lowest().points().subtract(most), rest.highest().points());
    }

    /** A mean of few goods says nothing of a rate on all of them. */
    private Optional<LawMonth> ofMostGoods() {
      return law.filter(l -> l.mean().covers().compareTo(MOST_GOODS) >= 0);
    }

    /** The month and the three rates. */
    @Override
    public String toString() {
      return month
          + ": announced "
          + announced.map(Rate::toString).orElse("-")
          + ", law "
          + law.map(LawMonth::toString).orElse("?")
          + ", paid "
          + paid.map(r -> r.toText(2)).orElse("?");
    }
  }

  /**
   * The three rates of some months.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException when the months are reversed or nothing is held of the partner
   */
  public static UsRates of(String partner, YearMonth first, YearMonth last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    String code = require(partner, first, last);
    Map<YearMonth, LawMonth> held = MonthlyLaw.of(code, first, last);
    return of(
        code,
        first,
        last,
        (name, month) ->
            Optional.ofNullable(held.get(month))
                .or(() -> SectorLaw.of(name, month).map(LawMonth::of)));
  }

  /**
   * The three rates of some months.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month, e.g. {@code 2025-08}
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException when a month cannot be read, the months are reversed or
   *     nothing is held of the partner
   */
  public static UsRates of(String partner, String first, String last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return of(partner, MonthText.parse("first", first), MonthText.parse("last", last));
  }

  /**
   * The three rates of some months, with one's own mean rates of the law: of all goods, say, by the
   * lines of a schedule and the imports of each.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month
   * @param last the last month, included
   * @param law the mean rates of the law
   * @return the months
   * @throws IllegalArgumentException when the months are reversed or nothing is held of the partner
   */
  public static UsRates of(String partner, YearMonth first, YearMonth last, LawMeans law) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(law, "law");
    String code = require(partner, first, last);
    List<Month> months = new ArrayList<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      months.add(month(code, each, law));
    }
    return new UsRates(code, months);
  }

  private static String require(String partner, YearMonth first, YearMonth last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last must not be before first, but was " + last + " < " + first);
    }
    MonthlyLaw.requireHeld(first);
    if (last.isAfter(LAST_MONTH)) {
      throw new IllegalArgumentException(
          "last must not be after " + LAST_MONTH + ", but was " + last);
    }
    String code = UsPaid.code(partner);
    UsPaid.held(code, ALL_GOODS);
    return code;
  }

  private static Month month(String partner, YearMonth month, LawMeans law) {
    Optional<Headline> headline = headline(partner, month);
    Optional<Rate> announced = headline.flatMap(h -> Optional.ofNullable(h.rate()));
    Optional<Rate> paid = paid(partner, month).flatMap(Paid::rate);
    return new Month(
        month,
        announced,
        headline.map(Headline::reading).orElse(Headline.Reading.NONE),
        law.of(partner, month),
        paid,
        paid.flatMap(p -> Composition.of(partner, month, p)),
        UsPaid.in("cash", partner, month.toString()).flatMap(Paid::rate),
        PaidRevision.of(partner, month));
  }

  /** The headline of the partner's deal, or of that of the group which it deals as a member of. */
  private static Optional<Headline> headline(String partner, YearMonth month) {
    return deal(partner, month).map(d -> d.asKnownOn(month.atEndOfMonth()).headline());
  }

  private static Optional<Deal> deal(String partner, YearMonth month) {
    boolean isCountry = !partner.equals(WORLD) && CountryGroup.find(partner).isEmpty();
    return isCountry
        ? UsDeals.register().dealOf(Country.of(partner), month.atEndOfMonth())
        : UsDeals.register().deals().stream().filter(d -> d.partner().equals(partner)).findFirst();
  }

  private static Optional<Paid> paid(String partner, YearMonth month) {
    String series = partner.equals("EU") ? "eu" : "all";
    return UsPaid.in(series, partner, month.toString());
  }

  /** {@return the months, in order} */
  public List<Month> months() {
    return months;
  }

  /** {@return the three rates, the gap, and what of it each cause explains} */
  public Table table() {
    return new RatesTable(partner, months).table();
  }

  /** The months as {@link #table()}, of which a shell shows the first rows. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsRates that
        && partner.equals(that.partner)
        && months.equals(that.months);
  }

  @Override
  public int hashCode() {
    return Objects.hash(partner, months);
  }
}
