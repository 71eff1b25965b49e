package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.AscendingOrder;
import org.tariffeconomics.competitiveness.LandedCostModel;

class MonteCarloTest {

  private static final List<UncertainInput> INPUTS =
      List.of(
          UncertainInput.of("price", Distribution.normal(30_000, 900)),
          UncertainInput.of("exchange rate", Distribution.lognormal(1, 0.08)),
          UncertainInput.of("freight", Distribution.triangular(1_000, 1_330, 2_200)),
          UncertainInput.of("insurance", Distribution.fixed(207)),
          UncertainInput.of(
              "tariff", Distribution.discrete(new double[] {0.15, 0.25}, new double[] {0.8, 0.2})),
          UncertainInput.of("fees", Distribution.uniform(0.003, 0.005)));

  private static final MonteCarlo STUDY = MonteCarlo.of(INPUTS, 20_000, 7);

  private static double landedCost(double[] x) {
    double value = x[0] * x[1];
    double carriage = x[2] + x[3];
    return value + carriage + (x[4] + x[5]) * value;
  }

  @Test
  void one_thread_and_many_give_the_same_bits() {
    double[] alone = STUDY.run(MonteCarloTest::landedCost).outcomes();
    assertArrayEquals(alone, STUDY.withThreads(2).run(MonteCarloTest::landedCost).outcomes(), 0);
    assertArrayEquals(alone, STUDY.withThreads(5).run(MonteCarloTest::landedCost).outcomes(), 0);
  }

  @Test
  void batches_and_single_draws_give_the_same_bits() {
    assertArrayEquals(
        STUDY.run(MonteCarloTest::landedCost).outcomes(),
        STUDY.runBatches(LandedCostModel.ofFobBase()).outcomes(),
        0);
  }

  @Test
  void a_cif_country_charges_duty_on_freight_too() {
    double[] outcome = new double[1];
    double[][] one = {{30_000}, {1}, {1_330}, {207}, {0.15}, {0}};
    LandedCostModel.ofCifBase().evaluate(one, 1, outcome);
    assertEquals((30_000 + 1_330 + 207) * 1.15, outcome[0], 1e-9);
    LandedCostModel.ofFobBase().evaluate(one, 1, outcome);
    assertEquals(30_000 * 1.15 + 1_330 + 207, outcome[0], 1e-9);
  }

  @Test
  void a_larger_study_begins_with_the_draws_of_a_smaller_one() {
    double[] large = STUDY.run(MonteCarloTest::landedCost).outcomes();
    double[] small = MonteCarlo.of(INPUTS, 1_000, 7).run(MonteCarloTest::landedCost).outcomes();
    assertArrayEquals(small, Arrays.copyOf(large, 1_000), 0);
  }

  @Test
  void an_input_keeps_its_draws_when_others_come_before_it() {
    MonteCarlo alone = MonteCarlo.of(List.of(INPUTS.get(2)), 100, 7);
    for (int draw = 0; draw < 100; draw++) {
      assertEquals(STUDY.inputsOfDraw(draw)[2], alone.inputsOfDraw(draw)[0], 0);
    }
  }

  @Test
  void a_draw_can_be_looked_into() {
    double[] outcomes = STUDY.run(MonteCarloTest::landedCost).outcomes();
    assertEquals(outcomes[12_345], landedCost(STUDY.inputsOfDraw(12_345)), 0);
    assertThrows(IllegalArgumentException.class, () -> STUDY.inputsOfDraw(20_000));
  }

  @Test
  void another_seed_gives_other_draws() {
    assertNotEquals(
        STUDY.run(x -> x[0]).mean(), MonteCarlo.of(INPUTS, 20_000, 8).run(x -> x[0]).mean());
  }

  /**
   * Mean and deviation of the inputs are known in closed form; five standard errors are allowed.
   */
  @Test
  void every_distribution_comes_out_with_its_own_mean_and_deviation() {
    MonteCarlo study = MonteCarlo.of(INPUTS, 200_000, 3);
    for (int i = 0; i < INPUTS.size(); i++) {
      int input = i;
      MonteCarloResult result = study.run(x -> x[input]);
      Distribution expected = INPUTS.get(i).distribution();
      assertEquals(expected.mean(), result.mean(), 5 * result.meanStandardError() + 1e-9);
      assertEquals(
          expected.standardDeviation(),
          result.standardDeviation(),
          0.01 * expected.standardDeviation() + 1e-9);
    }
  }

