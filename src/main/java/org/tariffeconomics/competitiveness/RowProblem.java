package org.tariffeconomics.competitiveness;

/**
 * Why a row of a file was left out.
 *
 * @param line the line on which the row begins, counted from 1 with the header
 * @param column the column at fault; empty where the whole row is
 * @param text the text found there, as it stands in the file
 * @param problem what is wrong with it
 */
public record RowProblem(long line, String column, String text, String problem) {

  /** Line, column, text and problem in one line. */
  @Override
  public String toString() {
    String where = column.isEmpty() ? "line " + line : "line " + line + ", " + column;
    return where + ": '" + text + "' " + problem;
  }
}
