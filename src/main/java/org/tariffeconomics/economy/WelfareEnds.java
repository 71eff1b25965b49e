package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ends of one economy's welfare under a law that leaves duties open: first the corners of
 * {@link Corners}, then from the best and from the worst of them on along exact derivatives, each
 * exporter to the end at which its derivative points, until that leads no further. Where a
 * derivative points to an end that is no better, the best lies on the way, and is sought there if
 * exporters are few. The signs of the derivatives at all states that were looked at are kept: where
 * an exporter has but one, its open duties raise or lower welfare wherever it was looked.
 */
final class WelfareEnds {

  private static final int MOST_MOVES = 8;

  /** So few exporters that the other end of each is tried where derivatives lead no further. */
  private static final int FEW = 16;

  /** Below this a derivative has no sign: equilibria are found to about as much. */
  private static final double NEGLIGIBLE = 1e-11;

  /** Steps of a search on the way between two ends, each of which cuts it by 0.618. */
  private static final int SECTIONS = 18;

  private final Equilibrium model;
  private final FoldedLaw law;
  private final Function<BitSet, Outcome> corners;
  private final int economy;
  private final String code;
  private final Map<Integer, List<double[]>> moves = new TreeMap<>();
  private final Set<BitSet> seen = new HashSet<>();
  private final Set<Integer> rising = new HashSet<>();
  private final Set<Integer> falling = new HashSet<>();
  private EstimateRange range;

  /**
   * @param corners the outcome where some exporters bear their highest duties
   * @param open the exporters with open duties
   */
  WelfareEnds(
      Equilibrium model,
      FoldedLaw law,
      int[] open,
      Function<BitSet, Outcome> corners,
      String code) {
    this.model = model;
    this.law = law;
    this.corners = corners;
    this.code = code;
    this.economy = model.base().economy(code);
    Kernel k = model.kernel();
    Kernel.Scenario low = k.scenario(law.shock(exporter -> false));
    Kernel.Scenario high = k.scenario(law.shock(exporter -> true));
    for (int exporter : open) {
      moves.put(exporter, moves(k, law, exporter, low, high));
    }
    Corners search = new Corners(open);
    this.range = search.hull(this::welfare);
    climb(search.raising(), 1);
    climb(search.lowering(), -1);
    for (BitSet start : List.of(new BitSet(), all(open))) {
      climb(start, 1);
      climb(start, -1);
    }
  }

  private static BitSet all(int[] open) {
    BitSet all = new BitSet();
    for (int exporter : open) {
      all.set(exporter);
    }
    return all;
  }

  /** By how much logarithms of pulls and of their net parts move from the lowest duties on. */
  private static List<double[]> moves(
      Kernel k, FoldedLaw law, int exporter, Kernel.Scenario low, Kernel.Scenario high) {
    List<double[]> moves = new ArrayList<>();
    for (int cell : law.goods().keySet()) {
      if (cell % k.n == exporter && low.pulls()[cell] > 0 && high.pulls()[cell] > 0) {
        moves.add(
            new double[] {
              cell,
              Math.log(high.pulls()[cell] / low.pulls()[cell]),
              Math.log(high.netPulls()[cell] / low.netPulls()[cell])
            });
      }
    }
    return moves;
  }

  private double welfare(BitSet set) {
    return corners.apply(set).welfare(code);
  }

  /**
   * From a corner on to corners that are better, or worse: as the derivatives there say, all
   * exporters at once, and where that leads no further, and they are few, the one exporter whose
   * other end does.
   */
  private void climb(BitSet start, int direction) {
    BitSet at = start;
    for (int move = 0; move < MOST_MOVES; move++) {
      double value = welfare(at);
      range = range.with(value);
      BitSet next = look(at, direction);
      if (direction * (welfare(next) - value) <= 0 && moves.size() <= FEW) {
        search(at, next, direction);
        next = other(at, direction);
      }
      if (direction * (welfare(next) - value) <= 0) {
        return;
      }
      at = next;
    }
    range = range.with(welfare(at));
  }

  /**
   * The best or the worst on the way from a corner to one where the derivatives point, but which is
   * no better: golden sections, and the signs of the derivatives beyond it.
   */
  private void search(BitSet from, BitSet to, int direction) {
    BitSet turned = (BitSet) from.clone();
    turned.xor(to);
    if (turned.isEmpty()) {
      return;
    }
    DoubleSummaryStatistics way = new DoubleSummaryStatistics();
    double last =
        GoldenSection.search(
            0,
            1,
            SECTIONS,
            direction,
            part -> {
              double welfare = part(from, turned, part).welfare(code);
              way.accept(welfare);
              return welfare;
            });
    range = range.with(way.getMin()).with(way.getMax());
    keepSigns(part(from, turned, (1 + last) / 2));
    EstimateRange ends = EstimateRange.of(welfare(from)).with(welfare(to));
    if (leaves(ends, way)) {
      // derivatives are those of even steps in all sectors, which the way need not take; a way
      // that is gone for its worst may pass its best
      turned.stream().forEach(rising::add);
      turned.stream().forEach(falling::add);
    }
  }

  /** Whether what was seen on a way lies outside what is at its ends, by more than rounding. */
  static boolean leaves(EstimateRange ends, DoubleSummaryStatistics seen) {
    return seen.getMin() < ends.lowest() - NEGLIGIBLE
        || seen.getMax() > ends.highest() + NEGLIGIBLE;
  }

  private Outcome part(BitSet from, BitSet turned, double part) {
    return model.solve(law.shock(from::get, turned::get, part));
  }

  private Map<Integer, Double> keepSigns(Outcome outcome) {
    SectorAdjoint.Slopes slopes = new SectorAdjoint(outcome.solution()).of(economy);
    Map<Integer, Double> found = new TreeMap<>();
    moves.forEach(
        (exporter, cells) -> {
          double slope = 0;
          for (double[] each : cells) {
            int cell = (int) each[0];
            slope += each[1] * slopes.byPull(cell) + each[2] * slopes.byNetPull(cell);
          }
          if (Math.abs(slope) > NEGLIGIBLE) {
            found.put(exporter, slope);
            (slope > 0 ? rising : falling).add(exporter);
          }
        });
    return found;
  }

  /** The best or the worst corner that differs by one exporter. */
  private BitSet other(BitSet at, int direction) {
    BitSet best = at;
    for (int exporter : moves.keySet()) {
      BitSet flipped = (BitSet) at.clone();
      flipped.flip(exporter);
      if (direction * (welfare(flipped) - welfare(best)) > 0) {
        best = flipped;
      }
    }
    return best;
  }

  /** Keeps the signs of the derivatives at a corner; to which corner they point from there. */
  private BitSet look(BitSet at, int direction) {
    BitSet next = (BitSet) at.clone();
    seen.add((BitSet) at.clone());
    keepSigns(corners.apply(at))
        .forEach((exporter, slope) -> next.set(exporter, direction * slope > 0));
    return next;
  }

  EstimateRange range() {
    return range;
  }

  /** How many states derivatives were looked at in. */
  int states() {
    return seen.size();
  }

  /** The exporters whose open duties, alone or together, raise welfare here and lower it there. */
  List<Integer> turning() {
    return moves.keySet().stream()
        .filter(exporter -> rising.contains(exporter) && falling.contains(exporter))
        .toList();
  }
}
