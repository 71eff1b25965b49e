package org.tariffeconomics.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The constant-market-share decomposition of a country's change of exports: what came from the
 * growth of the world, from selling the right commodities, from selling to the right markets, and
 * what is left as competitiveness.
 *
 * <p>All four parts are amounts in the unit of trade; they add up to the change. With X the first
 * year's exports and r the growth of world trade as a fraction of the first year (in all, in
 * commodity i, in commodity i to market j):
 *
 * <pre>{@code
 * ΔX = r X                                   growth
 *    + Σ_i (r_i − r) X_i                     commodity
 *    + Σ_i Σ_j (r_ij − r_i) X_ij             market
 *    + Σ_i Σ_j (ΔX_ij − r_ij X_ij)           competitiveness
 * }</pre>
 *
 * <p>Weights are those of the first year. A flow of zero in the world's first year has no growth
 * rate; what the country sells there in the second year is competitiveness. Source: Leamer and
 * Stern (1970), chapter 7.
 *
 * @since 0.1.0
 */
public final class ConstantMarketShare {

  private final double growth;
  private final double commodity;
  private final double market;
  private final double competitiveness;

  ConstantMarketShare(double growth, double commodity, double market, double competitiveness) {
    Require.finite("growth", growth);
    Require.finite("commodity", commodity);
    Require.finite("market", market);
    Require.finite("competitiveness", competitiveness);
    this.growth = growth;
    this.commodity = commodity;
    this.market = market;
    this.competitiveness = competitiveness;
  }

  /** {@return what exports would have gained had they grown with the world, in money} */
  public double growth() {
    return growth;
  }

  /** {@return the gain from selling fast-growing commodities, in money} */
  public double commodity() {
    return commodity;
  }

  /** {@return the gain from selling to fast-growing markets, in money} */
  public double market() {
    return market;
  }

  /** {@return the gain from larger shares in the single markets, in money} */
  public double competitiveness() {
    return competitiveness;
  }

  /**
   * Decomposes the change between two years, commodities before markets.
   *
   * @param before the country's exports of the first year, commodities in rows, markets in columns
   * @param after its exports of the second year
   * @param worldBefore the exports of all countries in the first year
   * @param worldAfter the exports of all countries in the second year
   * @return the decomposition
   * @throws IllegalArgumentException when labels differ, the world did not trade in the first year,
   *     or the country sold in a cell where the world did not
   */
  public static ConstantMarketShare of(
      TradeMatrix before, TradeMatrix after, TradeMatrix worldBefore, TradeMatrix worldAfter) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(worldBefore, "worldBefore");
    Objects.requireNonNull(worldAfter, "worldAfter");
    return of(before, after, worldBefore, worldAfter, EffectOrder.COMMODITY_FIRST);
  }

  /**
   * Decomposes the change between two years.
   *
   * @param before the country's exports of the first year, commodities in rows, markets in columns
   * @param after its exports of the second year
   * @param worldBefore the exports of all countries in the first year
   * @param worldAfter the exports of all countries in the second year
   * @param order which composition effect is taken off first
   * @return the decomposition
   * @throws IllegalArgumentException when labels differ, the world did not trade in the first year,
   *     or the country sold in a cell where the world did not
   */
  public static ConstantMarketShare of(
      TradeMatrix before,
      TradeMatrix after,
      TradeMatrix worldBefore,
      TradeMatrix worldAfter,
      EffectOrder order) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(worldBefore, "worldBefore");
    Objects.requireNonNull(worldAfter, "worldAfter");
    Objects.requireNonNull(order, "order");
    before.requireSameLabels("after", after);
    before.requireSameLabels("worldBefore", worldBefore);
    before.requireSameLabels("worldAfter", worldAfter);
    if (order == EffectOrder.COMMODITY_FIRST) {
      return decomposed(before, after, worldBefore, worldAfter);
    }
    ConstantMarketShare turned =
        decomposed(
            before.transposed(),
            after.transposed(),
            worldBefore.transposed(),
            worldAfter.transposed());
    return new ConstantMarketShare(
        turned.growth,
        /* commodity= */ turned.market,
        /* market= */ turned.commodity,
        turned.competitiveness);
  }

  /** Takes the rows' effect off first; it is returned as the commodity effect. */
  private static ConstantMarketShare decomposed(
      TradeMatrix before, TradeMatrix after, TradeMatrix worldBefore, TradeMatrix worldAfter) {
    Require.positive("the total of worldBefore", worldBefore.total());
    double all = worldAfter.total() / worldBefore.total() - 1;
    double rows = 0;
    double columns = 0;
    double rest = 0;
    for (int i = 0; i < before.rows().size(); i++) {
      double row = growth(worldBefore.rowTotal(i), worldAfter.rowTotal(i));
      rows += (row - all) * before.rowTotal(i);
      for (int j = 0; j < before.columns().size(); j++) {
        double sold = before.value(i, j);
        requireWorldSells(sold, worldBefore, i, j);
        double cell = growth(worldBefore.value(i, j), worldAfter.value(i, j));
        columns += (cell - row) * sold;
        rest += after.value(i, j) - sold - cell * sold;
      }
    }
    return new ConstantMarketShare(all * before.total(), rows, columns, rest);
  }

  /** The growth rate; zero where there was nothing, which then only multiplies zero exports. */
  private static double growth(double before, double after) {
    return before > 0 ? after / before - 1 : 0;
  }

  private static void requireWorldSells(double sold, TradeMatrix world, int row, int column) {
    if (sold > 0 && !(world.value(row, column) > 0)) {
      throw new IllegalArgumentException(
          "worldBefore must include the country's own exports, but has none in "
              + world.rows().get(row)
              + "/"
              + world.columns().get(column)
              + " where the country sold "
              + sold);
    }
  }

  /** {@return the change of exports: the sum of the four parts, in money} */
  public double total() {
    return growth + commodity + market + competitiveness;
  }

  /** {@return the decomposition as a table: a line for each part, the total last} */
  public Table table() {
    return new Table(
        "Change of exports at constant market shares",
        List.of("part", "amount"),
        List.of(
            line("world growth", growth),
            line("commodity composition", commodity),
            line("market composition", market),
            line("competitiveness", competitiveness),
            line("total", total())),
        List.of("Positive raises exports. First-year weights (Leamer and Stern 1970)."));
  }

  private static List<Cell> line(String part, double amount) {
    return List.of(Cell.text(part), Cell.number(amount, 2, ""));
  }

  /** The parts in short. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%+.3g: growth %+.3g, goods %+.3g, markets %+.3g, own %+.3g",
        total(),
        growth,
        commodity,
        market,
        competitiveness);
  }

  private List<Object> components() {
    return List.of(growth, commodity, market, competitiveness);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConstantMarketShare that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
