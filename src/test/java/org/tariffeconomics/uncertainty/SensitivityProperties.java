package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SensitivityProperties {

  private static ToDoubleFunction<double[]> linear(List<Double> slopes) {
    return x -> {
      double sum = 3;
      for (int i = 0; i < x.length; i++) {
        sum += slopes.get(i) * x[i];
      }
      return sum;
    };
  }

  @Property
  void the_tornado_of_a_linear_model_is_symmetric(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -50, max = 50) Double> slopes,
      @ForAll @DoubleRange(min = 0.1, max = 9) double distance) {
    List<InputRange> inputs = new ArrayList<>();
    for (int i = 0; i < slopes.size(); i++) {
      inputs.add(InputRange.around("x" + i, i, distance));
    }
    Tornado tornado = Tornado.of("y", "", inputs, linear(slopes));
    double last = Double.POSITIVE_INFINITY;
    for (Tornado.Bar bar : tornado.bars()) {
      assertEquals(tornado.base() - bar.atLow(), bar.atHigh() - tornado.base(), 1e-9);
      assertEquals(true, bar.swing() <= last);
      last = bar.swing();
    }
  }

  @Property(tries = 40)
  void one_thread_and_two_give_the_same_bits(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 3_000) int draws) {
    MonteCarlo study =
        MonteCarlo.of(
            List.of(
                UncertainInput.of("a", Distribution.normal(0, 1)),
                UncertainInput.of("b", Distribution.triangular(0, 1, 2))),
            draws,
            seed);
    assertArrayEquals(
        study.run(x -> x[0] * x[1]).outcomes(),
        study.withThreads(2).run(x -> x[0] * x[1]).outcomes(),
        0);
  }

  @Property(tries = 25)
  void the_sobol_indices_of_an_additive_linear_model_are_its_variance_shares(
      @ForAll @Size(min = 2, max = 5) List<@DoubleRange(min = 0.2, max = 5) Double> slopes,
      @ForAll long seed) {
    List<UncertainInput> inputs = new ArrayList<>();
    double variance = 0;
    for (double slope : slopes) {
      inputs.add(UncertainInput.of("x" + inputs.size(), Distribution.uniform(0, 1)));
      variance += slope * slope;
    }
    SobolIndices indices = SobolIndices.of(inputs, 4_096, seed, linear(slopes));
    for (int i = 0; i < slopes.size(); i++) {
      double share = slopes.get(i) * slopes.get(i) / variance;
      assertEquals(share, indices.firstOrder("x" + i), 0.03);
      assertEquals(share, indices.totalOrder("x" + i), 0.03);
    }
  }
}
