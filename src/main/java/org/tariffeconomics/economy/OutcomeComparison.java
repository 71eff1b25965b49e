package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * Two outcomes of one world side by side: what the other has more than the one. Intervals where
 * duties are open; what is open in both is the same fact in both.
 *
 * @since 0.1.0
 */
public final class OutcomeComparison {

  private final World world;
  private final List<String> caption;
  private final Function<BiFunction<Outcome, Outcome, Double>, EstimateRange> figures;

  private OutcomeComparison(
      World world,
      List<String> caption,
      Function<BiFunction<Outcome, Outcome, Double>, EstimateRange> figures) {
    this.world = world;
    this.caption = caption;
    this.figures = figures;
  }

  static OutcomeComparison of(Outcome one, Outcome other) {
    requireSameWorld(one.model(), other.model());
    return new OutcomeComparison(
        one.model().base(),
        caption(one.stamp(), one.found(), other.stamp(), other.found()),
        figure -> EstimateRange.of(figure.apply(one, other)));
  }

  static OutcomeComparison of(OutcomeRange one, OutcomeRange other) {
    requireSameWorld(one.model(), other.model());
    return new OutcomeComparison(
        one.model().base(),
        caption(one.stamp(), one.found(), other.stamp(), other.found()),
        figure -> one.of(other, figure));
  }

  private static void requireSameWorld(Equilibrium one, Equilibrium other) {
    if (!other.world().hasDataOf(one.world())) {
      throw new IllegalArgumentException(
          "Only outcomes of one world can be compared, but one is of "
              + one.world()
              + " and the other of "
              + other.world()
              + ", with other data");
    }
  }

  /** What both assume, what the one assumes and what the other, and how each was found. */
  private static List<String> caption(
      Stamp one, List<String> oneFound, Stamp other, List<String> otherFound) {
    List<String> shared = new ArrayList<>(one.assumptions());
    shared.retainAll(other.assumptions());
    Stamp both = Stamp.simulated(one.facts()).withAssumptions(shared);
    List<String> lines = new ArrayList<>(both.lines());
    lines.add(1, "the other: " + own(other, shared));
    lines.add(1, "this one: " + own(one, shared));
    oneFound.forEach(found -> lines.add("this one " + found));
    otherFound.forEach(found -> lines.add("the other " + found));
    return lines;
  }

  private static String own(Stamp stamp, List<String> shared) {
    List<String> own = new ArrayList<>(stamp.assumptions());
    own.removeAll(shared);
    return own.isEmpty() ? "the same" : String.join("; ", own);
  }

  /**
   * What the other outcome has more in welfare.
   *
   * @param code the economy
   * @return the difference of the two ratios to the base: 0.001 for a tenth of a point more
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when one of the two has no numbers
   */
  public EstimateRange welfare(String code) {
    Objects.requireNonNull(code, "code");
    return figures.apply((one, other) -> other.welfare(code) - one.welfare(code));
  }

  /**
   * What the other outcome has more in duties collected.
   *
   * @param code the economy
   * @return the difference in money
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when one of the two has no numbers
   */
  public EstimateRange revenue(String code) {
    Objects.requireNonNull(code, "code");
    return figures.apply((one, other) -> other.revenue(code) - one.revenue(code));
  }

  /** {@return every economy} */
  public Table table() {
    return table(new String[0]);
  }

  /**
   * Some economies.
   *
   * @param codes the economies; every one where none is named
   * @return one row an economy: welfare of both against the base, and the differences
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when one of the two has no numbers
   */
  public Table table(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : world.some(codes)) {
      rows.add(
          List.of(
              Cell.text(code),
              RangeCells.relative(figures.apply((one, other) -> one.welfare(code) - 1), 3),
              RangeCells.relative(figures.apply((one, other) -> other.welfare(code) - 1), 3),
              RangeCells.points(welfare(code), 3),
              RangeCells.number(revenue(code), world.moneyDecimals())));
    }
    List<String> columns =
        List.of("economy", "welfare", "welfare of the other", "difference", "revenue difference");
    return Table.of("The other outcome less this one", columns, rows).withCaption(caption);
  }

  /**
   * What the other outcome has more in welfare, as a picture.
   *
   * @param codes the economies; every one where none is named
   * @return a bar each, a whisker where open duties decide
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when one of the two has no numbers
   */
  public Chart chart(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String code : world.some(codes)) {
      rows.add(WelfareChart.row(code, welfare(code)));
    }
    return Chart.of(
        "Welfare: the other outcome less this one",
        "+ where the other is better",
        caption,
        ChartRows.of(ChartScale.points("difference"), rows));
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }
}
