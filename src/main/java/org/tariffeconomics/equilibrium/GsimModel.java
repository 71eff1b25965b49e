package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * The world market of one industry: every region's sales to every region, its tariffs and its
 * elasticities. Goods of different origins are imperfect substitutes, every region's price clears
 * the market for its goods.
 *
 * <p>A flow is a value at world prices (before duty); the diagonal holds the sales at home. Money
 * is of one currency. The industry is taken alone: incomes and all other prices stay.
 *
 * <p>{@link SolutionMode#EXACT} solves the CES equations in levels and measures surpluses as areas
 * beside the curves. {@link SolutionMode#LOG_LINEAR} gives the published spreadsheet's numbers. On
 * its authors' own example, tariffs of 32 to 41 percent brought to zero, the linear answer holds
 * little more than a third of one region's exact welfare gain.
 *
 * <p>Sources: Francois and Hall (2002), Global simulation analysis of industry-level trade policy;
 * Francois and Hall (2003).
 *
 * @since 0.1.0
 */
public final class GsimModel {

  private final List<String> regions;
  private final double[] flows;
  private final double[] tariffs;
  private final double[] demand;
  private final double[] supply;
  private final double[] sigma;
  private final ClearingSystem system;

  private GsimModel(
      List<String> regions,
      double[] flows,
      double[] tariffs,
      double[] demand,
      double[] supply,
      double[] sigma) {
    this.regions = regions;
    this.flows = flows;
    this.tariffs = tariffs;
    this.demand = demand;
    this.supply = supply;
    this.sigma = sigma;
    this.system = new ClearingSystem(flows, powers(tariffs), supply, demand, sigma);
  }

  private static double[] powers(double[] tariffs) {
    return Arrays.stream(tariffs).map(t -> 1 + t).toArray();
  }

  /**
   * A model with the same elasticities everywhere.
   *
   * @param flows {@code flows[r][v]}: sales of region r to region v at world prices, money, not
   *     negative
   * @param tariffs {@code tariffs[r][v]}: what v charges on goods of r, as fractions, above −1
   * @param demandElasticity the elasticity of total demand for the industry's goods, not positive
   * @param supplyElasticity the elasticity of a region's supply, positive
   * @param sigma the elasticity of substitution between origins, positive
   * @return the model
   * @throws IllegalArgumentException when a matrix is not square, sizes differ, or a number is out
   *     of its range
   */
  public static GsimModel of(
      double[][] flows,
      double[][] tariffs,
      double demandElasticity,
      double supplyElasticity,
      double sigma) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(tariffs, "tariffs");
    int n = flows.length;
    return of(flows, tariffs, all(n, demandElasticity), all(n, supplyElasticity), all(n, sigma));
  }

  private static double[] all(int count, double value) {
    double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }

  /**
   * A model with elasticities by region.
   *
   * @param flows {@code flows[r][v]}: sales of region r to region v at world prices, money, not
   *     negative
   * @param tariffs {@code tariffs[r][v]}: what v charges on goods of r, as fractions, above −1
   * @param demandElasticities by buying region, not positive
   * @param supplyElasticities by selling region, positive
   * @param sigmas elasticities of substitution by buying region, positive
   * @return the model
   * @throws IllegalArgumentException when a matrix is not square, sizes differ, or a number is out
   *     of its range
   */
  public static GsimModel of(
      double[][] flows,
      double[][] tariffs,
      double[] demandElasticities,
      double[] supplyElasticities,
      double[] sigmas) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(tariffs, "tariffs");
    Objects.requireNonNull(demandElasticities, "demandElasticities");
    Objects.requireNonNull(supplyElasticities, "supplyElasticities");
    Objects.requireNonNull(sigmas, "sigmas");
    int n = flows.length;
    Require.notEmpty("flows", n);
    return new GsimModel(
        Labels.numbered("region", n),
        Require.square("flows", flows, n, Require::notNegative),
        Require.square("tariffs", tariffs, n, Require::tariff),
        Require.each("demandElasticities", demandElasticities, n, Require::notPositive),
        Require.each("supplyElasticities", supplyElasticities, n, Require::positive),
        Require.each("sigmas", sigmas, n, Require::positive));
  }

  /**
   * The same model with these names of its regions.
   *
   * @param names a name for each region, all different
   * @return a new model
   */
  public GsimModel withNames(List<String> names) {
    Objects.requireNonNull(names, "names");
    return new GsimModel(
        Labels.distinct(names, regions.size()), flows, tariffs, demand, supply, sigma);
  }

  /**
   * The world under new tariffs, solved exactly.
   *
   * @param newTariffs {@code newTariffs[r][v]}: what v charges on goods of r, as fractions
   * @return prices, trade and welfare
   * @throws IllegalArgumentException when the matrix is not of the model's size or a tariff is −1
   *     or less
   * @throws NonConvergenceException when no equilibrium is found
   */
  public GsimResult afterTariffs(double[][] newTariffs) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    return afterTariffs(newTariffs, SolutionMode.EXACT);
  }

  /**
   * The world under new tariffs.
   *
   * @param newTariffs {@code newTariffs[r][v]}: what v charges on goods of r, as fractions
   * @param mode exact or log-linear
   * @return prices, trade and welfare
   * @throws IllegalArgumentException when the matrix is not of the model's size or a tariff is −1
   *     or less
   * @throws NonConvergenceException when no equilibrium is found
   */
  public GsimResult afterTariffs(double[][] newTariffs, SolutionMode mode) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    Objects.requireNonNull(mode, "mode");
    double[] checked = Require.square("newTariffs", newTariffs, regions.size(), Require::tariff);
    double[] powerChanges = Ces.powerFactors(tariffs, checked);
    return mode == SolutionMode.EXACT
        ? exact(checked, powerChanges)
        : linear(checked, powerChanges);
  }

  private GsimResult exact(double[] newTariffs, double[] powerChanges) {
    ExactClearing solution = ExactClearing.of("GSIM", system, powerChanges);
    int n = regions.size();
    GsimFigures figures = new GsimFigures(n);
    double[] quantities = solution.quantities();
    for (int r = 0; r < n; r++) {
      double logPrice = solution.logPrices()[r];
      double logIndex = solution.logIndices()[r];
      figures.priceFactor[r] = Math.exp(logPrice);
      figures.outputFactor[r] = Math.exp(supply[r] * logPrice);
      figures.price[r] = Math.expm1(logPrice);
      figures.composite[r] = Math.expm1(logIndex);
      figures.output[r] = Math.expm1(supply[r] * logPrice);
      figures.producerSurplus[r] = system.sales[r] * Ces.area(supply[r], logPrice);
      figures.consumerSurplus[r] = -system.spending[r] * Ces.area(demand[r], logIndex) + 0.0;
    }
    return finish(SolutionMode.EXACT, figures, quantities, newTariffs, solution.iterations());
  }

  /**
   * The spreadsheet's formulas: its composite price and its flows keep some products of changes.
   */
  private GsimResult linear(double[] newTariffs, double[] powerChanges) {
    int n = regions.size();
    double[] shock = Arrays.stream(powerChanges).map(c -> c - 1).toArray();
    double[] price = system.solveLinear(shock);
    GsimFigures figures = new GsimFigures(n);
    double[] quantities = new double[n * n];
    for (int v = 0; v < n; v++) {
      double firstOrder = 0;
      for (int r = 0; r < n; r++) {
        int at = r * n + v;
        firstOrder += system.theta[at] * (price[r] + shock[at]);
        figures.composite[v] += system.theta[at] * ((1 + price[r]) * powerChanges[at] - 1);
      }
      for (int r = 0; r < n; r++) {
        int at = r * n + v;
        quantities[at] =
            1 - sigma[v] * (price[r] + shock[at]) + (sigma[v] + demand[v]) * firstOrder;
      }
      double c = figures.composite[v];
      figures.consumerSurplus[v] =
          system.spending[v] * (demand[v] / 2 * c * c * Math.signum(c) - c);
    }
    for (int r = 0; r < n; r++) {
      figures.price[r] = price[r];
      figures.output[r] = supply[r] * price[r];
      figures.priceFactor[r] = 1 + figures.price[r];
      figures.outputFactor[r] = 1 + figures.output[r];
      figures.producerSurplus[r] = system.sales[r] * price[r] * (1 + figures.output[r] / 2);
    }
    return finish(SolutionMode.LOG_LINEAR, figures, quantities, newTariffs, 1);
  }

  private GsimResult finish(
      SolutionMode mode,
      GsimFigures figures,
      double[] quantities,
      double[] newTariffs,
      int iterations) {
    int n = regions.size();
    for (int at = 0; at < quantities.length; at++) {
      int v = at % n;
      double after = flows[at] * quantities[at] * figures.priceFactor[at / n];
      figures.flows[at] = after;
      figures.revenue[v] += after * newTariffs[at] - flows[at] * tariffs[at];
    }
    return new GsimResult(this, mode, figures.checked(), iterations);
  }

  /** {@return the names of the regions: a name for each region} */
  public List<String> regions() {
    return regions;
  }

  /**
   * A flow before the change.
   *
   * @param seller the selling region, counted from 0
   * @param buyer the buying region, counted from 0
   * @return money at world prices
   * @throws IndexOutOfBoundsException when there is no such region
   */
  public double flow(int seller, int buyer) {
    return flows[at(seller, buyer)];
  }

  /** The place of a pair; a buyer that there is not would be a pair of the next seller. */
  int at(int seller, int buyer) {
    return Objects.checkIndex(seller, regions.size()) * regions.size()
        + Objects.checkIndex(buyer, regions.size());
  }

  /**
   * A tariff before the change.
   *
   * @param seller the selling region, counted from 0
   * @param buyer the buying region, counted from 0
   * @return a fraction
   * @throws IndexOutOfBoundsException when there is no such region
   */
  public double tariff(int seller, int buyer) {
    return tariffs[at(seller, buyer)];
  }

  /** The number of regions. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "GSIM model of %d regions", regions.size());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GsimModel that
        && regions.equals(that.regions)
        && Arrays.equals(flows, that.flows)
        && Arrays.equals(tariffs, that.tariffs)
        && Arrays.equals(demand, that.demand)
        && Arrays.equals(supply, that.supply)
        && Arrays.equals(sigma, that.sigma);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        regions,
        Arrays.hashCode(flows),
        Arrays.hashCode(tariffs),
        Arrays.hashCode(demand),
        Arrays.hashCode(supply));
  }
}
