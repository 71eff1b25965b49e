package org.tariffeconomics.economy;

import java.util.BitSet;
import java.util.function.ToDoubleFunction;

/**
 * Searches the ends of a number over the corners of a box: each of several things at its lowest or
 * at its highest. Every thing alone is raised from the lowest corner; then all that raise the
 * number are raised together, and all that lower it. The two ends of the box itself are tried too.
 * Exact where effects have one sign; where they bend each other's sign, near it.
 */
final class Corners {

  private final int[] things;

  Corners(int[] things) {
    this.things = things;
  }

  EstimateRange hull(ToDoubleFunction<BitSet> at) {
    BitSet none = new BitSet();
    BitSet all = new BitSet();
    BitSet raising = new BitSet();
    BitSet lowering = new BitSet();
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
    return range
        .with(at.applyAsDouble(all))
        .with(at.applyAsDouble(raising))
        .with(at.applyAsDouble(lowering));
  }
}
