package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
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
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.TariffLaw;

/** A checkout: 10,000 baskets of 3.5 lines on the average, and their answers as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EntryBenchmark {

  private static final int BASKETS = 10_000;

  private final TariffLaw law = UsTariffs.book().on("2026-11-23");
  private final List<CustomsEntry> baskets = baskets();
  private final EntryCost one = baskets.get(3).price(law);
  private final EntryRecord record = one.toRecord();

  private static List<CustomsEntry> baskets() {
    String[] lines = {"6109.10", "8703.23.01", "9403.60.80", "8471.30.01", "0901.11.00"};
    String[] origins = {"CN", "VN", "IN", "JP", "KR", "DE", "MX"};
    SplittableRandom random = new SplittableRandom(1);
    List<CustomsEntry> baskets = new ArrayList<>(BASKETS);
    for (int i = 0; i < BASKETS; i++) {
      CustomsEntry basket =
          CustomsEntry.of("US")
              .withMode(TransportMode.AIR)
              .withFreight("USD 12.34", CostAllocation.byValue())
              .withInsurance("USD 1.50", CostAllocation.byValue());
      for (int line = 0; line < 2 + i % 4; line++) {
        basket =
            basket.withLine(
                "L" + line,
                Shipment.of(
                    HsCode.of(lines[random.nextInt(lines.length)]),
                    Country.of(origins[random.nextInt(origins.length)]),
                    BigMoney.ofMinor(CurrencyUnit.USD, 100 + random.nextInt(100_000))));
      }
      baskets.add(basket);
    }
    return baskets;
  }

  /** All baskets with what is payable and their stamps. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public int prices() {
    int lines = 0;
    for (CustomsEntry each : baskets) {
      EntryCost cost = each.price(law);
      lines += cost.payable().isPresent() ? cost.stamp().assumptions().size() : 1;
    }
    return lines;
  }

  /** The record of one basket. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public EntryRecord record() {
    return one.toRecord();
  }

  /** The JSON of a record. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public String json() {
    return record.toJson();
  }

  /** A record read back. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public EntryRecord parse() {
    return EntryRecord.parse(record.toJson());
  }
}
