package org.tariffeconomics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * A market whose firms have power over their prices and set them against each other (Bertrand):
 * differentiated products, their owners, logit or CES demand with an outside good, and the costs
 * that explain the observed prices.
 *
 * <p>It answers how much of a tariff reaches the buyers. A tariff is given as a share τ of the
 * <b>consumer</b> price: a firm keeps {@code (1−τ)p} and so behaves as if its cost were {@code
 * c/(1−τ)}. {@link ConsumerPriceTariff} makes τ from a customs rate; to put a customs rate in its
 * place is the usual mistake.
 *
 * <p>A firm of several products may do best to take one off the market. With CES demand that is
 * where the profit on its others, per unit of spending, is no less than what it keeps of that
 * product's price: {@link BertrandResult#withdrawn()} names such products. With logit demand every
 * product stays, if only with a share too small for a {@code double}.
 *
 * <p>Prices and costs are money per unit. Sources: Anderson, de Palma and Kreider (2001), Tax
 * incidence in differentiated product oligopoly; Werden and Froeb (1994) for the calibration.
 *
 * @since 0.1.0
 */
public final class BertrandMarket {

  private final List<String> products;
  private final Ownership ownership;
  private final DemandForm form;
  private final double slope;
  private final double[] prices;
  private final double[] shares;
  private final double[] tariffs;
  private final OptionalDouble size;

  private BertrandMarket(
      List<String> products,
      Ownership ownership,
      DemandForm form,
      double slope,
      double[] prices,
      double[] shares,
      double[] tariffs,
      OptionalDouble size) {
    this.products = products;
    this.ownership = ownership;
    this.form = form;
    this.slope = slope;
    this.prices = prices;
    this.shares = shares;
    this.tariffs = tariffs;
    this.size = size;
    for (int i = 0; i < prices.length; i++) {
      checkCost(i);
    }
  }

  private void checkCost(int product) {
    double cost = costBehind(product);
    if (!(cost > 0)) {
      throw new IllegalArgumentException(
          "The cost of "
              + products.get(product)
              + " must be positive, but would be "
              + cost
              + " at slope "
              + slope);
    }
  }

  /**
   * A market by prices, quantities and price-cost margins; the slope of demand and the outside
   * good's share are those whose equilibrium margins come closest to the observed ones by least
   * squares.
   *
   * @param form the form of demand
   * @param owners the owner of every product; products of one owner are priced together
   * @param prices prices paid by buyers, money per unit, positive
   * @param quantities units sold, positive
   * @param margins {@code (p − c)/p}, between 0 and 1
   * @return the market; it knows its size
   * @throws IllegalArgumentException when a number is out of its range, lengths differ, the margins
   *     do not determine the outside share (as with one firm only), or a cost would not be positive
   */
  public static BertrandMarket ofQuantities(
      DemandForm form,
      List<String> owners,
      double[] prices,
      double[] quantities,
      double[] margins) {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(owners, "owners");
    Ownership ownership = Ownership.of(owners);
    int n = owners.size();
    double[] paid = Require.each("prices", prices, n, Require::positive);
    double[] sold = Require.each("quantities", quantities, n, Require::positive);
    double[] observed = Require.each("margins", margins, n, Require::properShare);
    double[] base = sold.clone();
    for (int i = 0; i < n; i++) {
      base[i] *= form == DemandForm.CES ? paid[i] : 1;
    }
    double[] inside = Sums.sharesOf("quantities", base);
    BertrandCalibration fit =
        new BertrandCalibration(form, paid, inside, observed, ownership.firmOf());
    double insideShare = fit.insideShare();
    double slope = fit.slope(insideShare);
    double[] shares = Arrays.stream(inside).map(s -> s * insideShare).toArray();
    OptionalDouble size = OptionalDouble.of(Sums.of(base) / insideShare);
    return of(form, ownership, slope, paid, shares).withSize(size);
  }

  /**
   * A market by prices, shares that leave something for an outside good, and price-cost margins;
   * the slope of demand is the one whose equilibrium margins come closest to the observed ones.
   *
   * @param form the form of demand
   * @param owners the owner of every product
   * @param prices prices paid by buyers, money per unit, positive
   * @param shares shares of units for logit, of spending for CES; together below 1
   * @param margins {@code (p − c)/p}, between 0 and 1
   * @return the market
   * @throws IllegalArgumentException when a number is out of its range, lengths differ, or a cost
   *     would not be positive
   */
  public static BertrandMarket ofMargins(
      DemandForm form, List<String> owners, double[] prices, double[] shares, double[] margins) {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(owners, "owners");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(shares, "shares");
    Objects.requireNonNull(margins, "margins");
    Ownership ownership = Ownership.of(owners);
    int n = owners.size();
    double[] paid = Require.each("prices", prices, n, Require::positive);
    double[] checked = insideShares(shares, n);
    double[] observed = Require.each("margins", margins, n, Require::properShare);
    double[] inside = Sums.sharesOf("shares", checked);
    double slope =
        new BertrandCalibration(form, paid, inside, observed, ownership.firmOf())
            .slope(Sums.of(checked));
    return of(form, ownership, slope, paid, checked);
  }

