package org.tariffeconomics.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shape;

/** A timeline of three origins with sixty steps each, as a picture and as a specification. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChartBenchmark {

  private final Chart chart = timeline();

  private static Chart timeline() {
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
        List.of("statutory · as of 2025-09-16"),
        ChartLines.of(ChartScale.days(""), ChartScale.percent("duty"), lines));
  }

  /**
   * The picture; at most 1,000 µs are wanted.
   *
   * @return the text
   */
  @Benchmark
  public String svg() {
    return chart.toSvg();
  }

  /**
   * The specification.
   *
   * @return the text
   */
  @Benchmark
  public String vegaLite() {
    return chart.toVegaLite();
  }
}
