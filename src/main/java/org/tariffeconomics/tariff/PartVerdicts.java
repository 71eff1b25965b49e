package org.tariffeconomics.tariff;

import org.jspecify.annotations.Nullable;

/**
 * The verdicts on goods with one part of their kind in common, by the other part: a few pairs in
 * one array, which is made anew for each that comes in. Of two that come in at once one may be
 * lost, and is to be found again.
 */
final class PartVerdicts {

  /** Above this many pairs no more are kept here. */
  private static final int MOST = 1 << 6;

  private static final int FEWEST_PLACES = 1 << 2;

  private static final Table NONE = new Table(new @Nullable Object[2 * FEWEST_PLACES], 0);

  private volatile Table known = NONE;

  /** A part and, behind it, its verdict, at the first free place from that of the part's hash. */
  private record Table(@Nullable Object[] pairs, int size) {

    @Nullable Verdict get(AnswerPart other) {
      int at = place(other);
      while (pairs[at] != null) {
        if (pairs[at] == other) {
          return (Verdict) pairs[at + 1];
        }
        at = next(at);
      }
      return null;
    }

    Table with(AnswerPart other, Verdict verdict) {
      boolean isFull = 2 * (size + 1) > pairs.length / 2;
      Table more = new Table(isFull ? new @Nullable Object[2 * pairs.length] : pairs.clone(), size);
      if (isFull) {
        for (int i = 0; i < pairs.length; i += 2) {
          if (pairs[i] instanceof AnswerPart part) {
            more.put(part, pairs[i + 1]);
          }
        }
      }
      more.put(other, verdict);
      return new Table(more.pairs, size + 1);
    }

    private void put(AnswerPart other, @Nullable Object verdict) {
      int at = place(other);
      while (pairs[at] != null) {
        at = next(at);
      }
      pairs[at] = other;
      pairs[at + 1] = verdict;
    }

    private int place(AnswerPart other) {
      int hash = other.hashCode();
      return ((hash ^ hash >>> 16) & (pairs.length / 2 - 1)) * 2;
    }

    private int next(int at) {
      return at + 2 & pairs.length - 1;
    }
  }

  /** The verdict beside another part; null where it is not known here. */
  @Nullable Verdict get(AnswerPart other) {
    return known.get(other);
  }

  boolean hasRoom() {
    return known.size() < MOST;
  }

  /** Keeps a verdict, where there is room, and gives it back. */
  Verdict keep(AnswerPart other, Verdict verdict) {
    Table now = known;
    if (hasRoom() && now.get(other) == null) {
      known = now.with(other, verdict);
    }
    return verdict;
  }
}
