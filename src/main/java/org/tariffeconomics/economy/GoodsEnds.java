package org.tariffeconomics.economy;

/**
 * The goods of one pair and sector with their duties at the lowest and at the highest, on flat
 * arrays: what a fold for any elasticity takes. An infinite duty is a ban.
 */
final class GoodsEnds {

  final double[] values;
  final double[] before;
  final double[] low;
  final double[] high;

  GoodsEnds(double[] values, double[] before, double[] low, double[] high) {
    this.values = values;
    this.before = before;
    this.low = low;
    this.high = high;
  }

  static GoodsEnds ofOne(double before, double low, double high) {
    return new GoodsEnds(
        new double[] {1}, new double[] {before}, new double[] {low}, new double[] {high});
  }

  FoldedDuties folded(double theta, boolean highest) {
    return FoldedDuties.ofWithBans(theta, values, before, highest ? high : low);
  }

  /** Spending at base duties on all goods. */
  double spending() {
    double sum = 0;
    for (int h = 0; h < values.length; h++) {
      sum += values[h] * (1 + before[h]);
    }
    return sum;
  }

  /** The least duty on a good that is not banned. */
  double least() {
    double least = Double.POSITIVE_INFINITY;
    for (double each : low) {
      least = Math.min(least, each);
    }
    return least;
  }

  /** The most. */
  double most() {
    double most = Double.NEGATIVE_INFINITY;
    for (double each : high) {
      most = Double.isFinite(each) ? Math.max(most, each) : most;
    }
    return most;
  }
}
