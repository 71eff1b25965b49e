package org.tariffeconomics.indicator;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Indices that set exports against imports: specialisation, intra-industry trade and Vollrath's
 * relative trade advantage.
 *
 * <p>Both matrices have a row for each country and a column for each product, in the same unit.
 * {@link TwoWayMeasure} gives each formula, its bounds, where it is undefined and its source. The
 * indices do not depend on the unit of trade.
 *
 * @since 0.1.0
 */
public final class TwoWayTrade {

  private final TradeMatrix exports;
  private final TradeMatrix imports;

  private TwoWayTrade(TradeMatrix exports, TradeMatrix imports) {
    this.exports = exports;
    this.imports = imports;
  }

  /**
   * The indices over exports and imports.
   *
   * @param exports the exports, a row for each country and a column for each product
   * @param imports the imports, with the same labels in the same order
   * @return the indices
   * @throws IllegalArgumentException when the labels differ
   */
  public static TwoWayTrade of(TradeMatrix exports, TradeMatrix imports) {
    Objects.requireNonNull(exports, "exports");
    Objects.requireNonNull(imports, "imports");
    exports.requireSameLabels("imports", imports);
    return new TwoWayTrade(exports, imports);
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
  public OptionalDouble value(TwoWayMeasure measure, String country, String product) {
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
  public OptionalDouble value(TwoWayMeasure measure, int country, int product) {
    Objects.requireNonNull(measure, "measure");
    return Arithmetic.optional(cell(measure, country, product));
  }

  /**
   * One index for every country and product.
   *
   * @param measure which index
   * @return the values, undefined cells marked
   */
  public IndexMatrix matrix(TwoWayMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    int width = exports.columns().size();
    double[] values = new double[exports.rows().size() * width];
    Arrays.setAll(values, at -> cell(measure, at / width, at % width));
    return new IndexMatrix(measure.title(), exports.rows(), exports.columns(), values);
  }

  /**
   * Grubel and Lloyd's share of intra-industry trade in all trade of a country, 1 − Σ|x−m|/Σ(x+m).
   *
   * @param country the country's label
   * @return the share, from 0 to 1; empty where the country does not trade
   * @throws IllegalArgumentException when there is no such country
   */
  public OptionalDouble intraIndustryShare(String country) {
    Objects.requireNonNull(country, "country");
    int row = exports.rowIndex(country);
    double trade = exports.rowTotal(row) + imports.rowTotal(row);
    double oneWay = 0;
    for (int j = 0; j < exports.columns().size(); j++) {
      oneWay += Math.abs(exports.value(row, j) - imports.value(row, j));
    }
    return trade > 0 ? OptionalDouble.of(1 - oneWay / trade) : OptionalDouble.empty();
  }

  /** One index; NaN where it is undefined. */
  private double cell(TwoWayMeasure measure, int row, int column) {
    double x = exports.value(row, column);
    double m = imports.value(row, column);
    return switch (measure) {
      case LAFAY -> lafay(x, m, row);
      case GRUBEL_LLOYD -> x + m > 0 ? 1 - Math.abs(x - m) / (x + m) : Double.NaN;
      case RELATIVE_IMPORT -> RevealedAdvantage.relative(imports, row, column);
      case RELATIVE_TRADE ->
          RevealedAdvantage.relative(exports, row, column)
              - RevealedAdvantage.relative(imports, row, column);
      case REVEALED_COMPETITIVENESS -> competitiveness(row, column);
    };
  }

  /** The product's balance less its share of the country's balance, both over all trade. */
  private double lafay(double x, double m, int row) {
    double trade = exports.rowTotal(row) + imports.rowTotal(row);
    double balance = exports.rowTotal(row) - imports.rowTotal(row);
    return trade > 0 ? 100 * ((x - m) - balance / trade * (x + m)) / trade : Double.NaN;
  }

  private double competitiveness(int row, int column) {
    double rxa = RevealedAdvantage.relative(exports, row, column);
    double rma = RevealedAdvantage.relative(imports, row, column);
    return rxa > 0 && rma > 0 ? Math.log(rxa) - Math.log(rma) : Double.NaN;
  }

  /** What the indices are taken over. */
  @Override
  public String toString() {
    return "TwoWayTrade over " + exports;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TwoWayTrade that
        && exports.equals(that.exports)
        && imports.equals(that.imports);
  }

  @Override
  public int hashCode() {
    return Objects.hash(exports, imports);
  }
}
