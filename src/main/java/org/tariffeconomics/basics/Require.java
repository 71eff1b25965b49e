package org.tariffeconomics.basics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The checks of arguments that all rooms share.
 *
 * <p>Each method takes the name of an argument and its value, and answers the value, so that a
 * check can stand where the value is used. A value that fails is refused with an {@link
 * IllegalArgumentException} that names the argument, says what it must be and shows what it was. No
 * number passes that is NaN or infinite.
 *
 * <p>A check of a single number is also a check of each element of an array:
 *
 * <pre>{@code
 * double imports = Require.notNegative("imports", 1200);
 * double[] tariffs = Require.each("tariffs", new double[] {0.025, 0.275}, Require::tariff);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Require {

  /** How far a sum of probabilities or weights may be from one: the slip of adding decimals. */
  private static final double SUM_SLIP = 1e-9;

  /** How far shares may be from adding up to one: the rounding of published shares. */
  private static final double PUBLISHED_SUM_SLIP = 1e-6;

  /** The largest fraction that is taken for what it says: 1,000 percent. */
  private static final double LARGEST_TYPED_RATE = 10;

  private static final int LONGEST_TEXT_SHOWN = 60;

  private static final int MOST_DECIMALS = 100;

  /** The first day that anything here may be counted from. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

  /** The last day that anything here may be counted from. */
  public static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

  private Require() {}

  /** A check of one number, such as {@code Require::positive}. */
  @FunctionalInterface
  public interface NumberCheck {

    /**
     * The value, where it holds.
     *
     * @param name what the message calls the argument
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException if the value does not hold
     */
    double check(String name, double value);
  }

  /**
   * Neither NaN nor infinite.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is not finite
   */
  public static double finite(String name, double value) {
    return holds(Double.isFinite(value), name, "must be finite", value);
  }

  /**
   * Finite, and zero or above.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static double notNegative(String name, double value) {
    return holds(
        Double.isFinite(value) && value >= 0, name, "must be finite and not negative", value);
  }

  /**
   * Finite and above zero.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is zero, negative or not finite
   */
  public static double positive(String name, double value) {
    return holds(Double.isFinite(value) && value > 0, name, "must be finite and positive", value);
  }

  /**
   * Finite, and zero or below, as an elasticity of demand is.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is positive or not finite
   */
  public static double notPositive(String name, double value) {
    return holds(
        Double.isFinite(value) && value <= 0, name, "must be finite and not positive", value);
  }

  /**
   * Finite and above one, as an elasticity of substitution often has to be.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is one, below one or not finite
   */
  public static double aboveOne(String name, double value) {
    return holds(Double.isFinite(value) && value > 1, name, "must be finite and above 1", value);
  }

  /**
   * A part of a whole: from zero to one, both included.
   *
   * @param name what the message calls the argument
   * @param value the value, a fraction and not a percentage
   * @return the value
   * @throws IllegalArgumentException if it is outside
   */
  public static double share(String name, double value) {
    return holds(value >= 0 && value <= 1, name, "must be from 0 to 1", value);
  }

  /**
   * A part of a whole that is neither nothing nor all of it: between zero and one.
   *
   * @param name what the message calls the argument
   * @param value the value, a fraction and not a percentage
   * @return the value
   * @throws IllegalArgumentException if it is zero, one or outside
   */
  public static double properShare(String name, double value) {
    return holds(value > 0 && value < 1, name, "must be between 0 and 1", value);
  }

  /**
   * A tariff as a fraction: finite and above −100 percent, so that its power 1 + t is positive. A
   * subsidy is a negative tariff.
   *
   * @param name what the message calls the argument
   * @param value the tariff, 0.25 for 25 percent
   * @return the value
   * @throws IllegalArgumentException if it is −1, below or not finite
   */
  public static double tariff(String name, double value) {
    return holds(Double.isFinite(value) && value > -1, name, "must be finite and above -1", value);
  }

  /**
   * A rate that a caller types as a number: 15 where 0.15 is meant would pass as 1,500 percent.
   *
   * @param name what the message calls the argument
   * @param value the rate, 0.25 for 25 percent
   * @return the value
   * @throws IllegalArgumentException if it is above 10, which is 1,000 percent
   */
  public static double typedRate(String name, double value) {
    Objects.requireNonNull(name, "name");
    if (value > LARGEST_TYPED_RATE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be a fraction, but was %s, which is %,.0f%%: write %s for %s%%",
              name,
              value,
              100 * value,
              value / 100,
              value));
    }
    return value;
  }

  /**
   * From one bound to another, both included.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @param low the lowest that passes
   * @param high the highest that passes
   * @return the value
   * @throws IllegalArgumentException if it is outside
   */
  public static double within(String name, double value, double low, double high) {
    return holds(value >= low && value <= high, name, "must be from " + low + " to " + high, value);
  }

  /**
   * A whole number above zero, such as a count.
   *
   * @param name what the message calls the argument
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is zero or negative
   */
  public static int positiveCount(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, but was " + value);
    }
    return value;
  }

  /**
   * A day that days and years can be counted from.
   *
   * @param name the argument's name
   * @param day the day
   * @return the day
   * @throws IllegalArgumentException if it lies before {@link #FIRST_DAY} or after {@link
   *     #LAST_DAY}
   */
  public static LocalDate day(String name, LocalDate day) {
    Objects.requireNonNull(day, name);
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(
          name + " must lie between " + FIRST_DAY + " and " + LAST_DAY + ", but was " + day);
    }
    return day;
  }

  /**
   * A result that is still in the range of {@code double}: for what arguments that are each finite
   * make together.
   *
   * @param name what the message calls the result
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is not finite; the message blames the arguments
   */
  public static double finiteResult(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The arguments are too extreme: " + name + " would be " + value);
    }
    return value;
  }

  /**
   * An array each of whose elements passes a check.
   *
   * @param name what the message calls the array; an element that fails is called name[index]
   * @param values the values
   * @param check the check of one element
   * @return a copy
   * @throws IllegalArgumentException if an element fails
   */
  public static double[] each(String name, double[] values, NumberCheck check) {
    Objects.requireNonNull(values, name);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      checkElement(name, i, copy[i], check);
    }
    return copy;
  }

  /** The name of an element is written only for one that fails: arrays may be long. */
  private static void checkElement(String name, int index, double value, NumberCheck check) {
    try {
      check.check(name, value);
    } catch (IllegalArgumentException failed) {
      check.check(name + "[" + index + "]", value);
    }
  }

  /**
   * An array of a certain length each of whose elements passes a check.
   *
   * @param name what the message calls the array
   * @param values the values
   * @param length how many there must be
   * @param check the check of one element
   * @return a copy
   * @throws IllegalArgumentException if there are more or fewer, or if an element fails
   */
  public static double[] each(String name, double[] values, int length, NumberCheck check) {
    Objects.requireNonNull(values, name);
    sameLength(name, values.length, length);
    return each(name, values, check);
  }

  /**
   * A square matrix each of whose elements passes a check, row after row in one array.
   *
   * @param name what the message calls the matrix; an element that fails is called
   *     name[row][column]
   * @param matrix the rows
   * @param size how many rows and how many columns there must be
   * @param check the check of one element
   * @return a copy; the element of a row and a column stands at row × size + column
   * @throws IllegalArgumentException if the matrix has another shape, or if an element fails
   */
  public static double[] square(String name, double[][] matrix, int size, NumberCheck check) {
    Objects.requireNonNull(matrix, name);
    sameLength(name, matrix.length, size);
    double[] flat = new double[size * size];
    for (int row = 0; row < size; row++) {
      double[] checked = each(name + "[" + row + "]", matrix[row], size, check);
      System.arraycopy(checked, 0, flat, row * size, size);
    }
    return flat;
  }

  /**
   * Shares of a whole, which add up to one but for the rounding of published shares (a millionth).
   *
   * @param name what the message calls the shares
   * @param values the shares, each from 0 to 1
   * @return a copy, scaled so that the shares add up to one
   * @throws IllegalArgumentException if there is none, one is outside, or the sum is another
   */
  public static double[] shares(String name, double[] values) {
    Objects.requireNonNull(values, name);
    notEmpty(name, values.length);
    double[] shares = each(name, values, Require::share);
    double sum = sum(shares);
    if (!(Math.abs(sum - 1) <= PUBLISHED_SUM_SLIP)) {
      throw new IllegalArgumentException(name + " must add up to 1, but added up to " + sum);
    }
    return scaled(shares, sum);
  }

  /**
   * The sum of amounts by which something is to be divided: finite and positive.
   *
   * @param name what the message calls the amounts
   * @param values the amounts
   * @return their sum
   * @throws IllegalArgumentException if the sum is zero, negative or not finite
   */
  public static double positiveTotal(String name, double[] values) {
    Objects.requireNonNull(values, name);
    return positive("the total of " + name, sum(values));
  }

  /**
   * The sum of probabilities or weights, one but for the slip of adding decimals (1e-9).
   *
   * @param name what the message calls the summands
   * @param sum their sum
   * @return the sum
   * @throws IllegalArgumentException if it is not one
   */
  public static double sumToOne(String name, double sum) {
    if (!(Math.abs(sum - 1) <= SUM_SLIP)) {
      throw new IllegalArgumentException(name + " must sum to 1, but sum to " + sum);
    }
    return sum;
  }

  /**
   * As many entries as are asked for.
   *
   * @param name what the message calls the entries
   * @param length how many there are
   * @param expected how many there must be
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static void sameLength(String name, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " must have " + expected + " entries, but had " + length);
    }
  }

  /**
   * As many entries as another argument has.
   *
   * @param name what the message calls the entries
   * @param length how many there are
   * @param other what the message calls the other argument
   * @param otherLength how many entries the other has
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static void sameLength(String name, int length, String other, int otherLength) {
    Objects.requireNonNull(other, name);
    if (length != otherLength) {
      throw new IllegalArgumentException(
          name
              + " must have as many entries as "
              + other
              + ", but had "
              + length
              + " against "
              + otherLength);
    }
  }

  /**
   * At least one entry.
   *
   * @param name what the message calls the entries
   * @param length how many there are
   * @throws IllegalArgumentException if there is none
   */
  public static void notEmpty(String name, int length) {
    if (length == 0) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  /**
   * A text with something in it besides blanks.
   *
   * @param name what the message calls the text
   * @param text the text
   * @return the text
   * @throws IllegalArgumentException if it is blank
   */
  public static String notBlank(String name, String text) {
    Objects.requireNonNull(text, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return text;
  }

  /**
   * Texts of which none occurs twice.
   *
   * @param name what the message calls the texts
   * @param texts the texts
   * @return a copy in the order given
   * @throws IllegalArgumentException if a text occurs twice
   */
  public static List<String> distinct(String name, Collection<String> texts) {
    Objects.requireNonNull(texts, name);
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        throw new IllegalArgumentException(
            name + " must differ, but '" + cut(text) + "' comes twice");
      }
    }
    return List.copyOf(texts);
  }

  /**
   * The place of a label.
   *
   * @param name what the message calls the labels, in the singular
   * @param labels the labels
   * @param label the one to find
   * @return its place, from 0
   * @throws IllegalArgumentException if it is none of them
   */
  public static int index(String name, List<String> labels, String label) {
    Objects.requireNonNull(labels, name);
    Objects.requireNonNull(label, name);
    int at = labels.indexOf(label);
    if (at < 0) {
      throw new IllegalArgumentException("No " + name + " '" + cut(label) + "'");
    }
    return at;
  }

  /**
   * A part of a whole as an exact decimal: from zero to one, both included.
   *
   * @param name what the message calls the argument
   * @param value the value, a fraction and not a percentage
   * @return the value
   * @throws IllegalArgumentException if it is outside
   */
  public static BigDecimal share(String name, BigDecimal value) {
    Objects.requireNonNull(value, name);
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, but was " + value);
    }
    return value;
  }

  /**
   * A rate at which something can grow or be discounted: above −100 percent.
   *
   * @param name what the message calls the rate
   * @param rate the rate
   * @return the rate
   * @throws IllegalArgumentException if it is −100 percent or below
   */
  public static Rate aboveTotalLoss(String name, Rate rate) {
    Objects.requireNonNull(rate, name);
    if (rate.power().signum() <= 0) {
      throw new IllegalArgumentException(name + " must be above -100%, but was " + rate);
    }
    return rate;
  }

  /**
   * An amount of zero or more.
   *
   * @param name what the message calls the amount
   * @param amount the amount
   * @return the amount
   * @throws IllegalArgumentException if it is negative
   */
  public static BigMoney notNegative(String name, BigMoney amount) {
    Objects.requireNonNull(amount, name);
    if (amount.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but was " + amount);
    }
    return amount;
  }

  /**
   * An amount above zero.
   *
   * @param name what the message calls the amount
   * @param amount the amount
   * @return the amount
   * @throws IllegalArgumentException if it is zero or negative
   */
  public static BigMoney positive(String name, BigMoney amount) {
    Objects.requireNonNull(amount, name);
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, but was " + amount);
    }
    return amount;
  }

  /**
   * An amount in a certain currency; nothing is converted unasked.
   *
   * @param name what the message calls the amount
   * @param amount the amount
   * @param currency the currency
   * @return the amount
   * @throws IllegalArgumentException if it is in another currency
   */
  public static BigMoney currency(String name, BigMoney amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, name);
    Objects.requireNonNull(currency, name);
    if (!amount.getCurrencyUnit().equals(currency)) {
      throw new IllegalArgumentException(
          name + " must be in " + currency + ", but was " + amount + "; state an exchange rate");
    }
    return amount;
  }

  private static double holds(boolean holds, String name, String demand, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + demand + ", but was " + value);
    }
    return value;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT_SHOWN ? text : text.substring(0, LONGEST_TEXT_SHOWN) + "…";
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double[] scaled(double[] values, double divisor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] / divisor;
    }
    return scaled;
  }

  /**
   * Refuses a number of decimals that no number is printed with.
   *
   * @param decimals the decimals; below zero, the tens
   * @return the decimals
   * @throws IllegalArgumentException when it is not within −100 and 100
   */
  public static int decimals(int decimals) {
    if (Math.abs((long) decimals) > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be within -100 and 100, but was " + decimals);
    }
    return decimals;
  }
}
