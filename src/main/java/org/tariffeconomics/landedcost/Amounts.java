package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.report.Cell;

/** Arithmetic and argument checks on amounts of money, in one place. */
final class Amounts {

  /** Digits kept where a quotient does not end. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  private Amounts() {}

  /** The amount that a text states, not negative. */
  static BigMoney parse(String part, String text) {
    return notNegative(part, read(part, text));
  }

  private static BigMoney read(String part, String text) {
    try {
      return BigMoney.parse(text.strip());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          part + " must read like 'USD 30000', but was '" + text + "'", e);
    }
  }

  static BigMoney notNegative(String part, BigMoneyProvider amount) {
    BigMoney money = amount.toBigMoney();
    if (money.isNegative()) {
      throw new IllegalArgumentException(part + " must not be negative, but was " + money);
    }
    return money;
  }

  /** The amount in a currency, at a stated rate only. */
  static BigMoney in(CurrencyUnit currency, String part, BigMoney amount, ExchangeRates rates) {
    return rates
        .convert(amount, currency)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    part
                        + " is "
                        + amount
                        + ", but the cost is counted in "
                        + currency
                        + ": state an exchange rate with Shipment.withExchangeRates"));
  }

  static BigMoney sum(CurrencyUnit currency, List<BigMoney> amounts) {
    return amounts.stream().reduce(BigMoney.zero(currency), BigMoney::plus);
  }

  /** The same amount without trailing zeros behind the point. */
  static BigMoney plain(BigMoney amount) {
    BigDecimal stripped = amount.getAmount().stripTrailingZeros();
    return BigMoney.of(
        amount.getCurrencyUnit(), stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }

  /** The quotient to 34 digits; empty where the divisor is zero. */
  static Optional<BigDecimal> ratio(BigMoney amount, BigMoney of) {
    return of.isZero()
        ? Optional.empty()
        : Optional.of(amount.getAmount().divide(of.getAmount(), PRECISION));
  }

  static Cell cell(BigMoney amount) {
    return Cell.money(amount.getAmount(), amount.getCurrencyUnit().getCode(), 2);
  }

  /** {@code USD 36,178.42}, to two decimals. */
  static String text(BigMoney amount) {
    return cell(amount).text();
  }

  static void requireName(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " must have a name, but it was blank");
    }
  }
}
