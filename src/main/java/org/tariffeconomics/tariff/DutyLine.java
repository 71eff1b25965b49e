package org.tariffeconomics.tariff;

import org.joda.money.BigMoney;

/**
 * One duty of an assessment.
 *
 * @param layer the measure and the share of the value it falls on
 * @param customsValue the customs value of the goods
 * @param amount what is charged: rounded where the territory rounds each duty, exact where it
 *     rounds the total only
 */
public record DutyLine(DutyLayer layer, BigMoney customsValue, BigMoney amount) {

  /** {@return the measure charged} */
  public TariffMeasure measure() {
    return layer.measure();
  }

  /**
   * The part of the customs value that the duty falls on.
   *
   * @return the customs value times the layer's share
   */
  public BigMoney dutiable() {
    return customsValue.multipliedBy(layer.share());
  }

  /** The measure's id and the amount. */
  @Override
  public String toString() {
    return measure().id() + " " + amount;
  }
}
