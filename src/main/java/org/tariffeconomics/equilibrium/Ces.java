package org.tariffeconomics.equilibrium;

/**
 * The arithmetic of constant elasticity of substitution, in logarithms, with the Cobb–Douglas case
 * as its limit. Shares add up to one; a supplier without a share has no weight.
 */
final class Ces {

  /** Below this spread of exponents expm1/log1p keep digits that exp/log would lose. */
  private static final double SMALL_EXPONENT = 0.5;

  private Ces() {}

  /**
   * The logarithm of the price index: {@code ln P = ln(Σ s p^(1−σ)) / (1−σ)}, or {@code Σ s ln p}
   * where σ is one. Taken around the mean price, so that it neither overflows nor loses digits near
   * σ = 1.
   */
  static double logPriceIndex(double[] shares, double[] logFactors, double sigma) {
    double mean = 0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * logFactors[i];
    }
    double exponent = 1 - sigma;
    return exponent == 0 ? mean : mean + aroundMean(shares, logFactors, exponent, mean);
  }

  private static double aroundMean(double[] shares, double[] logs, double exponent, double mean) {
    double lowest = 0;
    double highest = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        double power = exponent * (logs[i] - mean);
        lowest = Math.min(lowest, power);
        highest = Math.max(highest, power);
      }
    }
    double spread = Math.max(highest, -lowest);
    return spread < SMALL_EXPONENT
        ? Math.log1p(smallMean(shares, logs, exponent, mean)) / exponent
        : (highest + Math.log(largeMean(shares, logs, exponent, mean, highest))) / exponent;
  }

  private static double smallMean(double[] shares, double[] logs, double exponent, double mean) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        sum += shares[i] * Math.expm1(exponent * (logs[i] - mean));
      }
    }
    return sum;
  }

  private static double largeMean(
      double[] shares, double[] logs, double exponent, double mean, double highest) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        sum += shares[i] * Math.exp(exponent * (logs[i] - mean) - highest);
      }
    }
    return sum;
  }

  /**
   * The integral of {@code p^elasticity} from 1 to {@code exp(logPrice)}: the area beside a curve
   * of constant elasticity; its limit at elasticity −1 is the logarithm.
   */
  static double area(double elasticity, double logPrice) {
    double exponent = 1 + elasticity;
    return exponent == 0 ? logPrice : Math.expm1(exponent * logPrice) / exponent;
  }

  static double[] logs(double[] factors) {
    double[] logs = new double[factors.length];
    for (int i = 0; i < factors.length; i++) {
      logs[i] = Math.log(factors[i]);
    }
    return logs;
  }

  /** Price factors of a tariff change that is passed on in full: new power over old power. */
  static double[] powerFactors(double[] oldTariffs, double[] newTariffs) {
    double[] factors = new double[oldTariffs.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (1 + newTariffs[i]) / (1 + oldTariffs[i]);
    }
    return factors;
  }
}
