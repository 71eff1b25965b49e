package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.TariffBook;

/** A million entries of a year: 20 lines, 10 origins, 300 days, no two of one value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
public class RefundsBenchmark {

  private static final int ENTRIES = 1_000_000;
  private static final int DAYS = 300;

  private final TariffBook book = UsTariffs.book();
  private final List<PastEntry> entries = entries(book);

  private static List<PastEntry> entries(TariffBook book) {
    List<HsCode> lines =
        Stream.of(
                "8703.23.01", "8708.29.51", "6109.10.00", "8471.30.01", "7208.10.15", "3004.90.92")
            .map(HsCode::of)
            .toList();
    List<DeclaredOrigin> origins =
        List.of("JP", "KR claiming KORUS", "CN", "DE", "VN", "MX", "CA", "IN", "GB", "TW").stream()
            .map(DeclaredOrigin::parse)
            .toList();
    SplittableRandom random = new SplittableRandom(1);
    List<PastEntry> entries = new ArrayList<>(ENTRIES);
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(
          new PastEntry(
              "E" + i,
              LocalDate.of(2025, 3, 1).plusDays(random.nextInt(DAYS)),
              lines.get(random.nextInt(lines.size())),
              origins.get(random.nextInt(origins.size())),
              BigMoney.ofMinor(CurrencyUnit.USD, random.nextLong(100_000_000)),
              List.of()));
    }
    return entries;
  }

  /** All of it: grouping, resolving, arithmetic, the sum. */
  @Benchmark
  public Money total() {
    return RefundTotals.ofVoidProgramme(book, "IEEPA reciprocal", entries).total();
  }
}
