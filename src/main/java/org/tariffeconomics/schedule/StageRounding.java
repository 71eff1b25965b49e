package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;

/**
 * How a schedule rounds a staged rate: to a step, in a direction, or not at all. It is a property
 * of the schedule, not of the country: lines of one agreement differ.
 *
 * @param mode the direction
 * @param step the step in the unit of the rate, e.g. 0.1 of a percent or of a cent, positive; null
 *     for no rounding
 * @since 0.1.0
 */
public record StageRounding(RoundingMode mode, @Nullable BigDecimal step) {

  /** The rate as it comes out, to 34 digits where it does not end. */
  public static final StageRounding NONE = new StageRounding(RoundingMode.UNNECESSARY, null);

  /** Truncated to tenths: KORUS, US–Colombia and most US schedules. */
  public static final StageRounding DOWN_TO_TENTH =
      new StageRounding(RoundingMode.DOWN, new BigDecimal("0.1"));

  /** To the nearest tenth, half up: the dairy lines of US–Panama. */
  public static final StageRounding NEAREST_TENTH =
      new StageRounding(RoundingMode.HALF_UP, new BigDecimal("0.1"));

  /**
   * Creates a rounding.
   *
   * @param mode the direction
   * @param step the step in the unit of the rate, e.g. 0.1 of a percent or of a cent, positive
   * @throws IllegalArgumentException when the step is not positive, or stands without a direction
   */
  public StageRounding {
    Objects.requireNonNull(mode, "mode");
    if (step != null) {
      if (PlainNumber.bounded("The step", step).signum() <= 0) {
        throw new IllegalArgumentException(
            "The step must be positive, but was " + PlainNumber.shortText(step));
      }
      step = PlainNumber.plain(step);
    }
    if ((step == null) != (mode == RoundingMode.UNNECESSARY)) {
      throw new IllegalArgumentException(
          "mode must be UNNECESSARY without a step and only then, but was " + mode + " " + step);
    }
  }

  /**
   * Reads {@code DOWN 0.1}, {@code HALF_UP 0.1} or {@code NONE}.
   *
   * @param text the text
   * @return the rounding
   * @throws IllegalArgumentException when it is none of these
   */
  public static StageRounding parse(String text) {
    Objects.requireNonNull(text, "text");
    String form = Texts.readable("A stage rounding", text).strip();
    if (form.equalsIgnoreCase("NONE")) {
      return NONE;
    }
    int blank = form.indexOf(' ');
    Optional<RoundingMode> mode =
        blank < 0 ? Optional.empty() : EnumText.named(RoundingMode.class, form.substring(0, blank));
    if (mode.isEmpty() || mode.get() == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException(
          "A stage rounding must read like 'DOWN 0.1', with one of "
              + EnumText.words(RoundingMode.class)
              + ", but was "
              + Texts.quoted(text));
    }
    return new StageRounding(mode.get(), PlainNumber.parse("The step", form.substring(blank)));
  }

  /** The quotient, rounded once: a quotient that is rounded before may fall below a step. */
  BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
    BigDecimal by = step;
    return by == null
        ? numerator.divide(denominator, MathContext.DECIMAL128)
        : numerator.divide(denominator.multiply(by), 0, mode).multiply(by);
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    return step == null ? "NONE" : mode + " " + step.toPlainString();
  }
}
