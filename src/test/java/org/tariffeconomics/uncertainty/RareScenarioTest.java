package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.competitiveness.LandedCostModel;

/**
 * What is rare is neither missed nor called certain. The cases and their right values are those of
 * the differential test of November 2026; the indices of sums and products of two independent
 * inputs are arithmetic: V(x0 + x1) = V0 + V1, V(x0 x1) = m1² V0 + m0² V1 + V0 V1.
 */
class RareScenarioTest {

  /** A scenario of 0.2 % beside a small noise: right 0.99996 and 0.00004. */
  private static final List<UncertainInput> RARE =
      List.of(
          UncertainInput.of(
              "x0", Distribution.discrete(new double[] {0, 1}, new double[] {0.998, 0.002})),
          UncertainInput.of("x1", Distribution.uniform(0, 0.001)));

  /** A price with 1 % of noise and a tariff that rises with 2 %: right 0.4037 and 0.5962. */
  private static final List<UncertainInput> TARIFF =
      List.of(
          UncertainInput.of("price", Distribution.normal(1, 0.01)),
          UncertainInput.of(
              "tariff",
              Distribution.discrete(new double[] {1.15, 1.25}, new double[] {0.98, 0.02})));

  private static SobolIndices rare(int draws, long seed) {
    return SobolIndices.of(RARE, draws, seed, x -> x[0] + x[1]);
  }

  private static SobolIndices tariff(int draws, long seed) {
    return SobolIndices.of(TARIFF, draws, seed, x -> x[0] * x[1]);
  }

