package org.tariffeconomics.basics;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Remembers what was worked out before, up to a number of things: what was asked for lately in one
 * half, and when that is full, what was not asked for since is forgotten with the other. Things may
 * weigh more than one; what weighs more than a tenth of the memory is not kept. Safe for several
 * threads; they get the same object for a key until it is forgotten, but for the moment in which a
 * half is full.
 *
 * @param <K> what is asked, with {@code equals} and {@code hashCode}
 * @param <V> the answer
 * @since 0.1.0
 */
public final class Memo<K, V> {

  private static final int LARGEST_SHARE = 10;

  private final int most;
  private final ToIntFunction<? super V> weight;
  private volatile Half<K, V> recent = new Half<>();
  private volatile Half<K, V> older = new Half<>();

  private static final class Half<K, V> {

    private final Map<K, V> kept = new ConcurrentHashMap<>();
    private final AtomicLong weighed = new AtomicLong();
  }

  /**
   * A memory of nothing yet.
   *
   * @param most how many answers it holds, at least one; threads that ask at once may bring in a
   *     few more
   * @throws IllegalArgumentException when it could hold none
   */
  public Memo(int most) {
    this(most, answer -> 1);
  }

  /**
   * A memory of nothing yet, for answers some of which take far more room than others.
   *
   * @param most what the answers that it holds may weigh together, at least one; threads that ask
   *     at once may bring in a few more
   * @param weight what an answer weighs, at least one
   * @throws IllegalArgumentException when it could hold none
   */
  public Memo(int most, ToIntFunction<? super V> weight) {
    Objects.requireNonNull(weight, "weight");
    if (most < 1) {
      throw new IllegalArgumentException("A memory must hold at least one, but was for " + most);
    }
    this.most = most;
    this.weight = weight;
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
    Objects.requireNonNull(work, "work");
    V known = recent.kept.get(key);
    if (known != null) {
      return known;
    }
    V before = older.kept.get(key);
    return kept(key, before != null ? before : Objects.requireNonNull(work.apply(key), "answer"));
  }

  private V kept(K key, V made) {
    int weighs = weight.applyAsInt(made);
    if (weighs > 1 && weighs > most / LARGEST_SHARE) {
      return made;
    }
    Half<K, V> half = recent;
    V first = half.kept.putIfAbsent(key, made);
    if (first != null) {
      return first;
    }
    if (half.weighed.addAndGet(weighs) > most / 2) {
      forgetAllBefore(half);
    }
    return made;
  }

  private synchronized void forgetAllBefore(Half<K, V> full) {
    if (recent == full) {
      older = full;
      recent = new Half<>();
    }
  }

  /** How many answers are remembered. */
  @Override
  public String toString() {
    Set<K> all = new HashSet<>(older.kept.keySet());
    all.addAll(recent.kept.keySet());
    return all.size() + " of at most " + most + " remembered";
  }
}
