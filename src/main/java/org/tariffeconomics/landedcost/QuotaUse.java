package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.quota.QuotaPosition;
import org.tariffeconomics.quota.TariffQuota;

/**
 * A tariff-rate quota that some lines of an entry are entered under. What is left of it is shared
 * among them in the proportion of their quantities, so that their order moves nothing.
 *
 * @param quota the quota as it stands before the entry
 * @param lines the names of the lines, in the order in which they were stated
 * @since 0.1.0
 */
public record QuotaUse(TariffQuota quota, List<String> lines) {

  /**
   * Creates a use.
   *
   * @param quota the quota as it stands before the entry
   * @param lines the names of the lines, at least one
   * @throws IllegalArgumentException when there is no line
   */
  public QuotaUse {
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(quota, "quota");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "lines must not be empty: name the lines that are entered under " + quota.name());
    }
  }

  /** Where each of the lines stands, given the goods of all of them. */
  QuotaPosition position(List<Shipment> goods) {
    BigDecimal whole = BigDecimal.ZERO;
    for (int i = 0; i < goods.size(); i++) {
      whole = whole.add(counted(lines.get(i), goods.get(i)).amount());
    }
    BigDecimal left = quota.left().amount().max(BigDecimal.ZERO);
    BigDecimal share =
        whole.compareTo(left) <= 0 ? BigDecimal.ONE : left.divide(whole, CostAmounts.PRECISION);
    return QuotaPosition.prorated(quota.name(), Rate.fraction(share));
  }

  private Quantity counted(String line, Shipment goods) {
    return goods.quantities().stream()
        .filter(each -> each.unit().convertsTo(quota.volume().unit()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Line "
                        + Texts.quoted(line)
                        + " is entered under quota "
                        + quota.name()
                        + " and states no quantity in "
                        + quota.volume().unit()
                        + ": use Shipment.withQuantity"))
        .in(quota.volume().unit());
  }

  /** The quota and the lines. */
  @Override
  public String toString() {
    return quota + ", for " + String.join(", ", lines);
  }
}
