package org.tariffeconomics.investment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;

/**
 * What the tariff becomes when an investor does not fund a project it was asked to fund.
 *
 * @param text what was said
 * @param rate the rate that would apply; null where none was said, such as “a rate of his choosing”
 */
public record DefaultConsequence(String text, @Nullable Rate rate) {

  /**
   * Creates a consequence.
   *
   * @param text what was said
   * @param rate the rate that would apply; null where none was said, such as “a rate of his
   *     choosing”
   * @throws IllegalArgumentException when the text is blank
   */
  public DefaultConsequence {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must say what follows, but was blank");
    }
  }

  /**
   * A consequence without a rate.
   *
   * @param text what was said
   * @return the consequence
   */
  public static DefaultConsequence of(String text) {
    return new DefaultConsequence(text, null);
  }

  /**
   * The rate that would apply.
   *
   * @return the rate; empty where none was said
   */
  public Optional<Rate> statedRate() {
    return Optional.ofNullable(rate);
  }

  /** The rate, or that none was said. */
  @Override
  public String toString() {
    return "on default " + statedRate().map(Rate::toString).orElse("a rate not stated");
  }
}
