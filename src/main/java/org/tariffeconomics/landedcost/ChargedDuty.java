package org.tariffeconomics.landedcost;

import org.joda.money.BigMoney;
import org.tariffeconomics.tariff.DutyLine;

/**
 * A duty of the law as it is charged on a line of an entry, which may be a part of what the law
 * charges on the whole value.
 *
 * @param line the duty of the law
 * @param amount what is charged
 */
record ChargedDuty(DutyLine line, BigMoney amount) {

  static ChargedDuty of(DutyLine line) {
    return new ChargedDuty(line, line.amount());
  }
}
