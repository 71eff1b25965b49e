package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of chart is what was looked at: {@code src/test/resources/charts/*.svg} were rendered,
 * seen in colour and in grey, and kept. To look again after a change, run this class with {@code
 * -Dcharts.write=true}, look at every file that differs, and only then keep it.
 */
class ChartTest {

  private static final Path SEEN = Path.of("src/test/resources/charts");

  @TestFactory
  Stream<DynamicTest> every_kind_is_what_was_looked_at() {
    return ChartSamples.all().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertSeen(each)));
  }

  private static void assertSeen(Map.Entry<String, Chart> sample) throws IOException {
    String svg = sample.getValue().toSvg();
    SvgBoxes.assertPrintable(svg);
    Path file = SEEN.resolve(sample.getKey() + ".svg");
    if (Boolean.getBoolean("charts.write")) {
      Files.writeString(file, svg);
    }
    assertEquals(Files.readString(file), svg);
  }

  @TestFactory
  Stream<DynamicTest> every_kind_is_printable_with_odd_data() {
    return ChartOddSamples.all().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> SvgBoxes.assertPrintable(each.getValue().toSvg())));
  }

  @TestFactory
  Stream<DynamicTest> every_kind_is_a_valid_specification_of_vega_lite() {
    return Stream.of(ChartSamples.all(), ChartOddSamples.all())
        .flatMap(samples -> samples.entrySet().stream())
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertEquals(List.of(), SchemaCheck.faults(each.getValue().toVegaLite()))));
  }

  @Test
  void the_check_of_specifications_finds_what_is_wrong() throws IOException {
    String good = ChartSamples.all().get("timeline").toVegaLite();
    assertNotEquals(List.of(), SchemaCheck.faults(good.replace("\"quantitative\"", "\"number\"")));
    assertNotEquals(List.of(), SchemaCheck.faults(good.replace("\"step-after\"", "\"stairs\"")));
    assertNotEquals(List.of(), SchemaCheck.faults("{}"));
  }

  @Test
  void a_page_needs_nothing_else() {
    String page = ChartSamples.all().get("waterfall").toHtml();
    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    assertFalse(
        page.contains("<script") || page.contains("src=") || page.contains("@import"), page);
    assertEquals(1, page.split("<svg", -1).length - 1);
  }

  @Test
  void the_description_says_the_numbers_and_that_they_are_an_estimate() {
    String words = ChartSamples.all().get("ranked-bars").description();
    assertTrue(words.contains("JP: MFN 2.5%, S232 autos 12.5% = 15.0%"), words);
    assertTrue(words.contains("52.5% to 127.5%"), words);
    assertTrue(words.contains("IE: unknown: No base duty"), words);
    String fan = ChartSamples.all().get("fan").description();
    assertTrue(fan.endsWith("planning estimate"), fan);
  }

  @Test
  void a_file_is_written_in_the_form_of_its_name(@TempDir Path folder) throws IOException {
    Chart chart = ChartSamples.all().get("heat");
    assertEquals(chart.toSvg(), Files.readString(chart.save(folder.resolve("a.svg"))));
    assertEquals(chart.toHtml(), Files.readString(chart.save(folder.resolve("a.HTML").toString())));
    assertEquals(chart.toVegaLite(), Files.readString(chart.save(folder.resolve("a.json"))));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> chart.save(folder.resolve("a.png")));
    assertTrue(refused.getMessage().startsWith("file must end with .svg, .html or .json"));
  }

  @Test
  void what_is_no_number_or_no_name_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new ChartRows.Bar("a", 0, Double.NaN, ""));
    assertThrows(
        IllegalArgumentException.class, () -> new ChartLines.Point(1, Double.POSITIVE_INFINITY));
    assertThrows(
        IllegalArgumentException.class,
        () -> Chart.of(" ", "", List.of(), ChartRows.of(ChartScale.percent(""), List.of())));
    Table words = Table.of("t", List.of("a"), List.of(List.of(Cell.text("x"))));
    assertThrows(IllegalArgumentException.class, words::chart);
  }

  @Test
  void a_desktop_is_asked_by_the_command_of_its_system() {
    assertEquals(List.of("xdg-open", "a.html"), Desktop.command("Linux", "a.html"));
    assertEquals(List.of("open", "a.html"), Desktop.command("Mac OS X", "a.html"));
    assertEquals("rundll32", Desktop.command("Windows 11", "a.html").get(0));
  }

  @Test
  void numbers_are_written_without_exponent_or_negative_zero() {
    assertEquals("0", SvgCanvas.number(-0.001));
    assertEquals("-0.05", SvgCanvas.number(-0.05));
    assertEquals("1234567.9", SvgCanvas.number(1234567.9));
    assertEquals("0.07", SvgCanvas.number(0.0749));
  }

  /** Nine programmes in one bar: the ninth is not the first again, not in grey either. */
  @Test
  void no_two_series_look_alike() {
    Set<String> fills = new HashSet<>();
    Set<ChartLook.Stroke> strokes = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      ChartLook.Fill fill = ChartLook.fill(i);
      assertTrue(fills.add(fill.colour() + fill.pattern()), () -> fill.toString());
      assertTrue(strokes.add(ChartLook.stroke(i)));
      boolean drawn = fill.pattern().isEmpty() || ChartLook.patterns(i + 1).contains("\"f" + i);
      assertTrue(drawn, "the pattern of " + i);
    }
  }

  @Test
  void one_value_alone_stands_in_the_middle_of_its_axis() {
    ChartTicks ticks = ChartTicks.of(ChartScale.number("", "USD"), 5, 5, 7);
    assertTrue(ticks.low() < 5 && ticks.high() > 5, () -> ticks.low() + " to " + ticks.high());
    ChartTicks zero = ChartTicks.of(ChartScale.percent("duty"), 0, 0, 7);
    assertEquals(0, zero.low());
  }

  /** Beside an axis from 0 % to 12 %, names at its foot would say zero. */
  @Test
  void lines_of_which_nothing_is_known_say_so() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    ChartLines.Line line =
        new ChartLines.Line(
            "JP",
            ChartLines.Shape.STEP,
            List.of(ChartLines.Point.of(day, null), ChartLines.Point.of(day.plusDays(30), null)));
    String svg =
        Chart.of(
                "Nothing",
                "",
                List.of(),
                ChartLines.of(ChartScale.days(""), ChartScale.percent("duty"), List.of(line))
                    .withGapShaded())
            .toSvg();
    assertTrue(svg.contains(">nothing known<"), svg);
    assertTrue(svg.contains(">JP unknown<"), svg);
    assertFalse(svg.contains("%<"), svg);
    assertFalse(svg.contains(">gap<"), svg);
  }
}
