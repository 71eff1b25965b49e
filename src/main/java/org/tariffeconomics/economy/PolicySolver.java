package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Finds duties at which every player's gradient is zero: the first order conditions, solved for the
 * duties, are a fixed point. One player's is an optimum, that of several Nash's equilibrium.
 */
final class PolicySolver implements FixedPoint.Problem {

  private static final double INNER = 1e-13;
  private static final double OUTER = 1e-11;
  private static final int MAX_ITERATIONS = 200;
  private static final double PROBE = 1e-5;

  private final Kernel kernel;
  private final Kernel.Scenario given;
  private final int[] players;
  private final boolean uniform;
  private final double[] pulls;
  private final double[] basePulls;
  private final double[] netShares;
  private final boolean[] taxed;
  private final double[] basePowers;
  private double[] start;

  PolicySolver(Equilibrium model, DutyShock shock, List<String> players, boolean uniform) {
    this.kernel = model.kernel();
    this.players = players.stream().mapToInt(model.base()::economy).toArray();
    this.uniform = uniform;
    this.given = kernel.scenario(shock);
    this.pulls = given.pulls().clone();
    this.taxed = given.taxed().clone();
    int n = kernel.n;
    this.basePulls = new double[n * n];
    this.netShares = shock.netShares().clone();
    this.basePowers = new double[n * n];
    for (int cell = 0; cell < n * n; cell++) {
      basePowers[cell] = 1 + shock.world().duties()[cell];
      basePulls[cell] = kernel.shares[cell] * Math.pow(shock.iceberg()[cell], -kernel.theta[0]);
    }
    this.start = kernel.start();
  }

  private int instruments() {
    return uniform ? 1 : kernel.n - 1;
  }

  @Override
  public int unknowns() {
    return players.length * instruments();
  }

  double[] firstGuess() {
    Solution base = solution(null);
    Adjoint adjoint = new Adjoint(base);
    double[] guess = new double[unknowns()];
    for (int p = 0; p < players.length; p++) {
      double rule = Math.log1p(adjoint.exportShareRule(players[p]));
      Arrays.fill(guess, p * instruments(), (p + 1) * instruments(), rule);
    }
    return guess;
  }

  /** The equilibrium under the players' duties; under the shock alone where there are none. */
  Solution solution(double @Nullable [] logPowers) {
    int n = kernel.n;
    for (int p = 0; p < players.length && logPowers != null; p++) {
      int importer = players[p];
      int at = p * instruments();
      for (int i = 0; i < n; i++) {
        int cell = importer * n + i;
        if (i != importer) {
          double log = logPowers[uniform ? at : at + (i < importer ? i : i - 1)];
          double power = Math.exp(log);
          pulls[cell] =
              basePulls[cell] * Math.exp(-kernel.theta[0] * (log - Math.log(basePowers[cell])));
          netShares[cell] = 1 / power;
        }
      }
      taxed[importer] = true;
    }
    double[] netPulls = new double[n * n];
    Arrays.setAll(netPulls, cell -> pulls[cell] * netShares[cell]);
    KernelPass pass = new KernelPass(kernel, new Kernel.Scenario(pulls.clone(), netPulls, taxed));
    FixedPoint solver = new FixedPoint(pass, start, INNER, 400);
    boolean found = solver.solveUncertified();
    start = solver.z().clone();
    return new Solution(
        pass,
        Convergence.of(
            solver,
            found,
            found ? pass.largestExcess() : Double.POSITIVE_INFINITY,
            found ? Math.abs(Math.expm1(pass.walras())) : Double.POSITIVE_INFINITY,
            INNER));
  }

  @Override
  public void residual(double[] z, double[] step) {
    Solution solution = solution(z);
    if (!solution.convergence().isConverged()) {
      Arrays.fill(step, Double.NaN);
      start = kernel.start();
      return;
    }
    Adjoint adjoint = new Adjoint(solution);
    for (int p = 0; p < players.length; p++) {
      int at = p * instruments();
      if (uniform) {
        step[at] = Math.log(adjoint.uniformTarget(players[p])) - z[at];
      } else {
        double[] targets = adjoint.targets(players[p]);
        for (int i = 0; i < kernel.n; i++) {
          if (i != players[p]) {
            int slot = at + (i < players[p] ? i : i - 1);
            step[slot] = isTraded(p, slot - at) ? Math.log(targets[i]) - z[slot] : 0;
          }
        }
      }
    }
  }

  FixedPoint fixedPoint(double[] from) {
    return new FixedPoint(this, from, OUTER, MAX_ITERATIONS);
  }

  /** Whether a player buys anything that an instrument is a duty on. */
  private boolean isTraded(int p, int instrument) {
    int player = players[p];
    int partner = instrument < player ? instrument : instrument + 1;
    return uniform || kernel.shares[player * kernel.n + partner] > 0;
  }

  /** A player's gradient by the logarithms of the powers of its own instruments. */
  double[] gradient(int p, double[] z) {
    double[] all = new Adjoint(solution(z)).gradient(players[p]);
    double[] own = new double[instruments()];
    for (int i = 0; i < kernel.n; i++) {
      if (i != players[p]) {
        own[uniform ? 0 : i < players[p] ? i : i - 1] += all[i];
      }
    }
    return own;
  }

  /**
   * The largest eigenvalue of the Hessian of a player's welfare in its own duties, by differences
   * of the exact gradient: below zero at an optimum. Wages react, the other players do not.
   */
  double curvature(int p, double[] z) {
    int at = p * instruments();
    int[] traded = IntStream.range(0, instruments()).filter(i -> isTraded(p, i)).toArray();
    double[][] hessian = new double[traded.length][traded.length];
    double[] here = gradient(p, z);
    for (int i = 0; i < traded.length; i++) {
      double[] moved = z.clone();
      moved[at + traded[i]] += PROBE;
      double[] there = gradient(p, moved);
      for (int j = 0; j < traded.length; j++) {
        double slope = (there[traded[j]] - here[traded[j]]) / PROBE / 2;
        hessian[i][j] += slope;
        hessian[j][i] += slope;
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian, false)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }

  /** The players' duties as a shock. */
  DutyShock shock(DutyShock given, double[] z) {
    int n = kernel.n;
    double[] powers = given.powers().clone();
    double[] nets = given.netShares().clone();
    for (int p = 0; p < players.length; p++) {
      for (int i = 0; i < n; i++) {
        int slot = uniform ? 0 : i < players[p] ? i : i - 1;
        if (i != players[p] && (uniform || isTraded(p, slot))) {
          int cell = players[p] * n + i;
          powers[cell] = Math.exp(z[p * instruments() + slot]);
          nets[cell] = 1 / powers[cell];
        }
      }
    }
    return given.withNumbers(powers, nets);
  }
}
