package org.tariffeconomics.indicator;

import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * Concentration of trade over products, partners or suppliers.
 *
 * <p>Amounts are not negative and in one unit; only shares count. Entries of zero are part of the
 * count n of the normalised index, so leave out what could not have been traded. A total of zero
 * has no shares and is refused. Source: Herfindahl (1950); Hirschman (1964).
 *
 * @since 0.1.0
 */
public final class Concentration {

  private Concentration() {}

  /**
   * The Herfindahl–Hirschman index Σ share².
   *
   * @param amounts the amounts, not negative, their total positive
   * @return from 1/n (all equal) to 1 (all in one)
   * @throws IllegalArgumentException when an amount is negative or all are zero
   */
  public static double herfindahl(double... amounts) {
    double[] copy = Require.each("amounts", amounts, Require::notNegative);
    double total = Require.positiveTotal("amounts", copy);
    double sum = 0;
    for (double amount : copy) {
      sum += (amount / total) * (amount / total);
    }
    return sum;
  }

  /**
   * The normalised Herfindahl–Hirschman index (HHI − 1/n) / (1 − 1/n).
   *
   * @param amounts the n amounts, zeros included, not negative, their total positive
   * @return from 0 (all equal) to 1 (all in one); 1 for a single amount
   * @throws IllegalArgumentException when an amount is negative or all are zero
   */
  public static double normalisedHerfindahl(double... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    double index = herfindahl(amounts);
    double least = 1.0 / amounts.length;
    return amounts.length == 1 ? 1 : Math.max(0, (index - least) / (1 - least));
  }

  /**
   * The number of equal shares that would give the same index, 1 / HHI.
   *
   * @param amounts the amounts, not negative, their total positive
   * @return from 1 to n
   * @throws IllegalArgumentException when an amount is negative or all are zero
   */
  public static double equivalentNumber(double... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    return 1 / herfindahl(amounts);
  }
}
