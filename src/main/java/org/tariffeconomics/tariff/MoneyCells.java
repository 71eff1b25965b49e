package org.tariffeconomics.tariff;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;

/**
 * How amounts of money and what they lie within are shown in tables: in the decimals of their
 * currency, two for the dollar, none for the yen, three for the Kuwaiti dinar.
 *
 * @since 0.1.0
 */
public final class MoneyCells {

  private MoneyCells() {}

  /**
   * One amount.
   *
   * @param amount the amount, shown rounded half up where it has more decimals than its currency
   * @return a cell with the exact amount behind it
   */
  public static Cell of(BigMoneyProvider amount) {
    Objects.requireNonNull(amount, "amount");
    BigMoney money = amount.toBigMoney();
    return Cell.money(
        money.getAmount(),
        money.getCurrencyUnit().getCode(),
        money.getCurrencyUnit().getDecimalPlaces());
  }

  /**
   * One amount, or the two that it lies between.
   *
   * @param range the amounts
   * @param why what decides
   * @return a cell with both ends behind it
   */
  public static Cell of(MoneyRange range, String why) {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(why, "why");
    return range.isPoint()
        ? of(range.lowest())
        : Cell.range(of(range.lowest()), of(range.highest()), range.toString(), why);
  }

  /**
   * What goods pay that may not be imported, or an amount of which not even bounds may be known.
   *
   * @param outcome the outcome of the duty
   * @param range what it lies within, empty where that is not known
   * @param why what decides, or why nothing is known
   * @return a cell that says so of a prohibition; else with both ends behind it, or unknown
   */
  public static Cell of(DutyStack.Outcome outcome, Optional<MoneyRange> range, String why) {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(why, "why");
    return outcome == DutyStack.Outcome.PROHIBITED ? Cell.text("prohibited") : of(range, why);
  }

  /**
   * The same of an amount of which not even bounds may be known.
   *
   * @param range what it lies within, empty where that is not known
   * @param why what decides, or why nothing is known
   * @return a cell with both ends behind it, or an unknown one
   */
  public static Cell of(Optional<MoneyRange> range, String why) {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(why, "why");
    return range.map(known -> of(known, why)).orElseGet(() -> Cell.unknown(why));
  }
}
