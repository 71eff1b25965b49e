package org.tariffeconomics.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts what happens in one pass over a file. Of names that differ without end the first {@link
 * Limits#COUNTED_NAMES} are counted one by one, and the rest together.
 *
 * @since 0.1.0
 */
public final class PassLog {

  static final String OTHERS = "others, not counted one by one";

  private final ProblemLog problems;
  private final Map<String, Long> repairs = new HashMap<>();
  private final Map<String, Long> leftOut = new HashMap<>();
  private final Map<String, Long> otherParties = new HashMap<>();
  private long records;

  /**
   * An empty log.
   *
   * @param keptProblems how many problems of each severity are kept; all are counted
   */
  public PassLog(int keptProblems) {
    this.problems = ProblemLog.keeping(keptProblems);
  }

  /**
   * Counts a problem, and keeps it among the first.
   *
   * @param problem the problem
   */
  public void problem(Problem problem) {
    Objects.requireNonNull(problem, "problem");
    problems.accept(problem);
  }

  /** Counts a record that was handed on. */
  public void record() {
    records++;
  }

  boolean isGood() {
    return problems.isGood();
  }

  void repair(String what) {
    count(repairs, what);
  }

  /**
   * Counts a good row, or a member of an archive, that was not handed on.
   *
   * @param why the reason, or the member's name
   */
  public void leaveOut(String why) {
    Objects.requireNonNull(why, "why");
    count(leftOut, why);
  }

  /**
   * Counts a record with a party that is no country.
   *
   * @param code its code
   */
  public void otherParty(String code) {
    Objects.requireNonNull(code, "code");
    count(otherParties, code);
  }

  private static void count(Map<String, Long> counts, String name) {
    String key = Limits.cut(name, Limits.LONGEST_NAME);
    boolean isNew = counts.size() >= Limits.COUNTED_NAMES && !counts.containsKey(key);
    counts.merge(isNew ? OTHERS : key, 1L, Long::sum);
  }

  /** {@return what happened so far} */
  public PassSummary summary() {
    return new PassSummary(
        records,
        problems.count(Problem.Severity.ERROR),
        problems.problems(),
        repairs,
        leftOut,
        otherParties);
  }
}
