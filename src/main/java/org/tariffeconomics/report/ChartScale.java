package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the numbers along one axis of a chart are, and how they are written.
 *
 * @param kind rates, points, days or plain numbers
 * @param title what the axis shows, such as {@code duty, all-in}; may be empty
 * @param unit the unit of plain numbers, such as {@code USD bn}; empty for the other kinds
 * @since 0.1.0
 */
public record ChartScale(Kind kind, String title, String unit) {

  /**
   * Refuses nulls.
   *
   * @param kind rates, points, days or plain numbers
   * @param title what the axis shows, such as {@code duty, all-in}; may be empty
   * @param unit the unit of plain numbers, such as {@code USD bn}; empty for the other kinds
   */
  public ChartScale {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
  }

  /** What the numbers are. */
  public enum Kind {
    /** Rates as fractions, written in percent: 0.15 is {@code 15.0%}. */
    PERCENT,
    /** Differences of rates as fractions, written with their sign: 0.1 is {@code +10.0 pp}. */
    POINTS,
    /** Plain numbers in a unit. */
    NUMBER,
    /** Days, counted from 1970-01-01 ({@link LocalDate#toEpochDay()}), written as ISO 8601. */
    DAY
  }

  /**
   * An axis of rates.
   *
   * @param title what the rates are
   * @return the scale
   */
  public static ChartScale percent(String title) {
    Objects.requireNonNull(title, "title");
    return new ChartScale(Kind.PERCENT, title, "");
  }

  /**
   * An axis of differences of rates.
   *
   * @param title what the differences are, with what a positive one means
   * @return the scale
   */
  public static ChartScale points(String title) {
    Objects.requireNonNull(title, "title");
    return new ChartScale(Kind.POINTS, title, "");
  }

  /**
   * An axis of plain numbers.
   *
   * @param title what the numbers are
   * @param unit their unit; may be empty
   * @return the scale
   */
  public static ChartScale number(String title, String unit) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    return new ChartScale(Kind.NUMBER, title, unit);
  }

  /**
   * An axis of days.
   *
   * @param title what the days are; may be empty
   * @return the scale
   */
  public static ChartScale days(String title) {
    Objects.requireNonNull(title, "title");
    return new ChartScale(Kind.DAY, title, "");
  }

  /** {@return title and unit as they stand at the axis} */
  public String caption() {
    String in =
        switch (kind) {
          case PERCENT -> "percent";
          case POINTS -> "percentage points";
          case DAY -> "";
          case NUMBER -> unit;
        };
    return title.isEmpty() || in.isEmpty() ? title + in : title + ", " + in;
  }

  /**
   * A number as it stands in the chart.
   *
   * @param value the number, finite
   * @param decimals the decimals shown, of percent or points for rates; a day has none
   * @return its text, without the unit of plain numbers
   */
  public String text(double value, int decimals) {
    return switch (kind) {
      case PERCENT -> Cell.percent(ChartJson.exact(value), decimals).text();
      case POINTS -> Cell.points(ChartJson.exact(value), decimals).text();
      case NUMBER -> Cell.number(ChartJson.exact(value), decimals, unit).text();
      case DAY -> LocalDate.ofEpochDay(Math.round(value)).toString();
    };
  }

  /** A number at a tick of the axis, with no more decimals than the distance of the ticks has. */
  String tick(BigDecimal value, BigDecimal step) {
    int places = kind == Kind.NUMBER ? 0 : 2;
    int decimals = Math.max(0, step.stripTrailingZeros().scale() - places);
    return switch (kind) {
      case PERCENT -> Cell.percent(value, decimals).text();
      case POINTS -> Cell.points(value, decimals).text().replace(" pp", "");
      default -> Cell.number(value, decimals, unit).text();
    };
  }
}
