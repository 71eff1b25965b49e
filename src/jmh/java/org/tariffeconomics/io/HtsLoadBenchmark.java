package org.tariffeconomics.io;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Loading a whole release of the Harmonized Tariff Schedule: give its file with {@code
 * -jvmArgsAppend -Dhts.file=RELEASE}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx200m")
public class HtsLoadBenchmark {

  private Path file = Path.of("");

  /** Finds the file. */
  @Setup
  public void find() {
    file = Path.of(Objects.requireNonNull(System.getProperty("hts.file"), "-Dhts.file=RELEASE"));
  }

  /** Reading, checking, lines and rates. */
  @Benchmark
  public TariffSchedule load() {
    return HtsFile.read(file).orThrow();
  }
}
