package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;

/**
 * An amount in one of TARIC's units that are no currency: {@code EUC} (printed {@code EurUP}, a
 * unit price in euro), {@code ENC} and {@code XEM}. What such an amount is worth in money is not
 * part of the text, so the duty is undetermined.
 *
 * @param amount the number of units, not negative
 * @param unitOfAccount {@code EUC}, {@code ENC} or {@code XEM}
 * @param per the quantity it is charged on
 * @serial exclude
 * @since 0.1.0
 */
public record UnitOfAccountRate(BigDecimal amount, String unitOfAccount, Quantity per)
    implements DutyRate {

  private static final Set<String> KNOWN = Set.of("EUC", "ENC", "XEM");

  /**
   * Creates the rate.
   *
   * @param amount the number of units, not negative
   * @param unitOfAccount {@code EUC}, {@code ENC} or {@code XEM}
   * @param per the quantity it is charged on, positive
   * @throws IllegalArgumentException when the amount is negative, the quantity zero or the unit of
   *     account another one
   */
  public UnitOfAccountRate {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(unitOfAccount, "unitOfAccount");
    Objects.requireNonNull(per, "per");
    if (amount.signum() < 0 || per.amount().signum() <= 0) {
      throw new IllegalArgumentException(
          "A duty must be zero or more per a positive quantity, but was " + amount + " per " + per);
    }
    if (!KNOWN.contains(unitOfAccount)) {
      throw new IllegalArgumentException("unknown unit of account " + unitOfAccount);
    }
    amount = PlainNumber.plain(amount);
  }

  static boolean isKnown(String code) {
    return KNOWN.contains(code);
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return DutyAmount.undetermined(
        new Unknown.NotUnderstood(
            unitOfAccount,
            unitOfAccount + " is a unit of account without a stated value: " + this));
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + unitOfAccount + "/" + RateForm.per(per);
  }
}
