package org.tariffeconomics.io.hts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.ScheduleRow;

/**
 * What a spreadsheet leaves behind: codes that lost zeros, rates filled down into rows that have
 * none of their own, percentages shown with two decimals.
 */
final class SpreadsheetDamage {

  private final List<ScheduleRow> rows;
  private final List<ScheduleRow> filled = new ArrayList<>();
  private final List<ScheduleRow> shortened = new ArrayList<>();
  private final List<ScheduleRow> twoDecimals = new ArrayList<>();
  private int couldBeFilled;
  private int certainlyFilled;
  private int withDecimals;

  private SpreadsheetDamage(List<ScheduleRow> rows) {
    this.rows = rows;
    ScheduleRow legal = null;
    ScheduleRow previous = null;
    for (ScheduleRow row : rows) {
      String digits = row.code().replace(".", "");
      look(row, digits, legal, previous);
      legal = digits.length() == DatedLine.DIGITS ? row : legal;
      previous = row;
    }
  }

  static SpreadsheetDamage of(List<ScheduleRow> rows) {
    return new SpreadsheetDamage(rows);
  }

  private void look(
      ScheduleRow row, String digits, @Nullable ScheduleRow legal, @Nullable ScheduleRow previous) {
    if (!isCanonical(row.code()) && repairedCode(row.code()) != null) {
      shortened.add(row);
    }
    ScheduleRow from = source(row, digits, legal, previous);
    if (from != null && !from.general().isBlank()) {
      boolean repeats = row.general().equals(from.general());
      if (repeats) {
        filled.add(row);
      }
      if (digits.length() < DatedLine.DIGITS || !mayHaveNoRate(digits)) {
        couldBeFilled++;
        certainlyFilled += repeats ? 1 : 0;
      }
    }
    if (isPercentWithDecimals(row.general())) {
      withDecimals++;
      if (row.general().endsWith("0%")) {
        twoDecimals.add(row);
      }
    }
  }

  /**
   * The row that a rate would be filled down from: for headings and texts, which have no rates, and
   * for the lines of chapters 98 and 99, many of which have none, the row before; for a statistical
   * row its legal line; for any other line none, since it has a rate of its own.
   */
  private static @Nullable ScheduleRow source(
      ScheduleRow row, String digits, @Nullable ScheduleRow legal, @Nullable ScheduleRow previous) {
    return digits.length() < DatedLine.DIGITS || mayHaveNoRate(digits)
        ? previous
        : parent(row, digits, legal);
  }

  private static boolean mayHaveNoRate(String digits) {
    return digits.startsWith("98") || digits.startsWith("99");
  }

  /** The legal line of a statistical row, none for any other row. */
  private static @Nullable ScheduleRow parent(
      ScheduleRow row, String digits, @Nullable ScheduleRow legal) {
    boolean below =
        legal != null
            && digits.length() > DatedLine.DIGITS
            && row.indent() > legal.indent()
            && digits.startsWith(legal.code().replace(".", ""));
    return below ? legal : null;
  }

  /** Published files have some of these too; more than half of those that could be is no chance. */
  private static boolean isMost(int some, int all) {
    return some > 0 && 2L * some > all;
  }

  private boolean isFilled() {
    return isMost(certainlyFilled, couldBeFilled);
  }

  private boolean isShownWithTwoDecimals() {
    return isMost(twoDecimals.size(), withDecimals);
  }

  /** Notes each kind of damage once, with its extent, at the first row that has it. */
  void note(HtsRows to) {
    if (isFilled()) {
      note(to, filled, "general", ScheduleRow::general, "rates are filled down into rows");
    }
    if (!shortened.isEmpty()) {
      note(to, shortened, "code", ScheduleRow::code, "codes have lost zeros, in rows");
    }
    if (isShownWithTwoDecimals()) {
      note(to, twoDecimals, "general", ScheduleRow::general, "percentages are reformatted in rows");
    }
  }

  private static void note(
      HtsRows to,
      List<ScheduleRow> found,
      String column,
      Function<ScheduleRow, String> text,
      String what) {
    ScheduleRow first = found.get(0);
    to.problem(
        first.place(),
        column,
        text.apply(first),
        "a spreadsheet has been at work: " + what + " (" + found.size() + ", this the first)");
  }

