package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every check on its last value that passes and its first that does not. */
class RequireTest {

  private static final double NEXT_BELOW_ZERO = -Double.MIN_VALUE;

  @Test
  void aNumberPassesUpToItsBoundAndNotBeyond() {
    bounds(Require::finite, new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, new double[] {});
    bounds(Require::notNegative, new double[] {0, -0.0, 1e308}, new double[] {NEXT_BELOW_ZERO});
    bounds(Require::positive, new double[] {Double.MIN_VALUE}, new double[] {0, NEXT_BELOW_ZERO});
    bounds(Require::notPositive, new double[] {0, -1e308}, new double[] {Double.MIN_VALUE});
    bounds(Require::aboveOne, new double[] {Math.nextUp(1.0)}, new double[] {1});
    bounds(Require::share, new double[] {0, 1}, new double[] {NEXT_BELOW_ZERO, Math.nextUp(1.0)});
    bounds(Require::properShare, new double[] {Double.MIN_VALUE, 0.5}, new double[] {0, 1});
    bounds(Require::tariff, new double[] {Math.nextUp(-1.0), 5}, new double[] {-1});
    bounds(
        (name, value) -> Require.within(name, value, 2, 3),
        new double[] {2, 3},
        new double[] {Math.nextDown(2.0), Math.nextUp(3.0)});
  }

  private static void bounds(Require.NumberCheck check, double[] good, double[] bad) {
    for (double value : good) {
      assertEquals(value, check.check("x", value));
    }
    for (double value : bad) {
      refused("x must be", () -> check.check("x", value));
    }
    for (double value : new double[] {Double.NaN, 1.0 / 0, -1.0 / 0}) {
      refused("but was " + value, () -> check.check("x", value));
    }
  }

  @Test
  void anElementThatFailsIsNamedByItsPlace() {
    double[] values = {1, 2};
    double[] copy = Require.each("imports", values, Require::positive);
    values[0] = 7;
    assertArrayEquals(new double[] {1, 2}, copy);
    refused(
        "imports[1] must be finite and positive, but was 0.0",
        () -> Require.each("imports", new double[] {1, 0}, Require::positive));
    refused(
        "imports must have 3 entries, but had 2",
        () -> Require.each("imports", values, 3, Require::positive));
    refused(
        "flows[1][0] must be finite, but was NaN",
        () -> Require.square("flows", new double[][] {{1, 2}, {0.0 / 0, 4}}, 2, Require::finite));
    assertArrayEquals(
        new double[] {1, 2, 3, 4},
        Require.square("flows", new double[][] {{1, 2}, {3, 4}}, 2, Require::finite));
  }

  @Test
  void sharesAreScaledToOneWithinTheRoundingOfPublishedOnes() {
    double[] thirds = Require.shares("shares", new double[] {0.3333333, 0.3333333, 0.3333333});
    assertEquals(1, thirds[0] + thirds[1] + thirds[2], 1e-15);
    refused("add up to 1", () -> Require.shares("shares", new double[] {0.5, 0.499}));
    refused("shares must not be empty", () -> Require.shares("shares", new double[] {}));
    assertEquals(3, Require.positiveTotal("trade", new double[] {1, 2}));
    refused(
        "the total of trade must be finite and positive, but was 0.0",
        () -> Require.positiveTotal("trade", new double[] {0}));
    assertEquals(1 + 1e-10, Require.sumToOne("weights", 1 + 1e-10));
    refused("weights must sum to 1", () -> Require.sumToOne("weights", 1.0001));
  }

  @Test
  void lengthsTextsAndLabels() {
    assertEquals(1, Require.positiveCount("draws", 1));
    refused("draws must be positive, but was 0", () -> Require.positiveCount("draws", 0));
    refused(
        "too extreme: a price would be Infinity", () -> Require.finiteResult("a price", 1. / 0));
    refused(
        "prices must have as many entries as shares, but had 1 against 2",
        () -> Require.sameLength("prices", 1, "shares", 2));
    refused("lines must not be empty", () -> Require.notEmpty("lines", 0));
    refused("name must not be blank", () -> Require.notBlank("name", " "));
    assertEquals(List.of("b", "a"), Require.distinct("names", List.of("b", "a")));
    refused(
        "names must differ, but 'a' comes twice",
        () -> Require.distinct("names", List.of("a", "b", "a")));
    assertEquals(1, Require.index("row", List.of("a", "b"), "b"));
    refused("No row 'c'", () -> Require.index("row", List.of("a", "b"), "c"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Require.index("row", List.of(), "x".repeat(1_000_000)))
            .getMessage();
    assertTrue(message.length() < 100);
  }

  @Test
  void exactNumbersAndMoney() {
    assertEquals(BigDecimal.ONE, Require.share("part", BigDecimal.ONE));
    refused("part must be from 0 to 1", () -> Require.share("part", new BigDecimal("1.01")));
    refused("rate must be above -100%", () -> Require.aboveTotalLoss("rate", Rate.percent("-100")));
    BigMoney zero = BigMoney.zero(CurrencyUnit.USD);
    assertEquals(zero, Require.notNegative("fee", zero));
    refused("fee must be positive, but was USD 0", () -> Require.positive("fee", zero));
    refused(
        "fee must not be negative, but was USD -1",
        () -> Require.notNegative("fee", BigMoney.parse("USD -1")));
    refused("state an exchange rate", () -> Require.currency("fee", zero, CurrencyUnit.EUR));
  }

  private static void refused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }
}
