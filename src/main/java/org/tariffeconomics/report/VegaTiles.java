package org.tariffeconomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The world in tiles as layers of a Vega-Lite specification. */
final class VegaTiles {

  private VegaTiles() {}

  static List<Object> layers(ChartTiles form) {
    List<Object> known = new ArrayList<>();
    List<Object> open = new ArrayList<>();
    List<Object> texts = new ArrayList<>();
    for (ChartTiles.Tile tile : form.tiles()) {
      Map<String, Object> row = row(form, tile);
      texts.add(row);
      (tile.low() == null ? open : known).add(row);
    }
    List<Object> layers = new ArrayList<>();
    if (!known.isEmpty()) {
      Map<String, Object> encoding = places();
      encoding.put("color", colour(form.scale()));
      encoding.put("tooltip", tooltip());
      layers.add(
          VegaLite.layer(known, VegaLite.object("type", "rect", "stroke", "#9a9a9a"), encoding));
    }
    if (!open.isEmpty()) {
      Map<String, Object> mark =
          VegaLite.object(
              "type", "rect", "color", "#ffffff", "stroke", "#767676", "strokeDash", List.of(3, 2));
      Map<String, Object> encoding = places();
      encoding.put("tooltip", tooltip());
      layers.add(VegaLite.layer(open, mark, encoding));
    }
    layers.add(text(texts, "code", 10, -5));
    layers.add(text(texts, "text", 8, 7));
    return layers;
  }

  private static Map<String, Object> row(ChartTiles form, ChartTiles.Tile tile) {
    TilePlaces.Place place = TilePlaces.of(tile.code());
    Double low = tile.low();
    Double high = tile.high();
    return VegaLite.object(
        "code", tile.code(),
        "country", OneLine.of(tile.name()),
        "column", place.column(),
        "row", place.row(),
        "value", low == null ? null : VegaLite.value(form.scale(), low),
        "most", high == null ? null : VegaLite.value(form.scale(), high),
        "text", OneLine.of(SvgTiles.number(form.scale(), tile)),
        "words", OneLine.of(form.words(tile)));
  }

  private static Map<String, Object> places() {
    return VegaLite.object(
        "x", place("column", TilePlaces.COLUMNS), "y", place("row", TilePlaces.ROWS));
  }

  /** Empty columns and rows keep their room, or oceans would close. */
  private static Map<String, Object> place(String field, int count) {
    List<Integer> domain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      domain.add(i);
    }
    return VegaLite.object(
        "field",
        field,
        "type",
        "ordinal",
        "axis",
        null,
        "scale",
        VegaLite.object("domain", domain));
  }

  private static Map<String, Object> colour(ChartScale scale) {
    Map<String, Object> colour =
        VegaLite.object(
            "field", "value", "type", "quantitative", "title", OneLine.of(scale.caption()));
    colour.put("legend", VegaLite.object("format", VegaLite.format(scale.kind())));
    boolean points = scale.kind() == ChartScale.Kind.POINTS;
    colour.put(
        "scale",
        points
            ? VegaLite.object("scheme", "blueorange", "domainMid", 0, "reverse", true)
            : VegaLite.object("scheme", "blues"));
    return colour;
  }

  private static List<Object> tooltip() {
    return List.of(
        VegaLite.object("field", "country", "type", "nominal"),
        VegaLite.object("field", "words", "type", "nominal"));
  }

  private static Map<String, Object> text(List<Object> rows, String field, int size, int down) {
    Map<String, Object> encoding = places();
    encoding.put("text", VegaLite.object("field", field, "type", "nominal"));
    return VegaLite.layer(
        rows, VegaLite.object("type", "text", "fontSize", size, "dy", down), encoding);
  }
}
