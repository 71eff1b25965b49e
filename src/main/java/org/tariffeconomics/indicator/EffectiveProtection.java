package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The effective rate of protection: by how much a tariff structure raises the value added of an
 * activity above its value at free trade.
 *
 * <p>Rates are fractions. With t the tariff on the product, a_i the cost of input i per unit of the
 * product at free-trade prices and t_i the tariff on it:
 *
 * <pre>{@code
 * rate = (t − Σ a_i t_i) / (1 − Σ a_i)  =  protected value added / free-trade value added − 1
 * }</pre>
 *
 * <p>A suit at 10 percent made of free wool that is 80 percent of its value:
 *
 * <pre>{@code
 * EffectiveProtection.of(0.10, new double[] {0.8}, new double[] {0}).rate();   // 0.5
 * }</pre>
 *
 * <p>Shares at observed, tariff-ridden prices are turned into free-trade ones by a = observed ×
 * (1+t)/(1+t_i). {@link NonTradedTreatment} says how inputs that are not traded count. Where value
 * added at free-trade prices is not positive the rate has no meaning (its sign would mislead) and
 * is empty. Without inputs, or with the product's own tariff on every input, the rate is the
 * nominal tariff. Sources: Balassa (1965); Corden (1966), Journal of Political Economy 74.
 *
 * @since 0.1.0
 */
public final class EffectiveProtection {

  /** Below this, value added is the rounding of shares that sum to one. */
  private static final double NO_VALUE_ADDED = 1e-12;

  private final double nominal;
  private final NonTradedTreatment treatment;
  private final List<ProductionInput> inputs;

  private EffectiveProtection(
      double nominal, NonTradedTreatment treatment, List<ProductionInput> inputs) {
    this.nominal = nominal;
    this.treatment = treatment;
    this.inputs = inputs;
    Require.finiteResult("the tax on inputs", taxOnInputs());
    Require.finiteResult("the value added", protectedValueAdded());
    Require.finiteResult("the effective rate", rate().orElse(0));
  }

