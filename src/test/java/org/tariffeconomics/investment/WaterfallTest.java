package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.EUR;
import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;

class WaterfallTest {

  private static final Split HALF = Split.percent("50", "50");
  private static final Split TENTH = Split.percent("10", "90");

  private static BigMoney usd(String amount) {
    return BigMoney.of(USD, new BigDecimal(amount));
  }

  private static List<BigMoney> cash(String... amounts) {
    return Stream.of(amounts).map(WaterfallTest::usd).toList();
  }

  private static void assertMoney(String expected, BigMoney actual) {
    assertEquals(0, usd(expected).compareTo(actual), () -> expected + " but was " + actual);
  }

  @Test
  void cash_of_the_recoup_period_is_split_pro_rata() {
    // Period 1: 100 x 1.10 = 110, half of 100 leaves 60. Period 2: 66 to recoup; of 200, 132 is
    // split 50/50 and the other 68 is split 10/90: investor 66 + 6.8.
    Payout shared =
        Waterfall.twoStage(HALF, Rate.percent(10), TENTH)
            .distribute(usd("100"), cash("100", "200", "50"));
    assertMoney("60", shared.rows().get(0).outstanding());
    assertMoney("72.8", shared.rows().get(1).investor());
    assertMoney("127.2", shared.rows().get(1).host());
    assertMoney("0", shared.rows().get(1).outstanding());
    assertMoney("5", shared.rows().get(2).investor());
    assertEquals(OptionalInt.of(2), shared.recoupPeriod());
    assertEquals("investor USD 127.80, host USD 222.20, recouped in period 2", shared.toString());
  }

  @Test
  void three_stages_in_one_period() {
    // Outlay 100 at no interest: 50/50 until 100 (200 of cash), 20/80 until 1.5 x 100 (250 of
    // cash), 10/90 on the last 550.
    Waterfall terms =
        Waterfall.of(
            WaterfallStage.untilRecouped(HALF, Rate.ZERO),
            WaterfallStage.untilMultiple(
                Split.percent("20", "80"), new BigDecimal("1.5"), Rate.ZERO),
            WaterfallStage.afterwards(TENTH));
    Payout shared = terms.distribute(usd("100"), cash("1000"));
    assertMoney("205", shared.investorTotal());
    assertMoney("795", shared.hostTotal());
    assertEquals(OptionalInt.of(1), shared.recoupPeriod());
  }

  @Test
  void interest_that_outgrows_the_share_is_never_recouped() {
    Payout shared =
        Waterfall.twoStage(HALF, Rate.percent(5), TENTH)
            .distribute(usd("350"), Collections.nCopies(30, usd("30")));
    assertTrue(shared.recoupPeriod().isEmpty());
    assertTrue(shared.isRunningAway());
    assertTrue(shared.table().caption().get(1).contains("outgrows"));
  }

  @Test
  void slow_recoupment_is_not_called_hopeless() {
    Payout shared =
        Waterfall.twoStage(HALF, Rate.percent("4.3"), TENTH)
            .distribute(usd("550"), Collections.nCopies(20, usd("70")));
    assertTrue(shared.recoupPeriod().isEmpty());
    assertFalse(shared.isRunningAway());
  }

  @Test
  void a_single_split_has_nothing_to_recoup() {
    Payout shared = Waterfall.of(WaterfallStage.afterwards(TENTH)).distribute(usd("1"), cash("10"));
    assertMoney("1", shared.investorTotal());
    assertTrue(shared.recoupPeriod().isEmpty());
    assertFalse(shared.isRunningAway());
  }

  @Test
  void an_investor_who_gets_nothing_never_recoups() {
    Payout shared =
        Waterfall.twoStage(Split.percent("0", "100"), Rate.ZERO, HALF)
            .distribute(usd("1"), cash("10", "10"));
    assertMoney("0", shared.investorTotal());
    assertTrue(shared.recoupPeriod().isEmpty());
  }

  @Test
  void present_value_at_the_interest_of_the_allocation_is_what_follows_recoupment() {
    // At the interest itself the recouped part is worth the outlay exactly: what is left is the
    // 6.8 of period 2 and the 5 of period 3.
    Payout shared =
        Waterfall.twoStage(HALF, Rate.percent(10), TENTH)
            .distribute(usd("100"), cash("100", "200", "50"));
    assertEquals(
        6.8 / 1.21 + 5 / 1.331,
        shared.investorNpv(Rate.percent(10)).getAmount().doubleValue(),
        1e-12);
  }

  @Test
  void shares_that_do_not_sum_to_one_are_refused_with_their_values() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Split.percent("50", "40"));
    assertEquals("Shares must sum to 1, but 0.5 (investor) + 0.4 (host) = 0.9", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Split.percent("-10", "110"));
  }

  @Test
  void stages_without_an_end_come_last_and_only_last() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Waterfall.of(WaterfallStage.untilRecouped(HALF, Rate.ZERO)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Waterfall.of(WaterfallStage.afterwards(HALF), WaterfallStage.afterwards(TENTH)));
    assertThrows(IllegalArgumentException.class, Waterfall::of);
    assertThrows(
        IllegalArgumentException.class,
        () -> WaterfallStage.untilMultiple(HALF, BigDecimal.ZERO, Rate.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> WaterfallStage.untilRecouped(HALF, Rate.percent(-1)));
  }

  @Test
  void negative_or_foreign_cash_is_refused_by_its_period() {
    Waterfall terms = Waterfall.twoStage(HALF, Rate.ZERO, TENTH);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> terms.distribute(usd("1"), cash("1", "-2")));
    assertEquals("cash of period 2 must not be negative, but was USD -2", e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> terms.distribute(usd("1"), List.of(BigMoney.of(EUR, 1))));
    assertThrows(IllegalArgumentException.class, () -> terms.distribute(usd("0"), cash("1")));
  }

  @Test
  void splits_are_equal_by_value() {
    assertEquals(HALF, Split.toInvestor(new BigDecimal("0.500")));
    assertEquals(HALF.hashCode(), Split.toInvestor(new BigDecimal("0.500")).hashCode());
    assertEquals("10/90 afterwards", WaterfallStage.afterwards(TENTH).toString());
  }

  @Test
  void the_table_sums_in_a_total_row() {
    Payout shared =
        Waterfall.twoStage(HALF, Rate.ZERO, TENTH).distribute(usd("100"), cash("300", "100"));
    assertEquals("Total", shared.table().cell(2, "period").text());
    assertEquals(
        new BigDecimal("120"),
        shared.table().number(2, "investor").stripTrailingZeros().setScale(0));
  }
}
