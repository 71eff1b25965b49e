package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;

/**
 * An amount to be paid evenly over a period.
 *
 * @param from the first day
 * @param until the day after the last, after {@code from}
 * @param amount what is to be paid, not negative
 * @since 0.1.0
 */
public record PlannedPeriod(LocalDate from, LocalDate until, BigMoney amount) {

  /**
   * Creates a period.
   *
   * @param from the first day
   * @param until the day after the last, after {@code from}
   * @param amount what is to be paid, not negative
   * @throws IllegalArgumentException when it is empty or the amount negative
   */
  public PlannedPeriod {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(amount, "amount");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "until must be after from, but was " + until + " <= " + from);
    }
    Require.notNegative("amount from " + from, amount);
    amount = PlainNumber.plain(amount);
  }

  /** What is to be paid before a day. */
  BigMoney before(LocalDate day) {
    if (!day.isAfter(from)) {
      return BigMoney.zero(amount.getCurrencyUnit());
    }
    if (!day.isBefore(until)) {
      return amount;
    }
    BigDecimal elapsed = BigDecimal.valueOf(DAYS.between(from, day));
    BigDecimal length = BigDecimal.valueOf(DAYS.between(from, until));
    return MoneyMath.dividedBy(MoneyMath.times(amount, elapsed), length);
  }

  /** The days and the amount. */
  @Override
  public String toString() {
    return from + " until " + until + ": " + MoneyScale.show(amount);
  }
}
