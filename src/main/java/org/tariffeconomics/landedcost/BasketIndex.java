package org.tariffeconomics.landedcost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The relative landed cost of a supplier against a basket of rivals: {@code 100 · L / Π L_k^w_k},
 * with weights that add up to one, usually the rivals' import shares.
 *
 * <p>100 is parity, more is dearer than the basket. The geometric mean makes the index independent
 * of the base: against a basket of one rival it is {@link LandedCostDifferential#index()}. Stated
 * weights are divided by their sum. Where a landed cost lies between two sums, so does the index;
 * where one of the basket is not known or zero, the index is not known.
 *
 * @since 0.1.0
 */
public final class BasketIndex {

  private static final String INDEX = "index";

  private final LandedCost own;
  private final List<Rival> rivals;

  /** A rival in the basket. */
  public static final class Rival {

    private final LandedCost cost;
    private final BigDecimal weight;

    Rival(LandedCost cost, BigDecimal weight) {
      if (weight.signum() <= 0) {
        throw new IllegalArgumentException(
            "The weight of " + cost.shipment().origin() + " must be positive, but was " + weight);
      }
      this.cost = cost;
      this.weight = weight;
    }

    /** {@return its landed cost} */
    public LandedCost cost() {
      return cost;
    }

    /** {@return its weight, in any unit common to the basket} */
    public BigDecimal weight() {
      return weight;
    }

    /** The cost and the weight. */
    @Override
    public String toString() {
      return cost + ", weight " + weight.toPlainString();
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rival that
          && cost.equals(that.cost)
          && weight.compareTo(that.weight) == 0;
    }

    @Override
    public int hashCode() {
      return cost.hashCode();
    }
  }

  private BasketIndex(LandedCost own, List<Rival> rivals) {
    this.own = own;
    this.rivals = rivals;
  }

  /**
   * The index of a supplier, still without rivals.
   *
   * @param own its landed cost
   * @return an index that is not known until {@link #withRival} names a rival
   */
  public static BasketIndex of(LandedCost own) {
    Objects.requireNonNull(own, "own");
    return new BasketIndex(own, List.of());
  }

  /**
   * The same index with one more rival in the basket.
   *
   * @param rival the rival's landed cost, in the same currency
   * @param weight its weight, positive
   * @return a new index
   * @throws IllegalArgumentException when the weight is not positive or the currency another one
   */
  public BasketIndex withRival(LandedCost rival, BigDecimal weight) {
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(weight, "weight");
    if (!rival.currency().equals(own.currency())) {
      throw new IllegalArgumentException(
          "All landed costs must be in " + own.currency() + ", but one was in " + rival.currency());
    }
    List<Rival> more = new ArrayList<>(rivals);
    more.add(new Rival(rival, weight));
    return new BasketIndex(own, List.copyOf(more));
  }

  /**
   * The same index with one more rival in the basket.
   *
   * @param rival the rival's landed cost, in the same currency
   * @param weight its weight as decimal text, positive
   * @return a new index
   * @throws IllegalArgumentException when the weight is no positive number or the currency another
   *     one
   */
  public BasketIndex withRival(LandedCost rival, String weight) {
    Objects.requireNonNull(rival, "rival");
    Objects.requireNonNull(weight, "weight");
    return withRival(rival, PlainNumber.parse("weight", weight));
  }

  /**
   * {@return the index: 100 at parity; empty where there are no rivals, or a landed cost is not one
   * that is known or is zero}
   */
  public OptionalDouble value() {
    return range()
        .filter(Range::isPoint)
        .map(r -> OptionalDouble.of(r.lowest()))
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * What the index lies within, where landed costs lie between two sums: from the least of the own
   * cost against the most of every rival, to the most against the least, as if nothing tied them.
   *
   * @return the range, 100 at parity; empty where there are no rivals, or of a landed cost not even
   *     bounds are known or it may be zero
   */
  public Optional<Range> range() {
    boolean compared =
        !rivals.isEmpty()
            && rivals.stream().noneMatch(r -> own.notComparable(r.cost()).isPresent())
            && isPositive(own)
            && rivals.stream().allMatch(r -> isPositive(r.cost()));
    return compared
        ? Optional.of(
            new Range(
                index(logCost(own, MoneyRange::lowest), MoneyRange::highest),
                index(logCost(own, MoneyRange::highest), MoneyRange::lowest)))
        : Optional.empty();
  }

  /**
   * The two indices that one lies between.
   *
   * @param lowest the least, 100 at parity
   * @param highest the most
   */
  public record Range(double lowest, double highest) {

    /**
     * Checks both ends.
     *
     * @param lowest the least, 100 at parity
     * @param highest the most
     * @throws IllegalArgumentException when an end is not finite
     */
    public Range {
      Require.finite("lowest", lowest);
      Require.finite("highest", highest);
    }

    /** {@return whether only one index is possible} */
    @JsonIgnore
    public boolean isPoint() {
      return lowest == highest;
    }

    /** {@code 96.10 to 101.32}, or the one index. */
    @Override
    public String toString() {
      String low = Cell.number(lowest, 2, INDEX).text();
      return isPoint() ? low : low + " to " + Cell.number(highest, 2, INDEX).text();
    }
  }

  private double index(double ownLog, Function<MoneyRange, Money> side) {
    double basket = rivals.stream().mapToDouble(r -> share(r) * logCost(r.cost(), side)).sum();
    return 100 * Math.exp(ownLog - basket);
  }

  private static boolean isPositive(LandedCost cost) {
    return cost.total()
        .map(t -> t.isPositive())
        .orElseGet(() -> cost.range().map(r -> r.lowest().isPositive()).orElse(false));
  }

  /** Of a cost that is known its exact sum, else one end of its range. */
  private static double logCost(LandedCost cost, Function<MoneyRange, Money> side) {
    return Math.log(
        cost.total()
            .map(t -> t.getAmount().doubleValue())
            .orElseGet(() -> side.apply(cost.range().orElseThrow()).getAmount().doubleValue()));
  }

  private double share(Rival rival) {
    BigDecimal sum = rivals.stream().map(Rival::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    return rival.weight().divide(sum, CostAmounts.PRECISION).doubleValue();
  }

  /**
   * The rivals.
   *
   * @return the basket, in the order in which it was named
   */
  public List<Rival> rivals() {
    return rivals;
  }

  /** {@return the supplier's landed cost} */
  public LandedCost own() {
    return own;
  }

  /**
   * {@return the index against each rival and against the basket: a row for each rival and one for
   * the basket}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Rival each : rivals) {
      LandedCostDifferential gap = LandedCostDifferential.of(own, each.cost());
      rows.add(
          List.of(
              Cell.text(each.cost().shipment().origin().toString()),
              Cell.percent(share(each), 1),
              CostAmounts.totalCell(each.cost()),
              cell(new BasketIndex(own, List.of(each)).range(), gap.reasons())));
    }
    List<String> reasons = new ArrayList<>(own.reasons());
    rivals.forEach(r -> reasons.addAll(r.cost().reasons()));
    rows.add(
        List.of(Cell.text("basket"), Cell.percent(1.0, 1), Cell.blank(), cell(range(), reasons)));
    Stamp stamp = own.stamp();
    return new Table(
        "Relative landed cost of " + own + " (100 = parity, more is dearer)",
        List.of("rival", "weight", "landed cost", "index"),
        rows,
        stamp.lines());
  }

  private static Cell cell(Optional<Range> index, List<String> reasons) {
    String why = reasons.isEmpty() ? "a landed cost is not known" : String.join("; ", reasons);
    return index
        .map(
            r ->
                r.isPoint()
                    ? Cell.number(r.lowest(), 2, INDEX)
                    : Cell.range(
                        Cell.number(r.lowest(), 2, INDEX), Cell.number(r.highest(), 2, INDEX), why))
        .orElseGet(() -> Cell.unknown(why));
  }

  /** The index, or that it is not known. */
  @Override
  public String toString() {
    return own.shipment().origin()
        + " against its basket: "
        + range().map(Range::toString).orElse("unknown");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BasketIndex that && own.equals(that.own) && rivals.equals(that.rivals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(own, rivals);
  }
}
