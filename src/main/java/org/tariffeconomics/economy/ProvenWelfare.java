package org.tariffeconomics.economy;

import java.util.List;
import java.util.Optional;

/**
 * Bounds of welfare that hold for every law between what is known of one, good by good, in a world
 * of one sector: within the {@link WageBounds} of its equilibria, a sum of the logarithm of welfare
 * and of excess demands, which are zero there; the widest of all boxes counts. Their weights are
 * such that wages do not move the sum in the middle; what is left is how the open duties move it,
 * whose extremes are found exactly, and what slopes within the bounds of wages allow on top.
 *
 * <p>Welfare is E A^(1 + 1/θ)/B, with E what is spent before duty, A the sum of pulls and B that of
 * what of them is not duty, wages of sellers to the power of −θ within both.
 */
final class ProvenWelfare {

  /** Bounds are found to this accuracy, and widened by it. */
  private static final double SLACK = 1e-9;

  private final Kernel k;
  private final int n;
  private final double theta;
  private final FoldedLaw law;
  private final int importer;
  private final Kernel.Scenario least;
  private final Kernel.Scenario most;
  private final List<WageBounds> wages;

  ProvenWelfare(Kernel kernel, FoldedLaw law, int importer) {
    this.k = kernel;
    this.n = kernel.n;
    this.theta = kernel.theta[0];
    this.law = law;
    this.importer = importer;
    this.least = kernel.scenario(law.shock(exporter -> true));
    this.most = kernel.scenario(law.shock(exporter -> false));
    this.wages = WageBounds.covering(kernel, least.netPulls(), most.netPulls(), importer);
  }

  /**
   * Whether the argument is for such a model: one sector, no inputs, deficits that do not react.
   */
  static boolean isFor(Kernel kernel) {
    return kernel.sectors == 1 && !kernel.hasInputs && !kernel.rule.isMultiplicative();
  }

  /** The bounds of an economy's welfare, new over base; empty where they were not found. */
  Optional<EstimateRange> of(int e) {
    if (wages.isEmpty()) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (WageBounds bounds : wages) {
      double[] ends = ends(e, bounds);
      low = Math.min(low, Math.exp(ends[0]));
      high = Math.max(high, Math.exp(ends[1]));
    }
    return low <= high && Double.isFinite(high)
        ? Optional.of(new EstimateRange(low * (1 - SLACK), high * (1 + SLACK)))
        : Optional.empty();
  }

  /** The least and the most of the logarithm of an economy's welfare in one box. */
  private double[] ends(int e, WageBounds bounds) {
    ExcessDemand middle = bounds.middle();
    Prices prices = new Prices(e, middle);
    double[] weights = bounds.weightsFor(slopes(e, middle, prices));
    double[] slopesLow = new double[n];
    double[] slopesHigh = new double[n];
    WageBounds.meanSlopes(bounds.way(), weights, slopesLow, slopesHigh);
    addSlopes(e, bounds.box(), prices, slopesLow, slopesHigh);
    double[] ends = new double[2];
    for (int end = 0; end < 2; end++) {
      boolean largest = end == 1;
      double atMiddle =
          e == importer
              ? OpenDuties.of(law, k, importer, least, middle, weights).extreme(largest)
              : prices.logWelfare() + middle.weightedExcess(weights, largest);
      ends[end] =
          Math.log(middle.spent(e) / k.finalUse[e])
              + atMiddle
              + bounds.reach(slopesLow, slopesHigh, largest);
    }
    return ends;
  }

  /** What an economy pays over what of it is not duty, by exporter and on average. */
  private final class Prices {

    private final int e;
    private final double a;
    private final double b;

    /** Powers of duties, pulls over net pulls, at their least and at their most. */
    private final double[] powersLow = new double[n];

    private final double[] powersHigh = new double[n];

    Prices(int e, ExcessDemand middle) {
      this.e = e;
      double sumA = 0;
      double sumB = 0;
      for (int i = 0; i < n; i++) {
        int cell = e * n + i;
        double one = power(least, cell);
        double other = power(most, cell);
        powersLow[i] = Math.min(one, other);
        powersHigh[i] = Math.max(one, other);
        double net = Math.sqrt(least.netPulls()[cell] * most.netPulls()[cell]) * middle.powers()[i];
        sumA += net * Math.sqrt(one * other);
        sumB += net;
      }
      openPowers();
      this.a = sumA;
      this.b = sumB;
    }

    private double power(Kernel.Scenario scenario, int cell) {
      double net = scenario.netPulls()[cell];
      return net > 0 ? scenario.pulls()[cell] / net : 1;
    }

    /** Each good may be at one end of its duty and others at the other. */
    private void openPowers() {
      law.goods()
          .forEach(
              (cell, goods) -> {
                if (cell / n == e) {
                  powersLow[cell % n] = goods.meanPower(theta, false);
                  powersHigh[cell % n] = goods.meanPower(theta, true);
                }
              });
    }

    /** Welfare in the middle, without what is spent and its base. */
    double logWelfare() {
      return (1 + 1 / theta) * Math.log(a) - Math.log(b);
    }

    /** The mean power in the middle. */
    double mean() {
      return a / b;
    }

    double power(int i) {
      return Math.sqrt(powersLow[i] * powersHigh[i]);
    }
  }

  /** Slopes of the logarithm of welfare by logarithms of wages in the middle. */
  private double[] slopes(int e, ExcessDemand middle, Prices prices) {
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      double deficit = k.deficits[e] / k.worldIncome;
      slopes[i] =
          deficit * middle.earned(i) / middle.spent(e)
              + middle.share(e, i) * (theta - (1 + theta) * prices.power(i) / prices.mean());
    }
    slopes[e] += middle.earned(e) / middle.spent(e);
    return slopes;
  }

  private void addSlopes(int e, DemandBox box, Prices prices, double[] low, double[] high) {
    double meanLow = box.mean(prices.powersLow, e, false);
    double meanHigh = box.mean(prices.powersHigh, e, true);
    double deficit = box.deficit(e);
    for (int i = 0; i < n; i++) {
      double least = theta - (1 + theta) * prices.powersHigh[i] / meanLow;
      double most = theta - (1 + theta) * prices.powersLow[i] / meanHigh;
      low[i] += least * box.share(e, i, least < 0);
      high[i] += most * box.share(e, i, most >= 0);
      double one = deficit * box.earnedLow[i] / box.spentHigh(e);
      double other = deficit * box.earnedHigh[i] / box.spentLow(e);
      low[i] += Math.min(one, other);
      high[i] += Math.max(one, other);
    }
    low[e] += box.earnedLow[e] / box.spentHigh(e);
    high[e] += box.earnedHigh[e] / box.spentLow(e);
  }
}
