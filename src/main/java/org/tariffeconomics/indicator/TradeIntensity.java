package org.tariffeconomics.indicator;

import java.util.Arrays;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * The trade intensity index: how much more one country sells to another than the latter's weight in
 * world imports would have it.
 *
 * <p>Formula: (X_ij / X_i) / (M_j / (M − M_i)), where X_ij are the exports of i to j, X_i all
 * exports of i, M_j the imports of j, M all imports of the world and M_i those of i, which cannot
 * buy from itself. From 0 without bound, neutral at 1. Source: Kojima (1964); Drysdale and Garnaut
 * (1982).
 *
 * @since 0.1.0
 */
public final class TradeIntensity {

  private TradeIntensity() {}

  /**
   * The intensity of every flow of a square matrix.
   *
   * @param trade the flows, exporters in rows and importers in columns, the same labels in the same
   *     order; the importers must make up “the world”
   * @return the values; undefined on the diagonal, and where the exporter sells nothing, the
   *     importer buys nothing, or only the exporter itself imports
   * @throws IllegalArgumentException when rows and columns differ
   */
  public static IndexMatrix of(TradeMatrix trade) {
    Objects.requireNonNull(trade, "trade");
    int count = trade.rows().size();
    if (!trade.rows().equals(trade.columns())) {
      throw new IllegalArgumentException(
          "rows and columns must be the same countries in the same order: " + trade);
    }
    double[] available = availableTo(trade);
    double[] values = new double[count * count];
    Arrays.setAll(values, at -> at / count == at % count ? Double.NaN : cell(trade, available, at));
    return new IndexMatrix("Trade intensity", trade.rows(), trade.columns(), values);
  }

  /** What all others import, for every exporter: added up, since a difference loses digits. */
  private static double[] availableTo(TradeMatrix trade) {
    double[] imports = new double[trade.columns().size()];
    Arrays.setAll(imports, trade::columnTotal);
    return OtherTrade.sumsWithout(imports);
  }

  private static double cell(TradeMatrix trade, double[] availableTo, int at) {
    int exporter = at / trade.rows().size();
    int importer = at % trade.rows().size();
    double sold = trade.rowTotal(exporter);
    double bought = trade.columnTotal(importer);
    double available = availableTo[exporter];
    return sold > 0 && bought > 0 && available > 0
        ? (trade.flat()[at] / sold) / (bought / available)
        : Double.NaN;
  }

  /**
   * The intensity of one flow.
   *
   * @param exportsToPartner the exports of i to j, not negative
   * @param totalExports all exports of i, positive
   * @param partnerImports the imports of j, positive
   * @param worldImports the imports of the world
   * @param ownImports the imports of i, less than those of the world
   * @return the index, not negative, neutral at 1
   * @throws IllegalArgumentException when an amount is outside these bounds
   */
  public static double of(
      double exportsToPartner,
      double totalExports,
      double partnerImports,
      double worldImports,
      double ownImports) {
    Require.notNegative("exportsToPartner", exportsToPartner);
    Require.positive("totalExports", totalExports);
    Require.positive("partnerImports", partnerImports);
    Require.notNegative("ownImports", ownImports);
    double available = Require.positive("worldImports - ownImports", worldImports - ownImports);
    return Require.finite(
        "the intensity", (exportsToPartner / totalExports) / (partnerImports / available));
  }
}
