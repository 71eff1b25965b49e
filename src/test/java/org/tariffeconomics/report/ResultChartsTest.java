package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.beforeAfter;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.day;
import static org.tariffeconomics.Tariffs.deals;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.ownAndRivals;
import static org.tariffeconomics.Tariffs.pledge;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.sideBySide;
import static org.tariffeconomics.Tariffs.terms;
import static org.tariffeconomics.Tariffs.timeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.InputRange;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.MonteCarloResult;
import org.tariffeconomics.uncertainty.OutcomeFan;
import org.tariffeconomics.uncertainty.Tornado;
import org.tariffeconomics.uncertainty.UncertainInput;
import org.tariffeconomics.uncertainty.WeightedScenarios;
import org.threeten.extra.LocalDateRange;

/** Every result that draws itself draws what its table says, in a picture that can be printed. */
class ResultChartsTest {

  private static Map<String, Chart> charts() {
    Map<String, Chart> all = new TreeMap<>();
    all.put("timeline", timeline("8703.23.01", "2025-01-01", "2027-06-30", "KR", "JP").chart());
    all.put("many", timeline("8703.23.01", "2025-01-01", "2026-06-30", "KR", "JP", "CN").chart());
    all.put("compare", compare("8703.23.01", "2025-09-16", "JP", "KR", "CN", "GB").chart());
    all.put("unknown", compare("9999.99.99", "2025-09-16", "JP", "KR").chart());
    all.put("landed", car().chart());
    all.put("side by side", sideBySide(car()).chart());
    all.put(
        "change", beforeAfter("8703.23.01", "2025-09-15", "2025-11-23", "JP", "KR", "DE").chart());
    all.put("terms", terms("10%", "15%").chart());
    all.put("terms, never better", terms("15%", "10%").chart());
    all.put("pledge", pledge("JP").chart(day("2026-03-31")));
    all.put("pledge without records", pledge("KR").chart(day("2026-03-31")));
    all.put("ranking", market("cars", "2026-11-23").ranking().chart());
    all.put("heat", market("cars", "2026-11-23").heatChart("KR"));
    all.put("erosion", ownAndRivals("cars", "2025-09-15", "2025-11-23", "KR").chart());
    all.put("shares", shareShift("cars", "2025-09-15", "2025-09-16", 5).chart());
    all.put("left behind", leftBehind("apparel", "2025-08-07").chart());
    all.put("calendar", deals().calendar(days("2025-04-01", "2026-12-01"), day("2026-11-23")));
    all.put("scenarios", scenarios().chart());
    all.put("tornado", tornado().chart());
    all.put("monte carlo", study(900).chart("landed cost", "USD"));
    all.put("fan", fan().chart());
    return all;
  }

