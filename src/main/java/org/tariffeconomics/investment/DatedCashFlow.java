package org.tariffeconomics.investment;

import java.time.LocalDate;
import org.joda.money.BigMoney;

/**
 * An amount on a day: positive when received, negative when paid.
 *
 * @param day the day
 * @param amount the amount, exact
 */
public record DatedCashFlow(LocalDate day, BigMoney amount) {

  /** Day and amount. */
  @Override
  public String toString() {
    return day + " " + amount;
  }
}
