package org.tariffeconomics.io.trade;

/**
 * Which side of a trade reported it.
 *
 * @since 0.1.0
 */
public enum TradeDirection {
  /** The importer. */
  IMPORT,
  /** The exporter. */
  EXPORT,
  /** Both sides' reports made one, as in BACI. */
  RECONCILED
}
