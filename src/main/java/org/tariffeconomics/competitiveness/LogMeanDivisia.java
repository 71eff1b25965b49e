package org.tariffeconomics.competitiveness;

/** The additive logarithmic mean Divisia index (LMDI-I) of a product, with its limits at zero. */
final class LogMeanDivisia {

  private LogMeanDivisia() {}

  static double[] parts(
      double[] before, double[] after, double productBefore, double productAfter) {
    if (productBefore == 0 && productAfter == 0) {
      return new double[before.length];
    }
    if (productBefore == 0) {
      return sharedByZeros(before, productAfter);
    }
    if (productAfter == 0) {
      return sharedByZeros(after, -productBefore);
    }
    double mean = logarithmicMean(productBefore, productAfter);
    double[] parts = new double[before.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = mean * Math.log(after[i] / before[i]);
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
   * L(a, b) = (b − a) / ln(b / a), equal to a where both are equal; a and b positive. Near one the
   * logarithm is taken of the small difference, farther off of the ratio: each loses digits where
   * the other does not.
   */
  static double logarithmicMean(double a, double b) {
    double relative = (b - a) / a;
    if (relative == 0) {
      return a;
    }
    double logarithm = Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(b / a);
    return (b - a) / logarithm;
  }
}
