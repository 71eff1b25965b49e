package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.us;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What decides a duty is told with what it comes to: each alternative is the duty of assuming it.
 */
class UsDecidingFactsTest {

  /**
   * Headings of which some lines ask for one metal and others for another: all aluminium by value
   * or weight leaves no steel on the lines that ask for steel only.
   */
  @ParameterizedTest
  @CsvSource({
    "8418, CN, 2025-11-15",
    "8418, GB, 2025-11-15",
    "8418, CN with content:steel=0.4, 2025-11-15",
    "8418, JP with content:US=0.4, 2025-11-15",
    "8302, CN, 2026-05-01",
    "8302, GB with weight:steel=0.1, 2026-05-01",
    "8302, CN with weight:aluminium=0.1, 2026-05-01",
    "7326, GB with melted:US=0.04, 2026-05-01",
    "4418, CN with weight:aluminium+steel=0.2, 2026-05-01"
  })
  void an_alternative_is_the_duty_of_assuming_it(String line, String origin, String day) {
    DutyStack stack = us().on(day).stack(HsCode.of(line), DeclaredOrigin.parse(origin));
    for (DecidingFact each : stack.decidedBy()) {
      for (DecidingFact.Alternative one : each.alternatives()) {
        one.value()
            .ifPresent(
                value ->
                    assertEquals(
                        stack.assuming(each.name() + "=" + value).range(),
                        one.range(),
                        each.name() + " " + one.words()));
      }
    }
  }

  /**
   * The weight of one metal that is declared decides for several together, and leaves others less.
   */
  @Test
  void a_declared_weight_decides_what_is_asked_of_others() {
    DutyStack open = duty("8418.10", "AU", "2026-05-01");
    assertEquals("10% to 25%", open.range().orElseThrow().toString());
    assertEquals("25%", open.assuming("weight:steel=0.5").range().orElseThrow().toString());
    assertEquals("10%", open.assuming("weight:copper=0.9").range().orElseThrow().toString());
    DutyStack some = open.assuming("weight:steel=0.1");
    assertEquals("10% to 25%", some.range().orElseThrow().toString());
    assertTrue(
        some.decidedBy().toString().contains("from 0.1 to below 0.15: 10.0%"),
        some.decidedBy()::toString);
    assertEquals(Optional.empty(), some.adValoremRate());
    assertEquals(List.of(), open.assuming("weight:steel=0.5").decidedBy());
  }
}
