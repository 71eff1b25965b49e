package org.tariffeconomics.economy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of wages in a world of one sector of which one importer's net pulls are known only between
 * two: each case between has exactly one equilibrium within them.
 *
 * <p>The proof is an interval form of Newton's step (Krawczyk 1969; Moore, Kearfott and Cloud 2009,
 * chapter 8). With Y about the inverse of the Jacobian J of excess demands G at a middle x₀, the
 * map x − Y G(x) is brought into the box by every case: its value at x₀ lies in an interval that is
 * found exactly, and its derivatives 1 − Y J lie in intervals over the whole box. A map of the box
 * into itself has a fixed point there (Brouwer), which is an equilibrium; where the derivatives
 * also shrink the box, there is but one. Each row of Y weighs the markets so that what one exporter
 * sells more another sells less, which bounds that take each market for itself lose.
 *
 * <p>The importer's wage is the numeraire.
 */
final class WageBounds {

  private static final int MOST_STEPS = 15;
  private static final int REFINEMENTS = 3;
  private static final int PARTS = 4;

  /**
   * By so much the image of a box must lie within it: sums of some hundred numbers slip by less.
   */
  private static final double ROUNDING = 1e-11;

  /** A box that grew by so much from its first guess is given up. */
  private static final double TOO_WIDE = 4;

  private final Kernel k;
  private final int n;
  private final int numeraire;
  private final double[] least;
  private final double[] most;
  private final ExcessDemand middle;
  private final Lu jacobian;

  /** Weights of the markets for each wage, the rows of −Y; null of the numeraire. */
  private final double[] @Nullable [] weights;

  /** Logarithms of wages. */
  private double[] low;

  private double[] high;

  private WageBounds(
      Kernel kernel, double[] least, double[] most, ExcessDemand middle, int numeraire) {
    this.k = kernel;
    this.n = kernel.n;
    this.numeraire = numeraire;
    this.least = least;
    this.most = most;
    this.middle = middle;
    this.jacobian = new Lu(middle.jacobian(numeraire), n - 1);
    this.weights = new double[n][];
    for (int e = 0; e < n; e++) {
      if (e != numeraire) {
        double[] unit = new double[n];
        unit[e] = 1;
        weights[e] = weightsFor(unit);
      }
    }
    this.low = middle.logWages().clone();
    this.high = low.clone();
  }

  /**
   * Bounds whose cases together are all cases: where one box cannot be proven, what the importer
   * may be drawn to one exporter is halved, and both halves are proven.
   *
   * @return the boxes; none where some could not be proven
   */
  static List<WageBounds> covering(Kernel kernel, double[] least, double[] most, int importer) {
    if (kernel.groupIncome.length > 1) {
      return List.of();
    }
    List<WageBounds> proven = new ArrayList<>();
    Deque<double[][]> left = new ArrayDeque<>();
    left.push(new double[][] {least, most});
    while (!left.isEmpty()) {
      double[][] ends = left.pop();
      WageBounds bounds = of(kernel, ends[0], ends[1], importer);
      if (bounds != null) {
        proven.add(bounds);
      } else if (proven.size() + left.size() + 2 > mostBoxes(kernel)) {
        return List.of();
      } else {
        halve(kernel, ends[0], ends[1], importer, left);
      }
    }
    return proven;
  }

  /** Small worlds are proven fast, and may be cut into more boxes. */
  private static int mostBoxes(Kernel k) {
    return 16 + 1000 / k.n;
  }

  /** Halves the exporter of whose sales the most is open. */
  private static void halve(
      Kernel k, double[] least, double[] most, int importer, Deque<double[][]> to) {
    int widest = -1;
    double widestOpen = 0;
    for (int i = 0; i < k.n; i++) {
      int cell = importer * k.n + i;
      double part = k.shares[cell] * k.spending[importer] / k.income[i];
      double open = least[cell] > 0 ? part * Math.log(most[cell] / least[cell]) : 0;
      if (open > widestOpen) {
        widest = cell;
        widestOpen = open;
      }
    }
    double[] middle = least.clone();
    double[] middleMost = most.clone();
    middle[widest] = Math.sqrt(least[widest] * most[widest]);
    middleMost[widest] = middle[widest];
    to.push(new double[][] {middle, most});
    to.push(new double[][] {least, middleMost});
  }

