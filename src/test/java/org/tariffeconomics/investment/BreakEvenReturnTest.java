package org.tariffeconomics.investment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Rate;

/**
 * An investor who gets nothing after recoupment and discounts at the interest breaks even at it.
 */
class BreakEvenReturnTest {

  private static Waterfall nothingAfter(String share, Rate interest) {
    return Waterfall.twoStage(
        Split.toInvestor(new BigDecimal(share)), interest, Split.toInvestor(BigDecimal.ZERO));
  }

  /** 1 / (s a(r, n)); from the differential test of November 2026, 40 digits in Python. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 1",
    "0.5, 5, 10, 0.2590091499309134",
    "0.7, 0, 2, 0.7142857142857143",
    "1, 10, 5, 0.2637974807947454"
  })
  void from_the_first_return_that_recoups(String share, String rate, int years, double right) {
    Rate interest = Rate.percent(rate);
    assertEquals(
        right,
        value(BreakEvenReturn.of(nothingAfter(share, interest), years, interest)),
        1e-12 * right);
  }

  @Property(tries = 30)
  void the_annuity_that_recoups_is_the_answer_for_any_terms(
      @ForAll @IntRange(min = 1, max = 20) int twentieths,
      @ForAll @IntRange(min = 0, max = 2_500) int basisPoints,
      @ForAll @IntRange(min = 1, max = 30) int years) {
    Rate interest = Rate.percent(BigDecimal.valueOf(basisPoints).movePointLeft(2));
    double share = twentieths / 20.0;
    double right = 1 / (share * Annuity.factor(interest, years).doubleValue());
    BreakEvenReturn found =
        BreakEvenReturn.of(nothingAfter(Double.toString(share), interest), years, interest);
    assertEquals(right, value(found), 1e-12 * right);
  }

  /**
   * A share afterwards only helps beyond recoupment, and one more dear investor finds no return.
   */
  @Property(tries = 30)
  void a_share_afterwards_changes_nothing_at_the_interest_and_none_never_suffices_above_it(
      @ForAll @IntRange(min = 1, max = 2_000) int basisPoints,
      @ForAll @IntRange(min = 1, max = 20) int years) {
    Rate interest = Rate.percent(BigDecimal.valueOf(basisPoints).movePointLeft(2));
    Split half = Split.percent("50", "50");
    Waterfall some = Waterfall.twoStage(half, interest, Split.percent("10", "90"));
    double right = 2 / Annuity.factor(interest, years).doubleValue();
    assertEquals(right, value(BreakEvenReturn.of(some, years, interest)), 1e-12 * right);
    Rate dearer = Rate.fraction(interest.fraction().add(new BigDecimal("0.001")));
    assertTrue(BreakEvenReturn.of(nothingAfter("0.5", interest), years, dearer).value().isEmpty());
  }

  private static double value(BreakEvenReturn found) {
    return found.value().orElseThrow().fraction().doubleValue();
  }
}
