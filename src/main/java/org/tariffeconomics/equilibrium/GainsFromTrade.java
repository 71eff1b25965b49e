package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * What a country gains from trading at all, by its share of spending on its own goods: the
 * sufficient statistic of a wide class of trade models.
 *
 * <pre>{@code
 * one sector      1 - λ^(1/ε)
 * many sectors    1 - Π λ_s^(β_s/θ_s)
 * with inputs     1 - Π λ_s^(β_k ã_sk/θ_s),  ã = (I - A)^(-1)
 * }</pre>
 *
 * <p>λ is a domestic expenditure share, ε or θ the absolute trade elasticity, β the sectors' shares
 * of final spending, {@code A[s][k]} the share of inputs from sector s in the costs of sector k.
 * These results hold for trade costs without revenue: with tariff revenue, real income must be
 * multiplied by the change of income including revenue (Felbermayr, Jung and Larch, 2015).
 *
 * <p>Sources: Arkolakis, Costinot and Rodríguez-Clare (2012); Costinot and Rodríguez-Clare (2014),
 * perfect competition.
 *
 * @since 0.1.0
 */
public final class GainsFromTrade {

  private final double logGain;

  GainsFromTrade(double logGain) {
    Require.notNegative("logGain", logGain);
    this.logGain = logGain;
  }

  /** {@return the logarithm of real income over real income in autarky, not negative} */
  public double logGain() {
    return logGain;
  }

  /**
   * The gains in a one-sector model.
   *
   * @param domesticShare share of spending on home goods, above 0 and at most 1
   * @param tradeElasticity the absolute trade elasticity, positive (σ − 1 in an Armington model)
   * @return the gains
   * @throws IllegalArgumentException when an argument is out of its range; a domestic share of 0
   *     would make the gains infinite
   */
  public static GainsFromTrade acr(double domesticShare, double tradeElasticity) {
    return new GainsFromTrade(logGain("domesticShare", domesticShare, tradeElasticity, 1));
  }

  /**
   * The gains in a model with sectors and without inputs.
   *
   * @param expenditureShares the sectors' shares of spending, adding up to 1
   * @param domesticShares the domestic share in every sector, above 0 where anything is spent
   * @param tradeElasticities the absolute trade elasticity of every sector, positive
   * @return the gains
   * @throws IllegalArgumentException when a number is out of its range or lengths differ
   */
  public static GainsFromTrade multiSector(
      double[] expenditureShares, double[] domesticShares, double[] tradeElasticities) {
    Objects.requireNonNull(domesticShares, "domesticShares");
    Objects.requireNonNull(tradeElasticities, "tradeElasticities");
    return weighted(
        Require.shares("expenditureShares", expenditureShares), domesticShares, tradeElasticities);
  }

  /**
   * The gains in a model with sectors that use each other's goods as inputs.
   *
   * @param expenditureShares the sectors' shares of final spending, adding up to 1
   * @param domesticShares the domestic share in every sector, above 0 where anything is spent
   * @param tradeElasticities the absolute trade elasticity of every sector, positive
   * @param inputShares {@code inputShares[s][k]}: what sector k spends on goods of sector s, as a
   *     fraction of its own costs, not negative; a sector's inputs must be less than its costs
   * @return the gains, larger than without inputs
   * @throws IllegalArgumentException when a number is out of its range or lengths differ
   */
  public static GainsFromTrade multiSector(
      double[] expenditureShares,
      double[] domesticShares,
      double[] tradeElasticities,
      double[][] inputShares) {
    Objects.requireNonNull(domesticShares, "domesticShares");
    Objects.requireNonNull(tradeElasticities, "tradeElasticities");
    Objects.requireNonNull(inputShares, "inputShares");
    double[] shares = Require.shares("expenditureShares", expenditureShares);
    double[][] inputs = inputs(inputShares, shares.length);
    RealMatrix leontief =
        MatrixUtils.createRealIdentityMatrix(shares.length)
            .subtract(MatrixUtils.createRealMatrix(inputs));
    double[] total =
        new LUDecomposition(leontief, Double.MIN_NORMAL).getSolver().getInverse().operate(shares);
    return weighted(total, domesticShares, tradeElasticities);
  }

  private static double[][] inputs(double[][] inputShares, int sectors) {
    Require.sameLength("inputShares", inputShares.length, sectors);
    double[][] copy = new double[sectors][];
    double[] sums = new double[sectors];
    for (int s = 0; s < sectors; s++) {
      String name = "inputShares[" + s + "]";
      copy[s] = Require.each(name, inputShares[s], sectors, Require::notNegative);
      for (int k = 0; k < sectors; k++) {
        sums[k] += copy[s][k];
      }
    }
    for (int k = 0; k < sectors; k++) {
      if (!(sums[k] < 1)) {
        throw new IllegalArgumentException(
            "The inputs of sector " + k + " must be less than its costs, but were " + sums[k]);
      }
    }
    return copy;
  }

  private static GainsFromTrade weighted(double[] weights, double[] domestic, double[] thetas) {
    Require.sameLength("domesticShares", domestic.length, weights.length);
    Require.sameLength("tradeElasticities", thetas.length, weights.length);
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      sum += logGain("domesticShares[" + s + "]", domestic[s], thetas[s], weights[s]);
    }
    return new GainsFromTrade(sum);
  }

  private static double logGain(String name, double domestic, double theta, double weight) {
    Require.share(name, domestic);
    Require.positive("trade elasticity", theta);
    if (weight == 0) {
      return 0;
    }
    if (domestic == 0) {
      throw new IllegalArgumentException(
          name + " must be above 0, but was 0.0: the gains would be infinite");
    }
    return Math.max(0, -Math.log(domestic) * weight / theta);
  }

  /**
   * The change of real income when the domestic share changes, for trade costs without revenue:
   * {@code (λ1/λ0)^(−1/ε)}.
   *
   * @param oldDomesticShare the share before, above 0 and at most 1
   * @param newDomesticShare the share after, above 0 and at most 1
   * @param tradeElasticity the absolute trade elasticity, positive
   * @return new over old real income; above 1 when the country trades more
   * @throws IllegalArgumentException when a number is outside its bounds
   */
  public static double realIncomeFactor(
      double oldDomesticShare, double newDomesticShare, double tradeElasticity) {
    double before = logGain("oldDomesticShare", oldDomesticShare, tradeElasticity, 1);
    double after = logGain("newDomesticShare", newDomesticShare, tradeElasticity, 1);
    return Require.finiteResult("real income", Math.exp(after - before));
  }

  /**
   * The gains as a part of today's real income: what would be lost by ending all trade.
   *
   * @return a fraction from 0 to 1
   */
  public double ofRealIncome() {
    return -Math.expm1(-logGain);
  }

  /** {@return the gains over real income in autarky: a fraction, not negative} */
  public double overAutarky() {
    return Require.finiteResult("gain over autarky", Math.expm1(logGain));
  }

  /** {@return both measures, each in a row} */
  public Table table() {
    return new Rows()
        .percent("of today's real income", ofRealIncome())
        .percent("over autarky", overAutarky())
        .table("Gains from trade", "trade costs without tariff revenue");
  }

  /** The gains as a part of today's real income. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Gains from trade %.2f%% of real income", 100 * ofRealIncome());
  }

  private List<Object> components() {
    return List.of(logGain);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GainsFromTrade that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
