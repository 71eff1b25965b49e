package org.tariffeconomics.economy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of wages in a world of one sector whose importers' shares are known only between two: in
 * every case between, an equilibrium has its wages within them.
 *
 * <p>Duties come back as spending, so that an importer spends its labour income and its deficit on
 * goods before duty, and what of it an exporter gets depends on the wages and on the exporters'
 * pulls net of duty alone. Demand for an exporter's labour then rises with the wages of all others
 * (gross substitutes). So where every exporter's demand at the upper bounds, made as large as any
 * case allows, is no more than what its labour earns there, and at the lower bounds, made as small
 * as any case allows, no less, the faces of the box point inwards, and an equilibrium of each case
 * is inside (Poincaré and Miranda). The wage of one economy, the numeraire, is one.
 *
 * <p>Where deficits are shares of world income this income is itself between bounds, and demand is
 * taken at the end that makes it largest or smallest.
 */
final class WageBounds {

  private static final int MOST_STEPS = 300;
  private static final double ENOUGH = 1e-12;

  private final Kernel k;
  private final int n;
  private final double theta;

  /** Pulls net of duty, {@code [importer * n + exporter]}, at their least and at their most. */
  private final double[] least;

  private final double[] most;
  private final int numeraire;

  final double[] low;
  final double[] high;
  private final double[] deficits;
  private final double[] pulls;
  private final double[] ofIncome;
  private final double[] ofDeficits;

  private WageBounds(Kernel kernel, double[] least, double[] most, int numeraire) {
    this.k = kernel;
    this.n = kernel.n;
    this.theta = kernel.theta[0];
    this.least = least;
    this.most = most;
    this.numeraire = numeraire;
    this.low = ones();
    this.high = ones();
    this.deficits = new double[n];
    Arrays.setAll(deficits, e -> k.deficits[e] / k.worldIncome);
    this.pulls = new double[n];
    this.ofIncome = new double[n];
    this.ofDeficits = new double[n];
  }

  /** The bounds; null where none were found. */
  static @Nullable WageBounds of(Kernel kernel, double[] least, double[] most, int numeraire) {
    WageBounds bounds = new WageBounds(kernel, least, most, numeraire);
    return bounds.find() ? bounds : null;
  }

  private double[] ones() {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** World labour income at wages, in the unit of the base. */
  private double worldIncome(double[] wages) {
    return Flat.dot(wages, 0, k.income, 0, n);
  }

  double leastWorldIncome() {
    return worldIncome(low);
  }

  double mostWorldIncome() {
    return worldIncome(high);
  }

  /** The least and the most that an economy's deficit may be. */
  double deficit(int e, boolean atMost) {
    double one = deficits[e] * leastWorldIncome();
    double other = deficits[e] * mostWorldIncome();
    return atMost ? Math.max(one, other) : Math.min(one, other);
  }

  private boolean find() {
    Lu slopes;
    try {
      slopes = new Lu(slopes(), n - 1);
    } catch (ArithmeticException e) {
      return false;
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      double left = Math.max(advance(slopes, true), advance(slopes, false));
      if (!Double.isFinite(left)) {
        return false;
      }
      if (left <= ENOUGH) {
        return isSound();
      }
    }
    return false;
  }

  /** All spend something whatever the case, which is what makes goods substitutes. */
  private boolean isSound() {
    for (int e = 0; e < n; e++) {
      boolean spends = low[e] * k.income[e] + deficit(e, false) > 0;
      if (!spends || !(low[e] > 0) || !(high[e] >= low[e] * (1 - 1e-9))) {
        return false;
      }
    }
    return true;
  }

  /** One chord step of the upper or the lower bounds; how far they were from a solution. */
  private double advance(Lu slopes, boolean upper) {
    double[] wages = upper ? high : low;
    double[] gaps = gaps(wages, upper);
    double largest = Flat.maxAbs(gaps);
    double[] moves = slopes.solve(gaps);
    for (int e = 0, at = 0; e < n; e++) {
      if (e != numeraire) {
        wages[e] *= Math.exp(-Math.max(-0.2, Math.min(0.2, moves[at++])));
      }
    }
    return largest;
  }

  /** Logarithms of demand over labour income at their extreme, without the numeraire's. */
  private double[] gaps(double[] wages, boolean upper) {
    demand(wages, upper);
    double one = leastWorldIncome();
    double other = mostWorldIncome();
    double[] gaps = new double[n - 1];
    for (int e = 0, at = 0; e < n; e++) {
      if (e != numeraire) {
        double a = ofDeficits[e] * one;
        double b = ofDeficits[e] * other;
        double demand = ofIncome[e] + (upper ? Math.max(a, b) : Math.min(a, b));
        double earned = wages[e] * k.income[e];
        gaps[at++] = earned > 0 ? Math.log(demand / earned) : 0;
      }
    }
    return gaps;
  }

  /** Demand out of labour incomes, and out of each unit of world income through deficits. */
  private void demand(double[] wages, boolean upper) {
    double[] own = upper ? most : least;
    double[] others = upper ? least : most;
    for (int e = 0; e < n; e++) {
      pulls[e] = Math.pow(wages[e], -theta);
    }
    Arrays.fill(ofIncome, 0);
    Arrays.fill(ofDeficits, 0);
    for (int to = 0; to < n; to++) {
      double all = Flat.dot(others, to * n, pulls, 0, n);
      double income = wages[to] * k.income[to];
      for (int i = 0; i < n; i++) {
        double mine = own[to * n + i] * pulls[i];
        if (mine > 0) {
          double share = mine / (all + mine - others[to * n + i] * pulls[i]);
          ofIncome[i] += income * share;
          ofDeficits[i] += deficits[to] * share;
        }
      }
    }
  }

  /** Derivatives of logarithms of demand over income by logarithms of wages, in the base. */
  private double[] slopes() {
    double[] full = new double[n * n];
    double[] sold = new double[n];
    double[] shares = new double[n];
    for (int to = 0; to < n; to++) {
      double all = 0;
      for (int i = 0; i < n; i++) {
        all += (least[to * n + i] + most[to * n + i]) / 2;
      }
      double spent = k.income[to] + k.deficits[to];
      for (int i = 0; i < n; i++) {
        shares[i] = (least[to * n + i] + most[to * n + i]) / 2 / all;
      }
      for (int i = 0; i < n; i++) {
        double flow = spent * shares[i];
        sold[i] += flow;
        Flat.addScaled(full, i * n, shares, 0, theta * flow, n);
        full[i * n + to] += k.income[to] * shares[i];
      }
    }
    double[] reduced = new double[(n - 1) * (n - 1)];
    for (int i = 0, row = 0; i < n; i++) {
      if (i != numeraire) {
        for (int j = 0, column = 0; j < n; j++) {
          if (j != numeraire) {
            double own = i == j ? theta + 1 : 0;
            reduced[row * (n - 1) + column++] =
                sold[i] > 0 ? full[i * n + j] / sold[i] - own : -own;
          }
        }
        row++;
      }
    }
    return reduced;
  }
}
