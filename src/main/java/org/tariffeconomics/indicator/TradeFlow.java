package org.tariffeconomics.indicator;

import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * One amount of trade between two labels, such as a country and a product.
 *
 * @param row the label of the row, such as the exporter
 * @param column the label of the column, such as the product or the destination
 * @param value the amount in the unit of the whole data set, finite and not negative
 * @since 0.1.0
 */
public record TradeFlow(String row, String column, double value) {

  /**
   * Creates a flow.
   *
   * @param row the label of the row
   * @param column the label of the column
   * @param value the amount in the unit of the whole data set
   * @throws IllegalArgumentException when the value is negative or not finite
   */
  public TradeFlow {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(column, "column");
    Require.notNegative("the value of " + row + "/" + column, value);
  }
}
