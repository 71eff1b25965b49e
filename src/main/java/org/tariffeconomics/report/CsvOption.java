package org.tariffeconomics.report;

/** What may be asked for when a table is written as CSV; without it every text stands as it is. */
public enum CsvOption {
  /**
   * No text is taken for a formula when a spreadsheet opens the file: one that begins with {@code =
   * + - @}, a tab or a carriage return gets an apostrophe in front. Numbers stay numbers. Readers
   * other than spreadsheets see the apostrophe.
   */
  SPREADSHEET_SAFE,

  /**
   * Title and caption (what kind of number, day, source, assumptions) go with the numbers. In the
   * long form they are rows with the row number 0 and the key {@code title} or {@code caption}, so
   * that each line still has six fields; in the wide form they are lines behind the last row that
   * begin with {@code #}, which a reader is to be told of.
   */
  WITH_CAPTION
}
