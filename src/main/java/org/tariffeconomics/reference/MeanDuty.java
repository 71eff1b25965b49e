package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.reference.FlowDuties.OnDay;

/** The mean duty on flows of trade, weighted by them, from the least to the most. */
final class MeanDuty {

  private static final int DIGITS = 12;

  private double trade;
  private double lowest;
  private double highest;

  /**
   * Adds a flow whose duty has bounds.
   *
   * @param value what was traded
   * @param share the part of it that claims
   */
  void add(OnDay rates, int flow, double value, double share) {
    trade += value;
    lowest += value * rates.lowest(flow, share);
    highest += value * rates.highest(flow, share);
  }

  /** What was added. */
  double trade() {
    return trade;
  }

  RateRange range() {
    return new RateRange(rate(lowest / trade), rate(highest / trade));
  }

  /** A quotient as a rate, without the noise of its last digits. */
  static Rate rate(double fraction) {
    return Rate.fraction(BigDecimal.valueOf(fraction).setScale(DIGITS, RoundingMode.HALF_EVEN));
  }
}
