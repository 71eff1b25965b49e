package org.tariffeconomics.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What is wrong with a cell, a row or a file, what was repaired, or what is worth knowing.
 *
 * @param severity whether something was not read, was read otherwise, or is only noted
 * @param place where it stands
 * @param column the column's name; empty where the row or the file as a whole is meant
 * @param text what stands there, on one line and cut at {@link Texts#SHOWN} characters; may be
 *     empty
 * @param message what is wrong with it, with the likely cause where there is one
 * @since 0.1.0
 */
public record Problem(Severity severity, Place place, String column, String text, String message) {

  /** How much a problem matters. */
  public enum Severity {
    /** Something was not read, or is not what it should be; {@link Reading#orThrow} refuses it. */
    ERROR,
    /** Something was read otherwise than it stands in the file, as the message says. */
    REPAIR,
    /** Something is worth knowing: odd but sound, or left out as asked. */
    NOTE
  }

  /**
   * Cuts long texts.
   *
   * @param severity how much it matters
   * @param place where it stands
   * @param column the column's name; may be empty
   * @param text what stands there; may be empty
   * @param message what is wrong with it
   */
  public Problem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(message, "message");
    column = Limits.cut(column, Limits.LONGEST_NAME);
    text = Texts.shortened(text);
    message = Limits.cut(message, Limits.LONGEST_MESSAGE);
  }

  /**
   * Something that was not read.
   *
   * @param place where it stands
   * @param column the column's name; may be empty
   * @param text what stands there; may be empty
   * @param message what is wrong with it
   * @return the error
   */
  public static Problem error(Place place, String column, String text, String message) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(message, "message");
    return new Problem(Severity.ERROR, place, column, text, message);
  }

  /**
   * Something that was read otherwise than it stands.
   *
   * @param place where it stands
   * @param column the column's name; may be empty
   * @param text what stands there
   * @param message what was read instead
   * @return the repair
   */
  public static Problem repair(Place place, String column, String text, String message) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(message, "message");
    return new Problem(Severity.REPAIR, place, column, text, message);
  }

  /**
   * Something that is worth knowing.
   *
   * @param place where it stands
   * @param column the column's name; may be empty
   * @param text what stands there; may be empty
   * @param message what is worth knowing
   * @return the note
   */
  public static Problem note(Place place, String column, String text, String message) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(message, "message");
    return new Problem(Severity.NOTE, place, column, text, message);
  }

  /** {@return the file's name} */
  public String file() {
    return place.file();
  }

  /** {@return the line, counted from 1; 0 where there is none} */
  public long line() {
    return place.line();
  }

  /** {@return the path in a JSON document; empty in a table} */
  public String path() {
    return place.path();
  }

  /** {@return whether it is an error} */
  @JsonIgnore
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Problems as a table: one row per problem. */
  static Table table(String title, List<Problem> problems) {
    return Table.of(
        title,
        List.of("severity", "file", "line", "path", "column", "text", "message"),
        problems.stream().map(Problem::cells).toList());
  }

  private List<Cell> cells() {
    return List.of(
        Cell.text(severity.toString()),
        Cell.text(file()),
        line() == 0 ? Cell.blank() : Cell.number(BigDecimal.valueOf(line()), 0, ""),
        Cell.text(path()),
        Cell.text(column),
        Cell.text(text),
        Cell.text(message));
  }

  /** For example {@code my.csv line 3, rate '25': not a rate that is understood}. */
  @Override
  public String toString() {
    String what = Texts.shortened(column) + (column.isEmpty() || text.isEmpty() ? "" : " ");
    String quoted = text.isEmpty() ? "" : "'" + text + "'";
    return place + (what + quoted).transform(w -> w.isEmpty() ? "" : ", " + w) + ": " + message;
  }
}
