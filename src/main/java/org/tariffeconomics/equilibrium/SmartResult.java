package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a tariff change does to a {@link SmartMarket}, supplier by supplier.
 *
 * <p>With imports {@code M}, tariffs {@code t0} and {@code t1}, demand elasticity {@code e < 0},
 * substitution σ, supply elasticity β and the imports {@code R} from those who get no preference:
 *
 * <pre>{@code
 * creation   M e (t1-t0)/(1+t0) / (1 - e/β)
 * diversion  M R x / (M + R + M x),  x = -σ ((1+t1)/(1+t0) - 1), never more than R
 * price      (t1-t0)/(1+t0) · e/(β-e)
 * revenue    Σ t1 M1 - Σ t0 M0
 * welfare    Σ (t0+t1)/2 · (M1-M0)
 * }</pre>
 *
 * <p>What beneficiaries gain by diversion is spread over the losers by their imports; if several
 * beneficiaries would together take more than R, their gains are scaled down to R. A tariff
 * <i>rise</i> takes from the supplier at most what it sells. Amounts are in the money of the
 * imports, at world prices of one.
 *
 * @since 0.1.0
 */
public final class SmartResult {

  private final SmartMarket market;
  private final double[] imports;
  private final double[] oldTariffs;
  private final double[] newTariffs;
  private final double[] creation;
  private final double[] diversion;
  private final double[] linearDiversion;
  private final double[] priceEffects;

  SmartResult(
      SmartMarket market,
      double[] newTariffs,
      double[] creation,
      double[] diversion,
      double[] linearDiversion,
      double[] priceEffects) {
    this.market = market;
    this.imports = market.imports();
    this.oldTariffs = market.tariffs();
    this.newTariffs = newTariffs;
    this.creation = finite("trade creation", creation);
    this.diversion = finite("trade diversion", diversion);
    this.linearDiversion = finite("trade diversion", linearDiversion);
    this.priceEffects = finite("price effect", priceEffects);
  }

  private static double[] finite(String name, double[] values) {
    for (double value : values) {
      Require.finiteResult(name, value);
    }
    return values;
  }

  /** {@return the market before the change} */
  public SmartMarket market() {
    return market;
  }

  /**
   * Trade creation by supplier.
   *
   * @return money; positive where a tariff falls
   */
  public double[] tradeCreation() {
    return creation.clone();
  }

  /** {@return trade creation of all suppliers} */
  public double totalCreation() {
    return Sums.of(creation);
  }

  /**
   * Trade diversion by supplier: positive for who gains, negative for who loses. It adds up to
   * zero.
   *
   * @return money
   */
  public double[] tradeDiversion() {
    return diversion.clone();
  }

  /** {@return what is diverted to those who gain: money, not negative} */
  public double totalDiversion() {
    double sum = 0;
    for (double each : diversion) {
      sum += Math.max(0, each);
    }
    return sum;
  }

  /**
   * Diversion to each beneficiary by the linear form {@code min(R, M R x / (M + R))} of Jammes and
   * Olarreaga, each taken alone. It overstates {@link #tradeDiversion()}.
   *
   * @return money, zero for suppliers that are no beneficiaries
   */
  public double[] linearDiversion() {
    return linearDiversion.clone();
  }

  /**
   * The relative change of the exporters' prices, zero with perfectly elastic supply. Import
   * quantities here are at old prices; an exporter's receipts are its quantity times one plus this.
   *
   * @return fractions
   */
  public double[] priceEffects() {
    return priceEffects.clone();
  }

  /** {@return the imports after the change, at old world prices: money, not negative} */
  public double[] importsAfter() {
    double[] after = new double[imports.length];
    for (int k = 0; k < after.length; k++) {
      after[k] = Math.max(0, imports[k] + creation[k] + diversion[k]);
    }
    return after;
  }

  /** {@return the change of tariff revenue, imports valued at old world prices} */
  public double revenueChange() {
    double[] after = importsAfter();
    double change = 0;
    for (int k = 0; k < after.length; k++) {
      change += newTariffs[k] * after[k] - oldTariffs[k] * imports[k];
    }
    return change;
  }

  /**
   * The welfare effect by the trapezoids under the import demand curves.
   *
   * @return money, positive is a gain; empty with export supply of finite elasticity, where the
   *     trapezoid leaves out that world prices move against the importer
   */
  public OptionalDouble welfare() {
    if (market.supplyElasticity().isPresent()) {
      return OptionalDouble.empty();
    }
    double[] after = importsAfter();
    double welfare = 0;
    for (int k = 0; k < after.length; k++) {
      welfare += TariffWelfare.trapezoid(oldTariffs[k], newTariffs[k], after[k] - imports[k]);
    }
    return OptionalDouble.of(welfare);
  }

  /** {@return a row for each supplier, and totals} */
  public Table table() {
    double[] after = importsAfter();
    List<List<Cell>> rows = new ArrayList<>();
    for (int k = 0; k < after.length; k++) {
      rows.add(
          List.of(
              Cell.text(market.suppliers().get(k)),
              Cell.percent(oldTariffs[k], 2),
              Cell.percent(newTariffs[k], 2),
              money(imports[k]),
              money(creation[k]),
              money(diversion[k]),
              money(after[k])));
    }
    rows.add(totals(after));
    return Table.of(
            "Trade creation and diversion (+ means more imports)",
            List.of("supplier", "t0", "t1", "imports", "creation", "diversion", "after"),
            rows)
        .withCaption(List.of(caption()));
  }

  private List<Cell> totals(double[] after) {
    return List.of(
        Cell.text("Total"),
        Cell.blank(),
        Cell.blank(),
        money(Sums.of(imports)),
        money(totalCreation()),
        money(Sums.of(diversion)),
        money(Sums.of(after)));
  }

  private String caption() {
    String welfare =
        welfare().isPresent()
            ? String.format(Locale.ROOT, ", welfare %+.2f", welfare().getAsDouble())
            : "";
    return String.format(Locale.ROOT, "revenue %+.2f%s; %s", revenueChange(), welfare, market);
  }

  private static Cell money(double amount) {
    return Cell.number(amount, 2, "money");
  }

  /** Creation and diversion in total. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "creation %.4g, diversion %.4g", totalCreation(), totalDiversion());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SmartResult that
        && market.equals(that.market)
        && Arrays.equals(imports, that.imports)
        && Arrays.equals(oldTariffs, that.oldTariffs)
        && Arrays.equals(newTariffs, that.newTariffs)
        && Arrays.equals(creation, that.creation)
        && Arrays.equals(diversion, that.diversion)
        && Arrays.equals(linearDiversion, that.linearDiversion)
        && Arrays.equals(priceEffects, that.priceEffects);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        market,
        Arrays.hashCode(imports),
        Arrays.hashCode(oldTariffs),
        Arrays.hashCode(newTariffs),
        Arrays.hashCode(creation));
  }
}
