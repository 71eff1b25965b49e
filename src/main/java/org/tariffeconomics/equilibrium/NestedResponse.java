package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a change of prices does to a {@link NestedArmington} market: the price index of every nest,
 * and every variety's share of total spending and quantity.
 *
 * <p>Each nest has the index {@code P = (Σ s p^(1-σ))^(1/(1-σ))} of its members. From the outside
 * in, a member's share of its nest becomes {@code s (p/P)^(1-σ)} and its quantity moves by {@code
 * (p/P)^(-σ)} against its nest's; the outermost quantity is {@code P^η}.
 *
 * @since 0.1.0
 */
public final class NestedResponse {

  private final NestedArmington model;
  private final double[] priceFactors;
  private final Map<String, Double> logIndices = new LinkedHashMap<>();
  private final double[] oldShares;
  private final double[] shares;
  private final double[] quantities;

  private NestedResponse(NestedArmington model, double[] priceFactors) {
    this.model = model;
    this.priceFactors = priceFactors;
    this.oldShares = new double[priceFactors.length];
    this.shares = new double[priceFactors.length];
    this.quantities = new double[priceFactors.length];
  }

  static NestedResponse of(NestedArmington model, double[] priceFactors) {
    NestedResponse response = new NestedResponse(model, priceFactors);
    Nest market = model.market();
    double logIndex = response.indexOf(market, 0);
    response.distribute(market, 0, 1, 1, model.demandElasticity() * logIndex);
    return response;
  }

  /** The nest's logarithmic price index; its varieties start at the given place. */
  private double indexOf(Nest nest, int firstVariety) {
    double[] logs = memberLogs(nest, firstVariety);
    double logIndex = Ces.logPriceIndex(nest.memberShares(), logs, nest.sigma());
    logIndices.put(nest.name(), logIndex);
    return logIndex;
  }

  private double[] memberLogs(Nest nest, int firstVariety) {
    double[] logs = new double[nest.members().size()];
    int at = firstVariety;
    for (int i = 0; i < logs.length; i++) {
      NestMember member = nest.members().get(i);
      if (member instanceof Nest inner) {
        logs[i] = indexOf(inner, at);
        at += inner.varieties().size();
      } else {
        logs[i] = Math.log(priceFactors[at]);
        at++;
      }
    }
    return logs;
  }

  /** Hands a nest's spending and quantity on to its members; gives the next variety's place. */
  private int distribute(
      Nest nest, int firstVariety, double oldShare, double newShare, double logQuantity) {
    double logIndex = logIndexOf(nest.name());
    double[] within = nest.memberShares();
    int at = firstVariety;
    for (int i = 0; i < within.length; i++) {
      NestMember member = nest.members().get(i);
      double logPrice =
          member instanceof Nest inner ? logIndexOf(inner.name()) : Math.log(priceFactors[at]);
      double relative = logPrice - logIndex;
      double share =
          within[i] > 0 ? newShare * within[i] * Math.exp((1 - nest.sigma()) * relative) : 0;
      double quantity = logQuantity - nest.sigma() * relative;
      if (member instanceof Nest inner) {
        at = distribute(inner, at, oldShare * within[i], share, quantity);
      } else {
        put(at++, oldShare * within[i], share, quantity);
      }
    }
    return at;
  }

  private void put(int at, double oldShare, double newShare, double logQuantity) {
    String what = "quantity of " + model.varieties().get(at);
    oldShares[at] = oldShare;
    shares[at] = newShare;
    quantities[at] = Require.finiteResult(what, Math.exp(logQuantity));
  }

  private double logIndexOf(String nest) {
    Double logIndex = logIndices.get(nest);
    if (logIndex == null) {
      throw new IllegalArgumentException("No nest '" + nest + "' in " + logIndices.keySet());
    }
    return logIndex;
  }

  /** {@return the market before the change} */
  public NestedArmington model() {
    return model;
  }

  /** {@return the price index of the whole market: new over old} */
  public double priceIndex() {
    return priceIndex(model.market().name());
  }

  /**
   * The price index of one nest.
   *
   * @param nest the nest's name
   * @return new over old
   * @throws IllegalArgumentException when there is no such nest
   */
  public double priceIndex(String nest) {
    Objects.requireNonNull(nest, "nest");
    return Math.exp(logIndexOf(nest));
  }

  /**
   * {@return the old shares of the varieties in total spending: fractions that add up to one, in
   * the order of the model's varieties}
   */
  public double[] oldShares() {
    return oldShares.clone();
  }

  /**
   * {@return the new shares of the varieties in total spending: fractions that add up to one, in
   * the order of the model's varieties}
   */
  public double[] shares() {
    return shares.clone();
  }

  /**
   * {@return the quantities of the varieties: new over old, in the order of the model's varieties}
   */
  public double[] quantities() {
    return quantities.clone();
  }

  /**
   * {@return a row for each variety: price, share of total spending before and after, change,
   * quantity}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      rows.add(
          List.of(
              Cell.text(model.varieties().get(i)),
              Cell.relative(priceFactors[i] - 1, 2),
              Cell.percent(oldShares[i], 2),
              Cell.percent(shares[i], 2),
              Cell.points(shares[i] - oldShares[i], 2),
              Cell.relative(quantities[i] - 1, 2)));
    }
    List<String> caption = new ArrayList<>();
    logIndices.forEach(
        (nest, log) ->
            caption.add(
                String.format(
                    Locale.ROOT, "price index of %s %+.2f%%", nest, 100 * Math.expm1(log))));
    return Table.of(
            "Share shift in nests (+ means the variety gains)",
            List.of("variety", "price", "share before", "after", "change", "quantity"),
            rows)
        .withCaption(caption);
  }

  /** The number of varieties and the price index. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Nested share shift of %d varieties, price index x %.4f",
        shares.length,
        priceIndex());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NestedResponse that
        && model.equals(that.model)
        && Arrays.equals(priceFactors, that.priceFactors)
        && logIndices.equals(that.logIndices)
        && Arrays.equals(oldShares, that.oldShares)
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(quantities, that.quantities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        model,
        Arrays.hashCode(priceFactors),
        logIndices,
        Arrays.hashCode(oldShares),
        Arrays.hashCode(shares));
  }
}
