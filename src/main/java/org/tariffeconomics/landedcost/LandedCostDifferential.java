package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.TiedCases;

/**
 * What one landed cost exceeds another by, component by component: two origins, two days, or two
 * books.
 *
 * <p>Sign: first less second, so that positive means that the first is dearer. The components add
 * up to the difference of the totals to the last digit. The differential is antisymmetric, and its
 * index ({@code 100 · first / second}, 100 being parity) multiplicative along a chain of three. A
 * component that only one cost has counts as nothing for the other, but layers of a duty of which
 * the other is not split into layers stand with it in one component, {@code duty}. Where a
 * component lies between two amounts, so does its difference; where a landed cost is not known, the
 * differential is not known either.
 *
 * @since 0.1.0
 */
public final class LandedCostDifferential {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String WHOLE_DUTY = "duty";

  private final Side first;
  private final Side second;
  private final List<Component> components;

  private record Side(String label, LandedCost cost) {}

  private record Key(Kind kind, String name) {}

  /** One component of the two costs. */
  public static final class Component {

    private final Kind kind;
    private final String name;
    private final @Nullable Span first;
    private final @Nullable Span second;

    /** What the two differ by on the same goods, where that is told; else null. */
    private final @Nullable Span apart;

    Component(Kind kind, String name, @Nullable Span first, @Nullable Span second) {
      this(kind, name, first, second, null);
    }

    private Component(
        Kind kind, String name, @Nullable Span first, @Nullable Span second, @Nullable Span apart) {
      this.kind = kind;
      this.name = name;
      this.first = first;
      this.second = second;
      this.apart = apart;
    }

    private boolean isOpen() {
      return span().filter(Span::isPoint).isEmpty();
    }

    private Component withDifference(Span difference) {
      return new Component(kind, name, first, second, difference);
    }

    /** {@return what it is for} */
    public Kind kind() {
      return kind;
    }

    /** {@return its name} */
    public String name() {
      return name;
    }

    /** {@return its amount in the first cost, empty where it is not one that is known} */
    public Optional<BigMoney> first() {
      return known(first);
    }

    /** {@return its amount in the second cost, empty where it is not one that is known} */
    public Optional<BigMoney> second() {
      return known(second);
    }

    private static Optional<BigMoney> known(@Nullable Span span) {
      return Optional.ofNullable(span).filter(Span::isPoint).map(Span::low);
    }

    /** {@return what it lies within in the first cost; empty where not even bounds are known} */
    public Optional<MoneyRange> firstRange() {
      return Optional.ofNullable(first).map(Span::toMoney);
    }

    /** {@return what it lies within in the second cost; empty where not even bounds are known} */
    public Optional<MoneyRange> secondRange() {
      return Optional.ofNullable(second).map(Span::toMoney);
    }

    /**
     * What the first exceeds the second by.
     *
     * @return the difference; empty where an amount is not known
     */
    public Optional<BigMoney> difference() {
      return first().flatMap(a -> second().map(a::minus));
    }

    /**
     * What the first exceeds the second by, where one of the two lies between two amounts: from the
     * least of the first less the most of the second, to the most less the least.
     *
     * @return the range in money; empty where not even bounds of an amount are known
     */
    public Optional<MoneyRange> range() {
      return span().map(Span::toMoney);
    }

    private Optional<Span> span() {
      return Optional.ofNullable(apart)
          .or(
              () ->
                  Optional.ofNullable(first)
                      .flatMap(a -> Optional.ofNullable(second).map(b -> a.minus(b))));
    }

    /** The name and the difference. */
    @Override
    public String toString() {
      return name
          + " "
          + difference()
              .map(BigMoney::toString)
              .or(() -> range().map(MoneyRange::toString))
              .orElse("unknown");
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Component that
          && kind.equals(that.kind)
          && name.equals(that.name)
          && Objects.equals(first, that.first)
          && Objects.equals(second, that.second)
          && Objects.equals(apart, that.apart);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, name, first, second, apart);
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
    this.components = together(components(first.cost(), second.cost()));
  }

  /** Where one component alone is open, it is what the whole leaves beside the others. */
  private List<Component> together(List<Component> some) {
    List<Component> open = some.stream().filter(Component::isOpen).toList();
    boolean both =
        first.cost().range().filter(r -> !r.isPoint()).isPresent()
            && second.cost().range().filter(r -> !r.isPoint()).isPresent();
    Optional<MoneyRange> whole = open.size() == 1 && both ? tied() : Optional.<MoneyRange>empty();
    if (whole.isEmpty()) {
      return some;
    }
    Span rest = Span.zero(first.cost().currency());
    for (Component each : some) {
      rest = each.isOpen() ? rest : rest.plus(each.span().orElseThrow());
    }
    Span apart = Span.of(whole.get()).minus(rest);
    return some.stream().map(each -> each.isOpen() ? each.withDifference(apart) : each).toList();
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
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    String a = label(first, false);
    String b = label(second, false);
    if (a.equals(b)) {
      a = label(first, true);
      b = label(second, true);
    }
    if (a.equals(b)) {
      a = named(a, first.stamp().apartFrom(second.stamp()));
      b = named(b, second.stamp().apartFrom(first.stamp()));
    }
    return a.equals(b) ? of("first", first, "second", second) : of(a, first, b, second);
  }

