package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * One market with many products and many exporters: who faces which tariffs on what it sells, and
 * what its rivals face on the same products.
 *
 * <p>The rivals' mean tariff on a product is weighted with their exports of it. Import-demand
 * elasticities are given as magnitudes (1.5, not −1.5); without them every product counts with its
 * exports alone. {@link MarketAccess} gives the formulas, the rule for products without rivals and
 * the sources.
 *
 * @since 0.1.0
 */
public final class MarketAccessConditions {

  private final TradeMatrix exports;
  private final double[][] tariffs;
  private final double[] elasticities;

  private MarketAccessConditions(TradeMatrix exports, double[][] tariffs, double[] elasticities) {
    this.exports = exports;
    this.tariffs = tariffs;
    this.elasticities = elasticities;
  }

  /**
   * Conditions in which every product counts with its exports.
   *
   * @param exports the exports to the market, products in rows, exporters in columns
   * @param tariffs the tariffs, {@code tariffs[product][exporter]}, fractions above −1
   * @return the conditions
   * @throws IllegalArgumentException when shapes differ or a tariff is out of bounds
   */
  public static MarketAccessConditions of(TradeMatrix exports, double[][] tariffs) {
    Objects.requireNonNull(exports, "exports");
    Objects.requireNonNull(tariffs, "tariffs");
    double[] ones = new double[exports.rows().size()];
    Arrays.fill(ones, 1);
    return of(exports, tariffs, ones);
  }

  /**
   * Conditions in which every product counts with its exports times its elasticity.
   *
   * @param exports the exports to the market, products in rows, exporters in columns
   * @param tariffs the tariffs, {@code tariffs[product][exporter]}, fractions above −1
   * @param elasticities the magnitude of each product's import-demand elasticity, not negative
   * @return the conditions
   * @throws IllegalArgumentException when shapes differ or a number is out of bounds
   */
  public static MarketAccessConditions of(
      TradeMatrix exports, double[][] tariffs, double[] elasticities) {
    Objects.requireNonNull(tariffs, "tariffs");
    Objects.requireNonNull(exports, "exports");
    Objects.requireNonNull(elasticities, "elasticities");
    Require.sameLength("tariffs", tariffs.length, "products", exports.rows().size());
    Require.sameLength("elasticities", elasticities.length, "products", exports.rows().size());
    double[][] copy = new double[tariffs.length][];
    for (int h = 0; h < tariffs.length; h++) {
      String name = "tariffs[" + h + "]";
      Require.sameLength(name, tariffs[h].length, "exporters", exports.columns().size());
      copy[h] = Require.each(name, tariffs[h], Require::tariff);
    }
    return new MarketAccessConditions(
        exports, copy, Require.each("elasticities", elasticities, Require::notNegative));
  }

  /**
   * The market access of one exporter.
   *
   * @param exporter the exporter's label
   * @return its access; empty where it sells nothing that rivals sell too
   * @throws IllegalArgumentException when there is no such exporter
   */
  public Optional<MarketAccess> access(String exporter) {
    Objects.requireNonNull(exporter, "exporter");
    return access(exports.columnIndex(exporter));
  }

  private Optional<MarketAccess> access(int exporter) {
    double weight = 0;
    double contestedWeight = 0;
    double direct = 0;
    double contested = 0;
    double rivals = 0;
    for (int h = 0; h < tariffs.length; h++) {
      double own = exports.value(h, exporter) * elasticities[h];
      double[] others = exports.row(h);
      others[exporter] = 0;
      double rivalExports = Arithmetic.sum(others);
      weight += own;
      direct += own * tariffs[h][exporter];
      if (rivalExports > 0) {
        contestedWeight += own;
        contested += own * tariffs[h][exporter];
        rivals += own * (Arithmetic.product(tariffs[h], others) / rivalExports);
      }
    }
    if (!(contestedWeight > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new MarketAccess(
            exports.columns().get(exporter),
            direct / weight,
            contested / contestedWeight,
            rivals / contestedWeight,
            weight,
            contestedWeight));
  }

  /**
   * The market access of every exporter, in the order given.
   *
   * @return the table; what has no rivals is shown as unknown
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (int j = 0; j < exports.columns().size(); j++) {
      Cell name = Cell.text(exports.columns().get(j));
      Cell none = Cell.unknown("sells nothing that rivals sell too");
      lines.add(
          access(j)
              .map(
                  access ->
                      List.of(
                          name,
                          Cell.percent(access.direct(), 2),
                          Cell.percent(access.rivals(), 2),
                          Cell.points(access.relative(), 2)))
              .orElse(List.of(name, none, none, none)));
    }
    return Table.of(
        "Market access (a positive margin is an advantage)",
        List.of("exporter", "tariff faced", "rivals face", "relative margin"),
        lines);
  }

  /** The number of products and exporters. */
  @Override
  public String toString() {
    return "MarketAccessConditions over " + exports;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MarketAccessConditions that
        && exports.equals(that.exports)
        && Arrays.deepEquals(tariffs, that.tariffs)
        && Arrays.equals(elasticities, that.elasticities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(exports, Arrays.deepHashCode(tariffs), Arrays.hashCode(elasticities));
  }
}
