package org.tariffeconomics.reference;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;

/** Sums of trade and duty as tables show them: in millions of dollars to one decimal. */
final class Millions {

  private Millions() {}

  /** The one sum, or the two that it lies between with what decides. */
  static Cell cell(MoneyRange dollars, String why) {
    Cell lowest = cell(dollars.lowest());
    return dollars.isPoint() ? lowest : Cell.range(lowest, cell(dollars.highest()), why);
  }

  private static Cell cell(Money dollars) {
    return Cell.number(of(dollars), 1, "USD m");
  }

  static BigDecimal of(Money dollars) {
    return dollars.getAmount().movePointLeft(6);
  }
}
