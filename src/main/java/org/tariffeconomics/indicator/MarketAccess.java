package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
 * @since 0.1.0
 */
public final class MarketAccess {

  private final String exporter;
  private final double direct;
  private final double contested;
  private final double rivals;
  private final double weight;
  private final double contestedWeight;

  MarketAccess(
      String exporter,
      double direct,
      double contested,
      double rivals,
      double weight,
      double contestedWeight) {
    Require.tariff("direct", direct);
    Require.tariff("contested", contested);
    Require.tariff("rivals", rivals);
    Require.positive("weight", weight);
    Require.positive("contestedWeight", contestedWeight);
    this.exporter = exporter;
    this.direct = direct;
    this.contested = contested;
    this.rivals = rivals;
    this.weight = weight;
    this.contestedWeight = contestedWeight;
  }

  /** {@return the exporter's name} */
  public String exporter() {
    return exporter;
  }

  /** {@return the mean tariff that it faces, a fraction} */
  public double direct() {
    return direct;
  }

  /** {@return the mean tariff that it faces where it has rivals, a fraction} */
  public double contested() {
    return contested;
  }

  /** {@return the mean tariff that rivals face on its basket, a fraction} */
  public double rivals() {
    return rivals;
  }

  /** {@return the sum of weights of all products, positive} */
  public double weight() {
    return weight;
  }

  /** {@return the sum of weights of the products with rivals, positive} */
  public double contestedWeight() {
    return contestedWeight;
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
    Objects.requireNonNull(markets, "markets");
    Objects.requireNonNull(exporter, "exporter");
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

  private List<Object> components() {
    return List.of(exporter, direct, contested, rivals, weight, contestedWeight);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MarketAccess that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
