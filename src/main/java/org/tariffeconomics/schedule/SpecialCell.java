package org.tariffeconomics.schedule;

import java.util.List;
import java.util.Objects;
import org.tariffeconomics.rate.SpecialRate;

/**
 * The special rates of a line and where they were written: in the line's own row, or in one above.
 *
 * @param text the text as published
 * @param writtenIn the row it stands in
 * @param groups the rates, each with the symbols of its programmes
 * @since 0.1.0
 */
public record SpecialCell(String text, ScheduleRow writtenIn, List<SpecialRate> groups) {

  /**
   * Creates a cell.
   *
   * @param text the text as published
   * @param writtenIn the row it stands in
   * @param groups the rates, each with the symbols of its programmes
   */
  public SpecialCell {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(writtenIn, "writtenIn");
    Objects.requireNonNull(groups, "groups");
    groups = List.copyOf(groups);
  }

  /** The text and the code of the row it stands in. */
  @Override
  public String toString() {
    return text + " (" + writtenIn.code() + ")";
  }
}
