package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;

/** Arithmetic and argument checks on amounts of money, in one place. */
final class Amounts {

  /** Digits kept where a quotient does not end. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  private Amounts() {}

  static BigMoney sum(CurrencyUnit currency, List<BigMoney> amounts) {
    return amounts.stream().reduce(BigMoney.zero(currency), BigMoney::plus);
  }

  static BigMoney times(BigMoney amount, BigDecimal factor) {
    return amount.multipliedBy(factor);
  }

  /** The quotient of two amounts of one currency. */
  static BigDecimal ratio(BigMoney amount, BigMoney of) {
    sameCurrency(of.getCurrencyUnit(), amount, "amount");
    return amount.getAmount().divide(of.getAmount(), PRECISION);
  }

  static BigMoney dividedBy(BigMoney amount, BigDecimal divisor) {
    return BigMoney.of(amount.getCurrencyUnit(), amount.getAmount().divide(divisor, PRECISION));
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

  static BigMoney notNegative(BigMoney amount, String name) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but was " + amount);
    }
    return amount;
  }

  static BigMoney positive(BigMoney amount, String name) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, but was " + amount);
    }
    return amount;
  }

  static int positive(int number, String name) {
    if (number <= 0) {
      throw new IllegalArgumentException(name + " must be positive, but was " + number);
    }
    return number;
  }

  static BigMoney sameCurrency(CurrencyUnit currency, BigMoney amount, String name) {
    if (!amount.getCurrencyUnit().equals(currency)) {
      throw new IllegalArgumentException(
          name + " must be in " + currency + ", but was " + amount + "; state an exchange rate");
    }
    return amount;
  }

  /** A number in [0, 1]. */
  static BigDecimal share(BigDecimal share, String name) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " must be in [0, 1], but was " + share);
    }
    return share;
  }

  /** A rate at which something can be discounted or grow: above −100 %. */
  static Rate aboveTotalLoss(Rate rate, String name) {
    if (rate.power().signum() <= 0) {
      throw new IllegalArgumentException(name + " must be above -100%, but was " + rate);
    }
    return rate;
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
