package org.tariffeconomics.competitiveness;

/** Products and ratios of factors of any size: only a result may leave the range of double. */
final class Factors {

  /** Lifts a subnormal number into the range in which it has an exponent of its own. */
  private static final int LIFT = 64;

  private Factors() {}

  /**
   * The product, with the exponents added up apart: it is rounded only once to zero or to a
   * subnormal number, whatever the order of the factors, and is infinite only where it is too large
   * itself.
   */
  static double product(double[] factors) {
    double mantissa = 1;
    long exponent = 0;
    for (double factor : factors) {
      double scaled = Math.abs(factor) < Double.MIN_NORMAL ? Math.scalb(factor, LIFT) : factor;
      int own = scaled == 0 ? 0 : Math.getExponent(scaled);
      exponent += scaled == factor ? own : own - LIFT;
      mantissa *= Math.scalb(scaled, -own);
      int grown = mantissa == 0 ? 0 : Math.getExponent(mantissa);
      mantissa = Math.scalb(mantissa, -grown);
      exponent += grown;
    }
    return Math.scalb(mantissa, (int) Math.max(-4000, Math.min(4000, exponent)));
  }

  static boolean hasZero(double[] factors) {
    for (double factor : factors) {
      if (factor == 0) {
        return true;
      }
    }
    return false;
  }

  /** The logarithm of after over before, both positive, where the ratio itself may be too large. */
  static double logRatio(double before, double after) {
    double ratio = after / before;
    return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
        ? Math.log(ratio)
        : Math.log(after) - Math.log(before);
  }
}
