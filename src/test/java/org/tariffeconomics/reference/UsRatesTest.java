package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.reference.UsRates.LawMean;
import org.tariffeconomics.reference.UsRates.Month;
import org.tariffeconomics.tariff.DutyStack;

/**
 * Announced, statutory and paid side by side. Expected values: the duty of each line asked for on
 * its own, and own arithmetic.
 */
class UsRatesTest {

  private static final YearMonth OCTOBER = YearMonth.of(2025, 10);

  private static Month month(String partner, YearMonth month) {
    return UsRates.of(partner, month, month).months().get(0);
  }

  /** The law of Sri Lanka did not change in October 2025, and it claims no agreement. */
  @Test
  void the_mean_of_the_law_is_that_of_each_line_asked_for_on_its_own() {
    LawMean mean = month("LK", OCTOBER).law().orElseThrow().mean();
    double lowest = 0;
    double highest = 0;
    double value = 0;
    double without = 0;
    for (Flow flow : UsImports.of2024().from("LK").flows()) {
      DutyStack stack =
          UsTariffs.book()
              .on(LocalDate.of(2025, 10, 15))
              .stack(flow.line(), flow.origin(), DeclaredFacts.none());
      Optional<RateRange> range = stack.range();
      if (range.isPresent()) {
        value += flow.value();
        lowest += flow.value() * range.get().lowest().fraction().doubleValue();
        highest += flow.value() * range.get().highest().fraction().doubleValue();
      } else {
        without += flow.value();
      }
    }
    // Duties by quantity have no rate of their own: they are 2 % of the trade at most.
    assertTrue(without < 0.02 * value, "without a rate: " + without / value);
    assertEquals(lowest / value, mean.lowest().fraction().doubleValue(), 0.005);
    assertEquals(highest / value, mean.highest().fraction().doubleValue(), 0.005);
    assertTrue(mean.covers().compareTo(Rate.percent(99)) > 0, mean.covers().toString());
  }

  /** The gap is the sum of its parts at either end of what is open. */
  @Test
  void the_parts_add_up_to_the_gap() {
    Month korea = month("KR", YearMonth.of(2025, 8));
    LawMonth law = korea.law().orElseThrow();
    LawMonth.Around around = law.around().orElseThrow();
    BigDecimal announced = korea.announced().orElseThrow().fraction();
    BigDecimal moved = korea.composition().orElseThrow().points();
    for (boolean cheap : List.of(true, false)) {
      BigDecimal sum =
          announced
              .subtract(end(around.lastDay(), cheap))
              .add(end(around.lastDay(), cheap))
              .subtract(end(around.nothingClaimed(), cheap))
              .add(end(around.nothingClaimed(), cheap))
              .subtract(end(law.mean(), cheap))
              .add(moved)
              .add(end(law.mean(), cheap))
              .subtract(korea.paid().orElseThrow().fraction())
              .subtract(moved);
      assertEquals(0, korea.gap().orElseThrow().compareTo(sum));
    }
    assertHolds(korea.claims(), around.nothingClaimed(), law.mean());
    assertHolds(korea.timing(), around.lastDay(), around.nothingClaimed());
    assertTrue(korea.otherLaw().orElseThrow().contains(announced.subtract(end(law.board(), true))));
    assertEquals(Composition.BY_GROUP, korea.composition().orElseThrow().basis());
    // From 7 August 15 points came on top of most goods: the last day lies above the month.
    assertTrue(korea.timing().orElseThrow().lowest().points().signum() > 0);
    // KORUS takes off ordinary duties.
    assertTrue(korea.claims().orElseThrow().lowest().points().signum() > 0);
  }

  private static BigDecimal end(LawMean mean, boolean lowest) {
    return (lowest ? mean.lowest() : mean.highest()).fraction();
  }

  private static void assertHolds(Optional<GapRange> part, LawMean one, LawMean other) {
    for (boolean lowest : List.of(true, false)) {
      assertTrue(part.orElseThrow().contains(end(one, lowest).subtract(end(other, lowest))));
    }
  }

  /** Claims under the USMCA are those of the month where they are held, and rose since 2024. */
  @Test
  void canada_claims_more_than_in_2024() {
    Month canada = month("CA", OCTOBER);
    assertTrue(canada.claims().orElseThrow().lowest().points().doubleValue() > 0.10);
    assertTrue(
        canada.law().orElseThrow().furtherClaims().orElseThrow().lowest().points().signum() > 0);
    assertEquals(Composition.BY_LINE, canada.composition().orElseThrow().basis());
    // What was paid lies between every claim and none.
    LawMonth.Around around = canada.law().orElseThrow().around().orElseThrow();
    BigDecimal paid = canada.paid().orElseThrow().fraction();
    assertTrue(end(around.allClaimed(), true).compareTo(paid) < 0);
    assertTrue(end(around.nothingClaimed(), false).compareTo(paid) > 0);
  }

  /** Imports of Myanmar are held by sector only, which says nothing of all its goods. */
  @Test
  void a_mean_of_few_goods_explains_nothing() {
    Month myanmar = month("MM", OCTOBER);
    assertTrue(myanmar.law().orElseThrow().mean().covers().compareTo(Rate.percent(50)) < 0);
    assertEquals(Optional.empty(), myanmar.otherLaw());
    assertEquals(Optional.empty(), myanmar.claims());
    assertEquals(
        0,
        myanmar
            .gap()
            .orElseThrow()
            .compareTo(myanmar.unexplained().orElseThrow().exact().orElseThrow().points()));
  }

  /** Korea's November 2025 fell by 40 % after the notice of December (the audit of the facts). */
  @Test
  void a_month_that_was_revised_says_so() {
    UsRates korea = UsRates.of("KR", YearMonth.of(2025, 11), YearMonth.of(2025, 11));
    assertEquals("-40%", korea.months().get(0).revision().orElseThrow().change());
    assertTrue(korea.table().toText().contains("published on 4"), korea.table().toText());
    // The first vintage's duty of two industries alone was above the later one's of all goods.
    BigDecimal first =
        UsPaid.of("KR", "transport equipment", "2025-11")
            .duty()
            .orElseThrow()
            .add(UsPaid.of("KR", "primary metals", "2025-11").duty().orElseThrow());
    assertTrue(first.compareTo(UsPaid.of("KR", "2025-11").duty().orElseThrow()) > 0, "" + first);
    assertEquals(
        List.of("KR", "CA"), PaidRevision.all().stream().map(PaidRevision::partner).toList());
    PaidRevision.all().forEach(r -> assertTrue(r.source().day().isPresent()));
  }

  @Test
  void months_out_of_reach_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> UsRates.of("KR", OCTOBER, OCTOBER.minusMonths(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> UsRates.of("KR", OCTOBER, YearMonth.of(999_999_999, 1)));
  }
}
