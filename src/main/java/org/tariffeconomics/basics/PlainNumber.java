package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * The one reader of plain decimal numbers: an optional sign, digits 0 to 9, at most one decimal
 * point with a digit after it. {@code 15}, {@code -2.5}, {@code +.75}.
 *
 * <p>A number has at most {@value #MOST_DIGITS} digits and no exponent: {@code 1e99999999} is ten
 * characters of text and a hundred million digits of work. Groups of digits ({@code 1,000}) and
 * digits of other scripts are refused too, since a comma is a decimal point elsewhere.
 *
 * <p>Numbers that a program computes may have more digits, but not without bound: {@link #bounded}
 * refuses those of which no one could write out the digits. Values keep numbers as {@link
 * #plain(BigDecimal)} has them, so that {@code 0.10} equals {@code 0.1}.
 *
 * <pre>{@code
 * BigDecimal share = PlainNumber.parse("share", "0.45");
 * Optional<BigDecimal> maybe = PlainNumber.read("n/a");   // empty
 * }</pre>
 *
 * @since 0.1.0
 */
public final class PlainNumber {

  /** The most digits of a number that is read, before and after its point together. */
  public static final int MOST_DIGITS = 40;

  /**
   * The most digits that a computed number may take when it is written out. The exact decimal value
   * of any {@code double} fits.
   */
  public static final int MOST_COMPUTED_DIGITS = 1_200;

  /** Sign, point and digits: a longer text need not be looked at. */
  private static final int MOST_CHARACTERS = MOST_DIGITS + 2;

  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private PlainNumber() {}

  /**
   * The number that a text states.
   *
   * @param name what the number is, for the message
   * @param text the text; blanks around it do not count
   * @return the number with the decimals of the text
   * @throws IllegalArgumentException when the text is no plain number of at most {@value
   *     #MOST_DIGITS} digits
   */
  public static BigDecimal parse(String name, String text) {
    Objects.requireNonNull(text, () -> name + " must not be null");
    return read(text).orElseThrow(() -> new IllegalArgumentException(name + " " + refusal(text)));
  }

  /**
   * The number that a text states, if it states one.
   *
   * @param text the text; blanks around it do not count
   * @return the number with the decimals of the text; empty where {@link #parse} refuses it
   */
  public static Optional<BigDecimal> read(String text) {
    if (text.length() > Texts.LONGEST) {
      return Optional.empty();
    }
    String number = text.strip();
    return isPlain(number) ? Optional.of(new BigDecimal(number)) : Optional.empty();
  }

  /**
   * Why a text is no plain number, for messages of one's own.
   *
   * @param text a text that {@link #read} does not understand
   * @return for example {@code must be a plain number of at most 40 digits such as 2.5, but was
   *     '1e9'}
   */
  public static String refusal(String text) {
    return "must be a plain number of at most "
        + MOST_DIGITS
        + " digits such as 2.5, but was "
        + Texts.quoted(text)
        + (text.strip().matches("[+-]?[0-9]{1,12},[0-9]{1,12}")
            ? ": write a point for the comma"
            : "");
  }

  private static boolean isPlain(String number) {
    if (number.isEmpty() || number.length() > MOST_CHARACTERS) {
      return false;
    }
    int digits = 0;
    int points = 0;
    int start = number.charAt(0) == '-' || number.charAt(0) == '+' ? 1 : 0;
    for (int i = start; i < number.length(); i++) {
      char each = number.charAt(i);
      if (each == '.') {
        points++;
      } else if (each >= '0' && each <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && digits <= MOST_DIGITS && points <= 1 && !number.endsWith(".");
  }

  /**
   * Refuses a number whose digits no one could write out, such as 1E+999999999.
   *
   * @param name what the number is, for the message
   * @param value a number from any source
   * @return the number
   * @throws IllegalArgumentException when it takes more than {@value #MOST_COMPUTED_DIGITS} digits
   */
  public static BigDecimal bounded(String name, BigDecimal value) {
    Objects.requireNonNull(value, () -> name + " must not be null");
    if (!isBounded(value)) {
      throw new IllegalArgumentException(
          name
              + " must take at most "
              + MOST_COMPUTED_DIGITS
              + " digits, but was "
              + shortText(value));
    }
    return value;
  }

  /**
   * A number in the one form in which values keep it: without zeros behind its last digit and
   * without an exponent. Values whose numbers are equal are equal by that, however they were
   * written.
   *
   * @param value a number from any source
   * @return the same number, {@code 0.1} for {@code 0.10} and {@code 100} for {@code 1E+2}; one
   *     that {@link #bounded} refuses keeps its exponent
   */
  public static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = Objects.requireNonNull(value, "value").stripTrailingZeros();
    return stripped.scale() < 0 && isBounded(stripped) ? stripped.setScale(0) : stripped;
  }

  /**
   * An amount of money in the one form in which values keep it: a whole amount without decimals,
   * another with those that it has, and at least those of its currency.
   *
   * @param amount an amount from any source
   * @return the same amount: {@code USD 10} for {@code USD 10.00}, {@code USD 5.50} for {@code USD
   *     5.5}, {@code USD 0.125}
   */
  public static BigMoney plain(BigMoney amount) {
    BigDecimal number = plain(Objects.requireNonNull(amount, "amount").getAmount());
    int decimals = amount.getCurrencyUnit().getDecimalPlaces();
    boolean isShort = number.scale() > 0 && number.scale() < decimals;
    return BigMoney.of(amount.getCurrencyUnit(), isShort ? number.setScale(decimals) : number);
  }

  /**
   * Whether the digits of a number can be written out.
   *
   * @param value a number from any source
   * @return true where {@link #bounded} accepts it
   */
  public static boolean isBounded(BigDecimal value) {
    long integer = magnitude(value);
    return Math.max(integer, 1) + Math.max(value.scale(), 0L) <= MOST_COMPUTED_DIGITS
        && digits(value) <= MOST_COMPUTED_DIGITS;
  }

  /**
   * A number as a message writes it: plainly where it is short, else by its order of magnitude.
   *
   * @param value a number from any source
   * @return for example {@code 0.15} or {@code about 10 to the power of 99999999}
   */
  public static String shortText(BigDecimal value) {
    if (isBounded(value)) {
      return Texts.shortened(value.toPlainString());
    }
    return "about 10 to the power of " + (magnitude(value) - 1);
  }

  /** About how many digits stand before the point; without the work of counting them. */
  private static long magnitude(BigDecimal value) {
    return digits(value) - value.scale();
  }

  private static long digits(BigDecimal value) {
    return (long) Math.ceil(value.unscaledValue().bitLength() / BITS_PER_DIGIT);
  }
}
