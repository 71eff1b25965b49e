package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

/**
 * A promise to buy. An amount that was not stated is not known, never zero.
 *
 * @param goods what is to be bought
 * @param amount the money, null where none was stated
 * @param years over how many years the amount runs; 1 for a yearly amount; null where not stated
 * @param units how many pieces, null where not stated
 * @param delivered what was bought so far, null where not known
 * @param source where it stands
 * @since 0.1.0
 */
public record PurchasePledge(
    String goods,
    @Nullable BigMoney amount,
    @Nullable Integer years,
    @Nullable Integer units,
    @Nullable BigMoney delivered,
    Source source) {

  /**
   * Creates a pledge.
   *
   * @param goods what is to be bought
   * @param amount the money, null where none was stated
   * @param years over how many years the amount runs
   * @param units how many pieces, null where not stated
   * @param delivered what was bought so far, null where not known
   * @param source where it stands
   * @throws IllegalArgumentException when an amount or a count is negative or the years are not
   *     positive
   */
  public PurchasePledge {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(source, "source");
    if (amount != null && amount.isNegative() || delivered != null && delivered.isNegative()) {
      throw new IllegalArgumentException("Purchases must not be negative: " + goods);
    }
    if (years != null && years < 1 || units != null && units < 0) {
      throw new IllegalArgumentException(
          "Years and units of a purchase must be positive: " + goods);
    }
    amount = amount == null ? null : PlainNumber.plain(amount);
    delivered = delivered == null ? null : PlainNumber.plain(delivered);
  }

  /**
   * {@return the amount a year: amount over years, to 34 digits; empty where either was not stated}
   */
  public Optional<BigMoney> perYear() {
    return amount == null || years == null
        ? Optional.empty()
        : Optional.of(
            BigMoney.of(
                amount.getCurrencyUnit(),
                amount.getAmount().divide(BigDecimal.valueOf(years), MathContext.DECIMAL128)));
  }

  /**
   * {@return the part that was bought: delivered over amount; empty where either is not known or
   * nothing was pledged}
   */
  public Optional<Rate> fulfilment() {
    return amount == null || delivered == null || amount.isZero()
        ? Optional.empty()
        : Optional.of(
            Rate.fraction(
                delivered.getAmount().divide(amount.getAmount(), MathContext.DECIMAL128)));
  }

  /** What is to be bought, and for how much. */
  @Override
  public String toString() {
    return goods + (amount == null ? "" : ": " + amount) + (units == null ? "" : ", " + units);
  }
}
