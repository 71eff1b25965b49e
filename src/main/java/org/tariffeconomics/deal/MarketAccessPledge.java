package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.quota.TariffQuota;

/**
 * A promise to let more goods in, inside or outside of an existing quota, or by easing another
 * rule.
 *
 * @param goods the goods
 * @param text what was promised
 * @param quota the quota and what the partner uses of it, null where the promise is about none
 * @param growth by how much the used quantity is to grow, null where the promise is about none
 * @param placement where the growth goes
 * @param source where it stands
 * @since 0.1.0
 */
public record MarketAccessPledge(
    String goods,
    String text,
    @Nullable TariffQuota quota,
    @Nullable Rate growth,
    Placement placement,
    Source source) {

  /** Where the promised growth goes. */
  public enum Placement {
    /** Within a quota that stays as it is: others lose what the partner gains. */
    WITHIN_QUOTA,
    /** On top of the quota. */
    BEYOND_QUOTA,
    /** A quota that was not there before; where its volume is known, nothing of it is used yet. */
    NEW_QUOTA,
    /** Nothing to do with a quota. */
    NO_QUOTA
  }

  /**
   * Creates a pledge.
   *
   * @param goods the goods
   * @param text what was promised
   * @param quota the quota and what the partner uses of it, null where the promise is about none
   * @param growth by how much the used quantity is to grow, null where the promise is about none
   * @param placement where the growth goes
   * @param source where it stands
   * @throws IllegalArgumentException when growth within a quota is promised and no quota is given,
   *     or it would not fit
   */
  public MarketAccessPledge {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(source, "source");
    if (placement == Placement.WITHIN_QUOTA && (quota == null || growth == null)) {
      throw new IllegalArgumentException(
          "Growth within a quota needs the quota and the growth: " + goods);
    }
    if (placement == Placement.WITHIN_QUOTA && quota != null && growth != null) {
      Quantity after = grown(quota.used(), growth);
      if (after.compareTo(quota.volume()) > 0) {
        throw new IllegalArgumentException(
            "Growth by " + growth + " to " + after + " does not fit into the quota " + quota);
      }
    }
  }

  private static Quantity grown(Quantity used, Rate growth) {
    return used.times(BigDecimal.ONE.add(growth.fraction()));
  }

  /**
   * The quota as it is used once the promise is kept.
   *
   * @return the quota with the grown use
   * @throws IllegalStateException when the promise is about no quota
   */
  public TariffQuota whenKept() {
    TariffQuota before = quota;
    Rate by = growth;
    if (before == null || by == null) {
      throw new IllegalStateException("The promise is about no quota: " + this);
    }
    Quantity after = grown(before.used(), by);
    boolean within = placement == Placement.WITHIN_QUOTA;
    Quantity volume = within || after.compareTo(before.volume()) <= 0 ? before.volume() : after;
    return new TariffQuota(before.name(), volume, after);
  }

  /** Goods and text. */
  @Override
  public String toString() {
    return goods + ": " + text;
  }
}
