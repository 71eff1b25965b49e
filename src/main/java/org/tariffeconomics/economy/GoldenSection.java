package org.tariffeconomics.economy;

import java.util.function.DoubleUnaryOperator;

/**
 * Looks for the best of a figure between two ends: each section cuts the stretch that it lies in by
 * 0.618 and asks for the figure once.
 */
final class GoldenSection {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private GoldenSection() {}

  /**
   * Searches; what is found is what the figure was asked for.
   *
   * @param from the lower end
   * @param to the upper end
   * @param sections how often to cut
   * @param direction 1 for the most, −1 for the least
   * @param figure the figure; where it is not a number, the search ends
   * @return the upper end of the last stretch
   */
  static double search(
      double from, double to, int sections, int direction, DoubleUnaryOperator figure) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = direction * figure.applyAsDouble(left);
    double atRight = direction * figure.applyAsDouble(right);
    for (int section = 0; section < sections && !Double.isNaN(atLeft + atRight); section++) {
      if (atLeft > atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = direction * figure.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = direction * figure.applyAsDouble(right);
      }
    }
    return high;
  }
}
