package org.tariffeconomics.competitiveness;

/**
 * The additive logarithmic mean Divisia index (LMDI-I) of a product, with its limits at zero.
 *
 * <p>A product of positive factors may be too small for a double: it is then zero beside the other
 * one, but its logarithm, the sum of the factors', is not lost.
 */
final class LogMeanDivisia {

  private LogMeanDivisia() {}

  static double[] parts(
      double[] before, double[] after, double productBefore, double productAfter) {
    boolean zeroBefore = Factors.hasZero(before);
    boolean zeroAfter = Factors.hasZero(after);
    if (zeroBefore && zeroAfter) {
      return new double[before.length];
    }
    if (zeroBefore) {
      return sharedByZeros(before, productAfter);
    }
    if (zeroAfter) {
      return sharedByZeros(after, -productBefore);
    }
    double[] logs = new double[before.length];
    double logRatio = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Factors.logRatio(before[i], after[i]);
      logRatio += logs[i];
    }
    double mean = logarithmicMean(productBefore, productAfter, logRatio);
    double[] parts = new double[before.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = mean * logs[i];
    }
    return parts;
  }

  /**
   * With δ in place of each zero, L ln(x1/δ) tends to the whole change as δ falls to zero, shared
   * equally by the factors that are zero; the others' parts vanish with L.
   */
  private static double[] sharedByZeros(double[] factors, double change) {
    int zeros = 0;
    for (double factor : factors) {
      zeros += factor == 0 ? 1 : 0;
    }
    double[] parts = new double[factors.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = factors[i] == 0 ? change / zeros : 0;
    }
    return parts;
  }

  /**
   * L(a, b) = (b − a) / ln(b / a), equal to a where both are equal. Near one the logarithm is taken
   * of the small difference, farther off it is the sum of the factors': each loses digits where the
   * other does not.
   */
  static double logarithmicMean(double a, double b, double logRatio) {
    if (a == b) {
      return a;
    }
    double relative = (b - a) / a;
    return (b - a) / (Math.abs(relative) < 0.5 ? Math.log1p(relative) : logRatio);
  }
}
