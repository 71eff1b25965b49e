package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;

/**
 * An amount reaching a stage on a day.
 *
 * @param stage the stage reached
 * @param amount how much of the tranche reaches it, positive
 * @param day the day it does
 * @param knownFrom the day from which this could be known; asked as known before it, the event has
 *     not happened
 * @param source who says so
 * @since 0.1.0
 */
public record StageEvent(
    Stage stage, BigMoney amount, LocalDate day, LocalDate knownFrom, Source source) {

  /**
   * Creates an event.
   *
   * @param stage the stage reached
   * @param amount how much of the tranche reaches it, positive
   * @param day the day it does
   * @param knownFrom the day from which this could be known; asked as known before it, the event
   *     has not happened
   * @param source who says so
   * @throws IllegalArgumentException when the amount is not positive
   */
  public StageEvent {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownFrom, "knownFrom");
    Objects.requireNonNull(source, "source");
    Require.positive("amount " + stage + " on " + day, amount);
    amount = PlainNumber.plain(amount);
  }

  boolean happened(LocalDate on, LocalDate knownOn) {
    return !day.isAfter(on) && !knownFrom.isAfter(knownOn);
  }

  /** Amount, stage and day. */
  @Override
  public String toString() {
    return MoneyScale.show(amount) + " " + stage + " on " + day;
  }
}
