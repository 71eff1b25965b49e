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
  private final ValueRegion region;
  private final BigDecimal share;
  private final List<String> yieldedTo;
  private final List<DutyLayer> alternatives;
  private final @Nullable Counted counted;

  /**
   * What counts towards a total where it is not what the base duty comes to on that much of the
   * value.
   *
   * @param ordinary the duty, as it is charged on its own part of the value
   * @param shares of each of its options the share of the customs value that is of both parts
   */
  private record Counted(DutyLayer ordinary, List<BigDecimal> shares) {

    private DutyAmount on(DutyBasis basis) {
      DutyLayer paid = Charges.lowest(ordinary, basis);
      BigDecimal share = shares.get(ordinary.options().indexOf(paid));
      return paid.share.compareTo(BigDecimal.ONE) == 0
          ? basis.withBaseDuty(paid.duty(basis)).share(share).baseDuty()
          : paid.measure.rate().on(basis.share(share));
    }
  }

  private DutyLayer(
      TariffMeasure measure,
      ValueRegion region,
      BigDecimal share,
      List<String> yieldedTo,
      List<DutyLayer> alternatives,
      @Nullable Counted counted) {
    this.measure = measure;
    this.region = region;
    this.share = share;
    this.yieldedTo = yieldedTo;
    this.alternatives = alternatives;
    this.counted = counted;
  }

  /** A measure on a part of the value that comes to a share of it. */
  static DutyLayer of(
      TariffMeasure measure, ValueRegion region, BigDecimal share, List<String> yieldedTo) {
    return new DutyLayer(measure, region, share, List.copyOf(yieldedTo), List.of(), null);
  }

  /**
   * The same, a total towards which a duty counts that is not paid, or is on another part.
   *
   * @param ordinary the duty
   * @param inCommon of each of its options the share of the customs value that is of both parts
   */
  DutyLayer counting(DutyLayer ordinary, List<BigDecimal> inCommon) {
    List<BigDecimal> plain = inCommon.stream().map(BigDecimal::stripTrailingZeros).toList();
    Counted what = new Counted(ordinary, plain);
    return new DutyLayer(measure, region, share, yieldedTo, alternatives, what);
  }

  /** Several layers of which one is charged: the lowest of base duties, the highest of charges. */
  static DutyLayer oneOf(List<DutyLayer> options) {
    DutyLayer first = options.get(0);
    return new DutyLayer(
        first.measure,
        first.region,
        first.share,
        first.yieldedTo,
        List.copyOf(options.subList(1, options.size())),
        first.counted);
  }

  /** {@return the measure; where there are alternatives, the first of them} */
  public TariffMeasure measure() {
    return measure;
  }

  /** The part of the customs value that it falls on. */
  ValueRegion region() {
    return region;
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
   * {@return the duty that counts towards a total, where that is not the base duty paid on the
   * total's own part of the value: for a {@link Rule#TOPS_UP_ORDINARY_TO} the ordinary duty where
   * something else is paid in its place, or nothing; for any total on a part a base duty that is on
   * a part too, of which that on what both have in common counts; empty as a rule}
   */
  public Optional<DutyLayer> countedIn() {
    return Optional.ofNullable(counted).map(Counted::ordinary);
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
    return new DutyLayer(measure, region, share, yieldedTo, List.of(), counted);
  }

  /** Whether it may come to a sum of money that does not grow with the value. */
  boolean isInMoney() {
    return measure.traits().inMoney()
        || (counted != null && counted.ordinary.isInMoney())
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
    if (!measure.rule().isTotal()) {
      return duty;
    }
    return duty.excessOver(counted == null ? basis.share(share).baseDuty() : counted.on(basis));
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
        counted == null ? "what is paid" : List.of(counted.ordinary.charge(), counted.shares));
  }

  /** The rate, with what counts towards a total where that is not what is paid. */
  String rateText() {
    return measure.rate() + (counted == null ? "" : " less " + counted.ordinary.summary());
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
        && Objects.equals(counted, that.counted);
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
