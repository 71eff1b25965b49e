package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.UnitValue.Method;

/** Expected equivalents are worked out by hand beside each number. */
class AdValoremEquivalentTest {

  private static final Source SOURCE = Source.user("made for the test");

  private static UnitValue flow(String value, String... quantities) {
    return UnitValue.ofFlow(
        BigMoney.parse(value),
        SOURCE,
        List.of(quantities).stream().map(Quantity::parse).toArray(Quantity[]::new));
  }

  private static String equivalent(String rate, UnitValue unitValue) {
    return AdValoremEquivalent.of(DutyRate.parse(rate), unitValue)
        .rate()
        .map(r -> r.toText(4))
        .orElse("unknown");
  }

  /** 0.44 / 5.50 = 8 %. */
  @Test
  void a_specific_duty_over_the_unit_value() {
    assertEquals("8.0000%", equivalent("44¢/kg", flow("USD 5500", "1 t")));
    assertEquals("8.0000%", equivalent("8%", flow("USD 5500", "1 t")));
    assertEquals("0.0000%", equivalent("Free", flow("USD 5500", "1 t")));
  }

  /** (5,400 + 7 % of 320,150 + 0.025 × 48,000) / 320,150: a published worked example, 9.06153 %. */
  @Test
  void a_compound_rate_on_two_quantities() {
    assertEquals(
        "9.0615%",
        equivalent("5400 USD/piece + 7% + 2.5¢/kg", flow("USD 320150", "1 piece", "48000 kg")));
  }

  /** At 2.00 a kilogram 0.30 is 15 % and goes before 10 %; at 5.00 it is 6 % and does not. */
  @Test
  void a_mixed_rate_is_the_greater_at_that_unit_value() {
    assertEquals("15.0000%", equivalent("max(10%, 0.3 USD/kg)", flow("USD 2", "1 kg")));
    assertEquals("10.0000%", equivalent("max(10%, 0.3 USD/kg)", flow("USD 5", "1 kg")));
  }

  @Test
  void a_unit_value_that_does_not_fit_gives_no_equivalent() {
    AdValoremEquivalent other =
        AdValoremEquivalent.of(DutyRate.parse("44¢/kg"), flow("USD 5", "1 liter"));
    assertEquals(Optional.empty(), other.rate());
    assertTrue(other.reasons().get(0).contains("kg"), other::toString);
    assertEquals("unknown", equivalent("44¢/kg", flow("EUR 5", "1 kg")));
    assertEquals("unknown", equivalent("see heading 9904", flow("USD 5", "1 kg")));
    assertTrue(other.table().toText().contains("1 liter"));
  }

  /** 100 kg for 200 and 300 kg for 1,200: 3.50 weighted, (2 + 4) / 2 = 3.00 unweighted. */
  @Test
  void methods_differ() {
    List<UnitValue> suppliers = List.of(flow("USD 200", "100 kg"), flow("USD 1200", "0.3 t"));
    UnitValue weighted = UnitValue.weighted(suppliers, SOURCE);
    UnitValue mean = UnitValue.mean(suppliers, SOURCE);
    assertEquals("12.0000%", equivalent("42¢/kg", weighted));
    assertEquals("14.0000%", equivalent("42¢/kg", mean));
    UnitValue world =
        UnitValue.of(Method.WORLD, BigMoney.parse("USD 2.10"), Quantity.parse("1 kg"), SOURCE);
    String table =
        AdValoremEquivalent.compare(DutyRate.parse("42¢/kg"), List.of(weighted, mean, world))
            .toText();
    assertTrue(table.contains("2.00") && table.contains("8.00"), table);
    assertTrue(table.contains("made for the test"), table);
  }

  @Test
  void unit_values_must_be_such() {
    assertThrows(IllegalArgumentException.class, () -> flow("USD 0", "1 kg"));
    assertThrows(IllegalArgumentException.class, () -> flow("USD 1", "0 kg"));
    assertThrows(IllegalArgumentException.class, () -> flow("USD 1"));
    assertThrows(IllegalArgumentException.class, () -> flow("USD 1", "1 kg", "2 t"));
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitValue.weighted(List.of(flow("USD 1", "1 kg"), flow("USD 1", "1 liter")), SOURCE));
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitValue.mean(List.of(flow("USD 1", "1 kg"), flow("EUR 1", "1 kg")), SOURCE));
    assertThrows(IllegalArgumentException.class, () -> UnitValue.mean(List.of(), SOURCE));
    assertThrows(
        IllegalArgumentException.class,
        () -> AdValoremEquivalent.compare(DutyRate.percent("8"), List.of()));
  }
}
