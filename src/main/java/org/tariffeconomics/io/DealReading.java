package org.tariffeconomics.io;

import java.util.List;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;

/**
 * What was read from a folder of deals.
 *
 * @param deals the deals, in the order of their rows
 * @param excluded how many rows were left out because they are not verified
 * @param problems what is wrong with the rest, by file and line
 */
public record DealReading(List<Deal> deals, int excluded, List<CsvProblem> problems) {

  private static final int SHOWN = 10;

  /**
   * Creates a reading.
   *
   * @param deals the deals, in the order of their rows
   * @param excluded how many rows were left out because they are not verified
   * @param problems what is wrong with the rest, by file and line
   */
  public DealReading {
    deals = List.copyOf(deals);
    problems = List.copyOf(problems);
  }

  /**
   * The deals of a reading that must have no problem.
   *
   * @return the deals
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public List<Deal> orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return deals;
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** How many deals were read, how many rows excluded, and how many problems there are. */
  @Override
  public String toString() {
    return deals.size()
        + " deals, "
        + excluded
        + " rows excluded, "
        + problems.size()
        + " problems";
  }
}
