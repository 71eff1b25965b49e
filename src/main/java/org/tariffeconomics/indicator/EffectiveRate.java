package org.tariffeconomics.indicator;

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
 * The effective tariff rate of a period: the mean rate over what is imported, item by item
 * (partners or products), each weighted with its imports.
 *
 * <p>A rate is a fraction and carries its {@link RateBasis}: a statutory one is given, a collected
 * one is duties over imports and is unknown for an item without imports. Imports are amounts in one
 * unit, not negative.
 *
 * @since 0.1.0
 */
public final class EffectiveRate {

  private final RateBasis basis;
  private final List<String> items;
  private final double[] imports;

  /** NaN where the rate of an item is unknown; its imports are then zero. */
  private final double[] rates;

  private EffectiveRate(RateBasis basis, List<String> items, double[] imports, double[] rates) {
    this.basis = basis;
    this.items = Require.distinct("items", items);
    this.imports = imports;
    this.rates = rates;
    Require.sameLength("imports", imports.length, "items", items.size());
  }

  /**
   * The effective rate of the law.
   *
   * @param items the names of partners or products, distinct
   * @param imports the imports of each, not negative
   * @param rates the rate of each, fractions above −1
   * @return the effective rate
   * @throws IllegalArgumentException when lengths differ, a name occurs twice or a number is out of
   *     bounds
   */
  public static EffectiveRate statutory(List<String> items, double[] imports, double[] rates) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(rates, "rates");
    Require.sameLength("rates", rates.length, "imports", imports.length);
    return new EffectiveRate(
        RateBasis.STATUTORY,
        items,
        Require.each("imports", imports, Require::notNegative),
        Require.each("rates", rates, Require::tariff));
  }

  /**
   * The effective rate of what was collected.
   *
   * @param items the names of partners or products, distinct
   * @param imports the imports of each, not negative
   * @param duties the duties collected on each, not negative, zero where nothing is imported
   * @return the effective rate
   * @throws IllegalArgumentException when lengths differ, a name occurs twice, a number is
   *     negative, or duties stand without imports
   */
  public static EffectiveRate collected(List<String> items, double[] imports, double[] duties) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(duties, "duties");
    Require.sameLength("duties", duties.length, "imports", imports.length);
    double[] bought = Require.each("imports", imports, Require::notNegative);
    double[] rates = Require.each("duties", duties, Require::notNegative);
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] > 0 && !(bought[i] > 0)) {
        throw new IllegalArgumentException(
            "duties[" + i + "] must be 0 without imports, but was " + rates[i]);
      }
      rates[i] = bought[i] > 0 ? rates[i] / bought[i] : Double.NaN;
    }
    return new EffectiveRate(RateBasis.COLLECTED, items, bought, rates);
  }

  /**
   * What kind of rate it is.
   *
   * @return the basis
   */
  public RateBasis basis() {
    return basis;
  }

  /** {@return the names of the items, in the order given} */
  public List<String> items() {
    return items;
  }

  /** {@return the mean rate over all imports, a fraction; empty where nothing is imported} */
  public OptionalDouble average() {
    double total = Arithmetic.sum(imports);
    if (!(total > 0)) {
      return OptionalDouble.empty();
    }
    double duty = 0;
    for (int i = 0; i < imports.length; i++) {
      duty += imports[i] > 0 ? imports[i] * rates[i] : 0;
    }
    return OptionalDouble.of(duty / total);
  }

  /**
   * The rate of one item.
   *
   * @param item the item's index
   * @return the rate, a fraction; empty where it is unknown
   */
  public OptionalDouble rate(int item) {
    return Arithmetic.optional(rates[item]);
  }

  /**
   * The part of one item in all imports.
   *
   * @param item the item's index
   * @return the part, from 0 to 1; empty where nothing is imported
   */
  public OptionalDouble share(int item) {
    double total = Arithmetic.sum(imports);
    return total > 0 ? OptionalDouble.of(imports[item] / total) : OptionalDouble.empty();
  }

  /**
   * The imports of one item.
   *
   * @param item the item's index
   * @return the amount, not negative
   */
  public double imports(int item) {
    return imports[item];
  }

  /**
   * The items with their imports, rates and contributions to the mean.
   *
   * @return the table, one line an item
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(
          List.of(
              Cell.text(items.get(i)),
              Cell.number(imports[i], 0, ""),
              percent(rate(i)),
              contribution(i)));
    }
    return Table.of(toString(), List.of("item", "imports", "rate", "contribution"), lines);
  }

  private static Cell percent(OptionalDouble rate) {
    return rate.isPresent() ? Cell.percent(rate.getAsDouble(), 2) : Cell.unknown("no imports");
  }

  private Cell contribution(int item) {
    double share = share(item).orElse(0);
    return Cell.points(share > 0 ? share * rates[item] : 0, 3);
  }

  /** The basis and the mean rate. */
  @Override
  public String toString() {
    String mean =
        average().isPresent()
            ? String.format(Locale.ROOT, "%.2f%%", 100 * average().getAsDouble())
            : "unknown";
    return String.format(
        Locale.ROOT,
        "Effective rate %s (%s), %d items",
        mean,
        basis.name().toLowerCase(Locale.ROOT),
        items.size());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EffectiveRate that
        && basis.equals(that.basis)
        && items.equals(that.items)
        && Arrays.equals(imports, that.imports)
        && Arrays.equals(rates, that.rates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, items, Arrays.hashCode(imports), Arrays.hashCode(rates));
  }
}
