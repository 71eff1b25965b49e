package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * What the law of a day does to the treasury, where duties are open: the simulation with all of
 * them at their lowest, and the one with all at their highest. New duties on old imports lie
 * between the two; where imports answer, dearer goods may bring less, so that the two are two laws
 * and not the ends of an interval.
 *
 * @since 0.1.0
 */
public final class RevenueRange {

  private final RevenueSimulation lowest;
  private final RevenueSimulation highest;
  private final List<String> notes;

  private RevenueRange(RevenueSimulation lowest, RevenueSimulation highest, List<String> notes) {
    this.lowest = lowest;
    this.highest = highest;
    this.notes = List.copyOf(notes);
  }

  /**
   * Two simulations of the same imports, which do not answer yet.
   *
   * @param lowest the imports with all open duties at their lowest
   * @param highest the same imports, in the same order, with all at their highest
   * @param notes what results say of them, one line each
   * @return the simulations
   * @throws IllegalArgumentException when there are none, or the two are not the same imports
   */
  public static RevenueRange of(
      Collection<RevenueFlow> lowest, Collection<RevenueFlow> highest, List<String> notes) {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    Objects.requireNonNull(notes, "notes");
    if (!imports(lowest).equals(imports(highest))) {
      throw new IllegalArgumentException(
          "lowest and highest must be of the same imports in the same order");
    }
    return new RevenueRange(RevenueSimulation.of(lowest), RevenueSimulation.of(highest), notes);
  }

  private static List<List<Object>> imports(Collection<RevenueFlow> flows) {
    return flows.stream()
        .map(f -> List.<Object>of(f.line(), f.partner(), f.programme(), f.imports()))
        .collect(Collectors.toList());
  }

  /**
   * The same simulations with imports that answer.
   *
   * @param sigma the elasticity of substitution between origins of a line, not negative
   * @param eta the elasticity of demand for the line as a whole, not negative
   * @return new simulations
   * @throws IllegalArgumentException when an elasticity is negative or not finite
   */
  public RevenueRange withResponses(double sigma, double eta) {
    return new RevenueRange(
        lowest.withResponses(sigma, eta), highest.withResponses(sigma, eta), notes);
  }

  /**
   * The same simulations with taxes on top of the duty.
   *
   * @param exciseRate excise as a fraction of the value with duty, not negative
   * @param vatRate VAT as a fraction of the value with duty and excise, not negative
   * @return new simulations
   * @throws IllegalArgumentException when a rate is negative or not finite
   */
  public RevenueRange withTaxes(double exciseRate, double vatRate) {
    return new RevenueRange(
        lowest.withTaxes(exciseRate, vatRate), highest.withTaxes(exciseRate, vatRate), notes);
  }

  /** {@return the results} */
  public Result run() {
    return new Result(lowest.run(), highest.run(), notes);
  }

  /** What the treasury takes under the two laws, by flow and in sums that add up. */
  public static final class Result {

    private final RevenueSimulation.Result lowest;
    private final RevenueSimulation.Result highest;
    private final List<String> notes;

    private Result(
        RevenueSimulation.Result lowest, RevenueSimulation.Result highest, List<String> notes) {
      this.lowest = lowest;
      this.highest = highest;
      this.notes = notes;
    }

    /** {@return the result with all open duties at their lowest} */
    public RevenueSimulation.Result lowest() {
      return lowest;
    }

    /** {@return the result with all open duties at their highest} */
    public RevenueSimulation.Result highest() {
      return highest;
    }

    /** {@return one row a tariff line, the largest gain under the highest duties first, the sum} */
    public Table byLine() {
      return by("line", RevenueFlow::line);
    }

    /** {@return one row a partner, the largest gain under the highest duties first, and the sum} */
    public Table byPartner() {
      return by("partner", RevenueFlow::partner);
    }

    /** {@return one row a programme, the largest gain under the highest duties first, the sum} */
    public Table byProgramme() {
      return by("programme", RevenueFlow::programme);
    }

