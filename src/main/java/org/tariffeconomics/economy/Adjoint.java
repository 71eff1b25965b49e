package org.tariffeconomics.economy;

/**
 * How welfare in a solved world of one sector without deficits answers to duties, wages reacting:
 * the Jacobian of excess demand once, and one transposed solve an economy, whatever the number of
 * duties (g = W_t − μ'F_t with F_w'μ = W_w). The first economy's wage is the numeraire, of each
 * group of economies that trade with each other only.
 */
final class Adjoint {

  private final KernelPass pass;
  private final int n;
  private final double theta;

  /** Flows before duty, {@code [importer * n + exporter]}, and shares of spending. */
  private final double[] flows;

  private final double[] shares;
  private final double[] spent;
  private final double[] sold;
  private final boolean[] isNumeraire;
  private final Lu jacobian;

  Adjoint(Solution solution) {
    this.pass = solution.pass();
    this.n = pass.k.n;
    this.theta = pass.k.theta[0];
    this.flows = new double[n * n];
    this.shares = new double[n * n];
    this.spent = new double[n];
    this.sold = new double[n];
    for (int to = 0; to < n; to++) {
      for (int from = 0; from < n; from++) {
        int cell = to * n + from;
        shares[cell] = solution.share(0, to, from);
        flows[cell] = solution.flow(0, to, from);
        spent[to] += flows[cell];
        sold[from] += flows[cell];
      }
    }
    this.isNumeraire = firsts(pass.k);
    this.jacobian = new Lu(jacobian(), n - 1);
  }

  private double earned(int e) {
    return pass.earned[e];
  }

  /** Derivatives of excess demand by logarithms of wages, without the first row and column. */
  private double[] jacobian() {
    double[] full = new double[n * n];
    for (int to = 0; to < n; to++) {
      for (int i = 0; i < n; i++) {
        double factor = theta * flows[to * n + i] / spent[to];
        if (factor != 0) {
          Flat.addScaled(full, i * n, flows, to * n, factor, n);
        }
        full[i * n + to] += flows[to * n + i] / spent[to] * earned(to);
      }
    }
    int m = n - 1;
    double[] reduced = new double[m * m];
    for (int i = 1; i < n; i++) {
      if (isNumeraire[i]) {
        reduced[(i - 1) * (m + 1)] = 1;
        continue;
      }
      full[i * n + i] -= theta * sold[i] + earned(i);
      for (int j = 1; j < n; j++) {
        reduced[(i - 1) * m + j - 1] = isNumeraire[j] ? 0 : full[i * n + j];
      }
    }
    return reduced;
  }

  /** Which economies are the first of their group. */
  private static boolean[] firsts(Kernel k) {
    boolean[] seen = new boolean[k.groupIncome.length];
    boolean[] firsts = new boolean[k.n];
    for (int e = 0; e < k.n; e++) {
      firsts[e] = !seen[k.group[e]];
      seen[k.group[e]] = true;
    }
    return firsts;
  }

  /** What a unit of excess demand for each economy's labour is worth to a player. */
  private double[] multipliers(int player) {
    double[] byWage = new double[n - 1];
    for (int k = 1; k < n; k++) {
      double own = k == player ? earned(player) / spent[player] : 0;
      byWage[k - 1] =
          isNumeraire[k]
              ? 0
              : own
                  + theta * flows[player * n + k] / spent[player]
                  - (1 + theta) * shares[player * n + k];
    }
    double[] reduced = jacobian.solveTransposed(byWage);
    double[] multipliers = new double[n];
    System.arraycopy(reduced, 0, multipliers, 1, n - 1);
    return multipliers;
  }

  /**
   * The derivatives of a player's logarithm of welfare by the logarithms of the powers of its
   * duties on each economy; that on its own goods is no instrument and zero.
   */
  double[] gradient(int player) {
    double[] weights = weights(player);
    double[] gradient = new double[n];
    for (int i = 0; i < n; i++) {
      int cell = player * n + i;
      gradient[i] = i == player ? 0 : (1 + theta) * (flows[cell] * weights[i] - shares[cell]);
    }
    return gradient;
  }

  /**
   * The powers of the duties at which the gradient would be zero, were all else as it is: the first
   * order condition solved for the power.
   */
  double[] targets(int player) {
    double[] targets = weights(player);
    for (int i = 0; i < n; i++) {
      targets[i] *= pass.finalUse[player];
    }
    return targets;
  }

  /** The same for one power on all others. */
  double uniformTarget(int player) {
    double[] weights = weights(player);
    double weighted = 0;
    double bought = 0;
    for (int i = 0; i < n; i++) {
      if (i != player) {
        weighted += flows[player * n + i] * weights[i];
        bought += flows[player * n + i];
      }
    }
    return pass.finalUse[player] * weighted / bought;
  }

  private double[] weights(int player) {
    double[] weights = multipliers(player);
    double mean = Flat.dot(weights, 0, flows, player * n, n) / spent[player];
    for (int i = 0; i < n; i++) {
      weights[i] += 1 / spent[player] - mean;
    }
    return weights;
  }

  /** One over ε times the share of foreigners' spending on foreign goods: a rule of thumb. */
  double foreignShareRule(int player) {
    double all = 0;
    double foreign = 0;
    for (int to = 0; to < n; to++) {
      if (to != player) {
        all += spent[to];
        foreign += spent[to] - flows[to * n + player];
      }
    }
    return all / (theta * foreign);
  }

  /** One over ε Σ χ (1 − λ) with export shares χ and the buyers' shares λ of the player's goods. */
  double exportShareRule(int player) {
    double exports = sold[player] - flows[player * n + player];
    double sum = 0;
    for (int to = 0; to < n; to++) {
      if (to != player) {
        int cell = to * n + player;
        sum += flows[cell] / exports * (1 - shares[cell]);
      }
    }
    return 1 / (theta * sum);
  }
}
