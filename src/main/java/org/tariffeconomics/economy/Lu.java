package org.tariffeconomics.economy;

import java.util.Arrays;

/** Triangular factors of a square matrix with partial pivoting, on a flat array. */
final class Lu {

  private final int n;
  private final double[] a;
  private final int[] rows;

  /** Factorises a matrix by rows; the array is taken over. */
  Lu(double[] matrix, int n) {
    this.n = n;
    this.a = matrix;
    this.rows = new int[n];
    Arrays.setAll(rows, i -> i);
    for (int k = 0; k < n; k++) {
      pivot(k);
      double top = a[k * n + k];
      if (top == 0 || !Double.isFinite(top)) {
        throw new ArithmeticException("the matrix is singular in column " + k);
      }
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] / top;
        a[i * n + k] = factor;
        if (factor != 0) {
          int to = i * n;
          int from = k * n;
          for (int j = k + 1; j < n; j++) {
            a[to + j] -= factor * a[from + j];
          }
        }
      }
    }
  }

  private void pivot(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) {
        best = i;
      }
    }
    if (best != k) {
      for (int j = 0; j < n; j++) {
        double kept = a[k * n + j];
        a[k * n + j] = a[best * n + j];
        a[best * n + j] = kept;
      }
      int kept = rows[k];
      rows[k] = rows[best];
      rows[best] = kept;
    }
  }

  /** Solves A x = b. */
  double[] solve(double[] b) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = b[rows[i]] - Flat.dot(a, i * n, x, 0, i);
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] = (x[i] - Flat.dot(a, i * n + i + 1, x, i + 1, n - i - 1)) / a[i * n + i];
    }
    return x;
  }

  /** Solves Aᵀ x = b. */
  double[] solveTransposed(double[] b) {
    double[] y = b.clone();
    for (int i = 0; i < n; i++) {
      y[i] /= a[i * n + i];
      Flat.addScaled(y, i + 1, a, i * n + i + 1, -y[i], n - i - 1);
    }
    for (int i = n - 1; i > 0; i--) {
      Flat.addScaled(y, 0, a, i * n, -y[i], i);
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[rows[i]] = y[i];
    }
    return x;
  }
}
