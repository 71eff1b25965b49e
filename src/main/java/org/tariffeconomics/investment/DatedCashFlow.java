package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;

/**
 * An amount on a day: positive when received, negative when paid.
 *
 * @param day the day
 * @param amount the amount, exact
 * @since 0.1.0
 */
public record DatedCashFlow(LocalDate day, BigMoney amount) {

  /**
   * Refuses nulls.
   *
   * @param day the day
   * @param amount the amount, exact
   */
  public DatedCashFlow {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(amount, "amount");
    amount = PlainNumber.plain(amount);
  }

  /** Day and amount. */
  @Override
  public String toString() {
    return day + " " + amount;
  }
}
