package org.tariffeconomics.equilibrium;

import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * Welfare, revenue and best tariffs in one import market, by closed forms.
 *
 * <p>Import demand has the elasticity {@code e}, given as its absolute value; imports are measured
 * at free trade with a world price of one, so that a value is a quantity. Tariffs are fractions.
 *
 * @since 0.1.0
 */
public final class TariffWelfare {

  private TariffWelfare() {}

  /**
   * The welfare triangle of a tariff of a small country, which takes the world price as given.
   *
   * @param importsAtFreeTrade imports without the tariff at world prices, money, not negative
   * @param tariff the tariff as a fraction, above −1; negative for a subsidy
   * @param demandElasticity the absolute elasticity of import demand, not negative
   * @return the loss under linear and under constant-elasticity demand, with its parts
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static HarbergerLoss harberger(
      double importsAtFreeTrade, double tariff, double demandElasticity) {
    return new HarbergerLoss(importsAtFreeTrade, tariff, demandElasticity);
  }

  /**
   * The change of welfare when a tariff that is in force changes, along a straight demand curve:
   * {@code (t0 + t1)/2 · ΔM}. Positive when imports grow under positive tariffs: trade that was
   * kept out was worth more than its world price.
   *
   * @param oldTariff the old tariff as a fraction, above −1
   * @param newTariff the new tariff as a fraction, above −1
   * @param importChange change of imports at world prices, money, signed
   * @return the change of welfare, money; positive is a gain
   */
  public static double trapezoid(double oldTariff, double newTariff, double importChange) {
    Require.tariff("oldTariff", oldTariff);
    Require.tariff("newTariff", newTariff);
    Require.finite("importChange", importChange);
    double average = oldTariff / 2 + newTariff / 2;
    return Require.finiteResult("change of welfare", average * importChange);
  }

  /**
   * A tariff of a country so large that it moves the world price: who pays, who gains.
   *
   * @param importsAtFreeTrade imports without the tariff at a world price of one, money
   * @param tariff the tariff as a fraction, above −1
   * @param demandElasticity the absolute elasticity of import demand, not negative
   * @param exportSupplyElasticity the foreign export supply elasticity, positive
   * @return prices, revenue, gains and losses
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static LargeCountryTariff largeCountry(
      double importsAtFreeTrade,
      double tariff,
      double demandElasticity,
      double exportSupplyElasticity) {
    return new LargeCountryTariff(
        importsAtFreeTrade, tariff, demandElasticity, exportSupplyElasticity);
  }

  /**
   * The revenue-maximising tariffs of a small country (the peak of the Laffer curve).
   *
   * @param demandElasticity the absolute elasticity of import demand, positive; for linear demand
   *     its value at free trade
   * @return the maximum under constant-elasticity and under linear demand
   * @throws IllegalArgumentException when the elasticity is not positive
   */
  public static RevenueMaximum laffer(double demandElasticity) {
    return RevenueMaximum.smallCountry(demandElasticity);
  }

  /**
   * The revenue-maximising tariffs of a country that moves the world price.
   *
   * @param demandElasticity the absolute elasticity of import demand, positive
   * @param exportSupplyElasticity the foreign export supply elasticity, positive
   * @return the maximum under constant-elasticity and under linear demand and supply
   * @throws IllegalArgumentException when an elasticity is not positive
   */
  public static RevenueMaximum laffer(double demandElasticity, double exportSupplyElasticity) {
    return RevenueMaximum.largeCountry(demandElasticity, exportSupplyElasticity);
  }

  /**
   * The tariff that is best for the importing country alone, and who bears a small tariff.
   *
   * @param exportSupplyElasticity the foreign export supply elasticity, positive
   * @param demandElasticity the absolute elasticity of import demand, not negative
   * @return the optimal tariff and the incidence
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static OptimalTariff optimal(double exportSupplyElasticity, double demandElasticity) {
    return new OptimalTariff(exportSupplyElasticity, demandElasticity);
  }

  /**
   * The first-order income effect of changed trade prices, {@code Σ X dln p_X − Σ M dln p_M}.
   *
   * @param exports export values by good, money, not negative
   * @param exportPriceChanges logarithmic changes of the export prices, as fractions
   * @param imports import values before duty by good, money, not negative
   * @param importPriceChanges logarithmic changes of the import prices before duty, as fractions
   * @return money; positive is a gain of the terms of trade
   * @throws IllegalArgumentException when a number is out of its range or lengths differ
   */
  public static double termsOfTrade(
      double[] exports,
      double[] exportPriceChanges,
      double[] imports,
      double[] importPriceChanges) {
    Objects.requireNonNull(exports, "exports");
    Objects.requireNonNull(exportPriceChanges, "exportPriceChanges");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(importPriceChanges, "importPriceChanges");
    return weightedSum("export", exports, exportPriceChanges)
        - weightedSum("import", imports, importPriceChanges);
  }

  private static double weightedSum(String side, double[] values, double[] changes) {
    double[] weights = Require.each(side + "s", values, Require::notNegative);
    String name = side + "PriceChanges";
    double[] checked = Require.each(name, changes, weights.length, Require::finite);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * checked[i];
    }
    return Require.finiteResult("terms of trade", sum);
  }
}
