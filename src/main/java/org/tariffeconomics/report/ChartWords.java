package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a chart shows, in words and numbers, for those who do not see it. */
final class ChartWords {

  /** Longer descriptions are left to the table. */
  private static final int MOST = 60;

  private ChartWords() {}

  static String of(Chart chart) {
    List<String> words = new ArrayList<>();
    if (!chart.subtitle().isEmpty()) {
      words.add(chart.subtitle());
    }
    List<String> items = items(chart.form());
    words.addAll(items.subList(0, Math.min(MOST, items.size())));
    if (items.size() > MOST) {
      words.add("and " + (items.size() - MOST) + " more");
    }
    words.addAll(chart.foot());
    return String.join(". ", words);
  }

  private static List<String> items(ChartForm form) {
    if (form instanceof ChartLines lines) {
      return lines.lines().stream().map(each -> line(lines, each)).toList();
    }
    if (form instanceof ChartRows rows) {
      return rows.rows().stream().map(each -> row(rows.scale(), each)).toList();
    }
    if (form instanceof ChartTiles tiles) {
      return tiles(tiles);
    }
    return ((ChartGrid) form).rows().stream().map(each -> row((ChartGrid) form, each)).toList();
  }

  private static String line(ChartLines form, ChartLines.Line line) {
    List<String> points = new ArrayList<>();
    for (ChartLines.Point point : line.points()) {
      Double y = point.y();
      points.add(form.x().text(point.x(), 1) + " " + (y == null ? "unknown" : form.y().text(y, 1)));
    }
    int shown = Math.min(MOST, points.size());
    return line.name()
        + ": "
        + String.join(", ", points.subList(0, shown))
        + (points.size() > shown ? " and " + (points.size() - shown) + " more" : "");
  }

  private static String row(ChartScale scale, ChartRows.Row row) {
    String marks =
        row.marks().stream().map(mark -> mark(scale, mark)).collect(Collectors.joining(", "));
    String end = row.end().isEmpty() ? "" : " = " + row.end();
    return row.label() + ": " + marks + end + row.note();
  }

  private static String mark(ChartScale scale, ChartRows.Mark mark) {
    if (mark instanceof ChartRows.Bar bar) {
      return bar.series() + " " + (bar.text().isEmpty() ? ends(scale, mark) : bar.text());
    }
    if (mark instanceof ChartRows.Dot dot) {
      return dot.series() + " " + scale.text(dot.at(), 1);
    }
    return ends(scale, mark);
  }

  private static String ends(ChartScale scale, ChartRows.Mark mark) {
    return ChartRows.ends(mark).stream()
        .map(at -> scale.text(at, 1))
        .collect(Collectors.joining(" to "));
  }

  /** Countries of which the same is said stand together. */
  private static List<String> tiles(ChartTiles form) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (ChartTiles.Tile tile : form.tiles()) {
      groups.computeIfAbsent(form.words(tile), words -> new ArrayList<>()).add(tile.name());
    }
    return groups.entrySet().stream()
        .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
        .toList();
  }

  private static String row(ChartGrid grid, ChartGrid.Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cells().get(i).text().isEmpty()) {
        cells.add(grid.columns().get(i) + " " + row.cells().get(i).text());
      }
    }
    return row.label() + ": " + String.join(", ", cells);
  }
}
