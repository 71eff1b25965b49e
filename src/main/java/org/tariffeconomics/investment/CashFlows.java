package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Amounts at equal intervals in one currency, the first of them now: what is received is positive,
 * what is paid negative. Rates are per interval.
 *
 * <p>Amounts are exact; present values carry 34 digits. Internal rates are estimates with the
 * digits that hold ({@link InternalRates}), the modified one has about 15. For amounts on given
 * days see {@link DatedCashFlows}.
 *
 * @since 0.1.0
 */
public final class CashFlows {

  private static final int LONGEST_TEXT = 100;
  private static final int LARGEST_EXPONENT = 1_000;
  private static final int MOST_DIGITS = 10_000;

  private final CurrencyUnit currency;
  private final List<BigDecimal> amounts;

  private CashFlows(CurrencyUnit currency, List<BigDecimal> amounts) {
    if (amounts.isEmpty()) {
      throw new IllegalArgumentException("Cash flows need at least one amount, but there was none");
    }
    this.currency = currency;
    this.amounts = List.copyOf(amounts);
    this.amounts.forEach(CashFlows::requireRange);
  }

  /**
   * Cash flows from plain numbers.
   *
   * @param currency the currency of every amount
   * @param amounts the amounts, that of now first, at least one
   * @return the cash flows
   */
  public static CashFlows of(CurrencyUnit currency, List<BigDecimal> amounts) {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(amounts, "amounts");
    return new CashFlows(currency, amounts);
  }

  /**
   * Cash flows from plain decimal texts.
   *
   * @param currency the currency of every amount
   * @param amounts the amounts, that of now first, {@code "-426.5"}
   * @return the cash flows
   * @throws IllegalArgumentException when a text is no number, or one of more than 100 characters
   *     or with an exponent beyond ±1000
   */
  public static CashFlows of(CurrencyUnit currency, String... amounts) {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(amounts, "amounts");
    return new CashFlows(currency, Arrays.stream(amounts).map(CashFlows::decimal).toList());
  }

  /**
   * Cash flows from amounts of money.
   *
   * @param amounts the amounts, that of now first, all of one currency
   * @return the cash flows
   * @throws IllegalArgumentException when there is none, or the currencies differ
   */
  public static CashFlows ofMoney(List<BigMoney> amounts) {
    Objects.requireNonNull(amounts, "amounts");
    if (amounts.isEmpty()) {
      throw new IllegalArgumentException("Cash flows need at least one amount, but there was none");
    }
    CurrencyUnit currency = amounts.get(0).getCurrencyUnit();
    amounts.forEach(amount -> Require.currency("each amount", amount, currency));
    return new CashFlows(currency, amounts.stream().map(BigMoney::getAmount).toList());
  }

