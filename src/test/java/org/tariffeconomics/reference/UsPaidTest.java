package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.DealEffect;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * Imports and duties by month. Expected values: US Census Bureau through the public copies that the
 * series name, vintage of October 2026, as the audit of November 2026 read them.
 */
class UsPaidTest {

  @Test
  void a_month_of_a_partner_has_imports_duty_and_the_rate_paid() {
    Paid japan = UsPaid.of("Japan", "2025-10");
    assertEquals(Optional.of(new BigDecimal("11817310559")), japan.imports());
    assertEquals(Optional.of(new BigDecimal("1728030468")), japan.duty());
    assertEquals("14.62%", japan.rate().orElseThrow().toText(2));
    assertEquals("JP", japan.partner());
    assertEquals(LocalDate.of(2026, 10, 6), japan.series().source().day().orElseThrow());
  }

  /** Read as stated: cars paid in the twelve months to August 2026. */
  @Test
  void cars_of_twelve_months() {
    assertEquals(
        "14.57%", UsPaid.of("JP", "cars", "2025-09/2026-08").rate().orElseThrow().toText(2));
    assertEquals(
        "15.50%", UsPaid.of("KR", "cars", "2025-09/2026-08").rate().orElseThrow().toText(2));
    assertEquals(
        "9.79%", UsPaid.of("UK", "cars", "2025-09/2026-08").rate().orElseThrow().toText(2));
  }

  @Test
  void the_world_paid_most_in_october_2025() {
    assertEquals("10.8%", UsPaid.of("WORLD", "2025-10").rate().orElseThrow().toText(1));
    assertEquals("6.9%", UsPaid.of("WORLD", "2026-08").rate().orElseThrow().toText(1));
  }

  @Test
  void no_figure_stands_twice_and_every_series_is_dated_and_cited() {
    Set<String> seen = new HashSet<>();
    for (Paid each : UsPaid.figures()) {
      assertTrue(
          seen.add(each.series().name() + "|" + each.partner() + "|" + each.period()),
          each.toString());
      each.imports().ifPresent(v -> assertTrue(v.signum() >= 0, each.toString()));
      each.duty().ifPresent(v -> assertTrue(v.signum() >= 0, each.toString()));
    }
    for (UsPaid.Series each : UsPaid.series()) {
      assertTrue(each.source().day().isPresent(), each.toString());
      assertTrue(!each.source().citation().isBlank(), each.toString());
    }
  }

  /** The months of a year add up to its sum, and the rate of the sum lies among theirs. */
  @Test
  void months_add_up() {
    for (String partner : List.of("JP", "KR", "CN", "WORLD")) {
      BigDecimal imports = BigDecimal.ZERO;
      Rate least = Rate.percent(100);
      Rate most = Rate.ZERO;
      for (int month = 1; month <= 12; month++) {
        Paid each = UsPaid.of(partner, YearMonth.of(2025, month).toString());
        imports = imports.add(each.imports().orElseThrow());
        least = least.min(each.rate().orElseThrow());
        most = most.max(each.rate().orElseThrow());
      }
      Paid year = UsPaid.of(partner, "2025-01/2025-12");
      assertEquals(Optional.of(imports), year.imports(), partner);
      assertTrue(year.rate().orElseThrow().compareTo(least) >= 0, partner);
      assertTrue(year.rate().orElseThrow().compareTo(most) <= 0, partner);
    }
  }

  /** Two vintages of 2024 differ by little, and two partners' duty by more (the audit). */
  @Test
  void the_sums_of_2024_lie_near_the_first_vintage() {
    for (UsTrade.Partner each : UsTrade.partners()) {
      if (UsPaid.figures().stream()
          .anyMatch(f -> f.series().name().equals("all") && f.partner().equals(each.partner()))) {
        BigDecimal later =
            UsPaid.of(each.partner(), "2024-01/2024-12").imports().orElseThrow().movePointLeft(9);
        BigDecimal change =
            later
                .subtract(each.imports().orElseThrow())
                .divide(each.imports().orElseThrow(), MathContext.DECIMAL64);
        assertTrue(change.abs().compareTo(new BigDecimal("0.011")) < 0, each + " " + change);
      }
    }
  }