  /** The rows as they were before; each changed cell is listed. */
  List<ScheduleRow> repaired(HtsRows to) {
    boolean clear = isFilled();
    boolean reformat = isShownWithTwoDecimals();
    List<ScheduleRow> repaired = new ArrayList<>(rows.size());
    int nextFilled = 0;
    for (ScheduleRow row : rows) {
      boolean isFilled =
          clear && nextFilled < filled.size() && filled.get(nextFilled).place() == row.place();
      nextFilled += isFilled ? 1 : 0;
      repaired.add(repaired(row, isFilled, reformat, to));
    }
    return repaired;
  }

  private static ScheduleRow repaired(
      ScheduleRow row, boolean isFilled, boolean reformat, HtsRows to) {
    String code = code(row, to);
    String general = row.general();
    if (isFilled) {
      general = "";
      to.repaired(row.place(), "general", row.general(), "filled down from above: made blank");
    } else if (reformat) {
      general = plain(row, "general", general, to);
    }
    String other = reformat ? plain(row, "other", row.other(), to) : row.other();
    boolean same =
        code.equals(row.code()) && general.equals(row.general()) && other.equals(row.other());
    return same ? row : with(row, to.text(code), to.text(general), to.text(other));
  }

  private static String code(ScheduleRow row, HtsRows to) {
    String repaired = isCanonical(row.code()) ? null : repairedCode(row.code());
    if (repaired == null) {
      return row.code();
    }
    to.repaired(row.place(), "code", row.code(), "zeros were lost: read as " + repaired);
    return repaired;
  }

  private static String plain(ScheduleRow row, String column, String text, HtsRows to) {
    if (!isPercentWithDecimals(text) || !text.endsWith("0%")) {
      return text;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    String plain = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + "%";
    to.repaired(row.place(), column, text, "read as " + plain);
    return plain;
  }

  private static ScheduleRow with(ScheduleRow row, String code, String general, String other) {
    return new ScheduleRow(
        row.place(),
        code,
        row.indent(),
        row.description(),
        row.units(),
        general,
        row.special(),
        other,
        row.additionalDuties(),
        row.quotaQuantity(),
        row.footnotes());
  }

  /** Whether a text is digits, a point, digits and a percent sign. */
  private static boolean isPercentWithDecimals(String text) {
    int end = text.length() - 1;
    int point = text.indexOf('.');
    return end > 2
        && text.charAt(end) == '%'
        && point > 0
        && point < end - 1
        && isDigits(text, 0, point)
        && isDigits(text, point + 1, end);
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Blank, or groups of four, two, two and two digits with points between. */
  private static boolean isCanonical(String code) {
    int length = code.length();
    if (length == 0) {
      return true;
    }
    if (length < 4 || length > 13 || (length != 4 && (length - 4) % 3 != 0)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean isPoint = i >= 4 && (i - 4) % 3 == 0;
      char c = code.charAt(i);
      if (isPoint ? c != '.' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * What a code was before it lost zeros: those in front of the first group, those behind the
   * others, or the one in front of a number without points; null where it has lost none.
   */
  private static @Nullable String repairedCode(String code) {
    List<String> groups = List.of(code.strip().split("\\.", -1));
    if (!groups.stream().allMatch(g -> !g.isEmpty() && isDigits(g, 0, g.length()))) {
      return null;
    }
    StringBuilder repaired = new StringBuilder();
    String first = groups.get(0);
    if (groups.size() == 1) {
      return first.length() % 2 == 1 && first.length() < 10 ? "0" + first : null;
    }
    if (first.length() < 3 || first.length() > 4) {
      return null;
    }
    repaired.append(first.length() == 3 ? "0" : "").append(first);
    for (String group : groups.subList(1, groups.size())) {
      if (group.length() > 2) {
        return null;
      }
      repaired.append('.').append(group).append(group.length() == 1 ? "0" : "");
    }
    return repaired.toString().equals(code) ? null : repaired.toString();
  }
}
