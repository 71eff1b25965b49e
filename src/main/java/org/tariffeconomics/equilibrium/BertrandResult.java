package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What new tariffs or costs do to a {@link BertrandMarket}: prices, shares, how much of the shock
 * reaches the buyers, and what it costs them.
 *
 * <p>A product that its firm takes off the market has no price and a share of zero: see {@link
 * #withdrawn()}.
 *
 * <p>Two measures of pass-through are kept apart, since they answer different questions: {@link
 * #absolutePassThrough} is money for money, {@link #relativePassThrough} percent for percent. With
 * margins, the same price rise is a far larger part of the first than of the second.
 *
 * @since 0.1.0
 */
public final class BertrandResult {

  private final BertrandMarket market;
  private final double[] newTariffs;
  private final double[] newCosts;
  private final OptionalDouble[] newPrices;
  private final double[] newShares;
  private final double newLogAggregate;

  BertrandResult(
      BertrandMarket market,
      double[] newTariffs,
      double[] newCosts,
      OptionalDouble[] newPrices,
      DemandShares after) {
    this.market = market;
    this.newTariffs = newTariffs;
    this.newCosts = newCosts;
    this.newPrices = newPrices;
    this.newShares = after.shares();
    this.newLogAggregate = after.logAggregate();
  }

  /** {@return the market before the change} */
  public BertrandMarket market() {
    return market;
  }

  /**
   * The prices that buyers pay after the change.
   *
   * @return money per unit, by product
   * @throws IllegalStateException when a product is withdrawn: it has no price; see {@link #price}
   */
  public double[] prices() {
    if (!withdrawn().isEmpty()) {
      throw new IllegalStateException(
          "There is no price of a product that is withdrawn: "
              + String.join(", ", withdrawn())
              + "; ask for price(product)");
    }
    return Arrays.stream(newPrices).mapToDouble(OptionalDouble::getAsDouble).toArray();
  }

  /**
   * The price that buyers pay for a product after the change.
   *
   * @param product the product, counted from 0
   * @return money per unit; empty when the product is withdrawn
   */
  public OptionalDouble price(int product) {
    return newPrices[product];
  }

  /**
   * The products that their firms take off the market, since they earn more with their others
   * alone. With logit demand there are none.
   *
   * @return their names, in the market's order
   */
  public List<String> withdrawn() {
    return IntStream.range(0, newPrices.length)
        .filter(i -> newPrices[i].isEmpty())
        .mapToObj(market.products()::get)
        .toList();
  }

  /**
   * {@return the shares after the change: shares of units for logit, of spending for CES; zero for
   * a product that is withdrawn, and for a share below the range of double}
   */
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
   *     change or the product is withdrawn
   */
  public OptionalDouble absolutePassThrough(int product) {
    double before = market.costs()[product];
    double rise = newCosts[product] - before;
    double old = market.prices()[product];
    return ratio(product, price -> price - old, rise, before);
  }

  /**
   * The relative price rise over the relative rise of cost, {@code (Δp/p)/(Δc/c)}; after a tariff
   * alone the relative rise of cost is {@code (1−τ0)/(1−τ1) − 1}.
   *
   * @param product the product, counted from 0
   * @return 1 when the price moves in proportion with cost; empty when this product's cost does not
   *     change or the product is withdrawn
   */
  public OptionalDouble relativePassThrough(int product) {
    double before = market.costs()[product];
    double rise = newCosts[product] / before - 1;
    double old = market.prices()[product];
    return ratio(product, price -> price / old - 1, rise, 1);
  }

  /** Empty where the change of cost is none but for rounding, and where there is no price. */
  private OptionalDouble ratio(int product, DoubleUnaryOperator rise, double shock, double scale) {
    OptionalDouble price = newPrices[product];
    return price.isEmpty() || Math.abs(shock) <= 1e-12 * scale
        ? OptionalDouble.empty()
        : OptionalDouble.of(rise.applyAsDouble(price.getAsDouble()) / shock);
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
    double logAggregate = newLogAggregate + Math.log1p(-Sums.of(market.shares()));
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
    double[] paid = Arrays.stream(newPrices).mapToDouble(p -> p.orElse(0)).toArray();
    double before = takings(market.tariffs(), market.prices(), market.shares());
    double after = takings(newTariffs, paid, newShares);
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

  /** {@return a row for each product: tariff, price and share before and after, pass-through} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < newPrices.length; i++) {
      rows.add(
          List.of(
              Cell.text(market.products().get(i)),
              Cell.percent(newTariffs[i], 1),
              Cell.number(market.prices()[i], 4, "money"),
              priceChange(i),
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

  private Cell priceChange(int product) {
    OptionalDouble price = newPrices[product];
    return price.isPresent()
        ? Cell.relative(price.getAsDouble() / market.prices()[product] - 1, 2)
        : Cell.text("withdrawn");
  }

  private static Cell passThrough(OptionalDouble ratio) {
    return ratio.isPresent() ? Cell.percent(ratio.getAsDouble(), 1) : Cell.blank();
  }

  /**
   * The number of products, the mean price change of those that are sold under their old shares,
   * and which are withdrawn.
   */
  @Override
  public String toString() {
    double sum = 0;
    double weight = 0;
    double[] before = market.prices();
    double[] shares = market.shares();
    for (int i = 0; i < before.length; i++) {
      if (newPrices[i].isPresent()) {
        sum += shares[i] * (newPrices[i].getAsDouble() / before[i] - 1);
        weight += shares[i];
      }
    }
    String prices =
        String.format(
            Locale.ROOT,
            "%d products, prices %+.2f%% on average",
            before.length,
            100 * sum / weight);
    return withdrawn().isEmpty()
        ? prices
        : prices + ", withdrawn: " + String.join(", ", withdrawn());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BertrandResult that
        && market.equals(that.market)
        && Arrays.equals(newTariffs, that.newTariffs)
        && Arrays.equals(newCosts, that.newCosts)
        && Arrays.equals(newPrices, that.newPrices)
        && Arrays.equals(newShares, that.newShares)
        && Double.compare(newLogAggregate, that.newLogAggregate) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        market,
        Arrays.hashCode(newTariffs),
        Arrays.hashCode(newCosts),
        Arrays.hashCode(newPrices),
        Arrays.hashCode(newShares));
  }
}
