package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;

/**
 * One stage of a {@link Waterfall}: a split, and what ends it.
 *
 * <p>A stage with an end lasts until the investor has received, from this and all earlier stages, a
 * multiple of the outlay with interest; the interest is also the return that the investor has then
 * earned (a hurdle rate) where the multiple is one. A stage without an end lasts for ever.
 *
 * @param split who gets what while the stage lasts
 * @param multiple the multiple of the outlay to be recouped, positive; null for a stage without an
 *     end
 * @param interest the interest a period on what is not yet recouped, not negative; null for a stage
 *     without an end
 */
public record WaterfallStage(Split split, @Nullable BigDecimal multiple, @Nullable Rate interest) {

  /**
   * Creates a stage.
   *
   * @param split who gets what while the stage lasts
   * @param multiple the multiple of the outlay to be recouped, positive; null for a stage without
   *     an end
   * @param interest the interest a period on what is not yet recouped, not negative; null for a
   *     stage without an end
   * @throws IllegalArgumentException when only one of multiple and interest is given, the multiple
   *     is not positive, or the interest is negative
   */
  public WaterfallStage {
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
  }

  /**
   * A stage that lasts until the outlay is recouped with interest: the “deemed allocation”.
   *
   * @param split who gets what until then
   * @param interest the interest a period on what is not yet recouped, not negative
   * @return the stage
   */
  public static WaterfallStage untilRecouped(Split split, Rate interest) {
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
    return new WaterfallStage(split, multiple, interest);
  }

  /**
   * The last stage, which has no end.
   *
   * @param split who gets what from then on
   * @return the stage
   */
  public static WaterfallStage afterwards(Split split) {
    return new WaterfallStage(split, null, null);
  }

  /**
   * What ends the stage, as a multiple of the outlay.
   *
   * @return the multiple; empty for a stage without an end
   */
  public Optional<BigDecimal> ends() {
    return Optional.ofNullable(multiple);
  }

  /** The split and its end, {@code 50/50 until 1x recouped at 4.3%}. */
  @Override
  public String toString() {
    return multiple == null
        ? split + " afterwards"
        : split + " until " + multiple.toPlainString() + "x recouped at " + interest;
  }
}
