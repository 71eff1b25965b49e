package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The share of the customs value that a portion is, by the declared contents.
 *
 * @since 0.1.0
 */
public final class PortionShare {

  private PortionShare() {}

  /**
   * The share of the value.
   *
   * @param portion the part of the value
   * @param facts what is declared
   * @return a fraction within 0…1; empty where the content is not declared
   */
  public static Optional<BigDecimal> of(Portion portion, DeclaredFacts facts) {
    Objects.requireNonNull(portion, "portion");
    Objects.requireNonNull(facts, "facts");
    return switch (portion.kind()) {
      case FULL -> Optional.of(BigDecimal.ONE);
      case CONTENT -> facts.content(portion.content());
      case ALL_BUT -> facts.content(portion.content()).map(BigDecimal.ONE::subtract);
    };
  }

  /**
   * What is to be declared where the share is not known.
   *
   * @param portion the part of the value
   * @return the sentence
   */
  public static String missing(Portion portion) {
    Objects.requireNonNull(portion, "portion");
    return "declare the " + portion.content() + " content as a share of the value";
  }
}
