package org.tariffeconomics.reading;

import java.util.Objects;

/**
 * What stands around the text of a cell and is no part of it: blanks of any width, and characters
 * that nobody sees.
 *
 * @since 0.1.0
 */
public final class Padding {

  private Padding() {}

  /**
   * A text without what pads it.
   *
   * @param cell the text as it stands
   * @return the text between the first and the last character that is seen
   */
  public static String stripped(String cell) {
    Objects.requireNonNull(cell, "cell");
    if (cell.isEmpty() || isSeenAtBothEnds(cell)) {
      return cell;
    }
    String plain = cell.strip();
    if (plain.isEmpty() || !isPadded(plain)) {
      return plain;
    }
    int from = 0;
    int to = plain.length();
    while (from < to && isPadding(plain.charAt(from))) {
      from++;
    }
    while (to > from && isPadding(plain.charAt(to - 1))) {
      to--;
    }
    return plain.substring(from, to);
  }

  /** Most cells begin and end with a character of ASCII that is no blank. */
  private static boolean isSeenAtBothEnds(String cell) {
    return isSeenAscii(cell.charAt(0)) && isSeenAscii(cell.charAt(cell.length() - 1));
  }

  private static boolean isSeenAscii(char c) {
    return c > ' ' && c <= '~';
  }

  private static boolean isPadded(String text) {
    return isPadding(text.charAt(0)) || isPadding(text.charAt(text.length() - 1));
  }

  private static boolean isPadding(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
