package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Require;

/** Arithmetic on amounts of money, in one place. */
final class MoneyMath {

  /** Digits kept where a quotient does not end. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  /** What is missing of an amount is rounding where it is no more than this part of all moved. */
  private static final BigDecimal ROUNDING = new BigDecimal("1e-25");

  private MoneyMath() {}

  static BigMoney sum(CurrencyUnit currency, List<BigMoney> amounts) {
    return amounts.stream().reduce(BigMoney.zero(currency), BigMoney::plus);
  }

  static BigMoney times(BigMoney amount, BigDecimal factor) {
    return amount.multipliedBy(factor);
  }

  /** The quotient of two amounts of one currency. */
  static BigDecimal ratio(BigMoney amount, BigMoney of) {
    Require.currency("amount", amount, of.getCurrencyUnit());
    return amount.getAmount().divide(of.getAmount(), PRECISION);
  }

  static BigMoney dividedBy(BigMoney amount, BigDecimal divisor) {
    return BigMoney.of(amount.getCurrencyUnit(), amount.getAmount().divide(divisor, PRECISION));
  }

  /** An amount times a fraction, rounded once: exact wherever the result has 34 digits. */
  static BigMoney times(BigMoney amount, BigDecimal numerator, BigDecimal denominator) {
    return dividedBy(times(amount, numerator), denominator);
  }

  /** The amount to 34 digits. */
  static BigMoney rounded(BigMoney amount) {
    return BigMoney.of(amount.getCurrencyUnit(), amount.getAmount().round(PRECISION));
  }

  /** Rounded to the currency's own decimals, as a payment is. */
  static BigMoney toCents(BigMoney amount) {
    return amount.withScale(amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP);
  }

  static BigMoney min(BigMoney a, BigMoney b) {
    return a.isLessThan(b) ? a : b;
  }

  static BigMoney max(BigMoney a, BigMoney b) {
    return a.isGreaterThan(b) ? a : b;
  }

  /**
   * Whether a balance has reached zero, but for the rounding of the amounts that made it: what is
   * reached exactly must not be called missed because a quotient ended after 34 digits.
   *
   * @param turnover the sum of the sizes of these amounts
   */
  static boolean hasReachedZero(BigDecimal balance, BigDecimal turnover) {
    return balance.signum() >= 0
        || balance.negate().compareTo(turnover.multiply(ROUNDING, PRECISION)) <= 0;
  }

  /** An estimate as a decimal; the arguments that made it are named where it is out of range. */
  static BigDecimal exact(double value, String arguments) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "No finite result for " + arguments + ": the numbers are too large");
    }
    return BigDecimal.valueOf(value);
  }
}
