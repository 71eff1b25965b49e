package org.tariffeconomics.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what happens in one pass over a file. */
final class PassLog {

  private final int keptProblems;
  private final List<CsvProblem> problems = new ArrayList<>();
  private final Map<String, Long> repairs = new HashMap<>();
  private final Map<String, Long> leftOut = new HashMap<>();
  private final Map<String, Long> otherParties = new HashMap<>();
  private long problemCount;
  private long records;

  PassLog(int keptProblems) {
    this.keptProblems = keptProblems;
  }

  void problem(CsvProblem problem) {
    problemCount++;
    if (problems.size() < keptProblems) {
      problems.add(problem);
    }
  }

  void record() {
    records++;
  }

  void repair(String what) {
    repairs.merge(what, 1L, Long::sum);
  }

  void leaveOut(String why) {
    leftOut.merge(why, 1L, Long::sum);
  }

  void otherParty(TradeParty party) {
    if (party.country() == null && !party.code().isEmpty()) {
      otherParties.merge(party.code(), 1L, Long::sum);
    }
  }

  PassSummary summary() {
    return new PassSummary(records, problemCount, problems, repairs, leftOut, otherParties);
  }
}
