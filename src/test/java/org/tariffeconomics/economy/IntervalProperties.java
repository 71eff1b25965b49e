package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The intervals that proofs of welfare rest on, against points drawn inside: numbers of flows and
 * slopes are computed here by other sums, slopes by differences.
 */
class IntervalProperties {

  private static final double ROUNDING = 1e-9;

  @Provide
  Arbitrary<World> worlds() {
    return SmallWorlds.oneSector();
  }

  /** Pulls and wages, each between two. */
  private static final class Case {
    private final Kernel k;
    private final Random random;
    private final double[] least;
    private final double[] most;
    private final double[] low;
    private final double[] high;
    private final double[] weights;

    Case(World world, int seed) {
      this.random = new Random(seed);
      double theta = 1.5 + 8 * random.nextDouble();
      Deficits rule = random.nextBoolean() ? Deficits.ZERO : Deficits.WORLD_SHARE;
      this.k = Equilibrium.of(world, Elasticity.of(theta)).with(rule).kernel();
      double wide = random.nextInt(3) == 0 ? 0.5 : 0.05;
      this.least = k.shares.clone();
      this.most = k.shares.clone();
      for (int i = 0; i < k.n; i++) {
        least[i] *= Math.exp(-theta * wide * random.nextDouble());
        most[i] *= Math.exp(theta * wide * random.nextDouble());
      }
      this.low = new double[k.n];
      this.high = new double[k.n];
      for (int e = 0; e < k.n; e++) {
        low[e] = wide * (random.nextDouble() - 0.7);
        high[e] = low[e] + wide * random.nextDouble();
      }
      this.weights = random.doubles(k.n, -2, 2).toArray();
    }

    double[] between(double[] one, double[] other) {
      double[] point = new double[one.length];
      Arrays.setAll(
          point,
          i -> {
            double part = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
            return one[i] + part * (other[i] - one[i]);
          });
      return point;
    }

    double spent(double[] wages, int to) {
      double world = 0;
      for (int e = 0; e < k.n; e++) {
        world += Math.exp(wages[e]) * k.income[e];
      }
      return Math.exp(wages[to]) * k.income[to] + k.deficits[to] / k.worldIncome * world;
    }

    double flow(double[] pulls, double[] wages, int to, int from) {
      double all = 0;
      for (int i = 0; i < k.n; i++) {
        all += pulls[to * k.n + i] * Math.exp(-k.theta[0] * wages[i]);
      }
      double own = pulls[to * k.n + from] * Math.exp(-k.theta[0] * wages[from]);
      return spent(wages, to) * own / all;
    }

    /** Σ λ (what is sold less what is earned). */
    double weighted(double[] pulls, double[] wages) {
      double sum = 0;
      for (int from = 0; from < k.n; from++) {
        for (int to = 0; to < k.n; to++) {
          sum += weights[from] * flow(pulls, wages, to, from);
        }
        sum -= weights[from] * Math.exp(wages[from]) * k.income[from];
      }
      return sum;
    }

    double slope(double[] pulls, double[] wages, int e) {
      double[] up = wages.clone();
      double[] down = wages.clone();
      up[e] += 1e-5;
      down[e] -= 1e-5;
      return (weighted(pulls, up) - weighted(pulls, down)) / 2e-5;
    }
  }

  private static void within(double low, double value, double high, double slip, String what) {
    assertTrue(
        low - slip <= value && value <= high + slip,
        () -> what + " " + value + " outside " + low + " to " + high);
  }

