package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shape;
import org.tariffeconomics.report.SvgCanvas.Anchor;
import org.tariffeconomics.report.SvgCanvas.Box;

/** Draws lines over days or numbers. */
final class SvgLines implements SvgForm {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 300;
  private static final double TEXT = 12;
  private static final double SMALL = 11;
  private static final double MOST_NAME = 190;
  private static final int TIERS = 4;
  private static final String GAP = "#e9d8c4";
  private static final String EDGE = "fill=\"none\" stroke=\"#6b83a6\" stroke-width=\"0.6\"";
  private static final String[] BANDS = {"#dfe6ef", "#b9c8dd", "#8fa6c6"};

  private final ChartLines form;
  private final ChartTicks yTicks;
  private final ChartTicks xTicks;
  private double plotLeft;
  private double plotRight;
  private double plotTop;
  private double plotBottom;

  /** The stretches of all lines that run level, which texts keep clear of. */
  private final List<Box> strokes = new ArrayList<>();

  SvgLines(ChartLines form) {
    this.form = form;
    List<Double> values = new ArrayList<>(form.values());
    if (form.zero() || values.isEmpty()) {
      values.add(0.0);
    }
    this.yTicks = ChartTicks.of(form.y(), Collections.min(values), Collections.max(values), 6);
    List<Double> places = form.places();
    this.xTicks = ChartTicks.of(form.x(), Collections.min(places), Collections.max(places), 9);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public String patterns() {
    StringBuilder all =
        new StringBuilder(
            form.gapShaded() ? ChartLook.pattern("gap", GAP, "M0 6L6 0", "#cdb393") : "");
    for (int i = 0; i < form.lines().size(); i++) {
      String name = form.lines().get(i).name();
      if (form.bands().stream().anyMatch(band -> band.line().equals(name))) {
        all.append(ChartLook.veil("b" + i, solidIndex(i)));
      }
    }
    return all.toString();
  }

  @Override
  public SvgLegend legend() {
    SvgLegend legend = new SvgLegend();
    if (isGapDrawn()) {
      legend.add(SvgLegend.Sign.GROUND, "fill=\"url(#gap)\"", "gap");
    }
    List<ChartLines.Band> firsts = new ArrayList<>();
    for (ChartLines.Band each : form.bands()) {
      if (firsts.stream().noneMatch(some -> some.name().equals(each.name()))) {
        firsts.add(each);
      }
    }
    firsts.forEach(each -> legend.add(SvgLegend.Sign.GROUND, ground(each), each.name()));
    ChartLines.Shade shade = form.shade();
    if (shade != null) {
      legend.add(SvgLegend.Sign.GROUND, "fill=\"#ececec\"", shade.text());
    }
    return legend;
  }

  /** Stretches of one name look alike and stand in the legend once. */
  private List<String> bandNames() {
    return form.bands().stream().map(ChartLines.Band::name).distinct().toList();
  }

  /** The ground of a band: a veil of the colour of its line, else one of the greys. */
  private String ground(ChartLines.Band band) {
    int line = lineOf(band);
    if (line >= 0) {
      return "fill=\"url(#b" + line + ")\"";
    }
    int index = bandNames().indexOf(band.name());
    return "fill=\"" + BANDS[Math.min(index, BANDS.length - 1)] + "\"";
  }

  private String edge(ChartLines.Band band) {
    int line = lineOf(band);
    return line < 0 ? EDGE : look(ChartLook.stroke(solidIndex(line)), true);
  }

  /** The line that a band is of, by its place; below zero for none. */
  private int lineOf(ChartLines.Band band) {
    for (int i = 0; i < form.lines().size(); i++) {
      if (form.lines().get(i).name().equals(band.line())) {
        return i;
      }
    }
    return -1;
  }

  /** What a line lies within at its end, where its value is not known there. */
  private ChartLines.@Nullable Span openEnd(Line line) {
    Point end = line.points().get(line.points().size() - 1);
    ChartLines.Span found = null;
    for (ChartLines.Band each : form.bands()) {
      if (each.line().equals(line.name()) && !each.spans().isEmpty()) {
        ChartLines.Span last = each.spans().get(each.spans().size() - 1);
        found = end.y() == null && last.x() >= end.x() ? last : found;
      }
    }
    return found;
  }

  private boolean isGapDrawn() {
    if (!form.gapShaded() || form.lines().size() < 2) {
      return false;
    }
    List<Point> one = form.lines().get(0).points();
    List<Point> other = form.lines().get(1).points();
    for (int i = 0; i + 1 < Math.min(one.size(), other.size()); i++) {
      Double upper = one.get(i).y();
      if (upper != null && other.get(i).y() != null && !upper.equals(other.get(i).y())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double draw(SvgCanvas canvas, double left, double right, double top) {
    double ticks =
        yTicks.ticks().stream()
            .mapToDouble(t -> SvgFont.width(t.text(), SMALL, false))
            .max()
            .orElse(0);
    plotLeft = left + ticks + 10;
    plotRight = right - names() - 16;
    double caption = form.y().caption().isEmpty() ? 0 : 16;
    List<List<Integer>> tiers = tiers();
    plotTop = top + caption + tiers.size() * 15 + 8;
    plotBottom = plotTop + Math.max(HEIGHT, form.lines().size() * 18.0);
    if (caption > 0) {
      String title = SvgFont.cut(OneLine.of(form.y().caption()), SMALL, right - left);
      canvas.text(left, top + 11, SMALL, Anchor.START, title, faint());
    }
    ground(canvas);
    marks(canvas, tiers, top + caption);
    form.bands().forEach(each -> band(canvas, each, ground(each)));
    // where one band hides a part of another, its edge still tells how far it goes
    form.bands().forEach(each -> band(canvas, each, edge(each)));
    if (form.gapShaded() && form.lines().size() > 1) {
      gap(canvas);
    }
    lines(canvas);
    if (isEmpty()) {
      double middle = (plotLeft + plotRight) / 2;
      String look = "font-style=\"italic\" " + faint() + " " + SvgCanvas.HALO;
      canvas.text(middle, (plotTop + plotBottom) / 2, SMALL, Anchor.MIDDLE, "nothing known", look);
    }
    return axis(canvas);
  }

  /** Whether there is no number to draw, so that an empty ground must not be taken for zero. */
  private boolean isEmpty() {
    return form.values().isEmpty();
  }

  private double names() {
    return form.lines().stream()
        .mapToDouble(line -> SvgFont.width(name(line), TEXT, true))
        .max()
        .orElse(0);
  }

  /** The name of a line with its last value, as it stands at its end. */
  private String name(Line line) {
    Double last = line.points().get(line.points().size() - 1).y();
    boolean guide = line.shape() == Shape.GUIDE;
    boolean never = lastKnown(line) == null && form.bands().isEmpty();
    ChartLines.Span open = openEnd(line);
    String value =
        open != null
            ? " " + text(open.low()) + " to " + text(open.high())
            : never ? " unknown" : last == null || guide || !days() ? "" : " " + text(last);
    return SvgFont.cut(OneLine.of(line.name()), TEXT, MOST_NAME - 50) + value;
  }

  private String text(double value) {
    return form.y().text(value, yTicks.decimals());
  }

  private boolean days() {
    return form.x().kind() == ChartScale.Kind.DAY;
  }

  private static String faint() {
    return "fill=\"" + SvgCanvas.FAINT + "\"";
  }

  private void ground(SvgCanvas canvas) {
    ChartLines.Shade shade = form.shade();
    if (shade != null) {
      double from = Math.max(plotLeft, x(shade.from()));
      double to = Math.min(plotRight, x(shade.to()));
      if (to > from) {
        canvas.rect(from, plotTop, to - from, plotBottom - plotTop, "fill=\"#ececec\"");
      }
    }
    for (ChartTicks.Tick tick : isEmpty() ? List.<ChartTicks.Tick>of() : yTicks.ticks()) {
      boolean zero = tick.at() == 0;
      canvas.line(
          plotLeft,
          y(tick.at()),
          plotRight,
          y(tick.at()),
          "stroke=\"" + (zero ? "#7a7a7a" : SvgCanvas.RULE) + "\"");
      canvas.text(plotLeft - 6, y(tick.at()) + 4, SMALL, Anchor.END, tick.text(), faint());
    }
  }

  private double x(double value) {
    return plotLeft
        + (value - xTicks.low()) / (xTicks.high() - xTicks.low()) * (plotRight - plotLeft);
  }

  private double y(double value) {
    return plotBottom
        - (value - yTicks.low()) / (yTicks.high() - yTicks.low()) * (plotBottom - plotTop);
  }

  /** The marks whose names fit, in lines above the drawing; a name that fits in none is left. */
  private List<List<Integer>> tiers() {
    List<List<Integer>> tiers = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (int i = 0; i < form.marks().size(); i++) {
      Box box = markBox(i);
      for (int tier = 0; tier < TIERS; tier++) {
        if (tier == tiers.size()) {
          tiers.add(new ArrayList<>());
          ends.add(Double.NEGATIVE_INFINITY);
        }
        if (box.left() > ends.get(tier) + 6) {
          tiers.get(tier).add(i);
          ends.set(tier, box.right());
          break;
        }
      }
    }
    return tiers;
  }

  /** A name is centred over its place, or moved inwards at the edges. */
  private Box markBox(int index) {
    ChartLines.Mark mark = form.marks().get(index);
    String text = markText(mark);
    double half = SvgFont.width(text, SMALL, false) / 2;
    double at = Math.max(plotLeft + half, Math.min(plotRight - half, x(mark.x())));
    return new Box(at - half, 0, at + half, 0);
  }

  private String markText(ChartLines.Mark mark) {
    return SvgFont.cut(OneLine.of(mark.text()), SMALL, (plotRight - plotLeft) / 2);
  }

  private void marks(SvgCanvas canvas, List<List<Integer>> tiers, double top) {
    for (int tier = 0; tier < tiers.size(); tier++) {
      for (int index : tiers.get(tier)) {
        Box box = markBox(index);
        double baseline = top + 11 + (tiers.size() - 1 - tier) * 15;
        String text = markText(form.marks().get(index));
        canvas.text((box.left() + box.right()) / 2, baseline, SMALL, Anchor.MIDDLE, text, faint());
      }
    }
    for (ChartLines.Mark mark : form.marks()) {
      canvas.line(
          x(mark.x()),
          plotTop - 4,
          x(mark.x()),
          plotBottom,
          "stroke=\"#9a9a9a\" stroke-dasharray=\"2 3\"");
    }
  }

  private void band(SvgCanvas canvas, ChartLines.Band band, String look) {
    StringBuilder path = new StringBuilder();
    List<ChartLines.Span> spans = band.spans();
    for (int i = 0; i < spans.size(); i++) {
      SvgCanvas.point(path, i == 0 ? 'M' : 'L', x(spans.get(i).x()), y(spans.get(i).high()));
    }
    for (int i = spans.size() - 1; i >= 0; i--) {
      SvgCanvas.point(path, 'L', x(spans.get(i).x()), y(spans.get(i).low()));
    }
    if (!spans.isEmpty()) {
      canvas.path(path.append('Z'), look);
    }
  }

  /** What lies between the first two lines, step by step; nothing where either is not known. */
  private void gap(SvgCanvas canvas) {
    List<Point> one = form.lines().get(0).points();
    List<Point> other = form.lines().get(1).points();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i + 1 < Math.min(one.size(), other.size()); i++) {
      Double upper = one.get(i).y();
      Double lower = other.get(i).y();
      if (upper != null && lower != null && !upper.equals(lower)) {
        SvgCanvas.point(path, 'M', x(one.get(i).x()), y(upper));
        SvgCanvas.point(path, 'L', x(one.get(i + 1).x()), y(upper));
        SvgCanvas.point(path, 'L', x(one.get(i + 1).x()), y(lower));
        SvgCanvas.point(path, 'L', x(one.get(i).x()), y(lower));
        path.append('Z');
      }
    }
    if (path.length() > 0) {
      canvas.path(path, "fill=\"url(#gap)\"");
    }
  }

  private void lines(SvgCanvas canvas) {
    int solid = 0;
    for (Line line : form.lines()) {
      boolean guide = line.shape() == Shape.GUIDE;
      ChartLook.Stroke stroke = guide ? guide() : ChartLook.stroke(solid++);
      canvas.open("g");
      canvas.remark(line.name());
      canvas.path(path(line), look(stroke, guide));
      canvas.close("g");
    }
    ends(canvas);
    for (int i = 0; i < form.lines().size(); i++) {
      if (form.lines().get(i).shape() == Shape.STEP) {
        values(canvas, form.lines().get(i), ChartLook.stroke(solidIndex(i)).colour());
      }
    }
  }

  private static ChartLook.Stroke guide() {
    return new ChartLook.Stroke("#6e6e6e", "5 4");
  }

  private static String look(ChartLook.Stroke stroke, boolean thin) {
    return "fill=\"none\" stroke=\""
        + stroke.colour()
        + "\" stroke-width=\""
        + (thin ? "1.3" : "2.6")
        + "\" stroke-linejoin=\"round\""
        + (stroke.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + stroke.dashes() + "\"");
  }

  private StringBuilder path(Line line) {
    StringBuilder path = new StringBuilder();
    boolean step = line.shape() == Shape.STEP;
    Point before = null;
    for (Point point : line.points()) {
      Double from = before == null ? null : before.y();
      if (before != null && from != null) {
        if (step) {
          SvgCanvas.point(path, 'L', x(point.x()), y(from));
          level(before.x(), point.x(), from);
        } else {
          slope(before, point);
        }
      }
      if (point.y() != null) {
        boolean joined = from != null;
        if (from != null && step) {
          riser(point.x(), from, point.y());
        }
        SvgCanvas.point(path, joined ? 'L' : 'M', x(point.x()), y(point.y()));
      }
      before = point;
    }
    return path;
  }

  private void level(double from, double to, double value) {
    strokes.add(new Box(x(from), y(value) - 1.5, x(to), y(value) + 1.5));
  }

  private void riser(double x, double from, double to) {
    strokes.add(
        new Box(x(x) - 1.5, Math.min(y(from), y(to)), x(x) + 1.5, Math.max(y(from), y(to))));
  }

  /** A slope is kept clear of in pieces, since its own box would be most of the picture. */
  private void slope(Point before, Point point) {
    Double from = before.y();
    Double to = point.y();
    if (from == null || to == null) {
      return;
    }
    int pieces = 24;
    for (int i = 0; i < pieces; i++) {
      double x1 = x(before.x() + (point.x() - before.x()) * i / pieces);
      double x2 = x(before.x() + (point.x() - before.x()) * (i + 1) / pieces);
      double y1 = y(from + (to - from) * i / pieces);
      double y2 = y(from + (to - from) * (i + 1) / pieces);
      strokes.add(new Box(x1, Math.min(y1, y2) - 1, x2, Math.max(y1, y2) + 1));
    }
  }

  /** The names, beside the ends of the lines, pushed apart where they would touch. */
  private void ends(SvgCanvas canvas) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < form.lines().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> endY(form.lines().get(i))));
    double[] places = spread(order);
    for (int k = 0; k < order.size(); k++) {
      Line line = form.lines().get(order.get(k));
      Point last = lastKnown(line);
      boolean guide = line.shape() == Shape.GUIDE;
      String colour = guide ? SvgCanvas.FAINT : ChartLook.stroke(solidIndex(order.get(k))).colour();
      boolean open = openEnd(line) != null;
      double end = last == null || open ? plotRight : x(last.x());
      boolean early = plotRight - end > 4;
      if (last != null || open) {
        canvas.line(
            end + 1,
            endY(line),
            plotRight + 9,
            places[k],
            "stroke=\"" + colour + "\" stroke-width=\"0.8\"" + dotted(early));
      }
      if (last != null && !guide && !open) {
        canvas.circle(end, endY(line), 3, "fill=\"" + colour + "\"");
      }
      canvas.text(
          plotRight + 12,
          places[k] + 4,
          TEXT,
          Anchor.START,
          name(line),
          (guide ? "" : "font-weight=\"600\" ") + "fill=\"" + colour + "\"");
    }
  }

