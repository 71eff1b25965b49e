package org.tariffeconomics.reading;

/**
 * What is wrong with a value of a JSON file, or why it was not taken over.
 *
 * @param file the file's name
 * @param path where the value stands, as in {@code $.included[3]}
 * @param text what stands there, may be empty
 * @param message what is wrong with it
 */
public record JsonProblem(String file, String path, String text, String message) {

  private static final int LONGEST = 40;

  /** For example {@code car.json $.included[3] '77': unknown duty expression}. */
  @Override
  public String toString() {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return file + " " + path + (shown.isEmpty() ? "" : " '" + shown + "'") + ": " + message;
  }
}
