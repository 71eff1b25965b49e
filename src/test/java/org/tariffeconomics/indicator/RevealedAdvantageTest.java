package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.indicator.AdvantageMeasure.ADDITIVE;
import static org.tariffeconomics.indicator.AdvantageMeasure.BALASSA;
import static org.tariffeconomics.indicator.AdvantageMeasure.NORMALISED;
import static org.tariffeconomics.indicator.AdvantageMeasure.RELATIVE_EXPORT;
import static org.tariffeconomics.indicator.AdvantageMeasure.SYMMETRIC;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.report.Table;

/** Expected numbers are worked by hand from the formulas, in whole numbers where that can be. */
class RevealedAdvantageTest {

  /** Japan sells 60 cars and 40 chips, Korea 20 and 80: half of all trade each, cars 80 of 200. */
  private static final RevealedAdvantage TWO =
      RevealedAdvantage.of(
          TradeMatrix.of(
              List.of("jp", "kr"), List.of("cars", "chips"), new double[][] {{60, 40}, {20, 80}}));

  private static double value(AdvantageMeasure measure, String country, String product) {
    return TWO.value(measure, country, product).orElseThrow();
  }

  @Test
  void japan_is_specialised_in_cars_and_korea_in_chips() {
    assertEquals(0.6 / 0.4, TWO.balassa("jp", "cars").orElseThrow(), 1e-15);
    assertEquals(0.2 / 0.4, TWO.balassa("kr", "cars").orElseThrow(), 1e-15);
    assertEquals(0.2, value(SYMMETRIC, "jp", "cars"), 1e-15);
    assertEquals(-1.0 / 3, value(SYMMETRIC, "kr", "cars"), 1e-15);
    assertEquals(0.3 - 0.5 * 0.4, value(NORMALISED, "jp", "cars"), 1e-15);
    assertEquals(0.6 - 0.4, value(ADDITIVE, "jp", "cars"), 1e-15);
    assertEquals((60.0 / 40) / (20.0 / 80), value(RELATIVE_EXPORT, "jp", "cars"), 1e-14);
  }

