package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.PlainNumber;

/**
 * How much of what is none of some materials is of the United States, where both the US content of
 * goods and their materials count: of goods that are half steel and half of US content, all of the
 * US content may be steel, or none of it.
 *
 * <p>It is declared as {@code US share of the rest=0.4}, a fraction of what is none of the
 * materials; {@code least} and {@code most} stand for the ends that the other shares leave.
 *
 * @param least the least that is of the United States and none of the materials, as a share of the
 *     customs value
 * @param most the most
 * @param rest what is none of the materials, as a share of the customs value
 * @since 0.1.0
 */
public record UsShareOfRest(BigDecimal least, BigDecimal most, BigDecimal rest) {

  /** The fact as it is declared. */
  public static final String FACT = "US share of the rest";

  private static final String LEAST = "least";
  private static final String MOST = "most";

  /**
   * Refuses nulls.
   *
   * @param least the least that is of the United States and none of the materials, as a share of
   *     the customs value
   * @param most the most
   * @param rest what is none of the materials, as a share of the customs value
   */
  public UsShareOfRest {
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(most, "most");
    Objects.requireNonNull(rest, "rest");
    least = PlainNumber.plain(least);
    most = PlainNumber.plain(most);
    rest = PlainNumber.plain(rest);
  }

  /**
   * What two shares leave open.
   *
   * @param ofUs the US content, a fraction of the customs value
   * @param rest what is none of the materials, a fraction of the customs value
   * @return the ends
   */
  public static UsShareOfRest of(BigDecimal ofUs, BigDecimal rest) {
    Objects.requireNonNull(ofUs, "ofUs");
    Objects.requireNonNull(rest, "rest");
    BigDecimal materials = BigDecimal.ONE.subtract(rest);
    return new UsShareOfRest(ofUs.subtract(materials).max(BigDecimal.ZERO), ofUs.min(rest), rest);
  }

  /** {@return the two ends as what may be declared} */
  public static List<FactAlternative> ends() {
    return List.of(
        new FactAlternative(FACT, "least possible", LEAST),
        new FactAlternative(FACT, "most possible", MOST));
  }

  /** {@return whether the shares leave one value only} */
  @JsonIgnore
  public boolean isTold() {
    return least.compareTo(most) == 0;
  }

  /**
   * What of the customs value is of the United States and none of the materials.
   *
   * @param facts what is declared
   * @return a fraction of the customs value; empty where the shares leave it open and nothing is
   *     declared of it, or nothing that they leave room for
   */
  public Optional<BigDecimal> within(DeclaredFacts facts) {
    Objects.requireNonNull(facts, "facts");
    return isTold() ? Optional.of(least) : facts.fact(FACT).flatMap(this::declared);
  }

  private Optional<BigDecimal> declared(String value) {
    if (value.equals(LEAST) || value.equals(MOST)) {
      return Optional.of(value.equals(LEAST) ? least : most);
    }
    return PlainNumber.read(value)
        .map(rest::multiply)
        .filter(share -> share.compareTo(least) >= 0 && share.compareTo(most) <= 0);
  }
}
