package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;

/**
 * The windows for goods in transit are for goods loaded onto a vessel (EO 14326 s. 3; headings
 * 9903.02.02 to .73): a shipment that tells its mode of transport and the day of loading is asked
 * with both.
 */
class GoodsInTransitTest {

  private static String duty(Shipment shipment) {
    return LandedCostCalculator.of("US")
        .source(shipment, UsTariffs.book().on("2025-08-08"))
        .stack()
        .summary();
  }

  private static Shipment shirts() {
    return Shipment.of("6109.10.00", "VN", "USD 10000")
        .withFacts(DeclaredFacts.parse("loaded=2025-08-06"));
  }

  @ParameterizedTest
  @CsvSource({"SEA, 10.0", "AIR, 20.0", "ROAD, 20.0", "POST, 20.0"})
  void goods_loaded_before_are_under_the_older_rate_by_sea_only(TransportMode mode, String rate) {
    assertEquals(
        "MFN 16.5% + IEEPA reciprocal " + rate + "%", duty(shirts().withMode(mode)), mode::name);
  }

  @Test
  void what_is_declared_of_the_mode_goes_before_it() {
    assertEquals(
        "MFN 16.5% + IEEPA reciprocal 20.0%",
        duty(shirts().withMode(TransportMode.SEA).withFacts(DeclaredFacts.parse("mode=air"))));
    assertEquals("MFN 16.5% + IEEPA reciprocal 10.0%", duty(shirts()));
  }
}
