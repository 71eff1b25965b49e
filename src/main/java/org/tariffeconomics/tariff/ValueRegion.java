package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/**
 * A part of the customs value, by contents. Materials partition the value, and what is none of the
 * named ones is the rest; the US content cuts across them all in proportion. A region is therefore
 * two sets of materials: those within the US content, and those within the other content.
 *
 * @param us the materials within the US content
 * @param other the materials within what is not US content
 */
record ValueRegion(Materials us, Materials other) {

  private static final String US = "US";

  static final ValueRegion NOTHING = new ValueRegion(Materials.NONE, Materials.NONE);
  static final ValueRegion EVERYTHING = new ValueRegion(Materials.ALL, Materials.ALL);

  private static final Optional<BigDecimal> WHOLE = Optional.of(BigDecimal.ONE);
  private static final Optional<BigDecimal> NONE = Optional.of(BigDecimal.ZERO);

  /**
   * Some materials, or all but some.
   *
   * @param names the materials listed
   * @param complement whether all but them are meant
   */
  record Materials(Set<String> names, boolean complement) {

    private static final Materials NONE = new Materials(Set.of(), false);
    private static final Materials ALL = new Materials(Set.of(), true);

    private boolean isNone() {
      return !complement && names.isEmpty();
    }

    private boolean isAll() {
      return complement && names.isEmpty();
    }

    private Materials minus(Materials that) {
      Set<String> result = new TreeSet<>(complement && that.complement ? that.names : names);
      if (complement && that.complement) {
        // all but A, less all but B: what is in B and not in A
        result.removeAll(names);
        return new Materials(result, false);
      }
      if (complement) {
        result.addAll(that.names);
      } else if (that.complement) {
        result.retainAll(that.names);
      } else {
        result.removeAll(that.names);
      }
      return new Materials(result, complement);
    }

    private Materials not() {
      return new Materials(names, !complement);
    }

    /** Their share of the value; empty where one of them is not declared. */
    private Optional<BigDecimal> share(DeclaredFacts facts) {
      BigDecimal listed = BigDecimal.ZERO;
      for (String name : names) {
        Optional<BigDecimal> share = facts.content(name);
        if (share.isEmpty()) {
          return Optional.empty();
        }
        listed = listed.add(share.get());
      }
      return Optional.of(complement ? BigDecimal.ONE.subtract(listed) : listed);
    }
  }

  /** What a duty on a portion is charged on. */
  static ValueRegion charged(Portion portion) {
    return switch (portion.kind()) {
      case FULL -> EVERYTHING;
      case CONTENT -> content(portion.content());
      case ALL_BUT -> EVERYTHING.minus(content(portion.content()));
    };
  }

  /**
   * What a duty on a portion keeps from the programmes that yield to it: an article that pays on
   * its non-US content is subject to the duty as a whole, even where nothing is payable.
   */
  static ValueRegion covered(Portion portion) {
    boolean allButUs = portion.kind() == Portion.Kind.ALL_BUT && portion.content().equals(US);
    return allButUs ? EVERYTHING : charged(portion);
  }

  private static ValueRegion content(String content) {
    if (content.equals(US)) {
      return new ValueRegion(Materials.ALL, Materials.NONE);
    }
    Materials one = new Materials(Set.of(content), false);
    return new ValueRegion(one, one);
  }

  boolean isNothing() {
    return us.isNone() && other.isNone();
  }

  ValueRegion minus(ValueRegion taken) {
    if (taken.isNothing() || isNothing()) {
      return this;
    }
    return taken.isEverything()
        ? NOTHING
        : new ValueRegion(us.minus(taken.us), other.minus(taken.other));
  }

  private boolean isEverything() {
    return us.isAll() && other.isAll();
  }

  ValueRegion plus(ValueRegion more) {
    if (isNothing() || more.isEverything()) {
      return more;
    }
    if (more.isNothing() || isEverything()) {
      return this;
    }
    return new ValueRegion(us.not().minus(more.us).not(), other.not().minus(more.other).not());
  }

  /**
   * Its share of the customs value, from 0 to 1; empty where a content that it depends on is not
   * declared.
   */
  Optional<BigDecimal> share(DeclaredFacts facts) {
    if (isEverything()) {
      return WHOLE;
    }
    if (isNothing()) {
      return NONE;
    }
    if (us.equals(other)) {
      return us.share(facts);
    }
    return facts
        .content(US)
        .flatMap(
            ofUs ->
                part(us, ofUs, facts)
                    .flatMap(
                        inside ->
                            part(other, BigDecimal.ONE.subtract(ofUs), facts).map(inside::add)));
  }

  private static Optional<BigDecimal> part(
      Materials materials, BigDecimal ofValue, DeclaredFacts facts) {
    return materials.isNone() || ofValue.signum() == 0
        ? Optional.of(BigDecimal.ZERO)
        : materials.share(facts).map(ofValue::multiply);
  }

  /** The first content that its share depends on and that is not declared; empty where none is. */
  Optional<String> missing(DeclaredFacts facts) {
    if (!us.equals(other) && facts.content(US).isEmpty()) {
      return Optional.of(US);
    }
    Set<String> names = new TreeSet<>(us.names());
    names.addAll(other.names());
    return names.stream().filter(name -> facts.content(name).isEmpty()).findFirst();
  }
}
