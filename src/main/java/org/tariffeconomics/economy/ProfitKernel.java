package org.tariffeconomics.economy;

import java.util.Arrays;

/**
 * The equations of a world of many sectors with monopolistic competition, a given number of firms
 * and hence profits (Ossa 2014), in changes: wages and spending are the unknowns, 2 n of them, and
 * the Jacobian is exact. A flow is {@code (j * n + importer) * n + exporter}.
 */
final class ProfitKernel {

  private static final int MAX_NEWTON = 60;
  private static final double TOLERANCE = 1e-13;

  final int n;
  final int sectors;
  final double[] sigma;
  final double[] flows;
  final double[] basePowers;

  /** Final use, labour income and deficits of the base. */
  final double[] use;

  final double[] labour;
  final double[] deficits;
  final double worldLabour;

  /** Shares of sectors in spending and of origins in a sector's spending. */
  final double[] sectorShares;

  final double[] originShares;

  ProfitKernel(World world, double[] theta) {
    this.n = world.size();
    this.sectors = theta.length;
    this.sigma = Arrays.stream(theta).map(each -> each + 1).toArray();
    this.flows = world.flows();
    this.basePowers = Arrays.stream(world.duties()).map(duty -> 1 + duty).toArray();
    this.use = new double[n];
    this.labour = new double[n];
    this.deficits = new double[n];
    this.sectorShares = new double[sectors * n];
    this.originShares = new double[flows.length];
    double[] income = new double[n];
    for (int cell = 0; cell < flows.length; cell++) {
      int j = cell / (n * n);
      int to = cell / n % n;
      double paid = flows[cell] * basePowers[cell];
      use[to] += paid;
      sectorShares[j * n + to] += paid;
      labour[cell % n] += flows[cell] * (1 - 1 / sigma[j]);
      income[cell % n] += flows[cell];
      income[to] += paid - flows[cell];
    }
    for (int cell = 0; cell < flows.length; cell++) {
      double spent = sectorShares[cell / n];
      originShares[cell] = spent > 0 ? flows[cell] * basePowers[cell] / spent : 0;
    }
    for (int cell = 0; cell < sectorShares.length; cell++) {
      sectorShares[cell] /= use[cell % n];
    }
    Arrays.setAll(deficits, e -> use[e] - income[e]);
    this.worldLabour = Arrays.stream(labour).sum();
  }

  /** A solved or tried state under some duties. */
  final class State {
    final double[] powers;
    final double[] iceberg;
    final double[] logs = new double[2 * n];
    final double[] logPrices = new double[sectors * n];

    /** New flows before duty, and new shares of origins in spending. */
    final double[] newFlows = new double[flows.length];

    final double[] shares = new double[flows.length];
    final double[] gaps = new double[2 * n];
    int iterations;
    double step = Double.POSITIVE_INFINITY;

    State(double[] powers, double[] iceberg) {
      this.powers = powers;
      this.iceberg = iceberg;
    }

    double wage(int e) {
      return Math.exp(logs[e]);
    }

    double spendingRatio(int e) {
      return Math.exp(logs[n + e]);
    }

    double logPrice(int e) {
      double sum = 0;
      for (int j = 0; j < sectors; j++) {
        sum += sectorShares[j * n + e] * logPrices[j * n + e];
      }
      return sum;
    }

    double revenue(int e) {
      double sum = 0;
      for (int j = 0; j < sectors; j++) {
        for (int i = 0; i < n; i++) {
          int cell = (j * n + e) * n + i;
          sum += (powers[cell] - 1) * newFlows[cell];
        }
      }
      return sum;
    }

    /** Newton's method from wherever the logarithms stand; false where it does not settle. */
    boolean solve() {
      for (iterations = 1; iterations <= MAX_NEWTON; iterations++) {
        evaluate();
        double[] direction;
        try {
          direction = new Lu(jacobian(), 2 * n).solve(gaps);
        } catch (ArithmeticException e) {
          return false;
        }
        step = Flat.maxAbs(direction);
        if (!Double.isFinite(step)) {
          return false;
        }
        double scale = Math.min(1, 0.3 / step);
        for (int u = 0; u < logs.length; u++) {
          logs[u] -= scale * direction[u];
        }
        if (step <= TOLERANCE) {
          evaluate();
          return true;
        }
      }
      evaluate();
      return step <= 100 * TOLERANCE;
    }

    private void evaluate() {
      for (int row = 0; row < logPrices.length; row++) {
        int j = row / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
          int cell = row * n + i;
          double cost = logs[i] + Math.log(powers[cell] / basePowers[cell] * iceberg[cell]);
          shares[cell] = originShares[cell] * Math.exp((1 - sigma[j]) * cost);
          sum += shares[cell];
        }
        logPrices[row] = sum > 0 ? Math.log(sum) / (1 - sigma[j]) : 0;
        double spent = sectorShares[row] * use[row % n] * Math.exp(logs[n + row % n]);
        for (int i = 0; i < n && sum > 0; i++) {
          int cell = row * n + i;
          shares[cell] /= sum;
          newFlows[cell] = shares[cell] * spent / powers[cell];
        }
      }
      gaps();
    }

