package org.tariffeconomics.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.report.ChartGrid.Field;
import org.tariffeconomics.report.ChartLines.Band;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Mark;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shade;
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
 * One chart of each kind, of stated numbers: those of the README and of the design, so that a new
 * state of the bundled law moves none of them.
 */
final class ChartSamples {

  private static final List<String> STAMP =
      List.of(
          "statutory · as of 2025-09-16",
          "assumes: KR declares claim=KORUS",
          "facts: sample, through 2026-11-23 · planning estimate, not a customs ruling");

  private ChartSamples() {}

  static Map<String, Chart> all() {
    Map<String, Chart> all = new LinkedHashMap<>();
    all.put("timeline", timeline());
    all.put("timeline-many", manySteps());
    all.put("ranked-bars", ranked());
    all.put("signed-bars", signed());
    all.put("waterfall", waterfall());
    all.put("before-after", beforeAfter());
    all.put("heat", heat());
    all.put("pledge", pledge());
    all.put("fan", fan());
    all.put("calendar", calendar());
    all.put("bounded", bounded());
    all.put("world", world());
    return all;
  }

  private static Point on(String day, Double value) {
    return Point.of(LocalDate.parse(day), value);
  }

  private static double at(String day) {
    return LocalDate.parse(day).toEpochDay();
  }

  private static Chart timeline() {
    Line korea =
        new Line(
            "KR (KORUS)",
            Shape.STEP,
            List.of(
                on("2025-01-01", 0.0),
                on("2025-04-03", 0.25),
                on("2025-09-16", 0.25),
                on("2025-11-01", 0.15),
                on("2026-02-01", null),
                on("2026-04-01", 0.15),
                on("2027-03-01", 0.15)));
    Line japan =
        new Line(
            "JP",
            Shape.STEP,
            List.of(
                on("2025-01-01", 0.025),
                on("2025-04-03", 0.275),
                on("2025-09-16", 0.15),
                on("2025-11-01", 0.15),
                on("2026-02-01", 0.15),
                on("2026-04-01", 0.15),
                on("2027-03-01", 0.15)));
    return Chart.of(
        "Duty on 8703.23.01 over time",
        "shaded: the gap between KR (KORUS) and JP; a line is broken where the duty is not one known rate",
        STAMP,
        ChartLines.of(
                ChartScale.days(""),
                ChartScale.percent("all duties over the customs value"),
                List.of(korea, japan))
            .withGapShaded()
            .withMarks(
                List.of(
                    new Mark(at("2025-04-03"), "2025-04-03"),
                    new Mark(at("2025-09-16"), "2025-09-16"),
                    new Mark(at("2025-11-01"), "2025-11-01")))
            .withShade(
                new Shade(
                    at("2026-11-23"), at("2027-03-01"), "after the last known fact: current law")));
  }

