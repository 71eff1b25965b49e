package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;

/**
 * How a customs territory rounds duties to money: to decimals or to a step of money, each duty or
 * only their total, and maybe the value that they are charged on as well.
 *
 * <pre>{@code
 * RoundingPolicy.EACH_DUTY_TO_CENT                                       // United States
 * RoundingPolicy.ofStep("CHF 0.05", RoundingMode.HALF_UP)                // Switzerland
 * RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)                    // Japan
 *     .withBaseStep("JPY 1000", RoundingMode.DOWN)
 * }</pre>
 *
 * <p>Text form: {@code each duty to 2 decimals, HALF_UP} or {@code the total to JPY 100, DOWN; the
 * value to JPY 1000, DOWN}. {@code parse} and {@code toString} are inverse.
 *
 * @param duty what duties are rounded to
 * @param level whether each duty is rounded, or only their total
 * @param base what the value is rounded to before duty is charged on it; empty where it is not
 * @since 0.1.0
 */
public record RoundingPolicy(Increment duty, Level level, Optional<Increment> base) {

  private static final int CENTS = 2;

  /**
   * Each duty to the cent, half up: the way of US entry summaries. In a currency without cents, to
   * its smallest unit.
   */
  public static final RoundingPolicy EACH_DUTY_TO_CENT =
      new RoundingPolicy(2, RoundingMode.HALF_UP, Level.EACH_DUTY);

  /** Only the total, to the cent or the smallest unit of a currency without cents, half up. */
  public static final RoundingPolicy TOTAL_TO_CENT =
      new RoundingPolicy(2, RoundingMode.HALF_UP, Level.TOTAL);

  private static final Pattern FORM =
      Pattern.compile("(?i)(each duty|the total) to ([^;]{1,80})(?:; the value to ([^;]{1,80}))?");

  /** What is rounded. */
  public enum Level {
    /** Each duty by itself; the total is the sum of the rounded ones. */
    EACH_DUTY("each duty"),
    /** Only the total. */
    TOTAL("the total");

    private final String words;

    Level(String words) {
      this.words = words;
    }
  }

  /**
   * What an amount is rounded to a whole multiple of.
   *
   * @param step the multiple, positive: 0.01 for two decimals, 100 for whole hundreds
   * @param currency the currency of a step that was stated as money; empty for decimals, which any
   *     currency may have
   * @param mode how an amount between two multiples is rounded
   */
  public record Increment(BigDecimal step, Optional<CurrencyUnit> currency, RoundingMode mode) {

    private static final Pattern FORM =
        Pattern.compile("(?:(\\d{1,2}) decimals|([A-Z]{3} [0-9.]{1,30})), ([A-Za-z_ -]+)");
    private static final int MOST_DECIMALS = 20;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 40;

    /**
     * Creates an increment.
     *
     * @param step the multiple
     * @param currency its currency, empty for decimals
     * @param mode how an amount between two multiples is rounded
     * @throws IllegalArgumentException when the step is not positive, has more than 15 digits or 20
     *     decimals, or is no power of ten and has no currency
     */
    public Increment {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(mode, "mode");
      Objects.requireNonNull(currency, "currency");
      if (step.signum() <= 0) {
        throw new IllegalArgumentException(
            "A rounding step must be positive, but was " + step.toString());
      }
      step = PlainNumber.plain(step);
      if (step.precision() > MOST_DIGITS || step.scale() < 0 || step.scale() > MOST_DECIMALS) {
        throw new IllegalArgumentException(
            "A rounding step must have at most "
                + MOST_DIGITS
                + " digits and "
                + MOST_DECIMALS
                + " decimals: write it like 'JPY 100'");
      }
      if (currency.isEmpty() && !step.unscaledValue().equals(BigInteger.ONE)) {
        throw new IllegalArgumentException(
            "A rounding step of no power of ten must state its currency, but was " + step);
      }
    }

    static Increment ofDecimals(int decimals, RoundingMode mode) {
      if (decimals < 0) {
        throw new IllegalArgumentException("decimals must not be negative, but was " + decimals);
      }
      return new Increment(BigDecimal.ONE.movePointLeft(decimals), Optional.empty(), mode);
    }

    static Increment ofStep(String step, RoundingMode mode) {
      BigMoney money = money(step);
      return new Increment(money.getAmount(), Optional.of(money.getCurrencyUnit()), mode);
    }

