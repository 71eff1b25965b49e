package org.tariffeconomics.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.report.ChartGrid.Field;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shape;
import org.tariffeconomics.report.ChartLines.Span;
import org.tariffeconomics.report.ChartRows.Bar;
import org.tariffeconomics.report.ChartRows.Dot;
import org.tariffeconomics.report.ChartRows.Move;
import org.tariffeconomics.report.ChartRows.Place;
import org.tariffeconomics.report.ChartRows.Range;
import org.tariffeconomics.report.ChartRows.Row;
import org.tariffeconomics.report.ChartTiles.Tile;

/**
 * Each kind of chart with data that no example has: long names, one row and sixty, numbers below
 * zero, huge and tiny ones, nothing known, and bounds without an upper end.
 */
final class ChartOddSamples {

  private static final String LONG =
      "Parts and accessories of bodies (including cabs) for tractors, not elsewhere specified";
  private static final List<String> STAMP =
      List.of(
          "statutory · as of 2025-09-16",
          "assumes: " + "donation=no; informational material=no; ".repeat(6) + "ordinary goods",
          "facts: sample · planning estimate, not a customs ruling");

  private ChartOddSamples() {}

  static Map<String, Chart> all() {
    Map<String, Chart> all = new LinkedHashMap<>();
    rows(all);
    lines(all);
    grids(all);
    tiles(all);
    return all;
  }

  private static Chart chart(String title, ChartForm form) {
    return Chart.of(title, "a subtitle with a sign convention: + pays more", STAMP, form);
  }

