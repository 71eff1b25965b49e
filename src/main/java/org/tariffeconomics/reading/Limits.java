package org.tariffeconomics.reading;

import java.time.LocalDate;
import java.util.List;
import org.tariffeconomics.basics.Require;

/**
 * How large, how deep and how far a file may be: what goes beyond is a problem of the file or row,
 * never an error of the program, so that a damaged or hostile file cannot fill the memory.
 *
 * <p>Files that are read as streams (trade, tariffs by line, releases of a schedule) may be of any
 * size; the limits on size are for files that are kept whole.
 *
 * @since 0.1.0
 */
public final class Limits {

  /** The longest file that is read whole: 64 million characters. */
  public static final long FILE_CHARACTERS = 64L << 20;

  /** The most cells of a table, or values of a JSON document, that are kept: 5 million. */
  public static final long KEPT_CELLS = 5_000_000;

  /** The most rows that a reader keeps of a stream: a million. */
  public static final int KEPT_ROWS = 1_000_000;

  /** The most cells in one row: 16,384, as many as spreadsheets have columns. */
  public static final int ROW_CELLS = 16_384;

  /** The longest cell: a million characters. */
  public static final int CELL_CHARACTERS = 1_000_000;

  /** The longest line of a text whose lines have a fixed width: 10,000 characters. */
  public static final int LINE_CHARACTERS = 10_000;

  /** The largest power of ten, up or down, of a number: 30. Beyond it a number is damage. */
  public static final int LARGEST_EXPONENT = 30;

  /** How deep archives may lie in archives, zipped or gzipped: 3. */
  public static final int ARCHIVE_DEPTH = 3;

  /** How many links of a JSON:API document are followed one after another: 4. */
  public static final int LINK_DEPTH = 4;

  /** How many problems of each severity a reading keeps; all are counted. */
  public static final int KEPT_PROBLEMS = 10_000;

  /** How many different names (of members, codes, reasons) a pass counts one by one. */
  public static final int COUNTED_NAMES = 1_000;

  /** The longest name of a file, path or column in a problem: 200 characters. */
  public static final int LONGEST_NAME = 200;

  /** The longest message of a problem: 500 characters. */
  public static final int LONGEST_MESSAGE = 500;

  /** The first day that a file may name: an earlier one is damage of its row. */
  public static final LocalDate FIRST_DAY = Require.FIRST_DAY;

  /** The last day that a file may name: a later one is damage of its row. */
  public static final LocalDate LAST_DAY = Require.LAST_DAY;

  private Limits() {}

  /** A text that is at most so long, with an ellipsis where something is left out. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }

  /** The cells of a row in one text that is not longer than a message. */
  static String joined(List<String> cells) {
    StringBuilder text = new StringBuilder();
    for (String each : cells) {
      if (text.length() > LONGEST_MESSAGE) {
        break;
      }
      text.append(text.isEmpty() ? "" : ",").append(cut(each, LONGEST_MESSAGE));
    }
    return cut(text.toString(), LONGEST_MESSAGE);
  }
}