    private Table by(String what, Function<RevenueFlow, String> key) {
      Map<String, List<Integer>> groups = new LinkedHashMap<>();
      for (int i = 0; i < lowest.lines().size(); i++) {
        groups
            .computeIfAbsent(key.apply(lowest.lines().get(i).flow()), k -> new ArrayList<>())
            .add(i);
      }
      List<List<Cell>> rows = new ArrayList<>();
      groups.forEach((name, some) -> rows.add(row(name, some)));
      List<String> columns =
          List.of(
              what,
              "imports",
              "revenue before",
              "mechanical, lowest",
              "mechanical, highest",
              "after, lowest",
              "after, highest");
      List<List<Cell>> sorted =
          new ArrayList<>(Table.of("", columns, rows).sortedByDescending("after, highest").rows());
      sorted.add(row("all", groups.values().stream().flatMap(List::stream).toList()));
      return Table.of("Revenue by " + what + ", duty, excise and VAT", columns, sorted)
          .withCaption(caption());
    }

    private List<Cell> row(String name, List<Integer> some) {
      return List.of(
          Cell.text(name),
          sum(lowest, some, line -> line.flow().imports()),
          sum(lowest, some, line -> line.before().total()),
          sum(lowest, some, line -> line.mechanical().total()),
          sum(highest, some, line -> line.mechanical().total()),
          sum(lowest, some, line -> line.after().total()),
          sum(highest, some, line -> line.after().total()));
    }

    private Cell sum(
        RevenueSimulation.Result result,
        List<Integer> some,
        Function<RevenueSimulation.Line, BigMoney> part) {
      BigMoney sum =
          some.stream()
              .map(i -> part.apply(result.lines().get(i)))
              .reduce(BigMoney::plus)
              .orElseThrow();
      return Cell.money(sum.getAmount(), sum.getCurrencyUnit().getCode(), lowest.decimals());
    }

    private List<String> caption() {
      List<String> lines = new ArrayList<>(highest.caption());
      lines.add("assumes: " + String.join("; ", notes));
      return lines;
    }

    /** {@return what each partner's goods bring under the two laws, as a picture} */
    public Chart chart() {
      Table partners = byPartner();
      int last = partners.rows().size() - 1;
      Magnitude magnitude =
          Magnitude.of(IntStream.range(0, last).mapToDouble(i -> most(partners, i)).max());
      List<ChartRows.Row> rows = new ArrayList<>();
      for (int i = 0; i < last; i++) {
        double from = partners.number(i, "after, lowest").doubleValue() / magnitude.size();
        double to = partners.number(i, "after, highest").doubleValue() / magnitude.size();
        ChartRows.Range range = new ChartRows.Range(Math.min(from, to), Math.max(from, to));
        rows.add(
            ChartRows.Row.of(
                partners.cell(i, "partner").text(),
                List.of(range),
                magnitude.text(range.low()) + " to " + magnitude.text(range.high())));
      }
      String unit = highest.currency().getCode() + magnitude.word();
      return Chart.of(
          "Revenue by partner after imports have answered",
          "all open duties at their lowest, and all at their highest",
          caption(),
          ChartRows.of(ChartScale.number("revenue", unit), rows));
    }

    private static double most(Table partners, int row) {
      return Math.max(
          partners.number(row, "after, lowest").doubleValue(),
          partners.number(row, "after, highest").doubleValue());
    }

    /**
     * What money is counted in, so that its numbers have few digits.
     *
     * @param size how much one of it is
     * @param word its name after that of the currency
     */
    private record Magnitude(double size, String word) {

      static Magnitude of(OptionalDouble most) {
        double value = most.orElse(0);
        return value >= 1e9
            ? new Magnitude(1e9, " bn")
            : value >= 1e6 ? new Magnitude(1e6, " m") : new Magnitude(1, "");
      }

      String text(double amount) {
        return Cell.number(amount, 2, "").text();
      }
    }

    /** Both in one line each. */
    @Override
    public String toString() {
      return "lowest duties: " + lowest + "\nhighest duties: " + highest;
    }
  }

  /** How many flows. */
  @Override
  public String toString() {
    return lowest + " at the lowest and at the highest duties";
  }
}
