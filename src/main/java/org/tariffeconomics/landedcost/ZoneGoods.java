package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.RateCells;

/**
 * Foreign goods that leave a foreign-trade zone of the United States in a product made there, and
 * the choice of their status (19 U.S.C. 81c, 19 CFR 146.41, 146.42 and 146.65).
 *
 * <p>In <em>privileged</em> foreign status rate and classification are those of the goods
 * themselves on the day on which the status was granted. In <em>non-privileged</em> status they are
 * those of the product on the day on which it leaves the zone, on the value of the foreign goods in
 * it: an inverted tariff, where the product pays less than its parts. A measure that demands
 * privileged status leaves no choice: the orders of the emergency act, of sections 122 and 338 and
 * of section 232 do, for goods admitted from their day on. Of section 301 no text was read.
 *
 * <p>Some later law reaches goods that have privileged status already, by the day on which they
 * leave: steel from 12 March 2025 (Proclamation 10896, clause 9), metals from 6 April 2026
 * (Proclamation 11021, clause 12) and polysilicon from 4 December 2026 (clause 7 of its
 * proclamation) bear the duty of that day, and from 24 February 2026 none of the emergency act is
 * collected. Of steel and aluminium that leave from 4 June 2025 to 5 April 2026 with a status from
 * before the duty is not known where it was another: clause 3 of Proclamation 10947 names an annex
 * that was not seen. Nor is it where both days' duties differ in more than these programmes.
 *
 * @since 0.1.0
 */
public final class ZoneGoods {

  private final DutyStack admitted;
  private final @Nullable DutyStack product;
  private final BigMoney value;
  private final DutyStack privileged;

  /** The status of foreign goods in a zone. */
  public enum Status {
    /** Rate and class of the goods on the day of the status. */
    PRIVILEGED,
    /** Rate and class of the product on the day on which it leaves. */
    NON_PRIVILEGED
  }

  private ZoneGoods(
      DutyStack admitted, @Nullable DutyStack product, BigMoney value, @Nullable LocalDate day) {
    this.admitted = admitted;
    this.product = product;
    this.value = value;
    this.privileged = ZoneRule.leaving(admitted, day);
  }

  /**
   * Foreign goods that may leave in a product, unless a duty on them demands privileged status:
   * then there is no choice, and where some of what is left open would demand it the choice is not
   * known.
   *
   * @param admitted the duties on the goods themselves on the day of privileged status
   * @param product the duties on the product on the day on which it leaves, of the origin that it
   *     then has
   * @param value the value of the foreign goods, not negative: without labour, overhead and profit
   *     in the zone
   * @return the goods
   * @throws IllegalArgumentException when the value is negative or not in the currency of the
   *     duties
   */
  public static ZoneGoods of(DutyStack admitted, DutyStack product, BigMoney value) {
    Objects.requireNonNull(admitted, "admitted");
    Objects.requireNonNull(product, "product");
    return new ZoneGoods(
        admitted,
        ZoneDemand.choice(admitted, product),
        valued(value, admitted, product),
        product.law().day());
  }

  /**
   * Foreign goods that must have privileged status, as proclamations of additional duties demand.
   * Where a later law reaches goods in that status, their duty is undetermined until it is told
   * when they leave ({@link #leaving}).
   *
   * @param admitted the duties on the goods themselves on the day of the status
   * @param value the value of the foreign goods, not negative
   * @return the goods
   * @throws IllegalArgumentException when the value is negative or not in the currency of the
   *     duties
   */
  public static ZoneGoods privileged(DutyStack admitted, BigMoney value) {
    return new ZoneGoods(
        Objects.requireNonNull(admitted, "admitted"), null, valued(value, admitted), null);
  }

  /**
   * The same goods, leaving the zone in privileged status on a day.
   *
   * @param day the day, not before that of the status; of goods that may leave in a product the day
   *     of the product's law
   * @return the goods
   * @throws IllegalArgumentException when the day is another
   */
  public ZoneGoods leaving(LocalDate day) {
    Objects.requireNonNull(day, "day");
    if (day.isBefore(admitted.law().day())) {
      throw new IllegalArgumentException(
          "day must not be before that of the status, "
              + admitted.law().day()
              + ", but was "
              + day);
    }
    if (product != null && !day.equals(product.law().day())) {
      throw new IllegalArgumentException(
          "day must be that of the product's law, " + product.law().day() + ", but was " + day);
    }
    return new ZoneGoods(admitted, product, value, day);
  }

