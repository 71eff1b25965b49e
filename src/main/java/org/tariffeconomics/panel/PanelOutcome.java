package org.tariffeconomics.panel;

/**
 * What a panel knows of the duty on goods of a line and an origin.
 *
 * @since 0.1.0
 */
public enum PanelOutcome {
  /** The duty is a share of the value, and there is a rate. */
  AD_VALOREM,
  /** The duty lies between two shares of the value; what decides is known. */
  BOUNDED,
  /** The duty is known but depends on a quantity or another value, so that there is no rate. */
  NOT_AD_VALOREM,
  /** The duty is not known. */
  UNDETERMINED,
  /** The import is not allowed. */
  PROHIBITED
}