  @Property(tries = 60)
  void what_is_spent_and_sold_and_its_slopes_stay_in_their_intervals(
      @ForAll @From("worlds") World world, @ForAll @IntRange(max = 1_000_000) int seed) {
    Case drawn = new Case(world, seed);
    Kernel k = drawn.k;
    DemandBox box = new DemandBox(k, drawn.least, drawn.most, drawn.low, drawn.high);
    if (!box.isSound()) {
      return;
    }
    double[] slopesLow = new double[k.n];
    double[] slopesHigh = new double[k.n];
    box.slopes(drawn.weights, slopesLow, slopesHigh);
    double size = k.worldIncome;
    for (int draw = 0; draw < 8; draw++) {
      double[] pulls = drawn.between(drawn.least, drawn.most);
      double[] wages = drawn.between(drawn.low, drawn.high);
      for (int to = 0; to < k.n; to++) {
        double spent = drawn.spent(wages, to);
        within(box.spentLow(to), spent, box.spentHigh(to), ROUNDING * size, "spent");
        double mean = 0;
        for (int i = 0; i < k.n; i++) {
          double share = drawn.flow(pulls, wages, to, i) / spent;
          mean += share * drawn.weights[i];
          within(box.share(to, i, false), share, box.share(to, i, true), ROUNDING, "share");
        }
        double least = box.mean(drawn.weights, to, false);
        within(least, mean, box.mean(drawn.weights, to, true), ROUNDING, "mean");
      }
      for (int e = 0; e < k.n; e++) {
        double slope = drawn.slope(pulls, wages, e);
        within(slopesLow[e], slope, slopesHigh[e], 1e-6 * size, "slope");
      }
    }
  }

  /** At a point the interval of a slope is the slope. */
  @Property(tries = 30)
  void the_slopes_at_a_point_are_exact(
      @ForAll @From("worlds") World world, @ForAll @IntRange(max = 1_000_000) int seed) {
    Case drawn = new Case(world, seed);
    double[] pulls = drawn.between(drawn.least, drawn.most);
    double[] wages = drawn.between(drawn.low, drawn.high);
    DemandBox box = new DemandBox(drawn.k, pulls, pulls, wages, wages);
    double[] low = new double[drawn.k.n];
    double[] high = new double[drawn.k.n];
    box.slopes(drawn.weights, low, high);
    for (int e = 0; e < low.length; e++) {
      double size = drawn.k.worldIncome * drawn.k.theta[0];
      assertEquals(low[e], high[e], 1e-12 * size);
      assertEquals(drawn.slope(pulls, wages, e), low[e], 1e-7 * size);
    }
  }

