package org.tariffeconomics.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines over days or numbers: steps of a rate, a plan beside what came of it, a fan.
 *
 * @param x the scale from left to right
 * @param y the scale from bottom to top
 * @param lines the lines, no name twice
 * @param bands stretches between a lower and an upper line, drawn behind; the widest first
 * @param marks days or numbers with a name of their own along {@code x}
 * @param shade from where to where along {@code x} the ground is grey; null for nowhere
 * @param gapShaded whether what lies between the first two lines is shaded
 * @param zero whether the axis of {@code y} shows zero even where no value is near
 * @since 0.1.0
 */
public record ChartLines(
    ChartScale x,
    ChartScale y,
    List<Line> lines,
    List<Band> bands,
    List<Mark> marks,
    @Nullable Shade shade,
    boolean gapShaded,
    boolean zero)
    implements ChartForm {

  /** How a line runs from point to point. */
  public enum Shape {
    /** A value holds until the next point: rates, which jump. */
    STEP,
    /** Straight from point to point. */
    STRAIGHT,
    /** Straight, thin and dashed: what a line is measured against. */
    GUIDE
  }

  /**
   * A point of a line.
   *
   * @param x where, on the scale from left to right
   * @param y the value, null where it is not known: the line has a hole there
   */
  public record Point(double x, @Nullable Double y) {

    /**
     * Creates a point.
     *
     * @param x where
     * @param y the value, null where it is not known
     * @throws IllegalArgumentException when a number is not finite
     */
    public Point {
      finite("x of a point", x);
      if (y != null) {
        finite("y of a point", y);
      }
    }

    /**
     * A point on a day.
     *
     * @param day the day
     * @param y the value, null where it is not known
     * @return the point
     */
    public static Point of(LocalDate day, @Nullable Double y) {
      Objects.requireNonNull(day, "day");
      return new Point(day.toEpochDay(), y);
    }
  }

  /**
   * A line.
   *
   * @param name whose
   * @param shape how it runs
   * @param points its points from left to right, at least one
   */
  public record Line(String name, Shape shape, List<Point> points) {

    /**
     * Creates a line.
     *
     * @param name whose
     * @param shape how it runs
     * @param points its points from left to right, at least one
     * @throws IllegalArgumentException when there is no point, or one stands left of the one before
     */
    public Line {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(points, "points");
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("A line needs at least one point: " + name);
      }
      for (int i = 1; i < points.size(); i++) {
        if (points.get(i).x() < points.get(i - 1).x()) {
          throw new IllegalArgumentException(
              "The points of '" + name + "' must stand from left to right, but " + points.get(i));
        }
      }
    }
  }

  /**
   * A stretch between two lines.
   *
   * @param name what it says, such as {@code 90% of the draws}
   * @param spans its spans from left to right
   * @param line the name of the line whose value lies within it, drawn in the colour of that line;
   *     empty for a band of no line
   */
  public record Band(String name, List<Span> spans, String line) {

    /**
     * Creates a band.
     *
     * @param name what it says
     * @param spans its spans from left to right
     * @param line the name of the line whose value lies within it, or empty
     */
    public Band {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(spans, "spans");
      Objects.requireNonNull(line, "line");
      spans = List.copyOf(spans);
    }

    /**
     * A band of no line.
     *
     * @param name what it says
     * @param spans its spans from left to right
     */
    public Band(String name, List<Span> spans) {
      this(name, spans, "");
    }
  }

  /**
   * A band at one place.
   *
   * @param x where
   * @param low its lower end
   * @param high its upper end
   */
  public record Span(double x, double low, double high) {

    /**
     * Creates a span.
     *
     * @param x where
     * @param low its lower end
     * @param high its upper end
     * @throws IllegalArgumentException when a number is not finite
     */
    public Span {
      finite("x of a span", x);
      finite("low", low);
      finite("high", high);
    }
  }

  /**
   * A place along the x axis with a name.
   *
   * @param x where
   * @param text what happened or is due there
   */
  public record Mark(double x, String text) {

    /**
     * Creates a mark.
     *
     * @param x where
     * @param text what happened or is due there
     * @throws IllegalArgumentException when the number is not finite
     */
    public Mark {
      Objects.requireNonNull(text, "text");
      finite("x of a mark", x);
    }
  }

  /**
   * Where the ground is grey.
   *
   * @param from its left end
   * @param to its right end
   * @param text why
   */
  public record Shade(double from, double to, String text) {

    /**
     * Creates a shade.
     *
     * @param from its left end
     * @param to its right end
     * @param text why
     * @throws IllegalArgumentException when a number is not finite
     */
    public Shade {
      Objects.requireNonNull(text, "text");
      finite("from", from);
      finite("to", to);
    }
  }

  /**
   * Creates the form.
   *
   * @param x the scale from left to right
   * @param y the scale from bottom to top
   * @param lines the lines, no name twice
   * @param bands the bands
   * @param marks the marks
   * @param shade the grey ground, null for none
   * @param gapShaded whether what lies between the first two lines is shaded
   * @param zero whether the axis of {@code y} shows zero
   * @throws IllegalArgumentException when there is neither a line nor a band, or a name comes twice
   */
  public ChartLines {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(bands, "bands");
    Objects.requireNonNull(marks, "marks");
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
    if (lines.isEmpty() && bands.stream().allMatch(b -> b.spans().isEmpty())) {
      throw new IllegalArgumentException("lines must not be empty");
    }
    if (lines.stream().map(Line::name).distinct().count() != lines.size()) {
      throw new IllegalArgumentException(
          "lines must not have one name twice, but had " + lines.stream().map(Line::name).toList());
    }
  }

  /**
   * Lines alone.
   *
   * @param x the scale from left to right
   * @param y the scale from bottom to top
   * @param lines the lines, no name twice
   * @return the form
   */
  public static ChartLines of(ChartScale x, ChartScale y, List<Line> lines) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(lines, "lines");
    return new ChartLines(x, y, lines, List.of(), List.of(), null, false, true);
  }

  /**
   * The same lines with bands behind them.
   *
   * @param behind the bands, the widest first
   * @return a new form
   */
  public ChartLines withBands(List<Band> behind) {
    Objects.requireNonNull(behind, "behind");
    return new ChartLines(x, y, lines, behind, marks, shade, gapShaded, zero);
  }

  /**
   * The same lines with these places named.
   *
   * @param named the places
   * @return a new form
   */
  public ChartLines withMarks(List<Mark> named) {
    Objects.requireNonNull(named, "named");
    return new ChartLines(x, y, lines, bands, named, shade, gapShaded, zero);
  }

  /**
   * The same lines on a ground that is grey from somewhere to somewhere.
   *
   * @param grey where, and why
   * @return a new form
   */
  public ChartLines withShade(Shade grey) {
    Objects.requireNonNull(grey, "grey");
    return new ChartLines(x, y, lines, bands, marks, grey, gapShaded, zero);
  }

  /** {@return the same lines with the gap between the first two shaded: a new form} */
  public ChartLines withGapShaded() {
    return new ChartLines(x, y, lines, bands, marks, shade, true, zero);
  }

  /** {@return the same lines on an axis that need not show zero: a new form} */
  public ChartLines withoutZero() {
    return new ChartLines(x, y, lines, bands, marks, shade, gapShaded, false);
  }

  /** Every value drawn, for the extent of the axis. */
  List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (Line line : lines) {
      for (Point point : line.points()) {
        if (point.y() != null) {
          values.add(point.y());
        }
      }
    }
    for (Band band : bands) {
      for (Span span : band.spans()) {
        values.add(span.low());
        values.add(span.high());
      }
    }
    return values;
  }

  /** Every place drawn, for the extent of the axis. */
  List<Double> places() {
    List<Double> places = new ArrayList<>();
    lines.forEach(line -> line.points().forEach(p -> places.add(p.x())));
    bands.forEach(band -> band.spans().forEach(s -> places.add(s.x())));
    return places;
  }

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, but was " + value);
    }
    return value;
  }
}
