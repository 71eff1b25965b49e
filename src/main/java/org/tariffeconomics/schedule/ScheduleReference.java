package org.tariffeconomics.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.HsCode;

/**
 * A pointer from a line to provisions of chapter 98 or 99: {@code See 9903.88.15.} in a note to its
 * general rate, or {@code See 9822.04.01-9822.04.03 (AU)} in its special column. The provision may
 * add a duty, lower one, or be suspended; the pointer says nothing of that.
 *
 * @param column the column that points, as the file names it: {@code general}, {@code special},
 *     {@code other}, {@code desc}; empty where a note names none
 * @param first the provision, or the first of a range
 * @param last the last provision of a range; the first where it is one
 * @param text the note or the cell as published
 * @since 0.1.0
 */
public record ScheduleReference(String column, HsCode first, HsCode last, String text) {

  /** A code, printed {@code 99.19.04.14} in two lines, and the end of a range where it has one. */
  private static final Pattern POINTER =
      Pattern.compile(
          "(?<![0-9.])(9[89]\\.?\\d\\d\\.\\d\\d(?:\\.\\d\\d)?)"
              + "(?:[\\s\\u00a0]*(?:-|–|through)[\\s\\u00a0]*(9[89]\\.?\\d\\d\\.\\d\\d(?:\\.\\d\\d)?))?"
              + "(?![0-9])");

  /**
   * Creates a pointer.
   *
   * @param column the column that points
   * @param first the provision, or the first of a range
   * @param last the last provision of a range
   * @param text the note or the cell as published
   * @throws IllegalArgumentException when the range ends before it begins
   */
  public ScheduleReference {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(text, "text");
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "last must not stand before first, but was " + last + " < " + first);
    }
  }

  /**
   * Whether a provision is one of those pointed to.
   *
   * @param provision its code
   * @return true where it lies between the first and the last, both included, or below either
   */
  public boolean covers(HsCode provision) {
    Objects.requireNonNull(provision, "provision");
    return (provision.compareTo(first) >= 0 && provision.compareTo(last) <= 0)
        || first.covers(provision)
        || last.covers(provision);
  }

  static List<ScheduleReference> of(ScheduleLine line) {
    Set<ScheduleReference> found = new LinkedHashSet<>();
    List<ScheduleRow> rows = new ArrayList<>(line.above());
    rows.add(line.row());
    for (ScheduleRow row : rows) {
      for (ScheduleRow.Footnote note : row.footnotes()) {
        List<String> columns = note.columns().isEmpty() ? List.of("") : note.columns();
        columns.forEach(column -> add(column, note.text(), found));
      }
    }
    line.special().ifPresent(cell -> add("special", cell.text(), found));
    return List.copyOf(found);
  }

  private static void add(String column, String text, Set<ScheduleReference> found) {
    if (!text.contains("98") && !text.contains("99")) {
      return;
    }
    Matcher matcher = POINTER.matcher(text);
    while (matcher.find()) {
      HsCode first = HsCode.of(matcher.group(1));
      HsCode last = matcher.group(2) == null ? first : HsCode.of(matcher.group(2));
      if (last.compareTo(first) >= 0) {
        found.add(new ScheduleReference(column, first, last, text));
      } else {
        found.add(new ScheduleReference(column, first, first, text));
        found.add(new ScheduleReference(column, last, last, text));
      }
    }
  }

  /** The column and the provisions: {@code general: 9903.88.15}. */
  @Override
  public String toString() {
    return column + ": " + first + (last.equals(first) ? "" : "-" + last);
  }
}
