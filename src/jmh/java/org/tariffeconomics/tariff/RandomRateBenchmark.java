package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.reference.UsTariffs;

/**
 * The rate of any line of the whole schedule from any origin on any day of 700, each drawn anew:
 * hardly a question is asked twice, and what is remembered helps only where goods have it in
 * common.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 3)
@Measurement(iterations = 5, time = 3)
public class RandomRateBenchmark {

  private static final int DAYS = 700;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private final TariffBook book = UsTariffs.book();
  private final List<HsCode> lines = TariffPanel.lines(book, LocalDate.of(2025, 9, 16));
  private final List<Country> origins = Country.all();
  private final SplittableRandom random = new SplittableRandom(9);

  /** The rate, or what it lies within. */
  @Benchmark
  public Optional<RateRange> rate() {
    return book.on(FIRST.plusDays(random.nextInt(DAYS)))
        .stack(lines.get(random.nextInt(lines.size())), origins.get(random.nextInt(origins.size())))
        .range();
  }
}
