package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * Landed costs side by side, cheapest first; those that are not known come last, as unknown and
 * without a rank.
 *
 * <p>A cost that leaves out a freight or insurance because it is not stated is not known here: held
 * against one that counts it, it would be cheaper for what it does not say. Where there is none,
 * state {@code "USD 0"}.
 *
 * @since 0.1.0
 */
public final class LandedCostComparison {

  private final List<LandedCost> costs;

  private LandedCostComparison(List<LandedCost> costs) {
    this.costs = costs;
  }

  /**
   * Costs side by side.
   *
   * @param costs the costs, at least one, in one currency
   * @return the comparison, cheapest first
   * @throws IllegalArgumentException when there is none, or currencies differ
   */
  public static LandedCostComparison of(LandedCost... costs) {
    Objects.requireNonNull(costs, "costs");
    return of(Arrays.asList(costs));
  }

  /**
   * Costs side by side.
   *
   * @param costs the costs, at least one, in one currency
   * @return the comparison, cheapest first
   * @throws IllegalArgumentException when there is none, or currencies differ
   */
  public static LandedCostComparison of(List<LandedCost> costs) {
    Objects.requireNonNull(costs, "costs");
    costs.forEach(each -> Objects.requireNonNull(each, "cost"));
    if (costs.stream().map(LandedCost::currency).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "Landed costs side by side must be at least one and in one currency, but were " + costs);
    }
    return new LandedCostComparison(
        costs.stream()
            .sorted(
                Comparator.comparing(
                    c -> least(c).orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
            .toList());
  }

  /** {@return the costs, cheapest first, those that are not known last} */
  public List<LandedCost> costs() {
    return costs;
  }

  /** The least that the cost can be, where it may be held against others. */
  private static Optional<BigMoney> least(LandedCost cost) {
    return total(cost).or(() -> comparable(cost).map(range -> range.lowest().toBigMoney()));
  }

  private static Optional<MoneyRange> comparable(LandedCost cost) {
    return cost.leftOut().isEmpty() ? cost.range() : Optional.empty();
  }

  private static Optional<Cell> range(LandedCost cost) {
    return comparable(cost).map(range -> MoneyCells.of(range, String.join("; ", cost.reasons())));
  }

  /** The landed cost that may be held against others. */
  private static Optional<BigMoney> total(LandedCost cost) {
    return cost.leftOut().isEmpty() ? cost.total() : Optional.empty();
  }

  /**
   * Origin, price, freight and insurance, duty with its rate, fees, landed cost, and the distance
   * to the cheapest; the day where days differ, and charges and taxes where there are any.
   *
   * @return the table, one row per cost, in whole units that add up along the row
   */
  public Table table() {
    boolean dated = daysDiffer();
    boolean more = costs.stream().anyMatch(c -> hasAny(c, OTHER));
    List<String> columns = new ArrayList<>(List.of("origin"));
    if (dated) {
      columns.add("day");
    }
    columns.addAll(List.of("price", "freight+ins.", "duty", "rate", "fees"));
    if (more) {
      columns.add("other");
    }
    columns.addAll(List.of("landed", "vs best"));
    Optional<BigMoney> best = total(costs.get(0));
    return new Table(
        "Landed cost in " + costs.get(0).terms().territory() + ", cheapest first",
        columns,
        costs.stream().map(c -> row(c, dated, more, best.orElse(null))).toList(),
        caption());
  }

  private static final Set<Kind> CARRIAGE = Set.of(Kind.FREIGHT, Kind.INSURANCE);
  private static final Set<Kind> OTHER =
      Set.of(Kind.CHARGE_BEFORE_IMPORT, Kind.CHARGE_AFTER_IMPORT, Kind.TAX, Kind.ROUNDING);

  private static boolean hasAny(LandedCost cost, Set<Kind> kinds) {
    return cost.lines().stream().anyMatch(l -> kinds.contains(l.kind()));
  }

  private boolean daysDiffer() {
    return costs.stream().map(LandedCost::day).distinct().count() > 1;
  }

  private List<Cell> row(LandedCost cost, boolean dated, boolean more, @Nullable BigMoney best) {
    Cell unknown = Cell.unknown(why(cost));
    List<Optional<BigMoney>> parts =
        printed(
            cost,
            List.of(Set.of(Kind.GOODS), CARRIAGE, Set.of(Kind.DUTY), Set.of(Kind.FEE), OTHER));
    Optional<BigMoney> landed = total(cost).map(LandedCostComparison::whole);
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(label(cost)));
    if (dated) {
      row.add(cost.day().map(Cell::date).orElseGet(Cell::blank));
    }
    row.add(parts.get(0).map(LandedCostComparison::money).orElse(unknown));
    row.add(carriage(cost, parts.get(1)));
    row.add(
        cost.outcome() == Outcome.PROHIBITED
            ? Cell.text("prohibited")
            : parts.get(2).map(LandedCostComparison::money).or(() -> duty(cost)).orElse(unknown));
    row.add(
        cost.effectiveRate()
            .map(r -> Cell.percent(r.fraction(), 1))
            .or(() -> dutyRate(cost))
            .orElse(unknown));
    row.add(parts.get(3).map(LandedCostComparison::money).orElse(unknown));
    if (more) {
      row.add(parts.get(4).map(LandedCostComparison::money).orElse(unknown));
    }
    row.add(landed.map(LandedCostComparison::money).or(() -> range(cost)).orElse(unknown));
    row.add(
        total(cost)
            .flatMap(l -> Optional.ofNullable(best).map(l::minus))
            .map(LandedCostComparison::money)
            .or(() -> aboveBest(cost))
            .orElseGet(Cell::blank));
    return row;
  }

