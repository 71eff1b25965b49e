package org.tariffeconomics.schedule;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Texts;

/**
 * A published tariff schedule: its rows in order and the lines that they make.
 *
 * <p>A schedule carries no dates. When it counts from is said where it is used, in {@link
 * ScheduledDuties}.
 *
 * @since 0.1.0
 */
public final class TariffSchedule {

  /** The column of a fault in a row's code: it is none, or its line appears twice. */
  public static final String CODE = "code";

  private final String name;
  private final List<ScheduleRow> rows;
  private final NavigableMap<String, ScheduleLine> lines;
  private final List<ScheduleLine> declarable;
  private final List<RowFault> faults;

  private TariffSchedule(String name, List<ScheduleRow> rows, ScheduleBuilder built) {
    this.name = name;
    this.rows = rows;
    this.lines = built.lines();
    this.declarable = built.declarable();
    this.faults = built.faults();
  }

  /** Something in a row that kept it, or a part of it, out of the lines. */
  public static final class RowFault {

    private final ScheduleRow row;
    private final String column;
    private final String text;
    private final String message;

    RowFault(ScheduleRow row, String column, String text, String message) {
      this.row = row;
      this.column = column;
      this.text = text;
      this.message = message;
    }

    /** {@return the row} */
    public ScheduleRow row() {
      return row;
    }

    /** {@return the column in question, {@code code} or a rate column} */
    public String column() {
      return column;
    }

    /** {@return what stands there} */
    public String text() {
      return text;
    }

    /** {@return what is wrong with it} */
    public String message() {
      return message;
    }

    /** The place, the column and what is wrong. */
    @Override
    public String toString() {
      return "row " + row.place() + ", " + column + " '" + text + "': " + message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RowFault that
          && row.equals(that.row)
          && column.equals(that.column)
          && text.equals(that.text)
          && message.equals(that.message);
    }

    @Override
    public int hashCode() {
      return Objects.hash(row, column, text, message);
    }
  }

  /**
   * The schedule that rows make.
   *
   * @param name what the schedule is called in messages and sources, {@code HTS 2025 revision 23}
   * @param rows the rows in their published order
   * @return the schedule
   */
  public static TariffSchedule of(String name, List<ScheduleRow> rows) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    List<ScheduleRow> kept = List.copyOf(rows);
    return new TariffSchedule(name, kept, new ScheduleBuilder(kept));
  }

  /** {@return what the schedule is called} */
  public String name() {
    return name;
  }

  /**
   * The rows as published.
   *
   * @return the rows in their order
   */
  public List<ScheduleRow> rows() {
    return rows;
  }

  /**
   * Every line with eight digits or more, legal and statistical ones.
   *
   * @return the lines by code
   */
  public List<ScheduleLine> lines() {
    return List.copyOf(lines.values());
  }

  /**
   * The lines that goods are declared under: those that no other line is a part of.
   *
   * @return the statistical lines and the legal ones that are not divided, by code
   */
  public List<ScheduleLine> declarable() {
    return declarable;
  }

  /**
   * The line of exactly this code.
   *
   * @param code the code
   * @return the line, empty where the schedule has none
   */
  public Optional<ScheduleLine> line(HsCode code) {
    Objects.requireNonNull(code, "code");
    return Optional.ofNullable(lines.get(code.digits()));
  }

  /**
   * The line that goods of a code fall under: the longest that covers it.
   *
   * @param code a code of eight digits or more
   * @return the line, empty where none covers the code
   */
  public Optional<ScheduleLine> covering(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    for (int length = digits.length(); length >= DatedLine.DIGITS; length--) {
      ScheduleLine line = lines.get(digits.substring(0, length));
      if (line != null) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /**
   * The lines below a code, that of the code itself not among them.
   *
   * @param code a chapter, heading, subheading or line
   * @return the lines by code
   */
  public List<ScheduleLine> below(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    String next = lines.higherKey(digits);
    if (next == null || !next.startsWith(digits)) {
      return List.of();
    }
    return List.copyOf(
        Collections.unmodifiableMap(lines.subMap(digits, false, digits + ':', false)).values());
  }

  /**
   * What is wrong with rows: codes that are none, lines that stand twice, rates that are not
   * understood, lines without a general rate. The rows are kept.
   *
   * @return the faults in the order of the rows
   */
  public List<RowFault> faults() {
    return faults;
  }

  /**
   * How much of the rates is understood.
   *
   * @return the counts by column and kind
   */
  public ScheduleCoverage coverage() {
    return ScheduleCoverage.of(this);
  }

  /** All that its duties depend on, line by line. */
  void writeContent(Consumer<String> lines) {
    lines.accept(name);
    for (ScheduleRow row : rows) {
      lines.accept(row.toString());
    }
  }

  /** Two schedules are equal when they have one name and the same rows. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TariffSchedule that && name.equals(that.name) && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name and how many lines there are. */
  @Override
  public String toString() {
    return name + ", " + Texts.counted(lines.size(), "line");
  }
}
