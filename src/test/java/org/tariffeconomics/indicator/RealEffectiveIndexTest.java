package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked by hand from the formulas. */
class RealEffectiveIndexTest {

  @Test
  void at_the_same_tariff_prices_and_rates_nobody_is_ahead() {
    RealEffectiveIndex index =
        RealEffectiveIndex.of(
            0.15,
            List.of(new RivalTerms("jp", 0.6, 0.15, 1, 1), new RivalTerms("de", 0.4, 0.15, 1, 1)));
    assertEquals(1, index.reer());
    assertEquals(1, index.tariffCompetitiveness());
    assertEquals(1, index.combined());
  }

  @Test
  void one_rival_is_the_plain_ratio() {
    RealEffectiveIndex index =
        RealEffectiveIndex.of(0.25, List.of(new RivalTerms("jp", 1, 0.15, 1.1, 0.9)));
    assertEquals(0.99, index.reer(), 1e-15);
    assertEquals(1.15 / 1.25, index.tariffCompetitiveness(), 1e-15);
    assertEquals(1.15 / 1.25 / 0.99, index.combined(), 1e-15);
    assertEquals(
        100 * Math.log(1.15 / 1.25), index.table().number(0, "tariffs").doubleValue(), 1e-12);
    assertEquals("REER 0.9900, tariff competitiveness 0.9200, combined 0.9293", index.toString());
  }

  @Test
  void weights_that_leave_a_rival_out_are_refused() {
    List<RivalTerms> half = List.of(new RivalTerms("jp", 0.5, 0.15, 1, 1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> RealEffectiveIndex.of(0.1, half))
            .getMessage();
    assertEquals("weights must sum to 1, but summed to 0.5", message);
    assertThrows(IllegalArgumentException.class, () -> RealEffectiveIndex.of(0.1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new RivalTerms("jp", 1, 0.1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new RivalTerms("jp", -1, 0.1, 1, 1));
  }
}