  private static String dotted(boolean early) {
    return early ? " stroke-dasharray=\"1 3\"" : "";
  }

  private int solidIndex(int line) {
    int solid = 0;
    for (int i = 0; i < line; i++) {
      solid += form.lines().get(i).shape() == Shape.GUIDE ? 0 : 1;
    }
    return solid;
  }

  private double endY(Line line) {
    ChartLines.Span open = openEnd(line);
    if (open != null) {
      return y((open.low() + open.high()) / 2);
    }
    Point last = lastKnown(line);
    Double value = last == null ? null : last.y();
    return value == null ? plotBottom - 8 : y(value);
  }

  private static @Nullable Point lastKnown(Line line) {
    Point last = null;
    for (Point point : line.points()) {
      last = point.y() == null ? last : point;
    }
    return last;
  }

  private double[] spread(List<Integer> order) {
    double[] places = new double[order.size()];
    double gap = TEXT * (SvgFont.ASCENT + SvgFont.DESCENT) + 2;
    double least = plotTop;
    for (int k = 0; k < places.length; k++) {
      places[k] = Math.max(least, endY(form.lines().get(order.get(k))));
      least = places[k] + gap;
    }
    double most = plotBottom;
    for (int k = places.length - 1; k >= 0; k--) {
      places[k] = Math.min(most, places[k]);
      most = places[k] - gap;
    }
    return places;
  }

