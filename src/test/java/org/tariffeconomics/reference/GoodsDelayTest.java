package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;

/**
 * What some days of another rate cost on any goods of the whole law. Expected values: the duty of a
 * line asked for on its own, and own arithmetic on the imports of 2024.
 */
class GoodsDelayTest {

  private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 16);
  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);

  /** 8703 by its lines is what the sector of cars is at the trade of 2024. */
  @Test
  void cars_by_code_cost_what_the_sector_costs_at_the_trade_of_2024() {
    UsDelay cars = UsDelay.ofWaiting("KR", "cars", SEPTEMBER, NOVEMBER);
    UsDelay heading = UsDelay.ofWaiting("KR", "8703", SEPTEMBER, NOVEMBER);
    assertEquals(46, heading.days());
    assertEquals(
        millions(cars.at2024Trade().orElseThrow()), millions(heading.total()), 1, "of about 464");
    // Japan sold golf cars too, which may be of metal, and the quota of the United Kingdom is open.
    assertEquals(List.of("EU"), heading.aheadMeanwhile());
    assertTrue(heading.stamp().toString().contains("2024, line by line"), "" + heading.stamp());
  }

  /**
   * Artificial joints of Switzerland: the duty of each day, as the line is asked for on its own,
   * times the imports of 2024 over 365 days.
   */
  @Test
  void a_line_costs_its_imports_a_day_times_its_own_rates() {
    String line = "9021.31.00";
    LocalDate from = LocalDate.of(2025, 8, 7);
    LocalDate until = LocalDate.of(2025, 11, 14);
    double imports = UsImports.of2024().of(line).from("CH").value();
    double rate = rateOf(line, from) - rateOf(line, until);
    assertEquals(0.24, rate, 1e-12, "39 points on top of nothing, then 15 in all");
    assertEquals(
        imports * 99 / 365 * rate / 1e6,
        millions(UsDelay.ofWaiting("CH", line, from, until).total()),
        1e-6);
  }

  private static double rateOf(String line, LocalDate day) {
    return SectorRates.rate(UsTariffs.book().on(day), HsCode.of(line), "CH")
        .orElseThrow()
        .fraction()
        .doubleValue();
  }

  /** The cost of some days and of the next is that of all, against the same later rates. */
  @Test
  void waiting_adds_up_over_goods() {
    LocalDate until = LocalDate.of(2025, 9, 16);
    LocalDate from = LocalDate.of(2025, 8, 7);
    MoneyRange both = UsDelay.ofWaiting("JP", "8703+8708", from, until).total();
    MoneyRange cars = UsDelay.ofWaiting("JP", "8703", from, until).total();
    MoneyRange parts = UsDelay.ofWaiting("JP", "8708", from, until).total();
    assertEquals(millions(both.lowest()), millions(cars.plus(parts).lowest()), 1e-3);
    assertEquals(millions(both.highest()), millions(cars.plus(parts).highest()), 1e-3);
  }

  /** 90 FR 55964 of 4 December 2025: parts too fell from 1 November, 33 days of them. */
  @Test
  void refunds_are_due_on_any_goods() {
    UsDelay parts =
        UsDelay.ofRefunds("KR", "8708", LocalDate.of(2025, 10, 1), LocalDate.of(2026, 1, 1));
    assertEquals(33, parts.months().stream().mapToLong(UsDelay.Month::days).sum());
    assertTrue(parts.total().lowest().isPositive(), parts.toString());
    assertTrue(
        UsDelay.ofRefunds("KR", "0101+8703", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))
            .months()
            .isEmpty());
  }

  /** Goods by name stand for codes, and digits may be wide. */
  @Test
  void goods_have_names() {
    UsDelay named = UsDelay.ofWaiting("NZ", "beverages", SEPTEMBER, NOVEMBER);
    assertEquals(UsDelay.ofWaiting("NZ", "22", SEPTEMBER, NOVEMBER).total(), named.total());
    assertEquals(
        UsDelay.ofWaiting("KR", "8703", SEPTEMBER, NOVEMBER).total(),
        UsDelay.ofWaiting("KR", "８７０３", SEPTEMBER, NOVEMBER).total());
  }

  @Test
  void what_is_counted_is_told() {
    for (UsDelay.Month each : UsDelay.ofWaiting("CH", "8471+3304", SEPTEMBER, NOVEMBER).months()) {
      assertTrue(each.covers().compareTo(Rate.percent(90)) >= 0, each.covers().toString());
      assertEquals("2024, line by line", each.basis());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 8703, 2025-08-07, 2025-09-16, which is a part of EU here",
    "JP, nonsense, 2025-08-07, 2025-09-16, footwear",
    "JP, 8703, 2025-09-16, 2025-08-07, until must be after from",
    "JP, 8703, 2025-09-16, 2999-08-07, less than ten years",
    "JP, 8703, 2024-09-16, 2025-01-07, of the goods only",
    "CH, 9102, 2025-09-16, 2025-11-14, of the goods only",
    "JP, 0000, 2025-08-07, 2025-09-16, 0000",
    "XX, 8703, 2025-08-07, 2025-09-16, XX",
    "KH, 8703, 2025-08-07, 2025-09-16, partner must be one of"
  })
  void what_is_not_held_is_refused(
      String partner, String goods, LocalDate from, LocalDate until, String why) {
    for (boolean waiting : List.of(true, false)) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> {
                if (waiting) {
                  UsDelay.ofWaiting(partner, goods, from, until);
                } else {
                  UsDelay.ofRefunds(partner, goods, from, until);
                }
              });
      assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }
  }

  private static double millions(MoneyRange money) {
    assertEquals(
        money.lowest().getAmount().doubleValue(), money.highest().getAmount().doubleValue(), 1e6);
    return millions(money.lowest());
  }

  private static double millions(Money money) {
    return money.getAmount().divide(new BigDecimal("1000000")).doubleValue();
  }
}
