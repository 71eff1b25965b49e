package org.tariffeconomics.io.trade;

/**
 * What a column of a file of average tariffs holds, for files whose labels the user maps.
 *
 * @since 0.1.0
 */
public enum TariffField {
  /** The importer that charges the tariff; required. */
  REPORTER,
  /** The origin that it is charged on; 000 or no column at all is every origin. */
  PARTNER,
  /** The year; required. */
  YEAR,
  /** The product's code; required. */
  PRODUCT,
  /** The edition of the code. */
  NOMENCLATURE,
  /** MFN, preference, bound or applied. */
  KIND,
  /** The simple average of the lines; required. */
  AVERAGE,
  /** The average weighted by trade. */
  WEIGHTED_AVERAGE,
  /** The lowest rate. */
  MINIMUM,
  /** The highest rate. */
  MAXIMUM,
  /** How many lines there are. */
  LINES,
  /** How many of them have no ad valorem rate or equivalent, so that no average counts them. */
  LINES_NOT_COMPUTED,
  /** How many of them are free. */
  FREE_LINES,
  /** The imports, in thousands of dollars. */
  IMPORTS
}
