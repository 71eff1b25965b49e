package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
import org.threeten.extra.LocalDateRange;

/**
 * Days of other rates on any goods: the mean duty of the lines that a partner sold in 2024,
 * weighted by them; what is open falls alike in both rates.
 */
final class GoodsDelay {

  /** What is taken to be so of goods other than the sectors. */
  static final String ASSUMED =
      "rates: mean of the lines sold in 2024, weighted by them, claims as in 2024";

  private static final String BASIS = "2024, line by line";
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
    for (LocalDateRange each : Stretches.of(from, SectorRates.steps(from, until))) {
      UsDelay.append(months, part(each));
    }
    return months;
  }

  /** What was sold, and the means over what has bounds of the duty on both days. */
  private static final class Sum {
    private double all;
    private final MeanDuty paid = new MeanDuty();
    private final MeanDuty lower = new MeanDuty();

    private double covered() {
      return paid.trade();
    }
  }

  private Month part(LocalDateRange days) {
    LocalDate start = days.getStart();
    Sum sum = sum(partner, paid.on(start), lower.on(after.orElse(start)));
    requireMost(sum, start);
    RateRange paidRates = sum.paid.range();
    RateRange lowerRates = sum.lower.range();
    BigDecimal counted =
        BigDecimal.valueOf(sum.covered() * days.lengthInDays() / start.lengthOfYear())
            .setScale(2, RoundingMode.HALF_EVEN);
    return new Month(
        YearMonth.from(start),
        days.lengthInDays(),
        paidRates,
        lowerRates,
        LawMonth.range(
            difference(paidRates.lowest(), lowerRates.lowest()),
            difference(paidRates.highest(), lowerRates.highest())),
        BASIS,
        counted,
        Optional.of(counted),
        Optional.empty(),
        MeanDuty.rate(sum.covered() / sum.all));
  }

  /** A cost on few of the goods would say nothing of all of them. */
  private void requireMost(Sum sum, LocalDate start) {
    if (sum.covered() < MOST_GOODS * sum.all) {
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
              + MeanDuty.rate(sum.covered() / sum.all).toText(1)
              + " of the goods only: state lines of which it has");
    }
  }

  private static BigDecimal difference(Rate one, Rate other) {
    return one.fraction().subtract(other.fraction());
  }

  private Sum sum(String supplier, OnDay before, OnDay later) {
    Sum sum = new Sum();
    for (int i = 0; i < imports.flows().size(); i++) {
      Flow flow = imports.flows().get(i);
      if (flow.partner().equals(supplier)) {
        sum.all += flow.value();
        if (before.isBounded(i) && later.isBounded(i)) {
          sum.paid.add(before, i, flow.value(), paid.share(i));
          sum.lower.add(later, i, flow.value(), paid.share(i));
        }
      }
    }
    return sum;
  }

  /**
   * Who surely paid no more than the lower rate on every one of the days, each on its own lines, to
   * a tenth of a point; what is open falls alike for both.
   */
  List<String> ahead() {
    OnDay last = lower.on(until);
    RateRange rate = sum(partner, last, last).lower.range();
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
    return sum.covered() >= MOST_GOODS * sum.all
        && isAtMost(sum.paid.range().lowest(), rate.lowest())
        && isAtMost(sum.paid.range().highest(), rate.highest());
  }

  private static boolean isAtMost(Rate one, Rate other) {
    return rounded(one).compareTo(rounded(other)) <= 0;
  }

  private static BigDecimal rounded(Rate rate) {
    return rate.fraction().setScale(DIGITS_OF_MEANS, RoundingMode.HALF_UP);
  }
}
