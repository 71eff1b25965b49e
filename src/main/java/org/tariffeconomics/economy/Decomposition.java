package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Why an economy's welfare changed, in parts that add up exactly, without a path and whatever the
 * sign of its deficit:
 *
 * <pre>{@code
 * ln Ŵ = (ΔwL + ΔR + ΔD) / L(E', E) − Σ_k α_k Σ_i ω_ik (ln ĉ_ik + ln T̂_ik + ln τ̂_ik)
 * }</pre>
 *
 * <p>with the logarithmic mean L(a, b) = (a − b)/ln(a/b) of final use, shares α of sectors in it,
 * and Sato–Vartia weights ω_ik = L(λ', λ)/Σ L(λ', λ) of origins, which make a CES price index
 * exact. Parts are in logarithms, positive where they raise welfare.
 *
 * <p>The usual first-order parts do not add up: of Mexico's gain from NAFTA, +1.31 percent in them,
 * +0.007 percent is left when they are computed exactly.
 *
 * @since 0.1.0
 */
public final class Decomposition {

  /** What the parts are called, and their sum. */
  static final List<String> NAMES =
      List.of(
          "labour income",
          "duty revenue",
          "transfers",
          "own cost",
          "foreign cost",
          "duties",
          "iceberg costs",
          "welfare (ln)");

  /** A part below this does not show at three decimals of a percent. */
  private static final double SHOWN = 5e-6;

  private final String economy;
  private final double factorIncome;
  private final double tariffRevenue;
  private final double transfer;
  private final double ownCost;
  private final double foreignCost;
  private final double duties;
  private final double iceberg;
  private final double welfare;
  private final List<String> caption;

  private Decomposition(String economy, double[] parts, double welfare, List<String> caption) {
    this.economy = economy;
    this.factorIncome = parts[0];
    this.tariffRevenue = parts[1];
    this.transfer = parts[2];
    this.ownCost = parts[3];
    this.foreignCost = parts[4];
    this.duties = parts[5];
    this.iceberg = parts[6];
    this.welfare = welfare;
    this.caption = caption;
  }

  static Decomposition of(
      String economy, int e, Solution solution, DutyShock shock, List<String> caption) {
    double[] parts = new double[7];
    incomeParts(e, solution, parts);
    for (int sector = 0; sector < solution.pass().k.sectors; sector++) {
      priceParts(sector, e, solution, shock, parts);
    }
    double welfare = Math.log(solution.spendingRatio(e)) - solution.logPrice(e);
    return new Decomposition(economy, parts, welfare, caption);
  }

  private static void incomeParts(int e, Solution solution, double[] parts) {
    KernelPass pass = solution.pass();
    Kernel k = pass.k;
    double mean = Flat.logMean(pass.finalUse[e], k.finalUse[e]);
    double factor = pass.earned[e] - k.income[e];
    double revenue = pass.revenue[e] - k.revenue[e];
    parts[0] = factor / mean;
    parts[1] = revenue / mean;
    parts[2] = (pass.finalUse[e] - k.finalUse[e] - factor - revenue) / mean;
  }

  private static void priceParts(
      int sector, int e, Solution solution, DutyShock shock, double[] parts) {
    Kernel k = solution.pass().k;
    int row = sector * k.n + e;
    double weight = k.finalShares[row];
    if (weight == 0) {
      return;
    }
    double[] means = new double[k.n];
    double sum = 0;
    for (int i = 0; i < k.n; i++) {
      means[i] = Flat.logMean(solution.share(sector, e, i), k.shares[row * k.n + i]);
      sum += means[i];
    }
    for (int i = 0; i < k.n; i++) {
      double omega = weight * means[i] / sum;
      if (omega != 0) {
        int cell = row * k.n + i;
        double power = shock.powers()[cell] / (1 + shock.world().duties()[cell]);
        parts[i == e ? 3 : 4] -= omega * solution.pass().logCosts[sector * k.n + i];
        parts[5] -= omega * Math.log(power);
        parts[6] -= omega * Math.log(shock.iceberg()[cell]);
      }
    }
  }

  /** {@return the code of the economy} */
  public String economy() {
    return economy;
  }

  /** {@return what labour earns more, in the numeraire} */
  public double factorIncome() {
    return factorIncome;
  }

  /** {@return what the treasury collects more in duties} */
  public double tariffRevenue() {
    return tariffRevenue;
  }

  /** {@return what the rest of the world lends or gives more} */
  public double transfer() {
    return transfer;
  }

  /** {@return cheaper goods of its own; negative where its costs rise} */
  public double ownCost() {
    return ownCost;
  }

  /** {@return cheaper goods of others, before duty} */
  public double foreignCost() {
    return foreignCost;
  }

  /** {@return lower duties on what it buys; negative where they rise} */
  public double duties() {
    return duties;
  }

  /** {@return lower iceberg costs of what it buys} */
  public double iceberg() {
    return iceberg;
  }

  /** {@return the sum of the parts: the logarithm of welfare, new over old, as solved} */
  public double logWelfare() {
    return welfare;
  }

  /** {@return the parts, in the order of the formula, without the sum} */
  public List<Double> parts() {
    return List.of(factorIncome, tariffRevenue, transfer, ownCost, foreignCost, duties, iceberg);
  }

  /** The parts and, last, their sum. */
  List<Double> values() {
    List<Double> values = new ArrayList<>(parts());
    values.add(welfare);
    return values;
  }

  /** {@return one row a part, in logarithmic percent, and their sum} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      rows.add(List.of(Cell.text(NAMES.get(i)), Cell.relative(values().get(i), 3)));
    }
    return Table.of(title(), List.of("part", "effect"), rows).withCaption(caption);
  }

  private String title() {
    return "Why welfare of " + economy + " changes, + = gain";
  }

  /** {@return the parts as a waterfall that ends at the change of welfare} */
  public Chart chart() {
    List<ChartRows.Row> rows = new ArrayList<>();
    double running = 0;
    for (int i = 0; i < NAMES.size(); i++) {
      double value = values().get(i);
      boolean sum = i == NAMES.size() - 1;
      double from = sum ? 0 : running;
      running = sum ? value : running + value;
      String series = sum ? "welfare" : value < 0 ? "loss" : "gain";
      rows.add(
          ChartRows.Row.of(
              NAMES.get(i),
              List.of(new ChartRows.Bar(series, from, running, "")),
              Cell.relative(value, 3).text()));
    }
    return Chart.of(
        title(),
        "each part begins where the one before ended; logarithmic percent",
        caption,
        ChartRows.of(ChartScale.percent("effect, logarithmic"), rows).withConnections());
  }

  /** The sum and the parts that can be seen at three decimals, in one line. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < parts().size(); i++) {
      if (Math.abs(parts().get(i)) >= SHOWN) {
        words.add(String.format(Locale.ROOT, "%s %+.3f", NAMES.get(i), 100 * parts().get(i)));
      }
    }
    return String.format(
        Locale.ROOT,
        "%s welfare (ln) %+.3f%% = %s",
        economy,
        100 * welfare,
        String.join(", ", words));
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decomposition that
        && economy.equals(that.economy)
        && Double.compare(factorIncome, that.factorIncome) == 0
        && Double.compare(tariffRevenue, that.tariffRevenue) == 0
        && Double.compare(transfer, that.transfer) == 0
        && Double.compare(ownCost, that.ownCost) == 0
        && Double.compare(foreignCost, that.foreignCost) == 0
        && Double.compare(duties, that.duties) == 0
        && Double.compare(iceberg, that.iceberg) == 0
        && Double.compare(welfare, that.welfare) == 0
        && caption.equals(that.caption);
  }

  @Override
  public int hashCode() {
    return Objects.hash(economy, factorIncome, tariffRevenue, transfer, ownCost);
  }
}
