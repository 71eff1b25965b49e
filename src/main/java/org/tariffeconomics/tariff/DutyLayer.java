package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;

/** A measure that applies to some goods, with the share of the customs value that it falls on. */
public final class DutyLayer {

  private final TariffMeasure measure;
  private final BigDecimal share;
  private final List<String> yieldedTo;

  DutyLayer(TariffMeasure measure, BigDecimal share, List<String> yieldedTo) {
    this.measure = measure;
    this.share = share;
    this.yieldedTo = List.copyOf(yieldedTo);
  }

  /** {@return the measure} */
  public TariffMeasure measure() {
    return measure;
  }

  /** {@return the fraction of the customs value it is charged on, within 0…1} */
  public BigDecimal share() {
    return share;
  }

  /** {@return the programmes that cover the rest of its portion; empty where none does} */
  public List<String> yieldedTo() {
    return yieldedTo;
  }

  /** Whether the layer is the ordinary duty or a preference in its place. */
  boolean isBase() {
    return measure.rule() == Rule.BASE || measure.rule() == Rule.PREFERENCE;
  }

  /**
   * The duty of this layer before rounding; the basis carries the full value and full base duty.
   */
  DutyAmount duty(DutyBasis basis) {
    DutyBasis part = basis.share(share);
    DutyRate rate = measure.rate();
    return measure.rule() == Rule.TOPS_UP_TO
        ? rate.on(part).excessOver(part.baseDuty())
        : rate.on(part);
  }

  /** Two layers are equal when the same measure falls on the same share. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyLayer that
        && measure.equals(that.measure)
        && share.compareTo(that.share) == 0
        && yieldedTo.equals(that.yieldedTo);
  }

  @Override
  public int hashCode() {
    return 31 * measure.hashCode() + yieldedTo.hashCode();
  }

  /** The measure's id and its share. */
  @Override
  public String toString() {
    return measure.id()
        + " on "
        + share.movePointRight(2).stripTrailingZeros().toPlainString()
        + "% of the value";
  }
}
