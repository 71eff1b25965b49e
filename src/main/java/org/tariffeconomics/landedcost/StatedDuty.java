package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Rate;

/**
 * A duty that is stated instead of looked up in the law: an ad valorem rate on the customs value,
 * and a fixed amount per shipment.
 *
 * <p>{@code StatedDuty.of("15%")} is all that a quick comparison needs. A day is needed only where
 * dated fees are charged.
 *
 * @since 0.1.0
 */
public final class StatedDuty {

  private final Rate rate;
  private final @Nullable BigMoney fixed;
  private final @Nullable LocalDate day;

  private StatedDuty(Rate rate, @Nullable BigMoney fixed, @Nullable LocalDate day) {
    this.rate = rate;
    this.fixed = fixed;
    this.day = day;
  }

  /**
   * A duty at a rate.
   *
   * @param rate the rate with its percent sign, {@code "15%"}, or {@code "Free"}
   * @return the duty
   * @throws IllegalArgumentException when the rate cannot be read or is negative
   */
  public static StatedDuty of(String rate) {
    return of(Rate.parse(Objects.requireNonNull(rate, "rate")));
  }

  /**
   * A duty at a rate.
   *
   * @param rate the rate on the customs value, not negative
   * @return the duty
   * @throws IllegalArgumentException when the rate is negative
   */
  public static StatedDuty of(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return new StatedDuty(notNegative(rate), null, null);
  }

  private static Rate notNegative(Rate rate) {
    if (Objects.requireNonNull(rate, "rate").compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException("rate must not be negative, but was " + rate);
    }
    return rate;
  }

  /**
   * The same duty at another rate; a fixed amount stays.
   *
   * @param newRate the rate, not negative
   * @return a new duty
   * @throws IllegalArgumentException when the rate is negative
   */
  public StatedDuty withRate(Rate newRate) {
    Objects.requireNonNull(newRate, "newRate");
    return new StatedDuty(notNegative(newRate), fixed, day);
  }

  /**
   * The same duty with a fixed amount on top: what specific duties come to on the shipment.
   *
   * @param amount the amount, not negative
   * @return a new duty
   * @throws IllegalArgumentException when the amount is negative
   */
  public StatedDuty withFixed(BigMoneyProvider amount) {
    Objects.requireNonNull(amount, "amount");
    return new StatedDuty(rate, CostAmounts.notNegative("fixed duty", amount), day);
  }

  /**
   * The same duty with a fixed amount on top.
   *
   * @param amount the amount with its currency
   * @return a new duty
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public StatedDuty withFixed(String amount) {
    Objects.requireNonNull(amount, "amount");
    return withFixed(CostAmounts.parse("fixed duty", amount));
  }

  /**
   * The same duty on a day, for fees that change from year to year.
   *
   * @param entry the day of entry
   * @return a new duty
   */
  public StatedDuty withDay(LocalDate entry) {
    return new StatedDuty(rate, fixed, Objects.requireNonNull(entry, "entry"));
  }

  /**
   * The same duty on a day, for fees that change from year to year.
   *
   * @param entry the day of entry, ISO 8601
   * @return a new duty
   */
  public StatedDuty withDay(String entry) {
    return withDay(DayText.parse("entry", entry));
  }

  /**
   * The ad valorem rate.
   *
   * @return the rate on the customs value
   */
  public Rate rate() {
    return rate;
  }

  /** {@return the fixed amount, empty where there is none} */
  public Optional<BigMoney> fixed() {
    return Optional.ofNullable(fixed);
  }

  /** {@return the day of entry, empty where none is stated} */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  /** Two duties are equal when their rate, amount and day are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatedDuty that
        && rate.equals(that.rate)
        && CostAmounts.key(fixed).equals(CostAmounts.key(that.fixed))
        && Objects.equals(day, that.day);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rate, CostAmounts.key(fixed), day);
  }

  /** For example {@code 15% + USD 8.92}. */
  @Override
  public String toString() {
    return rate + (fixed == null ? "" : " + " + fixed);
  }
}
