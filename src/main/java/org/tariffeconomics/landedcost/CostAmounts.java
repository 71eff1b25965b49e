package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.tariff.MoneyCells;

/** Arithmetic and argument checks on amounts of money, in one place. */
final class CostAmounts {

  /** Digits kept where a quotient does not end. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  private CostAmounts() {}

  /** The amount that a text states, not negative. */
  static BigMoney parse(String part, String text) {
    return notNegative(part, read(part, text));
  }

  /** The amount that a record states, not negative. */
  static BigMoney stored(String part, String text) {
    return notNegative(part, AmountText.parseStored(part, text));
  }

  private static BigMoney read(String part, String text) {
    return AmountText.parse(part, Objects.requireNonNull(text, part));
  }

  static BigMoney notNegative(String part, BigMoneyProvider amount) {
    return Require.notNegative(part, Objects.requireNonNull(amount, part).toBigMoney());
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
    BigMoney sum = BigMoney.zero(currency);
    for (BigMoney each : amounts) {
      sum = sum.plus(each);
    }
    return sum;
  }

  /** What is found, with the first reason where it is not one amount: a word stands once. */
  static String because(String found, List<String> reasons) {
    if (reasons.isEmpty()) {
      return found;
    }
    String more = reasons.size() > 1 ? "; and " + (reasons.size() - 1) + " more in reasons()" : "";
    return (reasons.get(0).startsWith(found) ? "" : found + ": ") + reasons.get(0) + more;
  }

  /** The quotient to 34 digits; empty where the divisor is zero. */
  static Optional<BigDecimal> ratio(BigMoney amount, BigMoney of) {
    return of.isZero()
        ? Optional.empty()
        : Optional.of(amount.getAmount().divide(of.getAmount(), PRECISION));
  }

  /** The one amount, or the two that it lies between, to the decimals of the currency. */
  static Cell spanCell(Optional<Span> span, String why) {
    return span.map(
            known ->
                known.isPoint()
                    ? MoneyCells.of(known.low())
                    : MoneyCells.of(
                        new MoneyRange(rounded(known.low()), rounded(known.high())), why))
        .orElseGet(() -> Cell.unknown(why));
  }

  /** The landed cost in the decimals of its currency, or what it lies within. */
  static Cell totalCell(LandedCost cost) {
    return cost.total()
        .map(MoneyCells::of)
        .orElseGet(() -> MoneyCells.of(cost.range(), String.join("; ", cost.reasons())));
  }

  private static Money rounded(BigMoney amount) {
    return amount.toMoney(RoundingMode.HALF_EVEN);
  }

  static Cell cell(BigMoney amount, int decimals) {
    return Cell.money(amount.getAmount(), amount.getCurrencyUnit().getCode(), decimals);
  }

  /** Amounts as cells in the decimals of their currency, which add up as they are printed. */
  static List<Cell> cells(CurrencyUnit currency, List<BigMoney> amounts) {
    return printed(amounts, currency.getDecimalPlaces()).stream().map(MoneyCells::of).toList();
  }

  /**
   * Amounts in decimals that add up to their rounded sum: each is what it adds to the rounded
   * running total. Money is left as it is.
   */
  static List<BigMoney> printed(List<BigMoney> amounts, int decimals) {
    List<BigMoney> printed = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    for (BigMoney each : amounts) {
      sum = sum.add(each.getAmount());
      BigDecimal after = sum.setScale(decimals, RoundingMode.HALF_UP);
      printed.add(BigMoney.of(each.getCurrencyUnit(), after.subtract(before)));
      before = after;
    }
    return printed;
  }

  /** Those amounts that are known, printed as {@link #printed} has them. */
  static List<Optional<BigMoney>> printedKnown(List<Optional<BigMoney>> amounts, int decimals) {
    Iterator<BigMoney> known =
        printed(amounts.stream().flatMap(Optional::stream).toList(), decimals).iterator();
    return amounts.stream().map(a -> a.map(exact -> known.next())).toList();
  }

  /** An amount by which equal amounts can be found: 30000 and 30000.00 are one. */
  static Object key(@Nullable BigMoney amount) {
    return amount == null ? "" : PlainNumber.plain(amount);
  }

  /** {@code USD 36,178.42}, in the decimals of its currency. */
  static String text(BigMoney amount) {
    return MoneyCells.of(amount).text();
  }

  static void requireName(String what, String name) {
    if (Objects.requireNonNull(name, what).isBlank()) {
      throw new IllegalArgumentException(what + " must have a name, but it was blank");
    }
  }
}
