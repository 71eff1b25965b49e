package org.tariffeconomics.investment;

/**
 * How a yearly cap is read where years are not whole.
 *
 * @since 0.1.0
 */
public enum CapRule {
  /**
   * The cap accrues day by day from the first day: half a year allows half of it. The careful
   * reading.
   */
  PRO_RATA,
  /**
   * The cap is renewed each 1 January, and all of it may be paid at once: a calendar year of which
   * only a day is left still allows the full cap. The generous reading.
   */
  CALENDAR_YEAR
}
