package org.tariffeconomics.equilibrium;

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
import org.openjdk.jmh.annotations.Warmup;

/** Exact share shift of 100 suppliers; the score is the time for one supplier. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShareShiftBenchmark {

  private static final int SUPPLIERS = 100;

  private ArmingtonMarket market;
  private ArmingtonMarket cobbDouglas;
  private double[] priceFactors;

  /** Draws a market with a fixed seed. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    double[] values = random.doubles(SUPPLIERS, 1, 100).toArray();
    market = ArmingtonMarket.ofValues(values, new double[SUPPLIERS], 4.5);
    cobbDouglas = market.withSigma(1);
    priceFactors = random.doubles(SUPPLIERS, 0.8, 1.3).toArray();
  }

  /** The direct way, one power a supplier. */
  @Benchmark
  @OperationsPerInvocation(SUPPLIERS)
  public ShareResponse shares() {
    return market.afterPrices(priceFactors);
  }

  /** The way in logarithms, taken near σ = 1. */
  @Benchmark
  @OperationsPerInvocation(SUPPLIERS)
  public ShareResponse sharesNearCobbDouglas() {
    return cobbDouglas.afterPrices(priceFactors);
  }
}
