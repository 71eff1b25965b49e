package org.tariffeconomics.economy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * What a change of duties does to the treasury, import by import: the question that the World
 * Bank's TRIST answers, by formulas of our own.
 *
 * <p>First the mechanical answer: new duties on old imports. Then imports answer. Origins of a line
 * are substitutes with elasticity σ, and the line as a whole has the elasticity η; world prices
 * stay. With powers T̂ of the duties collected, new over old, and shares s of spending with duties:
 *
 * <pre>{@code
 * P̂ = (Σ s T̂^(1−σ))^(1/(1−σ)),     M' = M T̂^−σ P̂^(σ−η)
 * }</pre>
 *
 * <p>A good from home may be one of the origins; its price does not move. Excise is charged on the
 * value with duty, VAT on the value with duty and excise. Of the statutory duty the same part is
 * collected after as before, and of a duty that rises at most the whole rise ({@link
 * RevenueFlow#collectedAfter}). Money is an estimate and not rounded, so that tables add up; round
 * it where it is payable.
 *
 * @since 0.1.0
 */
public final class RevenueSimulation {

  /** Imports below which money is printed with the decimals of its currency. */
  private static final BigDecimal SMALL = BigDecimal.valueOf(1_000_000);

  private final CurrencyUnit currency;
  private final List<RevenueFlow> flows;
  private final double substitution;
  private final double demand;
  private final Map<String, BigMoney> homeGoods;
  private final double excise;
  private final double vat;

  private RevenueSimulation(
      CurrencyUnit currency,
      List<RevenueFlow> flows,
      double substitution,
      double demand,
      Map<String, BigMoney> homeGoods,
      double excise,
      double vat) {
    this.currency = currency;
    this.flows = flows;
    this.substitution = substitution;
    this.demand = demand;
    this.homeGoods = homeGoods;
    this.excise = excise;
    this.vat = vat;
  }

  /**
   * A simulation in which imports do not answer yet, without excise and VAT.
   *
   * @param flows the imports, at least one, all in one currency
   * @return the simulation
   * @throws IllegalArgumentException when there is none, or currencies differ
   */
  public static RevenueSimulation of(Collection<RevenueFlow> flows) {
    Objects.requireNonNull(flows, "flows");
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("flows must not be empty");
    }
    CurrencyUnit currency = flows.iterator().next().imports().getCurrencyUnit();
    for (RevenueFlow flow : flows) {
      if (!flow.imports().getCurrencyUnit().equals(currency)) {
        throw new IllegalArgumentException(
            "flows must be in one currency, but there are "
                + currency
                + " and "
                + flow.imports().getCurrencyUnit());
      }
    }
    return new RevenueSimulation(currency, List.copyOf(flows), 0, 0, Map.of(), 0, 0);
  }

  /**
   * The same simulation with imports that answer.
   *
   * @param sigma the elasticity of substitution between origins of a line, not negative
   * @param eta the elasticity of demand for the line as a whole, not negative: 1 keeps its spending
   * @return a new simulation
   * @throws IllegalArgumentException when an elasticity is negative or not finite
   */
  public RevenueSimulation withResponses(double sigma, double eta) {
    Require.notNegative("sigma", sigma);
    Require.notNegative("eta", eta);
    return new RevenueSimulation(currency, flows, sigma, eta, homeGoods, excise, vat);
  }

  /**
   * The same simulation with a good from home among the origins of a line.
   *
   * @param line the line
   * @param sold what is sold of it
   * @return a new simulation
   * @throws IllegalArgumentException when no import is of the line, the currency differs, or sales
   *     are negative
   */
  public RevenueSimulation withHomeGood(String line, BigMoneyProvider sold) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(sold, "sold");
    BigMoney sales = sold.toBigMoney();
    if (flows.stream().noneMatch(flow -> flow.line().equals(line))) {
      throw new IllegalArgumentException("No imports of a line '" + line + "'");
    }
    if (!sales.getCurrencyUnit().equals(currency) || sales.isNegative()) {
      throw new IllegalArgumentException(
          "sales must be " + currency + " and not negative, but were " + sales);
    }
    Map<String, BigMoney> more = new LinkedHashMap<>(homeGoods);
    more.put(line, PlainNumber.plain(sales));
    return new RevenueSimulation(currency, flows, substitution, demand, more, excise, vat);
  }

  /**
   * The same simulation with taxes on top of the duty.
   *
   * @param exciseRate excise as a fraction of the value with duty, not negative
   * @param vatRate VAT as a fraction of the value with duty and excise, not negative
   * @return a new simulation
   * @throws IllegalArgumentException when a rate is negative or not finite
   */
  public RevenueSimulation withTaxes(double exciseRate, double vatRate) {
    Require.notNegative("exciseRate", exciseRate);
    Require.notNegative("vatRate", vatRate);
    return new RevenueSimulation(
        currency, flows, substitution, demand, homeGoods, exciseRate, vatRate);
  }

  /**
   * Runs it.
   *
   * @return the result
   * @throws IllegalArgumentException when duties or elasticities are so large that an amount leaves
   *     the range of numbers
   */
  public Result run() {
    Map<String, Double> indices = priceIndices();
    List<Line> lines = new ArrayList<>();
    for (RevenueFlow flow : flows) {
      lines.add(line(flow, indices.getOrDefault(flow.line(), 1.0)));
    }
    return new Result(this, lines, indices);
  }

  private Line line(RevenueFlow flow, double index) {
    double before = flow.imports().getAmount().doubleValue();
    double log = -substitution * logChange(flow) + (substitution - demand) * Math.log(index);
    double after = before == 0 ? 0 : before * Math.exp(log);
    if (!Double.isFinite(after) || !Double.isFinite(before * flow.collectedAfter())) {
      throw new IllegalArgumentException(
          "Imports of "
              + flow.line()
              + " from "
              + flow.partner()
              + " have no finite value under a duty of "
              + flow.collectedAfter()
              + " with these elasticities: duties are fractions, 0.25 for 25 percent");
    }
    return new Line(
        flow,
        money(after),
        revenue(before, flow.collectedBefore()),
        revenue(before, flow.collectedAfter()),
        revenue(after, flow.collectedAfter()));
  }

  private static double logChange(RevenueFlow flow) {
    return Math.log1p(flow.collectedAfter()) - Math.log1p(flow.collectedBefore());
  }

  private Map<String, Double> priceIndices() {
    Map<String, List<double[]>> origins = new LinkedHashMap<>();
    homeGoods.forEach((line, sales) -> add(origins, line, sales.getAmount().doubleValue(), 0));
    for (RevenueFlow flow : flows) {
      double paid = flow.imports().getAmount().doubleValue() * (1 + flow.collectedBefore());
      add(origins, flow.line(), paid, logChange(flow));
    }
    Map<String, Double> indices = new LinkedHashMap<>();
    origins.forEach((line, some) -> indices.put(line, index(some)));
    return indices;
  }

  private static void add(
      Map<String, List<double[]>> origins, String line, double paid, double logChange) {
    origins.computeIfAbsent(line, key -> new ArrayList<>()).add(new double[] {paid, logChange});
  }

  /**
   * The price index of origins: the mean of T̂^(1−σ) to the power of 1/(1−σ), or its limit where σ
   * is one. Taken relative to the origin that weighs most, and without the difference to one where
   * that is large, so that no digits are lost, be σ nearly one or the change of duties huge.
   *
   * @param origins what is paid, and the logarithm of the change of the power of the duty
   */
  private double index(List<double[]> origins) {
    double exponent = 1 - substitution;
    double paid = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double mean = 0;
    for (double[] origin : origins) {
      paid += origin[0];
      mean += origin[0] * origin[1];
      largest = origin[0] > 0 ? Math.max(largest, exponent * origin[1]) : largest;
    }
    if (!(paid > 0) || exponent == 0) {
      return paid > 0 ? Math.exp(mean / paid) : 1;
    }
    double below = 0;
    double relative = 0;
    for (double[] origin : origins) {
      double gap = exponent * origin[1] - largest;
      below += origin[0] / paid * (origin[0] > 0 ? Math.expm1(gap) : 0);
      relative += origin[0] / paid * (origin[0] > 0 ? Math.exp(gap) : 0);
    }
    double log = below > -0.5 ? Math.log1p(below) : Math.log(relative);
    return Math.exp((largest + log) / exponent);
  }

  private BigMoney money(double amount) {
    return BigMoney.of(currency, BigDecimal.valueOf(amount));
  }

  private Takings revenue(double imports, double duty) {
    double collected = imports * duty;
    double excised = (imports + collected) * excise;
    double taxed = (imports + collected + excised) * vat;
    return new Takings(money(collected), money(excised), money(taxed));
  }

  /**
   * What the treasury takes from some imports.
   *
   * @param duty the duty collected
   * @param excise the excise
   * @param vat the VAT
   */
  public record Takings(BigMoney duty, BigMoney excise, BigMoney vat) {

    /**
     * Refuses nulls.
     *
     * @param duty the duty collected
     * @param excise the excise
     * @param vat the VAT
     */
    public Takings {
      Objects.requireNonNull(duty, "duty");
      Objects.requireNonNull(excise, "excise");
      Objects.requireNonNull(vat, "vat");
      duty = PlainNumber.plain(duty);
      excise = PlainNumber.plain(excise);
      vat = PlainNumber.plain(vat);
    }

    /** {@return all three} */
    public BigMoney total() {
      return duty.plus(excise).plus(vat);
    }

    private Takings plus(Takings other) {
      return new Takings(duty.plus(other.duty), excise.plus(other.excise), vat.plus(other.vat));
    }
  }

  /**
   * The result for one flow.
   *
   * @param flow the imports before
   * @param importsAfter their value after they have answered
   * @param before takings before
   * @param mechanical takings at new duties from old imports
   * @param after takings at new duties from new imports
   */
  public record Line(
      RevenueFlow flow, BigMoney importsAfter, Takings before, Takings mechanical, Takings after) {

    /**
     * Refuses nulls.
     *
     * @param flow the imports before
     * @param importsAfter their value after they have answered
     * @param before takings before
     * @param mechanical takings at new duties from old imports
     * @param after takings at new duties from new imports
     */
    public Line {
      Objects.requireNonNull(flow, "flow");
      Objects.requireNonNull(importsAfter, "importsAfter");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(mechanical, "mechanical");
      Objects.requireNonNull(after, "after");
      importsAfter = PlainNumber.plain(importsAfter);
    }
  }

  /** What the treasury takes before and after, by flow and in sums that add up. */
  public static final class Result {

    private final RevenueSimulation simulation;
    private final List<Line> lines;
    private final Map<String, Double> indices;

    private Result(RevenueSimulation simulation, List<Line> lines, Map<String, Double> indices) {
      this.simulation = simulation;
      this.lines = List.copyOf(lines);
      this.indices = indices;
    }

    /** {@return the results by flow, in the order of the flows} */
    public List<Line> lines() {
      return lines;
    }

    /** {@return takings before} */
    public Takings before() {
      return sum(lines, Line::before);
    }

    /** {@return takings at new duties from old imports} */
    public Takings mechanical() {
      return sum(lines, Line::mechanical);
    }

    /** {@return takings at new duties from new imports} */
    public Takings after() {
      return sum(lines, Line::after);
    }

    /** {@return the value of imports after they have answered} */
    public BigMoney importsAfter() {
      return lines.stream().map(Line::importsAfter).reduce(BigMoney::plus).orElseThrow();
    }

    private Takings sum(List<Line> some, Function<Line, Takings> part) {
      BigMoney none = BigMoney.zero(simulation.currency);
      return some.stream().map(part).reduce(new Takings(none, none, none), Takings::plus);
    }

    /**
     * The change of the price of a line to its buyers, duties included.
     *
     * @param line the line
     * @return new over old
     * @throws IllegalArgumentException when there is no such line
     */
    public double priceIndex(String line) {
      Objects.requireNonNull(line, "line");
      Double index = indices.get(line);
      if (index == null) {
        throw Index.noSuch("line", line, List.copyOf(indices.keySet()));
      }
      return index;
    }

    /** {@return one row a tariff line, the largest gain of the treasury first, and the sum} */
    public Table byLine() {
      return by("line", RevenueFlow::line);
    }

    /** {@return one row a partner, the largest gain of the treasury first, and the sum} */
    public Table byPartner() {
      return by("partner", RevenueFlow::partner);
    }

    /** {@return one row a programme, the largest gain of the treasury first, and the sum} */
    public Table byProgramme() {
      return by("programme", RevenueFlow::programme);
    }

    /**
     * The tariff lines from which the treasury gains most.
     *
     * @param most how many rows at most, at least 1
     * @return one row a line, the largest gain first; none where it loses from all
     * @throws IllegalArgumentException when most is not positive
     */
    public Table gainers(int most) {
      return extremes("Lines from which the treasury gains", most, 1);
    }

    /**
     * The tariff lines from which the treasury loses most.
     *
     * @param most how many rows at most, at least 1
     * @return one row a line, the largest loss first; none where it gains from all
     * @throws IllegalArgumentException when most is not positive
     */
    public Table losers(int most) {
      return extremes("Lines from which the treasury loses", most, -1);
    }

    private Table extremes(String title, int most, int sign) {
      Require.positiveCount("most", most);
      Table all = byLine();
      int change = all.columns().indexOf("change");
      List<List<Cell>> rows = new ArrayList<>(all.rows().subList(0, all.rows().size() - 1));
      if (sign < 0) {
        Collections.reverse(rows);
      }
      rows.removeIf(row -> row.get(change).value().orElseThrow().signum() != sign);
      return Table.of(title, all.columns(), rows.subList(0, Math.min(most, rows.size())))
          .withCaption(all.caption());
    }

    /** {@return what changes by partner, gains to the right, as a picture} */
    public Chart chart() {
      Table partners = byPartner();
      return partners.first(partners.rows().size() - 1).chart("partner", "change");
    }

    private Table by(String what, Function<RevenueFlow, String> key) {
      Map<String, List<Line>> groups = new LinkedHashMap<>();
      for (Line line : lines) {
        groups.computeIfAbsent(key.apply(line.flow()), k -> new ArrayList<>()).add(line);
      }
      List<List<Cell>> rows = new ArrayList<>();
      groups.forEach((name, some) -> rows.add(row(name, some)));
      List<String> columns =
          List.of(
              what,
              "imports",
              "imports after",
              "statutory before",
              "statutory after",
              "revenue before",
              "mechanical",
              "revenue after",
              "change");
      List<List<Cell>> sorted =
          new ArrayList<>(Table.of("", columns, rows).sortedByDescending("change").rows());
      sorted.add(row("all", lines));
      return Table.of("Revenue by " + what + ", duty, excise and VAT", columns, sorted)
          .withCaption(caption());
    }

    private List<Cell> row(String name, List<Line> some) {
      BigMoney zero = BigMoney.zero(simulation.currency);
      BigMoney imports =
          some.stream().map(line -> line.flow().imports()).reduce(zero, BigMoney::plus);
      BigMoney after = some.stream().map(Line::importsAfter).reduce(zero, BigMoney::plus);
      double statutoryBefore =
          some.stream()
              .map(Line::flow)
              .mapToDouble(f -> f.imports().getAmount().doubleValue() * f.statutoryBefore())
              .sum();
      double statutory =
          some.stream()
              .mapToDouble(
                  line ->
                      line.importsAfter().getAmount().doubleValue() * line.flow().statutoryAfter())
              .sum();
      BigMoney before = sum(some, Line::before).total();
      BigMoney now = sum(some, Line::after).total();
      return List.of(
          Cell.text(name),
          cell(imports),
          cell(after),
          cell(simulation.money(statutoryBefore)),
          cell(simulation.money(statutory)),
          cell(before),
          cell(sum(some, Line::mechanical).total()),
          cell(now),
          cell(now.minus(before)));
    }

    private Cell cell(BigMoney money) {
      return Cell.money(money.getAmount(), money.getCurrencyUnit().getCode(), decimals());
    }

    /** Cents where all imports together are few enough for them to count. */
    int decimals() {
      BigDecimal all =
          lines.stream()
              .map(line -> line.flow().imports().getAmount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return all.compareTo(SMALL) < 0 ? simulation.currency.getDecimalPlaces() : 0;
    }

    CurrencyUnit currency() {
      return simulation.currency;
    }

    List<String> caption() {
      return List.of(
          String.format(
              Locale.ROOT,
              "simulated · substitution %.3g, demand %.3g, world prices fixed · excise %.1f%%, VAT"
                  + " %.1f%%",
              simulation.substitution,
              simulation.demand,
              100 * simulation.excise,
              100 * simulation.vat),
          "of statutory duties the same part is collected after as before, of a rise at most all · planning estimate");
    }

    private BigMoney rounded(Takings takings) {
      return takings.total().withScale(decimals(), RoundingMode.HALF_EVEN);
    }

    /** Takings before, mechanical and after. */
    @Override
    public String toString() {
      return rounded(before())
          + " before, "
          + rounded(mechanical())
          + " mechanical, "
          + rounded(after())
          + " after";
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Result that
          && simulation.equals(that.simulation)
          && lines.equals(that.lines)
          && indices.equals(that.indices);
    }

    @Override
    public int hashCode() {
      return Objects.hash(simulation, lines, indices);
    }
  }

  /** How many flows. */
  @Override
  public String toString() {
    return flows.size() + " flows in " + currency;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RevenueSimulation that
        && currency.equals(that.currency)
        && flows.equals(that.flows)
        && Double.compare(substitution, that.substitution) == 0
        && Double.compare(demand, that.demand) == 0
        && homeGoods.equals(that.homeGoods)
        && Double.compare(excise, that.excise) == 0
        && Double.compare(vat, that.vat) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(currency, flows, substitution, demand, homeGoods);
  }
}
