package org.tariffeconomics.report;

import java.util.List;
import org.tariffeconomics.report.SvgCanvas.Anchor;

/** Draws a grid whose cells are the darker the further they are from zero. */
final class SvgGrid implements SvgForm {

  private static final double LEAST_WIDTH = 860;
  private static final double TEXT = 12;
  private static final double CELL = 11;
  private static final double LINE = 14;
  private static final double HEIGHT = 30;
  private static final double MOST_LABEL = 190;
  private static final double LEAST_CELL = 46;
  private static final double MOST_CELL = 120;

  private final ChartGrid form;
  private final double furthest;

  SvgGrid(ChartGrid form) {
    this.form = form;
    double most = 0;
    for (ChartGrid.Row row : form.rows()) {
      for (ChartGrid.Field cell : row.cells()) {
        Double value = cell.value();
        most = value == null ? most : Math.max(most, Math.abs(value));
      }
    }
    this.furthest = most;
  }

  @Override
  public double width() {
    return Math.max(LEAST_WIDTH, labels() + 60 + form.columns().size() * cellNeeded());
  }

  private double cellNeeded() {
    double widest = LEAST_CELL;
    for (ChartGrid.Row row : form.rows()) {
      for (ChartGrid.Field cell : row.cells()) {
        widest = Math.max(widest, SvgFont.width(cell.text(), CELL, false) + 8);
      }
    }
    return Math.min(widest, MOST_CELL);
  }

  private double labels() {
    return form.rows().stream()
        .flatMap(row -> label(row).stream())
        .mapToDouble(line -> SvgFont.width(line, TEXT, false))
        .reduce(40, Math::max);
  }

  private static List<String> label(ChartGrid.Row row) {
    return SvgFont.wrapped(row.label(), TEXT, false, MOST_LABEL);
  }

  @Override
  public String patterns() {
    return ChartLook.negativePatterns();
  }

  @Override
  public SvgLegend legend() {
    SvgLegend legend = new SvgLegend();
    legend.add(SvgLegend.Sign.GROUND, ChartLook.shade(3, false), "positive");
    legend.add(SvgLegend.Sign.GROUND, ChartLook.shade(2, true), "negative");
    legend.add(SvgLegend.Sign.GROUND, "fill=\"#ffffff\"", "blank: nothing to compare; ?: unknown");
    return legend;
  }

  @Override
  public double draw(SvgCanvas canvas, double left, double right, double top) {
    double labels = labels() + 12;
    double width = Math.min(MOST_CELL, (right - left - labels) / form.columns().size());
    String titles = SvgFont.cut(OneLine.of(titles()), CELL, right - left);
    canvas.text(left, top + 11, CELL, Anchor.START, titles, faint());
    double y = heads(canvas, left + labels, width, top + 20);
    for (ChartGrid.Row row : form.rows()) {
      y = row(canvas, row, left, left + labels, width, y);
    }
    return y + 4;
  }

  private static String faint() {
    return "fill=\"" + SvgCanvas.FAINT + "\"";
  }

  private String titles() {
    String unit = form.scale().caption();
    return form.rowTitle() + " × " + form.columnTitle() + (unit.isEmpty() ? "" : ": " + unit);
  }

  private double heads(SvgCanvas canvas, double left, double width, double top) {
    int most = 1;
    for (int i = 0; i < form.columns().size(); i++) {
      List<String> lines = SvgFont.wrapped(form.columns().get(i), TEXT, false, width - 4);
      most = Math.max(most, lines.size());
    }
    for (int i = 0; i < form.columns().size(); i++) {
      List<String> lines = SvgFont.wrapped(form.columns().get(i), TEXT, false, width - 4);
      double y = top + 11 + (most - lines.size()) * LINE;
      for (String line : lines) {
        canvas.text(left + (i + 0.5) * width, y, TEXT, Anchor.MIDDLE, line);
        y += LINE;
      }
    }
    return top + most * LINE + 4;
  }

  private double row(
      SvgCanvas canvas, ChartGrid.Row row, double left, double cells, double width, double top) {
    List<String> label = label(row);
    double height = Math.max(HEIGHT, label.size() * LINE + 8);
    double y = top + height / 2 - (label.size() - 1) * LINE / 2 + 4;
    for (String line : label) {
      canvas.text(left, y, TEXT, Anchor.START, line);
      y += LINE;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      cell(canvas, row.cells().get(i), cells + i * width, top, width, height);
    }
    return top + height;
  }

  private void cell(
      SvgCanvas canvas, ChartGrid.Field cell, double x, double y, double width, double height) {
    Double value = cell.value();
    int step = value == null ? 0 : step(value);
    boolean minus = value != null && value < 0;
    String ground = value == null || value == 0 ? "fill=\"#ffffff\"" : ChartLook.shade(step, minus);
    canvas.rect(x + 1, y + 1, width - 2, height - 2, ground + " stroke=\"#e0e0e0\"");
    if (cell.text().isEmpty()) {
      return;
    }
    String text = SvgFont.cut(cell.text(), CELL, width - 4);
    boolean light = value != null && ChartLook.isDark(step, minus);
    double middle = x + width / 2;
    if (minus) {
      double half = SvgFont.width(text, CELL, false) / 2;
      canvas.rect(
          middle - half - 1, y + height / 2 - 8, 2 * half + 2, 16, ChartLook.plain(step, true));
    }
    canvas.text(
        middle,
        y + height / 2 + 4,
        CELL,
        Anchor.MIDDLE,
        text,
        "fill=\"" + (light ? "#ffffff" : SvgCanvas.INK) + "\"");
  }

  private int step(double value) {
    if (furthest == 0) {
      return 0;
    }
    double share = Math.abs(value) / furthest;
    return (int) Math.min(ChartLook.SHADES - 1.0, Math.floor(share * ChartLook.SHADES));
  }
}
