package org.tariffeconomics.competitiveness;

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
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.UncertainInput;

/** A million draws of a landed cost on one thread, quantiles included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MonteCarloBenchmark {

  private static final int MILLION = 1_000_000;

  private final List<UncertainInput> inputs =
      List.of(
          UncertainInput.of("price", Distribution.normal(30_000, 900)),
          UncertainInput.of("exchange rate", Distribution.lognormal(1, 0.08)),
          UncertainInput.of("freight", Distribution.triangular(1_000, 1_330, 2_200)),
          UncertainInput.of("insurance", Distribution.fixed(207)),
          UncertainInput.of(
              "tariff", Distribution.discrete(new double[] {0.15, 0.25}, new double[] {0.8, 0.2})),
          UncertainInput.of("fees", Distribution.uniform(0.003, 0.005)));

  private final MonteCarlo study = MonteCarlo.of(inputs, MILLION, 42);

  /** Flat arrays, ordered for quantiles. */
  @Benchmark
  public double batches() {
    return study.runBatches(LandedCostModel.ofFobBase()).quantile(0.95);
  }

  /** One array a draw. */
  @Benchmark
  public double singleDraws() {
    return study.run(x -> x[0] * x[1] + x[2] + x[3] + (x[4] + x[5]) * (x[0] * x[1])).quantile(0.95);
  }
}