  @Test
  void inputs_are_not_correlated() {
    MonteCarlo study = MonteCarlo.of(INPUTS, 100_000, 3);
    double product = study.run(x -> (x[0] - 30_000) / 900 * Math.log(x[1]) / 0.08).mean();
    assertEquals(0, product, 5 / Math.sqrt(100_000));
  }

  @Test
  void quantiles_lie_within_their_own_standard_errors() {
    MonteCarloResult result =
        MonteCarlo.of(List.of(UncertainInput.of("z", Distribution.normal(0, 1))), 50_000, 11)
            .run(x -> x[0]);
    for (double share : new double[] {0.01, 0.05, 0.5, 0.9, 0.99}) {
      double error = result.quantileStandardError(share);
      double exact = Distribution.normal(0, 1).quantile(share);
      double density = Math.exp(-exact * exact / 2) / Math.sqrt(2 * Math.PI);
      assertEquals(exact, result.quantile(share), 4 * error);
      assertEquals(Math.sqrt(share * (1 - share) / 50_000) / density, error, 0.3 * error);
    }
    assertEquals(0.158655253931457, result.probabilityAbove(1), 0.01);
    assertEquals(
        Math.sqrt(0.158655 * 0.841345 / 50_000), result.probabilityAboveStandardError(1), 1e-4);
  }

  @Test
  void antithetic_pairs_mirror_each_other_and_take_the_noise_out_of_a_linear_mean() {
    List<UncertainInput> inputs =
        List.of(
            UncertainInput.of("a", Distribution.normal(5, 2)),
            UncertainInput.of("b", Distribution.uniform(0, 1)));
    MonteCarlo study = MonteCarlo.of(inputs, 1_000, 1);
    MonteCarlo pairs = study.withAntitheticPairs();
    double[] one = pairs.inputsOfDraw(8);
    double[] other = pairs.inputsOfDraw(9);
    assertEquals(10, one[0] + other[0], 1e-12);
    assertEquals(1, one[1] + other[1], 1e-12);
    MonteCarloResult result = pairs.run(x -> 3 * x[0] - x[1]);
    assertEquals(14.5, result.mean(), 1e-11);
    assertTrue(result.meanStandardError() < 1e-11);
    assertTrue(study.run(x -> 3 * x[0] - x[1]).meanStandardError() > 0.1);
    double alone = study.run(x -> 3 * x[0] - x[1]).quantileStandardError(0.5);
    double paired = result.quantileStandardError(0.5);
    assertTrue(paired > 0 && paired < alone / 2, paired + " against " + alone);
    assertThrows(
        IllegalArgumentException.class, () -> MonteCarlo.of(inputs, 999, 1).withAntitheticPairs());
  }

