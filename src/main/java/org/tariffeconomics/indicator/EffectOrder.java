package org.tariffeconomics.indicator;

/**
 * Which composition effect a {@link ConstantMarketShare} decomposition takes off first; the second
 * one gets what is left, so that the order moves weight between the two but not their sum.
 *
 * @since 0.1.0
 */
public enum EffectOrder {
  /** Commodities first, then markets within each commodity: Leamer and Stern's order. */
  COMMODITY_FIRST,
  /** Markets first, then commodities within each market. */
  MARKET_FIRST
}
