package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tariffeconomics.basics.Require;

/**
 * The goods of one pair and sector with their duties at the lowest and at the highest, on flat
 * arrays: what a fold for any elasticity takes. An infinite duty is a ban.
 */
final class GoodsEnds {

  final double[] values;
  final double[] before;
  final double[] low;
  final double[] high;
  private final double spending;

  /** What of a fold does not depend on the elasticity, at the lowest and at the highest. */
  private final Prepared lowest;

  private final Prepared highest;

  GoodsEnds(double[] values, double[] before, double[] low, double[] high) {
    this.values = values;
    this.before = before;
    this.low = low;
    this.high = high;
    double sum = 0;
    for (int h = 0; h < values.length; h++) {
      sum += values[h] * (1 + before[h]);
    }
    this.spending = sum;
    this.lowest = new Prepared(low);
    this.highest = Arrays.equals(low, high) ? lowest : new Prepared(high);
  }

  static GoodsEnds ofOne(double before, double low, double high) {
    return new GoodsEnds(
        new double[] {1}, new double[] {before}, new double[] {low}, new double[] {high});
  }

  FoldedDuties folded(double theta, boolean highest) {
    return (highest ? this.highest : lowest).folded(theta);
  }

  /**
   * The goods with duties a part of the way from the lowest to the highest, in logarithms of their
   * powers; there is nothing on the way to a ban.
   */
  GoodsEnds between(double part) {
    double[] at = new double[low.length];
    Arrays.setAll(
        at,
        h ->
            Double.isFinite(high[h])
                ? Math.expm1((1 - part) * Math.log1p(low[h]) + part * Math.log1p(high[h]))
                : low[h]);
    return new GoodsEnds(values, before, at, at);
  }

  /** Whether the lowest and the highest are one. */
  boolean isKnown() {
    return lowest == highest;
  }

  /**
   * Duties at one end, with all that is the same for every elasticity: draws fold a law a thousand
   * times. Goods that are banned are left out, and goods whose power changes alike are one.
   */
  private final class Prepared {

    /** Shares of base spending and logarithms of the change of the power, by kind of goods. */
    private final double[] shares;

    private final double[] logChanges;

    /** Shares of what is spent after that are not duty, on average over a kind. */
    private final double[] netShares;

    private final double meanPowerChange;
    private final double meanDuty;

    Prepared(double[] after) {
      double value = 0;
      double duty = 0;
      double mean = 0;
      Map<Double, double[]> kinds = new LinkedHashMap<>();
      for (int h = 0; h < after.length; h++) {
        if (after[h] < Double.POSITIVE_INFINITY && values[h] > 0) {
          double share = values[h] * (1 + before[h]) / spending();
          double change = (1 + after[h]) / (1 + before[h]);
          value += values[h];
          duty += values[h] * after[h];
          mean += share * change;
          double[] kind = kinds.computeIfAbsent(change, key -> new double[2]);
          kind[0] += share;
          kind[1] += share / (1 + after[h]);
        }
      }
      Require.positive("the sum of values that may be imported", value);
      this.shares = new double[kinds.size()];
      this.logChanges = new double[kinds.size()];
      this.netShares = new double[kinds.size()];
      int at = 0;
      for (Map.Entry<Double, double[]> kind : kinds.entrySet()) {
        shares[at] = kind.getValue()[0];
        logChanges[at] = Math.log(Require.positive("change", kind.getKey()));
        netShares[at++] = kind.getValue()[1] / kind.getValue()[0];
      }
      this.meanPowerChange = mean;
      this.meanDuty = duty / value;
    }

    FoldedDuties folded(double theta) {
      double index = 0;
      double net = 0;
      for (int kind = 0; kind < shares.length; kind++) {
        double weight = shares[kind] * Math.exp(-theta * logChanges[kind]);
        index += weight;
        net += weight * netShares[kind];
      }
      return new FoldedDuties(
          theta, Math.pow(index, -1 / theta), net / index, meanPowerChange, meanDuty);
    }
  }

  /** Spending at base duties on all goods. */
  double spending() {
    return spending;
  }

  /**
   * The least or the most that the mean power of duties may be, weighted by what is not duty, each
   * good at any duty between its ends.
   */
  double meanPower(double theta, boolean largest) {
    double[] powers = new double[values.length];
    double[] least = new double[values.length];
    double[] most = new double[values.length];
    for (int h = 0; h < values.length; h++) {
      if (Double.isFinite(low[h])) {
        double pull = values[h] * Math.pow(1 + before[h], 1 + theta);
        powers[h] = 1 + (largest ? high[h] : low[h]);
        least[h] = pull * Math.pow(1 + high[h], -theta - 1);
        most[h] = pull * Math.pow(1 + low[h], -theta - 1);
      }
    }
    return DemandBox.extremeMean(powers, least, most, 0, largest);
  }
}
