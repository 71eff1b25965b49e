package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What happened in one pass over a file: how many records were handed on, what was repaired, what
 * was left out and why, and the problems, of which the first are kept and all are counted.
 *
 * @param records how many records were handed on
 * @param problemCount how many errors there were
 * @param problems the first of them
 * @param repairs what was repaired in records that were handed on, with the number of records
 * @param leftOut why good rows were not handed on, with their number
 * @param otherParties codes that are no country's, with the number of records handed on
 * @since 0.1.0
 */
public record PassSummary(
    long records,
    long problemCount,
    List<Problem> problems,
    Map<String, Long> repairs,
    Map<String, Long> leftOut,
    Map<String, Long> otherParties) {

  /**
   * Creates a summary.
   *
   * @param records how many records were handed on
   * @param problemCount how many errors there were
   * @param problems the first of them
   * @param repairs what was repaired, with the number of records
   * @param leftOut why good rows were not handed on, with their number
   * @param otherParties codes that are no country's, with the number of records
   */
  public PassSummary {
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(repairs, "repairs");
    Objects.requireNonNull(leftOut, "leftOut");
    Objects.requireNonNull(otherParties, "otherParties");
    problems = List.copyOf(problems);
    repairs = Collections.unmodifiableMap(new TreeMap<>(repairs));
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    otherParties = Collections.unmodifiableMap(new TreeMap<>(otherParties));
  }

  /**
   * This summary, of a pass that must have had no problem.
   *
   * @return this summary
   * @throws IllegalArgumentException when there were problems; the message lists the first of them
   */
  public PassSummary orThrow() {
    reading(this).orThrow();
    return this;
  }

  /**
   * What was made of the records, with the problems of this pass: its repairs and the codes that
   * are no country's stand behind the errors, each with the number of records.
   *
   * @param file the file's name
   * @param value what was made of the records
   * @param <T> its type
   * @return the reading
   */
  public <T> Reading<T> reading(String file, T value) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(value, "value");
    List<Problem> more = new ArrayList<>();
    repairs.forEach(
        (what, count) ->
            more.add(Problem.repair(Place.ofFile(file), "", "", counted(what, count))));
    leftOut.forEach(
        (what, count) ->
            more.add(
                Problem.note(Place.ofFile(file), "", "", "left out: " + counted(what, count))));
    otherParties.forEach(
        (code, count) ->
            more.add(
                Problem.note(
                    Place.ofFile(file),
                    "",
                    code,
                    counted("no country, kept as it stands", count))));
    return reading(value).withProblems(more);
  }

  private static String counted(String what, long count) {
    return what + " (" + Texts.counted(count, "row") + ")";
  }

  private <T> Reading<T> reading(T value) {
    long kept = problems.stream().filter(Problem::isError).count();
    return new Reading<>(
        value, problems, Map.of(Problem.Severity.ERROR, Math.max(0, problemCount - kept)));
  }

  /**
   * {@return the kept problems as a table: one row per problem: severity, file, line, path, column,
   * text, message}
   */
  public Table problemTable() {
    return Problem.table("Problems of " + this, problems);
  }

  /** {@return what was handed on, repaired and left out: one row per count: kind, what, rows} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    add(rows, "records", Map.of("", records));
    add(rows, "repaired", repairs);
    add(rows, "left out", leftOut);
    add(rows, "no country", otherParties);
    add(rows, "problems", Map.of("", problemCount));
    return Table.of("One pass", List.of("kind", "what", "rows"), rows);
  }

  private static void add(List<List<Cell>> rows, String kind, Map<String, Long> counts) {
    counts.forEach(
        (what, count) ->
            rows.add(List.of(Cell.text(kind), Cell.text(what), Cell.number(count, 0, "rows"))));
  }

  /** How many records, repairs, rows left out and problems there were. */
  @Override
  public String toString() {
    return records
        + " records, "
        + sum(repairs)
        + " repairs, "
        + sum(leftOut)
        + " left out, "
        + problemCount
        + " problems";
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
