package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Finds the best duties of one economy where there are several sectors or inputs: the same duty on
 * all chosen sectors of a partner, or of all partners. There is no closed form to start a fixed
 * point from here; each step is the gradient over the curvature in its own direction, both by
 * differences of exact solutions.
 */
final class SectorPolicySolver implements FixedPoint.Problem {

  private static final double OUTER = 1e-8;
  private static final int MAX_ITERATIONS = 60;

  /** Distance of the points of differences; with four points their error is of its fourth power. */
  private static final double PROBE = 4e-3;

  private final Equilibrium model;
  private final DutyShock given;
  private final int player;
  private final int[][] cells;

  SectorPolicySolver(
      Equilibrium model, DutyShock given, String player, List<String> sectors, boolean uniform) {
    this.model = model;
    this.given = given;
    World world = model.base();
    this.player = world.economy(player);
    List<String> partners =
        world.economies().stream().filter(each -> !each.equals(player)).toList();
    int[][] byPartner =
        partners.stream()
            .map(
                partner ->
                    sectors.stream()
                        .mapToInt(sector -> world.cell(partner, player, sector))
                        .toArray())
            .toArray(int[][]::new);
    this.cells =
        uniform
            ? new int[][] {Arrays.stream(byPartner).flatMapToInt(Arrays::stream).toArray()}
            : byPartner;
  }

  @Override
  public int unknowns() {
    return cells.length;
  }

  FixedPoint fixedPoint(double start) {
    double[] from = new double[cells.length];
    Arrays.fill(from, Math.log1p(start));
    return new FixedPoint(this, from, OUTER, MAX_ITERATIONS);
  }

  /** The shock under the player's duties. */
  DutyShock shock(double[] logPowers) {
    double[] powers = given.powers().clone();
    double[] netShares = given.netShares().clone();
    for (int u = 0; u < cells.length; u++) {
      for (int cell : cells[u]) {
        powers[cell] = Math.exp(logPowers[u]);
        netShares[cell] = 1 / powers[cell];
      }
    }
    return given.withNumbers(powers, netShares);
  }

  private double welfare(double[] logPowers) {
    return model.quickLogWelfare(shock(logPowers), player);
  }

  private double welfare(double[] logPowers, int u, double move) {
    double[] moved = logPowers.clone();
    moved[u] += move;
    return welfare(moved);
  }

  @Override
  public void residual(double[] z, double[] step) {
    double here = welfare(z);
    for (int u = 0; u < z.length; u++) {
      Slope slope = slope(z, u, here);
      step[u] = slope.curve < 0 ? -slope.gradient / slope.curve : Double.NaN;
    }
  }

  /** First and second derivative along one duty. */
  private record Slope(double gradient, double curve) {}

  private Slope slope(double[] z, int u, double here) {
    double farLeft = welfare(z, u, -2 * PROBE);
    double left = welfare(z, u, -PROBE);
    double right = welfare(z, u, PROBE);
    double farRight = welfare(z, u, 2 * PROBE);
    double gradient = (8 * (right - left) - (farRight - farLeft)) / (12 * PROBE);
    double curve = (16 * (right + left) - (farRight + farLeft) - 30 * here) / (12 * PROBE * PROBE);
    return new Slope(gradient, curve);
  }

  double[] gradient(double[] z) {
    double here = welfare(z);
    double[] gradient = new double[z.length];
    Arrays.setAll(gradient, u -> slope(z, u, here).gradient);
    return gradient;
  }

  /** The largest eigenvalue of the Hessian of welfare in the logarithms of the duties' powers. */
  double curvature(double[] z) {
    int m = z.length;
    double[][] hessian = new double[m][m];
    double here = welfare(z);
    double[] right = new double[m];
    Arrays.setAll(right, u -> welfare(z, u, PROBE));
    for (int u = 0; u < m; u++) {
      hessian[u][u] = slope(z, u, here).curve;
      for (int v = 0; v < u; v++) {
        double[] both = z.clone();
        both[u] += PROBE;
        both[v] += PROBE;
        hessian[u][v] = (welfare(both) - right[u] - right[v] + here) / (PROBE * PROBE);
        hessian[v][u] = hessian[u][v];
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }
}
