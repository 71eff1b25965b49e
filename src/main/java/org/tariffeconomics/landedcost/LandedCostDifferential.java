package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What one landed cost exceeds another by, component by component: two origins, two days, or two
 * books.
 *
 * <p>Sign: first less second, so that positive means that the first is dearer. The components add
 * up to the difference of the totals to the last digit. The differential is antisymmetric, and its
 * index ({@code 100 · first / second}, 100 being parity) multiplicative along a chain of three. A
 * component that only one cost has counts as nothing for the other; where a landed cost is not
 * known, the differential is not known either.
 */
public final class LandedCostDifferential {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Side first;
  private final Side second;
  private final List<Component> components;

  private record Side(String label, LandedCost cost) {}

  private record Key(Kind kind, String name) {}

  /**
   * One component of the two costs.
   *
   * @param kind what it is for
   * @param name its name
   * @param first its amount in the first cost, null where it is not known
   * @param second its amount in the second cost, null where it is not known
   */
  public record Component(
      Kind kind, String name, @Nullable BigMoney first, @Nullable BigMoney second) {

    /**
     * What the first exceeds the second by.
     *
     * @return the difference; empty where an amount is not known
     */
    public Optional<BigMoney> difference() {
      return first == null || second == null ? Optional.empty() : Optional.of(first.minus(second));
    }

    /** The name and the difference. */
    @Override
    public String toString() {
      return name + " " + difference().map(BigMoney::toString).orElse("unknown");
    }
  }

  private LandedCostDifferential(Side first, Side second) {
    if (!first.cost().currency().equals(second.cost().currency())) {
      throw new IllegalArgumentException(
          "The two landed costs must be in one currency, but were in "
              + first.cost().currency()
              + " and "
              + second.cost().currency());
    }
    this.first = first;
    this.second = second;
    this.components = components(first.cost(), second.cost());
  }

  /**
   * What one cost exceeds another by, labelled by origin, or by day where the origins are the same.
   *
   * @param first the cost that is held against the other
   * @param second the cost that is subtracted
   * @return the differential
   * @throws IllegalArgumentException when they are in different currencies
   */
  public static LandedCostDifferential of(LandedCost first, LandedCost second) {
    String a = label(first, false);
    String b = label(second, false);
    if (a.equals(b)) {
      a = label(first, true);
      b = label(second, true);
    }
    return a.equals(b) ? of("first", first, "second", second) : of(a, first, b, second);
  }

  private static String label(LandedCost cost, boolean dated) {
    return cost.shipment().origin() + (dated ? cost.day().map(d -> " " + d).orElse("") : "");
  }

  /**
   * What one cost exceeds another by.
   *
   * @param firstLabel what to call the first
   * @param first the cost that is held against the other
   * @param secondLabel what to call the second, another name
   * @param second the cost that is subtracted
   * @return the differential
   * @throws IllegalArgumentException when they are in different currencies or have one label
   */
  public static LandedCostDifferential of(
      String firstLabel, LandedCost first, String secondLabel, LandedCost second) {
    if (firstLabel.equals(secondLabel)) {
      throw new IllegalArgumentException(
          "The two costs need different labels, but both had '" + firstLabel + "'");
    }
    return new LandedCostDifferential(new Side(firstLabel, first), new Side(secondLabel, second));
  }

  private static List<Component> components(LandedCost first, LandedCost second) {
    Map<Key, Optional<BigMoney>> a = amounts(first);
    Map<Key, Optional<BigMoney>> b = amounts(second);
    Set<Key> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    Optional<BigMoney> nothing = Optional.of(BigMoney.zero(first.currency()));
    List<Component> components = new ArrayList<>();
    for (Key key : keys) {
      components.add(
          new Component(
              key.kind(),
              key.name(),
              a.getOrDefault(key, nothing).orElse(null),
              b.getOrDefault(key, nothing).orElse(null)));
    }
    components.sort(Comparator.comparing(Component::kind));
    return List.copyOf(components);
  }

  /** The amounts by kind and name, two lines of one name together. */
  private static Map<Key, Optional<BigMoney>> amounts(LandedCost cost) {
    Map<Key, Optional<BigMoney>> amounts = new LinkedHashMap<>();
    for (CostLine line : cost.lines()) {
      if (line.isCost()) {
        amounts.merge(
            new Key(line.kind(), line.name()),
            line.amount(),
            (x, y) -> x.flatMap(known -> y.map(known::plus)));
      }
    }
    return amounts;
  }

