package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Many refunds at once are the refunds one by one. */
class RefundTotalsTest {

  private static final List<String> LINES = List.of("8703.23.01", "0201.20.50", "7208.10.15");
  private static final List<String> ORIGINS = List.of("JP", "KR claiming KORUS", "CN");

  private static TariffBook book() {
    return TariffBook.us(
        TariffMeasure.base("8703", "2.5%"),
        TariffMeasure.base("0201.20.50", "4.4¢/kg").withId("beef"),
        TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
        TariffMeasure.adds("S232", "8703", "*", "25%")
            .from("2025-04-03")
            .withKnownFrom("2025-04-03"),
        TariffMeasure.topsUpTo("S232", "8703", "JP", "15%")
            .withId("S232 Japan")
            .from("2025-08-07")
            .withKnownFrom("2025-09-16"),
        TariffMeasure.adds("IEEPA", "*", "CN", "20%").from("2025-03-04"));
  }

  private static PastEntry entry(int day, int line, int origin, long cents) {
    return new PastEntry(
        "entry",
        LocalDate.parse("2025-01-01").plusDays(day),
        HsCode.of(LINES.get(line)),
        DeclaredOrigin.parse(ORIGINS.get(origin)),
        BigMoney.ofMinor(book().currency(), cents),
        line == 1 ? List.of(Quantity.of("100", "kg")) : List.of());
  }

  @Property(tries = 150)
  void many_at_once_agree_with_one_by_one_to_the_cent(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9 * 360 - 1) Integer> kinds,
      @ForAll @LongRange(min = 0, max = 9_999_999) long cents) {
    List<PastEntry> entries = new ArrayList<>();
    for (int kind : kinds) {
      entries.add(entry(kind / 9, kind % 3, kind / 3 % 3, cents + kind));
    }
    assertSame(
        Refunds.ofRetroactiveLaw(book(), entries), RefundTotals.ofRetroactiveLaw(book(), entries));
    assertSame(
        Refunds.ofVoidProgramme(book(), "IEEPA", entries),
        RefundTotals.ofVoidProgramme(book(), "IEEPA", entries));
  }

  private static void assertSame(Refunds single, RefundTotals bulk) {
    for (int i = 0; i < single.refunds().size(); i++) {
      assertEquals(single.refunds().get(i).amount(), bulk.refund(i));
    }
    assertEquals(single.total(), bulk.total());
    assertEquals(single.problems().size(), bulk.unknown());
  }

  @Test
  void a_retroactive_cut_gives_back_the_difference_since_the_day_it_counts_from() {
    RefundTotals refunds =
        RefundTotals.ofRetroactiveLaw(
            book(),
            List.of(
                PastEntry.of("1", "2025-08-06", "8703.23.01", "JP", "USD 30000"),
                PastEntry.of("2", "2025-08-07", "8703.23.01", "JP", "USD 30000"),
                PastEntry.of("3", "2025-09-15", "8703.23.01", "JP", "USD 20000"),
                PastEntry.of("4", "2025-09-16", "8703.23.01", "JP", "USD 30000"),
                PastEntry.of("5", "2025-09-16", "7208.10.15", "JP", "USD 30000")));
    // 27.5% paid, 15% due: 12.5% of 30,000 and of 20,000
    assertEquals(Optional.of(Money.parse("USD 3750")), refunds.refund(1));
    assertEquals(Money.parse("USD 6250"), refunds.total());
    assertEquals(1, refunds.unknown());
    assertEquals("2025-08", refunds.byMonth().cell(0, "month").toString());
    assertEquals(3, refunds.byMonth().rows().size());
    assertEquals(1, refunds.problems(10).rows().size());
    assertTrue(refunds.problems(10).toText().contains("No base duty"));
    assertThrows(IllegalArgumentException.class, () -> refunds.problems(-1));
    assertEquals(2, refunds.byOrigin().rows().size());
    assertEquals("5 entries, refund USD 6250.00, 1 unknown", refunds.toString());
  }

  @Test
  void no_entries_get_nothing_back() {
    assertEquals(Money.parse("USD 0"), RefundTotals.ofRetroactiveLaw(book(), List.of()).total());
  }
}
