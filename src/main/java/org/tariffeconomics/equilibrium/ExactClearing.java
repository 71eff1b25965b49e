package org.tariffeconomics.equilibrium;

import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.Require;

/**
 * Newton's method on the logarithms of the sellers' prices in a {@link ClearingSystem}. The
 * residual is log excess demand; a step that does not lower it is halved.
 *
 * <p>Where the old prices are too far off to start from, the shock is brought in by steps, each
 * solved from the prices of the one before: a step that fails is halved, one that succeeds is
 * followed by a longer one.
 */
final class ExactClearing {

  private static final int MOST_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-13;

  /** A residual that is rounding only, where it cannot get smaller. */
  private static final double ROUNDING = 1e-11;

  /** The part of the shock, in logarithms, below which a step is not halved again. */
  private static final double SMALLEST_PART = 1.0 / 4096;

  private static final double LONGEST_STEP = 2;
  private static final double SHORTEST_STEP = 1e-6;

  /** Sums of weights outside this range are taken again in logarithms. */
  private static final double LEAST_SUM = 1e-250;

  private static final double LARGEST_SUM = 1e250;

  /** Below this distance of σ from one the price index is taken by its limit form. */
  private static final double NEAR_COBB_DOUGLAS = 0.05;

  private final String model;
  private final ClearingSystem system;
  private final double[] powerChanges;

  /** {@code θ T^(1−σ)}, which no iteration changes. */
  private final double[] tariffWeights;

  /** {@code φ / (θ T)}, which no iteration changes. */
  private final double[] scales;

  private double[] logPrices;
  private final double[] newTheta;
  private final double[] demandParts;
  private final double[] logIndices;

  /** By buyer, {@code ln Σ θ (pT)^(1−σ)}. */
  private final double[] logSums;

  private final double[] residuals;
  private int iterations;

  private ExactClearing(
      String model, ClearingSystem system, double[] powerChanges, double[] startLogPrices) {
    this.model = model;
    this.system = system;
    this.powerChanges = powerChanges;
    this.tariffWeights = new double[powerChanges.length];
    this.scales = new double[powerChanges.length];
    this.logPrices = startLogPrices.clone();
    this.newTheta = new double[powerChanges.length];
    this.demandParts = new double[powerChanges.length];
    this.logIndices = new double[system.buyers];
    this.logSums = new double[system.buyers];
    this.residuals = new double[system.sellers];
    prepare();
    solve();
  }

  /**
   * The equilibrium after these changes of the powers.
   *
   * @throws NonConvergenceException when none is found, directly or by steps
   */
  static ExactClearing of(String model, ClearingSystem system, double[] powerChanges) {
    double[] oldPrices = new double[system.sellers];
    try {
      return new ExactClearing(model, system, powerChanges, oldPrices);
    } catch (NonConvergenceException direct) {
      return bySteps(model, system, powerChanges, oldPrices, direct.iterations());
    }
  }

  private static ExactClearing bySteps(
      String model, ClearingSystem system, double[] powerChanges, double[] oldPrices, int spent) {
    double reached = 0;
    double part = 0.5;
    double[] prices = oldPrices;
    int iterations = spent;
    while (true) {
      double next = Math.min(1, reached + part);
      double[] changes = next == 1 ? powerChanges : partOf(powerChanges, next);
      try {
        ExactClearing solved = new ExactClearing(model, system, changes, prices);
        iterations += solved.iterations;
        if (next == 1) {
          solved.iterations = iterations;
          return solved;
        }
        prices = solved.logPrices;
        reached = next;
        part *= 2;
      } catch (NonConvergenceException failed) {
        iterations += failed.iterations();
        part /= 2;
        if (part < SMALLEST_PART) {
          throw new NonConvergenceException(model, iterations, failed.residual());
        }
      }
    }
  }

  private static double[] partOf(double[] powerChanges, double part) {
    double[] changes = powerChanges.clone();
    for (int at = 0; at < changes.length; at++) {
      changes[at] = Math.exp(part * Math.log(changes[at]));
    }
    return changes;
  }

  private void prepare() {
    for (int at = 0; at < powerChanges.length; at++) {
      if (system.theta[at] > 0) {
        double exponent = 1 - system.sigma[at % system.buyers];
        tariffWeights[at] = system.theta[at] * Math.pow(powerChanges[at], exponent);
        scales[at] = system.phi[at] / (system.theta[at] * powerChanges[at]);
      }
    }
  }

  private void solve() {
    LongWork work = LongWork.beginOpen("steps of the solver", 1);
    double worst = evaluate(logPrices);
    double[] matrix = new double[system.sellers * system.sellers];
    while (!(worst <= TOLERANCE)) {
      if (iterations == MOST_ITERATIONS || !Double.isFinite(worst)) {
        throw failure(worst);
      }
      iterations++;
      work.advance(1);
      system.fillMatrix(demandParts, newTheta, matrix);
      double[] step = LinearSystem.solve(matrix, residuals);
      double next = advance(step, worst);
      if (!(next < worst)) {
        if (worst <= ROUNDING) {
          break;
        }
        throw failure(worst);
      }
      worst = next;
    }
  }

  private NonConvergenceException failure(double residual) {
    double finite = Double.isNaN(residual) ? Double.POSITIVE_INFINITY : residual;
    return new NonConvergenceException(model, iterations, finite);
  }

