package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.PortionShare;

/**
 * A part of the customs value, by contents: some contents, or everything but some contents. The
 * contents of materials partition the value; what is none of them is the rest.
 *
 * @param contents the contents listed
 * @param complement whether the part is everything but them
 */
record ValueCover(Set<String> contents, boolean complement) {

  static final ValueCover NOTHING = new ValueCover(Set.of(), false);
  private static final ValueCover EVERYTHING = new ValueCover(Set.of(), true);

  /** What a measure on a portion covers: an article stays subject to a duty on its non-US part. */
  static ValueCover of(Portion portion) {
    return portion.kind() == Portion.Kind.CONTENT
        ? new ValueCover(Set.of(portion.content()), false)
        : EVERYTHING;
  }

  boolean isNothing() {
    return !complement && contents.isEmpty();
  }

  ValueCover plus(ValueCover other) {
    return complementOf(complementOf(this).minus(other));
  }

  private static ValueCover complementOf(ValueCover cover) {
    return new ValueCover(cover.contents, !cover.complement);
  }

  ValueCover minus(ValueCover other) {
    Set<String> result = new TreeSet<>(contents);
    if (complement == other.complement) {
      if (complement) {
        // all but A, less all but B: what is in B and not in A
        result = new TreeSet<>(other.contents);
        result.removeAll(contents);
        return new ValueCover(result, false);
      }
      result.removeAll(other.contents);
      return new ValueCover(result, false);
    }
    if (complement) {
      result.addAll(other.contents);
      return new ValueCover(result, true);
    }
    result.retainAll(other.contents);
    return new ValueCover(result, false);
  }

  /**
   * The share of the customs value that a measure on the portion falls on within this part; empty
   * where a content it hangs on is not declared. A part that is cut by materials and by US content
   * is cut by both in proportion.
   */
  Optional<BigDecimal> share(Portion portion, DeclaredFacts facts) {
    Optional<BigDecimal> cut =
        portion.kind() == Portion.Kind.ALL_BUT
            ? PortionShare.of(portion, facts)
            : Optional.of(BigDecimal.ONE);
    BigDecimal listed = BigDecimal.ZERO;
    for (String content : contents) {
      Optional<BigDecimal> share = facts.content(content);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      listed = listed.add(share.get());
    }
    BigDecimal part = complement ? BigDecimal.ONE.subtract(listed) : listed;
    return cut.map(part::multiply);
  }

  String missing(Portion portion, DeclaredFacts facts) {
    return contents.stream()
        .filter(c -> facts.content(c).isEmpty())
        .findFirst()
        .map(c -> PortionShare.missing(Portion.contentOf(c)))
        .orElseGet(() -> PortionShare.missing(portion));
  }
}