  @Test
  void large_studies_are_ordered_like_small_ones() {
    double[] values =
        MonteCarlo.of(List.of(UncertainInput.of("z", Distribution.normal(0, 1))), 30_000, 5)
            .run(x -> x[0])
            .outcomes();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, AscendingOrder.of(values), 0);
  }

  @Test
  void an_outcome_that_is_not_finite_is_refused_with_its_draw() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> STUDY.run(x -> x[4] > 0.2 ? 0 / 0.0 : 1))
            .getMessage();
    assertTrue(message.startsWith("The model's outcome must be finite, but was NaN in draw "));
  }

  @Test
  void a_failing_model_is_heard_from_other_threads_too() {
    assertThrows(
        IllegalStateException.class,
        () ->
            STUDY
                .withThreads(2)
                .run(
                    x -> {
                      throw new IllegalStateException("no rate");
                    }));
  }

  @Test
  void wrong_studies_are_refused() {
    UncertainInput a = UncertainInput.of("a", Distribution.fixed(1));
    assertThrows(IllegalArgumentException.class, () -> MonteCarlo.of(List.of(), 10, 1));
    assertThrows(IllegalArgumentException.class, () -> MonteCarlo.of(List.of(a, a), 10, 1));
    assertThrows(IllegalArgumentException.class, () -> MonteCarlo.of(List.of(a), 1, 1));
    assertThrows(IllegalArgumentException.class, () -> STUDY.withThreads(0));
    assertThrows(IllegalArgumentException.class, () -> STUDY.run(x -> x[0]).quantile(1.5));
    assertThrows(
        IllegalArgumentException.class, () -> UncertainInput.of(" ", Distribution.fixed(1)));
  }

  @Test
  void the_table_states_draws_seed_and_inputs() {
    String text = STUDY.run(MonteCarloTest::landedCost).table().toText();
    assertTrue(text.contains("20,000 draws, seed 7, inputs independent"), text);
    assertTrue(text.contains("price ~ normal(30000.0, 900.0)"), text);
    assertTrue(text.contains("95.0% quantile"), text);
    assertFalse(STUDY.run(x -> 2).toString().contains("\n"));
    assertEquals("MonteCarlo: 6 inputs, 20000 draws, seed 7", STUDY.toString());
  }

  /** Two studies whose outcomes are the draws of one uniform input: every estimate by hand. */
  @Test
  void estimates_of_a_small_study_are_those_of_its_outcomes() {
    MonteCarlo study =
        MonteCarlo.of(List.of(UncertainInput.of("u", Distribution.uniform(0, 1))), 40, 5);
    MonteCarloResult result = study.run(x -> x[0]);
    double[] sorted = result.outcomes();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).sum() / 40;
    double variance = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / 39;
    assertEquals(40, result.draws());
    assertEquals(mean, result.mean(), 1e-15);
    assertEquals(Math.sqrt(variance), result.standardDeviation(), 1e-15);
    assertEquals(Math.sqrt(variance / 40), result.meanStandardError(), 1e-15);
    assertEquals(sorted[0], result.quantile(0), 0);
    assertEquals(sorted[39], result.quantile(1), 0);
    assertEquals(sorted[9] + 0.75 * (sorted[10] - sorted[9]), result.quantile(0.25), 1e-15);
    assertEquals(9 / 40.0, result.probabilityAbove(sorted[30]), 1e-15);
    // Maritz and Jarrett (1978), the weights of the ranks by a normal distribution
    double noise = Math.sqrt(0.25 / 40) * 40;
    double first = 0;
    double second = 0;
    for (int i = 0; i < 40; i++) {
      double weight = normal((i + 0.5 - 19.5) / noise) - normal((i - 0.5 - 19.5) / noise);
      first += weight * sorted[i];
      second += weight * sorted[i] * sorted[i];
    }
    assertEquals(Math.sqrt(second - first * first), result.quantileStandardError(0.5), 1e-8);
  }

  private static double normal(double x) {
    return new NormalDistribution(0, 1).cumulativeProbability(x);
  }

  /** Pairs are the independent units: errors from the twenty pair means and pair shares. */
  @Test
  void standard_errors_of_antithetic_pairs_come_from_the_pairs() {
    MonteCarloResult result =
        MonteCarlo.of(List.of(UncertainInput.of("u", Distribution.uniform(0, 1))), 40, 5)
            .withAntitheticPairs()
            .run(x -> x[0] * x[0]);
    double[] outcomes = result.outcomes();
    double[] means = new double[20];
    double[] shares = new double[20];
    for (int i = 0; i < 20; i++) {
      means[i] = (outcomes[2 * i] + outcomes[2 * i + 1]) / 2;
      shares[i] = ((outcomes[2 * i] <= 0.2 ? 1 : 0) + (outcomes[2 * i + 1] <= 0.2 ? 1 : 0)) / 2.0;
    }
    assertEquals(standardError(means), result.meanStandardError(), 1e-15);
    assertEquals(standardError(shares), result.probabilityAboveStandardError(0.2), 1e-15);
  }

  private static double standardError(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  @Test
  void a_study_tells_its_inputs_draws_and_seed() {
    assertEquals(INPUTS, STUDY.inputs());
    assertEquals(20_000, STUDY.draws());
    assertEquals(7, STUDY.seed());
  }
}
