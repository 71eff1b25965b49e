package org.tariffeconomics.rate;

import java.util.Objects;
import org.joda.money.BigMoney;

/**
 * A duty as high as an amount that is declared, such as the customs drawback once paid for goods
 * that come back. The amount is a declared fact of that name, {@code customs drawback=USD 120};
 * without it the duty is undetermined.
 *
 * @param name the amount's name
 * @serial exclude
 * @since 0.1.0
 */
public record DeclaredAmountRate(String name) implements DutyRate {

  /**
   * Creates the rate.
   *
   * @param name the amount's name, not blank
   * @throws IllegalArgumentException when it is blank
   */
  public DeclaredAmountRate {
    Objects.requireNonNull(name, "name");
    name = RateForm.tidy(name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A declared amount needs a name");
    }
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.fromFact(name, text -> basis.inCurrencyOfValue(notNegative(BigMoney.parse(text))));
  }

  private static BigMoney notNegative(BigMoney amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("it must not be negative");
    }
    return amount;
  }

  @Override
  public String toString() {
    return "amount " + QuotedText.quoted(name);
  }
}