    private static BigMoney money(String step) {
      String text = Objects.requireNonNull(step, "step").strip();
      try {
        if (text.length() <= LONGEST) {
          return BigMoney.parse(text);
        }
      } catch (IllegalArgumentException | ArithmeticException e) {
        // said below
      }
      throw new IllegalArgumentException(
          "A rounding step must read like 'JPY 100', but was " + Texts.quoted(text));
    }

    static Increment parse(String text) {
      Matcher form = FORM.matcher(text.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "Rounding must read like '2 decimals, HALF_UP' or 'JPY 100, DOWN', but was "
                + Texts.quoted(text));
      }
      RoundingMode mode = EnumText.parse("A rounding mode", RoundingMode.class, form.group(3));
      return form.group(1) == null
          ? ofStep(form.group(2), mode)
          : ofDecimals(Integer.parseInt(form.group(1)), mode);
    }

    /** {@return the decimals of a rounded amount: 2 for 0.05 as for 0.01, 0 for 100} */
    public int decimals() {
      return Math.max(0, step.scale());
    }

    /**
     * An amount rounded.
     *
     * @param amount the exact amount, of any sign
     * @return a whole multiple of the step, with {@link #decimals} decimals
     * @throws IllegalArgumentException when the mode is {@link RoundingMode#UNNECESSARY} and the
     *     amount is no such multiple
     */
    public BigDecimal round(BigDecimal amount) {
      Objects.requireNonNull(amount, "amount");
      try {
        return isPowerOfTenBelowOne()
            ? amount.setScale(decimals(), mode)
            : multiples(amount).multiply(step).setScale(decimals());
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "amount must be a multiple of " + step + " where nothing is rounded, but was " + amount,
            e);
      }
    }

    private boolean isCent() {
      return currency.isEmpty() && decimals() == CENTS;
    }

    private boolean isPowerOfTenBelowOne() {
      return step.unscaledValue().equals(BigInteger.ONE);
    }

    /** How many steps: rounded once, from the exact quotient. */
    private BigDecimal multiples(BigDecimal amount) {
      return amount.divide(step, 0, mode);
    }

    /** How many of the currency's smallest units a step is; empty where it is no whole number. */
    Optional<Long> inMinor(int currencyDecimals) {
      BigDecimal minor = step.movePointRight(currencyDecimals).stripTrailingZeros();
      return minor.scale() > 0 || minor.precision() - minor.scale() > MOST_DIGITS
          ? Optional.empty()
          : Optional.of(minor.longValueExact());
    }

    /** Refuses what cannot be paid in a currency: parts of its smallest unit, or another's. */
    void requireFor(CurrencyUnit paid, RoundingPolicy of) {
      if (mode == RoundingMode.UNNECESSARY) {
        throw new IllegalArgumentException(
            "The rounding '"
                + of
                + "' cannot round duties in "
                + paid
                + ": state a mode such as HALF_UP or DOWN");
      }
      if (currency.isPresent() && !currency.get().equals(paid)) {
        throw new IllegalArgumentException(
            "The rounding '" + of + "' must be in the currency of the duties, " + paid);
      }
      if (inMinor(paid.getDecimalPlaces()).isEmpty()) {
        throw new IllegalArgumentException(
            "The rounding '"
                + of
                + "' is finer than the currency "
                + paid
                + ", which has "
                + paid.getDecimalPlaces()
                + " decimals");
      }
    }

    /** {@code 2 decimals, HALF_UP} or {@code JPY 100, DOWN}. */
    @Override
    public String toString() {
      String what =
          currency
              .map(c -> c.getCode() + " " + step.toPlainString())
              .orElseGet(() -> decimals() + " decimals");
      return what + ", " + mode;
    }
  }

  /**
   * Creates a policy.
   *
   * @param duty what duties are rounded to
   * @param level whether each duty is rounded, or only their total
   * @param base what the value is rounded to before duty is charged on it
   */
  public RoundingPolicy {
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(base, "base");
  }

  /**
   * A policy that rounds to decimals and leaves the value as it is.
   *
   * @param decimals the decimals of a payable amount, not negative
   * @param mode how it is rounded
   * @param level whether each duty is rounded, or only their total
   * @throws IllegalArgumentException when the decimals are negative or more than 20
   */
  public RoundingPolicy(int decimals, RoundingMode mode, Level level) {
    this(Increment.ofDecimals(decimals, mode), level, Optional.empty());
  }

  /**
   * A policy that rounds the total of the duties to a step of money and leaves the value as it is.
   *
   * @param step the step with its currency, {@code "JPY 100"} or {@code "CHF 0.05"}, positive
   * @param mode how a total between two steps is rounded
   * @return the policy; {@link #withLevel} makes it round each duty
   * @throws IllegalArgumentException when the step cannot be read or is not positive
   */
  public static RoundingPolicy ofStep(String step, RoundingMode mode) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(mode, "mode");
    return new RoundingPolicy(Increment.ofStep(step, mode), Level.TOTAL, Optional.empty());
  }

  /**
   * Reads a policy.
   *
   * @param text the form that {@link #toString} writes
   * @return the policy
   * @throws IllegalArgumentException when the text cannot be read
   */
  public static RoundingPolicy parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A rounding must read like 'each duty to 2 decimals, HALF_UP' or 'the total to JPY 100,"
              + " DOWN; the value to JPY 1000, DOWN', but was "
              + Texts.quoted(text));
    }
    Level level = form.group(1).equalsIgnoreCase(Level.TOTAL.words) ? Level.TOTAL : Level.EACH_DUTY;
    @Nullable String value = form.group(3);
    return new RoundingPolicy(
        Increment.parse(form.group(2)),
        level,
        value == null ? Optional.empty() : Optional.of(Increment.parse(value)));
  }

  /**
   * The same policy that rounds each duty, or only their total.
   *
   * @param newLevel what is rounded
   * @return a new policy
   */
  public RoundingPolicy withLevel(Level newLevel) {
    Objects.requireNonNull(newLevel, "newLevel");
    return new RoundingPolicy(duty, newLevel, base);
  }

  /**
   * The same policy that rounds the customs value before duty is charged on it, and the base of an
   * import tax that the customs value is part of.
   *
   * @param step the step with its currency, {@code "JPY 1000"}, positive
   * @param mode how a value between two steps is rounded
   * @return a new policy
   * @throws IllegalArgumentException when the step cannot be read or is not positive
   */
  public RoundingPolicy withBaseStep(String step, RoundingMode mode) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(mode, "mode");
    return new RoundingPolicy(duty, level, Optional.of(Increment.ofStep(step, mode)));
  }

  /** {@return the decimals of a payable amount} */
  public int decimals() {
    return duty.decimals();
  }

  /** {@return how a payable amount is rounded} */
  public RoundingMode mode() {
    return duty.mode();
  }

  /**
   * An amount of duty rounded.
   *
   * @param amount the exact amount
   * @return the payable amount
   */
  public BigDecimal round(BigDecimal amount) {
    Objects.requireNonNull(amount, "amount");
    return duty.round(amount);
  }

  /**
   * A value rounded as it is before duty is charged on it.
   *
   * @param value the exact value
   * @return the value that duty is charged on; the same where only duties are rounded
   */
  public BigDecimal roundBase(BigDecimal value) {
    Objects.requireNonNull(value, "value");
    return base.map(b -> b.round(value)).orElse(value);
  }

  /**
   * Whether more is rounded than duties to decimals: a step of money, or the value.
   *
   * @return true where results say how they were rounded
   */
  public boolean hasSteps() {
    return duty.currency().isPresent() || base.isPresent();
  }

  /**
   * This policy for amounts of a currency. Two decimals, the cent, are the smallest unit of a
   * currency that has fewer: whole yen.
   *
   * @param currency the currency of the duties
   * @return this policy, or the one to the currency's smallest unit
   * @throws IllegalArgumentException naming both, when a step is finer than the currency's smallest
   *     unit or in another currency, or the mode is {@link RoundingMode#UNNECESSARY}
   */
  public RoundingPolicy requireFor(CurrencyUnit currency) {
    Objects.requireNonNull(currency, "currency");
    boolean hasNoCent = currency.getDecimalPlaces() < CENTS;
    RoundingPolicy fit =
        duty.isCent() && hasNoCent
            ? new RoundingPolicy(
                Increment.ofDecimals(currency.getDecimalPlaces(), duty.mode()), level, base)
            : this;
    fit.duty.requireFor(currency, this);
    base.ifPresent(b -> b.requireFor(currency, this));
    return fit;
  }

  /** The form that {@link #parse} reads back. */
  @Override
  public String toString() {
    return level.words + " to " + duty + base.map(b -> "; the value to " + b).orElse("");
  }
}
