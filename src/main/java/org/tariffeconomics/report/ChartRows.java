package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Rows with marks along one scale: ranked bars, a waterfall, before and after, a calendar.
 *
 * @param scale the scale from left to right
 * @param rows the rows from top to bottom
 * @param connected whether the end of a row's last bar is joined to the next row, as in a waterfall
 * @param lines places along the scale with a name, drawn through all rows
 * @param zero whether the axis shows zero even where no mark is near; never asked of days
 * @since 0.1.0
 */
public record ChartRows(
    ChartScale scale, List<Row> rows, boolean connected, List<Place> lines, boolean zero)
    implements ChartForm {

  /** Something drawn in a row. */
  public sealed interface Mark permits Bar, Dot, Range, Move {}

  /**
   * A bar.
   *
   * @param series what it is a part of; bars of one series look alike and stand in the legend
   * @param from where it begins
   * @param to where it ends; on the left of {@code from} where it takes away
   * @param text what stands in it where there is room; may be empty
   */
  public record Bar(String series, double from, double to, String text) implements Mark {

    /**
     * Creates a bar.
     *
     * @param series what it is a part of
     * @param from where it begins
     * @param to where it ends
     * @param text what stands in it where there is room; may be empty
     * @throws IllegalArgumentException when a number is not finite
     */
    public Bar {
      Objects.requireNonNull(series, "series");
      Objects.requireNonNull(text, "text");
      ChartLines.finite("from", from);
      ChartLines.finite("to", to);
    }
  }

  /**
   * A dot.
   *
   * @param series what it belongs to
   * @param at where
   */
  public record Dot(String series, double at) implements Mark {

    /**
     * Creates a dot.
     *
     * @param series what it belongs to
     * @param at where
     * @throws IllegalArgumentException when the number is not finite
     */
    public Dot {
      Objects.requireNonNull(series, "series");
      ChartLines.finite("at", at);
    }
  }

  /**
   * The least and the most that a value can be: a whisker.
   *
   * @param low the least
   * @param high the most
   */
  public record Range(double low, double high) implements Mark {

    /**
     * Creates a range.
     *
     * @param low the least
     * @param high the most
     * @throws IllegalArgumentException when a number is not finite, or low is above high
     */
    public Range {
      ChartLines.finite("low", low);
      ChartLines.finite("high", high);
      if (low > high) {
        throw new IllegalArgumentException(
            "low must not be above high, but was " + low + " > " + high);
      }
    }
  }

  /**
   * The way from one value to another: an arrow.
   *
   * @param from where it begins
   * @param to where it ends
   */
  public record Move(double from, double to) implements Mark {

    /**
     * Creates an arrow.
     *
     * @param from where it begins
     * @param to where it ends
     * @throws IllegalArgumentException when a number is not finite
     */
    public Move {
      ChartLines.finite("from", from);
      ChartLines.finite("to", to);
    }
  }

  /**
   * A place along the scale.
   *
   * @param at where
   * @param text its name
   */
  public record Place(double at, String text) {

    /**
     * Creates a place.
     *
     * @param at where
     * @param text its name
     * @throws IllegalArgumentException when the number is not finite
     */
    public Place {
      Objects.requireNonNull(text, "text");
      ChartLines.finite("at", at);
    }
  }

  /**
   * A row.
   *
   * @param label what it is about
   * @param marks what is drawn, from back to front; none where nothing is known
   * @param end what stands behind the last mark, such as the total; may be empty
   * @param note a sentence in place of marks, such as why nothing is known; may be empty
   */
  public record Row(String label, List<Mark> marks, String end, String note) {

    /**
     * Creates a row.
     *
     * @param label what it is about
     * @param marks what is drawn
     * @param end what stands behind the last mark; may be empty
     * @param note a sentence in place of marks; may be empty
     */
    public Row {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(marks, "marks");
      Objects.requireNonNull(end, "end");
      Objects.requireNonNull(note, "note");
      marks = List.copyOf(marks);
    }

    /**
     * A row with marks.
     *
     * @param label what it is about
     * @param marks what is drawn, from back to front
     * @param end what stands behind the last mark; may be empty
     * @return the row
     */
    public static Row of(String label, List<? extends Mark> marks, String end) {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(marks, "marks");
      Objects.requireNonNull(end, "end");
      return new Row(label, List.copyOf(marks), end, "");
    }

    /**
     * A row in which nothing is known.
     *
     * @param label what it is about
     * @param reason why
     * @return the row
     */
    public static Row unknown(String label, String reason) {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(reason, "reason");
      return new Row(label, List.of(), "", reason.isEmpty() ? "unknown" : "unknown: " + reason);
    }
  }

  /**
   * Creates the form.
   *
   * @param scale the scale from left to right
   * @param rows the rows from top to bottom
   * @param connected whether rows are joined as in a waterfall
   * @param lines the places drawn through all rows
   * @param zero whether the axis shows zero
   */
  public ChartRows {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(lines, "lines");
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
  }

  /**
   * Rows alone.
   *
   * @param scale the scale from left to right
   * @param rows the rows from top to bottom
   * @return the form
   */
  public static ChartRows of(ChartScale scale, List<Row> rows) {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(rows, "rows");
    return new ChartRows(scale, rows, false, List.of(), true);
  }

  /** {@return the same rows on an axis that need not show zero: a new form} */
  public ChartRows withoutZero() {
    return new ChartRows(scale, rows, connected, lines, false);
  }

  /** {@return the same rows, each joined to the next as in a waterfall: a new form} */
  public ChartRows withConnections() {
    return new ChartRows(scale, rows, true, lines, zero);
  }

  /**
   * The same rows with places drawn through all of them.
   *
   * @param places the places
   * @return a new form
   */
  public ChartRows withLines(List<Place> places) {
    Objects.requireNonNull(places, "places");
    return new ChartRows(scale, rows, connected, places, zero);
  }

  /** The series of bars, in the order in which they come. */
  List<String> bars() {
    Set<String> names = new LinkedHashSet<>();
    marks(Bar.class).forEach(bar -> names.add(bar.series()));
    return List.copyOf(names);
  }

  /** The series of dots, in the order in which they come. */
  List<String> dots() {
    Set<String> names = new LinkedHashSet<>();
    marks(Dot.class).forEach(dot -> names.add(dot.series()));
    return List.copyOf(names);
  }

  <M extends Mark> List<M> marks(Class<M> kind) {
    return rows.stream()
        .flatMap(row -> row.marks().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Every number drawn, for the extent of the axis. */
  List<Double> values() {
    List<Double> values = new ArrayList<>();
    rows.forEach(row -> row.marks().forEach(mark -> values.addAll(ends(mark))));
    lines.forEach(line -> values.add(line.at()));
    return values;
  }

  static List<Double> ends(Mark mark) {
    if (mark instanceof Bar bar) {
      return List.of(bar.from(), bar.to());
    }
    if (mark instanceof Dot dot) {
      return List.of(dot.at());
    }
    if (mark instanceof Range range) {
      return List.of(range.low(), range.high());
    }
    Move move = (Move) mark;
    return List.of(move.from(), move.to());
  }
}
