package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.indicator.ImpliedTakeUp.Fit;

class ImpliedTakeUpTest {

  /**
   * Other duties of 10 %, a layer of 25 %: min(1, max(0, 1 − (collected − 0.10) / 0.25)), the
   * calibration of section 301 exclusions in the tests of a published tariff tracker.
   */
  @ParameterizedTest
  @CsvSource({
    "0.35, 0, EXPLAINED",
    "0.225, 0.5, EXPLAINED",
    "0.10, 1, EXPLAINED",
    "0.5, 0, COLLECTED_TOO_HIGH",
    "0.05, 1, COLLECTED_TOO_LOW"
  })
  void the_share_is_what_the_collected_rate_lacks_of_the_full_layer(
      double collected, double share, Fit fit) {
    ImpliedTakeUp takeUp = new ImpliedTakeUp(collected, 0.10, 0.25);
    assertEquals(share, takeUp.share(), 1e-12);
    assertEquals(fit, takeUp.fit());
  }

  @Test
  void what_relief_cannot_explain_is_shown() {
    ImpliedTakeUp tooHigh = new ImpliedTakeUp(0.5, 0.10, 0.25);
    assertEquals(0.15, tooHigh.unexplained(), 1e-12);
    assertEquals("take-up 0.00%, collected too high", tooHigh.toString());
    assertTrue(tooHigh.table().toString().contains("unexplained"), tooHigh.table()::toString);
  }

  @Test
  void a_rate_out_of_bounds_is_named_with_its_value() {
    assertEquals(
        "layer must be finite and positive, but was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new ImpliedTakeUp(0.1, 0.1, 0))
            .getMessage());
    assertEquals(
        "collected must be finite and above -1, but was NaN",
        assertThrows(IllegalArgumentException.class, () -> new ImpliedTakeUp(Double.NaN, 0.1, 0.2))
            .getMessage());
  }

  @Property
  void the_share_lies_between_none_and_all(
      @ForAll @DoubleRange(min = -0.5, max = 3) double collected,
      @ForAll @DoubleRange(min = 0, max = 2) double other,
      @ForAll @DoubleRange(min = 0.01, max = 2) double layer) {
    double share = new ImpliedTakeUp(collected, other, layer).share();
    assertTrue(share >= 0 && share <= 1, () -> "share " + share);
  }

  @Property
  void the_share_comes_back_from_the_rate_that_it_makes(
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 2) double other,
      @ForAll @DoubleRange(min = 0.01, max = 2) double layer) {
    ImpliedTakeUp takeUp = new ImpliedTakeUp(other + (1 - share) * layer, other, layer);
    assertEquals(share, takeUp.share(), 1e-9);
    assertEquals(Fit.EXPLAINED, takeUp.fit());
    assertEquals(0, takeUp.unexplained(), 1e-12);
  }

  @Property
  void more_collected_never_means_more_relief(
      @ForAll @DoubleRange(min = 0, max = 2) double collected,
      @ForAll @DoubleRange(min = 0, max = 1) double more) {
    double before = new ImpliedTakeUp(collected, 0.1, 0.25).share();
    assertTrue(new ImpliedTakeUp(collected + more, 0.1, 0.25).share() <= before);
  }
}
