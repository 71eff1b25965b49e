package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;

/**
 * One of the ways that what is left open may turn out, and what is charged then.
 *
 * @param codes the lines below the code for which it holds; empty where the code is not split
 * @param facts the value taken of each open fact
 * @param given what is declared whatever the case
 * @param resolution what is charged
 * @param asking the conditions that the open facts are asked by
 */
record BoundedCase(
    List<HsCode> codes,
    List<FactAlternative> facts,
    DeclaredFacts given,
    Resolution resolution,
    Asking asking) {

  /** The conditions on a fact that goods are asked by; one object for all cases of such goods. */
  interface Asking {

    /** Where nothing is open. */
    Asking NOTHING = fact -> Set.of();

    /** The conditions on a fact. */
    Set<Condition> conditionsOn(String fact);
  }

  /**
   * All that is declared or taken so then: values, or the limits of values where the least of each
   * are not those of one good.
   */
  DeclaredFacts declared() {
    DeclaredFacts all = with(FactAlternative::declaredBy);
    return all.contradiction().isEmpty() ? all : with(FactAlternative::declaredWithin);
  }

  private DeclaredFacts with(BiFunction<FactAlternative, DeclaredFacts, DeclaredFacts> declaring) {
    DeclaredFacts all = given;
    for (FactAlternative each : facts) {
      all = declaring.apply(each, all);
    }
    return all;
  }

  BoundedCase forCodes(List<HsCode> some) {
    return new BoundedCase(some, facts, given, resolution, asking);
  }

  /** Whether it is the same case with the same charges, whatever measures say so. */
  boolean saysTheSameAs(BoundedCase other) {
    return codes.equals(other.codes)
        && facts.equals(other.facts)
        && resolution.saysTheSameAs(other.resolution);
  }

  boolean isProhibited() {
    return resolution.isProhibited();
  }

  Optional<Rate> rate() {
    return resolution.rate();
  }

  /** The value of a fact; empty where the fact is not open here. */
  Optional<FactAlternative> valueOf(String fact) {
    return facts.stream().filter(f -> f.name().equals(fact)).findFirst();
  }
}
