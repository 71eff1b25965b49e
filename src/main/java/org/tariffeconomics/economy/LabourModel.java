package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A world of one sector in which people work more where work pays more, larger economies are more
 * productive, and importers keep a margin: Ignatenko, Macedoni, Lashkaripour and Simonovska (2025),
 * “Making America great again?”. Duties are passed on with a power of their own and what the
 * treasury takes comes back as lower income taxes or as lump sums.
 *
 * <pre>{@code
 * λ' ∝ λ (ŵ/L̂^ψ)^−ε (1 + t)^−εφ,     P̂ = (Ê/ŵ)^(1−φ) (Σ λ (ŵ/L̂^ψ)^−ε (1 + t)^−εφ)^(−1/ε)
 * ŵ L̂ Y_i = Σ_n (1 − ν_n) X'_in + ν_i Σ_j X'_ji,     E' = ŵ L̂ Y + R + D (ΣY'/ΣY)
 * L̂ = (τ̂ ŵ/P̂)^κ,     τ̂ = 1/(1 − R/Y') where income taxes fall, 1 otherwise
 * }</pre>
 *
 * <p>with margins ν and φ = φ₀ + (1 + ϑ)/((1 − ν)ϑ) − 1/ϑ − 1, ϑ = 1/ψ, where φ₀ is 1 for full
 * pass-through and less for part. The numeraire is the world's price of consumption: Σ P̂ E = Σ E.
 * There are no base duties in this model: worlds with some are refused.
 *
 * @since 0.1.0
 */
public final class LabourModel {

  /** Below this share of spending a deficit is rounding. */
  private static final double BALANCED = 1e-12;

  private final World world;
  private final Parameters parameters;
  private final int n;
  private final double[] shares;
  private final double[] margins;
  private final double[] powers;
  private final double[] spending;
  private final double[] income;
  private final double[] deficits;
  private final double[] baseDeficits;
  private final double worldIncome;

  /** What becomes of the duties. */
  public enum Rebate {
    /** Income taxes fall by them, which makes people work more. */
    INCOME_TAX,
    /** Everybody gets a lump sum. */
    LUMP_SUM
  }

  /**
   * The numbers of the model.
   *
   * @param elasticity ε of trade, above zero
   * @param labourSupply κ, the elasticity of labour supply, not negative
   * @param scale ψ, how productivity grows with employment, not negative
   * @param passThrough φ₀, 1 for full pass-through of duties, above zero
   * @param rebate what becomes of the duties
   */
  public record Parameters(
      double elasticity, double labourSupply, double scale, double passThrough, Rebate rebate) {

    /**
     * Creates parameters.
     *
     * @param elasticity ε of trade
     * @param labourSupply κ
     * @param scale ψ
     * @param passThrough φ₀
     * @param rebate what becomes of the duties
     * @throws IllegalArgumentException when a number is out of bounds
     */
    public Parameters {
      Objects.requireNonNull(rebate, "rebate");
      Require.positive("elasticity", elasticity);
      Require.notNegative("labourSupply", labourSupply);
      Require.notNegative("scale", scale);
      Require.positive("passThrough", passThrough);
    }

    /** All numbers in one line, as they stand under results. */
    String words() {
      return String.format(
          Locale.ROOT,
          "θ = %s; labour supply %s, scale %s, pass-through %s, duties %s",
          elasticity,
          labourSupply,
          scale,
          passThrough,
          rebate == Rebate.INCOME_TAX ? "lower income taxes" : "go back as lump sums");
    }

    /** {@return those of the paper: ε 4, κ 0.5, ψ 0.67/4, full pass-through, lower income taxes} */
    public static Parameters published() {
      return new Parameters(4, 0.5, 0.67 / 4, 1, Rebate.INCOME_TAX);
    }
  }