  /** Every corner of the weights is tried. */
  @Property(tries = 100)
  void extreme_means_are_those_of_all_corners(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(8);
    double[] values = random.doubles(n, -3, 3).toArray();
    double[] low = random.doubles(n, 0, 2).toArray();
    double[] high = Arrays.stream(low).map(each -> each + 2 * random.nextDouble()).toArray();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 1 << n; corner++) {
      double above = 0;
      double below = 0;
      for (int i = 0; i < n; i++) {
        double weight = (corner >> i & 1) == 1 ? high[i] : low[i];
        above += values[i] * weight;
        below += weight;
      }
      least = Math.min(least, above / below);
      most = Math.max(most, above / below);
    }
    assertEquals(least, DemandBox.extremeMean(values, low, high, 0, false), 1e-12);
    assertEquals(most, DemandBox.extremeMean(values, low, high, 0, true), 1e-12);
  }

  /** The wages of every law between lie in one of the boxes, relative to its numeraire. */
  @Property(tries = 40)
  void the_wages_of_a_law_between_lie_in_a_box(
      @ForAll @From("worlds") World world, @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    Equilibrium model =
        Equilibrium.of(world, Elasticity.of(1.5 + 7 * random.nextDouble()))
            .with(random.nextBoolean() ? Deficits.ZERO : Deficits.WORLD_SHARE);
    double[] low = random.doubles(world.size(), 0, 0.4).toArray();
    double[] wide = random.doubles(world.size(), 0, 0.3).toArray();
    Kernel k = model.kernel();
    double[] least = k.scenario(shock(model.base(), low, wide, 1)).netPulls();
    double[] most = k.scenario(shock(model.base(), low, wide, 0)).netPulls();
    List<WageBounds> boxes = WageBounds.covering(k, least, most, 0);
    for (int draw = 0; draw < 5 && !boxes.isEmpty(); draw++) {
      double[] parts = random.doubles(world.size()).toArray();
      double[] duties = new double[world.size()];
      Arrays.setAll(duties, i -> low[i] + parts[i] * wide[i]);
      Outcome outcome = model.solve(shock(model.base(), duties, wide, 0));
      assertTrue(
          boxes.stream().anyMatch(box -> holds(box, k, outcome)), () -> "outside: " + outcome);
    }
  }

  private static boolean holds(WageBounds bounds, Kernel k, Outcome outcome) {
    DemandBox box = bounds.box();
    double[] middle = bounds.middle().logWages();
    for (int numeraire = 0; numeraire < k.n; numeraire++) {
      boolean isPoint = box.earnedLow[numeraire] == box.earnedHigh[numeraire];
      if (isPoint && isWithin(box, k, outcome, numeraire, middle[numeraire])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(
      DemandBox box, Kernel k, Outcome outcome, int numeraire, double middle) {
    List<String> codes = outcome.model().base().economies();
    double own = outcome.wage(codes.get(numeraire)) / Math.exp(middle);
    for (int e = 0; e < k.n; e++) {
      double earned = outcome.wage(codes.get(e)) / own * k.income[e];
      boolean isIn =
          earned >= box.earnedLow[e] * (1 - ROUNDING)
              && earned <= box.earnedHigh[e] * (1 + ROUNDING);
      if (!isIn) {
        return false;
      }
    }
    return true;
  }

  private static DutyShock shock(World world, double[] low, double[] wide, double part) {
    DutyShock shock = DutyShock.none(world);
    for (int i = 1; i < low.length; i++) {
      shock = shock.withDuty("C" + i, "C0", low[i] + part * wide[i]);
    }
    return shock;
  }

  /** Of an importer's welfare at given wages: no law between leaves the extremes. */
  @Property(tries = 60)
  void no_duties_between_leave_the_extremes(
      @ForAll @From("worlds") World world, @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    double theta = 1.5 + 7 * random.nextDouble();
    Elasticity elasticity = Elasticity.of(theta);
    Kernel k = Equilibrium.of(world, elasticity).with(Deficits.ZERO).kernel();
    double wide = random.nextInt(2) == 0 ? 3 : 0.2;
    double[] lows = random.doubles(3L * world.size(), -0.2, 0.5).toArray();
    double[] widths = random.doubles(3L * world.size(), 0, wide).toArray();
    FoldedLaw open = law(world, lows, widths).folded(elasticity);
    Kernel.Scenario least = k.scenario(open.shock(exporter -> true));
    Kernel.Scenario most = k.scenario(open.shock(exporter -> false));
    ExcessDemand middle = ExcessDemand.solved(k, least.netPulls(), most.netPulls(), 0);
    // weights of excess demands of the size that markets have, and larger ones, which turn signs
    double size = random.nextInt(2) == 0 ? 1 / k.income[0] : 20 / k.income[0];
    double[] weights = random.doubles(k.n, -size, size).toArray();
    OpenDuties duties = OpenDuties.of(open, k, 0, least, middle, weights);
    double low = duties.extreme(false);
    double high = duties.extreme(true);
    for (int draw = 0; draw < 20; draw++) {
      double[] parts =
          random.doubles(lows.length).map(part -> part < 0.3 ? 0 : part > 0.7 ? 1 : part).toArray();
      FoldedLaw between = law(world, lows, widths, parts).folded(elasticity);
      double value = OpenDuties.of(between, k, 0, least, middle, weights).extreme(true);
      within(low, value, high, ROUNDING * (1 + Math.abs(value)), "welfare at given wages");
    }
  }

  /** Three goods of each exporter, all open. */
  private static LawShock law(World world, double[] lows, double[] widths) {
    LawShockBuilder builder = LawShock.builder(world, "C0", "a law");
    for (int i = 3; i < lows.length; i++) {
      add(builder, i, new EstimateRange(lows[i], lows[i] + widths[i]));
    }
    return builder.build();
  }

  /** The same goods at one duty each between. */
  private static LawShock law(World world, double[] lows, double[] widths, double[] parts) {
    LawShockBuilder builder = LawShock.builder(world, "C0", "a law");
    for (int i = 3; i < lows.length; i++) {
      add(builder, i, EstimateRange.of(lows[i] + parts[i] * widths[i]));
    }
    return builder.build();
  }

  private static void add(LawShockBuilder builder, int i, EstimateRange after) {
    EstimateRange before = EstimateRange.of(0.02 * (i % 3));
    builder.add("C" + i / 3, World.ALL_GOODS, 1 + i % 3, before, after);
  }
}
