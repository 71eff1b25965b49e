package org.tariffeconomics.competitiveness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What came of reading a market: its good rows as a market, and a list of those left out.
 *
 * @param market the market of the good rows; empty when there is none
 * @param problems the rows left out, in the order of the file
 */
public record MarketReading(Optional<ImportMarket> market, List<RowProblem> problems) {

  /**
   * Copies the problems.
   *
   * @param market the market of the good rows
   * @param problems the rows left out, in the order of the file
   */
  public MarketReading {
    problems = List.copyOf(problems);
  }

  /**
   * The market where it must be there.
   *
   * @return the market
   * @throws IllegalStateException when no row was good; the message is the first problem
   */
  public ImportMarket marketOrThrow() {
    return market.orElseThrow(
        () ->
            new IllegalStateException(
                "No row could be read"
                    + (problems.isEmpty() ? "" : ", first problem: " + problems.get(0))));
  }

  /**
   * The rows left out.
   *
   * @return the table: line, column, text and problem
   */
  public Table table() {
    List<List<Cell>> rows =
        problems.stream()
            .map(
                p ->
                    List.of(
                        Cell.number(BigDecimal.valueOf(p.line()), 0, ""),
                        Cell.text(p.column()),
                        Cell.text(p.text()),
                        Cell.text(p.problem())))
            .toList();
    return Table.of("Rows left out", List.of("line", "column", "text", "problem"), rows);
  }

  /** How many suppliers were read and how many rows were left out. */
  @Override
  public String toString() {
    int good = market.map(m -> m.suppliers().size()).orElse(0);
    return good + " suppliers read, " + problems.size() + " rows left out";
  }
}
