package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * Every origin of a market by its margin over its trade-weighted rivals, the best placed first. An
 * origin that cannot be placed is listed last, as unknown with the reason.
 *
 * @since 0.1.0
 */
public final class PositionRanking {

  private final ImportMarket market;
  private final List<RelativePosition> positions;

  PositionRanking(ImportMarket market, List<RelativePosition> positions) {
    List<RelativePosition> sorted = new ArrayList<>(positions);
    sorted.sort(
        Comparator.comparingDouble(PositionRanking::highest)
            .thenComparingDouble(PositionRanking::lowest)
            .reversed());
    positions = List.copyOf(sorted);
    this.market = market;
    this.positions = positions;
  }

  /** {@return the market} */
  public ImportMarket market() {
    return market;
  }

  /**
   * {@return the positions, largest margin first (of margins that lie between two by the higher
   * end), unknown ones last in the market's order}
   */
  public List<RelativePosition> positions() {
    return positions;
  }

  private static double lowest(RelativePosition position) {
    return position.margin().lowest().orElse(Double.NEGATIVE_INFINITY);
  }

  private static double highest(RelativePosition position) {
    return position.margin().highest().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * The rank of an origin: one more than the number of origins with a larger margin.
   *
   * @param origin the origin
   * @return the rank from 1; empty when its margin is not known, or when it or that of another
   *     leaves open which of the two is ahead
   * @throws IllegalArgumentException when there is no such origin
   */
  public OptionalInt rank(String origin) {
    Objects.requireNonNull(origin, "origin");
    RelativePosition own = position(origin);
    return bestRank(own) == worstRank(own) && own.margin().lowest().isPresent()
        ? OptionalInt.of(bestRank(own))
        : OptionalInt.empty();
  }

  private RelativePosition position(String origin) {
    return positions.stream()
        .filter(p -> p.origin().equals(origin))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("No origin '" + origin + "' in " + market.origins()));
  }

  /** One more than the number of those that are ahead whatever turns out. */
  private int bestRank(RelativePosition own) {
    return 1 + (int) positions.stream().filter(p -> lowest(p) > highest(own)).count();
  }

  /** One more than the number of those that may be ahead. */
  private int worstRank(RelativePosition own) {
    return 1
        + (int)
            positions.stream()
                .filter(p -> !p.origin().equals(own.origin()))
                .filter(p -> highest(p) > lowest(own))
                .count();
  }

  private Cell rankCell(RelativePosition own) {
    if (own.margin().lowest().isEmpty()) {
      return Cell.unknown(own.margin().reason());
    }
    Cell best = Cell.number(bestRank(own), 0, "rank");
    Cell worst = Cell.number(worstRank(own), 0, "rank");
    return best.equals(worst)
        ? best
        : Cell.range(best, worst, best + " to " + worst, "margins that overlap");
  }

  /**
   * The ranking as a table.
   *
   * @return the table; positive margins are advantages
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RelativePosition position : positions) {
      rows.add(
          List.of(
              rankCell(position),
              Cell.text(position.origin()),
              FigureCells.percent(position.tariff()),
              FigureCells.percent(position.rivalsTariff()),
              FigureCells.points(position.margin()),
              FigureCells.relative(position.priceMargin()),
              FigureCells.percent(position.coverage())));
    }
    return new Table(
        "Tariff position in " + market.name() + " (positive = advantage over rivals)",
        List.of("rank", "origin", "tariff", "rivals", "margin", "of price", "coverage"),
        rows,
        market.caption(
            "each origin against its rivals on the products it sells, weighted by imports",
            "coverage: share of the comparison that rests on known tariffs",
            LeftOut.sentence(
                market.suppliers().stream().filter(s -> !s.isWeighable()).toList(),
                market.products().size() > 1)));
  }

  /** {@return the margins as signed bars, the best placed origin first: a picture} */
  public Chart chart() {
    return table()
        .chart("origin", "margin")
        .withSubtitle("rivals' import-weighted duty less the origin's own; + is an advantage");
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }

  private List<Object> components() {
    return List.of(market, positions);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionRanking that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
