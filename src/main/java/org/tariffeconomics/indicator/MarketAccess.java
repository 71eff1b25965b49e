package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Locale;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The market access of one exporter over its basket: the tariffs that it faces, those that its
 * rivals face on the same products, and the difference.
 *
 * <p>All three are fractions, averaged over products with the weight exports × elasticity:
 *
 * <pre>{@code
 * direct      Σ X_h e_h t_h / Σ X_h e_h           over all products that it exports
 * contested   the same over the products that rivals export too
 * rivals      Σ X_h e_h a_h / Σ X_h e_h           a_h: the rivals' mean tariff on product h
 * relative    rivals − contested                  the relative preference margin
 * }</pre>
 *
 * <p>Products that no rival exports have nobody to compare with: they are left out of contested,
 * rivals and relative, and {@link #contestedWeight} says how much is left. Sources: Nicita (2011),
 * UNCTAD; Fugazza and Nicita (2013), Journal of International Economics.
 *
 * @param exporter the exporter's name
 * @param direct the mean tariff that it faces, a fraction
 * @param contested the mean tariff that it faces where it has rivals, a fraction
 * @param rivals the mean tariff that rivals face on its basket, a fraction
 * @param weight the sum of weights of all products, positive
 * @param contestedWeight the sum of weights of the products with rivals, positive
 */
public record MarketAccess(
    String exporter,
    double direct,
    double contested,
    double rivals,
    double weight,
    double contestedWeight) {

  /**
   * Creates the market access of an exporter.
   *
   * @param exporter the exporter's name
   * @param direct the mean tariff that it faces
   * @param contested the mean tariff that it faces where it has rivals
   * @param rivals the mean tariff that rivals face on its basket
   * @param weight the sum of weights of all products
   * @param contestedWeight the sum of weights of the products with rivals
   * @throws IllegalArgumentException when a mean is not above −1 or a weight not positive
   */
  public MarketAccess {
    Require.tariff("direct", direct);
    Require.tariff("contested", contested);
    Require.tariff("rivals", rivals);
    Require.positive("weight", weight);
    Require.positive("contestedWeight", contestedWeight);
  }

  /**
   * {@return the relative preference margin: positive where the exporter is better placed than its
   * rivals, a difference of fractions}
   */
  public double relative() {
    return rivals - contested;
  }

  /** {@return the part of the basket, by weight, that meets rivals, from 0 to 1} */
  public double contestedShare() {
    return contestedWeight / weight;
  }

  /**
   * The market access of one exporter over several markets, each counting with its weight.
   *
   * @param exporter the name of the result
   * @param markets its access in the single markets, at least one
   * @return the access over all of them
   * @throws IllegalArgumentException when there is no market
   */
  public static MarketAccess acrossMarkets(String exporter, List<MarketAccess> markets) {
    Require.notEmpty("markets", markets.size());
    double weight = 0;
    double contestedWeight = 0;
    double direct = 0;
    double contested = 0;
    double rivals = 0;
    for (MarketAccess market : markets) {
      weight += market.weight;
      contestedWeight += market.contestedWeight;
      direct += market.weight * market.direct;
      contested += market.contestedWeight * market.contested;
      rivals += market.contestedWeight * market.rivals;
    }
    return new MarketAccess(
        exporter,
        direct / weight,
        contested / contestedWeight,
        rivals / contestedWeight,
        weight,
        contestedWeight);
  }

  /** {@return the three means and the margin as a table} */
  public Table table() {
    return Table.of(
        "Market access of " + exporter + " (a positive margin is an advantage)",
        List.of("measure", "value"),
        List.of(
            List.of(Cell.text("tariff faced"), Cell.percent(direct, 2)),
            List.of(Cell.text("tariff faced where contested"), Cell.percent(contested, 2)),
            List.of(Cell.text("tariff that rivals face"), Cell.percent(rivals, 2)),
            List.of(Cell.text("relative preference margin"), Cell.points(relative(), 2)),
            List.of(Cell.text("part of the basket contested"), Cell.percent(contestedShare(), 1))));
  }

  /** The tariffs and the margin. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: faces %.2f%%, rivals %.2f%%, margin %+.2f pp",
        exporter,
        100 * direct,
        100 * rivals,
        100 * relative());
  }
}