  private LabourModel(
      World world, Map<String, Double> marginOf, double[] powers, Parameters parameters) {
    this.world = world;
    this.parameters = parameters;
    this.n = world.size();
    this.powers = powers;
    this.margins =
        world.economies().stream().mapToDouble(code -> marginOf.getOrDefault(code, 0.0)).toArray();
    this.spending = new double[n];
    this.income = new double[n];
    this.baseDeficits = new double[n];
    double[] flows = world.flows();
    for (int cell = 0; cell < flows.length; cell++) {
      int to = cell / n;
      spending[to] += flows[cell];
      income[cell % n] += (1 - margins[to]) * flows[cell];
      income[to] += margins[to] * flows[cell];
      baseDeficits[to] += flows[cell];
      baseDeficits[cell % n] -= flows[cell];
    }
    this.shares = new double[flows.length];
    Arrays.setAll(shares, cell -> flows[cell] / spending[cell / n]);
    this.deficits = new double[n];
    Arrays.setAll(deficits, e -> spending[e] - income[e]);
    this.worldIncome = Arrays.stream(income).sum();
  }

  /**
   * A model with margins, in which duties are passed on with the power that the margins imply.
   *
   * @param world the data, of one sector
   * @param margins what importers keep of the value of what they sell, by code, from 0 to below 1;
   *     none where an economy is not named
   * @param parameters the numbers
   * @return the model
   * @throws IllegalArgumentException when the world has several sectors or base duties, a margin is
   *     out of bounds or of no economy, or the scale is zero while there are margins
   */
  public static LabourModel of(World world, Map<String, Double> margins, Parameters parameters) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(margins, "margins");
    Objects.requireNonNull(parameters, "parameters");
    if (world.sectors().size() > 1 || world.hasInputs()) {
      throw new IllegalArgumentException("The model needs a world of one sector, but " + world);
    }
    requireNoDuties(world);
    double[] powers = new double[world.size()];
    Arrays.fill(powers, parameters.passThrough());
    margins.forEach(
        (code, margin) -> {
          int e = world.economy(code);
          Require.within("margin of " + code, margin, 0, Math.nextDown(1.0));
          if (margin > 0) {
            double theta = 1 / Require.positive("scale", parameters.scale());
            powers[e] += (1 + theta) / ((1 - margin) * theta) - 1 / theta - 1;
          }
        });
    return new LabourModel(world, margins, powers, parameters);
  }

  private static void requireNoDuties(World world) {
    for (int cell = 0; cell < world.duties().length; cell++) {
      if (world.duties()[cell] != 0) {
        throw new IllegalArgumentException(
            "The model has no base duties, but goods of "
                + world.economies().get(cell % world.size())
                + " bear "
                + world.duties()[cell]
                + " in "
                + world.economies().get(cell / world.size())
                + ": take the world withBaseDuty(\"*\", \"*\", 0)");
      }
    }
  }

  /**
   * The same model with other numbers but the powers of pass-through that it has.
   *
   * @param other the numbers
   * @return a new model
   */
  public LabourModel withParameters(Parameters other) {
    Objects.requireNonNull(other, "other");
    Map<String, Double> same = new HashMap<>();
    for (int e = 0; e < n; e++) {
      same.put(world.economies().get(e), margins[e]);
    }
    return new LabourModel(world, same, powers, other);
  }

  /**
   * The best uniform duty by the paper's rule, 1/((1 + δε)φ − 1) with δ = Σ_n≠i (1 − ν_n) X_in (1 −
   * λ_in)/((1 − ν_i) M_i), from base shares: a rule of thumb, not an optimum that was searched.
   *
   * @param code the economy
   * @return the duty as a fraction
   * @throws IllegalArgumentException when there is no such economy, or the rule has no duty for it
   */
  public double optimalDutyRule(String code) {
    Objects.requireNonNull(code, "code");
    int i = world.economy(code);
    double sold = 0;
    for (int to = 0; to < n; to++) {
      if (to != i) {
        int cell = to * n + i;
        sold += (1 - margins[to]) * world.flows()[cell] * (1 - shares[cell]);
      }
    }
    double imports = spending[i] - world.flows()[i * n + i];
    double delta = sold / ((1 - margins[i]) * imports);
    double below = (1 + delta * parameters.elasticity()) * powers[i] - 1;
    if (!(below > 0 && imports > 0)) {
      throw new IllegalArgumentException(
          "The rule has no best duty for "
              + code
              + ": it buys or sells too little abroad, or passes on too little of a duty");
    }
    return 1 / below;
  }

  /**
   * The equilibrium under duties.
   *
   * @param shock the duties; iceberg costs are not part of this model
   * @return the outcome
   * @throws IllegalArgumentException when the shock is to another world, folded or has iceberg
   *     costs
   * @throws IllegalStateException when no equilibrium is found
   */
  public LabourOutcome solve(DutyShock shock) {
    Objects.requireNonNull(shock, "shock");
    requireFit(shock);
    Pass pass = new Pass(shock.powers());
    FixedPoint search = new FixedPoint(pass, new double[3 * n], 1e-12, 2000);
    boolean found = search.solve();
    if (!found) {
      throw new IllegalStateException(
          "No equilibrium was found: longest step " + search.largestStep());
    }
    return new LabourOutcome(this, shock, pass, search.newtonStep(), search.iterations());
  }

  private void requireFit(DutyShock shock) {
    boolean isOfWorld =
        shock.world().economies().equals(world.economies())
            && shock.world().sectors().equals(world.sectors());
    if (!isOfWorld) {
      throw new IllegalArgumentException("The shock is to another world: " + shock.world());
    }
    if (shock.foldedFor(World.ALL_GOODS).isPresent()) {
      throw new IllegalArgumentException(
          "The model takes one duty a pair, but some are folded from many: " + shock);
    }
    if (!Arrays.stream(shock.iceberg()).allMatch(cost -> cost == 1)) {
      throw new IllegalArgumentException("The model has no iceberg costs, but " + shock);
    }
  }

  /** From wages, spending and employment to the same after everybody has reacted. */
  private final class Pass implements FixedPoint.Problem {
    private final double[] dutyPowers;
    private final double[] pulls;
    private final double[] flows;
    private final double[] wages;
    private final double[] spendingNow;
    private final double[] employment;
    private final double[] prices;
    private final double[] revenue;

    Pass(double[] dutyPowers) {
      this.dutyPowers = dutyPowers;
      this.pulls = new double[n * n];
      for (int cell = 0; cell < pulls.length; cell++) {
        pulls[cell] =
            shares[cell] * Math.pow(dutyPowers[cell], -parameters.elasticity() * powers[cell / n]);
      }
      this.flows = new double[n * n];
      this.wages = new double[n];
      this.spendingNow = new double[n];
      this.employment = new double[n];
      this.prices = new double[n];
      this.revenue = new double[n];
    }

    @Override
    public int unknowns() {
      return 3 * n;
    }

    @Override
    public void pinNumeraire(double[] move, double[] image) {
      double mean = 0;
      for (int e = 0; e < n; e++) {
        mean += move[e] / n;
      }
      for (int e = 0; e < n; e++) {
        image[e] += mean;
      }
    }

    @Override
    public void residual(double[] z, double[] step) {
      for (int e = 0; e < n; e++) {
        wages[e] = Math.exp(z[e]);
        spendingNow[e] = spending[e] * Math.exp(z[n + e]);
        employment[e] = Math.exp(z[2 * n + e]);
      }
      trade();
      normalise(z);
      double incomeNow = 0;
      double[] earned = new double[n];
      for (int cell = 0; cell < flows.length; cell++) {
        int to = cell / n;
        earned[cell % n] += (1 - margins[to]) * flows[cell];
        earned[to] += margins[to] * flows[cell];
      }
      for (int e = 0; e < n; e++) {
        incomeNow += wages[e] * employment[e] * income[e];
      }
      double gap = 0;
      for (int e = 0; e < n; e++) {
        double own = wages[e] * employment[e] * income[e];
        step[e] = Math.log(earned[e] / own);
        gap += own / incomeNow * step[e];
      }
      for (int e = 0; e < n; e++) {
        double own = wages[e] * employment[e] * income[e];
        step[e] = (step[e] - gap) / (1 + parameters.elasticity()) * 2;
        double use = own + revenue[e] + deficits[e] * incomeNow / worldIncome;
        step[n + e] = Math.log(use / spendingNow[e]);
        double keep = parameters.rebate() == Rebate.INCOME_TAX ? 1 / (1 - revenue[e] / own) : 1;
        step[2 * n + e] =
            parameters.labourSupply() * Math.log(keep * wages[e] / prices[e]) - z[2 * n + e];
      }
    }

    private void trade() {
      double epsilon = parameters.elasticity();
      double[] cost = new double[n];
      Arrays.setAll(
          cost, e -> Math.pow(wages[e] / Math.pow(employment[e], parameters.scale()), -epsilon));
      for (int to = 0; to < n; to++) {
        double sum = Flat.dot(pulls, to * n, cost, 0, n);
        revenue[to] = 0;
        for (int i = 0; i < n; i++) {
          int cell = to * n + i;
          double paid = pulls[cell] * cost[i] / sum * spendingNow[to];
          flows[cell] = paid / dutyPowers[cell];
          revenue[to] += paid - flows[cell];
        }
        prices[to] =
            Math.pow(spendingNow[to] / spending[to] / wages[to], 1 - powers[to])
                * Math.pow(sum, -1 / epsilon);
      }
    }

    /** Prices of consumption in the numeraire: money scales with them, employment does not. */
    private void normalise(double[] z) {
      double now = 0;
      double base = 0;
      for (int e = 0; e < n; e++) {
        now += prices[e] * spending[e];
        base += spending[e];
      }
      double scale = base / now;
      for (int e = 0; e < n; e++) {
        wages[e] *= scale;
        spendingNow[e] *= scale;
        prices[e] *= scale;
        revenue[e] *= scale;
        z[e] += Math.log(scale);
        z[n + e] += Math.log(scale);
      }
      for (int cell = 0; cell < flows.length; cell++) {
        flows[cell] *= scale;
      }
    }
  }

  /** A world with labour supply and margins under duties; ratios are new over base. */
  public static final class LabourOutcome {
    private final LabourModel model;
    private final DutyShock shock;
    private final Pass pass;
    private final double newtonStep;
    private final int iterations;

    private LabourOutcome(
        LabourModel model, DutyShock shock, Pass pass, double newtonStep, int iterations) {
      this.model = model;
      this.shock = shock;
      this.pass = pass;
      this.newtonStep = newtonStep;
      this.iterations = iterations;
    }

    /**
     * Welfare: what people would give for the change, leisure counted.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double welfare(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      double kappa = model.parameters.labourSupply();
      double own = pass.wages[e] * pass.employment[e];
      double taxed =
          model.parameters.rebate() == Rebate.INCOME_TAX
              ? pass.revenue[e] / (own * model.income[e])
              : 0;
      double spent = model.spending[e];
      double weight = spent / (spent - kappa * (1 - taxed) * model.income[e] / (1 + kappa));
      return (weight * pass.spendingNow[e] / spent + (1 - weight) * own) / pass.prices[e];
    }

    /**
     * Employment, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double employment(String code) {
      Objects.requireNonNull(code, "code");
      return pass.employment[model.world.economy(code)];
    }

    /**
     * The price of consumption, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double price(String code) {
      Objects.requireNonNull(code, "code");
      return pass.prices[model.world.economy(code)];
    }

    /**
     * The wage in the numeraire, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double wage(String code) {
      Objects.requireNonNull(code, "code");
      return pass.wages[model.world.economy(code)];
    }

    /**
     * Duties collected as a share of base spending.
     *
     * @param code the economy
     * @return the share
     * @throws IllegalArgumentException when there is no such economy
     */
    public double revenueShare(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      return pass.revenue[e] / model.spending[e];
    }

    /**
     * Exports over income, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double exportShare(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      return perIncome(e, abroad(pass.flows, e, true), abroad(model.world.flows(), e, true));
    }

    /**
     * Imports over income, new over base.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double importShare(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      return perIncome(e, abroad(pass.flows, e, false), abroad(model.world.flows(), e, false));
    }

    private double perIncome(int e, double now, double before) {
      return now / before / (pass.wages[e] * pass.employment[e]);
    }

    private double abroad(double[] flows, int e, boolean sold) {
      double sum = 0;
      for (int other = 0; other < model.n; other++) {
        if (other != e) {
          sum += flows[sold ? other * model.n + e : e * model.n + other];
        }
      }
      return sum;
    }

    /**
     * The change of the trade deficit as a share of its base size.
     *
     * @param code the economy
     * @return the change, −0.18 for a deficit that is 18 percent smaller or a surplus that is
     *     larger; empty where base trade was balanced
     * @throws IllegalArgumentException when there is no such economy
     */
    public OptionalDouble deficitChange(String code) {
      Objects.requireNonNull(code, "code");
      int e = model.world.economy(code);
      double now = abroad(pass.flows, e, false) - abroad(pass.flows, e, true);
      double before = model.baseDeficits[e];
      return Math.abs(before) <= BALANCED * model.spending[e]
          ? OptionalDouble.empty()
          : OptionalDouble.of((now - before) / Math.abs(before));
    }

    /** {@return world trade with duties over world income, new over base} */
    public double worldTradeShare() {
      double now = 0;
      double before = 0;
      double incomeNow = 0;
      int n = model.n;
      for (int cell = 0; cell < n * n; cell++) {
        if (cell % n != cell / n) {
          now += pass.flows[cell] * pass.dutyPowers[cell];
          before += model.world.flows()[cell];
        }
      }
      for (int e = 0; e < n; e++) {
        incomeNow += pass.wages[e] * pass.employment[e] * model.income[e];
      }
      return now / before / (incomeNow / model.worldIncome);
    }

    /** {@return how far one further step of Newton's method would move a logarithm} */
    public double newtonStep() {
      return newtonStep;
    }

    /** {@return the iterations made} */
    public int iterations() {
      return iterations;
    }

    /**
     * The results of some economies.
     *
     * @param codes the economies; every one where none is named
     * @return one row an economy
     * @throws IllegalArgumentException when there is no such economy
     */
    public Table table(String... codes) {
      Objects.requireNonNull(codes, "codes");
      List<List<Cell>> rows = new ArrayList<>();
      for (String code : model.world.some(codes)) {
        rows.add(
            List.of(
                Cell.text(code),
                Cell.relative(welfare(code) - 1, 2),
                deficit(code),
                Cell.relative(exportShare(code) - 1, 1),
                Cell.relative(importShare(code) - 1, 1),
                Cell.relative(employment(code) - 1, 2),
                Cell.relative(price(code) - 1, 1)));
      }
      List<String> columns =
          List.of(
              "economy", "welfare", "deficit", "exports/GDP", "imports/GDP", "employment", "price");
      return Table.of("With labour supply and margins", columns, rows).withCaption(stamp().lines());
    }

    /** {@return what kind of number this is and what moved it} */
    public Stamp stamp() {
      return shock.stamp(model.parameters.words(), "margins of importers as given");
    }

    private Cell deficit(String code) {
      OptionalDouble change = deficitChange(code);
      return change.isPresent()
          ? Cell.relative(change.getAsDouble(), 1)
          : Cell.unknown("base trade was balanced");
    }

    /** The iterations and the certificate. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d iterations, Newton step %.1e", iterations, newtonStep);
    }
  }

  /** The world and the numbers. */
  @Override
  public String toString() {
    return world + "; " + parameters;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabourModel that
        && world.equals(that.world)
        && parameters.equals(that.parameters)
        && n == that.n
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(margins, that.margins)
        && Arrays.equals(powers, that.powers)
        && Arrays.equals(spending, that.spending)
        && Arrays.equals(income, that.income)
        && Arrays.equals(deficits, that.deficits)
        && Arrays.equals(baseDeficits, that.baseDeficits)
        && Double.compare(worldIncome, that.worldIncome) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(world, parameters, n, Arrays.hashCode(shares), Arrays.hashCode(margins));
  }
}
