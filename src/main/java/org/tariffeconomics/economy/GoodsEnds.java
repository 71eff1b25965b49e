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
