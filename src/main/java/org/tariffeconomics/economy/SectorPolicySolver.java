package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Finds duties at which every player's gradient is zero where there are several sectors or inputs:
 * an instrument is one duty on a partner's goods of one sector or of several, or on those of all
 * partners. The first order conditions, solved for the duties, are a fixed point; gradients are
 * exact, by {@link SectorAdjoint}. One player's is an optimum, that of several Nash's equilibrium.
 */
final class SectorPolicySolver implements FixedPoint.Problem {

  private static final double INNER = 1e-13;
  private static final double OUTER = 1e-10;
  private static final int MAX_ITERATIONS = 200;
  private static final double PROBE = 1e-5;

  private final Equilibrium model;
  private final DutyShock given;
  private final Kernel kernel;
  private final int[] players;

  /** The cells of each player's instruments: {@code [player][instrument][cell]}. */
  private final int[][][] instruments;

  private final double[] pulls;
  private final double[] netPulls;
  private final boolean[] taxed;

  /** Pulls under the given iceberg costs were the duties those of no change. */
  private final double[] untaxedPulls;

  private double[] start;

  SectorPolicySolver(
      Equilibrium model,
      DutyShock given,
      List<String> players,
      List<String> sectors,
      Instruments kind) {
    this.model = model;
    this.given = given;
    this.kernel = model.kernel();
    World world = model.base();
    this.players = players.stream().mapToInt(world::economy).toArray();
    this.instruments =
        players.stream().map(player -> kind.cells(world, player, sectors)).toArray(int[][][]::new);
    Kernel.Scenario scenario = kernel.scenario(given);
    this.pulls = scenario.pulls();
    this.netPulls = scenario.netPulls();
    this.taxed = scenario.taxed();
    this.untaxedPulls = new double[pulls.length];
    for (int[][] own : instruments) {
      for (int[] cells : own) {
        for (int cell : cells) {
          double costs = given.iceberg()[cell] / (1 + world.duties()[cell]);
          untaxedPulls[cell] = kernel.shares[cell] * Math.pow(costs, -theta(cell));
        }
      }
    }
    this.start = kernel.start();
  }

  private double theta(int cell) {
    return kernel.theta[cell / (kernel.n * kernel.n)];
  }

  /** How many instruments a player has. */
  int instruments(int player) {
    return instruments[player].length;
  }

  private int firstOf(int player) {
    int first = 0;
    for (int p = 0; p < player; p++) {
      first += instruments(p);
    }
    return first;
  }

  @Override
  public int unknowns() {
    return firstOf(players.length);
  }

  FixedPoint fixedPoint(double[] starts) {
    double[] from = new double[unknowns()];
    for (int p = 0; p < players.length; p++) {
      Arrays.fill(from, firstOf(p), firstOf(p) + instruments(p), Math.log1p(starts[p]));
    }
    return new FixedPoint(this, from, OUTER, MAX_ITERATIONS);
  }

  /** The shock under the players' duties. */
  DutyShock shock(double[] logPowers) {
    double[] powers = given.powers().clone();
    double[] netShares = given.netShares().clone();
    int at = 0;
    for (int[][] own : instruments) {
      for (int[] cells : own) {
        for (int cell : cells) {
          powers[cell] = Math.exp(logPowers[at]);
          netShares[cell] = 1 / powers[cell];
        }
        at++;
      }
    }
    return given.withNumbers(powers, netShares);
  }

  /** The equilibrium under the players' duties, sought from that of the last. */
  private Solution solution(double[] logPowers) {
    int at = 0;
    for (int[][] own : instruments) {
      for (int[] cells : own) {
        for (int cell : cells) {
          pulls[cell] = untaxedPulls[cell] * Math.exp(-theta(cell) * logPowers[at]);
          netPulls[cell] = pulls[cell] * Math.exp(-logPowers[at]);
          taxed[cell / kernel.n] = true;
        }
        at++;
      }
    }
    KernelPass pass = new KernelPass(kernel, new Kernel.Scenario(pulls, netPulls, taxed));
    FixedPoint solver = new FixedPoint(pass, start, INNER, model.maxIterations());
    boolean found = solver.solveUncertified();
    start = found ? solver.z().clone() : kernel.start();
    return new Solution(pass, Convergence.of(solver, found, 0, 0, INNER));
  }

  @Override
  public void residual(double[] z, double[] step) {
    Solution solution = solution(z);
    if (!solution.convergence().isConverged()) {
      Arrays.fill(step, Double.NaN);
      return;
    }
    SectorAdjoint adjoint = new SectorAdjoint(solution);
    int at = 0;
    for (int p = 0; p < players.length; p++) {
      SectorAdjoint.Slopes slopes = adjoint.of(players[p]);
      for (int[] cells : instruments[p]) {
        step[at++] = slopes.logTarget(cells);
      }
    }
  }

  /** A player's gradient by the logarithms of the powers of its own instruments. */
  double[] gradient(int p, double[] z) {
    SectorAdjoint.Slopes slopes = new SectorAdjoint(solution(z)).of(players[p]);
    double[] gradient = new double[instruments(p)];
    for (int u = 0; u < gradient.length; u++) {
      for (int cell : instruments[p][u]) {
        gradient[u] += slopes.byPower(cell);
      }
    }
    return gradient;
  }

  /**
   * The largest eigenvalue of the Hessian of a player's welfare in its own duties, by differences
   * of the exact gradient: below zero at an optimum. All markets react, other players do not.
   */
  double curvature(int p, double[] z) {
    int m = instruments(p);
    double[][] hessian = new double[m][m];
    for (int i = 0; i < m; i++) {
      double[] moved = z.clone();
      moved[firstOf(p) + i] += PROBE;
      double[] above = gradient(p, moved);
      moved[firstOf(p) + i] -= 2 * PROBE;
      double[] below = gradient(p, moved);
      for (int j = 0; j < m; j++) {
        double slope = (above[j] - below[j]) / (2 * PROBE) / 2;
        hessian[i][j] += slope;
        hessian[j][i] += slope;
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }
}
