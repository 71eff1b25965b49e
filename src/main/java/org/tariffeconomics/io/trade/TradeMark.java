package org.tariffeconomics.io.trade;

/**
 * What is to be known of a trade record besides its numbers.
 *
 * @since 0.1.0
 */
public enum TradeMark {
  /** The quantity was estimated. */
  QUANTITY_ESTIMATED(false),
  /** The value was not reported but computed by the file's maker. */
  NOT_REPORTED(false),
  /** The value counts from January to the period's month. */
  YEAR_TO_DATE(false),
  /** The product's code had lost a leading zero, which was put back. */
  CODE_RESTORED(false),
  /** A side is the whole world: the sum of other rows. */
  WORLD(true),
  /** A side is a group of countries whose members have rows of their own. */
  GROUP(true),
  /** The product is all products together. */
  ALL_PRODUCTS(true),
  /** A part of another row: one mode of transport, one customs procedure, one district. */
  BREAKDOWN(true),
  /** The product has another number of digits than was asked for. */
  OTHER_LEVEL(true);

  private final boolean doubleCounting;

  TradeMark(boolean doubleCounting) {
    this.doubleCounting = doubleCounting;
  }

  /** {@return whether the row repeats trade that other rows of the file count} */
  public boolean isDoubleCounting() {
    return doubleCounting;
  }
}
