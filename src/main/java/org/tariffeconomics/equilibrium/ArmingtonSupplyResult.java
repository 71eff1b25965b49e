package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What new tariffs do to an {@link ArmingtonSupplyModel}: prices, quantities, who bears the tariff,
 * surpluses and revenue. Prices and quantities are factors (new over old); surpluses are money,
 * positive for a gain.
 *
 * @since 0.1.0
 */
public final class ArmingtonSupplyResult {

  private final ArmingtonSupplyModel model;
  private final SolutionMode mode;
  private final double[] newTariffs;
  private final double[] logPowers;
  private final double[] logProducerPrices;
  private final double logIndex;

  ArmingtonSupplyResult(
      ArmingtonSupplyModel model,
      SolutionMode mode,
      double[] newTariffs,
      double[] logPowers,
      double[] logProducerPrices,
      double logIndex) {
    this.model = model;
    this.mode = mode;
    this.newTariffs = newTariffs;
    this.logPowers = logPowers;
    this.logProducerPrices = logProducerPrices;
    this.logIndex = logIndex;
  }

  /**
   * The market before the change.
   *
   * @return the model
   */
  public ArmingtonSupplyModel model() {
    return model;
  }

  /** {@return how the model was solved: exact or log-linear} */
  public SolutionMode mode() {
    return mode;
  }

  /** {@return the prices that buyers pay, duty included: new over old, by origin} */
  public double[] buyerPrices() {
    double[] prices = new double[logPowers.length];
    for (int r = 0; r < prices.length; r++) {
      prices[r] = exp("price", logProducerPrices[r] + logPowers[r]);
    }
    return prices;
  }

  /** {@return the prices that producers get, before duty: new over old, by origin} */
  public double[] producerPrices() {
    double[] prices = new double[logPowers.length];
    for (int r = 0; r < prices.length; r++) {
      prices[r] = exp("price", logProducerPrices[r]);
    }
    return prices;
  }

  /** {@return the quantities sold, along the supply curves: new over old, by origin} */
  public double[] quantities() {
    double[] supply = model.supplyElasticities();
    double[] quantities = new double[supply.length];
    for (int r = 0; r < quantities.length; r++) {
      quantities[r] = exp("quantity", supply[r] * logProducerPrices[r]);
    }
    return quantities;
  }

  /** {@return the price index of the market: new over old} */
  public double priceIndex() {
    return exp("price index", logIndex);
  }

  /** {@return the quantity index of the market, {@code P^η}: new over old} */
  public double quantityIndex() {
    return exp("quantity index", model.demandElasticity() * logIndex);
  }

  private static double exp(String name, double log) {
    return Require.finiteResult(name, Math.exp(log));
  }

  /**
   * The part of a tariff change that buyers bear, {@code ln p / ln T}.
   *
   * @param origin the origin, counted from 0
   * @return a fraction, 1 when buyers bear it all; empty when this origin's tariff does not change
   */
  public OptionalDouble incidenceOnBuyers(int origin) {
    double logPower = logPowers[origin];
    return logPower == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 + logProducerPrices[origin] / logPower);
  }

  /** {@return the changes of the producers' surplus: money, by origin} */
  public double[] producerSurplus() {
    double[] values = model.values();
    double[] supply = model.supplyElasticities();
    for (int r = 0; r < values.length; r++) {
      double area = Ces.area(supply[r], logProducerPrices[r]);
      values[r] = Require.finiteResult("producer surplus", values[r] * area);
    }
    return values;
  }

  /** {@return the change of the buyers' surplus} */
  public double consumerSurplus() {
    double area = Ces.area(model.demandElasticity(), logIndex);
    return Require.finiteResult("consumer surplus", -model.spending() * area + 0.0);
  }

  /** {@return the change of tariff revenue} */
  public double revenueChange() {
    double[] values = model.values();
    double[] before = model.tariffs();
    double[] prices = producerPrices();
    double[] quantities = quantities();
    double change = 0;
    for (int r = 0; r < values.length; r++) {
      change += values[r] * (newTariffs[r] * prices[r] * quantities[r] - before[r]);
    }
    return Require.finiteResult("revenue", change);
  }

  /** {@return one row per origin, and what buyers and the treasury get} */
  public Table table() {
    double[] buyer = buyerPrices();
    double[] producer = producerPrices();
    double[] quantity = quantities();
    double[] surplus = producerSurplus();
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = 0; r < buyer.length; r++) {
      rows.add(
          List.of(
              Cell.text(model.origins().get(r)),
              Cell.relative(buyer[r] - 1, 2),
              Cell.relative(producer[r] - 1, 2),
              Cell.relative(quantity[r] - 1, 2),
              incidence(r),
              Cell.number(surplus[r], 2, "money")));
    }
    return Table.of(
            "Market with supply curves (+ is a rise or a gain)",
            List.of("origin", "buyer price", "producer price", "quantity", "on buyers", "PS"),
            rows)
        .withCaption(List.of(caption()));
  }

  private Cell incidence(int origin) {
    OptionalDouble incidence = incidenceOnBuyers(origin);
    return incidence.isPresent() ? Cell.percent(incidence.getAsDouble(), 1) : Cell.blank();
  }

  private String caption() {
    return String.format(
        Locale.ROOT,
        "price index %+.2f%%, consumer surplus %+.2f, revenue %+.2f; solved %s",
        100 * Math.expm1(logIndex),
        consumerSurplus(),
        revenueChange(),
        mode);
  }

  /** The price index and how the model was solved. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Market of %d origins, price index x %.4f", logPowers.length, priceIndex());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArmingtonSupplyResult that
        && model.equals(that.model)
        && mode.equals(that.mode)
        && Arrays.equals(newTariffs, that.newTariffs)
        && Arrays.equals(logPowers, that.logPowers)
        && Arrays.equals(logProducerPrices, that.logProducerPrices)
        && Double.compare(logIndex, that.logIndex) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        model,
        mode,
        Arrays.hashCode(newTariffs),
        Arrays.hashCode(logPowers),
        Arrays.hashCode(logProducerPrices));
  }
}
