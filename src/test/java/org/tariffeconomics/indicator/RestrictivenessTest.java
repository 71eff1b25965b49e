package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers are worked by hand from the closed forms. */
class RestrictivenessTest {

  @Test
  void indices_weigh_tariffs_with_the_slope_of_import_demand() {
    Restrictiveness indices =
        Restrictiveness.of(new double[] {100, 100}, new double[] {1, 3}, new double[] {0.2, 0.4});
    assertEquals(0.3, indices.simpleAverage(), 1e-15);
    assertEquals(0.3, indices.tradeWeightedAverage(), 1e-15);
    assertEquals(0.35, indices.otri(), 1e-15);
    assertEquals(Math.sqrt((0.04 + 3 * 0.16) / 4), indices.tri(), 1e-15);
    assertEquals((100 * 0.04 + 300 * 0.16) / 2, indices.deadweightLoss(), 1e-13);
    assertEquals(0.026, indices.deadweightLossShare(1000), 1e-15);
  }

  @Test
  void the_square_of_the_tri_is_level_and_spread_and_covariance() {
    TriDecomposition parts =
        Restrictiveness.of(new double[] {100, 100}, new double[] {1, 3}, new double[] {0.2, 0.4})
            .decomposition();
    assertEquals(0.09, parts.meanSquared(), 1e-15);
    assertEquals(0.01, parts.variance(), 1e-15);
    assertEquals((-0.5 * 0.04 + 0.5 * 0.16) / 2, parts.covariance(), 1e-15);
    assertEquals(
        "TRI 0.3606: mean² 0.090000, variance 0.010000, covariance 0.030000", parts.toString());
  }

  @Test
  void with_one_elasticity_the_exact_uniform_tariff_is_a_power_mean() {
    double elasticity = 2;
    Restrictiveness indices =
        Restrictiveness.of(
            new double[] {30, 70}, new double[] {elasticity, elasticity}, new double[] {0.1, 0.5});
    double mean = 0.3 * Math.pow(1.1, elasticity) + 0.7 * Math.pow(1.5, elasticity);
    assertEquals(Math.pow(mean, 1 / elasticity) - 1, indices.mtri(), 1e-13);
  }

  /** Imports in trillions or as shares of the world's trade: the unit does not count. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-15, 1e-9, 1, 1e12, 1e200})
  void no_index_depends_on_the_unit_of_imports(double unit) {
    double elasticity = 2;
    Restrictiveness indices =
        Restrictiveness.of(
            new double[] {30 * unit, 70 * unit},
            new double[] {elasticity, elasticity},
            new double[] {0.1, 0.5});
    double mean = 0.3 * Math.pow(1.1, elasticity) + 0.7 * Math.pow(1.5, elasticity);
    assertEquals(Math.pow(mean, 1 / elasticity) - 1, indices.mtri(), 1e-13);
    assertEquals(0.3 * 0.1 + 0.7 * 0.5, indices.otri(), 1e-15);
    assertEquals(Math.sqrt(0.3 * 0.01 + 0.7 * 0.25), indices.tri(), 1e-15);
  }

  @Test
  void a_uniform_schedule_is_its_own_index() {
    Restrictiveness indices =
        Restrictiveness.of(
            new double[] {30, 70, 0}, new double[] {0.7, 4, 9}, new double[] {0.15, 0.15, 0.9});
    assertEquals(0.15, indices.otri(), 1e-15);
    assertEquals(0.15, indices.tri(), 1e-15);
    assertEquals(0.15, indices.mtri(), 1e-15);
  }

  @Test
  void free_trade_is_not_restrictive() {
    Restrictiveness indices =
        Restrictiveness.of(new double[] {3}, new double[] {2}, new double[] {0});
    assertEquals(0, indices.tri());
    assertEquals(0, indices.mtri());
    assertEquals(0, indices.deadweightLoss());
    assertEquals("Restrictiveness OTRI 0.00%, TRI 0.00%, 1 products", indices.toString());
    assertEquals(9, indices.table().rows().size());
  }

  @Test
  void without_any_elastic_imports_there_is_no_index() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Restrictiveness.of(
                        new double[] {5, 0}, new double[] {0, 2}, new double[] {0.1, 0.1}))
            .getMessage();
    assertEquals(
        "the total of imports x elasticities must be finite and positive, but was 0.0", message);
    assertThrows(
        IllegalArgumentException.class,
        () -> Restrictiveness.of(new double[0], new double[0], new double[0]));
  }

  @Test
  void elasticities_are_magnitudes() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Restrictiveness.of(new double[] {5}, new double[] {-1.5}, new double[] {0.1}))
            .getMessage();
    assertEquals("elasticities[0] must be finite and not negative, but was -1.5", message);
    Restrictiveness indices =
        Restrictiveness.of(new double[] {5}, new double[] {1}, new double[] {0.1});
    assertThrows(IllegalArgumentException.class, () -> indices.deadweightLossShare(0));
  }

  @Test
  void a_product_without_weight_does_not_decide_whether_there_is_an_index() {
    Restrictiveness indices =
        Restrictiveness.of(
            new double[] {100, 0, 50}, new double[] {2, 800, 0}, new double[] {0.1, 3, 3});
    assertEquals(0.1, indices.mtri(), 1e-14);
  }
}
