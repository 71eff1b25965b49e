package org.tariffeconomics.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.io.trade.ImportTotals;
import org.tariffeconomics.io.trade.TradeReader;
import org.tariffeconomics.reading.PassSummary;

/** Rows a second of a file of BACI's columns: a million rows, 5,000 products, lost zeros. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class BaciBenchmark {

  private static final int ROWS = 1_000_000;
  private static final int PRODUCTS = 5_000;

  private Path file;

  /** Writes the file into a folder of its own, with a fixed seed. */
  @Setup
  public void write() throws IOException {
    Random random = new Random(1);
    List<Integer> countries =
        Country.all().stream().flatMap(c -> c.numeric().stream()).map(Integer::valueOf).toList();
    file = Files.createTempDirectory("baci").resolve("BACI_HS17_Y2023.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("t,i,j,k,v,q\n");
      for (int row = 0; row < ROWS; row++) {
        out.write(
            "2023,"
                + countries.get(random.nextInt(countries.size()))
                + ","
                + (random.nextInt(4) == 0 ? 842 : countries.get(random.nextInt(countries.size())))
                + ","
                + (10000 + 180 * random.nextInt(PRODUCTS))
                + ","
                + random.nextInt(1_000_000) / 1000.0
                + (random.nextInt(10) == 0
                    ? ",           NA\n"
                    : "," + random.nextInt(9999) + ".5\n"));
      }
    }
  }

  /** Removes the file. */
  @TearDown
  public void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.getParent());
  }

  /** Reading alone. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public PassSummary rows() {
    return TradeReader.baci(file).forEach(row -> {});
  }

  /** Reading and adding the imports of one market up. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public ImportTotals importsOfOneMarket() {
    return TradeReader.baci(file).importsOf(Country.of("US"), 6);
  }
}
