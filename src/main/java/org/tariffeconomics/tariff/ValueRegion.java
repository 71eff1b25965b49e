package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.UsShareOfRest;

/**
 * A part of the customs value, by contents. Materials partition the value, and what is none of the
 * named ones is the rest; the US content cuts across them all. A region is therefore two sets of
 * materials: those within the US content, and those within the other content.
 *
 * <p>How much of the US content lies in some materials and how much in the rest no law tells, nor
 * do the shares of both: where they leave room, the US share of the rest is a fact of its own.
 *
 * @param us the materials within the US content
 * @param other the materials within what is not US content
 */
record ValueRegion(Materials us, Materials other) {

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
    boolean allButUs =
        portion.kind() == Portion.Kind.ALL_BUT && portion.content().equals(Portion.US);
    return allButUs ? EVERYTHING : charged(portion);
  }

  private static ValueRegion content(String content) {
    if (content.equals(Portion.US)) {
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

  boolean isEverything() {
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

  /** What two parts have in common. */
  ValueRegion and(ValueRegion other) {
    return minus(EVERYTHING.minus(other));
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
        .content(Portion.US)
        .flatMap(
            ofUs ->
                withinUs(us, ofUs, facts)
                    .flatMap(inside -> outsideUs(ofUs, facts).map(inside::add)));
  }

  /** What is of some materials and not of the US: all of them, less what is. */
  private Optional<BigDecimal> outsideUs(BigDecimal ofUs, DeclaredFacts facts) {
    return other.isNone() || ofUs.compareTo(BigDecimal.ONE) == 0
        ? NONE
        : other.share(facts).flatMap(all -> withinUs(other, ofUs, facts).map(all::subtract));
  }

  /** What is of some materials and of the US. */
  private static Optional<BigDecimal> withinUs(
      Materials materials, BigDecimal ofUs, DeclaredFacts facts) {
    if (materials.isNone() || ofUs.signum() == 0) {
      return NONE;
    }
    if (materials.isAll()) {
      return Optional.of(ofUs);
    }
    Materials rest = materials.complement() ? materials : materials.not();
    Optional<BigDecimal> ofRest =
        rest.share(facts).flatMap(share -> UsShareOfRest.of(ofUs, share).within(facts));
    return materials.complement() ? ofRest : ofRest.map(ofUs::subtract);
  }

  /**
   * What its share depends on and is not declared: the first content, or how much of the rest is of
   * the US; empty where nothing is missing.
   */
  Optional<String> missing(DeclaredFacts facts) {
    if (!us.equals(other) && facts.content(Portion.US).isEmpty()) {
      return Optional.of(Condition.CONTENT + Portion.US);
    }
    Set<String> names = new TreeSet<>(us.names());
    names.addAll(other.names());
    Optional<String> content =
        names.stream()
            .filter(name -> facts.content(name).isEmpty())
            .map(name -> Condition.CONTENT + name)
            .findFirst();
    return content.isPresent() || share(facts).isPresent()
        ? content
        : Optional.of(UsShareOfRest.FACT);
  }
}