  @Test
  void the_right_values_are_those_of_arithmetic() {
    double v0 = 0.002 * 0.998;
    assertEquals(0.99996, v0 / (v0 + 1e-6 / 12), 5e-6);
    double mean = 1.152;
    double tariff = 0.02 * 0.98 * 0.01;
    double all = mean * mean * 1e-4 + tariff + 1e-4 * tariff;
    assertEquals(0.4037, mean * mean * 1e-4 / all, 5e-5);
    assertEquals(0.5962, tariff / all, 5e-5);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 1024})
  void a_scenario_of_two_in_a_thousand_causes_nearly_all(int draws) {
    SobolIndices indices = rare(draws, 1);
    assertEquals(0.99996, indices.firstOrder("x0"), 0.0006);
    assertEquals(0.00004, indices.firstOrder("x1"), 0.0006);
    assertEquals(0.99996, indices.totalOrder("x0"), 0.0006);
    assertEquals(0.00004, indices.totalOrder("x1"), 0.00002);
    assertTrue(indices.firstOrderStandardError("x0") < 0.0006);
  }

  /** Smallest studies: four of their own errors, which are small, hold the right values. */
  @ParameterizedTest
  @ValueSource(ints = {64, 128})
  void price_and_tariff_have_their_shares(int draws) {
    SobolIndices indices = tariff(draws, 1);
    isWithin(0.4037, indices.firstOrder("price"), indices.firstOrderStandardError("price"), 0.07);
    isWithin(0.5962, indices.firstOrder("tariff"), indices.firstOrderStandardError("tariff"), 0.04);
    isWithin(0.4038, indices.totalOrder("price"), indices.totalOrderStandardError("price"), 0.04);
    isWithin(0.5963, indices.totalOrder("tariff"), indices.totalOrderStandardError("tariff"), 0.04);
  }

  private static void isWithin(double right, double estimate, double error, double largestError) {
    assertEquals(right, estimate, 4 * error);
    assertTrue(error <= largestError, () -> estimate + " ± " + error);
  }

  /**
   * Over sixty seeds the mean is right within its own scatter, the stated errors are of the size of
   * that scatter, and the truth lies within two of them in most studies: a share of 0.91 is that of
   * Student's t with seven degrees of freedom, 55 of 60; 48 are four standard deviations less.
   */
  @ParameterizedTest
  @ValueSource(ints = {64, 128, 256})
  void over_seeds_estimates_are_not_biased_and_errors_are_honest(int draws) {
    isHonest(draws, RareScenarioTest::rare, "x0", 0.99996, 0.99996);
    isHonest(draws, RareScenarioTest::rare, "x1", 0.00004, 0.00004);
    isHonest(draws, RareScenarioTest::tariff, "price", 0.40371, 0.40377);
    isHonest(draws, RareScenarioTest::tariff, "tariff", 0.59623, 0.59629);
  }

  private interface Study {
    SobolIndices of(int draws, long seed);
  }

  private static void isHonest(int draws, Study study, String input, double first, double total) {
    double[][] estimates = new double[2][60];
    double[] squares = new double[2];
    int[] within = new int[2];
    for (int seed = 0; seed < estimates[0].length; seed++) {
      SobolIndices indices = study.of(draws, seed);
      double[] errors = {
        indices.firstOrderStandardError(input), indices.totalOrderStandardError(input)
      };
      estimates[0][seed] = indices.firstOrder(input);
      estimates[1][seed] = indices.totalOrder(input);
      for (int kind = 0; kind < 2; kind++) {
        double right = kind == 0 ? first : total;
        squares[kind] += errors[kind] * errors[kind];
        // the right values are written to five digits
        within[kind] += Math.abs(estimates[kind][seed] - right) <= 2 * errors[kind] + 5e-6 ? 1 : 0;
      }
    }
    for (int kind = 0; kind < 2; kind++) {
      String what = input + " " + draws + (kind == 0 ? " first" : " total");
      double mean = mean(estimates[kind]);
      double scatter = deviation(estimates[kind], mean);
      assertEquals(
          kind == 0 ? first : total,
          mean,
          4 * scatter / Math.sqrt(estimates[kind].length) + 5e-6,
          what);
      assertEquals(1, Math.sqrt(squares[kind] / estimates[kind].length) / scatter, 0.4, what);
      assertTrue(within[kind] >= 48, what + ": " + within[kind]);
    }
  }

  /** The three values of a list are all tried: where nothing else varies the shares are exact. */
  @Test
  void an_input_of_few_values_needs_no_luck() {
    List<UncertainInput> inputs =
        List.of(
            UncertainInput.of(
                "rate",
                Distribution.discrete(new double[] {1, 2, 4}, new double[] {0.9, 0.0999, 0.0001})),
            UncertainInput.of("fixed", Distribution.fixed(3)));
    int[] evaluations = {0};
    SobolIndices indices =
        SobolIndices.of(
            inputs,
            64,
            1,
            x -> {
              evaluations[0]++;
              return x[0] * x[1];
            });
    assertEquals(indices.firstOrder("rate"), indices.totalOrder("rate"), 1e-12);
    assertEquals(0, indices.totalOrder("fixed"), 0);
    assertEquals(1, indices.totalOrder("rate"), 4 * indices.totalOrderStandardError("rate") + 1e-9);
    // A and B, and all values of each input at both: (2 + 2 x 3 + 2 x 1) x 64
    assertEquals(640, evaluations[0]);
  }

  @Test
  void a_batch_model_gives_the_same_indices_and_the_same_tornado() {
    List<UncertainInput> inputs =
        List.of(
            UncertainInput.of("price", Distribution.normal(30_000, 900)),
            UncertainInput.of("exchange rate", Distribution.lognormal(1, 0.08)),
            UncertainInput.of("freight", Distribution.triangular(1_000, 1_330, 2_200)),
            UncertainInput.of("insurance", Distribution.fixed(207)),
            UncertainInput.of(
                "tariff",
                Distribution.discrete(new double[] {0.15, 0.25}, new double[] {0.8, 0.2})),
            UncertainInput.of("fees", Distribution.uniform(0.003, 0.005)));
    ToDoubleFunction<double[]> cost =
        x -> x[0] * x[1] + (x[2] + x[3]) + (x[4] + x[5]) * (x[0] * x[1] + 0 * (x[2] + x[3]));
    SobolIndices one = SobolIndices.of(inputs, 256, 4, cost);
    SobolIndices many = SobolIndices.of(inputs, 256, 4, LandedCostModel.ofFobBase());
    for (UncertainInput input : inputs) {
      assertEquals(one.totalOrder(input.name()), many.totalOrder(input.name()), 0);
    }
    List<InputRange> ranges =
        inputs.stream()
            .map(
                input ->
                    InputRange.of(
                        input.name(),
                        input.distribution().mean(),
                        input.distribution().quantile(0.05),
                        input.distribution().quantile(0.95)))
            .toList();
    assertEquals(
        Tornado.of("landed cost", "USD", ranges, cost),
        Tornado.of("landed cost", "USD", ranges, LandedCostModel.ofFobBase()));
  }

  /** The example of the package's page: V1 = 1.17² 900², V2 = 30000² 0.0016, V12 = 900² 0.0016. */
  @Test
  void the_example_of_the_package_says_what_it_gives() {
    List<UncertainInput> inputs =
        List.of(
            UncertainInput.of("price, USD", Distribution.normal(30_000, 900)),
            UncertainInput.of(
                "tariff",
                Distribution.discrete(new double[] {0.15, 0.25}, new double[] {0.8, 0.2})));
    ToDoubleFunction<double[]> cost = x -> x[0] * (1 + x[1]);
    assertEquals(35_100, MonteCarlo.of(inputs, 100_000, 42).run(cost).mean(), 20);
    double price = 1.17 * 1.17 * 900 * 900;
    double tariff = 30_000.0 * 30_000 * 0.0016;
    double right = tariff / (price + tariff + 900 * 900 * 0.0016);
    assertEquals(0.56, right, 0.005);
    assertEquals(right, SobolIndices.of(inputs, 1_024, 42, cost).firstOrder("tariff"), 0.05);
  }

  @Test
  void a_value_of_probability_zero_is_never_drawn() {
    Distribution slipped =
        Distribution.discrete(new double[] {1, 2, 3}, new double[] {0.5, 0.4999999995, 0});
    assertEquals(2, slipped.quantile(0.9999999999));
    Distribution first = Distribution.discrete(new double[] {9, 1}, new double[] {0, 1});
    assertEquals(1, first.quantile(Double.MIN_VALUE));
  }

  @Test
  void a_probability_without_a_case_has_an_error_by_the_rule_of_three() {
    List<UncertainInput> rare =
        List.of(
            UncertainInput.of(
                "x", Distribution.discrete(new double[] {0, 1}, new double[] {0.999, 0.001})));
    MonteCarloResult result = MonteCarlo.of(rare, 1_000, 0).run(x -> x[0]);
    for (int seed = 1; result.probabilityAbove(0.5) > 0; seed++) {
      result = MonteCarlo.of(rare, 1_000, seed).run(x -> x[0]);
    }
    assertEquals(0, result.probabilityAbove(0.5));
    assertEquals(0.0015, result.probabilityAboveStandardError(0.5), 1e-18);
    // 0.95 = (1 - 3/n)^n: the truth, 0.001, is within two errors
    assertTrue(0.001 <= 2 * result.probabilityAboveStandardError(0.5));
    assertEquals(0.0015, result.probabilityAboveStandardError(-1), 1e-18);
    assertEquals(
        0.003,
        MonteCarlo.of(rare, 1_000, 1)
            .withAntitheticPairs()
            .run(x -> 0 * x[0])
            .probabilityAboveStandardError(0));
  }

  /** The median of two values close to a tie: its error is the scatter over further seeds. */
  @Test
  void the_error_of_a_quantile_of_two_values_is_that_over_seeds() {
    List<UncertainInput> coin =
        List.of(
            UncertainInput.of(
                "x", Distribution.discrete(new double[] {0, 1}, new double[] {0.52, 0.48})));
    double[] medians = new double[400];
    double errors = 0;
    for (int seed = 0; seed < medians.length; seed++) {
      MonteCarloResult result = MonteCarlo.of(coin, 1_000, seed).run(x -> x[0]);
      medians[seed] = result.quantile(0.5);
      errors += result.quantileStandardError(0.5) * result.quantileStandardError(0.5);
    }
    double scatter = deviation(medians, mean(medians));
    assertTrue(scatter > 0.2);
    assertEquals(1, Math.sqrt(errors / medians.length) / scatter, 0.35);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
