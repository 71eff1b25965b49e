package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;

/**
 * Duties that depend on a price or on certificates, in the form of TARIC: 1,000 kg (10 DTN) of
 * goods worth EUR 1,000, so that 14.4 % is 144 and EUR 29.8 a DTN is 298. Amounts are worked out by
 * hand.
 */
class ConditionLadderTest {

  /** The ladder of tomatoes as TARIC prints it, cut to three steps. */
  private static final String TOMATOES =
      "Cond: V 52.600 EUR/DTN(01):14.400 % ; V 50.000 EUR/DTN(01):14.400 % + 2.600 EUR DTN"
          + " ; V 0.000 EUR/DTN(01):14.400 % + 29.800 EUR DTN";

  private static final String MINIMUM =
      "Cond: F 2,408.000 EUR/TNE(01):0.000 EUR TNE ; F 0.000 EUR/TNE(11):2,408.000 EUR TNE";

  private static final String UNDERTAKING = "Cond: A cert: D-008 (01):2.5 % ; A (01):19.2 %";

  private static DutyAmount on(String rate, String facts) {
    return DutyRate.parse(rate)
        .on(
            DutyBasis.of(BigMoney.parse("EUR 1000"), Quantity.parse("1000 kg"))
                .withExchangeRates(ExchangeRates.parse("EUR/USD=1.25"))
                .withFacts(DeclaredFacts.parse(facts)));
  }

  private static void assertDuty(String eur, String rate, String facts) {
    DutyAmount amount = on(rate, facts);
    assertEquals(DutyAmount.of(BigMoney.parse("EUR " + eur)), amount, amount.reasons()::toString);
  }

  private static void assertOpen(String reason, String rate, String facts) {
    DutyAmount amount = on(rate, facts);
    assertEquals(Optional.empty(), amount.amount());
    assertTrue(amount.reasons().toString().contains(reason), amount.reasons()::toString);
  }

  /** A price is met from its very amount upwards, in whatever unit and currency it is declared. */
  @ParameterizedTest
  @CsvSource({
    "60 EUR/100 kg, 144",
    "52.6 EUR/100 kg, 144",
    "52.59 EUR/100 kg, 170",
    "50 EUR/100 kg, 170",
    "49.99 EUR/100 kg, 442",
    "0 EUR/100 kg, 442",
    "0.526 EUR/kg, 144",
    "0.5259 EUR/kg, 170",
    "526 EUR/t, 144",
    "65.75 USD/100 kg, 144",
    "65.74 USD/100 kg, 170"
  })
  void the_first_step_that_the_entry_price_reaches_counts(String price, String eur) {
    assertDuty(eur, TOMATOES, "entry price=" + price);
  }

  @Test
  void a_price_that_is_not_declared_or_not_understood_leaves_the_duty_open() {
    assertOpen("declare the entry price", TOMATOES, "");
    assertOpen("declare the entry price", TOMATOES, "cif price=60 EUR/100 kg");
    assertOpen("money per quantity", TOMATOES, "entry price=60 EUR");
    assertOpen("no exchange rate of it to EUR", TOMATOES, "entry price=60 JPY/100 kg");
    assertOpen("not understood", TOMATOES, "entry price=60 EUR/item");
    assertOpen("it meets no step", "Cond: V 50 EUR/DTN(01):4 %", "entry price=49 EUR/100 kg");
  }

  /** What EUR 2,408 a tonne exceeds the price by: 2,408 − 2,000 on one tonne. */
  @Test
  void a_minimum_price_is_made_up_for() {
    assertDuty("0", MINIMUM, "cif price=2408 EUR/t");
    assertDuty("408", MINIMUM, "cif price=2000 EUR/t");
    assertDuty("2408", MINIMUM, "cif price=0 EUR/t");
    assertOpen("declare the cif price", MINIMUM, "entry price=2000 EUR/t");
    for (String action : List.of("02", "03", "12")) {
      assertDuty("408", MINIMUM.replace("(11)", "(" + action + ")"), "cif price=2000 EUR/t");
    }
    assertDuty("0", "Cond: F 0.000 EUR/TNE(11):1,000.000 EUR TNE", "cif price=2000 EUR/t");
  }

  @Test
  void the_letter_says_which_price_is_asked_for() {
    String ladder = "Cond: %s 1 EUR/kg(01):5 %% ; %s 0 EUR/kg(01):10 %%";
    assertDuty("50", ladder.formatted("V", "V"), "entry price=1 EUR/kg; cif price=0.5 EUR/kg");
    assertDuty("100", ladder.formatted("M", "M"), "declared price=0.5 EUR/kg; cif price=1 EUR/kg");
    assertDuty("50", ladder.formatted("L", "L"), "cif price=1 EUR/kg; entry price=0.5 EUR/kg");
  }

