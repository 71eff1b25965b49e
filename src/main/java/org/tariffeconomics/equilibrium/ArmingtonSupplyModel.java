package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * One market in which goods of several origins are imperfect substitutes and every origin has a
 * supply curve: who bears a tariff.
 *
 * <p>With producer prices {@code p/T} and buyer prices {@code p} (new over old), supply
 * elasticities ε, substitution σ and total demand η, every origin clears:
 *
 * <pre>{@code
 * (p_r / T_r)^ε_r = (p_r / P)^(-σ) P^η,  P the CES index of p with the old spending shares
 * }</pre>
 *
 * <p>Typical origins are home, the country that a measure hits, and all others. Source: Hallren and
 * Riker (2017), An introduction to partial equilibrium modeling of trade policy, USITC.
 *
 * @since 0.1.0
 */
public final class ArmingtonSupplyModel {

  private final List<String> origins;
  private final double[] values;
  private final double[] tariffs;
  private final double sigma;
  private final double eta;
  private final ClearingSystem system;

  private ArmingtonSupplyModel(
      List<String> origins,
      double[] values,
      double[] tariffs,
      double[] supply,
      double sigma,
      double eta) {
    this.origins = origins;
    this.values = values;
    this.tariffs = tariffs;
    this.sigma = sigma;
    this.eta = eta;
    this.system =
        new ClearingSystem(
            values,
            Arrays.stream(tariffs).map(t -> 1 + t).toArray(),
            supply,
            new double[] {eta},
            new double[] {sigma});
  }

  /**
   * A market by its values at world prices and the tariffs on them, with total spending fixed (η =
   * −1).
   *
   * @param values sales of every origin before duty, money, not negative, not all zero
   * @param tariffs the tariffs now, as fractions, above −1
   * @param supplyElasticities the supply elasticity of every origin, positive
   * @param sigma the elasticity of substitution between origins, positive
   * @return the model
   * @throws IllegalArgumentException when a number is out of its range or lengths differ
   */
  public static ArmingtonSupplyModel of(
      double[] values, double[] tariffs, double[] supplyElasticities, double sigma) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(tariffs, "tariffs");
    Objects.requireNonNull(supplyElasticities, "supplyElasticities");
    int n = values.length;
    double[] checked = Require.each("values", values, Require::notNegative);
    Sums.sharesOf("values", checked);
    return new ArmingtonSupplyModel(
        Labels.numbered("origin", n),
        checked,
        Require.each("tariffs", tariffs, n, Require::tariff),
        Require.each("supplyElasticities", supplyElasticities, n, Require::positive),
        Require.positive("sigma", sigma),
        -1);
  }

  /**
   * The same market with these names of its origins.
   *
   * @param names one name an origin, all different
   * @return a new model
   */
  public ArmingtonSupplyModel withNames(List<String> names) {
    Objects.requireNonNull(names, "names");
    return new ArmingtonSupplyModel(
        Labels.distinct(names, values.length), values, tariffs, system.supply, sigma, eta);
  }

  /**
   * The same market with another elasticity of total demand.
   *
   * @param elasticity {@code dln Q / dln P} of the whole market, not positive
   * @return a new model
   */
  public ArmingtonSupplyModel withDemandElasticity(double elasticity) {
    return new ArmingtonSupplyModel(
        origins,
        values,
        tariffs,
        system.supply,
        sigma,
        Require.notPositive("demand elasticity", elasticity));
  }

  /**
   * The market under new tariffs, solved exactly.
   *
   * @param newTariffs tariffs as fractions, above −1
   * @return prices, quantities, incidence and welfare
   * @throws IllegalArgumentException when a tariff is −1 or less or lengths differ
   * @throws NonConvergenceException when no equilibrium is found
   */
  public ArmingtonSupplyResult afterTariffs(double... newTariffs) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    return afterTariffs(newTariffs, SolutionMode.EXACT);
  }

  /**
   * The market under new tariffs.
   *
   * @param newTariffs tariffs as fractions, above −1
   * @param mode exact or log-linear; the log-linear changes are turned into factors by the
   *     exponential
   * @return prices, quantities, incidence and welfare
   * @throws IllegalArgumentException when a tariff is −1 or less or lengths differ
   * @throws NonConvergenceException when no equilibrium is found
   */
  public ArmingtonSupplyResult afterTariffs(double[] newTariffs, SolutionMode mode) {
    Objects.requireNonNull(mode, "mode");
    double[] checked = Require.each("newTariffs", newTariffs, values.length, Require::tariff);
    double[] logPowers = Ces.logs(Ces.powerFactors(tariffs, checked));
    return mode == SolutionMode.EXACT ? exact(checked, logPowers) : linear(checked, logPowers);
  }

  private ArmingtonSupplyResult exact(double[] newTariffs, double[] logPowers) {
    double[] powers = Ces.powerFactors(tariffs, newTariffs);
    ExactClearing solution = ExactClearing.of("Armington market with supply", system, powers);
    return new ArmingtonSupplyResult(
        this,
        SolutionMode.EXACT,
        newTariffs,
        logPowers,
        solution.logPrices(),
        solution.logIndices()[0]);
  }

  private ArmingtonSupplyResult linear(double[] newTariffs, double[] logPowers) {
    double[] logPrices = system.solveLinear(logPowers);
    double[] paid = new double[logPrices.length];
    for (int r = 0; r < paid.length; r++) {
      paid[r] = logPrices[r] + logPowers[r];
    }
    return new ArmingtonSupplyResult(
        this,
        SolutionMode.LOG_LINEAR,
        newTariffs,
        logPowers,
        logPrices,
        system.weightedMean(paid, 0));
  }

  /** {@return the names of the origins: one name an origin} */
  public List<String> origins() {
    return origins;
  }

  /** {@return sales of every origin before duty} */
  public double[] values() {
    return values.clone();
  }

  /** {@return the tariffs now: fractions} */
  public double[] tariffs() {
    return tariffs.clone();
  }

  /** {@return the supply elasticities: positive, by origin} */
  public double[] supplyElasticities() {
    return system.supply.clone();
  }

  /** {@return the elasticity of substitution: sigma, positive} */
  public double sigma() {
    return sigma;
  }

  /** {@return the elasticity of total demand: eta, not positive} */
  public double demandElasticity() {
    return eta;
  }

  /** What buyers spend, duty included, before the change. */
  double spending() {
    return system.spending[0];
  }

  /** The number of origins and the elasticities. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Armington market with supply, %d origins, sigma %.4g, eta %.4g",
        values.length,
        sigma,
        eta);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArmingtonSupplyModel that
        && origins.equals(that.origins)
        && Arrays.equals(values, that.values)
        && Arrays.equals(tariffs, that.tariffs)
        && Double.compare(sigma, that.sigma) == 0
        && Double.compare(eta, that.eta) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(origins, Arrays.hashCode(values), Arrays.hashCode(tariffs), sigma, eta);
  }
}
