package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * How alike two baskets of trade are, such as the exports of two rivals to one market, or the
 * exports of one country and the imports of another.
 *
 * <p>A basket is an array with one amount for each product, in the same order for both; only its
 * shares count, so the two may have different units and sizes. A basket without any trade has no
 * shares and is refused.
 *
 * @since 0.1.0
 */
public final class BasketComparison {

  private BasketComparison() {}

  /**
   * Finger and Kreinin's similarity of two export baskets, Σ min(share a, share b). Source: Finger
   * and Kreinin (1979), Economic Journal 89.
   *
   * @param a one basket, amounts not negative
   * @param b the other basket, of the same length
   * @return from 0 (no product in common) to 1 (the same shares)
   * @throws IllegalArgumentException when lengths differ, an amount is negative or a basket is
   *     empty
   */
  public static double similarity(double[] a, double[] b) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    double[] sharesA = shares("a", a);
    double[] sharesB = shares("b", b);
    Require.sameLength("a", a.length, "b", b.length);
    return Math.min(1, overlap(sharesA, 0, sharesB, 0, a.length));
  }

  /**
   * Michaely's trade complementarity of one country's exports with another's imports, in percent:
   * 100 (1 − ½ Σ |import share − export share|). It equals 100 times {@link #similarity}. Source:
   * Michaely (1996).
   *
   * @param exports the exporter's basket, amounts not negative
   * @param imports the importer's basket, of the same length
   * @return from 0 (nothing in common) to 100 (a perfect match)
   * @throws IllegalArgumentException when lengths differ, an amount is negative or a basket is
   *     empty
   */
  public static double complementarity(double[] exports, double[] imports) {
    Objects.requireNonNull(exports, "exports");
    Objects.requireNonNull(imports, "imports");
    double[] supplied = shares("exports", exports);
    double[] demanded = shares("imports", imports);
    Require.sameLength("exports", exports.length, "imports", imports.length);
    double difference = 0;
    for (int k = 0; k < supplied.length; k++) {
      difference += Math.abs(demanded[k] - supplied[k]);
    }
    return Math.max(0, 100 * (1 - difference / 2));
  }

  /**
   * The similarity of every pair of rows of a matrix.
   *
   * @param exports the exports, a row for each country and a column for each product
   * @return the values, symmetric; undefined where one of the two exports nothing
   */
  public static IndexMatrix similarities(TradeMatrix exports) {
    Objects.requireNonNull(exports, "exports");
    List<String> countries = exports.rows();
    int count = countries.size();
    double[] shares = rowShares(exports);
    int width = exports.columns().size();
    double[] values = new double[count * count];
    for (int a = 0; a < count; a++) {
      for (int b = a; b < count; b++) {
        boolean defined = exports.rowTotal(a) > 0 && exports.rowTotal(b) > 0;
        double overlap =
            defined
                ? Math.min(1, overlap(shares, a * width, shares, b * width, width))
                : Double.NaN;
        values[a * count + b] = overlap;
        values[b * count + a] = overlap;
      }
    }
    return new IndexMatrix("Finger-Kreinin similarity", countries, countries, values);
  }

  /** The shares of each row; those of a row without trade stay zero. */
  private static double[] rowShares(TradeMatrix trade) {
    double[] shares = trade.flat().clone();
    int width = trade.columns().size();
    for (int at = 0; at < shares.length; at++) {
      double total = trade.rowTotal(at / width);
      shares[at] = total > 0 ? shares[at] / total : 0;
    }
    return shares;
  }

  private static double overlap(double[] a, int startA, double[] b, int startB, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += Math.min(a[startA + k], b[startB + k]);
    }
    return sum;
  }

  private static double[] shares(String name, double[] amounts) {
    double[] shares = Require.each(name, amounts, Require::notNegative);
    double total = Require.positiveTotal(name, shares);
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
    return shares;
  }
}
