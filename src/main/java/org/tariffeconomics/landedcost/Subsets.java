package org.tariffeconomics.landedcost;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All ways in which some of a few things may be so and the others not, in one place. */
final class Subsets {

  private Subsets() {}

  /** Every subset of a list, from none to all; twice as many for each thing more. */
  static <T> Stream<Set<T>> of(List<T> things) {
    return IntStream.range(0, 1 << things.size()).mapToObj(bits -> chosen(things, bits));
  }

  private static <T> Set<T> chosen(List<T> things, int bits) {
    Set<T> some = new HashSet<>();
    for (int i = 0; i < things.size(); i++) {
      if ((bits & 1 << i) != 0) {
        some.add(things.get(i));
      }
    }
    return some;
  }
}
