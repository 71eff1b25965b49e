package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stated exchange rates. Nothing is converted at a rate that was not stated, and no rate is chained
 * from two others.
 */
public final class ExchangeRates {

  private static final ExchangeRates NONE = new ExchangeRates(new TreeMap<>());

  /** How much of the second currency one unit of the first buys, by {@code "EUR/GBP"}. */
  private final Map<String, BigDecimal> rates;

  private ExchangeRates(Map<String, BigDecimal> rates) {
    this.rates = rates;
  }

  /**
   * No rate at all: only amounts in one currency can meet.
   *
   * @return the empty set
   */
  public static ExchangeRates none() {
    return NONE;
  }

  /**
   * The same rates and one more.
   *
   * @param from the currency that is given
   * @param to the currency that is bought
   * @param rate how much of {@code to} one unit of {@code from} buys, positive
   * @return a new set
   * @throws IllegalArgumentException when the rate is not positive
   */
  public ExchangeRates with(CurrencyUnit from, CurrencyUnit to, BigDecimal rate) {
    PlainNumber.bounded("An exchange rate", rate);
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "An exchange rate must be positive, but "
              + pair(from, to)
              + " was "
              + PlainNumber.shortText(rate));
    }
    Map<String, BigDecimal> more = new TreeMap<>(rates);
    more.put(pair(from, to), rate.stripTrailingZeros());
    return new ExchangeRates(more);
  }

  /**
   * An amount in another currency, at the stated rate or its inverse.
   *
   * @param amount the amount
   * @param to the currency wanted
   * @return the amount in that currency, exact or (inverse) to 34 digits; empty where no rate is
   *     stated
   */
  public Optional<BigMoney> convert(BigMoney amount, CurrencyUnit to) {
    CurrencyUnit from = amount.getCurrencyUnit();
    if (from.equals(to)) {
      return Optional.of(amount);
    }
    BigDecimal direct = rates.get(pair(from, to));
    if (direct != null) {
      return Optional.of(BigMoney.of(to, amount.getAmount().multiply(direct)));
    }
    return Optional.ofNullable(rates.get(pair(to, from)))
        .map(r -> BigMoney.of(to, amount.getAmount().divide(r, MathContext.DECIMAL128)));
  }

  private static String pair(CurrencyUnit from, CurrencyUnit to) {
    return from.getCode() + "/" + to.getCode();
  }

  /** Two sets are equal when they state the same rates; 1.10 equals 1.1. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExchangeRates that && plain().equals(that.plain());
  }

  private Map<String, BigDecimal> plain() {
    Map<String, BigDecimal> plain = new TreeMap<>(rates);
    plain.replaceAll((pair, rate) -> rate.stripTrailingZeros());
    return plain;
  }

  @Override
  public int hashCode() {
    return plain().hashCode();
  }

  /** The rates, {@code {EUR/GBP=0.8571}}. */
  @Override
  public String toString() {
    return rates.toString();
  }
}
