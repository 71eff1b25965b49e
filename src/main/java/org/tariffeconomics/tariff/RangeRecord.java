package org.tariffeconomics.tariff;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * What a number of a stored answer lies within, where the answer is bounded: sums in the currency
 * of the answer, rates as fractions.
 *
 * @param lowest the least that the number can be
 * @param highest the most that the number can be
 * @serial exclude
 * @since 0.1.0
 */
public record RangeRecord(BigDecimal lowest, BigDecimal highest) implements Serializable {

  /**
   * Refuses a least above the most.
   *
   * @param lowest the least
   * @param highest the most, not below the least
   * @throws IllegalArgumentException when the least is above the most
   */
  public RangeRecord {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "lowest must not be above highest, but was " + lowest + " and highest " + highest);
    }
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RangeRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(PlainNumber.plain(lowest), PlainNumber.plain(highest));
  }

  /**
   * A range of sums.
   *
   * @param range the range
   * @return the record
   */
  public static RangeRecord of(MoneyRange range) {
    Objects.requireNonNull(range, "range");
    return new RangeRecord(range.lowest().getAmount(), range.highest().getAmount());
  }

  /**
   * A range of rates.
   *
   * @param range the range
   * @return the record
   */
  public static RangeRecord of(RateRange range) {
    Objects.requireNonNull(range, "range");
    return new RangeRecord(range.lowest().fraction(), range.highest().fraction());
  }

  /**
   * Writes a range.
   *
   * @param json where it is written
   * @param name the member's name
   * @param range the range; null where the number is known or has no bounds
   */
  public static void write(JsonText json, String name, @Nullable RangeRecord range) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(name, "name");
    if (range == null) {
      json.text(name, null);
    } else {
      json.object(name, out -> out.number("lowest", range.lowest).number("highest", range.highest));
    }
  }

  /**
   * Reads a range.
   *
   * @param json the object that has it as a member
   * @param name the member's name
   * @return the range; empty where there is none, as in answers that were stored before ranges were
   * @throws IllegalArgumentException when the member is no range
   */
  public static Optional<RangeRecord> read(StoredAnswer json, String name) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(name, "name");
    return json.has(name)
        ? json.optionalObject(name)
            .map(range -> new RangeRecord(range.number("lowest"), range.number("highest")))
        : Optional.empty();
  }

  /**
   * The range in words, by which equal ranges are equal texts.
   *
   * @param range the range; null where there is none
   * @return for example {@code 100 to 250}, empty where there is none
   */
  public static String text(@Nullable RangeRecord range) {
    return range == null
        ? ""
        : PlainNumber.plain(range.lowest).toPlainString()
            + " to "
            + PlainNumber.plain(range.highest).toPlainString();
  }
}
