package stranger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.RefundTotals;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * What comes back on some past entries, made up from a seed, when a programme is void: in cents, from
 * the least to the most where what is not declared decides, and on how many entries that is so or
 * nothing is known.
 */
record RefundUnit(
    long number, long entries, long leastMinor, long mostMinor, long bounded, long unknown) {

  private static final List<HsCode> LINES =
      Stream.of("8703.23.01", "8708.29.51", "6109.10.00", "8471.30.01", "7208.10.15", "9403.60.80")
          .map(HsCode::of)
          .toList();
  private static final List<DeclaredOrigin> ORIGINS =
      Stream.of("JP", "KR claiming KORUS", "CN", "DE", "VN", "MX", "CA", "IN", "GB", "TW")
          .map(DeclaredOrigin::parse)
          .toList();

  static RefundUnit of(LawText law, String programme, long number, int size) {
    RefundTotals totals =
        RefundTotals.ofVoidProgramme(law.book(), programme, entries(number, size));
    return new RefundUnit(
        number,
        size,
        totals.range().lowest().getAmountMinorLong(),
        totals.range().highest().getAmountMinorLong(),
        totals.bounded(),
        totals.unknown());
  }

  private static List<PastEntry> entries(long number, int size) {
    SplittableRandom random = new SplittableRandom(number);
    List<PastEntry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(
          new PastEntry(
              number + "-" + i,
              LocalDate.of(2025, 3, 1).plusDays(random.nextInt(300)),
              LINES.get(random.nextInt(LINES.size())),
              ORIGINS.get(random.nextInt(ORIGINS.size())),
              BigMoney.ofMinor(CurrencyUnit.USD, random.nextLong(100_000_000)),
              List.of()));
    }
    return entries;
  }
}
