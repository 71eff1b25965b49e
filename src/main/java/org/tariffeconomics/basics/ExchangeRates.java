package org.tariffeconomics.basics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Stated exchange rates. Nothing is converted at a rate that was not stated, and no rate is chained
 * from two others.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class ExchangeRates implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3})\\s*/\\s*([A-Z]{3})\\s*=\\s*(\\S+)");

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
   * @throws IllegalArgumentException when the rate is not positive, or of a currency to itself
   */
  public ExchangeRates with(CurrencyUnit from, CurrencyUnit to, BigDecimal rate) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(rate, "rate");
    PlainNumber.bounded("An exchange rate", rate);
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "An exchange rate must be between two currencies, but was " + pair(from, to));
    }
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "An exchange rate must be positive, but "
              + pair(from, to)
              + " was "
              + PlainNumber.shortText(rate));
    }
    Map<String, BigDecimal> more = new TreeMap<>(rates);
    more.put(pair(from, to), PlainNumber.plain(rate));
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
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(to, "to");
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

  /**
   * Reads a set of rates.
   *
   * @param text rates like {@code EUR/GBP=0.8571, USD/JPY=150}, also in braces as {@link #toString}
   *     writes them; empty for none
   * @return the rates
   * @throws IllegalArgumentException when the text cannot be read
   */
  public static ExchangeRates parse(String text) {
    Objects.requireNonNull(text, "text");
    String plain = Texts.readable("Exchange rates", text).strip();
    if (plain.startsWith("{") && plain.endsWith("}")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    ExchangeRates rates = NONE;
    for (String each : plain.isBlank() ? new String[0] : plain.split(",", -1)) {
      rates = rates.withText(each.strip());
    }
    return rates;
  }

  private ExchangeRates withText(String item) {
    Matcher form = FORM.matcher(item);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "An exchange rate must read like 'EUR/GBP=0.8571', but was " + Texts.quoted(item));
    }
    try {
      return with(
          CurrencyUnit.of(form.group(1)),
          CurrencyUnit.of(form.group(2)),
          PlainNumber.parse("An exchange rate", form.group(3)));
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException(
          "An exchange rate must be between known currencies, but was " + Texts.quoted(item), e);
    }
  }

  private static String pair(CurrencyUnit from, CurrencyUnit to) {
    return from.getCode() + "/" + to.getCode();
  }

  /** Two sets are equal when they state the same rates; 1.10 equals 1.1. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExchangeRates that && rates.equals(that.rates);
  }

  @Override
  public int hashCode() {
    return rates.hashCode();
  }

  /** The rates, {@code {EUR/GBP=0.8571}}. */
  @Override
  public String toString() {
    return rates.toString();
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextProxy(TextProxy.Kind.EXCHANGE_RATES, toString());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a ExchangeRates is read from its text");
  }
}
