package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.List;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;

/**
 * A measure that applies to some goods, with the share of the customs value that it falls on.
 *
 * @param measure the measure
 * @param share the fraction of the customs value it is charged on, within 0…1
 * @param yieldedTo the programmes that cover the rest of its portion; empty where none does
 */
public record DutyLayer(TariffMeasure measure, BigDecimal share, List<String> yieldedTo) {

  /**
   * Creates a layer.
   *
   * @param measure the measure
   * @param share the fraction of the customs value it is charged on, within 0…1
   * @param yieldedTo the programmes that cover the rest of its portion
   */
  public DutyLayer {
    yieldedTo = List.copyOf(yieldedTo);
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

  /** The measure's id and its share. */
  @Override
  public String toString() {
    return measure.id()
        + " on "
        + share.movePointRight(2).stripTrailingZeros().toPlainString()
        + "% of the value";
  }
}
