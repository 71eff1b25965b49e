package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.averageDuty;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.day;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.feasibility;
import static org.tariffeconomics.Tariffs.gap;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.ownAndRivals;
import static org.tariffeconomics.Tariffs.positions;
import static org.tariffeconomics.Tariffs.progress;
import static org.tariffeconomics.Tariffs.retaliation;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.status;
import static org.tariffeconomics.Tariffs.timeline;
import static org.tariffeconomics.Tariffs.us;
import static org.tariffeconomics.Tariffs.withoutDeal;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day with its year at the end is read where it is one day, and refused with both where two. */
class AmbiguousDaysTest {

  /** Every verb that takes a day as text, with the day where the test puts it. */
  private static final List<Function<String, Object>> VERBS =
      List.of(
          d -> duty("8703.23.01", "JP", d),
          d -> compare("8703.23.01", d, "JP"),
          d -> gap("8703.23.01", d, "KR", "JP"),
          d -> timeline("8703.23.01", d, "2025-12-31", "JP"),
          d -> timeline("8703.23.01", "2025-01-01", d, "JP"),
          d -> landed(shipment("8703.23.01", "JP", "USD 9", "USD 1", "USD 1", "sea"), d),
          d -> us().on(d),
          d -> us().on("2025-12-31").asKnownOn(d),
          d -> positions("cars", "2025-01-01", d),
          d -> ownAndRivals("cars", "2025-01-01", d, "JP"),
          d -> shareShift("cars", "2025-01-01", d, 5),
          d -> market("cars", d),
          d -> leftBehind("cars", d),
          d -> status("JP", "autos", d, "2026-01-01"),
          d -> progress("JP", "approved", d),
          d -> feasibility("USD 350bn", "USD 20bn", d, "2029-01-19"),
          d -> retaliation("CA", d),
          d -> withoutDeal("JP", "8703.23.01", d),
          d -> averageDuty("8703", d));

  @ParameterizedTest
  @ValueSource(strings = {"09.10.2025", "09-10-2025", "09/10/2025", "9.10.2025"})
  void a_day_that_can_be_two_is_refused_with_both(String text) {
    for (Function<String, Object> each : VERBS) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> each.apply(text),
                  () -> "verb " + VERBS.indexOf(each))
              .getMessage();
      assertTrue(message.contains("2025-09-10") && message.contains("2025-10-09"), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"16.09.2025", "16-09-2025", "16/09/2025", "16 Sep 2025", "9/16/2025"})
  void a_day_that_is_one_is_read(String text) {
    assertEquals(day("2025-09-16"), day(text));
    assertEquals(
        duty("8703.23.01", "JP", "2025-09-16").range(), duty("8703.23.01", "JP", text).range());
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2025", "32-01-2025", "13.13.2025"})
  void a_day_that_is_none_is_refused(String text) {
    for (Function<String, Object> each : VERBS) {
      assertThrows(IllegalArgumentException.class, () -> each.apply(text));
    }
  }
}