  private static String named(String label, String apart) {
    return apart.isEmpty() ? label : label + " " + apart;
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
    Objects.requireNonNull(firstLabel, "firstLabel");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(secondLabel, "secondLabel");
    Objects.requireNonNull(second, "second");
    if (firstLabel.equals(secondLabel)) {
      throw new IllegalArgumentException(
          "The two costs need different labels, but both had '" + firstLabel + "'");
    }
    return new LandedCostDifferential(new Side(firstLabel, first), new Side(secondLabel, second));
  }

  private static List<Component> components(LandedCost first, LandedCost second) {
    Set<String> apart = layersApart(first, second);
    Map<Key, Optional<Span>> a = amounts(first, apart);
    Map<Key, Optional<Span>> b = amounts(second, apart);
    Set<Key> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    List<Component> components = new ArrayList<>();
    for (Key key : keys) {
      components.add(
          new Component(
              key.kind(),
              key.name(),
              a.getOrDefault(key, without(first, key.kind())).orElse(null),
              b.getOrDefault(key, without(second, key.kind())).orElse(null)));
    }
    components.sort(Comparator.comparing(Component::kind));
    return List.copyOf(components);
  }

  /**
   * The layers of the duty that are compared one by one: all of them, or those that both costs have
   * where one has a duty that is not split into layers, since that may be any of the others.
   */
  private static Set<String> layersApart(LandedCost first, LandedCost second) {
    Set<String> a = knownLayers(first);
    Set<String> b = knownLayers(second);
    Set<String> apart = new HashSet<>(a);
    if (a.size() < layers(first) || b.size() < layers(second)) {
      apart.retainAll(b);
    } else {
      apart.addAll(b);
    }
    return apart;
  }

  private static Set<String> knownLayers(LandedCost cost) {
    return cost.lines().stream()
        .filter(line -> line.kind() == Kind.DUTY && line.amount().isPresent())
        .map(CostLine::name)
        .collect(Collectors.toSet());
  }

  private static long layers(LandedCost cost) {
    return cost.lines().stream()
        .filter(line -> line.kind() == Kind.DUTY)
        .map(CostLine::name)
        .distinct()
        .count();
  }

  /** What a cost without a component pays for it: nothing, or what it does not state. */
  private static Optional<Span> without(LandedCost cost, Kind kind) {
    return cost.leftOut().contains(kind)
        ? Optional.empty()
        : Optional.of(Span.zero(cost.currency()));
  }

  /** The amounts by kind and name, two lines of one name together. */
  private static Map<Key, Optional<Span>> amounts(LandedCost cost, Set<String> apart) {
    Map<Key, Optional<Span>> amounts = new LinkedHashMap<>();
    for (CostLine line : cost.lines()) {
      if (line.isCost()) {
        boolean together = line.kind() == Kind.DUTY && !apart.contains(line.name());
        amounts.merge(
            new Key(line.kind(), together ? WHOLE_DUTY : line.name()),
            line.span(),
            (x, y) -> x.flatMap(known -> y.map(known::plus)));
      }
    }
    return amounts;
  }

  /** Whether neither side leaves out what the other counts. */
  private boolean isComparable() {
    return components.stream().noneMatch(c -> isOneSided(c, first) || isOneSided(c, second));
  }

