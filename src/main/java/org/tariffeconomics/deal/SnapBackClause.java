package org.tariffeconomics.deal;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

/**
 * What a party may do when the other does not keep the deal.
 *
 * @param trigger what sets it off
 * @param rate the all-in rate that would apply then, null where none was named
 * @param source where it stands
 * @since 0.1.0
 */
public record SnapBackClause(String trigger, @Nullable Rate rate, Source source) {

  /**
   * Refuses nulls.
   *
   * @param trigger what sets it off
   * @param rate the all-in rate that would apply then, null where none was named
   * @param source where it stands
   */
  public SnapBackClause {
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(source, "source");
  }

  /** {@return the rate that would apply, empty where none was named} */
  public Optional<Rate> statedRate() {
    return Optional.ofNullable(rate);
  }

  /** The rate and what sets it off. */
  @Override
  public String toString() {
    return (rate == null ? "higher" : "back to " + rate) + " on " + trigger;
  }
}
