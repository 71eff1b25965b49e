package org.tariffeconomics.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.schedule.TariffSchedule.RowFault;

/**
 * Makes lines of rows: walks down the schedule with the rows that govern the current one on a
 * stack, and takes for each column the nearest text at a smaller indent, whatever the text is.
 *
 * <p>Two things are not handed down. A row with a general rate of its own and no special text has
 * no preference: preferences are granted by line, and a blank special cell of a line that has its
 * rates says that the general one applies to every origin. And a line takes no rate from a row that
 * is for other goods.
 */
final class ScheduleBuilder {

  private static final char NO_BREAK_SPACE = '\u00a0';

  /** Longer texts say something; there is no need to look. */
  private static final int LONGEST_BLANK = 3;

  private final NavigableMap<String, ScheduleLine> lines = new TreeMap<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final Deque<Level> path = new ArrayDeque<>();
  private final Map<String, DutyRate> rates = new HashMap<>();
  private final Map<String, List<SpecialRate>> specials = new HashMap<>();

  /** A row that governs those below it, with the texts that count there. */
  private record Level(
      ScheduleRow row,
      List<ScheduleRow> rows,
      @Nullable ScheduleLine line,
      @Nullable RateCell general,
      @Nullable SpecialCell special,
      @Nullable RateCell other) {}

  ScheduleBuilder(List<ScheduleRow> rows) {
    rows.forEach(this::take);
  }

  NavigableMap<String, ScheduleLine> lines() {
    return lines;
  }

  List<RowFault> faults() {
    return List.copyOf(faults);
  }

  List<ScheduleLine> declarable() {
    Set<String> divided = new HashSet<>();
    for (ScheduleLine each : lines.values()) {
      each.parent().ifPresent(parent -> divided.add(parent.code().digits()));
    }
    return lines.values().stream().filter(l -> !divided.contains(l.code().digits())).toList();
  }

  private void take(ScheduleRow row) {
    while (!path.isEmpty() && path.peek().row().indent() >= row.indent()) {
      path.pop();
    }
    Level above = path.peek();
    RateCell general = rate(row, "general", row.general(), above == null ? null : above.general());
    boolean hasOwnGeneral = !isBlank(row.general());
    SpecialCell special = special(row, above == null || hasOwnGeneral ? null : above.special());
    RateCell other = rate(row, "other", row.other(), above == null ? null : above.other());
    List<ScheduleRow> rows = above == null ? List.of() : above.rows();
    ScheduleLine line = line(row, rows, general, special, other);
    path.push(new Level(row, appended(rows, row), line, general, special, other));
  }

  private static List<ScheduleRow> appended(List<ScheduleRow> rows, ScheduleRow last) {
    List<ScheduleRow> all = new ArrayList<>(rows.size() + 1);
    all.addAll(rows);
    all.add(last);
    return List.copyOf(all);
  }

  /** A colon alone is what is left of a text that ended in one. */
  private static boolean isBlank(String text) {
    if (text.length() > LONGEST_BLANK) {
      return false;
    }
    String plain = text.replace(NO_BREAK_SPACE, ' ').strip();
    return plain.isEmpty() || plain.equals(":");
  }

  private @Nullable RateCell rate(
      ScheduleRow row, String column, String text, @Nullable RateCell above) {
    if (isBlank(text)) {
      return above;
    }
    DutyRate rate = rates.computeIfAbsent(text, DutyRate::parse);
    noteUnsupported(row, column, rate);
    return new RateCell(text, row, rate);
  }

  private @Nullable SpecialCell special(ScheduleRow row, @Nullable SpecialCell above) {
    if (isBlank(row.special())) {
      return above;
    }
    List<SpecialRate> groups = specials.computeIfAbsent(row.special(), SpecialRate::parse);
    groups.forEach(group -> noteUnsupported(row, "special", group.rate()));
    return new SpecialCell(row.special(), row, groups);
  }

  private void noteUnsupported(ScheduleRow row, String column, DutyRate rate) {
    if (rate instanceof DutyRate.Unsupported unsupported) {
      faults.add(new RowFault(row, column, unsupported.text(), unsupported.message()));
    }
  }

  private @Nullable ScheduleLine line(
      ScheduleRow row,
      List<ScheduleRow> above,
      @Nullable RateCell general,
      @Nullable SpecialCell special,
      @Nullable RateCell other) {
    HsCode code = code(row);
    if (code == null || code.digits().length() < DatedLine.DIGITS) {
      return null;
    }
    ScheduleLine line =
        new ScheduleLine(
            code,
            row,
            parent(code),
            above,
            general != null && isFor(code, general.writtenIn()) ? general : null,
            special != null && isFor(code, special.writtenIn()) ? special : null,
            other != null && isFor(code, other.writtenIn()) ? other : null);
    ScheduleLine earlier = lines.putIfAbsent(code.digits(), line);
    if (earlier != null) {
      String message = "the line appears twice";
      faults.add(new RowFault(row, TariffSchedule.CODE, row.code(), message));
      if (!hasSameTexts(earlier, line)) {
        lines.put(code.digits(), unread(earlier, message));
      }
      return null;
    }
    if (line.general().isEmpty()) {
      faults.add(new RowFault(row, "general", "", "no rate here or above: it is not known"));
    }
    return line;
  }

  private static boolean hasSameTexts(ScheduleLine one, ScheduleLine other) {
    return one.general().map(RateCell::text).equals(other.general().map(RateCell::text))
        && one.special().map(SpecialCell::text).equals(other.special().map(SpecialCell::text))
        && one.other().map(RateCell::text).equals(other.other().map(RateCell::text));
  }

  /** A line whose rates no one knows: more than one row, or an unknown one, may be about it. */
  private static ScheduleLine unread(ScheduleLine line, String why) {
    DutyRate unknown = new DutyRate.Unsupported(line.row().code(), why);
    RateCell cell = new RateCell("", line.row(), unknown);
    SpecialCell special =
        new SpecialCell("", line.row(), List.of(new SpecialRate(List.of(), unknown)));
    return new ScheduleLine(
        line.code(), line.row(), line.parent().orElse(null), line.above(), cell, special, cell);
  }

  /** A row that is no one knows which part of a line, and has a rate: the line's is not known. */
  private void doubtLineAbove(ScheduleRow row) {
    Level above = path.peek();
    ScheduleLine line = above == null ? null : above.line();
    if (line != null && !isBlank(row.general())) {
      lines.put(
          line.code().digits(), unread(line, "a part of it, '" + row.code() + "', is not read"));
    }
  }

  /**
   * Whether a rate above a line can be meant for it. Where a row is missing or indented wrongly the
   * nearest text can be that of other goods: no rate is better than a stranger's.
   */
  private static boolean isFor(HsCode code, ScheduleRow writtenIn) {
    return code.digits().startsWith(writtenIn.code().replace(".", ""));
  }

  private @Nullable HsCode code(ScheduleRow row) {
    if (row.code().isBlank()) {
      return null;
    }
    try {
      return HsCode.of(row.code().strip());
    } catch (IllegalArgumentException e) {
      faults.add(
          new RowFault(row, TariffSchedule.CODE, row.code(), String.valueOf(e.getMessage())));
      doubtLineAbove(row);
      return null;
    }
  }

  /** The nearest line on the path whose code begins this one. */
  private @Nullable ScheduleLine parent(HsCode code) {
    for (Iterator<Level> levels = path.iterator(); levels.hasNext(); ) {
      ScheduleLine line = levels.next().line();
      if (line != null && line.code().covers(code)) {
        return line;
      }
    }
    return null;
  }
}
