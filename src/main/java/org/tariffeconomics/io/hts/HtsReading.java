package org.tariffeconomics.io.hts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * What was read from the file of a schedule: the schedule that its good rows make, what is wrong
 * with the file, what was repaired in it, and what is worth knowing about rows that are as they
 * were published.
 *
 * <p>Problems say that the file is not what its publisher gave out, or not all of it: cut off,
 * another header, rows that are left out, lines that stand twice, the marks of a spreadsheet.
 * Remarks say what is odd in a sound file: rates that are not understood, lines without a rate,
 * units and keys that are not known.
 */
public final class HtsReading {

  private static final int SHOWN = 10;

  private final TariffSchedule schedule;
  private final List<CsvProblem> problems;
  private final List<CsvProblem> repairs;
  private final List<CsvProblem> remarks;

  HtsReading(
      TariffSchedule schedule,
      List<CsvProblem> problems,
      List<CsvProblem> repairs,
      List<CsvProblem> remarks) {
    this.schedule = schedule;
    this.problems = inOrder(problems);
    this.repairs = inOrder(repairs);
    this.remarks = inOrder(remarks);
  }

  private static List<CsvProblem> inOrder(List<CsvProblem> list) {
    List<CsvProblem> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparingLong(CsvProblem::line));
    return List.copyOf(sorted);
  }

  /**
   * The schedule that the good rows make, whatever is wrong with the others.
   *
   * @return the schedule; without lines where nothing could be read
   */
  public TariffSchedule schedule() {
    return schedule;
  }

  /**
   * The schedule of a file that must have no problem.
   *
   * @return the schedule
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public TariffSchedule orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return schedule;
  }

  /**
   * What is wrong with the file, or was not read of it. Lines are those of a CSV file, and the
   * places in the list of a JSON file, counted from 1.
   *
   * @return the problems by line
   */
  public List<CsvProblem> problems() {
    return problems;
  }

  /**
   * {@return the cells that are read otherwise than they stand in the file: each changed cell with
   * its text in the file, by line}
   */
  public List<CsvProblem> repairs() {
    return repairs;
  }

  /**
   * What is odd in rows as published.
   *
   * @return the remarks by line
   */
  public List<CsvProblem> remarks() {
    return remarks;
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** {@return the remarks as a table: one row a remark: file, line, column, text, message} */
  public Table remarksTable() {
    return CsvProblems.table("Remarks on " + this, remarks);
  }

  /** {@return the repairs as a table: one row a changed cell: file, line, column, text, message} */
  public Table repairsTable() {
    return CsvProblems.table("Repairs of " + this, repairs);
  }

  /** The schedule and how many problems, repairs and remarks there are. */
  @Override
  public String toString() {
    return schedule
        + ", "
        + problems.size()
        + " problems, "
        + repairs.size()
        + " repairs, "
        + remarks.size()
        + " remarks";
  }
}
