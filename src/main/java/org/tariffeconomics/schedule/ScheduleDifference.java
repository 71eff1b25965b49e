package org.tariffeconomics.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.LineChange.Kind;

/**
 * What differs between two schedules, line by line. Rates are compared by what they mean: {@code
 * 3.7%} with a blank behind it and without are one rate. Words and units are compared without outer
 * and repeated blanks.
 *
 * @since 0.1.0
 */
public final class ScheduleDifference {

  private final String before;
  private final String after;
  private final List<LineChange> changes;

  private ScheduleDifference(String before, String after, List<LineChange> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /**
   * Compares two schedules.
   *
   * @param before the earlier
   * @param after the later
   * @return the differences by line
   */
  public static ScheduleDifference between(TariffSchedule before, TariffSchedule after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Map<HsCode, ScheduleLine> old = byCode(before);
    Map<HsCode, ScheduleLine> young = byCode(after);
    NavigableSet<HsCode> codes = new TreeSet<>(old.keySet());
    codes.addAll(young.keySet());
    List<LineChange> changes = new ArrayList<>();
    for (HsCode code : codes) {
      compare(code, old.get(code), young.get(code), changes);
    }
    return new ScheduleDifference(before.name(), after.name(), List.copyOf(changes));
  }

  private static Map<HsCode, ScheduleLine> byCode(TariffSchedule schedule) {
    Map<HsCode, ScheduleLine> lines = new TreeMap<>();
    schedule.lines().forEach(line -> lines.put(line.code(), line));
    return lines;
  }

  private static void compare(
      HsCode code,
      @Nullable ScheduleLine old,
      @Nullable ScheduleLine young,
      List<LineChange> changes) {
    if (old == null || young == null) {
      Kind kind = old == null ? Kind.ADDED : Kind.DROPPED;
      changes.add(new LineChange(code, kind, "", general(old), general(young)));
      return;
    }
    compareRates(
        "general", old, young, line -> line.general().map(ScheduleDifference::text), changes);
    compareRates(
        "special", old, young, line -> line.special().map(ScheduleDifference::text), changes);
    compareRates("other", old, young, line -> line.other().map(ScheduleDifference::text), changes);
    compareTexts(
        Kind.DESCRIPTION, code, old.row().description(), young.row().description(), changes);
    compareTexts(
        Kind.UNITS,
        code,
        String.join("; ", old.units()),
        String.join("; ", young.units()),
        changes);
  }

  /** A rate as a text, the row that it stands in, and what it means. */
  private record Meaning(String text, ScheduleRow writtenIn, Object rate) {}

  private static Meaning text(RateCell cell) {
    return new Meaning(cell.text(), cell.writtenIn(), cell.rate());
  }

  private static Meaning text(SpecialCell cell) {
    return new Meaning(cell.text(), cell.writtenIn(), cell.groups());
  }

  private static void compareRates(
      String column,
      ScheduleLine old,
      ScheduleLine young,
      Function<ScheduleLine, Optional<Meaning>> rate,
      List<LineChange> changes) {
    Optional<Meaning> was = rate.apply(old);
    Optional<Meaning> is = rate.apply(young);
    if (!was.map(Meaning::rate).equals(is.map(Meaning::rate))) {
      boolean isOwn = isOwn(was, old) || isOwn(is, young);
      changes.add(
          new LineChange(
              young.code(),
              isOwn ? Kind.RATE : Kind.INHERITED_RATE,
              column,
              was.map(Meaning::text).orElse(""),
              is.map(Meaning::text).orElse("")));
    }
  }

  private static boolean isOwn(Optional<Meaning> rate, ScheduleLine line) {
    return rate.map(r -> r.writtenIn().equals(line.row())).orElse(false);
  }

  private static void compareTexts(
      Kind kind, HsCode code, String old, String young, List<LineChange> changes) {
    String was = plain(old);
    String is = plain(young);
    if (!was.equals(is)) {
      changes.add(new LineChange(code, kind, "", was, is));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static String general(@Nullable ScheduleLine line) {
    return line == null ? "" : line.general().map(RateCell::text).orElse("");
  }

  /**
   * Every difference.
   *
   * @return the differences by line
   */
  public List<LineChange> changes() {
    return changes;
  }

  /**
   * The differences of a kind.
   *
   * @param kind what has changed
   * @return the differences by line
   */
  public List<LineChange> changes(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /**
   * {@return the differences as a table: one row per difference: line, change, column, before,
   * after}
   */
  public Table table() {
    return Table.of(
        "From " + before + " to " + after,
        List.of("line", "change", "column", "before", "after"),
        changes.stream()
            .map(
                c ->
                    List.of(
                        Cell.text(c.code().toString()),
                        Cell.text(c.kind().toString()),
                        Cell.text(c.column()),
                        Cell.text(c.before()),
                        Cell.text(c.after())))
            .toList());
  }

  /** How many lines were added, dropped and given another rate of their own. */
  @Override
  public String toString() {
    return changes(Kind.ADDED).size()
        + " lines added, "
        + changes(Kind.DROPPED).size()
        + " dropped, "
        + changes(Kind.RATE).size()
        + " rates changed";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScheduleDifference that
        && before.equals(that.before)
        && after.equals(that.after)
        && changes.equals(that.changes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after, changes);
  }
}
