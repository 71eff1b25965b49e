package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exact arithmetic of a stack whose every duty is a fixed share of the customs value.
 *
 * <p>Shares with at most nine decimals, rounded half up or down to hundredths of a currency with
 * two decimals, are computed in {@code long}; a product that would not fit, and everything else, is
 * computed in {@code BigDecimal}. Both ways give the same digits.
 */
final class AdValoremKernel {

  /** Longs count shares in billionths. */
  private static final int SCALE = 9;

  private static final long UNIT = 1_000_000_000L;
  private static final int MINOR_DECIMALS = 2;

  private final List<BigDecimal> shares;
  private final BigDecimal total;
  private final RoundingPolicy rounding;
  private final long @Nullable [] scaled;
  private final long scaledTotal;

  private AdValoremKernel(
      List<BigDecimal> shares, RoundingPolicy rounding, long @Nullable [] scaled) {
    this.shares = shares;
    this.total = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    this.rounding = rounding;
    this.scaled = scaled;
    long sum = 0;
    if (scaled != null) {
      for (long each : scaled) {
        sum = Math.addExact(sum, each);
      }
    }
    this.scaledTotal = sum;
  }

  static AdValoremKernel of(List<BigDecimal> shares, RoundingPolicy rounding, int decimals) {
    boolean roundsToMinor =
        decimals == MINOR_DECIMALS
            && rounding.decimals() == MINOR_DECIMALS
            && (rounding.mode() == RoundingMode.HALF_UP || rounding.mode() == RoundingMode.DOWN);
    return new AdValoremKernel(
        shares, rounding, roundsToMinor ? scaled(shares).orElse(null) : null);
  }

  private static Optional<long[]> scaled(List<BigDecimal> shares) {
    long[] scaled = new long[shares.size()];
    try {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = shares.get(i).movePointRight(SCALE).longValueExact();
      }
    } catch (ArithmeticException moreDecimalsOrTooLarge) {
      return Optional.empty();
    }
    return Optional.of(scaled);
  }

  List<BigDecimal> shares() {
    return shares;
  }

  BigDecimal total() {
    return total;
  }

  /** The payable duty in hundredths on a value in hundredths. */
  long payableMinor(long valueMinor) {
    if (scaled == null) {
      return payable(BigDecimal.valueOf(valueMinor, MINOR_DECIMALS))
          .movePointRight(MINOR_DECIMALS)
          .longValueExact();
    }
    if (rounding.level() == RoundingPolicy.Level.TOTAL) {
      return minor(valueMinor, scaledTotal, total);
    }
    long sum = 0;
    for (int i = 0; i < scaled.length; i++) {
      sum = Math.addExact(sum, minor(valueMinor, scaled[i], shares.get(i)));
    }
    return sum;
  }

  /** The payable duty on a value: rounded duties summed, or the rounded sum. */
  BigDecimal payable(BigDecimal value) {
    if (rounding.level() == RoundingPolicy.Level.TOTAL) {
      return rounding.round(value.multiply(total));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal share : shares) {
      sum = sum.add(rounding.round(value.multiply(share)));
    }
    return sum;
  }

  /** One duty on a value in hundredths, rounded. */
  BigDecimal rounded(int layer, long valueMinor) {
    if (scaled == null) {
      return rounding.round(
          BigDecimal.valueOf(valueMinor, MINOR_DECIMALS).multiply(shares.get(layer)));
    }
    return BigDecimal.valueOf(minor(valueMinor, scaled[layer], shares.get(layer)), MINOR_DECIMALS);
  }

  private long minor(long valueMinor, long scaledShare, BigDecimal share) {
    long product = valueMinor * scaledShare;
    long high = Math.multiplyHigh(valueMinor, scaledShare);
    boolean fits = high == 0 && product >= 0 && product <= Long.MAX_VALUE - UNIT;
    if (!fits) {
      return rounding
          .round(BigDecimal.valueOf(valueMinor, MINOR_DECIMALS).multiply(share))
          .movePointRight(MINOR_DECIMALS)
          .longValueExact();
    }
    return rounding.mode() == RoundingMode.HALF_UP ? (product + UNIT / 2) / UNIT : product / UNIT;
  }
}
