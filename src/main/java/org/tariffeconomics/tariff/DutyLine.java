package org.tariffeconomics.tariff;

import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * One duty of an assessment: the measure, the value it is charged on, and what is charged.
 *
 * <p>Amounts are in the currency of the book and not negative.
 *
 * @since 0.1.0
 */
public final class DutyLine {

  private final DutyLayer layer;
  private final BigMoney customsValue;
  private final BigMoney amount;

  DutyLine(DutyLayer layer, BigMoney customsValue, BigMoney amount) {
    this.layer = layer;
    this.customsValue = customsValue;
    this.amount = amount;
  }

  DutyLine withAmount(BigMoney newAmount) {
    return new DutyLine(layer, customsValue, newAmount);
  }

  /** {@return the measure and the share of the value it falls on} */
  public DutyLayer layer() {
    return layer;
  }

  /** {@return the customs value of the goods, rounded where the territory rounds it first} */
  public BigMoney customsValue() {
    return customsValue;
  }

  /**
   * {@return what is charged: rounded where the territory rounds each duty, exact where it rounds
   * the total only}
   */
  public BigMoney amount() {
    return amount;
  }

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

  /** Two lines are equal when they charge the same of the same; 30000 equals 30000.00. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyLine that
        && layer.equals(that.layer)
        && customsValue.isSameCurrency(that.customsValue)
        && amount.isSameCurrency(that.amount)
        && customsValue.isEqual(that.customsValue)
        && amount.isEqual(that.amount);
  }

  @Override
  public int hashCode() {
    return 31 * layer.hashCode() + amount.getAmount().stripTrailingZeros().hashCode();
  }

  /** The measure's id and the amount. */
  @Override
  public String toString() {
    return measure().id() + " " + amount;
  }
}
