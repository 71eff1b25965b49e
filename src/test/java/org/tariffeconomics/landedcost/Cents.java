package org.tariffeconomics.landedcost;

import java.math.RoundingMode;
import org.joda.money.BigMoney;

/** CostAmounts as they are paid. */
final class Cents {

  private Cents() {}

  static String of(BigMoney amount) {
    return amount.toMoney(RoundingMode.HALF_UP).toString();
  }
}
