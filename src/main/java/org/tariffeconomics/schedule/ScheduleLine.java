package org.tariffeconomics.schedule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;

/**
 * A line of a schedule that has a code of eight digits or more, with the rates that count for it:
 * its own or, column by column, the nearest above it.
 *
 * <p>A line without any special text has no preference; that is not the same as free of duty.
 *
 * @since 0.1.0
 */
public final class ScheduleLine {

  private final HsCode code;
  private final ScheduleRow row;
  private final @Nullable ScheduleLine parent;
  private final List<ScheduleRow> above;
  private final @Nullable RateCell general;
  private final @Nullable SpecialCell special;
  private final @Nullable RateCell other;

  ScheduleLine(
      HsCode code,
      ScheduleRow row,
      @Nullable ScheduleLine parent,
      List<ScheduleRow> above,
      @Nullable RateCell general,
      @Nullable SpecialCell special,
      @Nullable RateCell other) {
    this.code = code;
    this.row = row;
    this.parent = parent;
    this.above = above;
    this.general = general;
    this.special = special;
    this.other = other;
  }

  /** {@return the code} */
  public HsCode code() {
    return code;
  }

  /**
   * The line's own row.
   *
   * @return the row as published
   */
  public ScheduleRow row() {
    return row;
  }

  /**
   * The line that this one is a part of.
   *
   * @return the next line above with fewer digits that covers it; empty for a line on its own
   */
  public Optional<ScheduleLine> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * The rows that govern this one, the heading first.
   *
   * @return the rows above it at smaller indents, texts without a code included
   */
  public List<ScheduleRow> above() {
    return above;
  }

  /**
   * {@return the words of the line behind those of the rows that govern it: for example {@code Live
   * horses, asses, mules and hinnies: Horses: Males}}
   */
  public String description() {
    StringBuilder words = new StringBuilder();
    above.forEach(each -> words.append(each.description().strip()).append(' '));
    return words.append(row.description().strip()).toString();
  }

  /**
   * The units of quantity.
   *
   * @return the line's own as published, or those of the line it is a part of
   */
  public List<String> units() {
    return row.units().isEmpty() && parent != null ? parent.units() : row.units();
  }

  /**
   * The general rate of column 1.
   *
   * @return the rate; empty where neither the line nor a row above has a text
   */
  public Optional<RateCell> general() {
    return Optional.ofNullable(general);
  }

  /**
   * The special rates of column 1.
   *
   * @return the rates; empty where no preference is given
   */
  public Optional<SpecialCell> special() {
    return Optional.ofNullable(special);
  }

  /**
   * The rate of column 2.
   *
   * @return the rate; empty where neither the line nor a row above has a text
   */
  public Optional<RateCell> other() {
    return Optional.ofNullable(other);
  }

  /**
   * The provisions of chapters 98 and 99 that the line points to, in its notes, those of the rows
   * that govern it, and its special rates.
   *
   * @return the pointers, the heading's first; none in a file without notes
   */
  public List<ScheduleReference> references() {
    return ScheduleReference.of(this);
  }

  /**
   * {@return what the schedule's compiler remarks in the line's own words: for example {@code
   * [Compiler's note: provision suspended.]}; empty where there is none}
   */
  public Optional<String> compilersNote() {
    int start = row.description().indexOf(ProvisionStatus.NOTE);
    return start < 0 ? Optional.empty() : Optional.of(row.description().substring(start).strip());
  }

  /**
   * Whether the line still stands, as far as the compiler's note says.
   *
   * @return the status, {@link ProvisionStatus#PRINTED} where there is no note
   */
  public ProvisionStatus status() {
    return ProvisionStatus.of(compilersNote().orElse(""));
  }

  /** The code and its general rate. */
  @Override
  public String toString() {
    return code + " " + (general == null ? "no rate" : general.text());
  }
}
