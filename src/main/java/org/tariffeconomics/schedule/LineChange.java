package org.tariffeconomics.schedule;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;

/**
 * One difference between a line of two schedules.
 *
 * @since 0.1.0
 */
public final class LineChange {

  private final HsCode code;
  private final Kind kind;
  private final String column;
  private final String before;
  private final String after;

  LineChange(HsCode code, Kind kind, String column, String before, String after) {
    this.code = code;
    this.kind = kind;
    this.column = column;
    this.before = before;
    this.after = after;
  }

  /** {@return the line} */
  public HsCode code() {
    return code;
  }

  /** {@return what has changed} */
  public Kind kind() {
    return kind;
  }

  /**
   * {@return the rate column for {@link Kind#RATE} and {@link Kind#INHERITED_RATE}, otherwise
   * empty}
   */
  public String column() {
    return column;
  }

  /** {@return the text before; empty for none} */
  public String before() {
    return before;
  }

  /** {@return the text after; empty for none} */
  public String after() {
    return after;
  }

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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LineChange that
        && code.equals(that.code)
        && kind.equals(that.kind)
        && column.equals(that.column)
        && before.equals(that.before)
        && after.equals(that.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, kind, column, before, after);
  }
}
