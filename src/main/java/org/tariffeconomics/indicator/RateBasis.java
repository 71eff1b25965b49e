package org.tariffeconomics.indicator;

/**
 * What kind of rate an average is made of.
 *
 * @since 0.1.0
 */
public enum RateBasis {
  /** What the law asks for, before preferences go unclaimed, exclusions, or goods on the way. */
  STATUTORY,
  /** What customs collected: duties over customs value. */
  COLLECTED
}
