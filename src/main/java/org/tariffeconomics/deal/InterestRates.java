package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Texts;

/**
 * Interest at dated yearly rates, compounded every day, as on duties that were overpaid (in the
 * United States at quarterly rates: 19 U.S.C. 1505(c), 26 U.S.C. 6621 and 6622).
 *
 * <p>Formula: {@code interest = principal · (Π (1 + rate(d) / days(d)) − 1)} over the days after
 * the payment through the day on which the money comes back, rounded half up to the smallest unit
 * of the currency. {@code USD 1,000} over 370 days at 6 % is {@code USD 62.70}.
 *
 * <p>The rates are the user's own, or those of the United States as far as they are bundled ({@code
 * UsInterest} of the reference room). Each holds from its first day until the next one begins; the
 * last through the day that is stated with {@link #through}. Interest over a day without a rate is
 * not known, and not zero. The text form is {@code 2025-01-01=6%; 2026-04-01=5%;
 * through=2026-06-30}. Immutable, and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class InterestRates {

  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final String THROUGH = "through";
  private static final InterestRates NONE =
      new InterestRates(new TreeMap<>(), LocalDate.MAX, DayBasis.DAYS_365);

  private final NavigableMap<LocalDate, Rate> rates;
  private final LocalDate lastDay;
  private final DayBasis basis;

  /** How many days the yearly rate is spread over. */
  public enum DayBasis {
    /** Always 365. */
    DAYS_365,
    /** 366 in leap years, as in the tables of the US tax authority (Rev. Proc. 95-17). */
    DAYS_OF_THE_YEAR
  }

  private InterestRates(NavigableMap<LocalDate, Rate> rates, LocalDate lastDay, DayBasis basis) {
    this.rates = rates;
    this.lastDay = lastDay;
    this.basis = basis;
  }

  /** {@return a table without rates} */
  public static InterestRates none() {
    return NONE;
  }

  /**
   * One rate for all days.
   *
   * @param rate the yearly rate with its percent sign, not negative
   * @return the table
   * @throws IllegalArgumentException when the rate cannot be read or is negative
   */
  public static InterestRates constant(String rate) {
    return NONE.with(LocalDate.MIN, Rate.parse(Objects.requireNonNull(rate, "rate")));
  }

  /**
   * Reads a table.
   *
   * @param text the form that {@link #toString} writes
   * @return the table
   * @throws IllegalArgumentException when the text cannot be read
   */
  public static InterestRates parse(String text) {
    Objects.requireNonNull(text, "text");
    InterestRates table = NONE;
    for (String each : Texts.readable("Interest rates", text).split(";", -1)) {
      if (!each.isBlank()) {
        table = table.withItem(each.strip());
      }
    }
    return table;
  }

  private InterestRates withItem(String item) {
    int at = item.indexOf('=');
    if (at < 1) {
      throw new IllegalArgumentException(
          "An interest rate must read like '2025-01-01=6%', but was " + Texts.quoted(item));
    }
    String day = item.substring(0, at).strip();
    String value = item.substring(at + 1).strip();
    return switch (day) {
      case THROUGH -> through(value);
      case "always" -> with(LocalDate.MIN, Rate.parse(value));
      default -> with(day, value);
    };
  }

  /**
   * The same table with a rate from a day on.
   *
   * @param firstDay the first day, as {@link DayText} reads it
   * @param rate the yearly rate with its percent sign, not negative
   * @return a new table
   * @throws IllegalArgumentException when a text cannot be read, the rate is negative, or another
   *     rate begins on that day
   */
  public InterestRates with(String firstDay, String rate) {
    return with(
        DayText.parse("firstDay", firstDay), Rate.parse(Objects.requireNonNull(rate, "rate")));
  }

  /**
   * The same table with a rate from a day on.
   *
   * @param firstDay the first day
   * @param rate the yearly rate, not negative
   * @return a new table
   * @throws IllegalArgumentException when the rate is negative, or another begins on that day
   */
  public InterestRates with(LocalDate firstDay, Rate rate) {
    if (Objects.requireNonNull(rate, "rate").compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException("rate must not be negative, but was " + rate);
    }
    NavigableMap<LocalDate, Rate> more = new TreeMap<>(rates);
    Rate before = more.put(Objects.requireNonNull(firstDay, "firstDay"), rate);
    if (before != null && !before.equals(rate)) {
      throw new IllegalArgumentException(
          "Two rates begin on " + firstDay + ": " + before + " and " + rate);
    }
    return new InterestRates(more, lastDay, basis);
  }

  /**
   * The same table, known through a day: interest of later days is not known.
   *
   * @param day the last day of the last rate, as {@link DayText} reads it
   * @return a new table
   * @throws IllegalArgumentException when the day cannot be read
   */
  public InterestRates through(String day) {
    return new InterestRates(rates, DayText.parse("day", day), basis);
  }

  /**
   * The same table with the yearly rate spread over other days.
   *
   * @param other how many
   * @return a new table
   */
  public InterestRates withDayBasis(DayBasis other) {
    return new InterestRates(rates, lastDay, Objects.requireNonNull(other, "other"));
  }

  /**
   * By how much money grows from one day to another.
   *
   * @param paid the day of the payment, whose own day bears no interest
   * @param returned the day on which the money comes back, which does; not before the first
   * @return the factor, at least 1, to 34 digits; empty where a day between has no rate
   * @throws IllegalArgumentException when the second day is before the first
   */
  public Optional<BigDecimal> factor(LocalDate paid, LocalDate returned) {
    if (Require.day("returned", returned).isBefore(Require.day("paid", paid))) {
      throw new IllegalArgumentException(
          "returned must not be before paid, but was " + returned + " < " + paid);
    }
    Require.day("paid", paid);
    BigDecimal factor = BigDecimal.ONE;
    LocalDate day = paid.plusDays(1);
    while (!day.isAfter(returned)) {
      Map.Entry<LocalDate, Rate> rate = rates.floorEntry(day);
      if (rate == null || day.isAfter(lastDay)) {
        return Optional.empty();
      }
      LocalDate end = endOfStretch(day, returned);
      long days = end.toEpochDay() - day.toEpochDay() + 1;
      BigDecimal daily =
          rate.getValue().fraction().divide(BigDecimal.valueOf(daysOf(day)), PRECISION);
      factor =
          factor.multiply(
              BigDecimal.ONE.add(daily).pow(Math.toIntExact(days), PRECISION), PRECISION);
      day = end.plusDays(1);
    }
    return Optional.of(factor);
  }

  /** The last day through which rate and length of the year stay the same. */
  private LocalDate endOfStretch(LocalDate day, LocalDate returned) {
    LocalDate end = returned.isAfter(lastDay) ? lastDay : returned;
    @Nullable LocalDate next = rates.higherKey(day);
    if (next != null && !next.isAfter(end)) {
      end = next.minusDays(1);
    }
    LocalDate endOfYear = LocalDate.of(day.getYear(), 12, 31);
    return basis == DayBasis.DAYS_OF_THE_YEAR && endOfYear.isBefore(end) ? endOfYear : end;
  }

  private int daysOf(LocalDate day) {
    return basis == DayBasis.DAYS_365 ? 365 : Year.of(day.getYear()).length();
  }

  /**
   * The interest on an amount.
   *
   * @param principal the amount that was paid too much, not negative
   * @param paid the day of the payment
   * @param returned the day on which it comes back, not before
   * @return the interest, rounded half up; empty where a day between has no rate
   * @throws IllegalArgumentException when the principal is negative or the days are in the wrong
   *     order
   */
  public Optional<Money> interest(Money principal, LocalDate paid, LocalDate returned) {
    Objects.requireNonNull(paid, "paid");
    Objects.requireNonNull(returned, "returned");
    if (Objects.requireNonNull(principal, "principal").isNegative()) {
      throw new IllegalArgumentException("principal must not be negative, but was " + principal);
    }
    return factor(paid, returned).map(f -> interest(principal, f));
  }

  static Money interest(Money principal, BigDecimal factor) {
    return principal.multipliedBy(factor.subtract(BigDecimal.ONE), RoundingMode.HALF_UP);
  }

  /** What interest lies within; on what may be due instead there is none. */
  static MoneyRange interest(MoneyRange principal, BigDecimal factor) {
    Money least = principal.lowest();
    Money none = Money.zero(least.getCurrencyUnit());
    return new MoneyRange(
        interest(least.isNegative() ? none : least, factor), interest(principal.highest(), factor));
  }

  /** {@return how many days the yearly rate is spread over} */
  public DayBasis dayBasis() {
    return basis;
  }

  /** Two tables are equal when they have the same rates on the same days. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InterestRates that
        && rates.equals(that.rates)
        && lastDay.equals(that.lastDay)
        && basis == that.basis;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rates, lastDay, basis);
  }

  /** The rates with their first days; the day basis is not part of the text. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("; ");
    rates.forEach(
        (day, rate) -> text.add((day.equals(LocalDate.MIN) ? "always" : day) + "=" + rate));
    if (!lastDay.equals(LocalDate.MAX)) {
      text.add(THROUGH + "=" + lastDay);
    }
    return text.toString();
  }
}
