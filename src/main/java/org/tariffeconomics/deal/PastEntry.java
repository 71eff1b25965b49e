package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * An entry that was made in the past.
 *
 * @param id the entry's number
 * @param day the day of entry
 * @param line the tariff line
 * @param origin the origin and what was declared
 * @param customsValue the customs value
 * @param quantities the quantities that specific duties need
 * @since 0.1.0
 */
public record PastEntry(
    String id,
    LocalDate day,
    HsCode line,
    DeclaredOrigin origin,
    BigMoney customsValue,
    List<Quantity> quantities) {

  /**
   * Creates an entry.
   *
   * @param id the entry's number
   * @param day the day of entry
   * @param line the tariff line
   * @param origin the origin and what was declared
   * @param customsValue the customs value
   * @param quantities the quantities that specific duties need
   * @throws IllegalArgumentException when the number is blank
   */
  public PastEntry {
    Require.notBlank("id", id);
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    quantities = List.copyOf(quantities);
    customsValue = PlainNumber.plain(customsValue);
  }

  /**
   * An entry without quantities.
   *
   * @param id the entry's number
   * @param day the day of entry, ISO 8601
   * @param line the tariff line
   * @param origin the origin, as {@link DeclaredOrigin#parse} reads it
   * @param customsValue the customs value, e.g. {@code USD 30000}
   * @return the entry
   */
  public static PastEntry of(
      String id, String day, String line, String origin, String customsValue) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    return new PastEntry(
        id,
        DayText.parse("day", day),
        HsCode.of(line),
        DeclaredOrigin.parse(origin),
        AmountText.parse("customsValue", customsValue),
        List.of());
  }

  /** The number, day, line and origin. */
  @Override
  public String toString() {
    return id + " of " + day + ": " + line + " from " + origin.country();
  }
}
