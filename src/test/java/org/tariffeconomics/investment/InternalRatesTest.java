package org.tariffeconomics.investment;

import static org.joda.money.CurrencyUnit.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.investment.InternalRates.Outcome.SEVERAL;
import static org.tariffeconomics.investment.InternalRates.Outcome.TOO_CLOSE;
import static org.tariffeconomics.investment.InternalRates.Outcome.UNIQUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Internal rates at any scale, and roots so close that double precision cannot tell them apart. The
 * single cases and their right values are those of the differential test of November 2026 (40 to 60
 * digits in Python); series with known roots are products of (1 − (1 + r) v).
 */
class InternalRatesTest {

  private static List<Double> rates(InternalRates found) {
    return found.rates().stream().map(rate -> rate.fraction().doubleValue()).toList();
  }

  @Test
  void tiny_amounts_have_the_rates_of_large_ones() {
    InternalRates one = CashFlows.of(USD, "-1e-15", "1.1e-15").irr();
    assertEquals(UNIQUE, one.outcome());
    assertEquals(0.1, rates(one).get(0), 1e-14);
    assertEquals(1, rates(CashFlows.of(USD, "-1e-15", "2e-15").irr()).get(0), 1e-14);
    assertEquals(1, rates(CashFlows.of(USD, "-1e-20", "2e-20").irr()).get(0), 1e-14);
    InternalRates two = CashFlows.of(USD, "1e-13", "-2.3e-13", "1.32e-13").irr();
    assertEquals(SEVERAL, two.outcome());
    assertEquals(0.1, rates(two).get(0), 1e-13);
    assertEquals(0.2, rates(two).get(1), 1e-13);
  }

  @Property(tries = 100)
  void the_scale_and_the_sign_of_the_amounts_do_not_matter(
      @ForAll @IntRange(min = -300, max = 300) int power,
      @ForAll @IntRange(min = 1, max = 400) int percent) {
    List<BigDecimal> amounts =
        List.of(
            BigDecimal.valueOf(-100).scaleByPowerOfTen(power),
            BigDecimal.ZERO,
            BigDecimal.valueOf(percent).scaleByPowerOfTen(power));
    InternalRates found = CashFlows.of(USD, amounts).irr();
    assertEquals(UNIQUE, found.outcome());
    assertEquals(Math.sqrt(percent / 100.0) - 1, rates(found).get(0), 4e-15 * 10);
    assertEquals(found.rates(), CashFlows.of(USD, amounts).negated().irr().rates());
  }

  /** Amounts that are far apart in size: 1e-200 now against 1.1e200, 1e-200 against none. */
  @Test
  void amounts_far_apart_in_size_are_not_dropped() {
    InternalRates found = CashFlows.of(USD, "-1e-30", "1.1e-30", "-1e20", "1.2e20").irr();
    assertEquals(3, found.signChanges());
    assertEquals(0.2, rates(found).get(0), 1e-14);
  }

  /** Flows on successive days with roots of 0 % and 20 % a year: about nine digits hold. */
  @Test
  void roots_close_in_time_are_named_with_the_digits_that_hold() {
    LocalDate day = LocalDate.parse("2025-01-01");
    List<DatedCashFlow> flows = new ArrayList<>();
    for (BigDecimal amount : product(new double[] {1, Math.pow(1.2, 1.0 / 365)})) {
      flows.add(new DatedCashFlow(day, BigMoney.of(USD, amount.multiply(new BigDecimal("1e6")))));
      day = day.plusDays(1);
    }
    InternalRates found = DatedCashFlows.of(flows).irr(DayCount.ACT_365);
    assertEquals(SEVERAL, found.outcome());
    for (int i = 0; i < 2; i++) {
      BigDecimal rate = found.rates().get(i).fraction();
      int scale = Math.max(rate.scale(), 0);
      assertTrue(scale <= 12, rate::toString);
      assertEquals(0.2 * i, rate.doubleValue(), 3 * Math.pow(10, -Math.min(scale, 9)));
    }
  }

  /** Seven roots from 2 % to 200 % on flows 30 days apart: double precision sees only rounding. */
  @Test
  void a_cluster_of_roots_is_refused_and_not_named_wrongly() {
    double[] powers = {1.02, 1.1, 1.2, 1.4, 1.7, 2.2, 3};
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(powers[i], 30.0 / 365);
    }
    LocalDate day = LocalDate.parse("2025-01-01");
    List<DatedCashFlow> flows = new ArrayList<>();
    for (BigDecimal amount : product(powers)) {
      flows.add(new DatedCashFlow(day, BigMoney.of(USD, amount.movePointRight(6))));
      day = day.plusDays(30);
    }
    InternalRates found = DatedCashFlows.of(flows).irr(DayCount.ACT_365);
    assertEquals(TOO_CLOSE, found.outcome());
    assertEquals(List.of(), found.rates());
    assertTrue(found.toString().contains("too close"), found.toString());
    assertEquals("unknown", found.table().cell(0, "rate").text());
  }

  /** Whatever is named, each rate is one: the nearest true root is within its last digit. */
  @Property(tries = 200)
  void every_rate_named_is_near_a_true_root(
      @ForAll @IntRange(min = 1, max = 6) int roots,
      @ForAll @IntRange(min = 1, max = 60) int gap,
      @ForAll @IntRange(min = 0, max = 50) int first) {
    double[] powers = new double[roots];
    for (int i = 0; i < roots; i++) {
      powers[i] = 1 + (first + i * gap) / 1000.0;
    }
    InternalRates found = CashFlows.of(USD, product(powers)).irr();
    if (found.outcome() == TOO_CLOSE) {
      assertTrue(roots > 1);
      return;
    }
    assertEquals(roots, found.rates().size());
    for (int i = 0; i < roots; i++) {
      BigDecimal rate = found.rates().get(i).fraction();
      assertEquals(powers[i] - 1, rate.doubleValue(), 1e-5);
    }
  }

  /** The coefficients of Π (1 − p v), exact. */
  private static List<BigDecimal> product(double[] powers) {
    List<BigDecimal> product = new ArrayList<>(List.of(BigDecimal.ONE));
    for (double power : powers) {
      product.add(BigDecimal.ZERO);
      for (int k = product.size() - 1; k > 0; k--) {
        BigDecimal step = product.get(k - 1).multiply(new BigDecimal(power));
        product.set(k, product.get(k).subtract(step));
      }
    }
    return product;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1E-999999999", "1e99999", "1E-30000", "one", "", "0x1p3", "NaN"})
  void numbers_beyond_all_money_are_refused_at_once(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> CashFlows.of(USD, "-1", text))
            .getMessage();
    assertTrue(message.length() < 200, message);
    assertThrows(
        IllegalArgumentException.class,
        () -> CashFlows.of(USD, List.of(BigDecimal.ONE, new BigDecimal("1e999999999"))));
    String digits = "9".repeat(1_000_000);
    assertThrows(IllegalArgumentException.class, () -> CashFlows.of(USD, digits));
  }
}