  /**
   * The protection of an activity whose input shares are at free-trade prices.
   *
   * @param tariff the tariff on the product, a fraction above −1
   * @param inputs the inputs, shares at free-trade prices
   * @param treatment how non-traded inputs count
   * @return the protection
   * @throws IllegalArgumentException when the tariff is out of bounds
   */
  public static EffectiveProtection of(
      double tariff, List<ProductionInput> inputs, NonTradedTreatment treatment) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(treatment, "treatment");
    return new EffectiveProtection(
        Require.tariff("tariff", tariff), treatment, List.copyOf(inputs));
  }

  /**
   * The protection of an activity with traded inputs only, shares at free-trade prices.
   *
   * @param tariff the tariff on the product, a fraction above −1
   * @param shares the cost of each input per unit of the product's value, not negative
   * @param tariffs the tariff on each input, fractions above −1
   * @return the protection
   * @throws IllegalArgumentException when lengths differ or a number is out of bounds
   */
  public static EffectiveProtection of(double tariff, double[] shares, double[] tariffs) {
    Objects.requireNonNull(shares, "shares");
    Objects.requireNonNull(tariffs, "tariffs");
    return of(tariff, tradedInputs(shares, tariffs), NonTradedTreatment.CORDEN);
  }

  /**
   * The protection of an activity whose input shares are observed under the tariffs.
   *
   * @param tariff the tariff on the product, a fraction above −1
   * @param inputs the inputs, shares of the product's observed value
   * @param treatment how non-traded inputs count
   * @return the protection, its inputs at free-trade prices
   * @throws IllegalArgumentException when the tariff is out of bounds
   */
  public static EffectiveProtection ofObserved(
      double tariff, List<ProductionInput> inputs, NonTradedTreatment treatment) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(treatment, "treatment");
    Require.tariff("tariff", tariff);
    List<ProductionInput> freed = new ArrayList<>();
    for (ProductionInput input : inputs) {
      double power = 1 + input.boughtTariff(treatment);
      freed.add(
          new ProductionInput(
              input.name(),
              input.share() * (1 + tariff) / power,
              input.tradedContent(),
              input.tariff(),
              input.traded()));
    }
    return of(tariff, freed, treatment);
  }

  /**
   * The protection of an activity with traded inputs only, shares observed under the tariffs.
   *
   * @param tariff the tariff on the product, a fraction above −1
   * @param observedShares the cost of each input per unit of the product's observed value
   * @param tariffs the tariff on each input, fractions above −1
   * @return the protection
   * @throws IllegalArgumentException when lengths differ or a number is out of bounds
   */
  public static EffectiveProtection ofObserved(
      double tariff, double[] observedShares, double[] tariffs) {
    Objects.requireNonNull(observedShares, "observedShares");
    Objects.requireNonNull(tariffs, "tariffs");
    return ofObserved(tariff, tradedInputs(observedShares, tariffs), NonTradedTreatment.CORDEN);
  }

  private static List<ProductionInput> tradedInputs(double[] shares, double[] tariffs) {
    Require.sameLength("tariffs", tariffs.length, "shares", shares.length);
    List<ProductionInput> inputs = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      inputs.add(ProductionInput.traded("input " + i, shares[i], tariffs[i]));
    }
    return inputs;
  }

  /**
   * The tariff on the product itself.
   *
   * @return the rate, a fraction
   */
  public double nominalRate() {
    return nominal;
  }

  /** {@return the inputs with their shares at free-trade prices, in the order given} */
  public List<ProductionInput> inputs() {
    return inputs;
  }

  /**
   * {@return the value added at free-trade prices: per unit of the product's free-trade value; may
   * be negative}
   */
  public double freeTradeValueAdded() {
    return 1 - inputs.stream().mapToDouble(i -> i.boughtShare(treatment)).sum();
  }

  /**
   * {@return the value added under the tariffs: per unit of the product's free-trade value; may be
   * negative}
   */
  public double protectedValueAdded() {
    return freeTradeValueAdded() + nominal - taxOnInputs();
  }

  /**
   * {@return what tariffs add to the cost of inputs: per unit of the product's free-trade value}
   */
  public double taxOnInputs() {
    return inputs.stream().mapToDouble(this::taxOn).sum();
  }

  private double taxOn(ProductionInput input) {
    return input.boughtShare(treatment) * input.boughtTariff(treatment);
  }

  /**
   * {@return the effective rate of protection, a fraction of free-trade value added, negative where
   * the tariffs on inputs outweigh the nominal one; empty where free-trade value added is not
   * positive}
   */
  public OptionalDouble rate() {
    double valueAdded = freeTradeValueAdded();
    return valueAdded > NO_VALUE_ADDED
        ? OptionalDouble.of((nominal - taxOnInputs()) / valueAdded)
        : OptionalDouble.empty();
  }

  /** {@return the way from the nominal to the effective rate, one line an input} */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    lines.add(line("product", 1, nominal, nominal));
    for (ProductionInput input : inputs) {
      double share = input.boughtShare(treatment);
      lines.add(line(input.name(), -share, input.boughtTariff(treatment), -taxOn(input)));
    }
    lines.add(
        List.of(
            Cell.text("value added"),
            Cell.percent(freeTradeValueAdded(), 1),
            effectiveRate(),
            Cell.points(nominal - taxOnInputs(), 2)));
    return new Table(
        "Effective protection",
        List.of("item", "free-trade value", "rate", "gain"),
        lines,
        List.of("Of the product's free-trade value; non-traded inputs after " + author() + "."));
  }

  private static List<Cell> line(String item, double value, double rate, double gain) {
    return List.of(
        Cell.text(item), Cell.percent(value, 1), Cell.percent(rate, 2), Cell.points(gain, 2));
  }

  private Cell effectiveRate() {
    OptionalDouble rate = rate();
    return rate.isPresent()
        ? Cell.percent(rate.getAsDouble(), 2)
        : Cell.unknown("value added at free-trade prices is not positive");
  }

  private String author() {
    return treatment == NonTradedTreatment.BALASSA ? "Balassa" : "Corden";
  }

  /** The nominal and the effective rate. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "EffectiveProtection %s on a tariff of %.2f%%",
        effectiveRate(),
        100 * nominal);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EffectiveProtection that
        && Double.compare(nominal, that.nominal) == 0
        && treatment.equals(that.treatment)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(nominal, treatment, inputs);
  }
}
