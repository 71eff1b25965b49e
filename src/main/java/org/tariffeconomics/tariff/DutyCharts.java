package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.ChartTiles;

/** The pictures of duties: over time, by origin, before and after. */
final class DutyCharts {

  private static final ChartScale DUTY = ChartScale.percent("all duties over the customs value");

  /** With more change days than this, their dates would be a thicket. */
  private static final int MOST_MARKS = 14;

  private DutyCharts() {}

  static Chart timeline(
      String title, List<String> names, List<RateTimeline.Step> steps, Stamp stamp) {
    LocalDate end = steps.get(steps.size() - 1).days().getEnd();
    List<ChartLines.Line> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      lines.add(new ChartLines.Line(names.get(i), ChartLines.Shape.STEP, points(steps, i, end)));
    }
    ChartLines form =
        ChartLines.of(ChartScale.days(""), DUTY, lines)
            .withMarks(changes(steps, names.size()))
            .withBands(bands(names, steps));
    if (names.size() == 2) {
      form = form.withGapShaded();
    }
    LocalDate newest = stamp.newestFact();
    if (newest != null && newest.isBefore(end.minusDays(1))) {
      form =
          form.withShade(
              new ChartLines.Shade(
                  newest.toEpochDay(), end.toEpochDay(), "after the last known fact: current law"));
    }
    return Chart.of(title, subtitle(names, lines), stamp.lines(), form);
  }

  private static String subtitle(List<String> names, List<ChartLines.Line> lines) {
    boolean holes = lines.stream().flatMap(l -> l.points().stream()).anyMatch(p -> p.y() == null);
    String gap =
        names.size() == 2 && bothAreKnown(lines.get(0), lines.get(1))
            ? "shaded: the gap between " + names.get(0) + " and " + names.get(1)
            : "each step is a day on which a duty changes";
    return gap + (holes ? "; a line is broken where the duty is not one known rate" : "");
  }

  private static boolean bothAreKnown(ChartLines.Line one, ChartLines.Line other) {
    return IntStream.range(0, one.points().size())
        .anyMatch(i -> one.points().get(i).y() != null && other.points().get(i).y() != null);
  }

  private static List<ChartLines.Point> points(
      List<RateTimeline.Step> steps, int origin, LocalDate end) {
    List<ChartLines.Point> points = new ArrayList<>();
    Double last = null;
    for (RateTimeline.Step step : steps) {
      last = number(step.rates().get(origin));
      points.add(ChartLines.Point.of(step.days().getStart(), last));
    }
    points.add(ChartLines.Point.of(end, last));
    return points;
  }

  private static @Nullable Double number(Optional<Rate> rate) {
    return rate.map(r -> r.fraction().doubleValue()).orElse(null);
  }

  /** What a duty can be on stretches on which it is bounded and not one rate. */
  private static List<ChartLines.Band> bands(List<String> names, List<RateTimeline.Step> steps) {
    List<ChartLines.Band> bands = new ArrayList<>();
    for (RateTimeline.Step step : steps) {
      for (int i = 0; i < names.size(); i++) {
        Optional<RateRange> range = step.ranges().get(i).filter(r -> !r.isPoint());
        String name = names.get(i) + ": lowest to highest that is possible";
        String line = names.get(i);
        range.ifPresent(r -> bands.add(new ChartLines.Band(name, spans(step, r), line)));
      }
    }
    return bands;
  }

  private static List<ChartLines.Span> spans(RateTimeline.Step step, RateRange range) {
    double low = range.lowest().fraction().doubleValue();
    double high = range.highest().fraction().doubleValue();
    return List.of(
        new ChartLines.Span(step.days().getStart().toEpochDay(), low, high),
        new ChartLines.Span(step.days().getEnd().toEpochDay(), low, high));
  }

  /** The days on which a rate changes, not those on which only its layers do. */
  private static List<ChartLines.Mark> changes(List<RateTimeline.Step> steps, int origins) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (int i = 1; i < steps.size(); i++) {
      for (int o = 0; o < origins; o++) {
        if (!steps.get(i).ranges().get(o).equals(steps.get(i - 1).ranges().get(o))) {
          days.add(steps.get(i).days().getStart());
        }
      }
    }
    return days.size() > MOST_MARKS
        ? List.of()
        : days.stream().map(d -> new ChartLines.Mark(d.toEpochDay(), d.toString())).toList();
  }

  static Chart comparison(String title, List<DutyComparison.Entry> entries, Stamp stamp) {
    List<ChartRows.Row> rows = new ArrayList<>();
    Map<String, List<String>> open = new LinkedHashMap<>();
    List<DeclaredOrigin> origins = entries.stream().map(DutyComparison.Entry::origin).toList();
    for (DutyComparison.Entry each : entries) {
      String name = each.origin().labelAmong(origins);
      String reasons = String.join("; ", each.reasons());
      Optional<RateRange> bounded = each.range().filter(r -> !r.isPoint());
      if (bounded.isPresent()) {
        rows.add(bounded(name, bounded.get()));
        open.computeIfAbsent(reasons, why -> new ArrayList<>()).add(name);
      } else {
        rows.add(row(name, each.stack(), each.rate(), reasons));
      }
    }
    List<String> caption = new ArrayList<>();
    open.forEach((why, names) -> caption.add(String.join(", ", names) + ": " + why));
    caption.addAll(stamp.lines());
    return Chart.of(
        title,
        "stacked by programme, as charged; a longer bar pays more",
        caption,
        ChartRows.of(DUTY, rows));
  }

  /** What is certain as a bar, what is possible as a whisker. */
  private static ChartRows.Row bounded(String label, RateRange range) {
    double low = range.lowest().fraction().doubleValue();
    double high = range.highest().fraction().doubleValue();
    return ChartRows.Row.of(
        label,
        List.of(new ChartRows.Bar("at least", 0, low, ""), new ChartRows.Range(low, high)),
        range.toText(1));
  }

  static Chart map(String title, List<DutyComparison.Entry> entries, Stamp stamp) {
    List<ChartTiles.Tile> tiles = entries.stream().map(DutyCharts::tile).toList();
    String subtitle = "a darker square pays more; places are near where countries lie, no borders";
    return Chart.of(title, subtitle, stamp.lines(), new ChartTiles(DUTY, tiles));
  }

  private static ChartTiles.Tile tile(DutyComparison.Entry each) {
    String code = each.origin().country().alpha2();
    String name = each.origin().country().name();
    if (each.stack().outcome() == DutyStack.Outcome.PROHIBITED) {
      return new ChartTiles.Tile(code, name, null, null, "ban");
    }
    Optional<RateRange> range = each.range();
    return range.isEmpty()
        ? ChartTiles.Tile.unknown(code, name)
        : ChartTiles.Tile.between(
            code,
            name,
            range.get().lowest().fraction().doubleValue(),
            range.get().highest().fraction().doubleValue());
  }

  private static ChartRows.Row row(
      String label, DutyStack stack, Optional<Rate> rate, String reasons) {
    if (stack.outcome() == DutyStack.Outcome.PROHIBITED) {
      return new ChartRows.Row(label, List.of(), "", "prohibited: " + reasons);
    }
    return rate.map(r -> ChartRows.Row.of(label, bars(stack, r), r.toText(1)))
        .orElseGet(() -> ChartRows.Row.unknown(label, reasons));
  }

  private static List<ChartRows.Mark> bars(DutyStack stack, Rate rate) {
    List<ChartRows.Mark> bars = new ArrayList<>();
    BigDecimal from = BigDecimal.ZERO;
    for (DutyStack.LayerRate layer : stack.adValoremLayers()) {
      if (!layer.rate().isZero()) {
        BigDecimal to = from.add(layer.rate().fraction());
        bars.add(
            new ChartRows.Bar(
                layer.layer().measure().programme().toString(),
                from.doubleValue(),
                to.doubleValue(),
                layer.rate().toText(1)));
        from = to;
      }
    }
    if (bars.isEmpty()) {
      bars.add(new ChartRows.Bar("duty", 0, rate.fraction().doubleValue(), rate.toText(1)));
    }
    return bars;
  }

  static Chart change(String title, String laws, List<DutyChange.Row> rows, Stamp stamp) {
    boolean oneLine = rows.stream().map(DutyChange.Row::line).distinct().count() < 2;
    List<ChartRows.Row> shown = new ArrayList<>();
    for (DutyChange.Row each : rows) {
      String name = each.origin().label();
      shown.add(changed(oneLine ? name : each.line() + " " + name, each));
    }
    List<String> caption = new ArrayList<>(List.of(laws));
    caption.addAll(stamp.lines());
    return Chart.of(
        title, "ring: before, dot: after; - is a cut", caption, ChartRows.of(DUTY, shown));
  }

  /**
   * Of a duty that is open on one side its ends; two whiskers on one row could not be told apart.
   */
  private static ChartRows.Row changedWithin(
      String label, DutyChange.Row row, RateRange before, RateRange after) {
    if (!before.isPoint() && !after.isPoint()) {
      return new ChartRows.Row(
          label, List.of(), "", "before " + before.toText(1) + ", after " + after.toText(1));
    }
    return ChartRows.Row.of(
        label,
        List.of(mark("before", before), mark("after", after)),
        row.changeRange().map(GapRange::toString).orElse(""));
  }

  private static ChartRows.Mark mark(String side, RateRange range) {
    double low = range.lowest().fraction().doubleValue();
    return range.isPoint()
        ? new ChartRows.Dot(side, low)
        : new ChartRows.Range(low, range.highest().fraction().doubleValue());
  }

  private static ChartRows.Row changed(String label, DutyChange.Row row) {
    Optional<RateChange> change = row.change();
    if (change.isEmpty() && row.before().range().isPresent() && row.after().range().isPresent()) {
      return changedWithin(label, row, row.before().range().get(), row.after().range().get());
    }
    if (change.isEmpty()) {
      List<String> why = new ArrayList<>(row.before().reasons());
      why.addAll(row.after().reasons());
      return ChartRows.Row.unknown(label, String.join("; ", why.stream().distinct().toList()));
    }
    double before = change.get().before().fraction().doubleValue();
    double after = change.get().after().fraction().doubleValue();
    return ChartRows.Row.of(
        label,
        List.of(
            new ChartRows.Move(before, after),
            new ChartRows.Dot("before", before),
            new ChartRows.Dot("after", after)),
        Cell.points(change.get().points(), 1).text());
  }
}