  @Test
  void a_product_that_a_country_does_not_sell_has_an_index_of_zero() {
    RevealedAdvantage advantage =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{0, 5}, {7, 3}}));
    assertEquals(0, advantage.value(BALASSA, 0, 0).orElseThrow());
    assertEquals(-1, advantage.value(SYMMETRIC, 0, 0).orElseThrow());
    assertEquals(0, advantage.value(RELATIVE_EXPORT, 0, 0).orElseThrow());
  }

  @Test
  void a_country_or_product_without_any_trade_has_no_advantage_to_reveal() {
    RevealedAdvantage advantage =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{0, 0, 0}, {7, 3, 0}}));
    assertEquals(OptionalDouble.empty(), advantage.value(BALASSA, 0, 0));
    assertEquals(OptionalDouble.empty(), advantage.value(SYMMETRIC, 0, 0));
    assertEquals(OptionalDouble.empty(), advantage.value(ADDITIVE, 0, 0));
    assertEquals(OptionalDouble.empty(), advantage.value(BALASSA, 1, 2));
    assertEquals(0, advantage.value(NORMALISED, 0, 0).orElseThrow());
    assertEquals(0, advantage.value(ADDITIVE, 1, 2).orElseThrow());
  }

  @Test
  void vollraths_index_is_undefined_where_it_would_be_infinite() {
    RevealedAdvantage advantage =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{5, 0, 2}, {0, 3, 2}}));
    assertFalse(advantage.value(RELATIVE_EXPORT, 0, 0).isPresent(), "the only supplier");
    RevealedAdvantage single =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{5, 0}, {1, 3}}));
    assertFalse(single.value(RELATIVE_EXPORT, 0, 0).isPresent(), "sells nothing else");
    RevealedAdvantage others =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{0.1, 0.2}, {0.3, 0}}));
    assertFalse(others.value(RELATIVE_EXPORT, 0, 0).isPresent(), "rivals sell nothing else");
  }

  @Test
  void with_one_country_or_one_product_every_index_is_neutral() {
    double[][][] worlds = {{{3, 4, 5}}, {{3}, {4}, {5}}};
    for (double[][] world : worlds) {
      RevealedAdvantage advantage = RevealedAdvantage.of(TradeMatrix.unlabelled(world));
      assertEquals(1, advantage.value(BALASSA, 0, 0).orElseThrow(), 1e-15);
      assertEquals(0, advantage.value(SYMMETRIC, 0, 0).orElseThrow(), 1e-15);
      assertEquals(0, advantage.value(NORMALISED, 0, 0).orElseThrow(), 1e-15);
      assertFalse(advantage.value(RELATIVE_EXPORT, 0, 0).isPresent());
    }
  }

  @Test
  void amounts_at_the_edge_of_numbers_give_no_infinity() {
    RevealedAdvantage advantage =
        RevealedAdvantage.of(
            TradeMatrix.unlabelled(
                new double[][] {{Double.MIN_VALUE, 0}, {Double.MIN_VALUE, 1e300}}));
    for (AdvantageMeasure measure : AdvantageMeasure.values()) {
      for (double value : advantage.matrix(measure).toRowMajor(0)) {
        assertTrue(Double.isFinite(value), measure + ": " + value);
      }
      advantage.value(measure, 0, 0).ifPresent(v -> assertTrue(Double.isFinite(v)));
    }
  }

  @Test
  void the_matrix_says_where_it_has_no_value() {
    IndexMatrix matrix =
        RevealedAdvantage.of(TradeMatrix.unlabelled(new double[][] {{0, 0}, {7, 3}}))
            .matrix(BALASSA);
    assertEquals(2, matrix.definedCells());
    assertEquals(-9, matrix.toRowMajor(-9)[0]);
    assertFalse(matrix.value("0", "0").isPresent());
    assertEquals("unknown", matrix.table().cell(0, "0").text());
    assertThrows(IllegalArgumentException.class, () -> matrix.toRowMajor(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> matrix.value("7", "0"));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.value(0, 2));
  }

  @Test
  void the_profile_of_a_country_lists_every_index() {
    Table table = TWO.table("jp");
    assertEquals(1.5, table.number(0, "Balassa RCA").doubleValue(), 1e-15);
    assertEquals(6, table.number(0, "Relative export advantage").doubleValue(), 1e-14);
    assertEquals(1.5, TWO.matrix(BALASSA).table("jp").number(0, "value").doubleValue(), 1e-15);
    Table cars = TWO.matrix(BALASSA).transposed().table("cars").sortedByDescending("value");
    assertEquals("jp", cars.cell(0, "column").text());
    assertEquals(0.5, cars.number(1, "value").doubleValue(), 1e-15);
    assertEquals("Balassa RCA 2 x 2", TWO.matrix(BALASSA).toString());
  }

  /** With exact fractions: (310000000000.37 / 1250.4) / (900000000.2 / 52000000.7). */
  @Test
  void the_others_are_added_up_and_not_left_over() {
    TradeMatrix exports =
        TradeMatrix.unlabelled(
            new double[][] {{310000000000.37, 1250.4}, {900000000.2, 52000000.7}});
    RevealedAdvantage advantage = RevealedAdvantage.of(exports);
    double exact = (310000000000.37 / 1250.4) / (900000000.2 / 52000000.7);
    assertEquals(14324305.3009, exact, 5e-5);
    assertEquals(1, advantage.value(RELATIVE_EXPORT, 0, 0).getAsDouble() / exact, 1e-15);
    assertEquals(1, advantage.matrix(RELATIVE_EXPORT).value(0, 0).getAsDouble() / exact, 1e-15);
    double mirrored =
        TwoWayTrade.of(exports, exports).value(TwoWayMeasure.RELATIVE_IMPORT, 0, 0).getAsDouble();
    assertEquals(1, mirrored / exact, 1e-15);
  }
}
