package org.tariffeconomics.deal;

import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;

/**
 * What a party does when the other does not keep the deal.
 *
 * @param trigger what sets it off
 * @param rate the all-in rate that would apply then
 * @param source where it stands
 */
public record SnapBack(String trigger, Rate rate, Source source) {

  /** Creates a snap-back. */
  public SnapBack {}

  /** The rate and what sets it off. */
  @Override
  public String toString() {
    return "back to " + rate + " on " + trigger;
  }
}
