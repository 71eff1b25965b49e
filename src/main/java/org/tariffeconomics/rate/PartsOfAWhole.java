package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What some shares of a whole, by the parts that each counts together, say of its other shares: of
 * steel and aluminium together there is at least as much as of steel alone, and no more than copper
 * leaves.
 *
 * <p>The limits hold for every whole that has the known shares. They are the narrowest wherever the
 * known shares are of parts that lie within one another or have nothing in common.
 */
final class PartsOfAWhole {

  /** Of more parts than this it is only told what they exceed one by one. */
  private static final int MOST_TOGETHER = 6;

  private final List<String> parts;

  /** The least and the most that the parts of a set have, by the bits of the set. */
  private final BigDecimal[] least;

  private final BigDecimal[] most;

  /**
   * Spreads what is known.
   *
   * @param known what shares lie within, by the parts that each counts together
   */
  PartsOfAWhole(Map<List<String>, NumberStretch> known) {
    Set<String> all = new LinkedHashSet<>();
    known.keySet().forEach(all::addAll);
    this.parts = List.copyOf(all).subList(0, Math.min(all.size(), MOST_TOGETHER));
    int sets = 1 << parts.size();
    this.least = new BigDecimal[sets];
    this.most = new BigDecimal[sets];
    Arrays.fill(least, BigDecimal.ZERO);
    Arrays.fill(most, BigDecimal.ONE);
    most[0] = BigDecimal.ZERO;
    known.forEach(this::know);
    spread();
  }

  private void know(List<String> some, NumberStretch share) {
    int set = set(some);
    if (parts.containsAll(some)) {
      least[set] = least[set].max(share.least());
      most[set] = most[set].min(share.most());
    }
  }

  private int set(List<String> some) {
    int set = 0;
    for (String each : some) {
      int place = parts.indexOf(each);
      set |= place < 0 ? 0 : 1 << place;
    }
    return set;
  }

  /** What two sets with nothing in common say of both together, until nothing more is said. */
  private void spread() {
    boolean moved = true;
    for (int round = 0; moved && round <= least.length; round++) {
      moved = false;
      for (int both = 1; both < least.length; both++) {
        for (int one = (both - 1) & both; one > 0; one = (one - 1) & both) {
          moved |= narrow(both, least[one].add(least[both ^ one]), most[one].add(most[both ^ one]));
          moved |=
              narrow(
                  one,
                  least[both].subtract(most[both ^ one]),
                  most[both].subtract(least[both ^ one]));
        }
      }
    }
  }

  private boolean narrow(int set, BigDecimal atLeast, BigDecimal atMost) {
    boolean higher = atLeast.compareTo(least[set]) > 0;
    boolean lower = atMost.compareTo(most[set]) < 0;
    least[set] = higher ? atLeast : least[set];
    most[set] = lower ? atMost : most[set];
    return (higher || lower) && isPossible(set);
  }

  private boolean isPossible(int set) {
    return least[set].compareTo(most[set]) <= 0;
  }

  /** Whether no whole has all of the known shares. */
  boolean isContradicted() {
    for (int set = 0; set < least.length; set++) {
      if (!isPossible(set)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Within what a share lies.
   *
   * @param some the parts that it counts together
   * @return its limits; empty where nothing is known that limits it
   */
  Optional<NumberStretch> limits(List<String> some) {
    List<String> unknown = new ArrayList<>(some);
    unknown.removeAll(parts);
    int known = set(some);
    int rest = (least.length - 1) & ~known;
    BigDecimal atMost = unknown.isEmpty() ? most[known] : BigDecimal.ONE.subtract(least[rest]);
    boolean limited = least[known].signum() > 0 || atMost.compareTo(BigDecimal.ONE) < 0;
    return limited ? Optional.of(NumberStretch.between(least[known], atMost)) : Optional.empty();
  }
}
