package org.tariffeconomics.schedule;

import java.util.List;
import java.util.Objects;

/**
 * One row of a schedule as it was published: a heading, a text that governs the rows below it, a
 * legal line, or a statistical one. Blank cells are empty texts.
 *
 * @param place where it stands in its file, counted from 1: the line of a CSV file, the element of
 *     a JSON array
 * @param code the code as printed, {@code 8703.23.01.40}; empty for a row of text alone
 * @param indent how deep it stands below its heading, not negative
 * @param description its own words
 * @param units the units of quantity in their order
 * @param general the general rate of column 1
 * @param special the special rates of column 1
 * @param other the rate of column 2
 * @param additionalDuties the additional duties
 * @param quotaQuantity the quantity of a quota
 * @param footnotes the notes to its cells
 * @since 0.1.0
 */
public record ScheduleRow(
    long place,
    String code,
    int indent,
    String description,
    List<String> units,
    String general,
    String special,
    String other,
    String additionalDuties,
    String quotaQuantity,
    List<Footnote> footnotes) {

  /**
   * A note to cells of a row.
   *
   * @param columns the columns it is a note to, as the file names them
   * @param text the note
   */
  public record Footnote(List<String> columns, String text) {

    /**
     * Creates a note.
     *
     * @param columns the columns it is a note to
     * @param text the note
     */
    public Footnote {
      Objects.requireNonNull(columns, "columns");
      Objects.requireNonNull(text, "text");
      columns = List.copyOf(columns);
    }

    /** The columns and the note. */
    @Override
    public String toString() {
      return columns + " " + text;
    }
  }

  /**
   * Creates a row.
   *
   * @param place where it stands in its file, counted from 1
   * @param code the code as printed; empty for a row of text alone
   * @param indent how deep it stands below its heading, not negative
   * @param description its own words
   * @param units the units of quantity in their order
   * @param general the general rate of column 1
   * @param special the special rates of column 1
   * @param other the rate of column 2
   * @param additionalDuties the additional duties
   * @param quotaQuantity the quantity of a quota
   * @param footnotes the notes to its cells
   * @throws IllegalArgumentException when the indent is negative
   */
  public ScheduleRow {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(general, "general");
    Objects.requireNonNull(special, "special");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(additionalDuties, "additionalDuties");
    Objects.requireNonNull(quotaQuantity, "quotaQuantity");
    Objects.requireNonNull(footnotes, "footnotes");
    if (indent < 0) {
      throw new IllegalArgumentException(
          "indent must not be negative, but was " + indent + " in row " + place);
    }
    units = List.copyOf(units);
    footnotes = List.copyOf(footnotes);
  }

  /**
   * A row with rates and nothing else.
   *
   * @param place where it stands in its file, counted from 1
   * @param code the code as printed; empty for a row of text alone
   * @param indent how deep it stands below its heading
   * @param description its own words
   * @param general the general rate of column 1
   * @param special the special rates of column 1
   * @param other the rate of column 2
   * @return the row
   */
  public static ScheduleRow of(
      long place,
      String code,
      int indent,
      String description,
      String general,
      String special,
      String other) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(general, "general");
    Objects.requireNonNull(special, "special");
    Objects.requireNonNull(other, "other");
    return new ScheduleRow(
        place, code, indent, description, List.of(), general, special, other, "", "", List.of());
  }

  /** The code and the words. */
  @Override
  public String toString() {
    String start = code.isEmpty() ? "(text)" : code;
    return start
        + " "
        + (description.length() > 50 ? description.substring(0, 50) + "…" : description);
  }
}
