package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The duty of some goods with a deal and without it: without it, what the deal's {@link Grant
 * grants} carry is gone, and what would apply instead, such as the rate of a letter, takes its
 * place. A deal of which nothing is held as law has no effect that could be told, which is not an
 * effect of nothing.
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

  /**
   * What the points that the deal is worth lie within.
   *
   * @return the rate without the deal less the rate with it, where what decides them is taken to be
   *     independent; empty where either is not known
   */
  public Optional<GapRange> worthRange() {
    return without().flatMap(DutyStack::range).flatMap(o -> with.range().map(o::minus));
  }

  /** {@return why the effect is not known; none where it is} */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (without == null) {
      reasons.add("nothing of the deal '" + deal.id() + "' is held as law");
    } else if (rateWithout().isEmpty()) {
      reasons.add("without the deal: " + String.join("; ", without.reasons()));
    }
    if (rateWith().isEmpty()) {
      reasons.add("with the deal: " + String.join("; ", with.reasons()));
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
            .flatMap(DutyStack::range)
            .map(this::cell)
            .orElseGet(() -> Cell.unknown(String.join("; ", reasons()))),
        Cell.text(stack.map(DutyStack::summary).orElse("-")));
  }

  private Cell cell(RateRange range) {
    Cell lowest = Cell.percent(range.lowest().fraction(), 1);
    return range.isPoint()
        ? lowest
        : Cell.range(
            lowest,
            Cell.percent(range.highest().fraction(), 1),
            range.toText(1),
            String.join("; ", reasons()));
  }

  /** What the deal is worth on these goods, or why that is not known. */
  @Override
  public String toString() {
    return worth()
        .map(
            w ->
                deal.id()
                    + ": "
                    + rateWith().orElseThrow().toText(1)
                    + " instead of "
                    + rateWithout().orElseThrow().toText(1)
                    + ", worth "
                    + w.points().movePointRight(2).stripTrailingZeros().toPlainString()
                    + " points")
        .or(() -> worthRange().map(w -> deal.id() + ": worth " + w + ", " + why()))
        .orElseGet(() -> deal.id() + ": not known: " + why());
  }

  private String why() {
    return String.join("; ", reasons());
  }
}
