package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Past entries of a heading whose lines pay 15 % in all, of which 2.5 % or 5 % are ordinary duty,
 * and 10 % besides. On USD 1,234.57 the 15 % are 30.86 + 154.32 = 185.18 on one line and 61.73 +
 * 123.46 = 185.19 on the other.
 */
class RoundedApartTest {

  private static final TariffBook BOOK =
      TariffBook.us(
              TariffMeasure.topsUpTo("S232", "8701", "JP", "15%"),
              TariffMeasure.adds("surcharge", "8701", "JP", "10%"))
          .with(ScheduledDuties.of(SmallSchedule.tractorsAndBuses(), SmallSchedule.key()));

  private static final List<PastEntry> ENTRIES =
      List.of(PastEntry.of("1", "2026-01-05", "8701", "JP", "USD 1234.57"));

  /** Whichever line it is, 10 % come back: 123.46; what stays is the same before and after. */
  @Test
  void what_is_rounded_apart_by_line_goes_out_where_it_stays() {
    Optional<MoneyRange> back = Optional.of(MoneyRange.of(Money.parse("USD 123.46")));
    assertEquals(
        back, Refunds.ofVoidProgramme(BOOK, "surcharge", ENTRIES).refunds().get(0).range());
    RefundTotals totals = RefundTotals.ofVoidProgramme(BOOK, "surcharge", ENTRIES);
    assertEquals(back, totals.range(0));
    assertEquals(Optional.of(Money.parse("USD 123.46")), totals.refund(0));
    InterestRates seven = InterestRates.constant("7%");
    assertEquals(
        seven.interest(
            Money.parse("USD 123.46"),
            LocalDate.parse("2026-01-05"),
            LocalDate.parse("2026-07-01")),
        totals.interest(seven, LocalDate.parse("2026-07-01")));
  }

  /** Of the total: 185.18 less 30.86, or 185.19 less 61.73. */
  @Test
  void what_comes_back_of_the_total_depends_on_the_line() {
    Optional<MoneyRange> back =
        Optional.of(new MoneyRange(Money.parse("USD 123.46"), Money.parse("USD 154.32")));
    assertEquals(back, Refunds.ofVoidProgramme(BOOK, "S232", ENTRIES).refunds().get(0).range());
    assertEquals(back, RefundTotals.ofVoidProgramme(BOOK, "S232", ENTRIES).range(0));
  }
}
