package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;

/**
 * An entry-price ladder: the specific duty that depends on the price at which goods come in.
 * Thresholds are inclusive; below the lowest the full tariff equivalent is due.
 *
 * @since 0.1.0
 */
public final class EntryPrice {

  private final List<Step> steps;

  private EntryPrice(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * One step of the ladder.
   *
   * @param atLeast the lowest entry price of the step, per the ladder's quantity, not negative
   * @param duty the duty per the same quantity, not negative
   */
  public record Step(BigDecimal atLeast, BigDecimal duty) {

    /**
     * Creates a step.
     *
     * @param atLeast the lowest entry price of the step, per the ladder's quantity, not negative
     * @param duty the duty per the same quantity, not negative
     * @throws IllegalArgumentException when a number is negative
     */
    public Step {
      Objects.requireNonNull(atLeast, "atLeast");
      Objects.requireNonNull(duty, "duty");
      if (atLeast.signum() < 0 || duty.signum() < 0) {
        throw new IllegalArgumentException(
            "A step must have a price and a duty of zero or more, but had "
                + atLeast
                + " and "
                + duty);
      }
      atLeast = PlainNumber.plain(atLeast);
      duty = PlainNumber.plain(duty);
    }

    /** The price and the duty. */
    @Override
    public String toString() {
      return ">= " + atLeast.toPlainString() + ": " + duty.toPlainString();
    }
  }

  /**
   * A ladder.
   *
   * @param steps its steps in any order; one of them begins at zero
   * @return the ladder
   * @throws IllegalArgumentException when no step begins at zero, so that a price could fall
   *     through
   */
  public static EntryPrice of(List<Step> steps) {
    Objects.requireNonNull(steps, "steps");
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparing(Step::atLeast).reversed());
    if (sorted.isEmpty() || sorted.get(sorted.size() - 1).atLeast().signum() != 0) {
      throw new IllegalArgumentException(
          "The lowest step of an entry-price ladder must begin at 0, but the steps were " + steps);
    }
    return new EntryPrice(List.copyOf(sorted));
  }

  /**
   * The duty at an entry price.
   *
   * @param price the entry price per the ladder's quantity, not negative
   * @return the duty per the same quantity
   * @throws IllegalArgumentException when the price is negative
   */
  public BigDecimal dutyAt(BigDecimal price) {
    Objects.requireNonNull(price, "price");
    return steps.stream()
        .filter(s -> price.compareTo(s.atLeast()) >= 0)
        .findFirst()
        .map(Step::duty)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An entry price must not be negative, but was " + price));
  }

  /** The steps. */
  @Override
  public String toString() {
    return steps.toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryPrice that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }
}
