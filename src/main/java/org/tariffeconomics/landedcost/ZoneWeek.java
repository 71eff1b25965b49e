package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.ZoneGoods.Status;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * What leaves a foreign-trade zone of the United States within seven days, entered together: the
 * duty of each release by the status of its goods, and one merchandise processing fee for the week,
 * within its minimum and maximum once (19 U.S.C. 1484(i), 19 CFR 146.63(c)).
 *
 * <p>The fee is charged on the value of the foreign goods in the releases (19 U.S.C. 58c(b)(8)(D))
 * at the terms of the first day, on or before which the estimate is filed. The harbor maintenance
 * fee was due when the goods were admitted into the zone (19 CFR 24.24(e)), and is no part of this.
 *
 * <pre>{@code
 * ZoneWeek.of("2027-01-04")
 *     .withRelease("Monday", "2027-01-04", engines, Status.PRIVILEGED)
 *     .withRelease("Friday", "2027-01-08", more, Status.PRIVILEGED)
 *     .payable()
 * }</pre>
 *
 * <p>Amounts are in US dollars. A release whose duty is not known leaves the others their numbers,
 * and the totals are bounded or empty. Immutable, and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ZoneWeek {

  private static final int DAYS = 7;

  private final LocalDate firstDay;
  private final FeeSchedule fees;
  private final List<Release> releases;

  /** Goods that leave on a day of the week, and the duties that they bear. */
  private record Release(
      String name, LocalDate day, ZoneGoods goods, Status status, DutyStack stack) {

    Assessment duty() {
      return stack.assess(goods.value());
    }
  }

  private ZoneWeek(LocalDate firstDay, FeeSchedule fees, List<Release> releases) {
    this.firstDay = firstDay;
    this.fees = fees;
    this.releases = releases;
  }

  /**
   * A week of a zone, of which nothing has left yet.
   *
   * @param firstDay the first of its seven days
   * @return the week, with the bundled fees of formal entries
   */
  public static ZoneWeek of(LocalDate firstDay) {
    return new ZoneWeek(Objects.requireNonNull(firstDay, "firstDay"), FeeSchedule.us(), List.of());
  }

  /**
   * A week of a zone, of which nothing has left yet.
   *
   * @param firstDay the first of its seven days, e.g. {@code 2027-01-04}
   * @return the week, with the bundled fees of formal entries
   * @throws IllegalArgumentException when the day cannot be read
   */
  public static ZoneWeek of(String firstDay) {
    return of(DayText.parse("firstDay", firstDay));
  }

  /**
   * The same week with other terms of the fee.
   *
   * @param schedule a schedule with the merchandise processing fee, {@code MPF}; its other fees do
   *     not count
   * @return a new week
   */
  public ZoneWeek withFees(FeeSchedule schedule) {
    return new ZoneWeek(firstDay, Objects.requireNonNull(schedule, "schedule"), releases);
  }

  /**
   * The same week with one more release.
   *
   * @param name what it is called, not blank
   * @param day the day on which the goods leave, within the seven
   * @param goods the foreign goods with their value
   * @param status the status that they leave in
   * @return a new week
   * @throws IllegalArgumentException when the name stands already, the day is not of the week, the
   *     status may not be chosen, the law of the status is not of the United States, or its day is
   *     not the day of the release (of privileged status: is after it)
   */
  public ZoneWeek withRelease(String name, LocalDate day, ZoneGoods goods, Status status) {
    CostAmounts.requireName("A release", Objects.requireNonNull(name, "name"));
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(status, "status");
    if (releases.stream().anyMatch(r -> r.name().equals(name))) {
      throw new IllegalArgumentException(
          "The week has a release " + Texts.quoted(name) + " already: give each its own name");
    }
    requireInWeek(day);
    DutyStack stack =
        goods
            .stack(status, day)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "status must be PRIVILEGED for goods that must have it, but was "
                            + status));
    requireLaw(stack, day, status);
    List<Release> more = new ArrayList<>(releases);
    more.add(new Release(name, day, goods, status, stack));
    return new ZoneWeek(firstDay, fees, List.copyOf(more));
  }

  /**
   * The same week with one more release.
   *
   * @param name what it is called, not blank
   * @param day the day on which the goods leave, e.g. {@code 2027-01-04}
   * @param goods the foreign goods with their value
   * @param status the status that they leave in
   * @return a new week
   * @throws IllegalArgumentException as for a day, and when it cannot be read
   */
  public ZoneWeek withRelease(String name, String day, ZoneGoods goods, Status status) {
    return withRelease(name, DayText.parse("day", day), goods, status);
  }

  private void requireInWeek(LocalDate day) {
    LocalDate end = firstDay.plusDays(DAYS);
    if (day.isBefore(firstDay) || !day.isBefore(end)) {
      throw new IllegalArgumentException(
          "day must be within the seven days from " + firstDay + ", but was " + day);
    }
  }

  private static void requireLaw(DutyStack stack, LocalDate day, Status status) {
    String territory = stack.law().book().territory();
    if (!Territory.isUnitedStates(territory)) {
      throw new IllegalArgumentException(
          "goods must be under the law of the United States, but were under that of " + territory);
    }
    LocalDate law = stack.law().day();
    boolean fits = status == Status.PRIVILEGED ? !law.isAfter(day) : law.equals(day);
    if (!fits) {
      throw new IllegalArgumentException(
          status == Status.PRIVILEGED
              ? "goods must have had their status by " + day + ", but it is of " + law
              : "goods must be under the law of " + day + ", but were under that of " + law);
    }
  }

  /** {@return the first of the seven days} */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** {@return the names of the releases, in the order in which they were stated} */
  public List<String> releaseNames() {
    return releases.stream().map(Release::name).toList();
  }

  /**
   * The duty of a release.
   *
   * @param release its name
   * @return the assessment
   * @throws IllegalArgumentException when there is no such release
   */
  public Assessment duty(String release) {
    Objects.requireNonNull(release, "release");
    return releases.stream()
        .filter(r -> r.name().equals(release))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The week has no release "
                        + Texts.quoted(release)
                        + "; its releases are "
                        + Texts.shortened(releaseNames().toString())))
        .duty();
  }

  /** {@return the duties of all releases; empty where one is not known} */
  public Optional<Money> duty() {
    return point(dutyRange(), releases.stream().allMatch(r -> r.duty().duty().isPresent()));
  }

  /** {@return what the duties lie within; empty where not even bounds of one are known} */
  public Optional<MoneyRange> dutyRange() {
    MoneyRange sum = nothing();
    for (Release each : releases) {
      Optional<MoneyRange> one = each.duty().range();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }

  /** {@return the one fee of the week; empty where it is not known} */
  public Optional<Money> fee() {
    return feeOf(releases, firstDay).amount().map(EntryCost::money);
  }

  /** {@return what the one fee of the week lies within; empty where not even bounds are known} */
  public Optional<MoneyRange> feeRange() {
    return feeOf(releases, firstDay).range();
  }

  /**
   * What the fees would be if each release were an entry by itself: the week saves the difference.
   *
   * @return the sum; empty where one is not known
   */
  public Optional<Money> feesApart() {
    Money sum = Money.zero(CurrencyUnit.USD);
    for (Release each : releases) {
      Optional<BigMoney> one = feeOf(List.of(each), each.day()).amount();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(EntryCost.money(one.get()));
    }
    return Optional.of(sum);
  }

  /** {@return the duties and the one fee; empty where a part is not known} */
  public Optional<Money> payable() {
    return duty().flatMap(d -> fee().map(d::plus));
  }

  /** {@return what is payable lies within; empty where not even bounds of a part are known} */
  public Optional<MoneyRange> payableRange() {
    return dutyRange().flatMap(d -> feeRange().map(d::plus));
  }

  /** {@return why a part is not known, each with the release it is of; empty where all is} */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Release each : releases) {
      each.duty().reasons().forEach(why -> reasons.add(each.name() + ": " + why));
    }
    CostLine fee = feeOf(releases, firstDay);
    if (fee.amount().isEmpty()) {
      reasons.add(fee.note());
    }
    return List.copyOf(reasons);
  }

  private CostLine feeOf(List<Release> some, LocalDate day) {
    if (some.isEmpty()) {
      return CostLine.of(
          Kind.FEE, UsFees.PROCESSING, BigMoney.zero(CurrencyUnit.USD), "nothing has left");
    }
    Optional<Fee> terms = fees.find(UsFees.PROCESSING, day);
    if (terms.isEmpty()) {
      return CostLine.unknown(Kind.FEE, UsFees.PROCESSING, fees.unknown(UsFees.PROCESSING, day));
    }
    List<EntryFees.Payer> payers = new ArrayList<>();
    List<PreferenceUse> preferences = new ArrayList<>();
    MoneyRounding rounding = MoneyRounding.of(some.get(0).stack().law().book().rounding());
    for (Release each : some) {
      PreferenceUse use = PreferenceUse.of(each.stack());
      preferences.add(use);
      payers.add(payer(terms.get(), each, use, rounding));
    }
    return EntryFees.once(
        terms.get(),
        payers,
        new EntryTerms(day, CurrencyUnit.USD, rounding, ExchangeRates.none(), preferences));
  }

  private static EntryFees.Payer payer(
      Fee fee, Release release, PreferenceUse use, MoneyRounding rounding) {
    DutyStack stack = release.stack();
    BigMoney value = release.goods().value();
    Shipment goods = Shipment.of(stack.line(), stack.origin(), value).withFacts(stack.facts());
    return new EntryFees.Payer(
        release.name(),
        value,
        fee.standing(new FeeSchedule.Entry(value, goods, release.day(), use, rounding)));
  }

  private static Optional<Money> point(Optional<MoneyRange> range, boolean known) {
    return known ? range.map(MoneyRange::lowest) : Optional.empty();
  }

  private static MoneyRange nothing() {
    return MoneyRange.of(Money.zero(CurrencyUnit.USD));
  }

  /**
   * {@return a row for each release with its status, value and duty, the fee, and what is payable}
   */
  public Table table() {
    String why = String.join("; ", reasons());
    List<List<Cell>> rows = new ArrayList<>();
    for (Release each : releases) {
      rows.add(
          List.of(
              Cell.text(each.name()),
              Cell.date(each.day()),
              Cell.text(each.stack().line() + " from " + each.stack().origin()),
              Cell.text(each.status() == Status.PRIVILEGED ? "privileged" : "non-privileged"),
              MoneyCells.of(each.goods().value()),
              MoneyCells.of(each.duty().range(), why)));
    }
    rows.add(total("MPF, once", feeRange(), why));
    rows.add(total("payable", payableRange(), why));
    return new Table(
        "Foreign-trade zone, seven days from " + firstDay,
        List.of("release", "on", "goods", "status", "value", "duty or fee"),
        rows,
        List.of(
            "one entry for the week (19 U.S.C. 1484(i)); the harbor maintenance fee was due on"
                + " admission"));
  }

  private static List<Cell> total(String what, Optional<MoneyRange> amount, String why) {
    return List.of(
        Cell.text(what),
        Cell.blank(),
        Cell.blank(),
        Cell.blank(),
        Cell.blank(),
        MoneyCells.of(amount, why));
  }

  /** Two are equal when the same leaves in the same days at the same fees. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ZoneWeek that
        && firstDay.equals(that.firstDay)
        && fees.equals(that.fees)
        && names().equals(that.names());
  }

  private List<List<Object>> names() {
    return releases.stream()
        .map(r -> List.<Object>of(r.name(), r.day(), r.status(), r.duty()))
        .toList();
  }

  @Override
  public int hashCode() {
    return Objects.hash(firstDay, releaseNames());
  }

  /** The first day, the number of releases and what is payable. */
  @Override
  public String toString() {
    return "zone week from "
        + firstDay
        + ", "
        + releases.size()
        + " releases"
        + payableRange().map(p -> ", payable " + p).orElse("");
  }
}
