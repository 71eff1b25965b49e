package org.tariffeconomics.economy;

/** Sums over stretches of arrays, in a fixed order, four at a time. */
final class Flat {

  private Flat() {}

  static double dot(double[] a, int atA, double[] b, int atB, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      s0 += a[atA + i] * b[atB + i];
      s1 += a[atA + i + 1] * b[atB + i + 1];
      s2 += a[atA + i + 2] * b[atB + i + 2];
      s3 += a[atA + i + 3] * b[atB + i + 3];
    }
    for (; i < count; i++) {
      s0 += a[atA + i] * b[atB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The dot product of the difference of two arrays, exact where they are near, with a third. */
  static double dotOfDifference(
      double[] a, double[] less, int atA, double[] b, int atB, int count) {
    double s0 = 0;
    double s1 = 0;
    int i = 0;
    for (; i < count - 1; i += 2) {
      s0 += (a[atA + i] - less[atA + i]) * b[atB + i];
      s1 += (a[atA + i + 1] - less[atA + i + 1]) * b[atB + i + 1];
    }
    for (; i < count; i++) {
      s0 += (a[atA + i] - less[atA + i]) * b[atB + i];
    }
    return s0 + s1;
  }

  /** Adds a multiple of a stretch of one array to a stretch of another. */
  static void addScaled(double[] to, int atTo, double[] a, int atA, double factor, int count) {
    for (int i = 0; i < count; i++) {
      to[atTo + i] += factor * a[atA + i];
    }
  }

  static double maxAbs(double[] a) {
    double max = 0;
    for (double each : a) {
      if (!(Math.abs(each) <= max)) {
        max = Math.abs(each);
      }
    }
    return max;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, 0, a, 0, a.length));
  }

  /**
   * Logarithmic mean of two numbers that are not negative: (a − b)/ln(a/b); zero where one is zero.
   */
  static double logMean(double a, double b) {
    if (a <= 0 || b <= 0) {
      return 0;
    }
    double x = (a - b) / b;
    if (x == 0) {
      return b;
    }
    return Math.abs(x) < 0.5 ? b * x / Math.log1p(x) : (a - b) / (Math.log(a) - Math.log(b));
  }
}
