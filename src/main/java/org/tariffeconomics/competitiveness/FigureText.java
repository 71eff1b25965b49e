package org.tariffeconomics.competitiveness;

import java.util.regex.Pattern;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.NotAvailable;

/** Reads a figure as it stands in a file: number, blank, not available, or none of these. */
final class FigureText {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private FigureText() {}

  enum Kind {
    AMOUNT,
    RATE
  }

  /** Throws with the words that follow the text in a problem, such as {@code is no number}. */
  static Figure parse(String text, Kind kind) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return Figure.unknown("left blank");
    }
    if (NotAvailable.inNumbers(stripped)) {
      return Figure.unknown("not available ('" + stripped + "')");
    }
    boolean percent = kind == Kind.RATE && stripped.endsWith("%");
    String digits = percent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
    if (digits.length() > Texts.SHOWN || !NUMBER.matcher(digits).matches()) {
      throw new IllegalArgumentException("is no number; write 1234.5");
    }
    double value = Double.parseDouble(digits);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("is too large a number");
    }
    if (percent) {
      return Figure.of(value / 100);
    }
    if (kind == Kind.RATE && value > 1) {
      throw new IllegalArgumentException("is above 1; write 0.15 or 15%");
    }
    return Figure.of(value);
  }
}
