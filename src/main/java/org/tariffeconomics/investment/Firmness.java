package org.tariffeconomics.investment;

import java.util.Locale;

/**
 * Whether anybody is bound by a commitment.
 *
 * @since 0.1.0
 */
public enum Firmness {
  /** A state is bound, or accepts a stated consequence of default. */
  BINDING,
  /** An intention or expectation, such as “companies are expected to invest”. */
  EXPECTED,
  /** The parties differ on it, or no text has been published. */
  UNCLEAR;

  /** The name in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
