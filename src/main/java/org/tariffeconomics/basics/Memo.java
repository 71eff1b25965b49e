package org.tariffeconomics.basics;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was worked out before, up to a number of things, and forgets them all when full:
 * the cheapest bound, for what is asked again at once or soon, or never. Safe for several threads;
 * all of them get the same object for a key until it is forgotten.
 *
 * @param <K> what is asked, with {@code equals} and {@code hashCode}
 * @param <V> the answer
 * @since 0.1.0
 */
public final class Memo<K, V> {

  private final int most;
  private final Map<K, V> kept = new ConcurrentHashMap<>();

  /**
   * A memory of nothing yet.
   *
   * @param most how many answers it holds, at least one; threads that ask at once may bring in a
   *     few more
   * @throws IllegalArgumentException when it could hold none
   */
  public Memo(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A memory must hold at least one, but was for " + most);
    }
    this.most = most;
  }

  /**
   * The answer that is remembered, or a new one.
   *
   * @param key what is asked
   * @param work works the answer out; it may ask this memory for others, and several threads may
   *     work at once, of which the first counts
   * @return the answer
   */
  public V get(K key, Function<? super K, ? extends V> work) {
    Objects.requireNonNull(key, "key");
    V known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() >= most) {
      kept.clear();
    }
    V made = Objects.requireNonNull(work.apply(key), "answer");
    V first = kept.putIfAbsent(key, made);
    return first == null ? made : first;
  }

  /** How many answers are remembered. */
  @Override
  public String toString() {
    return kept.size() + " of at most " + most + " remembered";
  }
}
