package org.tariffeconomics.indicator;

/** What kind of rate an average is made of. */
public enum RateBasis {
  /** What the law asks for, before preferences go unclaimed, exclusions, or goods on the way. */
  STATUTORY,
  /** What customs collected: duties over customs value. */
  COLLECTED
}
