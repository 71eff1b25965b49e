package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the elements of a picture. Numbers are written with two decimals at most by whole number
 * arithmetic, so that the text is the same on every machine; every text drawn is remembered with
 * its box, so that a later one can keep clear of it.
 */
final class SvgCanvas {

  /** Where a text stands to its point. */
  enum Anchor {
    START("start", 0),
    MIDDLE("middle", 0.5),
    END("end", 1);

    private final String word;
    private final double share;

    Anchor(String word, double share) {
      this.word = word;
      this.share = share;
    }
  }

  /** The box of a text. */
  record Box(double left, double top, double right, double bottom) {

    boolean overlaps(Box that) {
      return left < that.right && that.left < right && top < that.bottom && that.top < bottom;
    }
  }

  static final String INK = "#1a1a1a";
  static final String FAINT = "#595959";
  static final String RULE = "#d0d0d0";

  /** Keeps a text readable where a line runs behind it. */
  static final String HALO =
      "stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";

  private final StringBuilder out = new StringBuilder(8192);
  private final List<Box> texts = new ArrayList<>();

  static Box box(double x, double y, double size, Anchor anchor, String text, boolean bold) {
    double width = SvgFont.width(text, size, bold);
    double left = x - anchor.share * width;
    return new Box(left, y - SvgFont.ASCENT * size, left + width, y + SvgFont.DESCENT * size);
  }

  boolean isFree(Box box) {
    return texts.stream().noneMatch(box::overlaps);
  }

  void text(double x, double y, double size, Anchor anchor, String text, String more) {
    boolean bold = more.contains("font-weight");
    texts.add(box(x, y, size, anchor, text, bold));
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" font-size=\"").append(number(size)).append('"');
    if (anchor != Anchor.START) {
      out.append(" text-anchor=\"").append(anchor.word).append('"');
    }
    out.append(more.isEmpty() ? "" : " ").append(more).append('>');
    out.append(escaped(text)).append("</text>\n");
  }

  void text(double x, double y, double size, Anchor anchor, String text) {
    text(x, y, size, anchor, text, "");
  }

  void line(double x1, double y1, double x2, double y2, String more) {
    out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    out.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
    out.append("\" ").append(more).append("/>\n");
  }

  void rect(double x, double y, double width, double height, String more) {
    out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
    out.append("\" ").append(more).append("/>\n");
  }

  void circle(double x, double y, double radius, String more) {
    out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    out.append("\" r=\"").append(number(radius)).append("\" ").append(more).append("/>\n");
  }

  void path(CharSequence data, String more) {
    out.append("<path d=\"").append(data).append("\" ").append(more).append("/>\n");
  }

  void open(String element) {
    out.append('<').append(element).append(">\n");
  }

  void close(String element) {
    out.append("</").append(element).append(">\n");
  }

  /** A remark that a reader sees under the pointer, and a screen reader says. */
  void remark(String text) {
    out.append("<title>").append(escaped(text)).append("</title>\n");
  }

  String content() {
    return out.toString();
  }

  /** A point of a path: {@code M12 3.5} or {@code L12 3.5}. */
  static void point(StringBuilder path, char command, double x, double y) {
    path.append(command).append(number(x)).append(' ').append(number(y));
  }

  /** At most two decimals, without exponent and without a negative zero. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "").append(whole);
    if (rest != 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  /** Text as content of XML or HTML, or value of an attribute: signs that XML forbids are gone. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String line = OneLine.of(text);
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      switch (each) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          if (Character.isHighSurrogate(each)
              && i + 1 < line.length()
              && Character.isLowSurrogate(line.charAt(i + 1))) {
            safe.append(each).append(line.charAt(++i));
          } else {
            safe.append(isForbidden(each) ? '\ufffd' : each);
          }
        }
      }
    }
    return safe.toString();
  }

  private static boolean isForbidden(char each) {
    return Character.isSurrogate(each) || each == '\ufffe' || each == '\uffff';
  }
}
