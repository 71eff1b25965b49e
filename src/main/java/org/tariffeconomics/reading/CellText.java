package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * How the text of a cell is meant.
 *
 * <p>In files of the library's own schema an apostrophe in front guards a text that would be taken
 * for something else: for a formula by a spreadsheet ({@code '=A1} for {@code =A1}), or for “not
 * available” by the reader ({@code 'n/a} for a thing of that name). Texts that begin with such an
 * apostrophe themselves get a second one, so that every text reads back as it was.
 */
enum CellText {
  /** As it stands, as in files of others. */
  PLAIN,
  /** Without the apostrophe that guards it. */
  GUARDED;

  private static final String FORMULA = "=+-@\t\r";
  private static final char GUARD = '\'';
  private static final char SEPARATOR = ';';
  private static final char QUOTE = '"';

  String of(String stripped) {
    return this == GUARDED && isGuarded(stripped) ? stripped.substring(1) : stripped;
  }

  private static boolean isGuarded(String text) {
    if (text.length() < 2 || text.charAt(0) != GUARD) {
      return false;
    }
    char next = text.charAt(1);
    return next == GUARD || FORMULA.indexOf(next) >= 0 || NotAvailable.inTexts(text.substring(1));
  }

  /** The text with a guard where it needs one. */
  static String guarded(String text, CsvStyle style) {
    boolean isFormula =
        style == CsvStyle.SPREADSHEET_SAFE
            && !text.isEmpty()
            && FORMULA.indexOf(text.charAt(0)) >= 0;
    boolean misread = NotAvailable.inTexts(text) || isGuarded(text);
    return isFormula || misread ? GUARD + text : text;
  }

  /**
   * Parts of one cell with semicolons between them; a part that has one itself, or a quote or outer
   * blanks, stands in quotes, with its own quotes doubled.
   */
  static String joined(List<String> parts) {
    return String.join(SEPARATOR + " ", parts.stream().map(CellText::part).toList());
  }

  private static String part(String text) {
    boolean plain =
        text.indexOf(SEPARATOR) < 0
            && text.indexOf(QUOTE) < 0
            && !text.isEmpty()
            && text.equals(text.strip());
    return plain ? text : QUOTE + text.replace("\"", "\"\"") + QUOTE;
  }

  /** The parts of a cell; blank ones are none unless they stand in quotes. */
  static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at <= cell.length()) {
      int end = end(cell, at);
      String part = cell.substring(at, end).strip();
      if (isQuoted(part)) {
        parts.add(part.substring(1, part.length() - 1).replace("\"\"", "\""));
      } else if (!part.isEmpty()) {
        parts.add(part);
      }
      at = end + 1;
    }
    return List.copyOf(parts);
  }

  /** The semicolon at which a part ends, or the end of the cell. */
  private static int end(String cell, int from) {
    int start = from;
    while (start < cell.length() && Character.isWhitespace(cell.charAt(start))) {
      start++;
    }
    int quoteEnd = start < cell.length() && cell.charAt(start) == QUOTE ? quoteEnd(cell, start) : 0;
    int end = cell.indexOf(SEPARATOR, Math.max(quoteEnd, from));
    return end < 0 ? cell.length() : end;
  }

  /** The place behind the quote that closes one; 0 where it is none that closes before a part. */
  private static int quoteEnd(String cell, int open) {
    int at = cell.indexOf(QUOTE, open + 1);
    while (at >= 0 && at + 1 < cell.length() && cell.charAt(at + 1) == QUOTE) {
      at = cell.indexOf(QUOTE, at + 2);
    }
    if (at < 0) {
      return 0;
    }
    int next = cell.indexOf(SEPARATOR, at);
    String behind = cell.substring(at + 1, next < 0 ? cell.length() : next);
    return behind.isBlank() ? at + 1 : 0;
  }

  private static boolean isQuoted(String part) {
    return part.length() > 1
        && part.charAt(0) == QUOTE
        && part.charAt(part.length() - 1) == QUOTE
        && part.substring(1, part.length() - 1).replace("\"\"", "").indexOf(QUOTE) < 0;
  }
}