  /** What a cost lies above the first one by, where one of the two is not one amount. */
  private Optional<Cell> aboveBest(LandedCost cost) {
    LandedCost best = costs.get(0);
    return cost.equals(best)
        ? Optional.empty()
        : LandedCostDifferential.of(cost, best)
            .range()
            .map(range -> MoneyCells.of(range, String.join("; ", cost.reasons())));
  }

  /** What the duty lies within over the cases that are left open. */
  private static Optional<Cell> duty(LandedCost cost) {
    return over(cost, each -> each.amount(Kind.DUTY).map(LandedCostComparison::money));
  }

  private static Optional<Cell> dutyRate(LandedCost cost) {
    return over(cost, each -> each.effectiveRate().map(r -> Cell.percent(r.fraction(), 1)));
  }

  private static Optional<Cell> over(LandedCost cost, Function<LandedCost, Optional<Cell>> part) {
    if (comparable(cost).isEmpty()) {
      return Optional.empty();
    }
    List<LandedCost> cases =
        cost.cases().stream().filter(each -> each.outcome() != Outcome.PROHIBITED).toList();
    List<Cell> cells = cases.stream().flatMap(each -> part.apply(each).stream()).toList();
    if (cells.isEmpty() || cells.size() < cases.size()) {
      return Optional.empty();
    }
    Comparator<Cell> byValue = Comparator.comparing(cell -> cell.value().orElseThrow());
    Cell lowest = cells.stream().min(byValue).orElseThrow();
    Cell highest = cells.stream().max(byValue).orElseThrow();
    return Optional.of(
        lowest.equals(highest)
            ? lowest
            : Cell.range(lowest, highest, lowest + " to " + highest, why(cost)));
  }

  /** What the price includes is no cost beside it; what is not stated is not known. */
  private static Cell carriage(LandedCost cost, Optional<BigMoney> stated) {
    if (!cost.leftOut().isEmpty() || stated.isEmpty()) {
      return Cell.unknown(why(cost));
    }
    return hasAny(cost, CARRIAGE) || !cost.shipment().incoterm().includesFreight()
        ? money(stated.get())
        : Cell.text("in price");
  }

  /** Sums of kinds in whole units that add up to the landed cost; empty where one is not known. */
  private static List<Optional<BigMoney>> printed(LandedCost cost, List<Set<Kind>> groups) {
    List<Optional<BigMoney>> sums = groups.stream().map(kinds -> sum(cost, kinds)).toList();
    return CostAmounts.printedKnown(sums, 0);
  }

  private static Optional<BigMoney> sum(LandedCost cost, Set<Kind> kinds) {
    CurrencyUnit currency = cost.currency();
    Optional<BigMoney> sum = Optional.of(BigMoney.zero(currency));
    for (Kind kind : kinds) {
      sum = sum.flatMap(s -> cost.amount(kind).map(s::plus));
    }
    return sum;
  }

  private static BigMoney whole(BigMoney amount) {
    return CostAmounts.printed(List.of(amount), 0).get(0);
  }

  /** Whole units: the cents stand in each cost's own table. */
  private static Cell money(BigMoney amount) {
    return CostAmounts.cell(amount, 0);
  }

  private static String why(LandedCost cost) {
    List<String> reasons = new ArrayList<>(cost.reasons());
    cost.leftOut().forEach(part -> reasons.add("the " + part + " is not stated"));
    return String.join("; ", reasons);
  }

  private List<String> caption() {
    Set<String> caption = new LinkedHashSet<>();
    costs.stream().map(c -> "customs value: " + c.terms().basis().words()).forEach(caption::add);
    if (!daysDiffer()) {
      caption.addAll(common().lines());
      return List.copyOf(caption);
    }
    List<List<String>> stamps = costs.stream().map(c -> c.stamp().lines()).toList();
    for (int i = 0; i < costs.size(); i++) {
      for (String line : stamps.get(i)) {
        boolean common = stamps.stream().allMatch(s -> s.contains(line));
        caption.add(common ? line : name(costs.get(i)) + ": " + line);
      }
    }
    return List.copyOf(caption);
  }

  /** The stamp of one day with what any of the costs assumes. */
  private Stamp common() {
    Stamp stamp = costs.get(0).stamp();
    for (LandedCost each : costs) {
      stamp = stamp.against(each.stamp());
    }
    return stamp;
  }

  private String name(LandedCost cost) {
    return label(cost) + (daysDiffer() ? cost.day().map(d -> " " + d).orElse("") : "");
  }

  private static DeclaredOrigin declared(LandedCost cost) {
    return new DeclaredOrigin(cost.shipment().origin(), cost.shipment().facts());
  }

  /** The origin with its claims, and where costs are of several books, which of them. */
  private String label(LandedCost cost) {
    String origin =
        declared(cost).labelAmong(costs.stream().map(LandedCostComparison::declared).toList());
    return costs.stream()
        .map(other -> cost.stamp().apartFrom(other.stamp()))
        .filter(apart -> !apart.isEmpty())
        .findFirst()
        .map(apart -> origin + ", " + apart)
        .orElse(origin);
  }

  /** {@return the landed costs as bars, cheapest first: a picture} */
  public Chart chart() {
    return table().chart("origin", "landed").withSubtitle("a longer bar is dearer");
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCostComparison that && costs.equals(that.costs);
  }

  @Override
  public int hashCode() {
    return costs.hashCode();
  }
}
