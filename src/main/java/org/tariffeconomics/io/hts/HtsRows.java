package org.tariffeconomics.io.hts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.reading.NotAvailable;
import org.tariffeconomics.reading.OtherColumns;
import org.tariffeconomics.reading.Padding;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/** Collects the rows of a file; texts that repeat are kept once. */
final class HtsRows {

  /** What stands in place of a cell that is not understood; no rate reads like it. */
  static final String NOT_UNDERSTOOD = "(not understood: ";

  private static final int DEEPEST = 30;

  private final String file;
  private final List<ScheduleRow> rows = new ArrayList<>();
  private final ProblemLog log = ProblemLog.create();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<List<String>, List<String>> lists = new HashMap<>();
  private final Map<ScheduleRow.Footnote, ScheduleRow.Footnote> notes = new HashMap<>();
  private final Map<List<ScheduleRow.Footnote>, List<ScheduleRow.Footnote>> noteLists =
      new HashMap<>();

  /** A row as it is being read; cells that the file leaves out stay blank. */
  static final class Cells {
    String code = "";
    String indent = "";
    String description = "";
    List<String> units = List.of();
    String general = "";
    String special = "";
    String other = "";
    String additionalDuties = "";
    String quotaQuantity = "";
    List<ScheduleRow.Footnote> footnotes = List.of();

    /** Takes what a column says that is not known and may be a duty. */
    void takeOther(String column, String text) {
      boolean says = !text.isBlank() && OtherColumns.mayBear(column);
      if (says && !NotAvailable.inNumbers(text.strip())) {
        String one = column.strip() + ": " + text.strip();
        additionalDuties = additionalDuties.isBlank() ? one : additionalDuties + "; " + one;
      }
    }
  }

  HtsRows(String file) {
    this.file = file;
  }

  void accept(Problem problem) {
    log.accept(problem);
  }

  boolean isGood() {
    return log.isGood();
  }

  void problem(long place, String column, String text, String message) {
    log.accept(Problem.error(Place.ofLine(file, place), column, text, message));
  }

  /** What reading stops at, behind the rows read so far. */
  void stopped(String message) {
    long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).place();
    problem(last + 1, "", "", message);
  }

  Place place(long place) {
    return Place.ofLine(file, place);
  }

  void note(long place, String column, String text, String message) {
    log.accept(Problem.note(Place.ofLine(file, place), column, text, message));
  }

  void repaired(long place, String column, String text, String message) {
    log.accept(Problem.repair(Place.ofLine(file, place), column, text, message));
  }

  /** The text, the same object each time that it comes. */
  String text(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  List<String> list(List<String> list) {
    return list.isEmpty() ? List.of() : lists.computeIfAbsent(list, List::copyOf);
  }

  ScheduleRow.Footnote note(List<String> columns, String text) {
    ScheduleRow.Footnote note = new ScheduleRow.Footnote(columns, text);
    return notes.computeIfAbsent(note, n -> n);
  }

  List<ScheduleRow.Footnote> notes(List<ScheduleRow.Footnote> list) {
    return list.isEmpty() ? List.of() : noteLists.computeIfAbsent(list, List::copyOf);
  }

  /** Takes a row; one whose indent is no number stands nobody knows where. */
  void add(long place, Cells cells) {
    int indent = indent(cells.indent);
    if (indent < 0) {
      String message = "must be a number from 0 to 30";
      problem(place, "indent", cells.indent, message);
      addUnread(place, cells, "its indent " + message);
      return;
    }
    if (cells.indent.length() > 1 && cells.indent.charAt(0) == '0') {
      repaired(place, "indent", cells.indent, "read as " + indent);
    }
    add(place, indent, cells);
  }

  /** Takes a row that is not understood: it says nothing, and so do those that rely on it. */
  void addUnread(long place, Cells cells, String why) {
    int indent = indent(cells.indent);
    int previous = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).indent();
    String text = NOT_UNDERSTOOD + why + ")";
    cells.general = text;
    cells.special = text;
    cells.other = text;
    add(place, indent < 0 ? previous : indent, cells);
  }

  private void add(long place, int indent, Cells cells) {
    rows.add(
        new ScheduleRow(
            place,
            cells.code,
            indent,
            cells.description,
            cells.units,
            cells.general,
            cells.special,
            cells.other,
            cells.additionalDuties,
            cells.quotaQuantity,
            cells.footnotes));
  }

  private static int indent(String text) {
    String digits = Padding.stripped(text);
    if (digits.isEmpty() || digits.length() > 2) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value > DEEPEST ? -1 : value;
  }

  Reading<TariffSchedule> reading(boolean repairing) {
    SpreadsheetDamage damage = SpreadsheetDamage.of(rows);
    List<ScheduleRow> kept = rows;
    if (repairing) {
      kept = damage.repaired(this);
    } else {
      damage.note(this);
    }
    noteJumps(kept);
    if (kept.isEmpty() && log.isGood()) {
      problem(1, "", "", "the file has no rows");
    }
    TariffSchedule schedule = TariffSchedule.of(file, kept);
    noteFaults(schedule);
    noteUnits(kept);
    return log.inOrder().reading(schedule);
  }

  /** A statistical row may stand two steps below its line; a text that jumps has lost one. */
  private void noteJumps(List<ScheduleRow> kept) {
    int previous = kept.isEmpty() ? 0 : kept.get(0).indent();
    for (ScheduleRow row : kept) {
      if (row.indent() > previous + 1) {
        String message = "stands more than one step below the row before it, at " + previous;
        note(row.place(), "indent", String.valueOf(row.indent()), message);
      }
      previous = row.indent();
    }
  }

  private void noteFaults(TariffSchedule schedule) {
    for (TariffSchedule.RowFault fault : schedule.faults()) {
      boolean isError = fault.column().equals(TariffSchedule.CODE);
      long place = fault.row().place();
      if (isError) {
        problem(place, fault.column(), fault.text(), fault.message());
      } else {
        note(place, fault.column(), fault.text(), fault.message());
      }
    }
  }

  private void noteUnits(List<ScheduleRow> kept) {
    Set<String> seen = new HashSet<>();
    for (ScheduleRow row : kept) {
      for (String unit : row.units()) {
        String plain = unit.strip();
        if (!plain.isEmpty() && seen.add(plain) && !HtsUnits.isKnown(plain)) {
          note(row.place(), "units", unit, "a unit that is not known, here for the first time");
        }
      }
    }
  }
}
