package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;

/**
 * The method of the largest remainder: an amount shared out in whole smallest units that add up to
 * it, each share less than one unit away from its exact part.
 *
 * <p>Every part first gets the whole units of its exact share, and the units that are left go to
 * the largest remainders; equal remainders are served in the order of the names, so that the order
 * in which the parts stand never moves a cent.
 */
final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * The shares of an amount.
   *
   * @param amount what is shared out, not negative; in units of its currency or of its own last
   *     decimal where that is smaller
   * @param names what the parts are called, each once
   * @param weights how much each counts, not negative, together positive
   * @return the shares in the order of the names
   */
  static List<BigMoney> split(BigMoney amount, List<String> names, List<BigDecimal> weights) {
    int scale = Math.max(amount.getScale(), amount.getCurrencyUnit().getDecimalPlaces());
    BigInteger units = amount.getAmount().movePointRight(scale).toBigIntegerExact();
    return split(units, names, weights).stream()
        .map(u -> BigMoney.of(amount.getCurrencyUnit(), new BigDecimal(u, scale)))
        .toList();
  }

  private static List<BigInteger> split(
      BigInteger units, List<String> names, List<BigDecimal> weights) {
    List<BigInteger> whole = wholeNumbers(weights);
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger each : whole) {
      sum = sum.add(each);
    }
    List<BigInteger> shares = new ArrayList<>(whole.size());
    List<BigInteger> remainders = new ArrayList<>(whole.size());
    BigInteger left = units;
    for (BigInteger each : whole) {
      BigInteger[] part = units.multiply(each).divideAndRemainder(sum);
      shares.add(part[0]);
      remainders.add(part[1]);
      left = left.subtract(part[0]);
    }
    if (left.signum() == 0) {
      return shares;
    }
    List<Integer> served =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> remainders.get(i))
                    .reversed()
                    .thenComparing(names::get))
            .toList();
    for (int i = 0; i < left.intValueExact(); i++) {
      shares.set(served.get(i), shares.get(served.get(i)).add(BigInteger.ONE));
    }
    return shares;
  }

  /** The weights by one common power of ten, so that nothing is divided before the end. */
  private static List<BigInteger> wholeNumbers(List<BigDecimal> weights) {
    int scale = 0;
    for (BigDecimal each : weights) {
      scale = Math.max(scale, each.scale());
    }
    List<BigInteger> whole = new ArrayList<>(weights.size());
    for (BigDecimal each : weights) {
      whole.add(each.setScale(scale).unscaledValue());
    }
    return whole;
  }
}