  /**
   * A market by prices, shares and the slope of demand.
   *
   * @param form the form of demand
   * @param owners the owner of every product
   * @param prices prices paid by buyers, money per unit, positive
   * @param shares shares of units for logit, of spending for CES; together below 1
   * @param slope the price coefficient of logit, negative; the elasticity of CES, above 1
   * @return the market
   * @throws IllegalArgumentException when a number is out of its range, lengths differ, or a cost
   *     would not be positive
   */
  public static BertrandMarket ofSlope(
      DemandForm form, List<String> owners, double[] prices, double[] shares, double slope) {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(owners, "owners");
    Objects.requireNonNull(shares, "shares");
    int n = owners.size();
    double[] paid = Require.each("prices", prices, n, Require::positive);
    return of(form, Ownership.of(owners), slope, paid, insideShares(shares, n));
  }

  /**
   * A market by prices and the parameters of demand.
   *
   * @param form the form of demand
   * @param owners the owner of every product
   * @param prices prices paid by buyers, money per unit, positive
   * @param meanValues δ of logit, of any sign; v of CES, positive; the outside good's are 0 and 1
   * @param slope the price coefficient of logit, negative; the elasticity of CES, above 1
   * @return the market
   * @throws IllegalArgumentException when a number is out of its range, lengths differ, or a cost
   *     would not be positive
   */
  public static BertrandMarket ofMeanValues(
      DemandForm form, List<String> owners, double[] prices, double[] meanValues, double slope) {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(owners, "owners");
    int n = owners.size();
    double[] paid = Require.each("prices", prices, n, Require::positive);
    Require.NumberCheck range = form == DemandForm.CES ? Require::positive : Require::finite;
    double[] values = Require.each("meanValues", meanValues, n, range);
    if (form == DemandForm.CES) {
      values = Ces.logs(values);
    }
    DifferentiatedDemand demand = DifferentiatedDemand.of(form);
    demand.checkSlope(slope);
    OptionalDouble[] sold =
        Arrays.stream(paid).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new);
    double[] shares = DemandShares.at(demand, slope, values, sold).shares();
    for (int i = 0; i < n; i++) {
      if (!(shares[i] > 0 && shares[i] < 1)) {
        throw new IllegalArgumentException(
            "meanValues["
                + i
                + "] and the others leave product "
                + (i + 1)
                + " a share of "
                + shares[i]
                + ", from which no cost follows: give mean values nearer to each other");
      }
    }
    return of(form, Ownership.of(owners), slope, paid, shares);
  }

  private static BertrandMarket of(
      DemandForm form, Ownership ownership, double slope, double[] prices, double[] shares) {
    DifferentiatedDemand.of(form).checkSlope(slope);
    return new BertrandMarket(
        Labels.numbered("product", prices.length),
        ownership,
        form,
        slope,
        prices,
        shares,
        new double[prices.length],
        OptionalDouble.empty());
  }

  private static double[] insideShares(double[] shares, int count) {
    double[] checked = Require.each("shares", shares, count, Require::properShare);
    double sum = Sums.of(checked);
    if (!(sum < 1)) {
      throw new IllegalArgumentException(
          "shares must add up to less than 1, to leave an outside good, but added up to " + sum);
    }
    return checked;
  }

  private BertrandMarket withSize(OptionalDouble newSize) {
    return new BertrandMarket(products, ownership, form, slope, prices, shares, tariffs, newSize);
  }

  /**
   * The same market with its size, so that surplus and revenue can be given in money.
   *
   * @param newSize all units including the outside good's for logit, all spending including that on
   *     the outside good for CES; positive
   * @return a new market
   */
  public BertrandMarket withSize(double newSize) {
    return withSize(OptionalDouble.of(Require.positive("size", newSize)));
  }

  /**
   * The same market with these names of its products.
   *
   * @param names a name for each product, all different
   * @return a new market
   */
  public BertrandMarket withNames(List<String> names) {
    Objects.requireNonNull(names, "names");
    List<String> checked = Labels.distinct(names, prices.length);
    return new BertrandMarket(checked, ownership, form, slope, prices, shares, tariffs, size);
  }

  /**
   * The same market with these tariffs in force at the observed prices.
   *
   * @param sharesOfConsumerPrice tariffs as shares of the consumer price, from 0 to below 1
   * @return a new market
   */
  public BertrandMarket withTariffs(double... sharesOfConsumerPrice) {
    Objects.requireNonNull(sharesOfConsumerPrice, "sharesOfConsumerPrice");
    double[] checked = tariffs("tariffs", sharesOfConsumerPrice);
    return new BertrandMarket(products, ownership, form, slope, prices, shares, checked, size);
  }

  private double[] tariffs(String name, double[] values) {
    Require.sameLength(name, values.length, prices.length);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      ConsumerPriceTariff.check(name + "[" + i + "]", copy[i]);
    }
    return copy;
  }

  /**
   * The market under new tariffs.
   *
   * @param sharesOfConsumerPrice tariffs as shares of the consumer price, from 0 to below 1
   * @return prices, shares, pass-through and surplus; products that are withdrawn have no price
   * @throws IllegalArgumentException when a share is out of its range or lengths differ
   * @throws NonConvergenceException when no equilibrium is found
   */
  public BertrandResult afterTariffs(double... sharesOfConsumerPrice) {
    Objects.requireNonNull(sharesOfConsumerPrice, "sharesOfConsumerPrice");
    double[] newTariffs = tariffs("newTariffs", sharesOfConsumerPrice);
    double[] costs = costs();
    for (int i = 0; i < costs.length; i++) {
      costs[i] *= (1 - tariffs[i]) / (1 - newTariffs[i]);
    }
    return solve(newTariffs, costs);
  }

  /**
   * The market under new costs and unchanged tariffs: a duty on a fixed customs value, freight, an
   * exchange rate.
   *
   * @param costFactors new over old cost of every product, positive
   * @return prices, shares, pass-through and surplus
   * @throws IllegalArgumentException when a factor is not positive or lengths differ
   * @throws NonConvergenceException when no equilibrium is found
   */
  public BertrandResult afterCosts(double... costFactors) {
    Objects.requireNonNull(costFactors, "costFactors");
    double[] costs = Require.each("costFactors", costFactors, prices.length, Require::positive);
    double[] before = costs();
    for (int i = 0; i < costs.length; i++) {
      costs[i] *= before[i];
    }
    return solve(tariffs, costs);
  }

  private BertrandResult solve(double[] newTariffs, double[] costs) {
    DifferentiatedDemand demand = DifferentiatedDemand.of(form);
    double[] qualities = logQualities();
    double[] kept = Arrays.stream(newTariffs).map(t -> 1 - t).toArray();
    OptionalDouble[] newPrices =
        new BertrandGame(demand, slope, qualities, costs, kept, ownership.firms())
            .equilibriumPrices();
    DemandShares after = DemandShares.at(demand, slope, qualities, newPrices);
    return new BertrandResult(this, newTariffs, costs, newPrices, after);
  }

  private double[] logQualities() {
    DifferentiatedDemand demand = DifferentiatedDemand.of(form);
    double outside = 1 - Sums.of(shares);
    double[] qualities = new double[prices.length];
    for (int i = 0; i < qualities.length; i++) {
      qualities[i] = Math.log(shares[i] / outside) - demand.logAttraction(0, prices[i], slope);
    }
    return qualities;
  }

  /**
   * The costs that explain the observed prices: the price less the best markup, per unit sold and
   * raised by the tariff in force, {@code c/(1−τ)}.
   *
   * @return money per unit, positive
   */
  public double[] costs() {
    double[] costs = new double[prices.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = costBehind(i);
    }
    return costs;
  }

  private double costBehind(int product) {
    DifferentiatedDemand demand = DifferentiatedDemand.of(form);
    double share = 0;
    double keptShare = 0;
    for (int j : ownership.firmWith(product)) {
      share += shares[j];
      keptShare += (1 - tariffs[j]) * shares[j];
    }
    double profit = demand.profit(keptShare, share, slope);
    double markup = demand.markup(profit / (1 - tariffs[product]), slope);
    return demand.cost(prices[product], markup, slope);
  }

  /**
   * {@return the price-cost margins at the observed prices, {@code (p − c)/p}: fractions, by
   * product}
   */
  public double[] margins() {
    double[] margins = costs();
    for (int i = 0; i < margins.length; i++) {
      margins[i] = 1 - margins[i] / prices[i];
    }
    return margins;
  }

  /** {@return the names of the products: a name for each product} */
  public List<String> products() {
    return products;
  }

  /** {@return the owners of the products: an owner for each product} */
  public List<String> owners() {
    return ownership.owners();
  }

  /** {@return the form of demand: logit or CES} */
  public DemandForm form() {
    return form;
  }

  /**
   * The slope of demand.
   *
   * @return the price coefficient of logit, negative; the elasticity of CES, above 1
   */
  public double slope() {
    return slope;
  }

  /** {@return the observed prices: money per unit} */
  public double[] prices() {
    return prices.clone();
  }

  /**
   * {@return the shares at the observed prices: shares of units for logit, of spending for CES; the
   * rest is the outside good's}
   */
  public double[] shares() {
    return shares.clone();
  }

  /** {@return the tariffs in force at the observed prices: shares of the consumer price} */
  public double[] tariffs() {
    return tariffs.clone();
  }

  /**
   * {@return the size of the market including the outside good: units for logit, money for CES;
   * empty when it is not known}
   */
  public OptionalDouble size() {
    return size;
  }

  /** The number of products and the demand. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Bertrand market of %d products, %s, slope %.4g", prices.length, form, slope);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BertrandMarket that
        && products.equals(that.products)
        && ownership.equals(that.ownership)
        && form.equals(that.form)
        && Double.compare(slope, that.slope) == 0
        && Arrays.equals(prices, that.prices)
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(tariffs, that.tariffs)
        && size.equals(that.size);
  }

  @Override
  public int hashCode() {
    return Objects.hash(products, ownership, form, slope, Arrays.hashCode(prices));
  }
}
