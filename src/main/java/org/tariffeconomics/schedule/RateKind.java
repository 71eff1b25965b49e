package org.tariffeconomics.schedule;

import org.tariffeconomics.tariff.DutyRate;

/** The form of a rate in a schedule's cell, the coarse kinds in which schedules are described. */
public enum RateKind {
  /** Free of duty. */
  FREE("free"),
  /** A share of the value. */
  AD_VALOREM("ad valorem"),
  /** Money per quantity. */
  SPECIFIC("specific"),
  /** A sum of several rates. */
  COMPOUND("compound"),
  /** The greater or the lesser of several rates. */
  MIXED("mixed"),
  /** A rate on a part of the value, on another value, by a quality of the goods, or a total. */
  SPECIAL_BASIS("special basis"),
  /** A rate that stands elsewhere. */
  REFERENCE("reference"),
  /** A text that is not understood: the duty is undetermined. */
  UNSUPPORTED("unsupported");

  private final String words;

  RateKind(String words) {
    this.words = words;
  }

  /**
   * The kind of a rate.
   *
   * @param rate the rate
   * @return its kind, by the outermost form
   */
  public static RateKind of(DutyRate rate) {
    if (rate instanceof DutyRate.Free) {
      return FREE;
    }
    if (rate instanceof DutyRate.AdValorem) {
      return AD_VALOREM;
    }
    if (rate instanceof DutyRate.Specific) {
      return SPECIFIC;
    }
    if (rate instanceof DutyRate.Sum) {
      return COMPOUND;
    }
    if (rate instanceof DutyRate.GreaterOf || rate instanceof DutyRate.LesserOf) {
      return MIXED;
    }
    if (rate instanceof DutyRate.ByReference) {
      return REFERENCE;
    }
    return rate instanceof DutyRate.Unsupported ? UNSUPPORTED : SPECIAL_BASIS;
  }

  /** The kind in words, {@code ad valorem}. */
  @Override
  public String toString() {
    return words;
  }
}