  /**
   * The same goods, leaving the zone in privileged status on a day.
   *
   * @param day the day, e.g. {@code 2026-04-06}
   * @return the goods
   * @throws IllegalArgumentException as for a day, and when it cannot be read
   */
  public ZoneGoods leaving(String day) {
    return leaving(DayText.parse("day", day));
  }

  private static BigMoney valued(BigMoney value, DutyStack... duties) {
    for (DutyStack each : duties) {
      CurrencyUnit currency = each.law().book().currency();
      if (!Objects.requireNonNull(value, "value").getCurrencyUnit().equals(currency)) {
        throw new IllegalArgumentException(
            "value must be in " + currency + " like the duties, but was " + value);
      }
    }
    return CostAmounts.notNegative("value", value);
  }

  /**
   * The duty in a status.
   *
   * @param status the status
   * @return the assessment; empty where privileged status is demanded and another is asked for
   */
  public Optional<Assessment> duty(Status status) {
    Objects.requireNonNull(status, "status");
    return stack(status).map(s -> s.assess(value));
  }

  /**
   * The status with the lower duty; privileged where both are equal or there is no choice.
   *
   * @return the status; empty where a duty is not known, or what the two lie within overlaps
   */
  public Optional<Status> lower() {
    if (product == null) {
      return Optional.of(Status.PRIVILEGED);
    }
    Optional<MoneyRange> own = privileged.assess(value).range();
    Optional<MoneyRange> others = product.assess(value).range();
    return own.flatMap(o -> others.flatMap(p -> lower(o, p)));
  }

  private static Optional<Status> lower(MoneyRange privileged, MoneyRange other) {
    if (other.highest().isLessThan(privileged.lowest())) {
      return Optional.of(Status.NON_PRIVILEGED);
    }
    return other.lowest().isLessThan(privileged.highest())
        ? Optional.empty()
        : Optional.of(Status.PRIVILEGED);
  }

  /** The law behind a status; empty where privileged status is demanded and another asked for. */
  private Optional<DutyStack> stack(Status status) {
    return Optional.ofNullable(status == Status.PRIVILEGED ? privileged : product);
  }

  /** The law behind a status of goods that leave on a day. */
  Optional<DutyStack> stack(Status status, LocalDate day) {
    return status == Status.PRIVILEGED
        ? Optional.of(ZoneRule.leaving(admitted, day))
        : stack(status);
  }

  /** The value of the foreign goods. */
  BigMoney value() {
    return value;
  }

  /** {@return both statuses with their duties} */
  public Table table() {
    return Table.of(
        "Foreign-trade zone: goods of " + value,
        List.of("status", "classified as", "on", "duty", "rate"),
        List.of(row(Status.PRIVILEGED, privileged), row(Status.NON_PRIVILEGED, product)));
  }

  private List<Cell> row(Status status, @Nullable DutyStack stack) {
    String name = status == Status.PRIVILEGED ? "privileged" : "non-privileged";
    if (stack == null) {
      return List.of(
          Cell.text(name),
          Cell.blank(),
          Cell.blank(),
          Cell.unknown("privileged status is demanded"),
          Cell.blank());
    }
    Assessment duty = stack.assess(value);
    String why = String.join("; ", duty.reasons());
    return List.of(
        Cell.text(name),
        Cell.text(stack.line() + " from " + stack.origin()),
        Cell.date(stack.law().day()),
        MoneyCells.of(duty.range(), why),
        duty.effectiveRange().map(r -> RateCells.of(r, why)).orElseGet(Cell::blank));
  }

  /** Two are equal when the duties on either status are, and those of the day of the status. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ZoneGoods that
        && admitted.law().day().equals(that.admitted.law().day())
        && admitted.assess(value).equals(that.admitted.assess(that.value))
        && duty(Status.PRIVILEGED).equals(that.duty(Status.PRIVILEGED))
        && duty(Status.NON_PRIVILEGED).equals(that.duty(Status.NON_PRIVILEGED));
  }

  @Override
  public int hashCode() {
    return duty(Status.PRIVILEGED).hashCode();
  }

  /** The value and the lower status. */
  @Override
  public String toString() {
    return "zone goods of " + value + lower().map(s -> ", lower as " + s).orElse("");
  }
}
