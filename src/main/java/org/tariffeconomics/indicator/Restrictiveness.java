package org.tariffeconomics.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Trade restrictiveness: the uniform tariffs that would keep the same volume of imports (OTRI,
 * MTRI) or do the same harm to welfare (TRI) as a schedule of many rates.
 *
 * <p>Rates are fractions; imports are amounts in one unit at world prices; elasticities of import
 * demand are given as magnitudes (1.5, not −1.5). With m imports, e elasticity, t tariff:
 *
 * <pre>{@code
 * otri  Σ m e t / Σ m e                         same import volume, demand linear
 * mtri  the τ of Σ m ((1+τ)/(1+t))^-e = Σ m     same import volume, elasticity constant
 * tri   sqrt(Σ m e t² / Σ m e)                  same deadweight loss, demand linear
 * }</pre>
 *
 * <p>Always tri ≥ |otri|, since the loss grows with the square of the tariff. Lines without imports
 * or elasticity carry no weight; a schedule in which every line is such is refused. The imports of
 * one importer give its own restrictiveness; the exports of one exporter with the tariffs that it
 * faces give the market-access form (MA-OTRI). Indices need trade and elasticities of one
 * equilibrium; they hold prices of the world fixed.
 *
 * <p>Sources: Feenstra (1995), Handbook of International Economics III, chapter 30; Kee, Nicita and
 * Olarreaga (2008), Review of Economics and Statistics 90, and (2009), Economic Journal 119;
 * Anderson and Neary (2003), International Economic Review 44.
 *
 * @since 0.1.0
 */
public final class Restrictiveness {

  private static final double SOLVER_ACCURACY = 1e-15;
  private static final int SOLVER_STEPS = 500;

  private final double[] imports;
  private final double[] elasticities;
  private final double[] tariffs;

  /** Imports times elasticity: the slope of import demand and the weight of every index. */
  private final double[] weights;

  private Restrictiveness(double[] imports, double[] elasticities, double[] tariffs) {
    this.imports = imports;
    this.elasticities = elasticities;
    this.tariffs = tariffs;
    this.weights =
        IntStream.range(0, imports.length).mapToDouble(i -> imports[i] * elasticities[i]).toArray();
    Require.positive("the total of imports x elasticities", Arithmetic.sum(weights));
    Require.finiteResult("the trade-weighted average", tradeWeightedAverage());
    Require.finiteResult("the deadweight loss", deadweightLoss());
  }

  /**
   * The restrictiveness of a schedule.
   *
   * @param imports the imports of each product, not negative
   * @param elasticities the magnitude of each product's import-demand elasticity, not negative
   * @param tariffs the tariff on each product, a fraction above −1
   * @return the indices
   * @throws IllegalArgumentException when lengths differ, a number is out of bounds, or no product
   *     has both imports and an elasticity
   */
  public static Restrictiveness of(double[] imports, double[] elasticities, double[] tariffs) {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(elasticities, "elasticities");
    Objects.requireNonNull(tariffs, "tariffs");
    Require.sameLength("elasticities", elasticities.length, "imports", imports.length);
    Require.sameLength("tariffs", tariffs.length, "imports", imports.length);
    return new Restrictiveness(
        Require.each("imports", imports, Require::notNegative),
        Require.each("elasticities", elasticities, Require::notNegative),
        Require.each("tariffs", tariffs, Require::tariff));
  }

  /**
   * {@return the simple average of the tariffs, whether or not a product is imported, a fraction}
   */
  public double simpleAverage() {
    return Arithmetic.sum(tariffs) / tariffs.length;
  }

  /** {@return the average of the tariffs weighted with imports, a fraction} */
  public double tradeWeightedAverage() {
    return Arithmetic.weightedMean(tariffs, imports).orElseThrow();
  }

  /**
   * The overall trade restrictiveness index: the uniform tariff that would leave the volume of
   * imports as it is, along linear demand. Source: Kee, Nicita and Olarreaga (2009).
   *
   * @return the index, a fraction between the lowest and the highest tariff
   */
  public double otri() {
    return Arithmetic.product(weights, tariffs) / Arithmetic.sum(weights);
  }

  /**
   * The trade restrictiveness index: the uniform tariff that would do the same deadweight loss.
   * Source: Feenstra (1995); Kee, Nicita and Olarreaga (2008).
   *
   * @return the index, a fraction that is not negative
   */
  public double tri() {
    return Math.sqrt(Arithmetic.product(weights, squares()) / Arithmetic.sum(weights));
  }

  private double[] squares() {
    double[] squares = tariffs.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }

