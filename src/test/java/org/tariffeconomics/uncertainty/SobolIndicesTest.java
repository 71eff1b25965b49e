package org.tariffeconomics.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SobolIndicesTest {

  private static final List<UncertainInput> ANGLES =
      List.of(
          UncertainInput.of("a", Distribution.uniform(-Math.PI, Math.PI)),
          UncertainInput.of("b", Distribution.uniform(-Math.PI, Math.PI)),
          UncertainInput.of("c", Distribution.uniform(-Math.PI, Math.PI)));

  /**
   * The function of Ishigami and Homma (1990), sin a + 7 sin² b + 0.1 c⁴ sin a, whose indices are
   * known in closed form: with V1 = (1 + 0.1π⁴/5)²/2, V2 = 49/8, V13 = 0.01π⁸·8/225.
   */
  @Test
  void the_ishigami_function_has_its_known_indices() {
    double v1 = Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2) / 2;
    double v2 = 49.0 / 8;
    double v13 = 0.01 * Math.pow(Math.PI, 8) * 8 / 225;
    double v = v1 + v2 + v13;
    SobolIndices indices =
        SobolIndices.of(
            ANGLES,
            16_384,
            1,
            x ->
                Math.sin(x[0])
                    + 7 * Math.pow(Math.sin(x[1]), 2)
                    + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]));
    assertEquals(v1 / v, indices.firstOrder("a"), 0.01);
    assertEquals(v2 / v, indices.firstOrder("b"), 0.01);
    assertEquals(0, indices.firstOrder("c"), 0.01);
    assertEquals((v1 + v13) / v, indices.totalOrder("a"), 0.01);
    assertEquals(v2 / v, indices.totalOrder("b"), 0.01);
    assertEquals(v13 / v, indices.totalOrder("c"), 0.01);
    assertTrue(indices.firstOrderStandardError("a") < 0.01);
    assertTrue(indices.totalOrderStandardError("a") < 0.01);
    assertEquals("SobolIndices of 3 inputs; most from a (56%)", indices.toString());
    assertEquals("a", indices.table().cell(0, "input").text());
  }

  @Test
  void a_fixed_input_and_an_unused_one_cause_nothing() {
    SobolIndices indices =
        SobolIndices.of(
            List.of(
                UncertainInput.of("used", Distribution.normal(0, 1)),
                UncertainInput.of("unused", Distribution.normal(0, 1)),
                UncertainInput.of("fixed", Distribution.fixed(4))),
            64,
            1,
            x -> x[0] * x[2]);
    assertEquals(0, indices.totalOrder("unused"), 0);
    assertEquals(0, indices.totalOrder("fixed"), 0);
    assertEquals(0, indices.firstOrder("fixed"), 0);
  }

  @Test
  void the_same_seed_gives_the_same_indices() {
    double one = SobolIndices.of(ANGLES, 256, 9, x -> x[0] + x[1] * x[2]).firstOrder("a");
    double two = SobolIndices.of(ANGLES, 256, 9, x -> x[0] + x[1] * x[2]).firstOrder("a");
    assertEquals(one, two, 0);
  }

  @Test
  void wrong_questions_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> SobolIndices.of(ANGLES, 256, 1, x -> 3));
    assertThrows(IllegalArgumentException.class, () -> SobolIndices.of(ANGLES, 63, 1, x -> x[0]));
    assertThrows(IllegalArgumentException.class, () -> SobolIndices.of(List.of(), 256, 1, x -> 1));
    assertThrows(
        IllegalArgumentException.class, () -> SobolIndices.of(ANGLES, 256, 1, x -> Math.log(x[0])));
    assertThrows(
        IllegalArgumentException.class,
        () -> SobolIndices.of(ANGLES, 256, 1, x -> x[0]).totalOrder("d"));
  }

  /** The error must be of the size of what other seeds scatter, within a factor of three. */
  @Test
  void the_standard_error_is_of_the_size_of_the_scatter_over_seeds() {
    double squares = 0;
    double errors = 0;
    double centre = 1.0 / 3;
    for (int seed = 0; seed < 30; seed++) {
      SobolIndices indices =
          SobolIndices.of(ANGLES, 256, seed, x -> Math.sin(x[0]) + Math.sin(x[1]) + Math.sin(x[2]));
      squares += Math.pow(indices.firstOrder("a") - centre, 2);
      errors += Math.pow(indices.firstOrderStandardError("a"), 2);
    }
    assertEquals(1, Math.sqrt(errors / squares), 0.67);
    assertEquals(3, SobolIndices.of(ANGLES, 64, 1, x -> x[0]).inputs().size());
  }
}