  /** Goes along the step as far as the residual falls; gives the residual there. */
  private double advance(double[] step, double worst) {
    double longest = 0;
    for (double each : step) {
      longest = Math.max(longest, Math.abs(each));
    }
    double length = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    double[] start = logPrices;
    for (; length >= SHORTEST_STEP; length /= 2) {
      double[] candidate = moved(start, step, length);
      double residual = evaluate(candidate);
      if (residual < worst) {
        logPrices = candidate;
        return residual;
      }
    }
    return evaluate(start);
  }

  private static double[] moved(double[] start, double[] step, double length) {
    double[] moved = new double[start.length];
    for (int r = 0; r < moved.length; r++) {
      moved[r] = start[r] + length * step[r];
    }
    return moved;
  }

  /** Fills in shares, indices and residuals at these prices; gives the largest residual. */
  private double evaluate(double[] logs) {
    double[] sums = fillWeights(logs);
    for (int v = 0; v < system.buyers; v++) {
      logSums[v] = Math.log(sums[v]);
      if (system.buys(v) && !(sums[v] >= LEAST_SUM && sums[v] <= LARGEST_SUM)) {
        sums[v] = fillColumnInLogs(logs, v);
      }
      logIndices[v] = system.buys(v) ? logIndex(logs, v) : 0;
    }
    return fillDemand(logs, sums);
  }

  /** The weights {@code θ (pT)^(1−σ)} and their sums by buyer; one exponential for each new σ. */
  private double[] fillWeights(double[] logs) {
    int buyers = system.buyers;
    double[] sums = new double[buyers];
    for (int r = 0; r < system.sellers; r++) {
      double lastSigma = 1;
      double factor = 1;
      for (int v = 0; v < buyers; v++) {
        if (system.sigma[v] != lastSigma) {
          lastSigma = system.sigma[v];
          factor = Math.exp((1 - lastSigma) * logs[r]);
        }
        double weight = tariffWeights[r * buyers + v] * factor;
        newTheta[r * buyers + v] = weight;
        sums[v] += weight;
      }
    }
    return sums;
  }

  /** The weights of one buyer as parts of the largest; gives their sum. */
  private double fillColumnInLogs(double[] logs, int buyer) {
    double[] logWeights = new double[system.sellers];
    double highest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < logWeights.length; r++) {
      int at = r * system.buyers + buyer;
      logWeights[r] =
          Math.log(system.theta[at])
              + (1 - system.sigma[buyer]) * (logs[r] + Math.log(powerChanges[at]));
      highest = Math.max(highest, logWeights[r]);
    }
    double sum = 0;
    for (int r = 0; r < logWeights.length; r++) {
      double weight = Math.exp(logWeights[r] - highest);
      newTheta[r * system.buyers + buyer] = weight;
      sum += weight;
    }
    logSums[buyer] = highest + Math.log(sum);
    return sum;
  }

  private double logIndex(double[] logs, int buyer) {
    double exponent = 1 - system.sigma[buyer];
    if (Math.abs(exponent) > NEAR_COBB_DOUGLAS) {
      return logSums[buyer] / exponent;
    }
    double[] shares = new double[system.sellers];
    double[] paid = new double[system.sellers];
    for (int r = 0; r < system.sellers; r++) {
      int at = r * system.buyers + buyer;
      shares[r] = system.theta[at];
      paid[r] = logs[r] + (shares[r] > 0 ? Math.log(powerChanges[at]) : 0);
    }
    return Ces.logPriceIndex(shares, paid, system.sigma[buyer]);
  }

  private double fillDemand(double[] logs, double[] sums) {
    int buyers = system.buyers;
    double[] levels = new double[buyers];
    for (int v = 0; v < buyers; v++) {
      levels[v] = system.buys(v) ? Math.exp((1 + system.demand[v]) * logIndices[v]) : 0;
    }
    double worst = 0;
    for (int r = 0; r < system.sellers; r++) {
      residuals[r] = system.sells(r) ? excess(r, logs[r], sums, levels) : 0;
      worst = Math.max(worst, Math.abs(residuals[r]));
    }
    return worst;
  }

  /** Log excess demand for a seller; leaves its new sales shares in {@code demandParts}. */
  private double excess(int seller, double logPrice, double[] sums, double[] levels) {
    int from = seller * system.buyers;
    double total = 0;
    for (int v = 0; v < system.buyers; v++) {
      if (scales[from + v] > 0) {
        newTheta[from + v] /= sums[v];
        double part = scales[from + v] * newTheta[from + v] * levels[v];
        demandParts[from + v] = part;
        total += part;
      }
    }
    for (int v = 0; v < system.buyers; v++) {
      demandParts[from + v] /= total;
    }
    return Math.log(total) - (1 + system.supply[seller]) * logPrice;
  }

  /** Logarithms of the sellers' prices. */
  double[] logPrices() {
    return logPrices;
  }

  /** Logarithms of the buyers' price indices. */
  double[] logIndices() {
    return logIndices;
  }

  /** The quantity of every flow, new over old; 1 where there is none. */
  double[] quantities() {
    double[] quantities = new double[powerChanges.length];
    for (int at = 0; at < quantities.length; at++) {
      int v = at % system.buyers;
      double logPaid = logPrices[at / system.buyers] + Math.log(powerChanges[at]);
      double common = (system.sigma[v] + system.demand[v]) * logIndices[v];
      quantities[at] =
          system.theta[at] > 0
              ? Require.finiteResult("a flow", Math.exp(common - system.sigma[v] * logPaid))
              : 1;
    }
    return quantities;
  }

  int iterations() {
    return iterations;
  }
}
