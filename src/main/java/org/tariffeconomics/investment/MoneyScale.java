package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.tariffeconomics.report.Cell;

/** The unit in which amounts of one size are shown: billions, millions or whole units. */
enum MoneyScale {
  BILLIONS(9, " bn", 1),
  MILLIONS(6, " m", 1),
  UNITS(0, "", 2);

  private final int zeros;
  private final String suffix;
  private final int decimals;

  MoneyScale(int zeros, String suffix, int decimals) {
    this.zeros = zeros;
    this.suffix = suffix;
    this.decimals = decimals;
  }

  /** The scale in which this amount, the largest of a table, reads best. */
  static MoneyScale of(BigMoney largest) {
    BigDecimal size = largest.getAmount().abs();
    for (MoneyScale scale : values()) {
      if (size.compareTo(BigDecimal.ONE.movePointRight(scale.zeros)) >= 0) {
        return scale;
      }
    }
    return UNITS;
  }

  /** The amount as a number in this scale; its unit reads {@code USD bn}. */
  Cell cell(BigMoney amount) {
    return Cell.number(amount.getAmount().movePointLeft(zeros), decimals, unit(amount));
  }

  /** Currency and scale, {@code USD bn}. */
  String unit(BigMoney amount) {
    return amount.getCurrencyUnit() + suffix;
  }

  /** The amount for a sentence, {@code USD 36.0 bn}. */
  String text(BigMoney amount) {
    BigDecimal shown =
        amount.getAmount().movePointLeft(zeros).setScale(decimals, RoundingMode.HALF_UP);
    return amount.getCurrencyUnit() + " " + shown.toPlainString() + suffix;
  }

  /** The amount for a sentence in the scale that suits it. */
  static String show(BigMoney amount) {
    return of(amount).text(amount);
  }
}
