package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;

/**
 * A measure that applies to some goods, with the share of the customs value that it falls on.
 *
 * <p>Where only the value and the quantity decide which of several measures is charged (a
 * preference by weight beside an ordinary duty by value, the dearest of several orders), the layer
 * has {@link #alternatives}: one of them all is charged, never their sum.
 *
 * @since 0.1.0
 */
public final class DutyLayer {

  private final TariffMeasure measure;
  private final BigDecimal share;
  private final List<String> yieldedTo;
  private final List<DutyLayer> alternatives;

  private DutyLayer(
      TariffMeasure measure,
      BigDecimal share,
      List<String> yieldedTo,
      List<DutyLayer> alternatives) {
    this.measure = measure;
    this.share = share;
    this.yieldedTo = yieldedTo;
    this.alternatives = alternatives;
  }

  static DutyLayer of(TariffMeasure measure, BigDecimal share, List<String> yieldedTo) {
    return new DutyLayer(measure, share, List.copyOf(yieldedTo), List.of());
  }

  /** Several layers of which one is charged: the lowest of base duties, the highest of charges. */
  static DutyLayer oneOf(List<DutyLayer> options) {
    DutyLayer first = options.get(0);
    return new DutyLayer(
        first.measure,
        first.share,
        first.yieldedTo,
        List.copyOf(options.subList(1, options.size())));
  }

  /** {@return the measure; where there are alternatives, the first of them} */
  public TariffMeasure measure() {
    return measure;
  }

  /** {@return the share of the customs value that it falls on, from 0 to 1} */
  public BigDecimal share() {
    return share;
  }

  /** {@return the programmes that keep the rest of the value from it} */
  public List<String> yieldedTo() {
    return yieldedTo;
  }

  /**
   * {@return the measures of which one may be charged in place of this one: for an ordinary duty
   * those that count where they are lower, for a charge those that count where they are higher;
   * empty as a rule}
   */
  public List<DutyLayer> alternatives() {
    return alternatives;
  }

  /** All of which one is charged. */
  List<DutyLayer> options() {
    return alternatives.isEmpty()
        ? List.of(this)
        : Stream.concat(Stream.of(of(measure, share, yieldedTo)), alternatives.stream()).toList();
  }

  /** Whether the layer is the ordinary duty or a preference in its place. */
  boolean isBase() {
    return measure.rule().isBase();
  }

  /**
   * The duty of this layer before rounding; the basis carries the full value and full base duty.
   */
  DutyAmount duty(DutyBasis basis) {
    DutyBasis part = basis.share(share);
    return measure.rule() == Rule.TOPS_UP_TO
        ? measure.rate().on(part).excessOver(part.baseDuty())
        : measure.rate().on(part);
  }

  /** What it charges: programmes, rules, rates and shares, whatever the measures are called. */
  List<Object> charge() {
    return options().stream()
        .<Object>map(
            o ->
                List.of(
                    o.measure.programme(),
                    o.measure.rule(),
                    o.measure.rate(),
                    o.share.stripTrailingZeros()))
        .toList();
  }

  /** The programme and the rate, or that it is the lower or higher of several. */
  String summary() {
    if (alternatives.isEmpty()) {
      return measure.programme() + " " + measure.rate();
    }
    return (isBase() ? "the lower of " : "the higher of ")
        + options().stream().map(DutyLayer::summary).collect(Collectors.joining(" and "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyLayer that
        && measure.equals(that.measure)
        && share.compareTo(that.share) == 0
        && yieldedTo.equals(that.yieldedTo)
        && alternatives.equals(that.alternatives);
  }

  @Override
  public int hashCode() {
    return Objects.hash(measure, share.stripTrailingZeros(), yieldedTo);
  }

  /** The measure's id and its share. */
  @Override
  public String toString() {
    String text =
        measure.id()
            + " on "
            + share.movePointRight(2).stripTrailingZeros().toPlainString()
            + "% of the value";
    return alternatives.isEmpty() ? text : text + ", or " + alternatives;
  }
}
