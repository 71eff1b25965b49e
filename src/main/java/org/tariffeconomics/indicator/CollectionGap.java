package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The distance between the rate that the law asks for and the rate that customs collected, over the
 * same imports, item by item.
 *
 * <p>Rates and gaps are fractions; a positive gap says that less was collected than the law asks:
 * preferences claimed that the statutory rate does not know, exclusions, goods on the way when the
 * rate rose, or other timing. Item gaps add up to the whole.
 *
 * @since 0.1.0
 */
public final class CollectionGap {

  private final double statutory;
  private final double collected;
  private final List<Item> items;

  CollectionGap(double statutory, double collected, List<Item> items) {
    Require.tariff("statutory", statutory);
    Require.tariff("collected", collected);
    items = List.copyOf(items);
    this.statutory = statutory;
    this.collected = collected;
    this.items = items;
  }

  /** {@return the gap of each item} */
  public List<Item> items() {
    return items;
  }

  /** The gap of one item with imports. */
  public static final class Item {

    private final String name;
    private final double share;
    private final double statutory;
    private final double collected;

    Item(String name, double share, double statutory, double collected) {
      Require.share("the share of " + name, share);
      Require.tariff("statutory of " + name, statutory);
      Require.tariff("collected of " + name, collected);
      this.name = name;
      this.share = share;
      this.statutory = statutory;
      this.collected = collected;
    }

    /** {@return the item's name} */
    public String name() {
      return name;
    }

    /** {@return its part in imports, from 0 to 1} */
    public double share() {
      return share;
    }

    /** {@return its statutory rate, a fraction} */
    public double statutory() {
      return statutory;
    }

    /** {@return its collected rate, a fraction} */
    public double collected() {
      return collected;
    }

    /**
     * {@return what the item adds to the whole gap: share × (statutory − collected), a difference
     * of fractions}
     */
    public double contribution() {
      return share * (statutory - collected);
    }

    /** The name and the contribution. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s: gap %+.3f pp", name, 100 * contribution());
    }

    private List<Object> components() {
      return List.of(name, share, statutory, collected);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Item that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /**
   * The gap between two readings of the same imports.
   *
   * @param statutory the rates of the law
   * @param collected the rates collected; the same items and imports
   * @return the gap; items without imports are left out
   * @throws IllegalArgumentException when a basis is wrong, items or imports differ, or nothing is
   *     imported
   */
  public static CollectionGap between(EffectiveRate statutory, EffectiveRate collected) {
    Objects.requireNonNull(statutory, "statutory");
    Objects.requireNonNull(collected, "collected");
    requireBasis("statutory", statutory, RateBasis.STATUTORY);
    requireBasis("collected", collected, RateBasis.COLLECTED);
    if (!statutory.items().equals(collected.items())) {
      throw new IllegalArgumentException(
          "both rates must have the same items in the same order: " + statutory + ", " + collected);
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < statutory.items().size(); i++) {
      requireSameImports(statutory, collected, i);
      if (collected.rate(i).isPresent()) {
        items.add(
            new Item(
                statutory.items().get(i),
                statutory.share(i).orElseThrow(),
                statutory.rate(i).orElseThrow(),
                collected.rate(i).orElseThrow()));
      }
    }
    return new CollectionGap(mean(statutory), mean(collected), items);
  }

  private static void requireBasis(String name, EffectiveRate rate, RateBasis basis) {
    if (rate.basis() != basis) {
      throw new IllegalArgumentException(
          name + " must have the basis " + basis + ", but had " + rate.basis());
    }
  }

  private static void requireSameImports(EffectiveRate a, EffectiveRate b, int item) {
    if (a.imports(item) != b.imports(item)) {
      throw new IllegalArgumentException(
          "the imports of "
              + a.items().get(item)
              + " must be the same in both, but were "
              + a.imports(item)
              + " and "
              + b.imports(item));
    }
  }

  private static double mean(EffectiveRate rate) {
    return rate.average()
        .orElseThrow(() -> new IllegalArgumentException("Nothing is imported: " + rate));
  }

  /** {@return the gap of the means: statutory − collected, a difference of fractions} */
  public double gap() {
    return statutory - collected;
  }

  /**
   * The gap by item.
   *
   * @return the table, one line an item, the whole last
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (Item item : items) {
      lines.add(line(item.name(), item.statutory(), item.collected(), item.contribution()));
    }
    lines.add(line("all", statutory, collected, gap()));
    return Table.of(
        "Statutory less collected (positive: less is collected)",
        List.of("item", "statutory", "collected", "gap contribution"),
        lines);
  }

  private static List<Cell> line(String name, double statutory, double collected, double gap) {
    return List.of(
        Cell.text(name),
        Cell.percent(statutory, 2),
        Cell.percent(collected, 2),
        Cell.points(gap, 3));
  }

  /** The two rates and the gap. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "statutory %.2f%%, collected %.2f%%, gap %+.2f pp",
        100 * statutory,
        100 * collected,
        100 * gap());
  }

  private List<Object> components() {
    return List.of(statutory, collected, items);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CollectionGap that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
