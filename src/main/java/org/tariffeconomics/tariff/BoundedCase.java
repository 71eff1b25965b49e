package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;

/**
 * One of the ways that what is left open may turn out, and what is charged then.
 *
 * @param codes the lines below the code for which it holds; empty where the code is not split
 * @param facts the value taken of each open fact
 * @param declared all that is declared or taken so then
 * @param resolution what is charged
 */
record BoundedCase(
    List<HsCode> codes,
    List<FactAlternative> facts,
    DeclaredFacts declared,
    Resolution resolution) {

  BoundedCase forCodes(List<HsCode> some) {
    return new BoundedCase(some, facts, declared, resolution);
  }

  /** Whether it is the same case with the same charges, whatever measures say so. */
  boolean saysTheSameAs(BoundedCase other) {
    return codes.equals(other.codes)
        && facts.equals(other.facts)
        && resolution.saysTheSameAs(other.resolution);
  }

  boolean isProhibited() {
    return !resolution.prohibitions().isEmpty();
  }

  Optional<Rate> rate() {
    Resolution.Fixed fixed = resolution.fixed();
    return fixed == null ? Optional.empty() : Optional.of(Rate.fraction(fixed.kernel().total()));
  }

  /** The value of a fact in words; empty where the fact is not open here. */
  Optional<String> wordsOf(String fact) {
    return facts.stream()
        .filter(f -> f.name().equals(fact))
        .findFirst()
        .map(FactAlternative::words);
  }
}
