package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * One product's import market as the SMART model of UNCTAD and the World Bank sees it: imports by
 * supplier at world prices of one, their tariffs, an elasticity of import demand, one of
 * substitution, and one of export supply.
 *
 * <p>{@link #afterTariffs} splits what a preference does into trade creation (more imports because
 * they are cheaper) and trade diversion (imports taken from other suppliers). By construction
 * diversion adds up to zero over the suppliers. There is no home good, no interaction of products
 * and no income effect.
 *
 * <p>Sources: Laird and Yeats (1986), The UNCTAD trade policy simulation model; Jammes and
 * Olarreaga (2005), Explaining SMART and GSIM.
 *
 * @since 0.1.0
 */
public final class SmartMarket {

  /** What SMART takes for the elasticity of substitution unless given another. */
  public static final double USUAL_SUBSTITUTION = 1.5;

  private final List<String> suppliers;
  private final double[] imports;
  private final double[] tariffs;
  private final double demandElasticity;
  private final double substitution;
  private final OptionalDouble supplyElasticity;

  private SmartMarket(
      List<String> suppliers,
      double[] imports,
      double[] tariffs,
      double demandElasticity,
      double substitution,
      OptionalDouble supplyElasticity) {
    this.suppliers = suppliers;
    this.imports = imports;
    this.tariffs = tariffs;
    this.demandElasticity = demandElasticity;
    this.substitution = substitution;
    this.supplyElasticity = supplyElasticity;
  }

  /**
   * A market with perfectly elastic export supply and the usual elasticity of substitution, 1.5.
   *
   * @param imports imports by supplier at world prices, money, not negative
   * @param tariffs the tariffs now, as fractions, above −1
   * @param demandElasticity the elasticity of import demand, not positive
   * @return the market
   * @throws IllegalArgumentException when there is no supplier, a number is out of its range, or
   *     lengths differ
   */
  public static SmartMarket of(double[] imports, double[] tariffs, double demandElasticity) {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(tariffs, "tariffs");
    Require.notEmpty("imports", imports.length);
    return new SmartMarket(
        Labels.numbered("supplier", imports.length),
        Require.each("imports", imports, Require::notNegative),
        Require.each("tariffs", tariffs, imports.length, Require::tariff),
        Require.notPositive("demandElasticity", demandElasticity),
        USUAL_SUBSTITUTION,
        OptionalDouble.empty());
  }

  /**
   * The same market with these names of its suppliers.
   *
   * @param names a name for each supplier, all different
   * @return a new market
   */
  public SmartMarket withNames(List<String> names) {
    Objects.requireNonNull(names, "names");
    return new SmartMarket(
        Labels.distinct(names, imports.length),
        imports,
        tariffs,
        demandElasticity,
        substitution,
        supplyElasticity);
  }

  /**
   * The same market with another elasticity of substitution between beneficiaries and others.
   *
   * @param elasticity not negative
   * @return a new market
   */
  public SmartMarket withSubstitution(double elasticity) {
    double checked = Require.notNegative("substitution elasticity", elasticity);
    return new SmartMarket(
        suppliers, imports, tariffs, demandElasticity, checked, supplyElasticity);
  }

  /**
   * The same market with export supply of finite elasticity: exporters' prices rise with their
   * sales. The 99 by which the original program means "infinite" is taken as it stands: for
   * infinite supply leave the elasticity out.
   *
   * @param elasticity positive
   * @return a new market
   */
  public SmartMarket withSupplyElasticity(double elasticity) {
    double checked = Require.positive("export supply elasticity", elasticity);
    return new SmartMarket(
        suppliers, imports, tariffs, demandElasticity, substitution, OptionalDouble.of(checked));
  }

  /**
   * The market under new tariffs; the beneficiaries are the suppliers whose tariff changes.
   *
   * @param newTariffs tariffs as fractions, above −1
   * @return creation, diversion, revenue and welfare
   * @throws IllegalArgumentException when a tariff is −1 or less or lengths differ
   */
  public SmartResult afterTariffs(double... newTariffs) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    double[] checked = Require.each("newTariffs", newTariffs, imports.length, Require::tariff);
    boolean[] beneficiary = new boolean[imports.length];
    for (int k = 0; k < imports.length; k++) {
      beneficiary[k] = checked[k] != tariffs[k];
    }
    return new SmartSimulation(this, checked, beneficiary).result();
  }

  /**
   * The market under new tariffs, with the beneficiaries named: trade is diverted from all others
   * to them.
   *
   * @param newTariffs tariffs as fractions, above −1
   * @param beneficiaries the suppliers, counted from 0, that take trade from the others
   * @return creation, diversion, revenue and welfare
   * @throws IllegalArgumentException when a tariff is −1 or less, lengths differ, or there is no
   *     such supplier
   */
  public SmartResult afterTariffs(double[] newTariffs, int[] beneficiaries) {
    Objects.requireNonNull(newTariffs, "newTariffs");
    Objects.requireNonNull(beneficiaries, "beneficiaries");
    double[] checked = Require.each("newTariffs", newTariffs, imports.length, Require::tariff);
    boolean[] beneficiary = new boolean[imports.length];
    for (int k : beneficiaries) {
      if (k < 0 || k >= imports.length) {
        throw new IllegalArgumentException(
            "No supplier " + k + " among " + imports.length + ", counted from 0");
      }
      beneficiary[k] = true;
    }
    return new SmartSimulation(this, checked, beneficiary).result();
  }

  /** {@return the names of the suppliers: a name for each supplier} */
  public List<String> suppliers() {
    return suppliers;
  }

  /** {@return the imports by supplier at world prices} */
  public double[] imports() {
    return imports.clone();
  }

  /** {@return the tariffs now: fractions} */
  public double[] tariffs() {
    return tariffs.clone();
  }

  /** {@return the elasticity of import demand: not positive} */
  public double demandElasticity() {
    return demandElasticity;
  }

  /** {@return the elasticity of substitution: not negative} */
  public double substitution() {
    return substitution;
  }

  /** {@return the elasticity of export supply: positive; empty for perfectly elastic supply} */
  public OptionalDouble supplyElasticity() {
    return supplyElasticity;
  }

  /** The suppliers' number and the elasticities. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "SMART market of %d suppliers, demand %.4g, substitution %.4g",
        imports.length,
        demandElasticity,
        substitution);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SmartMarket that
        && suppliers.equals(that.suppliers)
        && Arrays.equals(imports, that.imports)
        && Arrays.equals(tariffs, that.tariffs)
        && Double.compare(demandElasticity, that.demandElasticity) == 0
        && Double.compare(substitution, that.substitution) == 0
        && supplyElasticity.equals(that.supplyElasticity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        suppliers,
        Arrays.hashCode(imports),
        Arrays.hashCode(tariffs),
        demandElasticity,
        substitution);
  }
}
