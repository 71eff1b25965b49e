package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReciprocalFormulaTest {

  private static final ReciprocalFormula APRIL = ReciprocalFormula.usApril2025();

  /** USTR's 2024 figures in billions of dollars, and the annex of 2 April 2025. */
  @Test
  void the_announced_rates_of_japan_and_the_european_union() {
    ReciprocalRate japan = APRIL.rate(79.7, 148.2);
    assertEquals(68.5 / 148.2, japan.raw(), 1e-15);
    assertEquals(0.24, japan.announced(), 0);
    assertEquals(0.20, APRIL.rate(370.2, 605.8).announced(), 0);
    assertEquals("announced 24.0% (raw 46.22%)", japan.toString());
  }

  @Test
  void a_surplus_gets_the_floor() {
    ReciprocalRate britain = APRIL.rate(79.9, 68.1);
    assertTrue(britain.raw() < 0);
    assertEquals(0.10, britain.announced(), 0);
  }

  @Test
  void a_whole_percent_is_not_rounded_up() {
    // (100 - 32)/100 halved is 34 percent exactly; in binary it is a little more.
    assertEquals(0.34, APRIL.rate(32, 100).announced(), 0);
    assertEquals(0.34, APRIL.ofRawRate(0.68).announced(), 0);
    assertEquals(0.35, APRIL.ofRawRate(0.6801).announced(), 0);
  }

  @Test
  void every_parameter_can_be_moved() {
    // Pass-through of 0.945 in place of 0.25 cuts the raw rate by 3.78.
    assertEquals(
        APRIL.rate(79.7, 148.2).raw() / 3.78, APRIL.withPhi(0.945).rate(79.7, 148.2).raw(), 1e-15);
    assertEquals(2 * 0.3, APRIL.withEpsilon(2).rate(70, 100).raw(), 1e-15);
    assertEquals(0, APRIL.withFloor(0).rate(100, 100).announced(), 0);
    assertEquals(0.3, APRIL.withDiscount(1).rate(70, 100).announced(), 0);
    assertEquals(
        0.225, APRIL.withRounding(0.025, RoundingMode.HALF_UP).ofRawRate(0.46).announced(), 1e-15);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertEquals(
        "imports must be finite and positive, but was 0.0",
        assertThrows(IllegalArgumentException.class, () -> APRIL.rate(1, 0)).getMessage());
    assertEquals(
        "epsilon must be finite and positive, but was -4.0",
        assertThrows(IllegalArgumentException.class, () -> APRIL.withEpsilon(-4)).getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> APRIL.withRounding(0.01, RoundingMode.UNNECESSARY));
  }

  @Test
  void the_raw_rate_closes_the_deficit_only_under_its_own_assumption() {
    TradeBalanceCheck check = TradeBalanceCheck.of(70, 100, 0.3);
    assertEquals(0, check.linear(4, 0.25).balanceAfter(), 1e-12);
    // Constant elasticity 2 at full pass-through: imports 100/1.69.
    BalanceOutcome full = check.constantElasticity(2, 1);
    assertEquals(70 - 100 / 1.69, full.balanceAfter(), 1e-12);
    // Half of it absorbed: quantity 1.3^-1, price 1.3^-0.5.
    assertEquals(100 * Math.pow(1.3, -1.5), check.constantElasticity(2, 0.5).importsAfter(), 1e-12);
    assertEquals(-30, full.balanceBefore(), 0);
    assertEquals(1 / 1.69 - 1, full.importChange(), 1e-15);
  }

  @Test
  void a_partner_among_others_loses_by_its_share() {
    // Share 1/2, σ 2, η -1, p = 1.25: quantity 6.4/9 as in the market's own test.
    BalanceOutcome outcome = TradeBalanceCheck.of(50, 90, 0.25).armington(0.5, 2, -1, 1);
    assertEquals(64, outcome.importsAfter(), 1e-12);
  }

  @Test
  void the_tariff_that_would_really_close_the_deficit() {
    TradeBalanceCheck check = TradeBalanceCheck.of(64, 100, 0.18);
    // Full pass-through, elasticity 2: (1+t)^-2 = 0.64.
    assertEquals(0.25, check.closingTariff(2, 1).getAsDouble(), 1e-14);
    assertEquals(
        0, TradeBalanceCheck.of(64, 100, 0.25).constantElasticity(2, 1).balanceAfter(), 1e-12);
    assertFalse(TradeBalanceCheck.of(0, 100, 0.1).closingTariff(2, 1).isPresent());
    assertFalse(TradeBalanceCheck.of(110, 100, 0.1).closingTariff(2, 1).isPresent());
  }

  @Test
  void outcomes_stand_side_by_side() {
    TradeBalanceCheck check = TradeBalanceCheck.of(70, 100, 0.3);
    var table = check.table(List.of(check.linear(4, 0.25), check.constantElasticity(2, 1)));
    assertEquals("100.0%", table.cell(0, "deficit closed").text());
    assertEquals(
        "no deficit",
        check
            .table(List.of(TradeBalanceCheck.of(2, 1, 0.1).linear(4, 0.25)))
            .cell(0, "deficit closed")
            .text());
  }

  @Property
  void the_announced_rate_is_a_step_at_or_above_half_the_raw_rate(
      @ForAll @DoubleRange(min = 0, max = 1000) double exports,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double imports) {
    ReciprocalRate rate = APRIL.rate(exports, imports);
    assertTrue(rate.announced() >= 0.10);
    assertTrue(rate.announced() >= rate.discounted() - 1e-15);
    assertTrue(rate.announced() <= Math.max(0.10, rate.discounted() + 0.01));
    assertEquals(Math.rint(100 * rate.announced()), 100 * rate.announced(), 1e-10);
  }

  @Property
  void no_whole_percent_is_ever_rounded_up(@ForAll @IntRange(min = 10, max = 50) int percent) {
    assertEquals(percent / 100.0, APRIL.ofRawRate(percent / 50.0).announced(), 1e-15);
  }

  /** Raw 16/15 times 0.75 is 80 percent exactly; the others likewise, by exact fractions. */
  @Test
  void a_whole_percent_is_not_rounded_up_whatever_the_parameters() {
    ReciprocalFormula formula = APRIL.withEpsilon(3);
    assertEquals(0.80, formula.withDiscount(0.75).rate(1, 5).announced());
    assertEquals(0.64, formula.withDiscount(0.6).rate(1, 5).announced());
    assertEquals(0.02, APRIL.withDiscount(0.14).withFloor(0).rate(6, 7).announced());
  }

  /** The ceiling in whole numbers: ε and the discount in hundredths, φ one quarter. */
  @Property
  void the_rate_is_the_ceiling_of_an_exact_fraction(
      @ForAll @IntRange(min = 1, max = 900) int epsilon,
      @ForAll @IntRange(min = 1, max = 200) int discount,
      @ForAll @IntRange(min = 0, max = 300) int exports,
      @ForAll @IntRange(min = 1, max = 300) int imports) {
    long numerator = 400L * discount * Math.max(0, imports - exports);
    long denominator = (long) epsilon * imports;
    long percents = (numerator + denominator - 1) / denominator;
    ReciprocalRate rate =
        APRIL
            .withEpsilon(epsilon / 100.0)
            .withDiscount(discount / 100.0)
            .withFloor(0)
            .rate(exports, imports);
    assertEquals((double) percents, Math.rint(100 * rate.announced()));
  }

  @Test
  void a_surplus_is_named_since_it_may_be_swapped_arguments() {
    ReciprocalRate swapped = APRIL.rate(148.209, 79.741);
    assertTrue(swapped.isSurplus());
    assertEquals(
        "announced 10.0% (raw -85.86%, a surplus: exports exceed imports)", swapped.toString());
    assertTrue(
        swapped.table().caption().contains("a surplus: exports exceed imports: the floor applies"));
    assertFalse(APRIL.rate(79.741, 148.209).isSurplus());
  }
}
