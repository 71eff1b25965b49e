package org.tariffeconomics.basics;

/**
 * Is told how far long work has come, and says whether to go on. It is called from one thread at a
 * time, at most about a hundred times for work of a known length, so that it may print or move a
 * bar; it is given to {@link LongWork#watched}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProgressListener {

  /** What stands for a total that is not known. */
  long UNKNOWN_TOTAL = -1;

  /**
   * Is told how far the work has come.
   *
   * @param work what is done, such as {@code Monte Carlo draws}
   * @param done how many steps are done, from 0 to the total
   * @param total how many steps there are, or {@link #UNKNOWN_TOTAL}
   * @return whether to go on; false ends the work with a {@link
   *     java.util.concurrent.CancellationException}
   */
  boolean onProgress(String work, long done, long total);
}
