package org.tariffeconomics.rate;

import org.tariffeconomics.basics.Texts;

/**
 * Names and values in the text forms of declarations: as they are where they can be read back so,
 * and otherwise in double quotes, with a quote inside written twice.
 */
final class QuotedText {

  private static final char QUOTE = '"';

  /** What a comparison is written with. */
  private static final String SIGNS = "=!<>";

  private QuotedText() {}

  /** A name: what stands before the sign of a comparison. */
  static String name(String name) {
    return isPlain(name, SIGNS) ? name : quoted(name);
  }

  /** A value: what stands after the sign; the signs themselves cannot begin it. */
  static String value(String value) {
    boolean plain = isPlain(value, "") && SIGNS.indexOf(value.charAt(0)) < 0;
    return plain ? value : quoted(value);
  }

  private static boolean isPlain(String text, String otherSigns) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (!isLetter(each) && isSignOrControl(each, otherSigns)) {
        return false;
      }
    }
    return !text.isEmpty() && text.equals(text.strip());
  }

  private static boolean isLetter(char each) {
    return each >= 'a' && each <= 'z';
  }

  private static boolean isSignOrControl(char each, String otherSigns) {
    return each == ';'
        || each == QUOTE
        || otherSigns.indexOf(each) >= 0
        || Character.isISOControl(each);
  }

  static String quoted(String text) {
    return QUOTE + text.replace("\"", "\"\"") + QUOTE;
  }

  /** The text that a quoted or a plain form stands for; blanks around it do not count. */
  static String unquoted(String form) {
    String text = form.strip();
    boolean quoted =
        text.length() >= 2 && text.charAt(0) == QUOTE && text.charAt(text.length() - 1) == QUOTE;
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  /**
   * The first place from some place on, outside of quotes, where one of some signs stands; or −1.
   */
  static int indexOf(String text, String signs, int from) {
    boolean inside = false;
    for (int i = from; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == QUOTE) {
        inside = !inside;
      } else if (!inside && signs.indexOf(each) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** The first place, outside of quotes, where a word stands between blanks; or −1. */
  static int indexOfWord(String text, String word) {
    boolean inside = false;
    for (int i = 0; i + word.length() < text.length(); i++) {
      inside ^= text.charAt(i) == QUOTE;
      if (!inside && i > 0 && isWordAt(text, word, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWordAt(String text, String word, int at) {
    return text.startsWith(word, at)
        && Character.isWhitespace(text.charAt(at - 1))
        && Character.isWhitespace(text.charAt(at + word.length()));
  }

  /** Refuses a text whose last quote is not closed: what follows it could be anything. */
  static void requireClosed(String text) {
    if (text.chars().filter(c -> c == QUOTE).count() % 2 == 1) {
      throw new IllegalArgumentException("A quote is not closed in " + Texts.quoted(text));
    }
  }
}