  /** The value of each step that is wide enough, above or below it where nothing else is. */
  private void values(SvgCanvas canvas, Line line, String colour) {
    List<Point> points = line.points();
    int from = 0;
    for (int i = 1; i < points.size(); i++) {
      Double value = points.get(from).y();
      boolean last = i == points.size() - 1;
      boolean other = value == null || !value.equals(points.get(i).y());
      if (other || last) {
        if (value != null) {
          value(canvas, points.get(from).x(), points.get(i).x(), value, colour);
        }
        from = i;
      }
    }
  }

  private void value(SvgCanvas canvas, double from, double to, double value, String colour) {
    String text = text(value);
    double middle = (x(from) + x(to)) / 2;
    if (SvgFont.width(text, SMALL, false) + 4 > x(to) - x(from)) {
      return;
    }
    for (double offset : new double[] {-5, 13}) {
      Box box = SvgCanvas.box(middle, y(value) + offset, SMALL, Anchor.MIDDLE, text, false);
      boolean inside = box.top() > plotTop - 4 && box.bottom() < plotBottom;
      if (inside && canvas.isFree(box) && strokes.stream().noneMatch(box::overlaps)) {
        String look = "fill=\"" + colour + "\" " + SvgCanvas.HALO;
        canvas.text(middle, y(value) + offset, SMALL, Anchor.MIDDLE, text, look);
        return;
      }
    }
  }

  private double axis(SvgCanvas canvas) {
    double y = plotBottom + 16;
    double free = Double.NEGATIVE_INFINITY;
    for (ChartTicks.Tick tick : xTicks.ticks()) {
      canvas.line(x(tick.at()), plotBottom, x(tick.at()), plotBottom + 4, "stroke=\"#7a7a7a\"");
      Box box = SvgCanvas.box(x(tick.at()), y, SMALL, Anchor.MIDDLE, tick.text(), false);
      if (box.left() > free) {
        canvas.text(x(tick.at()), y, SMALL, Anchor.MIDDLE, tick.text(), faint());
        free = box.right() + 6;
      }
    }
    if (form.x().caption().isEmpty()) {
      return y + 4;
    }
    String title = SvgFont.cut(OneLine.of(form.x().caption()), SMALL, plotRight - plotLeft);
    canvas.text(plotRight, y + 16, SMALL, Anchor.END, title, faint());
    return y + 20;
  }
}
