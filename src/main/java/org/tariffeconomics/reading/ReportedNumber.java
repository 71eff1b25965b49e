package org.tariffeconomics.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A number as a file reports it: given (zero is a number), or one of the ways of not being there.
 *
 * @param state whether there is a number, and why not
 * @param number the number, null unless it is {@link State#GIVEN}
 * @since 0.1.0
 */
public record ReportedNumber(State state, @Nullable BigDecimal number) {

  /** Nothing stands there, or there is no such column. */
  public static final ReportedNumber BLANK = new ReportedNumber(State.BLANK, null);

  /** The file says that the number is not available. */
  public static final ReportedNumber NOT_AVAILABLE = new ReportedNumber(State.NOT_AVAILABLE, null);

  /** What stands there is no number; the problem is listed. */
  public static final ReportedNumber UNREADABLE = new ReportedNumber(State.UNREADABLE, null);

  /** The file has a zero that stands for “not computed”. */
  public static final ReportedNumber NOT_COMPUTED = new ReportedNumber(State.NOT_COMPUTED, null);

  /** Whether there is a number. */
  public enum State {
    /** There is one, which may be zero. */
    GIVEN,
    /** Nothing stands there. */
    BLANK,
    /** The file says so: {@code NA}, {@code n/a}, {@code ..}. */
    NOT_AVAILABLE,
    /** The file's maker did not compute it and wrote a zero; never to be read as zero. */
    NOT_COMPUTED,
    /** What stands there is no number. */
    UNREADABLE
  }

  /**
   * Creates a number.
   *
   * @param state whether there is a number, and why not
   * @param number the number, null unless it is given; 0.10 becomes 0.1
   * @throws IllegalArgumentException when state and number do not fit, or the number takes more
   *     digits than {@link PlainNumber#bounded} allows
   */
  public ReportedNumber {
    Objects.requireNonNull(state, "state");
    if ((state == State.GIVEN) != (number != null)) {
      throw new IllegalArgumentException(
          "state must be GIVEN with a number and only then, but was " + state + " with " + number);
    }
    number = number == null ? null : PlainNumber.plain(PlainNumber.bounded("number", number));
  }

  /**
   * A number that is there.
   *
   * @param number the exact number
   * @return the reported number
   */
  public static ReportedNumber of(BigDecimal number) {
    Objects.requireNonNull(number, "number");
    return new ReportedNumber(State.GIVEN, number);
  }

  /** {@return the number, empty where there is none} */
  public Optional<BigDecimal> value() {
    return Optional.ofNullable(number);
  }

  /**
   * The number times a power of ten, exactly.
   *
   * @param power the power, {@code 3} for thousands
   * @return the number; the same reason where there is none
   * @throws IllegalArgumentException when the power is larger than a number of a file may have
   */
  public ReportedNumber timesTenTo(int power) {
    if (Math.abs((long) power) > Limits.LARGEST_EXPONENT) {
      throw new IllegalArgumentException(
          "power must be within -"
              + Limits.LARGEST_EXPONENT
              + " and "
              + Limits.LARGEST_EXPONENT
              + ", but was "
              + power);
    }
    return number == null || power == 0 ? this : of(number.scaleByPowerOfTen(power));
  }

  /** {@return whether there is a number and it is zero} */
  @JsonIgnore
  public boolean isZero() {
    return number != null && number.signum() == 0;
  }

  /** The number, or why there is none. */
  @Override
  public String toString() {
    return number == null
        ? state.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : number.toPlainString();
  }
}
