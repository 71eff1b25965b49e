package org.tariffeconomics.economy;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** How good best duties with profits are: a player's gradient and the curvature around it. */
final class ProfitCertificate {

  private static final double PROBE = 1e-5;

  private final ProfitKernel kernel;
  private final ProfitKernel.State solved;
  private final int player;

  /** The cells whose duties the player sets and on which there is trade. */
  private final int[] cells;

  ProfitCertificate(ProfitKernel kernel, ProfitKernel.State solved, int player) {
    this.kernel = kernel;
    this.solved = solved;
    this.player = player;
    int n = kernel.n;
    int[] own = new int[kernel.sectors * n];
    int count = 0;
    for (int cell = 0; cell < kernel.flows.length; cell++) {
      boolean instrument = cell / n % n == player && cell % n != player;
      if (instrument && kernel.flows[cell] > 0) {
        own[count++] = cell;
      }
    }
    this.cells = Arrays.copyOf(own, count);
  }

  double largestGradient() {
    return Flat.maxAbs(gradient(solved));
  }

  private double[] gradient(ProfitKernel.State state) {
    Lu jacobian = new Lu(state.jacobian(), 2 * kernel.n);
    ProfitKernel.Gradient gradient = kernel.new Gradient(state, jacobian, player);
    double[] own = new double[cells.length];
    for (int u = 0; u < own.length; u++) {
      own[u] = gradient.of(cells[u] / (kernel.n * kernel.n), cells[u] % kernel.n);
    }
    return own;
  }

  /** The largest eigenvalue of the Hessian, by differences of the exact gradient. */
  double curvature() {
    int m = cells.length;
    double[] here = gradient(solved);
    double[][] hessian = new double[m][m];
    for (int u = 0; u < m; u++) {
      double[] there = gradient(moved(cells[u]));
      for (int v = 0; v < m; v++) {
        double slope = (there[v] - here[v]) / PROBE / 2;
        hessian[u][v] += slope;
        hessian[v][u] += slope;
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }

  private ProfitKernel.State moved(int cell) {
    double[] powers = solved.powers.clone();
    powers[cell] *= Math.exp(PROBE);
    ProfitKernel.State next = kernel.new State(powers, solved.iceberg);
    System.arraycopy(solved.logs, 0, next.logs, 0, next.logs.length);
    if (!next.solve()) {
      throw new IllegalStateException(
          "No equilibrium was found beside the best duties: Newton step " + next.step);
    }
    return next;
  }
}
