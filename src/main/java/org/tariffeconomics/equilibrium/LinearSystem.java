package org.tariffeconomics.equilibrium;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/** Solves dense linear systems that stand row after row in one array. */
final class LinearSystem {

  private LinearSystem() {}

  static double[] solve(double[] matrix, double[] right) {
    int n = right.length;
    double[][] rows = new double[n][n];
    for (int r = 0; r < n; r++) {
      System.arraycopy(matrix, r * n, rows[r], 0, n);
    }
    return new LUDecomposition(new Array2DRowRealMatrix(rows, false), Double.MIN_NORMAL)
        .getSolver()
        .solve(new ArrayRealVector(right, false))
        .toArray();
  }
}
