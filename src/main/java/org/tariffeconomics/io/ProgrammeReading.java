package org.tariffeconomics.io;

import java.util.List;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Programme;

/**
 * What was read from files of programmes and their yields.
 *
 * @param programmes the programmes, in the order of the rows
 * @param problems what is wrong with the rest, by line
 */
public record ProgrammeReading(List<Programme> programmes, List<CsvProblem> problems) {

  private static final int SHOWN = 10;

  /**
   * Creates a reading.
   *
   * @param programmes the programmes, in the order of the rows
   * @param problems what is wrong with the rest, by line
   */
  public ProgrammeReading {
    programmes = List.copyOf(programmes);
    problems = List.copyOf(problems);
  }

  /**
   * The programmes of a reading that must have no problem.
   *
   * @return the programmes
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public List<Programme> orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return programmes;
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** How many programmes were read and how many problems there are. */
  @Override
  public String toString() {
    return programmes.size() + " programmes, " + problems.size() + " problems";
  }
}
