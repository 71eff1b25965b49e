package org.tariffeconomics.equilibrium;

/**
 * A part of a nested market: one {@link Variety}, or a {@link Nest} of parts that are closer
 * substitutes of each other than of the rest.
 *
 * @since 0.1.0
 */
public sealed interface NestMember permits Variety, Nest {

  /** {@return what the part is called} */
  String name();

  /**
   * {@return the part's share of the spending on the nest that it belongs to, at tariff-inclusive
   * prices: a fraction from 0 to 1}
   */
  double share();
}