  @Test
  void what_is_not_held_is_refused_with_what_is() {
    for (String month : List.of("2023-12", "2026-09", "2030-01")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> UsPaid.of("JP", month)).getMessage();
      assertTrue(message.contains("2024-01 to 2026-08"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> UsPaid.of("Atlantis", "2025-10"));
    assertThrows(IllegalArgumentException.class, () -> UsPaid.of("JP", "2025-13"));
    assertThrows(IllegalArgumentException.class, () -> UsPaid.of("JP", "2026-01/2026-12"));
    assertThrows(IllegalArgumentException.class, () -> UsPaid.of("JP", "2025-12/2025-01"));
  }

  /** Waiting is additive: the cost of some days and of the next ones is that of all. */
  @Property(tries = 12)
  void the_cost_of_waiting_adds_up(@ForAll @IntRange(min = 1, max = 44) int days) {
    LocalDate from = LocalDate.of(2025, 9, 16);
    LocalDate until = LocalDate.of(2025, 11, 1);
    LocalDate middle = from.plusDays(days);
    BigDecimal whole = waiting(from, until);
    // The rate of the last day is the same for both parts only against the same later rate.
    BigDecimal second = waiting(middle, until);
    BigDecimal share =
        BigDecimal.valueOf(46L - days).divide(BigDecimal.valueOf(46), MathContext.DECIMAL64);
    assertEquals(
        whole.multiply(share).doubleValue(), second.doubleValue(), whole.doubleValue() * 1e-9);
  }

  private static BigDecimal waiting(LocalDate from, LocalDate until) {
    return UsDelay.ofWaiting("KR", Sector.CARS, from, until).total().lowest().getAmount();
  }

  /** Once a cut is law at once there is nothing to refund. */
  @Test
  void no_refund_where_the_law_was_known() {
    UsDelay none =
        UsDelay.ofRefunds("KR", Sector.CARS, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
    assertEquals(List.of(), none.months());
    assertEquals(0, none.total().highest().getAmount().signum());
    assertTrue(none.toString().contains("nothing"));
  }

  /** 33 days of Korean cars: 2025-11-01 to 2025-12-03, 90 FR 55964 of 4 December. */
  @Test
  void the_refund_of_a_retroactive_cut_by_month() {
    UsDelay korea =
        UsDelay.ofRefunds("KR", Sector.CARS, LocalDate.of(2025, 10, 1), LocalDate.of(2026, 1, 1));
    assertEquals(List.of(30L, 3L), korea.months().stream().map(UsDelay.Month::days).toList());
    assertEquals(
        List.of("2025-11", "2025-12"),
        korea.months().stream().map(m -> m.month().toString()).toList());
  }

  /** By hand: announced 15, law 13 of all goods, paid 14.62: 2 points are other law. */
  @Test
  void a_mean_of_the_law_explains_a_part_of_the_gap() {
    YearMonth october = YearMonth.of(2025, 10);
    UsRates.Month whole =
        UsRates.of(
                "JP",
                october,
                october,
                (partner, month) ->
                    Optional.of(
                        LawMonth.of(UsRates.LawMean.of(Rate.percent(13), Rate.percent(100)))))
            .months()
            .get(0);
    BigDecimal other = whole.otherLaw().orElseThrow().exact().orElseThrow().points();
    assertEquals(0, other.compareTo(new BigDecimal("0.02")));
    BigDecimal moved = whole.composition().orElseThrow().points();
    assertEquals(
        whole.gap().orElseThrow().subtract(other).subtract(moved).doubleValue(),
        whole.unexplained().orElseThrow().exact().orElseThrow().points().doubleValue(),
        1e-12);
    assertEquals(Optional.empty(), whole.claims());
    assertEquals(Optional.empty(), whole.timing());
    UsRates.LawMean part =
        new UsRates.LawMean(Rate.percent(10), Rate.percent(20), Rate.percent(40));
    assertEquals(0, part.allGoodsAtLeast().compareTo(Rate.percent(4)));
    assertEquals("10.0% to 20.0%", part.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> new UsRates.LawMean(Rate.percent(2), Rate.percent(1), Rate.percent(40)));
    assertThrows(
        IllegalArgumentException.class,
        () -> UsRates.LawMean.of(Rate.percent(2), Rate.percent(101)));
  }

  /** Packed medicines may be patented or not: 100 % at most before the deal's 15 in all. */
  @Test
  void waiting_for_a_cut_of_a_duty_with_bounds_costs_an_amount_with_bounds() {
    UsDelay japan =
        UsDelay.ofWaiting(
            "JP", Sector.PHARMACEUTICALS, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 1));
    assertTrue(!japan.total().isPoint(), japan.toString());
    assertTrue(japan.toString().contains(" to USD "), japan.toString());
    assertTrue(japan.table().toText().contains(" to "), japan.table().toText());
    for (UsDelay.Month each : japan.months()) {
      assertTrue(!each.cost().highest().isLessThan(each.cost().lowest()));
      // The difference is never wider than that of two unrelated rates.
      assertTrue(
          each.paid().minus(each.lower()).contains(each.more().lowest().points())
              && each.paid().minus(each.lower()).contains(each.more().highest().points()),
          each.toString());
    }
  }

  /** A refrigerator may be of steel or not, and the truce with China may lapse all the same. */
  @Test
  void a_step_of_a_duty_with_bounds_has_bounds() {
    UsAhead china =
        UsAhead.of(
            LocalDate.of(2025, 8, 12),
            HsCode.of("8418.10.00.30"),
            List.of(new DeclaredOrigin(Country.of("CN"), DeclaredFacts.none())));
    UsAhead.Step lapse = china.steps().get(0);
    assertEquals(LocalDate.of(2025, 11, 10), lapse.day());
    assertTrue(!lapse.before().isPoint() && !lapse.after().isPoint(), lapse.toString());
    // 24 points come on top of what is no metal, and nothing on what is.
    assertEquals(
        0,
        lapse
            .after()
            .lowest()
            .minus(lapse.before().lowest())
            .points()
            .compareTo(new BigDecimal("0.24")));
    assertTrue(lapse.change().contains(new BigDecimal("0.24")));
    assertTrue(lapse.change().contains(BigDecimal.ZERO));
  }

  /** Line for line below the heading: cars fall from 25 on top to 15 in all, others do not. */
  @Test
  void a_deal_is_worth_a_range_where_duties_have_bounds() {
    var effect =
        DealEffect.of(
            UsDeals.register().deal("JP"),
            UsTariffs.book(),
            HsCode.of("8703"),
            new DeclaredOrigin(Country.of("JP"), DeclaredFacts.none()),
            LocalDate.of(2026, 9, 1));
    assertEquals(Optional.empty(), effect.worth());
    var worth = effect.worthRange().orElseThrow();
    assertEquals(0, worth.lowest().points().signum());
    assertEquals(0, worth.highest().points().compareTo(new BigDecimal("0.125")));
    assertTrue(effect.toString().contains("worth between 0 and 12.5 points"), effect.toString());
  }
}
