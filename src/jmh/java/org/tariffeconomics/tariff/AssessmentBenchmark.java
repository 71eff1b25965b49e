package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
import org.openjdk.jmh.infra.Blackhole;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

/**
 * Assessments a second over 10,000 lines × 20 origins × 12 days, each of a base duty and four
 * charges rounded to cents: itemised through the public API, totals through a resolved stack, and
 * what the obvious map-and-stream code over {@code BigDecimal} reaches in the same run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AssessmentBenchmark {

  private static final int LINES = 10_000;
  private static final int QUESTIONS = 4096;
  private static final List<String> ORIGINS =
      List.of(
          "JP", "KR", "DE", "FR", "IT", "GB", "MX", "CA", "CN", "TW", "VN", "TH", "ID", "MY", "PH",
          "KH", "LK", "BD", "IN", "BR");

  private final List<LocalDate> days = new ArrayList<>();
  private final DutyStack[] stacks = new DutyStack[QUESTIONS];
  private final BigMoney[] values = new BigMoney[QUESTIONS];
  private final long[] minor = new long[QUESTIONS];
  private final String[] lineKeys = new String[QUESTIONS];
  private final String[] originKeys = new String[QUESTIONS];
  private final LocalDate[] dayKeys = new LocalDate[QUESTIONS];
  private final Map<String, List<PlainMeasure>> plain = new HashMap<>();
  private final List<TariffLaw> laws = new ArrayList<>();

  /** A measure as the obvious code would hold it. */
  private record PlainMeasure(String origin, LocalDate from, LocalDate until, BigDecimal rate) {}

  /** Builds the book, resolves the questions' stacks and fills the map of the obvious code. */
  @Setup
  public void build() {
    for (int month = 1; month <= 12; month++) {
      days.add(LocalDate.of(2025, month, 15));
    }
    List<TariffMeasure> measures = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      String line = String.format("%02d%06d", 1 + i / 200 + (i / 200 >= 76 ? 1 : 0), i % 200 * 100);
      lines.add(line);
      String base = BigDecimal.valueOf(i % 30, 1).toPlainString() + "%";
      measures.add(TariffMeasure.base(line, base).withId("base " + line));
      addPlain(line, "*", LocalDate.MIN, LocalDate.MAX, "0." + String.format("%03d", i % 30));
    }
    for (int layer = 0; layer < 4; layer++) {
      LocalDate from = LocalDate.of(2025, 1, 1);
      measures.add(
          TariffMeasure.adds("layer " + layer, "*", "*", (5 + layer) + "%").from(from.toString()));
      for (String line : lines) {
        addPlain(line, "*", from, LocalDate.MAX, "0.0" + (5 + layer));
      }
    }
    TariffBook book = TariffBook.us(measures.toArray(TariffMeasure[]::new));
    days.forEach(day -> laws.add(book.on(day)));
    Random random = new Random(42);
    for (int i = 0; i < QUESTIONS; i++) {
      lineKeys[i] = lines.get(random.nextInt(LINES));
      originKeys[i] = ORIGINS.get(random.nextInt(ORIGINS.size()));
      int day = random.nextInt(days.size());
      dayKeys[i] = days.get(day);
      minor[i] = 100 + random.nextInt(100_000_000);
      values[i] = BigMoney.of(CurrencyUnit.USD, BigDecimal.valueOf(minor[i], 2));
      stacks[i] = laws.get(day).stack(HsCode.of(lineKeys[i]), Country.of(originKeys[i]));
    }
  }

  private void addPlain(String line, String origin, LocalDate from, LocalDate until, String rate) {
    plain
        .computeIfAbsent(line, x -> new ArrayList<>())
        .add(new PlainMeasure(origin, from, until, new BigDecimal(rate)));
  }

  /**
   * Itemised, exact, through a resolved stack.
   *
   * @param hole takes the results
   */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void itemised(Blackhole hole) {
    for (int i = 0; i < QUESTIONS; i++) {
      hole.consume(stacks[i].assess(values[i]));
    }
  }

  /**
   * Itemised with the payable total read from it.
   *
   * @param hole takes the results
   */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void itemisedWithTotal(Blackhole hole) {
    for (int i = 0; i < QUESTIONS; i++) {
      hole.consume(stacks[i].assess(values[i]).dutyOrThrow());
    }
  }

  /**
   * The payable total only, exact, through a resolved stack.
   *
   * @param hole takes the results
   */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void totals(Blackhole hole) {
    for (int i = 0; i < QUESTIONS; i++) {
      hole.consume(stacks[i].payableMinor(minor[i]));
    }
  }

  /**
   * The whole question: line, origin and day resolved and assessed.
   *
   * @param hole takes the results
   */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void resolvedAndItemised(Blackhole hole) {
    for (int i = 0; i < QUESTIONS; i++) {
      TariffLaw law = laws.get(dayKeys[i].getMonthValue() - 1);
      hole.consume(law.stack(HsCode.of(lineKeys[i]), Country.of(originKeys[i])).assess(values[i]));
    }
  }

  /**
   * What a map of lists, a stream filter and {@code BigDecimal} give: the total only.
   *
   * @param hole takes the results
   */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void mapAndStream(Blackhole hole) {
    for (int i = 0; i < QUESTIONS; i++) {
      String origin = originKeys[i];
      LocalDate day = dayKeys[i];
      BigDecimal value = values[i].getAmount();
      BigDecimal sum =
          plain.get(lineKeys[i]).stream()
              .filter(m -> m.origin().equals("*") || m.origin().equals(origin))
              .filter(m -> !day.isBefore(m.from()) && day.isBefore(m.until()))
              .map(m -> value.multiply(m.rate()).setScale(2, RoundingMode.HALF_UP))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      hole.consume(Money.of(CurrencyUnit.USD, sum));
    }
  }
}
