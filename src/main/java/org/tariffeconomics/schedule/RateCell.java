package org.tariffeconomics.schedule;

import java.util.Objects;
import org.tariffeconomics.rate.DutyRate;

/**
 * A rate of a line and where it was written: in the line's own row, or in one above it.
 *
 * @param text the text as published
 * @param writtenIn the row it stands in
 * @param rate what it means
 * @since 0.1.0
 */
public record RateCell(String text, ScheduleRow writtenIn, DutyRate rate) {

  /**
   * Refuses nulls.
   *
   * @param text the text as published
   * @param writtenIn the row it stands in
   * @param rate what it means
   */
  public RateCell {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(writtenIn, "writtenIn");
    Objects.requireNonNull(rate, "rate");
  }

  /** The text and the code of the row it stands in. */
  @Override
  public String toString() {
    return text + " (" + writtenIn.code() + ")";
  }
}
