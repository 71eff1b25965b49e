package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is when it is drawn, without a font at hand: each sign as wide as in the widest of
 * the common faces without serifs (Arial, Helvetica, Liberation Sans, DejaVu Sans), so that what
 * fits by this table fits in any of them.
 */
final class SvgFont {

  /** The faces asked for, the first that the reader's machine has. */
  static final String FAMILY = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

  /** How far letters reach above and below the line they stand on, in parts of the size. */
  static final double ASCENT = 0.80;

  static final double DESCENT = 0.24;

  private static final int FIRST = ' ';

  /** The widths of the signs of ASCII from the blank on, in thousandths of the size. */
  private static final int[] ASCII = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685,
    667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  private static final int ACCENTED = 850;

  private static final int WIDEST = 1000;

  private static final double BOLD = 1.14;

  private SvgFont() {}

  static double width(String text, double size, boolean bold) {
    long thousandths = 0;
    for (int i = 0; i < text.length(); i++) {
      thousandths += width(text.charAt(i));
    }
    return thousandths * size / 1000 * (bold ? BOLD : 1);
  }

  private static int width(char each) {
    int at = each - FIRST;
    if (at >= 0 && at < ASCII.length) {
      return ASCII[at];
    }
    return each < '\u0250' ? ACCENTED : WIDEST;
  }

  /** The text in lines that are no wider; a word that is wider by itself is divided. */
  static List<String> wrapped(String text, double size, boolean bold, double most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : OneLine.of(text).strip().split(" +", -1)) {
      for (String part : divided(word, size, bold, most)) {
        String longer = line.length() == 0 ? part : line + " " + part;
        if (line.length() > 0 && width(longer, size, bold) > most) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(part);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> divided(String word, double size, boolean bold, double most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= word.length(); to++) {
      if (to - from > 1 && width(word.substring(from, to), size, bold) > most) {
        int cut = Character.isLowSurrogate(word.charAt(to - 1)) && to - from > 2 ? to - 2 : to - 1;
        parts.add(word.substring(from, cut));
        from = cut;
      }
    }
    parts.add(word.substring(from));
    return parts;
  }

  /** The beginning of a text that is no wider, with a mark where something is left out. */
  static String cut(String text, double size, double most) {
    if (width(text, size, false) <= most) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", size, false) > most) {
      end--;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
