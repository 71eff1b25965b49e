package org.tariffeconomics.indicator;

/**
 * How the effective rate of protection treats inputs that are not traded, such as electricity.
 *
 * @since 0.1.0
 */
public enum NonTradedTreatment {
  /**
   * As a traded input with a tariff of zero: its price is taken as fixed and it is no part of the
   * value added that is protected. Source: Balassa (1965).
   */
  BALASSA,
  /**
   * As part of the value added that is protected, except for the traded goods that went into it,
   * which count as traded inputs. Source: Corden (1966).
   */
  CORDEN
}
