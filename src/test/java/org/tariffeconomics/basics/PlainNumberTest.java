package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @Property(tries = 300)
  void anOrdinaryDecimalReadsAsItself(
      @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(12)
          BigDecimal number) {
    assertEquals(number, PlainNumber.parse("x", number.toPlainString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2",
        "1E-7",
        "1e99999999",
        "1E-2147483647",
        "0x10",
        "1,000",
        "2.",
        ".",
        "",
        "-",
        "+-1",
        "1.2.3",
        "١٢",
        "1 2",
        "NaN",
        "Infinity",
        "12345678901234567890123456789012345678901"
      })
  void whatIsNotPlainDigitsIsNoNumber(String text) {
    assertEquals(Optional.empty(), PlainNumber.read(text));
    assertThrows(IllegalArgumentException.class, () -> PlainNumber.parse("x", text));
  }

  @Test
  void aSignAPointAndBlanksAroundAreRead() {
    assertEquals(new BigDecimal("-2.50"), PlainNumber.parse("x", " -2.50 "));
    assertEquals(new BigDecimal("0.75"), PlainNumber.parse("x", "+.75"));
    assertEquals(
        new BigDecimal("1234567890123456789012345678901234567890"),
        PlainNumber.parse("x", "1234567890123456789012345678901234567890"));
  }

  @Test
  void theMessageNamesTheArgumentAndCutsTheText() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> PlainNumber.parse("share", "9".repeat(1_000_000)));
    assertTrue(refused.getMessage().startsWith("share must be a plain number"));
    assertTrue(refused.getMessage().length() < 160, refused.getMessage());
  }

  @Test
  void computedNumbersAreBoundedByTheDigitsTheyTake() {
    assertTrue(PlainNumber.isBounded(new BigDecimal(Double.MIN_VALUE)));
    assertTrue(PlainNumber.isBounded(new BigDecimal(Double.MAX_VALUE)));
    assertFalse(PlainNumber.isBounded(new BigDecimal("1E+999999999")));
    assertFalse(PlainNumber.isBounded(new BigDecimal("1E-999999999")));
    assertFalse(PlainNumber.isBounded(new BigDecimal("1E+2147483647")));
    assertFalse(PlainNumber.isBounded(new BigDecimal("1E-2147483647")));
  }

  /** Each took minutes, all memory, or an exception of another kind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e99999999%",
        "1e50000%",
        "1e999999999%",
        "1E-2147483647%",
        "1E-999999999%",
        "0.0001e50001%"
      })
  void ratesRefuseExponents(String text) {
    String number = text.substring(0, text.length() - 1);
    refusedShortly(() -> Rate.parse(text));
    refusedShortly(() -> Rate.percent(number));
    refusedShortly(() -> Rate.fraction(number));
    refusedShortly(() -> Quantity.of(number, "kg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+999999999", "1E-999999999", "1E+2147483647", "1E-2147483647"})
  void ratesAndQuantitiesRefuseNumbersThatNoOneCouldWriteOut(BigDecimal number) {
    refusedShortly(() -> Rate.fraction(number));
    refusedShortly(() -> Rate.percent(number));
    refusedShortly(() -> Rate.percent(number.negate()));
    refusedShortly(() -> new Quantity(number, Unit.of("kg")));
    refusedShortly(() -> Quantity.parse("1 kg").times(number));
  }

  @Test
  void oneMillionDigitsAreRefusedAtOnce() {
    String digits = "9".repeat(1_000_000);
    refusedShortly(() -> Rate.parse(digits + "%"));
    refusedShortly(() -> Rate.percent(digits + " 1/3"));
    refusedShortly(() -> Quantity.parse(digits + " kg"));
  }

  @Property(tries = 300)
  void numbersThatAreEqualHaveOneForm(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal number) {
    BigDecimal plain = PlainNumber.plain(number);
    assertEquals(0, number.compareTo(plain));
    assertEquals(plain, PlainNumber.plain(number.setScale(9)));
    assertTrue(plain.scale() >= 0);
    assertFalse(plain.scale() > 0 && plain.toPlainString().endsWith("0"), plain::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "USD 10.00, USD 10",
    "USD 5.5, USD 5.50",
    "USD 0.1250, USD 0.125",
    "JPY 100.5, JPY 100.5",
    "USD 0.00, USD 0"
  })
  void moneyKeepsTheDecimalsOfItsCurrencyUnlessItIsWhole(String given, String kept) {
    assertEquals(BigMoney.parse(kept), PlainNumber.plain(BigMoney.parse(given)));
  }

  @Test
  void aNumberThatNoOneCouldWriteOutKeepsItsExponent() {
    BigDecimal large = new BigDecimal("10E+999999998");
    assertEquals(new BigDecimal("1E+999999999"), PlainNumber.plain(large));
    assertEquals(new BigDecimal("100"), PlainNumber.plain(new BigDecimal("1E+2")));
  }

  private static void refusedShortly(Supplier<?> call) {
    String message = assertThrows(IllegalArgumentException.class, call::get).getMessage();
    assertTrue(message.length() < 250, message);
  }
}
