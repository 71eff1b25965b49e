package org.tariffeconomics.io.trade;

import java.util.List;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.report.Table;

/**
 * What was read from a file of flows.
 *
 * @param flows the flows, in the order of the rows
 * @param summary what was repaired and what is wrong with the rest
 */
public record FlowReading(List<TradeRecord> flows, PassSummary summary) {

  /**
   * Creates a reading.
   *
   * @param flows the flows, in the order of the rows
   * @param summary what was repaired and what is wrong with the rest
   */
  public FlowReading {
    flows = List.copyOf(flows);
  }

  /**
   * What is wrong with the rest.
   *
   * @return the problems in the order of the rows
   */
  public List<CsvProblem> problems() {
    return summary.problems();
  }

  /**
   * The flows of a reading that must have no problem.
   *
   * @return the flows
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public List<TradeRecord> orThrow() {
    summary.orThrow();
    return flows;
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return summary.problemTable();
  }

  /** How many flows and problems there are. */
  @Override
  public String toString() {
    return flows.size() + " flows, " + summary.problemCount() + " problems";
  }
}
