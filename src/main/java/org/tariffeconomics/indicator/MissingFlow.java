package org.tariffeconomics.indicator;

/**
 * What it means that a list of flows does not mention a pair of row and column.
 *
 * @since 0.1.0
 */
public enum MissingFlow {
  /** No trade: the usual reading of customs statistics, which list positive flows only. */
  IS_ZERO,
  /** A gap in the data: the matrix is refused. */
  IS_REFUSED
}