  /**
   * The mercantilist trade restrictiveness index: the uniform tariff that would leave the volume of
   * imports at world prices as it is when every demand has a constant elasticity in the domestic
   * price and no effect on others. The solution is unique: import volume falls in the tariff.
   * Source: Anderson and Neary (2003).
   *
   * @return the index, a fraction between the lowest and the highest tariff
   * @throws IllegalArgumentException when an elasticity is so large that import volume is not
   *     finite
   */
  public double mtri() {
    double lowest = weightedLogPowers().min().orElseThrow();
    double highest = weightedLogPowers().max().orElseThrow();
    if (excessVolume(lowest) <= 0) {
      return Math.expm1(lowest);
    }
    if (excessVolume(highest) >= 0) {
      return Math.expm1(highest);
    }
    double root =
        new BrentSolver(SOLVER_ACCURACY, SOLVER_ACCURACY)
            .solve(SOLVER_STEPS, this::excessVolume, lowest, highest);
    return Math.expm1(root);
  }

  /** The logs of the tariff powers of the products that carry weight. */
  private DoubleStream weightedLogPowers() {
    return IntStream.range(0, tariffs.length)
        .filter(i -> weights[i] > 0)
        .mapToDouble(i -> Math.log1p(tariffs[i]));
  }

  /**
   * Import volume at a uniform log power less the actual volume, as a part of all imports: a number
   * of the same size whatever the unit of the imports.
   */
  private double excessVolume(double logPower) {
    double total = Arithmetic.sum(imports);
    double excess = 0;
    for (int i = 0; i < tariffs.length; i++) {
      if (weights[i] > 0) {
        excess +=
            imports[i] / total * Math.expm1(elasticities[i] * (Math.log1p(tariffs[i]) - logPower));
      }
    }
    return Require.finite("import volume at a uniform tariff", excess);
  }

  /**
   * What makes up the square of the TRI: the level of tariffs, their spread, and whether high
   * tariffs stand where demand is elastic.
   *
   * @return the decomposition
   */
  public TriDecomposition decomposition() {
    double total = Arithmetic.sum(imports);
    double mean = tradeWeightedAverage();
    double meanElasticity = Arithmetic.sum(weights) / total;
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < tariffs.length; i++) {
      double share = imports[i] / total;
      double deviation = tariffs[i] - mean;
      variance += share * deviation * deviation;
      covariance += share * (elasticities[i] / meanElasticity - 1) * tariffs[i] * tariffs[i];
    }
    return new TriDecomposition(mean, variance, covariance);
  }

  /**
   * {@return the deadweight loss of the schedule along linear demand, ½ Σ m e t², in the unit of
   * imports, not negative}
   */
  public double deadweightLoss() {
    return Arithmetic.product(weights, squares()) / 2;
  }

  /**
   * The deadweight loss as a part of national income.
   *
   * @param gdp the gross domestic product in the unit of imports, positive
   * @return the loss, a fraction of GDP
   * @throws IllegalArgumentException when GDP is not positive
   */
  public double deadweightLossShare(double gdp) {
    return Require.finiteResult(
        "the loss as a part of GDP", deadweightLoss() / Require.positive("gdp", gdp));
  }

  /** {@return the indices as a table, one line each} */
  public Table table() {
    TriDecomposition parts = decomposition();
    return new Table(
        "Trade restrictiveness of " + tariffs.length + " products",
        List.of("measure", "value"),
        List.of(
            List.of(Cell.text("simple average"), Cell.percent(simpleAverage(), 2)),
            List.of(Cell.text("trade-weighted average"), Cell.percent(tradeWeightedAverage(), 2)),
            List.of(Cell.text("OTRI"), Cell.percent(otri(), 2)),
            List.of(Cell.text("MTRI"), Cell.percent(mtri(), 2)),
            List.of(Cell.text("TRI"), Cell.percent(tri(), 2)),
            List.of(Cell.text("TRI²: mean²"), Cell.number(parts.meanSquared(), 6, "")),
            List.of(Cell.text("TRI²: variance"), Cell.number(parts.variance(), 6, "")),
            List.of(Cell.text("TRI²: covariance"), Cell.number(parts.covariance(), 6, "")),
            List.of(Cell.text("deadweight loss"), Cell.number(deadweightLoss(), 2, ""))),
        List.of("World prices fixed; the loss is along linear demand."));
  }

  /** The two main indices. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Restrictiveness OTRI %.2f%%, TRI %.2f%%, %d products",
        100 * otri(),
        100 * tri(),
        tariffs.length);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Restrictiveness that
        && Arrays.equals(imports, that.imports)
        && Arrays.equals(elasticities, that.elasticities)
        && Arrays.equals(tariffs, that.tariffs)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        Arrays.hashCode(imports),
        Arrays.hashCode(elasticities),
        Arrays.hashCode(tariffs),
        Arrays.hashCode(weights));
  }
}
