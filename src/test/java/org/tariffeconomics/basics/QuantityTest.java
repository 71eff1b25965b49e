package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  /** Definitions: US gallon 231 in³ (42 to the barrel), pound 0.45359237 kg, carat 0.2 g. */
  @ParameterizedTest
  @CsvSource({
    "1 t, kg, 1000",
    "250 kg, DTN, 2.5",
    "1 bbl, liter, 158.987294928",
    "1 m3, liter, 1000",
    "1 lb, g, 453.59237",
    "1 short ton, lb, 2000",
    "1 long ton, lb, 2240",
    "5 carat, g, 1",
    "3 gross, doz, 36",
    "12 pr, doz prs, 1",
    "2 pf.liter, LPA, 1",
    "10 ASVX, pf.liter, 20",
    "1 MWH, kWh, 1000",
    "1 TNEE, DTNE, 10",
    "1 cubic meter, m3, 1",
    "1 kg, t, 0.001",
    "0 kg, t, 0"
  })
  void a_quantity_converts_exactly(String text, String unit, BigDecimal amount) {
    assertEquals(new Quantity(amount, Unit.of(unit)), Quantity.parse(text).in(Unit.of(unit)));
  }

  @Test
  void a_conversion_that_never_ends_has_34_digits() {
    assertEquals(
        "0.08333333333333333333333333333333333 doz",
        Quantity.parse("1 piece").in(Unit.of("doz")).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 DTN | kg DTNE | DTN is MASS and does not convert to DTNE, which is MASS (drained net weight)",
        "1 kg | kg m2 | kg is MASS and does not convert to m2, which is AREA",
        "1 pr | pr piece | pr is PAIRS and does not convert to piece, which is COUNT"
      })
  void different_measures_are_refused_with_both_named(String text, String pair, String message) {
    Unit other = Unit.of(pair.split(" ")[1]);
    Quantity quantity = Quantity.parse(text);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> quantity.in(other));
    assertEquals(message, e.getMessage());
    Quantity one = Quantity.of(1, other);
    assertThrows(IllegalArgumentException.class, () -> quantity.plus(one));
    assertThrows(IllegalArgumentException.class, () -> quantity.compareTo(one));
  }

  @Test
  void equality_is_of_amount_and_unit_and_comparison_of_size() {
    assertEquals(Quantity.parse("1.0 kg"), Quantity.parse("1 KGM"));
    assertEquals("100 kg", new Quantity(new BigDecimal("1E+2"), Unit.of("kg")).toString());
    assertNotEquals(Quantity.parse("1 t"), Quantity.parse("1000 kg"));
    assertEquals(0, Quantity.parse("1 t").compareTo(Quantity.parse("1000 kg")));
    assertTrue(Quantity.parse("1 lb").compareTo(Quantity.parse("0.5 kg")) < 0);
  }

  @Test
  void sums_stand_in_the_first_unit_and_multiples_in_the_same() {
    assertEquals("1.5 t", Quantity.parse("1 t").plus(Quantity.parse("500 kg")).toString());
    assertEquals("250 kg", Quantity.parse("100 kg").times(new BigDecimal("2.5")).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kg",
        "100",
        "1,000 kg",
        "1.000,5 kg",
        "8.7E+07 kg",
        "1e3 kg",
        "-5 kg",
        "100 furlong",
        ".5 kg",
        "5. kg",
        "1 1/2 kg",
        "5 5 kg"
      })
  void a_text_that_is_not_plainly_a_quantity_is_refused(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
    assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
  }

  @Test
  void negative_amounts_and_factors_are_refused_with_the_value() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Quantity.of("-5", "kg"));
    assertEquals("amount must not be negative, but was -5 kg", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Quantity.of(-1, Unit.of("kg")));
    assertThrows(IllegalArgumentException.class, () -> Quantity.of("1E3", "kg"));
    BigDecimal negative = new BigDecimal("-0.5");
    assertThrows(IllegalArgumentException.class, () -> Quantity.parse("1 kg").times(negative));
  }
}
