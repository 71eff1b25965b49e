package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final @Nullable DutyLayer countedIn;

  private DutyLayer(
      TariffMeasure measure,
      BigDecimal share,
      List<String> yieldedTo,
      List<DutyLayer> alternatives,
      @Nullable DutyLayer countedIn) {
    this.measure = measure;
    this.share = share;
    this.yieldedTo = yieldedTo;
    this.alternatives = alternatives;
    this.countedIn = countedIn;
  }

  static DutyLayer of(TariffMeasure measure, BigDecimal share, List<String> yieldedTo) {
    return new DutyLayer(measure, share, List.copyOf(yieldedTo), List.of(), null);
  }

  /** The same, a total in which an ordinary duty that is not paid counts. */
  DutyLayer counting(DutyLayer ordinary) {
    return new DutyLayer(measure, share, yieldedTo, alternatives, ordinary);
  }

  /** Several layers of which one is charged: the lowest of base duties, the highest of charges. */
  static DutyLayer oneOf(List<DutyLayer> options) {
    DutyLayer first = options.get(0);
    return new DutyLayer(
        first.measure,
        first.share,
        first.yieldedTo,
        List.copyOf(options.subList(1, options.size())),
        first.countedIn);
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

  /**
   * {@return the ordinary duty on the whole value that counts towards the total of a {@link
   * Rule#TOPS_UP_ORDINARY_TO} where something else is paid in its place, or nothing; empty as a
   * rule, and where the ordinary duty itself is paid}
   */
  public Optional<DutyLayer> countedIn() {
    return Optional.ofNullable(countedIn);
  }

  /** All of which one is charged. */
  List<DutyLayer> options() {
    return alternatives.isEmpty()
        ? List.of(this)
        : Stream.concat(Stream.of(alone()), alternatives.stream()).toList();
  }

  /** Whether it is the same measure, or choice of measures, on as much of the value. */
  boolean isSameChargeAs(@Nullable DutyLayer other) {
    return other != null
        && measure.equals(other.measure)
        && share.compareTo(other.share) == 0
        && alternatives.equals(other.alternatives);
  }

  private DutyLayer alone() {
    return new DutyLayer(measure, share, yieldedTo, List.of(), countedIn);
  }

  /** Whether it may come to a sum of money that does not grow with the value. */
  boolean isInMoney() {
    return measure.traits().inMoney()
        || (countedIn != null && countedIn.isInMoney())
        || alternatives.stream().anyMatch(DutyLayer::isInMoney);
  }

  /** The names under which what it is computed from may be declared. */
  Set<String> rateAnswers() {
    Set<String> names = new TreeSet<>(measure.traits().rateAnswers());
    alternatives.forEach(each -> names.addAll(each.rateAnswers()));
    countedIn().ifPresent(ordinary -> names.addAll(ordinary.rateAnswers()));
    return names;
  }

  /** Whether the layer is the ordinary duty or a preference in its place. */
  boolean isBase() {
    return measure.rule().isBase();
  }

  /**
   * The duty of this layer before rounding; the basis carries the full value and full base duty.
   */
  DutyAmount duty(DutyBasis basis) {
    DutyAmount duty = measure.rate().on(basis.share(share));
    return measure.rule().isTotal()
        ? duty.excessOver(counted(basis).share(share).baseDuty())
        : duty;
  }

  /** The basis with what counts towards a total as its base duty. */
  private DutyBasis counted(DutyBasis basis) {
    return countedIn == null
        ? basis
        : basis.withBaseDuty(Charges.lowest(countedIn, basis).duty(basis));
  }

  /** What it charges: programmes, rules, rates and shares, whatever the measures are called. */
  List<Object> charge() {
    return options().stream().<Object>map(DutyLayer::ownCharge).toList();
  }

  private List<Object> ownCharge() {
    return List.of(
        measure.programme(),
        measure.rule().isTotal() ? Rule.TOPS_UP_TO : measure.rule(),
        measure.rate(),
        share.stripTrailingZeros(),
        countedIn == null ? "what is paid" : countedIn.charge());
  }

  /** The rate, with what counts towards a total where that is not what is paid. */
  String rateText() {
    return measure.rate() + (countedIn == null ? "" : " less " + countedIn.summary());
  }

  /** The programme and the rate, or that it is the lower or higher of several. */
  String summary() {
    if (alternatives.isEmpty()) {
      return measure.programme() + " " + rateText();
    }
    return (isBase() ? "the lower of " : "the higher of ")
        + options().stream().map(DutyLayer::summary).collect(Collectors.joining(" and "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyLayer that
        && isSameChargeAs(that)
        && yieldedTo.equals(that.yieldedTo)
        && Objects.equals(countedIn, that.countedIn);
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
