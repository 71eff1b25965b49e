package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AttributionTest {

  /** Two factors: Shapley gives each its change at the average of the other (Shorrocks 2013). */
  @Test
  void two_factors_are_each_valued_at_the_average_of_the_other() {
    Attribution a =
        Attribution.shapleyOfProduct(
            List.of(
                FactorChange.of("price, USD", 30_000, 27_000),
                FactorChange.ofTariff("tariff", 0.275, 0.15)));
    assertEquals(-3_000 * (1.275 + 1.15) / 2, a.part("price, USD"), 1e-9);
    assertEquals(-0.125 * (30_000 + 27_000) / 2, a.part("tariff"), 1e-9);
    assertEquals(27_000 * 1.15 - 30_000 * 1.275, a.change(), 1e-9);
  }

  /** Hand count of f = x·y + z: z alone adds its own change, x and y share theirs. */
  @Test
  void a_general_model_is_split_by_its_marginal_contributions() {
    Attribution a =
        Attribution.shapley(
            List.of(
                FactorChange.of("x", 1, 2),
                FactorChange.of("y", 3, 5),
                FactorChange.of("z", 10, 4)),
            f -> f[0] * f[1] + f[2]);
    assertArrayEquals(new double[] {4, 3, -6}, a.parts(), 1e-12);
    assertEquals(13, a.before());
    assertEquals(14, a.after());
    assertTrue(a.logPoints().isEmpty());
  }

  @Test
  void a_factor_that_comes_from_zero_takes_the_whole_change_under_lmdi() {
    Attribution a =
        Attribution.lmdiOfProduct(
            List.of(FactorChange.of("volume", 0, 5), FactorChange.of("price", 2, 3)));
    assertArrayEquals(new double[] {15, 0}, a.parts(), 0);
    assertTrue(a.logPoints().isEmpty());
  }

  /** The limit of the same decomposition with a small number in place of zero. */
  @Test
  void the_zero_limit_is_what_small_numbers_tend_to() {
    double[] small = new double[2];
    for (double zero : new double[] {1e-100, 1e-300}) {
      small =
          Attribution.lmdiOfProduct(
                  List.of(FactorChange.of("a", zero, 5), FactorChange.of("b", 2, 3)))
              .parts();
    }
    assertEquals(15, small[0], 0.05);
    assertEquals(0, small[1], 0.05);
  }

  @Test
  void a_factor_that_falls_to_zero_takes_the_whole_fall_and_two_share_it() {
    assertArrayEquals(
        new double[] {0, -6},
        Attribution.lmdiOfProduct(List.of(FactorChange.of("a", 2, 9), FactorChange.of("b", 3, 0)))
            .parts(),
        0);
    assertArrayEquals(
        new double[] {3, 3},
        Attribution.lmdiOfProduct(List.of(FactorChange.of("a", 0, 2), FactorChange.of("b", 0, 3)))
            .parts(),
        0);
  }

  @Test
  void a_product_that_is_zero_on_both_sides_changes_nothing() {
    assertArrayEquals(
        new double[] {0, 0},
        Attribution.lmdiOfProduct(List.of(FactorChange.of("a", 0, 2), FactorChange.of("b", 3, 0)))
            .parts(),
        0);
  }

  @Test
  void no_change_gives_parts_of_zero_and_a_table_without_shares() {
    Attribution a = Attribution.lmdiOfProduct(List.of(FactorChange.of("a", 2, 2)));
    assertArrayEquals(new double[] {0}, a.parts(), 0);
    assertEquals("", a.table().cell(0, "share of change").text());
  }

  @Test
  void the_table_ends_with_the_total() {
    Attribution a =
        Attribution.shapleyOfProduct(
            List.of(FactorChange.of("cost", 10, 12), FactorChange.of("fx", 2, 2)));
    assertEquals("Total", a.table().cell(2, "factor").text());
    assertEquals(0, new BigDecimal("4").compareTo(a.table().number(2, "part")));
    assertEquals("Shapley of +4.0000 over 2 factors", a.toString());
  }

  @Test
  void wrong_factors_are_refused_by_name() {
    FactorChange a = FactorChange.of("a", 1, 2);
    assertEquals(
        "names of factors must differ, but 'a' comes twice",
        assertThrows(
                IllegalArgumentException.class, () -> Attribution.shapleyOfProduct(List.of(a, a)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Attribution.shapleyOfProduct(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Attribution.lmdiOfProduct(List.of(FactorChange.of("a", -1, 2))));
    assertThrows(IllegalArgumentException.class, () -> FactorChange.of("a", Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> FactorChange.ofTariff("t", -1, 0));
    List<FactorChange> thirteen = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      thirteen.add(FactorChange.of("f" + i, 1, 2));
    }
    assertThrows(IllegalArgumentException.class, () -> Attribution.shapley(thirteen, x -> x[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Attribution.shapley(List.of(a), x -> 1 / 0.0));
    assertThrows(
        IllegalArgumentException.class, () -> Attribution.shapleyOfProduct(List.of(a)).part("b"));
  }

  /** L(a, b) = (b − a)/ln(b/a) with 50 digits: near one, far off and in between. */
  @Test
  void the_logarithmic_mean_keeps_its_digits_near_and_far() {
    assertEquals(
        1.0000000000005,
        LogMeanDivisia.logarithmicMean(1, 1.000000000001, Math.log1p(1e-12)),
        1e-15);
    assertEquals(1.4426950408889634, LogMeanDivisia.logarithmicMean(1, 2, Math.log(2)), 1e-15);
    assertEquals(
        0.021714724095162588, LogMeanDivisia.logarithmicMean(1, 1e-20, Math.log(1e-20)), 1e-17);
    assertEquals(3, LogMeanDivisia.logarithmicMean(3, 3, 0), 0);
  }

  @Test
  void an_attribution_tells_method_factors_and_log_points() {
    List<FactorChange> factors = List.of(FactorChange.of("a", 2, 4), FactorChange.of("b", 3, 1.5));
    Attribution a = Attribution.lmdiOfProduct(factors);
    assertEquals("LMDI", a.method());
    assertEquals(factors, a.factors());
    assertArrayEquals(new double[] {Math.log(2), -Math.log(2)}, a.logPoints().orElseThrow(), 1e-15);
    assertTrue(
        Attribution.shapleyOfProduct(List.of(FactorChange.of("a", -2, 4))).logPoints().isEmpty());
  }

  @Test
  void twelve_factors_are_still_answered_exactly() {
    List<FactorChange> twelve = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      twelve.add(FactorChange.of("f" + i, 1, 1 + i));
    }
    Attribution sum = Attribution.shapley(twelve, x -> DoubleStream.of(x).map(v -> 2 * v).sum());
    for (int i = 0; i < 12; i++) {
      assertEquals(2 * i, sum.parts()[i], 1e-12);
    }
  }

  /** The parts by symmetry: both factors change alike. */
  @Test
  void a_product_that_leaves_the_range_of_double_keeps_its_parts() {
    Attribution falling =
        Attribution.lmdiOfProduct(
            List.of(FactorChange.of("a", 1, 1e-200), FactorChange.of("b", 1, 1e-200)));
    assertArrayEquals(new double[] {-0.5, -0.5}, falling.parts(), 1e-15);
    assertEquals(-1, falling.change());
    Attribution rising = Attribution.lmdiOfProduct(List.of(FactorChange.of("a", 1e-300, 1e300)));
    assertEquals(1, rising.parts()[0] / 1e300, 1e-14);
    Attribution shapley =
        Attribution.shapleyOfProduct(
            List.of(FactorChange.of("a", 1, 1e-200), FactorChange.of("b", 1, 1e-200)));
    assertArrayEquals(new double[] {-0.5, -0.5}, shapley.parts(), 1e-15);
  }

  @Test
  void the_order_of_very_small_and_very_large_factors_does_not_matter() {
    List<FactorChange> factors =
        List.of(
            FactorChange.of("a", 1e-200, 1e-200),
            FactorChange.of("b", 1e-200, 2e-200),
            FactorChange.of("c", 1e300, 1e300),
            FactorChange.of("d", 1e100, 1e100));
    for (Attribution a :
        List.of(Attribution.lmdiOfProduct(factors), Attribution.shapleyOfProduct(factors))) {
      assertEquals(1, a.before(), 1e-15);
      assertEquals(1, a.part("b"), 1e-14);
      assertEquals(0, a.part("c"), 0);
    }
    double subnormal = 1e-320;
    assertEquals(
        3 * subnormal,
        Attribution.lmdiOfProduct(
                List.of(FactorChange.of("a", 1, 1), FactorChange.of("b", subnormal, 3 * subnormal)))
            .after());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Attribution.shapleyOfProduct(
                List.of(FactorChange.of("a", 1e200, 1e-200), FactorChange.of("b", 1e-200, 1e200))));
  }
}
