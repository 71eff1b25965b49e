package org.tariffeconomics.rate;

import java.util.Locale;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;

/**
 * A rate on a value that is no part of the customs value, such as the retail price. The value is a
 * declared fact of that name, for example {@code retail price=GBP 250}; without it the duty is
 * undetermined.
 *
 * @param rate the rate, not negative
 * @param base the value's name; it ends with “value” or “price” or begins with “cost of”
 * @serial exclude
 * @since 0.1.0
 */
public record OtherValueRate(Rate rate, String base) implements DutyRate {

  /**
   * Creates the rate.
   *
   * @param rate the rate
   * @param base the value's name
   * @throws IllegalArgumentException when the rate is negative or the name is not such a name
   */
  public OtherValueRate {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(base, "base");
    if (rate.compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException("A duty rate must not be negative, but was " + rate);
    }
    base = RateForm.tidy(base).toLowerCase(Locale.ROOT);
    if (!RateGrammar.isOtherValue(base)) {
      throw new IllegalArgumentException(
          "A value other than the customs value must end with 'value' or 'price' or begin with"
              + " 'cost of', but was "
              + Texts.quoted(base));
    }
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.fromFact(base, text -> basis.inCurrencyOfValue(share(BigMoney.parse(text))));
  }

  private BigMoney share(BigMoney value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException("it must not be negative");
    }
    return value.multipliedBy(rate.fraction());
  }

  @Override
  public String toString() {
    return rate + " of " + RateForm.quotedIfNeeded(base);
  }
}
