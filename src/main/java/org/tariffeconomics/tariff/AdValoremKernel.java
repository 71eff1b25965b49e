package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exact arithmetic of a stack whose every duty is a fixed share of the customs value.
 *
 * <p>Shares with at most nine decimals, rounded half up or down to a whole number of the currency's
 * smallest units, are computed in {@code long}; a product or sum that would not fit, and everything
 * else, is computed in {@code BigDecimal}. Both ways give the same digits.
 */
final class AdValoremKernel {

  /** Longs count shares in billionths. */
  private static final int SCALE = 9;

  private static final long UNIT = 1_000_000_000L;

  /** Digits of a number that surely fits a long. */
  private static final int LONG_DIGITS = 18;

  private final List<BigDecimal> shares;
  private final BigDecimal total;
  private final RoundingPolicy rounding;

  /** The decimals of the currency: 2 where its smallest unit is a hundredth. */
  private final int decimals;

  private final @Nullable Scaled scaled;

  /**
   * Shares in billionths, and the value of a rounding step in billionths of the smallest unit.
   *
   * @param shares one for each duty
   * @param total their sum
   * @param stepMinor the rounding step in smallest units
   */
  private record Scaled(long[] shares, long total, long stepMinor) {

    /** What a product of smallest units and billionths is divided by to count steps. */
    long divisor() {
      return stepMinor * UNIT;
    }
  }

  private AdValoremKernel(
      List<BigDecimal> shares, RoundingPolicy rounding, int decimals, @Nullable Scaled scaled) {
    this.shares = shares;
    this.total = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    this.rounding = rounding;
    this.decimals = decimals;
    this.scaled = scaled;
  }

  static AdValoremKernel of(List<BigDecimal> shares, RoundingPolicy rounding, int decimals) {
    return new AdValoremKernel(
        shares, rounding, decimals, scaled(shares, rounding, decimals).orElse(null));
  }

  private static Optional<Scaled> scaled(
      List<BigDecimal> shares, RoundingPolicy rounding, int decimals) {
    RoundingMode mode = rounding.mode();
    Optional<Long> step = rounding.duty().inMinor(decimals);
    boolean quick =
        (mode == RoundingMode.HALF_UP || mode == RoundingMode.DOWN)
            && rounding.base().isEmpty()
            && step.isPresent()
            && step.get() <= Integer.MAX_VALUE;
    return quick ? scaled(shares, step.get()) : Optional.empty();
  }

  private static Optional<Scaled> scaled(List<BigDecimal> shares, long stepMinor) {
    long[] scaled = new long[shares.size()];
    long sum = 0;
    try {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = shares.get(i).movePointRight(SCALE).longValueExact();
        sum = Math.addExact(sum, scaled[i]);
      }
    } catch (ArithmeticException moreDecimalsOrTooLarge) {
      return Optional.empty();
    }
    return Optional.of(new Scaled(scaled, sum, stepMinor));
  }

  List<BigDecimal> shares() {
    return shares;
  }

  BigDecimal total() {
    return total;
  }

  /** The payable duty in the currency's smallest units on a value in them. */
  long payableMinor(long valueMinor) {
    if (scaled == null) {
      return minor(payable(BigDecimal.valueOf(valueMinor, decimals)));
    }
    if (rounding.level() == RoundingPolicy.Level.TOTAL) {
      return minor(scaled, valueMinor, scaled.total(), total);
    }
    long sum = 0;
    for (int i = 0; i < shares.size(); i++) {
      sum = Math.addExact(sum, minor(scaled, valueMinor, scaled.shares()[i], shares.get(i)));
    }
    return sum;
  }

  private long minor(BigDecimal amount) {
    return amount.movePointRight(decimals).longValueExact();
  }

  /** The payable duty on a value: rounded duties summed, or the rounded sum. */
  BigDecimal payable(BigDecimal value) {
    BigDecimal base = rounding.roundBase(value);
    if (rounding.level() == RoundingPolicy.Level.TOTAL) {
      return rounding.round(base.multiply(total));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal share : shares) {
      sum = sum.add(rounding.round(base.multiply(share)));
    }
    return sum;
  }

  /** One duty on a value that is rounded already where the policy rounds it: rounded itself. */
  BigDecimal rounded(int layer, BigDecimal base) {
    BigDecimal share = shares.get(layer);
    Scaled quick = scaled;
    if (quick == null || base.scale() != decimals || base.precision() > LONG_DIGITS) {
      return rounding.round(base.multiply(share));
    }
    long valueMinor = base.unscaledValue().longValue();
    long scaledShare = quick.shares()[layer];
    return fits(quick, valueMinor, scaledShare)
        ? BigDecimal.valueOf(quickly(quick, valueMinor, scaledShare), decimals)
            .setScale(rounding.decimals())
        : rounding.round(base.multiply(share));
  }

  private long minor(Scaled quick, long valueMinor, long scaledShare, BigDecimal share) {
    return fits(quick, valueMinor, scaledShare)
        ? quickly(quick, valueMinor, scaledShare)
        : minor(rounding.round(BigDecimal.valueOf(valueMinor, decimals).multiply(share)));
  }

  /** Whether the product, and half a unit on top of it, stay within 63 bits. */
  private boolean fits(Scaled quick, long valueMinor, long scaledShare) {
    long product = valueMinor * scaledShare;
    return Math.multiplyHigh(valueMinor, scaledShare) == 0
        && product >= 0
        && product <= Long.MAX_VALUE - half(quick);
  }

  private long quickly(Scaled quick, long valueMinor, long scaledShare) {
    return (valueMinor * scaledShare + half(quick)) / quick.divisor() * quick.stepMinor();
  }

  private long half(Scaled quick) {
    return rounding.mode() == RoundingMode.HALF_UP ? quick.divisor() / 2 : 0;
  }
}
