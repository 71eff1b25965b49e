package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;

/**
 * One stage of a {@link Waterfall}: a split, and what ends it.
 *
 * <p>A stage with an end lasts until the investor has received, from this and all earlier stages, a
 * multiple of the outlay with interest; the interest is also the return that the investor has then
 * earned (a hurdle rate) where the multiple is one. A stage without an end lasts for ever.
 *
 * @since 0.1.0
 */
public final class WaterfallStage {

  private final Split split;
  private final @Nullable BigDecimal multiple;
  private final @Nullable Rate interest;

  private WaterfallStage(Split split, @Nullable BigDecimal multiple, @Nullable Rate interest) {
    if ((multiple == null) != (interest == null)) {
      throw new IllegalArgumentException(
          "A stage ends at a multiple with an interest, or never, but was "
              + multiple
              + " with "
              + interest);
    }
    if (multiple != null && multiple.signum() <= 0) {
      throw new IllegalArgumentException("multiple must be positive, but was " + multiple);
    }
    if (interest != null && interest.compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException("interest must not be negative, but was " + interest);
    }

    this.split = split;
    this.multiple = multiple == null ? null : PlainNumber.plain(multiple);
    this.interest = interest;
  }

  /** {@return who gets what while the stage lasts} */
  public Split split() {
    return split;
  }

  /**
   * {@return the interest a period on what is not yet recouped, not negative; empty for a stage
   * without an end}
   */
  public Optional<Rate> interest() {
    return Optional.ofNullable(interest);
  }

  /**
   * A stage that lasts until the outlay is recouped with interest: the “deemed allocation”.
   *
   * @param split who gets what until then
   * @param interest the interest a period on what is not yet recouped, not negative
   * @return the stage
   */
  public static WaterfallStage untilRecouped(Split split, Rate interest) {
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(interest, "interest");
    return untilMultiple(split, BigDecimal.ONE, interest);
  }

  /**
   * A stage that lasts until a multiple of the outlay is recouped with interest.
   *
   * @param split who gets what until then
   * @param multiple the multiple, positive; 1 for the outlay itself
   * @param interest the interest a period on what is not yet recouped, not negative
   * @return the stage
   */
  public static WaterfallStage untilMultiple(Split split, BigDecimal multiple, Rate interest) {
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(multiple, "multiple");
    Objects.requireNonNull(interest, "interest");
    return new WaterfallStage(split, multiple, interest);
  }

  /**
   * The last stage, which has no end.
   *
   * @param split who gets what from then on
   * @return the stage
   */
  public static WaterfallStage afterwards(Split split) {
    Objects.requireNonNull(split, "split");
    return new WaterfallStage(split, null, null);
  }

  /** {@return what ends the stage, a multiple of the outlay; empty for a stage without an end} */
  public Optional<BigDecimal> ends() {
    return Optional.ofNullable(multiple);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WaterfallStage that
        && split.equals(that.split)
        && Objects.equals(multiple, that.multiple)
        && Objects.equals(interest, that.interest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(split, multiple, interest);
  }

  /** The split and its end, {@code 50/50 until 1x recouped at 4.3%}. */
  @Override
  public String toString() {
    return multiple == null
        ? split + " afterwards"
        : split + " until " + multiple.toPlainString() + "x recouped at " + interest;
  }
}
