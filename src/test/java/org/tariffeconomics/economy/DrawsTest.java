package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles over draws, their error, and draws of what was solved. */
class DrawsTest {

  private static final World WORLD =
      World.of(List.of("A", "B", "C"), new double[][] {{70, 20, 10}, {15, 80, 15}, {10, 20, 90}});
  private static final Elasticity RANGE = Elasticity.of("2..8");

  private static Outcome solved() {
    return Equilibrium.of(WORLD, Elasticity.of(4))
        .solve(DutyShock.none(WORLD).withAdded("A", "*", 0.2));
  }

  /** Studies of other seeds scatter about as much as each of them says. */
  @Test
  void the_error_of_a_quantile_is_how_far_other_seeds_lie() {
    Outcome outcome = solved();
    for (double share : new double[] {0.25, 0.5, 0.9}) {
      Draws[] studies =
          IntStream.range(0, 60)
              .mapToObj(seed -> outcome.draws(RANGE, 200, seed))
              .toArray(Draws[]::new);
      double sum = 0;
      double squares = 0;
      double said = 0;
      for (Draws study : studies) {
        double value = 1000 * (study.quantile("B", share) - 1);
        sum += value / studies.length;
        squares += value * value / studies.length;
        said += 1000 * study.quantileError("B", share) / studies.length;
      }
      double scatter = Math.sqrt(squares - sum * sum);
      assertTrue(said > 0.7 * scatter && said < 1.4 * scatter, said + " " + scatter);
    }
  }

  /** The quantile of a result that moves one way with the elasticity is that of the elasticity. */
  @Test
  void a_quantile_is_the_result_at_the_quantile_of_the_elasticity() {
    Draws draws = solved().draws(RANGE, 4000, 3);
    double[] ends = new double[2];
    for (int end = 0; end < 2; end++) {
      Equilibrium model = Equilibrium.of(WORLD, Elasticity.of(end == 0 ? 3.5 : 6.5));
      ends[end] = model.solve(DutyShock.none(WORLD).withAdded("A", "*", 0.2)).welfare("B");
    }
    double low = Math.min(ends[0], ends[1]);
    double high = Math.max(ends[0], ends[1]);
    assertEquals(low, draws.quantile("B", 0.25), 4 * draws.quantileError("B", 0.25));
    assertEquals(high, draws.quantile("B", 0.75), 4 * draws.quantileError("B", 0.75));
  }

  @Test
  void draws_are_of_what_was_solved() {
    Outcome outcome = solved();
    assertEquals(outcome.model().draws(outcome.shock(), RANGE, 30, 7), outcome.draws(RANGE, 30, 7));
    LawShock law =
        LawShock.builder(WORLD, "A", "a law")
            .add("B", "ALL", 20, EstimateRange.of(0), new EstimateRange(0.1, 0.2))
            .add("C", "ALL", 10, EstimateRange.of(0), EstimateRange.of(0.1))
            .build();
    OutcomeRange range = outcome.model().solve(law);
    assertEquals(outcome.model().draws(law, RANGE, 30, 7), range.draws(RANGE, 30, 7));
    assertTrue(range.draws(RANGE, 30, 7).quantileRange("A", 0.5).width() > 0);
  }
}
