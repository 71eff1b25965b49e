package org.tariffeconomics.investment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;

/**
 * What the tariff becomes when an investor does not fund a project it was asked to fund.
 *
 * @since 0.1.0
 */
public final class DefaultConsequence {

  private final String text;
  private final @Nullable Rate rate;

  private DefaultConsequence(String text, @Nullable Rate rate) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must say what follows, but was blank");
    }

    this.text = text;
    this.rate = rate;
  }

  /** {@return what was said} */
  public String text() {
    return text;
  }

  /**
   * A consequence without a rate.
   *
   * @param text what was said
   * @return the consequence
   */
  public static DefaultConsequence of(String text) {
    Objects.requireNonNull(text, "text");
    return new DefaultConsequence(text, null);
  }

  /**
   * A consequence with the rate that would apply.
   *
   * @param text what was said
   * @param rate the rate
   * @return the consequence
   * @throws IllegalArgumentException when the text is blank
   */
  public static DefaultConsequence of(String text, Rate rate) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(rate, "rate");
    return new DefaultConsequence(text, rate);
  }

  /** {@return the rate that would apply; empty where none was said} */
  public Optional<Rate> statedRate() {
    return Optional.ofNullable(rate);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DefaultConsequence that
        && text.equals(that.text)
        && Objects.equals(rate, that.rate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, rate);
  }

  /** The rate, or that none was said. */
  @Override
  public String toString() {
    return "on default " + statedRate().map(Rate::toString).orElse("a rate not stated");
  }
}
