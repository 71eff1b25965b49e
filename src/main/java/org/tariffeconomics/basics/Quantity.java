package org.tariffeconomics.basics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of something in a unit, kept exactly: 100 kg.
 *
 * <p>Quantities are equal when amount and unit are; {@code 1.0 kg} equals {@code 1 kg}, but {@code
 * 1 t} and {@code 1000 kg} only compare as the same ({@link #compareTo} gives 0).
 *
 * @param amount how many units, not negative
 * @param unit the unit
 * @serial exclude
 * @since 0.1.0
 */
public record Quantity(BigDecimal amount, Unit unit) implements Comparable<Quantity>, Serializable {

  private static final Pattern TEXT =
      Pattern.compile("([0-9]++(?:\\.[0-9]++)?)\\s*+([^0-9\\s.,].*+)");

  /**
   * Creates a quantity.
   *
   * @param amount how many units, not negative; trailing zeros are dropped
   * @param unit the unit
   * @throws IllegalArgumentException when the amount is negative or takes more than {@value
   *     PlainNumber#MOST_COMPUTED_DIGITS} digits
   */
  public Quantity {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(unit, "unit");
    PlainNumber.bounded("amount", amount);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "amount must not be negative, but was " + PlainNumber.shortText(amount) + " " + unit);
    }
    amount = PlainNumber.plain(amount);
  }

  /**
   * The quantity of this amount and unit.
   *
   * @param amount digits, with a dot before decimals
   * @param unit a code or word that {@link Unit#of} knows
   * @return the quantity
   * @throws IllegalArgumentException when the amount is no such number, is negative, or the unit is
   *     unknown
   */
  public static Quantity of(String amount, String unit) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(unit, "unit");
    return new Quantity(PlainNumber.parse("amount", amount), Unit.of(unit));
  }

  /**
   * The quantity of this amount and unit.
   *
   * @param amount how many units, not negative
   * @param unit the unit
   * @return the quantity
   * @throws IllegalArgumentException when the amount is negative
   */
  public static Quantity of(long amount, Unit unit) {
    Objects.requireNonNull(unit, "unit");
    return new Quantity(BigDecimal.valueOf(amount), unit);
  }

  /**
   * The quantity that a text states.
   *
   * @param text an amount and a unit, for example {@code 100 kg}
   * @return the quantity
   * @throws IllegalArgumentException when it is not digits with a dot before decimals followed by a
   *     known unit; a comma is refused, since it separates decimals in one country and thousands in
   *     another, and so is an exponent
   */
  public static Quantity parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher matcher = TEXT.matcher(Texts.plainSigns(Texts.readable("A quantity", text)).strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A quantity must be an amount and a unit such as '100 kg', but was "
              + Texts.quoted(text));
    }
    try {
      return of(matcher.group(1), matcher.group(2));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "In the quantity " + Texts.quoted(text) + ": " + e.getMessage(), e);
    }
  }

  /**
   * The same quantity in another unit: {@code amount × multiplier / other multiplier}, exact where
   * the division ends and to 34 significant digits, half even, where it does not.
   *
   * @param other the unit wanted
   * @return the quantity
   * @throws IllegalArgumentException when the two units measure different things
   */
  public Quantity in(Unit other) {
    Objects.requireNonNull(other, "other");
    if (unit.equals(other)) {
      return this;
    }
    requireSameMeasure(other);
    return new Quantity(quotient(baseAmount(), other.multiplier()), other);
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    try {
      return dividend.divide(divisor);
    } catch (ArithmeticException endless) {
      return dividend.divide(divisor, MathContext.DECIMAL128);
    }
  }

  private BigDecimal baseAmount() {
    return amount.multiply(unit.multiplier());
  }

  private void requireSameMeasure(Unit other) {
    if (!unit.convertsTo(other)) {
      throw new IllegalArgumentException(
          unit
              + " is "
              + unit.measure()
              + " and does not convert to "
              + other
              + ", which is "
              + other.measure());
    }
  }

  /**
   * The sum, in this quantity's unit.
   *
   * @param other the quantity to add
   * @return the sum
   * @throws IllegalArgumentException when the two units measure different things
   */
  public Quantity plus(Quantity other) {
    Objects.requireNonNull(other, "other");
    return new Quantity(amount.add(other.in(unit).amount()), unit);
  }

  /**
   * The multiple.
   *
   * @param factor the factor, not negative
   * @return the product
   * @throws IllegalArgumentException when the factor is negative or takes more than {@value
   *     PlainNumber#MOST_COMPUTED_DIGITS} digits
   */
  public Quantity times(BigDecimal factor) {
    Objects.requireNonNull(factor, "factor");
    PlainNumber.bounded("factor", factor);
    if (factor.signum() < 0) {
      throw new IllegalArgumentException(
          "factor must not be negative, but was " + PlainNumber.shortText(factor));
    }
    return new Quantity(amount.multiply(factor), unit);
  }

  /**
   * Compares two quantities exactly, whatever their units.
   *
   * @param other the other quantity
   * @return negative, zero or positive as this one is smaller, the same or larger
   * @throws IllegalArgumentException when the two units measure different things
   */
  @Override
  public int compareTo(Quantity other) {
    Objects.requireNonNull(other, "other");
    requireSameMeasure(other.unit);
    return baseAmount().compareTo(other.baseAmount());
  }

  /** The amount and the unit's code: {@code 100 kg}. {@link #parse} reads it. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit;
  }
}
