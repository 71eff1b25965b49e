package org.tariffeconomics.schedule;

import java.util.Locale;
import org.tariffeconomics.basics.HsCode;

/**
 * One difference between a line of two schedules.
 *
 * @param code the line
 * @param kind what has changed
 * @param column the rate column for {@link Kind#RATE} and {@link Kind#INHERITED_RATE}, otherwise
 *     empty
 * @param before the text before; empty for none
 * @param after the text after; empty for none
 */
public record LineChange(HsCode code, Kind kind, String column, String before, String after) {

  /** What has changed. */
  public enum Kind {
    /** The line is new; the texts are general rates. */
    ADDED,
    /** The line is no more; the texts are general rates. */
    DROPPED,
    /** The rate has another meaning, and the line prints it itself, before or after. */
    RATE,
    /** The rate has another meaning because that of the line above has. */
    INHERITED_RATE,
    /** The words of the line's own row are others. */
    DESCRIPTION,
    /** The units of quantity are others. */
    UNITS;

    /** The kind in words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The line, what has changed, and both texts, shortened. */
  @Override
  public String toString() {
    String what = column.isEmpty() ? kind.toString() : kind + " (" + column + ")";
    return code + " " + what + ": " + shortened(before) + " → " + shortened(after);
  }

  private static String shortened(String text) {
    return text.length() > 20 ? text.substring(0, 19) + "…" : text;
  }
}
