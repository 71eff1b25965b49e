package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Revealed comparative advantage: how much more a country exports of a product than its size and
 * the product's size alone would have it.
 *
 * <p>The matrix has a row for each country and a column for each product, and must hold every
 * country and product that counts as “the world”: the indices are relative to its totals. They do
 * not depend on the unit of trade. {@link AdvantageMeasure} gives each formula, its bounds, where
 * it is undefined and its source.
 *
 * <pre>{@code
 * TradeMatrix exports = TradeMatrix.of(
 *     List.of("jp", "kr"), List.of("cars", "chips"), new double[][] {{60, 40}, {20, 80}});
 * RevealedAdvantage.of(exports).balassa("jp", "cars");   // 1.5
 * RevealedAdvantage.of(exports).table("jp");             // every index, product by product
 * }</pre>
 *
 * <p>Stated rules: a country that exports nothing of a product that others export has a Balassa
 * index of 0; with a single country, or a single product, every defined Balassa index is 1.
 *
 * @since 0.1.0
 */
public final class RevealedAdvantage {

  private final TradeMatrix exports;

  private RevealedAdvantage(TradeMatrix exports) {
    this.exports = exports;
  }

  /**
   * The indices over a matrix of exports.
   *
   * @param exports the exports, a row for each country and a column for each product
   * @return the indices
   */
  public static RevealedAdvantage of(TradeMatrix exports) {
    Objects.requireNonNull(exports, "exports");
    return new RevealedAdvantage(exports);
  }

  /**
   * Balassa's index of one country and product.
   *
   * @param country the country's label
   * @param product the product's label
   * @return the index, not negative, neutral at 1; empty where it is undefined
   * @throws IllegalArgumentException when there is no such country or product
   */
  public OptionalDouble balassa(String country, String product) {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(product, "product");
    return value(AdvantageMeasure.BALASSA, country, product);
  }

  /**
   * One index of one country and product.
   *
   * @param measure which index
   * @param country the country's label
   * @param product the product's label
   * @return the index; empty where it is undefined
   * @throws IllegalArgumentException when there is no such country or product
   */
  public OptionalDouble value(AdvantageMeasure measure, String country, String product) {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(product, "product");
    return value(measure, exports.rowIndex(country), exports.columnIndex(product));
  }

  /**
   * One index of one country and product, by position.
   *
   * @param measure which index
   * @param country the country's row
   * @param product the product's column
   * @return the index; empty where it is undefined
   * @throws IndexOutOfBoundsException when there is no such cell
   */
  public OptionalDouble value(AdvantageMeasure measure, int country, int product) {
    Objects.requireNonNull(measure, "measure");
    return Arithmetic.optional(cell(measure, country, product));
  }

  /**
   * One index for every country and product.
   *
   * @param measure which index
   * @return the values, undefined cells marked
   */
  public IndexMatrix matrix(AdvantageMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    int width = exports.columns().size();
    double[] values = new double[exports.flat().length];
    Arrays.setAll(values, at -> cell(measure, at / width, at % width));
    return new IndexMatrix(measure.title(), exports.rows(), exports.columns(), values);
  }

  /** One index; NaN where it is undefined. */
  private double cell(AdvantageMeasure measure, int row, int column) {
    double flow = exports.value(row, column);
    double country = exports.rowTotal(row);
    double product = exports.columnTotal(column);
    double world = exports.total();
    return switch (measure) {
      case BALASSA -> balassa(flow, country, product, world);
      case SYMMETRIC -> symmetric(balassa(flow, country, product, world));
      case NORMALISED ->
          world > 0 ? flow / world - (country / world) * (product / world) : Double.NaN;
      case ADDITIVE -> country > 0 ? flow / country - product / world : Double.NaN;
      case RELATIVE_EXPORT -> relative(exports, row, column);
    };
  }

  private static double balassa(double flow, double country, double product, double world) {
    return country > 0 && product > 0 ? (flow / country) / (product / world) : Double.NaN;
  }

  private static double symmetric(double balassa) {
    return (balassa - 1) / (balassa + 1);
  }

  /** Vollrath's ratio of ratios; NaN where one of its denominators is zero. */
  static double relative(TradeMatrix trade, int row, int column) {
    int at = trade.at(row, column);
    OtherTrade others = trade.others();
    boolean defined = others.inRow(at) > 0 && others.inColumn(at) > 0 && others.elsewhere(at) > 0;
    return defined
        ? (trade.flat()[at] / others.inRow(at)) / (others.inColumn(at) / others.elsewhere(at))
        : Double.NaN;
  }

  /**
   * Every index of one country, a line for each product.
   *
   * @param country the country's label
   * @return the table; undefined values are shown as unknown
   * @throws IllegalArgumentException when there is no such country
   */
  public Table table(String country) {
    Objects.requireNonNull(country, "country");
    int row = exports.rowIndex(country);
    List<String> header = new ArrayList<>(List.of("product", "exports"));
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      header.add(measure.title());
    }
    List<List<Cell>> lines = new ArrayList<>();
    for (int j = 0; j < exports.columns().size(); j++) {
      lines.add(line(row, j));
    }
    return Table.of("Revealed comparative advantage of " + country, header, lines);
  }

  private List<Cell> line(int row, int column) {
    List<Cell> line = new ArrayList<>();
    line.add(Cell.text(exports.columns().get(column)));
    line.add(Cell.number(exports.value(row, column), 2, ""));
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      OptionalDouble value = value(measure, row, column);
      line.add(
          value.isPresent()
              ? Cell.number(value.getAsDouble(), 4, "index")
              : Cell.unknown("undefined for this trade"));
    }
    return line;
  }

  /** What the indices are taken over. */
  @Override
  public String toString() {
    return "RevealedAdvantage over " + exports;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RevealedAdvantage that && exports.equals(that.exports);
  }

  @Override
  public int hashCode() {
    return exports.hashCode();
  }
}
