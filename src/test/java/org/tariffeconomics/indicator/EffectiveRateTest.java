package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand. */
class EffectiveRateTest {

  private static final List<String> PARTNERS = List.of("cn", "mx");

  private static EffectiveRate law(double cn, double mx, double rateCn, double rateMx) {
    return EffectiveRate.statutory(PARTNERS, new double[] {cn, mx}, new double[] {rateCn, rateMx});
  }

  private static EffectiveRate customs(double cn, double mx, double dutyCn, double dutyMx) {
    return EffectiveRate.collected(PARTNERS, new double[] {cn, mx}, new double[] {dutyCn, dutyMx});
  }

  @Test
  void the_rate_says_whether_it_is_of_the_law_or_of_the_till() {
    assertEquals(0.11, law(40, 60, 0.2, 0.05).average().orElseThrow(), 1e-15);
    assertEquals(0.07, customs(40, 60, 6, 1).average().orElseThrow(), 1e-15);
    assertEquals("Effective rate 11.00% (statutory), 2 items", law(40, 60, 0.2, 0.05).toString());
    assertEquals("Effective rate 7.00% (collected), 2 items", customs(40, 60, 6, 1).toString());
  }

  @Test
  void the_gap_between_law_and_till_is_shared_out_by_item() {
    CollectionGap gap = CollectionGap.between(law(40, 60, 0.2, 0.05), customs(40, 60, 6, 1));
    assertEquals(0.04, gap.gap(), 1e-15);
    assertEquals(0.4 * 0.05, gap.items().get(0).contribution(), 1e-15);
    assertEquals(4, gap.table().number(2, "gap contribution").doubleValue(), 1e-12);
    assertEquals("statutory 11.00%, collected 7.00%, gap +4.00 pp", gap.toString());
  }

  @Test
  void imports_that_moved_away_from_the_higher_duty_lower_the_rate() {
    EffectiveRateChange change =
        EffectiveRateChange.between(law(40, 60, 0.2, 0), law(20, 80, 0.4, 0));
    assertEquals(0, change.change(), 1e-15);
    assertEquals(0.3 * 0.2, change.rateEffect(), 1e-15);
    assertEquals(0.3 * -0.2, change.compositionEffect(), 1e-15);
    assertEquals("8.00% to 8.00%: rates +6.00 pp, composition -6.00 pp", change.toString());
  }

  @Test
  void a_partner_that_appears_is_composition_and_not_a_rate() {
    EffectiveRateChange change =
        EffectiveRateChange.between(customs(100, 0, 10, 0), customs(50, 50, 5, 20));
    assertEquals(0.15, change.change(), 1e-15);
    assertEquals(0, change.rateEffect(), 1e-15);
    assertEquals(0.15, change.compositionEffect(), 1e-15);
  }

  @Test
  void a_partner_without_imports_has_no_collected_rate() {
    EffectiveRate rate = customs(100, 0, 10, 0);
    assertFalse(rate.rate(1).isPresent());
    assertEquals(0.1, rate.average().orElseThrow(), 1e-15);
    assertEquals("unknown", rate.table().cell(1, "rate").text());
    assertFalse(customs(0, 0, 0, 0).average().isPresent());
    assertEquals("Effective rate unknown (collected), 2 items", customs(0, 0, 0, 0).toString());
    assertThrows(IllegalArgumentException.class, () -> customs(100, 0, 10, 1));
  }

  @Test
  void only_like_is_compared_with_like() {
    EffectiveRate law = law(40, 60, 0.2, 0.05);
    EffectiveRate till = customs(40, 60, 6, 1);
    EffectiveRate other =
        EffectiveRate.statutory(List.of("cn"), new double[] {1}, new double[] {0.1});
    assertThrows(IllegalArgumentException.class, () -> EffectiveRateChange.between(law, till));
    assertThrows(IllegalArgumentException.class, () -> EffectiveRateChange.between(law, other));
    assertThrows(
        IllegalArgumentException.class,
        () -> EffectiveRateChange.between(law, law(0, 0, 0.1, 0.1)));
    assertThrows(IllegalArgumentException.class, () -> CollectionGap.between(till, law));
    assertThrows(IllegalArgumentException.class, () -> CollectionGap.between(other, till));
    assertThrows(
        IllegalArgumentException.class, () -> CollectionGap.between(law, customs(41, 60, 6, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> EffectiveRate.statutory(List.of("a"), new double[2], new double[2]));
  }
}