  /** The bounds; null where none were proven. */
  private static @Nullable WageBounds of(
      Kernel kernel, double[] least, double[] most, int importer) {
    try {
      ExcessDemand middle = ExcessDemand.solved(kernel, least, most, importer);
      WageBounds bounds = new WageBounds(kernel, least, most, middle, importer);
      int still = bounds.stillest(importer);
      if (still != importer) {
        middle = ExcessDemand.solved(kernel, least, most, still);
        bounds = new WageBounds(kernel, least, most, middle, still);
      }
      return bounds.prove() ? bounds : null;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The markets in the middle of all cases, where the bounds come from. */
  ExcessDemand middle() {
    return middle;
  }

  /** What markets may be within the bounds. */
  DemandBox box() {
    return box(1);
  }

  private DemandBox box(double part) {
    double[] from = new double[n];
    double[] to = new double[n];
    for (int e = 0; e < n; e++) {
      double at = middle.logWages()[e];
      from[e] = at + part * (low[e] - at);
      to[e] = at + part * (high[e] - at);
    }
    return new DemandBox(k, least, most, from, to);
  }

  /** What markets may be on the way from the middle to anywhere in the bounds, in equal parts. */
  DemandBox[] way() {
    DemandBox[] way = new DemandBox[PARTS];
    Arrays.setAll(way, part -> box((part + 1.0) / PARTS));
    return way;
  }

  /** The mean slopes on the way, each between two. */
  static void meanSlopes(DemandBox[] way, double[] weights, double[] low, double[] high) {
    double[] one = new double[low.length];
    double[] other = new double[low.length];
    Arrays.fill(low, 0);
    Arrays.fill(high, 0);
    for (DemandBox box : way) {
      box.slopes(weights, one, other);
      Flat.addScaled(low, 0, one, 0, 1.0 / way.length, low.length);
      Flat.addScaled(high, 0, other, 0, 1.0 / way.length, low.length);
    }
  }

  /**
   * Weights λ of the markets such that a figure of slopes t by wages, with λ times excess demand
   * added, does not move with wages in the middle: J'λ = −t.
   */
  double[] weightsFor(double[] slopes) {
    double[] reduced = new double[n - 1];
    for (int e = 0, at = 0; e < n; e++) {
      if (e != numeraire) {
        reduced[at++] = -slopes[e];
      }
    }
    double[] solved = jacobian.solveTransposed(reduced);
    double[] full = new double[n];
    for (int e = 0, at = 0; e < n; e++) {
      full[e] = e == numeraire ? 0 : solved[at++];
    }
    return full;
  }

  /** By how much a figure of these slopes may move from the middle to anywhere in the bounds. */
  double reach(double[] slopesLow, double[] slopesHigh, boolean largest) {
    double sum = 0;
    for (int e = 0; e < n; e++) {
      double down = low[e] - middle.logWages()[e];
      double up = high[e] - middle.logWages()[e];
      double one = extreme(slopesLow[e], down, up, largest);
      double other = extreme(slopesHigh[e], down, up, largest);
      sum += largest ? Math.max(one, other) : Math.min(one, other);
    }
    return sum;
  }

  private static double extreme(double slope, double down, double up, boolean largest) {
    return largest ? Math.max(slope * down, slope * up) : Math.min(slope * down, slope * up);
  }

  /**
   * The economy against whose wage the others move least, at first sight: as numeraire it makes the
   * smallest box.
   */
  private int stillest(int importer) {
    int still = numeraire;
    double least = Double.POSITIVE_INFINITY;
    for (int e = 0; e < n; e++) {
      double moves = 0;
      for (int other = 0; other < n && moves < least; other++) {
        double[] difference = difference(weights[other], weights[e]);
        moves += middle.openness(difference, importer);
      }
      if (moves < least) {
        least = moves;
        still = e;
      }
    }
    return still;
  }

  /** One array less another, those of the numeraire being zero. */
  private double[] difference(double @Nullable [] one, double @Nullable [] other) {
    double[] difference = one == null ? new double[n] : one.clone();
    for (int i = 0; i < n && other != null; i++) {
      difference[i] -= other[i];
    }
    return difference;
  }

  private boolean prove() {
    startBox();
    double widestAtFirst = widest();
    for (int step = 0; step < MOST_STEPS; step++) {
      DemandBox box = box();
      if (!box.isSound() || widest() > TOO_WIDE * widestAtFirst) {
        return false;
      }
      double[] nextLow = middle.logWages().clone();
      double[] nextHigh = nextLow.clone();
      boolean shrinks = image(box, nextLow, nextHigh);
      if (shrinks && isWithin(nextLow, nextHigh)) {
        low = nextLow;
        high = nextHigh;
        refine();
        return true;
      }
      widen(nextLow, nextHigh);
    }
    return false;
  }

  /** What the cases make of wages where these do not react: about what the bounds will be. */
  private void startBox() {
    for (int e = 0; e < n; e++) {
      double[] each = weights[e];
      if (each != null) {
        double at = middle.logWages()[e];
        low[e] = at + 1.1 * middle.weightedExcess(each, false) - 1e-9;
        high[e] = at + 1.1 * middle.weightedExcess(each, true) + 1e-9;
      }
    }
  }

  private double widest() {
    double widest = 0;
    for (int e = 0; e < n; e++) {
      widest = Math.max(widest, high[e] - low[e]);
    }
    return widest;
  }

  /** The interval form of Newton's step of a box; whether its derivatives shrink the box. */
  private boolean image(DemandBox box, double[] nextLow, double[] nextHigh) {
    double[] slopesLow = new double[n];
    double[] slopesHigh = new double[n];
    boolean shrinks = true;
    DemandBox[] way = way();
    for (int e = 0; e < n; e++) {
      double[] each = weights[e];
      if (each != null) {
        box.slopes(each, slopesLow, slopesHigh);
        slopesLow[e] += 1;
        slopesHigh[e] += 1;
        shrinks &= span(slopesLow, slopesHigh) < high[e] - low[e];
        meanSlopes(way, each, slopesLow, slopesHigh);
        slopesLow[e] += 1;
        slopesHigh[e] += 1;
        nextLow[e] += middle.weightedExcess(each, false) + reach(slopesLow, slopesHigh, false);
        nextHigh[e] += middle.weightedExcess(each, true) + reach(slopesLow, slopesHigh, true);
      }
    }
    return shrinks;
  }

  /** How wide the image of the box is by derivatives of these sizes. */
  private double span(double[] slopesLow, double[] slopesHigh) {
    double span = 0;
    for (int e = 0; e < n; e++) {
      double size = Math.max(Math.abs(slopesLow[e]), Math.abs(slopesHigh[e]));
      span += e == numeraire ? 0 : size * (high[e] - low[e]);
    }
    return span;
  }

  private boolean isWithin(double[] nextLow, double[] nextHigh) {
    for (int e = 0; e < n; e++) {
      double slip = e == numeraire ? 0 : ROUNDING;
      if (!(nextLow[e] >= low[e] + slip && nextHigh[e] <= high[e] - slip)) {
        return false;
      }
    }
    return true;
  }

  private void widen(double[] nextLow, double[] nextHigh) {
    for (int e = 0; e < n; e++) {
      if (e != numeraire) {
        double more = 0.05 * (nextHigh[e] - nextLow[e]) + 1e-9;
        low[e] = Math.min(low[e], nextLow[e] - more);
        high[e] = Math.max(high[e], nextHigh[e] + more);
      }
    }
  }

  /** Every equilibrium of the box is in its image, again and again. */
  private void refine() {
    for (int step = 0; step < REFINEMENTS; step++) {
      double[] nextLow = middle.logWages().clone();
      double[] nextHigh = nextLow.clone();
      image(box(), nextLow, nextHigh);
      for (int e = 0; e < n; e++) {
        low[e] = Math.max(low[e], nextLow[e]);
        high[e] = Math.min(high[e], nextHigh[e]);
      }
    }
  }
}