  private static LandedCost car() {
    return landed(
        shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea"), "2026-11-23");
  }

  private static LocalDateRange days(String first, String end) {
    return LocalDateRange.of(day(first), day(end));
  }

  private static WeightedScenarios scenarios() {
    return WeightedScenarios.of(
        "landed cost",
        "USD",
        List.of(
            WeightedScenarios.Scenario.of("15%", 0.6, 36_178),
            WeightedScenarios.Scenario.of("25%", 0.4, 39_178)));
  }

  private static Tornado tornado() {
    return Tornado.of(
        "landed cost",
        "USD",
        List.of(
            new InputRange("duty", 0.15, 0.10, 0.25),
            new InputRange("price, USD", 30_000, 28_000, 32_000)),
        x -> x[1] * (1 + x[0]));
  }

  private static MonteCarloResult study(double deviation) {
    UncertainInput price = UncertainInput.of("price, USD", Distribution.normal(30_000, deviation));
    return MonteCarlo.of(List.of(price), 2_000, 42).run(x -> x[0] * 1.15);
  }

  private static OutcomeFan fan() {
    Map<LocalDate, MonteCarloResult> days =
        Map.of(day("2026-01-01"), study(300), day("2026-07-01"), study(900));
    return OutcomeFan.of("landed cost", "USD", days);
  }

  @TestFactory
  Stream<DynamicTest> every_picture_is_printable_stamped_and_a_valid_specification() {
    return charts().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertWhole(each.getValue())));
  }

  private static void assertWhole(Chart chart) throws IOException {
    String svg = chart.toSvg();
    SvgBoxes.assertPrintable(svg);
    assertTrue(svg.contains("planning estimate"), svg);
    assertEquals(svg, chart.toSvg());
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }

  @Test
  void a_timeline_draws_the_rates_of_its_steps() {
    ChartLines form =
        (ChartLines) timeline("8703.23.01", "2025-01-01", "2025-12-31", "KR", "JP").chart().form();
    List<Double> korea = form.lines().get(0).points().stream().map(ChartLines.Point::y).toList();
    // 2.5 % MFN and 25 % of Proclamation 10908 from 3 April 2025; README, job 2
    assertEquals(List.of(0.0, 0.25, 0.25, 0.15, 0.15), korea);
    List<Double> japan = form.lines().get(1).points().stream().map(ChartLines.Point::y).toList();
    assertEquals(List.of(0.025, 0.275, 0.15, 0.15, 0.15), japan);
    assertEquals(
        List.of("2025-04-03", "2025-09-16", "2025-11-01"),
        form.marks().stream().map(ChartLines.Mark::text).toList());
    assertTrue(form.gapShaded());
  }

  @Test
  void bars_of_programmes_end_where_the_duty_does() {
    ChartRows form = (ChartRows) compare("8703.23.01", "2025-09-16", "JP", "CN").chart().form();
    List<ChartRows.Bar> bars = form.marks(ChartRows.Bar.class);
    assertEquals(0.15, bars.get(1).to(), 1e-12); // JP: 15 % all-in, EO 14345
    assertEquals(0.725, bars.get(bars.size() - 1).to(), 1e-12); // CN: 2.5 + 25 + 20 + 25
    assertEquals("72.5%", form.rows().get(1).end());
  }

  @Test
  void what_is_not_known_is_a_reason_and_no_bar() {
    ChartRows form = (ChartRows) compare("9999.99.99", "2025-09-16", "JP").chart().form();
    assertEquals(List.of(), form.rows().get(0).marks());
    assertTrue(form.rows().get(0).note().startsWith("unknown: "), form.rows().get(0).note());
  }

  @Test
  void a_waterfall_ends_at_the_landed_cost() {
    ChartRows form = (ChartRows) car().chart().form();
    List<ChartRows.Bar> bars = form.marks(ChartRows.Bar.class);
    // 30,000 + 1,330 + 207 + 15 % of 30,000 + MPF 103.92 + HMF 37.50; README, job 5
    assertEquals(36_178.42, bars.get(bars.size() - 1).to(), 1e-9);
    for (int i = 1; i < bars.size() - 1; i++) {
      assertEquals(bars.get(i - 1).to(), bars.get(i).from(), 1e-9);
    }
  }

  @Test
  void who_does_not_change_is_named() {
    String caption =
        beforeAfter("8703.23.01", "2025-09-15", "2025-09-16", "JP", "MX", "DE").toString();
    assertTrue(caption.contains("unchanged: MX, DE"), caption);
  }

  @Test
  void the_pace_needed_starts_from_the_furthest_stage() {
    Chart chart = pledge("JP").chart(day("2026-03-31"));
    // 36 of 550 bn; 514 bn over 1025 days / 365.25
    assertTrue(chart.subtitle().startsWith("6.5% approved"), chart.subtitle());
    assertTrue(chart.subtitle().contains("183.2 bn a year"), chart.subtitle());
  }

  /** 52.5 % for engines and 127.5 % for electric cars: facts/passenger-cars.md. */
  @Test
  void what_is_bounded_is_a_bar_that_is_certain_and_a_whisker_that_is_possible() {
    DutyComparison comparison = compare("8703", "2026-11-23", "JP", "CN");
    ChartRows form = (ChartRows) comparison.chart().form();
    long bounded =
        comparison.entries().stream().filter(e -> !e.range().orElseThrow().isPoint()).count();
    List<ChartRows.Range> ranges = form.marks(ChartRows.Range.class);
    assertEquals(bounded, ranges.size());
    assertTrue(bounded > 0 && ranges.get(0).low() < ranges.get(0).high(), ranges.toString());
    for (int i = 0; i < form.rows().size(); i++) {
      String range = comparison.entries().get(i).range().orElseThrow().toText(1);
      assertEquals(range, form.rows().get(i).end());
    }
    SvgBoxes.assertPrintable(comparison.chart().toSvg());
  }

  @Test
  void a_timeline_shades_what_is_bounded() throws IOException {
    Chart chart = timeline("8703", "2025-01-01", "2026-11-23", "CN", "JP").chart();
    ChartLines form = (ChartLines) chart.form();
    assertTrue(form.bands().stream().allMatch(b -> b.name().contains(": lowest to highest")));
    assertTrue(!form.bands().isEmpty());
    SvgBoxes.assertPrintable(chart.toSvg());
    assertEquals(List.of(), SchemaCheck.faults(chart.toVegaLite()));
  }
}
