package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;

/** Whatever the labels and numbers are, the picture is whole, its texts apart and inside. */
class ChartProperties {

  private static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.of(
            "JP",
            "KR (KORUS)",
            "<script>alert(1)</script>",
            "a & b",
            "\u202eabc",
            "x\ny",
            "a very long label about ball bearings of steel, parts thereof, and more besides it",
            "\ud800",
            "日本からの自動車",
            "",
            "verylongwordwithoutanyblankinitwhichmustbedividedsomewhere"));
  }

  private static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-1, 3),
        Arbitraries.doubles().between(-1e12, 1e12),
        Arbitraries.of(0.0, -0.0, 1e-9, 0.15, 0.275, 5e11, -1e-12));
  }

  private static Arbitrary<ChartScale> scales() {
    return Arbitraries.of(
        ChartScale.percent("duty"),
        ChartScale.percent("a title of an axis that is longer than any picture is wide ".repeat(4)),
        ChartScale.points("gap"),
        ChartScale.number("cost", "USD"),
        ChartScale.number("", ""));
  }

  private static Chart chart(String title, String subtitle, ChartForm form) {
    String some = title.isBlank() ? "title" : title;
    return Chart.of(some, subtitle, List.of(subtitle, "statutory · as of 2025-09-16"), form);
  }

  @Provide
  Arbitrary<Chart> lines() {
    Arbitrary<List<Line>> lines =
        numbers()
            .injectNull(0.1)
            .list()
            .ofMinSize(1)
            .ofMaxSize(30)
            .list()
            .ofMinSize(1)
            .ofMaxSize(9)
            .flatMap(
                values ->
                    Combinators.combine(
                            words().list().ofSize(values.size()),
                            Arbitraries.of(ChartLines.Shape.class).list().ofSize(values.size()))
                        .as((names, shapes) -> lines(values, names, shapes)));
    return Combinators.combine(
            words(),
            words(),
            lines,
            scales(),
            Arbitraries.of(true, false),
            words(),
            Arbitraries.doubles().between(0, 500).list().ofMaxSize(9))
        .as(
            (title, subtitle, all, y, gap, mark, marks) -> {
              double last =
                  all.stream()
                      .mapToDouble(l -> l.points().get(l.points().size() - 1).x())
                      .max()
                      .orElse(0);
              ChartLines form =
                  ChartLines.of(ChartScale.days(""), y, all)
                      .withMarks(
                          marks.stream()
                              .sorted()
                              .map(
                                  x -> new ChartLines.Mark(20000 + Math.min(x, last - 20000), mark))
                              .toList())
                      .withShade(new ChartLines.Shade(20010, 20020, mark));
              return chart(title, subtitle, gap ? form.withGapShaded() : form);
            });
  }

  private static List<Line> lines(
      List<List<Double>> values, List<String> names, List<ChartLines.Shape> shapes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      List<Point> points = new ArrayList<>();
      for (int k = 0; k < values.get(i).size(); k++) {
        points.add(new Point(20000 + 17 * k, values.get(i).get(k)));
      }
      lines.add(new Line(i + names.get(i), shapes.get(i), points));
    }
    return lines;
  }

  @Provide
  Arbitrary<Chart> rows() {
    Arbitrary<ChartRows.Row> row =
        Combinators.combine(words(), marks().list().ofMaxSize(5), words(), words())
            .as(ChartRows.Row::new);
    return Combinators.combine(
            words(),
            words(),
            row.list().ofMaxSize(12),
            scales(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            numbers().list().ofMaxSize(3))
        .as(
            (title, subtitle, all, scale, joined, zero, places) -> {
              List<ChartRows.Row> fitting = all.stream().map(ChartProperties::endOrNote).toList();
              ChartRows form =
                  ChartRows.of(scale, fitting)
                      .withLines(
                          places.stream().map(p -> new ChartRows.Place(p, subtitle)).toList());
              form = joined ? form.withConnections() : form;
              return chart(title, subtitle, zero ? form : form.withoutZero());
            });
  }

  /** A row has marks with an end, or a note. */
  private static ChartRows.Row endOrNote(ChartRows.Row row) {
    return row.marks().isEmpty()
        ? new ChartRows.Row(row.label(), List.of(), "", row.note())
        : ChartRows.Row.of(row.label(), row.marks(), row.end());
  }

  private static Arbitrary<ChartRows.Mark> marks() {
    Arbitrary<String> series =
        Arbitraries.of("MFN", "S232 autos", "<b>", "c", "d", "e", "f", "g", "h", "i");
    return Arbitraries.oneOf(
        Combinators.combine(series, numbers(), numbers(), words()).as(ChartRows.Bar::new),
        Combinators.combine(series, numbers()).as(ChartRows.Dot::new),
        Combinators.combine(numbers(), numbers())
            .as((a, b) -> new ChartRows.Range(Math.min(a, b), Math.max(a, b))),
        Combinators.combine(numbers(), numbers()).as(ChartRows.Move::new));
  }

  @Provide
  Arbitrary<Chart> grids() {
    Arbitrary<ChartGrid.Field> cell =
        Combinators.combine(numbers().injectNull(0.2), words()).as(ChartGrid.Field::new);
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(
            width ->
                Combinators.combine(
                        words(),
                        words().list().ofSize(width),
                        scales(),
                        Combinators.combine(words(), cell.list().ofSize(width))
                            .as(ChartGrid.Row::new)
                            .list()
                            .ofMaxSize(8))
                    .as(
                        (title, columns, scale, rows) ->
                            chart(
                                title,
                                title,
                                new ChartGrid(scale, "product", title, columns, rows))));
  }

  @Provide
  Arbitrary<Chart> tiles() {
    Arbitrary<ChartTiles.Tile> tile =
        Combinators.combine(
                Arbitraries.of(TilePlaces.all().keySet()),
                words(),
                numbers().injectNull(0.2),
                numbers().injectNull(0.2),
                Arbitraries.of("", "", "?", "ban", "a text that is longer than its square"))
            .as(ChartProperties::tile);
    return Combinators.combine(
            words(), scales(), tile.list().uniqueElements(ChartTiles.Tile::code).ofMaxSize(60))
        .as((title, scale, all) -> chart(title, title, new ChartTiles(scale, all)));
  }

  private static ChartTiles.Tile tile(
      String code, String name, Double one, Double other, String text) {
    if (one == null || other == null) {
      return new ChartTiles.Tile(code, name, one, null, text);
    }
    return new ChartTiles.Tile(code, name, Math.min(one, other), Math.max(one, other), text);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void tiles_are_printable(@ForAll("tiles") Chart chart) throws IOException {
    assertWhole(chart);
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void tiles_become_valid_specifications(@ForAll("tiles") Chart chart) throws IOException {
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void lines_are_printable(@ForAll("lines") Chart chart) throws IOException {
    assertWhole(chart);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void rows_are_printable(@ForAll("rows") Chart chart) throws IOException {
    assertWhole(chart);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void grids_are_printable(@ForAll("grids") Chart chart) throws IOException {
    assertWhole(chart);
  }

  private static void assertWhole(Chart chart) throws IOException {
    String svg = chart.toSvg();
    SvgBoxes.assertPrintable(svg);
    assertFalse(svg.contains("<script"), svg);
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      assertEquals(svg, chart.toSvg());
    } finally {
      Locale.setDefault(before);
    }
    new ObjectMapper().readTree(chart.toVegaLite());
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void lines_become_valid_specifications(@ForAll("lines") Chart chart) throws IOException {
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void rows_become_valid_specifications(@ForAll("rows") Chart chart) throws IOException {
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void grids_become_valid_specifications(@ForAll("grids") Chart chart) throws IOException {
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }
}
