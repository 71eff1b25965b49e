package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * What changes, for whom, between two states of the law: two days, two books, or what was known and
 * what is law.
 *
 * @since 0.1.0
 */
public final class DutyChange {

  /** More are counted and not named. */
  private static final int MOST_NAMED = 30;

  private final TariffLaw before;
  private final TariffLaw after;
  private final List<Row> rows;
  private final List<Row> unchanged;

  /** What is to be said of the choice of the origins. */
  private final List<String> assumptions;

  private DutyChange(
      TariffLaw before,
      TariffLaw after,
      List<Row> rows,
      List<Row> unchanged,
      List<String> assumptions) {
    this.assumptions = List.copyOf(assumptions);
    this.before = before;
    this.after = after;
    this.rows = rows;
    this.unchanged = unchanged;
  }

  /** One line and origin under both laws. */
  public static final class Row {

    private final HsCode line;
    private final DeclaredOrigin origin;
    private final DutyStack before;
    private final DutyStack after;

    Row(HsCode line, DeclaredOrigin origin, DutyStack before, DutyStack after) {
      this.line = line;
      this.origin = origin;
      this.before = before;
      this.after = after;
    }

    /** {@return the tariff line} */
    public HsCode line() {
      return line;
    }

    /** {@return the origin and what it declares} */
    public DeclaredOrigin origin() {
      return origin;
    }

    /** {@return its duties before} */
    public DutyStack before() {
      return before;
    }

    /** {@return its duties after} */
    public DutyStack after() {
      return after;
    }

    /**
     * {@return the change of the all-in rate, negative for a cut; empty where either rate is not
     * known}
     */
    public Optional<RateChange> change() {
      return difference().change();
    }

    /**
     * What the change lies within: a point where both duties are known.
     *
     * @return the duty after less the duty before; empty where either is not known
     */
    public Optional<GapRange> changeRange() {
      return difference().changeRange();
    }

    /** {@return which layers came, went or moved} */
    public DutyDifference difference() {
      return DutyDifference.between(before, after);
    }

    /** Line, origin and change. */
    @Override
    public String toString() {
      return line
          + " from "
          + origin.country()
          + " "
          + changeRange().map(GapRange::toString).orElse("?");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row that
          && line.equals(that.line)
          && origin.equals(that.origin)
          && before.equals(that.before)
          && after.equals(that.after);
    }

    @Override
    public int hashCode() {
      return Objects.hash(line, origin, before, after);
    }
  }

