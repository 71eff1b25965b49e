package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What happened in one pass over a file: how many records were handed on, what was repaired, what
 * was left out and why, and the problems, of which the first are kept and all are counted.
 *
 * @param records how many records were handed on
 * @param problemCount how many problems there were
 * @param problems the first of them
 * @param repairs what was repaired in records that were handed on, with the number of records
 * @param leftOut why good rows were not handed on, with their number
 * @param otherParties codes that are no country's, with the number of records handed on
 */
public record PassSummary(
    long records,
    long problemCount,
    List<CsvProblem> problems,
    Map<String, Long> repairs,
    Map<String, Long> leftOut,
    Map<String, Long> otherParties) {

  private static final int SHOWN = 10;

  /**
   * Creates a summary.
   *
   * @param records how many records were handed on
   * @param problemCount how many problems there were
   * @param problems the first of them
   * @param repairs what was repaired, with the number of records
   * @param leftOut why good rows were not handed on, with their number
   * @param otherParties codes that are no country's, with the number of records
   */
  public PassSummary {
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
    if (problemCount > problems.size()) {
      throw new IllegalArgumentException(problemCount + " problems, such as " + problems);
    }
    CsvProblems.refuse(problems, SHOWN);
    return this;
  }

  /**
   * {@return the kept problems as a table: one row a problem: file, line, column, text, message}
   */
  public Table problemTable() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** {@return what was handed on, repaired and left out: one row a count: kind, what, rows} */
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
