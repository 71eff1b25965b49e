package org.tariffeconomics.equilibrium;

import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/** One industry's world market: 10 percent tariffs everywhere, one region adds 25 points. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GsimBenchmark {

  /** The number of regions. */
  @Param({"4", "20", "50", "200"})
  public int regions;

  private GsimModel model;
  private double[][] newTariffs;

  /** Draws flows with a fixed seed. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    double[][] flows = new double[regions][];
    double[][] tariffs = new double[regions][regions];
    newTariffs = new double[regions][regions];
    for (int r = 0; r < regions; r++) {
      flows[r] = random.doubles(regions, 1, 100).toArray();
      for (int v = 0; v < regions; v++) {
        tariffs[r][v] = r == v ? 0 : 0.1;
        newTariffs[r][v] = tariffs[r][v] + (v == 0 && r != 0 ? 0.25 : 0);
      }
    }
    model = GsimModel.of(flows, tariffs, -1.25, 1.5, 5);
  }

  /** Newton's method on the equations in levels. */
  @Benchmark
  public GsimResult exact() {
    return model.afterTariffs(newTariffs);
  }

  /** One linear system. */
  @Benchmark
  public GsimResult logLinear() {
    return model.afterTariffs(newTariffs, SolutionMode.LOG_LINEAR);
  }
}
