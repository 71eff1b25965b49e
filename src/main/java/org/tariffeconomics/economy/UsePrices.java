package org.tariffeconomics.economy;

/**
 * At which prices a table states what industries use.
 *
 * @since 0.1.0
 */
public enum UsePrices {
  /**
   * At the seller's prices, before duties. The duties on a good are then spread over all its users
   * in the country in proportion, and value added is what is left of output after them.
   */
  BEFORE_DUTY,
  /** At the buyer's prices, duties included. */
  DUTY_PAID
}