  /** Sixty steps of three lines. */
  static Chart manySteps() {
    List<Line> lines = new ArrayList<>();
    for (int origin = 0; origin < 3; origin++) {
      List<Point> points = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        double rate = (step * 7 + origin * 13) % 11 / 40.0;
        points.add(Point.of(LocalDate.of(2022, 1, 1).plusDays(30L * step), rate));
      }
      lines.add(new Line(List.of("JP", "KR", "MX").get(origin), Shape.STEP, points));
    }
    return Chart.of(
        "Sixty steps of three origins",
        "each step is a day on which a duty changes",
        STAMP,
        ChartLines.of(ChartScale.days(""), ChartScale.percent("duty"), lines));
  }

  private static Row bars(String label, String end, Object... parts) {
    List<ChartRows.Mark> marks = new ArrayList<>();
    double from = 0;
    for (int i = 0; i < parts.length; i += 2) {
      double rate = (double) parts[i + 1];
      marks.add(new Bar((String) parts[i], from, from + rate, Cell.percent(rate, 1).text()));
      from += rate;
    }
    return Row.of(label, marks, end);
  }

  private static Chart ranked() {
    List<ChartRows.Mark> bounded =
        List.of(
            new Bar("MFN", 0, 0.025, "2.5%"),
            new Bar("S232 autos", 0.025, 0.275, "25.0%"),
            new Bar("S301 China", 0.275, 0.525, "25.0%"),
            new Range(0.525, 1.275));
    return Chart.of(
        "US duty on 8703 by origin, 2026-11-23",
        "stacked by programme, as charged; a longer bar pays more",
        STAMP,
        ChartRows.of(
            ChartScale.percent("all duties over the customs value"),
            List.of(
                bars("JP", "15.0%", "MFN", 0.025, "S232 autos", 0.125),
                bars("KR (KORUS)", "15.0%", "S232 autos", 0.15),
                bars("MX", "27.5%", "MFN", 0.025, "S232 autos", 0.25),
                Row.of("CN", bounded, "52.5% to 127.5%"),
                Row.unknown(
                    "IE",
                    "No base duty for 3004.90 from IE on 2025-09-16: load the schedule"
                        + " of the line, which is not bundled, or add a base duty of your own"))));
  }

  private static Chart signed() {
    Table table =
        Table.of(
            "Tariff position in cars (positive = advantage over rivals)",
            List.of("origin", "margin"),
            List.of(
                List.of(Cell.text("GB"), Cell.points(0.104, 1)),
                List.of(Cell.text("JP"), Cell.points(0.060, 1)),
                List.of(Cell.text("KR"), Cell.points(0.0, 1)),
                List.of(Cell.text("MX"), Cell.points(-0.098, 1)),
                List.of(Cell.text("CN"), Cell.points(-0.332, 1)),
                List.of(Cell.text("LI"), Cell.unknown("no imports known"))));
    return table.withCaption(STAMP).chart();
  }

  private static Chart waterfall() {
    String[] names = {"goods", "freight", "insurance", "duty, MFN", "duty, S232 autos", "fee, MPF"};
    String[] series = {
      "goods", "carriage and charges", "carriage and charges", "duty", "duty", "fees"
    };
    double[] amounts = {30_000, 1_330, 207, 750, 3_750, 103.92};
    List<Row> rows = new ArrayList<>();
    double from = 0;
    for (int i = 0; i < names.length; i++) {
      Bar bar = new Bar(series[i], from, from + amounts[i], "");
      rows.add(Row.of(names[i], List.of(bar), "USD " + Cell.number(amounts[i], 2, "")));
      from += amounts[i];
    }
    rows.add(Row.of("landed cost", List.of(new Bar("landed cost", 0, from, "")), "USD 36,140.92"));
    return Chart.of(
        "Landed cost of 8703.23.01 from JP in US on 2026-11-23",
        "each cost begins where the one before ended; amounts as printed, which add up",
        STAMP,
        ChartRows.of(ChartScale.number("", "USD"), rows).withConnections());
  }

  private static Chart beforeAfter() {
    List<Row> rows = new ArrayList<>();
    for (Object[] each :
        new Object[][] {
          {"JP", 0.275, 0.15}, {"KR (KORUS)", 0.25, 0.15}, {"CN", 0.725, 0.625}, {"SE", 0.02, 0.15}
        }) {
      double before = (double) each[1];
      double after = (double) each[2];
      rows.add(
          Row.of(
              (String) each[0],
              List.of(new Move(before, after), new Dot("before", before), new Dot("after", after)),
              Cell.points(after - before, 1).text()));
    }
    return Chart.of(
        "What changes from 2025-09-15 to 2025-11-23",
        "ring: before, dot: after; - is a cut",
        STAMP,
        ChartRows.of(ChartScale.percent("all duties over the customs value"), rows));
  }

  private static Chart heat() {
    List<String> rivals = List.of("JP", "EU", "GB", "MX", "CN", "VN");
    double[][] leads = {
      {0, 0, -5, 12.5, 37.5, 12.5}, {1.5, 1.5, -2.5, 2.5, 27.5, Double.NaN}, {-4, 0, 0, 0, 7.5, 3.6}
    };
    List<ChartGrid.Row> rows = new ArrayList<>();
    List<String> products =
        List.of("8703.23.01", "8708.29.51 other parts and accessories of bodies", "6109.10");
    for (int i = 0; i < leads.length; i++) {
      List<Field> cells = new ArrayList<>();
      for (double lead : leads[i]) {
        boolean known = Double.isFinite(lead);
        cells.add(
            known
                ? new Field(lead / 100, Cell.points(lead / 100, 1).text().replace(" pp", ""))
                : i == 1 ? Field.UNKNOWN : Field.BLANK);
      }
      rows.add(new ChartGrid.Row(products.get(i), cells));
    }
    return Chart.of(
        "Lead of KR in the US market (positive = rival pays more)",
        "rival's duty less that on KR",
        STAMP,
        new ChartGrid(ChartScale.points(""), "product", "rival", rivals, rows));
  }

  private static Chart pledge() {
    return Chart.of(
        "What has come of the pledge of Japan, 2026-03-31",
        "6.5% approved (USD 36.0 bn of USD 550.0 bn); needs USD 183.2 bn a year until 2029-01-19",
        List.of("headline USD 550.0 bn: a pledge, not cash; planning estimate"),
        ChartLines.of(
                ChartScale.days(""),
                ChartScale.number("", "USD bn"),
                List.of(
                    new Line(
                        "approved",
                        Shape.STEP,
                        List.of(
                            on("2025-09-04", 0.0), on("2026-02-17", 36.0), on("2026-03-31", 36.0))),
                    new Line(
                        "pace needed",
                        Shape.STRAIGHT,
                        List.of(on("2026-03-31", 36.0), on("2029-01-19", 550.0))),
                    new Line(
                        "even pace",
                        Shape.GUIDE,
                        List.of(on("2025-09-04", 0.0), on("2029-01-19", 550.0)))))
            .withMarks(
                List.of(
                    new Mark(at("2026-03-31"), "as of 2026-03-31"),
                    new Mark(at("2029-01-19"), "deadline 2029-01-19"))));
  }

  private static Chart fan() {
    List<Span> wide = new ArrayList<>();
    List<Span> narrow = new ArrayList<>();
    List<Point> median = new ArrayList<>();
    for (int month = 0; month < 8; month++) {
      double x = LocalDate.of(2026, 1, 1).plusMonths(month).toEpochDay();
      double middle = 34_500 + 150 * month;
      wide.add(new Span(x, middle - 300 - 450 * month, middle + 400 + 600 * month));
      narrow.add(new Span(x, middle - 120 - 180 * month, middle + 150 + 210 * month));
      median.add(new Point(x, middle));
    }
    return Chart.of(
        "Fan of the landed cost",
        "median, and where the middle half and the middle 90% of the draws lie",
        List.of("20,000 draws, seed 42, inputs independent; in USD"),
        ChartLines.of(
                ChartScale.days(""),
                ChartScale.number("landed cost", "USD"),
                List.of(new Line("median", Shape.STRAIGHT, median)))
            .withBands(List.of(new Band("90% of the draws", wide), new Band("50%", narrow)))
            .withoutZero());
  }

  private static Chart calendar() {
    return Chart.of(
        "Where deals stood from 2025-04-01 to 2026-11-30",
        "each row a deal as a whole: a leg can stand elsewhere",
        List.of("announced · as known on 2026-11-23"),
        ChartRows.of(
                ChartScale.days(""),
                List.of(
                    Row.of(
                        "JP",
                        List.of(
                            new Bar("threatened", at("2025-07-07"), at("2025-07-22"), ""),
                            new Bar(
                                "agreed, not yet in force", at("2025-07-22"), at("2025-09-16"), ""),
                            new Bar("in force", at("2025-09-16"), at("2026-12-01"), ""),
                            new Dot("deadline", at("2025-08-01"))),
                        ""),
                    Row.of(
                        "KR",
                        List.of(
                            new Bar(
                                "agreed, not yet in force", at("2025-07-30"), at("2025-11-01"), ""),
                            new Bar("in force", at("2025-11-01"), at("2026-12-01"), "")),
                        ""),
                    new Row("AU", List.of(), "", "nothing known")))
            .withLines(List.of(new Place(at("2026-02-20"), "emergency powers void"))));
  }

  /** Two origins of which one is bounded for a while: what one hides of the other has an edge. */
  private static Chart bounded() {
    List<Band> bands = new ArrayList<>();
    for (String origin : List.of("JP", "CN")) {
      double low = origin.equals("JP") ? 0.1 : 0.4;
      List<Span> spans =
          List.of(
              new Span(at("2025-01-01"), low, low + 0.5),
              new Span(at("2025-06-01"), low, low + 0.5));
      bands.add(new Band(origin + ": lowest to highest that is possible", spans));
    }
    List<Line> lines = new ArrayList<>();
    for (String origin : List.of("JP", "CN")) {
      double rate = origin.equals("JP") ? 0.15 : 0.525;
      lines.add(
          new Line(
              origin,
              Shape.STEP,
              List.of(on("2025-01-01", null), on("2025-06-01", rate), on("2025-12-31", rate))));
    }
    return Chart.of(
        "Duty on 8703 over time",
        "a line is broken where the duty is not one known rate",
        STAMP,
        ChartLines.of(ChartScale.days(""), ChartScale.percent("duty"), lines).withBands(bands));
  }

  /** Every country at one rate but some: known, bounded on both sides or one, zero, not known. */
  private static Chart world() {
    Map<String, Tile> tiles = new LinkedHashMap<>();
    for (String code : TilePlaces.all().keySet()) {
      tiles.put(code, Tile.of(code, code, 0.275));
    }
    tiles.remove("US");
    List.of("DE", "FR", "IT", "ES", "NL", "BE", "PL", "SE", "AT", "IE", "JP", "KR")
        .forEach(code -> tiles.put(code, Tile.of(code, code, 0.15)));
    tiles.put("GB", Tile.of("GB", "United Kingdom", 0.1));
    tiles.put("CA", Tile.between("CA", "Canada", 0, 0.25));
    tiles.put("MX", Tile.between("MX", "Mexico", 0, 0.25));
    tiles.put("CN", Tile.between("CN", "China", 0.525, 1.275));
    tiles.put("BR", Tile.atLeast("BR", "Brazil", 0.5));
    tiles.put("AU", Tile.of("AU", "Australia", 0));
    tiles.put("KP", Tile.unknown("KP", "North Korea"));
    tiles.put("CU", new Tile("CU", "Cuba", null, null, "ban"));
    return Chart.of(
        "US duty on 8703, 2026-11-23",
        "a darker square pays more; places are near where countries lie, no borders",
        STAMP,
        new ChartTiles(
            ChartScale.percent("all duties over the customs value"), List.copyOf(tiles.values())));
  }
}
