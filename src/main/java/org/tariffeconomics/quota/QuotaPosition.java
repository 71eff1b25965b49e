package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Where one entry stands to a tariff-rate quota: how much of it falls within, whether a licence is
 * needed and whether security is due; or that it is not known.
 *
 * @since 0.1.0
 */
public final class QuotaPosition {

  private final String quota;
  private final @Nullable Rate share;
  private final TariffQuota.@Nullable Split split;
  private final String why;
  private final boolean needsLicence;
  private final boolean securityDue;

  private QuotaPosition(
      String quota,
      @Nullable Rate share,
      TariffQuota.@Nullable Split split,
      String why,
      boolean needsLicence,
      boolean securityDue) {
    if (quota.isBlank()) {
      throw new IllegalArgumentException("A position needs the name of the quota");
    }
    this.quota = quota;
    this.share = share;
    this.split = split;
    this.why = why;
    this.needsLicence = needsLicence;
    this.securityDue = securityDue;
  }

  /**
   * An entry of a quantity, first come, first served, to a quota whose use is known.
   *
   * @param quota the quota as it stands before the entry
   * @param entry the quantity of the entry
   * @return the position
   * @throws IllegalArgumentException when the units do not convert
   */
  public static QuotaPosition of(TariffQuota quota, Quantity entry) {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(entry, "entry");
    return of(quota.name(), quota.split(entry), quota.toString());
  }

  static QuotaPosition of(String quota, TariffQuota.Split split, String why) {
    return new QuotaPosition(quota, null, split, why, false, false);
  }

  /**
   * An entry that gets an announced share of what it asks for.
   *
   * @param quota the quota's name
   * @param share the share, within 0…1
   * @return the position
   * @throws IllegalArgumentException when the share is not within 0…1
   */
  public static QuotaPosition prorated(String quota, Rate share) {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(share, "share");
    if (share.compareTo(Rate.ZERO) < 0 || share.compareTo(Rate.percent(100)) > 0) {
      throw new IllegalArgumentException("share must be within 0% and 100%, but was " + share);
    }
    return new QuotaPosition(quota, share, null, share + " of each entry", false, false);
  }

  /**
   * An entry to a quota of which it is not known how much is used.
   *
   * @param quota the quota's name
   * @param reason why it is not known
   * @return the position; the duty lies between that within and that above the quota
   */
  public static QuotaPosition unknown(String quota, String reason) {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(reason, "reason");
    return new QuotaPosition(quota, null, null, reason, false, false);
  }

  /**
   * The same position for a quota that needs a licence, declared as {@code licence:NAME}.
   *
   * @return a new position
   */
  public QuotaPosition withLicence() {
    return new QuotaPosition(quota, share, split, why, true, securityDue);
  }

  /**
   * The same position in a critical state: security is due on what falls within.
   *
   * @return a new position
   */
  public QuotaPosition withSecurity() {
    return new QuotaPosition(quota, share, split, why, needsLicence, true);
  }

  /** {@return the quota: its name} */
  public String quota() {
    return quota;
  }

  /**
   * Why the entry stands so.
   *
   * @return the reason, in words
   */
  public String why() {
    return why;
  }

  /**
   * Whether security is due.
   *
   * @return whether the quota was critical when the entry came
   */
  public boolean securityDue() {
    return securityDue;
  }

  /** Whether the entry lacks the licence that the quota needs. */
  boolean lacksLicence(DeclaredFacts facts) {
    return needsLicence
        && facts.fact("licence:" + quota).filter(licence -> !licence.equals("no")).isEmpty();
  }

  /** How a quantity splits; empty where that is not known. */
  Optional<TariffQuota.Split> split(Quantity entry) {
    if (share != null) {
      return Optional.of(TariffQuota.prorated(entry, share));
    }
    if (split == null) {
      return Optional.empty();
    }
    Quantity whole = split.inside().plus(split.outside());
    if (whole.compareTo(entry) != 0) {
      throw new IllegalArgumentException(
          "The entry must be the " + whole + " that the quota was asked for, but was " + entry);
    }
    return Optional.of(split);
  }

  /** Whether the quota is counted in the dimension of a quantity. */
  boolean counts(Quantity quantity) {
    return split == null || split.inside().unit().convertsTo(quantity.unit());
  }

  /** A split that leaves all of a quantity above the quota. */
  static TariffQuota.Split allAbove(Quantity entry) {
    return new TariffQuota.Split(new Quantity(BigDecimal.ZERO, entry.unit()), entry);
  }

  /** The quota and the reason. */
  @Override
  public String toString() {
    return "quota " + quota + ": " + (split == null ? why : split.toString());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QuotaPosition that
        && quota.equals(that.quota)
        && Objects.equals(share, that.share)
        && Objects.equals(split, that.split)
        && why.equals(that.why)
        && needsLicence == that.needsLicence
        && securityDue == that.securityDue;
  }

  @Override
  public int hashCode() {
    return Objects.hash(quota, share, split, why, needsLicence);
  }
}
