package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.ChartLines.Shape;

/** Writes a chart as a Vega-Lite specification with its data in it. */
final class VegaLite {

  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  private static final String NOMINAL = "nominal";
  private static final String QUANTITATIVE = "quantitative";

  private static final double TITLE_WIDTH = 760;

  private final Chart chart;

  private VegaLite(Chart chart) {
    this.chart = chart;
  }

  static String of(Chart chart) {
    return ChartJson.of(new VegaLite(chart).specification());
  }

  private Map<String, Object> specification() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", SCHEMA);
    all.put("description", OneLine.of(chart.title()));
    all.put("title", title());
    ChartForm form = chart.form();
    if (form instanceof ChartLines lines) {
      all.put("width", 680);
      all.put("height", 320);
      all.put("layer", lines(lines));
    } else if (form instanceof ChartRows rows) {
      all.put("width", 560);
      all.put("height", object("step", 26));
      all.put("layer", rows(rows));
    } else if (form instanceof ChartTiles tiles) {
      all.put("width", object("step", 30));
      all.put("height", object("step", 30));
      all.put("layer", VegaTiles.layers(tiles));
    } else {
      all.put("width", object("step", 52));
      all.put("height", object("step", 28));
      all.put("layer", grid((ChartGrid) form));
    }
    return all;
  }

  private Map<String, Object> title() {
    List<String> below = new ArrayList<>();
    if (!chart.subtitle().isEmpty()) {
      below.addAll(wrapped(chart.subtitle()));
    }
    chart.foot().forEach(line -> below.addAll(wrapped(line)));
    return object("text", OneLine.of(chart.title()), "subtitle", below, "anchor", "start");
  }

  private static List<String> wrapped(String text) {
    return SvgFont.wrapped(text, 11, false, TITLE_WIDTH);
  }

  private static List<Object> lines(ChartLines form) {
    List<Object> layers = new ArrayList<>();
    ChartLines.Shade shade = form.shade();
    if (shade != null) {
      layers.add(shade(form, shade));
    }
    form.bands().forEach(band -> layers.add(band(form, band)));
    for (Shape shape : Shape.values()) {
      List<ChartLines.Line> some = form.lines().stream().filter(l -> l.shape() == shape).toList();
      if (!some.isEmpty()) {
        layers.add(lines(form, shape, some));
      }
    }
    if (!form.marks().isEmpty()) {
      layers.add(marks(form));
    }
    return layers;
  }

  private static Map<String, Object> shade(ChartLines form, ChartLines.Shade shade) {
    Map<String, Object> row =
        object("from", value(form.x(), shade.from()), "to", value(form.x(), shade.to()));
    return layer(
        List.of(row),
        object("type", "rect", "color", "#ececec", "tooltip", object("content", "data")),
        object("x", position(form.x(), "from"), "x2", object("field", "to")));
  }

  private static Map<String, Object> band(ChartLines form, ChartLines.Band band) {
    List<Object> rows = new ArrayList<>();
    for (ChartLines.Span span : band.spans()) {
      rows.add(
          object(
              "x", value(form.x(), span.x()),
              "low", value(form.y(), span.low()),
              "high", value(form.y(), span.high()),
              "band", OneLine.of(band.name()),
              "line", OneLine.of(band.line())));
    }
    Map<String, Object> mark = object("type", "area", "opacity", 0.25);
    Map<String, Object> encoding =
        object(
            "x", position(form.x(), "x", false),
            "y", position(form.y(), "low", form.zero()),
            "y2", object("field", "high"));
    if (band.line().isEmpty()) {
      mark.put("color", "#7f98bd");
    } else {
      encoding.put("color", ofLines());
    }
    return layer(rows, mark, encoding);
  }

  /** The colour of a line, which a band of it shares. */
  private static Map<String, Object> ofLines() {
    Map<String, Object> colour = object("field", "line", "type", NOMINAL, "title", null);
    colour.put("sort", null);
    return colour;
  }

  private static Map<String, Object> lines(
      ChartLines form, Shape shape, List<ChartLines.Line> lines) {
    List<Object> rows = new ArrayList<>();
    for (ChartLines.Line line : lines) {
      for (ChartLines.Point point : line.points()) {
        Double y = point.y();
        rows.add(
            object(
                "x", value(form.x(), point.x()),
                "y", y == null ? null : value(form.y(), y),
                "line", OneLine.of(line.name())));
      }
    }
    Map<String, Object> mark = object("type", "line");
    if (shape == Shape.STEP) {
      mark.put("interpolate", "step-after");
    }
    mark.put("strokeWidth", shape == Shape.GUIDE ? 1.2 : 2.5);
    Map<String, Object> encoding =
        object("x", position(form.x(), "x", false), "y", position(form.y(), "y", form.zero()));
    encoding.put("color", ofLines());
    Map<String, Object> dash = object("field", "line", "type", NOMINAL, "title", null);
    dash.put("sort", null);
    encoding.put("strokeDash", dash);
    return layer(rows, mark, encoding);
  }

  private static Map<String, Object> marks(ChartLines form) {
    List<Object> rows = new ArrayList<>();
    form.marks()
        .forEach(m -> rows.add(object("x", value(form.x(), m.x()), "text", OneLine.of(m.text()))));
    return layer(
        rows,
        object("type", "rule", "color", "#9a9a9a", "strokeDash", List.of(2, 3)),
        object(
            "x",
            position(form.x(), "x", false),
            "tooltip",
            object("field", "text", "type", NOMINAL)));
  }

  private static List<Object> rows(ChartRows form) {
    List<String> labels = distinct(form.rows().stream().map(ChartRows.Row::label).toList());
    List<Object> bars = new ArrayList<>();
    List<Object> dots = new ArrayList<>();
    List<Object> rules = new ArrayList<>();
    List<Object> texts = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      ChartRows.Row row = form.rows().get(i);
      for (ChartRows.Mark mark : row.marks()) {
        if (mark instanceof ChartRows.Bar bar) {
          bars.add(bar(form.scale(), labels.get(i), bar));
        } else if (mark instanceof ChartRows.Dot dot) {
          dots.add(dot(form.scale(), labels.get(i), dot));
        } else {
          List<Double> ends = ChartRows.ends(mark);
          rules.add(ends(form.scale(), labels.get(i), ends.get(0), ends.get(1)));
        }
      }
      texts.add(text(form.scale(), labels.get(i), row));
    }
    return layers(form, labels, bars, rules, dots, texts);
  }

  /** Bars below, then rules, dots and texts; of marks that there are none of no layer. */
  private static List<Object> layers(
      ChartRows form,
      List<String> labels,
      List<Object> bars,
      List<Object> rules,
      List<Object> dots,
      List<Object> texts) {
    List<Object> layers = new ArrayList<>();
    if (!bars.isEmpty()) {
      layers.add(layer(bars, object("type", "bar"), between(form, labels, true)));
    }
    if (!rules.isEmpty()) {
      layers.add(layer(rules, object("type", "rule"), between(form, labels, false)));
    }
    if (!dots.isEmpty()) {
      layers.add(
          layer(dots, object("type", "point", "filled", true, "size", 90), dots(form, labels)));
    }
    layers.add(
        layer(
            texts,
            object("type", "text", "align", "left", "dx", 5),
            object(
                "y", place(labels),
                "x", position(form.scale(), "at", form.zero()),
                "text", object("field", "text", "type", NOMINAL))));
    return layers;
  }

  private static Map<String, Object> bar(ChartScale scale, String label, ChartRows.Bar bar) {
    Map<String, Object> row = ends(scale, label, bar.from(), bar.to());
    row.put("series", OneLine.of(bar.series()));
    return row;
  }

  private static Map<String, Object> dot(ChartScale scale, String label, ChartRows.Dot dot) {
    return object("row", label, "at", value(scale, dot.at()), "series", OneLine.of(dot.series()));
  }

  private static Map<String, Object> ends(ChartScale scale, String label, double from, double to) {
    return object("row", label, "from", value(scale, from), "to", value(scale, to));
  }

  private static Map<String, Object> text(ChartScale scale, String label, ChartRows.Row row) {
    double most =
        row.marks().stream()
            .flatMap(mark -> ChartRows.ends(mark).stream())
            .mapToDouble(Double::doubleValue)
            .reduce(Double.NEGATIVE_INFINITY, Math::max);
    boolean none = Double.isInfinite(most);
    Object at = none && scale.kind() == ChartScale.Kind.DAY ? null : value(scale, none ? 0 : most);
    return object("row", label, "at", at, "text", OneLine.of(row.end() + row.note()));
  }

  private static Map<String, Object> place(List<String> labels) {
    return object("field", "row", "type", NOMINAL, "sort", labels, "title", null);
  }

  private static Map<String, Object> between(
      ChartRows form, List<String> labels, boolean coloured) {
    Map<String, Object> encoding =
        object(
            "y", place(labels),
            "x", position(form.scale(), "from", form.zero()),
            "x2", object("field", "to"));
    if (coloured) {
      encoding.put("color", series(form.bars()));
    }
    return encoding;
  }

  private static Map<String, Object> dots(ChartRows form, List<String> labels) {
    return object(
        "y", place(labels),
        "x", position(form.scale(), "at", form.zero()),
        "color", series(form.dots()),
        "shape", series(form.dots()));
  }

  private static Map<String, Object> series(List<String> names) {
    return object(
        "field",
        "series",
        "type",
        NOMINAL,
        "title",
        null,
        "sort",
        names.stream().map(OneLine::of).toList());
  }

  private static List<Object> grid(ChartGrid form) {
    List<String> labels = distinct(form.rows().stream().map(ChartGrid.Row::label).toList());
    List<String> columns = distinct(form.columns());
    List<Object> rows = new ArrayList<>();
    for (int r = 0; r < labels.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        ChartGrid.Field cell = form.rows().get(r).cells().get(c);
        Double value = cell.value();
        rows.add(
            object(
                "row", labels.get(r),
                "column", columns.get(c),
                "value", value == null ? null : value(form.scale(), value),
                "text", OneLine.of(cell.text())));
      }
    }
    Map<String, Object> x =
        object("field", "column", "type", NOMINAL, "sort", columns, "title", form.columnTitle());
    x.put("axis", object("orient", "top", "labelAngle", 0));
    Map<String, Object> y = place(labels);
    y.put("title", OneLine.of(form.rowTitle()));
    Map<String, Object> colour =
        object("field", "value", "type", QUANTITATIVE, "title", form.scale().caption());
    colour.put("scale", object("scheme", "blueorange", "domainMid", 0, "reverse", true));
    return List.of(
        layer(rows, object("type", "rect"), object("x", x, "y", y, "color", colour)),
        layer(
            rows,
            object("type", "text", "fontSize", 10),
            object("x", x, "y", y, "text", object("field", "text", "type", NOMINAL))));
  }

  /** No label twice, since a specification knows rows by their labels alone. */
  private static List<String> distinct(List<String> labels) {
    Set<String> taken = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String each : labels) {
      String label = OneLine.of(each);
      for (int i = 2; !taken.add(label); i++) {
        label = OneLine.of(each) + " (" + i + ")";
      }
      distinct.add(label);
    }
    return distinct;
  }

  static Map<String, Object> layer(
      List<?> rows, Map<String, Object> mark, Map<String, Object> encoding) {
    return object("data", object("values", rows), "mark", mark, "encoding", encoding);
  }

  /** Rates as fractions, differences of rates in points, days as ISO 8601. */
  static Object value(ChartScale scale, double value) {
    return switch (scale.kind()) {
      case DAY -> scale.text(value, 0);
      case POINTS -> ChartJson.exact(value).movePointRight(2).doubleValue();
      default -> value;
    };
  }

  private static Map<String, Object> position(ChartScale scale, String field) {
    boolean day = scale.kind() == ChartScale.Kind.DAY;
    Map<String, Object> place = object("field", field, "type", day ? "temporal" : QUANTITATIVE);
    String caption = scale.caption();
    place.put("title", caption.isEmpty() ? null : OneLine.of(caption));
    if (day) {
      place.put("scale", object("type", "utc"));
      return place;
    }
    String format = format(scale.kind());
    place.put("axis", object("format", format));
    return place;
  }

  /** The same place on an axis that need not show zero. */
  private static Map<String, Object> position(ChartScale scale, String field, boolean zero) {
    Map<String, Object> place = position(scale, field);
    if (!zero && scale.kind() != ChartScale.Kind.DAY) {
      place.put("scale", object("zero", false));
    }
    return place;
  }

  static String format(ChartScale.Kind kind) {
    return switch (kind) {
      case PERCENT -> ".1%";
      case POINTS -> "+.1f";
      default -> ",~f";
    };
  }

  /** An object with its fields in order: names and values by turns. */
  static Map<String, Object> object(@Nullable Object... parts) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      object.put(String.valueOf(parts[i]), parts[i + 1]);
    }
    return object;
  }
}
