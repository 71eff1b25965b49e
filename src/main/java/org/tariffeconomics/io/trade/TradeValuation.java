package org.tariffeconomics.io.trade;

/**
 * At which point of their way goods are valued.
 *
 * @since 0.1.0
 */
public enum TradeValuation {
  /** With cost, insurance and freight to the importer's border. */
  CIF,
  /** Free on board at the exporter's border. */
  FOB,
  /** Free alongside ship, the way of US exports. */
  FAS,
  /** The customs value of imports for consumption: what duty was charged on. */
  CUSTOMS_CONSUMPTION,
  /** The customs value of general imports: what arrived, into warehouses too. */
  CUSTOMS_GENERAL,
  /** The file does not say. */
  UNSTATED
}
