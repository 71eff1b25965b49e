package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.ChartRows.Bar;
import org.tariffeconomics.report.ChartRows.Dot;
import org.tariffeconomics.report.ChartRows.Mark;
import org.tariffeconomics.report.ChartRows.Move;
import org.tariffeconomics.report.ChartRows.Range;
import org.tariffeconomics.report.ChartRows.Row;
import org.tariffeconomics.report.SvgCanvas.Anchor;
import org.tariffeconomics.report.SvgCanvas.Box;

/** Draws rows with bars, dots, whiskers and arrows along one scale. */
final class SvgRows implements SvgForm {

  private static final double WIDTH = 860;
  private static final double TEXT = 12;
  private static final double SMALL = 11;
  private static final double LINE = 15;
  private static final double ROW = 28;
  private static final double THICK = 17;
  private static final double MOST_LABEL = 210;
  private static final double MOST_END = 200;

  /** How far a sentence in place of marks stands off the axis. */
  private static final double INDENT = 8;

  private static final String NOTE = "font-style=\"italic\"";

  private final ChartRows form;
  private final List<String> bars;
  private final List<String> dots;
  private final ChartTicks ticks;
  private double plotLeft;
  private double plotRight;

  SvgRows(ChartRows form) {
    this.form = form;
    this.bars = form.bars();
    this.dots = form.dots();
    List<Double> values = new ArrayList<>(form.values());
    boolean days = form.scale().kind() == ChartScale.Kind.DAY;
    if (values.isEmpty() || (!days && form.zero())) {
      values.add(0.0);
    }
    this.ticks =
        ChartTicks.of(form.scale(), Collections.min(values), Collections.max(values), days ? 9 : 7);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public String patterns() {
    return ChartLook.patterns(bars.size());
  }

  @Override
  public SvgLegend legend() {
    SvgLegend legend = new SvgLegend();
    boolean told = bars.size() > 1 || !form.marks(Range.class).isEmpty();
    if (told) {
      for (int i = 0; i < bars.size(); i++) {
        legend.add(SvgLegend.Sign.GROUND, ChartLook.filled(i), bars.get(i));
      }
    }
    for (int i = 0; i < dots.size(); i++) {
      SvgLegend.Sign sign = i == 0 ? SvgLegend.Sign.RING : SvgLegend.Sign.DOT;
      legend.add(sign, dotLook(i), dots.get(i));
    }
    if (!form.marks(Range.class).isEmpty()) {
      legend.add(SvgLegend.Sign.WHISKER, "", "lowest to highest that is possible");
    }
    return legend;
  }

  /** The first series of dots are rings, the others are full. */
  private static String dotLook(int index) {
    String colour = index == 0 ? "#4a4a4a" : ChartLook.stroke(index - 1).colour();
    return index == 0 ? "stroke=\"" + colour + "\"" : "fill=\"" + colour + "\"";
  }

  @Override
  public double draw(SvgCanvas canvas, double left, double right, double top) {
    plotLeft = left + labels() + 12 + pad(true);
    plotRight = right - Math.max(12, pad(false));
    double caption = form.scale().caption().isEmpty() ? 0 : 16;
    List<Named> places = places();
    double y = top + caption + 16 * tiers(places);
    double bottom = y + heights();
    if (caption > 0) {
      String title = SvgFont.cut(OneLine.of(form.scale().caption()), SMALL, right - left);
      canvas.text(left, top + 11, SMALL, Anchor.START, title, faint());
    }
    if (form.rows().isEmpty()) {
      canvas.text(left, y + 14, SMALL, Anchor.START, "nothing to show", NOTE + " " + faint());
      return y + 22;
    }
    ground(canvas, y, bottom);
    places(canvas, places, top + caption + 11, y, bottom);
    Joint joint = null;
    for (Row row : form.rows()) {
      row(canvas, row, left, y, right);
      joint = joined(canvas, row, joint, y);
      y += height(row);
    }
    return axis(canvas, bottom);
  }

  private static String faint() {
    return "fill=\"" + SvgCanvas.FAINT + "\"";
  }

  /** What stands behind the marks, cut where it would leave them no room. */
  private static String end(Row row) {
    return SvgFont.cut(OneLine.of(row.end()), TEXT, MOST_END);
  }

  private double labels() {
    double widest = 40;
    for (Row row : form.rows()) {
      for (String line : label(row)) {
        widest = Math.max(widest, SvgFont.width(line, TEXT, false));
      }
    }
    return widest;
  }

  private static List<String> label(Row row) {
    return SvgFont.wrapped(row.label(), TEXT, false, MOST_LABEL);
  }

  /** The room that the texts behind the marks need on one side. */
  private double pad(boolean leftSide) {
    double widest = 0;
    for (Row row : form.rows()) {
      if (!end(row).isEmpty() && isLeft(row) == leftSide) {
        widest = Math.max(widest, SvgFont.width(end(row), TEXT, true) + 14);
      }
    }
    return widest;
  }

  /** Rows that end on the left of zero have their text there. */
  private boolean isLeft(Row row) {
    return form.scale().kind() != ChartScale.Kind.DAY
        && !form.connected()
        && dots.isEmpty()
        && !row.marks().isEmpty()
        && most(row) <= 0
        && least(row) < 0;
  }

  private static double most(Row row) {
    return row.marks().stream()
        .flatMap(mark -> ChartRows.ends(mark).stream())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  private static double least(Row row) {
    return row.marks().stream()
        .flatMap(mark -> ChartRows.ends(mark).stream())
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(0);
  }

  private double heights() {
    return form.rows().stream().mapToDouble(this::height).sum();
  }

  private double height(Row row) {
    int lines = Math.max(label(row).size(), note(row).size());
    return Math.max(ROW, lines * LINE + 10);
  }

  private List<String> note(Row row) {
    return row.note().isEmpty()
        ? List.of()
        : SvgFont.wrapped(row.note(), SMALL, false, plotRight - plotLeft - INDENT);
  }

  private double x(double value) {
    return plotLeft + (value - ticks.low()) / (ticks.high() - ticks.low()) * (plotRight - plotLeft);
  }

  private void ground(SvgCanvas canvas, double top, double bottom) {
    if (form.values().isEmpty()) {
      return;
    }
    for (ChartTicks.Tick tick : ticks.ticks()) {
      boolean zero = tick.at() == 0 && form.scale().kind() != ChartScale.Kind.DAY;
      canvas.line(
          x(tick.at()),
          top,
          x(tick.at()),
          bottom,
          "stroke=\"" + (zero ? "#7a7a7a" : SvgCanvas.RULE) + "\"");
    }
  }

  /** The name of a place, where it stands, and on which line above the drawing. */
  private record Named(ChartRows.Place place, String text, double at, int tier) {}

  /** Names that would touch stand on lines of their own. */
  private List<Named> places() {
    List<Named> named = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (ChartRows.Place place : form.lines()) {
      String text = SvgFont.cut(OneLine.of(place.text()), SMALL, plotRight - plotLeft);
      double half = SvgFont.width(text, SMALL, false) / 2;
      double at = Math.max(plotLeft + half, Math.min(plotRight - half, x(place.at())));
      int tier = 0;
      while (tier < ends.size() && at - half <= ends.get(tier) + 6) {
        tier++;
      }
      if (tier == ends.size()) {
        ends.add(0.0);
      }
      ends.set(tier, at + half);
      named.add(new Named(place, text, at, tier));
    }
    return named;
  }

  private static int tiers(List<Named> places) {
    return places.stream().mapToInt(each -> each.tier() + 1).max().orElse(0);
  }

  private void places(
      SvgCanvas canvas, List<Named> places, double first, double top, double bottom) {
    for (Named each : places) {
      double x = x(each.place().at());
      double baseline = first + 16 * (tiers(places) - 1 - each.tier());
      String dashes = "stroke=\"#4a4a4a\" stroke-dasharray=\"4 3\"";
      canvas.line(x, top - 2, x, bottom, dashes);
      canvas.text(each.at(), baseline, SMALL, Anchor.MIDDLE, each.text(), faint());
    }
  }

  private void row(SvgCanvas canvas, Row row, double left, double top, double right) {
    double middle = top + height(row) / 2;
    lines(canvas, label(row), left, middle, TEXT, "");
    note(canvas, row, middle);
    for (Mark mark : row.marks()) {
      draw(canvas, row, mark, middle);
    }
    if (end(row).isEmpty()) {
      return;
    }
    boolean leftSide = isLeft(row);
    double off = dots.isEmpty() ? 7 : 12;
    double at = x(leftSide ? least(row) : most(row)) + (leftSide ? -off : off);
    double width = SvgFont.width(end(row), TEXT, true);
    at = leftSide ? at : Math.min(at, right - width);
    canvas.text(
        at,
        middle + 4,
        TEXT,
        leftSide ? Anchor.END : Anchor.START,
        end(row),
        "font-weight=\"600\" " + SvgCanvas.HALO);
  }

  /** A sentence on white, so that the lines of the axis do not run through it. */
  private void note(SvgCanvas canvas, Row row, double middle) {
    List<String> lines = note(row);
    double widest =
        lines.stream().mapToDouble(line -> SvgFont.width(line, SMALL, false)).max().orElse(0);
    if (widest > 0 && !form.values().isEmpty()) {
      double tall = lines.size() * LINE;
      canvas.rect(plotLeft + INDENT - 3, middle - tall / 2, widest + 6, tall, "fill=\"#ffffff\"");
    }
    lines(canvas, lines, plotLeft + INDENT, middle, SMALL, NOTE + " " + faint());
  }

  private static void lines(
      SvgCanvas canvas, List<String> lines, double x, double middle, double size, String look) {
    double y = middle - (lines.size() - 1) * LINE / 2 + 4;
    for (String line : lines) {
      canvas.text(x, y, size, Anchor.START, line, look);
      y += LINE;
    }
  }

  private void draw(SvgCanvas canvas, Row row, Mark mark, double middle) {
    if (mark instanceof Bar bar) {
      bar(canvas, bar, bar.text().equals(row.end()) ? "" : bar.text(), middle);
    } else if (mark instanceof Dot dot) {
      int index = dots.indexOf(dot.series());
      boolean ring = index == 0;
      canvas.circle(
          x(dot.at()),
          middle,
          ring ? 5 : 5.5,
          (ring ? "fill=\"#ffffff\" stroke-width=\"2\" " : "") + dotLook(index));
    } else if (mark instanceof Range range) {
      SvgLegend.whisker(canvas, x(range.low()), x(range.high()), middle);
    } else {
      move(canvas, (Move) mark, middle);
    }
  }

  /** What stands behind a bar does not stand in it too. */
  private void bar(SvgCanvas canvas, Bar bar, String inside, double middle) {
    int index = bars.indexOf(bar.series());
    if (bar.from() == bar.to()) {
      return;
    }
    double from = Math.min(x(bar.from()), x(bar.to()));
    double width = Math.max(1.5, Math.abs(x(bar.to()) - x(bar.from())));
    canvas.open("g");
    canvas.remark(bar.text().isEmpty() ? bar.series() : bar.series() + " " + bar.text());
    canvas.rect(
        from,
        middle - THICK / 2,
        width,
        THICK,
        ChartLook.filled(index) + (width < 4 ? "" : " stroke=\"#ffffff\" stroke-width=\"0.8\""));
    canvas.close("g");
    double text = SvgFont.width(inside, SMALL, false);
    if (inside.isEmpty() || text + 8 > width) {
      return;
    }
    ChartLook.Fill fill = ChartLook.fill(index);
    double centre = from + width / 2;
    Box box = SvgCanvas.box(centre, middle + 4, SMALL, Anchor.MIDDLE, inside, false);
    if (!canvas.isFree(box)) {
      return;
    }
    if (!fill.pattern().isEmpty()) {
      canvas.rect(box.left() - 2, middle - 7, text + 4, 14, "fill=\"" + fill.colour() + "\"");
    }
    canvas.text(centre, middle + 4, SMALL, Anchor.MIDDLE, inside, "fill=\"" + fill.text() + "\"");
  }

  /** An arrow that stops short of the dot it points to. */
  private void move(SvgCanvas canvas, Move move, double middle) {
    double from = x(move.from());
    double to = x(move.to());
    double way = to > from ? 1 : -1;
    if (Math.abs(to - from) < 14) {
      return;
    }
    double tip = to - way * 7;
    canvas.line(from, middle, tip - way * 5, middle, "stroke=\"#4a4a4a\" stroke-width=\"2\"");
    StringBuilder head = new StringBuilder();
    SvgCanvas.point(head, 'M', tip, middle);
    SvgCanvas.point(head, 'L', tip - way * 7, middle - 4);
    SvgCanvas.point(head, 'L', tip - way * 7, middle + 4);
    canvas.path(head.append('Z'), "fill=\"#4a4a4a\"");
  }

  /** Where the last bar of a row ends. */
  private record Joint(double x, double y) {}

  /** A thin line from where the last row ended to this one; gives back where this one ends. */
  private @Nullable Joint joined(SvgCanvas canvas, Row row, @Nullable Joint last, double top) {
    Joint end = null;
    double middle = top + height(row) / 2;
    for (Mark mark : row.marks()) {
      if (form.connected() && mark instanceof Bar bar) {
        end = new Joint(x(bar.to()), middle + THICK / 2);
      }
    }
    if (last != null && end != null) {
      String dots = "stroke=\"#4a4a4a\" stroke-dasharray=\"2 2\"";
      canvas.line(last.x(), last.y(), last.x(), middle - THICK / 2, dots);
    }
    return end;
  }

  /** Where nothing is drawn there is nothing to measure. */
  private double axis(SvgCanvas canvas, double bottom) {
    if (form.values().isEmpty()) {
      return bottom;
    }
    double free = Double.NEGATIVE_INFINITY;
    for (ChartTicks.Tick tick : ticks.ticks()) {
      Box box = SvgCanvas.box(x(tick.at()), bottom + 15, SMALL, Anchor.MIDDLE, tick.text(), false);
      if (box.left() > free && box.right() < WIDTH) {
        canvas.text(x(tick.at()), bottom + 15, SMALL, Anchor.MIDDLE, tick.text(), faint());
        free = box.right() + 6;
      }
    }
    return bottom + 20;
  }
}
