package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.tariff.RoundingPolicy.Increment;
import org.tariffeconomics.tariff.RoundingPolicy.Level;

/** Steps of rounding: what they round to, what they may be, and how they are written. */
class RoundingPolicyTest {

  private static String refusal(String step) {
    return assertThrows(
            IllegalArgumentException.class, () -> RoundingPolicy.ofStep(step, RoundingMode.DOWN))
        .getMessage();
  }

  /** Multiples by hand: half of a step goes up, and away from zero below it. */
  @ParameterizedTest
  @CsvSource({
    "JPY 100, DOWN, 12399, 12300",
    "JPY 100, UP, 12301, 12400",
    "JPY 1, HALF_UP, 0.5, 1",
    "CHF 0.05, HALF_UP, 1.025, 1.05",
    "CHF 0.05, HALF_UP, 1.0249, 1.00",
    "CHF 0.05, HALF_UP, -1.025, -1.05",
    "USD 0.01, HALF_EVEN, 0.125, 0.12",
    "BHD 0.001, UP, 0.0001, 0.001",
    "KRW 10, DOWN, 19.99, 10",
    "JPY 250, HALF_DOWN, 375, 250",
  })
  void an_amount_becomes_a_whole_multiple(
      String step, RoundingMode mode, String amount, String expected) {
    RoundingPolicy policy = RoundingPolicy.ofStep(step, mode);
    assertEquals(new BigDecimal(expected), policy.round(new BigDecimal(amount)));
    assertTrue(policy.hasSteps());
    assertEquals(policy, RoundingPolicy.parse(policy.toString()));
  }

  @Test
  void a_step_has_at_most_fifteen_digits_and_twenty_decimals() {
    String bounds = "A rounding step must have at most 15 digits and 20 decimals";
    String fifteen = "123456789012345";
    assertEquals(
        fifteen, RoundingPolicy.ofStep("JPY " + fifteen, RoundingMode.UP).duty().step().toString());
    assertTrue(refusal("JPY " + fifteen + "6").startsWith(bounds));
    BigDecimal finest = new BigDecimal("1E-20");
    assertEquals(finest, new Increment(finest, Optional.empty(), RoundingMode.UP).step());
    assertTrue(refusal("USD 0.000000000000000000001").startsWith(bounds));
    assertEquals("100000000000000", step("1E+14").toPlainString());
    assertEquals(0, step("1E+14").scale());
  }

  private static BigDecimal step(String text) {
    return new Increment(new BigDecimal(text), Optional.of(CurrencyUnit.JPY), RoundingMode.UP)
        .step();
  }

  @Test
  void decimals_need_no_currency_and_other_steps_do() {
    Increment cents = new Increment(new BigDecimal("0.010"), Optional.empty(), RoundingMode.UP);
    assertEquals(2, cents.decimals());
    assertEquals(
        "A rounding step of no power of ten must state its currency, but was 0.05",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Increment(new BigDecimal("0.05"), Optional.empty(), RoundingMode.UP))
            .getMessage());
    Increment nickel =
        new Increment(new BigDecimal("0.05"), Optional.of(CurrencyUnit.of("CHF")), RoundingMode.UP);
    assertEquals(2, nickel.decimals());
    assertEquals(Optional.of(5L), nickel.inMinor(2));
    assertEquals(Optional.empty(), nickel.inMinor(1));
    assertEquals(Optional.of(100L), cents.inMinor(4));
    assertEquals(Optional.empty(), cents.inMinor(1));
    assertEquals(Optional.of(100_000_000_000_000L), cents.inMinor(16));
    assertEquals(Optional.empty(), cents.inMinor(17));
  }

  @Test
  void only_steps_of_money_and_of_the_value_are_told_in_results() {
    assertFalse(RoundingPolicy.EACH_DUTY_TO_CENT.hasSteps());
    assertFalse(new RoundingPolicy(0, RoundingMode.DOWN, Level.TOTAL).hasSteps());
    assertTrue(
        RoundingPolicy.EACH_DUTY_TO_CENT.withBaseStep("USD 1", RoundingMode.DOWN).hasSteps());
  }

  /** Two decimals are the cent, which yen do not have and dinars have beside a third. */
  @Test
  void the_cent_fits_every_currency() {
    RoundingPolicy cent = RoundingPolicy.EACH_DUTY_TO_CENT;
    assertEquals(0, cent.requireFor(CurrencyUnit.JPY).decimals());
    assertEquals(cent, cent.requireFor(CurrencyUnit.USD));
    assertEquals(2, cent.requireFor(CurrencyUnit.of("BHD")).decimals());
  }

  @Test
  void what_is_refused_is_repeated_in_part() {
    String sixty = "x".repeat(60);
    assertTrue(refusal(sixty).endsWith("'" + sixty + "'"), refusal(sixty));
    assertTrue(refusal(sixty + "y").endsWith("'" + sixty + "…'"), refusal(sixty + "y"));
    // a text that is cut would read as another step
    assertTrue(refusal("JPY 1" + "0".repeat(5_000)).length() < 150);
    assertTrue(refusal("JPY 1" + "0".repeat(35)).startsWith("A rounding step must have at most"));
    assertTrue(refusal("USD -1").startsWith("A rounding step must be positive, but was -1"));
  }
}
