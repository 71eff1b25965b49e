package org.tariffeconomics.equilibrium;

/**
 * Newton's method on the logarithms of the sellers' prices in a {@link ClearingSystem}. The
 * residual is log excess demand; a step that does not lower it is halved.
 */
final class ExactClearing {

  private static final int MOST_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-13;

  /** A residual that is rounding only, where it cannot get smaller. */
  private static final double ROUNDING = 1e-11;

  private static final double LONGEST_STEP = 2;
  private static final double SHORTEST_STEP = 1e-6;

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
  private final double[] residuals;
  private int iterations;
  private double finalResidual;

  ExactClearing(String model, ClearingSystem system, double[] powerChanges) {
    this.model = model;
    this.system = system;
    this.powerChanges = powerChanges;
    this.tariffWeights = new double[powerChanges.length];
    this.scales = new double[powerChanges.length];
    this.logPrices = new double[system.sellers];
    this.newTheta = new double[powerChanges.length];
    this.demandParts = new double[powerChanges.length];
    this.logIndices = new double[system.buyers];
    this.residuals = new double[system.sellers];
    prepare();
    solve();
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
    double worst = evaluate(logPrices);
    double[] matrix = new double[system.sellers * system.sellers];
    while (!(worst <= TOLERANCE)) {
      if (iterations == MOST_ITERATIONS || !Double.isFinite(worst)) {
        throw failure(worst);
      }
      iterations++;
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
    finalResidual = worst;
  }

  private NonConvergenceException failure(double residual) {
    double told = Double.isNaN(residual) ? Double.POSITIVE_INFINITY : residual;
    return new NonConvergenceException(model, iterations, told);
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
      logIndices[v] = system.buys(v) ? logIndex(logs, v, sums[v]) : 0;
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

  private double logIndex(double[] logs, int buyer, double sum) {
    double exponent = 1 - system.sigma[buyer];
    if (Math.abs(exponent) > NEAR_COBB_DOUGLAS) {
      return Math.log(sum) / exponent;
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

  double residual() {
    return finalResidual;
  }
}
