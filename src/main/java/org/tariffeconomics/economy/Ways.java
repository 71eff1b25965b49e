package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Laws on the way from all open duties at their lowest: all exporters together to their highest,
 * and where they are few each alone. A figure that rises and falls on the way, as revenue does over
 * a duty, has its best between the ends: it is looked for at some stops, and between the stops
 * around the best and the worst of them by golden sections.
 */
final class Ways {

  /** So few exporters that each has a way of its own, with more stops. */
  private static final int FEW = 16;

  private static final int STOPS_OF_FEW = 8;
  private static final int STOPS = 4;
  private static final int SECTIONS = 13;

  private final List<BitSet> ways = new ArrayList<>();
  private final int stops;
  private final boolean refines;

  /** Some exporters, a part of the way from their lowest duties to their highest. */
  record Place(BitSet exporters, double part) {}

  Ways(int[] open) {
    this.refines = open.length <= FEW;
    this.stops = refines ? STOPS_OF_FEW : STOPS;
    BitSet all = new BitSet();
    Arrays.stream(open).forEach(all::set);
    if (open.length > 0) {
      ways.add(all);
    }
    for (int exporter : open) {
      if (refines && open.length > 1) {
        BitSet alone = new BitSet();
        alone.set(exporter);
        ways.add(alone);
      }
    }
  }

  /**
   * What was found on the ways.
   *
   * @param range what a figure is in the corners and on the ways
   * @param turning the exporters of the ways on which the figure is more, or less, than at both
   *     ends
   */
  record Found(EstimateRange range, BitSet turning) {}

  /**
   * A range widened by what a figure is on the ways.
   *
   * @param figure the figure at a place; empty where there is no equilibrium
   */
  Found widened(EstimateRange range, Function<Place, Optional<Double>> figure) {
    EstimateRange wide = range;
    BitSet turning = new BitSet();
    for (BitSet way : ways) {
      Function<Double, Optional<Double>> onIt = part -> figure.apply(new Place(way, part));
      DoubleSummaryStatistics seen = new DoubleSummaryStatistics();
      look(onIt, 1, seen);
      look(onIt, -1, seen);
      if (seen.getCount() > 0) {
        wide = wide.with(seen.getMin()).with(seen.getMax());
      }
      if (leavesItsEnds(onIt, seen)) {
        turning.or(way);
      }
    }
    return new Found(wide, turning);
  }

  private void look(
      Function<Double, Optional<Double>> figure, int direction, DoubleSummaryStatistics seen) {
    double best = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int stop = 0; stop <= stops; stop++) {
      Optional<Double> value = figure.apply((double) stop / stops);
      if (value.isPresent()) {
        seen.accept(value.get());
        if (direction * value.get() > best) {
          best = direction * value.get();
          at = stop;
        }
      }
    }
    if (refines && at > 0 && at < stops) {
      refine(figure, direction, (at - 1.0) / stops, (at + 1.0) / stops, seen);
    }
  }

  private static void refine(
      Function<Double, Optional<Double>> figure,
      int direction,
      double from,
      double to,
      DoubleSummaryStatistics seen) {
    GoldenSection.search(
        from,
        to,
        SECTIONS,
        direction,
        part -> {
          Optional<Double> value = figure.apply(part);
          value.ifPresent(seen::accept);
          return value.orElse(Double.NaN);
        });
  }

  private static boolean leavesItsEnds(
      Function<Double, Optional<Double>> figure, DoubleSummaryStatistics seen) {
    Optional<Double> start = figure.apply(0.0);
    Optional<Double> end = figure.apply(1.0);
    return start.isPresent()
        && end.isPresent()
        && WelfareEnds.leaves(EstimateRange.of(start.get()).with(end.get()), seen);
  }
}
