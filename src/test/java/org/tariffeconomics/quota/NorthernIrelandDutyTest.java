package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.quota.NorthernIrelandDuty.Reading;

class NorthernIrelandDutyTest {

  private static NorthernIrelandDuty at(String uk, String eu, Reading reading) {
    return NorthernIrelandDuty.of(
        BigMoney.parse("GBP 100"),
        BigMoney.parse("GBP " + uk),
        BigMoney.parse("GBP " + eu),
        reading);
  }

  /** The first two columns of results are the calculator's published test on a value of 100. */
  @ParameterizedTest
  @CsvSource({
    "3, 6, UK, EU",
    "3, 7, EU, EU",
    "3, 5.99, UK, UK",
    "7, 3, EU, UK",
    "5, 5, UK, UK",
    "0, 0, UK, UK"
  })
  void calculator_and_guidance_agree_but_for_the_limit_and_a_lower_duty(
      String uk, String eu, String calculator, String guidance) {
    assertEquals(calculator, at(uk, eu, Reading.CALCULATOR).tariff().toString());
    assertEquals(guidance, at(uk, eu, Reading.GUIDANCE).tariff().toString());
  }

  @Test
  void the_answer_is_the_duty_of_the_tariff_that_counts() {
    NorthernIrelandDuty choice = at("3", "7", Reading.CALCULATOR);
    assertEquals("EU duty counts: GBP 7", choice.toString());
    assertEquals(BigMoney.parse("GBP 4"), choice.difference());
    assertTrue(choice.table().toText().contains("yes"));
    assertEquals("UK duty counts: GBP 3", at("3", "6", Reading.CALCULATOR).toString());
  }

  @Test
  void amounts_of_two_currencies_are_refused() {
    BigMoney pounds = BigMoney.parse("GBP 1");
    BigMoney euros = BigMoney.parse("EUR 1");
    assertThrows(
        IllegalArgumentException.class,
        () -> NorthernIrelandDuty.of(pounds, pounds, euros, Reading.GUIDANCE));
    BigMoney negative = BigMoney.parse("GBP -1");
    assertThrows(
        IllegalArgumentException.class,
        () -> NorthernIrelandDuty.of(pounds, negative, pounds, Reading.GUIDANCE));
  }
}