    /** Wages less what firms pay; incomes less spending; the first row is the numeraire. */
    private void gaps() {
      Arrays.fill(gaps, 0);
      for (int cell = 0; cell < flows.length; cell++) {
        int j = cell / (n * n);
        int from = cell % n;
        int to = cell / n % n;
        gaps[from] += newFlows[cell] * (1 - 1 / sigma[j]) / labour[from];
        gaps[n + from] += newFlows[cell] / sigma[j] / use[from];
        gaps[n + to] += (powers[cell] - 1) * newFlows[cell] / use[to];
      }
      double total = 0;
      for (int e = 0; e < n; e++) {
        double wage = Math.exp(logs[e]);
        gaps[e] -= wage;
        gaps[n + e] += (labour[e] * wage + deficits[e]) / use[e] - Math.exp(logs[n + e]);
        total += labour[e] * wage;
      }
      gaps[0] = total / worldLabour - 1;
    }

    /** Derivatives of the gaps by the logarithms of wages and spending, by rows. */
    double[] jacobian() {
      int m = 2 * n;
      double[] jacobian = new double[m * m];
      for (int cell = 0; cell < flows.length; cell++) {
        int j = cell / (n * n);
        int from = cell % n;
        int to = cell / n % n;
        double wage = newFlows[cell] * (1 - 1 / sigma[j]) / labour[from];
        double profit = newFlows[cell] / sigma[j] / use[from];
        double duty = (powers[cell] - 1) * newFlows[cell] / use[to];
        addRow(jacobian, from, cell, wage);
        addRow(jacobian, n + from, cell, profit);
        addRow(jacobian, n + to, cell, duty);
      }
      for (int e = 0; e < n; e++) {
        double wage = Math.exp(logs[e]);
        jacobian[e * m + e] -= wage;
        jacobian[(n + e) * m + e] += labour[e] * wage / use[e];
        jacobian[(n + e) * m + n + e] -= Math.exp(logs[n + e]);
      }
      for (int u = 0; u < m; u++) {
        jacobian[u] = u < n ? labour[u] * Math.exp(logs[u]) / worldLabour : 0;
      }
      return jacobian;
    }

    /** What a flow's weight in a row does as wages and spending move. */
    private void addRow(double[] jacobian, int row, int cell, double weight) {
      if (weight == 0) {
        return;
      }
      int m = 2 * n;
      int j = cell / (n * n);
      int to = cell / n % n;
      double pull = weight * (sigma[j] - 1);
      Flat.addScaled(jacobian, row * m, shares, cell / n * n, pull, n);
      jacobian[row * m + cell % n] -= pull;
      jacobian[row * m + n + to] += weight;
    }
  }

  /** How a player's welfare answers to its duties in a solved state. */
  final class Gradient {
    private final State state;
    private final int player;
    private final double[] multipliers;

    Gradient(State state, Lu jacobian, int player) {
      this.state = state;
      this.player = player;
      double[] byUnknown = new double[2 * n];
      byUnknown[n + player] = 1;
      for (int j = 0; j < sectors; j++) {
        int row = j * n + player;
        Flat.addScaled(byUnknown, 0, state.shares, row * n, -sectorShares[row], n);
      }
      double[] solved = jacobian.solveTransposed(byUnknown);
      solved[0] = 0;
      this.multipliers = solved;
    }

    /** What a unit of sales of an exporter in a sector is worth, duties apart. */
    private double worth(int j, int from) {
      return multipliers[from] * (1 - 1 / sigma[j]) / labour[from]
          + multipliers[n + from] / sigma[j] / use[from];
    }

    private double dutyWorth() {
      return multipliers[n + player] / use[player];
    }

    /** Σ over origins of what their sales in a sector of the player are worth, duties included. */
    private double sectorWorth(int j) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        int cell = (j * n + player) * n + i;
        sum += state.newFlows[cell] * (worth(j, i) + dutyWorth() * (state.powers[cell] - 1));
      }
      return sum;
    }

    /** The derivative by the logarithm of the power on an origin in a sector. */
    double of(int j, int from) {
      int cell = (j * n + player) * n + from;
      double value = worth(j, from) + dutyWorth() * (state.powers[cell] - 1);
      double moved =
          -sigma[j] * value * state.newFlows[cell]
              + (sigma[j] - 1) * state.shares[cell] * sectorWorth(j)
              + dutyWorth() * state.powers[cell] * state.newFlows[cell];
      return -sectorShares[j * n + player] * state.shares[cell] - moved;
    }

    /** The power at which that derivative would be zero, were all else as it is. */
    double target(int j, int from) {
      int row = j * n + player;
      double spent = sectorShares[row] * use[player] * state.spendingRatio(player);
      double below =
          (sectorShares[row] + (sigma[j] - 1) * sectorWorth(j)) / spent
              + (1 - sigma[j]) * dutyWorth();
      return sigma[j] * (worth(j, from) - dutyWorth()) / below;
    }
  }
}