  /** {@return the components, in the order in which costs arise} */
  public List<Component> components() {
    return components;
  }

  /**
   * The components of one kind together.
   *
   * @param kind the kind
   * @return the sum of their differences, zero where there are none; empty where one is not known
   */
  public Optional<BigMoney> difference(Kind kind) {
    BigMoney sum = BigMoney.zero(currency());
    for (Component each : components) {
      if (each.kind() == kind) {
        if (each.difference().isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(each.difference().orElseThrow());
      }
    }
    return Optional.of(sum);
  }

  /**
   * What the first cost exceeds the second by.
   *
   * @return the difference, negative where the first is cheaper; empty where a cost is not known
   */
  public Optional<BigMoney> total() {
    return first.cost().total().flatMap(a -> second.cost().total().map(a::minus));
  }

  /**
   * The difference relative to the second cost: first / second − 1.
   *
   * @return the fraction to 34 digits; empty where a cost is not known or the second is zero
   */
  public Optional<BigDecimal> relative() {
    return total().flatMap(d -> second.cost().total().flatMap(b -> Amounts.ratio(d, b)));
  }

  /**
   * {@return the index of the first cost against the second: 100 · first / second, 100 at parity,
   * to 34 digits; empty where a cost is not known or the second is zero}
   */
  public Optional<BigDecimal> index() {
    return first
        .cost()
        .total()
        .flatMap(a -> second.cost().total().flatMap(b -> Amounts.ratio(a, b)))
        .map(HUNDRED::multiply);
  }

  /** {@return the same two costs the other way round: what the second exceeds the first by} */
  public LandedCostDifferential reversed() {
    return new LandedCostDifferential(second, first);
  }

  /**
   * The first cost.
   *
   * @return the cost held against the other
   */
  public LandedCost first() {
    return first.cost();
  }

  /**
   * The second cost.
   *
   * @return the cost that is subtracted
   */
  public LandedCost second() {
    return second.cost();
  }

  /**
   * Why the differential is not known.
   *
   * @return the reasons with the label of the cost that they are about; empty where it is known
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Side side : List.of(first, second)) {
      side.cost().reasons().forEach(r -> reasons.add(side.label() + ": " + r));
    }
    return reasons;
  }

  private CurrencyUnit currency() {
    return first.cost().currency();
  }

  /**
   * {@return the two waterfalls side by side with their difference: a row for each component and
   * one for the landed cost}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Component each : components) {
      rows.add(
          List.of(
              Cell.text(WaterfallTable.name(each.kind(), each.name())),
              cell(Optional.ofNullable(each.first())),
              cell(Optional.ofNullable(each.second())),
              cell(each.difference())));
    }
    rows.add(
        List.of(
            Cell.text("landed cost"),
            cell(first.cost().total()),
            cell(second.cost().total()),
            cell(total())));
    return new Table(
        title(), List.of("line", first.label(), second.label(), "difference"), rows, caption());
  }

  private String title() {
    return "Landed cost of "
        + first.cost().shipment().line()
        + ", "
        + first.label()
        + " less "
        + second.label()
        + ": positive where "
        + first.label()
        + " is dearer";
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    relative()
        .ifPresent(
            r ->
                caption.add(
                    "relative difference "
                        + Cell.relative(r, 2)
                        + ", index "
                        + Cell.number(index().orElseThrow(), 2, "index")
                        + " (100 = parity)"));
    List<String> lines = first.cost().stamp().lines();
    List<String> others = second.cost().stamp().lines();
    lines.forEach(l -> caption.add(others.contains(l) ? l : first.label() + ": " + l));
    others.stream()
        .filter(l -> !lines.contains(l))
        .forEach(l -> caption.add(second.label() + ": " + l));
    return caption;
  }

  private Cell cell(Optional<BigMoney> amount) {
    return amount.map(Amounts::cell).orElseGet(() -> Cell.unknown(String.join("; ", reasons())));
  }

  /** The labels and the difference. */
  @Override
  public String toString() {
    return first.label()
        + " less "
        + second.label()
        + ": "
        + total()
            .map(
                t ->
                    Amounts.text(t)
                        + relative().map(r -> " (" + Cell.relative(r, 2) + ")").orElse(""))
            .orElse("unknown");
  }
}
