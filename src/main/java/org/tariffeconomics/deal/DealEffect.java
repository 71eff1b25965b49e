package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyGap;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateCells;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The duty of some goods with a deal and without it: without it, what the deal's {@link Grant
 * grants} carry is gone, and what would apply instead, such as the rate of a letter, takes its
 * place. A deal of which nothing is held as law has no effect that could be told, which is not an
 * effect of nothing.
 *
 * @since 0.1.0
 */
public final class DealEffect {

  private final Deal deal;
  private final DutyStack with;
  private final @Nullable DutyStack without;

  private DealEffect(Deal deal, DutyStack with, @Nullable DutyStack without) {
    this.deal = deal;
    this.with = with;
    this.without = without;
  }

  /**
   * The effect on some goods of an origin.
   *
   * @param deal the deal
   * @param book the granting party's book, with the deal
   * @param line the tariff line
   * @param origin the origin, a party of the deal or a member of one, with what it declares
   * @param day the day of entry
   * @return the effect
   * @throws IllegalArgumentException when the deal does not bind the origin
   */
  public static DealEffect of(
      Deal deal, TariffBook book, HsCode line, DeclaredOrigin origin, LocalDate day) {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    if (!deal.binds(origin.country(), day)) {
      throw new IllegalArgumentException(
          "The deal '" + deal.id() + "' does not bind " + origin.country() + " on " + day);
    }
    DutyStack with = book.on(day).stack(line, origin.country(), origin.facts());
    DutyStack without =
        deal.isInLaw()
            ? book.without(deal).on(day).stack(line, origin.country(), origin.facts())
            : null;
    return new DealEffect(deal, with, without);
  }

  /** {@return the deal} */
  public Deal deal() {
    return deal;
  }

  /** {@return the duty with the deal} */
  public DutyStack with() {
    return with;
  }

  /** {@return the duty without it; empty where nothing of the deal is held as law} */
  public Optional<DutyStack> without() {
    return Optional.ofNullable(without);
  }

  /** {@return the rate with the deal; empty where it is not one known rate} */
  public Optional<Rate> rateWith() {
    return with.adValoremRate();
  }

  /** {@return the rate without the deal; empty where it is not one known rate} */
  public Optional<Rate> rateWithout() {
    return without().flatMap(DutyStack::adValoremRate);
  }

  /**
   * {@return the rate without the deal less the rate with it: the points that the deal is worth,
   * positive where it lowers the duty; empty where either is not known}
   */
  public Optional<RateChange> worth() {
    return rateWithout().flatMap(other -> rateWith().map(other::minus));
  }

  /** {@return what the rate with the deal lies within; empty where not even bounds are known} */
  public Optional<RateRange> rangeWith() {
    return with.range();
  }

  /** {@return what the rate without the deal lies within; empty where no bounds are known} */
  public Optional<RateRange> rangeWithout() {
    return without().flatMap(DutyStack::range);
  }

  /**
   * What the deal is worth, where the duty has bounds. What is open is the same on both sides: line
   * for line below a heading, and for a fact that decides both duties, alternative for alternative.
   *
   * @return the points, positive where the deal lowers the duty; empty where a side has no bounds
   */
  public Optional<GapRange> worthRange() {
    return without().flatMap(other -> DutyGap.between(other, with));
  }

  /** {@return why the effect is not one known number; none where it is} */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (without == null) {
      reasons.add("nothing of the deal '" + deal.id() + "' is held as law");
    } else if (rateWithout().isEmpty()) {
      reasons.add("without the deal: " + without.whyNoRate());
    }
    if (rateWith().isEmpty()) {
      reasons.add("with the deal: " + with.whyNoRate());
    }
    return List.copyOf(reasons);
  }

  /** {@return both duties with their layers, and what the deal grants in words} */
  public Table table() {
    List<String> caption = new ArrayList<>(List.of(toString()));
    deal.terms().grants().forEach(g -> caption.add("granted: " + g));
    DutyStack other = without().orElse(with);
    caption.addAll(with.stamp().against(other.stamp()).lines());
    return new Table(
        "Duty on " + with.line() + " from " + with.origin() + " with and without " + deal.id(),
        List.of("law", "duty", "layers"),
        List.of(row("with the deal", Optional.of(with)), row("without it", without())),
        caption);
  }

  private List<Cell> row(String law, Optional<DutyStack> stack) {
    return List.of(
        Cell.text(law),
        stack
            .flatMap(DutyStack::adValoremRate)
            .map(r -> Cell.percent(r.fraction(), 1))
            .or(
                () ->
                    stack
                        .flatMap(DutyStack::range)
                        .map(r -> RateCells.of(r, String.join("; ", reasons()))))
            .orElseGet(() -> Cell.unknown(String.join("; ", reasons()))),
        Cell.text(stack.map(DutyStack::summary).orElse("-")));
  }

  /** What the deal is worth on these goods, or its bounds, or why that is not known. */
  @Override
  public String toString() {
    return worth()
        .map(
            w -> told(rateWith().orElseThrow().toText(1), rateWithout().orElseThrow().toText(1), w))
        .or(this::toldInBounds)
        .orElseGet(() -> deal.id() + ": not known: " + String.join("; ", reasons()));
  }

  private String told(String own, String other, RateChange worth) {
    return deal.id() + ": " + own + " instead of " + other + ", worth " + points(worth) + " points";
  }

  private Optional<String> toldInBounds() {
    return worthRange()
        .map(
            w ->
                deal.id()
                    + ": "
                    + rangeWith().orElseThrow().toText(1)
                    + " instead of "
                    + rangeWithout().orElseThrow().toText(1)
                    + ", worth "
                    + (w.isPoint()
                        ? points(w.lowest())
                        : "between " + points(w.lowest()) + " and " + points(w.highest()))
                    + " points");
  }

  private static String points(RateChange change) {
    BigDecimal points = change.points().movePointRight(2);
    return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DealEffect that
        && deal.equals(that.deal)
        && with.equals(that.with)
        && Objects.equals(without, that.without);
  }

  @Override
  public int hashCode() {
    return Objects.hash(deal, with, without);
  }
}
