package org.tariffeconomics.basics;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that may take long and can be watched and cancelled: a Monte Carlo study, a panel, refunds,
 * a solver's iterations, the reading of a file.
 *
 * <pre>{@code
 * var result = LongWork.watched(
 *     (work, done, total) -> { System.out.println(work + " " + done + " of " + total); return true; },
 *     () -> study.run(model));
 * }</pre>
 *
 * <p>Whoever is not watched pays nothing but a look. Results are the same to the bit, watched or
 * not.
 *
 * @since 0.1.0
 */
public final class LongWork {

  private static final ThreadLocal<@Nullable ProgressListener> LISTENER = new ThreadLocal<>();

  private static final LongWork UNWATCHED = new LongWork(null, "", 0, 1);

  /** Reports of work of a known length. */
  private static final long REPORTS = 100;

  private final @Nullable ProgressListener listener;
  private final String what;
  private final long total;
  private final long stride;
  private long done;
  private long next;

  private LongWork(@Nullable ProgressListener listener, String what, long total, long stride) {
    this.listener = listener;
    this.what = what;
    this.total = total;
    this.stride = stride;
    this.next = stride;
  }

  /**
   * Does some work, of which a listener is told; within it, the listener of an outer call is not.
   *
   * @param listener is told how far each part of the work has come
   * @param work the work; what it starts on this thread is watched, and what that hands to others
   * @param <T> what it results in
   * @return its result
   * @throws CancellationException when the listener does not want it to go on
   */
  public static <T> T watched(ProgressListener listener, Supplier<T> work) {
    Objects.requireNonNull(work, "work");
    ProgressListener outer = LISTENER.get();
    LISTENER.set(Objects.requireNonNull(listener, "listener"));
    try {
      return work.get();
    } finally {
      if (outer == null) {
        LISTENER.remove();
      } else {
        LISTENER.set(outer);
      }
    }
  }

  /**
   * Begins a part of work of a known length on this thread; it may go on on others.
   *
   * @param what what is done, such as {@code Monte Carlo draws}
   * @param total how many steps there are, not negative
   * @return to be told of the steps
   */
  public static LongWork begin(String what, long total) {
    Objects.requireNonNull(what, "what");
    ProgressListener listener = LISTENER.get();
    return listener == null
        ? UNWATCHED
        : new LongWork(listener, what, total, Math.max(1, total / REPORTS));
  }

  /**
   * Begins a part of work whose length is not known.
   *
   * @param what what is done, such as {@code rows of a.csv}
   * @param stride the listener is told after so many steps, positive
   * @return to be told of the steps
   */
  public static LongWork beginOpen(String what, long stride) {
    Objects.requireNonNull(what, "what");
    ProgressListener listener = LISTENER.get();
    return listener == null
        ? UNWATCHED
        : new LongWork(listener, what, ProgressListener.UNKNOWN_TOTAL, stride);
  }

  /**
   * Some more steps are done.
   *
   * @param steps how many, not negative
   * @throws CancellationException when the listener does not want the work to go on
   */
  public void advance(long steps) {
    if (listener != null) {
      report(listener, steps);
    }
  }

  private synchronized void report(ProgressListener told, long steps) {
    done += steps;
    if (done < next && done != total) {
      return;
    }
    next = done + stride;
    if (!told.onProgress(what, done, total)) {
      throw new CancellationException(
          what + " cancelled after " + done + (total < 0 ? "" : " of " + total));
    }
  }
}
