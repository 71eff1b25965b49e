package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * A world after a shock. Ratios are new over base; money is in the unit of the world's flows and in
 * the numeraire “world labour income as in the base”.
 *
 * <p>Where no equilibrium was found there are reasons in {@link #convergence()} and no numbers:
 * every method that gives one throws {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public final class Outcome {

  /** What the tables of outcomes and of ranges of them tell of an economy. */
  static final List<String> COLUMNS =
      List.of(
          "economy",
          "welfare",
          "real income",
          "real wage",
          "price",
          "exports",
          "imports",
          "duty revenue");

  private final Equilibrium model;
  private final DutyShock shock;
  private final Solution solution;

  Outcome(Equilibrium model, DutyShock shock, Solution solution) {
    this.model = model;
    this.shock = shock;
    this.solution = solution;
  }

  /** {@return how it was found and how good it is} */
  public Convergence convergence() {
    return solution.convergence();
  }

  /** {@return whether there are numbers} */
  @JsonIgnore
  public boolean isConverged() {
    return convergence().isConverged();
  }

  /** {@return the model} */
  public Equilibrium model() {
    return model;
  }

  /** {@return the shock} */
  public DutyShock shock() {
    return shock;
  }

  private int economy(String code) {
    if (!isConverged()) {
      throw new IllegalStateException("There is no equilibrium to read from: " + convergence());
    }
    return model.base().economy(code);
  }

  Solution solution() {
    if (!isConverged()) {
      throw new IllegalStateException("There is no equilibrium to read from: " + convergence());
    }
    return solution;
  }

  /**
   * Welfare: what final use buys, new over base.
   *
   * @param code the economy
   * @return the ratio; 1.002 for a gain of 0.2 percent
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double welfare(String code) {
    Objects.requireNonNull(code, "code");
    return Math.exp(logWelfare(economy(code)));
  }

  double logWelfare(int e) {
    return Math.log(solution.spendingRatio(e)) - solution.logPrice(e);
  }

  /**
   * Real income: what labour income and duties buy, new over base; deficits are no part of it.
   *
   * @param code the economy
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double realIncome(String code) {
    Objects.requireNonNull(code, "code");
    int e = economy(code);
    Kernel k = model.kernel();
    double now = solution.pass().earned[e] + solution.pass().revenue[e];
    return now / (k.income[e] + k.revenue[e]) / price(code);
  }

  /**
   * The real wage, new over base.
   *
   * @param code the economy
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double realWage(String code) {
    Objects.requireNonNull(code, "code");
    return wage(code) / price(code);
  }

  /**
   * The wage in the numeraire, new over base; where labour stays in its sector, what all labour
   * earns.
   *
   * @param code the economy
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double wage(String code) {
    Objects.requireNonNull(code, "code");
    int e = economy(code);
    return model.kernel().factors == model.base().size()
        ? solution.pass().wages[e]
        : solution.pass().earned[e] / model.kernel().income[e];
  }

  /**
   * The wage of a sector in the numeraire, new over base: that of the economy unless {@linkplain
   * Equilibrium#withLabourBySector labour stays in its sector}.
   *
   * @param code the economy
   * @param sector the sector
   * @return the ratio; 1 where the sector employs nobody
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double wage(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    int cell = model.base().sector(sector) * model.base().size() + economy(code);
    return model.kernel().addedShares[cell] > 0 || model.kernel().factors == model.base().size()
        ? solution.pass().wages[model.kernel().factor(cell)]
        : 1;
  }

  /**
   * The real wage of a sector: what its labour can buy, new over base.
   *
   * @param code the economy
   * @param sector the sector
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double realWage(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    return wage(code, sector) / price(code);
  }

  /**
   * What happens in the sectors of an economy.
   *
   * @param code the economy
   * @return one row a sector that makes something: wage, real wage, output price paid at home,
   *     output, home share
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Table sectors(String code) {
    Objects.requireNonNull(code, "code");
    List<List<Cell>> rows = new ArrayList<>();
    int e = economy(code);
    for (String sector : model.base().sectors()) {
      double made = model.kernel().output[model.base().sector(sector) * model.base().size() + e];
      if (made > 0) {
        rows.add(
            List.of(
                Cell.text(sector),
                Cell.relative(wage(code, sector) - 1, 3),
                Cell.relative(realWage(code, sector) - 1, 3),
                Cell.relative(price(code, sector) - 1, 3),
                Cell.relative(output(code, sector) / made - 1, 2),
                Cell.percent(homeShare(code, sector), 2)));
      }
    }
    List<String> columns =
        List.of("sector", "wage", "real wage", "price", "output value", "home share");
    return Table.of("Sectors of " + code + ", change against the base", columns, rows)
        .withCaption(caption());
  }

  /**
   * The price of final use, duties included, in the numeraire, new over base.
   *
   * @param code the economy
   * @return the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double price(String code) {
    Objects.requireNonNull(code, "code");
    return Math.exp(solution.logPrice(economy(code)));
  }

  /**
   * The price of a sector's goods, duties included, in the numeraire, new over base.
   *
   * @param code the economy
   * @param sector the sector
   * @return the ratio; 1 where nobody buys any
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double price(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    return Math.exp(solution.logPrice(model.base().sector(sector), economy(code)));
  }

  /**
   * Final use, duties included.
   *
   * @param code the economy
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double finalUse(String code) {
    Objects.requireNonNull(code, "code");
    return solution.pass().finalUse[economy(code)];
  }

  /**
   * Spending on a sector's goods by consumers and industries, duties included.
   *
   * @param code the economy
   * @param sector the sector
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double spending(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    return solution.pass()
        .spending[model.base().sector(sector) * model.base().size() + economy(code)];
  }

  /**
   * Output of a sector: its sales to all, before duty.
   *
   * @param code the economy
   * @param sector the sector
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double output(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    return solution.pass().sales[model.base().sector(sector) * model.base().size() + economy(code)];
  }

  /**
   * The share of a sector's spending that falls on goods from home.
   *
   * @param code the economy
   * @param sector the sector
   * @return the share, new
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double homeShare(String code, String sector) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sector, "sector");
    int e = economy(code);
    return solution.share(model.base().sector(sector), e, e);
  }

  /**
   * A flow of all sectors, before duty.
   *
   * @param exporter the seller
   * @param importer the buyer
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double flow(String exporter, String importer) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    int from = economy(exporter);
    int to = economy(importer);
    double sum = 0;
    for (int sector = 0; sector < model.base().sectors().size(); sector++) {
      sum += solution.flow(sector, to, from);
    }
    return sum;
  }

  /**
   * A flow of one sector, before duty.
   *
   * @param exporter the seller
   * @param importer the buyer
   * @param sector the sector
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy or sector
   * @throws IllegalStateException when no equilibrium was found
   */
  public double flow(String exporter, String importer, String sector) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(sector, "sector");
    return solution.flow(model.base().sector(sector), economy(importer), economy(exporter));
  }

  /**
   * What an economy sells to others, before their duties.
   *
   * @param code the economy
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double exports(String code) {
    Objects.requireNonNull(code, "code");
    economy(code);
    return model.base().economies().stream()
        .filter(other -> !other.equals(code))
        .mapToDouble(other -> flow(code, other))
        .sum();
  }

  /**
   * What an economy buys from others, before its duties.
   *
   * @param code the economy
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double imports(String code) {
    Objects.requireNonNull(code, "code");
    economy(code);
    return model.base().economies().stream()
        .filter(other -> !other.equals(code))
        .mapToDouble(other -> flow(other, code))
        .sum();
  }

  /**
   * What an economy collects in duties.
   *
   * @param code the economy
   * @return the money, new
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public double revenue(String code) {
    Objects.requireNonNull(code, "code");
    return solution.pass().revenue[economy(code)];
  }

  /**
   * The factor on all spending that makes world spending equal world income under {@link
   * Deficits#MULTIPLICATIVE}. Economies that trade with each other only have one of their own; then
   * this is that of the largest such group.
   *
   * @return the factor; 1 under the other rules
   * @throws IllegalStateException when no equilibrium was found
   */
  public double spendingFactor() {
    return solution().pass().kappa();
  }

  /**
   * Why an economy's welfare changed, in parts that add up.
   *
   * @param code the economy
   * @return the parts
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Decomposition why(String code) {
    Objects.requireNonNull(code, "code");
    return why(code, stamp());
  }

  Decomposition why(String code, Stamp stamp) {
    return Decomposition.of(code, economy(code), solution, shock, stamp.lines());
  }

  /**
   * The first-order terms of the literature, which do not add up.
   *
   * @param code the economy
   * @return the terms
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public FirstOrderTerms firstOrder(String code) {
    Objects.requireNonNull(code, "code");
    return FirstOrderTerms.of(economy(code), solution, model.base());
  }

  /**
   * The same shock under many draws of elasticities that are uncertain. Draws are of what was
   * solved: a model alone has nothing that changes.
   *
   * @param elasticity a range, {@code 2.5..8}, or estimates with their standard errors
   * @param count how many draws, at least 2
   * @param seed the seed
   * @return the outcomes
   * @throws IllegalArgumentException when the elasticities are certain, a number is out of bounds,
   *     or the shock was folded for one elasticity
   */
  public Draws draws(Elasticity elasticity, int count, long seed) {
    Objects.requireNonNull(elasticity, "elasticity");
    return model.draws(shock, elasticity, count, seed);
  }

  /** {@return every economy's results} */
  public Table table() {
    return table(new String[0]);
  }

  /**
   * The results of some economies.
   *
   * @param codes the economies; every one where none is named
   * @return one row an economy: welfare, real income, real wage, price, exports, imports, revenue
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Table table(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : model.base().some(codes)) {
      double sold = exports(code) / model.base().flow(code, "*") - 1;
      double bought = imports(code) / model.base().flow("*", code) - 1;
      rows.add(
          List.of(
              Cell.text(code),
              Cell.relative(welfare(code) - 1, 3),
              Cell.relative(realIncome(code) - 1, 3),
              Cell.relative(realWage(code) - 1, 3),
              Cell.relative(price(code) - 1, 3),
              change(sold),
              change(bought),
              Cell.number(revenue(code), model.base().moneyDecimals(), "")));
    }
    return Table.of("After the shock, change against the base", COLUMNS, rows)
        .withCaption(caption());
  }

  private static Cell change(double relative) {
    return Double.isFinite(relative) ? Cell.relative(relative, 2) : Cell.unknown("no base trade");
  }

  /**
   * What another outcome of the same model has more: the other less this one.
   *
   * @param other the other outcome
   * @return the comparison
   * @throws IllegalArgumentException when the other is of another world
   */
  public OutcomeComparison compare(Outcome other) {
    Objects.requireNonNull(other, "other");
    return OutcomeComparison.of(this, other);
  }

  /**
   * Welfare of some economies as a picture.
   *
   * @param codes the economies; every one where none is named
   * @return a bar each, gains to the right
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Chart chart(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String code : model.base().some(codes)) {
      rows.add(WelfareChart.bar(code, welfare(code) - 1));
    }
    return Chart.of(
        "Welfare after the shock",
        "change against the base, + is a gain",
        stamp().lines(),
        ChartRows.of(ChartScale.percent("welfare"), rows));
  }

  List<String> caption() {
    List<String> lines = new ArrayList<>(stamp().lines());
    lines.addAll(found());
    return lines;
  }

  /** How the equilibrium was found. */
  List<String> found() {
    return List.of(convergence().toString());
  }

  /** {@return what kind of number this is and what moved it} */
  public Stamp stamp() {
    return stamp(shock.words());
  }

  /** The stamp with what changes in these words. */
  Stamp stamp(String change) {
    return model.stamp(change).withAssumptions(shock.notes());
  }

  /** Who gains most, who loses most, and the state of convergence. */
  @Override
  public String toString() {
    if (!isConverged()) {
      return convergence().toString();
    }
    String best = "";
    String worst = "";
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (String code : model.base().economies()) {
      double welfare = welfare(code) - 1;
      if (welfare > most) {
        most = welfare;
        best = code;
      }
      if (welfare < least) {
        least = welfare;
        worst = code;
      }
    }
    return String.format(
        Locale.ROOT,
        "welfare from %s %+.3f%% to %s %+.3f%%; %s; %s",
        worst,
        100 * least,
        best,
        100 * most,
        model.deficits().words(),
        convergence());
  }

  /** Two are equal when they are of equal models and shocks: the same inputs give the same bits. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Outcome that && model.equals(that.model) && shock.equals(that.shock);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, shock);
  }
}
