package org.tariffeconomics.io.trade;

/** Which side of a trade reported it. */
public enum TradeDirection {
  /** The importer. */
  IMPORT,
  /** The exporter. */
  EXPORT,
  /** Both sides' reports made one, as in BACI. */
  RECONCILED
}
