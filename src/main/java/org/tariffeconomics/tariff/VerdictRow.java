package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The verdicts on goods of some lines from all origins: those that were asked for so far, by the
 * number of the origin.
 */
final class VerdictRow {

  private final AtomicReferenceArray<@Nullable Verdict> byOrigin;

  VerdictRow(int origins) {
    this.byOrigin = new AtomicReferenceArray<>(origins);
  }

  Verdict get(int origin, Supplier<Verdict> finder) {
    Verdict known = byOrigin.get(origin);
    if (known == null) {
      known = finder.get();
      byOrigin.set(origin, known);
    }
    return known;
  }

  /**
   * What decides the verdicts of a row, found without looking at a single measure: lines of which
   * the same measures and assumptions speak and whose scheduled duties are of one kind, the day and
   * what is declared.
   */
  static final class Key {

    private final LawState state;
    private final LinePlace line;
    private final List<Object> kinds;
    private final DeclaredFacts facts;
    private final LocalDate day;
    private final int hash;

    Key(LawState state, LinePlace line, List<Object> kinds, DeclaredFacts facts, LocalDate day) {
      this.state = state;
      this.line = line;
      this.kinds = kinds;
      this.facts = facts;
      this.day = day;
      int code = System.identityHashCode(line);
      code = code * 31 + kinds.hashCode();
      code = code * 31 + facts.hashCode();
      this.hash = code * 31 + day.hashCode();
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
          && day.equals(that.day)
          && kinds.equals(that.kinds)
          && facts.equals(that.facts);
    }
  }
}
