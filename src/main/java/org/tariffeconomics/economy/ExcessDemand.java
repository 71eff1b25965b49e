package org.tariffeconomics.economy;

import java.util.Arrays;

/**
 * The markets of a world of one sector at given wages, for net pulls of which some lie between two:
 * what is asked of each exporter less what its labour earns, in the middle of all cases and, as a
 * weighted sum, at the extremes.
 */
final class ExcessDemand {

  private static final int MOST_STEPS = 100;
  private static final double ENOUGH = 1e-13;
  private static final double LONGEST_STEP = 0.2;

  private final Kernel k;
  private final int n;
  private final double theta;
  private final double[] least;
  private final double[] most;
  private final double[] middle;
  private final double[] logWages;
  private final double[] powers;
  private final double[] spent;

  /** Shares of what an importer spends before duty, in the middle. */
  private final double[] shares;

  private ExcessDemand(Kernel kernel, double[] least, double[] most, double[] logWages) {
    this.k = kernel;
    this.n = kernel.n;
    this.theta = kernel.theta[0];
    this.least = least;
    this.most = most;
    this.logWages = logWages;
    this.middle = new double[least.length];
    Arrays.setAll(middle, cell -> Math.sqrt(least[cell] * most[cell]));
    this.spent = new double[n];
    double world = 0;
    for (int e = 0; e < n; e++) {
      world += earned(e);
    }
    for (int e = 0; e < n; e++) {
      spent[e] = earned(e) + k.deficits[e] / k.worldIncome * world;
    }
    this.powers = new double[n];
    Arrays.setAll(powers, i -> Math.exp(-theta * logWages[i]));
    this.shares = new double[n * n];
    for (int to = 0; to < n; to++) {
      double all = Flat.dot(middle, to * n, powers, 0, n);
      for (int i = 0; i < n; i++) {
        shares[to * n + i] = middle[to * n + i] * powers[i] / all;
      }
    }
  }

  /** The equilibrium in the middle of the cases, by Newton's method. */
  static ExcessDemand solved(Kernel k, double[] least, double[] most, int numeraire) {
    double[] wages = new double[k.n];
    for (int step = 0; step < MOST_STEPS; step++) {
      ExcessDemand at = new ExcessDemand(k, least, most, wages.clone());
      double[] moves = new Lu(at.jacobian(numeraire), k.n - 1).solve(at.excess(numeraire));
      double largest = Flat.maxAbs(moves);
      if (!Double.isFinite(largest)) {
        break;
      }
      double scale = Math.min(1, LONGEST_STEP / largest);
      for (int e = 0, m = 0; e < k.n && largest > 0; e++) {
        wages[e] -= e == numeraire ? 0 : scale * moves[m++];
      }
      if (largest <= ENOUGH) {
        return at;
      }
    }
    throw new ArithmeticException("no equilibrium was found in the middle");
  }

  double[] logWages() {
    return logWages;
  }

  /** Wages to the power of −θ. */
  double[] powers() {
    return powers;
  }

  double earned(int e) {
    return Math.exp(logWages[e]) * k.income[e];
  }

  double spent(int e) {
    return spent[e];
  }

  double share(int to, int from) {
    return shares[to * n + from];
  }

  private double[] excess(int numeraire) {
    double[] excess = new double[n - 1];
    for (int i = 0, at = 0; i < n; i++) {
      if (i != numeraire) {
        double sold = 0;
        for (int to = 0; to < n; to++) {
          sold += spent[to] * shares[to * n + i];
        }
        excess[at++] = sold - earned(i);
      }
    }
    return excess;
  }

  /** Derivatives of excess demands by logarithms of wages, without the numeraire's. */
  double[] jacobian(int numeraire) {
    double[] full = new double[n * n];
    double[] ofDeficits = new double[n];
    for (int to = 0; to < n; to++) {
      double deficit = k.deficits[to] / k.worldIncome;
      for (int i = 0; i < n; i++) {
        double share = shares[to * n + i];
        double flow = spent[to] * share;
        ofDeficits[i] += deficit * share;
        full[i * n + to] += earned(to) * share;
        full[i * n + i] -= theta * flow;
        Flat.addScaled(full, i * n, shares, to * n, theta * flow, n);
      }
    }
    double[] reduced = new double[(n - 1) * (n - 1)];
    for (int i = 0, row = 0; i < n; i++) {
      if (i != numeraire) {
        full[i * n + i] -= earned(i);
        for (int j = 0, column = 0; j < n; j++) {
          if (j != numeraire) {
            reduced[row * (n - 1) + column++] = full[i * n + j] + ofDeficits[i] * earned(j);
          }
        }
        row++;
      }
    }
    return reduced;
  }

  /** The least or the most of a weighted sum of excess demands over all cases, at these wages. */
  double weightedExcess(double[] weights, boolean largest) {
    double sum = 0;
    for (int to = 0; to < n; to++) {
      sum += spent[to] * mean(weights, to, largest);
    }
    return sum - ofEarned(weights);
  }

  /** By how much one importer's open pulls move a weighted sum at these wages. */
  double openness(double[] weights, int importer) {
    return spent[importer] * (mean(weights, importer, true) - mean(weights, importer, false));
  }

  /** The same of all importers but one, and without what labour earns there. */
  double weightedExcessWithout(double[] weights, int importer) {
    double sum = 0;
    for (int to = 0; to < n; to++) {
      sum += to == importer ? 0 : spent[to] * Flat.dot(weights, 0, shares, to * n, n);
    }
    return sum - ofEarned(weights);
  }

  private double ofEarned(double[] weights) {
    double sum = 0;
    for (int e = 0; e < n; e++) {
      sum += weights[e] * earned(e);
    }
    return sum;
  }

  private double mean(double[] weights, int to, boolean largest) {
    boolean known = true;
    for (int i = to * n; i < to * n + n; i++) {
      known &= least[i] == most[i];
    }
    if (known) {
      return Flat.dot(weights, 0, shares, to * n, n);
    }
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      low[i] = least[to * n + i] * powers[i];
      high[i] = most[to * n + i] * powers[i];
    }
    return DemandBox.extremeMean(weights, low, high, 0, largest);
  }
}
