package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.refundsDue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;

/**
 * Refunds due on all goods by month. Evidence: 90 FR 55964 of 4 December 2025, which brings Korean
 * cars from 25 to 15 percent from 1 November, own arithmetic on the imports that are held, and the
 * revision of Korea's duty that the agencies published.
 */
class UsRefundsDueTest {

  private static final UsRefundsDue KOREA = UsRefundsDue.of("KR", "2025-10", "2025-12");

  private static double bn(MoneyRange money, boolean least) {
    return (least ? money.lowest() : money.highest()).getAmount().doubleValue() / 1e9;
  }

  @Test
  void the_verb_asks_the_same() {
    assertEquals(KOREA.table().toCsv(), refundsDue("KR", "2025-10", "2025-12").table().toCsv());
  }

  @Test
  void korea_gets_back_what_cars_paid_in_november_and_until_the_notice() {
    List<Long> days = KOREA.months().stream().map(UsRefundsDue.Month::days).toList();
    assertEquals(List.of(30L, 3L), days.subList(1, 3));
    UsImports korea = UsImports.of2024().from("KR");
    double cars = UsImports.of2024().of("8703").from("KR").value() / korea.value();
    double november = UsPaid.of("KR", "2025-11").imports().orElseThrow().doubleValue() / 1e9;
    UsRefundsDue.Month month = KOREA.months().get(1);
    assertEquals("imports of the month", month.basis());
    assertTrue(bn(month.back(), true) >= 0.999 * 0.10 * cars * november, month.toString());
    // Duty fell by 40 % when it was revised: to 0.712 from about 1.187 bn.
    double revised = UsPaid.of("KR", "2025-11").duty().orElseThrow().doubleValue() / 1e9;
    double fall = revised / 0.6 - revised;
    assertTrue(bn(month.back(), false) > 0.6 * fall, month + " against " + fall);
    assertTrue(bn(month.back(), true) < 1.4 * fall, month + " against " + fall);
  }

  @Test
  void months_add_up_and_nothing_is_netted() {
    MoneyRange sum =
        KOREA.months().stream()
            .map(UsRefundsDue.Month::back)
            .reduce(MoneyRange::plus)
            .orElseThrow();
    assertEquals(sum, KOREA.back());
    for (UsRefundsDue.Month each : KOREA.months()) {
      assertTrue(each.back().lowest().getAmount().signum() >= 0);
      assertTrue(each.owed().lowest().getAmount().signum() >= 0);
      assertTrue(each.imports().compareTo(BigDecimal.ZERO) > 0);
      assertTrue(each.covers().fraction().doubleValue() > 0.95, each.covers().toString());
    }
    assertTrue(KOREA.table().toText().contains("-40%"), KOREA.table().toText());
  }

  @Test
  void what_is_out_of_reach_is_refused_with_what_there_is() {
    assertSays("such as 2025-10", "KR", "November", "2025-12");
    assertSays("2025-01", "KR", "2024-11", "2025-12");
    assertSays("have the two months changed places?", "KR", "2025-11", "2025-10");
    assertSays("at most ten years", "KR", "2025-01", "2036-01");
    assertSays("BD", "MM", "2025-10", "2025-11");
  }

  private static void assertSays(String words, String partner, String first, String last) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> UsRefundsDue.of(partner, first, last))
            .getMessage();
    assertTrue(message.contains(words), message);
  }
}
