package org.tariffeconomics.economy;

import java.util.BitSet;
import java.util.function.ToDoubleFunction;

/**
 * Searches the ends of a number over the corners of a box: each of several things at its lowest or
 * at its highest. Of a few things every corner is tried. Of more, every thing alone is raised from
 * the lowest corner; then all that raise the number are raised together, and all that lower it, and
 * the two ends of the box itself are tried too: exact where effects have one sign; where they bend
 * each other's sign, near it.
 */
final class Corners {

  /** So few that every corner is tried. */
  private static final int FEW = 6;

  private final int[] things;
  private final BitSet raising = new BitSet();
  private final BitSet lowering = new BitSet();

  Corners(int[] things) {
    this.things = things;
  }

  EstimateRange hull(ToDoubleFunction<BitSet> at) {
    BitSet none = new BitSet();
    BitSet all = new BitSet();
    double lowest = at.applyAsDouble(none);
    EstimateRange range = EstimateRange.of(lowest);
    for (int thing : things) {
      all.set(thing);
      BitSet alone = new BitSet();
      alone.set(thing);
      double value = at.applyAsDouble(alone);
      range = range.with(value);
      if (value > lowest) {
        raising.set(thing);
      } else if (value < lowest) {
        lowering.set(thing);
      }
    }
    range =
        range
            .with(at.applyAsDouble(all))
            .with(at.applyAsDouble(raising))
            .with(at.applyAsDouble(lowering));
    return things.length <= FEW ? everyCorner(at, range) : range;
  }

  private EstimateRange everyCorner(ToDoubleFunction<BitSet> at, EstimateRange tried) {
    EstimateRange range = tried;
    for (int corner = 0; corner < 1 << things.length; corner++) {
      BitSet set = new BitSet();
      for (int i = 0; i < things.length; i++) {
        set.set(things[i], (corner >> i & 1) == 1);
      }
      range = range.with(at.applyAsDouble(set));
    }
    return range;
  }

  /** The things that alone raise the number; known after {@link #hull}. */
  BitSet raising() {
    return (BitSet) raising.clone();
  }

  /** The things that alone lower it. */
  BitSet lowering() {
    return (BitSet) lowering.clone();
  }
}
