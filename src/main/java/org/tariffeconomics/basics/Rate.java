package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ad valorem rate, kept exactly as a decimal fraction: 15 % is 0.15.
 *
 * <p>A rate is never made from a bare {@code double}, since 0.15 and 15 would both be accepted. It
 * is at least −100 % (nothing can cost less than nothing) and has no upper bound. Thirds are kept
 * to 34 significant digits ({@link MathContext#DECIMAL128}): {@code 33 1/3%} of 1,200 is 400.00
 * after any rounding to money.
 *
 * <p>Rates are equal when their values are: {@code 0.10} equals {@code 0.1}. The difference of two
 * rates is not a rate but a {@link RateChange}.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class Rate implements Comparable<Rate>, Serializable {

  @Serial private static final long serialVersionUID = 1;

  /** No duty: 0 %. A rate that is not known is never this. */
  public static final Rate ZERO = new Rate(BigDecimal.ZERO);

  /** The digits are bounded so that every rate with a fraction reads back from its text. */
  private static final Pattern MIXED_FRACTION =
      Pattern.compile("(-?)([0-9]{1,20}) ([0-9]{1,4})/([0-9]{1,4})");

  /** The percent sign, or the word for it behind a blank. */
  private static final Pattern PERCENT = Pattern.compile("(?:%| ?(?:percent|per cent|pct\\.?))$");

  private static final Pattern POINTS =
      Pattern.compile(
          "([-+]?[0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(?:pp|p\\.p\\.|points?|percentage points?)");

  private final BigDecimal fraction;

  private Rate(BigDecimal fraction) {
    this.fraction = fraction;
  }

  /**
   * The rate with this value as a fraction.
   *
   * @param fraction the rate, 0.15 for 15 %, at least −1
   * @return the rate
   * @throws IllegalArgumentException when it is below −1 or takes more than {@value
   *     PlainNumber#MOST_COMPUTED_DIGITS} digits
   */
  public static Rate fraction(BigDecimal fraction) {
    Objects.requireNonNull(fraction, "fraction");
    PlainNumber.bounded("A rate", fraction);
    if (fraction.compareTo(BigDecimal.ONE.negate()) < 0) {
      throw new IllegalArgumentException(
          "A rate must be at least -100%, but was "
              + PlainNumber.shortText(fraction.movePointRight(2))
              + "%");
    }
    return new Rate(PlainNumber.plain(fraction));
  }

  /**
   * The rate with this value as a fraction.
   *
   * @param fraction the rate as plain decimal text, {@code "0.15"} for 15 %
   * @return the rate
   * @throws IllegalArgumentException when the text is no {@link PlainNumber} or is below −1
   */
  public static Rate fraction(String fraction) {
    Objects.requireNonNull(fraction, "fraction");
    return fraction(PlainNumber.parse("A fraction", fraction));
  }

  /**
   * The rate with this value in percent.
   *
   * @param percent the rate in percent as text, {@code "2.5"} or {@code "33 1/3"}
   * @return the rate
   * @throws IllegalArgumentException when the text is no {@link PlainNumber}, alone or with a
   *     fraction, or is below −100
   */
  public static Rate percent(String percent) {
    Objects.requireNonNull(percent, "percent");
    Matcher mixed = MIXED_FRACTION.matcher(Texts.readable("A percentage", percent).strip());
    return mixed.matches()
        ? fraction(mixedNumber(mixed))
        : percent(PlainNumber.parse("A percentage", percent));
  }

  /**
   * The rate with this value in percent.
   *
   * @param percent the rate in percent, 15 for 15 %
   * @return the rate
   * @throws IllegalArgumentException when it is below −100
   */
  public static Rate percent(BigDecimal percent) {
    Objects.requireNonNull(percent, "percent");
    return fraction(PlainNumber.bounded("A percentage", percent).movePointLeft(2));
  }

  /**
   * The rate with this value in whole percent.
   *
   * @param percent the rate in percent, 15 for 15 %
   * @return the rate
   * @throws IllegalArgumentException when it is below −100
   */
  public static Rate percent(int percent) {
    return percent(BigDecimal.valueOf(percent));
  }

  /**
   * Reads a rate with its percent sign, or the word {@code Free}: the inverse of {@link
   * #toString()}.
   *
   * @param text for example {@code "2.5%"}, {@code "12.80 %"}, {@code "33 1/3%"}, {@code "15
   *     percent"}, {@code "Free"}
   * @return the rate
   * @throws IllegalArgumentException when the sign is missing or the number is none: a bare number
   *     could mean a fraction or a percentage, so it is refused
   */
  public static Rate parse(String text) {
    Objects.requireNonNull(text, "text");
    String trimmed = Texts.plainSigns(Texts.readable("A rate", text)).strip();
    if (trimmed.equalsIgnoreCase("free")) {
      return ZERO;
    }
    Matcher sign = PERCENT.matcher(trimmed);
    if (!sign.find()) {
      throw new IllegalArgumentException(
          "A rate needs its percent sign, as in '2.5%', but was "
              + Texts.quoted(text)
              + advice(trimmed));
    }
    return percent(trimmed.substring(0, sign.start()).strip());
  }

  private static String advice(String text) {
    Matcher points = POINTS.matcher(text);
    if (points.matches()) {
      return ": points are the difference of two rates; write " + points.group(1) + "% for a rate";
    }
    return isShort(text) ? "" : LooksLike.hint(text, LooksLike.RATE);
  }

  /** A number such as 27.5 is a rate without its sign rather than a chapter and a half. */
  private static boolean isShort(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?");
  }

  private static BigDecimal mixedNumber(Matcher mixed) {
    BigDecimal denominator = new BigDecimal(mixed.group(4));
    BigDecimal numerator =
        new BigDecimal(mixed.group(2)).multiply(denominator).add(new BigDecimal(mixed.group(3)));
    BigDecimal hundredths = denominator.movePointRight(2);
    if (hundredths.signum() == 0) {
      throw new IllegalArgumentException(
          "A percentage must not have the denominator 0, but was '" + mixed.group() + "'");
    }
    BigDecimal value = numerator.divide(hundredths, MathContext.DECIMAL128);
    return mixed.group(1).isEmpty() ? value : value.negate();
  }

  /** {@return the exact value as a fraction: 0.15 for 15 %} */
  public BigDecimal fraction() {
    return fraction;
  }

  /** {@return the exact value in percent: 15 for 15 %} */
  public BigDecimal percent() {
    return fraction.movePointRight(2);
  }

  /**
   * The power of the tariff, 1 + rate: the factor by which an ad valorem duty raises a price.
   *
   * @return 1.15 for 15 %
   */
  public BigDecimal power() {
    return BigDecimal.ONE.add(fraction);
  }

  /**
   * The two rates stacked: their sum.
   *
   * @param other the rate charged on top, on the same value
   * @return the sum
   */
  public Rate plus(Rate other) {
    Objects.requireNonNull(other, "other");
    return fraction(fraction.add(other.fraction));
  }

  /**
   * The larger of the two.
   *
   * @param other another rate
   * @return the larger rate
   */
  public Rate max(Rate other) {
    Objects.requireNonNull(other, "other");
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The smaller of the two.
   *
   * @param other another rate
   * @return the smaller rate
   */
  public Rate min(Rate other) {
    Objects.requireNonNull(other, "other");
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The change from this rate to a later one; negative points are a cut.
   *
   * @param later the rate after the change
   * @return the change
   */
  public RateChange to(Rate later) {
    Objects.requireNonNull(later, "later");
    return new RateChange(this, later);
  }

  /**
   * What this rate exceeds the other by: the change from the other to this one.
   *
   * @param other the rate compared with
   * @return the difference, positive where this rate is higher
   */
  public RateChange minus(Rate other) {
    Objects.requireNonNull(other, "other");
    return new RateChange(other, this);
  }

  /** {@return whether the rate is 0 %} */
  @JsonIgnore
  public boolean isZero() {
    return fraction.signum() == 0;
  }

  @Override
  public int compareTo(Rate other) {
    Objects.requireNonNull(other, "other");
    return fraction.compareTo(other.fraction);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rate that && fraction.compareTo(that.fraction) == 0;
  }

  @Override
  public int hashCode() {
    return fraction.hashCode();
  }

  /** The exact percentage, {@code 2.5%}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return percent().toPlainString() + "%";
  }

  /**
   * The percentage rounded for reading.
   *
   * @param decimals how many decimals to show, not negative; rounded half up
   * @return for example {@code 15.0%}
   */
  public String toText(int decimals) {
    return percent().setScale(Require.decimals(decimals), RoundingMode.HALF_UP).toPlainString()
        + "%";
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextProxy(TextProxy.Kind.RATE, toString());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a Rate is read from its text");
  }
}
