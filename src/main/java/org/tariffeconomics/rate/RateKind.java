package org.tariffeconomics.rate;

import java.util.Locale;
import java.util.Objects;

/**
 * What kind of rate a text gives, in the words of those who count schedules.
 *
 * @since 0.1.0
 */
public enum RateKind {
  /** No text: the rate stands on the line above. */
  BLANK,
  /** Free of duty. */
  FREE,
  /** A share of the value. */
  AD_VALOREM,
  /** Money per quantity, of one or several quantities. */
  SPECIFIC,
  /** A sum of shares of the value and money. */
  COMPOUND,
  /** The greater or the lesser of several duties. */
  MIXED,
  /** A duty on a part of the value, or on another value than the customs value. */
  PART_OF_VALUE,
  /** A duty on top of the line's ordinary duty. */
  ADDITIONAL,
  /** An all-inclusive total. */
  INCLUSIVE,
  /** A rate that stands elsewhere, the line's ordinary rate among them. */
  REFERENCE,
  /** A duty that falls with the polarisation of sugar. */
  TECHNICAL,
  /** Rates by season of the year. */
  SEASONAL,
  /** A rate on a condition: stated in words, a price, a certificate. */
  CONDITIONAL,
  /** A rate with an agricultural component. */
  AGRICULTURAL,
  /** A fixed or declared sum, or an amount in a unit that is no currency. */
  AMOUNT,
  /** A unit in which the quantity is declared, and no rate. */
  SUPPLEMENTARY_UNIT,
  /** Several rates by programme: a cell of the special column. */
  BY_PROGRAMME,
  /** A text that is not understood. */
  UNSUPPORTED;

  /**
   * The kind of a rate.
   *
   * @param rate the rate
   * @return the kind; what decides between rates comes before what they are made of
   */
  public static RateKind of(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    if (rate instanceof DutyRate.Unsupported) {
      return UNSUPPORTED;
    }
    if (rate instanceof SeasonalRate) {
      return SEASONAL;
    }
    if (rate instanceof ConditionalRate || rate instanceof ConditionLadder) {
      return CONDITIONAL;
    }
    if (isIn(rate, AgriculturalComponent.class)) {
      return AGRICULTURAL;
    }
    if (isIn(rate, PolarisedRate.class)) {
      return TECHNICAL;
    }
    return rate.parts().isEmpty() ? leaf(rate) : composed(rate);
  }

  private static boolean isIn(DutyRate rate, Class<? extends DutyRate> kind) {
    return kind.isInstance(rate) || rate.parts().stream().anyMatch(part -> isIn(part, kind));
  }

  private static RateKind leaf(DutyRate rate) {
    if (rate instanceof DutyRate.Free) {
      return FREE;
    }
    if (rate instanceof DutyRate.AdValorem) {
      return AD_VALOREM;
    }
    if (rate instanceof DutyRate.Specific) {
      return SPECIFIC;
    }
    if (rate instanceof OtherValueRate) {
      return PART_OF_VALUE;
    }
    if (rate instanceof DutyRate.ByReference reference) {
      return reference.target().equals(DutyRate.LINE_ABOVE) ? BLANK : REFERENCE;
    }
    return rate instanceof SupplementaryUnit ? SUPPLEMENTARY_UNIT : AMOUNT;
  }

  private static RateKind composed(DutyRate rate) {
    if (rate instanceof DutyRate.GreaterOf || rate instanceof DutyRate.LesserOf) {
      return MIXED;
    }
    if (rate instanceof DutyRate.Inclusive) {
      return INCLUSIVE;
    }
    if (rate instanceof DutyRate.OnPortion) {
      return PART_OF_VALUE;
    }
    if (isIn(rate, DutyRate.ByReference.class)) {
      return ADDITIONAL;
    }
    boolean specific = rate.parts().stream().allMatch(part -> part instanceof DutyRate.Specific);
    return specific ? SPECIFIC : COMPOUND;
  }

  /** For example {@code ad valorem}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