  private static boolean isOneSided(Component component, Side side) {
    return side.cost().leftOut().contains(component.kind());
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
    Objects.requireNonNull(kind, "kind");
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
   * The components of one kind together, where some lie between two amounts.
   *
   * @param kind the kind
   * @return what the sum of their differences lies within; empty where not even bounds of one are
   *     known
   */
  public Optional<MoneyRange> range(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    Span sum = Span.zero(currency());
    for (Component each : components) {
      if (each.kind() == kind) {
        if (each.span().isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(each.span().orElseThrow());
      }
    }
    return Optional.of(sum.toMoney());
  }

  /**
   * What the first cost exceeds the second by, where a duty is bounded. Of the same goods of two
   * origins the duties are held against each other line by line and with what the goods have in
   * common alike ({@link TiedCases}); otherwise from the least of the first less the most of the
   * second, to the most less the least.
   *
   * @return in money, negative where the first is cheaper; empty where a cost is undetermined or
   *     prohibited, or one states a freight or insurance that the other leaves out
   */
  public Optional<MoneyRange> range() {
    if (!isComparable()) {
      return Optional.empty();
    }
    Optional<MoneyRange> ours = first.cost().range();
    Optional<MoneyRange> theirs = second.cost().range();
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    boolean isOpen = !ours.get().isPoint() && !theirs.get().isPoint();
    return (isOpen ? tied() : Optional.<MoneyRange>empty())
        .or(() -> Optional.of(ours.get().minus(theirs.get())));
  }

  private Optional<MoneyRange> tied() {
    Optional<MoneyRange> all = Optional.empty();
    for (CostPair each : CostPair.of(first.cost(), second.cost())) {
      Optional<MoneyRange> gap =
          each.one().range().flatMap(a -> each.other().range().map(a::minus));
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      all = Optional.of(all.map(some -> some.union(gap.get())).orElse(gap.get()));
    }
    return all;
  }

  /**
   * What the first cost exceeds the second by.
   *
   * @return the difference, negative where the first is cheaper; empty where a cost is not known,
   *     or one states a freight or insurance that the other leaves out
   */
  public Optional<BigMoney> total() {
    if (!isComparable()) {
      return Optional.empty();
    }
    return first.cost().total().flatMap(a -> second.cost().total().map(a::minus));
  }

  /**
   * The difference relative to the second cost: first / second − 1.
   *
   * @return the fraction to 34 digits; empty where a cost is not known or the second is zero
   */
  public Optional<BigDecimal> relative() {
    return total().flatMap(d -> second.cost().total().flatMap(b -> CostAmounts.ratio(d, b)));
  }

  /**
   * {@return the index of the first cost against the second: 100 · first / second, 100 at parity,
   * to 34 digits; empty where a cost is not known or the second is zero}
   */
  public Optional<BigDecimal> index() {
    return isComparable()
        ? first
            .cost()
            .total()
            .flatMap(a -> second.cost().total().flatMap(b -> CostAmounts.ratio(a, b)))
            .map(HUNDRED::multiply)
        : Optional.empty();
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
      components.stream()
          .filter(c -> isOneSided(c, side))
          .forEach(c -> reasons.add(side.label() + ": " + c.name() + " is not stated"));
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
    List<Optional<BigMoney>> firsts = printed(Component::first);
    List<Optional<BigMoney>> seconds = printed(Component::second);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      rows.add(row(components.get(i), firsts.get(i), seconds.get(i)));
    }
    Optional<BigMoney> firstTotal = total(firsts, first.cost());
    Optional<BigMoney> secondTotal = total(seconds, second.cost());
    rows.add(
        List.of(
            Cell.text("landed cost"),
            firstTotal.isPresent() ? cell(firstTotal) : range(first.cost().range()),
            secondTotal.isPresent() ? cell(secondTotal) : range(second.cost().range()),
            firstTotal.isPresent() && secondTotal.isPresent()
                ? cell(isComparable() ? firstTotal.map(a -> a.minus(secondTotal.get())) : total())
                : range(range())));
    return new Table(
        title(), List.of("line", first.label(), second.label(), "difference"), rows, caption());
  }

  private List<Cell> row(Component component, Optional<BigMoney> first, Optional<BigMoney> second) {
    return List.of(
        Cell.text(WaterfallTable.name(component.kind(), component.name())),
        first.map(MoneyCells::of).orElseGet(() -> within(component.first)),
        second.map(MoneyCells::of).orElseGet(() -> within(component.second)),
        first
            .flatMap(a -> second.map(a::minus))
            .map(MoneyCells::of)
            .orElseGet(() -> within(component.span().orElse(null))));
  }

  private Cell within(@Nullable Span span) {
    return CostAmounts.spanCell(Optional.ofNullable(span), String.join("; ", reasons()));
  }

  /** One column as it is printed, adding up to its printed total. */
  private List<Optional<BigMoney>> printed(Function<Component, Optional<BigMoney>> side) {
    return CostAmounts.printedKnown(
        components.stream().map(side).toList(), currency().getDecimalPlaces());
  }

  private Cell range(Optional<MoneyRange> range) {
    return MoneyCells.of(range, String.join("; ", reasons()));
  }

  /** The printed total of a cost, where it has one. */
  private static Optional<BigMoney> total(List<Optional<BigMoney>> printed, LandedCost cost) {
    return cost.total()
        .map(
            exact ->
                CostAmounts.sum(
                    cost.currency(), printed.stream().flatMap(Optional::stream).toList()));
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
    return amount.map(MoneyCells::of).orElseGet(() -> Cell.unknown(String.join("; ", reasons())));
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
                    CostAmounts.text(t)
                        + relative().map(r -> " (" + Cell.relative(r, 2) + ")").orElse(""))
            .or(() -> range().map(LandedCostDifferential::words))
            .orElse("unknown");
  }

  private static String words(MoneyRange range) {
    return range.isPoint()
        ? range.lowest().toString()
        : "between " + range.lowest() + " and " + range.highest();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCostDifferential that
        && Objects.equals(first, that.first)
        && Objects.equals(second, that.second)
        && components.equals(that.components);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, components);
  }
}