  /**
   * The duties that differ between two states of the law.
   *
   * @param before the law before
   * @param after the law after
   * @param lines the lines looked at
   * @param origins the origins looked at
   * @return the rows that differ, by line and origin in the order given, and those that are not
   *     known under either law: nobody can say that they do not
   */
  public static DutyChange between(
      TariffLaw before, TariffLaw after, List<HsCode> lines, List<DeclaredOrigin> origins) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(origins, "origins");
    List<Row> rows = new ArrayList<>();
    List<Row> unchanged = new ArrayList<>();
    for (HsCode line : lines) {
      for (DeclaredOrigin origin : origins) {
        Row row =
            new Row(
                line,
                origin,
                before.stack(line, origin.country(), origin.facts()),
                after.stack(line, origin.country(), origin.facts()));
        (row.difference().isKept() ? unchanged : rows).add(row);
      }
    }
    return new DutyChange(before, after, List.copyOf(rows), List.copyOf(unchanged), List.of());
  }

  /**
   * The same change with something to be said of the choice of its origins.
   *
   * @param assumption what was assumed, one line
   * @return a new change; it stands in its stamp
   */
  public DutyChange withAssumption(String assumption) {
    Objects.requireNonNull(assumption, "assumption");
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new DutyChange(before, after, rows, unchanged, more);
  }

  /** {@return the duties that differ, and those that are not known under either law} */
  public List<Row> rows() {
    return rows;
  }

  /** {@return the duties looked at that do not differ} */
  public List<Row> unchanged() {
    return unchanged;
  }

  private String label(Row row) {
    return row.origin()
        .labelAmong(Stream.concat(rows.stream(), unchanged.stream()).map(Row::origin).toList());
  }

  /** Who was looked at and is not in the table, so that nobody vanishes. */
  private List<String> unchangedLine() {
    if (unchanged.isEmpty()) {
      return List.of();
    }
    boolean oneLine = unchanged.stream().map(Row::line).distinct().count() == 1;
    if (!oneLine || unchanged.size() > MOST_NAMED) {
      return List.of("unchanged: " + unchanged.size() + " more duties looked at");
    }
    return List.of(
        "unchanged: " + unchanged.stream().map(this::label).collect(Collectors.joining(", ")));
  }

  /**
   * {@return the measures that the second book has and the first has not, or has otherwise, by id}
   */
  public List<TariffMeasure> added() {
    return missingFrom(before.book(), after.book());
  }

  /**
   * {@return the measures that the first book has and the second has not, or has otherwise, by id}
   */
  public List<TariffMeasure> removed() {
    return missingFrom(after.book(), before.book());
  }

  private static List<TariffMeasure> missingFrom(TariffBook book, TariffBook other) {
    Set<TariffMeasure> held = new LinkedHashSet<>(book.measures());
    return other.measures().stream().filter(m -> !held.contains(m)).toList();
  }

  private String sides() {
    Sides sides = Sides.of(before, after);
    return "before: " + sides.before() + " · after: " + sides.after();
  }

  /** {@return the stamp of the law after, with both days and the assumptions of both sides} */
  public Stamp stamp() {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(unchanged);
    Stamp stamp = after.stamp().against(before.stamp());
    for (Row row : all) {
      stamp = stamp.against(row.before().stamp()).against(row.after().stamp());
    }
    return stamp.withAssumptions(assumptions).withComparedWith(before.day());
  }

  /** {@return what changes layer by layer, with why and by which source} */
  public Table layerTable() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Row each : rows) {
      DutyDifference difference = each.difference();
      for (LayerDifference layer : difference.layers()) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(each.line().toString()));
        row.add(Cell.text(label(each)));
        row.addAll(DifferenceTable.row(difference, layer));
        cells.add(row);
      }
    }
    List<String> caption = new ArrayList<>(List.of(sides()));
    caption.addAll(stamp().lines());
    return new Table(
        "Which layers change, for whom (- is a cut)",
        Stream.concat(Stream.of("line", "origin"), DifferenceTable.COLUMNS.stream()).toList(),
        cells,
        caption);
  }

  /**
   * {@return line, origin, rate before and after, change in points and of the duty-paid price;
   * below it who was looked at and does not change}
   */
  public Table table() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Row each : rows) {
      Optional<RateChange> change = each.change();
      cells.add(
          List.of(
              Cell.text(each.line().toString()),
              Cell.text(label(each)),
              RateCells.of(each.before()),
              RateCells.of(each.after()),
              each.changeRange().map(RateCells::of).orElseGet(Cell::blank),
              change.map(c -> Cell.relative(c.priceEffect(), 1)).orElseGet(Cell::blank)));
    }
    List<String> caption = new ArrayList<>(unchangedLine());
    caption.add(sides());
    caption.addAll(stamp().lines());
    return new Table(
        "What changes, for whom (- is a cut)",
        List.of("line", "origin", "before", "after", "change", "duty-paid price, relative"),
        cells,
        caption);
  }

  /**
   * The duties before and after, as rings and dots joined by arrows.
   *
   * @return the picture; a cut points to the left
   */
  public Chart chart() {
    return DutyCharts.change(
        "What changes from " + before.day() + " to " + after.day(),
        String.join(" · ", Stream.concat(Stream.of(sides()), unchangedLine().stream()).toList()),
        rows,
        stamp());
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyChange that
        && before.equals(that.before)
        && after.equals(that.after)
        && rows.equals(that.rows)
        && unchanged.equals(that.unchanged)
        && assumptions.equals(that.assumptions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after, rows, unchanged);
  }
}
