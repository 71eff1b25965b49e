package org.tariffeconomics.equilibrium;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Table;

/**
 * The tariff that a country would choose if it looked at its own market only and nobody answered:
 * the inverse of the foreign export supply elasticity.
 *
 * <p>Sources: Johnson (1953); Broda, Limão and Weinstein (2008), Optimal tariffs and market power.
 *
 * @since 0.1.0
 */
public final class OptimalTariff {

  private final double exportSupplyElasticity;
  private final double demandElasticity;

  OptimalTariff(double exportSupplyElasticity, double demandElasticity) {
    Require.positive("exportSupplyElasticity", exportSupplyElasticity);
    Require.notNegative("demandElasticity", demandElasticity);
    this.exportSupplyElasticity = exportSupplyElasticity;
    this.demandElasticity = demandElasticity;
  }

  /** {@return the foreign export supply elasticity {@code ω}, positive} */
  public double exportSupplyElasticity() {
    return exportSupplyElasticity;
  }

  /**
   * {@return the absolute elasticity of import demand {@code e}, not negative; it matters for the
   * incidence, not for the optimal tariff}
   */
  public double demandElasticity() {
    return demandElasticity;
  }

  /**
   * The optimal tariff, {@code 1/ω}.
   *
   * @return the tariff as a fraction; it goes to 0 as foreign supply gets perfectly elastic
   */
  public double tariff() {
    return Require.finiteResult("optimal tariff", 1 / exportSupplyElasticity);
  }

  /**
   * {@return the share of a small tariff that foreign exporters bear by a lower price, {@code
   * e/(ω+e)}: a fraction from 0 to 1}
   */
  public double foreignIncidence() {
    return demandElasticity / (exportSupplyElasticity + demandElasticity);
  }

  /**
   * {@return the share of a small tariff that buyers bear by a higher price, {@code ω/(ω+e)}: a
   * fraction from 0 to 1}
   */
  public double passThrough() {
    return exportSupplyElasticity / (exportSupplyElasticity + demandElasticity);
  }

  /** {@return the three figures, each in a row} */
  public Table table() {
    return new Rows()
        .percent("optimal tariff", tariff())
        .percent("borne by foreign exporters, small tariff", foreignIncidence())
        .percent("borne by buyers, small tariff", passThrough())
        .table("Optimal tariff of one market", "no retaliation, one market, constant elasticities");
  }

  /** The optimal tariff. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Optimal tariff %.2f%% at export supply elasticity %.4g",
        100 * tariff(),
        exportSupplyElasticity);
  }

  private List<Object> components() {
    return List.of(exportSupplyElasticity, demandElasticity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OptimalTariff that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
