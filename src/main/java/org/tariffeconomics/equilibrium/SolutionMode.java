package org.tariffeconomics.equilibrium;

/**
 * How a model with clearing markets is solved.
 *
 * @since 0.1.0
 */
public enum SolutionMode {
  /** The model's equations as they are, for a shock of any size: the default everywhere. */
  EXACT,
  /**
   * The equations linearised at the old equilibrium: one linear system. Right to first order; with
   * tariffs of tens of percent it can miss half of an effect. It is what most published
   * spreadsheets give.
   */
  LOG_LINEAR
}
