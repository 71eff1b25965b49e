package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.timeline;
import static org.tariffeconomics.Tariffs.us;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;

/** What is so of no goods is refused by every door, with what contradicts what. */
class UsContradictionsTest {

  private static final String DAY = "2026-05-01";

  static Stream<List<String>> contradictions() {
    return Stream.of(
        List.of("7317.00.55", "CN with AD case=none; AD deposit=5%", "AD case is none"),
        List.of("7317.00.55", "CN with CVD case=NONE; CVD deposit=5%", "CVD case is none"),
        List.of("8703.23.01", "JP with age=-3", "age must not be negative"),
        List.of("0406.10.88", "FR with unit value:kg=-3", "unit value:kg must not be negative"),
        List.of("7326.90.86", "CN with weight:steel=1.2", "weight:steel must be within 0 and 1"),
        List.of(
            "7326.90.86", "CN with weight:steel=0.9; weight:aluminium=0.9", "at most 1 together"),
        List.of("7326.90.86", "CN with metal weight share=2", "metal weight share must be within"),
        List.of("7208.10.15", "GB with melted:GB=0.9; melted:US=0.9", "at most 1 together"),
        List.of(
            "7326.90.86", "CN with weight:steel=0.5; weight:aluminium+steel=0.4", "no more than"),
        List.of("7208.10.15", "GB with metal origin=US; melted:GB=0.9", "at most 1 together"),
        List.of("7208.10.15", "GB with metal origin=GB; melted:GB=0.5", "all of the metal"),
        List.of("8703.23.01", "JP with loaded=2026-05-02", "not be after the day of entry"),
        List.of("8703.23.01", "JP with loaded=14.05.2026", "not be after the day of entry"),
        List.of("7326.90.86", "CN with content:steel=0.7; content:copper=0.6", "within 0 and 1"),
        List.of("8703.23.01", "MX claiming USMCA claiming KORUS", "one preference"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void a_contradiction_is_refused_by_every_door(List<String> row) {
    String line = row.get(0);
    String origin = row.get(1);
    List<Executable> doors =
        List.of(
            () -> duty(line, origin, DAY),
            () -> compare(line, DAY, origin),
            () -> timeline(line, "2026-04-30", DAY, origin).table(),
            () -> landed(shipment(line, origin, "USD 100", "USD 1", "USD 1", "sea"), DAY),
            () ->
                portfolio(
                    "sku,line,origin,value\nA," + line + ",\"" + origin + "\",USD 10\n", DAY));
    for (Executable each : doors) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, each, row::toString);
      assertTrue(refused.getMessage().contains(row.get(2)), refused::getMessage);
    }
  }

  /**
   * What agrees is taken: a metal of one country melted there, goods loaded on the day of entry.
   */
  @Test
  void what_agrees_is_not_refused() {
    for (String good :
        List.of(
            "metal origin=GB; melted:GB=1; melted:US=0",
            "melted:GB=0.5; melted:US=0.5",
            "weight:steel=0.5; weight:aluminium=0.5",
            "loaded=" + DAY,
            "loaded=30 April 2026; exported=2026-04-29",
            "age=0; AD case=none; CVD case=none")) {
      DeclaredFacts facts = DeclaredFacts.parse(good);
      assertEquals(Optional.empty(), facts.contradiction(), good);
      DutyStack stack = us().on(DAY).stack(HsCode.of("7208.10.15"), Country.of("GB"), facts);
      assertEquals(facts, stack.facts());
    }
  }

  /** Metal melted in the United Kingdom to 95 % is not melted in the United States to 95 %. */
  @Test
  void no_case_of_a_bounded_duty_contradicts_itself() {
    DutyStack open =
        us().withoutAssumptions()
            .on(DAY)
            .stack(HsCode.of("7326.90.86"), Country.of("GB"), DeclaredFacts.none());
    for (DutyStack each : open.cases()) {
      assertEquals(Optional.empty(), each.facts().contradiction(), each::toString);
    }
  }
}