  @Test
  void a_certificate_that_is_held_lowers_the_duty() {
    assertDuty("25", UNDERTAKING, "certificates=\"D-008\"");
    assertDuty("25", UNDERTAKING, "certificates=\"N-990, D008\"");
    assertDuty("25", UNDERTAKING, "certificates=D-008 N-990");
    assertDuty("192", UNDERTAKING, "certificates=none");
    assertDuty("192", UNDERTAKING, "certificates=D-0088");
    assertOpen("declare the certificates", UNDERTAKING, "");
    assertOpen("it meets no step", "Cond: A cert: D-008 (01):2.5 %", "certificates=none");
  }

  /** A step that asks for a price is not met by goods that merely lack a certificate. */
  @Test
  void certificates_and_prices_of_one_letter_both_count() {
    String both = "Cond: A cert: D-008 (01):2.5 % ; A 50 EUR/DTN(01):10 % ; A 0 EUR/DTN(01):20 %";
    assertDuty("25", both, "certificates=D-008");
    assertDuty("100", both, "certificates=none; cif price=50 EUR/100 kg");
    assertDuty("200", both, "certificates=none; cif price=49 EUR/100 kg");
    assertOpen("declare the cif price", both, "certificates=none");
    assertOpen("declare the certificates", both, "cif price=50 EUR/100 kg");
  }

  @Test
  void actions_allow_charge_or_are_not_known() {
    assertDuty("50", "Cond: A cert: D-020 (28):; A (08):; B (01):5 %", "certificates=D-020");
    assertOpen(
        "action 08 of the condition",
        "Cond: A cert: D-020 (28):; A (08):; B (01):5 %",
        "certificates=none");
    for (String allows : List.of("14", "24", "25", "26", "28", "29", "34", "36")) {
      assertDuty("50", "Cond: A (" + allows + "):; B (01):5 %", "");
    }
    assertDuty("50", "Cond: B (27):5 %", "");
    assertOpen("action 77 is not known", "Cond: B (77):5 %", "");
    assertOpen("action 11 is not known", "Cond: B (11):5 %", "");
    assertOpen("no condition gives a duty", "Cond: A (28):", "");
  }

  @Test
  void two_letters_that_each_give_a_duty_leave_it_open() {
    assertOpen("several conditions give a duty each", "Cond: A (01):5 % ; B (01):6 %", "");
    assertOpen("declare the entry price", "Cond: A (01):5 % ; V 0 EUR/DTN(01):6 %", "");
  }

  @Test
  void a_ladder_asks_for_what_its_steps_ask_for() {
    assertEquals(Set.of("entry price"), ladder(TOMATOES).facts());
    assertEquals(Set.of("certificates"), ladder(UNDERTAKING).facts());
    assertEquals(
        Set.of("certificates", "declared price", "cif price"),
        ladder("Cond: A cert: D-008 (28): ; A (08): ; M 1 EUR/kg(01):5 % ; F 1 EUR/kg(01):5 %")
            .facts());
    assertEquals(
        List.of(DutyRate.parse("2.5%"), DutyRate.parse("19.2%")), ladder(UNDERTAKING).parts());
  }

  private static ConditionLadder ladder(String text) {
    return (ConditionLadder) DutyRate.parse(text);
  }

  @Test
  void steps_are_written_in_capitals_and_digits() {
    assertThrows(IllegalArgumentException.class, () -> new ConditionLadder(List.of()));
    for (String letter : List.of("", "v", "ABC", "Ä")) {
      assertThrows(IllegalArgumentException.class, () -> step(letter, "D-008", "01"));
    }
    for (String action : List.of("", "1", "001", "0x")) {
      assertThrows(IllegalArgumentException.class, () -> step("A", "D-008", action));
    }
    for (String certificate : List.of("", "d-008", "-008", "D 008", "D008;")) {
      assertThrows(IllegalArgumentException.class, () -> step("A", certificate, "01"));
    }
    assertEquals("A cert: D-008 (01):", step("A", "D-008", "01").toString());
  }

  private static ConditionLadder.Step step(String letter, String certificate, String action) {
    return new ConditionLadder.Step(
        letter, Optional.of(certificate), Optional.empty(), action, Optional.empty());
  }
}
