package org.tariffeconomics.reading;

/**
 * What is wrong with one cell or row of a file.
 *
 * @param file the file's name
 * @param line the line it begins on, the header being line 1 unless remarks stand before it
 * @param column the column's name; empty where the row as a whole is meant
 * @param text what stands there
 * @param message what is wrong with it, with the likely cause where there is one
 */
public record CsvProblem(String file, long line, String column, String text, String message) {

  private static final int LONGEST = 60;

  /** For example {@code my.csv line 3, rate '25': not a rate that is understood}. */
  @Override
  public String toString() {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return file
        + " line "
        + line
        + (column.isEmpty() ? "" : ", " + column + " '" + shown + "'")
        + ": "
        + message;
  }
}
