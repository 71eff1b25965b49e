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
 * The change of an effective tariff rate between two periods, split into what rates did and what
 * the composition of imports did.
 *
 * <p>All numbers are differences of fractions and add up to the change. With w the import share and
 * t the rate of an item, a bar for the mean of both periods and T̄ the mean of the two averages:
 *
 * <pre>{@code
 * rate effect         Σ w̄ Δt
 * composition effect  Σ (t̄ − T̄) Δw
 * }</pre>
 *
 * <p>This is the mean of weighting with the first and with the second period, so that exchanging
 * the periods only changes the sign; subtracting T̄, which does not change the sum, lets an item's
 * composition effect say whether imports moved to items of more than average duty. The rate of an
 * item is taken as unchanged where a collected rate is unknown for one period for want of imports:
 * all of its effect is then composition. Source: Bennet (1920).
 *
 * @since 0.1.0
 */
public final class EffectiveRateChange {

  private final double before;
  private final double after;
  private final List<Item> items;

  EffectiveRateChange(double before, double after, List<Item> items) {
    Require.tariff("before", before);
    Require.tariff("after", after);
    items = List.copyOf(items);
    this.before = before;
    this.after = after;
    this.items = items;
  }

  /** {@return the average of the first period, a fraction} */
  public double before() {
    return before;
  }

  /** {@return the average of the second period, a fraction} */
  public double after() {
    return after;
  }

  /** {@return the effects of each item} */
  public List<Item> items() {
    return items;
  }

  /** The effects of one item. */
  public static final class Item {

    private final String name;
    private final double rateEffect;
    private final double compositionEffect;

    Item(String name, double rateEffect, double compositionEffect) {
      Require.finite("rateEffect of " + name, rateEffect);
      Require.finite("compositionEffect of " + name, compositionEffect);
      this.name = name;
      this.rateEffect = rateEffect;
      this.compositionEffect = compositionEffect;
    }

    /** {@return the item's name} */
    public String name() {
      return name;
    }

    /** {@return what the change of its rate did, a difference of fractions} */
    public double rateEffect() {
      return rateEffect;
    }

    /** {@return what the change of its share did, a difference of fractions} */
    public double compositionEffect() {
      return compositionEffect;
    }

    /** The name and the two effects. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: rates %+.3f pp, composition %+.3f pp",
          name,
          100 * rateEffect,
          100 * compositionEffect);
    }

    private List<Object> components() {
      return List.of(name, rateEffect, compositionEffect);
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
   * The change between two periods.
   *
   * @param before the first period
   * @param after the second period; the same items in the same order and the same basis
   * @return the change and its parts
   * @throws IllegalArgumentException when items or basis differ or nothing is imported in a period
   */
  public static EffectiveRateChange between(EffectiveRate before, EffectiveRate after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (before.basis() != after.basis() || !before.items().equals(after.items())) {
      throw new IllegalArgumentException(
          "both periods must have the same basis and items: " + before + ", " + after);
    }
    double first = mean("before", before);
    double second = mean("after", after);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < before.items().size(); i++) {
      items.add(item(before, after, i, (first + second) / 2));
    }
    return new EffectiveRateChange(first, second, items);
  }

  private static double mean(String name, EffectiveRate rate) {
    return rate.average()
        .orElseThrow(() -> new IllegalArgumentException(name + " must have imports: " + rate));
  }

  private static Item item(EffectiveRate before, EffectiveRate after, int i, double middle) {
    double rateBefore = knownRate(before.rate(i), after.rate(i), middle);
    double rateAfter = knownRate(after.rate(i), before.rate(i), middle);
    double shareBefore = before.share(i).orElseThrow();
    double shareAfter = after.share(i).orElseThrow();
    return new Item(
        before.items().get(i),
        (shareBefore + shareAfter) / 2 * (rateAfter - rateBefore),
        ((rateBefore + rateAfter) / 2 - middle) * (shareAfter - shareBefore));
  }

  /** An item that is imported in neither period has no effect, whatever its rate. */
  private static double knownRate(OptionalDouble own, OptionalDouble other, double neither) {
    return own.orElse(other.orElse(neither));
  }

  /** {@return the whole change: after − before, a difference of fractions} */
  public double change() {
    return after - before;
  }

  /**
   * What the changes of rates did.
   *
   * @return the effect, a difference of fractions
   */
  public double rateEffect() {
    return items.stream().mapToDouble(Item::rateEffect).sum();
  }

  /**
   * What the change of the composition of imports did.
   *
   * @return the effect, a difference of fractions; negative where imports moved to lower duties
   */
  public double compositionEffect() {
    return items.stream().mapToDouble(Item::compositionEffect).sum();
  }

  /**
   * The effects by item.
   *
   * @return the table, one line an item, the sum last
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (Item item : items) {
      lines.add(line(item.name(), item.rateEffect(), item.compositionEffect()));
    }
    lines.add(line("all", rateEffect(), compositionEffect()));
    return Table.of(
        "Change of the effective rate, " + this,
        List.of("item", "rates", "composition", "together"),
        lines);
  }

  private static List<Cell> line(String name, double rates, double composition) {
    return List.of(
        Cell.text(name),
        Cell.points(rates, 3),
        Cell.points(composition, 3),
        Cell.points(rates + composition, 3));
  }

  /** The change and its two parts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f%% to %.2f%%: rates %+.2f pp, composition %+.2f pp",
        100 * before,
        100 * after,
        100 * rateEffect(),
        100 * compositionEffect());
  }

  private List<Object> components() {
    return List.of(before, after, items);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EffectiveRateChange that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
