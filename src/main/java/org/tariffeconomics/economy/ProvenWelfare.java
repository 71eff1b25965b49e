package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;

/**
 * Bounds of welfare that hold for every law between what is known of one, good by good, in a world
 * of one sector: {@link WageBounds} with the economy's own wage as numeraire, and its welfare at
 * the end of each wage and of each duty that makes it largest or smallest.
 *
 * <p>Welfare is E A^(1 + 1/θ)/B, with E what is spent before duty, A the sum of pulls and B that of
 * what of them is not duty, wages of sellers to the power of −θ within both. Of an economy whose
 * own duties are known only other wages count. Of the importer, welfare as a function of the power
 * of one good's duty rises until the power is A/B, the mean power, and falls after it: the best
 * case has each open duty at the point of its range that is next to the mean power, the worst at
 * one of its ends.
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

  ProvenWelfare(Kernel kernel, FoldedLaw law, int importer) {
    this.k = kernel;
    this.n = kernel.n;
    this.theta = kernel.theta[0];
    this.law = law;
    this.importer = importer;
    this.least = kernel.scenario(law.shock(exporter -> true));
    this.most = kernel.scenario(law.shock(exporter -> false));
  }

  /**
   * Whether the argument is for such a model: one sector, no inputs, deficits that do not react.
   */
  static boolean isFor(Kernel kernel) {
    return kernel.sectors == 1 && !kernel.hasInputs && !kernel.rule.isMultiplicative();
  }

  /** The bounds of an economy's welfare, new over base; empty where they were not found. */
  Optional<EstimateRange> of(int e) {
    WageBounds wages = WageBounds.of(k, least.netPulls(), most.netPulls(), e);
    if (wages == null) {
      return Optional.empty();
    }
    double base = k.finalUse[e];
    double spentLeast = k.income[e] + wages.deficit(e, false);
    double spentMost = k.income[e] + wages.deficit(e, true);
    double[] near = powers(wages.low);
    double[] far = powers(wages.high);
    return (e == importer ? ofOpenDuties(near, far) : Optional.of(ofKnownDuties(e, near, far)))
        .map(
            prices ->
                new EstimateRange(
                    spentLeast * prices.lowest() / base * (1 - SLACK),
                    spentMost * prices.highest() / base * (1 + SLACK)));
  }

  private Optional<EstimateRange> ofOpenDuties(double[] near, double[] far) {
    OwnDuties own = new OwnDuties(near, far);
    return own.cheaperIsBetter() ? Optional.of(own.range()) : Optional.empty();
  }

  private double[] powers(double[] wages) {
    double[] powers = new double[n];
    Arrays.setAll(powers, i -> Math.pow(wages[i], -theta));
    return powers;
  }

  /** A^(1/θ) · A/B where pulls are known and sellers' wages lie between bounds. */
  private EstimateRange ofKnownDuties(int e, double[] near, double[] far) {
    double[] a = Arrays.copyOfRange(least.pulls(), e * n, e * n + n);
    double[] b = Arrays.copyOfRange(least.netPulls(), e * n, e * n + n);
    double large = Math.pow(Flat.dot(a, 0, near, 0, n), 1 / theta);
    double small = Math.pow(Flat.dot(a, 0, far, 0, n), 1 / theta);
    return new EstimateRange(
        small * ratio(a, b, far, near, false), large * ratio(a, b, far, near, true));
  }

  /**
   * The largest or the smallest of Σ a z/Σ b z with each z between two: those above the ratio at
   * one end, those below at the other, repeated until the ratio is its own.
   */
  private static double ratio(double[] a, double[] b, double[] low, double[] high, boolean most) {
    double ratio = 1;
    for (int step = 0; step < 100; step++) {
      double above = 0;
      double below = 0;
      for (int i = 0; i < a.length; i++) {
        boolean raises = a[i] > ratio * b[i];
        double z = raises == most ? high[i] : low[i];
        above += a[i] * z;
        below += b[i] * z;
      }
      double next = above / below;
      if (next == ratio) {
        break;
      }
      ratio = next;
    }
    return ratio;
  }

  /** A^(1 + 1/θ)/B of the importer, whose duties are open good by good. */
  private final class OwnDuties {

    private final double[] near;
    private final double[] far;

    /** What of the pulls is known for certain: those of home and of exporters without goods. */
    private final double[] known = new double[n];

    private final double[] knownNet = new double[n];
    private final double leastPower;
    private final double mostPower;

    OwnDuties(double[] near, double[] far) {
      this.near = near;
      this.far = far;
      for (int i = 0; i < n; i++) {
        int cell = importer * n + i;
        if (!law.goods().containsKey(cell)) {
          known[i] = least.pulls()[cell];
          knownNet[i] = least.netPulls()[cell];
        }
      }
      this.leastPower = meanPower(false);
      this.mostPower = meanPower(true);
    }

    /** Where the mean power, A/B, may lie at its least or at its most. */
    private double meanPower(boolean largest) {
      double[] a = known.clone();
      double[] b = knownNet.clone();
      double[] low = far.clone();
      double[] high = near.clone();
      law.goods()
          .forEach(
              (cell, goods) -> {
                int i = cell % n;
                a[i] = power(goods, largest);
                b[i] = 1;
                low[i] *= least.netPulls()[cell];
                high[i] *= most.netPulls()[cell];
              });
      return ratio(a, b, low, high, largest);
    }

    /** The least or the most that the power of a good's duty may be. */
    private double power(GoodsEnds goods, boolean largest) {
      double extreme = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      for (int h = 0; h < goods.values.length; h++) {
        if (Double.isFinite(goods.low[h])) {
          extreme =
              largest ? Math.max(extreme, 1 + goods.high[h]) : Math.min(extreme, 1 + goods.low[h]);
        }
      }
      return extreme;
    }

    /** Whether welfare rises with every pull, so that sellers' wages count at their ends. */
    boolean cheaperIsBetter() {
      double needed = mostPower / (1 + 1 / theta);
      for (int i = 0; i < n; i++) {
        if (known[i] > 0 && known[i] < needed * knownNet[i]) {
          return false;
        }
      }
      return law.goods().values().stream().allMatch(goods -> power(goods, false) >= needed);
    }

    EstimateRange range() {
      return new EstimateRange(worst(), best());
    }

    private double best() {
      Sums sums = new Sums(near);
      sums.addGoods(
          (good, weight) -> sums.add(good, weight, good.clip(leastPower), good.clip(mostPower)));
      return sums.welfare();
    }

    private double worst() {
      Sums dearest = new Sums(far);
      dearest.addGoods((good, weight) -> dearest.add(good, weight, good.high(), good.high()));
      Sums cheapest = new Sums(far);
      cheapest.addGoods((good, weight) -> cheapest.add(good, weight, good.low(), good.low()));
      Sums sums = new Sums(far);
      sums.addGoods(
          (good, weight) -> {
            boolean high =
                good.low() >= mostPower || highIsWorse(good, weight, cheapest.a, dearest.b);
            boolean low =
                good.high() <= leastPower || !highIsWorse(good, weight, dearest.a, cheapest.b);
            sums.add(
                good,
                weight,
                low && !high ? good.low() : good.high(),
                high ? good.high() : good.low());
          });
      return sums.welfare();
    }

    /** Whether a duty's upper end is worse than its lower one, given both sums at its lower one. */
    private boolean highIsWorse(Good good, double weight, double a, double b) {
      double lostPull = weight * (good.pull(good.low()) - good.pull(good.high()));
      double lostNet =
          weight * (good.pull(good.low()) / good.low() - good.pull(good.high()) / good.high());
      return (1 + 1 / theta) * Math.log1p(-lostPull / a) <= Math.log1p(-lostNet / b);
    }

    /** A and B, filled good by good. */
    private final class Sums {
      private final double[] z;
      private double a;
      private double b;

      Sums(double[] z) {
        this.z = z;
        this.a = Flat.dot(known, 0, z, 0, n);
        this.b = Flat.dot(knownNet, 0, z, 0, n);
      }

      void addGoods(ObjDoubleConsumer<Good> add) {
        law.goods()
            .forEach(
                (cell, goods) -> {
                  double scale = z[cell % n] * k.shares[cell] / goods.spending();
                  for (int h = 0; h < goods.values.length; h++) {
                    if (Double.isFinite(goods.low[h])) {
                      double base = 1 + goods.before[h];
                      add.accept(
                          new Good(theta, base, 1 + goods.low[h], 1 + goods.high[h]),
                          scale * goods.values[h] * base);
                    }
                  }
                });
      }

      void add(Good good, double weight, double powerOfPull, double powerOfNet) {
        a += weight * good.pull(powerOfPull);
        b += weight * good.pull(powerOfNet) / powerOfNet;
      }

      double welfare() {
        return Math.pow(a, 1 + 1 / theta) / b;
      }
    }
  }

  /** One good: the power of its duty in the base, and the least and the most after. */
  private record Good(double theta, double base, double low, double high) {

    double pull(double power) {
      return power == base ? 1 : Math.pow(power / base, -theta);
    }

    double clip(double power) {
      return Math.min(high, Math.max(low, power));
    }
  }
}
