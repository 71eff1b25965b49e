package org.tariffeconomics.panel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.panel.PanelSlice.Execution;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.TariffBook;

/**
 * A whole tariff against every origin. With {@code -jvmArgsAppend -Dhts.file=RELEASE} the lines are
 * those of a release of the Harmonized Tariff Schedule (chapters 98 and 99 left out); without it, a
 * schedule of like size and like rates is drawn with a fixed seed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(1)
public class PanelBenchmark {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");
  private static final int BLOCK = 256;
  private static final String[] GENERAL = {
    "Free", "2.5%", "6.5%", "4.4¢/kg", "3.7%", "12%", "1¢/kg + 5%", "16.5%", "Free", "5%"
  };
  private static final String[] SPECIAL = {
    "", "Free (AU,BH,CL,CO,IL,JO,KR,MA,OM,P,PA,PE,S,SG)", "Free (A,AU,BH,CL,CO,E,IL,JO,KR,MA,S)"
  };

  /** How many lines; fewer than there are take every so manyth. */
  @Param({"2000", "20000"})
  public int lineCount;

  /** How many origins of those there are. */
  @Param({"60", "250"})
  public int originCount;

  /** How many days, a week apart. */
  @Param({"1", "40"})
  public int dayCount;

  private TariffBook book;
  private List<HsCode> lines;
  private List<DeclaredOrigin> origins;
  private List<LocalDate> days;
  private PanelSlice slice;

  /** Loads or draws the schedule. */
  @Setup
  public void load() {
    String file = System.getProperty("hts.file");
    book = UsTariffs.book(file == null ? drawn() : HtsFile.read(Path.of(file)).orThrow());
    List<HsCode> all =
        TariffPanel.lines(book, DAY).stream().filter(c -> c.chapter().compareTo("98") < 0).toList();
    int step = Math.max(1, all.size() / lineCount);
    lines =
        IntStream.range(0, Math.min(lineCount, all.size()))
            .mapToObj(i -> all.get(i * step))
            .toList();
    origins = TariffPanel.allOrigins().stream().limit(originCount).toList();
    days = IntStream.range(0, dayCount).mapToObj(DAY::plusWeeks).toList();
    slice = TariffPanel.of(book, lines, origins, List.of(DAY)).on(DAY);
  }

  private static TariffSchedule drawn() {
    Random random = new Random(1);
    List<ScheduleRow> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String code =
          String.format("%02d%02d.%02d.%02d", 1 + i / 250, 1 + i % 250 / 10, 10, i % 10 * 10);
      rows.add(
          ScheduleRow.of(
              i + 1, code, 0, "goods", pick(GENERAL, random), pick(SPECIAL, random), "35%"));
    }
    return TariffSchedule.of("drawn", rows);
  }

  private static String pick(String[] texts, Random random) {
    return texts[random.nextInt(texts.length)];
  }

  /** Scopes, classes and rates of all lines, origins and days. */
  @Benchmark
  public TariffPanel compile() {
    return TariffPanel.of(book, lines, origins, days);
  }

  /** Scopes, classes and rates, and every rate of the first day once. */
  @Benchmark
  public double compileAndStream() {
    return sum(TariffPanel.of(book, lines, origins, days).on(DAY), Execution.PARALLEL);
  }

  /** Scopes, classes and rates, and the least and the most of every rate of the first day once. */
  @Benchmark
  public double compileAndStreamBounds() {
    return TariffPanel.of(book, lines, origins, days)
        .on(DAY)
        .mapBlocks(BLOCK, Execution.PARALLEL, PanelBenchmark::width)
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** Every rate of a compiled day, one block after the other. */
  @Benchmark
  public double stream() {
    return sum(slice, Execution.SEQUENTIAL);
  }

  /** Every rate of a compiled day, several blocks at a time. */
  @Benchmark
  public double streamParallel() {
    return sum(slice, Execution.PARALLEL);
  }

  private static double sum(PanelSlice of, Execution execution) {
    return of.mapBlocks(BLOCK, execution, PanelBenchmark::sum).stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static double sum(PanelBlock block) {
    double sum = 0;
    for (double rate : block.totals(0)) {
      sum += rate;
    }
    return sum;
  }

  private static double width(PanelBlock block) {
    double[] lowest = block.lowest(0);
    double[] highest = block.highest(0);
    double sum = 0;
    for (int i = 0; i < lowest.length; i++) {
      sum += highest[i] - lowest[i];
    }
    return sum;
  }
}
