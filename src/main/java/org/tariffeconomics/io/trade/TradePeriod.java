package org.tariffeconomics.io.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.tariffeconomics.basics.Texts;

/**
 * A year or a month of trade.
 *
 * @param year the year, 1900 to 2100
 * @param monthOrZero the month, 1 to 12, or 0 for the whole year
 * @since 0.1.0
 */
public record TradePeriod(int year, int monthOrZero) implements Comparable<TradePeriod> {

  private static final int FIRST = 1900;
  private static final int LAST = 2100;

  /**
   * Creates a period.
   *
   * @param year the year, 1900 to 2100
   * @param monthOrZero the month, 1 to 12, or 0 for the whole year
   * @throws IllegalArgumentException when one is out of bounds, as in a file with the year 3025
   */
  public TradePeriod {
    if (year < FIRST || year > LAST) {
      throw new IllegalArgumentException("year must lie in 1900 to 2100, but was " + year);
    }
    if (monthOrZero < 0 || monthOrZero > 12) {
      throw new IllegalArgumentException("month must lie in 1 to 12, but was " + monthOrZero);
    }
  }

  /**
   * A whole year.
   *
   * @param year the year
   * @return the period
   * @throws IllegalArgumentException when it is out of bounds
   */
  public static TradePeriod ofYear(int year) {
    return new TradePeriod(year, 0);
  }

  /**
   * Reads a period.
   *
   * @param text {@code 2024}, {@code 2024-03} or {@code 202403}
   * @return the period
   * @throws IllegalArgumentException when it is none
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TradePeriod parse(String text) {
    Objects.requireNonNull(text, "text");
    String digits = text.matches("[0-9]{4}-[0-9]{2}") ? text.replace("-", "") : text;
    if (!digits.matches("[0-9]{4}([0-9]{2})?")) {
      throw new IllegalArgumentException(
          "a period must be a year or a month, as in 2024 or 2024-03, but was "
              + Texts.quoted(text));
    }
    int year = Integer.parseInt(digits.substring(0, 4));
    if (digits.length() == 4) {
      return ofYear(year);
    }
    int month = Integer.parseInt(digits.substring(4));
    if (month == 0) {
      throw new IllegalArgumentException("month must lie in 1 to 12, but was 0");
    }
    return new TradePeriod(year, month);
  }

  /** {@return the month: 1 to 12, empty for a whole year} */
  public OptionalInt month() {
    return monthOrZero == 0 ? OptionalInt.empty() : OptionalInt.of(monthOrZero);
  }

  @Override
  public int compareTo(TradePeriod other) {
    Objects.requireNonNull(other, "other");
    int years = Integer.compare(year, other.year);
    return years != 0 ? years : Integer.compare(monthOrZero, other.monthOrZero);
  }

  /** {@code 2024} or {@code 2024-03}; {@link #parse} reads it back. */
  @Override
  @JsonValue
  public String toString() {
    return monthOrZero == 0
        ? Integer.toString(year)
        : String.format(Locale.ROOT, "%d-%02d", year, monthOrZero);
  }
}
