package org.tariffeconomics.report;

/**
 * What may be asked for when a table is written as CSV.
 *
 * @since 0.1.0
 */
public enum CsvOption {
  /**
   * No text is taken for a formula when a spreadsheet opens the file: one that begins with {@code =
   * + - @}, a tab or a carriage return gets an apostrophe in front. Numbers stay numbers. Readers
   * other than spreadsheets see the apostrophe.
   */
  SPREADSHEET_SAFE,

  /**
   * The numbers alone, without title and caption. As a rule those go with the numbers, since they
   * say what kind of number it is, for which day, from which version of which facts and under which
   * assumptions: in the long form as rows with the row number 0 and the key {@code title} or {@code
   * caption}, so that each line still has six fields; in the wide form as lines behind the last row
   * that begin with {@code #}, which a reader is to be told of.
   */
  WITHOUT_CAPTION
}
