package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * A market whose buyers hold the goods of different origins for imperfect substitutes with one
 * constant elasticity of substitution: expenditure shares, the elasticity and how total demand
 * answers to the price index.
 *
 * <p>Shares are <b>expenditure</b> shares at tariff-inclusive prices, fractions that add up to one.
 * {@link #ofValues} makes them from import values at world prices: {@code s_i ∝ v_i (1 + t_i)}. A
 * supplier with a zero share keeps it: the model opens no new trade.
 *
 * <p>Sources: Armington (1969), A theory of demand for products distinguished by place of
 * production; Dixit and Stiglitz (1977) for the price index.
 *
 * @since 0.1.0
 */
public final class ArmingtonMarket {

  private final List<String> suppliers;
  private final double[] shares;
  private final double @Nullable [] tariffs;
  private final double sigma;
  private final double eta;

  private ArmingtonMarket(
      List<String> suppliers,
      double[] shares,
      double @Nullable [] tariffs,
      double sigma,
      double eta) {
    this.suppliers = suppliers;
    this.shares = shares;
    this.tariffs = tariffs;
    this.sigma = sigma;
    this.eta = eta;
  }

  /**
   * A market by expenditure shares, with total spending fixed (η = −1).
   *
   * @param expenditureShares shares at tariff-inclusive prices, fractions that add up to 1 within
   *     1e-6; they are scaled to add up exactly
   * @param sigma elasticity of substitution between suppliers, positive; 1 is the Cobb–Douglas case
   * @return the market
   * @throws IllegalArgumentException when there is no share, a share is not from 0 to 1, the sum is
   *     not 1, or sigma is not positive
   */
  public static ArmingtonMarket ofShares(double[] expenditureShares, double sigma) {
    return of(Require.shares("expenditureShares", expenditureShares), null, sigma);
  }

  /**
   * A market by import values at world prices (customs values) and the tariffs that were paid on
   * them, with total spending fixed (η = −1).
   *
   * @param valuesAtWorldPrices values before duty in one currency, not negative, not all zero
   * @param tariffs tariffs as fractions, above −1
   * @param sigma elasticity of substitution between suppliers, positive
   * @return the market; it knows its tariffs
   * @throws IllegalArgumentException when an argument is out of its range or the lengths differ
   */
  public static ArmingtonMarket ofValues(
      double[] valuesAtWorldPrices, double[] tariffs, double sigma) {
    Objects.requireNonNull(valuesAtWorldPrices, "valuesAtWorldPrices");
    double[] spending = Require.each("values", valuesAtWorldPrices, Require::notNegative);
    double[] paid = Require.each("tariffs", tariffs, spending.length, Require::tariff);
    for (int i = 0; i < spending.length; i++) {
      spending[i] *= 1 + paid[i];
    }
    return of(Sums.sharesOf("values", spending), paid, sigma);
  }

  private static ArmingtonMarket of(double[] shares, double @Nullable [] tariffs, double sigma) {
    List<String> names = Labels.numbered("supplier", shares.length);
    return new ArmingtonMarket(names, shares, tariffs, Require.positive("sigma", sigma), -1);
  }

  /**
   * The same market with these names of its suppliers.
   *
   * @param names a name for each supplier, all different
   * @return a new market
   */
  public ArmingtonMarket withNames(List<String> names) {
    Objects.requireNonNull(names, "names");
    return new ArmingtonMarket(Labels.distinct(names, shares.length), shares, tariffs, sigma, eta);
  }

  /**
   * The same market with another elasticity of total demand.
   *
   * @param elasticity {@code dln Q / dln P} of the whole market, not positive; −1 keeps total
   *     spending, 0 keeps the total quantity
   * @return a new market
   */
  public ArmingtonMarket withDemandElasticity(double elasticity) {
    return new ArmingtonMarket(
        suppliers, shares, tariffs, sigma, Require.notPositive("demand elasticity", elasticity));
  }

  /**
   * The same market with another elasticity of substitution.
   *
   * @param substitution elasticity of substitution, positive
   * @return a new market
   */
  public ArmingtonMarket withSigma(double substitution) {
    return new ArmingtonMarket(
        suppliers, shares, tariffs, Require.positive("sigma", substitution), eta);
  }

  /**
   * The same market with these tariffs as those under which its shares were observed.
   *
   * @param observed tariffs as fractions, above −1
   * @return a new market
   */
  public ArmingtonMarket withTariffs(double[] observed) {
    Objects.requireNonNull(observed, "observed");
    double[] paid = Require.each("tariffs", observed, shares.length, Require::tariff);
    return new ArmingtonMarket(suppliers, shares, paid, sigma, eta);
  }

  /**
   * The market after a change of its tariff-inclusive prices.
   *
   * @param priceFactors new price over old price of every supplier, positive
   * @return the response
   * @throws IllegalArgumentException when a factor is not positive or the lengths differ
   */
  public ShareResponse afterPrices(double... priceFactors) {
    return ShareResponse.of(
        this, Require.each("priceFactors", priceFactors, shares.length, Require::positive));
  }

  /**
   * The market after a change of its tariffs that is passed on in full: every price moves by the
   * power of its tariff, {@code (1 + t1) / (1 + t0)}.
   *
   * @param newTariffs tariffs as fractions, above −1
   * @return the response
   * @throws IllegalStateException when the market does not know its old tariffs: see {@link
   *     #withTariffs}
   * @throws IllegalArgumentException when a tariff is −1 or less or the lengths differ
   */
  public ShareResponse afterTariffs(double... newTariffs) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    if (tariffs == null) {
      throw new IllegalStateException(
          "The tariffs under which the shares were observed are not known: give them by"
              + " withTariffs(...)");
    }
    double[] paid = Require.each("newTariffs", newTariffs, shares.length, Require::tariff);
    return ShareResponse.of(this, Ces.powerFactors(tariffs, paid));
  }

  /**
   * The own-price elasticity of a supplier's quantity, {@code −σ(1−s) + ηs}.
   *
   * @param supplier the supplier, counted from 0
   * @return the elasticity, not positive
   */
  public double ownElasticity(int supplier) {
    return -sigma * (1 - shares[supplier]) + eta * shares[supplier];
  }

  /**
   * The elasticity of every other supplier's quantity to this supplier's price, {@code (σ+η)s}.
   *
   * @param supplier the supplier whose price moves, counted from 0
   * @return the elasticity; positive where suppliers are gross substitutes
   */
  public double crossElasticity(int supplier) {
    return (sigma + eta) * shares[supplier];
  }

  /** {@return the names of the suppliers: a name for each supplier} */
  public List<String> suppliers() {
    return suppliers;
  }

  /** {@return the expenditure shares at tariff-inclusive prices: fractions that add up to one} */
  public double[] shares() {
    return shares.clone();
  }

  /** {@return the elasticity of substitution between suppliers: sigma, positive} */
  public double sigma() {
    return sigma;
  }

  /** {@return the elasticity of total demand to the price index: eta, not positive} */
  public double demandElasticity() {
    return eta;
  }

  /** The shares themselves, for the kernels of this package, which do not change them. */
  double[] rawShares() {
    return shares;
  }

  /** The suppliers' number and the elasticities. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Armington market of %d suppliers, sigma %.4g, eta %.4g",
        shares.length,
        sigma,
        eta);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArmingtonMarket that
        && suppliers.equals(that.suppliers)
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(tariffs, that.tariffs)
        && Double.compare(sigma, that.sigma) == 0
        && Double.compare(eta, that.eta) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(suppliers, Arrays.hashCode(shares), Arrays.hashCode(tariffs), sigma, eta);
  }
}
