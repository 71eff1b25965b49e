package org.tariffeconomics.rate;

import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A sum of money without a unit, {@code 33 GBP}: due once on the goods that are assessed together,
 * whatever their quantity and value.
 *
 * @param amount the money, not negative
 * @serial exclude
 * @since 0.1.0
 */
public record FixedAmountRate(BigMoney amount) implements DutyRate {

  /**
   * Creates the rate.
   *
   * @param amount the money, not negative
   * @throws IllegalArgumentException when it is negative
   */
  public FixedAmountRate {
    Objects.requireNonNull(amount, "amount");
    if (amount.isNegative()) {
      throw new IllegalArgumentException("A fixed duty must not be negative, but was " + amount);
    }
    amount = BigMoney.of(amount.getCurrencyUnit(), PlainNumber.plain(amount.getAmount()));
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.inCurrencyOfValue(amount);
  }

  @Override
  public String toString() {
    return amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit();
  }
}