  /** The number is read only where it is short: its digits are turned in quadratic time. */
  private static BigDecimal decimal(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "An amount must be a number of at most "
              + LONGEST_TEXT
              + " characters, but began '"
              + stripped.substring(0, 20)
              + "…'");
    }
    try {
      return requireRange(new BigDecimal(stripped));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "An amount must be a plain decimal number, but was '" + stripped + "'", e);
    }
  }

  /** Writing out a number with a huge exponent would take all memory. */
  private static BigDecimal requireRange(BigDecimal amount) {
    if (Math.abs((long) amount.scale()) > LARGEST_EXPONENT || amount.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "An amount must have an exponent within ±"
              + LARGEST_EXPONENT
              + " and at most "
              + MOST_DIGITS
              + " digits, but had "
              + -(long) amount.scale()
              + " and "
              + amount.precision());
    }
    return amount;
  }

  /** {@return the currency of every amount} */
  public CurrencyUnit currency() {
    return currency;
  }

  /** {@return the amounts, that of now first, at least one} */
  public List<BigDecimal> amounts() {
    return amounts;
  }

  /**
   * {@return how many intervals lie between the first amount and the last: one less than there are
   * amounts}
   */
  public int periods() {
    return amounts.size() - 1;
  }

  /** {@return the sum of the amounts, undiscounted} */
  public BigMoney total() {
    return BigMoney.of(currency, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /**
   * The same amounts with the opposite sign: the other side's view.
   *
   * @return new cash flows
   */
  public CashFlows negated() {
    return new CashFlows(currency, amounts.stream().map(BigDecimal::negate).toList());
  }

  /**
   * The net present value Σ c_k / (1 + r)^k, k = 0 for the first amount.
   *
   * @param rate the discount rate an interval, above −100 %
   * @return the value now, to 34 digits
   * @throws IllegalArgumentException when the rate is −100 %
   */
  public BigMoney npv(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    BigDecimal factor = discountFactor(rate);
    BigDecimal value = BigDecimal.ZERO;
    for (int k = periods(); k >= 0; k--) {
      value = value.multiply(factor, MoneyMath.PRECISION).add(amounts.get(k), MoneyMath.PRECISION);
    }
    return BigMoney.of(currency, value);
  }

  private static BigDecimal discountFactor(Rate rate) {
    Require.aboveTotalLoss("rate", rate);
    return BigDecimal.ONE.divide(rate.power(), MoneyMath.PRECISION);
  }

  /**
   * The level amount at the end of each interval that is worth as much as these cash flows: net
   * present value / a(r, n), n the number of intervals.
   *
   * @param rate the discount rate an interval, above −100 %
   * @return the annuity equivalent
   * @throws IllegalArgumentException when there is a single amount, or the rate is −100 %
   */
  public BigMoney annuityEquivalent(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    if (periods() == 0) {
      throw new IllegalArgumentException(
          "An annuity equivalent needs at least two amounts, but there was one: " + this);
    }
    return Annuity.payment(npv(rate), rate, periods());
  }

  /**
   * Every internal rate of return from −99 % to 1,000 % an interval.
   *
   * @return the rates, with their number as an explicit outcome
   */
  public InternalRates irr() {
    return irr(InternalRates.DEFAULT_LOWEST, InternalRates.DEFAULT_HIGHEST);
  }

  /**
   * Every internal rate of return in an interval.
   *
   * @param lowest the smallest rate looked for, above −100 %
   * @param highest the largest rate looked for
   * @return the rates, with their number as an explicit outcome
   * @throws IllegalArgumentException when the interval is empty or reaches −100 %
   */
  public InternalRates irr(Rate lowest, Rate highest) {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    double[] times = IntStream.range(0, amounts.size()).asDoubleStream().toArray();
    return InternalRates.of(amounts, times, lowest, highest);
  }

  /**
   * The modified internal rate of return: receipts grow to the end at one rate, payments are
   * discounted to now at another; (end value of receipts / present value of payments)^(1/n) − 1.
   *
   * @param finance the rate at which payments are financed, above −100 %
   * @param reinvest the rate at which receipts are invested, above −100 %
   * @return the rate, to about 15 digits; empty where there are no receipts, no payments, or only
   *     one amount
   */
  public Optional<Rate> mirr(Rate finance, Rate reinvest) {
    Objects.requireNonNull(finance, "finance");
    Require.aboveTotalLoss("reinvest", reinvest);
    BigDecimal paid = part(-1).npv(finance).getAmount().negate();
    BigDecimal received = part(1).npv(reinvest).getAmount();
    if (paid.signum() == 0 || received.signum() == 0 || periods() == 0) {
      return Optional.empty();
    }
    double growth =
        Math.pow(received.divide(paid, MoneyMath.PRECISION).doubleValue(), 1.0 / periods());
    double rate = growth * reinvest.power().doubleValue() - 1;
    return Optional.of(
        Rate.fraction(MoneyMath.exact(rate, "finance " + finance + ", reinvest " + reinvest)));
  }

  private CashFlows part(int sign) {
    return new CashFlows(
        currency, amounts.stream().map(a -> a.signum() == sign ? a : BigDecimal.ZERO).toList());
  }

  /**
   * The first interval at whose end the present values add up to zero or more. It is found on the
   * balance compounded forward, which is exact in decimals, so that what is reached exactly is
   * reached.
   *
   * @param rate the discount rate an interval, above −100 %; 0 % for the simple payback
   * @return the interval, 0 for now; empty where it is never reached
   */
  public OptionalInt payback(Rate rate) {
    BigDecimal growth = Require.aboveTotalLoss("rate", rate).power();
    BigDecimal balance = BigDecimal.ZERO;
    for (int k = 0; k < amounts.size(); k++) {
      balance = balance.multiply(growth).add(amounts.get(k));
      if (balance.signum() >= 0) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The amounts with their present values, and a total row.
   *
   * @param rate the discount rate an interval, above −100 %
   * @return the table
   */
  public Table table(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    BigDecimal factor = discountFactor(rate);
    BigDecimal weight = BigDecimal.ONE;
    List<List<Cell>> rows = new ArrayList<>();
    for (int k = 0; k < amounts.size(); k++) {
      BigDecimal worth = amounts.get(k).multiply(weight, MoneyMath.PRECISION);
      rows.add(row(Integer.toString(k), amounts.get(k), worth));
      weight = weight.multiply(factor, MoneyMath.PRECISION);
    }
    rows.add(row("Total", total().getAmount(), npv(rate).getAmount()));
    return Table.of(
        "Cash flows, received positive, discounted at " + rate + " an interval",
        List.of("interval", "amount", "present value"),
        rows);
  }

  private List<Cell> row(String label, BigDecimal amount, BigDecimal worth) {
    return List.of(Cell.text(label), money(amount), money(worth));
  }

  private Cell money(BigDecimal amount) {
    return Cell.money(amount, currency.getCode(), currency.getDecimalPlaces());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CashFlows that
        && currency.equals(that.currency)
        && stripped().equals(that.stripped());
  }

  private List<BigDecimal> stripped() {
    return amounts.stream().map(BigDecimal::stripTrailingZeros).toList();
  }

  @Override
  public int hashCode() {
    return stripped().hashCode();
  }

  /** The currency, the number of amounts and their sum. */
  @Override
  public String toString() {
    return amounts.size() + " cash flows, sum " + MoneyScale.show(total());
  }
}
