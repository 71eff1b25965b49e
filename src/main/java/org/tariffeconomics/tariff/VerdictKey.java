package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What decides a verdict, found without looking at a single measure: lines of which the same
 * measures and assumptions speak and whose scheduled duties are of one kind, origins that no
 * measure tells apart, the day and what is declared.
 */
final class VerdictKey {

  private final LawState state;
  private final LinePlace line;
  private final List<Object> kinds;
  private final OriginPlace origin;
  private final DeclaredFacts facts;
  private final LocalDate day;
  private final int hash;

  VerdictKey(
      LawState state,
      LinePlace line,
      List<Object> kinds,
      OriginPlace origin,
      DeclaredFacts facts,
      LocalDate day) {
    this.state = state;
    this.line = line;
    this.kinds = kinds;
    this.origin = origin;
    this.facts = facts;
    this.day = day;
    int code = System.identityHashCode(line);
    code = code * 31 + System.identityHashCode(origin);
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
    return other instanceof VerdictKey that
        && hash == that.hash
        && line == that.line
        && origin == that.origin
        && state == that.state
        && day.equals(that.day)
        && kinds.equals(that.kinds)
        && facts.equals(that.facts);
  }
}
