package org.tariffeconomics.reading;

/**
 * How the library's own files are written; both ways read back as the same.
 *
 * @since 0.1.0
 */
public enum CsvStyle {
  /** Each text as it is. */
  PLAIN,
  /**
   * A text that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break has
   * an apostrophe in front, so that no spreadsheet takes it for a formula: for files whose texts
   * come from others.
   */
  SPREADSHEET_SAFE
}
