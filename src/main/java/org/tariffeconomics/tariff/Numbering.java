package org.tariffeconomics.tariff;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from 0 on for things that are told apart: what is kept by them is found without a hash.
 *
 * @param <T> the things, with {@code equals} and {@code hashCode}
 */
final class Numbering<T> {

  private final Map<T, Numbered<T>> all = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** One object for all things that are equal, and their number. */
  record Numbered<T>(T thing, int number) {}

  Numbered<T> of(T thing) {
    Numbered<T> known = all.get(thing);
    return known != null
        ? known
        : all.computeIfAbsent(thing, key -> new Numbered<>(key, next.getAndIncrement()));
  }

  /**
   * What is known of some of the numbered things. What is put while it grows may be lost, and is to
   * be found again.
   *
   * @param <V> what is known
   */
  static final class Known<V> {

    private static final int FEWEST = 1 << 6;

    private volatile AtomicReferenceArray<@Nullable V> byNumber =
        new AtomicReferenceArray<>(FEWEST);

    @Nullable V get(int number) {
      AtomicReferenceArray<@Nullable V> now = byNumber;
      return number < now.length() ? now.get(number) : null;
    }

    /** Keeps it, or tells what was kept before. */
    V keep(int number, V found) {
      AtomicReferenceArray<@Nullable V> now = reaching(number);
      now.compareAndSet(number, null, found);
      V first = now.get(number);
      return first != null ? first : found;
    }

    private AtomicReferenceArray<@Nullable V> reaching(int number) {
      AtomicReferenceArray<@Nullable V> now = byNumber;
      return number < now.length() ? now : grown(number);
    }

    private synchronized AtomicReferenceArray<@Nullable V> grown(int number) {
      AtomicReferenceArray<@Nullable V> now = byNumber;
      if (number < now.length()) {
        return now;
      }
      AtomicReferenceArray<@Nullable V> more =
          new AtomicReferenceArray<>(Integer.highestOneBit(number) << 1);
      for (int i = 0; i < now.length(); i++) {
        more.set(i, now.get(i));
      }
      byNumber = more;
      return more;
    }
  }
}
