package org.tariffeconomics.report;

import java.text.Normalizer;
import java.util.Map;

/** Text of a cell as it stands on one line of a table, so that it cannot forge a row or a stamp. */
final class OneLine {

  /** What stands for signs that ASCII lacks. */
  private static final Map<Character, String> ASCII =
      Map.ofEntries(
          Map.entry('·', "-"),
          Map.entry('…', "..."),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('−', "-"),
          Map.entry('×', "x"),
          Map.entry('→', "->"),
          Map.entry('≥', ">="),
          Map.entry('≤', "<="),
          Map.entry('≈', "~"),
          Map.entry('’', "'"),
          Map.entry('‘', "'"),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('¢', " cents"),
          Map.entry('€', "EUR "),
          Map.entry('£', "GBP "),
          Map.entry('¥', "JPY "),
          Map.entry('§', "s. "),
          Map.entry('²', "2"),
          Map.entry('³', "3"),
          Map.entry('ß', "ss"),
          Map.entry('ı', "i"),
          Map.entry('ø', "o"),
          Map.entry('Σ', "sum"),
          Map.entry('\u00a0', " "));

  private OneLine() {}

  /** Line breaks, other control characters and marks that turn the direction become blanks. */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      line.append(isForbidden(each) ? ' ' : each);
    }
    return line.toString();
  }

  private static boolean isForbidden(char each) {
    return Character.isISOControl(each)
        || (each >= '\u2028' && each <= '\u202e')
        || (each >= '\u2066' && each <= '\u2069');
  }

  /** The same in ASCII alone, for an output that has nothing else. */
  static String ascii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      plain.append(each < 0x80 ? String.valueOf(each) : ASCII.getOrDefault(each, letter(each)));
    }
    return of(plain.toString());
  }

  /** Lines of ASCII in which only the mark of what is cut or hidden is left to replace. */
  static String asciiLines(String lines) {
    return lines.replace("… ", "... ").replace('…', '~');
  }

  private static String letter(char each) {
    char base = Normalizer.normalize(String.valueOf(each), Normalizer.Form.NFD).charAt(0);
    return base < 0x80 ? String.valueOf(base) : "?";
  }
}
