package org.tariffeconomics.equilibrium;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The peak of the Laffer curve of a tariff, under demand of constant elasticity and under linear
 * demand.
 *
 * <p>A small country takes the world price as given and gets most revenue at
 *
 * <pre>{@code
 * constant elasticity  t = 1/(e-1), for e > 1
 * linear demand        t = 1/(2e), e at free trade
 * }</pre>
 *
 * <p>Where the tariff lowers the world price along a supply curve of elasticity {@code ω},
 *
 * <pre>{@code
 * constant elasticities    t = (e+ω)/(ω(e-1)), for e > 1
 * linear demand and supply t = (e+ω)/(e(2ω-1)), for ω > 1/2; both elasticities at free trade
 * }</pre>
 *
 * <p>Outside these conditions revenue rises with every tariff: there is no peak, and the answer is
 * empty.
 *
 * @since 0.1.0
 */
public final class RevenueMaximum {

  private final double demandElasticity;
  private final OptionalDouble exportSupplyElasticity;
  private final OptionalDouble constantElasticity;
  private final OptionalDouble linear;

  private RevenueMaximum(
      double demandElasticity,
      OptionalDouble exportSupplyElasticity,
      OptionalDouble constantElasticity,
      OptionalDouble linear) {
    this.demandElasticity = demandElasticity;
    this.exportSupplyElasticity = exportSupplyElasticity;
    this.constantElasticity = constantElasticity;
    this.linear = linear;
  }

  static RevenueMaximum smallCountry(double elasticity) {
    double e = Require.positive("demandElasticity", elasticity);
    return new RevenueMaximum(
        e,
        OptionalDouble.empty(),
        e > 1 ? OptionalDouble.of(1 / (e - 1)) : OptionalDouble.empty(),
        OptionalDouble.of(Require.finiteResult("tariff", 1 / (2 * e))));
  }

  static RevenueMaximum largeCountry(double elasticity, double supplyElasticity) {
    double e = Require.positive("demandElasticity", elasticity);
    double omega = Require.positive("exportSupplyElasticity", supplyElasticity);
    return new RevenueMaximum(
        e, OptionalDouble.of(omega), ratio(e + omega, omega * (e - 1)), linearPeak(e, omega));
  }

  private static OptionalDouble linearPeak(double e, double omega) {
    return ratio(e + omega, e * (2 * omega - 1));
  }

  /** The quotient where the divisor is positive, which is the condition for a peak. */
  private static OptionalDouble ratio(double dividend, double divisor) {
    double ratio = dividend / divisor;
    return divisor > 0 && Double.isFinite(ratio)
        ? OptionalDouble.of(ratio)
        : OptionalDouble.empty();
  }

  /**
   * The revenue-maximising tariff under demand (and supply) of constant elasticity.
   *
   * @return the tariff as a fraction; empty where demand elasticity is 1 or less, since revenue
   *     then grows with every tariff
   */
  public OptionalDouble constantElasticity() {
    return constantElasticity;
  }

  /**
   * {@return the highest revenue under constant elasticity, {@code t p* q} at the peak: as a
   * fraction of the imports at free trade; empty where there is no peak}
   */
  public OptionalDouble constantElasticityRevenue() {
    if (constantElasticity.isEmpty()) {
      return OptionalDouble.empty();
    }
    double t = constantElasticity.getAsDouble();
    return OptionalDouble.of(t * Math.exp(-revenueExponent() * Math.log1p(t)));
  }

  /** The elasticity to the tariff's power of the value before duty. */
  private double revenueExponent() {
    double e = demandElasticity;
    return exportSupplyElasticity.isEmpty()
        ? e
        : e
            * (1 + exportSupplyElasticity.getAsDouble())
            / (e + exportSupplyElasticity.getAsDouble());
  }

  /**
   * The revenue-maximising tariff under linear demand (and supply).
   *
   * @return the tariff as a fraction; empty where foreign supply has an elasticity of one half or
   *     less
   */
  public OptionalDouble linear() {
    return linear;
  }

  /**
   * {@return the highest revenue under linear demand (and supply): as a fraction of the imports at
   * free trade; empty where there is no peak}
   */
  public OptionalDouble linearRevenue() {
    return linear.isPresent()
        ? OptionalDouble.of(linearRevenueAt(linear.getAsDouble()))
        : OptionalDouble.empty();
  }

  private double linearRevenueAt(double t) {
    double e = demandElasticity;
    if (exportSupplyElasticity.isEmpty()) {
      return t * (1 - e * t);
    }
    double omega = exportSupplyElasticity.getAsDouble();
    double worldPrice = (e + omega) / (omega + e * (1 + t));
    return t * worldPrice * (1 + omega * (worldPrice - 1));
  }

  /** {@return the peaks under both shapes of demand, each in a row} */
  public Table table() {
    return new Rows()
        .row("revenue-maximising tariff, constant elasticity", percentOrWhy(constantElasticity))
        .row("revenue there, of imports at free trade", percentOrWhy(constantElasticityRevenue()))
        .row("revenue-maximising tariff, linear", percentOrWhy(linear))
        .row("revenue there, of imports at free trade", percentOrWhy(linearRevenue()))
        .table(
            "Peak of the Laffer curve",
            String.format(Locale.ROOT, "demand elasticity %.4g", demandElasticity));
  }

  private static Cell percentOrWhy(OptionalDouble fraction) {
    return fraction.isPresent()
        ? Cell.percent(fraction.getAsDouble(), 2)
        : Cell.text("no peak").withNote("revenue grows with every tariff");
  }

  /** The peak under constant elasticity. */
  @Override
  public String toString() {
    return constantElasticity.isPresent()
        ? String.format(
            Locale.ROOT,
            "Revenue peaks at a tariff of %.2f%% (constant elasticity)",
            100 * constantElasticity.getAsDouble())
        : "Revenue has no peak (constant elasticity of 1 or less)";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RevenueMaximum that
        && Double.compare(demandElasticity, that.demandElasticity) == 0
        && exportSupplyElasticity.equals(that.exportSupplyElasticity)
        && constantElasticity.equals(that.constantElasticity)
        && linear.equals(that.linear);
  }

  @Override
  public int hashCode() {
    return Objects.hash(demandElasticity, exportSupplyElasticity, constantElasticity, linear);
  }
}