  private static void rows(Map<String, Chart> all) {
    ChartScale percent = ChartScale.percent("all duties over the customs value");
    ChartScale points = ChartScale.points("lead");
    ChartScale money = ChartScale.number("", "USD");
    all.put("rows none", chart("No row at all", ChartRows.of(percent, List.of())));
    all.put("rows one", chart("One row", ChartRows.of(percent, List.of(bar("JP", 0.15)))));
    all.put("rows zero", chart("One row of zero", ChartRows.of(percent, List.of(bar("JP", 0)))));
    List<Row> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(
          i % 7 == 3
              ? Row.unknown("row " + i, "the schedule of the line is not bundled")
              : bar("row " + i, (i * 37 % 50) / 40.0));
    }
    all.put("rows sixty", chart("Sixty rows", ChartRows.of(percent, many)));
    all.put(
        "rows unknown",
        chart(
            "Nothing is known " + LONG,
            ChartRows.of(
                percent,
                List.of(
                    Row.unknown("JP", "no schedule"),
                    Row.unknown(LONG, LONG + " " + LONG),
                    Row.unknown("KR", "")))));
    all.put(
        "rows unknown among negative",
        chart(
            "Numbers below zero only, one unknown",
            ChartRows.of(
                points,
                List.of(
                    signed("MX", -0.098),
                    Row.unknown("LI", "no imports known"),
                    signed("CN", -0.332),
                    Row.unknown(LONG, LONG)))));
    all.put(
        "rows range from nothing",
        chart(
            "Ranges",
            ChartRows.of(
                percent,
                List.of(
                    Row.of(
                        "CN",
                        List.of(new Bar("at least", 0, 0, ""), new Range(0, 12)),
                        "0.0% to 1,200.0%"),
                    Row.of(
                        "JP",
                        List.of(new Bar("at least", 0, 0.15, ""), new Range(0.15, 0.151)),
                        "15.0% to 15.1%"),
                    new Row("BR", List.of(), "", "at least 10.0%: nothing bounds it"),
                    Row.of("KR", List.of(new Range(-0.1, 0.2)), "-10.0% to 20.0%")))));
    List<Row> waterfall = new ArrayList<>();
    double from = 0;
    double[] steps = {1e6, 12, 0.5, 250_000, -40_000, 3};
    String[] names = {LONG, "freight", "insurance", "duty", "drawback", "fee"};
    for (int i = 0; i < steps.length; i++) {
      Bar bar = new Bar(steps[i] < 0 ? "refund" : names[i], from, from + steps[i], "");
      waterfall.add(Row.of(names[i], List.of(bar), "USD " + Cell.number(steps[i], 2, "")));
      from += steps[i];
    }
    waterfall.add(Row.unknown("VAT", "the tax of the importer is not stated"));
    waterfall.add(Row.of("landed", List.of(new Bar("landed", 0, from, "")), "USD 1,210,015.50"));
    all.put("waterfall", chart("Waterfall", ChartRows.of(money, waterfall).withConnections()));
    all.put(
        "waterfall unknown",
        chart(
            "Waterfall of nothing",
            ChartRows.of(money, List.of(Row.unknown("duty", "no schedule"))).withConnections()));
    all.put(
        "moves",
        chart(
            "Before and after",
            ChartRows.of(
                percent,
                List.of(
                    moved(LONG, 0.275, 0.15),
                    moved("same", 0.15, 0.15),
                    moved("near", 0.15, 0.152),
                    moved("far", 0, 12.4),
                    new Row("bounded", List.of(), "", "from 2.5% to 10.0% to 15.0% to 25.0%"),
                    Row.unknown("KR", "the schedule of the line is not bundled")))));
    all.put(
        "tornado",
        chart(
            "Tornado around a base",
            ChartRows.of(
                    ChartScale.number("landed cost", "USD"),
                    List.of(
                        Row.of(
                            LONG,
                            List.of(
                                new Bar("low", 34_500, 32_200, "32,200"),
                                new Bar("high", 34_500, 36_800, "36,800")),
                            "4,600"),
                        Row.of(
                            "duty",
                            List.of(
                                new Bar("low", 34_500, 33_000, "33,000"),
                                new Bar("high", 34_500, 37_500, "37,500")),
                            "4,500"),
                        Row.of(
                            "freight",
                            List.of(
                                new Bar("low", 34_500, 34_490, "34,490"),
                                new Bar("high", 34_500, 34_510, "34,510")),
                            "20")))
                .withoutZero()
                .withLines(List.of(new Place(34_500, "base 34,500")))));
    List<Row> days = new ArrayList<>();
    for (int i = 0; i < 44; i++) {
      days.add(
          i % 9 == 4
              ? new Row("P" + i, List.of(), "", "nothing known")
              : Row.of(
                  "P" + i,
                  List.of(
                      new Bar("agreed", at("2025-04-01") + 9 * i, at("2025-06-01") + 9 * i, ""),
                      new Bar("in force", at("2025-06-01") + 9 * i, at("2026-12-01"), ""),
                      new Dot("deadline", at("2025-08-01"))),
                  ""));
    }
    all.put(
        "calendar",
        chart(
            "Calendar of many",
            ChartRows.of(ChartScale.days(""), days)
                .withLines(
                    List.of(
                        new Place(at("2026-02-20"), "emergency powers void"),
                        new Place(at("2026-02-24"), "collection ends"),
                        new Place(at("2026-07-24"), "new section 301")))));
    all.put(
        "calendar of nothing",
        chart(
            "Calendar of nothing",
            ChartRows.of(
                ChartScale.days(""), List.of(new Row("AU", List.of(), "", "nothing known")))));
  }

  private static Row bar(String label, double rate) {
    String text = Cell.percent(rate, 1).text();
    return Row.of(label, List.of(new Bar("duty", 0, rate, text)), text);
  }

  private static Row signed(String label, double points) {
    Bar bar = new Bar(points < 0 ? "behind" : "ahead", 0, points, "");
    return Row.of(label, List.of(bar), Cell.points(points, 1).text());
  }

  private static Row moved(String label, double before, double after) {
    return Row.of(
        label,
        List.of(new Move(before, after), new Dot("before", before), new Dot("after", after)),
        Cell.points(after - before, 1).text());
  }

  private static double at(String day) {
    return LocalDate.parse(day).toEpochDay();
  }

  private static Line line(String name, Shape shape, Double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(Point.of(LocalDate.of(2025, 1, 1).plusDays(60L * i), values[i]));
    }
    return new Line(name, shape, points);
  }

  private static void lines(Map<String, Chart> all) {
    ChartScale days = ChartScale.days("");
    ChartScale duty = ChartScale.percent("all duties over the customs value");
    all.put(
        "lines unknown",
        chart(
            "Nothing is known",
            ChartLines.of(
                    days,
                    duty,
                    List.of(line("JP", Shape.STEP, null, null), line("KR", Shape.STEP, null, null)))
                .withGapShaded()));
    all.put(
        "lines one point",
        chart("One point", ChartLines.of(days, duty, List.of(line(LONG, Shape.STEP, 0.15)))));
    all.put(
        "lines same",
        chart(
            "All the same",
            ChartLines.of(
                days,
                duty,
                List.of(
                    line("JP", Shape.STEP, 0.15, 0.15),
                    line("KR", Shape.STEP, 0.15, 0.15),
                    line("DE", Shape.STEP, 0.15, 0.15)))));
    all.put(
        "lines zero",
        chart(
            "Zero throughout",
            ChartLines.of(days, duty, List.of(line("JP", Shape.STEP, 0.0, 0.0)))));
    all.put(
        "lines negative",
        chart(
            "Below zero",
            ChartLines.of(
                days,
                ChartScale.points("lead"),
                List.of(
                    line("JP", Shape.STEP, -0.025, -0.1, 0.3, 0.3),
                    line(LONG, Shape.STEP, 0.0, null, -0.4, -0.4)))));
    List<Line> many = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      many.add(
          line(
              "origin " + i,
              Shape.STEP,
              i * 7 % 24 / 40.0,
              i * 5 % 24 / 30.0,
              i * 11 % 24 / 50.0,
              0.15));
    }
    all.put("lines many", chart("Many lines", ChartLines.of(days, duty, many)));
    List<ChartLines.Band> bands = new ArrayList<>();
    for (String origin : List.of("JP", "CN")) {
      double low = origin.equals("JP") ? 0.1 : 0.4;
      bands.add(
          new ChartLines.Band(
              origin + ": lowest to highest that is possible",
              List.of(
                  new Span(at("2025-01-01"), low, low + 0.5),
                  new Span(at("2025-06-01"), low, low + 0.5))));
    }
    all.put(
        "lines bounded",
        chart(
            "Bounded for a while",
            ChartLines.of(
                    days,
                    duty,
                    List.of(
                        line("JP", Shape.STEP, null, null, null, 0.15, 0.15),
                        line("CN", Shape.STEP, null, null, null, 0.525, 0.525)))
                .withBands(bands)
                .withGapShaded()));
    all.put(
        "lines huge",
        chart(
            "Huge",
            ChartLines.of(
                days,
                ChartScale.number("revenue", "USD"),
                List.of(
                    line("paid", Shape.STRAIGHT, 1.2e12, 3.4e12, 2.2e12),
                    line("tiny", Shape.STRAIGHT, 1e-6, 2e-6, 3e-6)))));
    all.put(
        "lines tiny",
        chart(
            "Tiny",
            ChartLines.of(
                    days,
                    ChartScale.number("share", ""),
                    List.of(line("tiny", Shape.STRAIGHT, 1e-6, 2e-6, 3e-6)))
                .withoutZero()));
  }

  private static void grids(Map<String, Chart> all) {
    List<String> forty = new ArrayList<>();
    List<Field> cells = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forty.add("R" + i);
      cells.add(
          i % 6 == 5
              ? Field.UNKNOWN
              : new Field(
                  (i - 20) / 30.0, Cell.points((i - 20) / 30.0, 1).text().replace(" pp", "")));
    }
    ChartScale points = ChartScale.points("");
    all.put(
        "grid wide",
        chart(
            "Forty rivals",
            new ChartGrid(
                points,
                "product",
                "rival",
                forty,
                List.of(new ChartGrid.Row(LONG, cells), new ChartGrid.Row("6109.10", cells)))));
    all.put(
        "grid unknown",
        chart(
            "Nothing is known",
            new ChartGrid(
                points,
                "product",
                "rival",
                List.of("JP", LONG),
                List.of(new ChartGrid.Row("8703", List.of(Field.UNKNOWN, Field.UNKNOWN))))));
    all.put(
        "grid bounded",
        chart(
            "Bounds in cells",
            new ChartGrid(
                points,
                "product",
                "rival",
                List.of("JP", "CN"),
                List.of(
                    new ChartGrid.Row(
                        "8703",
                        List.of(new Field(null, "+2.5 to +127.5"), new Field(0.0, "0.0")))))));
    all.put(
        "grid empty",
        chart("No rows", new ChartGrid(points, "product", "rival", List.of("JP"), List.of())));
  }

  private static void tiles(Map<String, Chart> all) {
    ChartScale duty = ChartScale.percent("all duties over the customs value");
    all.put("map none", chart("No country", new ChartTiles(duty, List.of())));
    all.put(
        "map one",
        chart("One country", new ChartTiles(duty, List.of(Tile.of("JP", "Japan", 0.15)))));
    all.put(
        "map unknown",
        chart(
            "Nothing is known",
            new ChartTiles(
                duty,
                List.of(Tile.unknown("JP", "Japan"), Tile.unknown("KR", "Korea, Republic of")))));
    List<Tile> every = new ArrayList<>();
    int i = 0;
    for (String code : TilePlaces.all().keySet()) {
      double value = (i * 31 % 97 - 30) / 60.0;
      every.add(
          switch (i % 6) {
            case 0 -> Tile.unknown(code, LONG);
            case 1 -> Tile.between(code, LONG, value, value + 1.275);
            case 2 -> Tile.atLeast(code, LONG, value);
            case 3 -> new Tile(code, LONG, null, null, "ban");
            default -> Tile.of(code, LONG, value);
          });
      i++;
    }
    all.put(
        "map of changes",
        chart("Every country, every case", new ChartTiles(ChartScale.points("change"), every)));
    all.put(
        "map of money",
        chart(
            "Numbers that do not fit",
            new ChartTiles(
                ChartScale.number("imports", "USD"),
                List.of(
                    Tile.of("JP", "Japan", 1.5e11),
                    Tile.of("KR", "Korea", 3),
                    Tile.of("FJ", "Fiji", 0),
                    Tile.between("CN", "China", -5, 2e9)))));
  }
}
