package org.tariffeconomics.io.hts;

import java.util.List;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.ReleaseCalendar;

/**
 * What was read from a calendar of releases.
 *
 * @param calendar the releases whose days are understood
 * @param problems what is wrong with the file: misprinted days, releases without a day
 * @param remarks what is worth knowing: items that count from before their publication
 */
public record CalendarReading(
    ReleaseCalendar calendar, List<CsvProblem> problems, List<CsvProblem> remarks) {

  private static final int SHOWN = 10;

  /**
   * Creates a reading.
   *
   * @param calendar the releases whose days are understood
   * @param problems what is wrong with the file
   * @param remarks what is worth knowing
   */
  public CalendarReading {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /**
   * The calendar of a file that must have no problem.
   *
   * @return the calendar
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public ReleaseCalendar orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return calendar;
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** The calendar and how many problems and remarks there are. */
  @Override
  public String toString() {
    return calendar + ", " + problems.size() + " problems, " + remarks.size() + " remarks";
  }
}
