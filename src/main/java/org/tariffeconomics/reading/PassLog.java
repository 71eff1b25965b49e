package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what happens in one pass over a file. */
public final class PassLog {

  private final int keptProblems;
  private final List<CsvProblem> problems = new ArrayList<>();
  private final Map<String, Long> repairs = new HashMap<>();
  private final Map<String, Long> leftOut = new HashMap<>();
  private final Map<String, Long> otherParties = new HashMap<>();
  private long problemCount;
  private long records;

  public PassLog(int keptProblems) {
    this.keptProblems = keptProblems;
  }

  public void problem(CsvProblem problem) {
    problemCount++;
    if (problems.size() < keptProblems) {
      problems.add(problem);
    }
  }

  public void record() {
    records++;
  }

  void repair(String what) {
    repairs.merge(what, 1L, Long::sum);
  }

  public void leaveOut(String why) {
    leftOut.merge(why, 1L, Long::sum);
  }

  public void otherParty(String code) {
    otherParties.merge(code, 1L, Long::sum);
  }

  public PassSummary summary() {
    return new PassSummary(records, problemCount, problems, repairs, leftOut, otherParties);
  }
}
