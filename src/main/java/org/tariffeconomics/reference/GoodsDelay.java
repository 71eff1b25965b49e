package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.reference.FlowDuties.Clock;
import org.tariffeconomics.reference.FlowDuties.OnDay;
import org.tariffeconomics.reference.UsDelay.Month;
import org.tariffeconomics.reference.UsImports.Flow;

/**
 * Days of other rates on any goods: the mean duty of the lines that a partner sold in 2024,
 * weighted by them; what is open falls alike in both rates.
 */
final class GoodsDelay {

  /** What is taken to be so of goods other than the sectors. */
  static final String ASSUMED =
      "rates: mean of the lines sold in 2024, weighted by them, claims as in 2024";

  private static final String BASIS = "2024, line by line";
  private static final int DIGITS = 12;
  private static final double MOST_GOODS = 0.9;

  /** Means over other lines are told apart by tenths of a point. */
  private static final int DIGITS_OF_MEANS = 3;

  private final String partner;
  private final UsImports imports;
  private final LocalDate from;
  private final LocalDate until;
  private final FlowDuties paid;
  private final FlowDuties lower;

  /** The day of the rates that are compared; that of the entry itself where there is none. */
  private final Optional<LocalDate> after;

  private GoodsDelay(
      String partner,
      UsImports imports,
      LocalDate from,
      LocalDate until,
      Clock clock,
      Optional<LocalDate> after) {
    this.partner = partner;
    this.imports = imports;
    this.from = from;
    this.until = until;
    this.after = after;
    Set<LocalDate> days = new TreeSet<>(SectorRates.steps(from, until));
    this.paid = FlowDuties.of(imports.flows(), UsTariffs.book(), days, clock);
    this.lower =
        clock == Clock.FINAL
            ? paid
            : FlowDuties.of(imports.flows(), UsTariffs.book(), days, Clock.FINAL);
  }

  /** All suppliers of the goods, since some had the rate before. */
  static GoodsDelay ofWaiting(String partner, String codes, LocalDate from, LocalDate until) {
    UsImports all = UsImports.of2024().of(codes);
    all.from(partner);
    return new GoodsDelay(partner, all, from, until, Clock.FINAL, Optional.of(until));
  }

  static GoodsDelay ofRefunds(String partner, String codes, LocalDate from, LocalDate until) {
    UsImports own = UsImports.of2024().of(codes).from(partner);
    return new GoodsDelay(partner, own, from, until, Clock.OF_THE_DAY, Optional.empty());
  }

  String partner() {
    return partner;
  }

  List<Month> months() {
    List<Month> months = new ArrayList<>();
    NavigableSet<LocalDate> steps = SectorRates.steps(from, until);
    Iterator<LocalDate> ends = steps.tailSet(from, false).iterator();
    LocalDate start = from;
    while (ends.hasNext()) {
      LocalDate end = ends.next();
      UsDelay.append(months, part(start, end));
      start = end;
    }
    return months;
  }

  /** A sum of duties from the least to the most, over what the duty has bounds of. */
  private static final class Sum {
    private double all;
    private double covered;
    private double paidLowest;
    private double paidHighest;
    private double lowerLowest;
    private double lowerHighest;

    private RateRange paid() {
      return new RateRange(rate(paidLowest), rate(paidHighest));
    }

    private RateRange lower() {
      return new RateRange(rate(lowerLowest), rate(lowerHighest));
    }

    private Rate rate(double duty) {
      return GoodsDelay.rate(duty / covered);
    }
  }

  private Month part(LocalDate start, LocalDate end) {
    Sum sum = sum(partner, paid.on(start), lower.on(after.orElse(start)));
    requireMost(sum, start);
    long days = ChronoUnit.DAYS.between(start, end);
    BigDecimal counted =
        BigDecimal.valueOf(sum.covered * days / start.lengthOfYear())
            .setScale(2, RoundingMode.HALF_EVEN);
    return new Month(
        YearMonth.from(start),
        days,
        sum.paid(),
        sum.lower(),
        LawMonth.range(
            difference(sum.paid().lowest(), sum.lower().lowest()),
            difference(sum.paid().highest(), sum.lower().highest())),
        BASIS,
        counted,
        Optional.of(counted),
        Optional.empty(),
        rate(sum.covered / sum.all));
  }

  /** A cost on few of the goods would say nothing of all of them. */
  private void requireMost(Sum sum, LocalDate start) {
    if (sum.covered < MOST_GOODS * sum.all) {
      throw new IllegalArgumentException(
          "The duty on "
              + imports.goods()
              + " from "
              + partner
              + " has bounds on both "
              + start
              + " and "
              + after.orElse(start)
              + " for "
              + rate(sum.covered / sum.all).toText(1)
              + " of the goods only: state lines of which it has");
    }
  }

  private static BigDecimal difference(Rate one, Rate other) {
    return one.fraction().subtract(other.fraction());
  }

  private static Rate rate(double fraction) {
    return Rate.fraction(BigDecimal.valueOf(fraction).setScale(DIGITS, RoundingMode.HALF_EVEN));
  }

  private Sum sum(String supplier, OnDay before, OnDay later) {
    Sum sum = new Sum();
    for (int i = 0; i < imports.flows().size(); i++) {
      Flow flow = imports.flows().get(i);
      if (flow.partner().equals(supplier)) {
        sum.all += flow.value();
        if (before.isBounded(i) && later.isBounded(i)) {
          double share = paid.share(i);
          sum.covered += flow.value();
          sum.paidLowest += flow.value() * lowest(before, i, share);
          sum.paidHighest += flow.value() * highest(before, i, share);
          sum.lowerLowest += flow.value() * lowest(later, i, share);
          sum.lowerHighest += flow.value() * highest(later, i, share);
        }
      }
    }
    return sum;
  }

  private static double lowest(OnDay rates, int flow, double share) {
    return share * rates.lowestClaimed()[flow] + (1 - share) * rates.lowestUnclaimed()[flow];
  }

  private static double highest(OnDay rates, int flow, double share) {
    return share * rates.highestClaimed()[flow] + (1 - share) * rates.highestUnclaimed()[flow];
  }

  /**
   * Who surely paid no more than the lower rate on every one of the days, each on its own lines, to
   * a tenth of a point; what is open falls alike for both.
   */
  List<String> ahead() {
    OnDay last = lower.on(until);
    RateRange rate = sum(partner, last, last).lower();
    NavigableSet<LocalDate> steps = SectorRates.steps(from, until);
    steps.remove(until);
    List<String> names = new ArrayList<>();
    for (String each : imports.byPartner().keySet()) {
      boolean isRival = !each.equals(partner);
      if (isRival && steps.stream().allMatch(day -> isAtMost(each, paid.on(day), rate))) {
        names.add(each);
      }
    }
    return names;
  }

  /** Whether most of what a supplier sold paid no more on average; unknown is no. */
  private boolean isAtMost(String supplier, OnDay day, RateRange rate) {
    Sum sum = sum(supplier, day, day);
    return sum.covered >= MOST_GOODS * sum.all
        && isAtMost(sum.paid().lowest(), rate.lowest())
        && isAtMost(sum.paid().highest(), rate.highest());
  }

  private static boolean isAtMost(Rate one, Rate other) {
    return rounded(one).compareTo(rounded(other)) <= 0;
  }

  private static BigDecimal rounded(Rate rate) {
    return rate.fraction().setScale(DIGITS_OF_MEANS, RoundingMode.HALF_UP);
  }
}
