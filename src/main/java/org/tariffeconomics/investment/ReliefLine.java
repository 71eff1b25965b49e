package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Require;

/**
 * A group of goods whose duty a deal changes, and what that saves a year.
 *
 * @param sector its name
 * @param imports imports a year at customs value, not negative
 * @param coveredShare the share of them that the change reaches, a fraction in [0, 1]
 * @param before the rate without the deal, in force or threatened, above −100 %
 * @param after the rate under the deal, above −100 %
 * @param observedAt the rate that was charged when the imports were observed, above −100 %; only
 *     {@link TariffRelief#afterSubstitution} uses it
 * @since 0.1.0
 */
public record ReliefLine(
    String sector,
    BigMoney imports,
    BigDecimal coveredShare,
    Rate before,
    Rate after,
    Rate observedAt) {

  /**
   * Creates a line.
   *
   * @param sector its name
   * @param imports imports a year at customs value, not negative
   * @param coveredShare the share of them that the change reaches, a fraction in [0, 1]
   * @param before the rate without the deal, in force or threatened, above −100 %
   * @param after the rate under the deal, above −100 %
   * @param observedAt the rate that was charged when the imports were observed, above −100 %; only
   *     {@link TariffRelief#afterSubstitution} uses it
   * @throws IllegalArgumentException when a number is out of bounds
   */
  public ReliefLine {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(coveredShare, "coveredShare");
    Require.notNegative("imports of " + sector, imports);
    Require.share("coveredShare of " + sector, coveredShare);
    Require.aboveTotalLoss("before", before);
    Require.aboveTotalLoss("after", after);
    Require.aboveTotalLoss("observedAt", observedAt);
    imports = PlainNumber.plain(imports);
    coveredShare = PlainNumber.plain(coveredShare);
  }

  /**
   * A line that the change reaches in full and whose imports were observed at the rate before.
   *
   * @param sector its name
   * @param imports imports a year at customs value, not negative
   * @param before the rate without the deal
   * @param after the rate under the deal
   * @return the line
   */
  public static ReliefLine of(String sector, BigMoney imports, Rate before, Rate after) {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return new ReliefLine(sector, imports, BigDecimal.ONE, before, after, before);
  }

  /**
   * The same line where the change reaches only a share of the imports.
   *
   * @param share the share, a fraction in [0, 1]
   * @return a new line
   */
  public ReliefLine withCoveredShare(BigDecimal share) {
    Objects.requireNonNull(share, "share");
    return new ReliefLine(sector, imports, share, before, after, observedAt);
  }

  /**
   * The same line where the imports were observed at another rate: trade of 2024, say, when the
   * rate before is one that was only threatened.
   *
   * @param rate the rate charged on the imports as observed
   * @return a new line
   */
  public ReliefLine withObservedAt(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return new ReliefLine(sector, imports, coveredShare, before, after, rate);
  }

  /** {@return the imports that the change reaches: imports × covered share} */
  public BigMoney coveredImports() {
    return MoneyMath.times(imports, coveredShare);
  }

  /** {@return the change of the rate: from before to after; negative points are a cut} */
  public RateChange change() {
    return before.to(after);
  }

  /**
   * The duty saved a year when trade stays as it is: covered imports × (before − after), exact.
   *
   * @return the saving, negative where the rate rises
   */
  public BigMoney staticRelief() {
    return MoneyMath.times(coveredImports(), change().points().negate());
  }

  /** Sector, rates and the static saving. */
  @Override
  public String toString() {
    return sector
        + " "
        + before
        + " -> "
        + after
        + ", "
        + MoneyScale.show(staticRelief())
        + " a year";
  }
}
