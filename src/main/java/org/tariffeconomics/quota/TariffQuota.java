package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;

/**
 * A tariff-rate quota: a quantity that may come in at a lower duty, and how much of it is used.
 *
 * <p>Quantities are of one dimension; the rate above the quota is a matter of the book.
 *
 * @param name the quota's name
 * @param volume the quantity of the period
 * @param used the quantity that has come in, at most the volume
 * @since 0.1.0
 */
public record TariffQuota(String name, Quantity volume, Quantity used) {

  /**
   * Creates a quota.
   *
   * @param name the quota's name
   * @param volume the quantity of the period
   * @param used the quantity that has come in, at most the volume
   * @throws IllegalArgumentException when more is used than there is, or the units do not convert
   */
  public TariffQuota {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(used, "used");
    if (used.compareTo(volume) > 0) {
      throw new IllegalArgumentException(
          "Of the quota '" + name + "' no more than " + volume + " can be used, but was " + used);
    }
  }

  /**
   * How an entry falls on both sides of the quota.
   *
   * @param inside the quantity at the duty within the quota
   * @param outside the quantity at the duty above it
   */
  public record Split(Quantity inside, Quantity outside) {

    /**
     * Refuses nulls.
     *
     * @param inside the quantity at the duty within the quota
     * @param outside the quantity at the duty above it
     */
    public Split {
      Objects.requireNonNull(inside, "inside");
      Objects.requireNonNull(outside, "outside");
    }

    /** Both quantities. */
    @Override
    public String toString() {
      return inside + " within, " + outside + " above the quota";
    }
  }

  /**
   * The share of the quota that is used.
   *
   * @return the fill rate, to 34 digits; 0 % for a quota of nothing
   */
  public Rate fillRate() {
    return volume.amount().signum() == 0
        ? Rate.ZERO
        : Rate.fraction(
            used.in(volume.unit()).amount().divide(volume.amount(), MathContext.DECIMAL128));
  }

  /** {@return what is left: volume less used} */
  public Quantity left() {
    return new Quantity(volume.amount().subtract(used.in(volume.unit()).amount()), volume.unit());
  }

  /**
   * How an entry is split, first come first served.
   *
   * @param entry the quantity that comes in
   * @return what falls within what is left, and the rest
   */
  public Split split(Quantity entry) {
    Objects.requireNonNull(entry, "entry");
    Quantity in = entry.in(volume.unit());
    BigDecimal inside = in.amount().min(left().amount());
    return new Split(
        new Quantity(inside, volume.unit()),
        new Quantity(in.amount().subtract(inside), volume.unit()));
  }

  /**
   * How an entry at the opening of an oversubscribed quota is split: every entry gets the same
   * share.
   *
   * @param entry the quantity that comes in
   * @param share the share that customs announce, within 0…1
   * @return the split
   * @throws IllegalArgumentException when the share is not within 0…1
   */
  public static Split prorated(Quantity entry, Rate share) {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(share, "share");
    if (share.compareTo(Rate.ZERO) < 0 || share.compareTo(Rate.percent(100)) > 0) {
      throw new IllegalArgumentException("A pro-rata share must be within 0 and 1: " + share);
    }
    Quantity inside = entry.times(share.fraction());
    return new Split(inside, new Quantity(entry.amount().subtract(inside.amount()), entry.unit()));
  }

  /** Name and fill rate. */
  @Override
  public String toString() {
    return name + ": " + fillRate().toText(1) + " of " + volume + " used";
  }
}
