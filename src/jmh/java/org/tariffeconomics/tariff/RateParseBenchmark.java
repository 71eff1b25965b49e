package org.tariffeconomics.tariff;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.ReadingMode;
import org.tariffeconomics.rate.SpecialRate;

/**
 * Milliseconds to read every distinct rate text of a US schedule once: the general and column 2
 * texts strictly and leniently, the cells of the special column, and one plain percentage.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RateParseBenchmark {

  private static final Path TEXTS = Path.of("src/test/resources/conformance/cases/rate_texts.csv");

  private List<String> texts = List.of();
  private List<String> cells = List.of();

  /**
   * Reads the texts.
   *
   * @throws IOException when the file cannot be read
   */
  @Setup
  public void load() throws IOException {
    String csv = Files.readString(TEXTS);
    texts = column(csv, false);
    cells = column(csv, true);
  }

  private static List<String> column(String csv, boolean special) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream()
        .filter(row -> row.getField("column").equals("special") == special)
        .map((NamedCsvRecord row) -> row.getField("text"))
        .distinct()
        .toList();
  }

  /**
   * Reads the texts strictly.
   *
   * @param out where the rates go
   */
  @Benchmark
  public void strict(Blackhole out) {
    texts.forEach(text -> out.consume(DutyRate.parse(text)));
  }

  /**
   * Reads the texts leniently.
   *
   * @param out where the readings go
   */
  @Benchmark
  public void lenient(Blackhole out) {
    texts.forEach(text -> out.consume(DutyRate.read(text, ReadingMode.LENIENT)));
  }

  /**
   * Reads the cells of the special column.
   *
   * @param out where the groups go
   */
  @Benchmark
  public void special(Blackhole out) {
    cells.forEach(cell -> out.consume(SpecialRate.parse(cell)));
  }

  /**
   * Reads a plain percentage.
   *
   * @return the rate
   */
  @Benchmark
  public DutyRate plainPercentage() {
    return DutyRate.parse("6.5%");
  }
}
