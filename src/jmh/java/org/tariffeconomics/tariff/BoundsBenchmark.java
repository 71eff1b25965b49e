package org.tariffeconomics.tariff;

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
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;

/**
 * Goods that leave something open: parts of boring machinery, a steel derivative, of which four
 * facts are not declared (the weight of the steel, where it was melted, whether they are donated or
 * information), which is sixteen cases; and a chapter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BoundsBenchmark {

  private static final int OPEN = 4;
  private static final HsCode DERIVATIVE = HsCode.of("8431.43.80");
  private static final Country GERMANY = Country.of("DE");

  /** What would be open besides. */
  private static final DeclaredFacts DECLARED =
      DeclaredFacts.parse("accompanied baggage=no; certified part=no; motorcycle part=no");

  private final TariffLaw law = UsTariffs.book().withoutAssumptions().on("2026-05-01");
  private final TariffLaw usual = UsTariffs.book().on("2026-05-01");
  private int next;

  /** Refuses to measure something else. */
  @Setup
  public void check() {
    List<DecidingFact> open = law.stack(DERIVATIVE, GERMANY, DECLARED).decidedBy();
    if (open.size() != OPEN) {
      throw new IllegalStateException("Four facts must be open, but there are " + open);
    }
  }

  /** The derivative as an importer asks of one shipment after the other. */
  @Benchmark
  public DutyStack resolve() {
    return law.stack(DERIVATIVE, GERMANY, DECLARED);
  }

  /**
   * The derivative of which something is declared that nobody declared before: no answer is kept.
   */
  @Benchmark
  public DutyStack resolveAnew() {
    next++;
    return law.stack(DERIVATIVE, GERMANY, DECLARED.withFact("reference", Integer.toString(next)));
  }

  /** The derivative with its range and what decides. */
  @Benchmark
  public List<DecidingFact> decidedBy() {
    return law.stack(DERIVATIVE, GERMANY, DECLARED).decidedBy();
  }

  /** All lines of a chapter from China, with what decides. */
  @Benchmark
  public List<String> reasonsOfAChapter() {
    return usual.stack(HsCode.of("87"), Country.of("CN")).reasons();
  }
}
