package org.tariffeconomics.basics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.joda.money.Money;

/**
 * What a sum lies within: the least and the most that it can be, both included, in one currency.
 *
 * @param lowest the least
 * @param highest the most, not below the least
 * @since 0.1.0
 */
public record MoneyRange(Money lowest, Money highest) {

  /**
   * Refuses a least above the most, and two currencies.
   *
   * @param lowest the least
   * @param highest the most
   */
  public MoneyRange {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    if (!lowest.isSameCurrency(highest) || lowest.isGreaterThan(highest)) {
      throw new IllegalArgumentException(
          "The lowest sum must be in the currency of the highest and not above it, but was "
              + lowest
              + " and the highest "
              + highest);
    }
  }

  /**
   * The range of one sum that is known.
   *
   * @param sum the sum
   * @return from the sum to the sum
   */
  public static MoneyRange of(Money sum) {
    Objects.requireNonNull(sum, "sum");
    return new MoneyRange(sum, sum);
  }

  /** {@return whether only one sum is possible} */
  @JsonIgnore
  public boolean isPoint() {
    return lowest.isEqual(highest);
  }

  /**
   * The range of what lies in this range or in the other.
   *
   * @param other another range of the same currency
   * @return the narrowest range that holds both
   */
  public MoneyRange union(MoneyRange other) {
    Objects.requireNonNull(other, "other");
    return new MoneyRange(
        other.lowest.isLessThan(lowest) ? other.lowest : lowest,
        other.highest.isGreaterThan(highest) ? other.highest : highest);
  }

  /**
   * What two sums that are not tied to each other come to together.
   *
   * @param other another range of the same currency
   * @return from the sum of the lowest to the sum of the highest
   */
  public MoneyRange plus(MoneyRange other) {
    Objects.requireNonNull(other, "other");
    return new MoneyRange(lowest.plus(other.lowest), highest.plus(other.highest));
  }

  /**
   * What this sum less another lies within, where nothing ties the two together.
   *
   * @param other another range of the same currency
   * @return from this lowest less the other's highest, to this highest less the other's lowest
   */
  public MoneyRange minus(MoneyRange other) {
    Objects.requireNonNull(other, "other");
    return new MoneyRange(lowest.minus(other.highest), highest.minus(other.lowest));
  }

  /**
   * Whether a sum is possible.
   *
   * @param sum a sum of the same currency
   * @return false where it lies below the lowest or above the highest
   */
  public boolean contains(Money sum) {
    Objects.requireNonNull(sum, "sum");
    return !sum.isLessThan(lowest) && !sum.isGreaterThan(highest);
  }

  /** For example {@code USD 450.00 to USD 825.00}, or the one sum. */
  @Override
  public String toString() {
    return isPoint() ? lowest.toString() : lowest + " to " + highest;
  }
}
