package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Interner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which programmes yield to which in a state of the law. Of some measures only what their own
 * programmes yield to each other is told, so that goods of which other programmes speak, and days
 * on which those yield otherwise, are asked the same.
 */
final class Yields {

  private final ImmutableSetMultimap<String, String> all;
  private final Interner<ImmutableSetMultimap<String, String>> shared;
  private final Map<Set<String>, ImmutableSetMultimap<String, String>> among =
      new ConcurrentHashMap<>();

  /**
   * The yields of a state.
   *
   * @param all the programmes that each programme yields to
   * @param shared one object for all states and measures of which the same yield to the same
   */
  Yields(
      ImmutableSetMultimap<String, String> all,
      Interner<ImmutableSetMultimap<String, String>> shared) {
    this.all = all;
    this.shared = shared;
  }

  /** The programmes of the candidates that each of their programmes yields to. */
  ImmutableSetMultimap<String, String> among(List<Candidate> candidates) {
    Set<String> programmes = new HashSet<>();
    for (Candidate each : candidates) {
      programmes.add(each.programme());
    }
    return among(programmes);
  }

  /** Those of some programmes that each of them yields to. */
  ImmutableSetMultimap<String, String> among(Set<String> programmes) {
    ImmutableSetMultimap<String, String> known = among.get(programmes);
    return known != null ? known : among.computeIfAbsent(programmes, this::found);
  }

  private ImmutableSetMultimap<String, String> found(Set<String> programmes) {
    ImmutableSetMultimap.Builder<String, String> some = ImmutableSetMultimap.builder();
    for (String each : programmes) {
      for (String other : all.get(each)) {
        if (programmes.contains(other)) {
          some.put(each, other);
        }
      }
    }
    return shared.intern(some.build());
  }
}
