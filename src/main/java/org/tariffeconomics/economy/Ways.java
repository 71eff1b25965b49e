package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
   * A range widened by what a figure is on the ways.
   *
   * @param figure the figure at a place; empty where there is no equilibrium
   */
  EstimateRange widened(EstimateRange range, Function<Place, Optional<Double>> figure) {
    EstimateRange wide = range;
    for (BitSet way : ways) {
      for (int direction : new int[] {1, -1}) {
        wide = widened(wide, part -> figure.apply(new Place(way, part)), direction);
      }
    }
    return wide;
  }

  private EstimateRange widened(
      EstimateRange range, Function<Double, Optional<Double>> figure, int direction) {
    EstimateRange wide = range;
    double best = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int stop = 0; stop <= stops; stop++) {
      Optional<Double> value = figure.apply((double) stop / stops);
      if (value.isPresent()) {
        wide = wide.with(value.get());
        if (direction * value.get() > best) {
          best = direction * value.get();
          at = stop;
        }
      }
    }
    boolean turns = at > 0 && at < stops;
    return refines && turns
        ? refined(wide, figure, direction, (at - 1.0) / stops, (at + 1.0) / stops)
        : wide;
  }

  private static EstimateRange refined(
      EstimateRange range,
      Function<Double, Optional<Double>> figure,
      int direction,
      double from,
      double to) {
    EstimateRange[] wide = {range};
    GoldenSection.of(
        from,
        to,
        SECTIONS,
        direction,
        part -> {
          Optional<Double> value = figure.apply(part);
          value.ifPresent(known -> wide[0] = wide[0].with(known));
          return value.orElse(Double.NaN);
        });
    return wide[0];
  }
}
