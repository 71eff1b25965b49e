package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What new tariffs or costs do to a {@link BertrandMarket}: prices, shares, how much of the shock
 * reaches the buyers, and what it costs them.
 *
 * <p>Two measures of pass-through are told apart, since they answer different questions: {@link
 * #absolutePassThrough} is money for money, {@link #relativePassThrough} percent for percent. With
 * margins, the same price rise is a far larger part of the first than of the second.
 */
public final class BertrandResult {

  private final BertrandMarket market;
  private final double[] newTariffs;
  private final double[] newCosts;
  private final double[] newPrices;
  private final double[] newShares;

  BertrandResult(
      BertrandMarket market,
      double[] newTariffs,
      double[] newCosts,
      double[] newPrices,
      double[] newShares) {
    this.market = market;
    this.newTariffs = newTariffs;
    this.newCosts = newCosts;
    this.newPrices = newPrices;
    this.newShares = newShares;
  }

  /** {@return the market before the change} */
  public BertrandMarket market() {
    return market;
  }

  /** {@return the prices that buyers pay after the change: money per unit, by product} */
  public double[] prices() {
    return newPrices.clone();
  }

  /** {@return the shares after the change: shares of units for logit, of spending for CES} */
  public double[] shares() {
    return newShares.clone();
  }

  /** {@return the costs after the change, raised by the tariff: money per unit, by product} */
  public double[] costs() {
    return newCosts.clone();
  }

  /**
   * The price rise over the rise of cost, in money, {@code Δp/Δc}.
   *
   * @param product the product, counted from 0
   * @return 1 when a cent of cost is a cent of price; empty when this product's cost does not
   *     change
   */
  public OptionalDouble absolutePassThrough(int product) {
    double before = market.costs()[product];
    double rise = newCosts[product] - before;
    return ratio(newPrices[product] - market.prices()[product], rise, before);
  }

  /**
   * The relative price rise over the relative rise of cost, {@code (Δp/p)/(Δc/c)}; after a tariff
   * alone the relative rise of cost is {@code (1−τ0)/(1−τ1) − 1}.
   *
   * @param product the product, counted from 0
   * @return 1 when the price moves in proportion with cost; empty when this product's cost does not
   *     change
   */
  public OptionalDouble relativePassThrough(int product) {
    double before = market.costs()[product];
    double rise = newCosts[product] / before - 1;
    return ratio(newPrices[product] / market.prices()[product] - 1, rise, 1);
  }

  /** Empty where the change of cost is none but for rounding. */
  private static OptionalDouble ratio(double rise, double shock, double scale) {
    return Math.abs(shock) <= 1e-12 * scale
        ? OptionalDouble.empty()
        : OptionalDouble.of(rise / shock);
  }

  /**
   * What buyers would have to be paid to be as well off as before (compensating variation).
   *
   * <p>Logit: {@code size · ln(H1/H0)/α}. CES: {@code size · (P − 1)} with the price index {@code P
   * = (H1/H0)^(1/(1−γ))} of all goods, the outside one included. H is one plus the attractions.
   *
   * @return money, positive for a loss; empty when the size of the market is not known
   */
  public OptionalDouble consumerLoss() {
    if (market.size().isEmpty()) {
      return OptionalDouble.empty();
    }
    double logAggregate =
        Math.log1p(-Require.sum(market.shares())) - Math.log1p(-Require.sum(newShares));
    double loss =
        market.form() == DemandForm.LOGIT
            ? logAggregate / market.slope()
            : Math.expm1(logAggregate / (1 - market.slope()));
    return OptionalDouble.of(market.size().getAsDouble() * loss + 0.0);
  }

  /**
   * {@return the change of tariff revenue, {@code Σ τ p q}: money; empty when the size of the
   * market is not known}
   */
  public OptionalDouble revenueChange() {
    if (market.size().isEmpty()) {
      return OptionalDouble.empty();
    }
    double before = takings(market.tariffs(), market.prices(), market.shares());
    double after = takings(newTariffs, newPrices, newShares);
    return OptionalDouble.of(market.size().getAsDouble() * (after - before));
  }

  private double takings(double[] tariffs, double[] prices, double[] shares) {
    double sum = 0;
    for (int i = 0; i < tariffs.length; i++) {
      double spending = market.form() == DemandForm.LOGIT ? prices[i] * shares[i] : shares[i];
      sum += tariffs[i] * spending;
    }
    return sum;
  }

  /** {@return one row a product: tariff, price and share before and after, pass-through} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < newPrices.length; i++) {
      rows.add(
          List.of(
              Cell.text(market.products().get(i)),
              Cell.percent(newTariffs[i], 1),
              Cell.number(market.prices()[i], 4, "money"),
              Cell.relative(newPrices[i] / market.prices()[i] - 1, 2),
              Cell.percent(market.shares()[i], 2),
              Cell.points(newShares[i] - market.shares()[i], 2),
              passThrough(absolutePassThrough(i)),
              passThrough(relativePassThrough(i))));
    }
    return Table.of(
            "Prices set by firms (tariff as a share of the consumer price)",
            List.of("product", "tariff", "price", "change", "share", "shift", "Δp/Δc", "%p/%c"),
            rows)
        .withCaption(List.of(market.toString()));
  }

  private static Cell passThrough(OptionalDouble ratio) {
    return ratio.isPresent() ? Cell.percent(ratio.getAsDouble(), 1) : Cell.blank();
  }

  /** The number of products and the mean price change under the old shares. */
  @Override
  public String toString() {
    double mean = 0;
    double[] before = market.prices();
    double[] shares = market.shares();
    for (int i = 0; i < before.length; i++) {
      mean += shares[i] / Require.sum(shares) * (newPrices[i] / before[i] - 1);
    }
    return String.format(
        Locale.ROOT, "%d products, prices %+.2f%% on average", before.length, 100 * mean);
  }
}
