package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final double[] SHARES = {1e-6, 0.01, 0.07, 0.2, 0.5, 0.63, 0.93, 0.9999};

  /** Against Apache Commons Math 3.6.1, an independent implementation. */
  /** Of 0 and 3, alike likely, the median is the lower and 0.65 of all draws are at most 3. */
  @Test
  void a_list_of_values_in_any_order_has_the_same_quantiles() {
    Distribution up = Distribution.discrete(new double[] {0, 3, 4}, new double[] {0.5, 0.5, 0});
    Distribution down = Distribution.discrete(new double[] {4, 3, 0}, new double[] {0, 0.5, 0.5});
    for (double share : new double[] {0.01, 0.4, 0.49, 0.51, 0.65, 0.99}) {
      assertEquals(share < 0.5 ? 0 : 3, up.quantile(share));
      assertEquals(share < 0.5 ? 0 : 3, down.quantile(share));
    }
    assertEquals(1.5, down.mean());
    assertEquals(1.5, down.standardDeviation());
  }

  @Test
  void quantiles_agree_with_commons_math() {
    for (double share : SHARES) {
      assertEquals(
          new NormalDistribution(3, 2).inverseCumulativeProbability(share),
          Distribution.normal(3, 2).quantile(share),
          1e-9);
      assertEquals(
          new LogNormalDistribution(Math.log(3), 0.2).inverseCumulativeProbability(share),
          Distribution.lognormal(3, 0.2).quantile(share),
          1e-7);
      assertEquals(
          new UniformRealDistribution(-1, 4).inverseCumulativeProbability(share),
          Distribution.uniform(-1, 4).quantile(share),
          1e-12);
      assertEquals(
          new TriangularDistribution(1, 2, 5).inverseCumulativeProbability(share),
          Distribution.triangular(1, 2, 5).quantile(share),
          1e-12);
    }
  }

  /**
   * −7.034483825 by solving the distribution function with 50 digits. Commons Math 3.6.1 gives
   * −7.034486910 here: it passes through 1 − 2p, where the share has lost its digits.
   */
  @Test
  void the_normal_quantile_keeps_its_digits_far_out() {
    assertEquals(-7.034483825301132, Distribution.normal(0, 1).quantile(1e-12), 1e-14);
  }

  /** Table of the standard normal: 97.5 percent at 1.959963984540054, 0.1 percent at −3.0902. */
  @Test
  void the_normal_quantile_meets_the_tables() {
    assertEquals(1.959963984540054, Distribution.normal(0, 1).quantile(0.975), 1e-15);
    assertEquals(-3.090232306167813, Distribution.normal(0, 1).quantile(0.001), 1e-14);
  }

  @Test
  void means_and_deviations_agree_with_commons_math() {
    LogNormalDistribution logNormal = new LogNormalDistribution(Math.log(3), 0.2);
    TriangularDistribution triangular = new TriangularDistribution(1, 2, 5);
    assertEquals(logNormal.getNumericalMean(), Distribution.lognormal(3, 0.2).mean(), 1e-12);
    assertEquals(
        Math.sqrt(logNormal.getNumericalVariance()),
        Distribution.lognormal(3, 0.2).standardDeviation(),
        1e-12);
    assertEquals(triangular.getNumericalMean(), Distribution.triangular(1, 2, 5).mean(), 1e-12);
    assertEquals(
        Math.sqrt(triangular.getNumericalVariance()),
        Distribution.triangular(1, 2, 5).standardDeviation(),
        1e-12);
    assertEquals(5 / Math.sqrt(12), Distribution.uniform(-1, 4).standardDeviation(), 1e-12);
  }

  @Test
  void a_list_of_values_is_drawn_by_its_probabilities() {
    Distribution tariffs =
        Distribution.discrete(new double[] {0.15, 0.25, 0.5}, new double[] {0.5, 0.3, 0.2});
    assertEquals(0.15, tariffs.quantile(0.5));
    assertEquals(0.25, tariffs.quantile(0.51));
    assertEquals(0.25, tariffs.quantile(0.79));
    assertEquals(0.5, tariffs.quantile(0.81));
    assertEquals(0.25, tariffs.mean(), 1e-15);
    assertEquals("discrete(0.15 at 0.5, 0.25 at 0.3, 0.5 at 0.2)", tariffs.toString());
    assertEquals("fixed(7.0)", Distribution.fixed(7).toString());
    assertEquals(7, Distribution.fixed(7).quantile(0.3));
    assertEquals(0, Distribution.fixed(7).standardDeviation());
  }

  @Test
  void a_degenerate_normal_is_its_mean() {
    assertEquals(4, Distribution.normal(4, 0).quantile(0.1));
    assertEquals(4, Distribution.lognormal(4, 0).quantile(0.1));
  }

  @Test
  void wrong_parameters_are_refused_by_name() {
    assertEquals(
        "probabilities must sum to 1, but sum to 0.9",
        assertThrows(
                IllegalArgumentException.class,
                () -> Distribution.discrete(new double[] {1, 2}, new double[] {0.5, 0.4}))
            .getMessage());
    List<Runnable> wrong =
        List.of(
            () -> Distribution.normal(Double.NaN, 1),
            () -> Distribution.normal(0, -1),
            () -> Distribution.lognormal(0, 1),
            () -> Distribution.lognormal(1, 50),
            () -> Distribution.uniform(2, 2),
            () -> Distribution.triangular(1, 0, 2),
            () -> Distribution.discrete(new double[] {1}, new double[] {0.5, 0.5}),
            () -> Distribution.discrete(new double[] {1, 2}, new double[] {1.5, -0.5}),
            () -> Distribution.fixed(Double.POSITIVE_INFINITY),
            () -> Distribution.uniform(0, 1).quantile(1));
    wrong.forEach(w -> assertThrows(IllegalArgumentException.class, w::run));
  }
}
