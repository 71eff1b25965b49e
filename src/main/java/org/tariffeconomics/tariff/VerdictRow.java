package org.tariffeconomics.tariff;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The verdicts on goods of some lines from all origins on all days of one state of the law: those
 * that were asked for so far, by the number of the origin.
 */
final class VerdictRow {

  private final AtomicReferenceArray<@Nullable Verdict> byOrigin;

  VerdictRow(int origins) {
    this.byOrigin = new AtomicReferenceArray<>(origins);
  }

  /** The verdict on goods of an origin; null where it was not kept. */
  @Nullable Verdict get(int origin) {
    return byOrigin.get(origin);
  }

  void keep(int origin, Verdict verdict) {
    byOrigin.set(origin, verdict);
  }

  /**
   * What decides the verdicts of a row, found without looking at a single measure: lines of which
   * the same measures and assumptions speak and whose scheduled duties are of one kind, the state
   * of the law and what is declared.
   */
  static final class Key {

    private final LawState state;
    private final LinePlace line;
    private final List<Object> kinds;
    private final DeclaredFacts facts;
    private final int hash;

    Key(LawState state, LinePlace line, List<Object> kinds, DeclaredFacts facts) {
      this.state = state;
      this.line = line;
      this.kinds = kinds;
      this.facts = facts;
      int code = System.identityHashCode(state);
      code = code * 31 + System.identityHashCode(line);
      code = code * 31 + kinds.hashCode();
      this.hash = code * 31 + facts.hashCode();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // places are interned, and states are what they are
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && hash == that.hash
          && line == that.line
          && state == that.state
          && kinds.equals(that.kinds)
          && facts.equals(that.facts);
    }
  }
}
