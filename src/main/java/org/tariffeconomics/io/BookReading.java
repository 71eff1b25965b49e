package org.tariffeconomics.io;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What was read from the files of a book.
 *
 * @param orNull the book of the good rows; null where its territory, currency or rounding could not
 *     be read
 * @param excluded the measures left out because they are not verified
 * @param problems what is wrong with the rest
 */
public record BookReading(
    @Nullable TariffBook orNull, List<TariffMeasure> excluded, List<CsvProblem> problems) {

  private static final int SHOWN = 10;

  /**
   * Creates a reading.
   *
   * @param orNull the book of the good rows, or null
   * @param excluded the measures left out because they are not verified
   * @param problems what is wrong with the rest
   */
  public BookReading {
    excluded = List.copyOf(excluded);
    problems = List.copyOf(problems);
  }

  /**
   * The book of the good rows.
   *
   * @return the book; empty where its territory, currency or rounding could not be read
   */
  public Optional<TariffBook> book() {
    return Optional.ofNullable(orNull);
  }

  /**
   * The book of a reading that must have no problem.
   *
   * @return the book
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public TariffBook orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return book().orElseThrow(() -> new IllegalArgumentException("The files hold no book"));
  }

  /** {@return the problems as a table: one row a problem: file, line, column, text, message} */
  public Table table() {
    return CsvProblems.table("Problems of " + this, problems);
  }

  /** The book and how many problems there are. */
  @Override
  public String toString() {
    return (orNull == null ? "no book" : orNull) + ", " + problems.size() + " problems";
  }
}
