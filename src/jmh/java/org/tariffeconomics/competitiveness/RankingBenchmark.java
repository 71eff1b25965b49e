package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
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

/** Sixty suppliers of five thousand products, all ranked and one placed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class RankingBenchmark {

  private final ImportMarket market = market();

  private static ImportMarket market() {
    SplittableRandom random = new SplittableRandom(1);
    List<MarketSupplier> suppliers = new ArrayList<>();
    for (int product = 0; product < 5_000; product++) {
      for (int origin = 0; origin < 60; origin++) {
        suppliers.add(
            MarketSupplier.of(
                "P" + product, "O" + origin, random.nextDouble() * 100, random.nextDouble() / 2));
      }
    }
    return ImportMarket.of("large", "USD", suppliers);
  }

  /** Every origin over all products. */
  @Benchmark
  public int ranking() {
    return market.ranking().rank("O7").orElse(0);
  }

  /** One origin over all products. */
  @Benchmark
  public double position() {
    return market.position("O7").margin().known();
  }
}
