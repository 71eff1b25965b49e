package org.tariffeconomics.economy;

/**
 * The extremes, over every law between what is known of the duties of an importer, good by good, of
 * its welfare at given wages with weighted excess demands added, (1 + 1/θ) ln A − ln B + E N/B: A
 * sums what goods pull, B what of it is not duty, and N is B with each exporter's weight.
 *
 * <p>Its derivative by the logarithm of the power T of one good's duty is (1 + θ) a/A (κ R/T − 1),
 * with a the good's pull, R = A/B the mean power and κ = 1 − E (λ − N/B): it rises until T is κ R,
 * the power that would be best for that exporter, and falls after. Where R and κ lie between two,
 * most goods rise or fall in all their range and are at one end of it; this narrows R and κ, and so
 * on. What is left of a range counts with the largest derivative there.
 */
final class OpenDuties {

  private static final int MOST_STEPS = 100;

  private final double theta;

  /** What the importer spends before duty. */
  private final double spent;

  /** What does not depend on these duties. */
  private final double constant;

  /** By good: what it would pull without duty, the weight of its exporter, and its power. */
  private final double[] pulls;

  private final double[] weights;
  private final double[] least;
  private final double[] most;

  private OpenDuties(double theta, double spent, double constant, int count) {
    this.theta = theta;
    this.spent = spent;
    this.constant = constant;
    this.pulls = new double[count];
    this.weights = new double[count];
    this.least = new double[count];
    this.most = new double[count];
  }

  /** The duties of a law at the wages in the middle of its bounds. */
  static OpenDuties of(
      FoldedLaw law,
      Kernel k,
      int importer,
      Kernel.Scenario known,
      ExcessDemand middle,
      double[] weights) {
    int count = k.n - law.goods().size();
    for (GoodsEnds goods : law.goods().values()) {
      count += goods.values.length;
    }
    double others = middle.weightedExcessWithout(weights, importer);
    OpenDuties duties = new OpenDuties(k.theta[0], middle.spent(importer), others, count);
    int at = 0;
    for (int i = 0; i < k.n; i++) {
      int cell = importer * k.n + i;
      GoodsEnds goods = law.goods().get(cell);
      if (goods == null) {
        double pull = known.pulls()[cell];
        double power = pull > 0 ? pull / known.netPulls()[cell] : 1;
        duties.set(at++, pull * middle.powers()[i], power, weights[i], power, power);
        continue;
      }
      double scale = middle.powers()[i] * k.shares[cell] / goods.spending();
      for (int h = 0; h < goods.values.length; h++) {
        double base = 1 + goods.before[h];
        boolean isBanned = !Double.isFinite(goods.low[h]);
        double spending = isBanned ? 0 : scale * goods.values[h] * base;
        double low = isBanned ? base : 1 + goods.low[h];
        double high = isBanned ? base : 1 + goods.high[h];
        duties.set(at++, spending, base, weights[i], low, high);
      }
    }
    return duties;
  }

  private void set(int h, double pull, double at, double weight, double low, double high) {
    pulls[h] = pull * Math.pow(at, theta);
    weights[h] = weight;
    least[h] = low;
    most[h] = high;
  }

  /** What all duties between make least, or most. */
  double extreme(boolean largest) {
    double[] low = least.clone();
    double[] high = most.clone();
    Bracket bracket = new Bracket(low, high);
    for (int step = 0; step < MOST_STEPS && narrow(bracket, low, high, largest); step++) {
      bracket = new Bracket(low, high);
    }
    double rest = 0;
    double[] middle = new double[low.length];
    for (int h = 0; h < low.length; h++) {
      middle[h] = Math.sqrt(low[h] * high[h]);
      rest += bracket.steepest(h, low[h], high[h]) * Math.log(high[h] / low[h]) / 2;
    }
    return at(middle) + (largest ? rest : -rest);
  }

  /** Puts goods to the end of their range that counts, or nearer to it; whether any moved. */
  private boolean narrow(Bracket bracket, double[] low, double[] high, boolean largest) {
    boolean moved = false;
    for (int h = 0; h < low.length; h++) {
      if (low[h] < high[h]) {
        double peakLow = bracket.peak(h, false);
        double peakHigh = bracket.peak(h, true);
        double oldLow = low[h];
        double oldHigh = high[h];
        if (high[h] <= peakLow || low[h] >= peakHigh) {
          boolean rises = high[h] <= peakLow;
          low[h] = rises == largest ? high[h] : low[h];
          high[h] = low[h];
        } else if (largest) {
          low[h] = Math.max(low[h], peakLow);
          high[h] = Math.min(high[h], peakHigh);
        }
        moved |= low[h] - oldLow + (oldHigh - high[h]) > 1e-13;
      }
    }
    return moved;
  }

  private double at(double[] powers) {
    double a = 0;
    double b = 0;
    double weighted = 0;
    for (int h = 0; h < powers.length; h++) {
      double pull = pulls[h] * Math.pow(powers[h], -theta);
      a += pull;
      b += pull / powers[h];
      weighted += weights[h] * pull / powers[h];
    }
    return constant + (1 + 1 / theta) * Math.log(a) - Math.log(b) + spent * weighted / b;
  }

  /** The mean power and the mean weight, each between two, while powers are. */
  private final class Bracket {

    private final double meanLow;
    private final double meanHigh;
    private final double weightLow;
    private final double weightHigh;
    private final double leastPull;

    Bracket(double[] low, double[] high) {
      double[] netLow = new double[low.length];
      double[] netHigh = new double[low.length];
      double pull = 0;
      for (int h = 0; h < low.length; h++) {
        double dear = pulls[h] * Math.pow(high[h], -theta);
        netLow[h] = dear / high[h];
        netHigh[h] = low[h] == high[h] ? netLow[h] : pulls[h] * Math.pow(low[h], -theta - 1);
        pull += dear;
      }
      this.leastPull = pull;
      this.meanLow = DemandBox.extremeMean(low, netLow, netHigh, 0, false);
      this.meanHigh = DemandBox.extremeMean(high, netLow, netHigh, 0, true);
      this.weightLow = DemandBox.extremeMean(weights, netLow, netHigh, 0, false);
      this.weightHigh = DemandBox.extremeMean(weights, netLow, netHigh, 0, true);
    }

    /** The power that would be best for a good's exporter, at its least or at its most. */
    double peak(int h, boolean largest) {
      double kappa = 1 - spent * (weights[h] - (largest ? weightHigh : weightLow));
      boolean highMean = kappa > 0 == largest;
      return kappa * (highMean ? meanHigh : meanLow);
    }

    /** The largest size of the derivative by the logarithm of a good's power. */
    double steepest(int h, double low, double high) {
      if (low == high) {
        return 0;
      }
      double share = Math.min(1, pulls[h] * Math.pow(low, -theta) / leastPull);
      double most = peak(h, true);
      double least = peak(h, false);
      double one = Math.abs(most / (most > 0 ? low : high) - 1);
      double other = Math.abs(least / (least > 0 ? high : low) - 1);
      return (1 + theta) * share * Math.max(one, other);
    }
  }
}
