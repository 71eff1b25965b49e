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
 */
public final class PositionRanking {

  private final ImportMarket market;
  private final List<RelativePosition> positions;

  PositionRanking(ImportMarket market, List<RelativePosition> positions) {
    List<RelativePosition> sorted = new ArrayList<>(positions);
    sorted.sort(Comparator.comparingDouble(PositionRanking::marginOrLowest).reversed());
    positions = List.copyOf(sorted);
    this.market = market;
    this.positions = positions;
  }

  /** {@return the market} */
  public ImportMarket market() {
    return market;
  }

  /** {@return the positions, largest margin first, unknown ones last in the market's order} */
  public List<RelativePosition> positions() {
    return positions;
  }

  private static double marginOrLowest(RelativePosition position) {
    return position.margin().value().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * The rank of an origin: one more than the number of origins with a larger margin.
   *
   * @param origin the origin
   * @return the rank from 1; empty when its margin is not known
   * @throws IllegalArgumentException when there is no such origin
   */
  public OptionalInt rank(String origin) {
    Objects.requireNonNull(origin, "origin");
    RelativePosition own =
        positions.stream()
            .filter(p -> p.origin().equals(origin))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No origin '" + origin + "' in " + market.origins()));
    return rank(own);
  }

  private OptionalInt rank(RelativePosition own) {
    if (!own.margin().isKnown()) {
      return OptionalInt.empty();
    }
    double margin = own.margin().known();
    return OptionalInt.of(
        1 + (int) positions.stream().filter(p -> marginOrLowest(p) > margin).count());
  }

  /**
   * The ranking as a table.
   *
   * @return the table; positive margins are advantages
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RelativePosition position : positions) {
      OptionalInt rank = rank(position);
      rows.add(
          List.of(
              rank.isPresent()
                  ? Cell.number(rank.getAsInt(), 0, "rank")
                  : Cell.unknown(position.margin().reason()),
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
