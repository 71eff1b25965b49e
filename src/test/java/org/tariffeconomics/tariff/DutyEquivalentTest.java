package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.duty;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.AdValoremEquivalent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;

/** Ad valorem equivalents of whole stacks at a unit value, by hand. */
class DutyEquivalentTest {

  private static final String DAY = "2026-05-01";

  private static String at(DutyStack stack, String unitValue) {
    return stack.atUnitValue(unitValue).range().orElseThrow().toText(3);
  }

  /** HTS 0406.10.88: 1.509 USD/kg; 10 % of section 122; above the trigger prices no more. */
  @Test
  void a_specific_duty_and_shares_of_the_value_add_up() {
    // 1.509 / 4.50 + 10 %
    assertEquals("43.533%", at(duty("0406.10.88", "FR", DAY), "USD 4.50/kg"));
    // 1.509 / 1.00 + 10 % + the safeguard of prices from 0.9 to below 1.1 USD/kg
    DutyEquivalent cheap = duty("0406.10.88", "FR", DAY).atUnitValue("USD 1/kg");
    assertTrue(cheap.stack().summary().contains("agricultural safeguard"), cheap.stack()::summary);
    assertTrue(cheap.rate().orElseThrow().compareTo(Rate.percent("160.9")) > 0, cheap::toString);
    assertTrue(
        cheap.stamp().assumptions().contains("ad valorem equivalent at USD 1 for 1 kg"),
        cheap.stamp()::toString);
  }

  /** 4.4 cents on 4.50 USD are 0.9778 %, not the 4 cents that are payable on one kilogram. */
  @Test
  void an_equivalent_is_not_rounded_to_cents() {
    assertEquals("0.978%", at(duty("0202.30.50", "AR", DAY), "USD 4.50/kg"));
    assertEquals("0.978%", at(duty("0202.30.50", "AR", DAY), "$450 per 100 kg"));
    assertEquals(
        "0.978%",
        compare("0202.30.50", DAY, "AR")
            .atUnitValue("USD 4.50/kg")
            .entries()
            .get(0)
            .range()
            .orElseThrow()
            .toText(3));
  }

  /** HTS 0202.30: 4 %, 10 %, 4.4 cents and 26.4 %: the least is 0.044 / 5.50 = 0.8 %. */
  @Test
  void a_heading_has_bounds_where_it_has_none_without_a_unit_value() {
    DutyStack beef = duty("0202.30", "AU", DAY);
    assertEquals(Optional.empty(), beef.range());
    DutyEquivalent equivalent = beef.atUnitValue("USD 5.50/kg");
    assertEquals("0.8% to 26.4%", equivalent.range().orElseThrow().toText(1));
    assertEquals(Optional.empty(), equivalent.rate());
    assertTrue(equivalent.reasons().get(0).startsWith("decided by line"), equivalent::toString);
    DutyComparison comparison = compare("0202.30", DAY, "AU", "BR").atUnitValue("USD 5.50/kg");
    assertEquals("0.8% to 26.4%", comparison.entries().get(0).range().orElseThrow().toText(1));
    assertTrue(comparison.stamp().toString().contains("at USD 5.50 for 1 kg"));
    assertTrue(comparison.toRecord().replay(comparison.law().book()).isSame());
  }

  @Test
  void what_a_unit_value_does_not_tell_is_unknown_and_what_it_contradicts_refused() {
    DutyEquivalent wine = duty("2204.21.50", "FR", DAY).atUnitValue("USD 4/No.");
    assertEquals(Optional.empty(), wine.range());
    assertTrue(wine.reasons().toString().contains("liter"), wine::toString);
    assertThrows(
        IllegalArgumentException.class,
        () -> duty("0406.10.88", "FR with unit value:kg=3", DAY).atUnitValue("USD 4.50/kg"));
    assertThrows(
        IllegalArgumentException.class,
        () -> duty("0406.10.88", "FR", DAY).atUnitValue("EUR 4.50/kg"));
    for (String bad :
        List.of("", "4.50/kg", "USD 4.50", "USD 0/kg", "USD 4.50/", "USD/kg", "/kg")) {
      assertThrows(IllegalArgumentException.class, () -> UnitValue.parse(bad), bad);
    }
    assertEquals(UnitValue.parse("USD 4.50 / kg"), UnitValue.parse("4.50 USD per kg"));
    assertNotEquals(UnitValue.parse("USD 4.50/kg"), UnitValue.parse("USD 4.50/liter"));
  }

  /** One rate alone comes to the equivalent of that rate. */
  @Property(tries = 100)
  void a_single_duty_has_the_equivalent_of_its_rate(
      @ForAll @IntRange(min = 1, max = 100_000) int cents, @ForAll @IntRange(max = 500) int duty) {
    String rate = duty + "¢/kg + 3%";
    UnitValue value =
        UnitValue.parse("USD " + cents / 100 + "." + cents / 10 % 10 + cents % 10 + "/kg");
    DutyStack stack =
        TariffBook.us(TariffMeasure.base("0201", rate))
            .on(DAY)
            .stack(HsCode.of("0201"), Country.of("BR"));
    assertEquals(
        AdValoremEquivalent.of(DutyRate.parse(rate), value).rate(),
        stack.atUnitValue(value).rate());
  }
}
